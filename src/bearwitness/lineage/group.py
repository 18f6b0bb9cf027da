"""From linked pairs to dispatches: which documents stand together, and in which order of take.

A dispatch is a connected component of "same" links, with a guard against chains: a weak link joins
two groups only where the groups as wholes look alike too, so that one doubtful pair cannot weld
two dispatches together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from heapq import heappop, heappush

from bearwitness.lineage.decide import STRONG_FROM

_ALIKE_FROM = 0.35


@dataclass(frozen=True, slots=True)
class Link:
    """Two documents judged versions of one dispatch; left < right.

    Attributes:
        left, right: document ids.
        score: 0..1, see `decide`.
        sign, weight, reason: order of take, see `Precedence`.
        containment, longest_run: what they share, see `Comparison`.
        why: the grounds, in words.
    """

    left: str
    right: str
    score: float
    sign: int = 0
    weight: int = 0
    reason: str = "nothing tells the order"
    containment: float = 0.0
    longest_run: int = 0
    why: str = ""


def connected(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Pairs sorted into sets that share no name, each set sorted, in the order of their firsts."""
    root: dict[str, str] = {}
    every = sorted(pairs)
    for left, right in every:
        a, b = _root(root, left), _root(root, right)
        if a != b:
            root[max(a, b)] = min(a, b)
    out: dict[str, list[tuple[str, str]]] = {}
    for pair in every:
        out.setdefault(_root(root, pair[0]), []).append(pair)
    return tuple(tuple(out[name]) for name in sorted(out))


def _root(root: dict[str, str], name: str) -> str:
    while root.setdefault(name, name) != name:
        root[name] = root[root[name]]
        name = root[name]
    return name


def components(links: Iterable[Link]) -> tuple[tuple[tuple[str, ...], tuple[Link, ...]], ...]:
    """Groups of documents with the links inside, sorted.

    Links are taken from the surest to the weakest. A link under `STRONG_FROM` joins two groups only
    if the mean score over all pairs across them (0 where a pair was not linked) reaches 0.35.
    """
    ordered = sorted(links, key=lambda k: (-k.score, k.left, k.right))
    group_of: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    neighbours: dict[str, dict[str, float]] = {}
    for link in ordered:
        for name in (link.left, link.right):
            group_of.setdefault(name, name)
            members.setdefault(group_of[name], [name])
        neighbours.setdefault(link.left, {})[link.right] = link.score
        neighbours.setdefault(link.right, {})[link.left] = link.score
    for link in ordered:
        a, b = group_of[link.left], group_of[link.right]
        if a == b:
            continue
        if link.score < STRONG_FROM and _alike(members[a], members[b], neighbours) < _ALIKE_FROM:
            continue
        keep, gone = (a, b) if len(members[a]) >= len(members[b]) else (b, a)
        for name in members.pop(gone):
            group_of[name] = keep
            members[keep].append(name)
    inside: dict[str, list[Link]] = {root: [] for root in members}
    for link in ordered:
        if group_of[link.left] == group_of[link.right]:
            inside[group_of[link.left]].append(link)
    found = ((tuple(sorted(names)), tuple(inside[root])) for root, names in members.items())
    return tuple(sorted((f for f in found if len(f[0]) > 1), key=lambda f: f[0]))


def _alike(a: list[str], b: list[str], neighbours: Mapping[str, Mapping[str, float]]) -> float:
    few, many = (a, b) if len(a) <= len(b) else (b, a)
    wanted = set(many)
    total = sum(
        score for name in few for other, score in neighbours[name].items() if other in wanted
    )
    return total / (len(a) * len(b))


def order_of_takes(
    names: tuple[str, ...], links: Iterable[Link], stamps: Mapping[str, datetime]
) -> tuple[str, ...]:
    """The members of a dispatch, earliest take first.

    Precedences are laid down from the weightiest; one that would close a circle is left out. What
    they leave open goes by stamp (undated last), then by id.
    """
    after: dict[str, set[str]] = {name: set() for name in names}
    for link in sorted(links, key=lambda k: (-k.weight, -k.score, k.left, k.right)):
        if link.sign == 0:
            continue
        first, then = (link.left, link.right) if link.sign < 0 else (link.right, link.left)
        if not _reaches(then, first, after):
            after[first].add(then)
    waiting = dict.fromkeys(names, 0)
    for thens in after.values():
        for name in thens:
            waiting[name] += 1
    ready: list[tuple[datetime, str]] = []
    for name in names:
        if waiting[name] == 0:
            heappush(ready, (stamps.get(name, datetime.max), name))
    out: list[str] = []
    while ready:
        _, name = heappop(ready)
        out.append(name)
        for then in sorted(after[name]):
            waiting[then] -= 1
            if waiting[then] == 0:
                heappush(ready, (stamps.get(then, datetime.max), then))
    return tuple(out)


def _reaches(start: str, goal: str, after: Mapping[str, set[str]]) -> bool:
    seen = {start}
    stack = [start]
    while stack:
        name = stack.pop()
        if name == goal:
            return True
        for then in after[name]:
            if then not in seen:
                seen.add(then)
                stack.append(then)
    return False


def backbone(links: Iterable[Link]) -> tuple[Link, ...]:
    """The surest links that hold a group together: a tree (maximum spanning tree)."""
    root: dict[str, str] = {}
    kept = []
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right)):
        a, b = _root(root, link.left), _root(root, link.right)
        if a != b:
            root[a] = b
            kept.append(link)
    return tuple(kept)


def nearest(start: str, tree: Iterable[Link], wanted: Iterable[str]) -> str | None:
    """The wanted member nearest to `start` along the tree: by the weakest link on the way.

    Ties go to fewer steps, then to the smaller id. None where no wanted member can be reached.
    """
    goals = set(wanted)
    sides: dict[str, list[tuple[str, float]]] = {}
    for link in tree:
        sides.setdefault(link.left, []).append((link.right, link.score))
        sides.setdefault(link.right, []).append((link.left, link.score))
    queue: list[tuple[float, int, str]] = [(-1.0, 0, start)]
    seen: set[str] = set()
    while queue:
        width, steps, name = heappop(queue)
        if name in seen:
            continue
        seen.add(name)
        if name in goals and name != start:
            return name
        for other, score in sides.get(name, []):
            if other not in seen:
                heappush(queue, (max(width, -score), steps + 1, other))
    return None
