"""Which words found an incident where nobody is counted. The sentences are our own."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.test_extract import READER
from tests.factories import make_document

from bearwitness.claims.occurrences import tells_occurrence


def events(text: str) -> int:
    document = make_document(text=text, title=None, day=date(2014, 11, 26))
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
    ],
)
def test_an_occurrence_is_an_incident_though_nobody_is_counted(text: str) -> None:
    assert events(text) == 1


@pytest.mark.parametrize(
    "text",
    [
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
