"""A guess at why a figure came out wrong: what a reader of the error rows sorts by."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.evaluate.exports import figure_of
from bearwitness.evaluate.scores import Row
from bearwitness.evaluate.words import stands_in


def why_wrong(
    text: str,
    outcome: str,
    gold: int,
    ours: int | None,
    incident: Row | None,
    claims: Sequence[Row],
) -> str:
    """The guessed class of a wrong count.

    Args:
        text: of the document.
        outcome: "killed" or "injured".
        gold: coded number.
        ours: value of our figure, None where we said nothing.
        incident: whose figure it is.
        claims: all counted claims of the document or documents.
    """
    if gold == 0:
        return f"coded 0, we said {'1' if ours == 1 else 'more'}"
    holding = [c for c in claims if c.get("low") == gold or c.get("high") == gold]
    if holding:
        return _why_not_used(holding, outcome, gold, ours, incident)
    if not stands_in(text, gold):
        whole = _summed(incident, outcome)
        return "gold number not in text" + (", we summed" if whole else "")
    if incident is None:
        return "no incident"
    return "number not found"


def _why_not_used(
    holding: Sequence[Row], outcome: str, gold: int, ours: int | None, incident: Row | None
) -> str:
    same = [c for c in holding if c.get("outcome") == outcome]
    if not same:
        return f"read as {holding[0].get('outcome')}"
    for scope in ("cumulative", "window"):
        if all(c.get("scope") == scope for c in same):
            return f"read as {scope}"
    if incident is None:
        return "no incident"
    inside = [c for c in same if c.get("incident_id") == incident["incident_id"]]
    if not inside:
        nowhere = all(c.get("incident_id") is None for c in same)
        return "claim in no incident" if nowhere else "claim in other incident"
    if _is_of_others(incident, outcome, holding):
        return "merged: another text's figure taken"
    if str((figure_of(incident, outcome) or {}).get("rule")).startswith("range"):
        return "texts with other numbers in the incident"
    return _why_passed_over(inside, outcome, gold, ours, incident)


def _why_passed_over(
    inside: Sequence[Row], outcome: str, gold: int, ours: int | None, incident: Row
) -> str:
    claim = inside[0]
    if all(c.get("scope") == "part" for c in inside):
        return "read as part"
    if claim.get("superseded"):
        return "read as superseded"
    if _summed(incident, outcome):
        return "subset added" if ours is not None and ours > gold else "wrong sum"
    if claim.get("subset"):
        return "read as subset"
    if ours is None:
        return "claim not used"
    return "larger claim taken" if ours > gold else "smaller claim taken"


def _is_of_others(incident: Row, outcome: str, holding: Sequence[Row]) -> bool:
    """Whether a figure that several documents give takes none of its numbers from this one."""
    figure = figure_of(incident, outcome) or {}
    if len(incident.get("documents") or ()) < 2:
        return False
    used = set(figure.get("used") or ())
    return bool(used) and not any(c["claim_id"] in used for c in holding)


def _summed(incident: Row | None, outcome: str) -> bool:
    figure = figure_of(incident, outcome)
    return figure is not None and "sum" in str(figure.get("rule"))
