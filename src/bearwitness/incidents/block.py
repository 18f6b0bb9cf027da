"""Pairs of mentions worth comparing, a bounded number for each mention.

Two mentions meet where they share day and neighbourhood, day and figure, a dispatch, a document,
or several telling words that few documents hold. A crowded block (a thousand reports of one
attack) is not compared all with all: each mention meets a fixed number of neighbours in a fixed
order, and clusters grow along them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from bearwitness.incidents.profile import Profile

_CELL = 0.5  # degrees
_CROWD = 16  # neighbours that a mention meets in one block
_RARE = 40  # documents at most that hold a telling word which brings pairs together
_SHARED = 2  # telling words that two mentions must share
_LOOKUPS = 60  # rare words of a mention that are looked up
_LONGEST = 31  # days; longer intervals say too little to block on
_LATE = 7  # days that a report without a date of its own may trail the event
_LARGE = 10  # killed or injured: large events are met by place alone, dated or not
_BIG = 5  # a figure that tells


def candidate_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    """Index pairs (i < j) worth comparing, in ascending order, each once.

    Args:
        profiles: sorted by key; the result depends on nothing else.
    """
    pairs: set[tuple[int, int]] = set()
    table, large = _blocks(profiles)
    for members in table.values():
        _pair_up(_in_order(members, profiles), pairs)
    for members in large.values():
        _pair_undated(_in_order(members, profiles), profiles, pairs)
    pairs.update(_by_terms(profiles))
    yield from sorted(pairs)


Block = tuple[object, ...]


def _in_order(members: Iterable[int], profiles: Sequence[Profile]) -> list[int]:
    return sorted(set(members), key=lambda i: (_sort_key(profiles[i]), i))


def _pair_up(members: Sequence[int], pairs: set[tuple[int, int]]) -> None:
    for n, i in enumerate(members):
        for j in members[n + 1 : n + 1 + _CROWD]:
            pairs.add((i, j) if i < j else (j, i))


def _pair_undated(
    members: Sequence[int], profiles: Sequence[Profile], pairs: set[tuple[int, int]]
) -> None:
    """Pairs with an undated side: dated ones meet by their days."""
    for n, i in enumerate(members):
        if profiles[i].is_dated:
            continue
        for j in members[max(0, n - _CROWD // 2) : n + 1 + _CROWD // 2]:
            if i != j:
                pairs.add((i, j) if i < j else (j, i))


def _blocks(
    profiles: Sequence[Profile],
) -> tuple[dict[Block, list[int]], dict[Block, list[int]]]:
    """Mentions filed by what brings them together, and large events by region."""
    table: defaultdict[Block, list[int]] = defaultdict(list)
    large: defaultdict[Block, list[int]] = defaultdict(list)
    for i, p in enumerate(profiles):
        table["document", p.mention.document_id].append(i)
        if p.dispatch is not None:
            table["dispatch", p.dispatch, p.main].append(i)
        for day in _days(p):
            for place in _neighbourhood(p):
                table["day", day, place].append(i)
            for figure in _figures(p):
                table["figure", day, figure].append(i)
        for size in _sizes(p):
            for place in _surroundings(p):
                large["large", size, place].append(i)
    return table, large


def _sort_key(p: Profile) -> tuple[str, int, int]:
    """Likely partners stand side by side in a crowd."""
    place = p.where.name if p.where is not None else ""
    killed = p.killed.low if p.killed is not None else None
    injured = p.injured.low if p.injured is not None else None
    return place, killed if killed is not None else -1, injured if injured is not None else -1


def _days(p: Profile) -> list[int]:
    """Ordinals under which a mention is filed: its days, one before and one after."""
    if p.start is None or p.end is None:
        if p.anchor is None:
            return []
        first, last = p.anchor - timedelta(days=_LATE), p.anchor
    elif p.basis == "anchor":
        first, last = p.start - timedelta(days=_LATE), p.end
    elif (p.end - p.start).days > _LONGEST:
        return []
    else:
        first, last = p.start, p.end + timedelta(days=1)
    return list(range(first.toordinal(), last.toordinal() + 1))


def _neighbourhood(p: Profile) -> list[tuple[object, ...]]:
    """Cells in which a place is filed; each shares one with every place nearby."""
    w = p.where
    if w is None:
        return []
    out: list[tuple[object, ...]] = []
    if w.precision <= 3 and w.lat is not None and w.lon is not None:
        x, y = w.lat / _CELL, w.lon / _CELL
        # The four cells that meet at the nearest corner: places within half a cell share one.
        for a in {math.floor(x), math.floor(x - 0.5) + 0.5}:
            for b in {math.floor(y), math.floor(y - 0.5) + 0.5}:
                out.append(("cell", a, b))
    if w.lat is None or w.precision > 2:
        out.append(("name", (w.name or "").casefold()))
    if w.adm1 and (w.precision > 2 or w.lat is None):
        out.append(("region", w.country, w.adm1))
    return out


def _figures(p: Profile) -> list[tuple[str, int]]:
    out = []
    for name, count in (("killed", p.killed), ("injured", p.injured)):
        if count is not None and (count.low or 0) >= _BIG:
            out.append((name, count.low or 0))
    return out


def _sizes(p: Profile) -> set[tuple[str, int]]:
    """Bands of a large toll; tolls within a factor of 1.4 share one."""
    out = set()
    for name, count in (("killed", p.killed), ("injured", p.injured)):
        n = (count.low or count.high or 0) if count is not None else 0
        if n >= _LARGE:
            bits = math.log2(n)
            out |= {(name, 2 * math.floor(bits)), (name, 2 * math.floor(bits + 0.5) + 1)}
    return out


def _surroundings(p: Profile) -> list[tuple[object, ...]]:
    """Region and country of a place, for what is too large to be told apart from elsewhere."""
    w = p.where
    if w is None:
        return []
    return [("region", w.country, w.adm1)] if w.adm1 else [("country", w.country)]


def _by_terms(profiles: Sequence[Profile]) -> set[tuple[int, int]]:
    """Pairs that share several telling words that few documents hold."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    documents: defaultdict[str, set[str]] = defaultdict(set)
    for i, p in enumerate(profiles):
        for term in p.context:
            holders[term].append(i)
            documents[term].add(p.mention.document_id)
    pairs: set[tuple[int, int]] = set()
    for i, p in enumerate(profiles):
        rare = sorted(
            (t for t in p.context if 2 <= len(documents[t]) <= _RARE),
            key=lambda t: (len(documents[t]), t),
        )
        met: Counter[int] = Counter()
        for term in rare[:_LOOKUPS]:
            met.update(j for j in holders[term] if j > i)
        best = sorted((-n, j) for j, n in met.items() if n >= _SHARED)
        pairs.update((i, j) for _, j in best[:_CROWD])
    return pairs
