"""Armed groups that no list knows, by how their names are built."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bearwitness.claims.role_words import DAYS
from bearwitness.claims.speech_words import words
from bearwitness.text.tokens import Token

ARTICLES = frozenset(("the", "a", "an"))
GROUP_HEADS = words(
    """
    fighters forces militants militiamen rebels tribesmen herdsmen militia gunmen warriors
    insurgents separatists guerrillas youths
    """
)
NOT_GROUPS = words(
    """
    security armed air special the islamist islamic regime government unidentified unknown
    suspected rebel on in at by when after meanwhile several some two three many local
    opposition muslim christian coalition allied defense defence ground naval joint
    peacekeeping police suspect these those task
    one four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty
    forty fifty hundred dozens scores hundreds more other another fellow former pro-government
    anti-government foreign regional
    """
)
# The last word of an armed body's proper name.
_BODIES = frozenset(("army", "division", "brigade", "brigades", "corps", "battalion", "battalions",
                     "regiment", "militia"))  # fmt: skip
_NAME_PARTICLES = frozenset(("al", "el", "bin", "ibn", "ul", "ud", "-", "as", "ash"))
_NO_ARMED_BODY = words(
    """
    salvation peace marine medical press diplomatic civil rights workers labour labor women student
    students protest solidarity political criminal homicide investigation red home human youth
    infantry armoured armored mechanised mechanized
    """
)
# What the Arabic or Persian name of an armed body begins with ("army", "brigade", "front" …).
_OPENING_BODIES = words(
    """
    jaysh jaish jeish liwa liwaa faylaq failaq jabhat jabhet ahrar suqour suqur kataib katibat
    saraya harakat jund hizb lashkar sipah firqat tahrir
    """
)
_PLACING = frozenset("in at near outside around inside towards toward town city".split())
_BEFORE_NAME = re.compile(r"(?:al|el|ul|as|ash|an|ad|ar|at)-\w", re.I)
_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")
_REACH = 7


@dataclass(frozen=True, slots=True)
class UnlistedGroup:
    """A group read off its name: how many tokens it takes, what it is called, its kind."""

    length: int
    name: str
    kind: Literal["state_force", "rebel", "militia"]


def unlisted_group(text: str, tokens: Sequence[Token], i: int) -> UnlistedGroup | None:
    """Reads "Abbala tribesmen", "pro-Hadi forces", "Sharqiya Army", "Liwa al-Quds".

    Args:
        text: the document's text.
        tokens: of one sentence.
        i: index of the token the name would begin with.
    """
    return (
        _numbered_unit(text, tokens, i)
        or _named_body(text, tokens, i)
        or _opening_body(text, tokens, i)
        or _army_of(text, tokens, i)
        or _with_people(text, tokens, i)
    )


def _with_people(text: str, tokens: Sequence[Token], i: int) -> UnlistedGroup | None:
    j = i
    while (
        j < len(tokens)
        and j < i + 4
        and (tokens[j].text[0].isupper() or (j == i and tokens[j].lower.startswith("pro-")))
    ):
        j += 1
    if j == i or j >= len(tokens) or tokens[j].lower not in GROUP_HEADS:
        return None
    first = tokens[i].lower
    if first in NOT_GROUPS or first in ARTICLES or first.endswith(("ed", "ing", "ly", "ish")):
        return None
    if first.endswith(("'s", "’s")):
        return None  # "Afghanistan's Taliban insurgents": the name comes after
    rebels = tokens[j].lower in ("fighters", "rebels", "militants", "guerrillas", "insurgents")
    return _group(text, tokens, i, j, "rebel" if rebels else "militia")


def _named_body(text: str, tokens: Sequence[Token], i: int) -> UnlistedGroup | None:
    """Reads "Khalid ibn al Walid Army", "Al-Rahman Corps": a proper name that ends in a body."""
    first = tokens[i]
    if not first.is_capitalised or first.lower in NOT_GROUPS or first.lower in ARTICLES:
        return None
    if first.lower in DAYS or first.lower.endswith("'s"):
        return None
    last = i
    for k in range(i + 1, min(len(tokens), i + _REACH)):
        low = tokens[k].lower
        if not tokens[k].is_capitalised and not _is_particle(low):
            break
        body = low in _BODIES or (low == "council" and tokens[k - 1].lower == "military")
        body = body or (low == "room" and tokens[k - 1].lower in ("operation", "operations"))
        named = tokens[k - 1].is_capitalised or _BEFORE_NAME.match(tokens[k - 1].text)
        if body and tokens[k].is_capitalised and named:
            last = k
    if last == i or any(t.lower in _NO_ARMED_BODY for t in tokens[i:last]):
        return None
    return _group(text, tokens, i, last, "militia")


def _opening_body(text: str, tokens: Sequence[Token], i: int) -> UnlistedGroup | None:
    """Reads "Jaysh Khalid ibn al-Walid", "Liwa al-Quds": a proper name that begins with a body."""
    if not tokens[i].is_capitalised or tokens[i].lower not in _OPENING_BODIES:
        return None
    if i > 0 and tokens[i - 1].lower in _PLACING:
        return None  # "a bank in Lashkar Gah"
    last = i
    for k in range(i + 1, min(len(tokens), i + _REACH)):
        if tokens[k].is_word and (tokens[k].is_capitalised or _BEFORE_NAME.match(tokens[k].text)):
            last = k
        elif not _is_particle(tokens[k].lower):
            break
    return _group(text, tokens, i, last, "rebel") if last > i else None


def _army_of(text: str, tokens: Sequence[Token], i: int) -> UnlistedGroup | None:
    """Reads "the Army of God", "Soldiers of Odin": no state's, or the state would be known."""
    if not names_an_army_of(tokens, i):
        return None
    last = i + 3 if tokens[i + 2].lower == "the" else i + 2
    while last + 1 < len(tokens) and tokens[last + 1].is_capitalised:
        last += 1
    return _group(text, tokens, i, last, "militia")


def names_an_army_of(tokens: Sequence[Token], i: int) -> bool:
    """Whether "Army of" and a name stand at token i."""
    if tokens[i].text not in ("Army", "Soldiers", "Brigade", "Brigades", "Battalion"):
        return False
    words = tokens[i + 1 : i + 4]
    if len(words) < 2 or words[0].lower != "of":
        return False
    name = words[-1] if words[1].lower == "the" else words[1]
    return name.is_word and name.is_capitalised


def _numbered_unit(text: str, tokens: Sequence[Token], i: int) -> UnlistedGroup | None:
    """Reads "the 35th Armoured Brigade", "5th Corps": units are numbered by states."""
    if not _NUMBERED.fullmatch(tokens[i].lower):
        return None
    for k in range(i + 1, min(len(tokens), i + 4)):
        if not tokens[k].is_capitalised:
            return None
        if tokens[k].lower in _BODIES:
            return _group(text, tokens, i, k, "state_force")
    return None


def _is_particle(low: str) -> bool:
    return low in _NAME_PARTICLES or _BEFORE_NAME.match(low) is not None


def _group(
    text: str,
    tokens: Sequence[Token],
    first: int,
    last: int,
    kind: Literal["state_force", "rebel", "militia"],
) -> UnlistedGroup:
    name = " ".join(text[tokens[first].start : tokens[last].end].split())
    return UnlistedGroup(last + 1 - first, name, kind)
