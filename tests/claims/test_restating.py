"""A headline's figure that the body tells again rests on the body's claim."""

from __future__ import annotations

import pytest
from tests.factories import make_claim, make_count, make_document

from bearwitness.claims.restating import restating, shortens
from bearwitness.model.claim import Casualty, Claim

TITLE = make_document(title="Raids on the market town leave 95 dead")


def _restated(headline: Claim, *body: Claim) -> Claim:
    told = restating([headline, *body], TITLE.title_span)
    return next(c for c in told if c.claim_id == headline.claim_id)


def _headline(count: Casualty | None = None, **changes: object) -> Claim:
    return make_claim(TITLE, count or make_count(95), at=30, words="95", **changes)  # type: ignore[arg-type]


def _body(count: Casualty | None = None, **changes: object) -> Claim:
    return make_claim(TITLE, count or make_count(95, None), at=80, **changes)  # type: ignore[arg-type]


def test_it_rests_on_the_sentence_that_names_the_speaker() -> None:
    plain = make_claim(TITLE, make_count(95, None), at=60)
    said = _body(says="the monitor")
    claim = _restated(_headline(), plain, said)

    assert claim.casualty is not None
    assert claim.casualty.derived is not None
    assert claim.casualty.derived.rule == "headline_restates"
    assert claim.casualty.restates == said.claim_id
    assert claim.attribution == ()
    assert (claim.casualty.low, claim.casualty.high) == (95, 95)


def test_the_same_count_in_the_same_own_voice_stands_for_itself() -> None:
    assert _restated(_headline(), _body(make_count(95))).casualty == make_count(95)


def test_a_number_of_the_bodys_other_event_is_not_it() -> None:
    assert _restated(_headline(), _body(says="the monitor", mention=1)).casualty == make_count(95)


def test_what_the_body_denies_or_calls_earlier_is_not_it() -> None:
    earlier = _body(make_count(95, None, superseded=True), says="the monitor")
    denied = make_claim(TITLE, make_count(95, None), at=120, says="the army", hedge="denied")

    assert _restated(_headline(), earlier, denied).casualty == make_count(95)


def test_a_headline_over_a_wars_toll_counts_no_incident() -> None:
    toll = _body(make_count(95, None, scope="cumulative"), says="the monitor", mention=None)
    claim = _restated(_headline(), toll)

    assert claim.casualty is not None
    assert (claim.casualty.scope, claim.mention) == ("cumulative", None)


def test_a_few_dead_in_the_headline_are_not_taken_for_a_wars_toll() -> None:
    toll = _body(make_count(5, None, scope="cumulative"), says="the monitor", mention=None)

    assert _restated(_headline(make_count(5)), toll).casualty == make_count(5)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (make_count(95), make_count(95, None)),
        (make_count(100, None, qualifier="more_than"), make_count(115)),
        (make_count(100, qualifier="about"), make_count(96, None)),
        (make_count(24, None, qualifier="vague"), make_count(63, None)),
        (make_count(22), make_count(20, 25)),
        (make_count(95), make_count(95, None, status="combatant")),
        (make_count(36, status="civilian"), make_count(36, status="civilian", subset=True)),
    ],
)
def test_it_shortens(headline: Casualty, body: Casualty) -> None:
    assert shortens(headline, body)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (make_count(95), make_count(52, None)),
        (make_count(100, None, qualifier="more_than"), make_count(260)),
        (make_count(95, outcome="injured"), make_count(95)),
        (make_count(95, status="civilian"), make_count(95)),
        (make_count(3, attributes=("children",)), make_count(3)),
        (make_count(20), make_count(20, subset=True)),
        (make_count(1), make_count(1)),
    ],
)
def test_it_says_something_else(headline: Casualty, body: Casualty) -> None:
    assert not shortens(headline, body)
