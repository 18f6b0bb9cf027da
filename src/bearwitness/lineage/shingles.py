"""Words of a text and 64-bit hashes of its word 8-grams.

Overlap between two reports is measured on word 8-grams (shingles): long enough that two reporters
hardly ever hit on the same one, short enough to survive light editing. The hashes are the same on
every machine and in every run: no seed, no dependence on Python's own string hashing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Mask = NDArray[np.bool_]

KEY_BITS = 40
"""Bits of a hash that the index of sampled shingles keeps, the upper ones."""

_KEY_MASK = np.uint64(((1 << KEY_BITS) - 1) << (64 - KEY_BITS))

WIDTH = 8
"""Words in a shingle."""

# Lower-cased words without punctuation, inner apostrophes kept. Scripts that put no space between
# words (Han, Kana, Thai) give one word a character.
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
WORD = re.compile(
    rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+(?:['’](?:(?![{_UNSPACED}])[^\W_])+)*"
)
_SPACED_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_HAS_UNSPACED = re.compile(rf"[{_UNSPACED}]")

_MAX_WORDS_KEPT = 500_000
_ODD = 0x9E3779B97F4A7C15
_POWERS = np.array([pow(_ODD, WIDTH - i, 1 << 64) for i in range(WIDTH)], dtype=np.uint64)


class WordCodes(dict[str, int]):
    """Word to 32-bit code; forgets all when it has grown large, so that memory stays bounded."""

    def __missing__(self, word: str) -> int:
        """Reckon the code of a word not met yet."""
        if len(self) >= _MAX_WORDS_KEPT:
            self.clear()
        code = crc32(word.replace("’", "'").encode("utf-8", "surrogatepass"))
        self[word] = code
        return code


def word_pattern(text: str) -> re.Pattern[str]:
    """The pattern for the words of a text: a quicker one where every script spaces its words."""
    return WORD if _HAS_UNSPACED.search(text) else _SPACED_WORD


def words_of(text: str, skip: Iterable[tuple[int, int]] = ()) -> list[str]:
    """The words of a text in lower case, without those that begin in a skipped stretch."""
    at = 0
    kept: list[str] = []
    pieces: list[str] = []
    for start, end in sorted(skip):
        if start > at:
            pieces.append(text[at:start])
        at = max(at, end)
    pieces.append(text[at:])
    for piece in pieces:
        lowered = piece.lower()
        kept.extend(word_pattern(lowered).findall(lowered))
    return kept


def shingle_hashes(words: Sequence[str], codes: WordCodes) -> Hashes:
    """Hash of the shingle that begins at each word, in text order.

    A polynomial over the word codes modulo 2**64, then mixed so that every bit depends on every
    word (the finaliser of SplitMix64).

    Returns:
        Array of len(words) - 7 hashes; for a text of one to seven words a single hash of them all;
        empty for an empty text.
    """
    raw = np.fromiter(map(codes.__getitem__, words), dtype=np.uint64, count=len(words))
    if raw.size == 0:
        return raw
    if raw.size < WIDTH:
        raw = np.concatenate([raw, np.zeros(WIDTH - raw.size, dtype=np.uint64)])
    total = np.zeros(raw.size - WIDTH + 1, dtype=np.uint64)
    for i in range(WIDTH):
        total += raw[i : raw.size - WIDTH + 1 + i] * _POWERS[i]
    return mix(total)


def mix(values: Hashes) -> Hashes:
    """Spread 64-bit values evenly (finaliser of SplitMix64; a bijection)."""
    out = values ^ (values >> np.uint64(30))
    out = out * np.uint64(0xBF58476D1CE4E5B9)
    out ^= out >> np.uint64(27)
    out *= np.uint64(0x94D049BB133111EB)
    out ^= out >> np.uint64(31)
    return out


def sample_keys(shingles: Hashes) -> tuple[Hashes, Mask]:
    """The upper 40 bits of each hash, and whether it is sampled (every second one is, at random).

    Sampling goes by the hash itself, so the same shingle is sampled in every document or in none.
    """
    return shingles & _KEY_MASK, (shingles & np.uint64(1)) == 0


def distinct(hashes: Hashes) -> Hashes:
    """The distinct hashes, sorted (quicker than numpy's own for these sizes)."""
    if hashes.size < 2:
        return hashes
    ordered = np.sort(hashes)
    kept = np.ones(ordered.size, dtype=np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=kept[1:])
    return ordered[kept]


def is_among(hashes: Hashes, known: Hashes) -> Mask:
    """For each hash, whether it is among the sorted, known ones."""
    if known.size == 0:
        return np.zeros(hashes.size, dtype=np.bool_)
    at = np.minimum(np.searchsorted(known, hashes), known.size - 1)
    return np.asarray(known[at] == hashes, dtype=np.bool_)
