"""Which outcome befell whom, by the words around a count."""

from __future__ import annotations

import pytest

from bearwitness.claims.counts import read_counts
from bearwitness.claims.cues import find_cues
from bearwitness.claims.groups import find_groups
from bearwitness.claims.role_lists import Role
from bearwitness.claims.roles import SentenceRoles
from bearwitness.text.sentences import segment
from bearwitness.text.tokens import tokenize


def roles(text: str) -> dict[int, Role]:
    tokens = tokenize(text)
    return SentenceRoles(tokens, find_groups(tokens), find_cues(tokens)).decide()


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Six villagers were killed", ["killed"]),
        ("The mine killed six villagers", ["killed"]),
        ("A mine went off, wounding six villagers", ["injured"]),
        ("Six villagers died", ["killed"]),
        ("The bodies of six villagers were found", ["killed"]),
        ("Six villagers were killed and nine others wounded", ["killed", "injured"]),
        ("Six soldiers and nine villagers were wounded", ["injured", "injured"]),
        ("Six villagers watched", []),
        ("A raid killed six villagers according to residents and two medics", ["killed"]),
        ("According to police, six villagers were killed", ["killed"]),
        ("The office put the number of dead at six and the injured at nine", ["killed", "injured"]),
        ("Relief workers sent 300 body bags", []),
        ("Troops kill six bandits, free nine captives", ["killed"]),
        ("Rebels kill six soldiers, take nine prisoners", ["killed", "detained"]),
        ("Police shoot dead six robbers", ["killed"]),
        ("The group shoots to death six villagers", ["killed"]),
        ("Raid kills six, wounds nine, forces 300 to flee", ["killed", "injured", "displaced"]),
        (
            "Raiders killed six villagers while nine others fled their homes",
            ["killed", "displaced"],
        ),
        ("Raiders killed six villagers and 3,000 people have fled", ["killed", "displaced"]),
        (
            "A mine killed six soldiers and two villagers, and nine others were hurt",
            ["killed", "killed", "injured"],
        ),
        ("A mine killed six soldiers and two villagers were hurt", ["killed", "injured"]),
        ("A raid killed six people, residents and a medical group say", ["killed"]),
        ("A raid killed six people, as the army and a rival militia fight on", ["killed"]),
        ("The war led to 600 deaths and 90,000 displaced persons", ["killed", "displaced"]),
        ("Snipers kill six people a day", []),
        ("The injury toll in the strike rose to six", ["injured"]),
        ("Crews saved six people, one a child, while nine people were injured", ["injured"]),
        ("Crews eliminate a large fire at a civilian factory", []),
        ("There was an average of six deaths weekly in the camp", []),
        ("Six people were killed a day after the truce", ["killed"]),
    ],
)
def test_victims_by_voice_and_position(text: str, outcomes: list[str]) -> None:
    assert [r.outcome for _, r in sorted(roles(text).items())] == outcomes


def test_those_who_kill_are_not_the_killed() -> None:
    found = roles("Two gunmen killed six villagers")
    assert {n: r.outcome for n, r in found.items()} == {1: "killed"}


def test_a_part_knows_its_whole() -> None:
    found = roles("Six villagers, including two children, were killed")
    assert (found[0].parent, found[1].parent) == (None, 0)


def test_a_plan_is_hypothetical() -> None:
    found = roles("They planned to kill six villagers")
    assert all(r.hypothetical for r in found.values())


def test_civilians_hold_no_fighters() -> None:
    text = (
        "The raid killed 12 civilians, including three children and two women, and five fighters."
    )
    found = {text[r.start : r.end]: r.casualty for s in segment(text) for r in read_counts(text, s)}
    assert found["three"].subset
    assert found["two"].subset
    assert not found["five"].subset
    assert found["five"].status == "combatant"
