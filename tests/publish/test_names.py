"""Names of private persons are found; places, bodies and holders of office are not taken for them.

The one name of a person here is made up of syllables that no list holds.
"""

from __future__ import annotations

import pytest

from bearwitness.pipeline.listed_names import is_listed
from bearwitness.publish.names import private_names

NAME = "Quillon Varnstad"
NOBODY: frozenset[str] = frozenset()


@pytest.mark.parametrize(
    "text",
    [
        f"The body of {NAME} was found at the well.",
        f"{NAME}, 34, lay under the wall.",
        f"Captain {NAME} of the fire brigade died.",
        f"City Hospital director {NAME} counted the dead.",
        f"The Central Market Committee's {NAME} had warned them.",
        f"At Northmoor Hospital {NAME} wept.",
        f"In May {NAME} moved to Deir Ezzor.",
        f"Syrian {NAME} fled with two children.",
        f"Umm {NAME} fled.",
        f"Aleppo's {NAME} sells bread.",
        f"The Northmoor Town Council {NAME} belonged to was gone.",
    ],
)
def test_a_private_person_is_found_beside_bodies_and_places(text: str) -> None:
    found = private_names(text, NOBODY, is_listed)
    assert {"Quillon", "Varnstad"} <= {word for name in found for word in name.split()}


@pytest.mark.parametrize(
    "text",
    [
        "The Northmoor Relief Committee counted the dead in Deir Ezzor.",
        "Raqqa is Being Slaughtered Silently spoke of ten.",
        "The collective Raqqa is Being Slaughtered spoke of ten.",
        "The Syrian Observatory for Human Rights and Human Rights Watch disagree.",
        "The Autonomous Administration and the Syrian Democratic Forces denied it.",
        "US Embassy staff in Saudi Arabia said so on Tuesday.",
        "Operation Quiet Harvest began in North Syria.",
        "Hayat Tahrir al-Sham left Ras al-Ayn.",
        "Syria's Kurds spoke to Reuters in the Gaza Strip.",
        "The Turkish Foreign Minister met the UN Special Envoy.",
        "Kafr Northmoor and Jabal Northmoor were shelled.",
    ],
)
def test_places_and_bodies_are_no_persons(text: str) -> None:
    assert private_names(text, NOBODY, is_listed) == set()


def test_the_holder_of_a_public_office_is_no_secret() -> None:
    text = f"Foreign Minister {NAME} spoke on Sunday. Later {NAME} left."
    assert private_names(text, NOBODY, is_listed) == set()


def test_without_lists_more_is_masked() -> None:
    assert private_names("They fled to Saudi Arabia.", NOBODY)


def test_parts_of_a_name_stand_for_it_but_countries_do_not() -> None:
    found = private_names("The Israel Varnstad that they knew is dead.", NOBODY, is_listed)
    assert "Varnstad" in found
    assert "Israel" not in found
