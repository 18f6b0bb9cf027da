from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bearwitness.errors import UsageError
from bearwitness.publish.edition import Edition
from bearwitness.publish.formats import FORMATS, format_named


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_files(name: str, edition: Edition, tmp_path: Path) -> None:
    paths = format_named(name).publish(edition, tmp_path)
    assert paths
    assert sorted(tmp_path.iterdir()) == sorted(paths)


def test_an_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="jsonl, csv, parquet, geojson"):
        format_named("pdf")


def test_geojson_has_a_point_for_each_incident_that_stands(
    edition: Edition, tmp_path: Path
) -> None:
    format_named("geojson").publish(edition, tmp_path)
    found = json.loads((tmp_path / "incidents.geojson").read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    (feature,) = found["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [10.25, 50.5]}
    assert feature["properties"]["killed_total_best"] == 9
    assert feature["properties"]["killed_civilian_best"] is None


def test_an_incident_nowhere_has_no_point(edition: Edition, tmp_path: Path) -> None:
    first, *rest = edition.register.entries
    lost = replace(edition.register, entries=(replace(first, place=None), *rest))
    format_named("geojson").publish(replace(edition, register=lost), tmp_path)
    found = json.loads((tmp_path / "incidents.geojson").read_text(encoding="utf-8"))
    assert found["features"][0]["geometry"] is None


def test_tables_leave_empty_what_is_not_known(edition: Edition, tmp_path: Path) -> None:
    format_named("csv").publish(edition, tmp_path)
    with (tmp_path / "incidents.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["killed_total_low"], row["killed_total_high"]) == ("9", "")
    assert row["injured_total_best"] == ""
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    assert [c["low"] for c in claims] == ["6", "9", "5"]
    assert claims[1]["attributed_to"] == "a clinic"


def test_a_cell_cannot_run_as_a_formula(edition: Edition, tmp_path: Path) -> None:
    first, *rest = edition.register.entries
    odd = replace(edition.register, entries=(replace(first, title="=1+1"), *rest))
    format_named("csv").publish(replace(edition, register=odd), tmp_path)
    assert ",'=1+1," in (tmp_path / "incidents.csv").read_text(encoding="utf-8")
