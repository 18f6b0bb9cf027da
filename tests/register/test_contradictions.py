"""What cannot all be right is recorded, with its sides, and nothing is corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
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

from bearwitness.model.claim import Casualty, Claim
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


def _dated(document: Document, day: int) -> Claim:
    words = f"Five were killed on {day} November"
    when = make_when(date(2014, 11, day))
    return make_claim(document, make_count(5), words=words, when=when)


def test_days_that_do_not_meet() -> None:
    documents = two()
    claims = [_dated(documents[0], 25), _dated(documents[1], 27)]
    assert [c.kind for c in found(documents, claims)] == ["date"]


def test_versions_of_one_dispatch_are_told_from_sources() -> None:
    documents = two()
    claims = [_dated(documents[0], 25), _dated(documents[1], 27)]
    [one] = found(documents, claims, make_lineages(documents))

    assert one.between == "versions"


def test_a_weekday_is_too_little_to_hold_against_another_report() -> None:
    documents = two()
    days = (make_when(date(2014, 11, 25)), make_when(date(2014, 11, 27)))
    claims = [
        make_claim(d, make_count(5), when=replace(when, text=f"{when.start:%A}", basis="relative"))
        for d, when in zip(documents, days, strict=True)
    ]
    assert found(documents, claims) == []


def _actors_and_places(actors: list[str]) -> list[Contradiction]:
    documents = [make_document(f"d{n}") for n in range(6)]
    places = 3 * [("Raqqa", 35.95, 39.01)] + 3 * [("Idlib", 35.93, 36.63)]
    claims = [
        make_claim(d, make_count(5), by=make_actor(actor, actor), where=make_where(*place))
        for d, actor, place in zip(documents, actors, places, strict=True)
    ]
    return found(documents, claims)


def test_two_actors_and_two_places_each_on_the_word_of_several_dispatches() -> None:
    assert {c.kind for c in _actors_and_places(["gov-a"] * 4 + ["gov-b"] * 2)} == {
        "actor",
        "place",
    }


def test_what_one_dispatch_alone_reads_otherwise_is_no_contradiction() -> None:
    assert {c.kind for c in _actors_and_places(["gov-a"] * 5 + ["gov-b"])} == {"place"}


def test_a_states_command_and_a_coalition_contradict_no_state() -> None:
    for other in ("gov-us-centcom", "int-coalition"):
        told = _actors_and_places(["gov-us"] * 4 + [other] * 2)
        assert "actor" not in {c.kind for c in told}


def test_who_is_told_of_as_struck_is_not_held_against_who_struck() -> None:
    documents = [make_document(f"d{n}") for n in range(4)]
    struck = make_actor("B", "gov-b")
    claims = [
        make_claim(d, make_count(5), by=make_actor(name, name), against=struck)
        for d, name in zip(documents, ("gov-a", "gov-a", "gov-b", "gov-b"), strict=True)
    ]
    assert found(documents, claims) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_count(10, None), make_count(24)),
        (make_count(100, qualifier="about"), make_count(96, None)),
        (make_count(11, status="civilian"), make_count(15, status="combatant")),
        (make_count(2, status="civilian"), make_count(4)),
        (make_count(3, status="combatant", side="A"), make_count(9, status="combatant", side="B")),
        (make_count(6), make_count(9, derived=("sum_of_parts", ["x", "y"]))),
        (make_count(3, attributes=("children",)), make_count(9)),
        (make_count(1), make_count(5)),
    ],
)
def test_counts_that_are_of_others_or_of_some_are_none(one: Casualty, other: Casualty) -> None:
    documents = two()
    claims = [make_claim(documents[0], one, words="a man"), make_claim(documents[1], other)]
    assert found(documents, claims) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (make_count(6), make_count(4)),
        (make_count(None, 95), make_count(115)),
        (make_count(9, status="civilian"), make_count(4)),
        (make_count(9, status="civilian"), make_count(15, status="civilian")),
    ],
)
def test_counts_of_the_same_people_whose_bounds_do_not_meet(one: Casualty, other: Casualty) -> None:
    documents = two()
    claims = [make_claim(documents[0], one), make_claim(documents[1], other)]
    assert [c.kind for c in found(documents, claims)] == ["count"]


def test_people_of_two_callings_are_other_people_and_one_calling_some_of_all() -> None:
    def told(one: str, first: int, other: str, then: int) -> list[Contradiction]:
        texts = (f"{first} {one} were killed.", f"{then} {other} were killed.")
        documents = [make_document(n, agency=n, text=t) for n, t in zip("ab", texts, strict=True)]
        claims = [
            replace(
                make_claim(d, make_count(n), at=0, words=str(n)),
                sentence=Span.cut(d.text, 0, len(d.text)),
            )
            for d, n in zip(documents, (first, then), strict=True)
        ]
        return found(documents, claims)

    assert told("priests", 6, "cooks", 2) == []
    assert told("priests", 6, "people", 8) == []
    assert [c.kind for c in told("bakers", 6, "bakers", 8)] == ["count"]
    assert [c.kind for c in told("priests", 9, "people", 8)] == ["count"]


def test_a_datelines_day_is_the_reports_own() -> None:
    texts = ("RIMA, 25 November (Wire) -- Five died.", "Five died on 27 November in Rima.")
    documents = [make_document(n, agency=n, text=t) for n, t in zip("ab", texts, strict=True)]
    days = (make_when(date(2014, 11, 25)), make_when(date(2014, 11, 27)))
    claims = [
        replace(make_claim(d, make_count(5), when=w), sentence=Span.cut(d.text, 0, len(d.text)))
        for d, w in zip(documents, days, strict=True)
    ]
    assert found(documents, claims) == []


def test_a_toll_given_earlier_may_have_risen_but_not_fallen_or_leapt() -> None:
    def told(first: int, then: int) -> list[Contradiction]:
        documents = [
            make_document("one", agency="First", day=date(2014, 11, 25)),
            make_document("two", agency="Second", day=date(2014, 11, 26)),
        ]
        counts = (make_count(first), make_count(then))
        return found(documents, [make_claim(d, c) for d, c in zip(documents, counts, strict=True)])

    assert told(63, 95) == []
    assert [c.kind for c in told(95, 63)] == ["count"]
    assert [c.kind for c in told(4, 60)] == ["count"]


def test_a_reports_own_smaller_number_is_a_part_of_what_it_quotes() -> None:
    document = make_document()
    whole = make_claim(document, make_count(27), at=10, says="Observatory")
    part = make_claim(document, make_count(10), at=90)
    assert found([document], [whole, part]) == []


def test_a_headline_that_tells_of_some_is_not_held_against_its_body() -> None:
    def told(title: str, count: Casualty, *body: Casualty) -> list[Contradiction]:
        document = make_document(title=title)
        at = len(title) + 20
        claims = [make_claim(document, count, at=0, words=title.split()[0])]
        claims += [make_claim(document, c, at=at + 40 * n) for n, c in enumerate(body)]
        return found([document], claims)

    hurt = {"outcome": "injured"}
    assert told("Man shot in the park", make_count(1), make_count(3)) == []
    assert told("Six hurt in raid", make_count(6, **hurt), make_count(2, **hurt),
                make_count(3, **hurt)) == []  # fmt: skip
    assert told("Raids kill 80", make_count(80), make_count(80, None), make_count(82)) == []
    assert [c.kind for c in told("Six hurt in raid", make_count(6, **hurt),
                                 make_count(7, **hurt))] == ["count"]  # fmt: skip


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


def test_bodies_that_someone_moved_or_took_in_are_at_least_so_many() -> None:
    texts = ("A porter said he moved 9 bodies.", "The blast killed 19 people.")
    documents = [make_document(n, agency=n, text=t) for n, t in zip("ab", texts, strict=True)]
    claims = [
        replace(
            make_claim(d, make_count(n), at=d.text.index(str(n)), words=str(n)),
            sentence=Span.cut(d.text, 0, len(d.text)),
        )
        for d, n in zip(documents, (9, 19), strict=True)
    ]
    assert found(documents, claims) == []
