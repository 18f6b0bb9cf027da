from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bearwitness.text.gates import gate, lowered

STEMS = r"k\*?ill|dead|death|die[sd]?\b|no\ more|bod(?:y|ies)\b|shot\b|a|strik|struck"
PLAIN = re.compile(STEMS, re.I | re.X)
GATE = gate(STEMS)


@given(st.lists(st.sampled_from("k*illdeathbodystruck nomre")).map("".join))
@example("k*illed")
@example("no more")
@example("They DIED.")
def test_a_gate_opens_where_the_plain_alternation_matches(text: str) -> None:
    assert bool(GATE.search(text.lower())) == bool(PLAIN.search(text))


def test_a_gate_keeps_shut_where_only_the_first_letters_stand() -> None:
    assert gate("strike|stone").search("stock and stew") is None


@given(st.text(max_size=40))
@example("İstanbul, ẞ and K")
def test_lower_case_keeps_every_character_at_its_offset(text: str) -> None:
    low = lowered(text)
    assert len(low) == len(text)
    for one, original in zip(low, text, strict=True):
        # A capital sigma that ends a word has a form of its own.
        assert one == original.lower() or len(original.lower()) > 1 or original == "Σ"
