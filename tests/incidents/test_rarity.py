"""How common figures are among the events of a country."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bearwitness.incidents.profile import Count, Profile
from bearwitness.incidents.rarity import measure_rarity
from bearwitness.model.claim import Where
from bearwitness.model.incident import Mention

SYRIA = Where("Raqqa", 1, 35.95, 39.01, "SY", "04", 1)


def told(number: int, killed: int, day: int) -> Profile:
    when = date(2014, 1, 1) + timedelta(days=day)
    return Profile(
        Mention(f"doc-{number}", 0), (), when, when, "stated", where=SYRIA,
        killed=Count(killed, killed),
    )  # fmt: skip


events = st.lists(st.tuples(st.integers(1, 40), st.integers(0, 60)), max_size=30)


@given(events, st.integers(1, 40), st.integers(0, 20))
def test_times_within_three_days_of_the_last_are_one(
    tolls: list[tuple[int, int]], least: int, width: int
) -> None:
    profiles = [told(n, killed, day) for n, (killed, day) in enumerate(tolls)]
    rarity = measure_rarity(profiles, lambda where: None)
    days = sorted(day for killed, day in tolls if least <= killed <= least + width)
    apart = sum(n == 0 or day - days[n - 1] > 3 for n, day in enumerate(days))
    assert rarity.times("killed", "SY", least, least + width) == apart
    assert rarity.times("killed", "IQ", least, least + width) == 0
