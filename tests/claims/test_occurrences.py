"""Which words found an incident where nobody is counted. The sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_extract import READER
from tests.factories import make_document

from bearwitness.claims.occurrences import tells_occurrence


def events(text: str, day: date | None = date(2014, 11, 26)) -> int:
    document = make_document(text=text, title=None, day=day)
    return sum(c.kind == "event" for c in READER.extract(document))


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded outside a bank in Northmoor on Tuesday and shattered its windows.",
        "Gunmen opened fire on a patrol in Northmoor on Tuesday.",
        "The army shelled Northmoor on Tuesday. No casualties were reported.",
        "Rebels blew up a pylon near Northmoor on Tuesday.",
        "The army fired grenade launchers at rebel positions near Northmoor on Tuesday.",
        "On 8 May 2014, the mission observed nine projectiles of unknown kind near Northmoor.",
        "On 8 May 2014, fighters detained four men at a checkpoint in Northmoor.",
        "On 8 May 2014, the army shelled Northmoor, where rebels held four men captive.",
        "Raiders killed six in Northmoor on Sunday. The mayor on Monday dismissed reports that 24 "
        "people were killed in the attack.",
    ],
)
def test_an_occurrence_is_an_incident_though_nobody_is_counted(text: str) -> None:
    assert events(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On 8 May 2014, police detained four suspects caught with rifles in Northmoor.",
        "Security forces seized four rifles and a cache of explosives in Northmoor on Tuesday.",
        "Kidnapping for ransom is a trade in Northmoor, an elder said on Tuesday.",
        "Police in Northmoor seized grenade launchers and machine guns on Tuesday.",
        "A leader of the terrorist group was captured in Northmoor on Tuesday.",
        "The former minister, who is charged with murder, was extradited to Northmoor on Tuesday.",
        "The navy denied on Tuesday that it knew of a plot to assassinate the poet in Northmoor.",
        "The congress in Northmoor spoke on Tuesday of violence, terrorists and weapons.",
    ],
)
def test_arms_people_charges_and_plots_are_no_incidents(text: str) -> None:
    assert events(text) == 0


@pytest.mark.parametrize(
    ("words", "note", "report"),
    [
        ("bomb exploded", True, True),
        ("ambushed", True, True),
        ("bombings", True, False),
        ("terrorist attacks", True, False),
        ("guerrillas", False, False),
        ("grenade launchers", False, False),
    ],
)
def test_a_longer_report_speaks_of_practices_in_passing(
    words: str, note: bool, report: bool
) -> None:
    assert tells_occurrence(words) is note
    assert tells_occurrence(words, in_passing=True) is report


FILLER = (
    "The council heard the auditor, and the auditor praised the clerks for their care. "
    "Roads were mended, lamps were bought and the library kept its hours through the winter. "
    "The mayor thanked the gardeners, whose work on the park had taken most of the spring. "
    "Prices at the market held steady, and the harvest was said to be better than feared. "
    "The school choir will sing at the fair, as it does each year when the fields are cut. "
)


# Talk of violence as a practice: enough to make a report one on violence, and no event.
PRACTICES = (
    "Speakers deplored the bombings, the kidnappings and the murders of these years. "
    "They named the guerrillas, the terrorist attacks and the death squads in one breath. "
)


def report(text: str) -> str:
    """A longer report, four sentences of another matter before the text and more behind it."""
    return f"{FILLER}{text} {PRACTICES}{FILLER}"


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked a garrison in Northmoor on Tuesday.",
        "A car bomb was detonated in Northmoor on Tuesday.",
        "A guard was shot dead in Northmoor on Tuesday.",
        "Rebels killed nine people in Northmoor.",
    ],
)
def test_a_longer_report_tells_an_event_by_its_day_or_a_count(text: str) -> None:
    assert events(report(text)) == 1


def test_talk_of_practices_is_no_event() -> None:
    assert events(report("")) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The former governor spoke of the murder of the banker.",
        "He recalled how hundreds were killed in the hills.",
        "The party wants to end the bombings in Northmoor.",
        "The poet was murdered in 1980, said the librarian.",
        "A bishop was assassinated in March 1998 in Northmoor.",
    ],
)
def test_what_a_longer_report_recalls_undated_or_from_long_ago_is_no_event(text: str) -> None:
    assert events(report(text)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "A man was fined in Northmoor on Tuesday for falsely accusing a clerk of a sexual assault.",
        "A court in Northmoor on Tuesday cleared of murder the cook whom it had convicted.",
        "Police said on Tuesday that he told the clerk in Northmoor he was going to do a shooting.",
        "Crews battled a blaze at a mill in Northmoor on Tuesday.",
        "A pupil was arrested in Northmoor on Tuesday on a count of carrying a gun.",
        "Officers executed a search warrant at a house in Northmoor on Tuesday.",
        "On Tuesday vandals were blamed in Northmoor for the vandalism of two empty houses.",
        "A motorcycle wreck killed a passenger in Northmoor on Tuesday.",
        "A basement fire kills a man in Northmoor on Tuesday.",
        "The mayor of Northmoor saw green shoots in the shops on Tuesday.",
    ],
)
def test_courts_fires_and_prospects_are_no_incidents(text: str) -> None:
    assert events(text) == 0


def test_comment_tells_only_what_it_dates() -> None:
    undated = f"[COMMENTARY] They killed many of our neighbours. {FILLER}{FILLER}{FILLER}"
    dated = f"[COMMENTARY] Gunmen killed nine people in Northmoor on Tuesday. {FILLER}{FILLER}"
    assert (events(undated), events(dated)) == (0, 1)


def test_what_is_condemned_has_happened() -> None:
    text = "The envoy condemned on Tuesday the assassination of six priests in Northmoor on Monday."
    assert events(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Two IEDs were destroyed by experts in Northmoor on Tuesday.",
        "A crowd in Northmoor on Tuesday decried a grand jury's refusal to indict over a shooting.",
        "Families hurt by gun violence met the mayor in Northmoor on Tuesday.",
        "Those who fought and came home were honoured in Northmoor on Tuesday.",
    ],
)
def test_things_verdicts_and_veterans_are_no_incidents(text: str) -> None:
    assert events(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "An IED planted near a school in Northmoor detonated on Tuesday.",
        "On Tuesday, near Northmoor, a landmine injured a herder.",
        "Rival gangs fought for control of a valley near Northmoor on Tuesday.",
    ],
)
def test_things_that_went_off_are_incidents(text: str) -> None:
    assert events(text) == 1


def test_a_tale_that_gives_no_day_and_nobodys_word_is_no_incident() -> None:
    tale = (
        "The keeper of the light lies in the cellar and hears them on the stairs. The smugglers "
        "plan an explosion in the yard, and the price is a letter he never wrote. When the tide "
        "turns he climbs the wall, takes the oars and steers for the lantern on the far shore, "
        "where an old friend waits with a plan that may undo them all before the winter comes."
    )
    assert events(tale, day=None) == 0
