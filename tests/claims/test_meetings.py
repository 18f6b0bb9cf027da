"""Talks: who with whom, where and when, and how far they have come."""

from __future__ import annotations

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Meeting


def met(text: str) -> list[Meeting]:
    return [c.detail for c in told("meeting", text) if isinstance(c.detail, Meeting)]


def test_parties_place_and_plan() -> None:
    text = (
        "The president will meet in Geneva with the prime minister of Lebanon on Friday, after the "
        "bombing."
    )
    [claim] = told("meeting", text)
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.status == "planned"
    assert any("prime minister" in p for p in claim.detail.participants)
    assert claim.where is not None
    assert claim.where.name == "Geneva"


def test_a_pair_of_states_is_two_parties() -> None:
    [one] = met(
        "A truce came after talks between the Turkish and Russian presidents on the bombing."
    )
    assert one.participants == ("Turkish president", "Russian president")


def test_a_text_in_capitals_is_read() -> None:
    [one] = met("PRESIDENT ORTIZ MET WITH REBEL LEADERS IN BOGOTA AFTER THE BOMBING.")
    assert one.status == "held"
    assert one.participants[-1] == "REBEL LEADERS"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The minister cancelled talks with the rebels after the bombing.", "cancelled"),
        ("The minister is reported to have held talks with the rebels after the raid.", "reported"),
        ("The minister held talks with the rebels after the bombing.", "held"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert [m.status for m in met(text)] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The plan met with the stubborn opposition of the army after the bombing.",
        "The council called for the resumption of talks between the army and the rebels.",
        "The minister refused to hold talks with the rebels after the bombing.",
        "The minister met the needs of the wounded after the bombing.",
    ],
)
def test_wishes_refusals_and_figures_of_speech_are_no_meetings(text: str) -> None:
    assert met(text) == []
