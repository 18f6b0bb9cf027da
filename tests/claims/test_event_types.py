"""Words of violence, and reports of other matters that use the same words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bearwitness.claims.event_types import find_triggers, incident_likelihood
from bearwitness.text.sentences import segment


@pytest.mark.parametrize(
    ("text", "sub_event_type", "weapon"),
    [
        ("Warplanes bombed a market.", "Air/drone strike", "aircraft"),
        ("A drone strike hit a car.", "Air/drone strike", "drone"),
        ("Jets of the junta's air-force bombed a school.", "Air/drone strike", "aircraft"),
        ("Mortar shells fell on a school.", "Shelling/artillery/missile attack", "artillery"),
        ("A suicide bomber struck a mosque.", "Suicide bomb", "suicide bomb"),
        ("A roadside bomb hit a bus.", "Remote explosive/landmine/IED", "explosive"),
        ("A farmer stepped on a landmine.", "Remote explosive/landmine/IED", "explosive"),
        ("Attackers threw a grenade into a bar.", "Grenade", "grenade"),
        ("A chlorine gas attack hit the town.", "Chemical weapon", "chemical"),
        ("Rebels clashed with troops.", "Armed clash", "firearms"),
        ("Two men were shot dead outside a bar.", "Attack", "firearms"),
        ("Party youths beat residents of the quarter.", "Attack", None),
        ("An unknown group injured a boy.", "Attack", None),
        ("Armed men kidnapped a priest.", "Abduction/forced disappearance", None),
        ("A mob lynched two suspects.", "Mob violence", None),
        (
            "Soldiers fired live rounds at protesters.",
            "Excessive force against protesters",
            "firearms",
        ),
        ("Three women were raped by militiamen.", "Sexual violence", None),
        ("TWO BOMBS EXPLODED IN THE CAPITAL.", "Remote explosive/landmine/IED", "explosive"),
    ],
)
def test_kinds_of_violence(text: str, sub_event_type: str, weapon: str | None) -> None:
    kinds = {(t.sub_event_type, t.weapon) for t in find_triggers(text, segment(text))}
    assert (sub_event_type, weapon) in kinds


@pytest.mark.parametrize(
    "text",
    [
        "A suicide bomber killed nine people at a market on Monday.",
        "Police say a teenager was shot and wounded outside a store on Friday night.",
        "A man accidentally shot himself in the leg while cleaning a handgun.",
        "Shelling killed two civilians in the village.",
        "THREE PEASANTS WERE KIDNAPPED BY GUERRILLAS ON 3 MAY.",
        "Regime forces fought the rebels near the town. No losses were reported.",
    ],
)
def test_reports_of_violence_are_incidents(text: str) -> None:
    assert incident_likelihood(text, segment(text)).is_incident


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The striker scored two goals in the cup final and the team won the match.", "sport"),
        ("A strong earthquake killed 200 people; rescuers searched after aftershocks.", "disaster"),
        ("A bus plunged into a ravine, killing 12 people; the driver had skidded.", "traffic"),
        ("The cholera outbreak has killed 240 people and infections spread.", None),
        ("Talks on a peace treaty ended without a date for another round.", None),
        ("Rail workers went on strike over wages on Monday.", None),
        (
            "A UN tribunal convicted a general of genocide. Judges gave him a life sentence for a "
            "massacre.",
            "tribunal",
        ),
        ("Review of a war film\n\nTwo soldiers walk into an ambush.", "fiction"),
    ],
)
def test_reports_of_other_matters_are_none(text: str, topic: str | None) -> None:
    nature = incident_likelihood(text, segment(text))
    assert not nature.is_incident
    assert nature.reasons
    if topic is not None:
        assert nature.topic == topic


def test_a_threat_is_no_occurrence() -> None:
    text = "The group threatened to bomb the embassy."
    assert all(t.negative for t in find_triggers(text, segment(text)))


@settings(deadline=None)
@given(st.text(alphabet="abom shtk.,\n", max_size=200))
def test_triggers_lie_in_their_sentence_and_do_not_overlap(text: str) -> None:
    sentences = segment(text)
    last = 0
    for t in find_triggers(text, sentences):
        s = sentences[t.sentence_index]
        assert s.start <= t.start < t.end <= s.end
        assert t.start >= last
        last = t.end


@pytest.mark.parametrize(
    "text",
    [
        "The hosts slaughtered the champions 7-1 in front of their fans.",
        "The board shot down a bid for the shipyard.",
        "Smoking kills thousands of people every year.",
        "A fire in a mattress factory killed nine workers.",
        "Two hikers were killed by an avalanche.",
        "Wreaths were laid for the victims of the bombings four decades ago.",
        "The town marked the 30th anniversary of the massacre.",
        "A court sentenced a man to life in prison for the 1991 bombing that killed nine.",
        "Aid has not reached the besieged town.",
    ],
)
def test_what_only_sounds_like_violence_is_no_incident(text: str) -> None:
    assert not incident_likelihood(text, segment(text)).is_incident


@pytest.mark.parametrize(
    "text",
    [
        "Fans clashed with police outside the stadium and two were shot dead.",
        "Nine inmates were killed in a prison riot.",
        "The strike caused five deaths.",
        "The army said it had eliminated 20 terrorists.",
        "Four officers fell in the fighting for the bridge.",
        "Artillery fire killed 30-40 fighters.",
        "Gunmen set the mill on fire; the fire killed nine workers.",
    ],
)
def test_violence_in_the_company_of_other_words_is_an_incident(text: str) -> None:
    assert incident_likelihood(text, segment(text)).is_incident
