"""Coded totals in a data project's notes: "Unknown fatalities coded as 10 and split between…".

Event data projects write how they coded a number into the note itself (ACLED codebook 2023,
"Fatalities": unknown numbers are coded as 10 or 3, and totals over several events are divided
among them). Such a note states the record's own total; the other numbers are its parts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_N = r"(\d+|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)"
_WORDS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"fifteen": 15, "twenty": 20, "a": 1}
_FATALITIES = r"(?:fatalit(?:y|ies)|deaths?|dead|killed)"
_GATE = re.compile(
    r"\b(?:fatalit\w+|casualties|deaths)\b[^.]{0,120}\b(?:coded|split|allocated|distributed|spread|"
    r"divided)\b|\b(?:coded|split|allocated|distributed)\b[^.]{0,80}\bfatalit\w+"
    r"|\btotal\s+(?:number\s+of\s+)?fatalities\b",
    re.I,
)
_TOTAL = re.compile(
    rf"""(?P<words>\btotal\ (?:number\ of\ )?{_FATALITIES}(?:\ (?:for\ this\ (?:event|location)|reported))?(?:\ (?:coded|is|are|was|were|of|as|to|at|:|=|-))*\W{{0,3}}{_N}\b
      |\b(?:for\ )?a\ total\ of\ {_N}\ {_FATALITIES})""",
    re.I | re.X,
)
_CODED = re.compile(
    rf"""(?P<words>\b(?:{_FATALITIES}|number|numbers|casualties)\b[^.;]{{0,45}}?\bcoded\ (?:as\ |to\ |at\ |:\ ?)?{_N}\b
      |\b{_N}\ (?:total\ )?{_FATALITIES}\ (?:were\ |are\ |was\ )?(?:distributed|split|divided|spread)\b
      |\b{_N}\ {_FATALITIES}\ (?:were\ |was\ |are\ |is\ )?coded\b
      |\bcoded\ (?:as|to)\ {_N}\b)""",
    re.I | re.X,
)
_SPLIT = re.compile(
    r"\b(?:split|spread|divided|distributed|allocated|shared)\b(?P<rest>[^.;]{0,300})", re.I
)
_EVENTS = re.compile(
    r"\b(?:between|among|amongst|across|over|into|to|with|in)\s+(?:the\s+|all\s+|these\s+)*"
    r"(?P<n>\d+|two|three|four|five|six|seven|eight|nine|ten|both)\s+(?:\w+\s+){0,2}?"
    r"(?:events?|locations?|places|towns|villages|areas|days|activities|records|sides|sites|"
    r"clashes|cities|provinces|districts|neighborhoods)",
    re.I,
)
_EACH = re.compile(
    r"(?:\beach\s+(?:\w+\s+){0,3}?(?P<a>\d+|one|two|three|four|five)\b(?:\s+fatalit\w+)?"
    r"|(?P<b>\d+|one|two|three|four|five)\s+(?:fatalit\w+\s+)?(?:\w+\s+){0,2}?(?:each|per\s+event|"
    r"per\s+location|for\s+each|to\s+each|in\s+each))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class CodedTotal:
    """The total a note gives for its own record; offsets in the text.

    Attributes:
        value: the coded count.
        rule: "coded" where the words say it, "coded_share" where it is a division or allocation.
        whole: for a share, the total that was divided.
    """

    start: int
    end: int
    value: int
    rule: str
    whole: int | None = None


def find_coded_total(text: str, places: tuple[str, ...] = ()) -> CodedTotal | None:
    """The record's own coded total, or None where the text is no coder's note.

    Args:
        text: a note.
        places: names of the event's place as written, to find its part of a divided total.
    """
    if not _GATE.search(text):
        return None
    final = _last(_TOTAL, text)
    split = _last_split(text)
    coded = _last(_CODED, text)
    whole = coded or final
    if split is not None:
        share = _share(text, split, whole, places)
        if share is not None:
            after = final if final is not None and final.start > share.start else None
            return after or share
    return final or coded


def _value(word: str) -> int | None:
    return int(word) if word.isdigit() else _WORDS.get(word.lower())


def _last(pattern: re.Pattern[str], text: str) -> CodedTotal | None:
    found: CodedTotal | None = None
    for m in pattern.finditer(text):
        word = next(g for g in m.groups()[1:] if g)
        value = _value(word)
        if value is not None:
            found = CodedTotal(m.start("words"), m.end("words"), value, "coded")
    return found


def _last_split(text: str) -> re.Match[str] | None:
    return next(iter(list(_SPLIT.finditer(text))[-1:]), None)


def _share(
    text: str, split: re.Match[str], whole: CodedTotal | None, places: tuple[str, ...]
) -> CodedTotal | None:
    """The part of a divided total that falls to this record."""
    start, end = split.start(), split.end()
    tail = text[start:]
    for place in places:
        allocated = _allocated(tail, place)
        if allocated is not None:
            return CodedTotal(start, end, allocated, "coded_share", whole.value if whole else None)
    each = _EACH.search(tail)
    if each is not None:
        value = _value(each.group("a") or each.group("b"))
        if value is not None:
            return CodedTotal(start, end, value, "coded_share", whole.value if whole else None)
    events = _EVENTS.search(text[max(0, start - 10) : end + 40])
    if events is not None and whole is not None:
        word = events.group("n").lower()
        parts = 2 if word == "both" else _value(word)
        if parts:
            return CodedTotal(start, end, max(1, whole.value // parts), "coded_share", whole.value)
    listed = re.search(
        r"\b(?:between|among|across|over|activities\s+in|in)\s+(?P<list>[A-Z][^.;()]{5,200})",
        split.group("rest"),
    )
    if listed is not None and whole is not None:
        names = [n for n in re.split(r",|\band\b", listed.group("list")) if n.strip()]
        if len(names) > 1:
            return CodedTotal(
                start, end, max(1, whole.value // len(names)), "coded_share", whole.value
            )
    return None


def _allocated(tail: str, place: str) -> int | None:
    """The number written beside a place name: "Batish (4)", "3 Mushaymis", "5 coded to X"."""
    name = re.escape(place)
    for pattern in (
        rf"{name}\s*[(:\-–]\s*(?P<n>\d+)\b",
        rf"\b(?P<n>\d+|one|two|three|four|five|six)\s+(?:fatalit\w+\s+)?(?:was\s+|were\s+|are\s+)?"
        rf"(?:coded\s+|allocated\s+|assigned\s+|noted\s+)?(?:for\s+|to\s+|in\s+|at\s+)?"
        rf"(?:the\s+)?(?:al-|Al-)?{name}",
        rf"{name}\s+(?:was\s+)?(?:allocated|coded|assigned)?\s*(?:with\s+|as\s+|to\s+)?(?P<n>\d+)\b",
    ):
        m = re.search(pattern, tail, re.I)
        if m:
            return _value(m.group("n"))
    return None
