"""Pairs worth comparing, and passages common to many."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from bearwitness.lineage.candidates import ALL_PAIRS_UP_TO, Candidates, Postings, sample
from bearwitness.lineage.shingles import Hashes, WordCodes, sample_keys, shingle_hashes

CODES = WordCodes()


def words(prefix: str, n: int) -> list[str]:
    return [f"{prefix}{k}" for k in range(n)]


def sampled(text: list[str]) -> Hashes:
    return sample(shingle_hashes(text, CODES))


def found(texts: dict[str, list[str]], days: dict[str, date] | None = None) -> Candidates:
    postings = Postings()
    for name, text in texts.items():
        postings.add(name, sampled(text), (days or {}).get(name))
    return postings.candidates()


def test_small_overlap_of_long_texts_is_found() -> None:
    shared = words("s", 60)
    texts = {"a": words("a", 400) + shared, "b": shared + words("b", 500), "c": words("c", 400)}
    assert found(texts).pairs == (("a", "b"),)


def test_order_of_adding_does_not_matter() -> None:
    texts = {name: words(name, 50) + words("s", 40) for name in "abcde"}
    turned = dict(reversed(texts.items()))
    one, other = found(texts), found(turned)
    assert one.pairs == other.pairs
    assert np.array_equal(one.common, other.common)


def test_passage_of_unrelated_documents_is_common() -> None:
    notice = words("n", 30)
    texts = {name: words(name, 400) + notice for name in "abcd"}
    keys, sampled_here = sample_keys(shingle_hashes(notice, CODES))
    assert np.isin(keys[sampled_here], found(texts).common).all()


def test_passage_that_recurs_over_weeks_is_common_though_it_is_most_of_the_text() -> None:
    standing = words("n", 100)
    texts = {name: words(name, 40) + standing for name in "abc"}
    weeks = {name: date(2020, 1, 1) + timedelta(weeks=k) for k, name in enumerate("abc")}
    days = {name: date(2020, 1, 1) + timedelta(days=k) for k, name in enumerate("abc")}
    assert found(texts).common.size == 0
    assert found(texts, days).common.size == 0
    assert found(texts, weeks).common.size > 40


def test_widely_printed_text_stays_connected_with_few_pairs() -> None:
    count = ALL_PAIRS_UP_TO * 4
    texts = {f"d{k:04}": words("s", 200) + words(f"own{k}x", 10) for k in range(count)}
    pairs = found(texts).pairs
    assert {name for pair in pairs for name in pair} == set(texts)
    assert len(pairs) < 10 * count


def test_documents_that_share_common_passages_only_are_no_pair() -> None:
    notice = words("n", 60)
    texts = {name: words(name, 400) + notice for name in "abcd"}
    shared = words("s", 60)
    related = {"e": words("e", 300) + notice + shared, "f": shared + words("f", 300) + notice}
    assert found({**texts, **related}).pairs == (("e", "f"),)
