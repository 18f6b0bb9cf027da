"""People who are no armed body and yet did it: "villagers stoned a thief", "farmers attacked"."""

from __future__ import annotations

import re

from bearwitness.claims.actors import ActorMention
from bearwitness.text.sentences import Sentence

_PEOPLE = (
    r"villagers|residents|locals|inhabitants|townspeople|townsfolk|neighbou?rs|youths|students"
    r"|passers-by|onlookers|worshippers|supporters|relatives"
)
_KINDS = r"farmers|fishermen|miners|traders|prisoners|inmates|settlers"
_GROUP = r"(?:(?:an?|the|some|several|dozens|hundreds)\s+)?(?:number|group|crowd|mob)\s+of\s+"
_CROWD = re.compile(
    rf"(?P<who>(?:{_GROUP})?(?:[\w-]+\s+){{0,2}}?\b(?:(?P<people>{_PEOPLE})|(?P<kind>{_KINDS}))"
    rf"|{_GROUP}(?:people|persons|individuals|citizens))\b"
    r"(?:,?\s+(?:from|of|in|equipped|armed|wielding|carrying|with)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+)?"
    r",?\s+(?:(?:reportedly|allegedly|then|also|later|\w+ly)\s+)*"
    r"(?:\w+ed\s+and\s+(?:\w+ly\s+)?)?"
    r"(?:(?:attacked|assaulted|beat|killed|lynched|stoned|stabbed|shot|hacked|wounded|injured|mobbed"
    r"|stormed|burn(?:ed|t)|torched|clubbed|ransacked)(?:\s+and\s+(?:\w+ly\s+)?\w+ed)?\s+"
    r"(?:(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|dozens|several|some|at\s+least"
    r"|more\s+than|his|her|their|him|them|each|another|other|fellow|police\w*|soldiers)\b"
    r"|(?-i:[A-Z]))"
    r"|(?:threw|hurled)\s+(?:\w+\s+)?(?:stones|rocks|bottles|petrol|Molotov)|pelted\s+|set\s+fire\b)",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|by|of|killing|killed|wounding|among)\s+$", re.I)


def crowd(text: str, sentence: Sentence) -> ActorMention | None:
    """The crowd that a sentence makes the doer, if any.

    People of one calling keep their name ("farmers"); others who do violence together are rioters
    (ACLED codebook 2023, "Mob violence").
    """
    for m in _CROWD.finditer(text, sentence.start, sentence.end):
        if _PASSIVE.search(text[sentence.start : m.start()]):
            continue
        start, end = m.span("who")
        words = text[start:end]
        if m["kind"]:
            return ActorMention(start, end, words, "", m["kind"].lower(), "people")
        return ActorMention(start, end, words, "gen-rioters", "rioters", "people")
    return None
