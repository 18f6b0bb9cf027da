from __future__ import annotations

import pytest

from bearwitness.claims.lexicon import CUE_PHRASES, CUES, OUTCOME_HEADS, PERSON_NOUNS
from bearwitness.text.numerals import TENS, UNITS


@pytest.mark.parametrize(
    ("word", "status", "plural"),
    [
        ("civilian", "civilian", False),
        ("women", "any", True),
        ("children", "civilian", True),
        ("soldiers", "combatant", True),
        ("policemen", "combatant", True),
        ("people", "any", True),
        ("doctor", "civilian", False),
    ],
)
def test_status_and_number_of_people(word: str, status: str, plural: bool) -> None:
    assert (PERSON_NOUNS[word].status, PERSON_NOUNS[word].plural) == (status, plural)


@pytest.mark.parametrize(
    ("word", "outcome"),
    [("killed", "killed"), ("wounding", "injured"), ("abducted", "detained"), ("died", "killed")],
)
def test_words_that_tell_an_outcome(word: str, outcome: str) -> None:
    assert CUES[word].outcome == outcome


def test_no_number_word_is_a_person_or_a_cue() -> None:
    words = set(UNITS) | set(TENS)
    assert words & (set(PERSON_NOUNS) | set(CUES) | set(OUTCOME_HEADS)) == set()


def test_the_longest_phrase_is_tried_first() -> None:
    lengths = [len(words) for words, _ in CUE_PHRASES]
    assert lengths == sorted(lengths, reverse=True)


def test_all_words_are_in_lower_case() -> None:
    words = [*PERSON_NOUNS, *CUES, *OUTCOME_HEADS, *(w for p, _ in CUE_PHRASES for w in p)]
    assert [w for w in words if w != w.lower()] == []
