"""What a meeting's slots must pass: where a sign fails they stay open, or there is no record."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Claim, Meeting

WAR = " The war went on and rebels shelled the town."


def met(text: str) -> list[Claim]:
    return told("meeting", text + WAR)


def parties(text: str) -> list[tuple[str, ...]]:
    return [c.detail.participants for c in met(text) if isinstance(c.detail, Meeting)]


def detail(text: str) -> Meeting:
    [claim] = met(text)
    assert isinstance(claim.detail, Meeting)
    return claim.detail


# ---- who


@pytest.mark.parametrize(
    "text",
    [
        # a kind alone, or a pair, that nothing resolves
        "The official met President Omar Dile in Dakar.",
        "The delegations of the two sides met in Dakar.",
        "Rival sides opened talks in Dakar on Monday.",
        # a possessive, an office or a name that goes on unread
        "President Omar Dile met representatives of the people’s in Dakar.",
        "President Omar Dile met with the foreign minister of this country in Dakar.",
        "President Omar Dile met National Union parliamentarians in Dakar.",
        # in the middle of a list
        "Security was tight for the group of eight presidents and foreign ministers who met in "
        "Dakar.",
        # one side alone, though the sentence tells of both
        "Rebel envoys met in Dakar on Monday with what one paper called old foes.",
        # a list of which a part is read, a gerund
        "President Omar Dile met leaders of Mali and important members of the clan in Dakar.",
        "In Dakar since becoming foreign minister, holding a meeting with Mali’s officials, he "
        "spoke.",
        # leaders that no name tells of, those of "two countries", a bare head of state
        "Distinguished leaders met in Dakar on Monday.",
        "The two countries’ foreign ministers met in Dakar on Monday.",
        "The head of state will hold talks with Malian President Omar Dile.",
        # what another noun tells of: who fights, who leads
        "The talks are being held amid fears of hostilities between the army and the rebels.",
        # a word with a capital because it opens the sentence
        "Speaking after meeting with President Omar Dile, an aide praised the truce.",
        "The two elements meet in a combustion chamber.",
    ],
)
def test_who_met_is_in_doubt_and_nothing_is_told(text: str) -> None:
    assert parties(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a shared noun is given to each
        (
            "The Costa Rican, Peruvian and Bolivian presidents met in Lima.",
            ("Costa Rican president", "Peruvian president", "Bolivian president"),
        ),
        (
            "Government and rebel delegates met in Dakar.",
            ("Government delegates", "rebel delegates"),
        ),
        ("North and South Korea held talks in Seoul on Monday.", ("North Korea", "South Korea")),
        # the name of an office, before "and" too, and a body's name that holds an "and"
        (
            "President of Chad, Omar Dile and President of Mali, Jan Roos met in Dakar.",
            ("President of Chad, Omar Dile", "President of Mali, Jan Roos"),
        ),
        (
            "The Malian king met with the Chairman of the Peace and Freedom Movement in Dakar.",
            ("Malian king", "Chairman of the Peace and Freedom Movement"),
        ),
        # adverbs belong to no party
        (
            "SHORTLY AFTERWARD THE MALIAN PRESIDENT MET WITH CHADIAN PARTY LEADERS.",
            ("MALIAN PRESIDENT", "CHADIAN PARTY LEADERS"),
        ),
        # who came along is none of those who met
        (
            "President Omar Dile, who was accompanied by adviser Ana Brun and envoy Jan Roos, will "
            "hold talks with Malian leaders.",
            ("President Omar Dile", "Malian leaders"),
        ),
        # many of one kind are many, and who presses them is none of them
        (
            "Chadian and Malian officials held talks in Dakar, with UN mediators pressing them.",
            ("Chadian officials", "Malian officials"),
        ),
        # two offices of one person
        (
            "President Omar Dile met Jan Roos, deputy premier of Mali and a senior party chief.",
            ("President Omar Dile", "Jan Roos"),
        ),
        # those of whom a meeting is
        (
            "A meeting of the Chadian president and Malian leader Omar Dile was held in Dakar.",
            ("Chadian president", "Malian leader Omar Dile"),
        ),
    ],
)
def test_parties_are_read_whole(text: str, names: tuple[str, ...]) -> None:
    assert parties(text) == [names]


def test_a_list_on_several_lines_is_read_whole() -> None:
    text = (
        "The war went on for years, and all who could flee the north of the land did so then. "
        "Malian President Omar Dile, Chadian President Jan Roos, Omani King Issa Bol, Peruvian "
        "President Ana Brun and Maltese President Omar Roos met in Dakar to praise a truce few "
        "in the towns believed in, and the envoys of all the neighbours came to see them do it."
    )
    lines = textwrap.fill(text + WAR, 72)
    assert "Roos,\nOmani" in lines
    [claim] = told("meeting", lines)
    assert isinstance(claim.detail, Meeting)
    assert len(claim.detail.participants) == len(["Mali", "Chad", "Oman", "Peru", "Malta"])


def test_a_capital_that_is_asked_stands_for_who_leads_the_state() -> None:
    text = "Putin spoke after the Chadian president visited Russia to ask Moscow to halt arms."
    assert parties(text) == [("Chadian president", "Putin")]


# ---- when and where


@pytest.mark.parametrize(
    ("text", "start"),
    [
        # governed by another verb
        ("The Chadian president met the Malian king to stop a raid planned for Monday.", None),
        ("The Chadian king, who arrived on Monday, met the Malian president.", None),
        # before the cue, and opening the sentence
        ("The Chadian king on Monday met the Malian president.", date(2022, 6, 13)),
        ("On Monday, the Chadian king met the Malian president.", date(2022, 6, 13)),
        ("The Chadian king flew to Dakar on Monday and met the Malian president.",
         date(2022, 6, 13)),
    ],
)  # fmt: skip
def test_a_day_is_the_meetings_own(text: str, start: date | None) -> None:
    [claim] = met(text)
    assert claim.when.start == start


def test_two_days_that_are_joined_are_both_told() -> None:
    [claim] = met("Malian and Chadian envoys met in Dakar on Monday and Tuesday.")
    assert (claim.when.start, claim.when.end) == (date(2022, 6, 13), date(2022, 6, 14))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The truce was the topic at a meeting between Russia’s president and the Malian king.",
         None),
        ("The Malian king met the Chadian envoy in the Dakar format.", None),
        ("The Malian king met the Chadian envoy in Dakar and Bamako.", None),
        ("The Malian king met the Chadian envoy in the Red Sea city of Jeddah.", "Jeddah"),
    ],
)  # fmt: skip
def test_a_place_is_the_meetings_own(text: str, name: str | None) -> None:
    assert [c.where.name if c.where else None for c in met(text)] == [name]


# ---- how far it has come


@pytest.mark.parametrize(
    "text",
    [
        # an aim, a bare present without a day of its own, a habit, a date given up
        "The Chadian king came to Dakar to sign a pact and hold talks with Malian leaders.",
        "Chadian and Malian leaders meet in Dakar this weekend.",
        "The Chadian king regularly held talks with Malian leaders in Dakar.",
        "Talks between Chad and Mali were originally scheduled for 3 May.",
        # a verb that is another noun's
        "It was the first meeting between the army and the rebels since the war began.",
        "Talks on the future of a process that was resumed in May were wished for.",
    ],
)
def test_how_far_it_has_come_is_in_doubt_and_nothing_is_told(text: str) -> None:
    assert [c for c in met(text) if c.detail] == []


def test_a_summit_held_is_no_plan_though_something_was_agreed_at_it() -> None:
    text = "The kings agreed during the peace summit held in Dakar on 3 May 2022."
    assert [m.detail.status for m in met(text) if isinstance(m.detail, Meeting)] == ["held"]


def test_at_what_is_still_to_come_things_will_be_reviewed() -> None:
    text = "At the summit between the Chadian and Malian presidents, the truce will be reviewed."
    assert detail(text).status == "planned"


def test_who_sets_out_for_talks_has_not_held_them() -> None:
    text = "The Chadian king arrived in Dakar on Monday for talks with the Malian president."
    assert detail(text).status == "planned"


# ---- what about, and what came of it


@pytest.mark.parametrize(
    ("text", "subject", "outcome"),
    [
        ("The Chadian king met the Malian envoy and spoke of stalled talks on trade.", None, None),
        ("The Chadian king held talks on the famine with the Malian envoy in Dakar.",
         "the famine", None),
        ("The Chadian king met the Malian envoy over two days.", None, None),
        ("The Chadian king met the Malian envoy as a deal that he signed collapsed into war.",
         None, None),
        ("The Chadian king met the Malian envoy in Dakar but failed to reach a deal.",
         None, "failed to reach a deal"),
    ],
)  # fmt: skip
def test_subject_and_outcome_are_attached(
    text: str, subject: str | None, outcome: str | None
) -> None:
    assert (detail(text).subject, detail(text).outcome) == (subject, outcome)


# ---- told once


@pytest.mark.parametrize(
    ("first", "again"),
    [
        # by states alone, then by who spoke for them
        ("Talks between Mali and Chad began in Dakar on Monday. ",
         "Malian President Omar Dile and Chadian President Issa Bol met in Dakar."),
        # by kinds
        ("Malian President Omar Dile met rebel chief Issa Bol in Dakar on Monday. ",
         "The army and the rebels held talks."),
        # by surnames, without a day or a place
        ("Malian President Omar Dile met Chadian King Issa Bol in Dakar on Monday. ",
         "Dile held talks with Bol, an aide said."),
        # without those who met, on that day
        ("Malian and Chadian envoys will meet in Dakar on 3 July 2022. ",
         "The talks will take place on 3 July 2022."),
        # of leaders, then by name
        ("Talks between the leaders of Mali and Chad were held on Monday. ",
         "Malian President Omar Dile and Chadian President Issa Bol met in Dakar."),
    ],
)  # fmt: skip
def test_a_meeting_told_again_is_one(first: str, again: str) -> None:
    assert len(met(first + again)) == 1


def test_another_meeting_of_one_of_the_two_is_kept() -> None:
    text = (
        "Malian President Omar Dile met Chadian King Issa Bol in Dakar on Monday. Dile also met "
        "envoy Jan Roos."
    )
    assert len(met(text)) == 2
