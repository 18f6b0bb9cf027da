from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from bearwitness.publish.edition import Edition
from bearwitness.publish.jsonl import publish

FILES = (
    "claims",
    "contradictions",
    "dispatches",
    "documents",
    "incidents",
    "judgements",
    "tolls",
)


def written(edition: Edition, folder: Path) -> dict[str, list[dict[str, Any]]]:
    publish(edition, folder)
    return {
        p.stem: [json.loads(line) for line in p.read_text(encoding="utf-8").splitlines()]
        for p in folder.glob("*.jsonl")
    }


def test_every_file_of_the_contract_is_written(edition: Edition, tmp_path: Path) -> None:
    assert tuple(sorted(written(edition, tmp_path))) == FILES
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []


def test_files_are_there_even_where_there_is_nothing(edition: Edition, tmp_path: Path) -> None:
    empty = replace(edition, documents=list, claims=list, judgements=())
    assert sorted(written(empty, tmp_path)) == sorted(FILES)


def test_documents_carry_what_lineage_lends(edition: Edition, tmp_path: Path) -> None:
    late, early = written(edition, tmp_path)["documents"]
    assert list(early) == [
        "document_id", "source_id", "url", "publisher", "agency", "agency_inferred", "title",
        "dateline", "published_at", "anchor", "language", "sha256", "text", "furniture",
        "dispatch_id",
    ]  # fmt: skip
    assert (early["agency"], early["agency_inferred"]) == ("ANA", True)
    assert (late["agency"], late["agency_inferred"]) == ("ANA", False)
    assert late["anchor"] == {
        "date": "2020-03-10",
        "precision": "day",
        "basis": "lineage",
        "from_document": "doc-b",
    }
    (apart,) = late["furniture"]
    assert late["text"][apart["start"] : apart["end"]] == "Share this page"
    assert {late["dispatch_id"], early["dispatch_id"]} == {"dsp-1"}


def test_a_claim_has_the_keys_of_the_contract_in_order(edition: Edition, tmp_path: Path) -> None:
    claims = written(edition, tmp_path)["claims"]
    assert [c["claim_id"] for c in claims] == ["clm-1", "clm-2", "clm-3"]
    contract = [
        "claim_id", "document_id", "kind", "quote", "start", "end", "attribution", "hedge", "when",
        "where", "by", "against", "event_type", "weapon", "incident_id", "extractor", "outcome",
        "low", "high", "qualifier", "status", "side", "attributes", "scope", "subset",
        "superseded", "statement", "derived",
    ]  # fmt: skip
    assert [key for key in claims[0] if key in contract] == contract
    assert claims[0]["attribution"] == [
        {"name": "a clinic", "actor_id": None, "cue": "said", "start": 23, "end": 31}
    ]
    assert claims[0]["incident_id"] == "inc-1"
    assert claims[2]["incident_id"] is None
    assert claims[2]["derived"] == {"rule": "share", "premises": ["clm-1"]}
    assert claims[2]["high"] is None


def test_dispatches_tell_what_became_of_each_sentence(edition: Edition, tmp_path: Path) -> None:
    (dispatch,) = written(edition, tmp_path)["dispatches"]
    (relation,) = dispatch["relations"]
    assert dispatch["documents"] == ["doc-b", "doc-a"]
    assert (relation["from"], relation["to"], relation["relation"]) == ("doc-b", "doc-a", "update")
    assert relation["sentences"][0]["what"] == [{"from": "six", "to": "nine"}]
    assert relation["sentences"][0]["quotation_altered"] is True


def test_figures_that_nobody_states_are_null(edition: Edition, tmp_path: Path) -> None:
    incident, merged = written(edition, tmp_path)["incidents"]
    keys = ["total", "civilian", "combatant_a", "combatant_b", "unknown", "children", "women"]
    assert list(incident["figures"]["killed"]) == list(incident["figures"]["injured"]) == keys
    assert set(incident["figures"]["injured"].values()) == {None}
    assert incident["figures"]["killed"]["total"] == {
        "low": 9,
        "best": 9,
        "high": None,
        "rule": "latest",
        "used": ["clm-1"],
        "set_aside": [{"claim_id": "clm-2", "why": "superseded"}],
    }
    assert merged["superseded_by"] == "inc-1"


def _all_text(folder: Path) -> str:
    return "".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.jsonl")))


def test_what_is_withheld_leaves_by_no_door(edition: Edition, tmp_path: Path) -> None:
    publish(edition, tmp_path)
    assert "nine people" in _all_text(tmp_path)
    publish(replace(edition, withheld=frozenset({"doc-a"})), tmp_path)
    text = _all_text(tmp_path)
    for words in ("nine", "SUM", "Share this page"):
        assert words not in text
    assert "six people" in text
    assert '"low":9' in text


def test_a_withheld_incident_is_not_listed(edition: Edition, tmp_path: Path) -> None:
    files = written(replace(edition, withheld=frozenset({"inc-1"})), tmp_path)
    assert [i["incident_id"] for i in files["incidents"]] == ["inc-2"]


def test_a_second_writing_gives_the_same_bytes(edition: Edition, tmp_path: Path) -> None:
    publish(edition, tmp_path)
    first = _all_text(tmp_path)
    turned: Callable[[], list[Any]] = lambda: list(reversed(list(edition.claims())))  # noqa: E731
    publish(replace(edition, claims=turned), tmp_path)
    assert _all_text(tmp_path) == first
