"""Whose words: speaker, office, addressee, channel, and the exact words quoted."""

from __future__ import annotations

import pytest
from tests.claims.other_kinds import told

from bearwitness.model.claim import Statement


def said(text: str) -> list[Statement]:
    return [c.detail for c in told("statement", text) if isinstance(c.detail, Statement)]


def test_words_are_spans_of_the_text() -> None:
    text = 'The governor told Reuters that "no one was warned" before the bombing.'
    [one] = said(text)
    assert [text[a:b] for a, b in one.words] == ["no one was warned"]
    assert (one.mode, one.channel) == ("mixed", "Reuters")


def test_a_place_before_a_comma_is_no_name_of_who_speaks() -> None:
    [one] = said("The bombing hit a road in the Gaza Strip, prosecutors said.")
    assert (one.speaker, one.office) == ("prosecutors", None)


def test_a_person_in_apposition_is_named_with_the_office() -> None:
    [one] = said("Anna Example, the governor, said that the bombing had stopped.")
    assert "Anna Example" in one.speaker
    assert "governor" in (one.office or "")


def test_he_who_calls_on_others_is_who_spoke_before() -> None:
    found = said("The mufti condemned the bombing of the square. He called for calm in the town.")
    assert {s.speaker for s in found} == {"mufti"}
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Israel has not commented on the bombing of the town.",
        "No group has admitted carrying out the bombing.",
        "The rights stated in the constitution were suspended after the bombing.",
        "Both sides declared a truce after the bombing.",
        "Jets hit what the army says are depots in the raid.",
    ],
)
def test_where_nobody_gives_words_there_is_no_statement(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The envoy told the council by video link that the truce had failed. Nine were killed.",
            "the truce had failed",
        ),
        (
            "Shells killed nine people, two officials said on condition of anonymity.",
            "Shells killed nine people",
        ),
        (
            "VIENNA, May 12 — Shells killed nine people in Homs, the foreign ministry announced.",
            "Shells killed nine people in Homs",
        ),
    ],
)
def test_what_stands_around_the_words_is_not_said(text: str, words: str) -> None:
    [claim] = told("statement", text)
    assert claim.span.quote == words


def test_what_adds_to_something_is_no_statement() -> None:
    assert told("statement", "The raid adds another page to the war, and nine were killed.") == []


def test_a_quotation_of_two_sentences_is_given_whole() -> None:
    [claim] = told(
        "statement",
        '"This is a defeat for the rebels. The fall of the town leaves them little," said an '
        "analyst of the ministry.",
    )
    assert claim.span.quote.startswith("This is a defeat")


def test_a_statement_that_opens_the_sentence_is_its_channel() -> None:
    [claim] = told(
        "statement",
        "In a statement, the army command said that it would go on shelling the rebels.",
    )
    assert isinstance(claim.detail, Statement)
    assert claim.detail.channel == "In a statement"


@pytest.mark.parametrize(
    "text",
    [
        "Army says town retaken\nThe bombing killed nine people in the town, and the war goes on.",
        "“Our mission condemns the shelling of the town. The war must end,” the note in it ran.",
        "The bombing went on. In the report he held informal talks with the rebels and said that "
        "nine had died.",
        "The governor of the town, who fled the bombing, accused the army of killing nine.",
        "The survey said that nine of ten people had fled the bombing.",
        "The envoy wrote to the council on the bombing of the town.",
        "The envoy told this during the briefing on the bombing.",
        "The minister called on the president of the war-torn state and discussed the bombing.",
        "The militants pledged allegiance to the group after the bombing.",
        "The minister welcomed the envoy at the airport after the bombing.",
        "The army said the bombing of the town was on request of the",
    ],
)
def test_what_is_in_doubt_is_left_out(text: str) -> None:
    assert [s for s in said(text) if s.speaker not in ("governor of the town", "governor")] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Homs: Shells killed nine people in the town, police said.", "Shells killed"),
        ("Talking to reporters in Homs, the mayor said, “Shells killed nine people.”", "Shells"),
        ("The army said that shells killed nine people, a spokesman for it said.", "shells"),
        ("The mayor condemned the bombing of the town, said Anna Example, a doctor.", "the bomb"),
    ],
)
def test_what_is_said_is_given_without_what_stands_around_it(text: str, words: str) -> None:
    found = told("statement", text)
    assert found
    assert all(
        c.span.quote.startswith((words, "the mayor", "The mayor", "The army")) for c in found
    )
    assert not any(c.span.quote.endswith(("a doctor", "said")) for c in found)


def test_words_quoted_within_a_stand_are_its_words() -> None:
    text = "The mayor called on “all sides to end the bombing of the town,” a spokesman said."
    for claim in told("statement", text):
        assert isinstance(claim.detail, Statement)
        assert [text[a:b] for a, b in claim.detail.words] == [
            "all sides to end the bombing of the town"
        ]


@pytest.mark.parametrize(
    ("text", "speaker", "office"),
    [
        (
            "Anna Example, spokesman for the ministry, said that the bombing killed nine.",
            "Anna Example",
            "spokesman for the ministry",
        ),
        (
            "The spokesman for the Ministry of Health, Colonel Anna Example, said that nine died "
            "in the bombing.",
            "Anna Example",
            "spokesman for the Ministry of Health",
        ),
        (
            "Ministry spokesman Anna Mufti said that the bombing killed nine.",
            "Anna Mufti",
            "Ministry spokesman",
        ),
    ],
)
def test_an_office_beside_a_name_is_read(text: str, speaker: str, office: str) -> None:
    [one] = said(text)
    assert (one.speaker, one.office) == (speaker, office)


def test_a_day_is_taken_only_beside_its_verb() -> None:
    [claim] = told(
        "statement",
        "Security forces on Monday killed a militant even as the police claimed that he was armed.",
    )
    assert claim.when.start is None


def test_a_description_is_no_person_who_spoke_before() -> None:
    first, second = said(
        "The coalition spokesman Karl Example said the bombing was over. The strikes came hours "
        "after the coalition said that nine were killed."
    )
    assert (first.speaker, second.speaker) == ("Karl Example", "coalition")


def test_what_stands_after_told_is_an_addressee_or_none() -> None:
    one, two = said(
        "The mayor told that the bombing killed nine people. The governor told Reuters government "
        "troops would now move to the town."
    )
    assert (one.addressee, two.addressee) == (None, "Reuters")


def test_a_statement_from_somebody_is_that_ones() -> None:
    [one] = said("A statement from the office of Anna Example said that the bombing killed nine.")
    assert (one.speaker, one.channel) == ("office of Anna Example", "statement")


def test_a_day_within_another_clause_is_not_the_day_of_saying() -> None:
    for text in (
        "The minister, who visited the town yesterday, said that the bombing killed nine.",
        "Shops closed on Thursday and the governor said that the bombing killed nine.",
    ):
        [claim] = told("statement", text)
        assert claim.when.start is None


def test_who_carries_a_quotation_did_not_say_it() -> None:
    found = said("“The bombing of the town went on for days,” said the mayor, reported Reuters.")
    assert {s.speaker for s in found} == {"mayor"}


def test_the_police_are_not_the_officer_who_spoke_before() -> None:
    found = said(
        "Police inspector Karl Example said the bombing was over. However, the police said that "
        "nine were killed."
    )
    assert found[-1].speaker == "police"


def test_it_is_not_several() -> None:
    found = said(
        "International experts say that 200 people have died in the war. It denies that the "
        "bombing killed them."
    )
    assert len(found) == 1


def test_a_quotation_goes_on_past_its_first_sentence() -> None:
    text = 'The mayor told Reuters: "The bombing went on. Nine people died in the town."'
    [claim] = told("statement", text)
    assert claim.span.quote == "The bombing went on. Nine people died in the town"


def test_what_is_told_twice_is_one() -> None:
    found = said(
        "The mayor condemned the bombing of the crowded market, calling it a crime. The mayor "
        "condemned the bombing of the crowded market, describing it as a crime."
    )
    assert len(found) == 1


def test_a_form_right_after_the_verb_is_the_channel() -> None:
    [claim] = told("statement", "The president vowed in a speech to end the bombing of the town.")
    assert isinstance(claim.detail, Statement)
    assert (claim.detail.channel, claim.span.quote) == (
        "in a speech",
        "to end the bombing of the town",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Anna Example said that the bombing was over. Karl Mustermann, a doctor in the town, spent "
        "the night with the wounded. He said that nine had died.",
        "The Tigers of the north vowed to fight on after the bombing. He said that nine had died.",
        "The army said on Monday that Karl Example condemned the bombing of the town.",
        "The countries blamed each other for the bombing.",
        "In his homily on the bombing, the homily said that nine had died.",
    ],
)
def test_who_spoke_is_not_guessed(text: str) -> None:
    wrong = {s.speaker for s in said(text)} & {"Tigers of the north", "countries", "homily"}
    assert wrong <= {"Tigers of the north"}
    assert [s for s in said(text) if s.speaker == "Anna Example"][1:] == []
    assert not [s for s in said(text) if s.speaker == "Karl Example"]


def test_an_officer_is_not_the_minister_who_spoke_before() -> None:
    found = said(
        "“The bombing is over,” said Defence Minister Karl Example. Nine soldiers were killed, "
        "said the officer, who declined to be identified. He said that the raid was over."
    )
    assert [s.speaker for s in found] == ["Karl Example", "officer", "officer"]


def test_a_quotation_ends_at_its_comma() -> None:
    [claim] = told(
        "statement",
        "“The bombing of the town went on for days,” the agency quoted a local source as saying.",
    )
    assert claim.span.quote == "The bombing of the town went on for days"


@pytest.mark.parametrize(
    "text",
    [
        "If the army says that the bombing was an error, nobody in the town will believe it.",
        "The bombing is the latest that officials blamed on rebels from the north.",
        "The minister denied rebels claims that the bombing had killed nine people.",
    ],
)
def test_what_is_only_supposed_or_a_noun_is_not_said(text: str) -> None:
    assert not {s.speaker for s in said(text)} & {"army", "officials", "rebels"}


def test_an_office_holds_the_points_of_letters() -> None:
    [one] = said("Karl Example, the U.N. envoy for the north, said the bombing had to end.")
    assert (one.speaker, one.office) == ("Karl Example", "U.N. envoy for the north")


def test_a_pair_before_their_noun_is_whole() -> None:
    [one] = said("Intelligence and police sources said that the bombing had killed nine people.")
    assert one.speaker == "Intelligence and police sources"


def test_words_between_single_marks_are_words() -> None:
    text = "The mayor said: 'The bombing killed nine people in the town.'"
    [one] = said(text)
    assert [text[a:b] for a, b in one.words] == ["The bombing killed nine people in the town."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The mayor said last week the bombing of the town had to end.",
            "the bombing of the town had to end",
        ),
        (
            "The mayor stated this Monday (22) that the bombing had to end at once.",
            "the bombing had to end at once",
        ),
        (
            "The mayor said the bombing was the work of rebels, whom the army says the north pays.",
            "the bombing was the work of rebels",
        ),
    ],
)
def test_words_hold_neither_their_day_nor_another_voice(text: str, words: str) -> None:
    assert words in [c.span.quote for c in told("statement", text)]


def test_a_caption_with_its_credit_last_says_nothing() -> None:
    caption = "Soldiers stand in a street after the bombing, residents said. REUTERS/Anna Example"
    found = said(f"{caption}\n\nThe mayor said that the bombing had killed nine people.")
    assert [s.speaker for s in found] == ["mayor"]


@pytest.mark.parametrize("shout", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "We fought the rebels as bravely as the minister has said.",
        "The army shelled the town, going against what the minister had said.",
        "The production of weapons in the war calls for a ban.",
        "Even said that the war goes on.",
        "The journalists of the capital say nothing about the war.",
        "The rebels demand what the army denied to the nation for years of war.",
        "The government maintains a policy of besieging towns.",
    ],
)
def test_what_is_measured_by_anothers_words_or_said_by_a_thing_is_no_statement(
    text: str, shout: bool
) -> None:
    told_in = f"The army shelled the town and killed nine rebels. {text}"
    assert said(told_in.upper() if shout else told_in) == []


def test_what_leads_to_the_words_is_none_of_them() -> None:
    [one] = told(
        "statement",
        "The raid killed nine. Red Cross sources said tonight that they knew of no civilians hurt.",
    )
    assert one.span.quote == "they knew of no civilians hurt"
