"""What must hold of every register, whatever is claimed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.factories import (
    by_id,
    make_claim,
    make_count,
    make_document,
    make_incident,
    make_lineages,
    make_when,
    make_where,
)

from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry, Register
from bearwitness.register import reconcile

START = date(2014, 11, 25)
Told = tuple[list[Document], list[Claim], list[tuple[Document, ...]]]


@st.composite
def counts(draw: st.DrawFn) -> Casualty:
    low = draw(st.none() | st.integers(0, 40))
    high = draw(st.none() | st.integers(low or 0, (low or 0) + 20))
    exact = draw(st.booleans())
    return make_count(
        low,
        low if exact else high,
        outcome=draw(st.sampled_from(["killed", "killed", "injured", "casualties"])),
        status=draw(st.sampled_from(["any", "civilian", "combatant", "unknown"])),
        attributes=draw(st.sampled_from([(), (), ("children",), ("women",), ("named",)])),
        scope=draw(st.sampled_from(["incident", "incident", "part", "window", "cumulative"])),
        subset=draw(st.booleans()),
        superseded=draw(st.sampled_from([False, False, True])),
        qualifier=draw(st.sampled_from(["exactly", "at_least", "vague", "up_to", "unknown"])),
    )


@st.composite
def reports(draw: st.DrawFn) -> Told:
    """Some documents in some dispatches, with some claims each."""
    documents: list[Document] = []
    claims: list[Claim] = []
    for number in range(draw(st.integers(1, 5))):
        day = START + timedelta(days=draw(st.integers(0, 3)))
        document = make_document(
            f"d{number}", day=day, publisher=draw(st.sampled_from([None, "Gazette", "Bulletin"]))
        )
        documents.append(document)
        for place in range(draw(st.integers(0, 4))):
            says = draw(st.sampled_from([None, None, "Observatory", "Committees", "witnesses"]))
            claims.append(
                make_claim(
                    document,
                    draw(counts()),
                    at=30 * place + 1,
                    says=says,
                    when=make_when(START + timedelta(days=draw(st.integers(0, 1)))),
                    where=make_where(draw(st.sampled_from(["Raqqa", "Manbij"]))),
                )
            )
    split = draw(st.integers(0, len(documents)))
    groups = [tuple(documents[:split])] if split else []
    groups += [(d,) for d in documents[split:]]
    return documents, claims, groups


def register_of(documents: Sequence[Document], claims: Sequence[Claim],
                lineages: Lineages) -> Register:  # fmt: skip
    return reconcile([make_incident(claims)], claims, lineages, by_id(*documents))


def in_order(*values: int | None) -> bool:
    known = [v for v in values if v is not None]
    return known == sorted(known)


@given(reports())
@settings(deadline=None, max_examples=150)
def test_low_best_and_high_are_in_order(told: Told) -> None:
    documents, claims, groups = told
    for entry in register_of(documents, claims, make_lineages(*groups)).entries:
        for figure in (*entry.killed.values(), *entry.injured.values()):
            assert figure is not None
            assert in_order(figure.low, figure.best, figure.high)


@given(reports(), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=100)
def test_the_order_of_input_never_matters(told: Told, chance: object) -> None:
    documents, claims, groups = told
    straight = register_of(documents, claims, make_lineages(*groups))
    chance.shuffle(documents)  # type: ignore[attr-defined]
    chance.shuffle(claims)  # type: ignore[attr-defined]
    chance.shuffle(groups)  # type: ignore[attr-defined]

    assert register_of(documents, claims, make_lineages(*groups)) == straight


@given(reports(), st.data())
@settings(deadline=None, max_examples=150)
def test_a_copy_changes_no_figure_and_no_count_of_sources(told: Told, data: st.DataObject) -> None:
    documents, claims, groups = told
    before = register_of(documents, claims, make_lineages(*groups)).entries[0]
    original = data.draw(st.sampled_from(documents))
    assert original.anchor.date is not None
    late = original.anchor.date + timedelta(days=data.draw(st.integers(0, 5)))
    copy = replace(
        original, document_id="doc-copy", source_id="copy", publisher="Copyist",
        anchor=replace(original.anchor, date=late),
    )  # fmt: skip
    copied = [
        replace(c, claim_id=f"{c.claim_id}-copy", document_id="doc-copy")
        for c in claims
        if c.document_id == original.document_id
    ]
    same = [(*g, copy) if original in g else g for g in groups]
    lineages = _with_ids_of(make_lineages(*groups), make_lineages(*same))
    after = register_of([*documents, copy], [*claims, *copied], lineages).entries[0]

    assert numbers(after) == numbers(before)
    assert after.independent_sources == before.independent_sources
    assert (after.grade, after.date_start, after.place) == (
        before.grade,
        before.date_start,
        before.place,
    )


def test_a_copy_of_the_next_day_makes_no_risen_toll_of_a_contradiction() -> None:
    one, other = (make_document(name, day=START, publisher=None) for name in ("d0", "d1"))
    copy = make_document("copy", day=START + timedelta(days=1), publisher="Copyist")
    when, where = make_when(START), make_where("Raqqa")
    many = make_claim(one, make_count(3, None, qualifier="exactly"), at=1, when=when, where=where)
    few = make_claim(other, make_count(None, 2, qualifier="exactly"), at=1, when=when, where=where)
    again = replace(many, claim_id="clm-again", document_id=copy.document_id)

    alone = register_of([one, other], [many, few], make_lineages((one,), (other,)))
    beside = register_of(
        [one, other, copy], [many, few, again], make_lineages((one, copy), (other,))
    )

    assert [r.entries[0].grade for r in (alone, beside)] == ["contested", "contested"]


def _with_ids_of(before: Lineages, after: Lineages) -> Lineages:
    """A dispatch keeps its id when a copy joins it."""
    ids = {d.documents[0]: d.dispatch_id for d in before.dispatches}
    kept = tuple(replace(d, dispatch_id=ids[d.documents[0]]) for d in after.dispatches)
    return replace(after, dispatches=kept)


def numbers(entry: Entry) -> dict[str, tuple[int | None, int | None, int | None]]:
    return {
        f"{outcome}.{key}": (f.low, f.best, f.high)
        for outcome, figures in (("killed", entry.killed), ("injured", entry.injured))
        for key, f in figures.items()
        if f is not None
    }
