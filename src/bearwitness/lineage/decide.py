"""Is one text a version of the other, do they share a statement, or neither?

No single threshold tells these apart: reports that print one statement share more words than many
true edits. The decision weighs four things a reader would name, in a logistic score. The weights
were fitted by `evals/lineage_weights.py` to pairs that a person labelled; they are few, rounded,
and every one has the sign the reason demands.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log, log1p
from typing import Literal

from bearwitness.lineage.compare import Comparison

Verdict = Literal["same", "quotes", "apart"]

SAME_FROM = 0.5
"""Score from which two documents are versions of one dispatch."""

STRONG_FROM = 0.85
"""Score from which a single link is enough to join two groups of documents."""

_GATE = 0.04
_STATEMENT_WORDS = 12
_WEIGHTS = {"overlap": 0.26, "echoes": 1.11, "statement": -5.08, "one_place": -1.59}
_BIAS = 0.06


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its grounds.

    Attributes:
        verdict: "same" dispatch, "quotes" (separate texts that share a statement) or "apart".
        score: 0..1 for the same dispatch.
        grounds: what each thing weighed added to the log odds, by name.
    """

    verdict: Verdict
    score: float
    grounds: tuple[tuple[str, float], ...]


def features(c: Comparison) -> dict[str, float]:
    """What is weighed.

    overlap: logarithm of the share of 8-grams held in common, furniture-like passages left out.
    echoes: logarithm of the number of sentences of narration that stand, kept or edited, in both.
    statement: how far one unbroken run is all that is shared, and the rest of the story is not.
    one_place: 1 where the shared narration stands in one place and is not most of the text.
    """
    return {
        "overlap": log(c.own_containment + 0.02),
        "echoes": log1p(c.echoes),
        "statement": c.run_share * (1 - c.echo_share),
        "one_place": float(c.blocks <= 1 and c.echo_share < 0.7),
    }


def decide(c: Comparison) -> Decision:
    """Weigh a comparison."""
    parts = {name: _WEIGHTS[name] * value for name, value in features(c).items()}
    score = 1 / (1 + exp(-(_BIAS + sum(parts.values()))))
    grounds = tuple((name, round(value, 3)) for name, value in parts.items())
    if c.echoes and c.own_containment >= _GATE and score >= SAME_FROM:
        return Decision("same", score, grounds)
    if c.own_containment > 0 and c.longest_run >= _STATEMENT_WORDS:
        return Decision("quotes", score, grounds)
    return Decision("apart", score, grounds)
