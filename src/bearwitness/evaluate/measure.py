"""Running the engine over gold records and scoring what it exports."""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bearwitness.errors import InputError
from bearwitness.evaluate.exports import Exports
from bearwitness.evaluate.scores import Row, Scores, part_of
from bearwitness.evaluate.sets import Asked
from bearwitness.evaluate.toponyms import Resolved
from bearwitness.pipeline import run
from bearwitness.pipeline.streams import places

Told = Callable[[str, int, int | None], None]
"""Told what is being done, how far it is, and of how much."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Which gold records are measured.

    Attributes:
        part: "all", or one of the two parts fixed by hash.
        limit: at most so many records a set, None for all.
        seed: picks which, where there is a limit.
    """

    part: Literal["all", "dev", "held"] = "all"
    limit: int | None = None
    seed: int = 0

    def take(self, asked: Asked, rows: Sequence[Row]) -> list[Row]:
        """The records of the sample, in the order of the file."""
        key = asked.gold.key
        kept = [r for r in rows if self.part == "all" or part_of(key(r)) == self.part]
        if self.limit is None or len(kept) <= self.limit:
            return kept
        ranked = sorted(range(len(kept)), key=lambda i: self._rank(key(kept[i])))
        return [kept[i] for i in sorted(ranked[: self.limit])]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.part == "all" and self.limit is None

    def _rank(self, key: str) -> str:
        return hashlib.sha1(f"{self.seed}:{key}".encode()).hexdigest()


def measure(
    asked: Sequence[Asked],
    sample: Sample,
    *,
    jobs: int | None = None,
    told: Told = lambda _what, _done, _total: None,
    keep: Path | None = None,
    own: Sequence[Path] = (),
) -> list[Scores]:
    """Read, run and score.

    Records of several sets that belong to one run (the same documents, coded twice) are run once,
    all mixed together.

    Args:
        asked: the sets.
        sample: which of their records.
        jobs: processes of a run.
        told: progress.
        keep: keep the exports of each run in this folder.
        own: files of places that the gazetteer is to know beside its own.

    Raises:
        InputError: a gold file is damaged.
        StoreError: a run cannot write.
    """
    gold = {a.gold.name: sample.take(a, a.gold.read(a.folder)) for a in asked}
    runs: dict[str, dict[str, Row]] = {}
    for a in asked:
        for name, record in a.gold.inputs(a.texts or a.folder, gold[a.gold.name]):
            runs.setdefault(name, {}).setdefault(str(record["id"]), record)
    of_places = {a.gold.name for a in asked if a.gold.resolve is not None}
    exports: dict[str, Exports] = {}
    resolved: dict[str, Resolved] = {}
    with tempfile.TemporaryDirectory(prefix="bearwitness-evaluate-") as scratch:
        for name, records in runs.items():
            source = Path(scratch) / f"{name}.jsonl"
            _write(source, list(records.values()))
            if name in of_places:
                resolved[name] = _places(source, name, len(records), told, own)
            else:
                folder = (keep or Path(scratch)) / f"run-{name}"
                exports[name] = _run(source, folder, name, jobs, told, own)
    return [_score(a, gold[a.gold.name], exports, resolved) for a in asked]


def _score(
    asked: Asked,
    rows: Sequence[Row],
    exports: dict[str, Exports],
    resolved: dict[str, Resolved],
) -> Scores:
    if asked.gold.resolve is not None:
        return asked.gold.resolve(rows, resolved.get(asked.gold.name, {}))
    if asked.gold.score is None:
        raise TypeError(f"{asked.gold.name} has no scorer")
    return asked.gold.score(rows, exports)


def _write(path: Path, records: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for record in records:
            given = {k: v for k, v in record.items() if v is not None}
            out.write(json.dumps(given, ensure_ascii=False) + "\n")


def _run(
    source: Path, out: Path, name: str, jobs: int | None, told: Told, own: Sequence[Path]
) -> Exports:
    failed: list[InputError] = []
    run(
        [source],
        out,
        jobs=jobs,
        progress=lambda stage, done, total: told(f"{name}: {stage}", done, total),
        on_error=failed.append,
        places=own,
    )
    if failed:
        told(f"{name}: {len(failed)} records not read, first: {failed[0]}", 0, None)
    return Exports.load(out)


def _places(source: Path, name: str, total: int, told: Told, own: Sequence[Path]) -> Resolved:
    resolved: Resolved = {}
    for done, lines in enumerate(places([source], on_error=_fail, own=own), 1):
        told(f"{name}: places", done, total)
        for line in lines.splitlines():
            row = json.loads(line)
            resolved[row["id"], row["start"], row["end"]] = row
    return resolved


def _fail(error: InputError) -> None:
    raise error
