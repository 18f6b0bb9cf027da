"""One person told hurt first and dead later counts once."""

from __future__ import annotations

import pytest
from tests.factories import make_claim, make_count, make_document
from tests.register.conftest import Enter

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.span import Span


def single(document: Document, words: str, outcome: str) -> Claim:
    """A claim on one person of the document's text."""
    at = document.text.index(words)
    end = document.text.index(".", at) + 1
    start = document.text.rfind(".", 0, at) + 1
    return make_claim(
        document,
        make_count(1, outcome=outcome),
        at=at,
        words=words,
        sentence=Span.cut(document.text, start, end),
    )


def test_a_boy_hurt_in_one_report_and_dead_in_the_next_is_one(enter: Enter) -> None:
    first = make_document(name="a", text="A boy was taken to hospital.")
    later = make_document(name="b", text="The boy died on Sunday.")
    claims = [single(first, "A boy", "injured"), single(later, "The boy", "killed")]
    entry = enter([first, later], claims)

    assert entry.killed["total"] is not None
    assert entry.killed["total"].best == 1
    figure = entry.injured["total"]
    assert figure is not None
    assert (figure.low, figure.best, figure.high) == (None, None, None)
    assert [(s.claim_id, s.why) for s in figure.set_aside] == [
        (claims[0].claim_id, "the_one_who_died")
    ]


@pytest.mark.parametrize("hurt", ["A man", "Another boy", "A second boy", "One boy", "A girl"])
def test_another_person_stays_injured(enter: Enter, hurt: str) -> None:
    first = make_document(name="a", text=f"{hurt} was taken to hospital.")
    later = make_document(name="b", text="The boy died on Sunday.")
    claims = [single(first, hurt, "injured"), single(later, "The boy", "killed")]
    figure = enter([first, later], claims).injured["total"]
    assert figure is not None
    assert figure.best == 1


def test_the_hurt_and_the_dead_of_one_sentence_are_two(enter: Enter) -> None:
    report = make_document(text="A boy died and a boy was hurt.")
    claims = [single(report, "A boy", "killed"), single(report, "a boy", "injured")]
    figure = enter([report], claims).injured["total"]
    assert figure is not None
    assert figure.best == 1


def test_some_of_those_shot_are_not_all_the_injured(enter: Enter) -> None:
    claims = [
        make_claim(detail=make_count(5, outcome="casualties"), at=0),
        make_claim(detail=make_count(2, outcome="injured"), at=30),
    ]
    figure = enter([make_document()], claims).injured["total"]
    assert figure is not None
    assert (figure.best, figure.rule) == (5, "harmed_none_reported_dead")


def test_who_shot_another_man_shot_the_one_who_died(enter: Enter) -> None:
    report = make_document(text="He is accused of shooting another man. The clerk was found dead.")
    claims = [
        single(report, "another man", "casualties"),
        single(report, "The clerk", "killed"),
    ]
    assert enter([report], claims).injured.get("total") is None


def test_another_told_after_the_dead_is_a_victim_beside_them(enter: Enter) -> None:
    report = make_document(text="A clerk was shot dead. Another man was shot.")
    claims = [single(report, "A clerk", "killed"), single(report, "Another man", "casualties")]
    figure = enter([report], claims).injured["total"]
    assert figure is not None
    assert (figure.best, figure.rule) == (1, "harmed_beside_the_killed")


def test_the_one_shot_in_a_fatal_shooting_died(enter: Enter) -> None:
    report = make_document(
        text="They found a clerk with a wound. The fatal shooting is under review."
    )
    told = single(report, "a clerk", "casualties")
    at = report.text.index("fatal shooting")
    event = make_claim(report, None, at=at, words="fatal shooting", kind="event")
    entry = enter([report], [told, event])
    figure = entry.killed["total"]
    assert figure is not None
    assert (figure.best, figure.rule) == (1, "harmed_in_a_fatal_event")
    assert entry.injured.get("total") is None


def test_some_of_those_hurt_do_not_speak_for_all_that_the_headline_counts(enter: Enter) -> None:
    title = "Four hurt in bar"
    text = f"{title}\nThey were taken to hospital, two of them badly hurt."
    report = make_document(title=title, text=text)
    headline = make_claim(report, make_count(4, outcome="injured"), at=0, words="Four")
    body = make_claim(
        report,
        make_count(2, outcome="injured"),
        at=text.index("two"),
        words="two",
        sentence=Span.cut(text, len(title) + 1, len(text)),
    )
    figure = enter([report], [headline, body]).injured["total"]
    assert figure is not None
    assert figure.best == 4
