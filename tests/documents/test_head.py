"""What a report says about itself is read from its head and foot; the rest stays unknown."""

from __future__ import annotations

import json
from datetime import date

import pytest

from bearwitness.documents import ingest_bytes
from bearwitness.errors import InputError
from bearwitness.model.document import Document

LEAD = "Shelling hit the eastern quarter and killed seven people, the hospital said on Monday."
NEXT = "Eleven others were wounded when a second shell struck the road to the market before noon."
TITLE = "Shelling kills seven in the eastern quarter"


def refuse(error: InputError) -> None:
    raise AssertionError(str(error))


def read(*lines: str, **fields: str) -> Document:
    raw = json.dumps({"id": "x", "text": "\n\n".join(lines), **fields}).encode()
    (found,) = ingest_bytes("in.jsonl", raw, on_error=refuse)
    return found.document


@pytest.mark.parametrize(
    ("lead", "place", "agency"),
    [
        ("BEIRUT: " + LEAD, "BEIRUT", None),
        ("ERBIL — " + LEAD, "ERBIL", None),
        ("BEIRUT (AP) — " + LEAD, "BEIRUT", "AP"),
        ("DONETSK, Ukraine (Reuters) - " + LEAD, "DONETSK, Ukraine", "Reuters"),
        ("KABUL, Jan 22 (Xinhua) -- " + LEAD, "KABUL", "Xinhua"),
        ("Damascus, SANA- " + LEAD, "Damascus", "SANA"),
        ("BOGOTA, 10 JAN 90 (DPA) -- [TEXT] " + LEAD.upper(), "BOGOTA", "DPA"),
        ("SAN SALVADOR, 3 JAN 90 -- [TEXT] " + LEAD.upper(), "SAN SALVADOR", None),
        ("Homs province: " + LEAD, "Homs province", None),
        ("Tabqa (Syria): A strike hit a car in the town, medics said.", "Tabqa (Syria)", None),
    ],
)
def test_datelines(lead: str, place: str, agency: str | None) -> None:
    document = read(TITLE, lead, NEXT)
    assert document.dateline == place
    assert document.dateline_span is not None
    assert document.dateline_span.quote == place
    assert document.agency == agency


@pytest.mark.parametrize(
    "lead",
    [
        LEAD,
        "VIDEO: " + LEAD,
        "The hospital (run by the army) - " + LEAD,
        "Witnesses said: " + LEAD,
    ],
)
def test_what_is_no_dateline(lead: str) -> None:
    assert read(TITLE, lead, NEXT).dateline is None


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Source: AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("With reporting by The Associated Press", "AP"),
        ("by our staff with AA", "Anadolu"),
        ("— AFP", "AFP"),
        ("(Reporting by the eastern bureau; Editing by the desk)", "Reuters"),
    ],
)
def test_credit_lines(line: str, agency: str) -> None:
    document = read(TITLE, LEAD, NEXT, line)
    assert document.agency == agency
    assert document.agency_span is not None


@pytest.mark.parametrize(
    "line", ["A burnt house. (Photo: AFP)", "The mayor told AFP that the road is closed to all."]
)
def test_what_is_no_credit_of_the_report(line: str) -> None:
    assert read(TITLE, LEAD, line, NEXT).agency is None


def test_the_word_of_the_record_comes_first() -> None:
    document = read(TITLE, "BEIRUT (AP) — " + LEAD, agency="Agence France-Presse")
    assert document.agency == "AFP"
    assert document.agency_span is None


def test_bylines() -> None:
    assert read(TITLE, "By our eastern bureau, AP", LEAD).byline is None
    assert read(TITLE, "By Eastern Bureau", LEAD).byline == "Eastern Bureau"
    assert read(TITLE, LEAD, "Reporting by Eastern Bureau").byline == "Eastern Bureau"


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Published: 2015-03-09 1:48:16", "2015-03-09 1:48:16"),
        ("March 9, 2015", "March 9, 2015"),
        ("Monday, 9 March 2015 10:15 AM", "Monday, 9 March 2015 10:15 AM"),
        ("Updated 12 March 2015 | Published 9 March 2015", "9 March 2015"),
    ],
)
def test_the_page_states_its_date(line: str, written: str) -> None:
    document = read(TITLE, line, LEAD, NEXT)
    assert document.published_at == written
    assert document.anchor.date == date(2015, 3, 9)
    assert document.anchor.basis == "stated"


def test_a_day_that_one_paragraph_opens_with_dates_the_page() -> None:
    document = read(TITLE, "March 9, 2015 - " + LEAD, NEXT)
    assert (document.anchor.date, document.anchor.basis) == (date(2015, 3, 9), "stated")
    assert [span.quote for span in document.furniture] == ["March 9, 2015"]  # LEAD names a day
    listed = read(TITLE, "March 9, 2015 - " + LEAD, "March 12, 2015 - " + NEXT)
    assert listed.anchor.date is None


@pytest.mark.parametrize(
    "line",
    [
        "The Example Herald, 9 March 2015",
        "By the Eastern Bureau | 9 March 2015",
        "9 March 2015 - Example Wire",
        "Example Wire | 9 March 2015 | Northmoor",
        "Example Daily (Nigeria), Monday 9 March 2015, 14:20 GMT",
    ],
)
def test_a_line_at_the_head_that_dates_a_name_dates_the_page(line: str) -> None:
    assert read(TITLE, line, LEAD, NEXT).anchor.date == date(2015, 3, 9)
    under_its_title = read(TITLE + "\n" + line, LEAD, NEXT)
    assert under_its_title.anchor.date == date(2015, 3, 9)
    assert under_its_title.title == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Reporting period: 3-9 March 2015",
        "Reporting period: 27 February to 9 March 2015",
        "Daily update: the eastern countryside, Monday 9 March 2015",
    ],
)
def test_the_heading_of_a_bulletin_gives_its_last_day(line: str) -> None:
    assert read(TITLE, line, LEAD, NEXT).anchor.date == date(2015, 3, 9)


@pytest.mark.parametrize(
    "line",
    [
        "Attacks counted since 9 March 2015",
        "Body found in the eastern hills, 9 March 2015",
        "Raids of 9 March 2015, 10 March 2015",
    ],
)
def test_a_line_that_tells_of_something_on_a_day_does_not_date_the_page(line: str) -> None:
    assert read(TITLE, line, LEAD, NEXT).anchor.date is None


def test_the_record_goes_before_the_text_and_that_before_the_address() -> None:
    url = "https://herald.example/2015/03/11/story"
    stated = ("March 10, 2015", LEAD, NEXT)
    assert read(TITLE, *stated, url=url, published_at="2015-03-09").anchor.date == date(2015, 3, 9)
    assert read(TITLE, *stated, url=url).anchor.date == date(2015, 3, 10)
    from_url = read(TITLE, LEAD, NEXT, url=url).anchor
    assert (from_url.date, from_url.basis) == (date(2015, 3, 11), "url")


def test_an_update_stamp_gives_way_to_an_older_day_in_the_address() -> None:
    document = read(
        TITLE, "Updated: March 30, 2015", LEAD, NEXT, url="https://herald.example/2015/03/09/story"
    )
    assert (document.anchor.date, document.anchor.basis) == (date(2015, 3, 9), "url")
    assert document.published_at == "March 30, 2015"


def test_a_date_in_the_story_is_not_the_date_of_the_page() -> None:
    document = read(TITLE, LEAD, "The truce of March 9, 2012 was never kept by either side.")
    assert document.anchor.basis == "none"
    assert document.published_at is None


def test_a_dateline_in_brackets_tells_place_and_day() -> None:
    document = read(TITLE, "(Salda, 9 March 2015) " + LEAD, NEXT)
    assert document.dateline == "Salda"
    assert document.anchor.date == date(2015, 3, 9)


def test_a_dated_dateline_is_a_stated_date() -> None:
    document = read("BOGOTA, 10 JAN 90 (DPA) -- [TEXT] " + LEAD, NEXT)
    assert document.anchor.date == date(1990, 1, 10)
    assert document.published_at == "10 JAN 90"


@pytest.mark.parametrize("first", [LEAD, "News", "BEIRUT: " + LEAD, "9 March 2015"])
def test_what_is_no_title(first: str) -> None:
    assert read(first, NEXT).title is None


def test_a_title_is_found_behind_a_menu() -> None:
    assert read("News", "World", "Sport", TITLE, LEAD, NEXT).title == TITLE


def test_the_newest_post_that_a_page_embeds_dates_it_where_nothing_else_does() -> None:
    lines = (
        "Shells hit the market of Northmoor on Friday, a monitor said.",
        "Shells fell on the market at noon. — A Monitor (@a_monitor) July 22, 2022",
        "Two of the wounded have died. — A Monitor (@a_monitor) July 24, 2022",
    )
    document = read(*lines)
    assert (document.anchor.date, document.anchor.basis) == (date(2022, 7, 24), "stated")
    assert document.extra["dated_by"] == "the newest post that it embeds"
    assert document.published_at is None
    dated = read(*lines, published_at="2022-07-23")
    assert dated.anchor.date == date(2022, 7, 23)
    assert "dated_by" not in dated.extra
