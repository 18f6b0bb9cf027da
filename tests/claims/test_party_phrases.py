"""Noun phrases that name parties: what belongs to one, and where the next begins."""

from __future__ import annotations

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Meeting

WAR = " The war went on and rebels shelled the town."


def parties(text: str) -> list[tuple[str, ...]]:
    return [
        c.detail.participants for c in told("meeting", text + WAR) if isinstance(c.detail, Meeting)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # an office with what it is for, and the name that follows
        (
            "The Chadian president met the UN envoy for Lake Chad affairs, Ana Brun, on Monday.",
            ("Chadian president", "UN envoy for Lake Chad affairs, Ana Brun"),
        ),
        (
            "A rebel delegation has met Dutch Special Adviser to Mali Jan Roos in Bamako.",
            ("A rebel delegation", "Dutch Special Adviser to Mali Jan Roos"),
        ),
        # an office in apposition
        (
            "Jan Roos, Foreign Minister of Malta, met with Ana Brun, Foreign Minister of Peru.",
            ("Jan Roos", "Ana Brun"),
        ),
        # who leads a delegation
        (
            "A delegation of the rebels (banned for years) led by deputy leader Omar Dile met "
            "Omani diplomats in Muscat.",
            ("A delegation of the rebels led by deputy leader Omar Dile", "Omani diplomats"),
        ),
        # lists
        (
            "President Ana Brun held a summit in Lima with President Jan Roos, the Maltese foreign "
            "minister and rebel leader Omar Dile.",
            (
                "President Ana Brun",
                "President Jan Roos",
                "Maltese foreign minister",
                "rebel leader Omar Dile",
            ),
        ),
        ("The foreign ministers of Chad and Niger met for talks in Dakar.",
         ("foreign ministers of Chad and Niger",)),
        ("Taliban and Omani delegates met in Muscat.", ("Taliban delegates", "Omani delegates")),
        ("The meeting in Dakar was attended by President Ana Brun and the Malian king.",
         ("President Ana Brun", "Malian king")),
        # what a verb after the phrase begins belongs to no party
        ("UN envoy Ana Brun left Sanaa after meeting rebel leaders.",
         ("UN envoy Ana Brun", "rebel leaders")),
    ],
)  # fmt: skip
def test_a_party_is_read_whole(text: str, names: tuple[str, ...]) -> None:
    assert parties(text) == [names]


@pytest.mark.parametrize(
    "text",
    [
        "The truce was agreed after two days of talks with the UN envoy in Muscat.",
        "The king met General Ana Brun, Sheikh Omar Dile who leads the clan, Colonel Jan Roos.",
    ],
)
def test_a_meeting_of_which_one_side_alone_can_be_read_is_none(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Ministers spoke of peace talks between Chadian and Malian rebels. The talks were held "
            "in Dakar.",
            ("Chadian rebels", "Malian rebels"),
        ),
        (
            "The Malian government said its talks with the rebels had ended in Dakar.",
            ("Malian government", "rebels"),
        ),
        ("The Chad-Mali talks were held in Dakar on Monday.", ("Chad", "Mali")),
        (
            "Chad and Mali confirmed on Monday that their leaders will meet in Dakar on Friday.",
            ("leaders of Chad and Mali",),
        ),
        (
            "A Malian delegation was in Dakar. They held talks with the Chadian foreign minister.",
            ("A Malian delegation", "Chadian foreign minister"),
        ),
        (
            "The Malian foreign minister went home. He praised the truce. He also met the envoy of "
            "Chad.",
            ("Malian foreign minister", "envoy of Chad"),
        ),
        (
            "Missiles fell ahead of the Malian leader's meeting with Chadian President Omar Dile.",
            ("Malian leader", "Chadian President Omar Dile"),
        ),
    ],
)
def test_parties_told_before_are_taken_up(text: str, names: tuple[str, ...]) -> None:
    assert names in parties(text)


def test_what_an_office_is_for_is_not_where_a_meeting_was() -> None:
    [claim] = told("meeting", "The king met the UN envoy to Mali in Dakar on Monday." + WAR)
    assert claim.where is not None
    assert claim.where.name == "Dakar"


def test_a_place_that_talks_are_about_is_not_where_they_were() -> None:
    [claim] = told(
        "meeting", "Chadian and Malian delegates met to discuss the famine in Niger." + WAR
    )
    assert claim.where is None


def test_what_was_due_and_did_not_come_about_is_called_off() -> None:
    [claim] = told(
        "meeting",
        "The Chadian and Malian presidents were due to meet in Dakar on Sunday. The summit will "
        "not take place, an aide said." + WAR,
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.status == "cancelled"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Malian president and the Chadian prime minister flew to Dakar. The two leaders "
            "met on Monday.",
            ("Malian president", "Chadian prime minister"),
        ),
        (
            "The news follows Commander Dile's recent visit to Chad, where he met with the defence "
            "minister.",
            ("Commander Dile", "defence minister"),
        ),
        (
            "Army officers signed a paper. Malian Foreign Minister Omar Dile and Chadian Foreign "
            "Minister Issa Bol held talks in Dakar to settle disputes between their countries.",
            ("Malian Foreign Minister Omar Dile", "Chadian Foreign Minister Issa Bol"),
        ),
        (
            "Corps Commanders of the Malian and Chadian armies met Monday for the first time.",
            ("Corps Commanders of the Malian and Chadian armies",),
        ),
    ],
)
def test_who_the_two_are_is_told_before(text: str, names: tuple[str, ...]) -> None:
    assert names in parties(text)


def test_two_sides_that_nothing_names_are_unknown() -> None:
    assert parties("The two sides held talks in Dakar on Monday.") == [()]


def test_men_of_state_who_meet_are_read_without_a_word_of_war() -> None:
    [claim] = told(
        "meeting",
        "The prime minister of Chad met the Malian foreign minister in Dakar on Monday to speak of "
        "trade. Both praised the weather and the food.",
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.status == "held"
