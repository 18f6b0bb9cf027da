"""Page parts are set apart as spans; nothing of the report is."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bearwitness.documents import ingest_bytes
from bearwitness.errors import InputError
from bearwitness.model.document import Document

TITLE = "Shelling kills seven in the eastern quarter"
FIRST = (
    "Shelling hit the eastern quarter on Monday and killed seven people, among them two children, "
    "the hospital said."
)
SECOND = (
    "Eleven others were wounded when a second shell struck the road to the market shortly before "
    "noon, a doctor told reporters by telephone."
)
THIRD = (
    "Rescue teams searched the rubble until nightfall and carried three more bodies out of a "
    "cellar, the civil defence office said."
)


def refuse(error: InputError) -> None:
    raise AssertionError(str(error))


def read(text: str, title: str | None = None) -> Document:
    raw = json.dumps({"id": "x", "text": text, "title": title}).encode()
    (found,) = ingest_bytes("in.jsonl", raw, on_error=refuse)
    return found.document


def page(*lines: str) -> str:
    return "\n\n".join(lines)


def apart(document: Document) -> str:
    return "\n".join(span.quote for span in document.furniture)


@pytest.mark.parametrize(
    "line",
    [
        "Please follow our commenting guidelines.",
        "Comments are closed.",
        "Call the Herald's night desk, (555) 010-4477. Follow the desk on @valleyherald.",
        "blog comments powered by Disqus",
        "Posted in: World",
        "Source:AFP Published: 2014-11-27 1:48:16",
        "Tags: war, shelling, east",
        "Read more: Truce talks to open in the capital",
        "Copyright 2015 Valley Herald. All rights reserved.",
        "We use cookies to improve your visit.",
        "Sign up for our daily newsletter",
        "Share this article",
        "If you value our reporting, please consider a donation to support our journalism.",
    ],
)
def test_notices_are_set_apart_and_the_report_is_not(line: str) -> None:
    document = read(page(TITLE, FIRST, SECOND, line))
    assert apart(document) == line


def test_a_lead_in_bullet_belongs_to_the_page() -> None:
    document = read(page(f"• {TITLE}", FIRST, SECOND))
    assert document.title == TITLE
    assert apart(document) == "•"


def test_headlines_under_a_heading_are_other_stories() -> None:
    others = ("Two killed by a mine in the west", "Body of a man found near the river")
    document = read(page(TITLE, "Related News", *others, FIRST, SECOND))
    assert apart(document) == page("Related News", *others)


def test_headlines_after_the_last_paragraph_are_other_stories() -> None:
    others = (
        "Two killed by a mine in the west",
        "3 hours ago",
        "Five soldiers wounded in an ambush on the coast road",
        "Daily death toll | 19 people killed across the country",
    )
    document = read(page(TITLE, FIRST, SECOND, THIRD, *others))
    assert apart(document) == page(*others)


def test_menus_before_and_after_the_report_are_set_apart() -> None:
    before, after = ("News", "World", "Casualties"), ("Sport", "Culture", "Weather", "Travel")
    document = read(page(*before, TITLE, FIRST, SECOND, *after), TITLE)
    assert apart(document).split("\n\n") == [*before[:2], before[2] + "\n" + after[0], *after[1:]]


def test_a_second_copy_of_the_report_is_set_apart() -> None:
    document = read(page(TITLE, FIRST, SECOND, THIRD, TITLE, FIRST, SECOND[:99]))
    assert apart(document) == page(TITLE, FIRST, SECOND[:99])


@pytest.mark.parametrize(
    "caption",
    [
        "FILE PHOTO: Smoke rises over the northern suburb after shelling, May 1, 2023. REUTERS",
        "File picture - soldiers on parade in the capital, 9 July 2019. (Army photo)",
        "Smoke rises over the northern suburb [File: Reuters]",
        "Police stand guard near the market. Photograph: A. Photographer/Reuters",
        "Mourners walk through the old town. AP Photo/A. Photographer",
    ],
)
def test_captions_that_count_nobody_are_furniture(caption: str) -> None:
    document = read(page(TITLE, FIRST, caption, SECOND, THIRD))
    assert [span.quote for span in document.furniture] == [caption]


@pytest.mark.parametrize(
    "line",
    [
        "Rescuers where the strike killed six people on Monday. (Photo: AFP)",
        "Files seized from the office show who paid for the weapons.",
        "The ministry gave no reason. (AFP/Reuters)",
    ],
)
def test_captions_that_count_and_credits_of_text_stay(line: str) -> None:
    assert read(page(TITLE, FIRST, line, SECOND, THIRD)).furniture == ()


def test_credits_and_lists_stay_in_the_report() -> None:
    text = page(
        TITLE,
        FIRST,
        "The wounded are:",
        "• a woman of 40 and her son",
        "• three farm workers",
        "Reporting by the eastern desk",
    )
    assert read(text).furniture == ()


def test_a_picture_of_long_before_the_report_is_set_apart() -> None:
    older = "The market after a blast on Friday in Northmoor, July 11, 2014. (Valley Photo)"
    newer = "The market after the blast in Northmoor, March 8, 2015. (Valley Photo)"
    for caption, kept in ((older, False), (newer, True)):
        document = read(page(TITLE, "Published: March 9, 2015", caption, FIRST, SECOND))
        assert (caption not in apart(document)) is kept


def test_a_subhead_stays_in_the_report() -> None:
    assert read(page(TITLE, FIRST, "Behind closed doors", SECOND, THIRD)).furniture == ()


def test_a_run_of_headlines_in_title_case_amid_the_page_is_set_apart() -> None:
    others = (
        "Minister Opens New Bridge Over Northern River",
        "Army Spokesman Denies Shelling Of Border Village",
        "Harvest Festival Draws Record Crowd This Year",
        "Who Will Lead The Northern Council Now?",
        "Teachers Union Calls Strike Over Unpaid Wages",
    )
    document = read(page(TITLE, FIRST, SECOND, *others, THIRD))
    assert apart(document) == page(*others)


def test_headlines_that_end_in_their_age_are_other_stories() -> None:
    others = ("Mine kills two shepherds in the west 14min", "Truce talks open in the capital 3hr")
    document = read(page(TITLE, FIRST, *others, SECOND))
    assert apart(document) == page(*others)


def test_a_tally_a_list_of_victims_and_posts_stay_in_the_report() -> None:
    text = page(
        TITLE,
        FIRST,
        "Northern district: 5 killed",
        "Southern district: 2 killed",
        "Eastern quarter: 7 killed and 11 wounded",
        "Two more bodies found in the cellar — Civil Defence (@civildefence) March 9, 2015",
    )
    assert read(text).furniture == ()


def test_a_notice_that_goes_on_with_the_report_is_kept() -> None:
    line = f"Copyright 2015 Valley Herald. {SECOND}"
    assert read(page(TITLE, FIRST, line)).furniture == ()


def test_an_appeal_inside_the_story_is_kept() -> None:
    line = "The family asked neighbours to make a donation towards the burial of the two children."
    assert read(page(TITLE, FIRST, line, SECOND)).furniture == ()


def test_teletype_has_no_page_around_it() -> None:
    text = page(FIRST.upper(), SECOND.upper(), "STAY TUNED", "[SIGNED] THE GENERAL COMMAND")
    assert read(text).furniture == ()


@pytest.mark.parametrize(
    "text",
    ["Seven killed in shelling", "Seven killed\n\nEleven wounded", f"{TITLE}\n\n{FIRST}", FIRST],
)
def test_a_short_text_is_never_furniture(text: str) -> None:
    assert read(text).furniture == ()


def test_a_text_of_a_notice_alone_is_not_emptied() -> None:
    assert read("Comments are closed.").furniture == ()


LINES = [TITLE, FIRST, SECOND, "Related News", "World", "Comments", "Share this", "• one dead", ""]


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25).filter(any))
def test_spans_are_ordered_apart_and_never_the_whole(lines: list[str]) -> None:
    document = read("\n\n".join(lines))
    spans = document.furniture
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert sum(len(span.quote) for span in spans) < len(document.text)


@settings(deadline=None)
@given(st.text(min_size=1, max_size=200).filter(str.strip))
def test_any_text_is_kept_whole(text: str) -> None:
    document = read(text)
    assert len(document.text) == len(text)
    assert all(document.text[s.start : s.end] == s.quote for s in document.furniture)


def test_a_headline_of_another_story_between_two_paragraphs_is_furniture() -> None:
    link = "Strikes on the coast kill three: ministry"
    document = read(page(TITLE, FIRST, SECOND, link, THIRD))
    assert [span.quote for span in document.furniture] == [link]


def test_a_subheading_between_two_paragraphs_stays() -> None:
    assert (
        read(page(TITLE, FIRST, SECOND, "What is known about the eastern quarter", THIRD)).furniture
        == ()
    )
