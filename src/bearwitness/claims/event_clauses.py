"""Sentences that tell of two events: "Two died in X and one in Y", "a week after 20 died"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.event_types import Trigger
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.recalled import told_behind
from bearwitness.text.sentences import Sentence

_DISTRICT = 3
_AND = re.compile(r"[,;]?\s+(?:and|while|whereas|as|with)\s+|[;:]\s+|,\s+")


def clauses(
    text: str,
    sentence: Sentence,
    counts: Sequence[CountReading],
    triggers: Sequence[Trigger],
    places: Sequence[PlaceMention],
) -> list[Sentence]:
    """The clauses of a sentence, parted where another event begins; else the sentence.

    That is where the dead of another town begin, or those of an event before the one at hand.

    Args:
        text: the document's text.
        sentence: of it.
        counts: of one incident's people, in the sentence.
        triggers: its words of violence.
        places: that the sentence names.
    """
    towns = [p for p in places if p.role == "in_phrase" and p.specificity >= _DISTRICT]
    cuts: list[int] = []
    if len(counts) > 1 and len({p.where.name for p in towns}) > 1:
        for before, count in pairwise(counts):
            cut = _cut(text, before, count, counts, towns)
            if cut is not None:
                cuts.append(cut)
    told = [c.start for c in counts] or [t.start for t in triggers]
    cuts.extend(_behind(text, sentence, told))
    bounds = [sentence.start, *sorted(set(cuts)), sentence.end]
    return [replace(sentence, start=a, end=b) for a, b in pairwise(bounds) if a < b]


def _behind(text: str, sentence: Sentence, told: Sequence[int]) -> list[int]:
    """Where a sentence begins to tell of an event before its own, if it tells of people there."""
    earlier = told_behind(text[sentence.start : sentence.end]) if told else None
    if earlier is None or earlier.opens == 0 or max(told) < sentence.start + earlier.start:
        return []
    return [sentence.start + earlier.opens]


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
