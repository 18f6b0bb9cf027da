"""Judged news of all subjects: what counts as a false incident, and where the texts stand."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from bearwitness.evaluate.exports import Exports, read_rows
from bearwitness.evaluate.scores import part_of
from bearwitness.evaluate.sets import sets_in
from bearwitness.evaluate.unselected import FILE, NAME, TEXTS, inputs, score

VERDICTS = {"right", "wrong figure", "wrong day or place", "told twice", "no violence"}


def exports(incidents: dict[str, list[str]]) -> dict[str, Exports]:
    """What a run might export: documents with a claim for each of their incidents."""
    documents = [{"document_id": f"d-{k}", "source_id": k, "text": ""} for k in incidents]
    claims = [
        {"claim_id": f"c-{i}", "document_id": f"d-{k}", "incident_id": i, "kind": "event",
         "quote": "shot", "start": 0, "end": 4}
        for k, found in incidents.items() for i in found
    ]  # fmt: skip
    return {NAME: Exports.of(documents, claims)}


def test_an_incident_where_nothing_happened_is_false_and_none_where_something_did_is_missed() -> (
    None
):
    rows = [
        {"doc_id": "a", "violence": "none"},
        {"doc_id": "b", "violence": "none"},
        {"doc_id": "c", "violence": "told"},
        {"doc_id": "d", "violence": "told"},
        {"doc_id": "e", "violence": "recalled"},
    ]
    found = score(rows, exports({"a": ["i1", "i2"], "b": [], "c": ["i3"], "d": [], "e": ["i4"]}))
    assert found.value("no violence: left without an incident") == 0.5
    assert found.value("false incidents per 100 documents") == 100.0
    assert found.value("violence: given an incident") == 0.5
    assert {f.id for f in found.faults} == {"a", "d"}


def test_the_texts_are_found_in_another_of_the_folders_given(tmp_path: Path) -> None:
    evals, gold = tmp_path / "evals", tmp_path / "gold"
    evals.mkdir()
    gold.mkdir()
    (evals / FILE).write_text(json.dumps({"doc_id": "x", "violence": "none"}) + "\n")
    assert sets_in([evals], [NAME])[0] == []
    text = {"doc_id": "x", "title": "T", "text": "A fair.", "url": "u", "domain": "d", "date": "1"}
    (gold / TEXTS[0]).write_text(json.dumps(text) + "\n")
    (gold / TEXTS[1]).write_text("")
    (asked,), skipped = sets_in([gold, evals], [NAME])
    assert (asked.folder, asked.texts, skipped) == (evals, gold, [])
    assert [r["id"] for _, r in inputs(gold, [{"doc_id": "x"}, {"doc_id": "y"}])] == ["x"]


def test_the_judged_rows_hold_verdicts_and_no_held_out_document(repository: Path) -> None:
    rows = list(read_rows(repository / "evals" / FILE))
    assert Counter(r["sample"] for r in rows) == {"first": 200, "fresh": 150}
    assert {r["violence"] for r in rows} == {"told", "recalled", "none"}
    assert {part_of(r["doc_id"]) for r in rows} == {"dev"}
    judged = [i for r in rows for i in r.get("incidents", ())]
    assert {i["verdict"] for i in judged} == VERDICTS
    assert len(judged) == 61
