"""What anybody reads: filters, pages, derivations, the interface for programs."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bearwitness.pipeline import run
from bearwitness.web import Settings, create_app
from bearwitness.web.query import Filter, match_words


def test_a_figure_opens_to_the_sentence_and_the_chain_of_speakers(visit, big):
    page = visit().get(f"/incidents/{big['incident_id']}").text
    used = big["figures"]["killed"]["total"]["used"]
    assert all(f'id="killed.total-{claim}"' in page for claim in used)
    assert '<mark class="casualty">' in page
    assert 'aria-label="citing"' in page


def test_a_headline_that_its_report_tells_again_leads_to_the_sentence_it_restates(visit, big):
    page = visit().get(f"/incidents/{big['incident_id']}").text
    links = re.findall(r'<a href="/documents/([^#"]+)#([^"]+)">what it restates</a>', page)
    assert links
    for document, premise in links:
        told = visit().get(f"/documents/{document}").text
        assert f'id="{premise}"' in told
        assert "restates the body" in told


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("q=market", lambda i: True),
        ("since=2014-11-01", lambda i: i["date_end"] >= "2014-11-01"),
        ("until=2014-10-01", lambda i: i["date_start"] <= "2014-10-01"),
        ("killed=90", lambda i: i["figures"]["killed"]["total"]["best"] >= 90),
        ("grade=single_source", lambda i: i["grade"] == "single_source"),
        ("contradicted=1", lambda i: i["contradictions"]),
        ("box=38,35,40,37", lambda i: 38 <= i["place"]["lon"] <= 40),
        ("place=SY", lambda i: i["place"]["country"] == "SY"),
    ],
)
def test_a_filter_finds_what_it_says_and_only_that(visit, asked, holds):
    found = visit().get(f"/api/incidents?{asked}").json()
    assert found["items"]
    assert all(holds(i) for i in found["items"])
    assert len(found["items"]) == found["total"]


def test_a_filter_that_nothing_meets_finds_nothing(visit):
    for asked in (
        "q=zebra",
        "since=2031-01-01",
        "actor=Nobody",
        "killed=99999",
        'q="zebra" OR market',
    ):
        assert visit().get(f"/api/incidents?{asked}").json()["total"] == 0


def test_pages_hold_every_incident_once(visit):
    visitor, seen, link = visit(), [], "/api/incidents?per_page=1"
    while link:
        page = visitor.get(link).json()
        seen += [i["incident_id"] for i in page["items"]]
        link = page["next"]
    assert len(seen) == len(set(seen)) == page["total"]


def test_an_address_says_the_filter_it_came_from():
    asked = Filter.of({"q": "market", "since": "2014-11-01", "sort": "killed", "page": "3"})
    assert asked.address(page=3) == "q=market&since=2014-11-01&sort=killed&page=3"


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(list(Filter.__slots__)), st.text(max_size=30)))
def test_any_address_is_a_filter(given_values):
    asked = Filter.of(given_values)
    assert asked.hidden is False
    assert asked.page >= 1


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=25,
    deadline=None,
)
@given(q=st.text(max_size=20))
def test_no_search_breaks_the_register(visit, q):
    assert visit().get("/", params={"q": q}).status_code == 200
    assert '"' not in match_words(q).replace('"', "")


def test_an_unchanged_thing_is_not_sent_again(visit, big):
    visitor, path = visit(), f"/api/incidents/{big['incident_id']}"
    first = visitor.get(path)
    again = visitor.get(path, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_export_holds_what_the_filter_finds(visit):
    visitor = visit()
    total = visitor.get("/api/incidents?since=2014-11-01").json()["total"]
    rows = list(csv.DictReader(io.StringIO(visitor.get("/export?form=csv&since=2014-11-01").text)))
    assert len(rows) == total
    lines = visitor.get("/export?form=jsonl&since=2014-11-01").text.splitlines()
    assert len(lines) == total
    features = visitor.get("/export?form=geojson&since=2014-11-01").json()["features"]
    assert len(features) == total


def test_versions_stand_side_by_side_with_the_changed_words_marked(visit, big):
    visitor = visit()
    for key in big["dispatches"]:
        for r in visitor.get(f"/api/dispatches/{key}").json()["relations"]:
            if any(s["change"] == "edited" for s in r["sentences"]):
                page = visitor.get(f"/versions?earlier={r['from']}&later={r['to']}").text
                assert "<del>" in page
                assert "<ins>" in page
                return
    pytest.fail("no edited version in the examples")


def test_furniture_is_dimmed_and_the_text_is_whole(visit):
    visitor = visit()
    held = [d["document_id"] for d in visitor.get("/api/documents?per_page=200").json()["items"]]
    pages = {d: visitor.get(f"/documents/{d}").text for d in held}
    furnished = [d for d in held if visitor.get(f"/api/documents/{d}").json()["furniture"]]
    assert furnished
    assert all('<span class="furniture">' in pages[d] for d in furnished)


def test_no_page_asks_anything_of_another_host(visit, big):
    visitor = visit()
    for path in ("/", f"/incidents/{big['incident_id']}", "/tell", "/static/desk.css"):
        text = visitor.get(path).text
        assert 'src="http' not in text
        assert "url(http" not in text
        assert "style=" not in text


def test_a_report_in_a_language_that_is_not_read_says_why_it_has_no_claims(
    tmp_path: Path,
) -> None:
    text = "Un soldado murió y otros cuatro resultaron heridos el martes en un ataque en la sierra."
    note = tmp_path / "nota.txt"
    note.write_text(f"{text} {text}", encoding="utf-8")
    run([note], tmp_path / "register", jobs=1)
    app = create_app(Settings(tmp_path / "register", anonymous=True))
    (document,) = app.state.desk.store.view().documents()
    page = TestClient(app).get(f"/documents/{document.document_id}").text
    app.state.desk.close()
    assert "reports in this language (es) are not read yet" in page
