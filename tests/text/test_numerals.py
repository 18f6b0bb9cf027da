from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.text.numerals import TENS, UNITS, VAGUE, Quantity, find_quantities, parse_integer
from bearwitness.text.tokens import tokenize

UNIT_WORDS = {v: k for k, v in UNITS.items()}
TENS_WORDS = {v: k for k, v in TENS.items()}


def spell(number: int, joined: str = " and ") -> str:
    """English words for 1 to 999,999."""
    if number >= 1000:
        rest = number % 1000
        link = joined if 0 < rest < 100 else " "
        return (
            f"{spell(number // 1000, joined)} thousand{link + spell(rest, joined) if rest else ''}"
        )
    if number >= 100:
        rest = number % 100
        return f"{UNIT_WORDS[number // 100]} hundred{joined + spell(rest, joined) if rest else ''}"
    if number in UNIT_WORDS:
        return UNIT_WORDS[number]
    tens = TENS_WORDS[number - number % 10]
    return f"{tens}-{UNIT_WORDS[number % 10]}" if number % 10 else tens


def only(text: str) -> Quantity:
    (found,) = find_quantities(tokenize(text))
    return found


@given(st.integers(1, 999_999), st.sampled_from([" and ", " "]))
def test_a_spelled_number_is_read_back(number: int, joined: str) -> None:
    found = only(f"{spell(number, joined)} people")
    assert (found.low, found.high, found.qualifier) == (number, number, "exactly")


@given(st.integers(0, 9_999_999))
def test_digits_are_read_back_with_and_without_separators(number: int) -> None:
    assert only(f"{number} people").value == only(f"{number:,} people").value == number
    assert parse_integer(f"{number:,}") == number


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-toandmrelsuhvixqb "), max_size=80))
def test_quantities_never_overlap_and_bounds_are_in_order(text: str) -> None:
    at = 0
    for q in find_quantities(tokenize(text)):
        assert at <= q.start < q.end <= len(text)
        assert q.low is None or q.high is None or q.low <= q.high
        at = q.end


@pytest.mark.parametrize(
    ("text", "low", "high", "qualifier"),
    [
        ("at least 63 people", 63, None, "at_least"),
        ("no fewer than twelve people", 12, None, "at_least"),
        ("63 or more people", 63, None, "at_least"),
        ("more than 200 people", 200, None, "more_than"),
        ("over 40 people", 40, None, "more_than"),
        ("about 30 people", 30, 30, "about"),
        ("nearly 30 people", 30, 30, "about"),
        ("some 30 people", 30, 30, "about"),
        ("up to nine people", None, 9, "up_to"),
        ("as many as nine people", None, 9, "up_to"),
        ("the toll has gone up to 42", 42, 42, "exactly"),
        ("the number of the dead is now up to 50", 50, 50, "exactly"),
        ("a blast by the shop hit up to 50 people", None, 50, "up_to"),
        ("fewer than nine people", None, 9, "up_to"),
        ("a total of 14 people", 14, 14, "exactly"),
        ("between 20 and 25 people", 20, 25, "exactly"),
        ("20 to 25 people", 20, 25, "exactly"),
        ("20-25 people", 20, 25, "exactly"),
        ("two or three people", 2, 3, "exactly"),
        ("a dozen people", 12, 12, "exactly"),
        ("half a dozen people", 6, 6, "exactly"),
        ("two dozen people", 24, 24, "exactly"),
        ("a couple of people", 2, 2, "exactly"),
        ("several people", 3, 9, "vague"),
        ("dozens of people", 24, None, "vague"),
        ("scores of people", 40, None, "vague"),
        ("hundreds of people", 200, None, "vague"),
        ("several hundred people", 300, None, "vague"),
        ("thousands of people", 2000, None, "vague"),
        ("tens of thousands of people", 20_000, None, "vague"),
        ("1.5 million people", 1_500_000, 1_500_000, "exactly"),
        ("3 812 people", 3812, 3812, "exactly"),
        ("1 200 000 people", 1_200_000, 1_200_000, "exactly"),
        ("many people", None, None, "vague"),
        ("a number of people", None, None, "vague"),
    ],
)
def test_what_bounds_a_number(text: str, low: int | None, high: int | None, qualifier: str) -> None:
    found = only(text)
    assert (found.low, found.high, found.qualifier) == (low, high, qualifier)


def test_the_day_of_a_month_opens_no_range() -> None:
    text = "raising the toll since October 7 to 36,731"
    assert [(q.low, q.high) for q in find_quantities(tokenize(text))][-1] == (36_731, 36_731)


def test_a_change_is_no_range() -> None:
    found = find_quantities(tokenize("The toll rose from 30 to 41"))
    assert [(q.low, q.high) for q in found] == [(30, 30), (41, 41)]


def test_the_quotation_holds_the_qualifier_and_not_the_noun() -> None:
    text = "Doctors saw at least 63 people"
    found = only(text)
    assert text[found.start : found.end] == "at least 63"


@pytest.mark.parametrize("text", ["a score of 3-1", "in the year"])
def test_scores_and_plain_words_are_no_ranges_of_people(text: str) -> None:
    assert all(q.low is None or q.low == q.high for q in find_quantities(tokenize(text)))


def test_the_codebook_gives_each_vague_word_its_interval(repository: Path) -> None:
    book = (repository / "docs" / "codebook.md").read_text(encoding="utf-8")
    table = book.partition("| word | `low` | `high` |")[2].partition("\n\n")[0]
    told = {}
    for row in table.splitlines()[2:]:
        words, low, high = (cell.strip() for cell in row.strip("|").split("|"))
        bounds = tuple(None if b == "open" else int(b) for b in (low, high))
        told.update(dict.fromkeys(words.split(", "), bounds))
    assert told == VAGUE
