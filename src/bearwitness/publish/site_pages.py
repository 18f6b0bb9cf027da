"""What the site's pages tell, ready for their templates."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from importlib import resources
from typing import Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.register import FIGURE_KEYS, Entry, Figure
from bearwitness.publish.changes import Told, bounds
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.profiles import QUOTATION
from bearwitness.text.countries import country_name

_KEYS = {
    "total": "in total",
    "civilian": "civilians",
    "combatant_a": "fighters of side A",
    "combatant_b": "fighters of side B",
    "combatant": "fighters of no stated side",
    "unknown": "of unknown status",
    "children": "children",
    "women": "women",
}


def register_rows(entries: Sequence[Entry], lookup: Lookup) -> list[dict[str, Any]]:
    """The register's table, by date."""
    rows = []
    for entry in sorted(entries, key=lambda e: (str(e.date_start or "9999"), e.incident_id)):
        place = entry.place
        total = entry.killed.get("total")
        country = place.country if place else None
        rows.append(
            {
                "id": entry.incident_id,
                "title": entry.title,
                "start": entry.date_start.isoformat() if entry.date_start else "",
                "days": days(entry),
                "place": where(entry),
                "country": country or "",
                "country_name": (country_name(country) if country else None) or "",
                "kind": entry.sub_event_type or entry.event_type or "",
                "sides": _sides(entry),
                "killed": _cell(total),
                "killed_best": (total.best if total else None) or 0,
                "injured": _cell(entry.injured.get("total")),
                "sources": entry.independent_sources,
                "reports": len(lookup.documents_of(entry)),
                "grade": entry.grade.replace("_", " "),
                "contradicted": bool(entry.contradictions),
            }
        )
    return rows


def days(entry: Entry) -> str:
    """The day or days."""
    if entry.date_start is None:
        return "not known"
    if entry.date_end is None or entry.date_end == entry.date_start:
        return entry.date_start.isoformat()
    return f"{entry.date_start} to {entry.date_end}"


def where(entry: Entry) -> str:
    """The place, from small to large."""
    place = entry.place
    if place is None:
        return "not known"
    country = country_name(place.country) if place.country else None
    return ", ".join(dict.fromkeys(name for name in (place.name, place.adm1, country) if name))


def _sides(entry: Entry) -> str:
    if entry.side_a is None and entry.side_b is None:
        return ""
    left = entry.side_a.name if entry.side_a else "?"
    return f"{left} → {entry.side_b.name if entry.side_b else '?'}"


def _cell(figure: Figure | None) -> str:
    return "" if figure is None else bounds(_told(figure))


def _told(figure: Figure) -> dict[str, int | None]:
    return {"low": figure.low, "best": figure.best, "high": figure.high}


def toll_rows(edition: Edition) -> list[dict[str, str]]:
    """Tolls over a window or a war, which are in no incident's figures."""
    rows = []
    for toll in edition.register.tolls:
        last = toll.points[-1] if toll.points else None
        window = f"{toll.window_start or '?'} – {toll.window_end or '?'}"
        count = (
            "?" if last is None else bounds({"low": last.low, "best": last.low, "high": last.high})
        )
        rows.append(
            {
                "source": toll.source,
                "definition": toll.definition,
                "window": window if toll.window_start or toll.window_end else toll.scope,
                "count": count,
            }
        )
    return rows


class IncidentPages:
    """What the page of each incident tells: figures, sources, quotations, contradictions."""

    def __init__(self, edition: Edition, lookup: Lookup, told: Sequence[Told]) -> None:
        """Look up once what all pages need."""
        self._edition, self._lookup = edition, lookup
        self._contradictions = {c.contradiction_id: c for c in edition.register.contradictions}
        self._dispatch = {
            document: dispatch.dispatch_id
            for dispatch in edition.lineages.dispatches
            for document in dispatch.documents
        }
        self._told: dict[str, list[Told]] = {}
        for change in told:
            self._told.setdefault(change.incident_id, []).append(change)

    def page(self, entry: Entry) -> dict[str, Any]:
        """One incident."""
        known = (self._contradictions.get(key) for key in entry.contradictions)
        return {
            "entry": entry,
            "days": days(entry),
            "where": where(entry),
            "figures": [
                _figure(outcome, key, found, self._edition, self._lookup)
                for outcome, figures in (("killed", entry.killed), ("injured", entry.injured))
                for key in (*FIGURE_KEYS, "combatant")
                if (found := figures.get(key)) is not None
            ],
            "sources": [self._source(d) for d in self._lookup.documents_of(entry)],
            "contradictions": [
                {
                    "kind": c.kind,
                    "between": c.between,
                    "sides": [bounded(side.quote, 0, len(side.quote))[1] for side in c.sides],
                }
                for c in known
                if c is not None
            ],
            "changes": self._told.get(entry.incident_id, ()),
        }

    def _source(self, document: Document) -> dict[str, Any]:
        url = document.url or ""
        return {
            "outlet": self._lookup.office(document),
            "title": document.title or "",
            "day": self._lookup.day(document),
            "url": url if re.match(r"https?://", url) else "",
            "dispatch": self._dispatch.get(document.document_id, ""),
            "withheld": document.document_id in self._edition.withheld,
        }


def _figure(
    outcome: str, key: str, figure: Figure, edition: Edition, lookup: Lookup
) -> dict[str, Any]:
    return {
        "name": f"{outcome}, {_KEYS.get(key, key)}",
        "count": bounds(_told(figure)),
        "rule": figure.rule,
        "used": [q for c in figure.used if (q := _quotation(c, edition, lookup))],
        "aside": [
            {**q, "why": s.why}
            for s in figure.set_aside
            if (q := _quotation(s.claim_id, edition, lookup))
        ],
    }


def _quotation(claim_id: str, edition: Edition, lookup: Lookup) -> dict[str, Any] | None:
    claim = lookup.claims.get(claim_id)
    if claim is None:
        return None
    document = lookup.documents.get(claim.document_id)
    held = edition.withholds(claim)
    before, words, after = ("", "[withheld]", "") if held else sentence_of(claim)
    speakers = [] if held else [s.name for s in claim.attribution]
    return {
        "claim": claim_id,
        "before": before,
        "words": words,
        "after": after,
        "outlet": lookup.office(document) if document else "unknown",
        "day": lookup.day(document) if document else "",
        "speakers": ", citing ".join(speakers),
    }


def sentence_of(claim: Claim) -> tuple[str, str, str]:
    """The sentence around a claim's words, at most `QUOTATION` characters of it."""
    text, start = claim.sentence.quote, claim.span.start - claim.sentence.start
    end = start + len(claim.span.quote)
    if not 0 <= start < end <= len(text):
        return "", claim.span.quote[:QUOTATION], ""
    return bounded(text, start, end)


def bounded(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before, within and after start:end, cut to `QUOTATION` characters in all."""
    end = min(end, start + QUOTATION)
    room = (QUOTATION - (end - start)) // 2
    left, right = max(0, start - room), min(len(text), end + room)
    before = ("… " if left else "") + text[left:start]
    after = text[end:right] + (" …" if right < len(text) else "")
    return _flat(before), _flat(text[start:end]), _flat(after)


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def codebook() -> Markup:
    """The codebook as HTML; its headings can be linked to."""
    text = (resources.files("bearwitness.publish") / "data" / "codebook.md").read_text("utf-8")
    renderer = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = renderer.parse(text)
    for token, inline in itertools.pairwise(tokens):
        if token.type == "heading_open":
            token.attrSet("id", re.sub(r"[^a-z0-9]+", "-", inline.content.lower()).strip("-"))
    return Markup(renderer.renderer.render(tokens, renderer.options, {}))
