"""Earlier events that a report tells beside its own: their dead and their sides are theirs."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_several_events import killed, read

from bearwitness.claims.recalled import recalled_event, told_behind

DAY = date(2021, 3, 5)


@pytest.mark.parametrize(
    ("words", "opens_with"),
    [
        ("A bomb killed nine, three days after a similar blast left 40 dead.", ", three days"),
        ("Gunmen killed four, barely a week after insurgents shot 22.", ", barely a week"),
        ("It hit the road where a bomber killed 13 last month.", "where a bomber"),
        ("The raid came two days after 20 men were shot.", "came two days"),
    ],
)
def test_words_that_date_an_earlier_event_open_its_clause(words: str, opens_with: str) -> None:
    told = told_behind(words)
    assert told is not None
    assert words[told.opens :].lstrip().startswith(opens_with.lstrip())


@pytest.mark.parametrize(
    "words",
    [
        "A man was shot dead, two days after he was released from prison.",
        "He died in hospital, a week after the attack.",
        "The market where nine people died is closed.",
    ],
)
def test_an_aside_on_the_victim_or_the_place_is_no_earlier_event(words: str) -> None:
    assert told_behind(words) is None
    assert recalled_event(words) is None


def test_the_dead_told_behind_a_comma_are_the_earlier_events() -> None:
    told = read(
        "A bomb killed nine people in Northmoor on Wednesday, three days after a similar blast in "
        "Southmoor left 40 dead.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {9}, "Southmoor": {40}}
    earlier = next(c for c in told if c.casualty and c.casualty.low == 40)
    assert earlier.when.start == date(2021, 2, 28)


def test_what_fell_on_the_same_spot_last_month_is_another_event_there() -> None:
    told = read(
        "A bomb killed two people in Northmoor on Wednesday. The blast went off on the road where "
        "a bomber killed 13 policemen last month.",
        day=DAY,
    )
    numbers = {c.casualty.low: c.mention for c in told if c.casualty}
    assert numbers[2] != numbers[13]


def test_the_sentence_after_a_recalled_event_may_count_its_dead() -> None:
    told = read(
        "Rebels killed three soldiers near Northmoor on Wednesday. The attack came two days after "
        "a bomb went off at a police post in Southmoor. Seven officers died and 12 were hurt.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {3}, "Southmoor": {7}}


def test_a_toll_told_again_after_a_recalled_event_stays_with_its_own() -> None:
    told = read(
        "Rebels killed three soldiers near Northmoor on Wednesday. The attack came two days after "
        "a bomb went off at a police post in Southmoor. Officials said three soldiers had died.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {3}}


def test_a_day_told_after_a_side_event_opens_another() -> None:
    told = read(
        "Shells fell on two towns on Friday. One person was killed in Northmoor on Friday. In "
        "Southmoor, a woman was killed by a shell. Militants also shot dead five people in the "
        "state on Thursday, officials said.",
        day=DAY,
    )
    days = {c.casualty.low: c.when.start for c in told if c.casualty and c.casualty.low}
    assert days[5] == date(2021, 3, 4)
    assert next(c.when.start for c in told if c.where and c.where.name == "Southmoor") == DAY


def test_who_was_struck_is_read_from_the_clause_of_the_event() -> None:
    told = read(
        "Gunmen stormed a police station in Northmoor on Wednesday, killing four officers, barely "
        "a week after insurgents killed 22 villagers in Southmoor.",
        day=DAY,
    )
    struck = {c.casualty.low: c.against and c.against.name for c in told if c.casualty}
    assert struck[22] == "civilians"


def test_another_attack_of_the_same_doer_is_its_own_and_lends_no_day() -> None:
    told = read(
        "Police said on Thursday that troops had killed three militants in a fight in Northmoor. "
        "Their group claimed responsibility for the attack on a convoy on February 14, which "
        "killed 40 guards. Four soldiers died in the gun battle.",
        day=date(2021, 3, 4),
    )
    numbers = {c.casualty.low: c for c in told if c.casualty}
    assert numbers[40].mention not in (numbers[3].mention, numbers[4].mention)
    assert numbers[3].when.start == date(2021, 3, 4)


def test_a_claim_of_the_event_itself_recalls_nothing() -> None:
    told = read(
        "Rebels on Friday claimed responsibility for an ambush that killed at least 15 people near "
        "Northmoor. Police said 15 people were killed.",
        day=DAY,
    )
    assert len({c.mention for c in told if c.casualty}) == 1


def test_a_tally_of_the_year_dates_no_event_told_before_it() -> None:
    told = read(
        "A soldier was killed and two others were hurt in a clash in Northmoor. Police have killed "
        "190 militants this year.",
        day=DAY,
    )
    hurt = next(c for c in told if c.casualty and c.casualty.outcome == "injured")
    assert hurt.when.precision == "day"


def test_what_happened_elsewhere_lends_its_day_to_nothing_told_before() -> None:
    told = read(
        "Helicopters bombed Northmoor today, killing 24 people. Six others died in a separate "
        "strike in Eastmoor. Elsewhere, 11 people were killed on Wednesday night in Southmoor.",
        day=DAY,
    )
    days = {c.casualty.low: c.when.start for c in told if c.casualty}
    assert days[6] == DAY
    assert days[11] == date(2021, 3, 3)


def test_the_deaths_avenged_are_of_an_earlier_event() -> None:
    words = "The raid was a retaliation for the killing of a farmer on 6 March."
    told = recalled_event(words)
    assert told is not None
    assert words[told.start :].startswith("killing of a farmer")


def test_the_attack_that_this_one_follows_has_a_day_of_its_own() -> None:
    told = read(
        "Ten officers were killed in an attack on a post in Northmoor on Wednesday. The attack "
        "follows a February 20 raid on a base in which 26 soldiers died in Southmoor.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {10}, "Southmoor": {26}}
    days = {c.casualty.low: c.when.start for c in told if c.casualty}
    assert days[26] == date(2021, 2, 20)


def test_who_says_where_the_attack_took_place_tells_of_the_same_one() -> None:
    told = read(
        "Several officers were hurt in an attack near Northmoor on Wednesday. An aide said the "
        "attack took place in Eastmoor, killing 12 officers. A spokesman confirmed the attack but "
        "said only two officers were killed.",
        day=DAY,
    )
    assert len({c.mention for c in told if c.casualty}) == 1
