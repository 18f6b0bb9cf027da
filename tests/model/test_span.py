from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.errors import MisquoteError
from bearwitness.model.span import Span

TEXT = "Six people were hurt."


@given(st.data(), st.text(min_size=1))
def test_a_span_always_quotes(data: st.DataObject, text: str) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.cut(text, start, end)
    assert text[span.start : span.end] == span.quote != ""


@given(st.text(max_size=20), st.integers(-5, 25), st.integers(-5, 25), st.text(max_size=20))
def test_what_does_not_quote_cannot_be_built(text: str, start: int, end: int, quote: str) -> None:
    quotes = 0 <= start < end <= len(text) and text[start:end] == quote
    if quotes:
        assert Span(start, end, quote, text).quote == quote
    else:
        with pytest.raises(MisquoteError):
            Span(start, end, quote, text)


def test_the_refusal_names_the_quote_and_what_stands_there() -> None:
    with pytest.raises(MisquoteError, match=r"0:3 should quote 'Ten'.*'Six'.*Span\.cut"):
        Span(0, 3, "Ten", TEXT)


@pytest.mark.parametrize(("start", "end", "met"), [(0, 3, True), (2, 9, True), (3, 9, False)])
def test_spans_meet_only_where_they_share_a_character(start: int, end: int, met: bool) -> None:
    assert Span.cut(TEXT, 0, 3).overlaps(start, end) is met
