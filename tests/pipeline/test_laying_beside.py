"""Other people's incidents come in whole, and are laid beside ours."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from bearwitness.errors import InputError, UsageError
from bearwitness.model.incident import Judgement
from bearwitness.pipeline import rebuild, run
from bearwitness.pipeline.coded_names import CodedNames
from bearwitness.pipeline.imported import import_coded
from bearwitness.pipeline.laying_beside import compare_registers
from bearwitness.publish import acled, ged
from bearwitness.publish.formats import export_to
from bearwitness.publish.profiles import for_readers
from bearwitness.store import Store

EVENT = {
    "id": 7, "type_of_violence": 1, "side_a": "Government of Syria", "side_b": "Northern Front",
    "where_prec": 1, "where_coordinates": "Millbrook", "adm_1": "North", "latitude": 35.9,
    "longitude": 39.0, "country": "Syria", "date_prec": 1, "date_start": "2014-11-25",
    "date_end": "2014-11-25", "deaths_a": 0, "deaths_b": 2, "deaths_civilians": 5,
    "deaths_unknown": 0, "best": 7, "low": 7, "high": 9,
}  # fmt: skip


def no_error(error: InputError) -> None:
    raise AssertionError(str(error))


def taken_in(folder: Path, *events: dict[str, object]) -> Store:
    folder.mkdir()
    file = folder / "events.jsonl"
    file.write_text("\n".join(json.dumps(e) for e in events), "utf-8")
    store = Store.open(folder)
    import_coded("ged", file, store, no_error)
    return store


def test_a_record_is_one_incident_on_its_coders_word(tmp_path: Path) -> None:
    with taken_in(tmp_path / "ged", EVENT, {**EVENT, "id": 8}) as store:
        edition = rebuild(store)
        first, second = edition.entries()
        claims = list(edition.claims())
    assert first.incident_id != second.incident_id
    total, civilian = first.killed["total"], first.killed["civilian"]
    assert total is not None
    assert civilian is not None
    assert (total.low, total.best, total.high, civilian.best) == (7, 7, 9, 5)
    assert first.date_start is not None
    assert first.date_start.isoformat() == "2014-11-25"
    assert first.roots == ("UCDP GED",)
    texts = {d.document_id: d.text for d in edition.documents()}
    for claim in claims:
        assert texts[claim.document_id][claim.span.start : claim.span.end] == claim.span.quote
        assert [s.name for s in claim.attribution] == ["UCDP GED"]


def test_importing_again_adds_nothing(tmp_path: Path) -> None:
    with taken_in(tmp_path / "ged", EVENT) as store:
        before = [e.incident_id for e in rebuild(store).entries()]
        import_coded("ged", tmp_path / "ged" / "events.jsonl", store, no_error)
        assert [e.incident_id for e in rebuild(store).entries()] == before


def test_a_record_that_cannot_be_read_does_not_stop_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    bad = {**EVENT, "date_start": "some day"}
    file.write_text("\n".join(map(json.dumps, (bad, EVENT))), "utf-8")
    errors: list[InputError] = []
    with Store.open(tmp_path / "ged") as store:
        assert import_coded("ged", file, store, errors.append) == 1
    assert [e.line for e in errors] == [1]


def test_an_unknown_layout_names_the_known_ones(tmp_path: Path) -> None:
    with (
        Store.open(tmp_path / "x") as store,
        pytest.raises(UsageError, match="ged, acled, airwars, csv"),
    ):
        import_coded("gtd", tmp_path / "events.csv", store, no_error)


def test_registers_are_matched_and_their_differences_told(tmp_path: Path) -> None:
    far = {**EVENT, "id": 9, "where_coordinates": "Fardale", "latitude": 33.0, "longitude": 36.0,
           "date_start": "2014-01-02", "date_end": "2014-01-02"}  # fmt: skip
    large = {**EVENT, "best": 41, "high": 41, "deaths_civilians": 30}
    higher = {**large, "id": 70, "deaths_civilians": 33}
    with (
        taken_in(tmp_path / "a", large, far) as ours,
        taken_in(tmp_path / "b", higher) as theirs,
    ):
        found = compare_registers(ours, theirs)
    (pair,) = found.pairs
    assert pair.fields["killed"] == ("41", "41", True)
    assert pair.fields["civilians killed"] == ("30", "33", False)
    assert pair.fields["date"][2] is True
    assert pair.fields["place"][2] is True
    assert pair.fields["injured"][2] is None
    assert len(found.only_ours) == 1
    assert found.only_theirs == ()


@pytest.mark.parametrize(("layout", "file"), [("ged", "ged.csv"), ("csv", "incidents.csv")])
def test_what_is_exported_can_be_imported(tmp_path: Path, layout: str, file: str) -> None:
    with taken_in(tmp_path / "a", EVENT) as ours:
        edition = rebuild(ours)
        out = tmp_path / "out"
        out.mkdir()
        export_to(layout, edition, out)
        with Store.open(tmp_path / "b") as again:
            import_coded(layout, out / file, again, no_error)
            (entry,) = rebuild(again).entries()
    (first,) = edition.entries()
    told = [(e.killed["total"], e.killed["civilian"]) for e in (first, entry)]
    bounds = [[(f.best, f.high) for f in pair if f is not None] for pair in told]
    assert bounds[0] == bounds[1]
    assert entry.date_start == first.date_start


def test_acled_and_airwars_rows_are_read(tmp_path: Path) -> None:
    row = dict.fromkeys(acled.COLUMNS, "") | {
        "event_id_cnty": "SYR1", "event_date": "2014-11-25", "event_type": "Battles",
        "country": "Syria", "location": "Millbrook", "latitude": "35.9", "longitude": "39.0",
        "fatalities": "4", "time_precision": "1", "geo_precision": "1",
    }  # fmt: skip
    strike = {"code": "CS1", "date": "2014-11-25", "location": "Millbrook", "country": "Syria"}
    strike |= {f"civilian_non_combatants_killed_{b}": n for b, n in (("min", "3"), ("max", "5"))}
    for layout, cells in (("acled", row), ("airwars", strike)):
        file = tmp_path / f"{layout}.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, list(cells))
            writer.writeheader()
            writer.writerow(cells)
        with Store.open(tmp_path / layout) as store:
            assert import_coded(layout, file, store, no_error) == 1
            (entry,) = rebuild(store).entries()
        figure = entry.killed["total" if layout == "acled" else "civilian"]
        assert figure is not None
        assert (figure.low, figure.high) == ((4, 4) if layout == "acled" else (3, 5))


@pytest.mark.gold
def test_real_ged_rows_keep_their_counts(shared: Path, tmp_path: Path) -> None:
    lines = (shared / "gold" / "ged_syria_2016_2019.jsonl").read_text("utf-8").splitlines()[:60]
    rows = [json.loads(line) for line in lines]
    with taken_in(tmp_path / "ged", *rows) as store:
        edition = rebuild(store)
        names = {d.document_id: d.source_id for d in edition.documents()}
        killed = {names[e.documents[0]]: e.killed.get("total") for e in edition.entries()}
    assert len(killed) == len(rows)
    for row in rows:
        figure = killed[f"UCDP GED {row['id']}"]
        assert figure is not None
        assert figure.best == row["best"]
    assert ged.COLUMNS[0] == "id"


NEW_EVENT = {**EVENT, "country_id": 652, "country": ""}


def test_coded_figures_stand_as_coded(tmp_path: Path) -> None:
    odd = {**EVENT, "low": 4, "best": 7, "high": 9, "date_prec": 2, "type_of_violence": 2}
    with taken_in(tmp_path / "ged", odd) as store:
        (entry,) = rebuild(store).entries()
    total = entry.killed["total"]
    assert total is not None
    assert (total.low, total.best, total.high, total.rule) == (4, 7, 9, "as_coded")
    assert len(total.used) == 2
    assert (entry.date_precision, entry.type_of_violence) == (2, 2)


def test_coded_places_and_sides_get_ids_where_a_list_knows_them(tmp_path: Path) -> None:
    town = {**NEW_EVENT, "id": 1, "where_coordinates": "Ar Raqqah town",
            "adm_1": "Ar Raqqah Governorate", "latitude": 35.95, "longitude": 39.01}  # fmt: skip
    village = {**town, "id": 2, "where_coordinates": "Nowhere village", "latitude": 35.7}
    with taken_in(tmp_path / "ged", town, village) as store:
        edition = rebuild(store)
        known = {d.document_id: d for d in edition.documents()}
    by_name = {e.place.name: e for e in edition.entries() if e.place is not None}
    listed, unlisted = by_name["Ar Raqqah town"], by_name["Nowhere village"]
    assert listed.place is not None
    assert unlisted.place is not None
    assert listed.place.place_id is not None
    assert (listed.place.lat, listed.place.country, listed.place.adm1) == (35.95, "SY", "Raqqa")
    assert unlisted.place.place_id is None
    near: Any = known[unlisted.documents[0]].extra["coded"]
    assert near["nearest_place"]["place_id"] is not None
    assert 5 < near["nearest_place"]["km"] < 40
    assert listed.side_a is not None
    assert (listed.side_a.name, listed.side_a.actor_id) == ("Government of Syria", "gov-sy")
    assert listed.side_b is not None
    assert listed.side_b.actor_id is None


@pytest.mark.parametrize(
    ("written", "actor_id"),
    [
        ("Government of DR Congo (Zaire)", "gov-cd"),
        ("Military Forces of Russia (2000-) Air Force", "gov-ru"),
        ("HTS: Hayat Tahrir al Sham", "reb-hts"),
        ("Civilians (Mali)", "gen-civilians"),
        ("Northern Front, Southern Front", None),
    ],
)
def test_coders_ways_of_writing_sides_are_understood(written: str, actor_id: str | None) -> None:
    assert CodedNames.load().actor(written).actor_id == actor_id


def test_reports_and_coded_records_are_never_mixed(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_text("Shells killed 4 people in Millbrook on 25 November 2014.", "utf-8")
    with taken_in(tmp_path / "ged", EVENT):
        pass
    with pytest.raises(UsageError, match="compare"):
        run([report], tmp_path / "ged")
    run([report], tmp_path / "read", jobs=1)
    with (
        Store.open(tmp_path / "read") as store,
        pytest.raises(UsageError, match="folder of its own"),
    ):
        import_coded("ged", tmp_path / "ged" / "events.jsonl", store, no_error)


def test_a_person_may_join_what_coders_tell_apart(tmp_path: Path) -> None:
    with taken_in(tmp_path / "ged", EVENT, {**EVENT, "id": 8}) as store:
        first, second = sorted(f"{d}#0" for d in store.view().document_ids())
        with store.writing("review") as writer:
            writer.add_judgements([Judgement(first, second, "same", "person:a lead")])
        (entry,) = rebuild(store).entries()
    assert len(entry.documents) == 2


def test_an_acled_zero_is_no_count(tmp_path: Path) -> None:
    row = dict.fromkeys(acled.COLUMNS, "") | {
        "event_id_cnty": "SYR2", "event_date": "2014-11-25", "event_type": "Battles",
        "country": "Syria", "location": "Millbrook", "fatalities": "0",
    }  # fmt: skip
    file = tmp_path / "acled.jsonl"
    file.write_text(json.dumps(row), "utf-8")
    with Store.open(tmp_path / "acled") as store:
        import_coded("acled", file, store, no_error)
        edition = rebuild(store)
        (entry,) = edition.entries()
        (count,) = [c.casualty for c in edition.claims() if c.casualty is not None]
    assert entry.killed.get("total") is None
    assert (count.statement, count.low) == ("none_reported", None)


def test_a_register_laid_beside_itself_agrees_on_everything(tmp_path: Path) -> None:
    twin = {**EVENT, "id": 8, "deaths_civilians": 4, "deaths_b": 3}
    with (
        taken_in(tmp_path / "a", EVENT, twin) as ours,
        taken_in(tmp_path / "b", EVENT, twin) as other,
    ):
        found = compare_registers(ours, other)
    assert len(found.pairs) == 2
    assert not found.only_ours
    assert not found.only_theirs
    for pair in found.pairs:
        assert pair.ours[0].incident_id == pair.theirs[0].incident_id
        assert False not in {same for _, _, same in pair.fields.values()}


def test_another_day_or_a_far_village_is_not_matched(tmp_path: Path) -> None:
    later = {**EVENT, "id": 70, "date_start": "2014-11-29", "date_end": "2014-11-29"}
    elsewhere = {**EVENT, "id": 71, "where_coordinates": "Fardale", "latitude": 35.7}
    with (
        taken_in(tmp_path / "a", {**EVENT, "best": 2, "high": 2, "low": 2}) as ours,
        taken_in(tmp_path / "b", later, elsewhere) as theirs,
    ):
        assert compare_registers(ours, theirs).pairs == ()


def test_coded_places_and_parties_are_shown_to_the_public(tmp_path: Path) -> None:
    village = {**EVENT, "where_coordinates": "Quiet Hollow village", "side_b": "Lower Hollow Guard"}
    with taken_in(tmp_path / "ged", village) as store:
        (entry,) = for_readers(rebuild(store), "public").entries()
    assert entry.place is not None
    assert entry.side_b is not None
    assert (entry.place.name, entry.side_b.name) == ("Quiet Hollow village", "Lower Hollow Guard")
