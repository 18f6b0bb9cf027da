"""Two registers laid side by side: which incidents both hold, and what each says of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bearwitness.incidents.beside import Likeness, Side, likenesses
from bearwitness.incidents.compare import THRESHOLD
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry, Figure
from bearwitness.pipeline.rebuild import rebuild
from bearwitness.publish.edition import Edition
from bearwitness.store import Store

# In log2 odds, as the linker sums its evidence.
LEAST = -3.0  # below it nothing is matched
BEYOND_DOUBT = 6.0  # from it on days and place need not meet
DAYS_MEET = 1.0  # what days add that overlap, a month at most
SAME_DAY = 2.0  # what days add that are one, or a report's day that follows within two
SAME_SPOT = 2.5  # what places add that lie within a few km or share a name
MARGIN = 1.5  # by which a pair that the linker would not join must stand out
FIELDS = ("date", "place", "type_of_violence", "killed", "civilians killed", "injured")


@dataclass(frozen=True, slots=True)
class Pair:
    """One incident that both registers hold: of each the entries, and what each field says.

    Attributes:
        ours, theirs: entries; several where one side tells apart what the other holds as one.
        fields: field to (ours, theirs, agreement); agreement None where a side says nothing.
    """

    ours: tuple[Entry, ...]
    theirs: tuple[Entry, ...]
    fields: dict[str, tuple[str, str, bool | None]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two registers side by side: matched incidents, and what only one side holds."""

    pairs: tuple[Pair, ...]
    only_ours: tuple[Entry, ...]
    only_theirs: tuple[Entry, ...]


def compare_registers(ours: Store, theirs: Store) -> Comparison:
    """Match the incidents of two registers by the linker's evidence, and lay their fields together.

    1. Pairs on which the linker would join two mentions are matched, the likeliest first, one to
       one.
    2. So are pairs with less evidence (short records give little) of one day and place, where each
       is the other's likeliest by a clear margin.
    3. What is left over joins the pair of its likeliest partner where the linker would join them:
       one side tells apart what the other holds as one.

    Raises:
        StoreError: a store cannot be read.
    """
    mine, other = rebuild(ours), rebuild(theirs)
    left = {e.incident_id: e for e in mine.entries()}
    right = {e.incident_id: e for e in other.entries()}
    terms = {**theirs.view().terms(), **ours.view().terms()}
    found = {
        (a, b): likeness
        for (a, b), likeness in _likenesses(mine, other, terms).items()
        if a in left and b in right and _may_match(likeness, left[a], right[b])
    }
    joined = _matched(found, left, right)
    pairs = []
    for a_ids, b_ids in joined:
        a = tuple(left[i] for i in sorted(a_ids))
        b = tuple(right[i] for i in sorted(b_ids))
        pairs.append(Pair(a, b, _fields(a, b)))
    pairs.sort(key=lambda p: (str(p.ours[0].date_start), p.ours[0].incident_id))
    seen_left = {i for a_ids, _ in joined for i in a_ids}
    seen_right = {i for _, b_ids in joined for i in b_ids}
    return Comparison(
        tuple(pairs),
        tuple(e for key, e in left.items() if key not in seen_left),
        tuple(e for key, e in right.items() if key not in seen_right),
    )


def _likenesses(
    mine: Edition, other: Edition, terms: Mapping[str, frozenset[str]]
) -> dict[tuple[str, str], Likeness]:
    lineages = Lineages(
        (*mine.lineages.dispatches, *other.lineages.dispatches),
        (),
        {**other.lineages.anchors, **mine.lineages.anchors},
    )
    anchors = {d.document_id: d.anchor for e in (mine, other) for d in e.documents()}
    claims = {c.claim_id: c for e in (mine, other) for c in e.claims()}
    sides = (Side(e.entries(), e.incident_of) for e in (mine, other))
    return likenesses(claims.values(), anchors, lineages, terms, *sides)


def _matched(
    found: Mapping[tuple[str, str], Likeness],
    left: Mapping[str, Entry],
    right: Mapping[str, Entry],
) -> list[tuple[set[str], set[str]]]:
    rank = {
        pair: (likeness.total, _agreement(left[pair[0]], right[pair[1]]))
        for pair, likeness in found.items()
    }
    order = sorted(found, key=lambda pair: (-rank[pair][0], -rank[pair][1], pair))
    best: dict[str, list[tuple[str, str]]] = {}
    for pair in order:
        for key in pair:
            best.setdefault(key, []).append(pair)
    group_of: dict[str, tuple[set[str], set[str]]] = {}
    for pair in order:
        a, b = pair
        if a in group_of or b in group_of:
            continue
        if found[pair].total >= THRESHOLD or all(_stands_out(pair, best[k], rank) for k in pair):
            group_of[a] = group_of[b] = ({a}, {b})
    for key in sorted(best):
        first = best[key][0]
        partner = first[1] if key == first[0] else first[0]
        if key in group_of or partner not in group_of or found[first].total < THRESHOLD:
            continue
        group = group_of[partner]
        group[0 if key == first[0] else 1].add(key)
        group_of[key] = group
    unique = {id(group): group for group in group_of.values()}
    return list(unique.values())


def _may_match(likeness: Likeness, a: Entry, b: Entry) -> bool:
    """Whether two incidents may be one: of one day, and of one place unless much else fits."""
    if likeness.total >= BEYOND_DOUBT:
        return True
    if likeness.total < LEAST or _days_apart(a, b) > 1:
        return False
    if likeness.total >= THRESHOLD:
        return likeness.days >= DAYS_MEET
    return likeness.days >= SAME_DAY and likeness.spot >= SAME_SPOT


def _days_apart(a: Entry, b: Entry) -> int:
    """Days between two incidents, 0 where they overlap or one has no day."""
    (first, last), (start, end) = _days((a,)), _days((b,))
    if first is None or last is None or start is None or end is None:
        return 0
    return max(0, (start - last).days, (first - end).days)


def _stands_out(
    pair: tuple[str, str],
    options: Sequence[tuple[str, str]],
    rank: Mapping[tuple[str, str], tuple[float, int]],
) -> bool:
    """Whether a pair is the likeliest of one of its incidents, and clearly so."""
    others = [rank[o][0] for o in options if o != pair]
    return not others or rank[pair][0] >= max(others) + MARGIN


def _agreement(a: Entry, b: Entry) -> int:
    """How many fields agree less how many differ, to choose among the equally likely."""
    told = [same for _, _, same in _fields((a,), (b,)).values() if same is not None]
    parts = [
        (a.killed.get(key), b.killed.get(key)) for key in ("civilian", "combatant_a", "combatant_b")
    ]
    same = [x is not None and y is not None and x.best == y.best for x, y in parts if x or y]
    return sum(1 if agree else -1 for agree in (*told, *same))


def _fields(a: tuple[Entry, ...], b: tuple[Entry, ...]) -> dict[str, tuple[str, str, bool | None]]:
    told = {"date": _dates(a, b), "place": _places(a, b)}
    told["type_of_violence"] = _same(_types(a), _types(b))
    for name, outcome, key in (
        ("killed", "killed", "total"),
        ("civilians killed", "killed", "civilian"),
        ("injured", "injured", "total"),
    ):
        told[name] = _counts(_sum(a, outcome, key), _sum(b, outcome, key))
    return told


def _same(left: str, right: str) -> tuple[str, str, bool | None]:
    return left, right, left == right if left and right else None


def _types(entries: tuple[Entry, ...]) -> str:
    return ", ".join(sorted({str(e.type_of_violence) for e in entries if e.type_of_violence}))


def _dates(a: tuple[Entry, ...], b: tuple[Entry, ...]) -> tuple[str, str, bool | None]:
    (first, last), (start, end) = _days(a), _days(b)
    left, right = _span(first, last), _span(start, end)
    if first is None or last is None or start is None or end is None:
        return left, right, None
    return left, right, first <= end and start <= last


def _days(entries: tuple[Entry, ...]) -> tuple[date | None, date | None]:
    starts = [e.date_start for e in entries if e.date_start]
    ends = [e.date_end or e.date_start for e in entries if e.date_end or e.date_start]
    return min(starts, default=None), max((d for d in ends if d), default=None)


def _span(start: date | None, end: date | None) -> str:
    return "" if start is None else str(start) if start == end else f"{start} to {end}"


def _places(a: tuple[Entry, ...], b: tuple[Entry, ...]) -> tuple[str, str, bool | None]:
    left = "; ".join(sorted({e.place.name for e in a if e.place}))
    right = "; ".join(sorted({e.place.name for e in b if e.place}))
    points = [
        (x.place.lat, x.place.lon, y.place.lat, y.place.lon)
        for x in a
        for y in b
        if x.place and y.place
    ]
    near = [
        abs(p[0] - p[2]) <= 0.25 and abs(p[1] - p[3]) <= 0.25
        for p in points
        if p[0] is not None and p[1] is not None and p[2] is not None and p[3] is not None
    ]
    return left, right, any(near) if near else None


def _sum(entries: tuple[Entry, ...], outcome: str, key: str) -> tuple[int, int | None] | None:
    """Best and high over several incidents; None where none of them is counted."""
    figures = [(e.killed if outcome == "killed" else e.injured).get(key) for e in entries]
    told: list[Figure] = [f for f in figures if f is not None and f.best is not None]
    if not told:
        return None
    highs = [f.high for f in told]
    return sum(f.best or 0 for f in told), None if None in highs else sum(h or 0 for h in highs)


def _counts(
    a: tuple[int, int | None] | None, b: tuple[int, int | None] | None
) -> tuple[str, str, bool | None]:
    left, right = ("" if x is None else str(x[0]) for x in (a, b))
    return left, right, None if a is None or b is None else a[0] == b[0]
