from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from bearwitness.errors import StoreError
from bearwitness.pipeline import rebuild, run
from bearwitness.pipeline.stages import Stages
from bearwitness.publish.jsonl import publish
from bearwitness.store import Store
from bearwitness.store.schema import APPEND_ONLY

Records = list[dict[str, Any]]
Write = Callable[..., Path]
Files = Callable[[Path], dict[str, bytes]]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setattr(sys.modules["bearwitness.pipeline.run"], "_BATCH", 3)


def rows(folder: Path) -> list[int]:
    with Store.open(folder) as store, store._engine.connect() as connection:
        return [
            connection.exec_driver_sql(f"SELECT count(*) FROM {t}").scalar_one()
            for t in APPEND_ONLY
        ]


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_reports_go_in_and_a_register_comes_out(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write
) -> None:
    out = tmp_path / "out"
    report = run([write_records(records)], out, jobs=1, stages=stages)
    assert (report.read, report.new, report.failed, report.exit_status) == (10, 10, 0, 0)
    assert report.read_anew == 10
    dispatches = [d["documents"] for d in lines(out / "dispatches.jsonl")]
    assert sorted(map(len, dispatches)) == [1, 1, 1, 1, 2, 2, 2]
    best = [i["figures"]["killed"]["total"]["best"] for i in lines(out / "incidents.jsonl")]
    assert sorted(best) == [12, 13, 14]
    documents = {d["source_id"]: d for d in lines(out / "documents.jsonl")}
    assert documents["Northmoor-b"]["anchor"] == {
        "date": "2020-03-10",
        "precision": "day",
        "basis": "lineage",
        "from_document": documents["Northmoor-a"]["document_id"],
    }
    claims = lines(out / "claims.jsonl")
    assert all(
        documents_text[c["document_id"]][c["start"] : c["end"]] == c["quote"]
        for documents_text in [{d["document_id"]: d["text"] for d in documents.values()}]
        for c in claims
    )
    assert all(c["incident_id"] for c in claims)


def test_a_second_run_adds_nothing(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write, files_of: Files
) -> None:
    source, out = write_records(records), tmp_path / "out"
    run([source], out, jobs=1, stages=stages)
    before, exported = rows(out), files_of(out)
    report = run([source], out, jobs=1, stages=stages)
    assert (report.read, report.new, report.read_anew) == (10, 0, 0)
    assert rows(out) == before
    assert files_of(out) == exported


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_input_never_changes_the_register(
    tmp_path: Path,
    stages: Stages,
    records: Records,
    write_records: Write,
    files_of: Files,
    seed: int,
) -> None:
    run([write_records(records)], tmp_path / "out", jobs=1, stages=stages)
    shuffled = records.copy()
    random.Random(seed).shuffle(shuffled)
    halves = [
        write_records(shuffled[:4], "first.jsonl"),
        write_records(shuffled[4:], "second.jsonl"),
    ]
    run(halves, tmp_path / "other", jobs=1, stages=stages)
    assert files_of(tmp_path / "other") == files_of(tmp_path / "out")


def test_more_input_adds_only_what_is_new(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write
) -> None:
    out = tmp_path / "out"
    run([write_records(records[:4])], out, jobs=1, stages=stages)
    first = {i["incident_id"] for i in lines(out / "incidents.jsonl")}
    report = run([write_records(records)], out, jobs=1, stages=stages)
    assert (report.read, report.new, report.read_anew) == (10, 6, 6)
    assert first <= {i["incident_id"] for i in lines(out / "incidents.jsonl")}


def test_an_earlier_moment_gives_the_register_of_then(
    tmp_path: Path,
    stages: Stages,
    records: Records,
    write_records: Write,
    files_of: Files,
    clock: Any,
) -> None:
    out, then = tmp_path / "out", tmp_path / "then"
    run([write_records(records[1:5])], out, jobs=1, stages=stages, clock=clock)
    first, moment = files_of(out), clock.now
    run([write_records(records)], out, jobs=1, stages=stages, clock=clock)
    assert files_of(out) != first
    then.mkdir()
    with Store.open(out) as store:
        publish(rebuild(store, moment, stages), then)
        assert files_of(then) == first
        publish(rebuild(store, None, stages), then)
    assert files_of(then) == files_of(out)


def test_a_dated_relative_that_comes_later_has_the_undated_read_anew(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write
) -> None:
    out = tmp_path / "out"
    run([write_records(records[1:2])], out, jobs=1, stages=stages)
    assert lines(out / "claims.jsonl")[0]["when"]["start"] is None
    report = run([write_records(records[:1], "dated.jsonl")], out, jobs=1, stages=stages)
    assert report.read_anew == 2
    assert {c["when"]["start"] for c in lines(out / "claims.jsonl")} == {"2020-03-10"}


def test_a_newer_reader_reads_everything_anew(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write
) -> None:
    source, out = write_records(records), tmp_path / "out"
    run([source], out, jobs=1, stages=stages)
    newer = replace(stages, reader_version=lambda: "small/2")
    assert run([source], out, jobs=1, stages=newer).read_anew == 10


def test_a_text_that_the_reader_stumbles_over_is_counted_and_tried_again(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write
) -> None:
    source = write_records([*records, {"id": "odd", "text": "Here readers stumble badly."}])
    seen: list[str] = []
    for _ in range(2):
        report = run(
            [source],
            tmp_path / "out",
            jobs=1,
            stages=stages,
            on_error=lambda error: seen.append(str(error)),
        )
        assert (report.read, report.failed, report.exit_status) == (11, 1, 3)
    assert len(seen) == 2
    assert seen[0].startswith("odd: its claims could not be read: ValueError")


def test_what_cannot_be_read_is_told_by_file_and_line(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write
) -> None:
    source = write_records(records[:2])
    with source.open("ab") as file:
        file.write(b'{"text": "cut off\n')
    report = run([source, tmp_path / "absent.txt"], tmp_path / "out", jobs=1, stages=stages)
    assert (report.read, report.failed, report.exit_status) == (2, 2, 3)
    assert any(e.line == 3 and "in.jsonl" in e.source for e in report.errors)


def test_nothing_to_read_is_status_one(tmp_path: Path, stages: Stages) -> None:
    report = run([tmp_path / "absent.txt"], tmp_path / "out", jobs=1, stages=stages)
    assert (report.read, report.failed, report.exit_status) == (0, 1, 1)


def test_an_export_that_cannot_be_written_leaves_the_earlier_one(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write, files_of: Files
) -> None:
    source, out = write_records(records), tmp_path / "out"
    run([source], out, jobs=1, stages=stages)
    before = files_of(out)
    (out / ".claims.jsonl.part").mkdir()
    more = write_records([{"id": "x", "text": "In Eastfield 3 people were killed."}], "x.jsonl")
    with pytest.raises(StoreError, match=r"claims\.jsonl could not be written"):
        run([more], out, jobs=1, stages=stages)
    assert files_of(out)["claims.jsonl"] == before["claims.jsonl"]
    (out / ".claims.jsonl.part").rmdir()
    assert run([more], out, jobs=1, stages=stages).new == 0
    assert len(lines(out / "claims.jsonl")) == 10


class Killed(BaseException):
    """The process ends here."""


@contextmanager
def killed_at_statement(number: int) -> Iterator[None]:
    """Raise at the number-th statement that any database is sent."""
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            raise Killed

    event.listen(Engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(Engine, "before_cursor_execute", count)


def test_a_run_stopped_at_any_statement_ends_in_the_same_register(
    tmp_path: Path, stages: Stages, records: Records, write_records: Write, files_of: Files
) -> None:
    source, whole = write_records(records), tmp_path / "whole"
    run([source], whole, jobs=1, stages=stages)
    expected, expected_rows = files_of(whole), rows(whole)
    stopped = 0
    for number in range(1, 400, 3):
        out = tmp_path / f"out-{number}"
        try:
            with killed_at_statement(number):
                run([source], out, jobs=1, stages=stages)
        except Killed:
            stopped += 1
        run([source], out, jobs=1, stages=stages)
        assert files_of(out) == expected, number
        assert rows(out)[1:] == expected_rows[1:], number
        if number > 1 and stopped * 3 < number - 3:
            break
    assert stopped > 20


def test_a_run_stopped_between_files_ends_in_the_same_register(
    tmp_path: Path,
    stages: Stages,
    records: Records,
    write_records: Write,
    files_of: Files,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source, whole = write_records(records), tmp_path / "whole"
    run([source], whole, jobs=1, stages=stages)
    real_replace = Path.replace
    for stop in range(7):
        out, seen = tmp_path / f"out-{stop}", iter(range(100))

        def replace_or_die(
            self: Path, target: Path, seen: Iterator[int] = seen, stop: int = stop
        ) -> Path:
            if next(seen) == stop:
                raise Killed
            return real_replace(self, target)

        monkeypatch.setattr(Path, "replace", replace_or_die)
        with pytest.raises(Killed):
            run([source], out, jobs=1, stages=stages)
        monkeypatch.setattr(Path, "replace", real_replace)
        assert len(files_of(out)) == stop
        run([source], out, jobs=1, stages=stages)
        assert files_of(out) == files_of(whole)
