"""What a report's opening says it is about, and which words of harm then tell no violence."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_extract import READER
from tests.factories import make_document

from bearwitness.claims.event_types import find_triggers, incident_likelihood
from bearwitness.claims.opening_matter import (
    beside_the_matter,
    is_counted_in_matter,
    opening_matter,
)
from bearwitness.text.sentences import segment

TODAY = date(2024, 5, 6)


def matter_of(text: str) -> str | None:
    sentences = segment(text)
    return opening_matter(text, sentences, find_triggers(text, sentences), TODAY)


def tells_violence(text: str) -> bool:
    sentences = segment(text)
    found = find_triggers(text, sentences)
    matter = opening_matter(text, sentences, found, TODAY)
    triggers = beside_the_matter(text, sentences, found, matter, TODAY)
    return (
        any(t.negative is None for t in triggers)
        and incident_likelihood(text, sentences, triggers).is_incident
    )


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Six soldiers killed as army lorry plunges into river.", "other cause"),
        ("A transport helicopter went down. All nine troops died in the crash.", "other cause"),
        ("Navies hold joint missile drill. A frigate fired a missile at a hulk.", "drill"),
        ("Minister marks the anniversary of the siege with wreaths.", "remembrance"),
        ("Reporters remember their slain friends. The wall bears 934 names.", "remembrance"),
        ("The novel, a thriller, is set in a mining town. The film rights are sold.", "fiction"),
        ("Homicide figures lowest in a decade. Police recorded 41 murders.", "statistics"),
        ("Season 2, episode 4: a recap. The kidnappers shoot the guard and flee.", "fiction"),
        (
            "Police seize rifles and grenades from a barn. Two men were arrested in the raid.",
            "arms found",
        ),
        ("Rebels seize rifles after they ambushed a patrol on Monday.", None),
        ("A brown bear attacked three walkers near a lodge. Wardens shot the animal.", "animals"),
        ("Herdsmen raided a kraal and killed a boy and 12 cows on Monday.", None),
        ("What happened in 1969. Feb 25: a patrol shot 20 villagers in the delta.", "history"),
        ("The siege of 1969 began at dawn, a survivor said on Monday.", None),
        (
            "We hear that our war is just. But we bomb towns. Our leaders kill and call it peace.",
            "comment",
        ),
        ("Our town was shelled today. We lost two neighbours. We have no bread.", None),
        ("Survey shows a drop in homicides in thirty cities. The murder rate fell.", "statistics"),
        ("Gunmen killed six soldiers whose lorry had plunged into a river.", None),
        ("Four people were killed when a bomb went off at a market on Monday.", None),
        ("A homicide rate that climbs: two men were shot dead on Elm Street on Friday.", None),
    ],
)
def test_the_opening_says_what_a_report_is_about(text: str, matter: str | None) -> None:
    assert matter_of(text) == matter


@pytest.mark.parametrize(
    "text",
    [
        "Six soldiers killed as army lorry plunges into river. The army ruled out terrorism. "
        "The bodies of two corporals were found downstream by troops.",
        "Hundreds gathered for the anniversary of the market massacre. In 1998 militiamen "
        "attacked the town and murdered 60 traders.",
        "Navies hold joint missile drill. On Friday a frigate fired a missile at a hulk.",
        "What happened in 1969. Feb 25: a patrol raided a village in the delta and shot 20 men.",
        "Police seize rifles and grenades from a barn. Experts took two bombs to a quarry.",
        "Homicide figures lowest in a decade. Police recorded 41 murders, fewer killings than in "
        "any year since the count began.",
    ],
)
def test_words_of_harm_that_speak_of_the_matter_tell_no_violence(text: str) -> None:
    assert not tells_violence(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bus fell into a gorge, killing nine. In the same district on Monday gunmen opened "
        "fire on a patrol and killed two policemen.",
        "Gunmen opened fire on a crowd marking the anniversary of the siege on Sunday, killing 3.",
        "A helicopter crashed in the hills, killing six. Rebels said they had shot down the "
        "aircraft with a missile on Sunday.",
    ],
)
def test_violence_told_beside_the_matter_stays_violence(text: str) -> None:
    assert tells_violence(text)


def test_a_count_of_a_tally_without_a_day_belongs_to_the_statistics() -> None:
    assert is_counted_in_matter("The city had 104 homicides, 28 fewer than before.", "statistics")
    assert not is_counted_in_matter("Two men were killed on Friday.", "statistics")
    assert is_counted_in_matter("Nine of them died at the spot.", "other cause")
    assert not is_counted_in_matter("Nine were killed in an air strike.", "other cause")


@pytest.mark.parametrize(
    "text",
    [
        "Old bomb defused in harbour town. A bomb of the last war was found on Tuesday under a "
        "school and made safe.",
        "Unexploded wartime bomb clears a quarter. Police moved 4,000 residents on Sunday.",
    ],
)
def test_an_old_bomb_that_harmed_nobody_is_no_attack(text: str) -> None:
    assert not tells_violence(text)


def test_a_gun_that_goes_off_by_accident_is_a_shooting() -> None:
    text = (
        "Fatal hunting accident. One man is dead after a rifle accidentally discharged on Sunday."
    )
    assert matter_of(text) is None


def killed_in_incidents(text: str) -> list[int | None]:
    document = make_document(text=text, title=text.splitlines()[0], day=TODAY)
    return [
        c.casualty.low
        for c in READER.extract(document)
        if c.mention is not None and c.casualty and c.casualty.outcome == "killed"
    ]


def test_the_dead_of_a_flood_are_not_those_of_the_ambush_told_beside_it() -> None:
    text = (
        "Flood kills 14; raiders attack convoy\n\nA dam burst near Northmoor on Saturday, killing "
        "14 people. Separately, raiders ambushed a convoy in Northmoor on Sunday and killed three "
        "drivers, police said."
    )
    assert set(killed_in_incidents(text)) == {3}


def test_a_crash_of_an_aircraft_shot_down_is_no_accident() -> None:
    text = (
        "Helicopter shot down over Northmoor\n\nA helicopter crashed near Northmoor on Sunday, "
        "killing its crew of three. The army said the helicopter was shot down by a missile."
    )
    assert 3 in killed_in_incidents(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cadets join hostage rescue simulation. On Saturday a cell had taken control of a tower.",
        "Title: Salt. Pages: 274. Author: unknown. A medic sees a girl shot and a village bombed.",
        "Explosion at a Dorvan chocolate factory kills seven. A blast tore through the mill.",
        "The rebellion of 1857 began in the barracks. Rebels fought the company's troops in Salda.",
    ],
)
def test_drills_books_factories_and_old_wars_tell_no_violence(text: str) -> None:
    assert not tells_violence(text)
