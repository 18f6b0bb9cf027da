"""One claim in a line of words, as lists and differences print it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bearwitness.model.claim import Claim, Control, Meeting, Statement, Transfer, When

_LONGEST = 110  # characters of a statement's words
_PAIR = 2


def in_words(claim: Claim, course: str | None = None) -> str:
    """One claim of any kind in a line; a figure by its bounds and what it counts.

    Args:
        claim: to be told.
        course: of a meeting, its status as several claims tell it ("planned → held").
    """
    count = claim.casualty
    if count is None:
        return _WORDS[claim.kind](claim, course) if claim.kind in _WORDS else claim.span.quote
    who: list[str] = [] if count.status == "any" else [count.status]
    who += [*count.attributes, *([] if count.scope == "incident" else [count.scope])]
    of = f" ({', '.join(who)})" if who else ""
    return f"{bounds_in_words(count.low, count.high)} {count.outcome}{of}{_says(claim)}"


def record_in_words(claim: Claim, course: str | None = None) -> str:
    """One claim in a line that stands by itself: of a figure its place and days too."""
    if claim.casualty is None:
        return in_words(claim, course)
    told = in_words(replace(claim, attribution=()))
    where = claim.where.name if claim.where else ""
    return ", ".join(part for part in (told, where, _day(claim.when)) if part) + _says(claim)


def bounds_in_words(low: int | None, high: int | None) -> str:
    """A count by its bounds, thousands apart: "195,000 or more"."""
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def _says(claim: Claim) -> str:
    return f", says {claim.attribution[0].name}" if claim.attribution else ""


def _statement(claim: Claim, _course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Statement):
        return ""
    who = detail.speaker + (f", {detail.office}" if detail.office else "")
    to = f" to {detail.addressee}" if detail.addressee else ""
    through = f" [{detail.channel}]" if detail.channel else ""
    words = " ".join(claim.span.quote.split())
    words = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
    # a denial printed without its "denied" says the opposite
    denies = " denied" if claim.hedge == "denied" else ""
    return f"{who}{to}{denies}{through}: {words}"


def _meeting(claim: Claim, course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Meeting):
        return ""
    who = _gathered(detail.participants) or detail.series or "talks"
    parts = [
        who, _day(claim.when), claim.where.name if claim.where else "",
        f"host {detail.host}" if detail.host else "",
        f"through {detail.mediator}" if detail.mediator else "",
        detail.outcome or "", course or detail.status,
    ]  # fmt: skip
    return ", ".join(p for p in parts if p)


def _gathered(names: Sequence[str]) -> str:
    """Two meet each other; of more, who met whom is not recorded."""
    if len(names) <= _PAIR:
        return " with ".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _control(claim: Claim, _course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Control):
        return ""
    where = claim.where.name if claim.where else "?"
    by = f" by {claim.by.name}" if claim.by else ""
    if claim.against:
        by += f"{' from' if claim.by else ' by'} {claim.against.name}"
    day = _day(claim.when)
    return f"{where}: {detail.state}{by}" + (f", {day}" if day else "")


def _transfer(claim: Claim, _course: str | None) -> str:
    detail = claim.detail
    if not isinstance(detail, Transfer):
        return ""
    ends = f"{detail.origin or '?'} → {detail.recipient or '?'}"
    day = _day(claim.when)
    return f"{detail.item}, {ends}: {detail.status}" + (f", {day}" if day else "") + _says(claim)


def _day(when: When) -> str:
    if when.start is None:
        return ""
    if when.end is None or when.end == when.start:
        return when.start.isoformat()
    return f"{when.start} to {when.end}"


_WORDS: dict[str, Callable[[Claim, str | None], str]] = {
    "statement": _statement,
    "meeting": _meeting,
    "control": _control,
    "transfer": _transfer,
}
