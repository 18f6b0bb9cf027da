"""Actors and the sides they take in an event."""

from __future__ import annotations

import pytest

from bearwitness.claims.actor_sides import sides
from bearwitness.claims.actors import ActorIndex
from bearwitness.claims.event_types import find_triggers
from bearwitness.text.sentences import segment

ACTORS = ActorIndex.load()


def ids(text: str) -> list[str]:
    return [m.actor_id for m in ACTORS.find(text, segment(text))]


def both(text: str) -> tuple[str | None, str | None]:
    sentences = segment(text)
    mentions = ACTORS.find(text, sentences)
    triggers = [t for t in find_triggers(text, sentences) if t.negative is None]
    best = max(triggers, key=lambda t: t.strength, default=None)
    span = (best.start, best.end) if best else None
    by, against = sides(text, sentences[0], span, mentions)
    return by.actor_id if by else None, against.actor_id if against else None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Syrian regime jets hit the town.", "gov-sy"),
        ("Assad's air force hit the town.", "gov-sy"),
        ("Damascus denied the raid.", "gov-sy"),
        ("Russian warplanes hit the town.", "gov-ru"),
        ("Daesh fighters held the town.", "reb-is"),
        ("ISIS held the town.", "reb-is"),
        ("Islamic State of Iraq and the Levant held the town.", "reb-is"),
        ("The Islamic State group held the town.", "reb-is"),
        ("Nigerian soldiers entered the town.", "gov-ng"),
        ("The US-led coalition hit the town.", "int-coalition"),
    ],
)
def test_aliases_lead_to_one_actor(text: str, actor: str) -> None:
    assert ids(text) == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "What is left of the town is rubble.",
        "WHAT IS LEFT OF THE TOWN IS RUBBLE.",
        "A Syrian family fled the town.",
        "He arrived in Damascus at noon.",
        "Rockets hit a school in Let Yet Kone.",
    ],
)
def test_words_that_only_look_like_actors(text: str) -> None:
    assert ids(text) == []


def test_the_regime_is_the_state_most_named() -> None:
    text = "Syrian troops met Iranian forces near a Syrian base. The regime shelled the town."
    assert ids(text)[-1] == "gov-sy"


def test_the_government_is_no_states_where_two_are_named_as_often() -> None:
    one = "Russian troops reached the town. The regime shelled it."
    two = "Russian troops met French forces. The regime shelled the town."
    assert ids(one) == ["gov-ru", "gov-ru"]
    assert ids(two) == ["gov-ru", "gov-fr", "gen-soldiers"]  # soldiers of an unnamed state


def test_a_group_no_list_knows_keeps_its_words() -> None:
    text = "Fighters fled. Talari tribesmen attacked the village."
    mentions = ACTORS.find(text, segment(text))
    assert (mentions[-1].text, mentions[-1].actor_id) == ("Talari tribesmen", "")


@pytest.mark.parametrize(
    ("text", "by", "against"),
    [
        ("Syrian regime air strikes on Islamic State positions killed nine.", "gov-sy", "reb-is"),
        ("Turkish forces shelled SDF positions near the town.", "gov-tr", "reb-sdf"),
        (
            "Clashes between Houthi fighters and Yemeni troops left ten dead.",
            "reb-houthi",
            "gov-ye",
        ),
        ("Two villagers were shot dead by unidentified gunmen.", "gen-gunmen", "gen-civilians"),
        ("Boko Haram claimed responsibility for a car bomb in the city.", "reb-bokoharam", None),
        ("Russian warplanes bombed the rebel-held town.", "gov-ru", None),
        ("A roadside bomb killed nine people, police said.", None, None),
        ("Four soldiers were killed by rebels near the river.", "gen-rebels", "gen-soldiers"),
        ("A roadside mine killed five policemen and a child.", None, "gen-police"),
        ("Soldiers opened fire on protesters.", "gen-soldiers", "gen-protesters"),
        (
            "An Israeli air strike on a house killed two, the Hamas-run health ministry said.",
            "gov-il",
            None,
        ),
        ("Saudi-led coalition warplanes struck a bus.", "int-saudi", None),
        ("Five policemen died when a bomb went off at a station.", None, "gen-police"),
        ("A missile hit a house, killing 13 people, none of them soldiers.", None, None),
        ("Nine militants were killed.", None, "gen-militants"),
        ("Al-Shabaab militants shot dead a police officer.", "reb-shabaab", "gen-police"),
        (
            "Clashes took place between Syrian forces, supported by allied militias and Russian"
            " warplanes, against rebel factions.",
            "gov-sy",
            "gen-rebels",
        ),
        (
            "SDF fighters, backed by coalition aircraft, clashed with Islamic State fighters.",
            "reb-sdf",
            "reb-is",
        ),
        ("Clashes went on between the Russian and Ukrainian forces.", "gov-ru", "gov-ua"),
        (
            "Military forces of Azerbaijan shelled positions of the army of Armenia.",
            "gov-az",
            "gov-am",
        ),
        (
            "Nine people died when guerrillas of the National Liberation Army fired rockets at an"
            " army base.",
            "reb-eln",
            "gen-soldiers",
        ),
        (
            "Six civilians and a soldier died when al-Shabaab fighters attacked a beach.",
            "reb-shabaab",
            "gen-soldiers",
        ),
        ("Members of the Blue River gang stormed a town and killed 70.", "gen-gang", None),
        ("Six soldiers were among those killed in the bombing.", None, "gen-soldiers"),
        ("Russian forces shelled civilian infrastructure.", "gov-ru", None),
        ("Fighter jets of Myanmar's military bombed a school.", "gov-mm", None),
        (
            "Syrian forces recaptured the town of Hit from Islamic State fighters.",
            "gov-sy",
            "reb-is",
        ),
    ],
)
def test_sides(text: str, by: str | None, against: str | None) -> None:
    assert both(text) == (by, against)


def test_a_mere_kind_bears_the_country_it_acts_in() -> None:
    text = "Rebels attacked regime forces near the river; civilians fled."
    found = ACTORS.find(text, segment(text), "SY")
    assert [m.name for m in found] == ["rebels (Syria)", "Government of Syria", "civilians"]
    assert [m.actor_id for m in found] == ["gen-rebels", "gov-sy", "gen-civilians"]
    assert ACTORS.find(text, segment(text))[0].name == "rebels"


def test_the_one_monitor_of_a_word() -> None:
    observatory = ACTORS.sole("monitor", "observatory")
    assert observatory is not None
    assert observatory.actor_id == "mon-sohr"
    assert ACTORS.sole("monitor", "rights") is None


def test_every_listed_id_is_unique_and_found_by_its_own_name() -> None:
    assert len(ACTORS.by_id) > 450
    for entry in ACTORS.by_id.values():
        found = ACTORS.lookup(entry.name)
        assert found is not None, entry.name


@pytest.mark.parametrize(
    ("home", "text", "named"),
    [
        ("SY", "Men discharged SAF towards an officer.", []),
        ("SD", "The SAF bombed the bridge.", ["Sudanese Armed Forces"]),
        ("PH", "The NPA attacked a post.", ["New People's Army"]),
        ("SY", "Clashes with Al Bab Military Council went on.", ["Al Bab Military Council"]),
        ("LY", "The Libyan National Army shelled the port.", ["Libyan National Army"]),
        ("SY", "The Syrian Arab Army shelled the port.", ["Government of Syria"]),
    ],
)
def test_bodies_are_those_of_the_country_told_of(home: str, text: str, named: list[str]) -> None:
    found = ActorIndex.load().find(text, segment(text), home)
    assert [m.name for m in found] == named


def test_a_country_is_told_from_its_people_and_a_leader_leads_a_state() -> None:
    assert ACTORS.names_state("Mali")
    assert not ACTORS.names_state("Malian")
    led = ACTORS.leader("Putin")
    assert led is not None
    assert led.actor_id == "gov-ru"
    assert ACTORS.leader("Dile") is None
