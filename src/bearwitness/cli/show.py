"""`show`: the register as a table, one incident with all it rests on, or what else is recorded."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table

from bearwitness.cli.console import moment, output, plural
from bearwitness.cli.recorded import RecordKind, print_records, print_what_is_recorded
from bearwitness.cli.show_incident import print_incident
from bearwitness.errors import UsageError
from bearwitness.model.register import Entry, Figure, Register


def show(
    folder: Path,
    incident: str | None,
    kind: RecordKind | None,
    as_of: str | None,
    store: str | None,
) -> None:
    """Print a register, one incident of it, or all it holds of another kind.

    Raises:
        UsageError: there is no such incident, or several; or an incident and a kind are asked for.
    """
    from bearwitness.pipeline import rebuild
    from bearwitness.store import Store

    if incident is not None and kind is not None:
        raise UsageError(
            f"give an incident or --kind, not both; `show DIR {incident}` prints every kind of its "
            "reports"
        )
    then = moment(as_of)
    with Store.open(store or folder, create=False) as opened:
        view = opened.view(then)
        edition = rebuild(opened, then)
        console = output()
        if kind is not None:
            documents = {d.document_id: d for d in view.documents()}
            print_records(console, edition, kind, documents)
        elif incident is None:
            print_register(console, edition.register)
            print_what_is_recorded(console, edition)
        else:
            print_incident(console, _find(edition.register, incident), edition, view)


def _find(register: Register, name: str) -> Entry:
    fitting = [e for e in register.entries if e.incident_id == name]
    fitting = fitting or [
        e
        for e in register.entries
        if e.incident_id.removeprefix("inc-").startswith(name.removeprefix("inc-"))
    ]
    if not fitting:
        raise UsageError(f"the register has no incident {name!r}")
    if len(fitting) > 1:
        ids = ", ".join(e.incident_id for e in fitting[:5])
        raise UsageError(f"{name!r} begins the ids of several incidents: {ids}")
    return fitting[0]


def print_register(console: Console, register: Register) -> None:
    """One row an incident, by date; then the tolls, which never enter an incident's figures."""
    standing = [e for e in register.entries if e.superseded_by is None]
    table = Table(title=plural(len(standing), "incident"), expand=True, title_justify="left")
    table.add_column("incident", no_wrap=True)
    table.add_column("date", width=10)
    for name in ("place", "what", "by → against"):
        table.add_column(name, overflow="fold", ratio=1)
    for name in ("killed", "injured", "sources"):
        table.add_column(name, no_wrap=True, justify="right")
    table.add_column("grade", no_wrap=True)
    for entry in sorted(standing, key=_by_date):
        table.add_row(
            entry.incident_id,
            days(entry),
            place(entry),
            entry.sub_event_type or entry.event_type or "",
            _sides(entry),
            bounds(entry.killed.get("total")),
            bounds(entry.injured.get("total")),
            _sources(entry),
            entry.grade + (" !" if entry.contradictions else ""),
        )
    console.print(table)
    console.print(
        "sources: independent / dispatches / reports.  ! contradicted.  ? not known.  "
        "Empty: nothing is said.",
        style="dim",
        markup=False,
    )
    _print_tolls(console, register)


def _by_date(entry: Entry) -> tuple[str, str]:
    return (entry.date_start.isoformat() if entry.date_start else "9999", entry.incident_id)


def _sources(entry: Entry) -> str:
    return f"{entry.independent_sources} / {len(entry.dispatches)} / {len(entry.documents)}"


def days(entry: Entry) -> str:
    """The day or days of an incident."""
    if entry.date_start is None:
        return "?"
    if entry.date_end is None or entry.date_end == entry.date_start:
        return entry.date_start.isoformat()
    return f"{entry.date_start} to {entry.date_end}"


def place(entry: Entry) -> str:
    """Where, from small to large."""
    where = entry.place
    if where is None:
        return "?"
    return ", ".join(part for part in (where.name, where.adm1, where.country) if part)


def _sides(entry: Entry) -> str:
    if entry.side_a is None and entry.side_b is None:
        return ""
    left = entry.side_a.name if entry.side_a else "?"
    right = entry.side_b.name if entry.side_b else "?"
    return f"{left} → {right}"


def bounds(figure: Figure | None) -> str:
    """A figure in one cell: best, with what is below and above it."""
    if figure is None:
        return ""
    low, best, high = figure.low, figure.best, figure.high
    if low is None and best is None and high is None:
        return "?"
    middle = "?" if best is None else str(best)
    if low == best == high:
        return middle
    return f"{middle} ({'?' if low is None else low}–{'…' if high is None else high})"


def _print_tolls(console: Console, register: Register) -> None:
    if not register.tolls:
        return
    table = Table(title="Tolls over longer windows, kept apart", expand=True, title_justify="left")
    for name in ("source", "what is counted", "window", "count"):
        table.add_column(name, overflow="fold")
    for toll in register.tolls:
        last = toll.points[-1] if toll.points else None
        count = "" if last is None else _span(last.low, last.high)
        start, end = toll.window_start or "?", toll.window_end or "?"
        window = f"{start} – {end}" if toll.window_start or toll.window_end else toll.scope
        table.add_row(toll.source, toll.definition, window, count)
    console.print(table)


def _span(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "?"
    if low == high:
        return str(low)
    if high is None:
        return f"at least {low}"
    return f"up to {high}" if low is None else f"{low}–{high}"
