"""Charts as SVG, made on the server: no script, and nothing but numbers and escaped words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from markupsafe import Markup, escape

from bearwitness.model.register import Figure, Step

_BAR_WIDTH, _BAR_HEIGHT = 220, 26
_STEP_WIDTH, _STEP_HEIGHT = 720, 260
_TICK = 84  # width of a day's words
_LINE_CLASSES = 8  # of colours and dashes for sources


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


def step_chart(steps: Sequence[Step]) -> Markup:
    """What each source said, from the day it said so until it said otherwise."""
    dated = [s for s in steps if s.day and (s.low is not None or s.high is not None)]
    if len(dated) < 2:
        return Markup("")
    days = sorted({s.day for s in dated if s.day})
    first, last = days[0], days[-1]
    span = max(1, (last - first).days)
    most = max(max(s.low or 0, s.high or 0) for s in dated) or 1
    left, right, top, bottom = 52, _STEP_WIDTH - 12, 12, _STEP_HEIGHT - 34

    def x(day: date) -> float:
        return round(left + (day - first).days / (span + 1) * (right - left) + 6, 1)

    def y(value: int) -> float:
        return round(bottom - value / most * (bottom - top), 1)

    parts = [_frame(left, right, top, bottom, most, y)]
    shown: list[date] = []
    for day in days:  # a tick wherever the words of the last one leave room
        if not shown or x(day) - x(shown[-1]) >= _TICK:
            shown.append(day)
    parts += [
        f'<text class="tick" x="{x(d)}" y="{bottom + 18}" text-anchor="{_anchor(x(d))}">{d}</text>'
        for d in shown
    ]
    sources = list(dict.fromkeys(s.source for s in dated))
    for number, source in enumerate(sources):
        own = sorted((s for s in dated if s.source == source), key=lambda s: s.day or first)
        parts.append(_source_steps(own, number % _LINE_CLASSES, x, y, right))
    legend = "".join(
        f'<li><span class="key s{n % _LINE_CLASSES}" aria-hidden="true">{_mark(n)}</span> '
        f"{escape(source)}</li>"
        for n, source in enumerate(sources)
    )
    svg = (
        f'<svg class="steps" role="img" aria-label="People killed, by source and day; '
        f'the table below says the same" viewBox="0 0 {_STEP_WIDTH} {_STEP_HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )
    return Markup(f'{svg}<ul class="legend">{legend}</ul>')


def _anchor(at: float) -> str:
    return "end" if at > _STEP_WIDTH - _TICK else "start"


def _mark(number: int) -> str:
    return "●■▲◆○□△◇"[number % _LINE_CLASSES]


def _frame(left: int, right: int, top: int, bottom: int, most: int, y: Any) -> str:
    lines = []
    for share in (0, 1, 2, 3, 4):
        value = most * share // 4
        lines.append(
            f'<line class="grid" x1="{left}" y1="{y(value)}" x2="{right}" y2="{y(value)}"/>'
        )
        lines.append(
            f'<text class="tick" x="{left - 6}" y="{y(value) + 4}" text-anchor="end">{value}</text>'
        )
    lines.append(f'<line class="axis" x1="{left}" y1="{top}" x2="{left}" y2="{bottom}"/>')
    return "".join(lines)


def _source_steps(own: Sequence[Step], number: int, x: Any, y: Any, right: int) -> str:
    parts: list[str] = []
    path = ""
    for at, step in enumerate(own):
        low = step.low if step.low is not None else step.high or 0
        high = step.high if step.high is not None else low
        here = x(step.day)
        there = x(own[at + 1].day) if at + 1 < len(own) else right
        path += f"{'M' if at == 0 else 'L'}{here} {y(low)} L{there} {y(low)} "
        if high > low:
            parts.append(
                f'<line class="range" x1="{here}" y1="{y(low)}" x2="{here}" y2="{y(high)}"/>'
            )
        parts.append(
            f'<text class="mark" x="{here}" y="{y(low) + 4}" text-anchor="middle">'
            f"<title>{escape(step.source)}, {step.day}: {_say(step.low)} to "
            f"{_say(step.high, 'open')}</title>{_mark(number)}</text>"
        )
    return f'<g class="s{number}"><path class="step" d="{path}"/>{"".join(parts)}</g>'


def timeline(rows: Sequence[Any], link: Any) -> Markup:
    """Incidents a month as bars, each a link to the month's incidents.

    Args:
        rows: with month ("2014-11"), n and killed, in order.
        link: month to address.
    """
    if not rows:
        return Markup("")
    most = max(r["n"] for r in rows)
    width, height = 960, 92
    step = min(40.0, (width - 8) / len(rows))
    bars = []
    for at, row in enumerate(rows):
        tall = max(2.0, row["n"] / most * 62)
        killed = "" if row["killed"] is None else f", {row['killed']} killed by the best figures"
        label = f"{row['month']}: {row['n']} incident{'s' if row['n'] != 1 else ''}{killed}"
        bars.append(
            f'<a href="{escape(link(row["month"]))}" aria-label="{label}">'
            f'<rect class="bar" x="{4 + at * step:.1f}" y="{66 - tall:.1f}" '
            f'width="{max(1.0, step - 1):.1f}" height="{tall:.1f}">'
            f"<title>{label}</title></rect></a>"
        )
    ticks: dict[str, float] = {}
    for at in dict.fromkeys((0, len(rows) // 2, len(rows) - 1)):
        place = min(4 + at * step, width - 60)
        if not ticks or place - max(ticks.values()) >= 60:
            ticks[rows[at]["month"]] = place
    words = "".join(
        f'<text class="tick" x="{at:.1f}" y="84">{month}</text>' for month, at in ticks.items()
    )
    return Markup(
        f'<svg class="timeline" role="group" aria-label="Incidents a month" '
        f'viewBox="0 0 {width} {height}">{"".join(bars)}{words}</svg>'
    )
