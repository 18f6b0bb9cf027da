"""Hashes of word 8-grams, and the runs they find."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st

from bearwitness.lineage.compare import common_runs
from bearwitness.lineage.reading import read
from bearwitness.lineage.shingles import WordCodes, shingle_hashes, words_of
from bearwitness.model.document import Document

WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=40)


def test_hash_of_a_shingle_is_pinned() -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    assert shingle_hashes(words, WordCodes()).tolist() == [PINNED]


def test_words_skip_furniture_and_fold_apostrophes() -> None:
    text = "Share this. Assad’s army left Ar-Raqqah's gate."
    assert words_of(text, [(0, 11)]) == ["assad’s", "army", "left", "ar", "raqqah's", "gate"]
    assert words_of("空爆で死者") == list("空爆で死者")


@settings(deadline=None)
@given(WORDS, WORDS)
def test_longest_common_run_is_the_true_one(a: list[str], b: list[str]) -> None:
    codes = WordCodes()
    left, right = (read(Document("d", "d", " ".join(w), ""), codes) for w in (a, b))
    runs = common_runs(left, right)
    found = max((n for _, _, n in runs), default=0)
    true = SequenceMatcher(None, a, b, autojunk=False).find_longest_match().size
    if min(len(a), len(b)) >= 8:
        assert found == (true if true >= 8 else 0)
    for i, j, n in runs:
        assert a[i : i + n] == b[j : j + n]


PINNED = 11349711490174231231
