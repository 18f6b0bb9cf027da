"""One count of one sentence, as it is read."""

from __future__ import annotations

from dataclasses import dataclass

from bearwitness.model.claim import Casualty, Hedge


@dataclass(frozen=True, slots=True)
class CountReading:
    """One count of one sentence.

    Attributes:
        start, end: of the claim's span in the document.
        casualty: what it counts.
        rule: rules that decided, joined by "+".
        parent: position, in the sentence's list of readings, of the reading that holds it.
        list_id: readings of one coordinated list share it; None where it stands alone.
        hedge: a denial's hedge.
        strength: 0..1, how sure the rule is.
        singular: one person told by an article or a name, not by a number.
        optional: no number word at all.
        definite: "the commander": may have been counted before.
        head: the noun counted, in lower case.
    """

    start: int
    end: int
    casualty: Casualty
    rule: str
    parent: int | None = None
    list_id: int | None = None
    hedge: Hedge | None = None
    strength: float = 1.0
    singular: bool = False
    optional: bool = False
    definite: bool = False
    head: str = ""
