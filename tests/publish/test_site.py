"""The site opens from a disk, asks nothing of anywhere, and tells what changed."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

from bearwitness.errors import UsageError
from bearwitness.model.register import Figure
from bearwitness.publish import outlines, site_index
from bearwitness.publish.edition import Edition
from bearwitness.publish.outlines import draw
from bearwitness.publish.profiles import QUOTATION, for_readers
from bearwitness.publish.site import publish_site
from bearwitness.publish.site_pages import bounded


@pytest.fixture
def public(edition: Edition) -> Edition:
    return for_readers(edition, "public")


def with_killed(edition: Edition, figure: Figure) -> Edition:
    first, *rest = edition.register.entries
    changed = replace(first, killed={**first.killed, "total": figure})
    return replace(edition, register=replace(edition.register, entries=(changed, *rest)))


def all_bytes(folder: Path) -> str:
    raw = b"\n".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())
    return raw.decode("utf-8", "replace").lower()


def test_every_page_refers_only_to_files_that_are_there(public: Edition, tmp_path: Path) -> None:
    publish_site(public, tmp_path)
    pages = list(tmp_path.rglob("*.html"))
    assert {p.name for p in pages} >= {"index.html", "codebook.html", "changes.html", "inc-1.html"}
    for page in pages:
        text = page.read_text("utf-8")
        assert "default-src 'none'" in unescape(text)
        assert not re.search(r"""\b(?:src|srcset|action|poster)=|@import|url\(""", text)
        for link in re.findall(r'href="([^"#]+)', text):
            if not re.match(r"https?:", link):
                assert (page.parent / link).exists(), f"{page.name} -> {link}"


def test_the_policy_allows_just_the_style_and_script_within(
    public: Edition, tmp_path: Path
) -> None:
    publish_site(public, tmp_path)
    text = (tmp_path / "index.html").read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy
    assert "unsafe" not in policy[1]
    assert " style=" not in text
    assert not re.search(r"\son[a-z]+=", text)


def test_the_manifest_has_the_digest_of_every_file(public: Edition, tmp_path: Path) -> None:
    publish_site(public, tmp_path)
    listed = json.loads((tmp_path / "manifest.json").read_text("utf-8"))["files"]
    for file in listed:
        raw = (tmp_path / file["path"]).read_bytes()
        assert hashlib.sha256(raw).hexdigest() == file["sha256"]
    there = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}
    assert there - {f["path"] for f in listed} == {"manifest.json", "SHA256SUMS"}


def test_published_again_unchanged_it_is_the_same(public: Edition, tmp_path: Path) -> None:
    publish_site(public, tmp_path)
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    publish_site(public, tmp_path)
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_change_is_told_with_its_reason(public: Edition, tmp_path: Path) -> None:
    early = with_killed(public, Figure(6, 6, 6, "stated", ("clm-2",)))
    publish_site(early, tmp_path)
    publish_site(public, tmp_path)
    text = (tmp_path / "changes.html").read_text("utf-8")
    assert "killed 6 → 9 (9–…)" in text
    assert "nine people" in text
    assert "superseded" in text
    feed = ElementTree.parse(tmp_path / "feed.xml").getroot()
    space = {"a": "http://www.w3.org/2005/Atom"}
    (entry,) = feed.findall("a:entry", space)
    for name in ("id", "title", "updated"):
        assert entry.findtext(f"a:{name}", namespaces=space)
    assert "killed 6 → 9" in (entry.findtext("a:summary", namespaces=space) or "")


def test_what_is_withheld_later_leaves_the_site_and_its_history(
    edition: Edition, tmp_path: Path
) -> None:
    publish_site(with_killed(edition, Figure(6, 6, 6, "stated", ("clm-2",))), tmp_path)
    publish_site(edition, tmp_path)
    assert "nine people" in all_bytes(tmp_path)
    held = for_readers(replace(edition, withheld=frozenset({"inc-1", "doc-a"})), "public")
    publish_site(held, tmp_path)
    text = all_bytes(tmp_path)
    for words in ("inc-1", "nine people", "northmoor", "10.25"):
        assert words not in text
    assert not (tmp_path / "incidents" / "inc-1.html").exists()


def test_a_folder_with_other_things_is_left_alone(public: Edition, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="other things"):
        publish_site(public, tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_manifest_cannot_point_out_of_the_folder(public: Edition, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    kept.write_text("mine")
    site = tmp_path / "site"
    site.mkdir()
    told = {"made_by": "bearwitness", "files": [{"path": "../kept.txt"}, {"path": str(kept)}]}
    (site / "manifest.json").write_text(json.dumps(told))
    publish_site(public, site)
    assert kept.exists()


def test_titles_from_reports_cannot_become_markup(public: Edition, tmp_path: Path) -> None:
    first, *rest = public.register.entries
    odd = replace(first, title="<script>alert(1)</script>")
    register = replace(public.register, entries=(odd, *rest))
    publish_site(replace(public, register=register), tmp_path)
    assert "<script>alert" not in (tmp_path / "incidents/inc-1.html").read_text("utf-8")
    assert "<script>alert" not in (tmp_path / "feed.xml").read_text("utf-8")


def test_quotations_are_bounded() -> None:
    text = "x" * 400 + " nine people " + "y" * 400
    start = text.index("nine")
    before, words, after = bounded(text, start, start + 11)
    assert words == "nine people"
    assert len(before + words + after) <= QUOTATION + 4
    assert before.startswith("…")
    assert after.endswith("…")


def test_a_map_has_a_point_a_place(public: Edition) -> None:
    drawn = draw(public.entries())
    assert drawn is not None
    (point,) = drawn.points
    assert point.incidents == ("inc-1",)
    assert 0 < point.x < drawn.width
    assert 0 < point.y < drawn.height
    assert drawn.paths


def test_no_point_no_map() -> None:
    assert draw([]) is None


def many(edition: Edition, count: int) -> Edition:
    """The edition with its first incident told on so many days, a week apart."""
    first, *_ = edition.register.entries
    entries = tuple(
        replace(
            first,
            incident_id=f"inc-{number:04}",
            date_start=date(2014, 1, 1) + timedelta(days=7 * number),
            date_end=date(2014, 1, 1) + timedelta(days=7 * number),
        )
        for number in range(count)
    )
    return replace(edition, register=replace(edition.register, entries=entries))


def test_a_long_register_is_told_in_parts(
    public: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_index, "PAGE", 5)
    told = many(public, 60)
    publish_site(told, tmp_path)
    first = (tmp_path / "index.html").read_text("utf-8")
    assert "60 incidents" in first
    assert "inc-0003" not in first
    parts = sorted(p.name for p in (tmp_path / "register").iterdir())
    assert parts[:2] == ["2014-01.html", "2014-02.html"]
    assert "2015-02.html" in parts
    rows = [
        row
        for part in parts
        for row in re.findall(
            r'<tr id="([^"]+)"', (tmp_path / "register" / part).read_text("utf-8")
        )
    ]
    assert sorted(rows) == [e.incident_id for e in told.entries()]
    for page in tmp_path.rglob("*.html"):
        for link in re.findall(r'href="([^"#]+)', page.read_text("utf-8")):
            if not re.match(r"https?:", link):
                assert (page.parent / link).exists(), f"{page.name} -> {link}"


def test_a_full_month_is_cut_into_pages(public: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site_index, "PAGE", 2)
    entries = [replace(e, date_start=date(2014, 1, 9)) for e in many(public, 5).entries()]
    undated = [replace(e, date_start=None) for e in many(public, 1).entries()]
    parts = list(site_index.parts_of([*entries, *undated]))
    assert [p.name for p in parts] == ["2014-01-01", "2014-01-02", "2014-01-03", "undated"]
    assert parts[0].title == "January 2014, part 1 of 3"
    assert [len(p.entries) for p in parts] == [2, 2, 1, 1]


def test_near_places_are_drawn_as_one_where_there_are_many(
    public: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlines, "_CROWDED", 3)
    first = public.entries()[0]
    assert first.place is not None
    spread = [
        replace(
            first,
            incident_id=f"inc-{n}",
            place=replace(first.place, name=f"P{n}", lat=35 + n / 900),
        )
        for n in range(5)
    ]
    far = replace(first, incident_id="inc-far", place=replace(first.place, name="Far", lat=39.0))
    drawn = draw([*spread, far])
    assert drawn is not None
    assert sorted(len(point.incidents) for point in drawn.points) == [1, 5]
    assert any("and 4 near by: 5 incidents" in point.label for point in drawn.points)


@pytest.mark.e2e
def test_a_browser_searches_a_long_register(
    public: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_index, "PAGE", 5)
    publish_site(many(public, 250), tmp_path)
    with ThreadPoolExecutor(1) as apart:
        said, shown = apart.submit(_search, tmp_path, _chromium()).result()
    assert said == []
    assert shown == ["250 incidents", "100", "200", "2 of 250 incidents", "2", "inc-0004"]


def _search(folder: Path, chromium: str) -> tuple[list[str], list[str]]:
    from playwright.sync_api import sync_playwright

    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((folder / "index.html").as_uri())
        page.click("text=Search and filter")
        shown = [page.inner_text("#shown"), str(page.locator("#found tr").count())]
        page.click("#more")
        shown.append(str(page.locator("#found tr").count()))
        page.fill("input[name=from]", "2014-01-25")
        page.fill("input[name=to]", "2014-02-10")
        shown += [page.inner_text("#shown"), str(page.locator("#found tr").count())]
        page.click("#found a")
        shown.append(page.url.rsplit("/", 1)[-1].removesuffix(".html"))
        browser.close()
    return said, shown


def _chromium() -> str:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("needs a Chromium browser")
    return found


@pytest.mark.e2e
def test_a_browser_opens_it_from_disk_and_asks_nothing(public: Edition, tmp_path: Path) -> None:
    chromium = _chromium()
    publish_site(public, tmp_path)
    # A thread of its own: other browser tests of this process may keep an event loop running.
    with ThreadPoolExecutor(1) as apart:
        said, asked = apart.submit(_browse, tmp_path, chromium).result()
    assert said == []
    assert [url for url in asked if not url.startswith("file:")] == []
    assert [url for url in asked if not url.endswith(".html")] == []


def _browse(folder: Path, chromium: str) -> tuple[list[str], list[str]]:
    from playwright.sync_api import sync_playwright

    asked: list[str] = []
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((folder / "index.html").as_uri())
        page.fill("input[name=killed]", "10")
        assert page.inner_text("#shown") == "0 of 1 incidents"
        page.fill("input[name=killed]", "9")
        assert page.inner_text("#shown") == "1 incident"
        page.click("#register a")
        assert "nine people" in page.inner_text("main")
        browser.close()
    return said, asked
