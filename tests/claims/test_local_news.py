"""Counts as local news tells them: ages as nouns, open outcomes, those who died in the end."""

from __future__ import annotations

import pytest

from bearwitness.claims.counts import read_counts
from bearwitness.text.sentences import segment


def told(text: str) -> list[tuple[str, int | None, str]]:
    """Outcome, lower bound and words of every count of a text."""
    return [
        (r.casualty.outcome, r.casualty.low, text[r.start : r.end])
        for sentence in segment(text, [])
        for r in read_counts(text, sentence)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 9-year-old was shot in the leg.", [("casualties", 1, "A 9-year-old")]),
        ("Jane Doe was shot in the leg.", [("casualties", 1, "Jane Doe")]),
        (
            "Police say a boy accidentally shot himself in the hand.",
            [("casualties", 1, "a boy")],
        ),
        (
            "A boy was rushed to the hospital, where he was pronounced dead.",
            [("killed", 1, "A boy")],
        ),
        (
            "A woman who was wounded in a shooting on Sunday has died.",
            [("killed", 1, "A woman")],
        ),
        ("He later died at a hospital.", [("killed", 1, "He")]),
        (
            "The girl remains hospitalized, but is expected to recover.",
            [("injured", 1, "The girl")],
        ),
        (
            "A man, woman and child were rushed to a nearby hospital.",
            [("casualties", 1, "A man"), ("casualties", 1, "woman"), ("casualties", 1, "child")],
        ),
        (
            "A man was charged in the shooting death of a 15-year-old boy.",
            [("killed", 1, "a 15-year-old boy")],
        ),
        (
            "Police charge a man with shooting death of Elmwood boy, 14",
            [("killed", 1, "Elmwood boy")],
        ),
        (
            "The teen, who would have turned 15 in June, died a short time later.",
            [("killed", 1, "The teen")],
        ),
        (
            "A shooting at a party left two people dead and three others injured.",
            [("killed", 2, "two"), ("injured", 3, "three")],
        ),
        ("They found a teen suffering from a gunshot wound.", [("casualties", 1, "a teen")]),
        ("Medics pronounced the victim dead at the scene.", [("killed", 1, "the victim")]),
        ("Two men, 34 and 40, were shot dead.", [("killed", 2, "Two")]),
        ("Another woman is in intensive care.", [("injured", 1, "Another woman")]),
        (
            "The second victim is listed in serious condition.",
            [("injured", 1, "The second victim")],
        ),
        ("The man remains in critical condition.", [("injured", 1, "The man")]),
        ("A second man suffered a graze wound.", [("injured", 1, "A second man")]),
        ("The gun went off, mortally wounding his cousin.", [("killed", 1, "his cousin")]),
        ("Doe, 25, was found dead in a driveway.", [("killed", 1, "Doe")]),
        (
            "Police found Richard Roe Jr., 32, who had been shot.",
            [("casualties", 1, "Richard Roe Jr")],
        ),
        ("He was hit in the chest and was pronounced dead at noon.", [("killed", 1, "He")]),
        ("The third victim did not survive.", [("killed", 1, "The third victim")]),
        ("The deputy returned fire and was wounded in the arm.", [("injured", 1, "The deputy")]),
        ("The deputy exchanged words when the suspect fired and was hurt.", []),
        ("Police named two of the five people who were killed.", [("killed", 5, "five")]),
        ("Five of the 20 hostages were killed.", [("killed", 5, "Five")]),
        ("A man shot his ex-wife in the arm.", [("casualties", 1, "his ex-wife")]),
        (
            "About 5 a.m., a man drove to a clinic and told nurses he had been shot.",
            [("casualties", 1, "a man")],
        ),
        ("A boy is among two people shot on a corner.", [("casualties", 2, "two")]),
        ("Officers found three people shot in a car park.", [("casualties", 3, "three")]),
        (
            "They found a 40-year-old clerk shot in the hip and a dog in the yard.",
            [("casualties", 1, "a 40-year-old clerk")],
        ),
        (
            "Four people shot, one dead, in a row over parking.",
            [("casualties", 4, "Four"), ("killed", 1, "one")],
        ),
        (
            "Three people were shot overnight with one victim dead.",
            [("casualties", 3, "Three"), ("killed", 1, "one")],
        ),
        (
            "I hear that two clerks were shot and one dead.",
            [("casualties", 2, "two"), ("killed", 1, "one")],
        ),
        ("One of the victims was determined to be deceased.", [("killed", 1, "One")]),
        (
            "The clerk was hit multiple times, and was pronounced dead.",
            [("killed", 1, "The clerk")],
        ),
        (
            "The clerk injured in a shooting succumbed to her injuries Monday.",
            [("killed", 1, "The clerk")],
        ),
        (
            "They found two clerks suffering from apparent gunshot wounds.",
            [("casualties", 2, "two")],
        ),
    ],
)
def test_reads_people_told_singly(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The victim was transported to Hilltop Medical Center.",
        "Friends called 911 after a party.",
        "She said he wanted to kill her.",
        "Police say charges will follow if the boy dies.",
        "He threatened to kill himself.",
        "Planes struck a crowded market in a suburb.",
        "A man said he was shot at.",
        "The spokesman said he had been shot.",
        "Rebels died on Monday.",
        "Police said two men shot at officers.",
        "Two men shot in the air.",
    ],
)
def test_counts_nobody(text: str) -> None:
    assert [r for r in told(text) if r[0] in ("killed", "injured", "casualties")] == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two of the children, 3- and 5-year-old brothers, died.", [2]),
        ("Four women, ranging in age from 31 to 40, were shot.", [4]),
        ("His children, 6, 11, 15 and 16, were killed.", []),
        ("The shooting on Jan. 28 left one man dead.", [1]),
        ("A woman in her 30's was shot.", [1]),
        ("The two victims, Jane Doe and Ann Roe, both 14, are in critical condition.", [2]),
        ("Another man, also 29, was in serious condition.", [1]),
        ("The blast killed Jane Doe Jr., 16 — the youngest of all.", [1]),
        ("The statement puts the dead of the Oct. 3 raid at 23.", [23]),
    ],
)
def test_ages_and_dates_are_no_counts(text: str, values: list[int]) -> None:
    assert [low for _, low, _ in told(text)] == values


def test_one_who_killed_others_and_himself_is_of_their_list() -> None:
    text = "A man shot and killed his wife and two children before turning the gun on himself."
    (sentence,) = segment(text, [])
    readings = read_counts(text, sentence)
    assert [text[r.start : r.end] for r in readings] == ["his wife", "two", "himself"]
    assert {r.list_id for r in readings} == {0}


def test_a_list_goes_on_to_one_who_turned_the_gun_on_himself() -> None:
    text = "A man killed his wife, his daughter and his mother, before turning the gun on himself."
    (sentence,) = segment(text, [])
    assert [(r.casualty.low, r.list_id) for r in read_counts(text, sentence)] == [(1, 0)] * 4


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Deputies found Jane Hobbs in a car. Hobbs died at a clinic.", ["Hobbs"]),
        ("Deputies were called to a street. Hobbs died at a clinic.", []),
    ],
)
def test_a_word_in_s_is_a_surname_where_the_report_gives_the_full_name(
    text: str, counted: list[str]
) -> None:
    assert [words for outcome, _, words in told(text) if outcome == "killed"] == counted


def test_a_bomber_is_left_to_the_count_of_the_sentence() -> None:
    assert told("A suicide bomber killed himself and 15 others.") == [("killed", 15, "15")]


def test_named_dead_of_one_list_are_counted() -> None:
    text = "Jane Doe, 31, John M. Doe, 19, and 25-year-old Richard Roe were found dead."
    assert [(outcome, low) for outcome, low, _ in told(text)] == [("killed", 3)]


def test_places_in_a_row_are_no_named_dead() -> None:
    assert told("Upper Town, Lower Town and East Bank were dead quiet.") == []


def test_fighters_are_no_part_of_civilians() -> None:
    text = "The raids left 15 civilians, including eight children, and 83 fighters, dead."
    (sentence,) = segment(text, [])
    by_words = {text[r.start : r.end]: r for r in read_counts(text, sentence)}
    assert by_words["83"].parent is None
    assert not by_words["83"].casualty.subset
    assert by_words["eight"].casualty.subset


def test_whoever_stands_beside_other_civilians_is_one() -> None:
    text = "They noted the death of a woman and the injury of five other civilians."
    (sentence,) = segment(text, [])
    assert {r.casualty.status for r in read_counts(text, sentence)} == {"civilian"}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Seven people were shot in four shootings on Saturday.", "window"),
        ("Nine people were shot in the city in about ten hours.", "window"),
        ("There have been 99 homicides this year.", "cumulative"),
        ("At least 32 people had been shot in the city this weekend as of Sunday.", "window"),
        ("Two people died in the shooting.", "incident"),
        ("The accident claimed the life of a 4-year-old girl.", "incident"),
        ("The 4-year-old war killed 900 people.", "incident"),
        ("In the 4-year-old war 900 people were killed.", "cumulative"),
    ],
)
def test_counts_over_several_shootings_or_a_year_are_no_incident(text: str, scope: str) -> None:
    (sentence,) = segment(text, [])
    assert {r.casualty.scope for r in read_counts(text, sentence)} == {scope}


def test_those_shot_beside_the_dead_are_not_dead() -> None:
    text = "He was accused of killing one person and shooting four others."
    assert [(outcome, low) for outcome, low, _ in told(text)] == [("killed", 1), ("casualties", 4)]


def test_an_early_report_proved_wrong_is_superseded() -> None:
    text = "Early reports said one person had died, but that proved to be incorrect."
    (sentence,) = segment(text, [])
    assert [r.casualty.superseded for r in read_counts(text, sentence)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A third child in the room was not hurt.",
        "The other teen wasn't harmed.",
        "The other teen wasn’t harmed.",
    ],
)
def test_who_was_not_hurt_is_not_counted(text: str) -> None:
    assert [n for _, n, _ in told(text) if n] == []


def test_what_first_responders_said_is_no_earlier_count() -> None:
    (sentence,) = segment("The first responders said that they found five bodies.", [])
    readings = read_counts("The first responders said that they found five bodies.", sentence)
    assert [r.casualty.superseded for r in readings] == [False]


def test_who_was_struck_in_a_part_of_the_body_was_hit() -> None:
    assert told("The 19-year-old was struck in the left leg.") == [
        ("casualties", 1, "The 19-year-old")
    ]
    assert told("A plan was struck in the council.") == []
