"""Counts over days or a war run as series of their own."""

from __future__ import annotations

from dataclasses import replace
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
from bearwitness.model.span import Span
from bearwitness.register import reconcile
from bearwitness.register.tolls_beside import beside


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


def test_two_results_of_one_definition_in_one_text_are_never_one_series() -> None:
    document = make_document()
    claims = [war(document, 195_000), replace(war(document, 140_000), claim_id="clm-other")]
    tolls = series([document], claims)

    assert sorted(p.low or 0 for t in tolls for p in t.points) == [140_000, 195_000]
    assert [len(t.points) for t in tolls] == [1, 1]


def test_the_displaced_abroad_and_within_count_apart() -> None:
    text = "Three million have fled abroad as refugees, and six million are displaced within Syria."
    document = make_document(text=text)

    def displaced(low: int, words: str) -> Claim:
        at = text.index(words)
        count = make_count(low, None, outcome="displaced", scope="cumulative")
        claim = make_claim(document, count, mention=None, where=make_where("Syria", precision=6))
        span = Span.cut(text, at, at + len(words))
        return replace(claim, span=span, sentence=Span.cut(text, 0, len(text)), claim_id=words)

    claims = [displaced(3_000_000, "Three million"), displaced(6_000_000, "six million")]
    assert {t.definition for t in series([document], claims)} == {
        "people (abroad) displaced in Syria",
        "people (within the country) displaced in Syria",
    }


def test_nothing_is_set_beside_a_toll_whose_beginning_is_not_told() -> None:
    document = make_document()
    [toll] = series([document], [war(document, 195_000)])

    assert toll.window_start is None
    assert beside(toll, (), until=date(2014, 11, 26)) is None
