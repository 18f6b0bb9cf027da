from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.adapters.gazetteer_names import folded_form, is_useful, plain_form

SPELLINGS = [
    ("Raqa", "Ar Raqqah", "Raqqa", "al-Raqqa", "Ar-Raqqa"),
    ("Khan Sheikhoun", "Khān Shaykhūn", "Khan Shaykhun"),
    ("Deir Ezzor", "Deir ez-Zor", "Dayr az Zawr", "Deir el-Zour"),
    ("Maarat al-Numan", "Ma`arrat an-Nu`man", "Maarrat al-Nu'man", "Ma'arat al-Nu’man"),
    ("Idlib", "Idleb"),
    ("al-Hasakeh", "Al Ḩasakah", "Hassakeh", "Hasaka"),
    ("Douma", "Dūmā", "Duma"),
    ("Tel Abyad", "Tall Abyaḑ", "Tell Abyad"),
]


def fold(name: str) -> str:
    return folded_form(plain_form(name))


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[0])
def test_spellings_of_one_name_meet(names: tuple[str, ...]) -> None:
    assert len({fold(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Homs", "Hama"), ("Mosul", "Basra"), ("Aleppo", "Idlib"), ("Kobani", "Kabul")],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_the_arabic_article_and_its_vowel_marks_are_no_part_of_the_name() -> None:
    assert fold("الرَّقّة") == fold("الرقة") == fold("رقة")


def test_initials_with_dots_are_one_word() -> None:
    assert plain_form("U.S.") == plain_form("US") == "us"


def test_codes_and_machine_transliterations_are_not_names() -> None:
    assert not is_useful("BEY")
    assert not is_useful("swldw")
    assert is_useful("al-Hasakah")
    assert is_useful("U.S.")


@given(st.text(max_size=40))
def test_folding_is_defined_for_any_text_and_stable(name: str) -> None:
    plain = plain_form(name)
    assert plain_form(name) == plain
    assert isinstance(folded_form(plain), str)
