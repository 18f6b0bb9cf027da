from __future__ import annotations

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.places_find import recognise


def test_a_name_may_end_in_a_word_that_is_small_elsewhere() -> None:
    text = "A bomb went off in Santa Rosa del Sur on Monday."
    assert [f.name for f in recognise(text, load_gazetteer(), ())] == ["Santa Rosa del Sur"]
