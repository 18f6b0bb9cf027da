"""Tolls: running counts over a place, side and window, each source's own series.

They never enter an incident's figures, and two are one series only where source, outcome, kind
of victim, window and place agree; those who fled abroad and those displaced within a country are
two kinds. Where one text gives two numbers for what would be one series, they count otherwise in
a way that is not understood here, and each stands by itself. Where the place of a toll is not
told, the country that all located claims of its document share stands for it; failing that, the
series stays with its dispatch.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bearwitness.model import ids
from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.register import Toll, TollPoint
from bearwitness.register.roots import Roots
from bearwitness.text.countries import country_name


def tolls(claims: Sequence[Claim], roots: Roots) -> tuple[Toll, ...]:
    """All series, sorted by id.

    Args:
        claims: of all documents; only window and cumulative counts are taken, and no headline's
            that its body tells again.
        roots: leads claims to their sources.
    """
    countries = _countries(claims)
    series: _Series = {}
    told = {c.claim_id for c in claims}
    for claim in sorted(claims, key=lambda c: c.claim_id):
        count = claim.casualty
        if count is None or count.scope not in ("window", "cumulative") or count.restates in told:
            continue
        if count.low is None and count.high is None:
            continue
        place = _place(claim, countries) or roots.dispatch(claim.document_id)
        key = (
            roots.of(claim).key,
            count.outcome,
            count.status,
            ",".join(sorted(count.attributes)),
            count.scope,
            "part" if count.subset else "whole",
            place,
            *filter(None, (_refuge(claim, count),)),
            *_window_key(claim, count),
        )
        series.setdefault(key, []).append((claim, count))
    series = _parted(series)
    made = [_toll(key, series[key], roots, countries) for key in sorted(series)]
    return tuple(sorted(made, key=lambda t: t.toll_id))


_ABROAD = re.compile(
    r"\b(?:refugees?|abroad|asylum|(?:fled|crossed|flee(?:ing)?)\s+(?:the\s+country|to\s+[A-Z]|into\s+"
    r"[A-Z]|across)|neighbou?ring\s+(?:countries|states)|out\s+of\s+the\s+country)\b"
)
_WITHIN = re.compile(
    r"\b(?:within|inside)\s+(?:the\s+country|its\s+borders|[A-Z])|\binternal(?:ly)?\b|\bIDPs?\b"
)
_CLAUSE_END = re.compile(
    r"[;.]\s|,?\s+(?:and|while|but|as\s+well\s+as)\s+(?=\D{0,30}\b(?:\d|million|over))"
)


def _refuge(claim: Claim, count: Casualty) -> str | None:
    """Where displaced people went, by the words of their own clause: "abroad", "within"."""
    if count.outcome != "displaced":
        return None
    text, at = claim.sentence.quote, claim.span.start - claim.sentence.start
    stop = _CLAUSE_END.search(text, max(0, at))
    start = max((m.end() for m in _CLAUSE_END.finditer(text, 0, max(0, at))), default=0)
    clause = text[start : stop.start() if stop else len(text)]
    if _WITHIN.search(clause):
        return "within the country"
    return "abroad" if _ABROAD.search(clause) else None


_Series = dict[tuple[str, ...], list[tuple[Claim, Casualty]]]


def _parted(series: _Series) -> _Series:
    """Sets apart what one text counts twice with different results under one definition."""
    out: _Series = {}
    for key, told in series.items():
        values: dict[str, set[tuple[int | None, int | None]]] = {}
        for claim, count in told:
            if not count.superseded:
                values.setdefault(claim.document_id, set()).add((count.low, count.high))
        for claim, count in told:
            torn = len(values.get(claim.document_id, ())) > 1 and not count.superseded
            mark = (claim.document_id, f"{count.low}-{count.high}") if torn else ()
            out.setdefault((*key, *mark), []).append((claim, count))
    return out


def _window_key(claim: Claim, count: Casualty) -> tuple[str, ...]:
    """A window is told by its days; a cumulative toll by its first day, since it runs on."""
    start, end = claim.when.start, claim.when.end
    first = start.isoformat() if start else "-"
    if count.scope == "cumulative":
        return (first,)
    return (first, end.isoformat() if end else "-")


def _countries(claims: Sequence[Claim]) -> Mapping[str, str]:
    named: dict[str, set[str]] = {}
    for claim in claims:
        violent = claim.kind in ("casualty", "event", "displacement")
        if violent and claim.where is not None and claim.where.country:
            named.setdefault(claim.document_id, set()).add(claim.where.country)
    return {doc: next(iter(found)) for doc, found in named.items() if len(found) == 1}


def _place(claim: Claim, countries: Mapping[str, str]) -> str | None:
    if claim.where is not None:
        return claim.where.name
    code = countries.get(claim.document_id)
    return (country_name(code) or code) if code else None


def _toll(
    key: tuple[str, ...],
    told: Sequence[tuple[Claim, Casualty]],
    roots: Roots,
    countries: Mapping[str, str],
) -> Toll:
    first, count = min(told, key=lambda t: t[0].claim_id)
    people = "people" if count.status == "any" else f"{count.status} victims"
    refuge = _refuge(first, count)
    who = [f"{people} ({refuge})" if refuge else people]
    who += sorted(count.attributes)
    place = _place(first, countries)
    words = f"{', '.join(who)} {count.outcome}" + (f" in {place}" if place else "")
    starts = sorted(c.when.start for c, _ in told if c.when.start)
    ends = sorted(c.when.end for c, _ in told if c.when.end)
    points = [TollPoint(c.claim_id, _day(c, roots), n.low, n.high) for c, n in told]
    points.sort(key=lambda p: (p.day is None, p.day or date.min, p.low or 0, p.claim_id))
    return Toll(
        "tol-" + ids.digest(*key),
        roots.of(first).name,
        words,
        "window" if count.scope == "window" else "cumulative",
        count.outcome,
        starts[0] if starts else None,
        ends[-1] if ends else None,
        tuple(points),
    )


def _day(claim: Claim, roots: Roots) -> date | None:
    anchor = roots.anchor(claim.document_id)
    return anchor.date if anchor.precision == "day" else None
