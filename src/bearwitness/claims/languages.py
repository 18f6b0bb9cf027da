"""Which languages claims are read in."""

from __future__ import annotations

# "und": too short a text to tell is tried.
_READ = frozenset(("en", "und"))


def is_read(language: str) -> bool:
    """Whether documents of a language (ISO 639-1, "und" for undecided) are read for claims."""
    return language in _READ
