"""Which pairs of documents are worth comparing, and which passages are common to many.

Every document leaves half of its 8-gram hashes (those that are even: the same half in every
document) in one flat array of 64-bit numbers, 40 bits of hash and 24 of document. Sorting that
array brings together the documents that share an 8-gram, so no pair that shares a twentieth of a
text is missed, which MinHash over whole documents does miss. An 8-gram that stands in very many
documents pairs each with its nearest neighbours only: the work stays in proportion to the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bearwitness.lineage.shingles import (
    KEY_BITS,
    Hashes,
    Mask,
    distinct,
    is_among,
    sample_keys,
)

_RANK_BITS = np.uint64(64 - KEY_BITS)
_RANK_MASK = np.uint64((1 << (64 - KEY_BITS)) - 1)
_HASH_MASK = ~_RANK_MASK
MAX_DOCUMENTS = 1 << (64 - KEY_BITS)

ALL_PAIRS_UP_TO = 32
"""In so many documents an 8-gram may stand and still pair each with each."""

_NEIGHBOURS = 4
_GATE = 0.03
_PARTS = 16
_COMMON_FROM = 3
_RELATED = 0.3
_TAKES_WITHIN_DAYS = 3


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs to compare.

    Attributes:
        pairs: (left id, right id), left < right, sorted. Two documents whose every sampled shared
            8-gram is common are left out: passages of many documents make no lineage.
        common: sorted, the 40-bit hashes (in the upper bits) of sampled 8-grams of no one story:
            they stand in three or more documents which share little else, or which appeared at
            three or more times, days apart.
    """

    pairs: tuple[tuple[str, str], ...]
    common: Hashes


def sample(shingles: Hashes) -> Hashes:
    """The distinct sampled hashes, cut to their upper 40 bits."""
    keys, sampled = sample_keys(shingles)
    return distinct(keys[sampled])


class Postings:
    """The sampled 8-grams of many documents: 4 bytes or so a word of text."""

    def __init__(self) -> None:
        """Start empty."""
        self._ids: list[str] = []
        self._hashes: list[Hashes] = []
        self._days: list[int] = []

    def __len__(self) -> int:
        """Number of documents."""
        return len(self._ids)

    def add(self, document_id: str, sampled: Hashes, day: date | None = None) -> None:
        """Add a document's sampled hashes (see `sample`) and the day it appeared, where known."""
        if len(self._ids) >= MAX_DOCUMENTS:
            raise OverflowError(f"lineage takes at most {MAX_DOCUMENTS} documents at once")
        self._ids.append(document_id)
        self._hashes.append(sampled)
        self._days.append(day.toordinal() if day else 0)

    def candidates(self) -> Candidates:
        """Find the pairs; independent of the order in which documents were added."""
        if not self._ids:
            return Candidates((), np.zeros(0, dtype=np.uint64))
        order = sorted(range(len(self._ids)), key=self._ids.__getitem__)
        names = [self._ids[k] for k in order]
        sizes = np.array([self._hashes[k].size for k in order], dtype=np.int64)
        packed = self._packed(order, sizes)
        keys, counts = _count_pairs(packed)
        left, right = (keys >> _RANK_BITS).astype(np.int64), (keys & _RANK_MASK).astype(np.int64)
        shares = counts / np.minimum(sizes[left], sizes[right])
        days = np.array([self._days[k] for k in order], dtype=np.int64)
        common = _common(packed, keys, shares, days)
        worth = shares >= _GATE
        worth &= _share_more(packed, keys, common)
        pairs = tuple(
            (names[i], names[j])
            for i, j in zip(left[worth].tolist(), right[worth].tolist(), strict=True)
        )
        return Candidates(pairs, common)

    def _packed(self, order: list[int], sizes: NDArray[np.int64]) -> Hashes:
        packed = np.empty(int(sizes.sum()), dtype=np.uint64)
        at = 0
        for rank, k in enumerate(order):
            end = at + self._hashes[k].size
            packed[at:end] = self._hashes[k] | np.uint64(rank)
            at = end
        packed.sort()
        return packed


def _count_pairs(packed: Hashes) -> tuple[Hashes, NDArray[np.int64]]:
    """Distinct pairs (left rank << 24 | right rank, sorted) and how many 8-grams each shares."""
    keys = np.zeros(0, dtype=np.uint64)
    counts = np.zeros(0, dtype=np.int64)
    for part in _parts(packed):
        new, n = np.unique(_pairs(part), return_counts=True)
        keys, counts = _merge(keys, counts, new, n)
    return keys, counts


def _parts(packed: Hashes) -> Iterator[Hashes]:
    """Slices of the sorted array, cut between 8-grams, so that pairs need little memory."""
    bounds = np.linspace(0, 2.0**64, _PARTS + 1)[1:-1].astype(np.uint64)
    cuts = [0, *np.searchsorted(packed, bounds & _HASH_MASK).tolist(), packed.size]
    for start, end in pairwise(cuts):
        if end - start > 1:
            yield packed[start:end]


def _pairs(part: Hashes) -> Hashes:
    grams, ranks = part & _HASH_MASK, part & _RANK_MASK
    _, first, sizes = np.unique(grams, return_index=True, return_counts=True)
    shared = sizes > 1
    first, sizes = first[shared], sizes[shared]
    reach = np.where(sizes <= ALL_PAIRS_UP_TO, sizes - 1, _NEIGHBOURS)
    at = np.repeat(first, sizes) + _counting(sizes)
    last = np.repeat(first + sizes, sizes)
    far = np.repeat(reach, sizes)
    out = []
    for step in range(1, ALL_PAIRS_UP_TO):
        alive = (far >= step) & (at + step < last)
        at, last, far = at[alive], last[alive], far[alive]
        if at.size == 0:
            break
        out.append((ranks[at] << _RANK_BITS) | ranks[at + step])
    return np.concatenate(out) if out else np.zeros(0, dtype=np.uint64)


def _counting(sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """0, 1, .., n-1 for each n in sizes, one after another."""
    total = int(sizes.sum())
    starts = np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.arange(total, dtype=np.int64) - starts


def _share_more(packed: Hashes, keys: Hashes, common: Hashes) -> Mask:
    """For each pair, whether it shares any sampled 8-gram besides the common ones."""
    found = np.zeros(keys.size, dtype=np.bool_)
    for part in _parts(packed):
        own = np.unique(_pairs(part[~is_among(part & _HASH_MASK, common)]))
        found[np.searchsorted(keys, own)] = True
    return found


def _merge(
    keys: Hashes, counts: NDArray[np.int64], more: Hashes, n: NDArray[np.int64]
) -> tuple[Hashes, NDArray[np.int64]]:
    joined = np.concatenate([keys, more])
    weights = np.concatenate([counts, n])
    distinct, where = np.unique(joined, return_inverse=True)
    total = np.zeros(distinct.size, dtype=np.int64)
    np.add.at(total, where, weights)
    return distinct, total


def _common(
    packed: Hashes, keys: Hashes, shares: NDArray[np.float64], days: NDArray[np.int64]
) -> Hashes:
    found = [np.zeros(0, dtype=np.uint64)]
    for part in _parts(packed):
        grams, sizes = np.unique(part & _HASH_MASK, return_counts=True)
        many = sizes >= _COMMON_FROM
        if not many.any():
            continue
        kept = np.repeat(many, sizes)
        where = np.repeat(np.arange(int(many.sum())), sizes[many])
        ranks = (part[kept] & _RANK_MASK).astype(np.int64)
        stock = _unrelated(where, ranks, keys, shares) | _recurring(where, days[ranks])
        found.append(grams[many][stock])
    return np.concatenate(found)


def _unrelated(
    where: NDArray[np.int64], ranks: NDArray[np.int64], keys: Hashes, shares: NDArray[np.float64]
) -> Mask:
    """For each 8-gram, whether neighbours on its list of documents share little else."""
    at = np.flatnonzero(where[1:] == where[:-1])
    left, right = ranks[at].astype(np.uint64), ranks[at + 1].astype(np.uint64)
    share = shares[np.searchsorted(keys, (left << _RANK_BITS) | right)]
    total = np.bincount(where[at], weights=share)
    return np.asarray(total / np.bincount(where[at]) < _RELATED)


def _recurring(where: NDArray[np.int64], days: NDArray[np.int64]) -> Mask:
    """For each 8-gram, whether it appeared at three or more times, more than three days apart.

    The takes of one dispatch come within days; what comes back weeks on is a stock passage. Two
    times do not suffice: a stamp may be wrong.
    """
    order = np.lexsort((days, where))
    sorted_where, sorted_days = where[order], days[order]
    later = np.zeros(where.size, dtype=np.int64)
    later[1:] = (
        (sorted_where[1:] == sorted_where[:-1])
        & (sorted_days[:-1] > 0)
        & (sorted_days[1:] - sorted_days[:-1] > _TAKES_WITHIN_DAYS)
    )
    return np.asarray(np.bincount(sorted_where, weights=later) >= _COMMON_FROM - 1)
