"""Tolls as a drawing: one panel a series, so that no two definitions share a line or a scale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from bearwitness.cli.toll import count_in_words, window_in_words
from bearwitness.model.register import Register, Toll, TollPoint
from bearwitness.register.tolls_beside import beside, breaks

_WIDTH, _PANEL = 820, 204  # pixels
_LEFT, _RIGHT, _TOP, _FOOT = 90, 30, 56, 50
_DAY_MARGIN = 1  # days at both ends of the axis


def drawn(tolls: Sequence[Toll], register: Register) -> str:
    """The series as one SVG picture, in the order given.

    Args:
        tolls: the series to draw; points without a day are told in words only.
        register: gives each panel its break of definition and the register's own sum.
    """
    days = [p.day for t in tolls for p in t.points if p.day is not None]
    span = (min(days), max(days)) if days else None
    broken = breaks(register.tolls)
    height = _PANEL * max(1, len(tolls))
    panels = [
        _panel(toll, i * _PANEL, span, len(broken.get(toll.toll_id, ())), register)
        for i, toll in enumerate(tolls)
    ]
    if not tolls:
        panels = [_text(_LEFT, _TOP, "no tolls", "title")]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" '
        f'width="{_WIDTH}" height="{height}" role="img" aria-label="Running tolls, one panel each">'
        "<style>text{font:12px sans-serif;fill:#1b1b1b}.title{font-weight:bold;font-size:13px}"
        ".small{fill:#555}.break{fill:#8a4b00}.axis{stroke:#999}.line{stroke:#1f4e79;fill:none;"
        "stroke-width:2}.band{stroke:#1f4e79;stroke-width:6;opacity:.25}.dot{fill:#1f4e79}</style>"
        f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>' + "".join(panels) + "</svg>\n"
    )


def _panel(
    toll: Toll, top: int, span: tuple[date, date] | None, others: int, register: Register
) -> str:
    base = top + _PANEL - _FOOT
    dated = [p for p in toll.points if p.day is not None]
    most = max((p.high or p.low or 0 for p in toll.points), default=0)
    parts = [
        _text(_LEFT, top + 18, f"{toll.source}: {toll.definition}", "title"),
        _text(_LEFT, top + 34, _under(toll, dated, register), "small"),
        f'<line class="axis" x1="{_LEFT}" y1="{base}" x2="{_WIDTH - _RIGHT}" y2="{base}"/>',
        _text(_LEFT - 8, base + 4, "0", "small", anchor="end"),
        _text(_LEFT - 8, top + _TOP + 4, f"{most:,}", "small", anchor="end"),
    ]
    if others:
        told = "another series" if others == 1 else f"{others} other series"
        words = f"break of definition: {told} of this source; not joined"
        parts.append(_text(_WIDTH - _RIGHT, base + 28, words, "break", anchor="end"))
    if span is not None and dated and most:
        parts += _points(dated, top, base, span, most)
        parts.append(_text(_LEFT, base + 16, span[0].isoformat(), "small"))
        if span[1] != span[0]:
            end = _WIDTH - _RIGHT
            parts.append(_text(end, base + 16, span[1].isoformat(), "small", anchor="end"))
    return f"<g>{''.join(parts)}</g>"


def _under(toll: Toll, dated: Sequence[TollPoint], register: Register) -> str:
    window = window_in_words(toll, "{}") or "window not told"
    own = beside(toll, register.entries, max((p.day for p in dated if p.day), default=None))
    if own is None:
        return f"{toll.scope}, {window}"
    held = f"the register's own {toll.outcome} of this window: {own.best:,}"
    return f"{toll.scope}, {window}; {held}"


def _points(
    dated: Sequence[TollPoint], top: int, base: int, span: tuple[date, date], most: int
) -> list[str]:
    days = (span[1] - span[0]).days + 2 * _DAY_MARGIN
    wide, high = _WIDTH - _LEFT - _RIGHT, base - top - _TOP

    def across(day: date) -> float:
        return round(_LEFT + wide * ((day - span[0]).days + _DAY_MARGIN) / days, 1)

    def up(value: int) -> float:
        return round(base - high * value / most, 1)

    drawn: list[str] = []
    line: list[str] = []
    for point in dated:
        if point.day is None:
            continue
        x, value = across(point.day), point.low if point.low is not None else point.high or 0
        line.append(f"{x},{up(value)}")
        if point.high is not None and point.low is not None and point.high != point.low:
            drawn.append(
                f'<line class="band" x1="{x}" y1="{up(point.low)}" x2="{x}" y2="{up(point.high)}"/>'
            )
        told = escape(f"{point.day}: {count_in_words(point)}")
        drawn.append(
            f'<circle class="dot" cx="{x}" cy="{up(value)}" r="4"><title>{told}</title></circle>'
        )
    if len(line) > 1:
        drawn.insert(0, f'<polyline class="line" points="{" ".join(line)}"/>')
    return drawn


def _text(x: int, y: int, words: str, kind: str, *, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" class="{kind}" text-anchor="{anchor}">{escape(words)}</text>'
