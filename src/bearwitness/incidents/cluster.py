"""Clusters of mentions: grown from the surest pair on, and never across a contradiction.

Agglomerative, near average linkage: two clusters join where the evidence between their members
(all, or a fixed number of each) is positive on average, the best pair counting somewhat more, and
no pair forbids it. A wrong merge hides deaths, so one strong contradiction outweighs many faint
agreements.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bearwitness.incidents.compare import THRESHOLD
from bearwitness.incidents.days import VETO

_SAMPLE = 6  # members of each cluster that are compared
_BEST = 0.3  # share of the best pair in the linkage; the rest is the mean of all


@dataclass(frozen=True, slots=True)
class Merge:
    """One step: the pair that brought two clusters together, and the clusters' score."""

    left: int
    right: int
    score: float


class Clusters:
    """Disjoint sets of mention indices under must and cannot links."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]]) -> None:
        """Start with every mention alone.

        Args:
            size: number of mentions.
            apart: pairs that a person keeps apart.
        """
        self.members: dict[int, list[int]] = {i: [i] for i in range(size)}
        self.home = list(range(size))
        self.enemies: dict[int, set[int]] = {}
        for i, j in apart:
            self.enemies.setdefault(i, set()).add(j)
            self.enemies.setdefault(j, set()).add(i)

    def forbidden(self, a: int, b: int) -> bool:
        """Whether a person keeps a member of one cluster apart from one of the other."""
        small, large = sorted((a, b), key=lambda c: len(self.members[c]))
        return any(
            self.home[e] == large for m in self.members[small] for e in self.enemies.get(m, ())
        )

    def join(self, a: int, b: int) -> None:
        """Make one cluster of two; the smaller index names it."""
        keep, gone = min(a, b), max(a, b)
        for m in self.members.pop(gone):
            self.home[m] = keep
            self.members[keep].append(m)
        self.members[keep].sort()


def cluster(
    size: int,
    scored: Mapping[tuple[int, int], float],
    score: Callable[[int, int], float],
    together: Sequence[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> tuple[Clusters, list[Merge]]:
    """Group mentions.

    Args:
        size: number of mentions.
        scored: pairs (i < j) already compared, with their totals.
        score: compares a pair that was not.
        together: pairs a person calls one, in order of standing.
        apart: pairs a person keeps apart.

    Returns:
        The clusters, and the merges in order.
    """
    clusters = Clusters(size, apart)
    for i, j in together:
        a, b = clusters.home[i], clusters.home[j]
        if a != b and not clusters.forbidden(a, b):
            clusters.join(a, b)
    merges: list[Merge] = []
    known = dict(scored)
    promising = sorted(((-total, i, j) for (i, j), total in scored.items() if total >= THRESHOLD))
    # A pair turned down early may join once the clusters around it have grown: two rounds.
    for _ in range(2):
        before = len(merges)
        for _total, i, j in promising:
            a, b = clusters.home[i], clusters.home[j]
            if a == b or clusters.forbidden(a, b):
                continue
            linkage = _linkage(clusters.members[a], clusters.members[b], known, score)
            if linkage is not None and linkage >= THRESHOLD:
                clusters.join(a, b)
                merges.append(Merge(i, j, linkage))
        if len(merges) == before:
            break
    return clusters, merges


def _linkage(
    a: Sequence[int],
    b: Sequence[int],
    known: dict[tuple[int, int], float],
    score: Callable[[int, int], float],
) -> float | None:
    """Score between two clusters; None where a pair contradicts."""
    total, n, best = 0.0, 0, -math.inf
    for i in _sample(a):
        for j in _sample(b):
            pair = (i, j) if i < j else (j, i)
            if pair not in known:
                known[pair] = score(*pair)
            value = known[pair]
            if value <= VETO / 2:
                return None
            total += value
            best = max(best, value)
            n += 1
    return (1 - _BEST) * total / n + _BEST * best


def _sample(members: Sequence[int]) -> Sequence[int]:
    """Evenly spread members, so that the cost of a merge does not grow with the cluster."""
    if len(members) <= _SAMPLE:
        return members
    return [members[k * len(members) // _SAMPLE] for k in range(_SAMPLE)]
