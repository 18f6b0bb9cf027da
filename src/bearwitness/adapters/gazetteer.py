"""The gazetteer: names to places, from an index that is built once and then opened at once."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from bearwitness.adapters.gazetteer_extra import place_files
from bearwitness.adapters.gazetteer_index import index_file
from bearwitness.adapters.gazetteer_names import folded_form, plain_form, without_article
from bearwitness.adapters.gazetteer_near import PointIndex
from bearwitness.errors import DataError
from bearwitness.model.place import Place

_PLACE = (
    "p.number, p.place_id, p.name, p.lat, p.lon, p.country, p.adm1, p.adm2, p.kind, p.population, "
    "p.radius, p.capital"
)
_FUZZY_LENGTH = 5  # shorter folded names have too many neighbours
_FUZZY_RATIO = 86.0
_SURE_LENGTH = 7  # in longer ones a consonant may differ
_FEWEST = 500  # people of a town whose number is not known
_BY_PEOPLE = 0.3
_HALF_CONE = 0.5  # cosine: 60 degrees to either side of a direction still lie that way


class SqliteGazetteer:
    """Looks names up in a built index; implements the `Gazetteer` that the claims stage declares.

    Not to be shared between processes; within one process threads may share it.
    """

    def __init__(self, file: Path) -> None:
        """Open a built index.

        Raises:
            DataError: there is none, or it is damaged.
        """
        try:
            uri = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
            self._db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._division = dict(
                self._db.execute("SELECT adm1, name FROM place WHERE kind = 'adm1'").fetchall()
            )
        except sqlite3.Error as error:
            raise DataError(f"the place index {file} cannot be read: {error}; delete it") from error
        self._matches = lru_cache(maxsize=20_000)(self._find)
        self._choices = lru_cache(maxsize=32)(self._folded_names_in)
        self._peoples = lru_cache(maxsize=20_000)(self._find_peoples)
        self._close = lru_cache(maxsize=20_000)(self._find_close)
        self._points: PointIndex | None = None
        self._parts = lru_cache(maxsize=5_000)(self._part)

    def look_up(self, name: str) -> tuple[tuple[Place, float], ...]:
        """Places of this name, each with how well the name fits (1 = preferred name as written).

        Another name as written counts 0.9; a name that meets only in folded form less, by how
        far the two spellings are apart. In order of fit, then population.
        """
        return self._matches(plain_form(name))

    def look_up_in(self, name: str, country: str) -> tuple[tuple[Place, float], ...]:
        """Places in one country whose name is nearly this one; fits lie below 0.6."""
        return self._close(plain_form(name), country)

    def peoples(self, word: str) -> tuple[Place, ...]:
        """Countries or regions that an adjective or people may mean ("Congolese": two)."""
        return self._peoples(plain_form(word))

    def around(self, lat: float, lon: float, km: float) -> tuple[tuple[Place, float], ...]:
        """Populated places within some distance of a point, each with its own in km."""
        if self._points is None:
            self._points = PointIndex(self._db)
        return tuple((self._place(n), away) for n, away in self._points.around(lat, lon, km))

    def country(self, code: str) -> Place | None:
        """The country of an ISO alpha-2 code."""
        row = self._db.execute(
            f"SELECT {_PLACE} FROM place p WHERE p.kind = 'country' AND p.country = ?", (code,)
        ).fetchone()
        return _as_place(row) if row else None

    def division_name(self, code: str | None) -> str | None:
        """Name of a first-order division by its code ("SY.04" -> "Raqqa")."""
        return self._division.get(code) if code else None

    def part_of_division(self, code: str, compass: str) -> tuple[float, float] | None:
        """Where people live in a first-order division; None where no town is known.

        Args:
            code: of the division ("SY.12").
            compass: "north", "southeast", ... for one part of it; "" for all of it.
        """
        return self._parts(code, compass)

    def _part(self, code: str, compass: str) -> tuple[float, float] | None:
        towns = self._db.execute(
            "SELECT lat, lon, population FROM place WHERE kind = 'city' AND adm1 = ? ORDER BY 1, 2",
            (code,),
        ).fetchall()
        middle = _middle(towns)
        if middle is None:
            return None
        there = [town for town in towns if compass and _lies_towards(middle, town, compass)]
        return _middle(there) or middle

    def _find(self, plain: str) -> tuple[tuple[Place, float], ...]:
        folded = folded_form(plain)
        if not folded:
            return ()
        rows = self._db.execute(
            f"SELECT n.plain, n.main, {_PLACE} FROM name n JOIN place p ON p.number = n.place "
            "WHERE n.folded = ?",
            (folded,),
        )
        best: dict[int, tuple[Place, float]] = {}
        for other, main, *cells in rows:
            fit = _fit(plain, other, main)
            place = _as_place(cells)
            if place.number not in best or best[place.number][1] < fit:
                best[place.number] = place, fit
        return tuple(sorted(best.values(), key=_order))

    def _find_close(self, plain: str, country: str) -> tuple[tuple[Place, float], ...]:
        folded = folded_form(plain)
        if len(folded) < _FUZZY_LENGTH:
            return ()
        names = self._choices(country)
        found: dict[int, tuple[Place, float]] = {}
        near = process.extract(
            folded, names.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO, limit=8
        )
        for choice, score, _ in near:
            if choice == folded or choice[0] != folded[0]:
                continue
            if len(folded) < _SURE_LENGTH and _consonants(choice) != _consonants(folded):
                continue  # "Hamdieh" is no Hama: spellings differ in vowels first
            for number in names[choice]:
                fit = round(0.6 * (score / 100) ** 2, 4)
                if number not in found or found[number][1] < fit:
                    found[number] = self._place(number), fit
        return tuple(sorted(found.values(), key=_order))

    def _find_peoples(self, plain: str) -> tuple[Place, ...]:
        rows = self._db.execute("SELECT place FROM people WHERE plain = ? ORDER BY 1", (plain,))
        return tuple(self._place(number) for (number,) in rows.fetchall())

    def _place(self, number: int) -> Place:
        row = self._db.execute(
            f"SELECT {_PLACE} FROM place p WHERE p.number = ?", (number,)
        ).fetchone()
        return _as_place(row)

    def _folded_names_in(self, country: str) -> dict[str, list[int]]:
        names: dict[str, list[int]] = {}
        rows = self._db.execute(
            "SELECT n.folded, n.place FROM place p JOIN name n ON n.place = p.number "
            "WHERE p.country = ? AND p.kind IN ('city', 'adm1', 'adm2') ORDER BY 1, 2",
            (country,),
        )
        for folded, place in rows:
            listed = names.setdefault(folded, [])
            if not listed or listed[-1] != place:
                listed.append(place)
        return names


def _middle(towns: Sequence[Sequence[float]]) -> tuple[float, float] | None:
    """The mean of towns (lat, lon, people); a large town weighs more, and not by its size alone."""
    weights = [max(people, _FEWEST) ** _BY_PEOPLE for _, _, people in towns]
    if not weights:
        return None
    lat = sum(w * t[0] for w, t in zip(weights, towns, strict=True)) / sum(weights)
    lon = sum(w * t[1] for w, t in zip(weights, towns, strict=True)) / sum(weights)
    return round(lat, 5), round(lon, 5)


def _lies_towards(middle: tuple[float, float], town: Sequence[float], compass: str) -> bool:
    north = town[0] - middle[0]
    east = (town[1] - middle[1]) * math.cos(math.radians(middle[0]))
    up = ("north" in compass) - ("south" in compass)
    right = ("east" in compass) - ("west" in compass)
    far = math.hypot(north, east) * math.hypot(up, right)
    return far > 0 and (north * up + east * right) / far > _HALF_CONE


def _consonants(folded: str) -> str:
    return "".join(c for c in folded if c not in "aeiou")


def _as_place(cells: Sequence[Any]) -> Place:
    place = Place(*cells)
    return replace(place, capital=bool(place.capital))


def _fit(plain: str, other: str, main: int) -> float:
    if plain == other:
        return 0.9 if main else 1.0
    a, b = without_article(plain), without_article(other)
    if a == b:
        return 0.88
    return round(0.5 + 0.35 * fuzz.ratio(a, b) / 100, 4)


def _order(match: tuple[Place, float]) -> tuple[float, int, int]:
    place, fit = match
    return -fit, -place.population, place.number


def load_gazetteer(extra: Sequence[Path] = (), folder: Path | None = None) -> SqliteGazetteer:
    """The gazetteer; the first call on a machine builds its index (some twenty seconds).

    Args:
        extra: files of finer places, or folders of them: GeoNames country dumps (`SY.txt`,
            `SY.zip`), tables of places, registers; see `gazetteer_extra.place_files`.
        folder: where the index is kept, instead of `cache_folder()`.

    Raises:
        DataError: a file or the index cannot be read, or the index cannot be written.
    """
    return SqliteGazetteer(index_file([f for path in extra for f in place_files(path)], folder))
