from __future__ import annotations

import pytest

from bearwitness.claims.groups import find_groups
from bearwitness.text.tokens import tokenize


def heads(text: str) -> list[tuple[int | None, str]]:
    return [(g.quantity.low, g.head) for g in find_groups(tokenize(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at least 12 unarmed villagers", [(12, "villagers")]),
        ("three women and two men", [(3, "women"), (2, "men")]),
        ("two senior rebel commanders", [(2, "commanders")]),
        ("12 deaths", [(12, "deaths")]),
        ("14 trucks", []),
        ("one by one", []),
        ("one after another", []),
        ("in 2014", []),
        ("on 25 November", []),
        ("12 kilometres away", []),
    ],
)
def test_people_are_counted_and_things_dates_and_distances_are_not(
    text: str, found: list[tuple[int | None, str]]
) -> None:
    assert heads(text) == found


def test_an_age_counts_nobody() -> None:
    (group,) = find_groups(tokenize("a 15-year-old boy was hit"))
    assert (group.quantity.low, group.head, group.singular) == (1, "boy", True)


def test_a_part_of_a_whole_is_known_by_its_of() -> None:
    (group,) = find_groups(tokenize("three of them were hurt"))
    assert group.partitive
    assert group.is_bare


def test_the_head_may_tell_the_outcome() -> None:
    (group,) = find_groups(tokenize("31 wounded"))
    assert group.outcome == "injured"


def test_a_modifier_decides_the_status_of_a_neutral_head() -> None:
    (group,) = find_groups(tokenize("six armed men"))
    assert group.status == "combatant"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Four killed in shelling of port: governor", ["killed"]),
        ("Six killed in blast - police chief", ["killed"]),
        ("Guard killed in blast", ["guard"]),
        ("Council blames raid on an activist network", []),
    ],
)
def test_the_source_that_closes_a_headline_and_a_body_of_people_are_no_victims(
    title: str, found: list[str]
) -> None:
    assert [g.head for g in find_groups(tokenize(title), headline=True)] == found


@pytest.mark.parametrize(
    "text", ["13 bus passengers died", "14 commuter bus passengers died", "14 student nurses died"]
)
def test_what_kind_of_people_are_counted_may_be_told_by_things_and_persons(text: str) -> None:
    (group,) = find_groups(tokenize(text))
    assert (group.quantity.low, group.head) == (int(text[:2]), text.split()[-2])
