from __future__ import annotations

from typing import Any

from tests.evaluate.rows import document

from bearwitness.evaluate import lineage, toponyms
from bearwitness.evaluate.exports import Exports


def pair(a: str, b: str, relation: str, order: str | None = None) -> dict[str, Any]:
    return {
        "a": a,
        "b": b,
        "pool": "gva",
        "relation": relation,
        "same_dispatch": relation in ("copy", "edit", "update"),
        "order": order,
        "certainty": 3,
        "containment8": 0.1,
        "longest_run_words": 9,
        "note": "",
    }


def test_pairs_are_scored_by_dispatch_and_order() -> None:
    documents = [document(d, d) for d in "abcdef"]
    dispatches = [
        {"dispatch_id": "1", "documents": ["doc-b", "doc-a"]},
        {"dispatch_id": "2", "documents": ["doc-c", "doc-d"]},
        {"dispatch_id": "3", "documents": ["doc-e"]},
        {"dispatch_id": "4", "documents": ["doc-f"]},
    ]
    rows = [
        pair("a", "b", "edit", "b"),
        pair("c", "d", "quotes"),
        pair("e", "f", "update", "a"),
        pair("a", "f", "quotes"),
    ]
    found = lineage.score(rows, {"gva": Exports.of(documents, [], [], dispatches)})
    assert found.value("same dispatch, precision") == 0.5
    assert found.value("same dispatch, recall") == 0.5
    assert found.value("shared statement kept apart") == 0.5
    assert found.value("order of takes right") == 1.0


def test_documents_without_a_dispatch_are_kept_apart() -> None:
    found = lineage.score([pair("a", "b", "copy", "a")], {"gva": Exports.of([], [])})
    assert found.value("same dispatch, F1") == 0.0
    assert found.value("order of takes right") is None


def toponym(start: int, end: int, geonameid: str) -> dict[str, Any]:
    return {
        "start": start,
        "end": end,
        "phrase": "x",
        "offset_ok": True,
        "geonameid": geonameid,
        "lat": 10.0,
        "lon": 10.0,
        "name": "X",
        "fclass": "P",
        "fcode": "PPL",
        "country": "ZZ",
        "admin1": "Z",
    }


def test_toponyms_count_within_161_km_and_by_id() -> None:
    row = {
        "doc_id": "t",
        "text": "X and Y and Z",
        "toponyms": [toponym(0, 1, "1"), toponym(6, 7, "2"), toponym(12, 13, "3")],
    }
    resolved = {
        ("t", 0, 1): {"place_id": 1, "lat": 10.0, "lon": 10.0},
        ("t", 6, 7): {"place_id": 9, "lat": 11.0, "lon": 10.0},
    }
    found = toponyms.LGL.score([row], resolved)
    assert found.value("accuracy at 161 km") == 2 / 3
    assert found.value("exact") == 1 / 3
    assert found.value("left unresolved") == 1 / 3


def test_a_toponym_whose_offsets_fail_is_not_asked_for() -> None:
    bad = {**toponym(0, 1, "1"), "offset_ok": False}
    row = {"doc_id": "t", "text": "X", "toponyms": [bad]}
    assert [r["toponyms"] for _, r in toponyms.TRNEWS.inputs([row])] == [[]]
    assert toponyms.TRNEWS.score([row], {}).value("exact") is None
