"""Counts over days or a war run as series of their own."""

from __future__ import annotations

from datetime import date

from tests.factories import (
    by_id,
    make_claim,
    make_count,
    make_document,
    make_lineages,
    make_when,
    make_where,
)

from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.register import Toll
from bearwitness.register import reconcile


def series(documents: list[Document], claims: list[Claim]) -> tuple[Toll, ...]:
    lineages = make_lineages(*((d,) for d in documents))
    return reconcile([], claims, lineages, by_id(*documents)).tolls


def war(document: Document, low: int, says: str = "Observatory", **more: object) -> Claim:
    return make_claim(
        document, make_count(low, None, scope="cumulative", **more), says=says, mention=None,
        where=make_where("Syria", precision=6),
    )  # fmt: skip


def test_one_source_counts_on_in_one_series() -> None:
    documents = [make_document("one"), make_document("two", day=date(2014, 12, 25))]
    [toll] = series(documents, [war(documents[1], 206_000), war(documents[0], 195_000)])

    assert [p.low for p in toll.points] == [195_000, 206_000]
    assert (toll.scope, toll.source) == ("cumulative", "Observatory")


def test_sources_and_kinds_of_victim_never_mix() -> None:
    document = make_document()
    claims = [
        war(document, 195_000),
        war(document, 191_000, says="United Nations"),
        war(document, 62_000, status="civilian"),
    ]
    assert len(series([document], claims)) == 3


def test_windows_are_told_apart_by_their_days() -> None:
    document = make_document()
    claims = [
        make_claim(document, make_count(n, scope="window"), at=at, mention=None,
                   when=make_when(date(2014, 11, 25), date(2014, 11, end)))
        for n, end, at in ((135, 27, 0), (150, 28, 60))
    ]  # fmt: skip
    tolls = series([document], claims)

    assert {(t.window_start, t.window_end) for t in tolls} == {
        (date(2014, 11, 25), date(2014, 11, 27)),
        (date(2014, 11, 25), date(2014, 11, 28)),
    }


def test_without_a_place_two_dispatches_are_not_one_series() -> None:
    documents = [make_document("one"), make_document("two")]
    claims = [
        make_claim(d, make_count(1000, None, scope="cumulative"), says="Observatory", mention=None)
        for d in documents
    ]
    assert len(series(documents, claims)) == 2
