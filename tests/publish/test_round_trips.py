"""Each format read back by a reader that others use, and compared with the register."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import frictionless
import hxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from bearwitness.model.claim import Actor
from bearwitness.model.register import Figure
from bearwitness.publish import acled, ged
from bearwitness.publish.edition import Edition
from bearwitness.publish.formats import FORMATS, export_to
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.states import priogrid_gid, state
from bearwitness.text.countries import country_name

COUNTRIES = [a + b for a in ascii_uppercase for b in ascii_uppercase if country_name(a + b)]

INTEGERS = """id year active_year type_of_violence conflict_dset_id conflict_new_id dyad_dset_id
dyad_new_id side_a_dset_id side_a_new_id side_b_dset_id side_b_new_id number_of_sources where_prec
priogrid_gid country_id event_clarity date_prec deaths_a deaths_b deaths_civilians deaths_unknown
best high low""".split()
GED_TYPES = dict.fromkeys(INTEGERS, "int64") | dict.fromkeys(
    ("latitude", "longitude", "gwnoa", "gwnob"), "float64"
)


@pytest.fixture
def real(edition: Edition) -> Edition:
    """The edition, its incident in a real country and with a second side and a closed figure."""
    first, *rest = edition.register.entries
    assert first.place is not None
    assert first.side_a is not None
    place = replace(first.place, name="Northmoor", country="SY", lat=35.5, lon=38.75)
    killed = {
        "total": Figure(6, 9, 12, "range_of_sources", ("clm-1", "clm-2")),
        "civilian": Figure(4, 5, 5, "stated", ("clm-1",)),
        "combatant_b": Figure(1, 1, 1, "stated", ("clm-1",)),
        "children": Figure(2, 2, 2, "stated", ("clm-1",)),
    }
    acting = replace(first.side_a, actor_id="gov-sy", name="Government of Syria")
    struck = replace(acting, name="civilians", actor_id="gen-civilians", text="civilians")
    entry = replace(
        first,
        place=place,
        killed=killed,
        injured={"total": Figure(3, 3, 3, "stated", ())},
        side_a=acting,
        side_b=struck,
    )
    return replace(edition, register=replace(edition.register, entries=(entry, *rest)))


def losses(folder: Path, name: str) -> dict[str, list[str]]:
    told = json.loads((folder / f"{name}.loss.json").read_text("utf-8"))
    return {loss["loses"]: loss["ids"] for loss in told["losses"]}


def test_ged_loads_with_the_official_types(real: Edition, tmp_path: Path) -> None:
    export_to("ged", real, tmp_path)
    table = pd.read_csv(tmp_path / "ged.csv", dtype=GED_TYPES)
    assert len(ged.COLUMNS) == 49
    assert list(table.columns) == list(ged.COLUMNS)
    (row,) = table.to_dict("records")
    parts = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert [row[p] for p in parts] == [0, 1, 5, 3]
    assert (row["low"], row["best"], row["high"]) == (6, 9, 12)
    assert (row["country"], row["country_id"], row["region"]) == ("Syria", 652, "Middle East")
    assert row["gwnoa"] == 652
    assert math.isnan(row["gwnob"])
    assert pd.Timestamp(row["date_start"]).date().isoformat() == "2020-03-10"
    assert row["relid"] == "inc-1"
    assert losses(tmp_path, "ged")["killed_children_women"] == ["inc-1"]


def test_ged_makes_up_no_number_and_says_so(real: Edition, tmp_path: Path) -> None:
    first, *rest = real.register.entries
    untold = replace(real.register, entries=(replace(first, killed={}), *rest))
    export_to("ged", replace(real, register=untold), tmp_path)
    assert pd.read_csv(tmp_path / "ged.csv").empty
    told = json.loads((tmp_path / "ged.loss.json").read_text("utf-8"))
    assert (told["written"], told["left_out"][0]["ids"]) == (0, ["inc-1"])


def test_parts_above_the_total_leave_the_split_open(real: Edition) -> None:
    entry = real.register.entries[0]
    killed = {**entry.killed, "civilian": Figure(20, 20, 20, "stated", ())}
    split = ged.deaths(replace(entry, killed=killed))
    assert (split["deaths_civilians"], split["deaths_unknown"], split["best"]) == (0, 9, 9)


def test_the_grid_begins_in_the_south_west() -> None:
    assert priogrid_gid(-90, -180) == 1
    assert priogrid_gid(-90, 179.9) == 720
    assert priogrid_gid(-89.5, -180) == 721
    assert priogrid_gid(90, 180) == 360 * 720
    # Greenwich meridian on the equator: row 181, column 361.
    assert priogrid_gid(0.1, 0.1) == 180 * 720 + 361


@pytest.mark.parametrize(
    ("code", "number"),
    [("SY", 652), ("US", 2), ("GB", 200), ("RU", 365), ("YE", 678), ("GR", 350), ("UA", 369)],
)
def test_states_have_their_gleditsch_ward_numbers(code: str, number: int) -> None:
    found = state(code)
    assert found is not None
    assert found.gw == number


def test_regions_follow_the_ranges_of_state_numbers() -> None:
    ends = (
        (199, "Americas"),
        (399, "Europe"),
        (629, "Africa"),
        (699, "Middle East"),
        (999, "Asia"),
    )
    known = [found for code in COUNTRIES if (found := state(code)) and found.gw is not None]
    assert len(known) > 190
    for found in known:
        number = found.gw or 0
        assert found.ged_region == next(region for end, region in ends if number <= end), found


def test_no_two_states_share_a_number_but_where_ucdp_has_it_so() -> None:
    numbers = [found.gw for code in COUNTRIES if (found := state(code)) and found.gw is not None]
    shared = {n for n in numbers if numbers.count(n) > 1}
    assert shared == {666}
    codes = [found.iso_numeric for code in COUNTRIES if (found := state(code)) is not None]
    told = [n for n in codes if n is not None]
    assert len(told) == len(set(told))


def test_acled_regions_are_those_of_its_codebook() -> None:
    regions = {found.acled_region for code in COUNTRIES if (found := state(code)) is not None}
    assert regions == {
        "Western Africa", "Middle Africa", "Eastern Africa", "Southern Africa", "Northern Africa",
        "South Asia", "Southeast Asia", "East Asia", "Middle East", "Europe",
        "Caucasus and Central Asia", "Central America", "South America", "Caribbean",
        "North America", "Oceania", "Antarctica",
    }  # fmt: skip


def test_a_state_is_side_a_and_civilians_are_side_b(real: Edition) -> None:
    entry = real.register.entries[0]
    state_, other = entry.side_a, Actor("Northern Front", "reb-north", "front")
    rebels_struck = replace(entry, side_a=other, side_b=state_, type_of_violence=1)
    turned = ged.in_order(rebels_struck)
    assert (turned.side_a, turned.side_b) == (state_, other)
    assert turned.killed["combatant_a"] == entry.killed["combatant_b"]
    alone = ged.in_order(replace(entry, side_b=None, type_of_violence=3))
    assert ged.dyad(alone) == "Government of Syria - Civilians"


def test_lists_of_sources_can_be_taken_apart(real: Edition, tmp_path: Path) -> None:
    known = [replace(d, title='Raid; "many" dead', publisher="A; B") for d in real.documents()]
    export_to("ged", replace(real, documents=lambda: known), tmp_path)
    (row,) = pd.read_csv(tmp_path / "ged.csv").to_dict("records")
    counts = {row[c].count(";") for c in ("source_office", "source_date", "source_headline")}
    assert counts == {len(real.register.entries[0].documents) - 1}


def test_acled_has_its_own_names_of_countries(real: Edition, tmp_path: Path) -> None:
    first, *rest = real.register.entries
    assert first.place is not None
    moved = replace(first, place=replace(first.place, country="PS"))
    register = replace(real.register, entries=(moved, *rest))
    export_to("acled", replace(real, register=register), tmp_path)
    row = pd.read_csv(tmp_path / "acled.csv").iloc[0]
    assert (row["country"], row["iso"], row["actor2"]) == (
        "Palestine",
        275,
        "Civilians (Palestine)",
    )


def test_ids_of_sides_outlast_a_change_of_name(real: Edition) -> None:
    entry = real.register.entries[0]
    lookup = Lookup(real)
    assert entry.side_a is not None
    renamed = replace(entry, side_a=replace(entry.side_a, name="Government of the Republic"))
    first, second = (ged.row(e, lookup, set()) for e in (entry, renamed))
    for column in ("side_a_new_id", "dyad_new_id", "conflict_new_id"):
        assert first[column] == second[column] > 1_000_000_000


@pytest.mark.parametrize(
    ("switch", "expected"),
    [((), "State forces-Civilians"), (("interaction-number",), "17")],
)
def test_acled_has_its_columns_and_one_number(
    real: Edition, tmp_path: Path, switch: tuple[str, ...], expected: str
) -> None:
    export_to("acled", replace(real, switches=frozenset(switch)), tmp_path)
    table = pd.read_csv(tmp_path / "acled.csv", dtype={"interaction": str})
    assert len(acled.COLUMNS) == 31
    assert list(table.columns) == list(acled.COLUMNS)
    row = table.iloc[0]
    assert row["interaction"] == expected
    assert (row["fatalities"], row["iso"], row["region"]) == (9, 760, "Middle East")
    assert row["actor2"] == "Civilians (Syria)"
    assert row["civilian_targeting"]
    lost = losses(tmp_path, "acled")
    assert lost["killed_range"] == lost["injured"] == lost["attribution"] == ["inc-1"]


def test_the_data_package_is_valid(real: Edition, tmp_path: Path) -> None:
    export_to("csv", real, tmp_path)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["type", "note"])
    table = pd.read_csv(tmp_path / "claims.csv")
    assert sorted(table["claim_id"]) == ["clm-1", "clm-2", "clm-3"]


def test_parquet_keeps_unknown_apart_from_zero(real: Edition, tmp_path: Path) -> None:
    export_to("parquet", real, tmp_path)
    (row,) = pq.read_table(tmp_path / "incidents.parquet").to_pylist()
    assert (row["killed_total_low"], row["killed_total_high"]) == (6, 12)
    assert row["killed_women_best"] is None
    assert row["killed_children_best"] == 2
    assert row["date_start"].isoformat() == "2020-03-10"
    claims = pq.read_table(tmp_path / "claims.parquet").to_pylist()
    assert {c["claim_id"]: c["low"] for c in claims} == {"clm-1": 9, "clm-2": 6, "clm-3": 5}


def test_hxl_is_read_by_its_own_library(real: Edition, tmp_path: Path) -> None:
    export_to("hxl", real, tmp_path)
    source = hxl.make_input(str(tmp_path / "incidents.hxl.csv"), hxl.InputOptions(allow_local=True))
    with hxl.data(source) as data:
        (row,) = list(data)
    assert row.get("#affected+killed+low") == "6"
    assert row.get("#affected+killed+children") == "2"
    assert row.get("#country+code") == "SYR"
    assert not row.get("#adm1+code")


def test_geojson_obeys_rfc_7946(real: Edition, tmp_path: Path) -> None:
    export_to("geojson", real, tmp_path)
    found = json.loads((tmp_path / "incidents.geojson").read_text("utf-8"))
    assert errors_of(found) == []
    wrong = json.loads(json.dumps(found))
    wrong["features"][0]["geometry"]["coordinates"] = [35.5, 138.75]
    assert errors_of(wrong)


def errors_of(found: dict[str, Any]) -> list[str]:
    """RFC 7946, as far as points go: sections 3.1.1, 3.2, 3.3, 4 and 7.1."""
    errors = [] if found.get("type") == "FeatureCollection" else ["no collection"]
    errors += ["a coordinate reference system"] if "crs" in found else []
    errors += ["members of another kind"] if {"geometry", "properties"} & found.keys() else []
    ids = [feature.get("id") for feature in found["features"]]
    errors += ["ids that are not unique"] if len(set(ids)) != len(ids) else []
    for feature in found["features"]:
        if feature.get("type") != "Feature" or not {"geometry", "properties"} <= feature.keys():
            errors.append("no feature")
        geometry = feature["geometry"]
        if geometry is None:
            continue
        lon, lat, *more = geometry["coordinates"]
        if geometry["type"] != "Point" or len(more) > 1:
            errors.append("no point")
        if not (-180 <= lon <= 180 and -90 <= lat <= 90):
            errors.append("no longitude and latitude")
    return errors


def test_airwars_has_ranges_grading_and_sources(real: Edition, tmp_path: Path) -> None:
    export_to("airwars", real, tmp_path)
    (row,) = pd.read_csv(tmp_path / "airwars_incidents.csv").to_dict("records")
    assert (row["civilian_non_combatants_killed_min"], row["civilian_harm_status"]) == (4, "Weak")
    assert (row["children_killed_min"], row["belligerents_killed_max"]) == (2, 1)
    assert math.isnan(row["women_killed_min"])
    sources = pd.read_csv(tmp_path / "airwars_sources.csv")
    assert len(sources) == 2
    assert set(sources["code"]) == {row["code"]}


def test_ibc_is_provisional_with_one_source(real: Edition, tmp_path: Path) -> None:
    export_to("ibc", real, tmp_path)
    (row,) = pd.read_csv(tmp_path / "ibc_incidents.csv").to_dict("records")
    assert (row["minimum_deaths"], row["maximum_deaths"], row["counted"]) == (4, 5, "civilians")
    assert row["status"] == "Provisional"
    assert pd.read_csv(tmp_path / "ibc_persons.csv").empty


def test_aec_has_whole_numbers(real: Edition, tmp_path: Path) -> None:
    export_to("aec", real, tmp_path)
    (event,) = map(json.loads, (tmp_path / "aec.jsonl").read_text("utf-8").splitlines())
    assert (
        list(event)
        == (
            "id side_a_name side_b_name start_date end_date location_root_name location_adm1_name "
            "location_adm2_name location_where_name deaths_side_a deaths_side_b deaths_civilian "
            "deaths_unknown deaths_low deaths_high"
        ).split()
    )
    assert (event["deaths_civilian"], event["deaths_low"], event["deaths_high"]) == (5, 6, 12)


def test_claim_reviews_name_speaker_and_grade(real: Edition, tmp_path: Path) -> None:
    export_to("claimreview", real, tmp_path)
    graph = json.loads((tmp_path / "claimreview.jsonld").read_text("utf-8"))["@graph"]
    assert {r["itemReviewed"]["identifier"] for r in graph} == {"clm-1", "clm-2"}
    assert {r["reviewRating"]["alternateName"] for r in graph} == {"single_source"}
    assert {r["itemReviewed"]["author"]["name"] for r in graph} == {"a clinic"}


def test_prov_leads_from_figure_to_document(real: Edition, tmp_path: Path) -> None:
    export_to("prov", real, tmp_path)
    found = json.loads((tmp_path / "prov.json").read_text("utf-8"))
    relations = found["wasDerivedFrom"].values()
    used = {(r["prov:generatedEntity"], r["prov:usedEntity"]) for r in relations}
    assert ("bw:inc-1.killed.total", "bw:clm-1") in used
    assert ("bw:clm-1", "bw:doc-a") in used
    assert ("bw:clm-3", "bw:clm-1") in used
    assert ("bw:doc-a", "bw:doc-b") in used
    kinds = [r.get("prov:type", {}).get("$") for r in found["wasDerivedFrom"].values()]
    assert "prov:Revision" in kinds
    assert found["entity"]["bw:inc-1.killed.total"]["bw:low"] == 6


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_tells_what_it_loses(name: str, edition: Edition, tmp_path: Path) -> None:
    paths = export_to(name, edition, tmp_path)
    assert tmp_path / f"{name}.loss.json" in paths
    told = json.loads((tmp_path / f"{name}.loss.json").read_text("utf-8"))
    assert told["incidents"] == 1
    out = sum(kind["count"] for kind in told["left_out"])
    assert told["written"] == 1 - out
    for loss in told["losses"]:
        assert loss["count"] == len(loss["ids"]) > 0


@pytest.mark.parametrize("name", FORMATS)
def test_a_second_export_gives_the_same_bytes(name: str, edition: Edition, tmp_path: Path) -> None:
    first = [p.read_bytes() for p in export_to(name, edition, tmp_path)]
    assert [p.read_bytes() for p in export_to(name, edition, tmp_path)] == first
