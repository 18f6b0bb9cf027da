"""`control`: who held a place and when, on whose word, and what contradicts it."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bearwitness.adapters.gazetteer_names import folded_form, plain_form
from bearwitness.cli.console import moment, output, plural
from bearwitness.errors import UsageError
from bearwitness.model.claim import Claim, Control
from bearwitness.model.document import Document
from bearwitness.publish.edition import Edition


def control(folder: Path, place: str, as_of: str | None, store: str | None) -> None:
    """Print the timeline of a place.

    Raises:
        UsageError: nothing is told of the control of such a place.
    """
    from bearwitness.pipeline import rebuild
    from bearwitness.store import Store

    then = moment(as_of)
    with Store.open(store or folder, create=False) as opened:
        edition = rebuild(opened, then)
        held = [c for c in edition.claims() if isinstance(c.detail, Control)]
        told = [c for c in held if _is_at(c, place)]
        if not told:
            known = ", ".join(sorted({c.where.name for c in held if c.where})[:12]) or "none"
            raise UsageError(f"nothing is told of who holds {place!r}; places told of: {known}")
        names = {c.document_id for c in told}
        documents = {d.document_id: d for d in opened.view(then).load(names)}
        print_control(output(), told, edition, documents)


def _is_at(claim: Claim, place: str) -> bool:
    """By gazetteer id, or by its name or the one a report writes, however usually spelt."""
    where = claim.where
    if where is None:
        return False
    wanted = _folded(place)
    return place.strip() == str(where.place_id) or any(
        wanted == _folded(name) for name in (where.name, where.text or "") if name
    )


def _folded(name: str) -> str:
    return folded_form(plain_form(name))


def print_control(
    console: Console, told: list[Claim], edition: Edition, documents: dict[str, Document]
) -> None:
    """One row a claim, dated ones first; then contradictions."""
    first = told[0].where
    name = first.name if first else "?"
    table = Table(title=f"Control of {name}: {plural(len(told), 'claim')}", title_justify="left")
    for column in ("when", "state", "by", "lost by", "on whose word", "words"):
        table.add_column(column, overflow="fold")
    for claim in sorted(told, key=_by_time):
        when = claim.when
        span = "" if when.start is None else f"{when.start}"
        span += f" – {when.end}" if when.end and when.end != when.start else ""
        words = "(withheld)" if edition.withholds(claim) else " ".join(claim.span.quote.split())
        table.add_row(
            span or "?",
            claim.detail.state if isinstance(claim.detail, Control) else "",
            claim.by.name if claim.by else "",
            claim.against.name if claim.against else "",
            _word_of(claim, documents),
            Text(words),
        )
    console.print(table)
    ids = {c.claim_id for c in told}
    for one in edition.register.contradictions:
        if one.kind == "control" and any(s.claim_id in ids for s in one.sides):
            console.print(f"Contradicted, between {one.between}", style="bold")
            for side in one.sides:
                console.print(Text(f"  “{' '.join(side.quote.split())}”  {side.document_id}"))


def _by_time(claim: Claim) -> tuple[bool, str, str, int]:
    start = claim.when.start
    return (start is None, start.isoformat() if start else "", claim.document_id, claim.span.start)


def _word_of(claim: Claim, documents: dict[str, Document]) -> str:
    document = documents.get(claim.document_id)
    outlet = (document.publisher or document.source_id) if document else claim.document_id
    return " ← ".join([outlet, *(s.name for s in reversed(claim.attribution))])
