"""Which place of several candidates a name means."""

from __future__ import annotations

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
