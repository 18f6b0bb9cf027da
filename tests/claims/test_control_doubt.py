"""What is held against a reading of control: a slot left open, or nothing read at all."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Claim, Control


def control(text: str) -> list[Claim]:
    return told("control", text)


def sides(text: str) -> list[tuple[str, str | None]]:
    return [(c.where.name or "", c.by.name if c.by else None) for c in control(text) if c.where]


@pytest.mark.parametrize(
    "text",
    [
        # of which nobody knows
        "It was unclear whether Palmyra had fallen to the rebels, who killed nine soldiers.",
        # of a part, or of a site of its name
        "Rebels captured Camp Palmyra after shelling killed nine soldiers in Syria.",
        "Syrian soldiers seized the airport of Palmyra after shelling killed nine.",
        "Syrian soldiers captured almost all of Palmyra from the rebels after shelling.",
        "Soldiers were killed as Syrian towns around Palmyra were captured.",
        "Syrian soldiers took control of Palmyra castle after shelling killed nine rebels.",
        "Soldiers swept into the former Islamic State stronghold of Palmyra, killing nine.",
        "Syrian soldiers recaptured the Palmyra World Heritage Site after shelling killed nine.",
        "Government forces pushed the rebels further away from Tripoli, killing nine in Libya.",
        # a region is no town
        "Rebels liberate strategic Anbar town from the Iraqi army after clashes.",
        # not done yet
        "American jets backed the Iraqi army in retaking Mosul from Islamic State.",
        "Iraq sent tanks to help the army recapture Mosul.",
        # another century's
        "Turkish forces captured Buda in 1541, and soldiers of the army were killed there.",
    ],
)
def test_what_is_in_doubt_is_left_out(text: str) -> None:
    assert control(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who stands after a preposition does not act
        (
            "Syrian soldiers fought all day in clashes with Islamic State near the river and took "
            "the town of Palmyra.",
            [("Tadmur", "Government of Syria")],
        ),
        (
            "Kurdish fighters backed by American jets seized the Iraqi town of Sinjar, killing 6.",
            [("Sinjar", "Kurdish fighters")],
        ),
        # all who act together, the first of a pair, or nobody
        (
            "Kurdish and Yazidi fighters retook Sinjar from Islamic State, killing six.",
            [("Sinjār", "Kurdish and Yazidi fighters")],
        ),
        (
            "French and Malian troops captured Gao from the rebels on Saturday.",
            [("Gao", "Government of France")],
        ),
        (
            "The group's commander said his faction had taken the town of Kidal in Mali from the "
            "army after clashes.",
            [("Kidal", None)],
        ),
        # who was helped took it
        (
            "Rwandan troops helped the Mozambican army recapture Mocimboa da Praia from rebels.",
            [("Mocímboa da Praia", "Government of Mozambique")],
        ),
        # whom one is loyal to, or who stands with the first of a pair, has not taken it
        (
            "Militias loyal to the new Libyan government took the town of Bani Walid, killing 6.",
            [("Bani Walid", "militiamen (Libya)")],
        ),
        (
            "Turkish forces and their Syrian rebel allies seized the town of Jinderes, killing 6.",
            [("Jinderes", "Government of Turkey")],
        ),
        (
            "Northern Alliance soldiers captured Kunduz in Afghanistan after shelling killed six.",
            [("Kunduz", "Northern Alliance soldiers")],
        ),
        # a state's army told by its whole name is the state's
        (
            "The Central African Republic's army regained control of the town of Bossangoa.",
            [("Bossangoa", "Government of Central African Republic")],
        ),
        # an adjective is no side
        (
            "The rebels have opened two military fronts, seizing Bondoukou in Ivory Coast.",
            [("Bondoukou", "rebels")],
        ),
        # a people's forces abroad are not a state's
        (
            "Croat forces took the Bosnian town of Jajce, killing nine soldiers.",
            [("Jajce", "Croat forces")],
        ),
    ],
)
def test_the_side_is_who_acts_or_open(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Troops advancing towards the Liberation Tigers of Tamil Eelam's (LTTE) political hub of "
        "Kilinochchi on Thursday captured the town of Paranthan, killing nine.",
        'A French military spokesman said that "the mutineers have taken Daloa" in Ivory Coast.',
    ],
)
def test_who_owns_a_town_or_stands_outside_a_quotation_has_not_taken_it(text: str) -> None:
    assert all(by is None for _, by in sides(text))


def test_what_is_denied_is_not_of_who_denies_it() -> None:
    text = "A rebel spokesman denied reports by the Syrian army that its men had captured Palmyra."
    assert [(c.hedge, c.by) for c in control(text)] == [("denied", None)]


def test_a_month_beside_a_town_is_no_second_place() -> None:
    text = "Iraqi soldiers retook the town of Hit and in February killed nine rebels there."
    assert [name for name, _ in sides(text)] == ["Hīt"]


def test_what_is_said_of_one_town_is_not_said_of_the_list_before_it() -> None:
    text = "Syrian soldiers retook Aleppo and Homs, Palmyra is in the hands of Islamic State."
    held = [
        c.where.name for c in control(text)
        if c.where and isinstance(c.detail, Control) and c.detail.state == "held"
    ]  # fmt: skip
    assert held == ["Tadmur"]


def test_the_town_is_nobody_knows_which_after_two_others() -> None:
    text = (
        "Rebels fought soldiers in Homs, and nine people were killed in Palmyra. "
        "Later the rebels captured the town, killing nine."
    )
    assert control(text) == []


def test_the_capital_is_no_other_town() -> None:
    text = "Rebels fought soldiers in Palmyra. Later the rebels captured the capital, killing nine."
    assert control(text) == []


def test_the_owner_of_a_town_is_not_the_town() -> None:
    text = "Islamic State took full control of Iraq's Ramadi after clashes that killed nine."
    assert [name for name, _ in sides(text)] == ["Ramadi"]


def test_what_lies_around_a_town_of_a_list_is_not_the_town() -> None:
    text = "Soldiers captured Aleppo, Homs and the surrounding areas of Hama in Syria from rebels."
    assert sorted(name for name, _ in sides(text)) == ["Aleppo", "Homs"]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels captured Palmyra from the army just over a month ago, killing nine in Syria.",
        "Rebels captured Palmyra from the army in an offensive launched on Monday in Syria.",
        "The Syrian army announced the capture of Palmyra on Monday, killing nine rebels.",
        "Later on Monday the Syrian army released pictures of its dead after rebels took Palmyra.",
    ],
)
def test_a_day_of_something_else_is_not_the_day(text: str) -> None:
    assert [c.when.start for c in control(text)] == [None]


def test_the_day_of_the_verb_is_kept() -> None:
    [claim] = control("Rebels captured Palmyra from the Syrian army on Monday after clashes.")
    assert claim.when.start == date(2022, 6, 13)


def test_a_clause_of_the_report_is_nobodys_word() -> None:
    text = (
        "Nigeria's military claimed the recapture of Monguno, after it was seized by Boko Haram "
        "last month."
    )
    seized = [c for c in control(text) if c.by and c.by.name == "Boko Haram"]
    assert [(c.attribution, c.hedge) for c in seized] == [((), None)]


def test_what_one_sentence_tells_twice_is_one() -> None:
    text = "Syrian rebels celebrate the capture of Palmyra from the army after clashes killed nine."
    assert len(control(text)) == 1


def test_an_old_capture_is_not_of_who_takes_places_now() -> None:
    text = (
        "Rebels seized the Syrian town of Palmyra from the army on Monday. "
        "It was recaptured from Islamic State in 2015."
    )
    assert [c.by.name if c.by else None for c in control(text)] == ["rebels (Syria)", None]


def test_who_is_told_does_not_speak() -> None:
    text = (
        "The defense minister told President Vladimir Putin that Russian soldiers had captured "
        "Lysychansk in Ukraine, killing nine."
    )
    assert [[a.name for a in c.attribution] for c in control(text)] == [["defense minister"]]


def test_who_backs_a_side_does_not_speak_for_it() -> None:
    text = (
        "Syrian rebels backed by the Turkish military said they had recaptured the town of Saraqeb."
    )
    assert "military" not in [a.name for c in control(text) for a in c.attribution]


def test_a_dateline_does_not_speak() -> None:
    text = "GAZA: Israeli forces were encircling the city of Khan Yunis, killing nine people."
    assert [c.attribution for c in control(text)] == [()]


@pytest.mark.parametrize(
    "text",
    [
        # what anyone does is no event
        '"Their method is simple: first we take Damascus, then we take Aleppo," the minister said '
        "after nine soldiers were killed in Syria.",
        # "the village" is no city, "the town" not one of two told of just before
        "Clashes killed nine in northern Aleppo. Syrian rebels advanced to capture the village.",
        "Soldiers fought in Palmyra. Rebels were killed in Homs and in Hama. "
        "The Syrian army captured the town on Monday.",
        # where a town without a name lies
        "Soldiers were killed near a town in the region of Palmyra that was captured by rebels.",
        "The district of Sabah in Palmyra was captured by Syrian rebels, killing nine.",
        # "the town that" is no town told of before
        "Rebels were killed in Palmyra. The key town that was seized on Monday is near Homs.",
        # not done, not now, not a town
        "Syrian soldiers moved in to wrest control of Palmyra from the rebels, killing nine.",
        "Soldiers were killed near the previously besieged city of Aleppo in Syria.",
        "Sudan's army said it took control of Darfur town. Nine were killed in a Darfur town.",
    ],
)
def test_a_saying_or_a_place_in_doubt_is_left_out(text: str) -> None:
    assert control(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "they" are perhaps those that an official tells of
        (
            "A member of the Somali parliament said al-Shabaab fighters killed nine people in "
            "clashes with allied forces, days after they took the town of Tiyeglow.",
            [("Tayeeglow", None)],
        ),
        # but a side that speaks of itself is meant
        (
            "The Syrian army, which fought rebels all week, said they had captured Palmyra.",
            [("Tadmur", "Government of Syria")],
        ),
        (
            "Regime forces and allied Syrian and non-Syrian militias advanced against Islamic "
            "State fighters, taking control of Palmyra in Syria.",
            [("Tadmur", "Government of Syria")],
        ),
        # a mere kind that stands for a group named elsewhere
        (
            "Islamic State and al-Qaeda killed nine in Syria. The militants had captured Palmyra.",
            [("Tadmur", None)],
        ),
        (
            "Soldiers were killed in Mali. The insurgents, of the Front for the North (FPN), said "
            "that the insurgents captured Gao.",
            [("Gao", None)],
        ),
        # whom one fought, or fights, did not take it
        (
            "Islamic State fighters fought government troops on Saturday and captured the town of "
            "Palmyra in Syria.",
            [("Tadmur", "Islamic State")],
        ),
        (
            "Groups fighting the rebels known as Houthis took the city of Taiz in Yemen.",
            [],
        ),
        # who they are comes after
        (
            "The Syrian army said nine soldiers were killed. When they captured Palmyra, the "
            "rebels of the south fled.",
            [("Tadmur", None)],
        ),
        # no state
        ("Rebels told us they are leaving. A Malian officer said us captured Gao.", []),
    ],
)
def test_who_it_is_stays_open_where_another_may_be_meant(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert sides(text) == expected


def test_a_name_that_only_begins_alike_is_another_place() -> None:
    [claim] = control("Syrian regime forces captured Al-Tadmuriya village, killing nine rebels.")
    assert claim.where is not None
    assert (claim.where.name, claim.where.place_id) == ("Al-Tadmuriya", None)


def test_what_the_next_sentence_tells_again_is_one() -> None:
    text = (
        "Boko Haram killed nine residents before seizing the town of Gwoza in Nigeria. Sources "
        "said the attack began at dawn, with Boko Haram taking over the town by noon."
    )
    assert sides(text) == [("Gwoza", "Boko Haram")]


def test_by_telephone_is_no_part_of_a_name() -> None:
    text = "A rebel colonel told Reuters by satellite phone that rebels had captured Kidal in Mali."
    assert all("phone" not in a.name for c in control(text) for a in c.attribution)


def test_a_place_told_to_lie_in_another_region_keeps_only_its_name() -> None:
    text = (
        "Rebels fought soldiers in the village of Komsomolskoye in southern Chechnya. Russian "
        "soldiers recaptured Komsomolskoye on Monday."
    )
    assert [c.where.place_id for c in control(text) if c.where] == [None]


def test_a_border_near_by_is_not_where_a_town_lies() -> None:
    text = (
        "Rebels seized the town of Kornoyo 50km from the Chad border and killed nine soldiers of "
        "the Sudanese army."
    )
    assert [c.where.country for c in control(text) if c.where] == [None]


def test_a_village_far_from_all_that_is_told_keeps_only_its_name() -> None:
    text = (
        "Ukrainian soldiers fought in Zaporizhzhia and Melitopol, killing nine Russian soldiers. "
        "They liberated the village of Makarivka."
    )
    assert [(c.where.name, c.where.adm1) for c in control(text) if c.where] == [("Makarivka", None)]


def test_the_state_that_a_town_lies_in_is_no_second_place() -> None:
    text = "Soldiers of the Nigerian Army recaptured the town of Gamboru Ngala, Borno State."
    assert [name for name, _ in sides(text)] == ["Gamboru"]
