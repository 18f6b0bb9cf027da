from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from bearwitness.adapters.gazetteer_dumps import dump_files, read_dump
from bearwitness.errors import DataError


def row(**changes: str) -> str:
    cells = {
        "id": "1", "name": "Upper Town", "ascii": "Upper Town", "others": "Tall Upper,Upper",
        "lat": "35.5", "lon": "36.5", "class": "P", "code": "PPL", "country": "SY", "cc2": "",
        "adm1": "12", "adm2": "167610", "adm3": "", "adm4": "", "people": "120", "elevation": "",
        "dem": "", "zone": "", "date": "2024-01-01",
    }  # fmt: skip
    return "\t".join({**cells, **changes}.values())


def write(file: Path, *rows: str) -> Path:
    file.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return file


def test_places_and_divisions_are_read_with_their_codes(tmp_path: Path) -> None:
    file = write(tmp_path / "SY.txt", row(), row(id="2", **{"class": "A", "code": "ADM3"}))
    town, district = read_dump(file)
    assert (town.kind, town.adm1, town.adm2, town.population) == (
        "city", "SY.12", "SY.12.167610", 120,
    )  # fmt: skip
    assert town.others == ("Tall Upper", "Upper")
    assert district.kind == "adm2"


def test_buildings_and_roads_are_left_out(tmp_path: Path) -> None:
    file = write(tmp_path / "SY.txt", row(**{"class": "S", "code": "HTL"}), row(**{"class": "R"}))
    assert list(read_dump(file)) == []


def test_a_destroyed_town_keeps_its_name_and_loses_its_people(tmp_path: Path) -> None:
    (entry,) = read_dump(write(tmp_path / "SY.txt", row(code="PPLW")))
    assert (entry.kind, entry.population) == ("city", 0)


def test_a_zip_is_read_like_its_table(tmp_path: Path) -> None:
    archive = tmp_path / "SY.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("readme.txt", "about")
        out.writestr("SY.txt", row() + "\n")
    assert [e.place_id for e in read_dump(archive)] == [1]


@pytest.mark.parametrize("content", ["a\tb\n", row() + "\nshort\trow\n"])
def test_a_file_that_is_no_dump_is_named_with_its_line(tmp_path: Path, content: str) -> None:
    file = tmp_path / "SY.txt"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(DataError, match=r"SY\.txt:\d+: \d+ columns"):
        list(read_dump(file))


def test_a_zip_without_a_table_is_refused(tmp_path: Path) -> None:
    archive = tmp_path / "SY.zip"
    with zipfile.ZipFile(archive, "w") as out:
        out.writestr("readme.txt", "about")
    with pytest.raises(DataError, match="no country table"):
        list(read_dump(archive))


def test_a_folder_names_its_country_tables_only(tmp_path: Path) -> None:
    for name in ("SY.txt", "IQ.zip", "readme.txt", "notes.md"):
        (tmp_path / name).write_text("")
    assert [f.name for f in dump_files(tmp_path)] == ["IQ.zip", "SY.txt"]
