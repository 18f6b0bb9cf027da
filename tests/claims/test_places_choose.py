"""Which place of several candidates a name means."""

from __future__ import annotations

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.places import find_places
from bearwitness.claims.places_choose import Context, Slot, choose
from bearwitness.model.place import Place


def place(number: int, name: str, lat: float, lon: float, country: str, people: int) -> Place:
    return Place(number, number, name, lat, lon, country, None, None, "city", people)


LIKE = place(2, "Great Porth", 32.7, 35.2, "IL", 8_000)
AROUND = [place(10 + n, f"Town {n}", 32.7 + n / 50, 35.2, "IL", 50_000) for n in range(8)]


def test_a_great_city_of_the_very_name_goes_before_a_like_name_nearby() -> None:
    city = place(1, "Great Port", 21.5, 39.2, "SA", 4_700_000)
    named = Slot([city, LIKE], [1.0, 0.8])
    slots = [named, *(Slot([p], [1.0], count=3) for p in AROUND)]
    assert choose(slots, Context())[0] == 0
    assert [p.name for p in named.places] == ["Great Port"]


def test_a_small_place_of_the_very_name_may_yield_to_a_like_name_nearby() -> None:
    hamlet = place(1, "Great Port", 21.5, 39.2, "SA", 600)
    named = Slot([hamlet, LIKE], [1.0, 0.8])
    slots = [named, *(Slot([p], [1.0], count=3) for p in AROUND)]
    choose(slots, Context())
    assert len(named.places) == 2


def test_a_hamlet_in_a_country_not_told_of_is_not_taken_for_the_city_of_its_name() -> None:
    city = place(1, "Great Port", 46.2, 6.1, "CH", 200_000)
    hamlet = place(2, "Great Port", 41.9, -88.3, "US", 22_000)
    near = Slot([place(3, "Small Port", 41.2, -87.0, "US", 9_000)], [1.0], weight=0.9)
    named = Slot([city, hamlet], [1.0, 1.0], weight=1.0)
    assert choose([named, near], Context(countries={"SV": 2.0}))[0] == 0
    assert choose([named, near], Context(countries={"US": 2.0}))[0] == 1


def test_a_people_of_two_words_speaks_for_its_country_in_capitals_too() -> None:
    text = "THE COSTA RICAN MINISTER MET FARMERS IN CARTAGO."
    assert find_places(text, load_gazetteer())[-1].where.country == "CR"
