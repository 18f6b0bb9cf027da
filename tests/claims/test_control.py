"""Who holds a place: which sentences tell it, of which place, by whom and since when."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Claim, Control


def control(text: str) -> list[Claim]:
    return told("control", text)


def states(text: str) -> list[tuple[str, str, str | None]]:
    return [
        (c.detail.state, c.where.name if c.where else "", c.by.name if c.by else None)
        for c in control(text)
        if isinstance(c.detail, Control)
    ]


def test_a_relative_clause_tells_who_lost_a_city() -> None:
    [claim] = control(
        "Raqqa, on the river, became the first provincial capital that the government lost, in "
        "March 2013, after shelling."
    )
    assert isinstance(claim.detail, Control)
    assert (claim.detail.state, claim.by) == ("lost", None)
    assert claim.against is not None
    assert claim.against.actor_id == "gov-sy"
    assert claim.when.start == date(2013, 3, 1)


def test_what_is_held_since_a_month_runs_to_the_report() -> None:
    [claim] = control("Islamic State has held all of Raqqa since January 2014, amid air strikes.")
    assert (claim.when.start, claim.when.end) == (date(2014, 1, 1), date(2022, 6, 15))


def test_a_village_that_no_gazetteer_has_keeps_its_name_and_no_position() -> None:
    [claim] = control("Rebels captured the village of Umm Qasirah from the army after clashes.")
    assert claim.where is not None
    assert claim.where.name == "Umm Qasirah"
    assert (claim.where.place_id, claim.where.lat) == (None, None)


def test_one_verb_may_take_several_places() -> None:
    text = "Rebels captured Aleppo, Homs and Hama in Syria after shelling killed nine."
    assert [name for _, name, _ in states(text)] == ["Aleppo", "Homs", "Hama"]
    assert len({c.claim_id for c in control(text)}) == 3


def test_the_force_that_acts_is_not_the_one_that_backs_it() -> None:
    [(state, _, by)] = states(
        "Syrian government forces, backed by Russian jets, captured Palmyra after clashes."
    )
    assert (state, by) == ("taken", "Government of Syria")


@pytest.mark.parametrize(
    "text",
    [
        "Rebels tried to capture Aleppo, and shelling killed nine.",
        "Rebels seized parts of Aleppo after shelling.",
        "Shells hit a rebel-held suburb of Damascus, killing nine.",
        "The army seized weapons in Aleppo after the bombing.",
        "A bomb exploded in Ankara, the Turkish capital, killing nine.",
        "The army did not capture Aleppo, and shelling killed nine.",
        "Once the army takes control of Aleppo, the shelling may end, an adviser said.",
    ],
)
def test_attempts_parts_and_plain_capitals_tell_of_no_control(text: str) -> None:
    assert control(text) == []


def test_a_siege_is_told_with_who_lays_it() -> None:
    [(state, name, by)] = states(
        "Taiz has been under rebel siege for months, and shells killed six."
    )
    assert (state, name) == ("besieged", "Taiz")
    assert by is not None
    assert "rebel" in by


def test_the_town_is_the_one_whose_control_was_told() -> None:
    text = (
        "Rebels captured the town of Sake, cutting the road into Goma. Soldiers withdrew from the "
        "town after shelling killed nine."
    )
    assert [name for _, name, _ in states(text)] == ["Sake", "Sake"]


def test_who_is_driven_out_of_a_town_has_lost_it() -> None:
    [claim] = control("The army drove Islamic State out of Palmyra. Shelling killed nine people.")
    assert claim.by is not None
    assert claim.against is not None
    assert claim.against.name == "Islamic State"


def test_the_land_that_surrounds_a_town_besieges_nobody() -> None:
    assert control("Shells fell on the hills surrounding Aleppo, killing nine rebels.") == []


def test_a_side_of_a_town_is_not_the_town() -> None:
    assert control("Eastern Aleppo is under rebel control. Shelling killed nine people.") == []


def test_a_name_in_another_region_than_is_told_keeps_no_position() -> None:
    [claim] = control(
        "Syrian rebels captured Palmyra in Idlib province after shelling killed nine."
    )
    assert claim.where is not None
    assert (claim.where.name, claim.where.place_id) == ("Palmyra", None)
