from __future__ import annotations

from pathlib import Path

import pytest

from bearwitness.errors import DataError
from bearwitness.pipeline.own_places import kept_places
from bearwitness.pipeline.stages import default_stages


def table(file: Path, name: str = "Upper Ford") -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"name,lat,lon\n{name},1,2\n", encoding="utf-8")
    return file


def test_places_once_given_are_known_to_later_runs(tmp_path: Path) -> None:
    register = tmp_path / "register"
    register.mkdir()
    assert kept_places(register, []) == ()
    table(tmp_path / "own.csv")
    (kept,) = kept_places(register, [tmp_path / "own.csv"])
    (tmp_path / "own.csv").unlink()
    assert kept_places(register, []) == (kept,)
    assert "Upper Ford" in kept.read_text(encoding="utf-8")


def test_a_file_given_again_replaces_the_earlier(tmp_path: Path) -> None:
    table(tmp_path / "own.csv")
    kept_places(tmp_path, [tmp_path / "own.csv"])
    table(tmp_path / "own.csv", "Lower Ford")
    (kept,) = kept_places(tmp_path, [tmp_path / "own.csv"])
    assert "Lower Ford" in kept.read_text(encoding="utf-8")
    assert kept_places(tmp_path, [kept]) == (kept,)  # itself: nothing to do


def test_another_register_is_kept_under_its_own_name(tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "incidents.jsonl").write_text("", encoding="utf-8")
    ours = tmp_path / "ours"
    ours.mkdir()
    assert [f.name for f in kept_places(ours, [theirs])] == ["theirs-incidents.jsonl"]


def test_what_is_no_file_of_places_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file"):
        kept_places(tmp_path, [tmp_path / "absent.csv"])


def test_other_places_make_another_reader(tmp_path: Path) -> None:
    plain = default_stages().reader_version()
    with_own = default_stages([table(tmp_path / "own.csv")]).reader_version()
    assert with_own.startswith(plain)
    assert with_own != plain
