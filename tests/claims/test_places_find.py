from __future__ import annotations

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.places import find_places
from bearwitness.claims.places_apart import is_told_apart
from bearwitness.claims.places_cues import role
from bearwitness.claims.places_find import recognise


def test_a_name_may_end_in_a_word_that_is_small_elsewhere() -> None:
    text = "A bomb went off in Santa Rosa del Sur on Monday."
    assert [f.name for f in recognise(text, load_gazetteer(), ())] == ["Santa Rosa del Sur"]


def test_initials_that_the_text_explains_are_no_town() -> None:
    text = "Shells fell along LoC on Monday. The Line of Control (LoC) was quiet before."
    assert "LoC" not in {f.name for f in recognise(text, load_gazetteer(), ())}
    ended = "Guards of the North - (GN) fired in Gusau. A unit & (UN) did not."
    assert [f.name for f in recognise(ended, load_gazetteer(), ())] == ["Gusau"]


def test_the_verb_of_a_headline_is_no_town() -> None:
    text = "Raiders Attack Six Villages In Zamfara, Kill 53"
    assert [f.name for f in recognise(text, load_gazetteer(), ())] == ["Zamfara"]


def test_a_small_word_inside_a_name_does_not_part_it() -> None:
    text = "Helicopters fired on a school in Let Yet Kone in Sagaing Region on Friday."
    names = [f.name for f in recognise(text, load_gazetteer(), ())]
    assert names[0] == "Let Yet Kone"


def test_an_unknown_name_before_its_country_is_a_place() -> None:
    text = "Gangs killed more than 70 people in Pont-Sonder, Haiti, on Thursday."
    assert next(f.name for f in recognise(text, load_gazetteer(), ())) == "Pont-Sonder"


def test_where_reporters_were_told_of_it_is_no_scene() -> None:
    text = "Villagers told newsmen in Idlib that nine people had died."
    at = text.index("Idlib")
    assert role(text, at, at + len("Idlib")) == "speaker_location"


def test_an_unknown_name_that_lies_north_of_a_town_or_near_a_border_is_a_place() -> None:
    assert is_told_apart(" near the northern border, killing nine", 0)
    assert is_told_apart(", south of Aleppo, and killed nine", 0)
    assert not is_told_apart(", south of the line, and killed nine", 0)


def test_a_name_whose_only_namesakes_lie_abroad_is_still_a_place_where_the_text_puts_it() -> None:
    text = "Gunmen killed six people at Lawan, south of Maiduguri, Nigeria."
    (mention,) = [m for m in find_places(text, load_gazetteer()) if m.where.name == "Lawan"]
    assert mention.where.country == "NG"
