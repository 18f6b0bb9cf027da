"""Names of places that control is told of: which are looked up, and which no gazetteer has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bearwitness.claims import control_words as w
from bearwitness.claims.control_lists import lists_before, read_list
from bearwitness.claims.further import Page, alike
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Actor, Where
from bearwitness.text.sentences import Sentence

SETTLED = 2  # specificity of a first-order division: a whole country is not "a place held"
TOWN = 4
_COUNTRY_PRECISION = 6  # GED: no more than the country is known
_WELL_KNOWN = 20_000  # inhabitants
_HELD_BEFORE = re.compile(r"[\w.]+[-–](?:held|controlled|run|occupied)\s+(?=\S)")
_NO_TOWN = re.compile(
    r"[-–](?:held|controlled|run|occupied|backed|led)$|"
    r"\b(?:site|airport|base|camp|barracks|bridge|palace|university|hospital|prison|dam|pass|gorge)$",
    re.I,
)
# "on the road to TOWN", "TOWN, the state capital": that only says where.
_ONLY_LOCATES = re.compile(
    r"\b(?:(?:road|highway|route|way)\s+(?:(?:in)?to|from)|towards?|capital,?)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$",
    re.I,
)
_SEAT = re.compile(r",\s+the\s+(?:[\w’'-]+\s+){0,3}capital\b", re.I)
_WORLD_CITY = 1_000_000
_LEAD = 40  # characters before a name
_LEAST_NAME = 3  # letters
_NAMING = (
    re.compile(rf"[-–](?:[Hh]eld|[Cc]ontrolled|[Rr]un|[Oo]ccupied)\s+{w.NAME}"),
    re.compile(rf"\b(?:stronghold|bastion|capital)(?:\s+of)?\s+{w.NAME}"),
    re.compile(rf"\b(?:city|town|village)\s+of\s+{w.NAME}"),
    re.compile(rf"{w.NAME}(?=\s+(?:city|town|village)\b)"),
)
_OPENING = re.compile(
    rf"\W*(?:The\s+(?:city|town|village)\s+of\s+)?{w.NAME}"
    rf"(?=(?:,[^,;]{{2,40}},|,)?\s+(?:was|is|has|which|fell|remains?|had|became)\b|"
    rf",\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}(?:city|town|village|capital)\b)"
)


def learn_names(page: Page, sentences: Sequence[Sentence]) -> None:
    """Have names looked up that stand where only a place can stand."""
    spans: set[tuple[int, int]] = set()
    for sentence in sentences:
        if page.words(sentence).isupper():
            continue
        for pattern in _NAMING:
            for m in pattern.finditer(page.text, sentence.start, sentence.end):
                spans.add(m.span("name"))
        for verb in _verbs(page, sentence):
            named = w.OBJECT_NAME.match(page.text, verb.end(), sentence.end)
            if named is not None:
                spans.add(named.span("name"))
            names, _ = read_list(page.text, object_start(page.text, verb.end()), sentence.end)
            spans.update((n.start, n.end) for n in names if n.is_place)
        for passive in w.DONE.finditer(page.text, sentence.start, sentence.end):
            sure = w.OF_PLACES.search(passive.group()) is not None
            for names, end in lists_before(page.text, sentence.start, passive.start()):
                linked = sure and w.LINKING.match(page.text[end : passive.start()]) is not None
                spans.update((n.start, n.end) for n in names if n.is_place or linked)
        opening = _OPENING.match(page.text, sentence.start, sentence.end)
        if opening is not None:
            spans.add(opening.span("name"))
    wanted = sorted(s for s in spans if not is_people(page, page.text[s[0] : s[1]]))
    if wanted:
        page.name_places(wanted)


def is_people(page: Page, name: str) -> bool:
    """Whether a name is that of a people or a faith ("the Shiite villages of …"), or no name."""
    return (
        name.lower() in w.NO_NAMES
        or name.lower() in w.PEOPLES
        or page.actors.state(name) is not None
    )


def object_start(text: str, end: int) -> int:
    """Where the words after a verb begin, opening marks left out."""
    while end < len(text) and text[end] in ' \n“"':
        end += 1
    return end


def _verbs(page: Page, sentence: Sentence) -> Iterator[re.Match[str]]:
    for pattern in (w.TAKE, w.LOSE, w.LEAVE, w.CONTROLS, w.BESIEGE, w.DRIVE_OUT, w.CAPTURE_OF):
        yield from pattern.finditer(page.text, sentence.start, sentence.end)


def is_nobody(page: Page, name: str) -> bool:
    """Whether a name is an actor's, a people's or an owner's ("Tigers’ capital"), or none."""
    return (
        len(name) < _LEAST_NAME
        or name.endswith(("’", "'", "’s", "'s"))
        or _NO_TOWN.search(name) is not None
        or bool(set(name.lower().split()) & w.NOT_NAMES)
        or page.actors.within(name) is not None
        or is_people(page, name)
    )


def unlisted(start: int, end: int, name: str, around: Where | None) -> PlaceMention:
    """A place that no gazetteer has, in the country and region around it."""
    held = _HELD_BEFORE.match(name)
    if held is not None:
        start, name = start + held.end(), name[held.end() :]
    where = Where(
        name,
        country=around.country if around else None,
        adm1=around.adm1 if around else None,
        precision=_COUNTRY_PRECISION,
        text=name,
    )
    return PlaceMention(start, end, where, "unlisted", TOWN)


def named_so(place: PlaceMention, written: str) -> bool:
    """Whether a place has nearly the name that is written, or is too big to need it."""
    where = place.where
    if where.place_id is None or place.specificity < TOWN:
        return True
    known = place.place is not None and place.place.population >= _WELL_KNOWN
    return known or alike(written, where.name)


def _is_big(place: PlaceMention) -> bool:
    return place.place is not None and place.place.population >= _WORLD_CITY


def in_a_country_told_of(page: Page, place: PlaceMention, by: Actor | None) -> PlaceMention:
    """A place, by its name alone where it lies in a country that the text says nothing of.

    Nor does a state take a place in its own country where all the other towns told of lie in
    another.
    """
    if place.where.place_id is None and _HELD_BEFORE.match(place.where.name or ""):
        return unlisted(place.start, place.end, place.where.name or "", place.where)
    if place.where.place_id is None or place.specificity < TOWN or _is_big(place):
        return place
    others = {p.where.country for p in page.places if p.where.place_id != place.where.place_id}
    told = {m.country for m in page.named if m.country} | {c for c in others if c}
    towns = {
        p.where.country for p in page.places
        if p.specificity >= TOWN and p.where.place_id not in (None, place.where.place_id)
        and p.role != "dateline" and not _is_big(p)
    }  # fmt: skip
    home = by is not None and by.actor_id == f"gov-{(place.where.country or '').lower()}"
    at_home = home and bool(towns) and place.where.country not in towns
    if not told or (place.where.country in told and not at_home):
        return place
    return unlisted(place.start, place.end, page.text[place.start : place.end], None)


def within(where: Where, around: Where) -> bool:
    """Whether a place lies in the region that a list puts it in."""
    if where.country != around.country:
        return False
    return around.adm1 is None or where.adm1 is None or where.adm1 == around.adm1


def can_be_held(place: PlaceMention, text: str) -> bool:
    """Whether a place is a town or a division of a country, and its name no common word."""
    if place.specificity < SETTLED or place.where.place_id is None:
        return False
    return not set(text[place.start : place.end].lower().split()) & w.NOT_PLACES


def is_told_of(text: str, place: PlaceMention) -> bool:
    """Whether a town is more than what says where another lies."""
    return (
        place.role in (None, "in_phrase")
        and not _ONLY_LOCATES.search(text[max(0, place.start - _LEAD) : place.start])
        and not _SEAT.match(text, place.end)
    )
