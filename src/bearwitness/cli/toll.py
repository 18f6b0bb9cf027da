"""`toll`: running counts by source, definition and window, with the register's own sums beside."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bearwitness.cli.console import moment, output, plural
from bearwitness.model.register import Register, Toll, TollPoint
from bearwitness.register.tolls_beside import beside, breaks

_BAR = 40  # columns of the longest bar


def toll(folder: Path, source: str | None, as_of: str | None, store: str | None) -> None:
    """Print and plot the tolls, all or those of one source."""
    from bearwitness.pipeline import rebuild
    from bearwitness.store import Store

    then = moment(as_of)
    with Store.open(store or folder, create=False) as opened:
        print_tolls(output(), rebuild(opened, then).register, source)


def print_tolls(console: Console, register: Register, source: str | None = None) -> None:
    """Each series with its points as bars; never two series on one scale of time as one."""
    wanted = [
        t for t in register.tolls if source is None or source.casefold() in t.source.casefold()
    ]
    console.print(Text(plural(len(wanted), "toll series").replace("seriess", "series")))
    broken = breaks(register.tolls)
    for one in sorted(wanted, key=lambda t: (t.source, t.definition, t.toll_id)):
        _print_toll(console, one, register, len(broken.get(one.toll_id, ())))


def _print_toll(console: Console, one: Toll, register: Register, others: int) -> None:
    start, end = one.window_start or "?", one.window_end or "?"
    window = f"{start} – {end}" if one.window_start or one.window_end else "window not told"
    console.print(Text(f"\n{one.source}: {one.definition}", style="bold"))
    console.print(Text(f"  {one.scope}, {window}  {one.toll_id}", style="dim"))
    table = Table(box=None, padding=(0, 2), show_header=False)
    most = max((p.high or p.low or 0 for p in one.points), default=0)
    for point in one.points:
        table.add_row(point.day.isoformat() if point.day else "?", _count(point), _bar(point, most))
    console.print(table)
    if others:
        told = "another series" if others == 1 else f"{others} other series"
        console.print(
            f"  break of definition: {told} of this source counts otherwise; not joined",
            style="yellow",
        )
    last = max((p.day for p in one.points if p.day), default=None)
    own = beside(one, register.entries, last)
    if own is not None:
        gap = f", {own.without_figure} of them without a figure" if own.without_figure else ""
        console.print(
            f"  beside it, the register holds {plural(own.incidents, 'incident')} of this window: "
            f"{own.best} {one.outcome} (low {own.low}){gap}"
        )


def _count(point: TollPoint) -> str:
    if point.low is None:
        return "?" if point.high is None else f"up to {point.high}"
    if point.high is None:
        return f"{point.low} or more"
    return str(point.low) if point.low == point.high else f"{point.low}–{point.high}"


def _bar(point: TollPoint, most: int) -> Text:
    value = point.high or point.low or 0
    return Text("█" * max(1, round(value * _BAR / most)) if most else "")
