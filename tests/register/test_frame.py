"""Date, place, kind and sides of an incident, its codes and its title."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.factories import (
    make_actor,
    make_claim,
    make_count,
    make_document,
    make_lineages,
    make_when,
    make_where,
)
from tests.register.conftest import Enter

from bearwitness.model.claim import When
from bearwitness.register.codes import acled_terms, date_precision, type_of_violence
from bearwitness.register.titles import day_words

DAY = date(2014, 11, 25)
OTHER = date(2014, 11, 26)


def test_a_stated_day_outweighs_the_documents_own(enter: Enter) -> None:
    documents = [make_document("one"), make_document("two")]
    claims = [
        make_claim(documents[0], make_count(1), when=make_when(DAY)),
        make_claim(documents[1], make_count(1), when=make_when(OTHER, basis="anchor")),
    ]
    entry = enter(documents, claims)

    assert (entry.date_start, entry.date_end, entry.date_precision) == (DAY, DAY, 1)


def test_a_month_supports_the_day_within_it(enter: Enter) -> None:
    documents = [make_document(n) for n in ("one", "two", "three")]
    claims = [
        make_claim(documents[0], when=make_when(DAY)),
        make_claim(documents[1], when=make_when(date(2014, 12, 3))),
        make_claim(documents[2], when=make_when(date(2014, 11, 1), date(2014, 11, 30))),
    ]
    assert enter(documents, claims).date_start == DAY


def test_a_day_named_without_a_year_takes_that_of_the_other_reports(enter: Enter) -> None:
    documents = [make_document(n) for n in ("one", "two", "three")]
    claims = [
        make_claim(documents[0], make_count(1), when=make_when(OTHER)),
        make_claim(documents[1], make_count(1), when=When(text="Tuesday, Nov. 25")),
        make_claim(documents[2], make_count(1), when=When(text="November 25")),
    ]
    assert enter(documents, claims).date_start == DAY
    claims[1:] = [make_claim(d, when=When(text="May 3")) for d in documents[1:]]
    assert enter(documents, claims).date_start == OTHER


def test_copies_have_one_vote(enter: Enter) -> None:
    documents = [make_document(n) for n in ("one", "two", "three", "four")]
    claims = [make_claim(d, when=make_when(OTHER), where=make_where("Manbij", 36.5, 37.9))
              for d in documents[:2]]  # fmt: skip
    claims += [make_claim(d, when=make_when(DAY), where=make_where("Raqqa"))
               for d in documents[2:]]  # fmt: skip
    entry = enter(documents, claims, make_lineages(documents[:2], documents[2:3], documents[3:]))

    assert entry.date_start == DAY
    assert entry.place is not None
    assert entry.place.name == "Raqqa"


def test_a_town_is_preferred_to_the_country_that_holds_it(enter: Enter) -> None:
    documents = [make_document(n) for n in ("one", "two", "three")]
    claims = [make_claim(d, where=make_where("Syria", precision=6)) for d in documents[:2]]
    claims.append(make_claim(documents[2], where=make_where("Raqqa")))
    place = enter(documents, claims).place

    assert place is not None
    assert place.name == "Raqqa"


def test_the_title_says_what_where_and_when(enter: Enter) -> None:
    claim = make_claim(detail=make_count(3), when=make_when(DAY), where=make_where("Raqqa"),
                       event_type="Air/drone strike")  # fmt: skip
    entry = enter([make_document()], [claim])

    assert entry.title == "Air strike in Raqqa, Syria, 25 Nov 2014"
    assert entry.event_type == "Explosions/Remote violence"
    assert entry.sub_event_type == "Air/drone strike"


def test_a_title_says_what_is_not_known(enter: Enter) -> None:
    entry = enter([make_document()], [make_claim(detail=make_count(3))])

    assert entry.title == "Incident, date unknown"
    assert (entry.date_start, entry.date_precision, entry.place) == (None, 5, None)


@pytest.mark.parametrize(
    ("end", "code"), [(25, 1), (27, 2), (30, 2), (31, 3)]
)  # fmt: skip
def test_date_precision_follows_ged(end: int, code: int) -> None:
    start = date(2014, 12, 25)
    assert date_precision(start, date(2014, 12, end)) == code


def test_a_month_and_a_year_have_their_codes() -> None:
    assert date_precision(date(2014, 11, 1), date(2014, 11, 30)) == 4
    assert date_precision(date(2014, 1, 1), date(2014, 12, 31)) == 5
    assert date_precision(None, None) == 5


@pytest.mark.parametrize(
    ("side_a", "side_b", "event", "code"),
    [
        ("gov-sy", "reb-is", "Battles", 1),
        ("gov-sy", "gov-il", "Battles", 1),
        ("reb-is", "mil-x", "Battles", 2),
        ("reb-is", None, "Violence against civilians", 3),
        ("gov-sy", None, "Explosions/Remote violence", None),
        (None, None, "Battles", None),
    ],
)
def test_type_of_violence_needs_both_sides(
    side_a: str | None, side_b: str | None, event: str, code: int | None
) -> None:
    a = make_actor("x", side_a) if side_a else None
    b = make_actor("y", side_b) if side_b else None

    assert type_of_violence(a, b, event) == code


def test_violence_against_named_civilians_is_one_sided() -> None:
    villagers = make_actor("villagers")
    assert type_of_violence(make_actor("z", "reb-is"), villagers, "Battles") == 3


def test_sub_event_terms_bring_their_event_type() -> None:
    assert acled_terms("Suicide bomb") == ("Explosions/Remote violence", "Suicide bomb")
    assert acled_terms("Battles") == ("Battles", None)
    assert acled_terms("no such term") == (None, None)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (date(2014, 11, 25), date(2014, 11, 27), "25–27 Nov 2014"),
        (date(2014, 11, 1), date(2014, 11, 30), "Nov 2014"),
        (date(2014, 2, 1), date(2014, 2, 28), "Feb 2014"),
        (date(2014, 12, 1), date(2014, 12, 31), "Dec 2014"),
        (date(2014, 11, 30), date(2014, 12, 1), "30 Nov 2014 – 1 Dec 2014"),
    ],
)
def test_days_in_words(start: date, end: date, words: str) -> None:
    assert day_words(start, end) == words


# ---- whose fighters


def test_fighters_stand_under_the_side_they_belong_to(enter: Enter) -> None:
    government, group = make_actor("Government of Syria", "gov-sy"), make_actor("IS", "reb-is")
    more: dict[str, Any] = {"by": government, "against": group, "event_type": "Armed clash"}
    claims = [
        make_claim(detail=make_count(9, status="combatant", side="reb-is"), at=0, **more),
        make_claim(detail=make_count(4, status="combatant", side="Government of Syria"), at=40,
                   **more),
        make_claim(detail=make_count(2, status="combatant", side="Hezbollah"), at=80, **more),
    ]  # fmt: skip
    killed = enter([make_document()], claims).killed

    for key, value in (("combatant_b", 9), ("combatant_a", 4), ("combatant", 2)):
        figure = killed[key]
        assert figure is not None
        assert figure.best == value


def test_fighters_of_no_stated_side_are_of_the_side_struck(enter: Enter) -> None:
    claim = make_claim(
        detail=make_count(9, status="combatant"), event_type="Air/drone strike",
        by=make_actor("Government of Syria", "gov-sy"), against=make_actor("IS", "reb-is"),
    )  # fmt: skip
    assert enter([make_document()], [claim]).killed["combatant_b"] is not None


def test_violence_that_also_struck_fighters_is_not_one_sided(enter: Enter) -> None:
    sides = {"by": make_actor("Government of Syria", "gov-sy"), "against": make_actor("civilians")}
    civilians = make_claim(detail=make_count(20, status="civilian"), at=0, **sides)  # type: ignore[arg-type]
    fighters = make_claim(detail=make_count(9, status="combatant"), at=50, **sides)  # type: ignore[arg-type]

    assert enter([make_document()], [civilians]).type_of_violence == 3
    assert enter([make_document()], [civilians, fighters]).type_of_violence is None


def test_an_armed_side_goes_before_civilians_and_a_monitor_is_no_side(enter: Enter) -> None:
    documents = [make_document(n) for n in ("one", "two", "three")]
    monitor = make_actor("Observatory", "mon-x")
    against = [make_actor("civilians"), make_actor("civilians"), make_actor("IS", "reb-is")]
    claims = [make_claim(d, by=monitor, against=a)
              for d, a in zip(documents, against, strict=True)]  # fmt: skip
    entry = enter(documents, claims)

    assert entry.side_a is None
    assert entry.side_b is not None
    assert entry.side_b.actor_id == "reb-is"


def test_a_soldier_among_the_dead_is_no_side(enter: Enter) -> None:
    dead = make_claim(detail=make_count(24), at=0)
    one = make_claim(detail=make_count(1, status="combatant", side="soldiers", subset=True), at=60)
    assert enter([make_document()], [dead, one]).side_b is None

    all_of_them = make_claim(detail=make_count(24, status="combatant", side="soldiers"), at=0)
    struck = enter([make_document()], [all_of_them]).side_b
    assert struck is not None
    assert struck.name == "soldiers"


def test_attackers_who_were_hit_are_no_side_of_their_own(enter: Enter) -> None:
    bandits = make_actor("bandits", "mil-bandits")
    attackers = make_actor("unidentified gunmen", "gen-gunmen")
    claims = [
        make_claim(detail=make_count(5, status="civilian"), at=0, by=bandits),
        make_claim(detail=make_count(2), at=60, by=bandits, against=attackers),
    ]
    struck = enter([make_document()], claims).side_b
    assert struck is not None
    assert struck.actor_id == "gen-civilians"


def test_where_all_whose_status_is_told_were_civilians_civilians_were_struck(enter: Enter) -> None:
    army = make_actor("Government of Syria", "gov-sy")
    pupils = make_claim(detail=make_count(7, status="civilian"), at=0, by=army)
    soldier = make_claim(detail=make_count(1, status="combatant"), at=60, by=army)
    most = make_claim(detail=make_count(7, status="civilian", subset=True), at=0, by=army)
    struck = enter([make_document()], [pupils]).side_b
    assert struck is not None
    assert struck.actor_id == "gen-civilians"
    assert enter([make_document()], [pupils, soldier]).side_b is None
    assert enter([make_document()], [most]).side_b is None
