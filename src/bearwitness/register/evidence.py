"""What reconciling needs to know of each claim of an incident."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.document import Document
from bearwitness.register.roots import Root, Roots, circles, content_key


@dataclass(frozen=True, slots=True)
class Testimony:
    """A count, with who stands behind it and when it was said.

    Attributes:
        claim: the claim.
        count: its detail.
        root: the root source.
        dispatch: id of the dispatch that carries it.
        take: number of its document within the dispatch, in order of take.
        day: the day its document speaks from, None where unknown.
        headline: it stands in the title.
        second_hand: its speaker was heard by another source, not by an agency or outlet.
    """

    claim: Claim
    count: Casualty
    root: Root
    dispatch: str
    take: int
    day: date | None
    headline: bool
    second_hand: bool

    @property
    def value(self) -> int | None:
        """The number it stands for: its lower bound."""
        return self.count.low

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """Low and high."""
        return self.count.low, self.count.high


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is said of one incident.

    Attributes:
        claims: every claim of the incident, sorted by id.
        testimonies: its counts of killed, injured and casualties.
        roots: independent root sources, sorted.
        circles: notes on sources that cite one another.
    """

    claims: tuple[Claim, ...]
    testimonies: tuple[Testimony, ...]
    roots: tuple[Root, ...]
    circles: tuple[str, ...]


def gather(claims: Iterable[Claim], documents: Mapping[str, Document], roots: Roots) -> Evidence:
    """Lead every count of an incident back to its root.

    Args:
        claims: of one incident, reviews already applied.
        documents: by id; texts are not needed.
        roots: of all documents.
    """
    ordered = tuple(sorted(claims, key=lambda c: c.claim_id))
    told = [
        _testimony(claim, claim.casualty, documents, roots)
        for claim in ordered
        if claim.kind == "casualty" and claim.casualty is not None
    ]
    told = _whole_bodies(_short_forms(told))
    told = _own_voice_of_named(told, roots)
    told, merged, notes = _merge_circles(told, ordered, roots)
    return Evidence(ordered, tuple(told), _independent(told, ordered, roots, merged), notes)


def _testimony(
    claim: Claim, count: Casualty, documents: Mapping[str, Document], roots: Roots
) -> Testimony:
    document = documents.get(claim.document_id)
    title = document.title_span if document else None
    anchor = roots.anchor(claim.document_id)
    return Testimony(
        claim,
        count,
        roots.of(claim),
        roots.dispatch(claim.document_id),
        roots.take(claim.document_id),
        anchor.date if anchor.precision == "day" else None,
        title is not None and title.overlaps(claim.span.start, claim.span.end),
        roots.relayed(claim),
    )


def _short_forms(told: list[Testimony]) -> list[Testimony]:
    """A name whose words all stand in one fuller name of the same incident is that source."""
    named = {t.root.key: (t.root, set(content_key(t.root.name).split())) for t in told}
    fuller: dict[str, Root] = {}
    for key, (root, words) in sorted(named.items()):
        if "@" in key or root.kind == "outlet":
            continue
        longer = [r for r, others in named.values() if words < others and "@" not in r.key]
        if len(longer) == 1:
            fuller[key] = longer[0]
    return [replace(t, root=fuller.get(t.root.key, t.root)) for t in told]


def _whole_bodies(told: list[Testimony]) -> list[Testimony]:
    """A body told as a whole ("the UN") beside one of its offices is that office.

    Listed ids tell: "un" and "un-ohchr". Beside several of its offices it stays itself.
    """
    roots = {t.root.key: t.root for t in told}
    one: dict[str, Root] = {}
    for whole in roots:
        offices = [root for key, root in roots.items() if key.startswith(f"{whole}-")]
        if len(offices) == 1:
            one[whole] = offices[0]
    return [replace(t, root=one.get(t.root.key, t.root)) for t in told]


def _own_voice_of_named(told: list[Testimony], roots: Roots) -> list[Testimony]:
    """An own voice that repeats what its dispatch credits to a source is that source."""
    named: dict[tuple[object, ...], list[Root]] = {}
    for t in told:
        if t.root.key != roots.voice(t.claim.document_id).key and t.count.low is not None:
            named.setdefault((t.dispatch, t.count.outcome, t.bounds), []).append(t.root)
    return [
        replace(t, root=min(named[key]))
        if t.root.key == roots.voice(t.claim.document_id).key
        and (key := (t.dispatch, t.count.outcome, t.bounds)) in named
        else t
        for t in told
    ]


def _merge_circles(
    told: list[Testimony], claims: tuple[Claim, ...], roots: Roots
) -> tuple[list[Testimony], dict[str, Root], tuple[str, ...]]:
    """Sources that cite one another in a circle are one source."""
    edges = {(roots.voice(c.document_id).key, roots.of(c).key) for c in claims if c.attribution}
    merged: dict[str, Root] = {}
    notes: list[str] = []
    known = {r.key: r for c in claims for r in (roots.of(c), roots.voice(c.document_id))}
    for group in circles(edges):
        members = [known[key] for key in group]
        names = " and ".join(m.name for m in members)
        one = Root(group[0], names, members[0].kind)
        merged.update(dict.fromkeys(group, one))
        notes.append(f"circle: {names} cite one another and count as one source")
    if merged:
        told = [replace(t, root=merged.get(t.root.key, t.root)) for t in told]
    return told, merged, tuple(notes)


def _independent(
    told: list[Testimony], claims: tuple[Claim, ...], roots: Roots, merged: Mapping[str, Root]
) -> tuple[Root, ...]:
    """Who stands behind the incident: each root that counts for itself, once.

    An outlet's own voice stands beside the sources its dispatch names only where no dispatch of
    it names any. Vague words ("dozens") are no count, and what one source heard from another is
    not a second source. Where nobody counts, those who tell of the event are taken.
    """
    counting = [
        t
        for t in told
        if not t.headline
        and t.count.scope in ("incident", "part")
        and t.claim.hedge != "denied"
        and not t.second_hand
        and (t.count.qualifier != "vague" or t.count.is_reckoned)
        and (t.count.low is not None or t.count.high is not None)
    ]
    if counting:
        pairs = [(t.root, t.dispatch, t.claim.document_id) for t in counting]
    else:
        pairs = [
            (merged.get(r.key, r), roots.dispatch(c.document_id), c.document_id)
            for c in claims
            for r in (roots.of(c),)
        ]
    naming = {d for root, d, doc in pairs if root.key != _voice_key(roots, merged, doc)}
    out: dict[str, Root] = {}
    for root, dispatch, doc in sorted(pairs, key=lambda p: (p[0], p[1], p[2])):
        if root.key == _voice_key(roots, merged, doc) and dispatch in naming:
            continue
        out.setdefault(root.key, root)
    return tuple(out[key] for key in sorted(out))


def _voice_key(roots: Roots, merged: Mapping[str, Root], document_id: str) -> str:
    voice = roots.voice(document_id)
    return merged.get(voice.key, voice).key
