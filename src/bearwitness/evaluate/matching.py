"""Coded figures against claims: which coded figure did which claim meet?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bearwitness.evaluate.scores import Row

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_EMPTY = frozenset(
    {
        "a", "an", "the", "of", "and", "or", "for", "in", "on", "at", "to", "by", "from", "with",
        "its", "his", "her", "their", "it", "he", "she", "they", "this", "that", "who", "which",
        "was", "were", "is", "are", "be", "has", "had", "have", "said", "one", "two", "other",
        "another", "some", "any",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coded:
    """One coded figure.

    Attributes:
        key: the document's id.
        index: position among the document's figures.
        outcome: as in a claim ("casualties" where killed and injured stand undivided).
        low, high: coded bounds.
        qualifier, scope, status: in a claim's terms; None where not coded.
        speaker: who is named as saying it; None = the report's own voice.
        counts: whether finding it is asked for; one that is not may be met all the same.
        negative: an unknown number, none reported, or a denial.
        at: offsets of its words in the gold text, where coded.
        sentence: the sentence it was taken from, where coded.
        row: the figure as coded.
    """

    key: str
    index: int
    outcome: str
    low: int | None
    high: int | None
    qualifier: str | None
    scope: str | None
    status: str | None
    speaker: str | None
    counts: bool
    negative: bool
    at: tuple[int, int] | None
    sentence: str | None
    row: Row

    @property
    def bounded(self) -> bool:
        """Whether a number was coded: bounds, and not those of a vague word."""
        has = self.low is not None or self.high is not None
        return has and self.qualifier != "vague"


def is_bounded(claim: Row) -> bool:
    """Whether a claim gives a number: bounds, and not those of a vague word ("dozens")."""
    has = claim.get("low") is not None or claim.get("high") is not None
    return has and claim.get("qualifier") != "vague"


def is_negative(claim: Row) -> bool:
    """Whether a claim says that the number is unknown, none, or denied."""
    none = claim.get("low") == 0 and claim.get("high") == 0
    return claim.get("qualifier") == "unknown" or claim.get("hedge") == "denied" or none


def pair_up(
    coded: Sequence[Coded],
    claims: Sequence[Row],
    tests: Iterable[Callable[[Coded, Row], bool]],
) -> dict[int, int]:
    """Let each coded figure meet at most one claim, and each claim at most one figure.

    Args:
        coded: the figures of one document.
        claims: its claims.
        tests: from the strictest to the loosest; a pair made by one is not undone by a later.

    Returns:
        index in `coded` to index in `claims`.
    """
    met: dict[int, int] = {}
    taken: set[int] = set()
    for test in tests:
        for i, figure in enumerate(coded):
            if i in met:
                continue
            for j, claim in enumerate(claims):
                if j not in taken and test(figure, claim):
                    met[i] = j
                    taken.add(j)
                    break
    return met


def same_bounds(figure: Coded, claim: Row) -> bool:
    """Whether both bounds agree."""
    return figure.low == claim.get("low") and figure.high == claim.get("high")


def same_low(figure: Coded, claim: Row) -> bool:
    """Whether the lower bounds agree, or the upper ones where no lower one is coded."""
    if figure.low is None:
        return figure.high == claim.get("high")
    return figure.low == claim.get("low")


def content_words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others; acronyms of two letters count."""
    found = set()
    for word in _WORD.findall(name):
        bare = re.sub(r"['’]s$", "", word)
        if bare.lower() in _EMPTY or (len(bare) < 3 and not bare.isupper()):
            continue
        found.add(bare.lower())
    return frozenset(found)


def names_speaker(coded: str, claim: Row, *, text: str | None = None) -> bool:
    """Whether a speaker of the claim shares a content word with the coded one.

    Args:
        coded: the coded speaker.
        claim: with its `attribution`.
        text: the document's text; given, the words at the speaker's offsets count beside its name.
    """
    wanted = content_words(coded)
    for speaker in claim.get("attribution") or ():
        words = content_words(str(speaker.get("name") or ""))
        if text is not None and speaker.get("start") is not None:
            words |= content_words(text[speaker["start"] : speaker["end"]])
        if words & wanted:
            return True
    return False
