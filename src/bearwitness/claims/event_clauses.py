"""Sentences that tell of two towns, each with its own dead: "Two died in X and one in Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.places import PlaceMention
from bearwitness.text.sentences import Sentence

_CITY = 4
_AND = re.compile(r"[,;]?\s+(?:and|while|whereas|as|with)\s+|[;:]\s+|,\s+")


def clauses(
    text: str,
    sentence: Sentence,
    counts: Sequence[CountReading],
    places: Sequence[PlaceMention],
) -> list[Sentence]:
    """The clauses of a sentence, parted where the dead of another town begin; else the sentence.

    Args:
        text: the document's text.
        sentence: of it.
        counts: of one incident's people, in the sentence.
        places: that the sentence names.
    """
    towns = [p for p in places if p.role == "in_phrase" and p.specificity >= _CITY]
    if len(counts) < 2 or len({p.where.name for p in towns}) < 2:
        return [sentence]
    cuts: list[int] = []
    for before, count in pairwise(counts):
        cut = _cut(text, before, count, counts, towns)
        if cut is not None:
            cuts.append(cut)
    bounds = [sentence.start, *cuts, sentence.end]
    return [replace(sentence, start=a, end=b) for a, b in pairwise(bounds) if a < b]


def _cut(
    text: str,
    before: CountReading,
    count: CountReading,
    counts: Sequence[CountReading],
    towns: Sequence[PlaceMention],
) -> int | None:
    """Where the clause of a count begins that has a town of its own, as the one before it has."""
    if count.casualty.outcome != before.casualty.outcome:
        return None
    after = min((c.start for c in counts if c.start > count.start), default=None)
    theirs = [p for p in towns if before.start < p.start < count.start]
    own = [p for p in towns if p.start > count.start and (after is None or p.start < after)]
    if not theirs or not own or own[0].where.name == theirs[-1].where.name:
        return None
    gap = _AND.match(text, theirs[-1].end, count.start + 1) or _last_and(
        text, theirs[-1].end, count.start
    )
    return gap.end() if gap else None


def _last_and(text: str, start: int, end: int) -> re.Match[str] | None:
    found = list(_AND.finditer(text, start, end + 1))
    return found[-1] if found else None
