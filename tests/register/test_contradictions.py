"""What cannot all be right is recorded, with its sides, and nothing is corrected."""

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
    make_speaker,
    make_when,
    make_where,
)

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Dispatch, Lineages, Relation, SentenceChange
from bearwitness.model.register import Contradiction
from bearwitness.model.span import Span
from bearwitness.register import reconcile


def found(documents: list[Document], claims: list[Claim],
          lineages: Lineages | None = None) -> list[Contradiction]:  # fmt: skip
    register = reconcile(
        [make_incident(claims)], claims, lineages or make_lineages(*((d,) for d in documents)),
        by_id(*documents),
    )  # fmt: skip
    assert {c.contradiction_id for c in register.contradictions if c.incident_id} == set(
        register.entries[0].contradictions
    )
    return list(register.contradictions)


def two(**agencies: str) -> list[Document]:
    return [make_document("one", agency="First"), make_document("two", agency="Second")]


def test_counts_of_two_sources_far_apart() -> None:
    documents = two()
    claims = [make_claim(documents[0], make_count(4)), make_claim(documents[1], make_count(60))]
    [one] = found(documents, claims)

    assert (one.kind, one.between, len(one.sides)) == ("count", "sources", 2)


def test_counts_that_can_both_be_right_are_none() -> None:
    documents = two()
    claims = [
        make_claim(documents[0], make_count(80, None)),
        make_claim(documents[1], make_count(95)),
    ]
    assert found(documents, claims) == []


def test_a_headline_against_its_body_is_settled_by_the_body() -> None:
    document = make_document(title="Raids kill 90")
    head = make_claim(document, make_count(90), at=6, words="90")
    body = make_claim(document, make_count(95), at=40)
    [one] = found([document], [head, body])

    assert (one.kind, one.between, one.settled_by) == ("count", "text", body.claim_id)


def test_one_number_of_dead_with_two_statuses() -> None:
    documents = two()
    claims = [
        make_claim(documents[0], make_count(5, status="civilian")),
        make_claim(documents[1], make_count(5, status="combatant")),
    ]
    assert "status" in {c.kind for c in found(documents, claims)}


def test_days_that_do_not_meet() -> None:
    documents = two()
    claims = [
        make_claim(documents[0], make_count(5), when=make_when(date(2014, 11, 25))),
        make_claim(documents[1], make_count(5), when=make_when(date(2014, 11, 27))),
    ]
    assert [c.kind for c in found(documents, claims)] == ["date"]


def test_versions_of_one_dispatch_are_told_from_sources() -> None:
    documents = two()
    claims = [
        make_claim(documents[0], make_count(5), when=make_when(date(2014, 11, 25))),
        make_claim(documents[1], make_count(5), when=make_when(date(2014, 11, 27))),
    ]
    [one] = found(documents, claims, make_lineages(documents))

    assert one.between == "versions"


def test_two_actors_and_two_places() -> None:
    documents = two()
    claims = [
        make_claim(documents[0], make_count(5), by=make_actor("A", "gov-a"),
                   where=make_where("Raqqa")),
        make_claim(documents[1], make_count(5), by=make_actor("B", "gov-b"),
                   where=make_where("Idlib", 35.93, 36.63)),
    ]  # fmt: skip
    assert {c.kind for c in found(documents, claims)} == {"actor", "place"}


def test_an_altered_quotation_and_an_edit_of_substance_between_versions() -> None:
    old, new = "The first and only city lost.", "The first city lost."
    documents = [make_document("one", text=old), make_document("two", text=new)]

    def change(altered: bool) -> Lineages:
        sentence = SentenceChange(
            Span.cut(old, 0, len(old)), Span.cut(new, 0, len(new)), "edited",
            (("and only", ""),), quotation_altered=altered,
        )  # fmt: skip
        relation = Relation("doc-one", "doc-two", "edit", 0.5, 3, "stamps", (sentence,))
        return Lineages((Dispatch("dsp-x", None, ("doc-one", "doc-two"), (relation,)),))

    claims = [make_claim(documents[0], make_count(5), at=200)]
    assert [c.kind for c in found(documents, claims, change(False))] == ["substance"]
    assert [c.kind for c in found(documents, claims, change(True))] == ["quotation"]


def test_a_count_set_apart_is_shown_among_the_contradictions() -> None:
    documents = [make_document(n) for n in ("one", "two", "three")]
    chain = [make_speaker("Red Crescent"), make_speaker("Documentation Centre")]
    far = make_claim(documents[2], make_count(220, None), says=chain)
    claims = [
        make_claim(documents[0], make_count(95), says="Observatory"),
        make_claim(documents[1], make_count(90), says="Committees"),
        far,
    ]
    [one] = found(documents, claims)

    assert far.claim_id in {side.claim_id for side in one.sides}


def test_a_kind_of_actor_contradicts_no_named_one() -> None:
    documents = two()
    claims = [
        make_claim(documents[0], make_count(5), by=make_actor("Government of Syria", "gov-sy")),
        make_claim(documents[1], make_count(5), by=make_actor("soldiers", "gen-soldiers")),
    ]
    assert found(documents, claims) == []
