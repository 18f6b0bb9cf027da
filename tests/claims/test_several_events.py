"""Reports that tell of several events: which figure, which town and which day is whose."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_extract import Atlas
from tests.factories import make_document

from bearwitness.claims.extract import Extractor
from bearwitness.claims.recalled import recalled_event
from bearwitness.claims.scope import is_superseded
from bearwitness.model.claim import Claim
from bearwitness.model.place import Place
from bearwitness.text.sentences import segment

COUNTRY = Place(1, 11, "Nigeria", 9.0, 8.0, "NG", None, None, "country", 190_000_000, 400.0)
NORTH = Place(2, 12, "Northmoor", 12.0, 7.0, "NG", "NG.01", None, "city", 60_000)
EAST = Place(3, 13, "Eastmoor", 12.1, 7.2, "NG", "NG.01", None, "city", 50_000)
FAR = Place(4, 14, "Southmoor", 6.5, 3.4, "NG", "NG.02", None, "city", 900_000)
NEXT = Place(5, 15, "Cameroon", 6.0, 12.0, "CM", None, None, "country", 25_000_000, 300.0)
READER = Extractor(Atlas(COUNTRY, NORTH, EAST, FAR, NEXT), further=False)


def read(text: str, title: str | None = None, day: date | None = None) -> list[Claim]:
    """The claims of one report, in the order of its text."""
    claims = READER.extract(make_document(text=text, title=title, day=day))
    return sorted(claims, key=lambda c: c.span.start)


def killed(claims: list[Claim]) -> dict[str | None, set[int | None]]:
    """The incident counts of the dead, by the town they are put in."""
    out: dict[str | None, set[int | None]] = {}
    for c in claims:
        if c.casualty and c.casualty.outcome == "killed" and c.casualty.scope == "incident":
            out.setdefault(c.where.name if c.where else None, set()).add(c.casualty.low)
    return out


def test_a_total_over_the_events_told_below_it_is_none_of_theirs():
    told = read(
        "Raids left 9 villagers dead in Nigeria this week, officials said.\n\n"
        "Gunmen killed six villagers in Northmoor on Monday.\n\n"
        "On Wednesday, gunmen shot dead three villagers in Eastmoor.",
        day=date(2021, 3, 5),
    )
    assert killed(told) == {"Northmoor": {6}, "Eastmoor": {3}}
    assert [c.casualty.scope for c in told if c.casualty and c.casualty.low == 9] == ["window"]


def test_a_count_of_one_town_is_no_total_though_others_add_up_to_it():
    told = read(
        "Gunmen killed five villagers in Northmoor on Monday.\n\n"
        "On Tuesday, gunmen shot dead three villagers in Eastmoor.\n\n"
        "On Wednesday, gunmen shot dead two traders in Southmoor.",
        day=date(2021, 3, 5),
    )
    assert killed(told)["Northmoor"] == {5}


def test_weekdays_part_events_of_a_report_whose_day_nothing_tells_and_date_none():
    told = read(
        "A bomb killed four soldiers near the barracks of Northmoor on Sunday.\n\n"
        "Two children died in a shelling of the market on Friday."
    )
    mentions = {c.casualty.low: c.mention for c in told if c.casualty}
    assert mentions[4] != mentions[2]
    assert all(c.when is None or c.when.start is None for c in told)


def test_another_town_earlier_that_day_is_another_event():
    told = read(
        "On Monday night, soldiers killed four rebels in Northmoor.\n\n"
        "Earlier that day, eleven rebels were killed in an air raid in Eastmoor.",
        day=date(2021, 3, 5),
    )
    assert killed(told) == {"Northmoor": {4}, "Eastmoor": {11}}


def test_a_day_of_years_before_told_in_passing_does_not_date_the_event():
    told = read(
        "A suicide bomber killed eleven people in Northmoor on Saturday.\n\n"
        "In Southmoor, a suicide bomber killed nine people at a market, police said.\n\n"
        "The war began after the attacks on March 3, 2009, that shook the capital.",
        day=date(2016, 2, 27),
    )
    assert {c.when.start.year for c in told if c.casualty and c.when and c.when.start} == {2016}


def test_violence_told_again_of_a_town_named_before_is_that_towns():
    told = read(
        "A blast killed three people in Northmoor on Friday.\n\n"
        "On Sunday, soldiers killed one rebel in Eastmoor.\n\n"
        "The spokesman condemned the bombing in Northmoor.\n\n"
        "He said two children died while four were hurt.",
        day=date(2021, 8, 24),
    )
    assert killed(told) == {"Northmoor": {3, 2}, "Eastmoor": {1}}


def test_near_a_town_gives_way_to_the_town_the_next_sentence_names():
    told = read(
        "Air strikes killed 14 people near Southmoor on Tuesday, a monitor said.\n\n"
        "The strikes hit a shelter in Eastmoor on Tuesday morning, killing 14 people.",
        day=date(2018, 7, 18),
    )
    assert set(killed(told)) == {"Eastmoor"}


def test_a_town_at_the_head_of_the_report_is_where_it_was_written():
    told = read(
        "Southmoor: Police in Nigeria said that a group of armed men on motorcycles attacked "
        "farmers outside a village, killing at least 12 people.\n\n"
        "They raided Northmoor on Tuesday morning, a spokesman said."
    )
    assert set(killed(told)) == {"Northmoor"}


@pytest.mark.parametrize(
    "words",
    [
        "In the state capital, Northmoor, a bomb killed seven people.",
        "A bomb killed seven people in Nigeria's Northmoor.",
        "A jet bombed the Northmoor village, killing seven people.",
    ],
)
def test_the_town_of_an_event_is_found_behind_what_holds_it(words):
    assert set(killed(read(words))) == {"Northmoor"}


def test_an_unlisted_village_with_its_kind_in_capitals_is_a_place():
    assert set(killed(read("Seven people died in an airstrike on Lowhollow Village."))) == {
        "Lowhollow"
    }
    headline = read("Seven died.", title="Raiders Attack Nigerian Village, Kill Seven")
    assert not any(c.where and "Attack" in c.where.name for c in headline)


def test_a_place_before_when_is_no_day_of_an_earlier_event():
    assert recalled_event("It happened in the state of Northmoor, when gunmen came") is None
    assert recalled_event("the worst since March 2019, when nine died") is not None


def test_a_first_count_with_more_beside_it_still_counts():
    words = "The fight initially left eight rebels dead, but three more were found on Thursday."
    assert not is_superseded(words, words.index("eight"), words.index("eight") + 5)
    alone = "The army initially said that eight had died; the toll is eleven."
    assert is_superseded(alone, alone.index("eight"), alone.index("eight") + 5)


def test_marks_around_a_few_words_are_no_part_of_the_sentence_s_grammar():
    (sentence,) = segment('Seven "terrorists" were “neutralised,” the army said.')
    assert [t.text for t in sentence.tokens][:4] == ["Seven", "terrorists", "were", "neutralised"]
    (speech,) = segment('"We lost men," he said, "dozens of them".')
    assert [t.text for t in speech.tokens].count('"') == 2


def test_an_attack_recalled_in_another_country_keeps_its_dead_to_itself():
    benin = Place(9, 19, "Benin", 9.3, 2.3, "BJ", None, None, "country", 11_000_000, 300.0)
    reader = Extractor(Atlas(COUNTRY, NORTH, EAST, benin), further=False)
    text = (
        "Soldiers killed six villagers in Northmoor, Nigeria, on Monday.\n\n"
        "Fields were shelled in the offensive after an attack by gunmen on October 7 last year.\n\n"
        "The attack resulted in the deaths of 90 people in Benin."
    )
    told = reader.extract(make_document(text=text, day=date(2021, 3, 3)))
    days = {c.casualty.low: c.when.start for c in told if c.casualty and c.when}
    assert days[6] == date(2021, 3, 1)
    assert days[90] == date(2020, 10, 7)


def test_a_week_before_that_is_reckoned_from_what_was_told_last():
    told = read(
        "Gunmen killed two guards in Northmoor on Monday.\n\n"
        "Last week gunmen ambushed a truck and killed five people.\n\n"
        "A week before that, gunmen killed seven people near Eastmoor.",
        day=date(2021, 3, 3),
    )
    claims = {c.casualty.low: c for c in told if c.casualty and c.casualty.scope == "incident"}
    assert len({claims[n].mention for n in (2, 5, 7)}) == 3
    last, before = (claims[n].when for n in (5, 7))
    assert (last.text, before.text) == ("Last week", "A week after")
    assert str(before.start) < str(last.start)


def test_a_village_beside_is_another_scene():
    told = read(
        "Two guards were killed in a gunfight in Northmoor on Monday.\n\n"
        "In adjacent Hillmoor village, three traders were wounded when gunmen fired at a bus.",
        day=date(2021, 3, 3),
    )
    mentions = {c.casualty.low: c.mention for c in told if c.casualty}
    assert mentions[2] != mentions[3]


def test_an_attack_recalled_in_the_next_town_stands_in_that_town():
    told = read(
        "A bomb killed 40 people at a market in Northmoor on Sunday, medics said.\n\n"
        "The attack in Northmoor came a week after raids killed 32 villagers in Eastmoor.",
        day=date(2023, 9, 10),
    )
    assert killed(told) == {"Northmoor": {40}, "Eastmoor": {32}}


def test_a_day_that_a_report_goes_on_to_recall_dates_no_event_before_it():
    told = read(
        "The army on Saturday announced that raiders killed nine villagers in Northmoor.\n\n"
        "The governor praised the troops.\n\n"
        "Fighting between the army and the raiders resumed on Oct. 20, 2024, after a truce.",
        day=date(2025, 1, 11),
    )
    assert {c.when.start for c in told if c.casualty} == {date(2025, 1, 11)}


def test_fighting_that_has_gone_on_for_months_is_no_word_of_an_attack():
    told = read(
        "Raiders attacked Northmoor on Friday, killing nine villagers.\n\n"
        "On Saturday a bomb killed four people in Eastmoor.\n\n"
        "Since May, heavy fighting has been raging in Northmoor between the army and the raiders.",
        day=date(2025, 1, 12),
    )
    assert [c.span.quote for c in told if c.kind == "event"] == ["killing", "bomb killed"]


def test_a_toll_told_before_the_day_of_an_attack_is_an_earlier_ones():
    told = read(
        "Troops shelled Northmoor on Tuesday morning, wounding 20 people.\n\n"
        "On Monday, the mayor said at least nine people were killed after rockets hit Northmoor.",
        day=date(2022, 3, 1),
    )
    (nine,) = [c for c in told if c.casualty and c.casualty.low == 9]
    (twenty,) = [c for c in told if c.casualty and c.casualty.low == 20]
    assert (nine.when.start, twenty.when.start) == (date(2022, 2, 28), date(2022, 3, 1))


def test_an_attack_of_an_earlier_month_told_at_the_end_stands_apart():
    told = read(
        "A raid on a village near Northmoor killed ten villagers.\n\n"
        "A resident said ten people had been killed.\n\n"
        "In April, jets bombed a wedding in Eastmoor that officials said killed about 170 people.",
        day=date(2023, 6, 28),
    )
    assert killed(told) == {"Northmoor": {10}, "Eastmoor": {170}}
    assert {c.when.start for c in told if c.casualty and c.casualty.low == 170} == {
        date(2023, 4, 1)
    }


def test_the_day_of_another_crime_far_below_dates_no_attack():
    told = read(
        "Two soldiers were killed in an attack in Northmoor, the army said.\n\n"
        "The brigade searched the hills.\n\nIt thanked the villagers.\n\n"
        "Roads were closed.\n\nThe governor sent help.\n\n"
        "The rebels were also accused of killing two villagers in events that occurred last "
        "Friday in Eastmoor.",
        day=date(2024, 9, 3),
    )
    assert {c.when.start for c in told if c.where and c.where.name == "Northmoor"} == {
        date(2024, 9, 3)
    }


def test_a_town_between_dashes_that_tells_where_a_place_lies_is_no_scene():
    told = read(
        "Jets bombed Eastmoor on Monday, the army said.\n\n"
        "Eastmoor -- near the country's second city, Southmoor -- has seen intense fighting.\n\n"
        "The strikes killed 50 villagers, a witness said.",
        day=date(2023, 4, 12),
    )
    assert killed(told) == {"Eastmoor": {50}}


def test_a_like_attack_named_in_passing_keeps_its_dead():
    told = read(
        "On Thursday, jets hit Northmoor, killing two villagers.\n\n"
        "Last month, the governor asked for help after another deadly drone attack on Eastmoor, "
        "which killed five people.",
        day=date(2025, 10, 24),
    )
    assert killed(told) == {"Northmoor": {2}, "Eastmoor": {5}}


def test_the_day_a_war_began_dates_no_attack_in_it():
    told = read(
        "Two people were killed Monday in a strike on a car in Northmoor, medics said.\n\n"
        "The group has traded fire with the army since its ally attacked the north on October 7."
    )
    assert {c.when.start for c in told if c.casualty} == {None}


def test_a_total_that_is_told_again_at_the_end_is_still_none_of_the_events_below_it():
    told = read(
        "A strike hit a car in Northmoor on Saturday, killing three fighters, officials said. "
        "Another four fighters were killed in a strike on a house in Eastmoor overnight.\n\n"
        "The governor visited the wounded.\n\nRoads were closed.\n\n"
        "The group announced the deaths of seven of its fighters on Saturday.",
        title="Strikes kill 7 fighters in Nigeria",
        day=date(2024, 3, 2),
    )
    assert killed(told) == {"Northmoor": {3}, "Eastmoor": {4}}


def test_attacks_of_weeks_before_listed_at_the_end_keep_their_days_and_their_dead():
    told = read(
        "Troops killed a militant in a clash in Northmoor, police said.\n\n"
        "As many as 141 militants have been killed in the region so far this year. The highest, "
        "139 militants, were killed in the hills.\n\n"
        "On June 15, eight militants and a soldier were killed in a clash in Eastmoor. On June 5, "
        "six militants were gunned down in Southmoor.",
        day=date(2024, 7, 20),
    )
    days = {
        c.casualty.low: c.when.start
        for c in told
        if c.casualty and c.casualty.scope == "incident" and c.when
    }
    assert days[8] == date(2024, 6, 15)
    assert days[6] == date(2024, 6, 5)
    assert 139 not in days
