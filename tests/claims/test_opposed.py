from __future__ import annotations

import pytest

from bearwitness.claims.actors import ActorIndex
from bearwitness.claims.opposed import opposed
from bearwitness.text.sentences import segment

INDEX = ActorIndex.load()


def pair(text: str, home: str) -> tuple[str, str] | None:
    sentences = segment(text)
    named = INDEX.find(text, sentences, home)
    found = opposed(text, sentences[0], [m for m in named if m.kind != "people"])
    return (found[0].name, found[1].name) if found else None


@pytest.mark.parametrize(
    ("text", "home", "sides"),
    [
        (
            "Government troops and Tuareg rebels traded heavy fire outside the oasis.",
            "ML",
            ("Government of Mali", "Tuareg rebels"),
        ),
        (
            "The armies of Sudan and Chad clashed near the well.",
            "SD",
            ("Government of Sudan", "Government of Chad"),
        ),
        (
            "Soldiers engaged rebels in a two-hour firefight.",
            "UG",
            ("soldiers (Uganda)", "rebels (Uganda)"),
        ),
        (
            "Two militants died in a gun battle with Indian soldiers.",
            "IN",
            ("militants (India)", "Government of India"),
        ),
    ],
)
def test_two_who_fight_each_other_are_the_sides(
    text: str, home: str, sides: tuple[str, str]
) -> None:
    assert pair(text, home) == sides


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopian troops beat back an assault by TPLF fighters on the bridge.",
        "Ethiopian troops repelled a TPLF attack on the bridge.",
    ],
)
def test_who_made_the_attack_that_was_beaten_off_comes_first(text: str) -> None:
    assert pair(text, "ET") == ("Tigray People's Liberation Front", "Government of Ethiopia")


def test_those_who_stand_by_each_other_are_no_sides() -> None:
    assert pair("Rebels, backed by militiamen, entered the town.", "ML") is None


def test_a_truce_between_two_is_no_fight_of_theirs() -> None:
    text = "A bomb hit a bus as a ceasefire between the army and the Taliban ran out."
    sentences = segment(text)
    assert opposed(text, sentences[0], INDEX.find(text, sentences)) is None
