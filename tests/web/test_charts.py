"""Charts say what the numbers say, to the eye and to a screen reader."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.web.conftest import HOSTILE

from bearwitness.web import charts
from bearwitness.web.charts.scale import Days, round_ticks
from bearwitness.web.finder import Month

DAY = date(2014, 11, 25)


def point(days: int, low: int | None, high: int | None, **more: object) -> charts.Point:
    return charts.Point(DAY + timedelta(days), low, high, "a count", **more)  # type: ignore[arg-type]


def test_a_step_chart_needs_two_counts():
    one = charts.Line("Agency", (point(0, 5, 5),))
    assert charts.step_chart([one], "Killed") == ""
    assert "<svg" in charts.step_chart([one, charts.Line("Monitor", (point(1, 7, 7),))], "Killed")


def test_a_line_does_not_cross_a_break_of_definition():
    joined = charts.Line("Agency", (point(0, 5, 5), point(9, 50, 50)))
    broken = charts.Line("Agency", (point(0, 5, 5), point(9, 50, 50, breaks=True)))
    path = r'class="step" d="([^"]+)"'
    assert re.search(path, charts.step_chart([joined], "x"))[1].count("M") == 1
    drawn = charts.step_chart([broken], "x")
    assert re.search(path, drawn)[1].count("M") == 2
    assert "≠" in drawn
    assert "another definition" in drawn


def test_open_bounds_point_up_or_down_and_two_bounds_span_a_band():
    drawn = charts.step_chart([charts.Line("A", (point(0, 5, None), point(3, 6, 9)))], "x")
    assert 'class="open"' in drawn
    assert 'class="band"' in drawn


def test_marks_on_one_spot_stand_side_by_side():
    lines = [charts.Line(name, (point(0, 5, 5),)) for name in "ABC"]
    drawn = charts.step_chart(lines, "x")
    assert len(set(re.findall(r'class="mark" x="([\d.]+)"', drawn))) == 3


def test_a_saying_is_a_bar_a_lost_place_a_cross_and_a_contradiction_is_marked():
    def said(state: str, **more: object) -> charts.Holding:
        found = {"start": DAY, "end": DAY, "dated": True, "words": "words"} | more
        return charts.Holding("Agency", "Army", state, **found)  # type: ignore[arg-type]

    taken = charts.holding_chart([said("taken")], "x")
    assert 'class="carried"' in taken
    assert 'class="solid"' in taken
    assert "url(#hatched)" in charts.holding_chart([said("contested")], "x")
    assert "url(#crossed)" in charts.holding_chart([said("besieged")], "x")
    assert 'class="cross"' in charts.holding_chart([said("lost")], "x")
    assert 'class="cross"' in charts.holding_chart([said("taken", denied=True)], "x")
    assert 'class="lent"' in charts.holding_chart([said("held", dated=False)], "x")
    assert ">!<" in charts.holding_chart([said("taken", contradicted=True)], "x")
    assert charts.holding_chart([], "x") == ""


def test_a_capture_runs_on_only_until_its_source_says_otherwise():
    def carried(drawn: str) -> float:
        return float(re.search(r'class="carried"[^>]* width="([\d.]+)"', drawn)[1])

    taken = charts.Holding("Agency", "Army", "taken", DAY, DAY, True, "w")
    later = DAY + timedelta(10)
    lost = charts.Holding("Agency", "Army", "lost", later, later, True, "w")
    other = charts.Holding("Monitor", "Army", "lost", later, later, True, "w")
    alone = charts.holding_chart([taken, other], "x")
    assert carried(charts.holding_chart([taken, lost, other], "x")) < carried(alone)


def test_no_word_of_a_report_is_markup():
    lines = [charts.Line(HOSTILE, (charts.Point(DAY, 1, 2, HOSTILE), point(3, 3, 3)))]
    held = charts.Holding(HOSTILE, HOSTILE, "held", DAY, DAY, True, HOSTILE, link=HOSTILE)
    for drawn in (charts.step_chart(lines, HOSTILE), charts.holding_chart([held], HOSTILE)):
        assert "<script" not in drawn
        assert "<img" not in drawn
        assert "<b " not in drawn


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0, 10**9))
def test_round_ticks_reach_the_highest_value_in_few_equal_steps(most):
    ticks = round_ticks(most)
    assert ticks[0] == 0
    assert ticks[-1] >= max(most, 1)
    assert len(ticks) <= 6
    assert len({b - a for a, b in pairwise(ticks)}) == 1


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 40_000))
def test_ticks_of_days_are_few_and_in_order(first, span):
    days = Days(first, first + timedelta(span), 0, 800)
    places = [x for x, _ in days.ticks()]
    assert len(places) <= 8
    assert places == sorted(places)
    assert all(0 <= x <= 800 for x in places)


def test_months_without_incidents_keep_their_place():
    months = [Month("2014-11", 2, 10), Month("2015-02", 1, None)]
    spans = charts.spans(months)
    assert [s.words for s in spans] == ["2014-11", "2014-12", "2015-01", "2015-02"]
    assert [s.incidents for s in spans] == [2, 0, 0, 1]
    drawn = charts.timeline(spans, lambda s: f"/?since={s.since}&until={s.until}")
    assert "since=2015-02-01&amp;until=2015-02-28" in drawn
    assert "2014-11: 2 incidents, 10 killed by the best figures" in drawn
    assert charts.timeline([], lambda _s: "/") == ""


def test_many_months_become_years_with_the_same_total():
    months = [Month("1990-01", 2, None), Month("1990-03", 3, 4), Month("2020-12", 5, 6)]
    spans = charts.spans(months)
    assert (spans[0].words, spans[0].incidents, spans[0].killed) == ("1990", 5, 4)
    assert len(spans) == 31
    assert sum(s.incidents for s in spans) == 10
