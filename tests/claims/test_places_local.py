"""Places as a town's own press names them, and what only looks like one."""

from __future__ import annotations

import pytest
from tests.claims.test_places import found, texts

from bearwitness.claims.places_cues import relation


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("NINE DIED IN HOMS AND THE VILLAGE OF OLDBROOK.", ["HOMS", "OLDBROOK"]),
        ("NINE DIED IN THE JUNGLE REGION NEAR HOMS.", ["HOMS"]),
        ("A STATE OF SHOCK REIGNED IN HOMS.", ["HOMS"]),
        ("A BOMB WENT OFF NEAR HIS MANSION IN HOMS.", ["HOMS"]),
        ("SHELLS HIT A DISTRICT OF OLDBROOK WAS TAKEN REGION IN HOMS.", ["HOMS"]),
    ],
)
def test_words_of_a_text_in_capitals_are_no_unlisted_names(text: str, names: list[str]) -> None:
    assert texts(text) == names


def test_a_given_name_of_a_person_whose_age_is_told_is_no_town() -> None:
    text = "Dallas Edward Roe, 39, was held. A gun lay next to Dallas, police said."
    assert texts(text) == []


@pytest.mark.parametrize("words", ["a Damascus-area mall", "a mall in suburban Damascus"])
def test_what_lies_about_a_town_is_near_it(words: str) -> None:
    start = words.index("Damascus")
    assert relation(words, start, start + len("Damascus")) == "near"


def test_a_great_town_is_no_part_of_a_small_place_that_it_is_said_to_be_near() -> None:
    names = [m.where.adm1 for m in found("Shots were fired in Dallas near Elmhill on Friday.")]
    assert names[0] == "Texas"


def test_a_side_of_the_compass_is_no_place() -> None:
    assert texts("Shots were fired near Northeast Miller Drive.") == []


def test_where_a_gang_was_formed_is_its_origin() -> None:
    roles = [m.role for m in found("A gang formed in Dallas shot two men in Homs.")]
    assert roles == ["origin", "in_phrase"]
