"""Whether our sides of an incident are the coded ones, whatever either calls them."""

from __future__ import annotations

import re
from functools import cache

from bearwitness.evaluate.coded import Case
from bearwitness.evaluate.scores import Figure, Row, Tally
from bearwitness.evaluate.words import same_actor
from bearwitness.pipeline.coded_names import CodedNames

BOTH = Figure("both sides right")
WITH_UNKNOWN = Figure("both sides right, unidentified met by unknown")
WRONG = Figure("sides we name that are neither of the coded", better="lower")
FIGURES = (BOTH, WITH_UNKNOWN, WRONG)

# How ACLED names who is known by kind alone, beside our general terms (its codebook, 2023).
_BY_KIND = {
    "gen-soldiers": "military forces of",
    "gen-police": "police forces of",
    "gen-rebels": "opposition rebels",
    "gen-gunmen": "unidentified armed group",
    "gen-gang": "unidentified gang",
    "gen-militants": "islamist militia",
    "gen-progov": "militia (pro-government)",
    "gen-protesters": "protesters",
    "gen-rioters": "rioters",
    "gen-civilians": "civilians",
}
# Bodies that ACLED codes together under one name of its own.
_CODED_UNDER = {"reb-dpr": "reb-prorus", "reb-lpr": "reb-prorus"}
_OUR_COUNTRY = re.compile(r"\s*\((?P<country>[^)]*)\)$")


def score_sides(tally: Tally, case: Case, actor1: str | None, actor2: str | None) -> None:
    """Count the sides of one incident against the coded ones, in either order."""
    ours = [(case.incident or {}).get(side) for side in ("side_a", "side_b")]
    coded = (actor1, actor2)
    for figure, lenient in ((BOTH, False), (WITH_UNKNOWN, True)):
        right = any(
            all(_same(o, c, lenient=lenient) for o, c in zip(order, coded, strict=True))
            for order in (ours, ours[::-1])
        )
        tally.count(figure.name, case.key, right)
    told = f"{_name(ours[0])} / {_name(ours[1])}"
    if not right:
        _fault(tally, case, WITH_UNKNOWN, f"{actor1} / {actor2}", told)
    for side in ours:
        if side is None:
            continue
        wrong = not any(same_side(side, c) for c in coded if c)
        tally.count(WRONG.name, case.key, wrong)
        if wrong:
            _fault(tally, case, WRONG, f"{actor1} / {actor2}", _name(side) or "")


def _fault(tally: Tally, case: Case, figure: Figure, gold: str, ours: str) -> None:
    nothing = ours == "None / None"
    guess = "no side found" if nothing else "a side missing" if "None" in ours else "other side"
    tally.fault(figure.name, case.key, gold=gold, ours=ours, text=case.text[:800], guess=guess)


def _same(ours: Row | None, coded: str | None, *, lenient: bool) -> bool:
    if lenient and ours is None and coded and coded.lower().startswith("unidentified"):
        return True
    return same_side(ours, coded)


def same_side(ours: Row | None, coded: str | None) -> bool:
    """Whether our side is the coded actor: by id, by kind and country, or by a telling word.

    A coded civilian side is also met by no side.
    """
    if ours is None or not coded:
        return same_actor(_name(ours), coded)
    own = str(ours.get("actor_id") or "")
    if own in _BY_KIND:
        if coded.lower().startswith(_BY_KIND[own]) and _country_fits(ours, coded):
            return True
    elif own and (listed := _listed(coded)) and (
        listed in (own, _CODED_UNDER.get(own)) or own.startswith(f"{listed}-")
    ):  # fmt: skip
        return True
    return same_actor(_name(ours), coded)


def _name(side: Row | None) -> str | None:
    """The name without its country: that alone must make no military of "police (Syria)"."""
    return _OUR_COUNTRY.sub("", str(side["name"])) if side and side.get("name") else None


def _country_fits(ours: Row, coded: str) -> bool:
    told = _OUR_COUNTRY.search(str(ours["name"]))
    return told is None or told["country"].lower() in coded.lower()


def _listed(coded: str) -> str | None:
    return _names().actor(coded).actor_id


@cache
def _names() -> CodedNames:
    return CodedNames.load()
