"""Lineage over many documents, against MinHash hashing alone, as a ratio in one run.

    python benchmarks/bench_lineage.py            2,000 documents
    python benchmarks/bench_lineage.py --full     10,000 and 100,000

Writes synthetic reports (made-up words, Zipf-like frequencies, about 460 words each; one in ten
copies, edits or updates an earlier one) to a temporary file, traces them with a loader that reads
from that file, then hashes the same texts with nothing else done:

- "plain": word 8-grams as strings into rensa's RMinHash, 128 permutations;
- "bulk": this package's own 8-gram hashes into rensa's bulk digest, the fastest way known to us.

Prints a line a size: processor seconds (a busy machine tilts them little), ratios, dispatches of
two and more documents, texts read again, and peak memory before and after tracing. The goal is a
ratio of 2 to plain hashing.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import IO

import numpy as np
from rensa import RMinHash

from bearwitness.lineage import Tracer
from bearwitness.lineage.shingles import WordCodes, shingle_hashes, words_of
from bearwitness.model.document import Document

PERMUTATIONS = 128
WORDS = 460
VOCABULARY = 60_000
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il")]
VERSION_EVERY = 10


class Texts:
    """Reports in a file, by number."""

    def __init__(self, file: IO[bytes], count: int) -> None:
        self._file = file
        self._offsets = np.zeros(count + 1, dtype=np.int64)
        self._write(count)

    def _write(self, count: int) -> None:
        random = Random(20141125)
        vocabulary = [
            "".join(random.choices(SYLLABLES, k=random.choice((1, 2, 2, 3))))
            for _ in range(VOCABULARY)
        ]
        weights = np.cumsum(1 / (np.arange(VOCABULARY) + 3.0)).tolist()
        recent: list[list[str]] = []
        for k in range(count):
            if recent and k % VERSION_EVERY == 0:
                sentences = _edited(random.choice(recent), random, vocabulary, weights)
            else:
                sentences = [_sentence(random, vocabulary, weights) for _ in range(WORDS // 23)]
                recent.append(sentences)
                del recent[:-500]
            raw = "\n\n".join(sentences).encode()
            self._file.write(raw)
            self._offsets[k + 1] = self._offsets[k] + len(raw)
        self._file.flush()

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def text(self, number: int) -> str:
        start, end = int(self._offsets[number]), int(self._offsets[number + 1])
        self._file.seek(start)
        return self._file.read(end - start).decode()

    def document(self, number: int) -> Document:
        return Document(f"doc-{number:09}", str(number), self.text(number), "")

    def __iter__(self) -> Iterator[str]:
        return (self.text(k) for k in range(len(self)))


def _sentence(random: Random, vocabulary: list[str], weights: list[float]) -> str:
    words = random.choices(vocabulary, cum_weights=weights, k=random.randint(14, 32))
    return " ".join(words).capitalize() + "."


def _edited(
    sentences: list[str], random: Random, vocabulary: list[str], weights: list[float]
) -> list[str]:
    """A copy, a light edit, or a later take with half of the sentences new."""
    new = (0.0, 0.15, 0.5)[random.randrange(3)]
    return [
        _sentence(random, vocabulary, weights) if random.random() < new else s for s in sentences
    ]


def traced(texts: Texts) -> tuple[float, int, int]:
    """Seconds, dispatches of two and more, and candidate readings."""
    start = time.process_time()
    loads = 0

    def load(name: str) -> Document:
        nonlocal loads
        loads += 1
        return texts.document(int(name.removeprefix("doc-")))

    tracer = Tracer(load)
    for number in range(len(texts)):
        tracer.add(texts.document(number))
    found = tracer.lineages()
    seconds = time.process_time() - start
    return seconds, sum(len(d.documents) > 1 for d in found.dispatches), loads


def hashed_plainly(texts: Texts) -> float:
    start = time.process_time()
    for text in texts:
        words = words_of(text)
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update([" ".join(words[k : k + 8]) for k in range(len(words) - 7)])
        sketch.digest()
    return time.process_time() - start


def hashed_in_bulk(texts: Texts) -> float:
    start = time.process_time()
    codes = WordCodes()
    batch: list[list[int]] = []
    for text in texts:
        batch.append(shingle_hashes(words_of(text), codes).tolist())
        if len(batch) == 1000:
            RMinHash.digest_matrix_from_token_hash_sets(batch, PERMUTATIONS, 1)
            batch = []
    if batch:
        RMinHash.digest_matrix_from_token_hash_sets(batch, PERMUTATIONS, 1)
    return time.process_time() - start


def main(sizes: list[int]) -> None:
    print(
        f"{'documents':>10}{'trace s':>10}{'plain s':>9}{'bulk s':>8}{'/plain':>9}{'/bulk':>8}"
        f"{'dispatches':>12}{'read again':>12}{'MB before':>12}{'MB after':>10}"
    )
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder, (Path(folder) / "texts").open("w+b") as file:
            texts = Texts(file, size)
            before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            seconds, dispatches, loads = traced(texts)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            plain, bulk = hashed_plainly(texts), hashed_in_bulk(texts)
        print(
            f"{size:>10,}{seconds:>10.1f}{plain:>9.1f}{bulk:>8.1f}{seconds / plain:>9.2f}"
            f"{seconds / bulk:>8.2f}{dispatches:>12,}{loads:>12,}{before:>12.0f}{peak:>10.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main([10_000, 100_000] if "--full" in sys.argv[1:] else [2_000])
