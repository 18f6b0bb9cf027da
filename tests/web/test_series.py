"""Tolls, control and other records: on the word of their source, nothing withheld among them."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import PASSWORD

from bearwitness.pipeline import run
from bearwitness.web import Settings, create_app
from bearwitness.web.desk import INDEX_NAME, Desk
from bearwitness.web.present import Held
from bearwitness.web.record_panels import Asked as RecordsAsked
from bearwitness.web.record_panels import counts, places, recorded
from bearwitness.web.toll_panels import Asked, panels

TALKS = """Envoys meet in Nairobi over truce

Government negotiators held talks with rebel delegates in Nairobi on {day}, the mediators said.
Roads into the capital were quiet through the day, and markets opened late in most suburbs."""
OTHER_TALKS = """The foreign minister met the French ambassador in Doha on Monday.

Russia delivered twenty armoured vehicles to the government last month, a diplomat said."""
REPORTS = Path(__file__).parent / "control_reports.jsonl"


@pytest.fixture(scope="module")
def made_control(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("control")
    run([REPORTS], folder, jobs=1)
    return folder


@pytest.fixture
def control(made_control: Path, tmp_path: Path) -> Iterator[TestClient]:
    folder = Path(shutil.copytree(made_control, tmp_path / "control"))
    app = create_app(Settings(folder, anonymous=True))
    app.state.desk.accounts.add("lead", "lead", PASSWORD)
    yield TestClient(app)
    app.state.desk.close()


def section(page: str, place: str) -> str:
    return next(p for p in page.split('<section class="panel"')[1:] if place in p)


def test_a_place_has_a_lane_for_each_source_and_holder(control):
    page = section(control.get("/control").text, "zāz")
    lanes = re.findall(r'class="holder"[^>]*>([^<]+)<.*?said by ([^<]+)<', page)
    assert ("rebels (Syria)", "Local Coordination Committees") in lanes
    assert ("Islamic State", "Local Coordination Committees") in lanes
    assert ("Government of Syria", "state television") in lanes
    assert len(lanes) == len(set(lanes))


def test_two_captures_of_one_day_on_two_words_are_marked_as_a_contradiction(control):
    page = section(control.get("/control").text, "zāz")
    assert page.count('class="against"') == 2
    assert "another source contradicts it" in page
    assert page.count(">contradicted<") == 2


def test_contested_and_besieged_spans_are_hatched_apart(control):
    page = control.get("/control").text
    assert "url(#hatched)" in section(page, "zāz")
    assert "url(#crossed)" in section(page, "Tabqa")


def test_every_saying_of_a_chart_stands_in_the_table_with_its_sentence(control):
    page = section(control.get("/control").text, "Tabqa")
    drawn = set(
        re.findall(r'<a href="(/documents/[^"]+)" aria-label="[^"]+"><g class="saying', page)
    )
    table = page[page.index("<table") :]
    assert drawn
    assert all(address in table for address in drawn)
    assert '<mark class="control">' in table


def test_one_place_can_be_chosen(control):
    names = re.findall(r'<option value="([^"]+)"', control.get("/control").text)
    assert len(names) == 2
    page = control.get("/control", params={"place": names[0]}).text
    assert page.count('<section class="panel"') == 1
    assert "Nothing is said" in control.get("/control?place=Elsewhere").text


def test_withheld_sayings_are_on_no_timeline(control):
    desk: Desk = control.app.state.desk
    page = section(control.get("/control").text, "Tabqa")
    document = re.search(r"/documents/(doc-[0-9a-f]+)", page)[1]
    token = re.search(r'name="csrf" value="([0-9a-f]{64})"', control.get("/tell").text)[1]
    lead = {"name": "lead", "password": PASSWORD, "csrf": token}
    assert control.post("/sign-in", data=lead, follow_redirects=False).status_code == 303
    token = re.search(r'name="csrf" value="([0-9a-f]{64})"', control.get("/tell").text)[1]
    control.post(f"/documents/{document}/hold", data={"held": "yes", "why": "x", "csrf": token})
    assert "Tabqa" in control.get("/control").text
    reader = TestClient(control.app)
    assert "Tabqa" not in reader.get("/control").text
    assert desk.index.one("SELECT count(*) AS n FROM claims WHERE kind = 'control'")["n"] > 2


def test_tolls_are_gathered_by_outcome_and_place_and_never_across(visit, desk_app):
    desk: Desk = desk_app.state.desk
    found, pages = panels(desk, Held(desk, sees_all=False), Asked())
    assert pages == 1
    keys = [(p.outcome, p.place) for p in found]
    assert len(keys) == len(set(keys))
    assert all(s.toll.outcome == p.outcome for p in found for s in p.series)
    killed = next(p for p in found if (p.outcome, p.place) == ("killed", "Syria"))
    assert "<svg" in killed.running
    page = visit().get("/tolls").text
    assert "Killed in Syria" in page
    assert re.search(r'<a href="/documents/doc-[0-9a-f]+#clm-', page)


def test_tolls_narrow_to_a_place_an_outcome_and_a_source(visit):
    visitor = visit()
    page = visitor.get("/tolls?outcome=displaced").text
    assert "Displaced in Syria" in page
    assert "Killed in" not in page
    assert "No toll is said" in visitor.get("/tolls?place=Elsewhere").text
    for odd in ("?page=99999999999", "?page=x", "?page=0", "?source=%00"):
        assert visitor.get("/tolls" + odd).status_code == 200


def test_a_count_of_a_withheld_report_is_in_no_toll(visit, desk_app):
    reader, lead = visit(), visit("lead")
    before = reader.get("/api/tolls").json()["items"]
    once = next(t for t in before if len(t["points"]) == 1)
    claim = once["points"][0]["claim_id"]
    document = reader.get(f"/api/claims/{claim}").json()["document_id"]
    lead.fill(f"/documents/{document}/hold", held="yes", why="names a witness")
    after = {t["toll_id"] for t in reader.get("/api/tolls").json()["items"]}
    assert once["toll_id"] not in after
    assert claim not in reader.get("/tolls").text
    assert claim in lead.get("/tolls").text


@pytest.fixture(scope="module")
def made_talks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("talks")
    reports = folder / "reports.jsonl"
    told = {
        "one": ("The Example Post", TALKS.format(day="Tuesday")),
        "two": ("Example Radio", TALKS.format(day="Tuesday")),
        "three": ("The Example Desk", OTHER_TALKS),
    }
    rows = [
        {"id": key, "publisher": who, "published_at": "2025-03-05", "text": text}
        for key, (who, text) in told.items()
    ]
    reports.write_text("\n".join(json.dumps(r) for r in rows), encoding="utf-8")
    run([reports], folder / "register", jobs=1)
    return folder / "register"


@pytest.fixture
def talks(made_talks: Path, tmp_path: Path) -> Iterator[TestClient]:
    folder = Path(shutil.copytree(made_talks, tmp_path / "talks"))
    app = create_app(Settings(folder, anonymous=True))
    yield TestClient(app)
    app.state.desk.close()


def rows_of(page: str) -> list[str]:
    return page[page.index("<tbody>") :].split("<tr>")[1:] if "<tbody>" in page else []


def test_talks_that_two_outlets_tell_in_one_dispatch_are_one_row_with_both(talks):
    rows = rows_of(talks.get("/recorded", params={"words": "Nairobi"}).text)
    assert len(rows) == 1
    assert "Government negotiators with rebel delegates, 2025-03-04, Nairobi, held" in rows[0]
    assert "The Example Post" in rows[0]
    assert "Example Radio" in rows[0]
    assert '<mark class="meeting">' in rows[0]


def test_each_kind_has_its_own_list_and_the_page_counts_them(talks):
    page = talks.get("/recorded").text
    assert "Meetings and talks (2)" in page
    assert "Arms transfers (1)" in page
    rows = rows_of(talks.get("/recorded", params={"kind": "transfer"}).text)
    assert len(rows) == 1
    assert "armoured vehicles" in rows[0]
    assert "Nothing of this kind" in talks.get("/recorded", params={"kind": "control"}).text


def test_records_are_narrowed_by_place_and_by_words(talks):
    assert len(rows_of(talks.get("/recorded", params={"place": "Doha"}).text)) == 1
    assert len(rows_of(talks.get("/recorded", params={"words": "rebel NAIROBI"}).text)) == 1
    assert rows_of(talks.get("/recorded", params={"words": "rebel atlantis"}).text) == []


def test_a_withheld_reports_records_are_not_listed(made_talks: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(made_talks, tmp_path / "held"))
    app = create_app(Settings(folder, anonymous=True))
    desk = app.state.desk
    client = TestClient(app)
    assert "Meetings and talks (2)" in client.get("/recorded").text
    told = desk.store.view().claims_of(d.document_id for d in desk.store.view().documents())
    claim = next(c for c in told if c.kind == "meeting" and c.where and c.where.name == "Doha")
    held = Held(desk, sees_all=False)
    held.ids = frozenset([claim.document_id])
    assert counts(desk, held)["meeting"] == 1
    found, _ = recorded(desk, held, RecordsAsked())
    assert claim.document_id not in {w.claim.document_id for r in found for w in r.words}
    assert "Doha" not in [name for name, _ in places(desk, held, "meeting")]
    desk.close()


def test_a_search_does_not_find_the_words_of_a_report_withheld_since(
    made_talks: Path, tmp_path: Path
) -> None:
    app = create_app(
        Settings(Path(shutil.copytree(made_talks, tmp_path / "since")), anonymous=True)
    )
    desk = app.state.desk
    TestClient(app).get("/recorded")
    posts = (d for d in desk.store.view().documents() if d.publisher == "The Example Post")
    held = Held(desk, sees_all=False)
    sought = RecordsAsked(words="Nairobi")
    assert len(recorded(desk, held, sought)[0]) == 1
    held.ids = frozenset(d.document_id for d in posts)
    assert recorded(desk, held, sought)[0] == []
    [row] = [r for r in recorded(desk, held, RecordsAsked())[0] if "Nairobi" in r.line]
    assert [w.chain[0] for w in row.words] == ["Example Radio"]
    desk.close()


def test_an_index_that_another_version_laid_out_is_made_anew(made_talks: Path, tmp_path: Path):
    folder = Path(shutil.copytree(made_talks, tmp_path / "older"))
    Desk(Settings(folder)).close()
    with closing(sqlite3.connect(folder / INDEX_NAME)) as index:
        index.execute("DROP TABLE records")
        index.execute("DELETE FROM meta WHERE key = 'layout'")
        index.commit()
    app = create_app(Settings(folder, anonymous=True))
    assert "Meetings and talks (2)" in TestClient(app).get("/recorded").text
    app.state.desk.close()
