"""What a sentence counts. One line a behaviour; the sentences are our own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bearwitness.claims.counts import CountReading, header_outcome, is_bullet, read_counts
from bearwitness.text.sentences import segment


def read(text: str) -> list[CountReading]:
    return [r for s in segment(text) for r in read_counts(text, s)]


def numbers(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(r.casualty.outcome, r.casualty.low, r.casualty.high) for r in read(text)]


WRONG = {
    "among them, were": "an aside closed by “among them” is read as a list",
}


def known_wrong(text: str) -> list[pytest.MarkDecorator]:
    return [
        pytest.mark.xfail(strict=True, reason=why) for part, why in WRONG.items() if part in text
    ]


def sentences(*rows: tuple[object, ...]) -> list[object]:
    return [pytest.param(*row, marks=known_wrong(str(row[0]))) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    sentences(
        ("Fourteen people were killed when a shell hit a stop.", [("killed", 14, 14)]),
        ("The shell killed 14 people.", [("killed", 14, 14)]),
        ("A shell hit a stop, killing 14 people.", [("killed", 14, 14)]),
        ("Fourteen people died in the raid.", [("killed", 14, 14)]),
        ("The shelling claimed 40 lives.", [("killed", 40, 40)]),
        ("Rescuers pulled 63 bodies from the rubble.", [("killed", 63, 63)]),
        ("The hospital gave a toll of 63 dead.", [("killed", 63, 63)]),
        ("Police put the death toll at 63.", [("killed", 63, 63)]),
        ("Fighters shot dead two traders near the bridge.", [("killed", 2, 2)]),
        ("Two people died of their wounds.", [("killed", 2, 2)]),
        ("A baker was shot dead outside his shop.", [("killed", 1, 1)]),
        ("The raid left 14 dead and 20 wounded.", [("killed", 14, 14), ("injured", 20, 20)]),
        ("The raid killed at least 30, while 60 others were hurt.",
         [("killed", 30, None), ("injured", 60, 60)]),
        ("Fighters have killed two reporters kidnapped in spring.", [("killed", 2, 2)]),
        ("The raid led to death of at least 26 worshippers and others injured.",
         [("killed", 26, None)]),
        ("March 15 - Sixteen people, most of them porters, are killed in an ambush.",
         [("killed", 16, 16)]),
        ("A bus driver and conductor were injured by a petrol bomb.",
         [("injured", 1, 1), ("injured", 1, 1)]),
        ("A policeman was hurt and several vehicles were burned.", [("injured", 1, 1)]),
        ("At least four passengers were burnt when a bus was set alight.", [("injured", 4, None)]),
        ("Two traders received bullet wounds.", [("injured", 2, 2)]),
        ("A body was found shot near the river.", [("killed", 1, 1)]),
        ("Nine Hill Rifles troopers were injured.", [("injured", 9, 9)]),
        ("The two attacks claim the life of a guard.", [("killed", 1, 1)]),
        ("Fifteen men hacked a tailor, identified as Jo Roe (50), to death.",
         [("killed", 1, 1)]),
        ("One levies guard was killed and four were wounded.",
         [("killed", 1, 1), ("injured", 4, 4)]),
        ("Herders killed 23 people and sacked 29 communities.", [("killed", 23, 23)]),
        ("Gunmen stabbed two guards to death.", [("killed", 2, 2)]),
        ("THE BOMB LEFT FOUR CHILDREN INJURED ON 26 JULY IN THE PORT.", [("injured", 4, 4)]),
        ("TWO REBELS WERE KILLED AND FIVE OTHERS WOUNDED DURING CLASHES.",
         [("killed", 2, 2), ("injured", 5, 5)]),
        ("The raid led to the tragic deaths of three people, and four others sustained injuries.",
         [("killed", 3, 3), ("injured", 4, 4)]),
        ("The toll is as follows:-11 civilians were martyred, including one clerk, and six were "
         "injured.", [("killed", 11, 11), ("killed", 1, 1), ("injured", 6, 6)]),
        ("The strike led to the loss of two citizens.", [("killed", 2, 2)]),
        ("A boy and two men rose as martyrs.", [("killed", 1, 1), ("killed", 2, 2)]),
        ("The militia kidnapped the two injured along with three other citizens.",
         [("injured", 2, 2), ("detained", 3, 3)]),
        ("Four people have bullet wounds after the clashes.", [("injured", 4, 4)]),
        ("THIRTYTHREE SAILORS HAVE BEEN INJURED IN THE PORT.", [("injured", 33, 33)]),
        ("Shells left a toll of one person wounded.", [("injured", 1, 1)]),
        ("An inquiry will be held into the murders of three reporters.", [("killed", 3, 3)]),
        ("Drones kill and injure seven in two raids.", [("casualties", 7, 7)]),
        ("The number of people who were killed in the raid has risen to four.",
         [("killed", 4, 4)]),
        ("Villagers said that on 23 May 28 bodies were found near the town.", [("killed", 28, 28)]),
        ("The blast led to the injury of six people and millions in losses.", [("injured", 6, 6)]),
        ("The bomb injured two guards, destroying 13 establishments.", [("injured", 2, 2)]),
        ("Police shot a robber in a private clinic.", [("casualties", 1, 1)]),
        ("Six died, four were wounded and two are missing.",
         [("killed", 6, 6), ("injured", 4, 4), ("missing", 2, 2)]),
        ("Gunmen abducted eight teachers.", [("detained", 8, 8)]),
        ("Police said 14 protesters were arrested.", [("detained", 14, 14)]),
        ("Some 4,000 people were displaced by the fighting.", [("displaced", 4000, 4000)]),
        ("Sixty people were killed or wounded.", [("casualties", 60, 60)]),
        ("The plane struck at least nine sites in the town.", []),
        ("A rocket struck a bakery.", []),
        ("The brigade lost six men in the fighting.", [("killed", 6, 6)]),
        ("They admitted the loss of eleven fighters.", [("killed", 11, 11)]),
        ("Militants beheaded five captives and freed two.", [("killed", 5, 5)]),
        ("A girl of nine, the fifth victim, died of her wounds.", [("killed", 1, 1)]),
        ("The number of wounded has passed 200.", [("injured", 200, None)]),
        ("The team lost six matches in the season of killing heat.", []),
        ("Gunmen seized nine oil workers.", [("detained", 9, 9)]),
        ("Police seized nine rifles after the killing.", []),
        ("Five soldiers were dragged from a bus and shot dead.", [("killed", 5, 5)]),
        ("A bomb hit the patrol; four soldiers did not survive.", [("killed", 4, 4)]),
        ("A family of seven was wiped out by a shell.", [("killed", 7, 7)]),
        ("Forty pupils are still being held by the gunmen.", [("detained", 40, 40)]),
        ("They killed 17 villagers, all but three of them men.", [("killed", 17, 17)]),
        ("One in four of the wounded was very young.", []),
        ("In that year the mission recorded 1,190 civilian deaths.", [("killed", 1190, 1190)]),
    ),
)  # fmt: skip
def test_who_was_killed_hurt_missing_or_taken(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    "text",
    sentences(
        ("The team won 3-1 and scored twice in 12 minutes.",),
        ("The strike killed 1,200 sheep.",),
        ("Nine buildings were destroyed and 40 cars damaged.",),
        ("The court sentenced four men to 12 years.",),
        ("The attackers wanted to kill 40 people.",),
        ("The attack could have killed hundreds of people.",),
        ("Neither side reported fatalities.",),
        ("Image 3 of 8 People were shot at this house.",),
        ("Image 3 of / 8 Caption",),
        ("Yusuf al-Hamid, 52, was shot by guards.",),
        ("Sources confirmed at 1545 (2145 GMT) that they died.",),
        ("On pages 6 and 7 were killed stories.",),
        ("PORT CITY, 3 MAY (NATIONAL CHANNEL 2) -- CLERKS WERE KILLED.",),
    ),
)
def test_what_befell_no_people_is_not_counted(text: str) -> None:
    assert [n for n in numbers(text) if n[1] is not None] == []


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    sentences(
        ("Ten people including four children died.", [10], [4]),
        ("Fifteen members of one family were killed, among them nine children.", [15], [9]),
        ("Of the 24 dead, 14 were civilians.", [24], [14]),
        ("The bombing killed 12 fighters, two of them commanders.", [12], [2]),
        ("The dead included four children and a doctor.", [], [4, 1]),
        ("Twenty-three of the dead were children.", [], [23]),
        ("The toll, including 18 children, stood at 51.", [51], [18]),
        ("The toll climbed to 53 after two of the wounded died.", [53], [2]),
        ("Two soldiers and three civilians were killed.", [2, 3], []),
        ("A district chief, says another eight police were wounded.", [8], []),
        ("A mine killed five bus passengers.", [5], []),
        ("The blast left 30 injured, with 10 in critical condition.", [30], [10]),
        ("A raid killed one rebel and took another one prisoner.", [1], []),
        ("A bomb wounded seven others, a guard and a doctor from a hospital in the city said.",
         [7], []),
        ("Five people had their throats cut and one was blown apart.", [5, 1], []),
        ("The war has killed 300 people and left two million in need of aid.", [300], []),
        ("The raid left two guards and a driver wounded a few hours later.", [2, 1], []),
        ("The blast killed 12 civilians, including three children, and five fighters.",
         [12, 5], [3]),
        ("Twelve civilians, three children and two women among them, were killed.", [12], [3, 2]),
        ("Forty-one people are killed, including 35 civilians and six guards, and 45 wounded.",
         [41, 45], [35, 6]),
    ),
)  # fmt: skip
def test_a_part_is_marked_so_that_it_is_never_added_to_its_whole(
    text: str, whole: list[int], parts: list[int]
) -> None:
    found = read(text)
    held = [r.casualty.low for r in found if not r.casualty.subset]
    assert (held, [r.casualty.low for r in found if r.casualty.subset]) == (whole, parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two killed and injured in a drone attack on the road.", [("casualties", 2, 2)]),
        ("The raid left 30 dead and wounded.", [("casualties", 30, 30)]),
        ("At least 12 killed and dozens injured.", [("killed", 12, None), ("injured", 24, None)]),
        ("The rebels killed 12 and wounded nine.", [("killed", 12, 12), ("injured", 9, 9)]),
    ],
)
def test_one_number_of_killed_and_injured_is_undivided(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert numbers(text) == expected


def test_who_survived_is_none_of_the_dead() -> None:
    found = numbers("Four people were shot: three survived and a neighbour was killed.")
    assert ("killed", 3, 3) not in found
    assert ("killed", 1, 1) in found


@pytest.mark.parametrize(
    "text",
    [
        "A witness who saw the victim shot dead told FOX 4 about it.",
        "Her friends tell News 3 that she was killed in the shooting.",
        "He shot and wounded an 18 and 15 year old.",
    ],
)
def test_the_number_of_a_broadcasters_name_or_an_age_counts_nobody(text: str) -> None:
    assert not {3, 4, 15, 18} & {low for _, low, _ in numbers(text)}


@pytest.mark.xfail(strict=True, reason="three is two and one by chance, and taken for their sum")
def test_kinds_beside_each_other_are_no_breakdown_of_the_first() -> None:
    found = read("Three women, two men and a baby were killed.")
    assert [(r.casualty.low, r.parent) for r in found] == [(3, None), (2, None), (1, None)]


@pytest.mark.xfail(strict=True, reason="“others” takes the kind of a part named just before")
def test_others_are_not_of_the_kind_of_a_part_named_before() -> None:
    found = read("Five people, including a child, were killed and nine others were injured.")
    assert found[-1].casualty.status == "any"


@pytest.mark.parametrize(
    ("text", "status", "attributes"),
    [
        ("Nine people were killed.", "any", ()),
        ("Nine civilians were killed.", "civilian", ()),
        ("Nine villagers were killed.", "civilian", ()),
        ("Nine children were killed.", "civilian", ("children",)),
        ("Nine women were killed.", "any", ("women",)),
        ("Nine soldiers were killed.", "combatant", ()),
        ("Nine rebel commanders were killed.", "combatant", ()),
        ("Nine journalists were killed.", "civilian", ("journalist",)),
        ("Nine nurses were killed.", "civilian", ("medical",)),
        ("Nine of the 20 people killed were civilians.", "civilian", ()),
        ("At least nine of those killed in the raids were civilians.", "civilian", ()),
    ],
)
def test_victim_status_follows_the_words(
    text: str, status: str, attributes: tuple[str, ...]
) -> None:
    first = read(text)[0].casualty
    assert (first.status, first.attributes) == (status, attributes)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Nine people were killed in the raid.", "incident"),
        ("Nine people were killed in three days of shelling.", "window"),
        ("Over the past week, nine people have died in shelling.", "window"),
        ("More than 195,000 people have been killed since the war began.", "cumulative"),
        ("The war has killed 6,500 people.", "cumulative"),
    ],
)
def test_the_span_of_time_is_part_of_a_count(text: str, scope: str) -> None:
    assert [r.casualty.scope for r in read(text)] == [scope]


def test_an_earlier_count_named_in_passing_is_superseded() -> None:
    found = read("The number of dead climbed to 41, up from an earlier count of 30.")
    assert [(r.casualty.low, r.casualty.superseded) for r in found] == [(41, False), (30, True)]
    found = read("The death toll rose to 118 from 95.")
    assert [(r.casualty.low, r.casualty.superseded) for r in found] == [(118, False), (95, True)]


def test_an_age_that_bounds_is_no_count() -> None:
    assert numbers("Several children under 15 were killed.") == [("killed", 3, 9)]
    assert numbers("Under 15 people were killed.") == [("killed", None, 15)]


def test_a_count_for_each_is_marked() -> None:
    (found,) = read("Three people each were killed in the two villages.")
    assert found.casualty.distributive


def test_one_person_is_told_by_grammar() -> None:
    (found,) = read("The mayor was killed on Monday.")
    assert (found.casualty.low, found.singular, found.definite) == (1, True, True)


def test_a_list_takes_the_outcome_of_its_header() -> None:
    assert header_outcome("The dead were:") == "killed"
    assert header_outcome("The town has a market.") is None
    item = "- Two bakers from the old town"
    assert is_bullet(item)
    (sentence,) = segment(item)
    (found,) = read_counts(item, sentence, listed="killed")
    assert (found.casualty.outcome, found.casualty.low) == ("killed", 2)


WORDS = st.sampled_from(
    """people civilians children soldiers were was killed wounded died dead injured missing at least
    more than about up to dozens of several 12 3 195,000 nine twenty-five a the and including among
    them of whom , . ; said that who in raid toll rose from to no reports casualties unknown how
    many most half not each""".split()
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_any_words_are_read_without_failing_and_within_their_sentence(text: str) -> None:
    for sentence in segment(text):
        found = read_counts(text, sentence)
        for n, r in enumerate(found):
            assert sentence.start <= r.start < r.end <= sentence.end
            count = r.casualty
            assert count.low is None or count.high is None or count.low <= count.high
            assert r.parent != n
            assert count.statement is None or count.low is None


def test_one_person_told_by_a_name_dies_in_no_window() -> None:
    one = read("An Islamic State commander was killed in Northmoor in October 2019.")
    three = read("Three others were killed in October 2019.")
    assert [r.casualty.scope for r in one] == ["incident"]
    assert [r.casualty.scope for r in three] == ["window"]


def test_an_article_before_a_dash_alone_counts_nobody() -> None:
    assert numbers("Killed in the raid: a - and others.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The town had 12 fewer homicides, a drop of a third.", []),
        ("She is among seven people charged in the death of a guard.", [("killed", 1, 1)]),
        ("He was held over the 1991 death of a woman.", [("killed", 1, 1)]),
        (
            "The raids, one in Salda that killed 12 and another in Dorvan that wounded six, were "
            "condemned.",
            [("killed", 12, 12), ("injured", 6, 6)],
        ),
    ],
)
def test_comparisons_years_and_second_raids_count_nobody(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    assert numbers(text) == expected
