"""A source's own later word settles a contradiction; what nobody took back stays open."""

from __future__ import annotations

from datetime import date

from tests.factories import (
    by_id,
    make_actor,
    make_claim,
    make_count,
    make_document,
    make_incident,
    make_lineages,
    make_when,
)

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Contradiction
from bearwitness.register import reconcile

FIRST, LATER = date(2014, 11, 25), date(2014, 11, 27)


def found(
    documents: list[Document], claims: list[Claim], lineages: Lineages | None = None
) -> list[Contradiction]:
    apart = make_lineages(*((d,) for d in documents))
    register = reconcile([make_incident(claims)], claims, lineages or apart, by_id(*documents))
    return list(register.contradictions)


def days(document: Document, day: date, says: str) -> Claim:
    return make_claim(document, make_count(5), words=told(day), when=make_when(day), says=says)


def told(day: date) -> str:
    return f"Five died on {day.day} {day:%B}"


def test_a_source_that_comes_round_settles_a_date() -> None:
    documents = [make_document(n, day=d) for n, d in
                 (("one", FIRST), ("two", FIRST), ("three", LATER))]  # fmt: skip
    claims = [
        days(documents[0], date(2014, 11, 24), "Observatory"),
        days(documents[1], date(2014, 11, 25), "Red Crescent"),
        days(documents[2], date(2014, 11, 25), "Observatory"),
    ]
    [one] = found(documents, claims)

    assert (one.kind, one.settled_by) == ("date", claims[2].claim_id)
    assert claims[0].claim_id in {s.claim_id for s in one.sides}


def test_two_sources_that_keep_to_their_word_settle_nothing() -> None:
    documents = [make_document("one", day=FIRST), make_document("two", day=LATER)]
    claims = [
        days(documents[0], date(2014, 11, 24), "Observatory"),
        days(documents[1], date(2014, 11, 25), "Red Crescent"),
    ]
    [one] = found(documents, claims)

    assert one.settled_by is None


def test_a_later_report_without_a_day_settles_nothing() -> None:
    documents = [make_document("one", day=FIRST), make_document("two", day=FIRST),
                 make_document("three", day=None)]  # fmt: skip
    claims = [
        days(documents[0], date(2014, 11, 24), "Observatory"),
        days(documents[1], date(2014, 11, 25), "Red Crescent"),
        days(documents[2], date(2014, 11, 25), "Observatory"),
    ]
    assert [c.settled_by for c in found(documents, claims)] == [None]


def test_a_revision_in_a_later_version_settles_the_count() -> None:
    documents = [make_document("one"), make_document("two")]
    claims = [make_claim(documents[0], make_count(63)), make_claim(documents[1], make_count(95))]
    [one] = found(documents, claims, make_lineages(documents))

    assert (one.kind, one.between, one.settled_by) == ("count", "versions", claims[1].claim_id)


def test_an_actor_named_otherwise_by_both_sources_later_is_settled() -> None:
    documents = [make_document(f"d{n}", day=LATER if n > 1 else FIRST) for n in range(4)]
    claims = [
        make_claim(d, make_count(5), by=make_actor(actor, actor), says=says)
        for d, actor, says in zip(
            documents, ("gov-a", "gov-a", "gov-b", "gov-b"), 2 * ("Observatory", "Red Crescent"),
            strict=True,
        )
    ]  # fmt: skip
    actors = [c for c in found(documents, claims) if c.kind == "actor"]

    assert len(actors) == 1
    assert actors[0].settled_by in {c.claim_id for c in claims[2:]}


def test_one_text_with_both_readings_settles_nothing() -> None:
    document = make_document()
    claims = [
        make_claim(document, make_count(5), words=told(day), when=make_when(day), at=at)
        for at, day in ((10, date(2014, 11, 24)), (90, date(2014, 11, 26)))
    ]
    assert [c.settled_by for c in found([document], claims)] == [None]
