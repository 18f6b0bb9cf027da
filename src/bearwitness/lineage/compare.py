"""What two readings share, as a handful of numbers a person can check."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from bearwitness.lineage.align import Match, match_sentences
from bearwitness.lineage.reading import Numbers, Reading, covered
from bearwitness.lineage.shingles import WIDTH, Hashes, is_among

_NEARLY_ALL = 0.65
_ECHO_WORDS = 5
_REPEATS = 30


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings side by side.

    Shares refer to the reading with fewer words of its own ("the shorter").

    Attributes:
        left: id of the shorter reading, to which `left` of the matches refers.
        containment: share of the shorter's distinct 8-grams that the other holds, all counted.
        own_containment: the same without passages common to many unrelated documents.
        longest_run: words in the longest common run.
        run_share: the longest run's share of all shared words: 1 where one block is all.
        quoted_share: share of the shared words inside quotation marks in both.
        narration: number of sentence pairs of narration (not mostly quoted, not common).
        narration_share: share of the shorter's words of narration that stand in those.
        echoes: number of those pairs that hold the same five words in a row, or nearly all words.
        echo_share: share of the shorter's words of narration that stand in those.
        blocks: number of separate places in the text where such pairs follow one another.
        order_share: share of those pairs that keep their order (longest rising run).
        lead: the opening sentence of narration of one is paired with an opening one of the other.
        matches: the sentence pairs.
    """

    left: str
    containment: float
    own_containment: float
    longest_run: int
    run_share: float
    quoted_share: float
    narration: int
    narration_share: float
    echoes: int
    echo_share: float
    blocks: int
    order_share: float
    lead: bool
    matches: tuple[Match, ...]

    def matches_from(self, a: Reading) -> tuple[Match, ...]:
        """The sentence pairs with `left` in reading a."""
        if a.document_id == self.left:
            return self.matches
        turned = (Match(m.right, m.left, m.likeness) for m in self.matches)
        return tuple(sorted(turned, key=lambda m: m.left))


def compare(a: Reading, b: Reading) -> Comparison:
    """Measure what two readings share; the same whichever comes first."""
    if (len(b.words), b.document_id) < (len(a.words), a.document_id):
        a, b = b, a
    words_a = covered(is_among(a.shingles, b.distinct), len(a.words))
    fresh = words_a & ~a.common
    longest = longest_run(a, b)
    quoted = _share(int((fresh & a.quoted).sum()), int(fresh.sum()))
    matches = match_sentences(a, b)
    told = [m for m in matches if m.left in a.narration and m.right in b.narration]
    echoes = [m for m in told if m.likeness >= _NEARLY_ALL or _echo(a, m.left, b, m.right)]
    whole = sum(a.words_in(i) for i in a.narration)
    return Comparison(
        left=a.document_id,
        containment=_containment(a.distinct, b.distinct),
        own_containment=own_containment(a, b),
        longest_run=longest,
        run_share=_share(longest, int(words_a.sum())),
        quoted_share=quoted,
        narration=len(told),
        narration_share=_share(sum(a.words_in(m.left) for m in told), whole),
        echoes=len(echoes),
        echo_share=_share(sum(a.words_in(m.left) for m in echoes), whole),
        blocks=_blocks(echoes),
        order_share=_share(_rising([m.right for m in echoes]), len(echoes)),
        lead=_lead(a, b, echoes),
        matches=matches,
    )


def own_containment(a: Reading, b: Reading) -> float:
    """Containment (see `Comparison`) without passages common to many unrelated documents."""
    return _containment(a.own, b.own)


def longest_run(a: Reading, b: Reading) -> int:
    """Words in the longest common run of two readings, in whichever order they come."""
    if (len(b.words), b.document_id) < (len(a.words), a.document_id):
        a, b = b, a
    return max((n for _, _, n in common_runs(a, b)), default=0)


def _containment(a: Hashes, b: Hashes) -> float:
    """Share of the set with fewer hashes that stands in the other."""
    few, many = (a, b) if a.size <= b.size else (b, a)
    return int(is_among(few, many).sum()) / few.size if few.size else 0.0


def common_runs(a: Reading, b: Reading) -> list[tuple[int, int, int]]:
    """Maximal common runs of eight words and more: (first word in a, first in b, words).

    Shared shingles that follow one another on one diagonal (place in b less place in a) are a run.
    Of a shingle that b repeats more than 30 times, only the first 30 are looked at.
    """
    if len(a.words) < WIDTH or len(b.words) < WIDTH:
        return [(0, 0, len(a.words))] if a.words and a.words == b.words else []
    i, j = _shared_places(a.shingles, b)
    if i.size == 0:
        return []
    order = np.lexsort((i, j - i))
    i, j = i[order], j[order]
    begins = np.ones(i.size, dtype=np.bool_)
    begins[1:] = (np.diff(i) != 1) | (np.diff(j) != 1)
    first = np.flatnonzero(begins)
    lengths = np.diff(np.append(first, i.size)) + WIDTH - 1
    return sorted(zip(i[first].tolist(), j[first].tolist(), lengths.tolist(), strict=True))


def _shared_places(shingles: Hashes, b: Reading) -> tuple[Numbers, Numbers]:
    """All (place in a, place in b) of equal shingles."""
    in_a = np.flatnonzero(is_among(shingles, b.distinct))
    by_hash = np.argsort(b.shingles, kind="stable")
    ordered = b.shingles[by_hash]
    low = np.searchsorted(ordered, shingles[in_a], side="left")
    high = np.minimum(np.searchsorted(ordered, shingles[in_a], side="right"), low + _REPEATS)
    counts = high - low
    starts = np.repeat(low - (np.cumsum(counts) - counts), counts)
    return np.repeat(in_a, counts), by_hash[np.arange(int(counts.sum())) + starts]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _echo(a: Reading, left: int, b: Reading, right: int) -> bool:
    """Whether two sentences hold the same five words in a row, outside quotation marks."""
    return not _grams(a, left).isdisjoint(_grams(b, right))


def _grams(reading: Reading, sentence: int) -> set[tuple[str, ...]]:
    start, end = reading.first_word[sentence], reading.first_word[sentence + 1]
    left_out = reading.quoted[start:end] | reading.common[start:end]
    words = reading.words[start:end]
    return {
        words[k : k + _ECHO_WORDS]
        for k in range(len(words) - _ECHO_WORDS + 1)
        if not left_out[k : k + _ECHO_WORDS].any()
    }


def _blocks(echoes: list[Match]) -> int:
    starts = 0
    before = (-2, -2)
    for m in echoes:
        starts += (m.left, m.right) != (before[0] + 1, before[1] + 1)
        before = (m.left, m.right)
    return starts


def _rising(places: list[int]) -> int:
    """Length of the longest rising subsequence."""
    best: list[int] = []
    for place in places:
        best.append(1 + max((best[k] for k in range(len(best)) if places[k] < place), default=0))
    return max(best, default=0)


def _lead(a: Reading, b: Reading, told: list[Match]) -> bool:
    first_a = _openings(a)
    first_b = _openings(b)
    return any(m.left in first_a and m.right in first_b for m in told)


def _openings(reading: Reading) -> set[int]:
    return set(sorted(reading.narration)[:3])
