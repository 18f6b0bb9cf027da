"""`toll`: running counts by source and definition, beside what the register itself sums to."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bearwitness.cli.console import moment, output, plural, say
from bearwitness.model.register import Register, Toll, TollPoint
from bearwitness.publish.wording import bounds_in_words
from bearwitness.register.tolls_beside import beside, breaks

_BAR = 40  # columns of the longest bar
_OUTCOMES = ("killed", "injured", "casualties", "missing", "detained", "displaced")


def toll(
    folder: Path, source: str | None, as_of: str | None, store: str | None, plot: Path | None = None
) -> None:
    """Print the tolls, all or those of one source; draw them where a file is given."""
    from bearwitness.cli.toll_plot import drawn
    from bearwitness.pipeline import rebuild
    from bearwitness.store import Store

    then = moment(as_of)
    with Store.open(store or folder, create=False) as opened:
        register = rebuild(opened, then).register
    print_tolls(output(), register, source)
    if plot is not None:
        plot.write_text(drawn(wanted_tolls(register, source), register), encoding="utf-8")
        say(f"drawn in {plot}")


def wanted_tolls(register: Register, source: str | None = None) -> list[Toll]:
    """Tolls of a source (all where None): the killed first, then by source and definition."""
    found = (
        t for t in register.tolls if source is None or source.casefold() in t.source.casefold()
    )
    return sorted(found, key=lambda t: (_rank(t), t.source, t.definition, t.toll_id))


def _rank(one: Toll) -> int:
    return _OUTCOMES.index(one.outcome) if one.outcome in _OUTCOMES else len(_OUTCOMES)


def print_tolls(console: Console, register: Register, source: str | None = None) -> None:
    """Each series by itself, one line a change."""
    wanted = wanted_tolls(register, source)
    console.print(Text("1 toll series" if len(wanted) == 1 else f"{len(wanted):,} toll series"))
    broken = breaks(register.tolls)
    names = {t.toll_id: t.definition + window_in_words(t, " ({})") for t in register.tolls}
    for one in wanted:
        _print_toll(console, one, register, [names[k] for k in broken.get(one.toll_id, ())])


def _print_toll(console: Console, one: Toll, register: Register, others: list[str]) -> None:
    console.print(Text(f"\n{one.source}: {one.definition}", style="bold"))
    told = window_in_words(one, "{}") or "window not told"
    console.print(Text(f"  {one.scope}, {told}  {one.toll_id}", style="dim"))
    table = Table(box=None, padding=(0, 2), show_header=False)
    most = max((p.high or p.low or 0 for p in one.points), default=0)
    for first, last, reports in changes(one.points):
        days = _day(first) if _day(first) == _day(last) else f"{_day(first)} – {_day(last)}"
        again = f"{reports} reports" if reports > 1 else ""
        table.add_row(days, count_in_words(first), _bar(first, most), again)
    console.print(table)
    for other in others:
        console.print(
            Text(f"  break of definition: this source also counts {other}; not joined", "yellow"),
            soft_wrap=True,
        )
    last_day = max((p.day for p in one.points if p.day), default=None)
    own = beside(one, register.entries, last_day)
    if own is not None:
        gap = f", {own.without_figure} of them without a figure" if own.without_figure else ""
        console.print(
            f"  beside it, the register holds {plural(own.incidents, 'incident')} of this window: "
            f"{own.best:,} {one.outcome} (low {own.low:,}){gap}",
            soft_wrap=True,
        )


def window_in_words(one: Toll, pattern: str) -> str:
    """First and last day counted, put into a pattern; empty where the text tells neither."""
    if one.window_start is None and one.window_end is None:
        return ""
    return pattern.format(f"{one.window_start or '?'} – {one.window_end or '?'}")


def changes(points: Iterable[TollPoint]) -> list[tuple[TollPoint, TollPoint, int]]:
    """Runs of equal counts: the first and the last point of each, and how many there are."""
    runs = [list(run) for _, run in groupby(points, key=lambda p: (p.low, p.high))]
    return [(run[0], run[-1], len(run)) for run in runs]


def count_in_words(point: TollPoint) -> str:
    """A count with its bounds and thousands apart: "195,000 or more"."""
    if point.low is None and point.high is None:
        return "?"
    return bounds_in_words(point.low, point.high)


def _day(point: TollPoint) -> str:
    return point.day.isoformat() if point.day else "?"


def _bar(point: TollPoint, most: int) -> Text:
    value = point.high or point.low or 0
    return Text("█" * max(1, round(value * _BAR / most)) if most else "")
