"""The source that a headline names last: "Four killed in shelling: governor"."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.speakers import is_verb
from bearwitness.claims.speech_words import GROUP_NOUNS, PERSON_NOUNS, SOURCE_NOUNS
from bearwitness.text.tokens import Token

_LONGEST = 5
_MARKS = frozenset((":", "-", "–", "—"))
_BODIES = frozenset("agency service services hospital ngo authority".split())
_NO_SOURCES = frozenset("man woman father mother brother son daughter".split())
_SOURCES = SOURCE_NOUNS | PERSON_NOUNS | GROUP_NOUNS | _BODIES


def source_tail(tokens: Sequence[Token]) -> int | None:
    """Index of the mark before the source that closes a headline; None where none does.

    Args:
        tokens: of one sentence; one that ends in a full stop is no headline.
    """
    if not tokens or not tokens[-1].is_word:
        return None
    for i in range(len(tokens) - 2, max(2, len(tokens) - _LONGEST - 2), -1):
        if tokens[i].text in _MARKS and tokens[i].start > tokens[i - 1].end - (
            tokens[i].text == ":"
        ):
            return i if _names_source(tokens, i + 1) else None
    return None


def _names_source(tokens: Sequence[Token], first: int) -> bool:
    tail = tokens[first:]
    if any(t.lower[0].isdigit() or not t.text[0].isalpha() for t in tail if t.is_word):
        return False
    if any(is_verb(tokens, k) for k in range(first, len(tokens))):
        return False
    head = tail[-1].lower
    body = len(tail) == 1 and tail[0].text.isupper() and len(tail[0].text) > 1
    return body or (head in _SOURCES and head not in _NO_SOURCES)
