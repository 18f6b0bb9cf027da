"""Harm without violence, words of violence without harm, and violence that stays violence."""

from __future__ import annotations

import pytest

from bearwitness.claims.event_types import find_triggers, incident_likelihood
from bearwitness.claims.other_causes import hints_at_accident, is_done_by_nature, other_cause
from bearwitness.text.sentences import segment


def is_incident(text: str) -> bool:
    sentences = segment(text)
    triggers = find_triggers(text, sentences)
    return (
        any(t.negative is None for t in triggers)
        and incident_likelihood(text, sentences, triggers).is_incident
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nine workers were killed when a crane toppled onto a building site, officials said.",
        "A boiler blew up at a sugar mill, killing four workers.",
        "The volcano erupted without warning and killed 11 hikers.",
        "Tainted liquor killed 26 people and blinded five.",
        "A landslide buried a hamlet, killing 38 people; soldiers dug for survivors.",
        "A crocodile killed a fisherman on the banks of the river.",
        "Poachers shot dead six elephants in the national park.",
        "The new tax killed 400 small shops, the chamber of commerce says.",
        "The opposition launched a fierce attack on the budget and its 200 amendments.",
        "A boxer fell to a bombardment of punches.",
        "The navy test-fired two missiles into the sea on Thursday.",
        "In the simulated attack, 12 volunteers played the dead.",
        "Nine people were killed on Saturday after a marquee was blown over at a fair.",
        "A cable car plunged 40 metres when its rope snapped. All nine on board were killed.",
        "Schools held a minute's silence for the 146 victims of the pit disaster.",
    ],
)
def test_harm_that_nobody_did_with_arms_is_no_incident(text: str) -> None:
    assert not is_incident(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in a southern village on 4 August, an aid office said.",
        "Gunmen killed four villagers and 40 cattle near the lake.",
        "A wall collapsed after a rocket hit it, killing six people.",
        "A fire set by militiamen killed nine people in a church.",
        "Twelve people drowned when fighters shot at their boat.",
        "A bomb hidden in a bus killed 12 passengers on the motorway.",
        "A student was killed when soldiers broke up a march.",
        "The shelling killed a shepherd and 30 sheep.",
        "Rebels attacked a market, killing seven traders.",
        "Tiger brigade fighters killed two herders near the gate.",
    ],
)
def test_violence_beside_such_words_stays_an_incident(text: str) -> None:
    assert is_incident(text)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("Bees attacked a funeral, killing one mourner.", "animals"),
        ("The cyclone killed 21 people.", "other cause"),
        ("Two mock casualties lay on the road.", "drill"),
        ("A heavy gate came down and killed two pupils.", "other cause"),
        ("The militia killed two pupils.", None),
        ("The Tiger group attacked and killed two men.", None),
    ],
)
def test_the_cause_that_a_sentence_names(words: str, cause: str | None) -> None:
    assert other_cause(words) == cause


def test_a_hint_counts_only_where_nothing_speaks_of_arms() -> None:
    assert hints_at_accident("Two died. Their lorry had left the motorway in fog.")
    assert not hints_at_accident("Two died. Gunmen had stopped their lorry on the motorway.")


@pytest.mark.parametrize(
    ("words", "by_nature"),
    [
        (
            "As fighting goes on, the coast also has rains and floods, which have so far killed 13",
            1,
        ),
        ("Landslides killed at least 13", 1),
        ("Shelling in the floods of last week killed 13", 0),
        ("After the earthquake, soldiers killed 13", 0),
    ],
)
def test_what_nature_killed_is_told_by_the_words_before_a_count(words: str, by_nature: int) -> None:
    assert is_done_by_nature(words, words.index("13")) is bool(by_nature)
