"""Stage 2: which documents copy, edit or update which.

The steps: leave each document's 8-gram hashes in an index; take the pairs that share enough; read
those side by side; decide; gather dispatches and set their takes in order; lend agency and date
along the lineage. The outcome is a function of the set of documents: their order never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from bearwitness.lineage.align import align
from bearwitness.lineage.candidates import Postings, sample
from bearwitness.lineage.compare import Comparison, compare
from bearwitness.lineage.decide import Decision, decide
from bearwitness.lineage.group import Link, backbone, components, nearest, order_of_takes
from bearwitness.lineage.order import Precedence, precedence, stamp_day
from bearwitness.lineage.reading import Reading, read
from bearwitness.lineage.shingles import Hashes, WordCodes, shingle_hashes, words_of
from bearwitness.model.document import Anchor, Document
from bearwitness.model.ids import dispatch_id
from bearwitness.model.lineage import Dispatch, Lineages, Relation, RelationKind

_READINGS_KEPT = 256
_COPY_FROM = 0.9
_CUT_TO = 0.5

Loader = Callable[[str], Document]


@dataclass(frozen=True, slots=True)
class _Card:
    """What is kept of every document until the end."""

    agency: str | None
    anchor: Anchor
    day: date | None


def trace(documents: Iterable[Document]) -> Lineages:
    """The lineages of a set of documents.

    Args:
        documents: any order; kept in memory until the end. For many documents use a `Tracer` with
            a loader, which keeps their fingerprints only.
    """
    tracer = Tracer()
    for document in documents:
        tracer.add(document)
    return tracer.lineages()


class Tracer:
    """Gathers fingerprints of documents one by one, then finds their lineages.

    Args:
        load: gives a document back by its id, for the few that are worth comparing. Without it
            every document added is kept in memory.
    """

    def __init__(self, load: Loader | None = None) -> None:
        """Start with no documents."""
        self._codes = WordCodes()
        self._cards: dict[str, _Card] = {}
        self._twins: dict[bytes, list[str]] = {}
        self._samples: dict[bytes, Hashes] = {}
        self._kept: dict[str, Document] = {}
        self._load = load

    def __len__(self) -> int:
        """Number of documents added."""
        return len(self._cards)

    def add(self, document: Document) -> None:
        """Take in a document; one already added is left as it is."""
        name = document.document_id
        if name in self._cards:
            return
        self._cards[name] = _Card(document.agency, document.anchor, stamp_day(document))
        if self._load is None:
            self._kept[name] = document
        words = words_of(document.text, ((s.start, s.end) for s in document.furniture))
        if not words:
            return
        shingles = shingle_hashes(words, self._codes)
        key = blake2b(shingles.tobytes(), digest_size=16).digest()
        self._twins.setdefault(key, []).append(name)
        if key not in self._samples:
            self._samples[key] = sample(shingles)

    def lineages(self) -> Lineages:
        """Find the lineages of all documents added."""
        twins = {min(names): tuple(sorted(names)) for names in self._twins.values()}
        postings = Postings()
        for key, names in self._twins.items():
            postings.add(min(names), self._samples[key])
        found = postings.candidates()
        pairs = _Pairs(self._document, self._codes, found.common)
        links, quotes = pairs.judge(found.pairs)
        return _assemble(self._cards, twins, links, quotes, pairs)

    def _document(self, name: str) -> Document:
        return self._kept[name] if self._load is None else self._load(name)


class _Pairs:
    """Reads documents and compares pairs; keeps the last readings only."""

    def __init__(self, load: Loader, codes: WordCodes, common: Hashes) -> None:
        @lru_cache(maxsize=_READINGS_KEPT)
        def reading(name: str) -> Reading:
            return read(load(name), codes, common)

        self.reading = reading

    def judge(
        self, pairs: Iterable[tuple[str, str]]
    ) -> tuple[tuple[Link, ...], tuple[tuple[str, str], ...]]:
        """Links between versions of one dispatch, and pairs that share a statement."""
        links: list[Link] = []
        quotes: list[tuple[str, str]] = []
        for left, right in pairs:
            comparison, decision = self.compare(left, right)
            if decision.verdict == "same":
                first = self.precedence(left, right, comparison)
                links.append(Link(left, right, decision.score, first.sign, first.weight))
            elif decision.verdict == "quotes":
                quotes.append((left, right))
        return tuple(links), tuple(quotes)

    def compare(self, left: str, right: str) -> tuple[Comparison, Decision]:
        """Compare two documents."""
        comparison = compare(self.reading(left), self.reading(right))
        return comparison, decide(comparison)

    def precedence(self, left: str, right: str, comparison: Comparison) -> Precedence:
        """Which of the two came first."""
        a, b = self.reading(left), self.reading(right)
        return precedence(a, b, comparison.matches_from(a))

    def relation(self, left: str, right: str, kind: RelationKind | None = None) -> Relation:
        """The relation of two documents, `left` given as the earlier take."""
        a, b = self.reading(left), self.reading(right)
        comparison = compare(a, b)
        first = precedence(a, b, comparison.matches_from(a))
        reason = first.reason
        if first.sign > 0:
            reason = f"by other takes of the dispatch; between these two: {reason}"
        return Relation(
            earlier=left,
            later=right,
            relation=kind or kind_of(comparison, a, b, first),
            containment=round(comparison.containment, 4),
            longest_run=comparison.longest_run,
            order_reason=reason,
            sentences=align(a, b),
        )


def kind_of(c: Comparison, earlier: Reading, later: Reading, first: Precedence) -> RelationKind:
    """Copy, edit or update.

    A copy keeps nearly every 8-gram of the shorter text and is at most cut. An update is a later
    take: its content has moved on, or its stamp is of another day and it adds narration. All else
    is an edit.
    """
    shorter, longer = sorted((len(earlier.words), len(later.words)))
    if c.containment >= _COPY_FROM and (
        shorter >= _CUT_TO * longer or len(later.words) < len(earlier.words)
    ):
        return "copy"
    if first.weight >= 5 or "rising toll" in first.reason or "updated" in first.reason:
        return "update"
    days = (stamp_day(earlier.document), stamp_day(later.document))
    if days[0] is not None and days[1] is not None and days[0] != days[1]:
        return "update"
    return "edit"


def _assemble(
    cards: Mapping[str, _Card],
    twins: Mapping[str, tuple[str, ...]],
    links: tuple[Link, ...],
    quotes: tuple[tuple[str, str], ...],
    pairs: _Pairs,
) -> Lineages:
    days = {name: card.day for name, card in cards.items()}
    dispatches: list[Dispatch] = []
    anchors: dict[str, Anchor] = {}
    agencies: dict[str, str] = {}
    placed: set[str] = set()
    groups = [*components(links)]
    grouped = {name for names, _ in groups for name in names}
    groups += [
        ((name,), ()) for name, same in twins.items() if len(same) > 1 and name not in grouped
    ]
    for names, inside in groups:
        dispatch, tree = _dispatch(names, inside, twins, days, cards, pairs)
        dispatches.append(dispatch)
        placed.update(dispatch.documents)
        anchors.update(_lent_anchors(dispatch, tree, cards))
        agencies.update(_lent_agencies(dispatch, tree, cards))
    for name in cards:
        if name not in placed:
            dispatches.append(Dispatch(dispatch_id(name), cards[name].agency, (name,)))
    where = {name: d.dispatch_id for d in dispatches for name in d.documents}
    shared = (
        _quoting(left, right, days, pairs) for left, right in quotes if where[left] != where[right]
    )
    return Lineages(
        dispatches=tuple(sorted(dispatches, key=lambda d: d.dispatch_id)),
        quotes=tuple(sorted(shared, key=lambda r: (r.earlier, r.later))),
        anchors=dict(sorted(anchors.items())),
        agencies=dict(sorted(agencies.items())),
    )


def _dispatch(
    names: tuple[str, ...],
    inside: tuple[Link, ...],
    twins: Mapping[str, tuple[str, ...]],
    days: Mapping[str, date | None],
    cards: Mapping[str, _Card],
    pairs: _Pairs,
) -> tuple[Dispatch, tuple[Link, ...]]:
    # A text's exact copies stand in for one another: its day is the earliest of theirs.
    of_text = {n: min((d for t in twins[n] if (d := days[t])), default=None) for n in names}
    order: list[str] = []
    for name in order_of_takes(names, inside, of_text):
        order.extend(sorted(twins[name], key=lambda t: (days[t] or date.max, t)))
    place = {name: k for k, name in enumerate(order)}
    tree = list(backbone(inside))
    for name in names:
        tree.extend(Link(name, twin, 1.0) for twin in twins[name] if twin != name)
    relations = []
    for link in tree:
        first, then = sorted((link.left, link.right), key=place.__getitem__)
        relations.append(pairs.relation(first, then))
    relations.sort(key=lambda r: (place[r.later], place[r.earlier]))
    credits = [agency for name in order if (agency := cards[name].agency)]
    agency = max(dict.fromkeys(credits), key=credits.count, default=None)
    return Dispatch(dispatch_id(min(order)), agency, tuple(order), tuple(relations)), tuple(tree)


def _quoting(left: str, right: str, days: Mapping[str, date | None], pairs: _Pairs) -> Relation:
    a, b = days[left], days[right]
    first, then = (right, left) if a and b and b < a else (left, right)
    return pairs.relation(first, then, "quotes")


def _lent_anchors(
    dispatch: Dispatch, tree: tuple[Link, ...], cards: Mapping[str, _Card]
) -> dict[str, Anchor]:
    dated = [n for n in dispatch.documents if cards[n].anchor.date and cards[n].day]
    out = {}
    for name in dispatch.documents:
        if cards[name].anchor.date is None:
            source = nearest(name, tree, dated)
            if source:
                lent = cards[source].anchor
                out[name] = Anchor(lent.date, lent.precision, "lineage", source)
    return out


def _lent_agencies(
    dispatch: Dispatch, tree: tuple[Link, ...], cards: Mapping[str, _Card]
) -> dict[str, str]:
    credited = [n for n in dispatch.documents if cards[n].agency]
    out = {}
    for name in dispatch.documents:
        if cards[name].agency is None:
            source = nearest(name, tree, credited)
            agency = cards[source].agency if source else None
            if agency:
                out[name] = agency
    return out
