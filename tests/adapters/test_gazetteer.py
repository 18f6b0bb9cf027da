from __future__ import annotations

from pathlib import Path

import pytest

from bearwitness.adapters.gazetteer import SqliteGazetteer, load_gazetteer
from bearwitness.adapters.gazetteer_index import cache_folder, index_file
from bearwitness.claims.places import Gazetteer
from bearwitness.errors import DataError


def with_shipped_index(folder: Path) -> Path:
    """A cache folder that holds the shipped data's index, which takes long to build."""
    built = index_file()
    folder.mkdir()
    (folder / built.name).symlink_to(built)
    return folder


@pytest.fixture(scope="session")
def gazetteer() -> SqliteGazetteer:
    return load_gazetteer()


def names(gazetteer: Gazetteer, name: str) -> list[tuple[str | None, str, str]]:
    return [(p.country, p.kind, p.name) for p, _ in gazetteer.look_up(name)]


@pytest.mark.parametrize(
    ("spelling", "place_id"),
    [
        ("Raqa", 172955),
        ("Khan Sheikhoun", 168325),
        ("Deir Ezzor", 170794),
        ("Maarat al-Numan", 167611),
        ("Idleb", 169389),
        ("al-Hasakeh", 173811),
        ("الرقة", 172955),
    ],
)
def test_spellings_of_newswire_find_the_town(
    gazetteer: SqliteGazetteer, spelling: str, place_id: int
) -> None:
    assert place_id in [p.place_id for p, _ in gazetteer.look_up(spelling)]


def test_a_name_as_written_fits_better_than_another_spelling(gazetteer: SqliteGazetteer) -> None:
    fits = [fit for _, fit in gazetteer.look_up("Paris")]
    assert fits == sorted(fits, reverse=True)
    assert fits[0] == 1.0
    assert gazetteer.look_up("Raqa")[0][1] < 0.9


def test_countries_divisions_and_regions_are_places(gazetteer: SqliteGazetteer) -> None:
    assert ("US", "country", "United States") in names(gazetteer, "U.S.")
    assert {("US", "adm1", "Georgia"), ("GE", "country", "Georgia")} <= set(
        names(gazetteer, "Georgia")
    )
    assert ("SY", "adm1", "Idlib") in names(gazetteer, "Idlib Governorate")
    assert (None, "region", "Middle East") in names(gazetteer, "Middle East")


def test_a_town_knows_its_divisions(gazetteer: SqliteGazetteer) -> None:
    town = next(p for p, _ in gazetteer.look_up("Idlib") if p.kind == "city")
    assert town.country == "SY"
    assert gazetteer.division_name(town.adm1) == "Idlib"
    district = next(p for p, _ in gazetteer.look_up("Jisr al-Shughur") if p.kind == "adm2")
    assert (district.adm1, district.adm2) == ("SY.12", "SY.12.169022")


def test_adjectives_tell_countries_and_may_tell_two(gazetteer: SqliteGazetteer) -> None:
    assert [p.country for p in gazetteer.peoples("Syrian")] == ["SY"]
    assert {p.country for p in gazetteer.peoples("Congolese")} == {"CD", "CG"}
    assert gazetteer.peoples("table") == ()


def test_near_spellings_are_found_within_one_country_only(gazetteer: SqliteGazetteer) -> None:
    found = gazetteer.look_up_in("Kafranbell", "SY")
    assert found
    assert {p.country for p, _ in found} == {"SY"}
    assert all(fit < 0.6 for _, fit in found)


def test_capitals_are_marked(gazetteer: SqliteGazetteer) -> None:
    assert next(p for p, _ in gazetteer.look_up("Damascus") if p.kind == "city").capital
    assert not next(p for p, _ in gazetteer.look_up("Aleppo") if p.kind == "city").capital


def test_a_built_index_is_taken_as_it_is() -> None:
    first = index_file()
    before = first.stat().st_mtime_ns
    assert index_file() == first
    assert first.stat().st_mtime_ns == before


def test_the_cache_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BEARWITNESS_CACHE", str(tmp_path))
    assert cache_folder() == tmp_path


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(DataError, match="BEARWITNESS_CACHE"):
        index_file(folder=blocked / "cache")


def test_a_damaged_index_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "gazetteer-x.sqlite"
    file.write_bytes(b"not a database, but long enough to look like one" * 40)
    with pytest.raises(DataError, match="delete it"):
        SqliteGazetteer(file)


def test_an_absent_dump_is_reported(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such file of places"):
        load_gazetteer(extra=[tmp_path / "SY.txt"])


def test_a_dump_adds_finer_places(tmp_path: Path) -> None:
    row = [
        "990000001", "Tall Hypothesis", "Tall Hypothesis", "", "35.5", "36.6", "P", "PPL", "SY", "",
        "12", "167610", "", "", "40", "", "", "", "2024-01-01",
    ]  # fmt: skip
    (tmp_path / "SY.txt").write_text("\t".join(row) + "\n", encoding="utf-8")
    finer = load_gazetteer(extra=[tmp_path], folder=with_shipped_index(tmp_path / "cache"))
    ((place, fit),) = finer.look_up("Tell Hypothesis")
    assert (place.place_id, place.adm1, place.kind) == (990000001, "SY.12", "city")
    assert 0.5 < fit < 1
    assert len(list((tmp_path / "cache").iterdir())) == 2  # no half-built index is left


def finer(tmp_path: Path, name: str, content: str) -> SqliteGazetteer:
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    return load_gazetteer([file], with_shipped_index(tmp_path / "cache"))


def test_a_table_of_ones_own_adds_places(tmp_path: Path) -> None:
    known = finer(
        tmp_path, "villages.csv",
        "name,lat,lon,country,other_names\nTall Hypothesis,35.90,36.60,SY,Hypothesis Hill\n",
    )  # fmt: skip
    ((place, fit),) = known.look_up("Tall Hypothesis")
    assert (place.place_id, place.country, place.adm1, place.kind) == (None, "SY", "SY.12", "city")
    assert fit == 1.0
    assert [p.number for p, _ in known.look_up("Hypothesis Hill")] == [place.number]


def test_a_place_without_a_country_lies_in_the_nearest_towns(tmp_path: Path) -> None:
    known = finer(tmp_path, "own.csv", "name,lat,lon\nTall Hypothesis,35.94,36.62\n")
    ((place, _),) = known.look_up("Tall Hypothesis")
    assert (place.country, place.adm1) == ("SY", "SY.12")


@pytest.mark.parametrize("country", ["SY", "SYR", "Syria", "Syria (Arab Republic)"])
def test_a_country_is_known_by_code_or_name(tmp_path: Path, country: str) -> None:
    known = finer(tmp_path, "own.csv", f"name,lat,lon,country\nTall Hypothesis,35,38,{country}\n")
    ((place, _),) = known.look_up("Tall Hypothesis")
    assert place.country == "SY"


def test_a_known_place_lends_its_entry_to_a_new_spelling(tmp_path: Path) -> None:
    known = finer(
        tmp_path, "own.csv", "name,lat,lon,country,aliases\nIdleb,35.93,36.63,SY,Olive Town\n"
    )
    assert [p.name for p, _ in known.look_up("Olive Town")] == ["Idlib"]
    towns = [p for p, _ in known.look_up("Idlib") if p.kind == "city" and p.country == "SY"]
    assert len(towns) == 1


def test_the_index_is_named_by_content_and_not_by_where_files_lie(tmp_path: Path) -> None:
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for file in files:
        file.write_text("name,lat,lon\nTall Hypothesis,35,38\n", encoding="utf-8")
    folder = with_shipped_index(tmp_path / "cache")
    assert index_file(files[:1], folder) == index_file(files[1:], folder)
    files[1].write_text("name,lat,lon\nTall Hypothesis,35,39\n", encoding="utf-8")
    assert index_file(files[:1], folder) != index_file(files[1:], folder)


def test_a_side_of_a_province_lies_to_that_side_of_its_middle(gazetteer: SqliteGazetteer) -> None:
    middle = gazetteer.part_of_division("SY.12", "")
    south = gazetteer.part_of_division("SY.12", "south")
    northwest = gazetteer.part_of_division("SY.12", "northwest")
    assert middle is not None
    assert south is not None
    assert northwest is not None
    assert south[0] < middle[0] - 0.1
    assert northwest[0] > middle[0]
    assert northwest[1] < middle[1]
    assert gazetteer.part_of_division("XX.1", "") is None


def test_the_people_of_a_province_count_and_not_its_empty_land(gazetteer: SqliteGazetteer) -> None:
    around_the_capital = gazetteer.part_of_division("SY.08", "")
    assert around_the_capital is not None
    assert abs(around_the_capital[0] - 33.51) < 0.25
    assert abs(around_the_capital[1] - 36.29) < 0.25


def test_a_short_name_is_no_near_spelling_of_one_with_other_consonants(
    gazetteer: SqliteGazetteer,
) -> None:
    assert "Ḩamāh" not in [p.name for p, _ in gazetteer.look_up_in("Hamdeh", "SY")]
