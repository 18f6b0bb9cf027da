"""A headline given apart from the text, and the outlet's name behind it."""

from __future__ import annotations

import pytest

from bearwitness.documents.headline import GAP, tidy_title
from bearwitness.documents.record import SourceRecord, build
from bearwitness.model.document import Document

TITLE = "Shelling kills seven in the east"
LEAD = (
    "Shelling killed seven people in the eastern valley on Monday, the district's health office "
    "said, adding that nine others were taken to the town's only hospital."
)
NEXT = "The road to the valley was closed on Tuesday while crews cleared what was left of the roof."


def read(text: str, title: str | None, **more: object) -> Document:
    record = SourceRecord("r", text.encode(), text, title=title, extra=more)
    return build(record).document


def test_a_repeated_title_is_told_once() -> None:
    bare = "Shelling kills seven in the east"
    assert tidy_title(f"{bare} - Valley Herald {bare} - Valley Herald {bare}") is not None
    assert tidy_title(f"{bare} {bare}") == bare
    assert tidy_title(f"{bare} - Valley Herald {bare}") == bare
    assert tidy_title("  ") is None


@pytest.mark.parametrize(
    ("given", "publisher", "url"),
    [
        (f"{TITLE} - Valley Herald", "Valley Herald", None),
        (f"{TITLE} | The Valley Herald", "Valley Herald", None),
        (f"{TITLE} :: KXYZ.com", None, None),
        (f"{TITLE} - KXYZ 5 News, Weather and Sports", None, "http://www.kxyz.com/story/1"),
        (
            f"{TITLE} - KXYZ 5 | Local News",
            None,
            "http://web.archive.org/web/2016/http://kxyz.com/story/1",
        ),
    ],
)
def test_a_title_loses_the_name_of_its_outlet(
    given: str, publisher: str | None, url: str | None
) -> None:
    assert tidy_title(given, publisher, url) == TITLE


@pytest.mark.parametrize("ending", ["police", "east of the river", "2 held"])
def test_a_title_keeps_a_last_part_of_its_own(ending: str) -> None:
    given = f"{TITLE} - {ending}"
    assert tidy_title(given, "Valley Herald", "http://herald.example/police-say-2-held") == given


def test_a_title_given_apart_becomes_the_first_paragraph() -> None:
    text = f"{LEAD}\n\n{NEXT}"
    document = read(text, TITLE)
    assert document.text == TITLE + GAP + text
    assert document.title_span is not None
    assert (document.title_span.start, document.title_span.quote) == (0, TITLE)
    assert document.text[int(str(document.extra["text_begins_at"])) :] == text


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n\n{LEAD}\n\n{NEXT}",
        f"News {TITLE} Monday\n\n{LEAD}\n\n{NEXT}",
        f"Shelling kills seven people in the east\n\n{LEAD}\n\n{NEXT}",
    ],
)
def test_a_title_that_the_text_brings_is_not_put_before_it(text: str) -> None:
    assert read(text, TITLE).text == text


@pytest.mark.parametrize("title", [None, "Valley Herald", ""])
def test_a_label_is_no_headline_to_put_before_a_text(title: str | None) -> None:
    assert read(f"{LEAD}\n\n{NEXT}", title).text == f"{LEAD}\n\n{NEXT}"


def test_a_text_coded_by_offsets_stays_as_it_was_coded() -> None:
    document = read(LEAD, TITLE, toponyms=[{"start": 0, "end": 8}])
    assert document.text == LEAD


def test_the_head_of_a_text_is_read_as_without_the_title_before_it() -> None:
    text = f"News\n\nWorld\n\nSport\n\nEASTVALE (AP) - {LEAD}\n\n{NEXT}"
    under, alone = read(text, TITLE), read(text, None)
    assert under.dateline == alone.dateline == "EASTVALE"
    assert [s.quote for s in under.furniture] == [s.quote for s in alone.furniture]


@pytest.mark.parametrize("stop", [". ", " . ", "! ", " - "])
def test_a_title_that_opens_the_only_line_of_a_text_ends_where_it_ends(stop: str) -> None:
    document = read(f"{TITLE}{stop}{LEAD} {NEXT}", TITLE)
    assert document.title_span is not None
    assert document.title_span.start == 0
    assert document.title_span.quote.rstrip("!") == TITLE


def test_a_lead_that_begins_with_the_words_of_the_title_is_no_headline() -> None:
    text = f"Fighting in the hills has driven out hundreds of families. {LEAD} {NEXT}"
    document = read(text, "Fighting in the hills")
    assert document.title_span is None
    assert document.text == text
