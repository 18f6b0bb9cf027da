from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.evaluate.maths import b_cubed, great_circle_km, log_error, pairs

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2}
LABELS = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(0, 4), min_size=1)


def test_b_cubed_of_a_split_loses_recall_only() -> None:
    ours = {"a": "x", "b": "x", "c": "y", "d": "z", "e": "z"}
    found = b_cubed(ours, GOLD)
    assert found.precision == 1.0
    # a, b recall 2/3 each; c recall 1/3; d, e recall 1
    assert found.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5)


def test_b_cubed_of_a_merge_loses_precision_only() -> None:
    found = b_cubed(dict.fromkeys(GOLD, "one"), GOLD)
    assert found.recall == 1.0
    assert found.precision == pytest.approx((3 * 3 / 5 + 2 * 2 / 5) / 5)
    assert found.f1 == pytest.approx(2 * 0.52 / 1.52)


def test_pairs_tell_wrong_merges_from_wrong_splits() -> None:
    ours = {"a": "x", "b": "x", "c": "z", "d": "z", "e": "w"}
    found = pairs(ours, GOLD)
    assert (found.both, found.ours_only, found.gold_only) == (1, 1, 3)
    assert found.agreement.precision == 0.5
    assert found.agreement.recall == 0.25


def test_a_document_we_lack_is_an_error() -> None:
    with pytest.raises(KeyError):
        b_cubed({"a": 1}, GOLD)


@given(LABELS)
def test_a_perfect_clustering_scores_one(gold: dict[str, int]) -> None:
    found = b_cubed({item: f"our-{label}" for item, label in gold.items()}, gold)
    assert found.f1 == pytest.approx(1.0)
    assert pairs(gold, gold).ours_only == pairs(gold, gold).gold_only == 0


def test_one_degree_along_the_equator() -> None:
    assert great_circle_km(0, 0, 0, 1) == pytest.approx(math.pi * 6371.0088 / 180)


def test_the_poles_are_half_the_earth_apart() -> None:
    assert great_circle_km(90, 0, -90, 77) == pytest.approx(math.pi * 6371.0088)


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distance_is_symmetric(a: float, b: float, c: float, d: float) -> None:
    assert great_circle_km(a, b, c, d) == pytest.approx(great_circle_km(c, d, a, b), abs=1e-6)


def test_log_error_is_relative_and_takes_zero() -> None:
    assert log_error(0, 0) == 0.0
    assert log_error(1, 3) == pytest.approx(math.log(2))
    assert log_error(199, 399) == pytest.approx(math.log(2))
