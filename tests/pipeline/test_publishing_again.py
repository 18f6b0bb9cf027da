"""A register that grew is published again: the log and the feed tell what changed, and why."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from bearwitness.pipeline import rebuild, run
from bearwitness.publish.profiles import for_readers
from bearwitness.publish.site import publish_site
from bearwitness.store import Store

FIRST = {
    "id": "first", "publisher": "Example Herald", "published_at": "2014-11-26",
    "text": "Air strikes on the city of Raqqa in northern Syria killed 63 people on 25 November "
    "2014, the Syrian Observatory for Human Rights said.",
}  # fmt: skip
SECOND = {
    "id": "second", "publisher": "Example Radio", "published_at": "2014-11-28",
    "text": "The Syrian Observatory for Human Rights said on Friday that the death toll from the "
    "air strikes on the city of Raqqa on 25 November 2014 had risen to 95 people killed.",
}  # fmt: skip
SPACE = {"a": "http://www.w3.org/2005/Atom"}


def published(folder: Path, *records: dict[str, str]) -> None:
    file = folder / "reports.jsonl"
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    run([file], folder / "register", jobs=1)
    with Store.open(folder / "register") as store:
        publish_site(for_readers(rebuild(store), "public"), folder / "site")


def test_a_toll_that_rose_is_told_with_the_report_that_raised_it(tmp_path: Path) -> None:
    published(tmp_path, FIRST)
    assert "None: this is the first" in (tmp_path / "site/changes.html").read_text("utf-8")
    published(tmp_path, FIRST, SECOND)
    log = (tmp_path / "site/changes.html").read_text("utf-8")
    assert "killed 63 → 95" in log
    assert "Example Radio" in log
    feed = ElementTree.parse(tmp_path / "site/feed.xml").getroot()
    entries = feed.findall("a:entry", SPACE)
    told = [e.findtext("a:summary", namespaces=SPACE) or "" for e in entries]
    assert any("killed 63 → 95" in words and "because" in words for words in told)
    for entry in entries:
        link = entry.find("a:link", SPACE)
        assert link is not None
        assert (tmp_path / "site" / link.attrib["href"]).exists()
    once = [e.findtext("a:id", namespaces=SPACE) for e in entries]
    published(tmp_path, FIRST, SECOND)
    again = ElementTree.parse(tmp_path / "site/feed.xml").getroot().findall("a:entry", SPACE)
    assert [e.findtext("a:id", namespaces=SPACE) for e in again] == once
