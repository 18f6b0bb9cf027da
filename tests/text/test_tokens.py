from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.text.tokens import tokenize


@given(st.text(max_size=200))
def test_tokens_quote_their_text_in_order_without_overlap(text: str) -> None:
    at = 0
    for token in tokenize(text):
        assert at <= token.start < token.end <= len(text)
        assert text[token.start : token.end] == token.text
        at = token.end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. envoy left", ["The", "U.S.", "envoy", "left"]),
        ("1,200 people", ["1,200", "people"]),
        ("a US-led raid", ["a", "US-led", "raid"]),
        ("twenty-five dead", ["twenty-five", "dead"]),
        ("the town’s edge", ["the", "town’s", "edge"]),
        ("on the 3rd day", ["on", "the", "3rd", "day"]),
        ("(95)", ["(", "95", ")"]),
        ("<b>Nine</b> hurt", ["Nine", "hurt"]),
    ],
)
def test_what_counts_as_one_word(text: str, words: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == words


def test_masked_letters_are_read_and_quoted_as_written() -> None:
    (token,) = tokenize("kil*led")
    assert (token.text, token.lower) == ("kil*led", "killed")


def test_offsets_of_a_part_refer_to_the_whole_text() -> None:
    text = "One. Two men fled."
    assert [text[t.start : t.end] for t in tokenize(text, 5)] == ["Two", "men", "fled", "."]
