from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.text.sentences import paragraphs, segment, unwrapped


def sentences(text: str, *skip: tuple[int, int]) -> list[str]:
    return [s.text(text) for s in segment(text, skip)]


@given(st.text(alphabet=st.sampled_from('ab. \n?!A"”1,Dr'), max_size=120))
def test_sentences_hold_every_visible_character_once(text: str) -> None:
    found = segment(text)
    covered = "".join(text[s.start : s.end] for s in found)
    assert "".join(covered.split()) == "".join(text.split())
    assert [s.index for s in found] == list(range(len(found)))
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_titles_and_initials_end_no_sentence() -> None:
    text = "Gen. Someone met Dr. Other at 5 p.m. on Jan. 3. They left."
    assert sentences(text) == ["Gen. Someone met Dr. Other at 5 p.m. on Jan. 3.", "They left."]


def test_a_headline_never_runs_into_the_lead() -> None:
    text = "Raid kills nine in market\n\nNine people died on Monday."
    assert sentences(text) == ["Raid kills nine in market", "Nine people died on Monday."]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    text = "“We counted nine.” The medic left."
    assert sentences(text) == ["“We counted nine.”", "The medic left."]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The shells fell on the market of the town shortly\n"
        "before noon, when most of the stalls were open and\n"
        "many had come to buy."
    )
    assert paragraphs(text) == [(0, len(text))]


def test_lines_that_are_not_wrapped_are_paragraphs() -> None:
    assert len(paragraphs("Dead: 9\nHurt: 12\nMissing: 2")) == 3


def test_a_headline_and_the_line_under_it_are_two_paragraphs() -> None:
    head = "Shells fall on the market of a border town\nThe Example Herald, 9 March 2015"
    body = "The shells fell shortly before noon, when most of the stalls were open and many " * 2
    assert len(paragraphs(head + "\n\n" + body + "had come to buy.")) == 3


def test_a_sentence_knows_its_paragraph() -> None:
    assert [s.paragraph for s in segment("One here. Two here.\n\nThree here.")] == [0, 0, 1]


@pytest.mark.parametrize("hole", [(10, 26), (9, 27)])
def test_what_is_set_apart_is_in_no_sentence(hole: tuple[int, int]) -> None:
    text = "Six died. Share this story. Four fled."
    assert all("Share" not in s for s in sentences(text, hole))
    assert "Six died." in sentences(text, hole)[0]


def test_the_lines_of_a_sentence_are_joined_and_nothing_moves() -> None:
    first = "Two people were killed on the quay this morning"
    text = f"{first}\nin clashes in the port.\n\nThe army said nothing."
    joined = unwrapped(text, segment(text))
    assert joined == f"{first} in clashes in the port.\n\nThe army said nothing."
    assert len(joined) == len(text)


@given(st.text(alphabet="ab .\n", max_size=60))
def test_joining_lines_changes_line_breaks_only(text: str) -> None:
    joined = unwrapped(text, segment(text))
    assert joined.replace("\n", " ") == text.replace("\n", " ")
