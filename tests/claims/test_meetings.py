"""Talks: who with whom, where and when, and how far they have come."""

from __future__ import annotations

from datetime import date

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


def parties(text: str) -> list[tuple[str, ...]]:
    return [one.participants for one in met(text)]


def test_several_who_meet_stand_before_the_verb() -> None:
    text = "The presidents of Chad and Sudan met in Dakar on Monday. Shelling killed nine rebels."
    assert parties(text) == [("presidents of Chad and Sudan",)]


def test_a_guest_that_is_received_has_met_who_receives() -> None:
    text = "The king received a delegation from the rebels in Rabat. Shelling killed nine rebels."
    assert parties(text) == [("king", "a delegation from the rebels")]


def test_a_letter_that_is_received_is_no_meeting() -> None:
    assert (
        told("meeting", "The king received the envoy's letter. Shelling killed nine rebels.") == []
    )


def test_who_hosts_or_mediates_talks_is_no_party() -> None:
    text = "Oman hosted talks between the army and the rebels. Shelling killed nine."
    assert parties(text) == [("army", "rebels")]


def test_another_events_day_is_not_the_meetings() -> None:
    [claim] = told(
        "meeting",
        "The army chief met rebel leaders after the attack of 3 May 2022. Shelling killed nine.",
    )
    assert claim.when.start is None


def test_what_is_planned_lies_on_no_day_that_has_passed() -> None:
    [claim] = told(
        "meeting",
        "The two sides agreed to resume talks in Doha on Sunday. Shelling killed nine rebels.",
    )
    assert claim.when.start == date(2022, 6, 19)


def test_what_was_prepared_for_as_the_report_tells_lies_on_the_day_that_passed() -> None:
    [claim] = told(
        "meeting",
        "Shelling killed nine rebels as a government delegation prepared for talks with Russia on "
        "Sunday.",
    )
    assert claim.when.start == date(2022, 6, 12)


def test_the_datelines_day_is_not_the_meetings() -> None:
    [claim] = told(
        "meeting",
        "GENEVA, 3 June -- The army chief met rebel leaders. Shelling killed nine people.",
    )
    assert claim.when.start is None


def test_two_persons_of_office_joined_by_and_are_two_parties() -> None:
    [claim] = told(
        "meeting",
        "Jordanian Foreign Minister Salim al-Nasr and U.N. envoy Maria Holm met in Amman on Monday "
        "about the truce.",
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.participants == (
        "Jordanian Foreign Minister Salim al-Nasr",
        "U.N. envoy Maria Holm",
    )


def test_he_is_the_person_with_whom_the_sentence_before_begins() -> None:
    [claim] = told(
        "meeting",
        "The Kenyan president will host a conference on the war. He'll hold talks with the Somali "
        "prime minister on Thursday.",
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.status == "planned"
    assert claim.detail.participants == ("Kenyan president", "Somali prime minister")


def test_the_stops_of_an_abbreviation_end_no_name() -> None:
    [claim] = told(
        "meeting",
        "The truce came after talks between the Omani foreign minister and U.S. envoy Ann Reed.",
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.participants[-1] == "U.S. envoy Ann Reed"


def test_talks_that_end_after_a_long_description_are_held() -> None:
    [claim] = told(
        "meeting",
        "A round of talks in Nairobi meant to bring about a truce between the army and the rebels "
        "ended on Sunday without a deal.",
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.status == "held"
    assert claim.where is not None
    assert claim.where.name == "Nairobi"


def test_who_hosts_talks_is_no_party_to_them() -> None:
    claims = told(
        "meeting", "Algeria hosted the last round of peace negotiations on the war over two days."
    )
    assert all("Algeria" not in c.detail.participants for c in claims)


def test_sitting_down_with_somebody_is_meeting_him() -> None:
    [claim] = told(
        "meeting", "The French foreign minister sat down with Malian officials in Bamako last week."
    )
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.participants == ("French foreign minister", "Malian officials")


def test_no_deal_is_no_party() -> None:
    [claim] = met(
        "The Chadian government and the rebels have concluded talks in Doha with no new deal."
    )
    assert all("deal" not in p for p in claim.participants)


def test_one_meeting_told_thinly_folds_into_the_fuller_telling() -> None:
    text = (
        "A delegation from the government held talks on Monday with Chad about the war. "
        "A Sudanese delegation headed by the foreign minister held talks with Chadian President "
        "Omar Dile in Abeche on Monday."
    )
    assert len(met(text)) == 1


def test_what_a_party_is_to_another_makes_it_no_other_party() -> None:
    text = (
        "A delegation held talks with key ally Chad on Monday about the war. "
        "A Sudanese delegation headed by the foreign minister held talks with Chadian President "
        "Omar Dile in Abeche on Monday."
    )
    assert len(met(text)) == 1


def test_two_meetings_of_one_state_are_kept_apart() -> None:
    text = (
        "The Omani foreign minister met the French envoy on Monday about the war. The Omani "
        "foreign minister met the Dutch envoy in Muscat on Monday."
    )
    assert len(met(text)) == 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "DAYS BEFORE HIS MEETING WITH ENVOY RUIZ, PRESIDENT ORTIZ REAFFIRMED HIS WISH FOR "
            "PEACE AFTER THE BOMBING.",
            "REAFFIRMED",
        ),
        (
            "A REBEL [FRONT] DELEGATION, REPRESENTING ITS COMMAND, MET WITH GOVERNMENT ENVOYS "
            "AFTER THE BOMBING.",
            "REPRESENTING",
        ),
        ("THE DELEGATION PLANS TO MEET WITH PRESIDENT ORTIZ AFTER THE BOMBING.", "PLANS"),
    ],
)
def test_in_capitals_a_verb_is_no_word_of_a_party(text: str, word: str) -> None:
    assert all(word not in name and "DAYS" not in name for who in parties(text) for name in who)


def test_talks_told_with_one_side_alone_are_none() -> None:
    assert parties("TALKS ARE BEING HELD WITH THE REBELS IN OSLO AFTER THE BOMBING.") == []


def test_a_palace_is_no_host_and_where_he_met_is_the_place() -> None:
    text = "President Ortiz met with rebel leaders at the Garden Palace after the bombing."
    assert [m.host for m in met(text)] == [None]
    [claim] = told(
        "meeting",
        "The president, who just returned from Lebanon, where he met rebel leaders after the "
        "bombing, thanked Syria.",
    )
    assert claim.where is not None
    assert claim.where.name == "Lebanon"


def test_talks_that_one_side_stays_away_from_are_cancelled() -> None:
    text = (
        "The government and the rebels had been scheduled to hold a third round of talks on "
        "Monday, but after the bombing the rebels said they would not attend."
    )
    assert [m.status for m in met(text)] == ["cancelled"]
