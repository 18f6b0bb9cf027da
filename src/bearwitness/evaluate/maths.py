"""The arithmetic of scoring: clusters, distances, errors of counts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

EARTH_RADIUS_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision, recall and their harmonic mean, each 0..1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs of items two clusterings join.

    Attributes:
        both: joined by ours and gold.
        ours_only: wrong merges.
        gold_only: wrong splits.
    """

    both: int
    ours_only: int
    gold_only: int

    @property
    def agreement(self) -> Agreement:
        """Pairwise precision and recall; 1 where nothing was to be joined."""
        ours, gold = self.both + self.ours_only, self.both + self.gold_only
        return Agreement(self.both / ours if ours else 1.0, self.both / gold if gold else 1.0)


def b_cubed(ours: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> Agreement:
    """B³ (Bagga and Baldwin 1998) over the items of `gold`, each with one cluster.

    Raises:
        KeyError: `ours` lacks an item.
    """
    if not gold:
        return Agreement(1.0, 1.0)
    size_ours = Counter(ours[item] for item in gold)
    size_gold = Counter(gold.values())
    shared = Counter((ours[item], gold[item]) for item in gold)
    precision = sum(n * n / size_ours[o] for (o, _), n in shared.items()) / len(gold)
    recall = sum(n * n / size_gold[g] for (_, g), n in shared.items()) / len(gold)
    return Agreement(precision, recall)


def pairs(ours: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> Pairs:
    """Pairs of items joined by both, by ours alone, by gold alone."""
    both = sum(map(_pairs_of, Counter((ours[item], gold[item]) for item in gold).values()))
    by_ours = sum(map(_pairs_of, Counter(ours[item] for item in gold).values()))
    by_gold = sum(map(_pairs_of, Counter(gold.values()).values()))
    return Pairs(both, by_ours - both, by_gold - both)


def _pairs_of(n: int) -> int:
    return n * (n - 1) // 2


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Distance on the mean sphere, by the haversine formula; degrees in, kilometres out."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((p2 - p1) / 2) ** 2
    half += math.cos(p1) * math.cos(p2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def log_error(ours: int, gold: int) -> float:
    """Absolute difference of log(1 + n): 0.69 where one is about double the other."""
    return abs(math.log1p(ours) - math.log1p(gold))
