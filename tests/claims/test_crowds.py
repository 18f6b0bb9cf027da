from __future__ import annotations

import pytest

from bearwitness.claims.crowds import crowd
from bearwitness.text.sentences import segment


def doer(text: str) -> tuple[str, str] | None:
    found = crowd(text, segment(text)[0])
    return (found.name, found.text) if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A number of villagers killed a man by stoning him.", "rioters"),
        ("A group of youths assaulted and wounded a teacher.", "rioters"),
        ("Angry residents set fire to a police post.", "rioters"),
        ("A number of students accosted and badly wounded a thief.", "rioters"),
        ("Farmers equipped with firearms attacked a camp near the ford.", "farmers"),
    ],
)
def test_people_who_do_violence_together_are_the_doers(text: str, name: str) -> None:
    found = doer(text)
    assert found is not None
    assert found[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "Seven farmers killed near the ford were buried.",
        "Villagers shot dead by soldiers were buried.",
        "Gunmen killed villagers and burned houses.",
        "Three students wounded in the blast died.",
    ],
)
def test_people_whom_violence_befell_are_no_doers(text: str) -> None:
    assert doer(text) is None
