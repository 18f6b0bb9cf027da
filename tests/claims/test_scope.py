from __future__ import annotations

import pytest

from bearwitness.claims.scope import (
    clause_around,
    goes_on_tallying,
    is_beyond_incident,
    is_month_item,
    is_superseded,
    scope_of,
)


def at(text: str, number: str) -> tuple[int, int]:
    return text.index(number), text.index(number) + len(number)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The raid killed 63 people on Tuesday.", "incident"),
        ("Raiders killed 63 people in a presumed land conflict.", "incident"),
        ("At least 63 people were killed in two days of raids.", "window"),
        ("At least 63 people died between Tuesday and Thursday.", "window"),
        ("More than a dozen shootings over the weekend left 63 people dead.", "window"),
        ("At least 63 people were shot in gun violence across the city this weekend.", "window"),
        ("A shooting at a party over the weekend left 63 people dead.", "incident"),
        ("The uprising has killed 63 people since it began.", "cumulative"),
        ("In the past two years 63 people were killed.", "cumulative"),
        ("In only three months 63 people were killed.", "cumulative"),
        ("The deadliest raid this year killed 63 people.", "incident"),
        ("The third attack in two days killed 63 people.", "incident"),
        ("Some 63 men died in a battle that lasted several hours.", "incident"),
        ("So far this month, attacks have killed 63 people.", "window"),
        ("Mines killed 63 men in the past 24 hours across the republic.", "incident"),
        ("Mine explosions killed 63 men in the past 24 hours across the republic.", "window"),
        ("It was one of the bloodiest bouts during two days of raids that left 63 dead.", "window"),
        ("The mission counted 63 dead in the first three months of this year.", "cumulative"),
        ("Some 63 civilians were killed in the first quarter of 2021.", "cumulative"),
        ("Since early 2020, it counted nine raids, which left 63 dead.", "cumulative"),
        ("A raid killed 63 men involved in the attack on the port in May 2019.", "incident"),
        ("A raid killed 63, bringing the dead since 2022 to 9,083.", "incident"),
        ("At least 63 were killed in drone attacks in the region this week.", "window"),
        ("At least 63 were killed in an attack on a bus this week.", "incident"),
        ("Hospitals received 63 dead over the past 24 hours, raising the toll to 900.", "window"),
        ("The staff said 63 soldiers were killed or wounded over the past 24 hours.", "window"),
        ("At least 63 were killed in raids on the town over the past 24 hours.", "incident"),
        ("A drone strike on the town in December killed 63 people.", "incident"),
        ("Gangs killed 63 people in the commune in September.", "window"),
        ("Some 63 people have been killed in the valley this year.", "cumulative"),
        ("Rangers killed 63 people in a conflict over grazing land.", "incident"),
        ("At least 63 recruits, who joined in April, were killed on Tuesday.", "incident"),
        ("Police found 63 bodies near the port, which was calm in recent years.", "incident"),
    ],
)
def test_scope_is_read_from_the_clause_of_the_number(text: str, scope: str) -> None:
    assert scope_of(text, *at(text, "63"), 63) == scope


def test_the_war_toll_of_one_clause_does_not_widen_the_other() -> None:
    text = "The raid killed 63 people, while the war has killed 9,500 people."
    assert scope_of(text, *at(text, "63"), 63) == "incident"
    assert scope_of(text, *at(text, "9,500"), 9500) == "cumulative"


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("The toll rose to 95, from an earlier count of 63.", True),
        ("The toll was raised from 63 to 95.", True),
        ("Officials had initially said 63 were killed.", True),
        ("The mission said 95 people died, against 63 as reported before.", True),
        ("The raid killed 63 people.", False),
    ],
)
def test_an_earlier_count_is_known_by_its_words(text: str, earlier: bool) -> None:
    assert is_superseded(text, *at(text, "63")) is earlier


def test_a_count_beyond_any_incident_is_a_toll_unless_the_day_is_named() -> None:
    assert is_beyond_incident("Some 9,000 people were killed.", "killed", 9000)
    assert not is_beyond_incident("Some 9,000 people were killed on Monday.", "killed", 9000)
    assert not is_beyond_incident("Some 9,000 people fled.", "displaced", 9000)
    wire = "SALDA, 17 May (Agency) -- The old regime left 9,000 people dead."
    assert is_beyond_incident(wire, "killed", 9000)


def test_a_named_day_on_which_a_war_began_dates_no_toll_of_it() -> None:
    words = "It launched strikes on 8 October, which became a full-scale war, killing 4,000 people."
    assert is_beyond_incident(words, "killed", 4000)
    assert not is_beyond_incident("A blast on 4 August killed 4,000 people.", "killed", 4000)


def test_clauses_are_parted_by_semicolons_and_while() -> None:
    text = "Six died; nine were hurt"
    start, end = clause_around(text, *at(text, "nine"))
    assert text[start:end].strip() == "nine were hurt"


def test_lists_of_months_and_those_attacks_go_on_with_a_tally() -> None:
    assert is_month_item("March: two attacks, nine dead")
    assert not is_month_item("They march: two abreast")
    assert goes_on_tallying("Those attacks killed 12 people.")
    assert not goes_on_tallying("A mortar killed 12 people.")


@pytest.mark.parametrize(
    ("text", "number", "count", "scope"),
    [
        ("Fighting in the north has displaced 9,000 people, the agency said on Monday.", "9,000",
         9000, "cumulative"),
        ("They want an end of the fighting that has killed 999 people.", "999", 999, "cumulative"),
        ("More than 9,000 people have now fled to the south.", "9,000", 9000, "cumulative"),
        ("Violence in the village on Sunday has left 300 dead.", "300", 300, "incident"),
        ("Fighting in the village has left 30 dead.", "30", 30, "incident"),
        ("The raids killed 90 bandits within the week.", "90", 90, "window"),
    ],
)  # fmt: skip
def test_where_a_war_stands_is_no_count_of_one_event(
    text: str, number: str, count: int, scope: str
) -> None:
    assert scope_of(text, *at(text, number), count) == scope


def test_the_day_on_which_a_toll_is_told_is_not_its_own() -> None:
    told = "Another 100,000 have crossed the border, the agency said on Tuesday."
    assert is_beyond_incident(told, "displaced", 100_000)
    assert not is_beyond_incident("On Tuesday 100,000 crossed the border.", "displaced", 100_000)
