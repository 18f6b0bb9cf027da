"""Who was said to hold a place: a lane for each source and holder, a bar for each saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup, escape

from bearwitness.web.charts.scale import Days, day_axis, drawing, titled
from bearwitness.web.charts.steps import LINE_CLASSES

_WIDTH, _LABEL, _LANE, _TOP = 860, 290, 34, 10
_RIGHT = _WIDTH - 12
_LONGEST = 40  # letters of a lane's words


@dataclass(frozen=True, slots=True)
class Holding:
    """One saying that somebody holds, takes, loses or contests a place.

    Attributes:
        source: on whose word.
        holder: who holds it, or whose loss or contest it is.
        state: taken, lost, held, contested or besieged.
        start, end: days said; of a saying that tells none, the day of its report twice.
        dated: the days are said, not lent by the report.
        words: what to tell where a pointer rests on it.
        denied: it is denied rather than said.
        contradicted: another saying cannot be right beside it.
        link: where its sentence stands.
    """

    source: str
    holder: str
    state: str
    start: date
    end: date
    dated: bool
    words: str
    denied: bool = False
    contradicted: bool = False
    link: str = ""


def holding_chart(found: Sequence[Holding], label: str) -> Markup:
    """The timeline of one place; empty where nothing is dated.

    Solid bars are days that are said, faint ones run on from a capture until the same source says
    otherwise; hatched is contested, cross-hatched besieged; ◇ is said without days, and stands on
    the day of its report; ! marks what another source contradicts.
    """
    if not found:
        return Markup("")
    holders = list(dict.fromkeys(h.holder for h in found))
    lanes = list(dict.fromkeys((h.source, h.holder) for h in found))
    lanes.sort(key=lambda lane: holders.index(lane[1]))
    first, last = min(h.start for h in found), max(h.end for h in found)
    room = max(2, (last - first).days // 12)
    days = Days(first - timedelta(room // 2), last + timedelta(room), _LABEL, _RIGHT)
    bottom = _TOP + _LANE * len(lanes)
    parts = [day_axis(days, bottom, _TOP)]
    for number, (source, holder) in enumerate(lanes):
        top = _TOP + number * _LANE
        own = [h for h in found if (h.source, h.holder) == (source, holder)]
        others = [h for h in found if h.source == source]
        bars = "".join(_bar(h, others, days, top) for h in sorted(own, key=lambda h: h.start))
        colour = holders.index(holder) % LINE_CLASSES
        parts.append(_lane_words(source, holder, top) + f'<g class="s{colour}">{bars}</g>')
    label = f"{label}; the table says the same"
    return drawing("holding", label, _WIDTH, bottom + 28, "".join(parts))


def _lane_words(source: str, holder: str, top: float) -> str:
    rule = f'<line class="grid" x1="0" y1="{top}" x2="{_RIGHT}" y2="{top}"/>'
    return (
        f'{rule}<text class="holder" x="0" y="{top + 15}">{escape(_short(holder))}</text>'
        f'<text class="tick" x="0" y="{top + 29}">said by {escape(_short(source))}</text>'
    )


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _bar(holding: Holding, of_source: Sequence[Holding], days: Days, top: float) -> str:
    here = days.x(holding.start)
    there = max(here + 6, days.x(holding.end + timedelta(1)))
    middle = top + _LANE / 2
    if holding.state == "lost" or holding.denied:
        shape = f'<path class="cross" d="M{here - 5} {middle - 5} l10 10 m0 -10 l-10 10"/>'
    elif not holding.dated:
        shape = f'<path class="lent" d="M{here} {middle - 7} l7 7 l-7 7 l-7 -7 z"/>'
    else:
        shape = _carried(holding, of_source, days, there, top)
        shape += _rect(_css(holding.state), here, there, top)
    if holding.contradicted:
        shape += f'<text class="against" x="{here - 4}" y="{top + 14}" text-anchor="end">!</text>'
    drawn = titled(holding.words, shape, f"saying {holding.state}")
    if not holding.link:
        return drawn
    return f'<a href="{escape(holding.link)}" aria-label="{escape(holding.words)}">{drawn}</a>'


def _css(state: str) -> str:
    return {"contested": "hatched", "besieged": "crossed"}.get(state, "solid")


def _rect(css: str, here: float, there: float, top: float) -> str:
    place = f'x="{here}" y="{top + 8}" width="{round(there - here, 1)}" height="{_LANE - 16}"'
    ground = f'<rect class="ground" {place} rx="2"/>' if css != "solid" else ""
    fill = {"hatched": "url(#hatched)", "crossed": "url(#crossed)"}.get(css, "currentColor")
    return f'{ground}<rect class="{css}" fill="{fill}" {place} rx="2"/>'


def _carried(
    holding: Holding, of_source: Sequence[Holding], days: Days, there: float, top: float
) -> str:
    """What follows from a capture while its source says nothing else."""
    if holding.state != "taken":
        return ""
    later = [h.start for h in of_source if h.start > holding.end]
    until = days.x(min(later)) if later else days.right
    return _rect("carried", there, until, top) if until > there else ""
