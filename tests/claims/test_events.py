"""Where and when the event of a report was, among the places and days that the report names."""

from __future__ import annotations

from datetime import date

import pytest

from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_types import find_triggers
from bearwitness.claims.events import Story
from bearwitness.claims.extract import _read_all
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import read_timeline
from bearwitness.model.claim import Where
from bearwitness.model.document import Anchor
from bearwitness.model.place import Place
from bearwitness.text.sentences import segment

HASSA = Where("Hassa", 11, 35.20, 38.10, "SY", "Raqqa", 1)
FAR_HASSA = Where("Hassa", 12, 30.00, 31.00, "EG", "Giza", 1)
NEAR_HASSA = Where("Northmoor", 13, 35.25, 38.15, "SY", "Raqqa", 1)
NEXT_TOWN = Where("Eastmoor", 15, 35.35, 38.20, "SY", "Raqqa", 1)
ABROAD = Where("Southmoor", 14, 37.00, 37.30, "TR", "Gaziantep", 1)
RAQQA = Where("Raqqa", 10, 35.95, 39.01, "SY", "Raqqa", 1)


def tell(
    text: str,
    places: dict[str, Where],
    anchor: Anchor | None = None,
    headline: frozenset[int] = frozenset(),
    **roles,
) -> Story:
    """Read a text whose places are given."""
    sentences = segment(text, [])
    found = [
        PlaceMention(
            text.index(name), text.index(name) + len(name), where, "city", 4,
            role=roles.get(name, "in_phrase"), relation=roles.get(f"{name}_relation"),
            place=Place(
                1, where.place_id or 0, name, 0.0, 0.0, "SY", None, None, "city", 1_000
            ),
        )
        for name, where in places.items()
    ]  # fmt: skip
    story = Story(
        text, sentences, read_timeline(text, sentences, anchor or Anchor()), found, headline
    )
    triggers: dict[int, list] = {}
    for t in find_triggers(text, sentences):
        triggers.setdefault(t.sentence_index, []).append(t)
    story.tell(_read_all(text, sentences, headline), triggers)
    return story


def first(story: Story) -> EventMention:
    return story.mentions[0]


def test_the_village_counts_before_the_town_whose_countryside_holds_it():
    story = tell(
        "Gunmen shot at a patrol in Hassa village in the western countryside of Raqqa.",
        {"Hassa": HASSA, "Raqqa": RAQQA},
        Raqqa_relation="countryside",
    )
    place = story.place_for(first(story))
    assert place is not None
    assert place.where.name == "Hassa"


def test_a_namesake_in_another_country_gives_way_to_the_place_as_written():
    story = tell(
        "Gunmen shot at a patrol in Hassa village, Raqqa.",
        {"Hassa": FAR_HASSA, "Raqqa": RAQQA},
    )
    place = story.place_for(first(story))
    assert place is not None
    where = place.where
    assert (where.name, where.place_id, where.country) == ("Hassa", None, "SY")
    assert (where.lat, where.lon) == (RAQQA.lat, RAQQA.lon)
    assert where.precision >= 2


def test_the_day_that_most_sentences_bear_out_is_the_event_s():
    text = (
        "A bomb exploded at a market in Raqqa on 3 May 2020. "
        "The bombing on 2 May 2020 killed many. The blast on 2 May 2020 wrecked shops."
    )
    time = first(tell(text, {"Raqqa": RAQQA})).time
    assert time is not None
    assert time.when.start == date(2020, 5, 2)


@pytest.mark.parametrize("noun", ["neighbourhood", "Street", "camp"])
def test_a_day_in_a_name_dates_nothing(noun):
    text = f"On 28 April 2020 shells were fired at the July 7 {noun}, killing a man."
    time = first(tell(text, {})).time
    assert time is not None
    assert time.when.start == date(2020, 4, 28)


def test_an_arrest_only_bounds_the_event():
    text = "Police arrested a man on Tuesday over the shooting."
    time = first(tell(text, {}, Anchor(date(2020, 5, 8), "day", "stated"))).time
    assert time is not None
    assert time.when.basis == "anchor"


def place_names(story: Story) -> list[str]:
    placed = [story.place_for(m) for m in story.mentions]
    return [p.where.name if p else "" for p in placed]


def test_a_second_strike_of_the_same_day_in_a_neighbouring_town_is_an_event_of_its_own():
    story = tell(
        "Warplanes bombed a market in Hassa on Monday, killing 31 people. Later on Monday, a "
        "second strike on the town of Northmoor killed six civilians.",
        {"Hassa": HASSA, "Northmoor": NEAR_HASSA},
        Anchor(date(2019, 7, 23), "day", "stated"),
    )
    assert place_names(story) == ["Hassa", "Northmoor"]


def test_a_sentence_that_opens_with_another_town_tells_of_another_event():
    story = tell(
        "Warplanes bombed a school in Hassa on Monday, killing 31 people. In Eastmoor, a shell "
        "hit a house, killing a father and his two sons.",
        {"Hassa": HASSA, "Eastmoor": NEXT_TOWN},
        Anchor(date(2019, 7, 23), "day", "stated"),
    )
    assert place_names(story) == ["Hassa", "Eastmoor"]


def test_the_same_street_is_that_of_the_event_told_before():
    story = tell(
        "Warplanes bombed a street in Hassa on Monday, killing 31 people. In Eastmoor, a shell "
        "killed two men. Four rescuers died when a second bomb struck the same street.",
        {"Hassa": HASSA, "Eastmoor": NEXT_TOWN},
        Anchor(date(2019, 7, 23), "day", "stated"),
    )
    assert [m.sentences for m in story.mentions] == [[0, 2], [1]]


def test_a_separate_attack_told_twice_stays_one_event():
    story = tell(
        "Warplanes bombed a market in Hassa on Monday, killing 31 people. In a separate attack, "
        "six people were killed in Raqqa. The army did not comment on the market. In the second "
        "attack, in Raqqa's old town, shelling killed two rescuers.",
        {"Hassa": HASSA, "Raqqa": RAQQA},
        Anchor(date(2019, 7, 23), "day", "stated"),
    )
    assert place_names(story) == ["Hassa", "Raqqa"]


def test_the_dead_of_the_year_since_when_it_was_the_worst_are_an_earlier_event_s():
    story = tell(
        "At least 15 inmates died in fighting at the prison of Hassa on Monday. It was the worst "
        "violence there since 2017, when 119 prisoners were killed in a day.",
        {"Hassa": HASSA},
        Anchor(date(2019, 7, 23), "day", "stated"),
    )
    assert [m.sentences for m in story.mentions] == [[0], [1]]
    assert story.mentions[1].time is not None
    assert story.mentions[1].time.when.start == date(2017, 1, 1)


def test_the_dead_since_whom_it_was_the_worst_are_an_earlier_event_s():
    story = tell(
        "At least 15 people died in fighting in Hassa on Monday. It was the worst attack since 26 "
        "people were killed at a school there in 2012.",
        {"Hassa": HASSA},
        Anchor(date(2019, 7, 23), "day", "stated"),
    )
    assert [m.sentences for m in story.mentions] == [[0], [1]]
    assert story.mentions[1].time is not None
    assert story.mentions[1].time.when.start == date(2012, 1, 1)


def test_where_the_wounded_were_flown_to_is_no_scene():
    story = tell(
        "Two men died when rockets hit a base in Hassa on Monday. The wounded were flown to "
        "Eastmoor, where two of them died.",
        {"Hassa": HASSA, "Eastmoor": NEXT_TOWN},
        Anchor(date(2019, 7, 23), "day", "stated"),
        Eastmoor="destination",
    )
    assert place_names(story) == ["Hassa"]


def test_the_day_on_which_a_toll_rose_is_not_the_day_of_the_bombing():
    story = tell(
        "The toll of Saturday's bombing in Hassa rose to 27 on Sunday as a man died of wounds.",
        {"Hassa": HASSA},
        Anchor(date(2019, 7, 22), "day", "stated"),
    )
    assert first(story).time is not None
    assert first(story).time.when.start == date(2019, 7, 20)


@pytest.mark.parametrize(
    ("ago", "start", "end"),
    [
        ("two days", date(2019, 10, 9), date(2019, 10, 9)),
        ("just a week", date(2019, 10, 2), date(2019, 10, 6)),
        ("days", None, None),
    ],
)
def test_deaths_that_the_event_came_after_are_an_earlier_event_s(ago, start, end):
    story = tell(
        "Armed men stormed a mosque in Hassa on Friday, killing 15 people. The attack came "
        f"{ago} after about 20 people were killed at a mine in Raqqa.",
        {"Hassa": HASSA, "Raqqa": RAQQA},
        Anchor(date(2019, 10, 12), "day", "stated"),
    )
    assert place_names(story) == ["Hassa", "Raqqa"]
    earlier = story.mentions[1]
    assert earlier.background
    assert earlier.time is not None
    assert (earlier.time.when.start, earlier.time.when.end) == (start, end)


def test_the_town_that_the_lead_names_replaces_the_city_of_the_title():
    story = tell(
        "Strike on market in Raqqa kills dozens.\n\nWarplanes bombed a market in the town of "
        "Hassa, killing 31 people.",
        {"Raqqa": RAQQA, "Hassa": HASSA},
        headline=frozenset({0}),
    )
    assert place_names(story) == ["Hassa"]


def test_the_title_s_place_stays_where_the_lead_names_one_of_another_country():
    story = tell(
        "Strike on market in Raqqa kills dozens.\n\nWarplanes bombed a market, killing 31 "
        "people, medics in Southmoor said after strikes near Southmoor.",
        {"Raqqa": RAQQA, "Southmoor": ABROAD},
        headline=frozenset({0}),
    )
    assert place_names(story)[0] == "Raqqa"


def test_prayers_on_a_day_do_not_make_it_the_day_of_praying():
    story = tell(
        "Gunmen stormed a mosque in Hassa during evening prayers on Friday, killing 15 people.",
        {"Hassa": HASSA},
        Anchor(date(2019, 10, 12), "day", "stated"),
    )
    time = first(story).time
    assert time is not None
    assert time.when.start == date(2019, 10, 11)


PAST = (
    "Shells hit a market in Hassa, killing three people. The army invaded the area in 2014, "
    "killing 40 people."
)


def test_a_mere_year_told_later_does_not_date_the_event_of_a_dated_report():
    story = tell(PAST, {"Hassa": HASSA}, Anchor(date(2023, 6, 11), "day", "stated"))
    assert first(story).time is not None
    assert first(story).time.when.start == date(2023, 6, 11)
    assert [m.time.when.start.year for m in story.mentions[1:]] == [2014]
    assert story.mentions[1].background


def test_a_year_told_with_a_running_count_is_the_reports_own():
    story = tell(
        "Shells hit a market in Hassa, killing three people. That brings the number of dead "
        "in such attacks in 2023 to 40, four people among them this week.",
        {"Hassa": HASSA},
        Anchor(date(2023, 6, 11), "day", "stated"),
    )
    assert not any(m.background for m in story.mentions)


def test_a_second_blast_in_a_neighbouring_town_is_apart_and_one_at_the_same_place_is_not():
    apart = tell(
        "A bomb went off at a station in Hassa on Saturday, killing five policemen. Hours later a "
        "second device exploded in Northmoor, injuring six people.",
        {"Hassa": HASSA, "Northmoor": NEAR_HASSA},
        Anchor(date(2018, 1, 28), "day", "stated"),
    )
    assert place_names(apart) == ["Hassa", "Northmoor"]
    one = tell(
        "A bomb went off at a station in Hassa on Saturday, killing five policemen. Minutes later "
        "a second device exploded there, injuring six people.",
        {"Hassa": HASSA},
        Anchor(date(2018, 1, 28), "day", "stated"),
    )
    assert place_names(one) == ["Hassa"]


def test_the_day_of_a_death_in_hospital_opens_no_event():
    story = tell(
        "A missile hit a house in Hassa on Tuesday, killing 13 people. A girl wounded in the "
        "strike died in hospital on Friday, taking the toll to 14.",
        {"Hassa": HASSA},
        Anchor(date(2023, 6, 25), "day", "stated"),
    )
    assert len(story.mentions) == 1
    time = first(story).time
    assert time is not None
    assert time.when.start == date(2023, 6, 20)


def test_a_toll_raised_by_deaths_in_hospital_still_tells_its_event():
    story = tell(
        "Toll of bombing rises to 43.\n\nThe toll of Monday's air raid in Hassa has risen to 43 "
        "after four people died of their wounds overnight. Rocket fire killed two people in Raqqa "
        "on Sunday.",
        {"Hassa": HASSA, "Raqqa": RAQQA},
        Anchor(date(2019, 7, 23), "day", "stated"),
        frozenset({0}),
    )
    assert place_names(story) == ["Hassa", "Raqqa"]


# A Wednesday.
FOLLOW_UP = Anchor(date(2019, 5, 15), "day", "stated")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # the page's own days and those of other acts
        ("Posted: Tuesday, May 14, 2019 A clerk was shot dead. It happened at 9 p.m. Sunday.", 12),
        ("A clerk was shot dead Sunday. As of 8 a.m. Tuesday his brother was in surgery.", 12),
        ("A clerk was shot on Sunday. Medics were sure Tuesday that the bullet killed him.", 12),
        ("A clerk was shot Sunday. He underwent a second operation early Tuesday.", 12),
        ("Officers on Tuesday searched for a man who shot a clerk. He was killed Sunday.", 12),
        ("The trial over the shooting of a clerk was postponed Monday. He was shot May 3.", 3),
        ("A man appeared before a judge on Monday over the shooting. He shot a clerk May 3.", 3),
        ("A vigil was held Monday for a clerk who was shot dead. He was killed on Sunday.", 12),
        ("A clerk was shot Sunday. Police went to a ward Tuesday to interview the victim.", 12),
        # a death and a find yield to the day of the violence
        ("He died at 4:25 a.m. on Monday. The boy was shot at 10:43 p.m. Sunday.", 12),
        ("A clerk's body was found Monday morning. Neighbours heard a shot late Sunday.", 12),
        # a day told by one after it
        ("A man was arrested Tuesday, two days after he shot a clerk.", 12),
        ("A man was charged Monday, a day after the shooting of a clerk.", 12),
        # what sends people to hospital, what courts do not do at night, what is reported
        ("A shooting that left two clerks hospitalized on Sunday night is under review.", 12),
        ("Charges were filed in the shooting death of a clerk on Sunday night.", 12),
        ("A clerk was shot. Around 5 p.m. Sunday, there were reports of gunfire at the mall.", 12),
        # a day goes before an interval that holds it
        ("A clerk was hurt in a shooting over the weekend. It happened around 2 p.m. Sunday.", 12),
        ("A map shows the homicides of 2017, 2018 and 2019. A clerk was shot dead Sunday.", 12),
    ],
)
def test_a_follow_up_is_dated_by_the_violence_not_by_what_came_after(text, day):
    time = first(tell(text, {}, FOLLOW_UP)).time
    assert time is not None
    assert (time.when.start, time.when.end) == (date(2019, 5, day), date(2019, 5, day))


def test_a_day_of_saying_yields_to_the_day_another_sentence_gives():
    text = (
        "A clerk was shot dead, deputies said Tuesday. He was closing on Sunday when two men came."
    )
    time = first(tell(text, {}, FOLLOW_UP)).time
    assert time is not None
    assert time.when.start == date(2019, 5, 12)


def test_a_vigil_that_was_shot_at_is_the_scene():
    text = "Five people were shot at a vigil Monday. The vigil was for a man killed on Sunday."
    assert first(tell(text, {}, FOLLOW_UP)).time.when.start == date(2019, 5, 13)


def test_a_dated_item_of_a_list_is_an_event_of_its_own():
    story = tell(
        "A drone struck a house in Hassa, killing two people. Earlier strikes are as follows. "
        "January 22: A drone hit a farm, which wounded a man.",
        {"Hassa": HASSA},
    )
    assert [len(m.sentences) for m in story.mentions] == [1, 1]
    assert story.mentions[1].background


def test_where_the_incident_happened_places_the_event_told_before():
    text = "Gunmen shot dead an elder, officials said. The incident happened in Hassa on Monday."
    event = first(tell(text, {"Hassa": HASSA}, Anchor(date(2024, 3, 6), "day", "stated")))
    assert event.place is not None
    assert event.place.where == HASSA
    assert event.time is not None
    assert event.time.when.start == date(2024, 3, 4)


def test_what_an_event_adds_to_is_another_event():
    story = tell(
        "Gunmen killed six guards near Northmoor on Sunday. They add to the discovery of 10 bodies "
        "on a road near Hassa.",
        {"Northmoor": NEAR_HASSA, "Hassa": HASSA},
    )
    assert [m.place.where.name for m in story.mentions if m.place] == ["Northmoor", "Hassa"]


def test_a_toll_told_again_is_of_the_event_that_had_it():
    story = tell(
        "A bomber killed 30 people at a mosque in Northmoor on Monday. An attack on another mosque "
        "killed 17 people. The ministry said that 30 people were killed and 80 hurt.",
        {"Northmoor": NEAR_HASSA},
    )
    assert [m.sentences for m in story.mentions] == [[0, 2], [1]]


def test_an_attack_on_another_building_of_the_town_is_another_event():
    story = tell(
        "A bomber killed 30 people at a mosque in Northmoor on Monday. An attack on another mosque "
        "killed 17 people.",
        {"Northmoor": NEAR_HASSA},
    )
    assert len(story.mentions) == 2


def test_the_first_of_two_attacks_took_place_where_its_sentence_says():
    text = (
        "Nine people were hurt on Monday in two grenade attacks in Northmoor and Hassa. The first "
        "attack took place in Eastmoor where five were hurt. In the second attack, men hurled a "
        "grenade at guards, wounding four."
    )
    story = tell(text, {"Northmoor": NEAR_HASSA, "Eastmoor": NEXT_TOWN})
    assert first(story).place is not None
    assert first(story).place.where == NEXT_TOWN
    assert len(story.mentions) == 2


def test_another_toll_of_the_same_place_after_meanwhile_is_of_the_same_event():
    text = "A bomb killed 19 people in Hassa, police said. Meanwhile, an officer said 17 were dead."
    assert len(tell(text, {"Hassa": HASSA}).mentions) == 1
