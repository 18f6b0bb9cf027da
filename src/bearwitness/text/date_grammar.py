"""Date expressions of English reports: where they stand and what their words say.

A small grammar of our own: weekday names, calendar dates in the orders newsrooms use (upper-case
newswire too), relative days and periods, ranges, durations and words that point back within the
text ("the same day"). Nothing is resolved here; `dates.resolve` does that against an anchor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bearwitness.text.date_patterns import (
    COUNTED,
    FLOATING_DAYS,
    JOIN,
    MONTHS,
    NAMED_DAYS,
    NAMES_AFTER,
    NAMES_BEFORE,
    NEEDLES,
    NUMBERS,
    REACH,
    RESTATED,
    RULE_NEEDLE,
    RULES,
    WEEKDAYS,
    ZONE,
)

ExprKind = Literal[
    "calendar",  # day, month, year, whichever are given
    "numeric",  # 03/04/2014, whose order is open
    "weekday",
    "day",  # today, yesterday, last night
    "period",  # this or last week, month, year, a season
    "ago",  # two days ago, a week earlier
    "window",  # the past 24 hours
    "duration",  # for three years
    "anaphor",  # the same day, the next day
    "recurring",  # every Friday
    "range",  # from Tuesday to Thursday
]
Unit = Literal["hour", "day", "week", "month", "season", "year"]


@dataclass(frozen=True, slots=True)
class DateExpr:
    """One date expression and its parsed parts.

    Attributes:
        start, end, text: where it stands, and the words.
        kind: see `ExprKind`.
        year, month, day: of a calendar expression; None where not said.
        weekday: 0 (Monday) to 6.
        unit: of periods, windows, durations and "ago".
        amount: how many units; None where vague ("several").
        shift: -1 "last" or the day before, 0 "this" or the same, +1 "next".
        part: "early", "mid" or "late" of a month or year; "morning", "night" of a day.
        relation: "since", "until", "before", "after", "around" where such a word leads in.
        restated: the same moment in another zone, in brackets: it never moves an event.
        possessive: "Sunday's", which binds to the noun that follows.
        first, last: of a range.
    """

    start: int
    end: int
    text: str
    kind: ExprKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit = "day"
    amount: float | None = None
    shift: int = 0
    part: str | None = None
    relation: str | None = None
    restated: bool = False
    possessive: bool = False
    first: DateExpr | None = None
    last: DateExpr | None = None


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DateExpr]:
    """The date expressions of text[start:end], in order, none overlapping another.

    Args:
        text: the document's text; offsets refer to it.
        start: where to begin.
        end: where to stop; None for the end of the text.

    Returns:
        Expressions sorted by `start`.
    """
    stop = len(text) if end is None else end
    near: dict[str, list[tuple[int, int]]] = {
        name: _windows(needle, text, start, stop) for name, needle in NEEDLES.items()
    }
    found: list[DateExpr] = []
    for name, pattern in RULES:
        for a, b in near[RULE_NEEDLE[name]]:
            for m in pattern.finditer(text, a, b):
                expr = _build(name, m, text)
                if expr is not None:
                    found.append(expr)
    if not found:
        return []
    found.sort(key=lambda e: (e.start, -e.end, e.kind))
    apart = list(_named_days(_without_overlap(found), text))
    restated = _restatements(text, apart)
    marked = [
        replace(e, restated=True) if any(a <= e.start and e.end <= b for a, b in restated) else e
        for e in apart
    ]
    return list(_join_ranges(marked, text))


def _restatements(text: str, exprs: list[DateExpr]) -> list[tuple[int, int]]:
    """Bracketed restatements in another zone that hold one of the expressions."""
    out = []
    for expr in exprs:
        bracket = text.rfind("(", max(0, expr.start - 24), expr.start)
        m = RESTATED.match(text, bracket) if bracket >= 0 else None
        if m and ZONE.search(m.group()):
            out.append(m.span())
    return out


def _windows(needle: re.Pattern[str], text: str, start: int, stop: int) -> list[tuple[int, int]]:
    """Stretches around a needle's hits, cut between words and joined where they meet."""
    out: list[tuple[int, int]] = []
    for m in needle.finditer(text, start, stop):
        a, b = max(start, m.start() - REACH), min(stop, m.end() + REACH)
        while a > start and not text[a - 1].isspace():
            a -= 1
        while b < stop and not text[b].isspace():
            b += 1
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], max(b, out[-1][1]))
        else:
            out.append((a, b))
    return out


def _without_overlap(found: list[DateExpr]) -> list[DateExpr]:
    """Longest first, so that a month inside a full date never stands alone."""
    kept: list[DateExpr] = []
    for expr in sorted(found, key=lambda e: (e.start - e.end, e.start, e.kind)):
        if all(expr.end <= k.start or k.end <= expr.start for k in kept):
            kept.append(expr)
    return sorted(kept, key=lambda e: e.start)


_NAMED_IN_BRACKETS = re.compile(r"\s*[(\[]\s*(?:on\s+)?")


def _named_days(exprs: list[DateExpr], text: str) -> Iterator[DateExpr]:
    """Reads "today (Saturday)": the weekday, however late the dispatch was carried."""
    at = 0
    while at < len(exprs):
        day, following = exprs[at], exprs[at + 1] if at + 1 < len(exprs) else None
        if following is not None and _is_named_by(day, following, text):
            end = following.end + 1
            words = text[day.start : end]
            yield replace(following, start=day.start, end=end, text=words, part=day.part)
            at += 2
            continue
        yield day
        at += 1


def _is_named_by(day: DateExpr, weekday: DateExpr, text: str) -> bool:
    """Whether a weekday in brackets stands right behind "today" or "yesterday"."""
    if day.kind != "day" or weekday.kind != "weekday":
        return False
    closed = text[weekday.end : weekday.end + 1] in (")", "]")
    return closed and _NAMED_IN_BRACKETS.fullmatch(text, day.end, weekday.start) is not None


def _join_ranges(exprs: list[DateExpr], text: str) -> Iterator[DateExpr]:
    """Join "from Tuesday to Thursday", "Saturday night into Sunday" to one range."""
    at = 0
    while at < len(exprs):
        first = exprs[at]
        follower = exprs[at + 1] if at + 1 < len(exprs) else None
        if follower is not None and _ranges(first, follower, text):
            body = text[first.start : follower.end]
            bare = replace(first, relation=None)
            yield DateExpr(
                first.start,
                follower.end,
                body,
                "range",
                first=bare,
                last=follower,
                restated=first.restated,
            )
            at += 2
            continue
        yield first
        at += 1


def _ranges(first: DateExpr, follower: DateExpr, text: str) -> bool:
    between = text[first.end : follower.start]
    if first.kind != follower.kind or first.kind not in {"calendar", "weekday"}:
        return False
    if first.restated or follower.restated or not JOIN.match(between):
        return False
    opened = first.relation in {"between", "from"}
    joined = re.search(r"[-–—/]|\b(?:to|into|through|until|till)\b", between, re.IGNORECASE)
    return opened or joined is not None


def _build(name: str, m: re.Match[str], text: str) -> DateExpr | None:
    g = m.groupdict()
    for key in ("m", "w"):
        word = g.get(key)
        if word and name not in {"day", "named"} and not word[0].isupper():
            return None
    relation = {"till": "until", "by": "before", "about": "around", "on or around": "around"}.get(
        (g.get("lead") or "").lower(), (g.get("lead") or "").lower()
    )
    if relation not in {"since", "until", "before", "after", "around", "between", "from"}:
        relation = ""
    # The words of the expression begin after a plain preposition.
    start = m.start()
    if g.get("lead") and not relation:
        start = m.end("lead")
        while text[start] in " -":
            start += 1
    base = DateExpr(
        start,
        m.end(),
        text[start : m.end()],
        "calendar",
        relation=relation or None,
        possessive=bool(g.get("poss")),
    )
    maker = _MAKERS.get(name, _calendar)
    expr = maker(base, g, m)
    return expr


def _month(word: str | None) -> int | None:
    return MONTHS.index(word[:3].lower()) + 1 if word else None


def _weekday(word: str | None) -> int | None:
    return WEEKDAYS.index(word[:3].lower()) if word else None


def _int(word: str | None) -> int | None:
    return int(re.sub(r"\D", "", word)) if word else None


def _part(*words: str | None) -> str | None:
    for word in words:
        if not word:
            continue
        low = word.lower().strip()
        if "begin" in low or "start" in low:
            return "early"
        if "end" in low:
            return "late"
        if "middle" in low:
            return "mid"
        return low
    return None


def _amount(word: str | None, half: bool) -> float | None:
    if word is None:
        return None
    low = word.lower()
    if low.isdigit():
        return float(low) + (0.5 if half else 0)
    if low.startswith("half"):
        return 0.5
    if low.startswith("a couple"):
        return 2.0
    value = NUMBERS.get(low)
    return None if value is None else value + (0.5 if half else 0)


def _unit(word: str | None) -> tuple[Unit, float]:
    """Unit and how many of it one such word is worth."""
    low = (word or "day").lower().rstrip("s")
    if low == "decade":
        return "year", 10.0
    if low == "night":
        return "day", 1.0
    return low, 1.0  # type: ignore[return-value]


def _calendar(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    year = _int(g.get("y"))
    short = g.get("yy")
    month_word = g.get("m") or ""
    end = base.end
    if short:
        # "10 JAN 90": only newswire's bare abbreviations, or an apostrophe, give a short year.
        if (
            short.startswith("'")
            or "'" in m.group()
            or (len(month_word) == 3 and month_word.isupper())
        ):
            two = int(short.lstrip("'"))
            year = two + (1900 if two >= 50 else 2000)
        else:
            end = m.end("m")
    month = _month(month_word)
    if month is None:
        month = _int(g.get("mn"))
    day = _int(g.get("d"))
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= 31:
        return None
    text = m.string[base.start : end]
    shift = {"this": 0, "the same": 0, "last": -1, "next": 1}.get((g.get("yr") or "").lower())
    expr = replace(
        base,
        end=end,
        text=text,
        year=year,
        month=month,
        day=day,
        weekday=_weekday(g.get("w")),
        part=_part(g.get("part")),
        unit="year" if shift is not None else "day",
        shift=shift if shift is not None else 0,
        amount=0.0 if shift is not None else None,
    )
    last_day = _int(g.get("d2"))
    if last_day is not None and day is not None:
        if last_day <= day or last_day > 31:
            return None
        return replace(
            expr,
            kind="range",
            first=replace(expr, relation=None),
            last=replace(expr, day=last_day, relation=None),
        )
    return expr


def _month_day(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    # "in March 20 people were killed": the number belongs to the people.
    before = m.string[max(0, m.start("m") - 3) : m.start("m")].lower()
    plain = (g.get("d") or "").isdigit() and not g.get("y") and not g.get("yr")
    if plain and before == "in " and COUNTED.match(m.string, m.end()):
        return None
    return _calendar(base, g, m)


def _month_alone(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    lead = (g.get("lead") or "").lower()
    if lead in {"and", "to", "of"} and _month(g.get("m")) in {3, 5}:
        return None
    start = m.start("m") if base.relation is None else base.start
    shift = {"last": -1, "next": 1}.get(lead, 0)
    part = _part(
        g.get("part"),
        lead.split()[0] if lead.split()[0] in {"early", "mid", "late", "end"} else None,
    )
    return replace(
        base,
        start=start,
        text=m.string[start : base.end],
        month=_month(g.get("m")),
        part={"beginning": "early"}.get(part or "", part),
        shift=shift,
    )


def _year_alone(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    lead = (g.get("lead") or "").lower()
    follows = m.string[m.end() : m.end() + 2]
    if (
        lead in {"the", "of", "and", "to"}
        and lead == "the"
        and not re.match(r"\s[A-Za-z]", follows)
    ):
        return None
    part = _part(
        g.get("part"),
        lead.split()[0] if lead.split()[0] in {"early", "mid", "late", "end"} else None,
    )
    start = m.start() if base.relation is not None else m.start("part" if g.get("part") else "y")
    if base.relation is None and part and not g.get("part"):
        start = m.start()
    return replace(
        base, start=start, text=m.string[start : m.end()], year=_int(g.get("y")), part=part
    )


def _numeric(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    a, b = _int(g.get("a")) or 0, _int(g.get("b")) or 0
    year = _int(g.get("y"))
    if not (1 <= a <= 31 and 1 <= b <= 31) or (a > 12 and b > 12):
        return None
    if a > 12 or (g.get("sep") in {".", "-"} and b <= 12):
        return replace(base, year=year, month=b, day=a)
    if b > 12 or a == b:
        return replace(base, year=year, month=a, day=b)
    return replace(base, kind="numeric", year=year, month=a, day=b)


def _season(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    mod = (g.get("mod") or "").lower()
    if (
        not g.get("y")
        and not mod
        and (g.get("lead") or "").lower() not in {"in", "since", "during"}
    ):
        return None
    quarter = ("spring", "summer", "autumn", "winter").index((g.get("s") or "").lower())
    return replace(
        base,
        kind="period",
        unit="season",
        month=3 + 3 * quarter,
        year=_int(g.get("y")),
        shift={"last": -1, "next": 1}.get(mod, 0),
    )


def _weekday_expr(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    if NAMES_BEFORE.search(m.string, max(0, m.start("w") - 8), m.start("w")):
        return None
    if NAMES_AFTER.match(m.string, m.end("w")) and not g.get("poss"):
        return None
    mod = (g.get("mod") or "").lower()
    part = _part(g.get("part2"), g.get("part"))
    if mod in {"every", "each"}:
        return replace(base, kind="recurring", weekday=_weekday(g.get("w")))
    shift, amount = 0, None
    if mod in {"last", "the previous", "previous"}:
        shift = -1
    elif mod in {"next", "this coming", "coming"}:
        shift = 1
    elif mod in {"the following", "following", "the next"}:
        shift, amount = 1, 1.0  # reckoned from the day told of, not from the anchor
    week = (g.get("wk") or "").lower()
    unit: Unit = "week" if week else "day"
    if week:
        shift = {"last": -1, "this": 0, "next": 1}[week]
    return replace(
        base,
        kind="weekday",
        weekday=_weekday(g.get("w")),
        shift=shift,
        part=part,
        unit=unit,
        amount=amount,
    )


def _day_expr(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    word = (g.get("w") or "").lower()
    shift = {"yesterday": -1, "tomorrow": 1, "last night": -1, "last evening": -1}.get(word, 0)
    if word.startswith("the day before"):
        shift = -2
    if word == "overnight":
        return replace(base, kind="day", shift=0, part="overnight")
    part = g.get("part") or next(
        (p for p in ("morning", "afternoon", "evening", "night") if p in word), None
    )
    return replace(base, kind="day", shift=shift, part=part)


def _period(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    mod = (g.get("mod") or "").lower()
    unit = (g.get("u") or "").lower()
    if mod == "the weekend":
        unit = "weekend"
    if not unit or (mod == "over the" and unit != "weekend"):
        return None
    shift = 0
    if "last" in mod or "previous" in mod or "past" in mod:
        shift = -1
    elif "next" in mod or "following" in mod:
        shift = 1
    if unit == "weekend":
        return replace(base, kind="period", unit="week", part="weekend", shift=shift)
    if unit == "decade":
        return replace(base, kind="period", unit="year", amount=10.0, shift=shift)
    part = (g.get("part") or "").lower() or None
    return replace(base, kind="period", unit=_unit(unit)[0], shift=shift, part=part)


def _ago(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    unit, worth = _unit(g.get("u"))
    amount = _amount(g.get("n"), bool(g.get("half") or g.get("half2")))
    direction = (g.get("dir") or "").lower()
    kind: ExprKind = "ago" if direction == "ago" else "anaphor"
    return replace(
        base,
        kind=kind,
        unit=unit,
        amount=None if amount is None else amount * worth,
        shift=1 if direction == "later" else -1,
        weekday=_weekday(g.get("w")),
    )


def _window(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    unit, worth = _unit(g.get("u") or g.get("u2") or g.get("u3"))
    said = g.get("n") or g.get("n2")
    amount = None if g.get("u3") else _amount(said or "a", False)
    words = m.group().lower()
    if "first" in words or "next" in words or "coming" in words:
        return replace(base, kind="duration", unit=unit, amount=amount)
    return replace(
        base, kind="window", unit=unit, amount=None if amount is None else amount * worth
    )


def _duration(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    unit, worth = _unit(g.get("u") or g.get("u2"))
    amount = _amount(g.get("n") or g.get("n2"), bool(g.get("half")))
    return replace(
        base, kind="duration", unit=unit, amount=None if amount is None else amount * worth
    )


def _anaphor(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    shift = 1 if g.get("next") else -1 if g.get("prev") else 0
    return replace(base, kind="anaphor", shift=shift, amount=1.0 if shift else 0.0)


_FEASTS = frozenset(("christmas", "halloween", *FLOATING_DAYS))
_FEAST_DATES = re.compile(
    r"(?:\b(?:on|at|by|over|around|during|since|until|till|before|after|this|last|next)|[\n.:;,])"
    r"\s+$|^$",
    re.I,
)

_FEAST_IN_NAME = re.compile(
    r"[ -](?!(?:Eve|Day|Morning|Night|Sunday|Monday|Week(?:end)?|Period|Season|Holidays?|Party)\b)"
    r"[A-Z][a-z]+"
)


def _named(base: DateExpr, g: dict[str, str | None], m: re.Match[str]) -> DateExpr | None:
    word = (g.get("w") or "").lower().replace("’", "'")
    if not (g.get("w") or "x")[0].isupper():
        return None
    if word in _FEASTS and not _FEAST_DATES.search(m.string, 0, m.start()):
        return None  # "kept from celebrating Christmas"
    if word in _FEASTS and _FEAST_IN_NAME.match(m.string, m.end()):
        return None  # "at Christmas Hill Park"
    if word in FLOATING_DAYS:
        if re.match(r"[ -](?:weekend|week|eve|dinner|meal)\b", m.string[m.end() :], re.I):
            return None
        month, weekday, number = FLOATING_DAYS[word]
        return replace(base, year=_int(g.get("y")), month=month, weekday=weekday, amount=number)
    month, day = NAMED_DAYS[word]
    return replace(base, year=_int(g.get("y")), month=month, day=day)


_MAKERS = {
    "month_day": _month_day,
    "month": _month_alone,
    "year": _year_alone,
    "numeric": _numeric,
    "season": _season,
    "weekday": _weekday_expr,
    "day": _day_expr,
    "period": _period,
    "ago": _ago,
    "window": _window,
    "duration": _duration,
    "anaphor": _anaphor,
    "named": _named,
}
