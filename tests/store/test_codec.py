from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.errors import MisquoteError, StoreError, StoreVersionError
from bearwitness.model.claim import (
    Actor,
    Casualty,
    Claim,
    Control,
    Meeting,
    Speaker,
    Statement,
    Transfer,
    When,
    Where,
)
from bearwitness.model.document import Anchor
from bearwitness.model.incident import Evidence, Judgement
from bearwitness.model.lineage import Relation, SentenceChange
from bearwitness.model.review import Review
from bearwitness.model.span import Span
from bearwitness.store.codec import from_json, to_json

for kind, numbers in (
    (int, st.integers(-(2**53), 2**53)),
    (float, st.floats(allow_nan=False, allow_infinity=False)),
    (str, st.text(st.characters(exclude_categories=["Cs"]))),
):
    st.register_type_strategy(kind, numbers)

details = st.one_of(*(st.from_type(t) for t in (Casualty, Statement, Meeting, Control, Transfer)))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.cut(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def texts_and_claims(draw: st.DrawFn) -> tuple[str, Claim]:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
    claim = st.builds(
        Claim,
        span=spans(text),
        sentence=spans(text),
        attribution=st.lists(st.from_type(Speaker), max_size=3).map(tuple),
        when=st.from_type(When),
        where=st.none() | st.from_type(Where),
        by=st.none() | st.from_type(Actor),
        detail=st.none() | details,
    )
    return text, draw(claim)


@given(texts_and_claims())
def test_a_claim_comes_back_as_it_went(given_pair: tuple[str, Claim]) -> None:
    text, claim = given_pair
    assert from_json(Claim, to_json(claim), text) == claim


@given(st.from_type(Judgement), st.from_type(Review), st.from_type(Anchor))
def test_decisions_come_back_as_they_went(one: Judgement, two: Review, three: Anchor) -> None:
    for value in (one, two, three):
        assert from_json(type(value), to_json(value)) == value


def test_spans_of_two_versions_are_checked_against_their_own_text() -> None:
    old, new = "Eight were hurt.", "Nine were hurt."
    change = SentenceChange(
        Span.cut(old, 0, len(old)), Span.cut(new, 0, len(new)), "edited", (("Eight", "Nine"),)
    )
    relation = Relation("doc-a", "doc-b", "update", 0.5, 3, "rising toll", (change,))
    texts = {"earlier": old, "later": new}
    assert from_json(Relation, to_json(relation), texts.__getitem__) == relation
    swapped = {"earlier": new, "later": old}
    with pytest.raises(MisquoteError):
        from_json(Relation, to_json(relation), swapped.__getitem__)


def test_a_claim_whose_text_changed_is_refused() -> None:
    text = "Two people died."
    claim = Claim("c", "d", "casualty", Span.cut(text, 0, 3), Span.cut(text, 0, 16), "x")
    with pytest.raises(MisquoteError):
        from_json(Claim, to_json(claim), "Six people died.")


def test_a_field_of_a_newer_version_is_refused() -> None:
    with pytest.raises(StoreVersionError, match="mood"):
        from_json(Control, orjson.dumps({"state": "held", "mood": "calm"}).decode())


@pytest.mark.parametrize("damaged", ["{", "[1]", "null", '{"weight": 1}'])
def test_damage_is_told_as_such(damaged: str) -> None:
    with pytest.raises(StoreError, match="Evidence"):
        from_json(Evidence, damaged)


def test_what_is_empty_by_default_takes_no_room() -> None:
    row = orjson.loads(to_json(Casualty("killed", 0, None, "at_least")))
    assert row == {
        "outcome": "killed",
        "low": 0,
        "high": None,
        "qualifier": "at_least",
        "status": "any",
        "scope": "incident",
    }


def test_zero_is_kept_apart_from_nothing() -> None:
    point = Where("a", place_id=0, lat=0.0, lon=0.0)
    assert from_json(Where, to_json(point)) == point


def test_moments_and_days_keep_their_kind() -> None:
    when = When(date(2020, 2, 29), date(2020, 3, 1), "days", "stated")
    made = Judgement("a", "b", "same", "person:R", made_at=datetime(2020, 1, 1, tzinfo=UTC))
    assert from_json(When, to_json(when)) == when
    assert from_json(Judgement, to_json(made)) == made
    assert dataclasses.is_dataclass(made)
