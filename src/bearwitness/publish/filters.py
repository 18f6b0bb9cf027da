"""Choosing incidents for an export: `country=SY`, `from=2014-11-01`, `grade=corroborated`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bearwitness.errors import UsageError
from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry
from bearwitness.publish.edition import Edition

Test = Callable[[Entry], bool]


def filtered(edition: Edition, filters: Sequence[str]) -> Edition:
    """The edition with only the incidents that pass every filter, and what they rest on.

    Tolls, which are on no incident, are left out as soon as there is a filter.

    Raises:
        UsageError: a filter is not `name=value`, or its name or value is unknown.
    """
    if not filters:
        return edition
    tests = [_test(text) for text in filters]
    register = edition.register
    entries = tuple(e for e in register.entries if all(test(e) for test in tests))
    kept = {e.incident_id for e in entries}
    claim_ids = {c for e in entries for c in e.claims}
    documents = {d for e in entries for d in e.documents}
    incident_of = {c: i for c, i in edition.incident_of.items() if i in kept}
    contradictions = tuple(c for c in register.contradictions if c.incident_id in kept)

    def claims() -> list[Claim]:
        found = (c for c in edition.claims() if c.document_id in documents)
        return [c for c in found if c.claim_id in claim_ids or c.claim_id in incident_of]

    def chosen() -> list[Document]:
        return [d for d in edition.documents() if d.document_id in documents]

    lineages = edition.lineages
    dispatches = tuple(
        replace(
            d,
            documents=tuple(x for x in d.documents if x in documents),
            relations=tuple(r for r in d.relations if {r.earlier, r.later} <= documents),
        )
        for d in lineages.dispatches
        if documents.intersection(d.documents)
    )
    quotes = tuple(r for r in lineages.quotes if {r.earlier, r.later} <= documents)
    mentions = {f"{c.document_id}#{c.mention}" for c in claims() if c.mention is not None}
    return replace(
        edition,
        documents=chosen,
        claims=claims,
        lineages=Lineages(dispatches, quotes, lineages.anchors, lineages.agencies),
        register=replace(register, entries=entries, contradictions=contradictions, tolls=()),
        incident_of=incident_of,
        judgements=[j for j in edition.judgements if {j.left, j.right} <= mentions],
    )


def _test(text: str) -> Test:
    name, sign, value = text.partition("=")
    if not sign or name not in _TESTS:
        known = ", ".join(_TESTS)
        raise UsageError(f"no filter {text!r}; write NAME=VALUE with one of {known}")
    return _TESTS[name](value)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no day; write 2014-11-25") from error


def _number(value: str) -> int:
    if not value.isdigit():
        raise UsageError(f"{value!r} is no whole number")
    return int(value)


def _from(value: str) -> Test:
    day = _day(value)
    return lambda e: (e.date_end or e.date_start or date.min) >= day


def _to(value: str) -> Test:
    day = _day(value)
    return lambda e: (e.date_start or date.max) <= day


def _least_killed(value: str) -> Test:
    count = _number(value)

    def test(entry: Entry) -> bool:
        total = entry.killed.get("total")
        return total is not None and (total.best or 0) >= count

    return test


def _violence(value: str) -> Test:
    code = _number(value)
    return lambda e: e.type_of_violence == code


_TESTS: dict[str, Callable[[str], Test]] = {
    "country": lambda v: lambda e: e.place is not None and e.place.country == v.upper(),
    "adm1": lambda v: lambda e: e.place is not None and e.place.adm1 == v,
    "from": _from,
    "to": _to,
    "event_type": lambda v: lambda e: e.event_type == v,
    "sub_event_type": lambda v: lambda e: e.sub_event_type == v,
    "type_of_violence": _violence,
    "grade": lambda v: lambda e: e.grade == v,
    "killed": _least_killed,
    "incident": lambda v: lambda e: e.incident_id == v,
}
