"""What several reports tell of one statement, meeting or state of control is one record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

import pytest

from bearwitness.model.claim import Actor, Casualty, Claim, Control, Meeting, When, Where
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.span import Span
from bearwitness.register.records import Record, fullest, meetings, records

DAY = date(2013, 9, 13)
PAIR = ("Foreign Minister Sergei Lavrov", "Secretary of State John Kerry")
GENEVA = Where("Geneva", place_id=2660646, country="CH")


def told(
    document: str,
    participants: tuple[str, ...] = PAIR,
    *,
    day: date | None = DAY,
    status: Literal["planned", "held"] = "held",
    where: Where | None = None,
) -> Claim:
    words = Span.cut("They met.", 0, 9)
    return Claim(
        claim_id=f"clm-{document}-{status}",
        document_id=document,
        kind="meeting",
        span=words,
        sentence=words,
        extractor="test",
        when=When(day, day, "day", "stated") if day else When(),
        where=where,
        detail=Meeting(participants, status=status),
    )


def of(*claims: Claim) -> list[Record]:
    """The records of documents each of which is a dispatch of its own."""
    documents = dict.fromkeys(c.document_id for c in claims)
    return meetings(claims, Lineages(tuple(Dispatch(f"dsp-{d}", None, (d,)) for d in documents)))


def test_a_meeting_that_reports_of_other_origin_tell_is_one_record() -> None:
    [record] = of(told("a"), told("b", ("John Kerry, the American diplomat", "Mr Lavrov")))
    assert {c.document_id for c in record.claims} == {"a", "b"}


def test_a_record_is_told_by_the_claim_that_says_most_and_by_the_first_of_equals() -> None:
    claims = [told("a", day=None), told("b", where=GENEVA), told("c", where=GENEVA)]
    assert fullest(claims).document_id == "b"


def test_it_goes_from_planned_to_held_whichever_report_is_read_first() -> None:
    [record] = of(told("a"), told("b", status="planned"))
    assert record.course == ("planned", "held")


@pytest.mark.parametrize(
    "other",
    [
        told("b", (PAIR[0], "Foreign Minister Walid Muallem")),
        told("b", day=date(2013, 9, 14)),
        told("b", day=None),
        told("b", (*PAIR, "UN envoy Lakhdar Brahimi")),
    ],
    ids=["another guest", "another day", "no day", "others too"],
)
def test_another_guest_or_day_is_another_meeting(other: Claim) -> None:
    assert len(of(told("a"), other)) == 2


def test_parties_told_by_kind_alone_do_not_join_reports() -> None:
    kinds = ("government negotiators", "rebel delegates")
    assert len(of(told("a", kinds), told("b", kinds))) == 2


def test_two_towns_are_two_meetings() -> None:
    moscow = Where("Moscow", place_id=524901, country="RU")
    assert len(of(told("a", where=GENEVA), told("b", where=moscow))) == 2
    assert len(of(told("a", where=GENEVA), told("b", where=GENEVA))) == 1


def test_people_detained_are_recorded_with_the_displaced_and_the_killed_are_not() -> None:
    counted = [
        replace(told(d), kind="casualty", detail=Casualty(outcome, 9, 9, "exactly", "any"))
        for d, outcome in (("a", "detained"), ("b", "killed"), ("c", "missing"))
    ]
    found = records(counted, Lineages())["displacement"]
    assert {r.claims[0].document_id for r in found} == {"a", "c"}


def test_control_said_alike_in_one_dispatch_is_one_record_and_on_other_word_another() -> None:
    by = Actor("rebels", None, "rebels")
    held = [
        replace(told(d), kind="control", detail=Control("taken"), by=by) for d in ("a", "b", "c")
    ]
    dispatches = (Dispatch("dsp-1", None, ("a", "b")), Dispatch("dsp-2", None, ("c",)))
    found = records(held, Lineages(dispatches))["control"]
    assert [[c.document_id for c in r.claims] for r in found] == [["a", "b"], ["c"]]
