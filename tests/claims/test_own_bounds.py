"""What counts of people displaced or detained, and running tolls, tell of day and place."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.extract import Extractor
from bearwitness.model.claim import Claim
from bearwitness.model.document import Anchor, Document


@cache
def reader() -> Extractor:
    return Extractor(load_gazetteer())


def counts(text: str, outcome: str) -> list[Claim]:
    document = Document("doc-1", "1", text, "0" * 64, "en")
    claims = reader().extract(document, Anchor(date(2022, 6, 15), "day", "stated"))
    return [c for c in claims if c.casualty is not None and c.casualty.outcome == outcome]


def bounds(text: str, outcome: str) -> tuple[str | None, str | None]:
    [one] = counts(text, outcome)
    place = one.where.name if one.where else None
    return place, str(one.when.start) if one.when.start else None


@pytest.mark.parametrize(
    ("text", "outcome", "told"),
    [
        # its own clause tells day and place
        (
            "Police detained nine men in Aleppo on 3 June 2022.",
            "detained", ("Aleppo", "2022-06-03"),
        ),
        (
            "On 3 June 2022 gunmen abducted nine men in Aleppo.",
            "detained", ("Aleppo", "2022-06-03"),
        ),
        # those of another sentence, of a subordinate clause or of the saying are not its own
        (
            "An air strike killed two in Aleppo on 3 June 2022. Soldiers arrested nine men.",
            "detained", (None, None),
        ),
        (
            "Soldiers arrested nine men, a day after a blast killed two in Aleppo on 3 June 2022.",
            "detained", (None, None),
        ),
        ("Nine men were arrested, police in Aleppo said on Monday.", "detained", (None, None)),
        # a number that stands has no day
        ("After the raid on 3 June 2022, nine men are still being held.", "detained", (None, None)),
        # where people fled to is not whence
        ("After the shelling 900 people fled to Aleppo.", "displaced", (None, None)),
        # of two places neither is the count's
        ("Soldiers detained nine men in Aleppo and Homs after a raid.", "detained", (None, None)),
    ],
)  # fmt: skip
def test_a_count_keeps_the_day_and_place_of_its_own_clause(
    text: str, outcome: str, told: tuple[str | None, str | None]
) -> None:
    assert bounds(text, outcome) == told


@pytest.mark.parametrize(
    "text",
    [
        "The rebels captured one of the largest towns of the province after clashes.",
        "The army killed, wounded and captured dozens of fighters in the clashes.",
        "After the raid the gunmen have released nine of the pupils.",
        "Rebels raided the school; many of them detained without a hearing.",
    ],
)
def test_towns_and_people_set_free_are_no_captives(text: str) -> None:
    assert counts(text, "detained") == []


@pytest.mark.parametrize(
    "text",
    [
        "The number of displaced could reach 650,000 if the fighting goes on.",
        "Half of a country of 20 million have been forced from their homes by the war.",
    ],
)
def test_a_population_and_a_forecast_are_no_displaced(text: str) -> None:
    assert counts(text, "displaced") == []


def test_who_takes_refugees_in_is_not_where_they_fled_from() -> None:
    text = "Since the invasion Poland has taken more than 2 million people who fled the war."
    assert all(c.where is None for c in counts(text, "displaced"))


def test_of_two_periods_a_toll_keeps_none() -> None:
    [one] = counts(
        "Attacks rose in the last two years, and in the last three months 400 men were abducted.",
        "detained",
    )
    assert one.when.start is None


def test_what_counts_since_the_latest_outbreak_is_no_single_incidents() -> None:
    [one] = counts(
        "Some 900 people were displaced since the latest outbreak of violence.", "displaced"
    )
    assert one.casualty is not None
    assert one.casualty.scope == "cumulative"


def test_who_is_arrested_in_connection_with_a_towns_case_is_somebody_arrested() -> None:
    text = "Police on 3 June 2022 arrested a man in connection with the city's second killing."
    assert len(counts(text, "detained")) == 1
