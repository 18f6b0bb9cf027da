"""Which take came first."""

from __future__ import annotations

from datetime import date

import pytest

from bearwitness.lineage.align import match_sentences
from bearwitness.lineage.order import Precedence, precedence
from bearwitness.lineage.reading import read
from bearwitness.lineage.shingles import WordCodes
from bearwitness.lineage.signs import signs
from bearwitness.model.document import Anchor, Document


def first_of(a: str, b: str, **fields: tuple[str, str]) -> Precedence:
    pair = [
        read(
            Document(
                f"doc-{k}",
                str(k),
                text,
                "0" * 64,
                title=fields.get("title", ("", ""))[k] or None,
                published_at=(stamp := fields.get("stamp", ("", ""))[k]) or None,
                anchor=Anchor(date.fromisoformat(stamp[:10]), "day", "stated")
                if stamp
                else Anchor(),
            ),
            WordCodes(),
        )
        for k, text in enumerate((a, b))
    ]
    return precedence(
        pair[0],
        pair[1],
        match_sentences(pair[0], pair[1]),
        signs(pair[0]),
        signs(pair[1]),
    )


@pytest.mark.parametrize(
    ("early", "late", "why"),
    [
        (
            "The envoys were expected to hold talks with the rebels at the border post on Sunday.",
            "The envoys held talks with the rebels at the border post on Sunday.",
            "planned then held",
        ),
        (
            "A mortar bomb killed fourteen people in the old town, medics said.",
            "A mortar bomb killed sixteen people in the old town, medics said.",
            "rising toll (14, then 16)",
        ),
        (
            "A mortar bomb killed 30 people in the old town, medics said.",
            "Medics put the dead at 22 after a mortar bomb hit the old town, down from an "
            "earlier toll of 30.",
            "earlier",
        ),
        (
            "Fire swept the depot. This is a developing story.",
            "Fire swept the depot. Nobody was found inside.",
            "more is to come",
        ),
    ],
)
def test_content_tells_the_order(early: str, late: str, why: str) -> None:
    forward, backward = first_of(early, late), first_of(late, early)
    assert (forward.sign, backward.sign) == (-1, 1)
    assert why in forward.reason
    assert forward.reason == backward.reason


def test_numbered_takes_tell_the_order() -> None:
    found = first_of("Same words.", "Same words.", title=("UPDATE 2-Fire", "UPDATE 1-Fire"))
    assert found.sign == 1


def test_clock_times_without_zone_tell_nothing_across_outlets() -> None:
    a, b = "2020-05-01 23:10", "2020-05-01 22:50"
    assert first_of("Same words.", "Same words.", stamp=(a + "Z", b + "Z")).sign == 1
    assert first_of("Same words.", "Same words.", stamp=(a + "Z", b)).sign == 0
    assert first_of("Same words.", "Same words.", stamp=(a, b)).sign == 0


def test_clock_times_with_zones_are_compared_as_moments() -> None:
    stamps = ("2020-05-01T23:10:00+03:00", "2020-05-01T21:00:00Z")
    assert first_of("Same words.", "Same words.", stamp=stamps).sign == -1


def test_nothing_tells_the_order_of_equals() -> None:
    assert first_of("Same words.", "Same words.") == Precedence(0, 0, "nothing tells the order")


def test_rising_toll_outranks_stamps_of_a_day_but_not_of_many() -> None:
    low = "A mortar bomb killed 14 people in the old town, medics said."
    high = "A mortar bomb killed 21 people in the old town, medics said."
    next_day = first_of(high, low, stamp=("2020-05-01", "2020-05-02"))
    assert next_day.sign == 1
    assert "against: stamps" in next_day.reason
    assert first_of(high, low, stamp=("2020-05-01", "2020-05-09")).sign == -1


def test_years_and_ages_are_no_tolls() -> None:
    a = "The 19-year-old was jailed for 7 years for killing a guard in 2011."
    b = "The 19-year-old was jailed for 20 years for killing a guard in 2012."
    assert first_of(a, b).sign == 0
