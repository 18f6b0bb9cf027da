"""Reports that go through the shootings of a weekend in one city."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_extract import Atlas
from tests.factories import make_document

from bearwitness.claims.extract import Extractor
from bearwitness.model.place import Place

CITY = Place(1, 11, "Dallas", 32.8, -96.8, "US", "US.TX", None, "city", 1_200_000)
READER = Extractor(Atlas(CITY), further=False)
LEAD = "DALLAS (Agency) - At least five people were shot in shootings this weekend in Dallas.\n\n"


def events(text: str) -> list[list[tuple[str, int]]]:
    """Quote and day of the month of every person counted, by event and in their order."""
    claims = READER.extract(make_document(text=text, title=None, day=date(2023, 2, 12)))
    told: dict[int, list[tuple[str, int]]] = {}
    for c in sorted(claims, key=lambda c: c.span.start):
        if c.casualty and c.casualty.scope == "incident" and c.mention is not None:
            day = c.when.start.day if c.when.start else 0
            told.setdefault(c.mention, []).append((c.span.quote.lower(), day))
    return list(told.values())


FIRST = (
    "On Saturday, a clerk was shot at about 1:42 a.m. in the 1300 block of Elm Street, police "
    "said.\n\n"
)


@pytest.mark.parametrize(
    ("next_one", "day"),
    [
        ("Around 6:47 p.m., in the 4600 block of Oak Avenue, a guard was shot.", 11),
        ("A guard was shot in the 4600 block of Oak Avenue.", 11),
        ("Minutes later, a guard was shot on the north side.", 11),
        ("Later that night, a guard was shot near a bar.", 11),
        ("On Sunday morning, a guard was shot near a bar.", 12),
        ("The weekend's latest shooting left a guard wounded.", 11),
        ("Sunday\n\nA guard was shot near a bar around 5 a.m.", 12),
    ],
)
def test_another_hour_block_or_day_is_another_shooting(next_one: str, day: int) -> None:
    assert events(LEAD + FIRST + next_one) == [[("a clerk", 11)], [("a guard", day)]]


@pytest.mark.parametrize(
    "same_one",
    [
        "A guard was also shot at 1:42 a.m., police said.",
        "A guard was shot in the 1300 block of Elm Street too.",
        "A guard was pronounced dead at 3:15 a.m., police said.",
        "Minutes later, the victims were found and a guard was pronounced dead.",
    ],
)
def test_the_same_hour_or_what_followed_is_the_same_shooting(same_one: str) -> None:
    assert len(events(LEAD + FIRST + same_one)) == 1


def test_an_hour_parts_nothing_in_a_report_of_one_shooting() -> None:
    one = "DALLAS (Agency) - Two people were shot in a shooting on Saturday in Dallas.\n\n"
    after = "A guard was shot at 1:50 a.m. while he called for help."
    assert len(events(one + FIRST + after)) == 1
