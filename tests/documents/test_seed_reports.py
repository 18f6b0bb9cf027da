"""The two founding reports come out as a careful reader takes them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bearwitness.documents import ingest
from bearwitness.errors import InputError
from bearwitness.model.document import Document


@pytest.fixture(scope="module")
def seeds(shared: Path) -> tuple[Document, Document]:
    errors: list[InputError] = []
    found = list(ingest([shared / "seeds"], on_error=errors.append))
    assert errors == []
    assert len(found) == 2
    return found[0], found[1]


def quotes(document: Document) -> str:
    return "\n".join(span.quote for span in document.furniture)


def test_the_first_report_has_its_title_dateline_and_no_date(
    seeds: tuple[Document, Document],
) -> None:
    a, _ = seeds
    assert a.title == "Syria raids on Islamic State ‘capital’ kill 95"
    assert a.dateline == "BEIRUT"
    assert a.agency is None
    assert a.published_at is None
    assert a.anchor.basis == "none"
    assert a.language == "en"


def test_the_first_report_sets_the_comment_notices_and_the_bullet_apart(
    seeds: tuple[Document, Document],
) -> None:
    a, _ = seeds
    assert "Please follow our commenting guidelines." in quotes(a)
    assert "Comments are closed." in quotes(a)
    assert a.furniture[0].quote == "•"
    assert sum(len(span.quote) for span in a.furniture) < 90


def test_the_second_report_has_its_title_agency_and_stamp_as_written(
    seeds: tuple[Document, Document],
) -> None:
    _, b = seeds
    assert b.title == "Syria kills 95 in IS stronghold"
    assert b.dateline is None
    assert b.agency == "AFP"
    assert b.agency_span is not None
    assert b.agency_span.quote == "AFP"
    assert b.published_at == "2014-11-27 1:48:16"
    assert b.anchor.date == date(2014, 11, 27)
    assert b.anchor.basis == "stated"


def test_the_second_report_sets_its_page_lines_apart(seeds: tuple[Document, Document]) -> None:
    _, b = seeds
    for line in ("Posted in: Mid-East", "blog comments powered by Disqus", "Source:AFP"):
        assert line in quotes(b)
    assert "brutal massacre" not in quotes(b)
