"""The dead of an army and of the armed group it fought, told by one report."""

from __future__ import annotations

import pytest
from tests.factories import make_claim, make_count, make_document
from tests.register.conftest import Enter
from tests.register.test_figures import bounds, total

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.span import Span


def said(document: Document, words: str, low: int, at: int, says: str | None = None) -> Claim:
    """A claim on the fighters that the words count."""
    return make_claim(document, make_count(low, status="combatant"), words=words, at=at, says=says)


@pytest.mark.parametrize(
    "speakers", [("the mission", "the mission"), ("the mission", "a spokesman")]
)
def test_peacekeepers_and_the_militants_they_fought_add_up(
    enter: Enter, speakers: tuple[str, str]
) -> None:
    document = make_document()
    ours = said(document, "Four peacekeepers", 4, 0, speakers[0])
    theirs = said(document, "Eight militants", 8, 40, speakers[1])
    figure = total(enter([document], [ours, theirs]))

    assert bounds(figure) == (12, 12, 12)
    assert figure.rule == "sum_of_camps"


def test_two_counts_of_one_camp_do_not_add_up(enter: Enter) -> None:
    document = make_document()
    some = said(document, "Four peacekeepers", 4, 0)
    more = said(document, "Nine soldiers", 9, 40)

    assert bounds(total(enter([document], [some, more]))) == (9, 9, 9)


def test_a_count_of_everybody_holds_both_camps(enter: Enter) -> None:
    document = make_document()
    everybody = make_claim(document, make_count(12), at=0)
    theirs = said(document, "Eight militants", 8, 40)

    assert bounds(total(enter([document], [everybody, theirs]))) == (12, 12, 12)


def test_counts_that_add_up_to_the_total_of_their_report_are_its_pieces(enter: Enter) -> None:
    document = make_document()
    whole = make_claim(document, make_count(6), at=0)
    three = make_claim(document, make_count(3), at=40, says="prosecutors")
    others = make_claim(document, make_count(3), at=80, says="prosecutors")

    assert bounds(total(enter([document], [whole, three, others]))) == (6, 6, 6)


def test_a_total_told_again_is_no_two_pieces_of_one_twice_as_high(enter: Enter) -> None:
    document = make_document()
    high = make_claim(document, make_count(40), at=0, says="a doctor")
    low = make_claim(document, make_count(20), at=40, says="residents")
    again = make_claim(document, make_count(20), at=80, says="residents")

    assert bounds(total(enter([document], [high, low, again])))[0] == 20


def test_others_hurt_are_of_the_camp_told_before_them_in_the_sentence(enter: Enter) -> None:
    document = make_document()
    text = "He said that 16 insurgents were killed and 11 others hurt"
    at = text.index("11")
    others = make_claim(
        document, make_count(11, status="combatant"), at=at, words="11", says="a spokesman",
        span=Span.cut(text, at, at + 2), sentence=Span.cut(text, 0, len(text)),
    )  # fmt: skip
    ours = said(document, "Four officers", 4, 200, "a spokesman")

    assert bounds(total(enter([document], [ours, others]))) == (15, 15, 15)
