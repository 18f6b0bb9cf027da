"""The commands from outside: what they print, what they write, how they end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bearwitness import __version__
from bearwitness.cli import main

EARLY = """Air raid hits Aleppo market

ALEPPO, Syria, 3 March 2016 (Example Wire) - An air strike on a market in Aleppo on Thursday killed
at least 12 people, a hospital doctor said. Rescue workers were digging through the rubble of two
shops for the missing until after dark, and the road to the clinic was closed to all other traffic.

The doctor said "nine of them were brought in dead" before noon.
"""
LATE = """Toll of Aleppo market raid rises

ALEPPO, Syria, 4 March 2016 (Example Wire) - An air strike on a market in Aleppo on Thursday killed
at least 15 people, a hospital doctor said, up from 12. Rescue workers were digging through the
rubble of two shops for the missing until after dark, and the road to the clinic was closed to all
other traffic.

The doctor said "ten of them were brought in dead" before noon.
"""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def bearwitness(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command: its exit status, what it wrote to standard output, and to standard error."""

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bearwitness", *map(str, arguments)])
        monkeypatch.setenv("COLUMNS", "200")
        try:
            main()
            status = 0
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfdbinary.readouterr()
        return status, out.decode(), err.decode()

    return call


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "early.txt").write_text(EARLY, encoding="utf-8")
    (folder / "late.txt").write_text(LATE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def register(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of the two reports, made once."""
    folder = tmp_path_factory.mktemp("made") / "register"
    done = subprocess.run(
        [sys.executable, "-m", "bearwitness", "run", reports, "--out", folder, "--jobs", "1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "2 documents read, 2 new, 0 inputs failed" in done.stderr
    return folder


def incident_in(folder: Path) -> str:
    first = (folder / "incidents.jsonl").read_text(encoding="utf-8").splitlines()[0]
    return str(json.loads(first)["incident_id"])


def test_reports_in_a_language_that_is_not_read_are_told_of(
    bearwitness: Run, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    text = "Un soldado murió y otros cuatro resultaron heridos el martes en un ataque en la sierra."
    (tmp_path / "in" / "nota.txt").write_text(f"{text} {text}", encoding="utf-8")
    status, _, err = bearwitness("run", tmp_path / "in", "--out", tmp_path / "out")
    assert status == 0
    assert "1 document kept without claims, in languages that are not read yet (es: 1)" in err


def test_version_and_help_answer_at_once(bearwitness: Run) -> None:
    assert bearwitness("--version") == (0, f"bearwitness {__version__}\n", "")
    status, out, _ = bearwitness("--help")
    assert status == 0
    for command in ("run", "show", "diff", "extract", "places", "export", "review", "evaluate"):
        assert command in out
        if command != "evaluate":
            assert "For example:" in bearwitness(command, "--help")[1]


@pytest.mark.parametrize(
    "arguments",
    [
        ("run",),
        ("frobnicate",),
        ("run", "x.txt", "--out", "y", "--jobs", "0"),
        ("export", "pdf", "."),
        ("show", ".", "--as-of", "yesterday"),
    ],
)
def test_a_wrong_command_line_is_status_two(
    bearwitness: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, _, err = bearwitness(*arguments)
    assert status == 2
    assert err


def test_the_register_is_shown_as_a_table(bearwitness: Run, register: Path) -> None:
    status, out, err = bearwitness("show", register)
    assert (status, err) == (0, "")
    assert incident_in(register) in out
    assert "Aleppo" in out
    assert "2016-03-03" in out


def test_one_incident_is_shown_with_the_words_that_count(bearwitness: Run, register: Path) -> None:
    name = incident_in(register)
    status, out, _ = bearwitness("show", register, name[:8])
    assert status == 0
    assert "2 reports, 1 dispatch" in out
    assert "[[at least 15]] people" in out
    assert bearwitness("show", register, "inc-nothing")[0] == 2


def test_a_headline_is_shown_to_restate_the_body(bearwitness: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Shells on the port of Aden kill 40\n\n" + LATE.split("\n\n")[1].replace(
        "Aleppo", "Aden").replace("15", "40"), encoding="utf-8")  # fmt: skip
    bearwitness("run", report, "--out", tmp_path / "out")
    status, out, _ = bearwitness("show", tmp_path / "out", incident_in(tmp_path / "out"))

    assert status == 0
    assert re.search(r"\[\[40\]\].*\n.*headline_restates.*restates clm-", out)


def test_two_files_are_compared_word_by_word(bearwitness: Run, reports: Path) -> None:
    pair = (reports / "early.txt", reports / "late.txt")
    status, out, _ = bearwitness("diff", *pair, "--unified")
    assert status == 0
    assert re.search(r"- .*\[-12-\] people", out)
    assert re.search(r"\+ .*\{\+15\+\} people", out)
    assert "! the quotation was altered" in out
    assert bearwitness("diff", *pair)[0] == 0


def test_documents_of_a_register_are_compared_by_name(bearwitness: Run, register: Path) -> None:
    status, out, _ = bearwitness("diff", "early.txt", "late.txt", "--in", register)
    assert status == 0
    assert "quotations altered: 1" in out
    status, _, err = bearwitness("diff", "early.txt", "never.txt", "--in", register)
    assert (status, "never.txt" in err) == (1, True)


def test_a_moment_before_everything_shows_nothing(bearwitness: Run, register: Path) -> None:
    status, out, _ = bearwitness("show", register, "--as-of", "1999-12-31")
    assert status == 0
    assert "0 incidents" in out


@pytest.mark.parametrize(
    ("form", "name"), [("csv", "incidents.csv"), ("geojson", "incidents.geojson")]
)
def test_a_register_is_exported_elsewhere(
    bearwitness: Run, register: Path, tmp_path: Path, form: str, name: str
) -> None:
    status, out, _ = bearwitness("export", form, register, "--out", tmp_path / "maps")
    assert status == 0
    assert str(tmp_path / "maps" / name) in out.split()
    assert incident_in(register) in (tmp_path / "maps" / name).read_text(encoding="utf-8")


def test_exporting_again_gives_the_bytes_of_the_run(
    bearwitness: Run, register: Path, tmp_path: Path
) -> None:
    assert bearwitness("export", "jsonl", register, "--out", tmp_path)[0] == 0
    for path in register.glob("*.jsonl"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()


def test_a_folder_without_a_register_is_told(bearwitness: Run, tmp_path: Path) -> None:
    status, _, err = bearwitness("show", tmp_path)
    assert status == 1
    assert "holds no register" in err


def test_claims_of_single_texts_are_written_without_a_store(
    bearwitness: Run, tmp_path: Path
) -> None:
    source = tmp_path / "notes.jsonl"
    records = [
        {"id": "one", "text": "On 3 March 2016 shelling in Aleppo killed 12 people."},
        {"id": "two", "text": "Nothing happened all week."},
        {"id": "three", "text": "A car bomb in Baghdad on 5 March 2016 killed four soldiers."},
    ]
    source.write_text("".join(json.dumps(r) + "\n" for r in records) + "{broken\n")
    status, out, err = bearwitness("extract", source, "--jobs", "1")
    claims = [json.loads(line) for line in out.splitlines()]
    assert status == 3
    assert "notes.jsonl:4" in err
    assert "3 documents read, 1 input failed" in err
    assert [c["low"] for c in claims if c["kind"] == "casualty"] == [12, 4]
    target = tmp_path / "claims.jsonl"
    assert bearwitness("extract", source, "--jobs", "2", "--out", target)[0] == 3
    assert target.read_text(encoding="utf-8") == out
    assert sorted(p.name for p in tmp_path.iterdir()) == ["claims.jsonl", "notes.jsonl"]


def test_places_of_single_texts_are_resolved(bearwitness: Run, tmp_path: Path) -> None:
    text = "Fighting went on in Aleppo and in Idlib, Syria."
    source = tmp_path / "notes.jsonl"
    only = [{"start": text.index("Idlib"), "end": text.index("Idlib") + 5}]
    records = [{"id": "all", "text": text}, {"id": "some", "text": text, "toponyms": only}]
    source.write_text("".join(json.dumps(r) + "\n" for r in records))
    status, out, _ = bearwitness("places", source)
    found = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [text[p["start"] : p["end"]] for p in found if p["id"] == "some"] == ["Idlib"]
    assert {"Aleppo", "Idlib"} <= {text[p["start"] : p["end"]] for p in found if p["id"] == "all"}
    assert {p["country"] for p in found} == {"SY"}


def test_toponyms_that_make_no_sense_are_told(bearwitness: Run, tmp_path: Path) -> None:
    source = tmp_path / "notes.jsonl"
    records = [
        {"id": "odd", "text": "In Aleppo.", "toponyms": [{"start": "x", "end": 5}]},
        {"id": "far", "text": "In Aleppo.", "toponyms": [{"start": 3, "end": 500}]},
        {"id": "fine", "text": "In Aleppo.", "toponyms": [{"start": 3, "end": 9}]},
    ]
    source.write_text("".join(json.dumps(r) + "\n" for r in records))
    status, out, err = bearwitness("places", source)
    assert (status, len(out.splitlines())) == (3, 1)
    assert "odd" in err
    assert "far" in err


def test_a_person_corrects_a_figure_and_takes_it_back(
    bearwitness: Run, register: Path, tmp_path: Path, reports: Path
) -> None:
    folder = tmp_path / "own"
    assert bearwitness("run", reports, "--out", folder, "--jobs", "1")[0] == 0
    name = incident_in(folder)
    by = ("--by", "A. Recorder", "--why", "The names are published")
    field = ("--field", "killed.total", "--value", "17")
    assert bearwitness("review", folder, name, "correct", *field, *by)[:2] == (
        0,
        f"review 1: correct {name}\n",
    )
    assert "17" in bearwitness("show", folder)[1]
    assert "A. Recorder: correct" in bearwitness("show", folder, name)[1]
    assert bearwitness("run", reports, "--out", folder, "--jobs", "1")[0] == 0
    assert "17" in bearwitness("show", folder)[1]
    assert bearwitness("review", folder, name, "undo", "--value", "1", *by)[0] == 0
    assert bearwitness("export", "jsonl", folder)[0] == 0
    kept = (folder / "incidents.jsonl").read_bytes()
    assert kept == (register / "incidents.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (("inc-0", "frown"), 2),
        (("inc-0", "correct", "--field", "place"), 2),
        (("inc-0", "correct", "--value", "1"), 2),
        (("inc-0", "confirm"), 1),
        (("inc-0", "undo", "--value", "99"), 1),
    ],
)
def test_a_review_of_nothing_is_refused(
    bearwitness: Run, register: Path, arguments: tuple[str, ...], status: int
) -> None:
    got, _, err = bearwitness("review", register, *arguments, "--by", "R", "--why", "w")
    assert got == status
    assert err


def test_an_interrupted_run_says_that_it_can_go_on(
    bearwitness: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("bearwitness.pipeline.run", interrupted)
    status, _, err = bearwitness("run", reports, "--out", tmp_path / "own")
    assert status == 130
    assert "run again to go on" in err


def test_a_reader_who_leaves_early_is_no_error(register: Path) -> None:
    command = f'"{sys.executable}" -m bearwitness show "{register}" | head -n 1'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
