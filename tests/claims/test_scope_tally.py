from __future__ import annotations

import pytest

from bearwitness.claims.extract import _read_all
from bearwitness.claims.scope import Tally
from bearwitness.text.sentences import segment


def test_a_tally_reaches_over_sentences_that_go_on_and_ends_at_one_that_does_not() -> None:
    tally = Tally()
    assert tally.scope() is None
    tally.add("In the past three days 40 people were killed in many attacks.", False)
    assert tally.scope() == "window"
    tally.add("Those attacks killed 12 in the town.", True)
    assert tally.scope() == "window"
    tally.add("The mayor spoke on the radio.", False)
    assert tally.scope() is None


def test_a_sentence_with_a_scope_of_its_own_replaces_the_one_before() -> None:
    tally = Tally()
    tally.add("In the past three days 40 people were killed in many attacks.", False)
    tally.add("Since the beginning of the war 10,000 people have died.", True)
    assert tally.scope() == "cumulative"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "• March: Two raids injured two people. In addition, 13 others were injured.",
            ["window", "window"],
        ),
        ("• North Province: Ten attacks left four guards dead.", ["window"]),
        ("The mayor said: Ten people were killed.", ["incident"]),
        ("Slaughter in the old town: 95 dead after raids", ["incident"]),
        ("Since it was founded in 1985, more than 900 members have been killed.", ["cumulative"]),
    ],
)
def test_items_that_count_several_attacks_are_no_incidents(text: str, scopes: list[str]) -> None:
    found = _read_all(text, segment(text, []), frozenset())
    assert [c.casualty.scope for n in sorted(found) for c in found[n]] == scopes
