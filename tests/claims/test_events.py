"""Where and when the event of a report was, among the places and days that the report names."""

from __future__ import annotations

from datetime import date

import pytest

from bearwitness.claims.event_types import find_triggers
from bearwitness.claims.events import EventMention, Story
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import read_timeline
from bearwitness.model.claim import Where
from bearwitness.model.document import Anchor
from bearwitness.text.sentences import segment

HASSA = Where("Hassa", 11, 35.20, 38.10, "SY", "Raqqa", 1)
FAR_HASSA = Where("Hassa", 12, 30.00, 31.00, "EG", "Giza", 1)
RAQQA = Where("Raqqa", 10, 35.95, 39.01, "SY", "Raqqa", 1)


def tell(text: str, places: dict[str, Where], anchor: Anchor | None = None, **roles) -> Story:
    """Read a text whose places are given."""
    sentences = segment(text, [])
    found = [
        PlaceMention(
            text.index(name), text.index(name) + len(name), where, "city", 4,
            role=roles.get(name, "in_phrase"), relation=roles.get(f"{name}_relation"),
        )
        for name, where in places.items()
    ]  # fmt: skip
    story = Story(
        text, sentences, read_timeline(text, sentences, anchor or Anchor()), found, frozenset()
    )
    triggers: dict[int, list] = {}
    for t in find_triggers(text, sentences):
        triggers.setdefault(t.sentence_index, []).append(t)
    story.tell({}, triggers)
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
