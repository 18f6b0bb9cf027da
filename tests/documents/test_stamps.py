"""Absolute dates of pages and records; what has two readings stays unknown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.documents.stamps import parse_stamp, stamp_in_url


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2014-11-27 1:48:16", date(2014, 11, 27)),
        ("2014-11-27T01:48:16Z", date(2014, 11, 27)),
        ("20141127", date(2014, 11, 27)),
        ("26 November 2014", date(2014, 11, 26)),
        ("26th of November, 2014", date(2014, 11, 26)),
        ("Nov. 26, 2014", date(2014, 11, 26)),
        ("November 26, 2014 at 5:15 pm", date(2014, 11, 26)),
        ("1 October، 2024", date(2024, 10, 1)),
        ("Wed, 26 Nov 2014 08:00:00 +0200", date(2014, 11, 26)),
        ("10 JAN 90", date(1990, 1, 10)),
        ("27/11/2014", date(2014, 11, 27)),
        ("11/27/2014", date(2014, 11, 27)),
    ],
)
def test_a_day_is_read(written: str, day: date) -> None:
    stamp = parse_stamp(written)
    assert stamp is not None
    assert (stamp.date, stamp.precision) == (day, "day")


@pytest.mark.parametrize(
    ("written", "precision"), [("2014-11", "month"), ("November 2014", "month"), ("2014", "year")]
)
def test_a_month_or_year_says_no_more(written: str, precision: str) -> None:
    stamp = parse_stamp(written)
    assert stamp is not None
    assert stamp.precision == precision


@pytest.mark.parametrize("written", ["03/04/2015", "31/02/2015", "yesterday", "", "12:45", "95"])
def test_what_has_two_readings_or_none_is_unknown(written: str) -> None:
    assert parse_stamp(written) is None


@pytest.mark.parametrize(
    ("url", "day", "precision"),
    [
        ("https://a.example/2014/11/27/story", date(2014, 11, 27), "day"),
        ("https://a.example/2014/nov/27/story", date(2014, 11, 27), "day"),
        ("https://a.example/x-2014-nov-27-story.html", date(2014, 11, 27), "day"),
        ("https://a.example/news-2014-11-27.html", date(2014, 11, 27), "day"),
        ("https://a.example/27-Nov-2014/story", date(2014, 11, 27), "day"),
        ("https://a.example/news/nov-27-2014.html", date(2014, 11, 27), "day"),
        ("https://a.example/2014/11/story", date(2014, 11, 1), "month"),
        (
            "http://archive.example/web/20160911100101/http://a.example/2014/11/27/x",
            date(2014, 11, 27),
            "day",
        ),
    ],
)
def test_the_date_in_an_address_is_read(url: str, day: date, precision: str) -> None:
    stamp = stamp_in_url(url)
    assert stamp is not None
    assert (stamp.date, stamp.precision) == (day, precision)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/story-245753181.html",
        "http://archive.example/web/20160911100101/http://a.example/story",
        "https://a.example/story?date=2014-11-27",
        "https://a.example/the-nov-27-2014-raid-remembered",
    ],
)
def test_other_numbers_in_an_address_are_no_date(url: str) -> None:
    assert stamp_in_url(url) is None


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)))
def test_every_day_survives_the_usual_forms(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%b %d, %Y", "%Y/%m/%d %H:%M"):
        stamp = parse_stamp(day.strftime(form))
        assert stamp is not None
        assert stamp.date == day


@given(st.text(max_size=80))
def test_no_string_makes_the_parser_fail(text: str) -> None:
    parse_stamp(text)
    stamp_in_url(text)


def test_the_number_of_a_post_tells_its_day() -> None:
    stamp = stamp_in_url("https://x.com/a_monitor/status/1551180594839224320")
    assert stamp is not None
    assert (stamp.date, stamp.precision) == (date(2022, 7, 24), "day")


@pytest.mark.parametrize(
    "url",
    ["https://twitter.com/a_monitor", "https://twitter.com/a_monitor/status/12", "x.com/a/b/1"],
)
def test_an_address_without_a_posts_number_tells_no_day(url: str) -> None:
    assert stamp_in_url(url) is None
