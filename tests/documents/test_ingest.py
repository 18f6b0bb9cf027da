"""Inputs of every kind come in; what cannot be read is reported and stops nothing."""

from __future__ import annotations

import gzip
import io
import json
import os
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from bearwitness.documents import Limits, ingest, ingest_bytes, ingest_raw, read_source
from bearwitness.errors import InputError, UnsupportedInputError
from bearwitness.model.document import Document
from bearwitness.model.ids import document_id

BODY = (
    "Shelling hit the eastern quarter on Monday and killed seven people, the hospital said. "
    "Eleven others were wounded, two of them children, a doctor told reporters by telephone."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Shelling kills seven in the east</title>
<meta charset="utf-8"><meta property="og:site_name" content="Valley Herald">
<meta property="article:published_time" content="2015-03-09T08:00:00+02:00"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Shelling kills seven in the east</h1><p>{BODY}</p>
<p>The governor's office called for a truce and said the road to the valley stayed closed.</p>
<p>Rescue teams searched the rubble until nightfall, the civil defence office said.</p>
</article>
<footer>Copyright</footer></body></html>"""


def taken(*sources: Path, limits: Limits | None = None) -> tuple[list[Document], list[InputError]]:
    errors: list[InputError] = []
    bounds = limits or Limits()
    return list(ingest(sources, on_error=errors.append, limits=bounds)), errors


def uploaded(
    name: str, raw: bytes, limits: Limits | None = None
) -> tuple[list[Document], list[str]]:
    errors: list[InputError] = []
    found = ingest_bytes(name, raw, on_error=errors.append, limits=limits or Limits())
    return [each.document for each in found], [str(error) for error in errors]


def refuse_errors(error: InputError) -> None:
    raise AssertionError(str(error))


def jsonl(*records: object) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def test_a_folder_is_read_in_the_order_of_its_paths_and_hidden_files_are_passed_over(
    tmp_path: Path,
) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "README.md", "c.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{BODY} {name}")
    documents, errors = taken(tmp_path)
    assert [document.source_id for document in documents] == ["b.txt", "c.txt", "a/z.txt"]
    assert errors == []


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    documents, _ = taken(tmp_path / "a.txt", tmp_path)
    assert len(documents) == 1


def test_ids_come_from_the_source_id_and_the_raw_bytes(tmp_path: Path) -> None:
    raw = BODY.encode()
    (tmp_path / "a.txt").write_bytes(raw)
    (found,) = ingest_raw([tmp_path], on_error=refuse_errors)
    assert found.raw == raw
    assert found.document.sha256 == sha256(raw).hexdigest()
    assert found.document.document_id == document_id("a.txt", sha256(raw).hexdigest())


def test_a_record_keeps_its_text_its_id_and_unknown_keys() -> None:
    text = "  Two lines\r\nand an end  "
    documents, errors = uploaded(
        "in.jsonl", jsonl({"text": text, "id": 7, "desk": "east"}, {"text": BODY})
    )
    assert errors == []
    assert documents[0].text == text
    assert documents[0].source_id == "7"
    assert documents[0].extra["desk"] == "east"
    assert documents[1].source_id == "in.jsonl:2"


def test_the_day_of_publication_is_read_under_the_names_that_others_give_it() -> None:
    documents, _ = uploaded(
        "in.jsonl",
        jsonl(
            {"text": BODY, "published": "2015-03-09"},
            {"text": BODY, "published_at": "2015-03-10", "published": "2015-03-09"},
        ),
    )
    assert [document.published_at for document in documents] == ["2015-03-09", "2015-03-10"]
    assert documents[0].anchor.date == date(2015, 3, 9)


def test_a_title_given_apart_is_put_before_the_text_unless_it_stands_there() -> None:
    title = "Shelling kills seven in the east"
    documents, _ = uploaded(
        "in.jsonl",
        jsonl({"text": BODY, "title": title}, {"text": f"{title}\n\n{BODY}", "title": title}),
    )
    assert documents[0].title == title
    assert documents[0].text == documents[1].text == f"{title}\n\n{BODY}"
    for document in documents:
        assert document.title_span is not None
        assert document.title_span.quote == title


def test_broken_lines_are_reported_by_line_and_the_rest_goes_on() -> None:
    raw = b"\n".join(
        [jsonl({"text": BODY}).strip(), b"{oops", b"[1]", b'{"title": "x"}', b"\xff\xfe{", b""]
    ) + jsonl({"text": BODY, "id": "last"})
    documents, errors = uploaded("in.jsonl", raw)
    assert [document.source_id for document in documents] == ["in.jsonl:1", "last"]
    assert [error.split(": ")[0] for error in errors] == [f"in.jsonl:{n}" for n in (2, 3, 4, 5)]


def test_a_line_over_the_bound_is_reported_and_the_next_is_read() -> None:
    raw = jsonl({"text": "x" * 5000}, {"text": BODY})
    documents, errors = uploaded("in.jsonl", raw, Limits(record=1000))
    assert len(documents) == 1
    assert errors[0].startswith("in.jsonl:1: longer than")


def test_a_record_of_many_megabytes_in_one_line_is_read() -> None:
    words = ("A quiet day was reported from the front and nobody was hurt there. " * 60_000).strip()
    documents, errors = uploaded("in.txt", words.encode())
    assert errors == []
    assert documents[0].text == words


def test_gzipped_lines_are_read_and_a_cut_off_file_is_reported(tmp_path: Path) -> None:
    records = [{"text": f"{BODY} {os.urandom(400).hex()}", "id": str(n)} for n in range(400)]
    whole = gzip.compress(jsonl(*records))
    (tmp_path / "a.jsonl.gz").write_bytes(whole)
    (tmp_path / "b.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    documents, errors = taken(tmp_path)
    assert len(documents) > 400
    assert len(errors) == 1
    assert errors[0].source == "b.jsonl.gz"
    assert errors[0].line is not None


def warc_record(url: str, body: bytes, kind: str = "text/html; charset=utf-8") -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    payload = http.encode() + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:"
        f"00000000-0000-0000-0000-{sha256(url.encode()).hexdigest()[:12]}>\r\n"
        f"WARC-Date: 2015-03-10T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("empty.jsonl", b""),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))),
        ("nul.txt", b"Seven people\x00 were killed."),
        ("not-gzip.jsonl.gz", b"plain words"),
        ("empty.html", b"<html><body></body></html>"),
        ("page.xml", b"<?xml version='1.0'?><note><to>nobody</to></note>"),
        ("broken.rss", b"<rss><channel>"),
        ("bad.warc", b"no archive at all"),
        ("empty.warc.gz", b""),
        ("images.warc", warc_record("http://herald.example/a.png", b"PNG", "image/png")),
        ("report.pdf", b"%PDF-1.4"),
    ],
)
def test_what_is_no_report_is_reported(name: str, raw: bytes) -> None:
    documents, errors = uploaded(name, raw)
    assert documents == []
    assert len(errors) == 1
    assert errors[0].startswith(name)


def test_a_missing_file_and_a_pipe_are_reported(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    documents, errors = taken(tmp_path / "gone.txt", tmp_path / "pipe.txt")
    assert documents == []
    assert [error.source for error in errors] == ["gone.txt", "pipe.txt"]
    assert isinstance(errors[1], UnsupportedInputError)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_read_permission_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "a.txt").chmod(0)
    documents, errors = taken(tmp_path)
    assert documents == []
    assert "ermission" in errors[0].reason


def test_a_refused_open_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(BODY)

    def refuse(*_: object, **__: object) -> io.BytesIO:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    documents, errors = taken(tmp_path)
    assert documents == []
    assert "Permission denied" in errors[0].reason


def test_without_a_handler_the_first_error_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(InputError):
        list(read_source(tmp_path / "a.txt"))


def test_a_page_brings_its_title_site_date_and_body_without_menus() -> None:
    documents, errors = uploaded("p.html", PAGE.encode())
    assert errors == []
    (document,) = documents
    assert document.title == "Shelling kills seven in the east"
    assert document.title_span is not None
    assert document.publisher == "Valley Herald"
    assert document.anchor.date == date(2015, 3, 9)
    assert BODY in document.text
    assert "Home" not in document.text


def test_a_record_may_bring_html() -> None:
    documents, _ = uploaded("in.jsonl", jsonl({"html": PAGE, "id": "p", "publisher": "The Post"}))
    assert BODY in documents[0].text
    assert documents[0].publisher == "The Post"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + BODY,
        f'<html><body><p title="{"x" * 2_000_000}">{BODY}</p></body></html>',
        "<table><tr><td>" * 20_000 + BODY,
        "<" * 500_000 + f"<p>{BODY}</p>",
        f"<p>{BODY}</p>" + "<!-- " * 100_000,
        f"<p>{BODY}</p><script>" + "<script>" * 100_000,
    ],
    ids=["deep", "long attribute", "nested tables", "brackets", "open comments", "open scripts"],
)
def test_hostile_markup_neither_crashes_nor_loses_the_report(markup: str) -> None:
    documents, errors = uploaded("bomb.html", markup.encode())
    assert errors == []
    assert BODY in documents[0].text


def archive() -> list[bytes]:
    return [
        warc_record("http://herald.example/one", PAGE.encode()),
        warc_record("http://herald.example/logo.png", b"\x89PNG", "image/png"),
        warc_record("http://herald.example/two", PAGE.replace("seven", "nine").encode()),
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_a_web_archive_gives_its_pages_only(packed: bool) -> None:
    records = archive()
    raw = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    documents, errors = uploaded("a.warc.gz" if packed else "a.warc", raw)
    assert errors == []
    assert [document.url for document in documents] == [
        "http://herald.example/one",
        "http://herald.example/two",
    ]
    assert documents[0].retrieved_at == "2015-03-10T00:00:00Z"
    assert documents[0].anchor.date == date(2015, 3, 9)


@pytest.mark.parametrize("packed", [False, True])
def test_a_cut_off_archive_gives_what_is_whole_and_is_reported(packed: bool) -> None:
    records = archive()
    raw = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    documents, errors = uploaded("a.warc.gz" if packed else "a.warc", raw[:-300])
    assert [document.url for document in documents] == ["http://herald.example/one"]
    assert len(errors) == 1
    assert "cut off" in errors[0]


def test_feed_entries_become_documents() -> None:
    feed = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel>
    <title>Valley Herald</title><language>en-gb</language>
    <item><title>Shelling kills seven</title><link>http://herald.example/1</link><guid>g1</guid>
    <pubDate>Mon, 09 Mar 2015 08:00:00 +0200</pubDate><description>&lt;p&gt;{BODY}&lt;/p&gt;
    </description></item><item></item></channel></rss>"""
    documents, errors = uploaded("f.rss", feed.encode())
    assert len(documents) == 1
    assert len(errors) == 1
    (document,) = documents
    assert document.source_id == "f.rss:g1"
    assert document.publisher == "Valley Herald"
    assert document.anchor.date == date(2015, 3, 9)
    assert document.title_span is not None
    assert BODY in document.text


def test_a_publication_day_after_retrieval_is_kept_and_flagged() -> None:
    documents, _ = uploaded(
        "in.jsonl",
        jsonl({"text": BODY, "published_at": "2031-01-05", "retrieved_at": "2015-03-10T00:00:00Z"}),
    )
    assert documents[0].anchor.date == date(2031, 1, 5)
    assert "date_flag" in documents[0].extra


def test_retrieval_is_no_anchor() -> None:
    documents, _ = uploaded("in.jsonl", jsonl({"text": BODY, "retrieved_at": "2015-03-10"}))
    assert documents[0].anchor.basis == "none"


def test_an_unsupported_language_is_kept_and_marked() -> None:
    text = (
        "قتل سبعة أشخاص في قصف على الحي الشرقي من المدينة يوم الاثنين، "
        "حسبما قال المستشفى المحلي هناك."
    )
    documents, errors = uploaded("in.jsonl", jsonl({"text": text}))
    assert errors == []
    assert documents[0].language == "ar"


def test_the_same_input_gives_the_same_documents(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(jsonl({"text": BODY}, {"html": PAGE}))
    assert taken(tmp_path) == taken(tmp_path)


def test_a_path_that_is_not_there_is_named_as_missing(tmp_path: Path) -> None:
    documents, errors = taken(tmp_path / "reports", tmp_path / "gone.jsonl")
    assert documents == []
    assert [error.reason for error in errors] == ["no such file or folder"] * 2


def test_an_archive_cut_off_inside_a_header_yields_what_is_whole_and_is_reported() -> None:
    whole = warc_record("http://herald.example/one", PAGE.encode())
    cut = warc_record("http://herald.example/two", PAGE.encode())[:60]
    documents, errors = uploaded("a.warc", whole + cut)
    assert len(documents) == 1
    assert errors == ["a.warc: the last record is cut off in its header"]
