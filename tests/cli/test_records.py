"""`toll`, `control`, `diff` and the records under `show`, from outside."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

FIRST = """War's toll passes 190,000

DAMASCUS, Syria, 3 November 2014 (Example Monitor) - At least 190,000 people have been killed in
Syria since the uprising began in March 2011, the Example Observatory said on Monday.

More than three million Syrians have fled abroad as refugees, and over six million others are
displaced within the country, it said.

Islamic State fighters seized Raqqa in January 2014 after days of shelling.

The foreign minister is due to meet rebel leaders in Geneva on 5 November 2014, after the shelling.

The governor said the town was "calm and under no threat at all" after the air strikes.
"""
SECOND = """War's toll passes 195,000

DAMASCUS, Syria, 26 November 2014 (Example Monitor) - At least 195,000 people have been killed in
Syria since the uprising began in March 2011, the Example Observatory said on Wednesday.

Islamic State fighters seized Raqqa in January 2014 after days of shelling.

The foreign minister met rebel leaders in Geneva on 5 November 2014, after the shelling.

The governor said the town was "quiet and under no threat at all" after the air strikes.
"""
Call = Callable[..., str]


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("war")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def call() -> Call:
    def made(*arguments: str | Path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "bearwitness", *map(str, arguments)],
            capture_output=True, text=True, check=False, env={"COLUMNS": "200", "LC_ALL": "C.UTF-8",
            "PYTHONPATH": ":".join(p for p in sys.path if p)},
        )  # fmt: skip
        return done.stdout + done.stderr

    return made


@pytest.fixture(scope="module")
def register(reports: Path, call: Call, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "register"
    call("run", reports, "--out", folder, "--jobs", "1")
    return folder


def test_a_toll_is_told_one_line_a_change_with_thousands_apart(register: Path, call: Call) -> None:
    out = call("toll", register)
    killed = out[: out.index("displaced")]

    assert re.search(r"2014-11-03\s+190,000 or more", killed)
    assert re.search(r"2014-11-26\s+195,000 or more", killed)
    assert "2011-03-01 – 2014-11-26" in killed


def test_those_who_fled_abroad_and_those_within_the_country_never_share_a_series(
    register: Path, call: Call
) -> None:
    out = call("toll", register)
    abroad = out[out.index("(abroad)") :].splitlines()[:3]
    within = out[out.index(": people (within the country)") :].splitlines()[:3]

    assert "3,000,000 or more" in abroad[2]
    assert "6,000,000 or more" in within[2]
    assert "break of definition: this source also counts people (abroad) displaced" in out


def test_the_tolls_are_drawn_one_panel_each(register: Path, call: Call, tmp_path: Path) -> None:
    file = tmp_path / "tolls.svg"
    out = call("toll", register, "--plot", file)
    picture = ElementTree.parse(file).getroot()
    series = re.search(r"(\d+) toll series", out)
    panels = [e for e in picture if e.tag.endswith("}g")]

    assert series is not None
    assert len(panels) == int(series.group(1))
    assert "195,000" in "".join(picture.itertext())
    assert call("toll", register, "--plot", file) == out
    assert file.read_text(encoding="utf-8").count("break of definition") >= 2


def test_control_tells_a_places_time_and_source(register: Path, call: Call) -> None:
    out = call("control", register, "Raqqa")

    assert "taken" in out
    assert "2014-01-01 – 2014-01-31" in out
    assert "Islamic State" in out


@pytest.mark.parametrize("spelling", ["Raqa", "ar-raqqah", "Ar Raqqa"])
def test_control_finds_a_place_by_any_usual_spelling(
    register: Path, call: Call, spelling: str
) -> None:
    assert call("control", register, spelling) == call("control", register, "Raqqa")


def test_control_of_a_place_that_nothing_is_told_of_names_those_that_are(
    register: Path, call: Call
) -> None:
    assert "Ar Raqqah" in call("control", register, "Atlantis")


def test_diff_tells_figures_meetings_and_quotations_that_changed(reports: Path, call: Call) -> None:
    out = call("diff", "--unified", reports / "first.txt", reports / "second.txt")
    recorded = out[out.index("recorded otherwise") :]

    assert "- 190,000 or more killed (cumulative)" in recorded
    assert "+ 195,000 or more killed (cumulative)" in recorded
    assert re.search(r"- .*rebel leaders.*planned", recorded)
    assert re.search(r"\+ .*rebel leaders.*held", recorded)
    assert "statement, quotation altered" in recorded
    assert "Raqqa" not in recorded.replace("Ar Raqqah", "Raqqa")


def test_diff_of_a_report_with_itself_tells_nothing(reports: Path, call: Call) -> None:
    same = call("diff", "--unified", reports / "first.txt", reports / "first.txt")
    assert "recorded otherwise" not in same


def test_what_is_recorded_besides_casualties_is_listed_by_kind(register: Path, call: Call) -> None:
    talks = call("show", register, "--kind", "meetings")

    assert "1 record" in talks.splitlines()[0]
    assert re.search(r"foreign minister.*rebel leaders.*2014-11-05.*planned → held", talks)
    assert re.search(r"first\.txt.*second\.txt", talks)
    assert "taken by Islamic State" in call("show", register, "--kind", "control")
    assert "3,000,000 or more displaced" in call("show", register, "--kind", "displacement")
    assert "0 records" in call("show", register, "--kind", "transfers")


def test_a_register_of_talks_alone_tells_that_it_holds_them(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Envoys meet in Nairobi\n\nNAIROBI, 4 March 2025 (Example Monitor) - Government "
        "negotiators held talks with rebel delegates in Nairobi on Tuesday.\n",
        encoding="utf-8",
    )
    call("run", report, "--out", tmp_path / "register", "--jobs", "1")
    shown = call("show", tmp_path / "register")

    assert "0 incidents" in shown
    assert "Also recorded: 1 meeting. To print them: --kind meetings" in shown


def test_an_incident_and_a_kind_are_not_asked_for_together(register: Path, call: Call) -> None:
    assert "give an incident or --kind, not both" in call(
        "show", register, "inc-0", "--kind", "control"
    )


def test_a_denial_is_never_printed_as_what_it_denies(call: Call, tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text(
        "Strike kills nine in Raqqa\n\nRAQQA, Syria, 3 November 2014 (Example Monitor) - An air "
        "strike killed nine people in Raqqa on Monday.\n\nMoscow denied that it had struck the "
        "town.\n",
        encoding="utf-8",
    )
    call("run", report, "--out", tmp_path / "register", "--jobs", "1")
    incident = re.search(r"inc-[0-9a-f]{16}", call("show", tmp_path / "register"))
    assert incident is not None
    shown = call("show", tmp_path / "register", incident[0])
    assert "Moscow denied: " in shown
