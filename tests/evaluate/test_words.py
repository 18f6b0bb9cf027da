from __future__ import annotations

from datetime import date

import pytest

from bearwitness.evaluate.words import holds_day, same_actor, same_division, stands_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("killed 12 people", 12),
        ("killed twelve people", 12),
        ("Twenty died", 20),
        ("some 1,204 dead", 1204),
        ("some 1204 dead", 1204),
        ("12.", 12),
    ],
)
def test_a_number_stands_in_digits_or_words(text: str, number: int) -> None:
    assert stands_in(text, number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("killed 120 people", 12),
        ("on 1.12 hectares", 12),
        ("twenty-one died", 21),
        ("someone died", 1),
        ("12,000 fled", 12),
    ],
)
def test_part_of_another_number_or_word_is_no_number(text: str, number: int) -> None:
    assert not stands_in(text, number)


def test_divisions_agree_across_spelling_and_kind_words() -> None:
    assert same_division("Idlib Governorate", "Idleb") is False
    assert same_division("Muḩāfaz̧at Idlib", "Idlib")
    assert same_division("Nord-Kivu", "Nord Kivu")
    assert not same_division("", "Idlib")


def test_spellings_that_the_gazetteer_knows_name_one_division() -> None:
    assert same_division("Rif-dimashq", "Rural Damascus", "SY")
    assert same_division("North Kivu", "Nord-Kivu", "CD")
    assert not same_division("North Kivu", "Sud-Kivu", "CD")
    assert not same_division("Homs", "Hama", "SY")


def test_sides_agree_on_a_telling_word_only() -> None:
    assert same_actor("Government of Syria", "Military Forces of Syria (2000-)")
    assert not same_actor("Government of Iraq", "Military Forces of Syria (2000-)")
    assert same_actor(None, "Civilians (Mali)")
    assert not same_actor(None, "Boko Haram")
    assert same_actor(None, None)
    assert not same_actor("Taliban", None)


@pytest.mark.parametrize(
    "text",
    ["On 4 May 2020, gunmen", "on May 4 gunmen", "the 4th of May", "04.05.2020", "2020-05-04"],
)
def test_a_day_is_named_by_number_and_month(text: str) -> None:
    assert holds_day(text, date(2020, 5, 4))


@pytest.mark.parametrize("text", ["On 14 May 2020", "in May 2020", "May 40", "4 March", "Monday"])
def test_another_day_or_a_month_alone_is_not_that_day(text: str) -> None:
    assert not holds_day(text, date(2020, 5, 4))
