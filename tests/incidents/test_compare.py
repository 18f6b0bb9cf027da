"""What tells two mentions apart, and what is no sign that they are one."""

from __future__ import annotations

from datetime import date, timedelta

from tests.incidents.test_link import DOUMA, RAQQA, telling, together

from bearwitness.incidents.days import _told_after
from bearwitness.model.claim import When, Where
from bearwitness.model.lineage import Dispatch, Lineages

ONE_DISPATCH = Lineages((Dispatch("dsp-1", None, ("doc-a", "doc-b")),))


def stated(day: date) -> When:
    return When(day, day, "day", "stated", None)


def test_days_that_both_texts_state_part_even_copies_of_a_template():
    a = telling("a", when=stated(date(2020, 5, 4)))
    b = telling("b", when=stated(date(2020, 5, 6)))
    assert not together(a, b, lineages=ONE_DISPATCH)


def test_a_town_s_next_event_a_day_later_is_another():
    monday, tuesday = date(2020, 5, 4), date(2020, 5, 5)
    a = telling("a", when=When(monday, monday, "day", "relative", "Monday"), killed=15)
    b = telling("b", when=When(tuesday, tuesday, "day", "relative", "Tuesday night"), killed=15)
    assert not together(a, b)


def test_a_weekday_named_parts_and_joins_reports_that_cannot_be_dated():
    dated = telling("a", day=date(2020, 5, 4), killed=15)  # a Monday
    undated = telling("b", when=When(text="Monday night"), killed=16)
    another = telling("b", when=When(text="Thursday"), killed=16)
    dates = telling("b", when=When(text="May 4"), killed=16)
    assert together(dated, undated)
    assert together(dated, dates)
    assert not together(dated, another)


def test_a_report_known_to_a_month_may_tell_of_any_day_of_it():
    first, last = date(2020, 5, 1), date(2020, 5, 31)
    monthly = telling("a", when=When(first, last, "month", "anchor", None), killed=15)
    assert together(monthly, telling("b", day=date(2020, 5, 20), killed=15))
    assert not together(monthly, telling("b", day=date(2020, 7, 20), killed=15))


def test_a_report_s_further_sentences_without_a_place_tell_of_its_main_event():
    main = telling("a", killed=61)
    on = telling("a", when=When(), where=None, killed=56, number=1)
    more = telling("a", when=When(), where=None, killed=90, number=1)
    elsewhere = telling("a", when=When(), where=DOUMA, killed=56, number=1)
    assert together(main, on)
    assert not together(main, more)
    assert not together(main, elsewhere)


def test_an_undated_telling_weighs_less_the_later_it_is_told():
    event, weeks, years = date(2020, 5, 4), date(2020, 8, 4), date(2022, 5, 4)
    weight = {told: _told_after(event, told)[0] for told in (event, weeks, years)}
    assert weight[event] > weight[weeks] > weight[years]


def test_notes_of_one_template_that_name_other_villages_are_apart():
    day = date(2020, 5, 4)
    a = telling("a", day=day, killed=None, where=Where("Albat", None, precision=1))
    b = telling("b", day=day, killed=None, where=Where("Zorin", None, precision=1))
    terms = {"doc-a": frozenset({"albat"}), "doc-b": frozenset({"zorin"})}
    assert not together(a, b, terms=terms, lineages=ONE_DISPATCH)


def test_unknown_villages_put_at_one_town_s_point_are_no_one_place():
    point = {"lat": 35.95, "lon": 39.01, "country": "SY", "adm1": "Ar-Raqqah", "precision": 2}
    a = telling("a", killed=3, where=Where("Albat", None, **point))
    b = telling("b", killed=3, where=Where("Zorin", None, **point))
    assert not together(a, b)


def test_day_and_town_alone_do_not_join_two_small_events():
    assert not together(telling("a", killed=2), telling("b", killed=1))
    assert together(telling("a", killed=7), telling("b", killed=7))


def test_figures_that_recur_in_a_country_tell_little():
    often = [
        telling(f"n{i}", day=date(2013, 1, 1) + timedelta(days=9 * i), killed=12) for i in range(60)
    ]
    a, b = telling("a", killed=12), telling("b", day=None, killed=12)
    assert together(telling("a", killed=300), telling("b", day=None, killed=300))
    assert not together(a, b, *often)


def test_the_name_of_an_armed_group_joins_no_undated_notes():
    group = frozenset({"lions brigade", "lions", "brigade"})
    others = [
        telling(f"n{i}", day=date(2014, 1, 1) + timedelta(days=9 * i), where=RAQQA, killed=2)
        for i in range(30)
    ]
    terms = {"doc-a": group, "doc-b": group}
    terms |= {c.document_id: frozenset({f"w{i}"}) for i, c in enumerate(others)}
    a, b = (telling(n, day=None, where=None, killed=None) for n in "ab")
    assert not together(a, b, *others, terms=terms)
