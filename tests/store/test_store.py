"""What every kind of database must do alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DatabaseError

from bearwitness.errors import InputError, StoreError, StoreVersionError
from bearwitness.model.claim import Claim
from bearwitness.model.document import Anchor, Document
from bearwitness.model.incident import Evidence, Judgement, Minting
from bearwitness.model.lineage import Dispatch, Lineages, Relation, SentenceChange
from bearwitness.model.review import Review
from bearwitness.model.span import Span
from bearwitness.store import Store
from bearwitness.store.dialect import make_engine, url_of
from bearwitness.store.rows import document_row
from bearwitness.store.schema import APPEND_ONLY
from bearwitness.store.writer import reading

MakeDocument = Callable[..., Document]
MakeClaim = Callable[..., Claim]


def put(store: Store, *documents: Document) -> int:
    with store.writing("documents") as writer:
        return writer.add_documents([document_row(d, d.text.encode()) for d in documents])


def rows_in(target: str) -> dict[str, int]:
    engine = make_engine(url_of(target))
    with engine.connect() as connection:
        counts = {
            t: int(connection.execute(text(f"SELECT count(*) FROM {t}")).scalar_one())
            for t in APPEND_ONLY
        }
    engine.dispose()
    return counts


def test_a_document_comes_back_whole(store: Store, a_document: MakeDocument) -> None:
    words = "Blast in the market\n\nOfficials said 12 people died."
    document = a_document(
        "a.txt",
        words,
        title="Blast in the market",
        title_span=Span.cut(words, 0, 19),
        anchor=Anchor(date(2020, 1, 1), "day", "stated"),
        furniture=(Span.cut(words, 0, 5),),
        extra={"desk": ["world", 3], "nested": {"b": 1, "a": None}},
    )
    put(store, document)
    view = store.view()
    assert view.document(document.document_id) == document
    assert view.document("a.txt") == document
    assert view.raw(document.sha256) == words.encode()
    assert list(view.load([document.document_id, "doc-unknown"])) == [document]


def test_adding_again_adds_nothing(store: Store, target: str, a_document: MakeDocument) -> None:
    documents = [a_document(f"{n}.txt", f"{n}: 12 people died.") for n in range(5)]
    assert put(store, *documents) == 5
    before = rows_in(target)
    assert put(store, *documents, documents[0]) == 0
    assert rows_in(target) == before


def test_one_text_under_two_names_is_two_documents_and_one_raw(
    store: Store, target: str, a_document: MakeDocument
) -> None:
    assert put(store, a_document("a"), a_document("b")) == 2
    assert rows_in(target)["raw"] == 1


def test_documents_come_by_id_over_many_pages(store: Store, a_document: MakeDocument) -> None:
    documents = [a_document(str(n), f"{n}: 12 people died.") for n in range(950)]
    put(store, *documents)
    found = [d.document_id for d in store.view().documents()]
    assert found == sorted(d.document_id for d in documents) == store.view().document_ids()


def test_the_newest_reading_holds(
    store: Store, a_document: MakeDocument, a_claim: MakeClaim
) -> None:
    document = a_document("a")
    put(store, document)
    first, second = a_claim(document, 12), a_claim(document, 13, "test/2")
    for claim in (first, second):
        with store.writing("claims") as writer:
            writer.add_readings([reading(document.document_id, claim.extractor, [claim])])
    assert first.claim_id == second.claim_id
    assert list(store.view().claims()) == [second]
    assert list(store.view().claims_of([document.document_id])) == [second]
    assert store.view().reading_keys() == {document.document_id: "test/2"}
    assert store.view().knows(first.claim_id)


def test_telling_words_come_with_the_newest_reading(store: Store, a_document: MakeDocument) -> None:
    documents = [a_document(str(n), f"{n}: 12 people died.") for n in range(820)]
    put(store, *documents)
    for words in ({"old mill"}, {"north road", "13 year"}):
        with store.writing("claims") as writer:
            writer.add_readings([reading(d.document_id, "k", [], words) for d in documents[1:]])
            writer.add_readings([reading(documents[0].document_id, "k", [])])
    found = store.view().terms()
    assert found == {d.document_id: {"north road", "13 year"} for d in documents[1:]}


def test_a_document_that_claims_nothing_counts_as_read(
    store: Store, a_document: MakeDocument
) -> None:
    document = a_document("a")
    put(store, document)
    with store.writing("claims") as writer:
        writer.add_readings([reading(document.document_id, "k", [])])
    assert store.view().reading_keys() == {document.document_id: "k"}
    assert list(store.view().claims()) == []


def test_claims_come_by_document_over_many_pages(
    store: Store, a_document: MakeDocument, a_claim: MakeClaim
) -> None:
    documents = [a_document(str(n), f"Number {n}: 12 people died.") for n in range(850)]
    put(store, *documents)
    with store.writing("claims") as writer:
        writer.add_readings([reading(d.document_id, "k", [a_claim(d)]) for d in documents])
    found = [c.document_id for c in store.view().claims()]
    assert found == sorted(d.document_id for d in documents)


def _two_takes(one: Document, two: Document) -> Relation:
    change = SentenceChange(
        Span.cut(one.text, 0, 9), Span.cut(two.text, 0, 9), "edited", (("a", "b"),), True
    )
    return Relation(one.document_id, two.document_id, "edit", 0.5, 30, "stamps", (change,))


def test_lineages_come_back_and_only_changes_are_recorded(
    store: Store, target: str, a_document: MakeDocument
) -> None:
    one, two = a_document("a"), a_document("b", "Officials said 12 people had died.")
    put(store, one, two)
    apart = Lineages(
        (Dispatch("dsp-1", None, (one.document_id,)), Dispatch("dsp-2", "ANA", (two.document_id,)))
    )
    relation = _two_takes(one, two)
    joined = Lineages(
        (Dispatch("dsp-1", "ANA", (one.document_id, two.document_id), (relation,)),),
        (replace(relation, relation="quotes"),),
        {one.document_id: Anchor(date(2020, 1, 1), "day", "lineage", two.document_id)},
        {one.document_id: "ANA"},
    )
    for lineages, changed in ((apart, 2), (apart, 0), (joined, 5), (joined, 0), (apart, 5)):
        with store.writing("lineage") as writer:
            assert writer.add_lineages(lineages) == changed
        assert store.view().lineages() == lineages


def test_judgements_keep_order_and_get_their_moment(store: Store, clock: Callable) -> None:  # type: ignore[type-arg]
    evidence = (Evidence("when", "2020-01-01", "2020-01-01", 3.5, "the same day"),)
    made = [
        Judgement("a#0", "b#0", "same", "rule/1", 3.5, evidence),
        Judgement("a#0", "b#0", "different", "person:R", note="two markets"),
    ]
    with store.writing("incidents") as writer:
        assert writer.add_judgements(made) == 2
    found = store.view().judgements()
    assert [replace(j, made_at=None) for j in found] == made
    assert {j.made_at for j in found} == {clock.now}  # type: ignore[attr-defined]


def test_a_rule_that_says_the_same_again_adds_nothing(store: Store, target: str) -> None:
    made = [Judgement("a#0", "b#0", "same", "rule/1", 3.5)]
    for expected in (1, 0):
        with store.writing("incidents") as writer:
            assert writer.add_judgements(made) == expected
    with store.writing("incidents") as writer:
        assert writer.add_judgements([replace(made[0], score=4.0)]) == 1


def test_an_id_is_minted_once_and_can_be_forwarded(store: Store) -> None:
    first, second = Minting("inc-1", "a#0"), Minting("inc-2", "b#0")
    forwarded = Minting("inc-2", "b#0", "inc-1")
    for mintings, new in (([first, second], 2), ([first, second], 0), ([first, forwarded], 1)):
        with store.writing("incidents") as writer:
            assert writer.add_mintings(mintings) == new
    assert store.view().mintings() == [first, forwarded]


def test_reviews_are_numbered_and_dated(store: Store, clock: Callable) -> None:  # type: ignore[type-arg]
    bare = Review(None, "inc-1", "correct", "R", None, "names", "killed.total", "96")
    with store.writing("review") as writer:
        kept = writer.add_review(bare)
    assert kept == replace(bare, review_id=1, made_at=clock.now)  # type: ignore[attr-defined]
    assert store.view().reviews() == [kept]


def test_an_earlier_moment_shows_what_was_recorded_by_then(
    store: Store,
    a_document: MakeDocument,
    a_claim: MakeClaim,
    clock: Callable,  # type: ignore[type-arg]
) -> None:
    first, later = a_document("a"), a_document("b", "A second report: 12 dead.")
    put(store, first)
    with store.writing("claims") as writer:
        writer.add_readings([reading(first.document_id, "1", [a_claim(first)])])
    then = clock.now  # type: ignore[attr-defined]
    clock.pass_hours(1)  # type: ignore[attr-defined]
    put(store, later)
    with store.writing("claims") as writer:
        writer.add_readings([reading(first.document_id, "2", [a_claim(first, 20)])])
    past = store.view(then)
    assert [d.source_id for d in past.documents()] == ["a"]
    assert [c.casualty.low for c in past.claims() if c.casualty] == [12]
    assert past.reading_keys() == {first.document_id: "1"}
    assert store.view(then - timedelta(seconds=1)).is_empty
    assert store.view().count_documents() == 2


def test_a_clock_set_back_does_not_reorder_the_past(
    store: Store,
    a_document: MakeDocument,
    clock: Callable,  # type: ignore[type-arg]
) -> None:
    put(store, a_document("a"))
    clock.pass_hours(-5)  # type: ignore[attr-defined]
    put(store, a_document("b", "Later words."))
    assert store.view(clock.now).is_empty  # type: ignore[attr-defined]


def test_a_view_does_not_see_what_comes_after_it(store: Store, a_document: MakeDocument) -> None:
    put(store, a_document("a"))
    view = store.view()
    put(store, a_document("b", "Later words."))
    assert view.count_documents() == 1


def test_a_transaction_that_fails_leaves_nothing(
    store: Store, target: str, a_document: MakeDocument
) -> None:
    def add_and_fail() -> None:
        with store.writing("documents") as writer:
            writer.add_documents([document_row(a_document("a"), b"x")])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        add_and_fail()
    assert set(rows_in(target).values()) == {0}


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("change", ["UPDATE {} SET commit_id = 7", "DELETE FROM {}"])
def test_the_database_refuses_to_change_what_is_recorded(
    store: Store,
    target: str,
    table: str,
    change: str,
    a_document: MakeDocument,
    a_claim: MakeClaim,
) -> None:
    document = a_document("a")
    put(store, document)
    with store.writing("everything") as writer:
        writer.add_readings([reading(document.document_id, "k", [a_claim(document)])])
        writer.add_lineages(Lineages((Dispatch("dsp-1", None, (document.document_id,)),)))
        writer.add_judgements([Judgement("a#0", "b#0", "same", "rule/1")])
        writer.add_mintings([Minting("inc-1", "a#0")])
        writer.add_review(Review(None, "inc-1", "note", "R", None, "why"))
    engine = make_engine(url_of(target))
    with pytest.raises(DatabaseError, match="append-only"), engine.begin() as connection:
        connection.execute(text(change.format(table)))
    engine.dispose()


def test_a_store_of_a_newer_version_is_refused(target: str) -> None:
    Store.open(target).close()
    engine = create_engine(url_of(target))
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreVersionError, match="9999"):
        Store.open(target)


def test_a_second_run_is_kept_off(store: Store, target: str) -> None:
    with store.lock(), Store.open(target) as other:
        with pytest.raises(StoreError, match="another run"), other.lock():
            pass
        with other.writing("review") as writer:  # a single act needs no lock
            writer.add_review(Review(None, "inc-1", "note", "R", None, "why"))
    with store.lock():
        pass


@pytest.mark.parametrize("words", ["a\0b", "half \ud800 pair"])
def test_text_that_no_database_keeps_is_an_input_error(
    a_document: MakeDocument, words: str
) -> None:
    document = replace(a_document("a"), text=words)
    with pytest.raises(InputError, match="a: its text"):
        document_row(document, b"")


def test_an_unknown_document_is_told(store: Store, a_document: MakeDocument) -> None:
    with pytest.raises(StoreError, match="no document 'x'"):
        store.view().document("x")
    put(store, a_document("same", "One."), a_document("same", "Two."))
    with pytest.raises(StoreError, match="2 documents are called"):
        store.view().document("same")
    with pytest.raises(StoreError, match="no raw bytes"):
        store.view().raw("0" * 64)
