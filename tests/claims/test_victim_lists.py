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
        (
            "A sniper killed a girl who was drawing water and, minutes later, two men who came.",
            [3],
        ),
        ("The village head, his brother and a guest were hacked to death.", [3]),
        ("Shelling left six residents dead, four in one hamlet and two in the other.", [6]),
        ("Six residents were killed, four in one hamlet and two in the other.", [6]),
        ("Shells killed nine in Northam and four in Southam.", [13]),
        ("Gunmen killed the leader of a bakers' union together with his bodyguard.", [2]),
        ("Herders raided a hamlet, hacking a woman and two of her grandchildren to death.", [3]),
        ("Pirates invaded a port, beheading one and shooting dead 11 others.", [12]),
        ("A blast in a barber's shop left the owner dead and three customers injured.", [1]),
        ("Masked men attacked two aid workers on their way; one was killed, the other fled.", [1]),
        ("Three members of a peace committee were ambushed and killed.", [3]),
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
        ("Six clerks of a road company were lined up against a wall and shot dead.", [6]),
        ("Gunmen pulled 13 labourers off two buses and shot them dead.", [13]),
        ("An activist was shot in the head and killed in front of her house.", [1]),
        ("A civil servant and his nephew were dragged out of a bus and slaughtered.", [2]),
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
        ("A bomb killed one porter and left seven people with burns.", [7]),
        ("Three soldiers died and four had to be evacuated with injuries.", [4]),
        ("Six persons were killed, two injured and ten abducted.", [2]),
        ("Ten people lost their lives while forty sustained various degrees of injury.", [40]),
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


def test_captured_people_keep_their_kind() -> None:
    (count,) = readings("The group executed six captured soldiers.")
    assert (count.casualty.low, count.casualty.status) == (6, "combatant")


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("We lost 47 men in the battle.", [47]),
        ("Vigilantes killed three raiders, but lost one of their own.", [4]),
        ("He visited the family of the citizen who lost his life in the blast.", [1]),
        ("The mission put the number of verified civilian deaths since May 2022 at 983.", [983]),
        ("That brought the number of verified civilian deaths since May 2022 to 9,083.", [9083]),
    ],
)
def test_losses_and_lives_lost_are_deaths(text: str, killed: list[int]) -> None:
    assert totals(text) == killed


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Seven farmers missing since April were found dead on Monday.", "incident"),
        ("Fighters shot 41 villagers dead during a two-day rampage.", "incident"),
        ("Fighters shot 41 villagers dead in two days.", "window"),
        ("Between 2014 and 2016 some 40 guards died.", "cumulative"),
    ],
)
def test_how_long_people_were_gone_is_no_window_of_their_deaths(text: str, scope: str) -> None:
    assert {r.casualty.scope for r in readings(text) if r.casualty.outcome == "killed"} == {scope}


def test_some_of_the_hurt_are_a_part_of_them() -> None:
    text = "The ministry said that of the 117 injured, 15 are in a serious condition."
    assert totals(text, "injured") == [117]


def test_a_number_named_to_be_set_right_counts_nobody() -> None:
    assert totals("Raiders killed 16 people, not 24, police said.") == [16]
