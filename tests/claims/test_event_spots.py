"""Where a sentence puts its event, as the rest of the report bears it out."""

from __future__ import annotations

from bearwitness.claims.event_places import tells_where
from bearwitness.claims.event_spots import Spots
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Where
from bearwitness.text.sentences import segment

RAQQA = Where("Raqqa", 20, 36.0, 38.9, "SY", "Raqqa", 4)
HAMA = Where("Hama", 21, 35.1, 36.8, "SY", "Hama", 4)


def where_of(text: str, divisions: dict[str, Where]) -> Where:
    """The place of the last sentence, in Tabyin, which no gazetteer has."""
    unknown = {"Tabyin": Where("Tabyin", text="Tabyin")}
    places = [
        PlaceMention(
            text.index(name), text.index(name) + len(name), where,
            "adm1" if name in divisions else "unknown", 2 if name in divisions else 4,
            role="in_phrase",
        )
        for name, where in {**divisions, **unknown}.items()
    ]  # fmt: skip
    sentences = segment(text, [])
    place = Spots(text, sentences, places).place_of(sentences[-1], text.index("shot"))
    assert place is not None
    return place.where


def test_an_unknown_village_lies_in_the_one_division_that_the_report_names() -> None:
    text = "Unrest spread in Raqqa. Gunmen shot dead three guards in Tabyin on Monday."
    where = where_of(text, {"Raqqa": RAQQA})
    assert (where.name, where.country, where.adm1, where.lat) == ("Tabyin", "SY", "Raqqa", None)


def test_of_two_divisions_neither_is_taken() -> None:
    text = "Unrest spread in Raqqa and Hama. Gunmen shot dead three guards in Tabyin on Monday."
    assert where_of(text, {"Raqqa": RAQQA, "Hama": HAMA}).adm1 is None


def test_where_the_dead_are_told_of_the_province_the_capital_named_first_is_not_meant() -> None:
    text = "Unrest flared in Raqqa, and in the province of Hama, where four guards were shot."
    places = [
        PlaceMention(
            text.index(name), text.index(name) + len(name), where, kind, fine, role="in_phrase"
        )
        for name, where, kind, fine in (("Raqqa", RAQQA, "city", 4), ("Hama", HAMA, "adm1", 2))
    ]
    place = Spots(text, segment(text, []), places).place_of(
        segment(text, [])[0], text.index("four")
    )
    assert place is not None
    assert place.where.name == "Hama"


def test_where_the_convoy_was_passing_is_told_of_the_attack_on_it() -> None:
    assert tells_where("The convoy was passing through Tabyin when it was hit.", 0)
    assert not tells_where("The convoy belongs to a firm from Tabyin.", 0)
