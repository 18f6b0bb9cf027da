"""Sentences that tell of the dead of two towns, and numbers without a noun or verb of their own."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_several_events import killed, read

from bearwitness.claims.gapped import with_gapped
from bearwitness.text.sentences import segment

DAY = date(2021, 3, 5)


def lows(text: str) -> list[int | None]:
    """The numbers that a sentence gives of the dead."""
    told = read(text, day=DAY)
    return [c.casualty.low for c in told if c.casualty and c.casualty.derived is None]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve villagers were killed in Northmoor and 14 in Southmoor on Tuesday.",
        "Gunmen killed twelve villagers in Northmoor and 14 traders in Southmoor on Tuesday.",
        "A bomb killed twelve people in Northmoor, while a second blast left 14 dead in Southmoor.",
    ],
)
def test_each_town_of_a_sentence_keeps_its_own_dead(text):
    assert killed(read(text, day=DAY)) == {"Northmoor": {12}, "Southmoor": {14}}


def test_a_list_over_two_towns_is_no_sum_of_one_event():
    told = read("Twelve villagers were killed in Northmoor and 14 in Southmoor.", day=DAY)
    assert not any(c.casualty and c.casualty.low == 26 for c in told)


def test_the_total_that_two_towns_of_one_sentence_make_up_is_neithers():
    told = read(
        "More than 26 people were killed when gunmen attacked two villages on Tuesday.\n\n"
        "Twelve people were killed in Northmoor and 14 in Southmoor, a source said.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {12}, "Southmoor": {14}}


def test_two_counts_of_one_town_stay_together():
    told = read("Gunmen killed twelve villagers and four soldiers in Northmoor.", day=DAY)
    assert set(killed(told)) == {"Northmoor"}


def test_a_separate_raid_told_in_the_second_clause_leaves_the_first_count_where_it_was():
    told = read(
        "Air strikes hit two homes in Northmoor on Friday, killing at least 20 people.\n\n"
        "Fourteen people were killed in a strike on one home, and a separate raid killed six.",
        day=DAY,
    )
    assert set(killed(told)) == {"Northmoor"}
    assert len({c.mention for c in told if c.casualty}) == 1


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("At least 40 were killed in Northmoor, 12 in Eastmoor and 3 in Southmoor.", [40, 12, 3]),
        ("Six people were killed on Monday in Northmoor and 20 in the capital.", [6, 20]),
        ("Six people were killed in Northmoor and 20 houses burned in Eastmoor.", [6]),
        ("Six people were killed in Northmoor, 20 km from Eastmoor.", [6]),
    ],
)
def test_a_number_that_goes_on_in_another_place_is_of_the_same_outcome(words, numbers):
    assert lows(words) == numbers


def test_a_number_after_nobody_harmed_counts_nobody():
    (sentence,) = segment("The party won 40 seats in Northmoor and 14 in Southmoor.")
    assert (
        with_gapped("The party won 40 seats in Northmoor and 14 in Southmoor.", sentence, []) == []
    )


def test_parties_to_a_deal_are_no_dead():
    assert (
        lows("It was the biggest loss of life since the state and 14 militias signed a deal.") == []
    )


def test_a_sentence_that_opens_with_another_country_tells_of_another_event():
    told = read(
        "Bombers struck a village near Northmoor in Nigeria on Thursday, killing four soldiers.\n\n"
        "In neighbouring Cameroon, a man was killed on Thursday night.",
        day=DAY,
    )
    mentions = {c.casualty.low: c.mention for c in told if c.casualty}
    assert mentions[4] != mentions[1]


def test_those_who_receive_treatment_are_hurt():
    told = read("Eleven people died in Northmoor while 22 others were receiving treatment.")
    assert [(c.casualty.low, c.casualty.outcome) for c in told if c.casualty] == [
        (11, "killed"),
        (22, "injured"),
    ]


def test_a_tenth_victim_makes_ten_where_nine_were_dead():
    told = read(
        "A bomb killed nine people in Northmoor on Tuesday.\n\nA tenth victim died on Wednesday.",
        day=DAY,
    )
    assert max(c.casualty.low or 0 for c in told if c.casualty) == 10


def test_a_second_victim_may_be_the_second_of_those_shot():
    told = read("One man was wounded in Northmoor on Tuesday. A second victim died there.", day=DAY)
    assert [c.casualty.low for c in told if c.casualty and c.casualty.outcome == "killed"] == [1]


def test_earlier_shootings_elsewhere_do_not_place_the_event():
    told = read(
        "At least 70 people were killed in a drone attack in Northmoor on Tuesday.\n\n"
        "More than 160 people were wounded in the previous shootings in Southmoor.",
        day=DAY,
    )
    where = {c.casualty.low: c.where.name for c in told if c.casualty and c.where}
    assert where == {70: "Northmoor", 160: "Southmoor"}


def test_what_goes_on_after_two_towns_without_one_is_over_both() -> None:
    told = read(
        "At least four people were killed by shelling on Friday, officials said. Three people died "
        "in Northmoor and one in Southmoor, the administration said. Ten others were hurt in "
        "attacks that damaged flats and buses. The governor spoke of two dead and six hurt.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {3}, "Southmoor": {1}}
    over_both = {c.casualty.low for c in told if c.casualty and c.casualty.scope == "window"}
    assert over_both == {4, 10, 2, 6}


def test_the_dead_of_separate_clashes_are_a_total_over_those_told_below() -> None:
    told = read(
        "Four rebels and a soldier died in separate clashes, the army said. Rebels ambushed a "
        "patrol near Northmoor on Wednesday, killing a soldier. On Thursday, troops killed two "
        "guerrillas in a gun battle in Southmoor.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {1}, "Southmoor": {2}}


def test_a_toll_far_above_that_of_the_event_beside_it_is_the_main_events() -> None:
    told = read(
        "Shelling killed at least 20 people at a market in Northmoor on Wednesday. A separate air "
        "strike killed a family of four in Southmoor on Wednesday. A television station said that "
        "33 people had been killed.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {20, 33}, "Southmoor": {4}}


def test_a_total_over_the_latest_raids_is_none_of_those_told_below() -> None:
    told = read(
        "At least eight servicemen have been killed in the latest raids and explosions. Rebels "
        "ambushed a convoy near Northmoor on Wednesday, killing two soldiers. In Southmoor, a mine "
        "killed a soldier on Tuesday.",
        day=DAY,
    )
    assert killed(told) == {"Northmoor": {2}, "Southmoor": {1}}


def test_one_dead_of_an_attack_recalled_makes_no_total_of_the_one_dead_today() -> None:
    told = read(
        "At least one civilian was killed in a drone strike near Northmoor on Friday. The strike "
        "follows another attack in Southmoor in February, which killed a commander.",
        day=DAY,
    )
    scopes = {c.casualty.scope for c in told if c.casualty and c.casualty.status == "civilian"}
    assert scopes == {"incident"}
