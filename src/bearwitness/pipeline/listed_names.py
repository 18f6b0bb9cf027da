"""Names that our lists know as a place's or an actor's: they are masked for no reader."""

from __future__ import annotations

import re
from functools import lru_cache

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.actors import ActorIndex

_ONLY_NAME = 0.88  # of fit: the place's own name or another of its names, as written
_LARGE = 5_000  # inhabitants; names of villages are too often names of persons
_CAPITALS = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)+")
_OF_PERSONS = ("abu ", "abou ", "umm ", "um ", "sheikh ", "haj ", "hajj ")


@lru_cache(maxsize=50_000)
def is_listed(name: str) -> bool:
    """Whether a name is a listed actor's, a division's or a larger town's.

    A single word is listed where it is a country, its people or its capital, and nothing else:
    towns bear the names of persons.

    Raises:
        DataError: a list cannot be read.
    """
    plain = name.replace("’", "'").replace("Hay'at", "Hayat")
    actors = ActorIndex.load()
    if " " not in plain.strip():
        return actors.state(plain) is not None or actors.capital(plain) is not None
    if actors.lookup(plain) is not None or plain in _parts_of_actors():
        return True
    if plain.lower().startswith(_OF_PERSONS):
        return False
    return any(
        fit >= _ONLY_NAME and (place.kind != "city" or place.population >= _LARGE)
        for place, fit in _gazetteer().look_up(plain)
    )


@lru_cache(maxsize=1)
def _parts_of_actors() -> frozenset[str]:
    """Capitalised words that stand together in actors' names: "Doctors Without Borders"."""
    names = (entry.name for entry in ActorIndex.load().by_id.values())
    runs = (run.split() for name in names for run in _CAPITALS.findall(name))
    return frozenset(
        " ".join(run[i:j])
        for run in runs
        for i in range(len(run))
        for j in range(i + 2, len(run) + 1)
    )


_gazetteer = lru_cache(maxsize=1)(load_gazetteer)
