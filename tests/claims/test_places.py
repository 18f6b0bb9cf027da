from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.claims.places import PlaceMention, find_places
from bearwitness.claims.places_choose import distance_km, holds
from bearwitness.claims.places_records import (
    country_of,
    learn_homes,
    publisher_of,
    resolve_record,
)
from bearwitness.model.place import Place, PlaceKind


def place(
    number: int,
    name: str,
    at: tuple[float, float],
    country: str | None,
    kind: PlaceKind = "city",
    people: int = 0,
    adm1: str | None = None,
    radius: float = 0.0,
    capital: bool = False,
) -> Place:
    return Place(
        number, 1000 + number, name, *at, country, adm1, None, kind, people, radius, capital
    )


PLACES = [
    place(1, "Syria", (35, 38), "SY", "country", 16_900_000, radius=243),
    place(2, "United States", (39.8, -98.5), "US", "country", 327_000_000, radius=1750),
    place(3, "France", (46, 2), "FR", "country", 66_900_000, radius=417),
    place(4, "Raqqa", (36.0, 38.9), "SY", "adm1", 620_000, "SY.04", 65),
    place(5, "Raqqa", (35.95, 39.01), "SY", "city", 530_000, "SY.04"),
    place(6, "Idlib", (35.85, 36.68), "SY", "adm1", 440_000, "SY.12", 41),
    place(7, "Idlib", (35.93, 36.63), "SY", "city", 128_000, "SY.12"),
    place(8, "Homs", (34.73, 36.71), "SY", "city", 775_000, "SY.11"),
    place(9, "Hama", (35.13, 36.75), "SY", "city", 460_000, "SY.10"),
    place(10, "Paris", (48.85, 2.35), "FR", "city", 2_138_000, "FR.11", capital=True),
    place(11, "Paris", (33.66, -95.56), "US", "city", 24_700, "US.TX"),
    place(12, "Texas", (31.3, -99.3), "US", "adm1", 28_000_000, "US.TX", 420),
    place(13, "Dallas", (32.78, -96.81), "US", "city", 1_300_000, "US.TX"),
    place(14, "Jordan", (31, 36), "JO", "country", 9_900_000, radius=168),
    place(15, "Michigan", (44.3, -85.5), "US", "adm1", 9_900_000, "US.MI", 250),
    place(16, "Aleppo", (36.2, 37.16), "SY", "city", 2_098_000, "SY.09"),
    place(17, "Guta", (50.0, 30.0), "UA", "city", 700, "UA.13"),
    place(18, "Sherman", (33.64, -96.61), "US", "city", 41_000, "US.TX"),
    place(19, "Bonham", (33.58, -96.18), "US", "city", 10_000, "US.TX"),
    place(21, "Rif Dimashq", (33.8, 37.2), "SY", "adm1", 2_200_000, "SY.08", 60),
    place(22, "Barza", (44.3, 24.8), "RO", "city", 2_000, "RO.29"),
    place(23, "Elmhill", (42.0, -76.0), "US", "city", 5_000, "US.NY"),
    place(24, "Amira", (31.9, 35.9), "JO", "city", 1_200_000, "JO.16", capital=True),
    place(25, "Syria", (38.4, -78.1), "US", "city", 400, "US.VA"),
    place(20, "Damascus", (33.51, 36.29), "SY", "city", 1_569_000, "SY.13", capital=True),
]
AT = {p.number: p for p in PLACES}
PEOPLES = {"syrian": [1], "syrians": [1], "american": [2], "french": [3]}
OTHER_SPELLINGS = {
    "rural damascus": [(21, 0.9)],
    "raqa": [(4, 0.81), (5, 0.81)],
    "ghouta": [(17, 0.78)],
    "u.s.": [(2, 0.9)],
    "dallas": [(24, 0.9)],
}
PARTS = {("SY.12", ""): (35.88, 36.62), ("SY.12", "south"): (35.6, 36.6)}
DIVISIONS = {"SY.04": "Raqqa", "SY.12": "Idlib", "US.TX": "Texas"}


class FewPlaces:
    """A gazetteer of twenty places."""

    def look_up(self, name: str) -> tuple[tuple[Place, float], ...]:
        key = name.lower()
        loose = [(AT[n], fit) for n, fit in OTHER_SPELLINGS.get(key, [])]
        return tuple([(p, 1.0) for p in PLACES if p.name.lower() == key] + loose)

    def look_up_in(self, name: str, country: str) -> tuple[tuple[Place, float], ...]:
        return ()

    def peoples(self, word: str) -> tuple[Place, ...]:
        return tuple(AT[n] for n in PEOPLES.get(word.lower(), []))

    def part_of_division(self, code: str, compass: str) -> tuple[float, float] | None:
        return PARTS.get((code, compass))

    def division_name(self, code: str | None) -> str | None:
        return DIVISIONS.get(code or "")


def found(text: str, **options: object) -> list[PlaceMention]:
    return find_places(text, FewPlaces(), **options)  # type: ignore[arg-type]


def texts(text: str) -> list[str]:
    return [text[m.start : m.end] for m in found(text)]


def spans(text: str, *names: str) -> Sequence[tuple[int, int]]:
    return [(text.index(n), text.index(n) + len(n)) for n in names]


def test_a_town_is_found_where_a_report_puts_an_event_in_it() -> None:
    (mention,) = found("Shells killed six people in Raqa on Tuesday.")
    assert (mention.where.name, mention.where.country, mention.where.precision) == (
        "Raqqa",
        "SY",
        1,
    )
    assert mention.where.text == "Raqa"
    assert mention.role == "in_phrase"


@pytest.mark.parametrize(
    "text",
    [
        "Officer Michael Jordan said the street was closed.",
        "She studied law at the University of Michigan for years.",
        "The Aleppo Media Center published a video.",
        "The Syrian army denied it.",
        "On Monday and again in March they met.",
    ],
)
def test_persons_organisations_adjectives_and_months_are_no_places(text: str) -> None:
    assert texts(text) == []


def test_a_list_after_a_preposition_is_a_list_of_places() -> None:
    assert texts("Clashes went on in Homs, Hama and Idlib.") == ["Homs", "Hama", "Idlib"]


def test_days_and_small_words_do_not_stick_to_a_name() -> None:
    assert texts("In Homs on Monday a bomb went off.") == ["Homs"]
    assert texts("A bomb went off in Homs Wednesday night.") == ["Homs"]


def test_a_division_named_behind_a_town_settles_which_town() -> None:
    town, state = found("A man was shot in Paris, Texas.")
    assert (town.where.lat, state.where.name) == (33.66, "Texas")
    assert town.part_of == 1
    assert found("A man was shot in Paris.")[0].where.country == "FR"


def test_towns_nearby_settle_which_town() -> None:
    text = "The road from Sherman and Bonham to Paris was closed, as were schools in Dallas."
    by_name = {m.where.name: m.where.country for m in found(text)}
    assert by_name["Paris"] == "US"


def test_the_words_province_and_city_tell_the_kind() -> None:
    assert found("Two died in Idlib province.")[0].kind == "adm1"
    assert found("Two died in the city of Idlib.")[0].kind == "city"
    assert found("Two died in Idlib.")[0].kind == "city"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("They were hit near Homs at dawn.", "near"),
        ("Fighting on the outskirts of Homs went on.", "outskirts"),
        ("Raids on the countryside of Homs went on.", "countryside"),
        ("A convoy was hit north of Homs at dawn.", "direction"),
    ],
)
def test_about_a_place_is_not_in_it(text: str, relation: str) -> None:
    (mention,) = found(text)
    assert (mention.relation, mention.where.precision) == (relation, 2)


def test_an_unknown_village_lies_somewhere_in_the_known_place_around_it() -> None:
    text = "Nine died in the village of Tell Hypothesis in Idlib province."
    village, _ = found(text)
    assert (village.where.name, village.where.place_id) == ("Tell Hypothesis", None)
    assert (village.where.lat, village.where.adm1) == (PARTS["SY.12", ""][0], "Idlib")
    assert village.where.precision == 4


def test_a_name_that_the_text_calls_a_town_is_a_place() -> None:
    text = "Gunmen stormed Tell Hypothesis, a farming town in the Idlib countryside, at dawn."
    town, _ = found(text)
    assert (town.where.name, town.where.adm1) == ("Tell Hypothesis", "Idlib")
    assert texts("Ahmad Hypothesis, a village elder in Idlib, said so.") == ["Idlib"]


def test_a_part_of_a_town_is_no_namesake_far_away() -> None:
    named = found("Nine died in Barangay Sherman, Idlib, on Monday.")
    assert all(m.where.country == "SY" for m in named)


def test_a_village_of_a_country_leaves_the_country_its_name() -> None:
    (country,) = found("Attack on Syria village leaves nine dead.")
    assert country.where.name == "Syria"


def test_a_village_told_in_apposition_by_its_distance_lies_there() -> None:
    village, landmark = found("Nine died in Hypothesis, a village some 20 km north of Homs.")
    assert (village.where.name, landmark.role) == ("Hypothesis", "landmark")


def test_a_quarter_lies_in_the_great_town_named_before_it() -> None:
    text = "The bombing in Damascus is one of many. A car blew up in the Gutah neighbourhood."
    town, quarter = found(text)
    assert (quarter.where.place_id, quarter.where.lat) == (None, town.where.lat)


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in the Elmhill neighborhood, Dallas Police said.",
        "The shooting in the Elmhill neighborhood is the second this week, Dallas police say.",
        "DALLAS - A man was shot in the Elmhill neighborhood on Friday.",
        "DALLAS (WXYZ) - A man was shot on Friday. It happened in the Elmhill neighborhood.",
    ],
)
def test_a_quarter_lies_in_the_town_that_the_report_is_told_from(text: str) -> None:
    (quarter,) = (m for m in found(text) if m.where.text == "Elmhill")
    assert (quarter.where.country, quarter.where.adm1) == ("US", "Texas")
    assert quarter.where.precision == 2


@pytest.mark.parametrize("spot", ["Elmhill subdivision", "Elmhill apartments"])
def test_where_people_live_together_is_a_part_of_the_town(spot: str) -> None:
    text = f"DALLAS - A man was shot at the {spot} on Friday."
    assert [m.where.adm1 for m in found(text)] == ["Texas"] * 2


def test_a_station_s_name_is_no_given_name() -> None:
    text = "Dallas police said that two men were shot. Sign up for NBC Dallas newsletters."
    assert "Dallas" in texts(text)


def test_a_title_names_the_quarter_that_the_report_calls_so() -> None:
    text = "Three shot in Elmhill\n\nDALLAS - Three were shot in the Elmhill neighborhood."
    assert [m.where.adm1 for m in found(text) if m.where.text == "Elmhill"] == ["Texas"] * 2


def test_a_report_that_speaks_of_another_country_is_not_of_the_town_that_it_was_written_in() -> (
    None
):
    lent = [
        [m.where.adm1 for m in found(text) if m.where.text == "Oldbrook"]
        for text in (
            "DALLAS (Reuters) - A Syrian shell hit a house in Oldbrook village on Friday.",
            "DALLAS (Reuters) - A stray bullet hit a house in Oldbrook village on Friday.",
        )
    ]
    assert lent == [[None], ["Texas"]]


@pytest.mark.parametrize(
    "name",
    [
        "Paris Street",
        "Paris Elementary School",
        "Paris High School",
        "Paris and Vine Streets",
        "Paris and Main avenues",
        "Paris and Berry Street",
    ],
)
def test_streets_and_schools_are_no_towns(name: str) -> None:
    assert texts(f"Two men were shot at {name} on Friday.") == []


def test_where_somebody_is_from_is_their_origin() -> None:
    roles = [m.role for m in found("A 20-year-old man from Dallas was shot in Homs.")]
    assert roles == ["origin", "in_phrase"]


def test_a_small_town_far_from_where_a_report_is_told_is_not_meant() -> None:
    text = "Three people were shot in Elmhill on Friday, according to Dallas police."
    assert [m.where.name for m in found(text)] == ["Dallas"]
    elsewhere = "Three people were shot in Elmhill on Friday, officials said."
    assert [m.where.adm1 or m.where.name for m in found(elsewhere)] == ["Elmhill"]


def test_a_town_told_with_its_division_is_meant_wherever_a_report_is_told() -> None:
    text = "The man was seen in Paris, Texas, Dallas police said."
    assert [m.where.name for m in found(text)] == ["Paris", "Texas", "Dallas"]


def test_a_capital_that_was_once_called_so_yields_to_the_city_of_that_name() -> None:
    (town,) = found("Two men were shot in Dallas.")
    assert town.where.country == "US"


def test_words_of_a_text_in_capitals_are_places_only_by_their_very_name() -> None:
    assert texts("NINE DIED IN DAMASCUS AFTER THE GUTAH TALKS.") == ["DAMASCUS"]
    assert texts("THE SYRIAN ARMY HIT HOMS AND THE BARZA ROAD.") == ["HOMS"]


def test_a_name_that_the_text_puts_in_a_place_of_another_country_is_not_the_listed_one() -> None:
    village, _ = found("Shells hit Barza village in Idlib province.")
    assert (village.where.place_id, village.where.country) == (None, "SY")


def test_a_country_in_front_of_its_troops_is_no_place() -> None:
    assert texts("Some 13 US troops died outside Damascus.") == ["Damascus"]
    assert texts("They flew to the U.S. after the attack.") == ["U.S."]


def test_where_people_fled_is_their_destination() -> None:
    for text in (
        "Some 6,000 people fled on foot to Idlib.",
        "The wounded are being treated for burns at a hospital in the nearby city of Idlib.",
        "The dead were buried in the neighbouring town of Idlib.",
        "The convoy was on its way to the northern city of Idlib.",
    ):
        (town,) = found(text)
        assert town.role == "destination"


def test_an_unknown_village_alone_has_no_position() -> None:
    (village,) = found("Nine died in the village of Tell Hypothesis.")
    assert (village.where.place_id, village.where.lat) == (None, None)


def test_a_loose_spelling_in_a_country_that_nothing_speaks_for_is_not_taken() -> None:
    text = "Syrian planes bombed Ghouta near Damascus."
    by_text = {
        m.where.text: m.where for m in found(text, toponyms=spans(text, "Ghouta", "Damascus"))
    }
    assert by_text["Damascus"].country == "SY"
    assert by_text["Ghouta"].place_id is None


def test_given_names_are_resolved_and_nothing_else() -> None:
    text = "Syrians fled from Homs to Paris and Hama."
    mentions = found(text, toponyms=spans(text, "Syrians", "Hama"))
    assert [(m.where.text, m.where.country) for m in mentions] == [
        ("Syrians", "SY"),
        ("Hama", "SY"),
    ]


def test_what_is_set_apart_is_not_read() -> None:
    text = "Six died in Homs. More: Fire in Hama"
    assert [m.where.name for m in found(text, skip=[(18, len(text))])] == ["Homs"]


def test_a_dateline_is_told_apart_from_the_place_of_the_event() -> None:
    text = "DAMASCUS (AP) — Six people died in Homs."
    first, second = found(text, dateline=(0, 8))
    assert (first.role, first.where.name) == ("dateline", "Damascus")
    assert second.role == "in_phrase"


def test_a_home_and_an_expected_country_speak_for_their_own() -> None:
    assert found("Fire in Paris.", home=(33.66, -95.55))[0].where.country == "US"
    assert found("Fire in Paris.", focus_country="US")[0].where.country in ("US", "FR")


def test_homes_are_learnt_from_a_publishers_own_reports() -> None:
    reports = [
        "Sherman and Bonham share a judge. A fire in Bonham hurt nobody.",
        "The bridge in Bonham is shut. Buses leave from Sherman for Dallas.",
        "A school in Paris shut. Teachers from Bonham helped in Sherman and in Dallas.",
    ]
    records = [{"text": t, "url": "https://news.example/a"} for t in reports]
    homes = learn_homes(records, FewPlaces())
    assert homes == learn_homes(records[::-1], FewPlaces())
    lat, lon = homes["news.example"]
    assert distance_km(lat, lon, 33.6, -96.4) < 60
    rows = resolve_record({"id": "x", "text": "A fire in Paris.", "url": records[0]["url"]},
                          FewPlaces(), homes)  # fmt: skip
    assert [(r["id"], r["start"], r["country"], r["adm1"]) for r in rows] == [
        ("x", 10, "US", "Texas")
    ]


def test_a_record_tells_publisher_and_country() -> None:
    assert publisher_of({"url": "https://www.news.example/x"}) == "news.example"
    assert publisher_of({"publisher": "The Paper", "url": "https://news.example"}) == "The Paper"
    assert publisher_of({}) is None
    assert country_of({"url": "https://paper.co.uk/x"}) == "GB"
    assert country_of({"url": "https://paper.com/x"}) is None
    assert country_of({"url": "https://start.io/x"}) is None


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"text": None},
        {"text": "Fire in Homs", "toponyms": [{"start": 90, "end": 99}, "x", {"start": "a"}]},
    ],
)
def test_a_broken_record_has_no_rows(record: dict[str, object]) -> None:
    assert resolve_record(record, FewPlaces()) == []


def test_places_hold_what_lies_in_them() -> None:
    by_name = {(p.name, p.kind): p for p in PLACES}
    syria, raqqa = by_name["Syria", "country"], by_name["Raqqa", "city"]
    assert holds(syria, raqqa)
    assert holds(by_name["Raqqa", "adm1"], raqqa)
    assert not holds(raqqa, syria)
    assert not holds(by_name["France", "country"], raqqa)


@given(st.text(max_size=200))
def test_mentions_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    mentions = found(text)
    ends = [0]
    for mention in mentions:
        assert ends[-1] <= mention.start < mention.end <= len(text)
        assert mention.where.text == text[mention.start : mention.end]
        ends.append(mention.end)


@given(
    st.lists(
        st.sampled_from(
            ["in Homs", "Hama", "and Paris,", "Texas.", "The", "Syrian", "town of", "near", "Raqa",
             "(Idlib)", "Jordan said", "\n\n", "on Monday", "U.S.", "Aleppo's"]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_the_same_text_gives_the_same_places(words: list[str]) -> None:
    text = " ".join(words)
    mentions = found(text)
    assert mentions == found(text)
    for mention in mentions:
        assert 1 <= mention.where.precision <= 7
        assert mention.part_of is None or 0 <= mention.part_of < len(mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Shells hit the village of Northcroft in the southern Idlib countryside.",
        "Shells hit the village of Northcroft in the southern countryside of Idlib.",
        "Shells hit the village of Northcroft in Idlib's southern countryside.",
        "Shells hit the village of Northcroft in southern Idlib province.",
    ],
)
def test_a_side_of_a_province_lends_its_own_point(text: str) -> None:
    village = found(text)[0]
    assert village.where.name == "Northcroft"
    assert (village.where.lat, village.where.lon) == (35.6, 36.6)
    assert (village.where.adm1, village.where.precision) == ("Idlib", 4)


def test_a_towns_countryside_is_the_province_around_it() -> None:
    (mention,) = found("Two farmers were killed in the Idlib countryside.")
    assert (mention.kind, mention.where.precision) == ("adm1", 4)
    (mention,) = found("Two farmers were killed in the countryside of Damascus.")
    assert mention.where.name == "Rif Dimashq"
    (mention,) = found("Two farmers were killed in the Homs countryside.")  # no province is known
    assert (mention.kind, mention.where.precision) == ("city", 2)


def test_a_spot_without_a_point_lies_where_a_divisions_people_live() -> None:
    village, _ = found("Shells hit the village of Northcroft in Idlib province.")
    assert (village.where.lat, village.where.lon) == (35.88, 36.62)


@pytest.mark.parametrize("verb", ["captured", "shelled", "clashed in", "struck at"])
def test_an_unknown_name_told_in_a_province_is_a_place(verb: str) -> None:
    assert texts(f"The army {verb} Northcroft in Idlib province on Monday.")[0] == "Northcroft"


def test_an_unknown_name_told_in_a_state_whose_towns_are_all_known_is_none() -> None:
    assert texts("They met in Superior Hall in Texas.") == ["Texas"]


def test_a_namesake_far_from_all_that_a_text_is_about_is_not_taken() -> None:
    assert found("Rebels and the army clashed in Barza.")[0].where.country == "RO"
    assert found("Rebels and the army clashed in Barza.", fought_in={"SY": 1.0}) == []


def test_an_article_in_capitals_is_a_part_of_the_name() -> None:
    text = "A mine went off in Tall An Northcroft in Idlib province."
    assert texts(text)[0] == "Tall An Northcroft"


def test_a_people_named_in_capitals_tells_the_country_of_a_text_in_capitals() -> None:
    assert found("REBELS AND THE ARMY CLASHED IN BARZA.")[0].where.country == "RO"
    assert found("SYRIAN REBELS AND THE ARMY CLASHED IN BARZA.") == []


def test_a_spot_told_by_its_distance_lies_there_and_the_town_told_of_is_no_scene() -> None:
    spot, town = found("A bomb went off in Qarif, about 50 km (31 miles) north of Homs, on Monday.")
    assert (spot.where.name, spot.where.country, spot.where.precision) == ("Qarif", "SY", 2)
    assert spot.where.lat is not None
    assert 44 < distance_km(spot.where.lat, spot.where.lon or 0, AT[8].lat, AT[8].lon) < 56
    assert (town.where.name, town.role) == ("Homs", "landmark")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shells fell in Paris, 150 km east of Dallas, police said.", "US"),
        ("Shells fell in Paris, police said.", "FR"),
    ],
)
def test_a_distance_chooses_among_namesakes(text: str, country: str) -> None:
    assert found(text)[0].where.country == country


def test_a_town_told_where_its_distance_puts_it_keeps_its_own_point() -> None:
    town, _ = found("Rebels raided Hama, 45 kilometres to the north of Homs.")
    assert town.where.place_id == AT[9].place_id


def test_a_spot_told_by_a_distance_without_a_side_is_known_by_its_country_alone() -> None:
    spot, _ = found("Troops were ambushed in Qarif, 300 kilometres from the capital Damascus.")
    assert (spot.where.country, spot.where.lat) == ("SY", None)


def test_a_village_is_no_great_city_of_its_name() -> None:
    (mention,) = found("Gunmen attacked Homs village at dawn.")
    assert (mention.where.name, mention.where.place_id) == ("Homs", None)


def test_where_an_officer_comes_from_is_no_scene() -> None:
    (mention,) = found("The officer, hailing from Hama, was on leave.")
    assert mention.role == "origin"


def test_a_person_whose_surname_comes_back_is_no_unknown_place() -> None:
    text = "Men opened fire on Amal Qarif in Idlib. Qarif, a clerk, was hurt."
    assert "Amal Qarif" not in texts(text)


def test_a_country_told_by_its_border_alone_is_no_scene() -> None:
    town, country = found("Shells fell in Hama near the border with Jordan.")
    assert (town.role, country.role) == ("in_phrase", "landmark")


def test_a_small_namesake_outside_the_one_country_named_is_not_taken() -> None:
    assert texts("The chief of Elmhill was shot dead in Homs, Syria.") == ["Homs", "Syria"]


def test_a_town_told_only_by_the_side_of_another_lies_beside_it() -> None:
    spot, town = found("A car was found in Qarif, which is south of Homs.")
    assert (spot.where.lat, spot.where.precision) == (town.where.lat, 2)
    assert town.role == "landmark"


def test_a_bare_name_means_the_province_that_the_text_calls_so() -> None:
    mentions = found("A raid in Idlib killed two. The raid hit a village of Idlib province.")
    assert [m.kind for m in mentions] == ["adm1", "adm1"]
    assert [m.kind for m in found("A raid in Idlib killed two.")] == ["city"]
    mentions = found("Ten die in raid on Idlib village. Jets hit a camp in Idlib province.")
    assert {m.kind for m in mentions} == {"adm1"}


def test_where_a_member_of_parliament_comes_from_is_no_scene() -> None:
    (mention,) = found("The house of a member of parliament from the southern province of Idlib.")
    assert mention.role == "origin"


def test_a_name_far_from_the_town_that_the_text_puts_it_in_is_a_spot_there() -> None:
    spot, town = found("Troops killed two rebels in Raqqa, Qarif in nearby Homs.")[-2:]
    assert (spot.where.place_id, spot.where.lat) == (None, town.where.lat)


@pytest.mark.parametrize("text", ["Shelling kills 20 in Syria Camp", "Syria town retaken by army"])
def test_a_kind_after_a_countrys_name_makes_it_no_town_of_that_name(text: str) -> None:
    (mention,) = found(text)
    assert (mention.where.name, mention.where.country) == ("Syria", "SY")
