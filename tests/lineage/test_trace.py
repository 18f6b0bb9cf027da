"""Dispatches as a whole: who belongs together, in which order, and what is lent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.lineage.conftest import (
    OTHER,
    QUOTING_ONE,
    QUOTING_TWO,
    TAKE_ONE,
    TAKE_TWO,
    MakeDocument,
)

from bearwitness.lineage import Tracer, trace
from bearwitness.model.document import Anchor, Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.span import Span


def groups(lineages: Lineages) -> set[frozenset[str]]:
    return {frozenset(d.documents) for d in lineages.dispatches}


def test_two_takes_are_one_dispatch_and_a_stranger_stands_alone(make: MakeDocument) -> None:
    found = trace([make("a", TAKE_TWO), make("b", TAKE_ONE), make("c", OTHER)])
    assert groups(found) == {frozenset({"doc-a", "doc-b"}), frozenset({"doc-c"})}


def test_earlier_take_comes_first_though_its_stamp_is_later(make: MakeDocument) -> None:
    late = make("a", TAKE_TWO, day=date(2020, 6, 2))
    early = make("b", TAKE_ONE, day=date(2020, 6, 3))
    (dispatch,) = trace([late, early]).dispatches
    assert dispatch.documents == ("doc-b", "doc-a")
    (relation,) = dispatch.relations
    assert relation.relation == "update"
    assert "planned then held" in relation.order_reason
    assert "against: stamps (2020-06-02 before 2020-06-03)" in relation.order_reason


def test_stamps_decide_where_the_content_is_silent(make: MakeDocument) -> None:
    cut = TAKE_ONE.rsplit("\n\n", 2)[0]
    documents = [make("a", cut, day=date(2020, 6, 3)), make("b", TAKE_ONE, day=date(2020, 6, 1))]
    (dispatch,) = trace(documents).dispatches
    assert dispatch.documents == ("doc-b", "doc-a")
    assert dispatch.relations[0].relation == "copy"
    assert dispatch.relations[0].order_reason.startswith("stamps")


def test_shared_statement_relates_but_does_not_join(make: MakeDocument) -> None:
    found = trace([make("a", QUOTING_ONE), make("b", QUOTING_TWO)])
    assert groups(found) == {frozenset({"doc-a"}), frozenset({"doc-b"})}
    (quoted,) = found.quotes
    assert quoted.relation == "quotes"
    assert quoted.longest_run >= 30


def test_agency_and_date_are_lent_to_a_relative_that_has_none(make: MakeDocument) -> None:
    found = trace(
        [make("a", TAKE_TWO), make("b", TAKE_ONE, agency="Reuters", day=date(2020, 6, 1))]
    )
    assert found.agencies == {"doc-a": "Reuters"}
    assert found.anchors == {"doc-a": Anchor(date(2020, 6, 1), "day", "lineage", "doc-b")}
    assert found.dispatches[0].agency == "Reuters"


def test_nothing_is_lent_over_an_own_date_or_credit(make: MakeDocument) -> None:
    found = trace(
        [
            make("a", TAKE_TWO, agency="AP", day=date(2020, 6, 2)),
            make("b", TAKE_ONE, agency="Reuters", day=date(2020, 6, 1)),
        ]
    )
    assert found.agencies == {}
    assert found.anchors == {}


def test_nothing_is_lent_along_a_shared_statement(make: MakeDocument) -> None:
    found = trace(
        [make("a", QUOTING_ONE), make("b", QUOTING_TWO, agency="AP", day=date(2020, 6, 2))]
    )
    assert (found.agencies, found.anchors) == ({}, {})


def test_furniture_in_common_makes_no_lineage(make: MakeDocument) -> None:
    notice = (
        "\n\nThis newsroom is paid for by its readers and takes no money from any government. "
        "If you can spare the price of a cup of coffee, please help us to go on reporting from "
        "the places that others have left. Write to us with what you have seen and heard."
    )
    plain = [QUOTING_TWO + notice, OTHER + notice]
    documents = []
    for name, text in zip("ab", plain, strict=True):
        start = text.index(notice.strip())
        span = Span.cut(text, start, len(text))
        documents.append(make(name, text, furniture=(span,)))
    found = trace(documents)
    assert len(found.dispatches) == 2
    assert found.quotes == ()


def test_loader_gives_the_same_as_documents_in_memory(make: MakeDocument) -> None:
    documents = [make("a", TAKE_TWO), make("b", TAKE_ONE), make("c", QUOTING_ONE), make("d", OTHER)]
    store = {d.document_id: d for d in documents}
    tracer = Tracer(store.__getitem__)
    for document in documents:
        tracer.add(document)
    assert len(tracer) == 4
    assert tracer.lineages() == trace(documents)


def test_documents_without_words_stand_alone(make: MakeDocument) -> None:
    found = trace([make("a", ""), make("b", ""), make("c", "...")])
    assert len(found.dispatches) == 3


def test_no_documents_have_no_lineage() -> None:
    assert trace([]) == Lineages()


@settings(deadline=None)
@given(st.permutations(range(6)))
def test_order_of_input_never_matters(order: list[int]) -> None:
    documents = _mixed()
    assert trace(documents[k] for k in order) == trace(documents)


@settings(deadline=None)
@given(st.integers(0, 5), st.sampled_from(["doc-0", "doc-zz"]))
def test_exact_copy_joins_its_dispatch_and_changes_no_other(which: int, name: str) -> None:
    documents = _mixed()
    before = trace(documents)
    copied = documents[which]
    after = trace([*documents, replace(copied, document_id=name, source_id=name)])
    home = before.dispatch_of()[copied.document_id]
    grown = {*home.documents, name}
    assert set(after.dispatch_of()[name].documents) == grown
    assert {d for d in before.dispatches if d != home} == {
        d for d in after.dispatches if name not in d.documents
    }


def _mixed() -> list[Document]:
    texts = [TAKE_ONE, TAKE_TWO, QUOTING_ONE, QUOTING_TWO, OTHER, TAKE_ONE.replace(" town", "")]
    return [
        Document(f"doc-{letter}", letter, text, "0" * 64)
        for letter, text in zip("abcdef", texts, strict=True)
    ]


def test_founding_reports_are_two_takes_of_one_dispatch(shared: Path) -> None:
    texts = [p.read_text("utf-8") for p in sorted((shared / "seeds").glob("00*.txt"))]
    later = Document("doc-a", "a", texts[0], "0" * 64)
    anchor = Anchor(date(2014, 11, 27), "day", "stated")
    earlier = Document("doc-b", "b", texts[1], "1" * 64, agency="AFP", anchor=anchor)
    found = trace([later, earlier])
    (dispatch,) = found.dispatches
    assert dispatch.documents == ("doc-b", "doc-a")
    assert found.agencies == {"doc-a": "AFP"}
    assert found.anchors["doc-a"] == Anchor(date(2014, 11, 27), "day", "lineage", "doc-b")
    changes = dispatch.relations[0].sentences
    altered = [c for c in changes if c.quotation_altered]
    assert [w for c in altered for w in c.what if "US-led" in w] == [("US-led", "")]
    assert any(("", "and only") in c.what for c in changes)
