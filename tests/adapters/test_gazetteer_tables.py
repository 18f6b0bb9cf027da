from __future__ import annotations

import json
from pathlib import Path

import pytest

from bearwitness.adapters.gazetteer_extra import place_files
from bearwitness.adapters.gazetteer_tables import TableEntry, read_table
from bearwitness.errors import DataError


def read(tmp_path: Path, name: str, content: str) -> list[TableEntry]:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    return list(read_table(file))


def test_a_list_of_places_is_read_by_its_header(tmp_path: Path) -> None:
    (entry,) = read(tmp_path, "own.tsv", "Name\tLatitude\tLon\tISO2\nUpper Ford\t1.5\t2.5\tML\n")
    assert entry == TableEntry("Upper Ford", (), 1.5, 2.5, "ML", None)


def test_the_kind_of_place_that_ged_adds_is_no_part_of_the_name(tmp_path: Path) -> None:
    rows = [
        {"where_coordinates": "Upper Ford village", "where_prec": 2},
        {"where_coordinates": "Lower Ford town", "where_prec": 4},
        {"where_coordinates": "Between Upper Ford and Lower Ford", "where_prec": 1},
    ]
    text = "".join(
        json.dumps({**r, "latitude": 1, "longitude": 2, "adm_1": "Fords", "country": "Mali"}) + "\n"
        for r in rows
    )
    assert read(tmp_path, "ged.jsonl", text) == [
        TableEntry("Upper Ford", (), 1.0, 2.0, "Mali", "Fords")
    ]


def test_a_quarter_is_known_by_its_own_name_too(tmp_path: Path) -> None:
    text = "location,latitude,longitude,country,geo_precision\nFordham - Mill End,1,2,Mali,1\n"
    (entry,) = read(tmp_path, "acled.csv", text)
    assert (entry.name, entry.others) == ("Fordham - Mill End", ("Mill End",))


def test_an_incident_lends_its_place_unless_the_gazetteer_gave_it(tmp_path: Path) -> None:
    place = {"name": "Upper Ford", "lat": 1.0, "lon": 2.0, "country": "ML", "precision": 1}
    rows = [
        {"place": {**place, "place_id": None}},
        {"place": {**place, "place_id": 77}},
        {"place": {**place, "place_id": None, "precision": 4}},
        {"place": None},
    ]
    text = "".join(json.dumps(r) + "\n" for r in rows)
    assert [e.name for e in read(tmp_path, "incidents.jsonl", text)] == ["Upper Ford"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("title,x\nUpper Ford,1\n", "needs the columns name, lat and lon"),
        ("name,lat,lon\nUpper Ford,north,2\n", r"own\.csv:2: no coordinates"),
        ("name,lat,lon\nUpper Ford,95,2\n", r"own\.csv:2: no coordinates"),
    ],
)
def test_a_table_that_will_not_do_is_named_with_its_line(
    tmp_path: Path, content: str, said: str
) -> None:
    with pytest.raises(DataError, match=said):
        read(tmp_path, "own.csv", content)


def test_a_register_lends_its_incidents(tmp_path: Path) -> None:
    (tmp_path / "incidents.jsonl").write_text("")
    (tmp_path / "claims.jsonl").write_text("")
    assert place_files(tmp_path) == [tmp_path / "incidents.jsonl"]


@pytest.mark.parametrize("name", ["notes.md", "places.txt"])
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Upper Ford")
    with pytest.raises(DataError, match="GeoNames dumps"):
        place_files(tmp_path / name)


def test_an_empty_folder_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="export jsonl"):
        place_files(tmp_path)
