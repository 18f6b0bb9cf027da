"""Stage 2: which documents copy, edit or update which.

The steps: leave each document's 8-gram hashes in an index; take the pairs that share enough; read
those side by side; decide; gather dispatches and set their takes in order; lend agency and date
along the lineage. The outcome is a function of the set of documents: their order never matters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2b

from bearwitness.lineage.align import Match, align
from bearwitness.lineage.candidates import Postings, sample
from bearwitness.lineage.compare import compare, longest_run, own_containment
from bearwitness.lineage.decide import OWN_GATE, STATEMENT_WORDS, Verdict, decide
from bearwitness.lineage.group import (
    Link,
    backbone,
    components,
    connected,
    nearest,
    order_of_takes,
)
from bearwitness.lineage.order import (
    MOVED_ON,
    Precedence,
    as_stamped,
    precedence,
    precedence_of_copies,
    retold,
    stamp_day,
)
from bearwitness.lineage.reading import Reading, read
from bearwitness.lineage.shingles import Hashes, WordCodes, shingle_hashes, words_of
from bearwitness.lineage.signs import Signs, signs
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
    stamp: datetime


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
        self._cards[name] = _Card(
            document.agency, document.anchor, stamp_day(document), as_stamped(document)
        )
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
            days = [day for name in names if (day := self._cards[name].day)]
            postings.add(min(names), self._samples[key], min(days, default=None))
        found = postings.candidates()
        builder = _Builder(self._cards, twins, _Pairs(self._document, self._codes, found.common))
        for pairs in connected(found.pairs):
            builder.add(pairs)
        return builder.lineages()

    def _document(self, name: str) -> Document:
        return self._kept[name] if self._load is None else self._load(name)


class _Pairs:
    """Reads documents and compares pairs; keeps the last readings only."""

    def __init__(self, load: Loader, codes: WordCodes, common: Hashes) -> None:
        @lru_cache(maxsize=_READINGS_KEPT)
        def reading(name: str) -> Reading:
            lent = self._lent.pop(name, None)
            return lent or read(load(name), codes, common)

        @lru_cache(maxsize=_READINGS_KEPT)
        def own_signs(name: str) -> Signs:
            return signs(reading(name))

        self._load = load
        self._lent: dict[str, Reading] = {}  # readings of copies, until they are asked for
        self.reading = reading
        self.signs = own_signs

    def judge(self, left: str, right: str) -> tuple[Verdict, Link] | None:
        """Compare two documents; the link tells what they share and which came first.

        None for two that share too little to be worth laying sentence beside sentence.
        """
        a, b = self.reading(left), self.reading(right)
        if is_apart_at_sight(a, b):
            return None
        c = compare(a, b)
        decision = decide(c, retold(a.document, b.document, self.signs(left), self.signs(right)))
        link = Link(
            left,
            right,
            decision.score,
            containment=c.containment,
            longest_run=c.longest_run,
            why=decision.why,
        )
        if decision.verdict != "apart":
            first = self.precedence(left, right, c.matches_from(a))
            link = replace(link, sign=first.sign, weight=first.weight, reason=first.reason)
        return decision.verdict, link

    def twins(self, left: str, right: str) -> Link:
        """The link of two documents of the same words."""
        a = self.reading(left)
        b = self._load(right)
        if b.text == a.document.text and b.furniture == a.document.furniture:
            self._lent[right] = replace(a, document=b)
        first = precedence_of_copies(a.document, b)
        return Link(
            left,
            right,
            1.0,
            first.sign,
            first.weight,
            first.reason,
            containment=1.0,
            longest_run=len(a.words),
            why="the same words throughout",
        )

    def precedence(self, left: str, right: str, matches: Sequence[Match]) -> Precedence:
        """Which of the two came first."""
        a, b = self.reading(left), self.reading(right)
        return precedence(a, b, matches, self.signs(left), self.signs(right))

    def relation(self, link: Link, first: str, kind: RelationKind | None = None) -> Relation:
        """A link as a relation, `first` being the earlier take in the dispatch."""
        then = link.right if first == link.left else link.left
        earlier, later = self.reading(first), self.reading(then)
        against = link.sign > 0 if first == link.left else link.sign < 0
        reason = f"by other takes; between these two: {link.reason}" if against else link.reason
        return Relation(
            earlier=first,
            later=then,
            relation=kind or kind_of(link, earlier, later),
            containment=round(link.containment, 4),
            longest_run=link.longest_run,
            order_reason=reason,
            sentences=align(earlier, later),
            why=link.why,
        )


def is_apart_at_sight(a: Reading, b: Reading) -> bool:
    """Whether `decide` would call two readings apart, whatever their sentences hold."""
    own = own_containment(a, b)
    return own == 0 or (own < OWN_GATE and longest_run(a, b) < STATEMENT_WORDS)


def kind_of(link: Link, earlier: Reading, later: Reading) -> RelationKind:
    """Copy, edit or update.

    A copy keeps nearly every 8-gram of the shorter text and is at most cut. An update is a later
    take: what it says has moved on, or its stamp is of another day. All else is an edit.
    """
    shorter, longer = sorted((len(earlier.words), len(later.words)))
    cut = len(later.words) < len(earlier.words)
    if link.containment >= _COPY_FROM and (cut or shorter >= _CUT_TO * longer):
        return "copy"
    if link.weight >= MOVED_ON or "rising toll" in link.reason or "updated" in link.reason:
        return "update"
    days = (stamp_day(earlier.document), stamp_day(later.document))
    if "retells" in link.reason:
        return "edit"
    if days[0] is not None and days[1] is not None and days[0] != days[1]:
        return "update"
    return "edit"


class _Builder:
    """Gathers dispatches, one connected set of candidate pairs after another."""

    def __init__(
        self, cards: Mapping[str, _Card], twins: Mapping[str, tuple[str, ...]], pairs: _Pairs
    ) -> None:
        self._cards = cards
        self._twins = twins
        self._pairs = pairs
        self._dispatches: list[Dispatch] = []
        self._quotes: list[Relation] = []
        self._anchors: dict[str, Anchor] = {}
        self._agencies: dict[str, str] = {}
        self._placed: set[str] = set()

    def add(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Judge pairs that share no document with any other set of pairs."""
        links: list[Link] = []
        quotes: list[Link] = []
        for left, right in pairs:
            judged = self._pairs.judge(left, right)
            if judged is None:
                continue
            verdict, link = judged
            if verdict == "same":
                links.append(link)
            elif verdict == "quotes":
                quotes.append(link)
        group_of: dict[str, int] = {}
        for number, (names, inside) in enumerate(components(links)):
            self._group(names, inside)
            group_of.update(dict.fromkeys(names, number))
        for link in quotes:
            if group_of.get(link.left, link.left) != group_of.get(link.right, link.right):
                first = link.right if link.sign > 0 else link.left
                self._quotes.append(self._pairs.relation(link, first, "quotes"))

    def lineages(self) -> Lineages:
        """All of it; exact copies without other relatives, and single documents, come last."""
        for name, same in self._twins.items():
            if len(same) > 1 and name not in self._placed:
                self._group((name,), ())
        for name, card in self._cards.items():
            if name not in self._placed:
                self._dispatches.append(Dispatch(dispatch_id(name), card.agency, (name,)))
        return Lineages(
            dispatches=tuple(sorted(self._dispatches, key=lambda d: d.dispatch_id)),
            quotes=tuple(sorted(self._quotes, key=lambda r: (r.earlier, r.later))),
            anchors=dict(sorted(self._anchors.items())),
            agencies=dict(sorted(self._agencies.items())),
        )

    def _group(self, names: tuple[str, ...], inside: tuple[Link, ...]) -> None:
        order = self._order(names, inside)
        place = {name: k for k, name in enumerate(order)}
        tree = list(backbone(inside))
        for name in names:
            tree += [self._pairs.twins(name, twin) for twin in self._twins[name] if twin != name]
        relations = [
            self._pairs.relation(k, min(k.left, k.right, key=place.__getitem__)) for k in tree
        ]
        relations.sort(key=lambda r: (place[r.later], place[r.earlier]))
        agency = _most_credited(self._cards[name].agency for name in order)
        self._dispatches.append(
            Dispatch(dispatch_id(min(order)), agency, tuple(order), tuple(relations))
        )
        self._placed.update(order)
        self._lend(order, tree)

    def _order(self, names: tuple[str, ...], inside: tuple[Link, ...]) -> list[str]:
        """Order of takes; exact copies stand in for one another, the earliest of them dates all."""

        def stamp(name: str) -> datetime:
            return self._cards[name].stamp

        stamps = {name: min(map(stamp, self._twins[name])) for name in names}
        order: list[str] = []
        for name in order_of_takes(names, inside, stamps):
            order.extend(sorted(self._twins[name], key=lambda t: (stamp(t), t)))
        return order

    def _lend(self, order: list[str], tree: list[Link]) -> None:
        """Date and agency, from the nearest relative that has them to those that have none."""
        dated = [n for n in order if self._cards[n].day]
        credited = [n for n in order if self._cards[n].agency]
        for name in order:
            if dated and self._cards[name].anchor.date is None:
                source = nearest(name, tree, dated)
                if source:
                    lent = self._cards[source].anchor
                    self._anchors[name] = Anchor(lent.date, lent.precision, "lineage", source)
            if credited and self._cards[name].agency is None:
                source = nearest(name, tree, credited)
                agency = self._cards[source].agency if source else None
                if agency:
                    self._agencies[name] = agency


def _most_credited(agencies: Iterable[str | None]) -> str | None:
    """The agency most members credit; the earliest take's where even."""
    credits = [agency for agency in agencies if agency]
    return max(dict.fromkeys(credits), key=credits.count, default=None)
