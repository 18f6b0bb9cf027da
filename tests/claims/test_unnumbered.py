from __future__ import annotations

import pytest

from bearwitness.claims.counts import read_counts
from bearwitness.claims.single_persons import named_item
from bearwitness.text.sentences import segment
from bearwitness.text.tokens import tokenize


def lists(text: str) -> list[tuple[int, ...]]:
    """The counts of each list of the killed, and of those who stand alone."""
    (sentence,) = segment(text)
    found: dict[object, list[int]] = {}
    for n, r in enumerate(read_counts(text, sentence)):
        if r.casualty.outcome == "killed" and r.casualty.low is not None:
            found.setdefault(("alone", n) if r.list_id is None else r.list_id, []).append(
                r.casualty.low
            )
    return sorted(tuple(v) for v in found.values())


def single(text: str) -> list[str]:
    (sentence,) = segment(text)
    return [text[r.start : r.end] for r in read_counts(text, sentence) if r.casualty.low == 1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor was killed on Monday.", ["The mayor"]),
        ("An airstrike killed him.", ["him"]),
        ("Gunmen shot dead a shepherd.", ["a shepherd"]),
        ("Ann Roe, a teacher was discovered dead with bullet wounds.", ["Ann Roe"]),
        (
            "4 May: Imam Musa Roe shot dead by two men outside his home.",
            ["Imam Musa Roe"],
        ),
        (
            "The head of a traders' association in the valley was shot dead outside his home.",
            ["The head"],
        ),
        (
            "A well-known elder in the border town who had spoken against the front was last night "
            "killed by unknown men.",
            ["A well-known elder"],
        ),
        ("The publisher of a murdered critic was hacked to death.", ["The publisher"]),
        ("A columnist whose essays had angered the militia was fatally shot.", ["A columnist"]),
        ("Gunmen on Friday killed the district head of the ward.", ["the district head"]),
        ("Assassins have murdered director of the harbour authority.", ["director"]),
        ("Men with machetes hacked an elderly priest to death.", ["an elderly priest"]),
        (
            "The minister of mines in one of the country's biggest states was killed.",
            ["The minister"],
        ),
        (
            "The police denounced the murder of the traditional ruler of the island.",
            ["the traditional ruler"],
        ),
        ("A tribal elder and former rebel has been killed.", ["A tribal elder"]),
        (
            "THE GOVERNOR OF THE NORTHERN PROVINCE, WHO TOOK OFFICE IN MAY, WAS SHOT TO DEATH.",
            ["THE GOVERNOR"],
        ),
    ],
)
def test_one_victim_needs_no_number(text: str, who: list[str]) -> None:
    assert single(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "The plan was killed in committee.",
        "The attack killed nobody.",
        "It was killed.",
        "The bridge was blown up.",
        "The army evacuated a wounded soldier.",
        "THE MURDER OF THE PRIESTS SHOCKED THE COUNTRY.",
        "THE BOMB DESTROYED A BANK AND CAUSED CONSIDERABLE DAMAGE.",
        "Soldiers killed eleven people in Westvale, North Province.",
        "Soldiers killed eleven people, according to a provincial official.",
    ],
)
def test_things_and_nobody_are_no_victims(text: str) -> None:
    assert single(text) == []


def test_a_list_item_may_name_one_person() -> None:
    (group,) = named_item(tokenize("* Firstname Lastname (13 years old)"))
    assert (group.quantity.low, group.attributes) == (1, ("named",))
    assert named_item(tokenize("* several houses")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen shot dead a religious leader, the deputy head of a party, and two of his aides.",
         [(1, 2)]),
        ("The leader of a small party and his bodyguard was shot dead.", [(1, 1)]),
        ("The bomber killed a local MP and six others.", [(1, 6)]),
        ("Gunmen attacked the house, killing him and eight members of his family.", [(1, 8)]),
        ("A monk who founded a school has been killed along with two other people.", [(1, 2)]),
        ("They shot dead a technician, guard and driver of a station.", [(1, 1, 1)]),
        ("The raiders burned two villages, killing a pastor, a teacher and 18 other persons.",
         [(1, 1, 18)]),
        ("THE RADIO REPORTED THE MURDERS OF A JUDGE, A COLONEL, AND TWO COUNCILMEN.",
         [(1, 1, 2)]),
        ("THE ATTACK IN WHICH THE MAYOR'S DRIVER AND ONE OF HIS BODYGUARDS WERE KILLED LASTED AN "
         "HOUR.", [(1, 1)]),
        ("Eight workers from a power company and three other people were found dead.", [(8, 3)]),
        ("Gunmen forced seven men out of a bus and killed them.", [(7,)]),
    ],
)  # fmt: skip
def test_those_joined_to_a_victim_are_of_the_same_list(
    text: str, expected: list[tuple[int, ...]]
) -> None:
    assert lists(text) == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The editor's murder has shocked the town.", ["The editor's"]),
        ("THE BISHOP'S ASSASSINATION LAST WEEK CAUSED PROTESTS.", ["THE BISHOP'S"]),
        ("Hundreds marched after the union leader's assassination.", ["the union leader's"]),
    ],
)
def test_a_murder_owned_by_one_person_is_one_death(text: str, who: list[str]) -> None:
    assert single(text) == who


@pytest.mark.parametrize(
    "text",
    [
        "Police are preparing the clerk's murder trial.",
        "They plotted the mayor's murder.",
        "The army's killing of villagers was condemned.",
        "The priests' murder was condemned by the president.",
    ],
)
def test_a_murder_of_several_or_not_yet_done_is_nobodys_own(text: str) -> None:
    assert single(text) == []


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "THE BOMB EXPLODED, KILLING FIRSTNAME LASTNAME, 42; OTHERNAME LASTNAME, 19; A MINOR "
            "REPORTEDLY KNOWN AS NICKNAME, AND A POLICE OFFICIAL.",
            [(1, 1, 1, 1)],
        ),
        (
            "THE REBELS MURDERED BROTHERS FIRSTNAME AND OTHERNAME LASTNAME AND THEIR MOTHER IN THE "
            "VILLAGE.",
            [(1, 1, 1)],
        ),
        (
            "DESERTER FIRSTNAME LASTNAME AND OTHERNAME LASTNAME, BOTH OF WHOM WERE WRITERS, WERE "
            "KILLED.",
            [(1, 1)],
        ),
        (
            "PARTY MEMBER FIRSTNAME LASTNAME, CANDIDATE FOR MAYOR OF PUERTO BELLO, META "
            "DEPARTMENT, IN THE SOUTHEAST, AND HIS BROTHER WERE SHOT TO DEATH.",
            [(1, 1)],
        ),
    ],
)
def test_named_persons_in_capitals_are_told_apart(text: str, members: list[tuple[int]]) -> None:
    assert lists(text) == members
