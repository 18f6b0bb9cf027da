"""Is one text a version of the other, do they share a statement, or neither?

No single threshold tells these apart: reports that print one statement share more words than many
true edits. The decision weighs five things a reader would name, in a logistic score. The weights
are fitted by `benchmarks/lineage_weights.py` to pairs that a person labelled; they are few,
rounded, and every one has the sign that reason demands.
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

OWN_GATE = 0.04
"""Share of own 8-grams below which two documents are no versions of one dispatch."""

STATEMENT_WORDS = 12
"""Words in a row from which a shared passage is a statement that both quote."""

_MOST = 0.7

WEIGHTS = {"overlap": 0.4, "echoes": 1.19, "statement": -2.66, "one_place": -1.61, "retold": 2.32}
BIAS = -0.89


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict with its grounds.

    Attributes:
        verdict: "same" dispatch, "quotes" (separate texts that share a statement) or "apart".
        score: 0..1 for the same dispatch.
        why: what was seen, in words and numbers.
    """

    verdict: Verdict
    score: float
    why: str


def features(c: Comparison, retold: bool) -> dict[str, float]:
    """What is weighed.

    overlap: logarithm of the share of 8-grams held in common, furniture-like passages left out.
    echoes: logarithm of the number of sentences of narration that stand, kept or edited, in both.
    statement: how far one unbroken run is all that is shared, and the rest of the story is not.
    one_place: 1 where the shared narration stands in one place and is not most of the text.
    retold: 1 where one of the two, and only one, names an outlet as where its account comes from.
    """
    return {
        "overlap": log(c.own_containment + 0.02),
        "echoes": log1p(c.echoes),
        "statement": c.run_share * (1 - c.echo_share),
        "one_place": float(c.blocks <= 1 and c.echo_share < _MOST),
        "retold": float(retold),
    }


def decide(c: Comparison, retold: bool = False) -> Decision:
    """Weigh a comparison.

    Args:
        c: the comparison.
        retold: one of the two, and only one, names another outlet as its source.
    """
    weighed = sum(WEIGHTS[name] * value for name, value in features(c, retold).items())
    score = 1 / (1 + exp(-(BIAS + weighed)))
    verdict: Verdict = "apart"
    if c.echoes and c.own_containment >= OWN_GATE and score >= SAME_FROM:
        verdict = "same"
    elif c.own_containment > 0 and c.longest_run >= STATEMENT_WORDS:
        verdict = "quotes"
    return Decision(verdict, score, explain(c, retold, score))


def explain(c: Comparison, retold: bool, score: float) -> str:
    """The grounds of a decision in words and numbers."""
    places = "one place" if c.blocks == 1 else f"{c.blocks} places"
    parts = [
        f"{c.own_containment:.2f} of the shorter's 8-grams shared",
        f"{c.echoes} sentences of narration kept or edited, in {places}, "
        f"{c.echo_share:.2f} of the shorter's narration",
        f"longest run {c.longest_run} words, {c.run_share:.2f} of all shared",
    ]
    if c.quoted_share >= 0.5:
        parts.append(f"{c.quoted_share:.2f} of the shared words are quoted")
    if retold:
        parts.append("one names an outlet as its source")
    return f"score {score:.2f}: " + "; ".join(parts)
