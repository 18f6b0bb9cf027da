"""An event gets the date that belongs to it, and the basis says how it was reached."""

from __future__ import annotations

from datetime import date

import pytest

from bearwitness.claims.event_signs import same_days
from bearwitness.claims.when import (
    comparable,
    event_time,
    is_fictive,
    read_timeline,
    without_fictive,
)
from bearwitness.model.document import Anchor
from bearwitness.text.sentences import segment

# A Wednesday.
ANCHOR = Anchor(date(2014, 11, 26), "day", "stated")


def time_of(text: str, word: str, anchor: Anchor = ANCHOR):
    sentences = segment(text)
    at = text.index(word)
    index = next(s.index for s in sentences if s.start <= at < s.end)
    return event_time(read_timeline(text, sentences, anchor), index, at, at + len(word)).when


@pytest.mark.parametrize(
    ("text", "word", "day", "basis"),
    [
        ("Air strikes on the town on Tuesday killed 12.", "killed", 25, "relative"),
        ("On Sunday a mine killed two farmers, police said Tuesday.", "killed", 23, "relative"),
        ("Nine people were killed, police said Monday.", "killed", 24, "relative"),
        ("On Monday, the army said rebels killed nine on Saturday.", "killed", 22, "relative"),
        ("Sunday's raid killed four, a medic told reporters on Tuesday.", "killed", 23, "relative"),
        (
            "Two men died in the blast.\nThe blast happened at 9 a.m. on Monday.",
            "blast",
            24,
            "inherited",
        ),
        (
            "Two men were shot dead.\nA suspect was arrested on Tuesday.\n"
            "The shooting occurred late Sunday.",
            "shot",
            23,
            "inherited",
        ),
        (
            "A clerk was shot dead on Sunday.\nPolice released a photo of the suspected shooter "
            "Tuesday morning.",
            "shooter",
            23,
            "inherited",
        ),
        ("Shells killed three shepherds.", "killed", 26, "anchor"),
        (
            "Two clerks were shot dead.\nThey lay in the hall when officers arrived late Sunday.",
            "shot",
            23,
            "inherited",
        ),
        (
            "A clerk was treated at the clinic Sunday, hours after a guard shot her.",
            "shot",
            23,
            "relative",
        ),
        (
            "A clerk was shot dead.\nAn autopsy was carried out Tuesday.\n"
            "Officers were called to the depot at 8 a.m. Monday.",
            "shot",
            24,
            "inherited",
        ),
        (
            "A clerk was shot dead.\nA guard turned himself into homicide detectives Tuesday.\n"
            "Three men broke into the depot before dawn on Monday.",
            "shot",
            24,
            "inherited",
        ),
        (
            "The strike on Tuesday (Wednesday in Manila) killed 12.",
            "killed",
            25,
            "relative",
        ),
        (
            "Shells killed three as envoys prepared for talks. The envoys will meet on Friday.",
            "killed",
            26,
            "anchor",
        ),
    ],
)
def test_the_day_of_the_event(text, word, day, basis):
    when = time_of(text, word)
    assert (when.start, when.basis) == (date(2014, 11, day), basis)


def test_a_court_does_not_date_the_killing_it_speaks_of():
    text = "A clerk was convicted of the killing of a guard. He will be sentenced in May."
    assert time_of(text, "killing").start is None
    dated = "A clerk was convicted on Friday of the killing of a guard on 3 March 2013."
    assert time_of(dated, "killing").start == date(2013, 3, 3)


def test_a_day_that_opens_a_later_sentence_is_another_event_s():
    text = (
        "At least six people were killed and 15 others, among them three clerks, were "
        "wounded when a bomber blew himself up in a tea house on Monday, the Example Post reports. "
        "Last Saturday, a bomber killed four in another town."
    )
    assert time_of(text, "killed").start == date(2014, 11, 24)


def test_the_year_of_a_superlative_is_not_the_event_s_day():
    text = "Raiders killed nine guards at a fort, making it the deadliest day of 2014."
    assert time_of(text, "killed").start == date(2014, 11, 26)


def test_the_month_of_a_rank_is_not_the_event_s_day():
    text = "For the second time in November, raiders killed 11 guards. It happened on Monday."
    assert time_of(text, "killed").start == date(2014, 11, 24)


def test_each_of_two_events_of_a_sentence_gets_its_own_day():
    text = "Jets killed nine on Monday; shelling wounded four on Sunday."
    assert time_of(text, "killed").start == date(2014, 11, 24)
    assert time_of(text, "wounded").start == date(2014, 11, 23)


def test_a_recalled_attack_keeps_its_own_date():
    text = "Gunmen killed two on Monday in the worst violence since the July 3 attack."
    assert time_of(text, "killed").start == date(2014, 11, 24)
    assert time_of(text, "attack").start == date(2014, 7, 3)


def test_a_stamp_is_no_event_date():
    text = "Updated: Nov 25, 2014\nA bomb on Sunday killed six."
    assert time_of(text, "killed").start == date(2014, 11, 23)


def test_a_scene_set_in_the_first_sentence_holds_for_the_next():
    text = "On 29 April 2020, troops entered the market. Five traders were hurt."
    when = time_of(text, "hurt", Anchor())
    assert (when.start, when.basis) == (date(2020, 4, 29), "inherited")


def test_nothing_known_stays_nothing():
    when = time_of("A bomb killed six on Sunday.", "killed", Anchor())
    assert (when.start, when.basis) == (None, "none")


def test_an_anchor_known_to_the_month_gives_the_month():
    when = time_of("A bomb killed six.", "killed", Anchor(date(2014, 2, 1), "month", "url"))
    assert (when.start, when.end, when.precision) == (
        date(2014, 2, 1),
        date(2014, 2, 28),
        "month",
    )


def test_only_the_sentences_asked_for_are_read():
    text = "A bomb killed six on Sunday.\nA mine killed two on Monday."
    sentences = segment(text)
    assert set(read_timeline(text, sentences, ANCHOR, only=[1]).dates) == {1}


def test_a_weekday_with_its_date_tells_no_day_where_the_report_has_no_year() -> None:
    text = "A clerk was shot on Tuesday, March 26.\nA suspect was held on Tuesday."
    sentences = segment(text)
    timeline = comparable(read_timeline(text, sentences, Anchor()))
    when = event_time(timeline, 0, text.index("shot")).when
    assert without_fictive(when).start is None


@pytest.mark.parametrize(
    ("text", "word", "year"),
    [
        (
            "Mourners met on Tuesday at the site of the 1995 bombing that killed 168.",
            "killed",
            1995,
        ),
        ("Crowds on Tuesday recalled the 52 who died nine years ago in the blast.", "died", 2005),
        ("A man was held this week for the slaying of a girl in 1986 in Salda.", "slaying", 1986),
        ("Wednesday marks the 10th anniversary of the bombing that killed 41.", "killed", 2004),
        ("Never forget the bombing of the inn in Salda, Dorvan, in 1983.", "bombing", 1983),
        ("She was found strangled on New Year's Day in 1985.", "strangled", 1985),
    ],
)
def test_words_of_years_ago_outweigh_the_days_of_the_report(text, word, year):
    when = time_of(text, word)
    assert when.start is not None
    assert when.start.year == year


@pytest.mark.parametrize(
    "text",
    [
        "The 2008 Democratic primary was marred when a clerk was shot.",
        "A clerk was shot near the site that is today home to a museum.",
        "A soldier died in a shooting, an inquest heard today.",
    ],
)
def test_votes_museums_and_hearings_date_no_violence(text):
    when = time_of(text, "sho")
    assert when.basis in ("anchor", "none")


@pytest.mark.parametrize(
    "text",
    [
        "Two killed in overnight shooting.\nA shooting early Wednesday killed two people.",
        "Two killed last night in a bar.\nTwo men were shot dead on Tuesday night.",
        "Two were shot dead yesterday, police said Friday.\nThe men were shot on Thursday.",
    ],
)
def test_a_named_day_is_the_one_reckoned_from_a_report_whose_day_nothing_tells(text: str) -> None:
    timeline = comparable(read_timeline(text, segment(text), Anchor()))
    days = {timeline.dates[i][0].when.end for i in timeline.dates}
    assert is_fictive(timeline)
    assert len(days) == 1


def test_two_named_days_stay_two_where_nothing_tells_the_report_s_own() -> None:
    text = "Two were shot dead on Friday.\nA third was shot on Sunday."
    timeline = comparable(read_timeline(text, segment(text), Anchor()))
    assert len({timeline.dates[i][0].when.start for i in timeline.dates}) == 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The guard had gunshot wounds, Monday's news release said.", "speech"),
        ("Neighbours spoke at Monday's vigil for the guard who was shot.", "speech"),
        ("Monday's fatal shooting of a guard is being investigated.", "event"),
        ("A guard who was shot in the head died Tuesday.", "act"),
        ("The wounded guard succumbed to his injuries on Monday.", "act"),
        ("A guard died in a shooting on Monday.", "event"),
        ("The shooting was reported Saturday morning.", "event"),
        ("The ministry reported Saturday that a guard was shot.", "speech"),
    ],
)
def test_the_day_of_an_occasion_or_a_death_is_not_the_violence_s(text: str, role: str) -> None:
    timeline = read_timeline(text, segment(text), ANCHOR)
    assert [d.role for d in timeline.dates[0]] == [role]


def test_a_date_without_a_year_is_not_held_against_a_named_day_where_no_day_is_known() -> None:
    text = "A guard was shot on Sept. 24.\nA guard was shot last week.\nA guard was shot on Friday."
    timeline = comparable(read_timeline(text, segment(text), Anchor()))
    date_, week, day = (timeline.dates[i][0].when for i in range(3))
    assert same_days(date_, week)
    assert same_days(date_, day)
