"""Whose words: speaker, office, addressee, channel, and the exact words quoted."""

from __future__ import annotations

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Statement


def said(text: str) -> list[Statement]:
    return [c.detail for c in told("statement", text) if isinstance(c.detail, Statement)]


def test_words_are_spans_of_the_text() -> None:
    text = 'The governor told Reuters that "no one was warned" before the bombing.'
    [one] = said(text)
    assert [text[a:b] for a, b in one.words] == ["no one was warned"]
    assert (one.mode, one.channel) == ("mixed", "Reuters")


def test_a_place_before_a_comma_is_no_name_of_who_speaks() -> None:
    [one] = said("The bombing hit a road in the Gaza Strip, prosecutors said.")
    assert (one.speaker, one.office) == ("prosecutors", None)


def test_a_person_in_apposition_is_named_with_the_office() -> None:
    [one] = said("Anna Example, the governor, said that the bombing had stopped.")
    assert "Anna Example" in one.speaker
    assert "governor" in (one.office or "")


def test_he_who_calls_on_others_is_who_spoke_before() -> None:
    found = said("The mufti condemned the bombing of the square. He called for calm in the town.")
    assert {s.speaker for s in found} == {"mufti"}
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Israel has not commented on the bombing of the town.",
        "No group has admitted carrying out the bombing.",
        "The rights stated in the constitution were suspended after the bombing.",
        "Both sides declared a truce after the bombing.",
        "Jets hit what the army says are depots in the raid.",
    ],
)
def test_where_nobody_gives_words_there_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The envoy told the council by video link that the truce had failed. Nine were killed.",
            "the truce had failed",
        ),
        (
            "Shells killed nine people, two officials said on condition of anonymity.",
            "Shells killed nine people",
        ),
        (
            "VIENNA, May 12 — Shells killed nine people in Homs, the foreign ministry announced.",
            "Shells killed nine people in Homs",
        ),
    ],
)
def test_what_stands_around_the_words_is_not_said(text: str, words: str) -> None:
    [claim] = told("statement", text)
    assert claim.span.quote == words


def test_what_adds_to_something_is_no_statement() -> None:
    assert told("statement", "The raid adds another page to the war, and nine were killed.") == []


def test_a_quotation_of_two_sentences_is_given_whole() -> None:
    [claim] = told(
        "statement",
        '"This is a defeat for the rebels. The fall of the town leaves them little," said an '
        "analyst of the ministry.",
    )
    assert claim.span.quote.startswith("This is a defeat")


def test_a_statement_that_opens_the_sentence_is_its_channel() -> None:
    [claim] = told(
        "statement",
        "In a statement, the army command said that it would go on shelling the rebels.",
    )
    assert isinstance(claim.detail, Statement)
    assert claim.detail.channel == "In a statement"
