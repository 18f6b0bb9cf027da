"""Statements, meetings, control and transfers against our own sentences, with floors."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.extract import Extractor
from bearwitness.model.claim import Claim, Meeting, Statement, Transfer
from bearwitness.model.document import Anchor, Document

FLOORS = {  # precision, recall, share of the coded fields that are right
    "statement": (0.9, 0.9, 0.9),
    "meeting": (0.9, 0.9, 0.9),
    "control": (0.9, 0.9, 0.9),
    "transfer": (0.9, 0.9, 0.9),
}
Row = dict[str, Any]


@dataclass
class Score:
    found: int = 0
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.found / max(1, self.found + len(self.false))

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + len(self.missed))

    @property
    def fields(self) -> float:
        return self.right / max(1, self.right + len(self.wrong))


@pytest.fixture(scope="module")
def rows(repository: Path) -> list[Row]:
    path = repository / "evals" / "other_kinds_gold.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def reader() -> Extractor:
    return Extractor(load_gazetteer())


def read(reader: Extractor, row: Row) -> list[Claim]:
    document = Document(f"doc-{row['id']}", row["id"], row["text"], "0" * 64, "en")
    claims = reader.extract(document, Anchor(date(2022, 6, 15), "day", "stated"))
    return [c for c in claims if c.kind == row["kind"]]


def values(claim: Claim) -> dict[str, str]:
    """What a gold row may code, in words."""
    where = claim.where
    out = {
        "where": f"{where.name} {where.text or ''}" if where else "",
        "by": claim.by.name + " " + claim.by.text if claim.by else "",
        "against": claim.against.name if claim.against else "",
    }
    detail = claim.detail
    if isinstance(detail, Statement):
        out.update(speaker=detail.speaker + " " + (detail.office or ""), mode=detail.mode)
        out.update(channel=detail.channel or "", addressee=detail.addressee or "")
    elif isinstance(detail, Meeting):
        out.update(status=detail.status, mediator=detail.mediator or "")
        out.update(series=detail.series or "", parties=" | ".join(detail.participants))
    elif isinstance(detail, Transfer):
        out.update(item=detail.item, status=detail.status)
        out.update(origin=detail.origin or "", recipient=detail.recipient or "")
    else:
        out["state"] = getattr(detail, "state", "")
    return out


def coded(row: Row) -> Iterator[tuple[str, str]]:
    for key, value in row["expect"].items():
        for one in value if isinstance(value, list) else [value]:
            yield key, one


def score(reader: Extractor, rows: list[Row], kind: str) -> Score:
    out = Score()
    for row in (r for r in rows if r["kind"] == kind):
        claims = read(reader, row)
        if row["expect"] is None:
            out.false += [row["id"]] * len(claims)
            continue
        wanted = list(coded(row))
        hits = [
            sum(one.casefold() in values(c)[key].casefold() for key, one in wanted) for c in claims
        ]
        if not hits:
            out.missed.append(row["id"])
            continue
        best = hits.index(max(hits))
        out.found += 1
        got = values(claims[best])
        for key, one in wanted:
            if one.casefold() in got[key].casefold():
                out.right += 1
            else:
                out.wrong.append(f"{row['id']} {key}: {got[key]!r}, not {one!r}")
    return out


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_other_kinds_are_read_as_coded(reader: Extractor, rows: list[Row], kind: str) -> None:
    got = score(reader, rows, kind)
    told = f"missed {got.missed}, false {got.false}, wrong {got.wrong}"
    precision, recall, fields = FLOORS[kind]
    assert got.precision >= precision, told
    assert got.recall >= recall, told
    assert got.fields >= fields, told


def test_every_kind_has_forty_sentences_of_which_fifteen_tell_nothing(rows: list[Row]) -> None:
    for kind in FLOORS:
        own = [r for r in rows if r["kind"] == kind]
        assert len(own) >= 40, kind
        assert sum(r["expect"] is not None for r in own) >= 35, kind
        assert sum(r["expect"] is None for r in own) >= 15, kind
