"""Independent sources: a dispatch once, a monitor once, a circle once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.factories import (
    make_actor,
    make_claim,
    make_count,
    make_document,
    make_lineages,
    make_speaker,
)
from tests.register.conftest import Enter

from bearwitness.register.roots import circles, content_key, site_of


def test_copies_of_one_dispatch_are_one_source(enter: Enter) -> None:
    documents = [make_document(n, publisher=f"{n} Gazette") for n in ("one", "two", "three")]
    claims = [make_claim(d, make_count(95)) for d in documents]
    entry = enter(documents, claims, make_lineages(documents))

    assert entry.independent_sources == 1
    assert entry.grade == "single_source"
    assert len(entry.dispatches) == 1


def test_two_outlets_that_cite_one_monitor_are_one_source(enter: Enter) -> None:
    documents = [make_document("one"), make_document("two")]
    claims = [
        make_claim(documents[0], make_count(95), says="Syrian Observatory for Human Rights"),
        make_claim(documents[1], make_count(95), says="Syrian Observatory of Human Rights"),
    ]
    assert enter(documents, claims).independent_sources == 1


def test_a_monitors_own_page_and_those_who_cite_it_are_one_source(enter: Enter) -> None:
    own = make_document("own", publisher="Syrian Observatory for Human Rights")
    other = make_document("other", publisher="Gazette")
    listed = make_speaker("Syrian Observatory for Human Rights", "mon-sohr")
    claims = [make_claim(own, make_count(95)), make_claim(other, make_count(95), says=[listed])]

    assert enter([own, other], claims).roots == ("Syrian Observatory for Human Rights",)


def test_a_short_form_is_the_fuller_name(enter: Enter) -> None:
    documents = [make_document("one"), make_document("two")]
    claims = [
        make_claim(documents[0], make_count(95), says="Human Rights Observatory"),
        make_claim(documents[1], make_count(95), says="the Observatory"),
    ]
    assert enter(documents, claims).roots == ("Human Rights Observatory",)


def test_a_body_told_as_a_whole_is_its_one_office_that_speaks_and_of_several_none(
    enter: Enter,
) -> None:
    whole = make_speaker("United Nations (UN)", "un")
    rights = make_speaker("UN rights office", "un-ohchr")
    aid = make_speaker("UN aid office", "un-ocha")
    documents = [make_document(n) for n in ("one", "two", "three")]
    told = [
        make_claim(d, make_count(70), says=[s])
        for d, s in zip(documents, (whole, rights, aid), strict=True)
    ]

    assert enter(documents[:2], told[:2]).roots == ("UN rights office",)
    assert enter(documents, told).independent_sources == 3


def test_an_outlets_own_voice_beside_its_source_adds_nothing(enter: Enter) -> None:
    document = make_document(agency="Example Agency")
    claims = [
        make_claim(document, make_count(95, None), at=0),
        make_claim(document, make_count(48, status="civilian", subset=True), at=50,
                   says="Observatory"),
    ]  # fmt: skip
    entry = enter([document], claims)

    assert entry.independent_sources == 1
    assert entry.grade == "single_source"


def test_two_agencies_in_their_own_voice_are_two(enter: Enter) -> None:
    documents = [make_document("one", agency="First Agency"),
                 make_document("two", agency="Second Agency")]  # fmt: skip
    entry = enter(documents, [make_claim(d, make_count(95)) for d in documents])

    assert entry.independent_sources == 2
    assert entry.grade == "corroborated"


def test_one_agency_in_two_dispatches_is_one(enter: Enter) -> None:
    documents = [make_document("one", agency="Agency"), make_document("two", agency="Agency")]
    entry = enter(documents, [make_claim(d, make_count(95)) for d in documents])

    assert (entry.independent_sources, len(entry.dispatches)) == (1, 2)


def test_an_outlet_that_nobody_names_is_known_by_its_site(enter: Enter) -> None:
    pages = ("https://www.example.org/a", "https://amp.example.org/b", "https://other.example.net/")
    documents = [replace(make_document(f"d{n}"), url=url) for n, url in enumerate(pages)]
    claims = [make_claim(d, make_count(12)) for d in documents]
    assert enter(documents, claims).independent_sources == 2


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.example.org/2015/news", "example.org"),
        ("http://archive.example/web/2015/http://news.example.net/a", "example.net"),
        ("https://t.me/example_channel/12", "t.me/example_channel"),
        ("a note", None),
    ],
)
def test_the_site_of_an_address(url: str, site: str | None) -> None:
    assert site_of(url) == site


def test_police_are_one_institution_and_witnesses_are_not(enter: Enter) -> None:
    documents = [make_document("one"), make_document("two")]
    police = [make_claim(d, make_count(3), says="police") for d in documents]
    seen = [make_claim(d, make_count(3), says="witnesses") for d in documents]

    assert enter(documents, police).independent_sources == 1
    assert enter(documents, seen).independent_sources == 2


def test_sources_that_cite_one_another_are_a_circle_and_count_once(enter: Enter) -> None:
    outlet = make_document("one", publisher="Gazette")
    monitor = make_document("two", publisher="Documentation Centre")
    claims = [
        make_claim(outlet, make_count(7), says="Documentation Centre"),
        make_claim(monitor, make_count(7), says="Gazette"),
    ]
    entry = enter([outlet, monitor], claims)

    assert entry.independent_sources == 1
    assert "circle" in entry.notes[0]


def test_a_report_without_counts_still_has_a_source(enter: Enter) -> None:
    document = make_document(publisher="Gazette")
    entry = enter([document], [make_claim(document, kind="event")])

    assert (entry.independent_sources, entry.roots, entry.grade) == (1, ("Gazette",), "unknown")


def test_circles_are_found_over_several_steps() -> None:
    edges = [("a", "b"), ("b", "c"), ("c", "a"), ("d", "a"), ("e", "e")]
    assert circles(edges) == [("a", "b", "c")]


def test_names_agree_without_their_small_words() -> None:
    assert content_key("The Network for the Rights of Man") == content_key("Network Rights Man")


# ---- grades


def test_a_number_far_above_anothers_at_least_is_neither_corroborated_nor_contested(
    enter: Enter,
) -> None:
    documents = [make_document("one", agency="First"), make_document("two", agency="Second")]
    claims = [
        make_claim(documents[0], make_count(10, None)),
        make_claim(documents[1], make_count(24)),
    ]
    assert enter(documents, claims).grade == "single_source"


def test_far_apart_counts_of_two_sources_are_contested(enter: Enter) -> None:
    documents = [make_document("one", agency="First"), make_document("two", agency="Second")]
    claims = [make_claim(documents[0], make_count(4)), make_claim(documents[1], make_count(60))]

    assert enter(documents, claims).grade == "contested"


def test_the_acting_sides_own_word_confirms(enter: Enter) -> None:
    documents = [make_document("one", agency="First"), make_document("two")]
    army = make_actor("Army of Example")
    claims = [
        make_claim(documents[0], make_count(4), by=army),
        make_claim(documents[1], make_count(4), by=army, says="Army of Example"),
    ]
    assert enter(documents, claims).grade == "confirmed"


def test_open_bounds_meet_counts_above_them(enter: Enter) -> None:
    documents = [make_document("one", agency="First"), make_document("two", agency="Second")]
    claims = [
        make_claim(documents[0], make_count(80, None)),
        make_claim(documents[1], make_count(95)),
    ]
    assert enter(documents, claims).grade == "corroborated"


def test_days_of_the_development_are_the_documents_own(enter: Enter) -> None:
    documents = [make_document("one"), make_document("two", day=date(2014, 11, 26))]
    claims = [make_claim(d, make_count(n), says="Observatory")
              for d, n in zip(documents, (63, 95), strict=True)]  # fmt: skip
    assert [s.day for s in enter(documents, claims).development] == [
        date(2014, 11, 25),
        date(2014, 11, 26),
    ]
