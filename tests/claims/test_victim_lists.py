from __future__ import annotations

import pytest

from bearwitness.claims.counts import CountReading, read_counts
from bearwitness.model.claim import Outcome
from bearwitness.text.sentences import segment


def readings(text: str) -> list[CountReading]:
    (sentence,) = segment(text)
    return read_counts(text, sentence)


def totals(text: str, outcome: Outcome = "killed") -> list[int]:
    """Sum of every list, and each count that stands alone; parts of a whole are left out."""
    lists: dict[object, int] = {}
    for n, r in enumerate(readings(text)):
        count = r.casualty
        if count.outcome != outcome or r.parent is not None or count.low is None:
            continue
        key = ("alone", n) if r.list_id is None else r.list_id
        lists[key] = lists.get(key, 0) + count.low
    return sorted(lists.values())


@pytest.mark.parametrize(
    ("text", "total"),
    [
        (
            "Eight marines, including a captain, and five dockers were killed by shelling.",
            [13],
        ),
        (
            "Eight marines (two of them officers) and five dockers were killed by shelling.",
            [13],
        ),
        (
            "Seven fighters, including one leader, and four residents (three men and a woman) "
            "were killed.",
            [11],
        ),
        ("Two councillors, a driver and a bodyguard were shot dead.", [4]),
        ("Four bakers, a man and his three sons, were shot dead.", [4]),
        ("A singer, her manager and their roadie were killed in the blast.", [3]),
        ("Gunmen killed the ferryman along with three of his passengers.", [4]),
        ("A magistrate was killed along with his clerk in a bombing claimed by the rebels.", [2]),
        ("Raiders killed him, two of his wives and two sons.", [5]),
        ("One resident, a potter, was killed when a helicopter fired.", [1]),
        ("Five people, one of them a former governor, were shot dead in a club.", [5]),
        ("Gunmen killed Jane Doe, provincial council nominee, and her brother.", [2]),
        ("The clash led to the death of at least 6 Desert Front and 9 militia fighters.", [15]),
    ],
)
def test_those_joined_are_counted_together(text: str, total: list[int]) -> None:
    assert totals(text) == total


def test_brackets_tell_who_the_whole_were() -> None:
    whole, *parts = readings("A raid killed nine residents (a father and his six children).")
    assert whole.parent is None
    assert [(p.parent, p.casualty.subset) for p in parts] == [(0, True)] * len(parts)


def test_one_hurt_badly_is_one_of_the_hurt() -> None:
    text = "The grenade killed two weavers and injured six others, one seriously."
    assert totals(text, "injured") == [6]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Nine quarrymen of the minority were kidnapped and shot dead.", [9]),
        ("A deacon and his teenage son were abducted from a chapel and later killed.", [2]),
        ("Armed men dragged four villagers out of their huts and slit their throats.", [4]),
        ("Five porters were detained at the post, beaten and killed.", [5]),
        ("Unknown men pulled a candidate, Jane Doe, and her son from a car and killed them.", [2]),
    ],
)
def test_people_taken_and_then_killed_are_dead(text: str, killed: list[int]) -> None:
    assert totals(text) == killed


def test_arrests_beside_deaths_stay_arrests() -> None:
    text = "Five people were arrested and two killed."
    assert totals(text) == [2]
    assert totals(text, "detained") == [5]


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("A cook died and two guards sustained splinter injuries.", [2]),
        ("Eleven shoppers suffered varying degrees of burns.", [11]),
        ("Two daughters escaped with gunshot wounds.", [2]),
        ("The mine killed nine riders, leaving twelve with injuries.", [12]),
        ("Tribesmen killed two soldiers, wounded a third and fled.", [1]),
        ("Gunmen shot a police commander dead and wounded his escort.", [1]),
        ("Three residents were hurt and two injured as a woman bomber struck.", [3, 2]),
        ("Since the morning 60 people have required medical assistance.", [60]),
    ],
)
def test_harm_told_in_other_words_is_an_injury(text: str, injured: list[int]) -> None:
    assert totals(text, "injured") == sorted(injured)


@pytest.mark.parametrize(
    "text",
    [
        "Herders fought over grazing land.",
        "By luck no person died.",
        "Rebels threw a grenade at a paramilitary bunker and a post was wounded by nobody.",
        "They suffered no injuries and sustained no wounds.",
    ],
)
def test_nobody_is_counted_where_nobody_is_told(text: str) -> None:
    assert not [r for r in readings(text) if r.casualty.statement is None]


def test_those_who_leave_others_dead_are_not_the_dead() -> None:
    assert totals("Around forty attackers raided a camp, leaving at least six miners dead.") == [6]


def test_a_fatal_wound_kills() -> None:
    assert totals("Two cadets sustained fatal wounds.") == [2]


def test_both_of_a_list_who_die_later_are_dead() -> None:
    assert totals("Masked men shot a pharmacist and his assistant; both died on the way.") == [2]
