"""Tolls and control: each series on the word of its source, and nothing withheld among them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.web.conftest import PASSWORD

from bearwitness.pipeline import run
from bearwitness.web import Settings, create_app
from bearwitness.web.desk import Desk
from bearwitness.web.present import Held
from bearwitness.web.toll_panels import Asked, panels

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
