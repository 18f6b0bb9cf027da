from __future__ import annotations

import json
from pathlib import Path

import pytest

from bearwitness.errors import UsageError
from bearwitness.evaluate import command
from bearwitness.evaluate.measure import Sample
from bearwitness.evaluate.scores import Figure, Scores, Tally
from bearwitness.evaluate.sets import Asked


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one set, measured without running the engine."""
    (tmp_path / "own_gold.jsonl").write_text('{"id": "a", "text": "t", "readings": []}\n')

    def scored(asked: list[Asked], sample: Sample, **_: object) -> list[Scores]:
        tally = Tally("own", [Figure("figures found", 0.9, 0.5)])
        tally.count("figures found", "a", sample.limit is None)
        tally.fault("figures found", "a", gold=1, ours=None, text="t", guess="number not read")
        return [tally.scores() for _ in asked]

    monkeypatch.setattr(command, "measure", scored)
    return tmp_path


def test_a_table_is_printed_and_errors_are_kept(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main([str(gold), "--out", str(tmp_path / "out")])
    assert "figures found" in capsys.readouterr().out
    kept = json.loads((tmp_path / "out" / "scores.json").read_text())
    assert kept["scores"][0]["value"] == 1.0
    assert len(kept["gold"]["own_gold.jsonl"]) == 64
    fault = json.loads((tmp_path / "out" / "errors" / "own.jsonl").read_text())
    assert fault["guess"] == "number not read"


def test_markdown_sets_our_figures_beside_published_ones(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main([str(gold), "--markdown"])
    out = capsys.readouterr().out
    assert "| figures found | 1.000 |" in out
    assert "### Beside published figures" in out


def test_tables_are_put_between_the_marks_of_a_document(gold: Path, tmp_path: Path) -> None:
    doc = tmp_path / "accuracy.md"
    doc.write_text("# A\n<!-- figures: begin -->\nstale\n<!-- figures: end -->\nrest\n")
    command.main([str(gold), "--into", str(doc)])
    once = doc.read_text()
    assert "stale" not in once
    assert once.endswith("<!-- figures: end -->\nrest\n")
    command.main([str(gold), "--into", str(doc)])
    assert doc.read_text() == once
    doc.write_text("# no marks")
    with pytest.raises(UsageError, match="needs the lines"):
        command.main([str(gold), "--into", str(doc)])


def test_a_gate_pins_and_holds(gold: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    command.main([str(gold), "--gate", str(floors), "--set-floors"])
    pinned = json.loads(floors.read_text())["own_gold.jsonl"]["figures"]
    assert pinned == {"own/figures found": 1.0}
    command.main([str(gold), "--gate", str(floors)])


@pytest.mark.parametrize(
    "args",
    [
        ["--gate", "f.json", "--limit", "3"],
        ["--gate", "f.json", "--part", "dev"],
        ["--set-floors"],
        ["--set", "cricket"],
    ],
)
def test_wrong_arguments_are_refused(gold: Path, args: list[str]) -> None:
    with pytest.raises(UsageError):
        command.main([str(gold), *args])


def test_an_unknown_choice_ends_with_status_two(gold: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([str(gold), "--part", "most"])
    assert ended.value.code == 2
