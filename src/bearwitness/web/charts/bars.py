"""Bars: a figure's interval, and incidents by month or year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from bearwitness.model.register import Figure
from bearwitness.web.finder import Month

_BAR_WIDTH, _BAR_HEIGHT = 220, 26
_WIDTH, _EDGE = 960, 44  # of the timeline, and of the numbers at its left
_WIDEST = 40.0  # bar of the timeline
_TICK = 64  # room for a month's words
_MOST_MONTHS = 150  # shown as months; more become years


def interval_bar(figure: Figure, most: int) -> Markup:
    """Low, best and high on a line; an open end fades into an arrow.

    Args:
        figure: what to draw.
        most: value at the right edge, shared by all bars of a page.
    """
    low, best, high = figure.low, figure.best, figure.high
    if low is None and best is None and high is None:
        return Markup('<span class="unknown">not known</span>')
    scale = (_BAR_WIDTH - 24) / max(1, most)

    def x(value: float) -> float:
        return round(8 + value * scale, 1)

    left = x(low if low is not None else 0)
    right = x(high) if high is not None else _BAR_WIDTH - 4
    parts = [f'<line class="axis" x1="8" y1="13" x2="{_BAR_WIDTH - 16}" y2="13"/>']
    kind = "bar" if high is not None else "bar open"
    width = max(2.0, round(right - left, 1))
    parts.append(f'<rect class="{kind}" x="{left}" y="8" width="{width}" height="10" rx="2"/>')
    if high is None:
        edge = _BAR_WIDTH - 4
        parts.append(f'<path class="arrow" d="M{edge - 7} 6 L{edge} 13 L{edge - 7} 20"/>')
    if best is not None:
        parts.append(f'<line class="best" x1="{x(best)}" y1="3" x2="{x(best)}" y2="23"/>')
    label = f"low {_say(low)}, best {_say(best)}, high {_say(high, 'open')}"
    return Markup(
        f'<svg class="interval" role="img" aria-label="{label}" width="{_BAR_WIDTH}" '
        f'height="{_BAR_HEIGHT}" viewBox="0 0 {_BAR_WIDTH} {_BAR_HEIGHT}">{"".join(parts)}</svg>'
    )


def _say(value: int | None, unknown: str = "not known") -> str:
    return unknown if value is None else str(value)


@dataclass(frozen=True, slots=True)
class Span:
    """A month or year of the register: its days, and what lies in it."""

    words: str
    since: date
    until: date
    incidents: int
    killed: int | None


def spans(months: Iterable[Month]) -> list[Span]:
    """Every month from the first to the last, those without incidents too; years where many."""
    told = {row.month: row for row in months}
    if not told:
        return []
    first, last = min(told), max(told)
    numbers = range(_month_number(first), _month_number(last) + 1)
    if len(numbers) <= _MOST_MONTHS:
        return [_month(f"{n // 12:04}-{n % 12 + 1:02}", told) for n in numbers]
    return [_year(year, told) for year in range(int(first[:4]), int(last[:4]) + 1)]


def _month_number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _month(month: str, told: Mapping[str, Month]) -> Span:
    year, number = int(month[:4]), int(month[5:7])
    last = monthrange(year, number)[1]
    row = told.get(month)
    days = date(year, number, 1), date(year, number, last)
    return Span(month, *days, row.incidents if row else 0, row.killed if row else None)


def _year(year: int, told: Mapping[str, Month]) -> Span:
    own = [row for month, row in told.items() if int(month[:4]) == year]
    killed = [row.killed for row in own if row.killed is not None]
    count = sum(row.incidents for row in own)
    days = date(year, 1, 1), date(year, 12, 31)
    return Span(f"{year:04}", *days, count, sum(killed) if killed else None)


def timeline(found: Sequence[Span], link: Callable[[Span], str]) -> Markup:
    """Incidents by month or year as bars, each a link to its incidents."""
    if not found:
        return Markup("")
    most = max(span.incidents for span in found)
    step = min(_WIDEST, (_WIDTH - _EDGE - 8) / len(found))
    bars: list[str] = []
    ticks: list[tuple[float, str]] = []
    for at, span in enumerate(found):
        left = _EDGE + at * step
        if span.incidents:
            bars.append(_month_bar(span, left, step, most, link(span)))
        if not ticks or (left - ticks[-1][0] >= _TICK and left <= _WIDTH - _TICK):
            ticks.append((left, span.words))
    words = "".join(f'<text class="tick" x="{x:.1f}" y="88">{w}</text>' for x, w in ticks)
    words += (
        f'<line class="grid" x1="{_EDGE}" y1="6" x2="{_WIDTH}" y2="6"/>'
        f'<text class="tick" x="{_EDGE - 6}" y="11" text-anchor="end">{most:,}</text>'
        f'<text class="tick" x="{_EDGE - 6}" y="72" text-anchor="end">0</text>'
        f'<line class="axis" x1="{_EDGE}" y1="70" x2="{_WIDTH}" y2="70"/>'
    )
    unit = "month" if len(found[0].words) > 4 else "year"
    return Markup(
        f'<svg class="timeline" role="group" aria-label="Incidents by {unit}" '
        f'viewBox="0 0 {_WIDTH} 94">{words}{"".join(bars)}</svg>'
    )


def _month_bar(span: Span, left: float, step: float, most: int, address: str) -> str:
    tall = max(2.0, span.incidents / most * 64)
    killed = "" if span.killed is None else f", {span.killed:,} killed by the best figures"
    noun = "incident" if span.incidents == 1 else "incidents"
    label = f"{span.words}: {span.incidents:,} {noun}{killed}"
    return (
        f'<a href="{escape(address)}" aria-label="{label}">'
        f'<rect class="bar" x="{left:.1f}" y="{70 - tall:.1f}" '
        f'width="{max(1.0, step - 1):.1f}" height="{tall:.1f}">'
        f"<title>{label}</title></rect></a>"
    )
