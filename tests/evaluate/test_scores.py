from __future__ import annotations

import pytest

from bearwitness.evaluate.scores import Figure, Tally, part_of


def test_about_a_quarter_is_held_out() -> None:
    held = sum(part_of(str(i)) == "held" for i in range(4000))
    assert 900 < held < 1100


def test_a_part_recipe_never_changes() -> None:
    assert [k for k in map(str, range(12)) if part_of(k) == "held"] == ["0", "2", "5", "6"]


def test_a_tally_gives_the_mean_of_all_and_of_each_part() -> None:
    tally = Tally("set", [Figure("right", 0.5)])
    for key, right in (("1", True), ("0", False), ("2", True), ("8", True)):
        tally.count("right", key, right)
    score = tally.scores().scores[0]
    assert (score.value, score.n) == (0.75, 4)
    assert (score.dev, score.dev_n) == (1.0, 2)
    assert (score.held, score.held_n) == (0.5, 2)
    assert score.reached is True


def test_nothing_counted_is_no_value() -> None:
    score = Tally("set", [Figure("right", 0.5)]).scores().scores[0]
    assert score.value is None
    assert score.reached is None


def test_a_ceiling_is_reached_from_below() -> None:
    tally = Tally("set", [Figure("wrong", 0.1, better="lower")])
    tally.count("wrong", "a", False)
    assert tally.scores().scores[0].reached is True


def test_an_undeclared_figure_is_refused() -> None:
    with pytest.raises(KeyError, match="declares no figure"):
        Tally("set", [Figure("right")]).count("wrong", "a", True)
