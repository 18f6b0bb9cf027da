"""Numbers whose noun and verb are left out: "Twelve people were killed in X and 14 in Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.not_counts import is_no_count
from bearwitness.text.numerals import find_quantities
from bearwitness.text.sentences import Sentence

_BEFORE = re.compile(r"(?:,|;|\band)\s+(?:another\s+|a\s+further\s+)?$", re.I)
_PLACED = re.compile(
    r"\s+(?:(?:more|others?)\s+)?(?:in|at|near|outside)\s+(?:the\s+)?"
    r"(?:(?:[a-z]+\s+){0,2}(?:of|town|city|village|district|capital)\s+)?(?:[A-Z]|the\s+capital)"
)
_FULL = re.compile(r"\b(?:in|at|near|outside)\s+(?:[\w'’-]+\s+){0,4}[A-Z]")
_OF_PEOPLE = ("killed", "injured")


def with_gapped(
    words: str, sentence: Sentence, readings: Sequence[CountReading]
) -> list[CountReading]:
    """The readings, and one for each number that goes on with the one before, in another place.

    Args:
        words: the sentence's text.
        sentence: its offsets.
        readings: what was read in it.
    """
    out = list(readings)
    if not any(r.casualty.outcome in _OF_PEOPLE and r.casualty.low for r in out):
        return out
    for quantity in find_quantities(sentence.tokens):
        at, end = quantity.start - sentence.start, quantity.end - sentence.start
        if quantity.low is None or not _PLACED.match(words, end) or not _BEFORE.search(words[:at]):
            continue
        if any(r.start < quantity.end and quantity.start < r.end for r in out):
            continue
        before = [r for r in out if r.end <= quantity.start]
        last = max(before, key=lambda r: r.start, default=None)
        if last is None or not _goes_on(last, words[last.end - sentence.start : at]):
            continue
        if is_no_count(sentence.tokens, quantity):
            continue
        casualty = replace(
            last.casualty, low=quantity.low, high=quantity.high, qualifier=quantity.qualifier
        )
        out.append(
            CountReading(quantity.start, quantity.end, casualty, "gapped", strength=last.strength)
        )
    return sorted(out, key=lambda r: r.start)


def _goes_on(last: CountReading, between: str) -> bool:
    """Whether the count before is of people harmed in one place of its own."""
    casualty = last.casualty
    return (
        casualty.outcome in _OF_PEOPLE
        and casualty.scope == "incident"
        and casualty.statement is None
        and not last.singular
        and _FULL.search(between) is not None
    )
