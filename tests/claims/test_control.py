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


def test_a_pronoun_stands_for_the_side_that_says_it() -> None:
    [(state, place, by)] = states(
        "The Rapid Support Forces, which have fought Sudan's army since April, said they had "
        "seized Nyala on Thursday."
    )
    assert (state, place, by) == ("taken", "Nyala", "Rapid Support Forces")


def test_it_is_the_side_that_the_sentence_before_begins_with() -> None:
    told_of = states(
        "The Arakan Army overran an outpost in Myanmar. It has also seized Buthidaung."
    )
    assert [by for _, _, by in told_of] == ["Arakan Army"]


def test_troops_that_nobody_names_are_those_of_the_ministry_that_speaks() -> None:
    [(_, _, by)] = states(
        "The Russian defence ministry said that troops had taken control of Bakhmut in Ukraine."
    )
    assert by == "Government of Russia"


def test_any_word_may_qualify_the_town_that_is_taken() -> None:
    [(state, place, by)] = states(
        "Iraqi soldiers with the support of tribal militias recaptured the mainly Sunni market "
        "town of Umm Zahra from Islamic State on Sunday."
    )
    assert (state, place, by) == ("taken", "Umm Zahra", "Government of Iraq")


def test_the_capital_that_stands_in_apposition_is_no_second_place() -> None:
    told_of = states(
        "The army captured El Fasher, the capital of North Darfur in Sudan, on Friday."
    )
    assert [place for _, place, _ in told_of] == ["El Fasher"]


def test_a_town_may_be_taken_by_nobody_in_particular() -> None:
    [claim] = control('"The village of Bila Zahra was liberated," the Ukrainian army said.')
    assert isinstance(claim.detail, Control)
    assert (claim.detail.state, claim.by) == ("taken", None)
    assert claim.where is not None
    assert claim.where.name == "Bila Zahra"


def test_who_is_taken_from_stands_after_a_passive() -> None:
    [claim] = control("Mosul has been retaken from Islamic State, the Iraqi army said.")
    assert claim.against is not None
    assert (claim.by, claim.against.name) == (None, "Islamic State")


def test_a_capture_that_is_announced_has_happened() -> None:
    [(state, place, by)] = states(
        "Syrian government forces on Tuesday completed the recapture of the town of Deir Sharqi."
    )
    assert (state, place, by) == ("taken", "Deir Sharqi", "Government of Syria")
    assert (
        states("The fall of Deir Sharqi would be a blow; the capture of it was months away.") == []
    )


def test_the_town_is_not_the_city_it_lies_by() -> None:
    told_of = states(
        "The army retook the town of Umm Zahra in Iraq. The town, 40 km south of Baghdad, was "
        "captured by Islamic State in late July."
    )
    assert [place for _, place, _ in told_of] == ["Umm Zahra", "Umm Zahra"]


def test_a_day_between_the_side_and_its_verb_dates_it() -> None:
    [claim] = control(
        "Clashes went on after the Taliban on Saturday captured Kunduz in Afghanistan."
    )
    assert claim.when.start == date(2022, 6, 11)


def test_a_relative_clause_may_tell_a_claim_of_capture() -> None:
    [(state, place, by)] = states(
        "The village lies near Bakhmut in Ukraine, which Russia claimed to have captured in May."
    )
    assert (state, place, by) == ("taken", "Bakhmut", "Government of Russia")


def test_a_town_may_be_in_somebodys_hands() -> None:
    [(state, place, by)] = states(
        "The city of Idlib in Syria has been in rebel hands since the shelling of 2015."
    )
    assert (state, place) == ("held", "Idlib")
    assert by is not None
    assert by.startswith("rebels")


def test_a_name_and_how_far_it_lies_from_a_city_are_a_town() -> None:
    [(state, place, by)] = states(
        "Al-Shabaab fighters took Gambeeley, about 45 km east of Jowhar in Somalia, on Saturday."
    )
    assert (state, place, by) == ("taken", "Gambeeley", "al-Shabaab")


def test_a_list_after_a_colon_is_taken_one_by_one() -> None:
    told_of = states(
        "The Azerbaijani army liberated the following settlements: the city of Fuzuli, the village "
        "of Umm Zahra, the village of Deir Sharqi."
    )
    assert sorted(place for _, place, _ in told_of) == ["Deir Sharqi", "Fuzuli", "Umm Zahra"]


def test_who_sent_no_help_has_lost_no_place() -> None:
    [claim] = control(
        "The Taliban captured Zaranj for lack of reinforcements from the government, police said."
    )
    assert claim.against is None


def test_a_weekday_after_the_town_is_no_name() -> None:
    told_of = states(
        "The Nigerian army lost the town of Chibok. It recaptured the town Saturday after clashes."
    )
    assert ("taken", "Chibok") in [(state, place) for state, place, _ in told_of]


def test_whom_somebody_attacked_has_not_taken_the_town() -> None:
    [(_, _, by)] = states(
        "Boko Haram attacked an army base in Damasak in Nigeria and captured the town."
    )
    assert by == "Boko Haram"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The army recaptured the settlements of Umm Qasirah, Deir Sabil and Rasm Tinah, in the "
            "countryside of Aleppo in Syria, after shelling.",
            ["Umm Qasirah", "Deir Sabil", "Rasm Tinah"],
        ),
        (
            "Rebels took Rasm Tinah and Umm Qasirah villages of Aleppo province, Deir Sabil and "
            "Tal Hassoun villages of Idlib province in Syria, a monitor said.",
            ["Rasm Tinah", "Umm Qasirah", "Deir Sabil", "Tal Hassoun"],
        ),
        (
            "Rasm Tinah, Umm Qasirah and Deir Sabil villages of Aleppo province in Syria have been "
            "liberated by the army.",
            ["Rasm Tinah", "Umm Qasirah", "Deir Sabil"],
        ),
        (
            "Syrian troops advanced in Aleppo. The recaptured villages are Rasm Tinah, Deir Sabil "
            "and Umm Qasirah, which lie near the road.",
            ["Rasm Tinah", "Deir Sabil", "Umm Qasirah"],
        ),
        (
            "Kherson, Mariupol and Berdyansk remain under Russian control in Ukraine.",
            ["Kherson", "Mariupol", "Berdyansk"],
        ),
    ],
)
def test_a_list_of_places_is_read_whole(text: str, names: list[str]) -> None:
    assert {name for _, name, _ in states(text)} == set(names)
    assert len(states(text)) == len(names)


def test_the_region_of_a_list_is_none_of_its_places() -> None:
    told_of = control(
        "Rebels took Rasm Tinah and Umm Qasirah villages of Aleppo province in Syria on Sunday."
    )
    assert {(c.where.name, c.where.place_id) for c in told_of if c.where is not None} == {
        ("Rasm Tinah", None),
        ("Umm Qasirah", None),
    }
    assert {c.where.adm1 for c in told_of if c.where is not None} == {"Aleppo"}


def test_persons_who_are_captured_are_no_list_of_places() -> None:
    text = "Mr Omar and Mr Hassan were freed by the army in Yemen after clashes that killed two."
    assert states(text) == []


def test_a_passive_without_a_doer_is_by_the_one_side_that_takes_places() -> None:
    text = (
        "The Syrian army captured Palmyra after clashes. Al-Qaryatayn was also recaptured, "
        "officials said."
    )
    assert {by for _, _, by in states(text)} == {"Government of Syria"}


def test_a_passive_is_by_nobody_where_two_sides_take_places() -> None:
    text = (
        "The Syrian army captured Palmyra after clashes. Rebels captured Idlib. Homs was also "
        "recaptured."
    )
    assert [by for _, name, by in states(text) if name == "Homs"] == [None]


def test_our_troops_are_those_of_the_side_that_speaks() -> None:
    text = (
        "“Our brave troops have captured Kilinochchi,” the president of Sri Lanka said after the "
        "army shelled the town."
    )
    assert ("taken", "Kilinochchi", "Government of Sri Lanka") in states(text)


def test_the_towns_are_those_told_of_just_before() -> None:
    text = (
        "The Ethiopian army recaptured the towns of Dessie and Kombolcha in Amhara. Tigrayan "
        "rebels had taken control of the towns in November."
    )
    assert [name for _, name, by in states(text) if by != "Government of Ethiopia"] == [
        "Dessie",
        "Kombolcha",
    ]


def test_a_place_that_only_says_where_another_lies_is_not_held() -> None:
    text = (
        "Gao, which lies 900 kilometres northeast of the capital, Bamako, has for months been "
        "under the control of rebels in Mali."
    )
    assert [name for _, name, _ in states(text)] == ["Gao"]


def test_who_is_in_control_of_the_one_town_a_sentence_tells_of() -> None:
    text = "Residents of the town of Kibati Kuu in Congo said M23 rebels were in control on Friday."
    assert [(state, name) for state, name, _ in states(text)] == [("held", "Kibati Kuu")]


def test_a_day_that_opens_the_clause_is_the_day_of_the_taking() -> None:
    [claim] = control(
        "Rebels shelled the area, but on 1 June 2022, Syrian troops recaptured Palmyra."
    )
    assert claim.when.start == date(2022, 6, 1)


def test_troops_who_left_a_town_lost_it_and_a_person_did_not() -> None:
    left = "Ukraine said Russian troops have left Svatove in Luhansk after shelling."
    assert [(s, n) for s, n, _ in states(left)] == [("lost", "Svatove")]
    assert states("The rebel leader has left Svatove in Ukraine after the clashes.") == []


def test_insurgents_are_those_of_the_one_group_that_a_text_names() -> None:
    text = (
        "Boko Haram attacked Bama in Borno state of Nigeria on Monday. The insurgents captured the "
        "town of Kawuri Nguro."
    )
    assert [(n, by) for _, n, by in states(text)] == [("Kawuri Nguro", "Boko Haram")]


def test_rebels_may_be_others_than_the_one_group_that_a_text_names() -> None:
    text = (
        "Shells fell near Dabiq in Syria. Rebels captured the town of Umm Qasirah from Islamic "
        "State."
    )
    assert [by for _, _, by in states(text)] == ["rebels (Syria)"]


def test_a_side_before_a_comma_is_not_the_one_that_holds() -> None:
    text = (
        "While it is a victory for the government of South Sudan, rebel forces still control roads "
        "around Bor, and still hold the town of Bentiu after the clashes."
    )
    assert ("held", "Bentiu", "Government of South Sudan") not in states(text)


def test_a_namesake_in_a_country_that_a_text_says_nothing_of_is_kept_by_its_name() -> None:
    [claim] = control(
        "Mozambique’s military said it had regained full control of the coastal town of Palma "
        "after militants shelled it."
    )
    assert claim.where is not None
    assert (claim.where.name, claim.where.place_id, claim.where.country) == ("Palma", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "At least six villages in the Idlib countryside in Syria have fallen to government forces.",
        "Large chunks of Gudermes in Chechnya fell to rebels on Monday after the shelling.",
        "The army said an attempt to enter and capture Bama in Nigeria was foiled after clashes.",
        "Militants in Nigeria seized the town’s military barracks near Bama after clashes.",
        "The president declared the capital of Chechnya under Russian control after the shelling.",
    ],
)
def test_parts_and_attempts_are_no_control_of_the_town(text: str) -> None:
    assert states(text) == []


def test_after_taking_a_town_the_subject_took_it() -> None:
    text = "Last night after capturing Palmyra, Islamic State fighters advanced on Homs in Syria."
    assert [by for _, _, by in states(text)] == ["Islamic State"]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        (
            "Shells fell near Avdiivka, a factory town Russia captured in February, the army of "
            "Ukraine said.",
            ("Avdiyivka", "Government of Russia"),
        ),
        (
            "The Sudanese army retook key cities in the state, including Umm Qasirah, after "
            "clashes.",
            ("Umm Qasirah", "Government of Sudan"),
        ),
        (
            "The capture of Palmyra by the Syrian army was a blow to the rebels, analysts said.",
            ("Tadmur", "Government of Syria"),
        ),
        (
            "Soldiers danced in Wad Madani after it was recaptured by the Sudanese army on Sunday.",
            ("Wad Medani", "Government of Sudan"),
        ),
    ],
)
def test_takings_told_beside_something_else(text: str, taken: tuple[str, str]) -> None:
    assert ("taken", *taken) in states(text)


@pytest.mark.parametrize(
    "text",
    [
        "The capture of Palmyra by the Syrian army would be a blow to the rebels, analysts said.",
        "The rebels control most of the town of Palmyra in Syria, a monitor said.",
        "Rebels seized a large area of Palmyra in Syria from the army on Sunday.",
        "Palmyra in Syria has been partially controlled by rebels since 2014.",
        "Rebels Seize Town North of Aleppo in Syria, Residents Flee After Shelling",
    ],
)
def test_what_is_partly_held_or_would_be_is_no_control(text: str) -> None:
    assert states(text) == []


def test_a_state_takes_no_namesake_at_home_while_it_fights_abroad() -> None:
    told_of = control(
        "Russia said its troops had taken control of Progres after shelling Avdiivka in Ukraine, "
        "near Donetsk."
    )
    assert [(c.where.name, c.where.country) for c in told_of if c.where] == [("Progres", None)]


def test_forces_against_a_government_are_not_its_own() -> None:
    text = (
        "Anti-government forces in Libya said on Monday they had retaken the oil town of Brega "
        "after air strikes."
    )
    assert [by for _, _, by in states(text)] == ["Anti-government forces in Libya"]


def test_the_acronym_of_an_army_is_that_army() -> None:
    text = (
        "The Somali National Army [SNA] took control of the village of Umm Qasirah in Somalia "
        "after clashes."
    )
    assert [by for _, _, by in states(text)] == ["Government of Somalia"]


def test_the_capital_that_is_named_right_after_is_that_town() -> None:
    text = "Rebels captured the provincial capital, Idlib city, on March 28 in Syria."
    assert [(n, by) for _, n, by in states(text)] == [("Idlib", "rebels (Syria)")]


def test_who_gains_beside_others_is_who_takes_the_town() -> None:
    text = (
        "The Nusra Front has made gains in Syria alongside other insurgent groups in recent weeks, "
        "seizing the city of Idlib."
    )
    assert [by for _, _, by in states(text)] == ["Nusra Front"]


def test_it_is_not_the_town_of_the_dateline() -> None:
    text = (
        "Aden, Jan 3 Yemeni government forces on Saturday retook Seiyun, about a month after it "
        "was seized by the Southern Transitional Council."
    )
    assert "Aden" not in {n for _, n, _ in states(text)}


def test_one_of_several_groups_is_not_the_one_that_a_text_names() -> None:
    text = (
        "Gao in Mali was under the control of one of several Islamist groups after clashes. "
        "Al-Qaeda in the Islamic Maghreb said nothing."
    )
    assert [by for _, _, by in states(text)] == ["militants (Mali)"]


def test_who_holds_a_place_is_no_part_of_a_name() -> None:
    text = (
        "A drone hit a village west of SDF-controlled Umm Qasirah in Raqqa in Syria, killing two."
    )
    assert {n for _, n, _ in states(text)} <= {"Umm Qasirah"}
    held = "Shells hit Fallujah in Iraq, held by anti-government fighters for over four months."
    assert [by for _, _, by in states(held)] == ["anti-government fighters"]


def test_a_load_bound_for_a_town_is_captured_and_not_the_town() -> None:
    for load in (
        "A shipment of rifles bound for Aleppo in Syria was captured on Monday.",
        "Cocaine on a truck from Damascus to Aleppo in Syria was seized by the Syrian army.",
        "A convoy on its way to Aleppo was captured by rebels in Syria on Monday.",
    ):
        assert states(load) == [], load
    assert [n for _, n, _ in states("Aleppo was captured by rebels in Syria on Monday.")] == [
        "Aleppo"
    ]
