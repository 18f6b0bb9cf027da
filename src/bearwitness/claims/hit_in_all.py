"""How many were hit in all, where a report says so before it tells who of them died.

"Two victims suffered gunshot wounds": where one of them is dead and one more hurt, the two are
both together, and no count of the hurt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading
from bearwitness.text.sentences import Sentence

_HIT = re.compile(
    r"\b(?:gunshots?|gunfire|bullets?|stab(?:bed)?|hospitals?|hospitali[sz]ed)\b", re.I
)


def with_hit_in_all(
    text: str, sentences: Sequence[Sentence], counts: Mapping[int, list[CountReading]]
) -> dict[int, list[CountReading]]:
    """The counts by sentence, those of all who were hit undivided.

    Args:
        text: the document's text.
        sentences: of it.
        counts: by sentence index.
    """
    sums = {
        dead + hurt
        for own in counts.values()
        for dead in _numbers(own, "killed")
        for hurt in _numbers(own, "injured")
    }
    told_of = {s.index: text[s.start : s.end] for s in sentences if s.index in counts}
    return {
        index: [
            replace(c, casualty=replace(c.casualty, outcome="casualties"))
            if c.casualty.low in sums
            and c.casualty.outcome == "injured"
            and not _numbers(own, "killed")
            and _HIT.search(told_of[index])
            else c
            for c in own
        ]
        for index, own in counts.items()
    }


def _numbers(counts: Sequence[CountReading], outcome: str) -> list[int]:
    """The whole numbers of one outcome that a sentence tells of an incident."""
    return [
        c.casualty.low
        for c in counts
        if c.casualty.outcome == outcome
        and c.casualty.low
        and c.casualty.low == c.casualty.high
        and c.casualty.scope == "incident"
        and not c.casualty.subset
    ]
