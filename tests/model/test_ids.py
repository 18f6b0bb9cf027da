"""Ids are quoted by others once published: each recipe is held to a literal digest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bearwitness.model import ids

parts = st.one_of(st.none(), st.text(), st.integers())


@given(st.lists(parts, max_size=4), st.lists(parts, max_size=4))
def test_different_parts_never_run_together(left: list[object], right: list[object]) -> None:
    def written(items: list[object]) -> list[str | None]:
        return [None if p is None else str(p) for p in items]

    same = ids.digest(*left) == ids.digest(*right)  # type: ignore[arg-type]
    assert same == (written(left) == written(right))


@given(st.permutations(["side one", "side two", "side three"]))
def test_a_contradiction_has_one_id_whatever_the_order_of_its_sides(sides: list[str]) -> None:
    assert ids.contradiction_id("count", *sides) == ids.contradiction_id(
        "count", "side one", "side two", "side three"
    )


def test_claims_of_one_span_are_told_apart_by_what_they_count() -> None:
    killed = ids.claim_id("doc-a", "casualty", 4, 9, "killed")
    assert killed != ids.claim_id("doc-a", "casualty", 4, 9, "injured")
    assert killed != ids.claim_id("doc-a", "casualty", 4, 10, "killed")


def test_published_ids_stay_what_they_are() -> None:
    assert ids.digest("a", 1, None) == "21b65642986313eb"
    assert ids.document_id("report.txt", "ab" * 32) == "doc-de3740e7c0a07c6e"
    assert ids.claim_id("doc-1", "casualty", 10, 21, "killed") == "clm-625a935b462f9d69"
    assert ids.dispatch_id("doc-1") == "dsp-8516c87a7b603fd2"
    assert ids.incident_id("doc-1#0") == "inc-684ff33d14527d0d"
    assert ids.contradiction_id("count", "b", "a") == "con-ae6a99151bdff28b"
