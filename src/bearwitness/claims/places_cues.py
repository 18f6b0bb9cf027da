"""What the words around a place name say about it: its kind, its role, what it lies in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bearwitness.claims.places_words import ENGLISH_NAMES, NOT_PLACES
from bearwitness.model.place import Place

_ADM1_WORDS = r"province|governorate|state|oblast|region|wilaya|emirate|prefecture|department"
_ADM2_WORDS = (
    r"LGA|local council|county|parish|district|borough|raion|rayon|sub-?district|municipality|"
    r"local government(?: area)?|LGA|cercle|commune|tehsil|upazila|constituency"
)
_TOWN_WORDS = (
    r"city|town|village|hamlet|suburb|neighbou?rhood|township|settlement|camp|port|capital"
)
# "The Florida Department of Corrections", "the state Department of Health": an office.
_OFFICE = (
    r"(?! of (?:Agriculture|Children|Conservation|Correction|Defen[cs]e|Education|Environment|"
    r"Family|Fish|Health|Highways?|Homeland|Human|Insurance|Justice|Juvenile|Labou?r|Law|Mental|Motor|"
    r"Natural|Parks|Police|Public|Revenue|Safety|Social|State|Transport|Veterans|Wildlife|Youth)"
    r"|al (?:police|order))"
)
_AFTER_ADM1 = re.compile(rf"[ -](?:{_ADM1_WORDS})\b{_OFFICE}", re.I)
_AFTER_ADM2 = re.compile(rf"[ -](?:{_ADM2_WORDS})\b", re.I)
_AFTER_TOWN = re.compile(rf"[ -](?:{_TOWN_WORDS})\b(?! (?:council|hall|police))", re.I)
_BEFORE_ADM1 = re.compile(rf"\b(?:{_ADM1_WORDS}) of (?:the )?$", re.I)
_BEFORE_ADM2 = re.compile(rf"\b(?:{_ADM2_WORDS}) of (?:the )?$", re.I)
_BEFORE_TOWN = re.compile(
    rf"\b(?:{_TOWN_WORDS})s?(?:,? (?:called|named))?(?: of)? (?:the )?$", re.I
)
_BEFORE_TOWNS = re.compile(
    rf"\b(?:{_TOWN_WORDS})s of (?:[A-Z][\w'’-]+(?:, (?:and )?| and ))+$"
)  # "the villages of X and Y"
_COMPASS = r"(?:(?:north|south|east|west|cent)-?(?:east|west)?(?:ern|ral)?)"
# "Pont X, a farming town in the department of Y"
_APPOSED = (
    rf", (?:a|an|the) (?:[a-z-]+ ){{0,3}}(?:{_TOWN_WORDS}|commune|locality|farming community)"
    r"(?=[,.]| (?:in|of|near|on|outside|within|north|south|east|west|some|about|close|where|that"
    r"|which|just|along|\d))"
)
_AFTER_APPOSED = re.compile(_APPOSED)
_INSIDE_APPOSED = re.compile(
    _APPOSED + r" (?:in|of|near|on|outside|within)(?: (?:the|rural|state|province|department|region"
    rf"|district|countryside|outskirts|edge|coast|of|{_COMPASS}))* "
)
# "in sitio X, Y in nearby Z": Y is no place that is known.
_INSIDE_PAST = re.compile(r",? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)? (?:in|of) (?:the |nearby )+$")
_DIVISIONS: frozenset[str] = frozenset({"adm1", "adm2"})
_TOWNS: frozenset[str] = frozenset({"city"})
# What may stand between a place and the one it lies in.
_INSIDE = re.compile(
    r",? \(?$|, (?:in|of) (?:the )?$|,? ?\(?(?:(?:a|the|in|of|near|from|within|inside|at|is|lies"
    r"|located|situated|city|town|village|villages|suburb|district|subdistrict|area|neighbou?rhood"
    r"|province|governorate|county|region|state|countryside|rural|capital|camp|market|quarter"
    r"|nearby|township|commune|hamlet|colony|chowk|mohallah?|nagar|bazaa?r|junction|roundabout|crossing|residential"
    rf"|side|part|{_COMPASS}) ?,? ?)+\(?$",
    re.I,
)
_SIDE = r"(?P<side>(?:north|south|east|west)(?:[- ]?(?:east|west))?)(?:ern)?"
_SIDE_BEFORE = re.compile(
    rf"\b{_SIDE} (?:(?:rural|countryside|suburbs?|parts?|outskirts|rif|reef)(?: areas?)? "
    r"(?:of )?)?(?:the )?$|"
    r"\b(?:countryside|rural areas?|parts?) of (?:the )?" + _SIDE.replace("side", "of") + r" $",
    re.I,
)
_SIDE_AFTER = re.compile(
    rf"(?:['’]s?)? {_SIDE} (?:countryside|suburbs?|rural|parts?|rif|reef)\b", re.I
)
_NEAR = re.compile(
    r"\b(?:near|outside|close to|not far from|around|vicinity of|suburban)(?: the)?(?: \w+ of)? $",
    re.I,
)
_AREA_AFTER = re.compile(r"-area\b")  # "at a Salda-area mall"
_OUTSKIRTS = re.compile(
    r"\b(?:outskirts|edges?|fringes|suburbs|environs) of (?:the )?(?:\w+ of )?$", re.I
)
_COUNTRYSIDE = re.compile(
    r"\b(?:countryside|rural (?:area|part|side)s?|hinterland) (?:of|around) (?:the )?"
    rf"(?:{_COMPASS} )?$"
    rf"|\brural (?:{_COMPASS} )?$",
    re.I,
)
_AFTER_COUNTRYSIDE = re.compile(r"(?:['’]s)? (?:\w+ )?(?:countryside|outskirts|suburbs)\b", re.I)
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?:\w+ of )?$|\bbetween [^.,;]{2,40} and (?:the )?$", re.I
)
_DIRECTION = re.compile(
    rf"\b(?:{_COMPASS}|north|south|east|west) of (?:the )?"
    r"(?:\w+ of |(?:[a-z]+ ){0,2}(?:capital|city|town|village|port) (?:of )?)?$",
    re.I,
)
_IN_PHRASE = re.compile(
    r"\b(?:in|at|near|on|of|outside|inside|from|around|to|into|across|over|against|between|hit|struck|bombed|shelled"
    r"|targeted|targeting|hitting|striking|raided|attacked|stormed|invaded)(?: the)?"
    r"(?: [a-z'’-]+){0,3} $|\bal-$",
    re.I,
)
# "in Kunar's X", "in the Kunar provincial capital, X".
_IN_ITS = re.compile(
    r"\b(?:in|at|near|outside|on)(?: the)?(?: (?:[a-z-]+ )?[A-Z][\w-]+){1,3}"
    r"(?:['’]s?(?: [a-z-]+){0,2}|(?: [a-z]+)? (?:capital|city|town|port|district),?) $"
)
_SPEAKER = re.compile(r"^[^.;]{0,40}\b(?:said|says|told|reported|added|according)\b", re.I)
_SPEAKER_BEFORE = re.compile(
    r"\b(?:based|hospital|doctor|medic|resident|activist|official|police|reporter|correspondent"
    r"|governor|mayor|spokes(?:man|woman|person))s?"
    r"(?: [a-z]+)? (?:in|from|at) (?:the )?$",
    re.I,
)


_ABBREVIATED = 2  # letters: the "Mt." of "Mt. Province" is no Montana
_KIND_PARTS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (re.compile(rf" (?:{_ADM1_WORDS}|{_ADM2_WORDS})$", re.I), _DIVISIONS),
    (re.compile(rf" (?:{_TOWN_WORDS})$", re.I), _TOWNS),
    (re.compile(r"^(?:city|town|village) of ", re.I), _TOWNS),
    (re.compile(r"^(?:province|state|district|county|governorate) of ", re.I), _DIVISIONS),
    (re.compile(rf"^(?:{_COMPASS}|rural|upper|lower|greater|downtown) ", re.I), frozenset()),
)  # fmt: skip


class LookUp(Protocol):
    """What recognition asks of a gazetteer; see `places.Gazetteer`."""

    def look_up(self, name: str) -> tuple[tuple[Place, float], ...]:
        """Places of this name."""

    def peoples(self, word: str) -> tuple[Place, ...]:
        """Countries or regions that an adjective or people may mean."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words that name a place.

    Attributes:
        start, end: offsets in the text.
        name: the name to look up (without article or possessive).
        key: what makes two mentions one name.
        matches: candidates with their fit.
        wanted: kinds that the text says it is, empty where it says none.
        inside: index of the found name that the text puts around it.
        relation: see `PlaceMention.relation`.
        sure: the text itself says that this is a place ("the village of X").
        evidence: how strongly the words around say that it is used as a place; given names: 10.
        lone_in_capitals: a single word of a text in capitals, where every word looks like a name.
        seat: the report is told from there: its dateline, or the town of a police force.
        quarter: the text calls it a part of a town ("the X neighbourhood").
    """

    start: int
    end: int
    name: str
    key: str
    matches: tuple[tuple[Place, float], ...]
    wanted: frozenset[str] = frozenset()
    inside: int | None = None
    relation: str | None = None
    sure: bool = False
    evidence: float = 10.0
    lone_in_capitals: bool = False
    seat: bool = False
    quarter: bool = False


def given(text: str, start: int, end: int, gazetteer: LookUp) -> Found:
    """A name whose span is given."""
    name = clean_name(text[start:end])
    peoples = gazetteer.peoples(name)
    matches = tuple((p, 1.0) for p in peoples) if peoples else gazetteer.look_up(name)
    if not matches:
        matches = without_kind(name, gazetteer)
    return Found(
        start, end, name, name.lower(), matches, wanted_kinds(text, start, end),
        relation=relation(text, start, end),
    )  # fmt: skip


def clean_name(written: str) -> str:
    """The name without line breaks, article and possessive."""
    name = " ".join(written.split()).strip(' ,;:"“”()')
    name = re.sub(r"^(?:the|The) ", "", name)
    return re.sub(r"['’]s?$", "", name)


def without_kind(name: str, gazetteer: LookUp) -> tuple[tuple[Place, float], ...]:
    """Matches of a name that carries its kind ("Zurmi Local Government Area", "city of X")."""
    for pattern, kinds in _KIND_PARTS:
        shorter = pattern.sub("", name)
        short = len(shorter.rstrip(".")) <= _ABBREVIATED
        if not short and shorter != name and shorter.lower() not in NOT_PLACES:
            matches = gazetteer.look_up(shorter)
            whole = tuple(m for m in matches if m[0].kind == "country" and m[1] >= 1.0)
            if whole and kinds == _TOWNS and name.startswith(shorter):
                return whole  # "Sudan Camp": the kind is said of a place in that country
            fitting = tuple(m for m in matches if not kinds or m[0].kind in kinds)
            if fitting or matches:
                return fitting or matches
    return ()


def wanted_kinds(text: str, start: int, end: int) -> frozenset[str]:
    """Kinds of place that the words around say it is."""
    before, after = text[max(0, start - 40) : start], text[end : end + 48]
    inner = text[start:end]
    if _AFTER_ADM1.match(after) or _BEFORE_ADM1.search(before):
        return _DIVISIONS
    if _AFTER_ADM2.match(after) or _BEFORE_ADM2.search(before):
        return _DIVISIONS
    if re.search(rf" (?:{_ADM1_WORDS}|{_ADM2_WORDS})$", inner, re.I):
        return _DIVISIONS
    if (
        _AFTER_TOWN.match(after)
        or _BEFORE_TOWN.search(before)
        or _BEFORE_TOWNS.search(before)
        or _AFTER_APPOSED.match(after)
    ):
        return _TOWNS
    if _OUTSKIRTS.search(before) or (_NEAR.search(before) and not _BORDER_AFTER.match(after)):
        return _TOWNS
    return frozenset()


def is_office(text: str, start: int, end: int) -> bool:
    """Whether a name is that of an office: "the Florida Department of Corrections"."""
    return text[start:end].endswith(" Department") and not _AFTER_ADM1.match(
        text, end - len(" Department")
    )


def is_division(text: str, end: int) -> bool:
    """Whether the text calls the name that ends there a province or a district."""
    return bool(_AFTER_ADM1.match(text, end) or _AFTER_ADM2.match(text, end))


def relation(text: str, start: int, end: int) -> str | None:
    """How the text places something about a place instead of in it."""
    before, after = text[max(0, start - 60) : start], text[end : end + 40]
    before = before.replace("\n", " ")
    if _COUNTRYSIDE.search(before) or _AFTER_COUNTRYSIDE.match(after):
        return "countryside"
    if _OUTSKIRTS.search(before):
        return "outskirts"
    if _NEAR.search(before) or _AREA_AFTER.match(after):
        return "near"
    if _BETWEEN.search(before):
        return "between"
    if _DIRECTION.search(before):
        return "direction"
    return None


def compass(text: str, start: int, end: int) -> str | None:
    """The side of a place's own area that the text names: "southern X", "X's north-east suburbs".

    "North", "southeast" and so on; None where it names none.
    """
    before, after = text[max(0, start - 60) : start].replace("\n", " "), text[end : end + 40]
    found = _SIDE_BEFORE.search(before) or _SIDE_AFTER.match(after)
    if found is None:
        return None
    side = found.group("side") or found.group("of")
    return re.sub(r"[- ]", "", side).lower()


def role(text: str, start: int, end: int) -> str | None:
    """What the words around a name use it for."""
    before, after = text[max(0, start - 50) : start].replace("\n", " "), text[end : end + 60]
    if _SPEAKER_BEFORE.search(before) and _SPEAKER.match(after):
        return "speaker_location"
    if re.match(r"[-–]based\b", after):
        return "speaker_location"
    if _SAID_IN.search(before) and _SAID_THAT.match(after):
        return "speaker_location"
    if _ORIGIN.search(before):
        return "origin"
    if _BORDER_AFTER.match(after) or _BORDER_BEFORE.search(before):
        return "landmark"
    if _DESTINATION.search(text[max(0, start - 110) : start].replace("\n", " ")):
        return "destination"
    return "in_phrase" if _IN_PHRASE.search(before) or _IN_ITS.search(before) else None


# "A spokesman said in X that": where it was told.
_SAID_IN = re.compile(
    r"\b(?:said|(?:told|informed|(?:spoke|speaking)\s+(?:to|with)|disclosed\s+this\s+to|addressing)\s+"
    r"(?:reporters|journalists|newsmen|pressmen|correspondents|the\s+(?:media|press)"
    r"|a\s+(?:news|press)\s+(?:conference|briefing)))\s+"
    r"(?:by\s+telephone\s+)?(?:in|from)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$"
)
_SAID_THAT = re.compile(r"\W*(?:that\b|on\s+[A-Z]\w+day\b|[.]\s|[.]?$)")
# "An officer hailing from X", "a 20-year-old from X", "Jane Doe, 31, of X": where somebody is from
# is no place of the event.
_ORIGIN = re.compile(
    r"\b(?:(?:hail(?:s|ed|ing) from|natives? of|originally from|(?:born|formed|founded) in)"
    r"(?: the)?(?: [a-z]+){0,2}"
    r"|(?:parliament|lawmakers?|legislators?|parliamentarians?|senators?|MPs?|deputy) "
    r"(?:from|for|representing)(?: the)?(?: [a-z]+){0,4}"
    r"|\d{1,3}-year-old(?: [a-z-]+){0,2},? (?:originally )?(?:from|of)(?: the)?) $"
    r"|, \d{1,3},? (?:both |originally )?(?:from|of) (?:the )?$",
    re.I,
)
# "Near Chad's border", "along the border with Kenya": no side of it is told.
_BORDER_AFTER = re.compile(r"(?:['’]s?)? (?:frontier|border)\b")
_BORDER_BEFORE = re.compile(r"\b(?:frontier|border)s?(?: area| region)? with (?:the )?$", re.I)
# "The wounded were flown to X and Y", "families fled to X", "buried in X": no place of the event.
_DESTINATION = re.compile(
    r"\b(?:treated|admitted|hospitali[sz]ed|condition|recovering|crowded|gathered|waited|survivors)\b[^.;]{0,80}?"
    r"\b(?:hospitals?|clinics?|medical\s+cent(?:er|re)s?)\s+in\s+(?:(?:the|nearby|neighbou?ring|coastal"
    r"|towns?|cit(?:y|ies)|of)\s+)*$|"
    r"\bburied\b(?:\s+them)?(?:\s+\w+)?\s+(?:in|at)\s+(?:(?:the|nearby|neighbou?ring|a|their|his|her"
    r"|home|towns?|villages?|cit(?:y|ies)|of)\s+)*$|"
    r"\b(?:flown|taken|rushed|airlifted|evacuated|transferred|transported|referred|moved|driven"
    r"|brought|fled|flee|flees|fleeing|escaped|displaced|headed|heading|returned|en\s+route|bound"
    r"|on\s+(?:its|their|his|her|the|my|our)\s+way)\b"
    r"(?:\s+(?!from\b)[\w'’-]+){0,4}?\s+(?:to|for)\s+"
    r"(?:(?:the|a|an|nearby|neighbou?ring|coastal|border|port|(?:north|south|east|west|cent)[\w-]*(?:ern|ral)|local|military|public|general|central|main|field|state"
    r"|hospitals?|clinics?|medical|health|facilit(?:y|ies)|centres?|centers?|camps?|towns?|cit(?:y|ies)|capital|in|of|at|outside|base|airbase|air|coalition|(?-i:[A-Z][\w'’-]+),?|and|or)"
    r"\s+)*$",
    re.I,
)


def inside_links(text: str, found: Sequence[Found]) -> list[Found]:
    """Note for each name whether the next one is what it lies in ("X, Y", "X in Y province")."""
    out = list(found)
    for number in range(len(out) - 1):
        gap = text[out[number].end : out[number + 1].start].replace("\n", " ")
        if _BORDER_AFTER.match(text, out[number + 1].end):
            continue  # "X near Chad's border"
        links = (_INSIDE, _INSIDE_APPOSED, _INSIDE_PAST)
        if 0 < len(gap) <= 60 and any(link.fullmatch(gap) for link in links):
            out[number] = replace(out[number], inside=number + 1)
    quarters = {name.key for name in out if _is_quarter(text, name)}
    out = [replace(name, quarter=name.key in quarters and not name.seat) for name in out]
    return [_in_its_town(out, number) for number in range(len(out))]


def as_divisions(text: str, found: Sequence[Found]) -> list[Found]:
    """Note for each bare name whether the text means the province of that name by it.

    It does where it says "X province" elsewhere and nowhere speaks of the town, which is no great
    one: "in X" then says no more than the province.
    """
    told = {
        _NAMED_LAND.sub("", n.key): n.matches
        for n in found
        if _AFTER_ADM1.match(text, n.end) or _NAMED_LAND.search(n.key)
    }
    lone = {n.start for n in found if _VILLAGE_OF.match(text, n.end)}  # "a Sagaing village"
    towns = {n.key for n in found if n.wanted == _TOWNS and n.start not in lone}
    return [
        replace(name, wanted=_DIVISIONS, matches=told[name.key])
        if name.key in told
        and name.key not in towns
        and (not name.wanted or name.start in lone)
        and _is_mostly_a_province(told[name.key], name)
        else name
        for name in found
    ]


def _is_mostly_a_province(told: Sequence[tuple[Place, float]], name: Found) -> bool:
    lands = {p.country for p, fit in told if p.kind == "adm1" and fit >= _OWN_NAME} - ENGLISH_NAMES
    return bool(lands) and not any(
        p.kind == "city" and p.population >= _KNOWN_TOWN and p.country in lands
        for p, fit in name.matches
        if fit >= _OWN_NAME
    )


_NAMED_LAND = re.compile(rf" (?:{_ADM1_WORDS})$")
_OWN_NAME, _KNOWN_TOWN = 0.88, 150_000
_VILLAGE_OF = re.compile(r" villages?\b")
_QUARTER = re.compile(
    r"\s+(?:neighbou?rhood|quarter|suburb|[Ss]ubdivision|apartments|residential area"
    r"|(?i:colony|chowk|mohallah?|nagar))\b"
)
_GREAT_TOWN = 100_000  # people
_TOWN_NAMED = 1.0


def _in_its_town(found: Sequence[Found], number: int) -> Found:
    """A quarter that the text puts in nothing lies in the great town named last before it.

    Failing one, in the town that the report is told from.
    """
    name = found[number]
    if name.inside is not None or not name.quarter:
        return name
    towns = [
        at
        for at, town in enumerate(found)
        if not town.quarter
        if town.evidence >= _TOWN_NAMED
        if town.seat
        or (
            at < number
            and any(
                fit >= 0.95 and place.kind == "city" and place.population >= _GREAT_TOWN
                for place, fit in town.matches
            )
        )
    ]
    before = [at for at in towns if at < number]
    return replace(name, inside=before[-1] if before else towns[0]) if towns else name


def _is_quarter(text: str, name: Found) -> bool:
    return _QUARTER.match(text, name.end) is not None
