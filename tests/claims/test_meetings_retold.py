"""One meeting told twice is one; and what a meeting's slots are not taken from."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Claim, Meeting

WAR = " The war went on and rebels shelled the town."


def met(text: str) -> list[Claim]:
    return told("meeting", text + WAR)


def detail(text: str) -> Meeting:
    [claim] = met(text)
    assert isinstance(claim.detail, Meeting)
    return claim.detail


# ---- told again


@pytest.mark.parametrize(
    ("first", "again"),
    [
        # one of the two by name, the other by office
        ("Malian President Omar Dile met the Chadian king in Dakar on Monday. ",
         "Dile held talks with Chadian King Issa Bol on the truce."),
        # with companions
        ("Malian President Omar Dile met Chadian King Issa Bol in Dakar on Monday. ",
         "Dile met Bol and his adviser Jan Roos."),
        # a body by its kind
        ("The Karo Union leaders met the Malian army chief in Dakar on Monday. ",
         "The meeting between chairman Omar Dile and General Issa Bol was held behind doors."),
        # planned, then held on that day
        ("Malian President Omar Dile will meet Chadian King Issa Bol on Monday. ",
         "Omar Dile and Issa Bol met in Dakar."),
    ],
)  # fmt: skip
def test_what_nothing_parts_is_told_again(first: str, again: str) -> None:
    assert len(met(first + again)) == 1


@pytest.mark.parametrize(
    ("first", "other"),
    [
        ("Malian President Omar Dile met Chadian King Issa Bol in Dakar on Monday. ",
         "Dile met Omani envoy Jan Roos in Bamako."),
        ("Malian President Omar Dile met Chadian King Issa Bol in Dakar on Monday. ",
         "Dile and Bol had met in Bamako in May."),
        ("Malian President Omar Dile met Chadian King Issa Bol in Dakar on 3 June 2022. ",
         "Dile will meet Bol."),
    ],
)  # fmt: skip
def test_another_meeting_is_kept(first: str, other: str) -> None:
    assert len(met(first + other)) == 2


# ---- who


@pytest.mark.parametrize(
    "text",
    [
        # a list that goes on
        "A KARO DELEGATION MET TODAY IN DAKAR WITH UN ENVOY JAN ROOS AND PERMANENT UN ENVOYS FROM "
        "THE FRG, CHAD, AND SPAIN.",
        # two names run together
        "Talks between the opposition parties the Karo Union were held in Dakar.",
        # the verb is another noun's, and one side is told alone
        "The Malian envoy came for talks with King Issa Bol on the cargo that ended up there.",
        # no sides to a war
        "A conference of sister trade unions was held in Dakar on Monday.",
        # told once it was over
        "The raid came days before the Malian president’s meeting with King Issa Bol.",
    ],
)
def test_what_is_in_doubt_is_not_told(text: str) -> None:
    assert met(text) == []


# ---- when, where, how far


def test_a_verb_with_an_object_tells_no_day_of_the_talks() -> None:
    text = "Talks between the rebels and the army, which concluded its drive on 1 June, were held."
    assert [c.when.start for c in met(text)] in ([], [None])


def test_rounds_that_were_held_apart_have_no_one_day_or_place() -> None:
    [claim] = met(
        "The Malian army and Chad have held two rounds of talks, the first in Dakar in May and the "
        "second in Bamako in June."
    )
    assert (claim.where, claim.when.start) == (None, None)


def test_a_month_of_which_days_passed_is_no_planned_day() -> None:
    [claim] = met("The Malian king will meet the Chadian president this month.")
    assert claim.when.start is None or claim.when.end > date(2022, 6, 14)  # type: ignore[operator]


def test_who_flew_has_gone() -> None:
    [claim] = met("The Malian king flew to Dakar on Saturday to meet with the Chadian president.")
    assert claim.when.start in (None, date(2022, 6, 11))


def test_what_was_to_go_on_was_not_on_a_day_before() -> None:
    [claim] = met("Talks between Mali and Chad were to continue in Dakar on Friday.")
    assert claim.when.start in (None, date(2022, 6, 17))


def test_what_is_asked_for_is_not_the_meeting_that_was_suspended() -> None:
    text = (
        "The Malian king will meet on 30 June with the Chadian president, to ask for the dialogue "
        "which was suspended."
    )
    assert detail(text).status == "planned"


def test_a_name_that_goes_on_is_no_place() -> None:
    [claim] = met("Mali and Chad held a summit in the Lima de Karo mountains on Monday.")
    assert claim.where is None


# ---- on whose roof, by whose hand


def test_where_they_met_is_no_host() -> None:
    text = "Mali and Chad held talks at the Dakar parliament on Monday."
    assert [c.detail.host for c in met(text) if isinstance(c.detail, Meeting)] == [None]


@pytest.mark.parametrize(
    ("by", "mediator"), [("Oman", "Oman"), ("Oman and Malta", None), ("Oman, Malta", None)]
)
def test_of_several_mediators_none_is_told_alone(by: str, mediator: str | None) -> None:
    assert detail(f"Mali and Chad held talks brokered by {by}.").mediator == mediator


# ---- what was learnt from pages judged


@pytest.mark.parametrize(
    "text",
    [
        # a name that follows unread
        "The rebels met the regional mediator in the war, Omar Dile.",
        # past, though before something else
        "Malian King Omar Dile was told so before talks with the Chadian envoy on Monday.",
    ],
)
def test_a_party_or_a_time_half_read_is_not_told(text: str) -> None:
    assert met(text) == []


def test_the_day_of_an_arrival_is_not_the_talks() -> None:
    [claim] = met("Malian leaders arrived Monday in Dakar for talks with the Chadian king.")
    assert claim.when.start is None


def test_a_weekday_on_which_talks_were_to_be_is_none_to_come() -> None:
    [claim] = met(
        "The talks in Dakar between Mali and Chad, which were expected to begin on Friday, were "
        "postponed."
    )
    assert claim.when.start is None or claim.when.start < date(2022, 6, 14)


def test_a_town_visited_later_is_no_place() -> None:
    [claim] = met("Malian envoys met with Chadian officials prior to their visit to Dakar.")
    assert claim.where is None


def test_the_talks_told_by_a_house_are_the_same_talks() -> None:
    assert (
        len(met("Mali and Chad opened talks in Dakar on Monday. The talks opened in Rufisque."))
        == 1
    )


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("Malian President Omar Dile on Monday held a second round of talks with Chadian King Issa "
         "Bol. ",
         "Dile left after the second meeting with Bol on Monday."),
        ("Mali’s leader met with the special envoy of the Karo League. ",
         "Army chief Omar Dile met Issa Bol on Monday in Dakar."),
    ],
)  # fmt: skip
def test_told_again_on_one_day_or_by_offices(first: str, again: str) -> None:
    assert len(met(first + again)) == 1


def test_who_speaks_for_them_has_not_met() -> None:
    assert met("The Malian king’s spokesman Omar Dile held talks with Chadian leaders.") == []


def test_one_of_several_is_not_told_alone() -> None:
    text = (
        "As was told, Omar Dile, second minister of Mali, and League Secretary-General Jan Roos "
        "are expected to meet Chadian King Issa Bol."
    )
    assert met(text) == [] or len(detail(text).participants) > 2


def test_a_subject_is_not_cut_within_a_number() -> None:
    assert (
        detail(
            "Malian and Chadian envoys met in Dakar to discuss the sending of 28,000 men."
        ).subject
        is None
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mali and Chad held talks in a village near the Senegalese capital Dakar.", None),
        ("The Malian king flew to the Senegal capital Dakar to meet the Chadian president.",
         "Dakar"),
    ],
)  # fmt: skip
def test_the_town_is_where_they_met(text: str, name: str | None) -> None:
    [claim] = met(text)
    assert (claim.where.name if claim.where else None) == name


def test_whom_another_is_to_meet_does_not_go_on_to_the_next() -> None:
    text = (
        "Brun will be heading to Oman while Roos will be heading to Mali to hold a meeting with "
        "Malian President, Issa Bol, before heading to Dakar for meeting with Chadian leaders."
    )
    assert ("Issa Bol", "Chadian leaders") not in [
        c.detail.participants for c in met(text) if isinstance(c.detail, Meeting)
    ]
