"""The grade of an incident: how well its count is supported."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from bearwitness.model.register import Figure, Grade
from bearwitness.register.clashing import of_other_people, voices_clash
from bearwitness.register.evidence import Evidence
from bearwitness.register.figures import Voice
from bearwitness.register.roots import content_key

_NEAR = 1.5  # counts at most this many times one another support the same order of harm


def compatible(a: Voice, b: Voice) -> bool:
    """Whether two sources' counts can both be right and are of one size.

    Bounds must overlap ("more than 80" holds 95), and their lower ends must lie near each other.
    """
    if a.low is None or b.low is None or voices_clash(a, b):
        return False
    if any(of_other_people(x, y) for x, y in product(a.chosen, b.chosen)):
        return False
    a_high = float("inf") if a.high is None else a.high
    b_high = float("inf") if b.high is None else b.high
    if a.low > b_high or b.low > a_high:
        return False
    small, large = sorted((a.low, b.low))
    return large <= max(small, 1) * _NEAR


def grade(
    evidence: Evidence, total: Figure | None, voices: Sequence[Voice], acting_side: Sequence[str]
) -> Grade:
    """Confirmed, corroborated, single_source, contested or unknown (docs/codebook.md).

    Args:
        evidence: what is said, and the independent roots.
        total: killed in total, else injured in total.
        voices: the sources that make it.
        acting_side: names of the side that acted.
    """
    if total is None or (total.low is None and total.high is None):
        return "unknown"
    acting = {content_key(name) for name in acting_side}
    counted = [v for v in voices if v.low is not None or v.high is not None]
    if any(v.chosen[0].lead.root.key in acting for v in counted) and len(evidence.roots) > 1:
        return "confirmed"
    if any(s.why == "denied" for s in total.set_aside):
        return "contested"
    if len(evidence.roots) < 2 or len(counted) < 2:
        return "single_source"
    pairs = [(a, b) for i, a in enumerate(counted) for b in counted[i + 1 :]]
    if any(compatible(a, b) for a, b in pairs):
        return "corroborated"
    return "contested" if any(voices_clash(a, b) for a, b in pairs) else "single_source"
