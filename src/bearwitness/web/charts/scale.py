"""Where a value or a day stands on a chart, and what is written beside the axes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 3, 6)
_YEAR_STEPS = (1, 2, 5, 10, 25, 50)


@dataclass(frozen=True, slots=True)
class Days:
    """Days from left to right.

    Attributes:
        first, last: the days at both ends.
        left, right: where these stand, in the chart's units.
    """

    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        """Where a day begins; what lies outside stands at the edge."""
        span = max(1, (self.last - self.first).days)
        at = self.left + (day - self.first).days / span * (self.right - self.left)
        return round(min(max(at, self.left), self.right), 1)

    def ticks(self, most: int = 7) -> list[tuple[float, str]]:
        """Places and words of at most some round days, months or years."""
        days = (self.last - self.first).days
        for step in _DAY_STEPS:
            if days // step < most:
                count = days // step + 1
                found = [self.first + timedelta(n * step) for n in range(count)]
                return [(self.x(day), day.isoformat()) for day in found]
        for step in _MONTH_STEPS:
            months = [d for d in self._months() if (d.month - 1) % step == 0]
            if len(months) <= most:
                return [(self.x(day), day.isoformat()[:7]) for day in months]
        for step in _YEAR_STEPS:
            years = [d for d in self._months() if d.month == 1 and d.year % step == 0]
            if len(years) <= most:
                return [(self.x(day), str(day.year)) for day in years]
        return [(self.left, str(self.first.year)), (self.right, str(self.last.year))]

    def _months(self) -> Iterator[date]:
        for number in range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + 12):
            day = date(number // 12, number % 12 + 1, 1)
            if self.first <= day <= self.last:
                yield day


def round_ticks(most: int, count: int = 5) -> list[int]:
    """Round values from 0 to at least `most`: steps of 1, 2 or 5 and noughts."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * count >= most:
                top = -(-most // (step * factor))
                return [n * step * factor for n in range(max(1, top) + 1)]
        step *= 10


def day_axis(days: Days, bottom: float, top: float) -> str:
    """Faint lines at round days, with their words below."""
    parts = []
    for x, words in days.ticks():
        anchor = "end" if x > days.right - 60 else "start" if x < days.left + 30 else "middle"
        parts.append(
            f'<line class="grid" x1="{x}" y1="{top}" x2="{x}" y2="{bottom + 4}"/>'
            f'<text class="tick" x="{x}" y="{bottom + 18}" text-anchor="{anchor}">{words}</text>'
        )
    return "".join(parts)


def value_axis(ticks: list[int], left: float, right: float, y: dict[int, float]) -> str:
    """Faint lines at round values, with their numbers at the left."""
    return "".join(
        f'<line class="grid" x1="{left}" y1="{y[value]}" x2="{right}" y2="{y[value]}"/>'
        f'<text class="tick" x="{left - 6}" y="{y[value] + 4}" text-anchor="end">{value:,}</text>'
        for value in ticks
    )


def titled(words: str, inside: str, css: str) -> str:
    """Shapes whose words show where a pointer rests."""
    return f'<g class="{css}"><title>{escape(words)}</title>{inside}</g>'


def drawing(kind: str, label: str, width: float, height: float, inside: str) -> Markup:
    """The whole picture, with the words that stand for it where it is not seen."""
    role = "group" if "<a " in inside else "img"  # an image would hide its links
    return Markup(
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(label)}">'
        f'<svg class="chart {kind}" role="{role}" aria-label="{escape(label)}" '
        f'viewBox="0 0 {width:g} {height:g}">{inside}</svg></div>'
    )
