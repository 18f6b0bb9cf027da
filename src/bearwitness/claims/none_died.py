"""People shot, stabbed or hit in a report that says that nobody died: they were hurt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading

_NOBODY = ("none_reported",)


def hurt_where_none_died(
    counts: Mapping[int, list[CountReading]],
) -> dict[int, list[CountReading]]:
    """Counts by sentence, those of an open outcome as hurt where the report has no dead.

    "Two men were shot" leaves open whether they died; "no fatalities were reported" settles it.
    Nothing is settled where the report counts any dead, or says only that it is not known.

    Args:
        counts: what was read in each sentence of a document.
    """
    told = [r for own in counts.values() for r in own]
    dead = [r.casualty for r in told if r.casualty.outcome == "killed"]
    if not dead or any(c.statement not in _NOBODY or c.scope != "incident" for c in dead):
        return dict(counts)
    return {index: [_hurt(r) for r in own] for index, own in counts.items()}


def _hurt(reading: CountReading) -> CountReading:
    count = reading.casualty
    if count.outcome != "casualties" or count.statement is not None or count.low is None:
        return reading
    rule = f"{reading.rule}+none_died"
    return replace(reading, casualty=replace(count, outcome="injured"), rule=rule)
