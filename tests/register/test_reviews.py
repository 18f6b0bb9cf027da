"""A person's act lies over what the machine read, and can be undone."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.factories import (
    by_id,
    make_claim,
    make_count,
    make_document,
    make_incident,
    make_lineages,
)
from tests.register.conftest import Enter

from bearwitness.model.incident import Judgement
from bearwitness.model.review import Review
from bearwitness.register import reconcile

WHEN = datetime(2020, 1, 1, tzinfo=UTC)


def act(number: int, target: str, what: str, field: str | None = None,
        value: str | None = None) -> Review:  # fmt: skip
    return Review(number, target, what, "editor", WHEN, "seen", field, value)  # type: ignore[arg-type]


def test_a_corrected_claim_changes_the_figure_and_keeps_its_place(enter: Enter) -> None:
    claim = make_claim(detail=make_count(59))
    reviews = [act(1, claim.claim_id, "correct", "low", "5"),
               act(2, claim.claim_id, "correct", "high", "5")]  # fmt: skip
    figure = enter([make_document()], [claim], reviews=reviews).killed["total"]

    assert figure is not None
    assert (figure.best, figure.used) == (5, (claim.claim_id,))


def test_a_rejected_claim_leaves_the_figures(enter: Enter) -> None:
    good, bad = make_claim(detail=make_count(4), at=0), make_claim(detail=make_count(400), at=50)
    entry = enter([make_document()], [good, bad], reviews=[act(1, bad.claim_id, "reject")])
    figure = entry.killed["total"]

    assert figure is not None
    assert figure.best == 4
    assert bad.claim_id in entry.claims


def test_undoing_brings_the_reading_back(enter: Enter) -> None:
    claim = make_claim(detail=make_count(4))
    reviews = [act(1, claim.claim_id, "reject"), act(2, claim.claim_id, "undo", value="1")]

    assert enter([make_document()], [claim], reviews=reviews).killed["total"] is not None


def test_a_persons_figure_replaces_the_machines_and_names_its_claims(enter: Enter) -> None:
    claim = make_claim(detail=make_count(4))
    reviews = [act(1, "inc-one", "correct", "killed.total", '{"low": 4, "best": 5, "high": 6}')]
    entry = enter([make_document()], [claim], reviews=reviews)
    figure = entry.killed["total"]

    assert figure is not None
    assert (figure.low, figure.best, figure.high) == (4, 5, 6)
    assert figure.rule == "corrected_by_review"
    assert figure.used == (claim.claim_id,)
    assert "editor" in entry.notes[-1]


def test_incident_fields_can_be_corrected(enter: Enter) -> None:
    reviews = [
        act(1, "inc-one", "correct", "date_start", '"2014-11-24"'),
        act(2, "inc-one", "correct", "event_type", '"Battles"'),
        act(3, "inc-one", "correct", "side_a", '{"name": "Army", "actor_id": "gov-x"}'),
        act(4, "inc-one", "correct", "place", '{"name": "Manbij", "country": "SY"}'),
        act(5, "inc-one", "regrade", value='"contested"'),
    ]
    entry = enter([make_document()], [make_claim(detail=make_count(4))], reviews=reviews)

    assert entry.date_start == date(2014, 11, 24)
    assert entry.event_type == "Battles"
    assert entry.side_a is not None
    assert entry.side_a.actor_id == "gov-x"
    assert entry.place is not None
    assert entry.place.name == "Manbij"
    assert entry.grade == "contested"


def test_a_rejected_incident_leaves_the_register_with_a_note() -> None:
    claim = make_claim(detail=make_count(4))
    register = reconcile(
        [make_incident([claim])], [claim], make_lineages(("one",)), by_id(make_document()),
        [act(1, "inc-one", "reject")],
    )  # fmt: skip

    assert register.entries == ()
    assert "editor" in register.notes["inc-one"]


def test_a_confirmation_after_a_rejection_stands(enter: Enter) -> None:
    reviews = [act(1, "inc-one", "reject"), act(2, "inc-one", "confirm")]
    entry = enter([make_document()], [make_claim(detail=make_count(4))], reviews=reviews)

    assert entry.grade == "confirmed"


def test_a_persons_judgement_is_noted_on_the_incident() -> None:
    claims = [make_claim("one", make_count(4)), make_claim("two", make_count(4))]
    judged = Judgement("doc-one#0", "doc-two#0", "same", "person:editor", note="same market")
    register = reconcile(
        [make_incident(claims)], claims, make_lineages(("one",), ("two",)),
        by_id(make_document("one"), make_document("two")), (), [judged],
    )  # fmt: skip

    assert "same market" in register.entries[0].notes[0]
