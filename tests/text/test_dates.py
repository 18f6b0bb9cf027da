"""Date expressions are found where they stand and reckoned past first from the anchor."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.model.document import Anchor
from bearwitness.text.dates import find_dates, resolve

# A Wednesday.
ANCHOR = Anchor(date(2014, 11, 26), "day", "stated")
NOWHERE = Anchor()


def read(text: str, anchor: Anchor = ANCHOR, **options):
    """The only date of a text, resolved."""
    [expr] = find_dates(text)
    return resolve(expr, anchor, **options)


@pytest.mark.parametrize(
    ("text", "start", "end", "precision", "basis"),
    [
        ("Shells fell on Tuesday.", "2014-11-25", "2014-11-25", "day", "relative"),
        ("Shells fell on Wednesday.", "2014-11-26", "2014-11-26", "day", "relative"),
        ("Shells fell last Wednesday.", "2014-11-19", "2014-11-19", "day", "relative"),
        ("It began last Friday.", "2014-11-21", "2014-11-21", "day", "relative"),
        ("Jets returned Tuesday night.", "2014-11-25", "2014-11-25", "day", "relative"),
        ("Early Wednesday a mine blew up.", "2014-11-26", "2014-11-26", "day", "relative"),
        ("It was quiet today.", "2014-11-26", "2014-11-26", "day", "relative"),
        ("A convoy came yesterday.", "2014-11-25", "2014-11-25", "day", "relative"),
        ("That was two days ago.", "2014-11-24", "2014-11-24", "day", "relative"),
        ("The road was cut last week.", "2014-11-17", "2014-11-23", "week", "relative"),
        ("The worst raid this month.", "2014-11-01", "2014-11-26", "month", "relative"),
        ("Talks went on 3, 4 and 5 June 2014.", "2014-06-03", "2014-06-05", "days", "stated"),
        ("The city fell last year.", "2013-01-01", "2013-12-31", "year", "relative"),
        ("A raid on 25 November hit it.", "2014-11-25", "2014-11-25", "day", "relative"),
        ("A raid on December 2 hit it.", "2013-12-02", "2013-12-02", "day", "relative"),
        ("A raid on Nov. 25, 2014, hit it.", "2014-11-25", "2014-11-25", "day", "stated"),
        ("Dated 25-11-2014 here.", "2014-11-25", "2014-11-25", "day", "stated"),
        ("Dated 2014-11-25 here.", "2014-11-25", "2014-11-25", "day", "stated"),
        ("Since the 6th of September.", "2014-09-06", "2014-11-26", "day", "relative"),
        ("In September a raid hit it.", "2014-09-01", "2014-09-30", "month", "relative"),
        ("Talks were held in early 2013.", "2013-01-01", "2013-04-30", "year", "stated"),
        ("Talks in January this year.", "2014-01-01", "2014-01-31", "month", "relative"),
        ("It began three and a half years ago.", "2011-02-01", "2011-08-31", "year", "relative"),
        ("Nine fell in the past 24 hours.", "2014-11-25", "2014-11-26", "days", "relative"),
        ("Raids over the past 48 hours.", "2014-11-24", "2014-11-26", "days", "relative"),
        ("Raids between 3 and 9 March.", "2014-03-03", "2014-03-09", "days", "relative"),
        ("Raids from Sunday to Tuesday.", "2014-11-23", "2014-11-25", "days", "relative"),
        ("Raids from 30 April to 2 May 2014.", "2014-04-30", "2014-05-02", "days", "stated"),
        ("SAN ISIDRO, 10 JAN 90 -- THE ARMY", "1990-01-10", "1990-01-10", "day", "stated"),
        ("A MINE EXPLODED ON 2 OCTOBER NEAR", "2014-10-02", "2014-10-02", "day", "relative"),
        ("Around 1 May 2020 (as reported),", "2020-05-01", "2020-05-01", "day", "stated"),
        ("Saturday night into early Sunday", "2014-11-22", "2014-11-23", "days", "relative"),
        ("The camp was hit today (Monday).", "2014-11-24", "2014-11-24", "day", "relative"),
        ("Yesterday (Sunday), two fell.", "2014-11-23", "2014-11-23", "day", "relative"),
        ("It fell over the weekend.", "2014-11-22", "2014-11-23", "days", "relative"),
    ],
)
def test_reads_the_day_a_newsroom_means(text, start, end, precision, basis):
    when = read(text)
    assert (str(when.start), str(when.end), when.precision, when.basis) == (
        start,
        end,
        precision,
        basis,
    )


def test_a_tense_that_looks_ahead_reads_the_next_such_day():
    [expr] = find_dates("They will meet on Friday.")
    assert resolve(expr, ANCHOR, tense="future").start == date(2014, 11, 28)
    assert resolve(expr, ANCHOR).start == date(2014, 11, 21)


@pytest.mark.parametrize("text", ["on Tuesday", "yesterday", "on 25 November", "last week"])
def test_without_an_anchor_the_words_stay_and_no_date_is_made(text):
    when = read(text, NOWHERE)
    assert (when.start, when.end, when.precision, when.basis) == (None, None, "none", "none")
    assert when.text is not None
    assert when.text in text


@pytest.mark.parametrize(
    "text", ["It lasted for three years.", "A three-day raid.", "Two killed over six months"]
)
def test_a_duration_is_no_date(text):
    [expr] = find_dates(text)
    assert expr.kind == "duration"
    assert resolve(expr, ANCHOR).start is None


def test_a_restatement_in_another_zone_is_marked():
    plain, restated = find_dates("Talks opened on Wednesday (Thursday in Manila) in Sochi.")
    assert not plain.restated
    assert restated.restated


def test_words_that_point_back_are_reckoned_from_the_day_told_of():
    reference = date(2014, 9, 6)
    assert read("Later the same day", reference=reference).start == reference
    assert read("two days later", reference=reference).start == date(2014, 9, 8)
    assert read("The next day they left", reference=reference).start == date(2014, 9, 7)
    assert read("two days later").start is None


def test_the_weekday_beside_a_day_picks_the_year():
    assert read("on Thursday, Dec. 4").start == date(2014, 12, 4)


def test_a_stamp_that_lags_a_zone_behind_does_not_push_the_day_back_a_year():
    assert read("on 27 November").start == date(2014, 11, 27)


@pytest.mark.parametrize(
    "text",
    [
        "Friday prayers had ended",
        "they may march again",
        "a 12-year-old boy",
        "Black Friday shoppers",
        "kept them from celebrating Christmas",
        "a shooting at Christmas Creek Park",
        "over the Memorial Day weekend",
        "a Thanksgiving turkey",
        "in room 2014b",
        "killing 2000 people",
        "at a house in the 1900 block of Mill Road",
        "32 May",
    ],
)
def test_what_is_no_date_is_left_alone(text):
    assert find_dates(text) == []


def test_a_number_after_a_month_that_counts_people_is_not_its_day():
    [expr] = find_dates("In March 20 people were killed")
    assert (expr.month, expr.day) == (3, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [("June 8 - 13 killed in raids", ["June 8"]), ("June 8 - 13: a siege", ["June 8 - 13"])],
)
def test_a_number_after_a_dash_that_counts_people_ends_no_range(text, days):
    assert [d.text for d in find_dates(text)] == days


def test_an_impossible_day_has_no_date():
    assert read("on 30 February").start is None


@given(st.text(max_size=200))
def test_spans_quote_and_never_overlap(text):
    found = find_dates(text)
    assert all(text[e.start : e.end] == e.text for e in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    for expr in found:
        when = resolve(expr, ANCHOR)
        if when.start and when.end:
            assert when.start <= when.end


@given(
    st.dates(date(1900, 1, 8), date(2090, 1, 1)),
    st.sampled_from(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
)
def test_a_weekday_is_within_the_week_up_to_the_anchor(day, name):
    when = read(f"on {name}", Anchor(day, "day", "stated"))
    assert when.start is not None
    assert day - timedelta(days=6) <= when.start <= day
    assert when.start.strftime("%A") == name


@given(st.dates(date(1900, 1, 1), date(2090, 1, 1)))
def test_every_written_full_date_reads_back(day):
    month, weekday = day.strftime("%B"), day.strftime("%A")
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        day.isoformat(),
    ):
        when = read(text, NOWHERE)
        assert (when.start, when.basis) == (day, "stated")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On Father's Day, a guard was shot.", date(2013, 6, 16)),
        ("A guard was shot on Labor Day.", date(2013, 9, 2)),
        ("A guard was shot on Memorial Day.", date(2013, 5, 27)),
        ("A guard was shot on Thanksgiving.", date(2012, 11, 22)),
        ("A guard was shot on Thanksgiving Day 2010.", date(2010, 11, 25)),
    ],
)
def test_feasts_on_a_weekday_of_a_month(text, day):
    (found,) = find_dates(text)
    when = resolve(found, Anchor(date(2013, 9, 20), "day"), tense=None, reference=None)
    assert (when.start, when.end) == (day, day)
