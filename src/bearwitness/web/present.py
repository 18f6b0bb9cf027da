"""What the incident's and the document's pages show, gathered from the register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from markupsafe import Markup

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.incident import Judgement
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.register import FIGURE_KEYS, Contradiction, Entry, Figure
from bearwitness.model.review import Review
from bearwitness.web import charts
from bearwitness.web.desk import Desk
from bearwitness.web.marking import Quoted, quoted, said_of

LABELS = {
    "total": "people", "civilian": "civilians", "combatant_a": "fighters of side A",
    "combatant_b": "fighters of side B", "unknown": "of unknown status", "children": "children",
    "women": "women",
}  # fmt: skip


WITHHELD = "(withheld)"


@dataclass(frozen=True, slots=True)
class Word:
    """A claim as a page shows it.

    Attributes:
        quoted: the sentence with its words marked; None where it is withheld.
        chain: on whose word, the outlet first.
        why: why it was set aside.
        premises: ids of the claims a derived value rests on.
        restates: id of the body's claim that a headline's count repeats.
    """

    claim: Claim
    document: Document | None
    quoted: Quoted | None
    said: str
    chain: tuple[str, ...]
    why: str = ""
    rule: str = ""
    premises: tuple[str, ...] = ()
    restates: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """One figure with all that leads back from it."""

    path: str
    label: str
    figure: Figure
    bar: Markup
    used: list[Word]
    aside: list[Word]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that happened to an incident's record."""

    at: str
    by: str
    act: str
    what: str
    why: str
    undo: str = ""
    undone: bool = False
    moment: str = ""
    target: str = ""


class Held:
    """What must not be shown to one visitor."""

    def __init__(self, desk: Desk, sees_all: bool) -> None:
        """Leads see what is withheld, and that it is; nobody else does."""
        self.ids: frozenset[str] = frozenset()
        self.marked = desk.withheld() | desk.held_documents()
        if not sees_all:
            self.ids = self.marked

    def claim(self, claim: Claim) -> bool:
        """Whether a claim's words are held back."""
        return claim.claim_id in self.ids or claim.document_id in self.ids

    def document(self, document_id: str) -> bool:
        """Whether a document's words are held back."""
        return document_id in self.ids


def name_of(document: Document | None, key: str = "") -> str:
    """What a document is called: its outlet, else what its input called it."""
    if document is None:
        return key
    return document.publisher or document.source_id


def word(claim: Claim, documents: Mapping[str, Document], held: Held, why: str = "") -> Word:
    """A claim made ready for a page."""
    document = documents.get(claim.document_id)
    hidden = held.claim(claim)
    chain = [name_of(document, claim.document_id)]
    if document and document.agency and not hidden:
        chain.append(document.agency)
    if not hidden:
        chain += [s.name for s in reversed(claim.attribution)]
    count = claim.casualty
    derived = count.derived if count else None
    return Word(
        claim, document, None if hidden else quoted(claim), said_of(claim),
        tuple(dict.fromkeys(chain)), why, derived.rule if derived else "",
        derived.premises if derived else (), (count.restates if count else None) or "",
    )  # fmt: skip


def figures(
    entry: Entry, claims: Mapping[str, Claim], documents: Mapping[str, Document], held: Held
) -> list[FigureView]:
    """The figures that are said, with their derivations."""
    said = [
        (outcome, key, figure)
        for outcome, all_of in (("killed", entry.killed), ("injured", entry.injured))
        for key, figure in sorted(all_of.items(), key=lambda item: _rank(item[0]))
        if figure is not None
    ]
    most: dict[str, int] = {}
    for outcome, _, figure in said:
        top = max(n or 0 for n in (figure.low, figure.best, figure.high))
        most[outcome] = max(most.get(outcome, 0), top)
    found = []
    for outcome, key, figure in said:
        used = [word(claims[c], documents, held) for c in figure.used if c in claims]
        aside = [
            word(claims[s.claim_id], documents, held, s.why.replace("_", " "))
            for s in figure.set_aside
            if s.claim_id in claims
        ]
        label = f"{LABELS.get(key, key.replace('_', ' '))} {outcome}"
        bar = charts.interval_bar(figure, most[outcome])
        found.append(FigureView(f"{outcome}.{key}", label, figure, bar, used, aside))
    return found


def _rank(key: str) -> tuple[int, str]:
    return (FIGURE_KEYS.index(key) if key in FIGURE_KEYS else len(FIGURE_KEYS), key)


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a toll's development, and where its sentence stands."""

    day: str
    source: str
    bounds: str
    superseded: bool
    document_id: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class Development:
    """How a toll developed: the chart, empty where fewer than two steps are dated; its rows."""

    chart: Markup
    rows: list[StepRow]


def development(entry: Entry, claims: Mapping[str, Claim], held: Held) -> Development:
    """What each source said, and when; of words that are held back, not whose they are."""
    lines: dict[str, list[charts.Point]] = {}
    rows = []
    for step in entry.development:
        claim = claims.get(step.claim_id)
        hidden = claim is not None and held.claim(claim)
        source = WITHHELD if hidden else step.source
        said = say_bounds(step.low, None, step.high)
        document = claim.document_id if claim and not hidden else ""
        day = step.day.isoformat() if step.day else ""
        superseded = step.superseded_by is not None
        rows.append(StepRow(day, source, said, superseded, document, step.claim_id))
        if step.day and (step.low is not None or step.high is not None):
            words = f"{source}, {step.day}: {said} killed"
            lines.setdefault(source, []).append(charts.Point(step.day, step.low, step.high, words))
    drawn = [
        charts.Line(name, tuple(sorted(points, key=lambda p: (p.day, p.low or 0, p.high or 0))))
        for name, points in lines.items()
    ]
    return Development(charts.step_chart(drawn, "People killed, by source and day"), rows)


@dataclass(frozen=True, slots=True)
class Source:
    """A dispatch and the reports that carry it."""

    dispatch: Dispatch
    documents: list[tuple[Document, str, bool]]
    agency: str
    inferred: bool
    relations: list[str]

    @property
    def is_single(self) -> bool:
        """Whether nothing copies or edits it."""
        return len(self.documents) == 1


def sources(
    entry: Entry, lineages: Lineages, documents: Mapping[str, Document], held: Held
) -> list[Source]:
    """Reports grouped by dispatch."""
    found = []
    for dispatch in lineages.dispatches:
        members = [documents[d] for d in dispatch.documents if d in documents]
        lent = next(
            (lineages.agencies[d] for d in dispatch.documents if d in lineages.agencies), ""
        )
        rows = []
        for document in members:
            anchor = lineages.anchors.get(document.document_id, document.anchor)
            day = anchor.date.isoformat() if anchor.date else "undated"
            if anchor.basis == "lineage":
                day += " (day lent by a relative)"
            rows.append((document, day, held.document(document.document_id)))
        number = {d: n for n, d in enumerate(dispatch.documents, 1)}
        told = [
            f"take {number[r.later]}: {r.relation} of take {number[r.earlier]} ({r.order_reason})"
            for r in dispatch.relations
        ]
        found.append(Source(dispatch, rows, dispatch.agency or lent, not dispatch.agency, told))
    return found


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a contradiction."""

    quote: str | None
    outlet: str
    document_id: str
    claim_id: str | None


def contradictions(
    found: Sequence[Contradiction], documents: Mapping[str, Document], held: Held
) -> list[tuple[Contradiction, list[SideView]]]:
    """What cannot all be right, with the words of each side."""
    out = []
    for one in found:
        sides = [
            SideView(
                None
                if held.document(s.document_id) or (s.claim_id or "") in held.ids
                else " ".join(s.quote.split()),
                name_of(documents.get(s.document_id), s.document_id),
                s.document_id,
                s.claim_id,
            )
            for s in one.sides
        ]
        out.append((one, sides))
    return out


def history(reviews: Sequence[Review], judgements: Sequence[Judgement]) -> list[Change]:
    """Every act, newest first; merges and splits are told once each."""
    undone = {str(r.value) for r in reviews if r.act == "undo"}
    found = [
        Change(
            r.made_at.strftime("%Y-%m-%d %H:%M UTC") if r.made_at else "",
            r.by,
            r.act,
            _what(r),
            r.why,
            "" if r.act == "undo" or r.target.startswith("doc-") else str(r.review_id),
            str(r.review_id) in undone,
            r.made_at.isoformat() if r.made_at else "",
            r.target,
        )
        for r in reviews
    ]
    acts: dict[str, Judgement] = {}
    for j in judgements:
        if j.made_at and j.evidence and j.evidence[0].field != "keep":
            acts.setdefault(j.made_at.isoformat(), j)
    reversed_acts = {j.evidence[0].left for j in acts.values() if j.evidence[0].field == "undo"}
    for moment, j in acts.items():
        assert j.made_at is not None
        kind = j.evidence[0].field
        found.append(
            Change(
                j.made_at.strftime("%Y-%m-%d %H:%M UTC"), j.by.removeprefix("person:"),
                "undo of a merge or split" if kind == "undo" else kind,
                "" if kind == "undo" else j.evidence[0].left, j.note or "",
                "" if kind == "undo" else "judgement", moment in reversed_acts, moment,
            )
        )  # fmt: skip
    return sorted(found, key=lambda c: c.moment, reverse=True)


def _what(review: Review) -> str:
    if review.act == "undo":
        return f"act {review.value}"
    parts = [review.target if not review.target.startswith("inc-") else ""]
    parts += [review.field or "", f"= {_value_words(review.value)}" if review.value else ""]
    return " ".join(p for p in parts if p)


def differences(before: Entry | None, after: Entry | None) -> list[tuple[str, str, str]]:
    """Fields whose values differ between two states: name, before, after."""
    left, right = _flat(before), _flat(after)
    return [
        (name, left.get(name, ""), right.get(name, ""))
        for name in dict.fromkeys([*left, *right])
        if left.get(name, "") != right.get(name, "")
    ]


def _value_words(value: str) -> str:
    """A corrected value as a person would write it, not as it is stored."""
    told = orjson.loads(value)
    if isinstance(told, dict) and {"low", "best", "high"} <= told.keys():
        return say_bounds(told["low"], told["best"], told["high"])
    if isinstance(told, dict):
        return ", ".join(str(v) for k, v in told.items() if v is not None and k != "precision")
    return "not known" if told is None else str(told)


def side_by_side(one: Entry, other: Entry) -> list[tuple[str, str, str, bool]]:
    """All fields of two incidents: name, the one, the other, and whether they differ."""
    left, right = _flat(one), _flat(other)
    for flat, entry in ((left, one), (right, other)):
        flat["reports"] = str(len(entry.documents))
        flat["independent sources"] = str(entry.independent_sources)
        flat["on the word of"] = ", ".join(entry.roots)
    return [
        (name, left.get(name, ""), right.get(name, ""), left.get(name) != right.get(name))
        for name in dict.fromkeys([*left, *right])
    ]


def _flat(entry: Entry | None) -> dict[str, str]:
    if entry is None:
        return {}
    flat: dict[str, Any] = {
        "title": entry.title, "first day": entry.date_start, "last day": entry.date_end,
        "place": entry.place.name if entry.place else None, "event": entry.sub_event_type,
        "side A": entry.side_a.name if entry.side_a else None,
        "side B": entry.side_b.name if entry.side_b else None, "grade": entry.grade,
    }  # fmt: skip
    for outcome, all_of in (("killed", entry.killed), ("injured", entry.injured)):
        for key, figure in all_of.items():
            if figure is not None:
                flat[f"{LABELS.get(key, key)} {outcome}"] = bounds(figure)
    return {k: str(v) for k, v in flat.items() if v is not None}


def bounds(figure: Figure) -> str:
    """A figure in one line: best, with what is below and above it."""
    return say_bounds(figure.low, figure.best, figure.high)


def say_bounds(low: int | None, best: int | None, high: int | None, said: bool = True) -> str:
    """Low, best and high in a cell; empty where nothing is said, ? where it is not known.

    A best that is itself the only bound is not said twice: "29 or more", "up to 50".
    """
    if not said:
        return ""
    if low is None and best is None and high is None:
        return "?"
    if high is None and best in (None, low):
        return f"{low:,} or more"
    if low is None and best in (None, high):
        return f"up to {high:,}"
    if best is None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    if low == best == high:
        return f"{best:,}"
    return f"{best:,} ({'?' if low is None else f'{low:,}'}–{'…' if high is None else f'{high:,}'})"
