"""What an incident's reports also record: statements, meetings, control, arms transfers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from rich.console import Console
from rich.text import Text

from bearwitness.model.claim import Claim, Control, Meeting, Statement, Transfer, When
from bearwitness.model.document import Document
from bearwitness.model.register import Entry
from bearwitness.publish.edition import Edition
from bearwitness.register.records import meetings, statements

_LONGEST = 110
_TITLES = {
    "statement": "statements",
    "meeting": "meetings and talks",
    "control": "control of places",
    "transfer": "arms transfers",
}


def print_recorded(
    console: Console, entry: Entry, edition: Edition, documents: Mapping[str, Document]
) -> None:
    """One line a record, by kind; nothing where nothing is recorded."""
    own = [
        c for c in edition.claims()
        if c.document_id in documents and c.kind in _TITLES and not edition.withholds(c)
    ]  # fmt: skip
    if not own:
        return
    lines: dict[str, list[str]] = {kind: [] for kind in _TITLES}
    for record in statements(own, edition.lineages):
        variants = f"  ({len(record.claims)} versions)" if len(record.claims) > 1 else ""
        lines["statement"].append(_line(record.claims[0]) + variants)
    for record in meetings(own, edition.lineages):
        lines["meeting"].append(_line(record.claims[0], " → ".join(record.course)))
    for kind in ("control", "transfer"):
        lines[kind] = _distinct(c for c in own if c.kind == kind)
    console.print("\nAlso recorded", style="bold")
    for kind, told in lines.items():
        if told:
            console.print(Text(f"  {_TITLES[kind]}", style="dim"))
        for line in told:
            console.print(Text(f"    {line}"), soft_wrap=not console.is_terminal)


def _distinct(claims: Iterable[Claim]) -> list[str]:
    ordered = sorted(claims, key=lambda c: (c.when.start is None, str(c.when.start), c.claim_id))
    return list(dict.fromkeys(_line(c) for c in ordered))


def _line(claim: Claim, course: str | None = None) -> str:
    return _WORDS[claim.kind](claim, course)


def in_words(claim: Claim) -> str:
    """One claim of any kind in a line; a figure by its bounds and what it counts."""
    count = claim.casualty
    if count is None:
        return _WORDS[claim.kind](claim, None) if claim.kind in _WORDS else claim.span.quote
    low, high = count.low, count.high
    bounds = f"{low:,}" if low is not None and low == high else (
        f"{low:,} or more" if low is not None and high is None else
        f"up to {high:,}" if low is None and high is not None else f"{low}–{high}"
    )  # fmt: skip
    who: list[str] = [] if count.status == "any" else [count.status]
    who += [*count.attributes, *([] if count.scope == "incident" else [count.scope])]
    says = f", says {claim.attribution[0].name}" if claim.attribution else ""
    return f"{bounds} {count.outcome}" + (f" ({', '.join(who)})" if who else "") + says


def _statement(claim: Claim, _course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Statement):
        return ""
    who = detail.speaker + (f", {detail.office}" if detail.office else "")
    to = f" to {detail.addressee}" if detail.addressee else ""
    through = f" [{detail.channel}]" if detail.channel else ""
    words = " ".join(claim.span.quote.split())
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    # a denial printed without its "denied" says the opposite
    denies = " denied" if claim.hedge == "denied" else ""
    return f"{who}{to}{denies}{through}: {words}"


def _meeting(claim: Claim, course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Meeting):
        return ""
    who = " with ".join(detail.participants) or detail.series or "talks"
    parts = [
        who, _day(claim.when), claim.where.name if claim.where else "",
        f"host {detail.host}" if detail.host else "",
        f"through {detail.mediator}" if detail.mediator else "",
        detail.outcome or "", course or detail.status,
    ]  # fmt: skip
    return ", ".join(p for p in parts if p)


def control_line(claim: Claim) -> str:
    """Who took, lost or holds a place, and since when."""
    detail = claim.detail
    if not isinstance(detail, Control):
        return ""
    where = claim.where.name if claim.where else "?"
    by = f" by {claim.by.name}" if claim.by else ""
    if claim.against:
        by += f"{' from' if claim.by else ' by'} {claim.against.name}"
    day = _day(claim.when)
    return f"{where}: {detail.state}{by}" + (f", {day}" if day else "")


def _transfer(claim: Claim, _course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Transfer):
        return ""
    ends = f"{detail.origin or '?'} → {detail.recipient or '?'}"
    says = f", says {claim.attribution[0].name}" if claim.attribution else ""
    day = _day(claim.when)
    return f"{detail.item}, {ends}: {detail.status}" + (f", {day}" if day else "") + says


def _day(when: When) -> str:
    if when.start is None:
        return ""
    if when.end is None or when.end == when.start:
        return when.start.isoformat()
    return f"{when.start} to {when.end}"


_WORDS: dict[str, Callable[[Claim, str | None], str]] = {
    "statement": _statement,
    "meeting": _meeting,
    "control": lambda claim, _course: control_line(claim),
    "transfer": _transfer,
}
