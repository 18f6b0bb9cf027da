"""Counts over time: what each source said, from the day it said so until it said otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from bearwitness.web.charts.scale import (
    Days,
    day_axis,
    drawing,
    round_ticks,
    titled,
    value_axis,
)

_WIDTH, _HEIGHT = 860, 280
_LEFT, _TOP = 76, 14
_RIGHT, _BOTTOM = _WIDTH - 14, _HEIGHT - 34
LINE_CLASSES = 8  # of colours and dashes
MARKS = "●■▲◆○□△◇"
_BESIDE = 11  # from one mark to the next where several stand on one spot


@dataclass(frozen=True, slots=True)
class Point:
    """One count.

    Attributes:
        day: the day it was said; for a closed window, the first day counted.
        low, high: None = open.
        words: what to tell where a pointer rests on it.
        until: for a closed window, the last day counted.
        breaks: it counts something else than the point before: no line leads to it.
    """

    day: date
    low: int | None
    high: int | None
    words: str
    until: date | None = None
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """All counts of one source, oldest first."""

    name: str
    points: tuple[Point, ...]


class _Plane:
    """The room of one chart, shared by its lines."""

    def __init__(self, lines: Sequence[Line], beyond: int) -> None:
        points = [p for line in lines for p in line.points]
        first, last = min(p.day for p in points), max(p.until or p.day for p in points)
        room = max(beyond, (last - first).days // 12)
        self.days = Days(first, last + timedelta(room), _LEFT + 8, _RIGHT)
        self.ticks = round_ticks(max(max(p.low or 0, p.high or 0) for p in points))
        self._taken: dict[tuple[float, float], int] = {}

    def y(self, value: int) -> float:
        return round(_BOTTOM - value / self.ticks[-1] * (_BOTTOM - _TOP), 1)

    def beside(self, x: float, y: float) -> float:
        """The nearest free place to the right of a spot, so that no mark hides another."""
        spot = (round(x / 4), round(y / 6))
        self._taken[spot] = self._taken.get(spot, 0) + 1
        return round(x + (self._taken[spot] - 1) * _BESIDE, 1)

    def axes(self) -> str:
        heights = {value: self.y(value) for value in self.ticks}
        frame = f'<line class="axis" x1="{_LEFT}" y1="{_TOP}" x2="{_LEFT}" y2="{_BOTTOM}"/>'
        days = day_axis(self.days, _BOTTOM, _TOP)
        return days + value_axis(self.ticks, _LEFT, _RIGHT, heights) + frame


def step_chart(lines: Sequence[Line], label: str) -> Markup:
    """Steps, one line a source; empty where fewer than two counts are dated.

    A mark with an arrow is an open bound, a shaded band lies between a low and a high, and a
    dashed upright with ≠ tells that the source counts something else from there on.
    """
    told = [line for line in lines if line.points]
    if sum(len(line.points) for line in told) < 2:
        return Markup("")
    plane = _Plane(told, 1)
    parts = [plane.axes()]
    parts += [_steps(line, number, plane) for number, line in enumerate(told)]
    svg = drawing("steps", f"{label}; the table says the same", _WIDTH, _HEIGHT, "".join(parts))
    return svg + legend([line.name for line in told])


def legend(names: Sequence[str]) -> Markup:
    """Which mark and colour is whose."""
    rows = "".join(
        f'<li><span class="key s{n % LINE_CLASSES}" aria-hidden="true">{mark_of(n)}</span> '
        f"{escape(name)}</li>"
        for n, name in enumerate(names)
    )
    return Markup(f'<ul class="legend">{rows}</ul>')


def mark_of(number: int) -> str:
    """The mark of a source, by its number."""
    return MARKS[number % LINE_CLASSES]


def _steps(line: Line, number: int, plane: _Plane) -> str:
    path, bands, marks = "", "", ""
    for at, point in enumerate(line.points):
        after = line.points[at + 1] if at + 1 < len(line.points) else None
        here = plane.days.x(point.day)
        ends = after is None or after.breaks
        there = plane.days.x(after.day) if after else _RIGHT
        height = plane.y(_drawn(point))
        starts = at == 0 or point.breaks
        path += f"{'M' if starts else 'L'}{here} {height} L{there} {height} "
        if not ends and after is not None:
            path += f"L{there} {plane.y(_drawn(after))} "
        bands += _band(point, here, there, plane)
        marks += _mark(point, number, plane, here, height)
        if point.breaks:
            marks += _break(point, here)
    inside = f'{bands}<path class="step" d="{path.strip()}"/>{marks}'
    return f'<g class="s{number % LINE_CLASSES}">{inside}</g>'


def _drawn(point: Point) -> int:
    return point.low if point.low is not None else point.high or 0


def _band(point: Point, here: float, there: float, plane: _Plane) -> str:
    if point.low is None or point.high is None or point.high <= point.low:
        return ""
    top, bottom = plane.y(point.high), plane.y(point.low)
    width, height = max(3.0, round(there - here, 1)), round(bottom - top, 1)
    return f'<rect class="band" x="{here}" y="{top}" width="{width}" height="{height}"/>'


def _mark(point: Point, number: int, plane: _Plane, here: float, height: float) -> str:
    x = plane.beside(here, height)
    arrow = ""
    if point.high is None and point.low is not None:
        arrow = f'<path class="open" d="M{x} {height - 6} v-9 m-3 4 l3 -4 l3 4"/>'
    elif point.low is None and point.high is not None:
        arrow = f'<path class="open" d="M{x} {height + 6} v9 m-3 -4 l3 4 l3 -4"/>'
    glyph = (
        f'<text class="mark" x="{x}" y="{height + 4}" text-anchor="middle">{mark_of(number)}</text>'
    )
    return titled(point.words, arrow + glyph, "dot")


def _break(point: Point, here: float) -> str:
    words = f"{point.words}: another definition from here on"
    line = f'<line class="break" x1="{here}" y1="{_TOP}" x2="{here}" y2="{_BOTTOM}"/>'
    sign = f'<text class="sign" x="{here}" y="{_TOP + 2}" text-anchor="middle">≠</text>'
    return titled(words, line + sign, "breaking")


def window_chart(lines: Sequence[Line], label: str) -> Markup:
    """Counts of closed windows: a bar from the first day counted to the last, as high as the count.

    Empty where fewer than two windows are told.
    """
    told = [line for line in lines if line.points]
    if sum(len(line.points) for line in told) < 2:
        return Markup("")
    plane = _Plane(told, 0)
    parts = [plane.axes()]
    for number, line in enumerate(told):
        inside = "".join(_window(point, number, plane) for point in line.points)
        parts.append(f'<g class="s{number % LINE_CLASSES}">{inside}</g>')
    svg = drawing("steps", f"{label}; the table says the same", _WIDTH, _HEIGHT, "".join(parts))
    return svg + legend([line.name for line in told])


def _window(point: Point, number: int, plane: _Plane) -> str:
    here = plane.days.x(point.day)
    there = max(here + 4, plane.days.x((point.until or point.day) + timedelta(1)))
    height = plane.y(_drawn(point))
    bar = _band(point, here, there, plane)
    bar += f'<path class="span" d="M{here} {height + 5} V{height} H{there} V{height + 5}"/>'
    return bar + _mark(point, number, plane, round((here + there) / 2, 1), height)
