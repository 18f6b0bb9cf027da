from __future__ import annotations

import pytest

from bearwitness.evaluate.scores import Row
from bearwitness.evaluate.sides import same_side


def side(actor_id: str, name: str) -> Row:
    return {"actor_id": actor_id, "name": name}


@pytest.mark.parametrize(
    ("ours", "coded"),
    [
        (side("gen-rebels", "rebels (Syria)"), "Opposition Rebels (Syria)"),
        (side("gen-soldiers", "soldiers (Myanmar)"), "Military Forces of Myanmar (2021-)"),
        (side("gen-gunmen", "unidentified gunmen"), "Unidentified Armed Group (Nigeria)"),
        (side("reb-houthi", "Houthis"), "Supreme Political Council"),
        (side("reb-dpr", "Donetsk People's Republic"), "NAF: United Armed Forces of Novorossiya"),
        (side("gov-af-nds", "National Directorate"), "Military Forces of Afghanistan (2014-)"),
        (None, "Civilians (Mali)"),
    ],
)  # fmt: skip
def test_one_actor_is_known_under_the_coders_name(ours: Row | None, coded: str) -> None:
    assert same_side(ours, coded)


@pytest.mark.parametrize(
    ("ours", "coded"),
    [
        (side("gen-police", "police (Syria)"), "Military Forces of Syria (2000-)"),
        (side("gen-soldiers", "soldiers (Mali)"), "Military Forces of Niger (2021-)"),
        (side("gen-soldiers", "soldiers"), "Khalid ibn al Walid Army"),
        (side("reb-is", "Islamic State"), None),
        (None, "Unidentified Armed Group (Mali)"),
    ],
)
def test_another_actor_is_not(ours: Row | None, coded: str | None) -> None:
    assert not same_side(ours, coded)
