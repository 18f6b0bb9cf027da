"""How strongly the words around a name say that it is used as a place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.places_cues import LookUp
from bearwitness.claims.places_local import has_force
from bearwitness.claims.places_words import FACILITY, NOT_PLACES, ORGANISATION
from bearwitness.model.place import Place
from bearwitness.text.tokens import Token

TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Judge|Justice|President"
    r"|[Mm]inister|General|Colonel|Sheikh|Prince|King|Queen|Senator|Officer|Detective|Sheriff"
    r"|[Ss]pokes(?:man|woman|person)|Secretary|Coach|Rev|Pope|Saint|Chief|Ambassador|Chancellor)"
    r"\.?,? $"
)
PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|into|around|outside|inside|across|over|towards?|through|throughout"
    r"|between|within|via|throughout|northern|southern|eastern|western|central|north|south"
    r"|east|west|northeast(?:ern)?|northwest(?:ern)?|southeast(?:ern)?|southwest(?:ern)?|rural"
    r"|downtown|neighbou?ring|nearby|capital|hit|struck|bombed|shelled|besieged|entered|captured"
    r"|seized|retook|stormed|targeted|occupied|attacked|raided|invaded|overran|along|inside|left|leaving|reached|visit(?:ed|ing)?)"
    r"(?: the)?,? $|-$",
    re.I,
)
_OF_BEFORE = re.compile(r"\b(?:of|on|from|to)(?: the)? $", re.I)
_ITS_BEFORE = re.compile(r"\b[Ii]n (?:[A-Z][\w-]+ )?[A-Z][\w-]+['’]s $")  # "in Nigeria's X"
_NAME_OF = re.compile(r"([A-Z][a-z]+) of (?:the )?$")
_NOT_PLACED = re.compile(r"\b(?:according to|spoke to|speaking to|talked to|said to|told) $", re.I)
_SAID_AFTER = re.compile(r"^,? (?:said|says|told|added|was born|, \d\d,|who|has been|had been)\b")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;•\n][\"'”’)\]]*\s*|[\"“]\s*)$")
_DATELINE = re.compile(
    r"^(?:, [A-Z][A-Za-z. ]{2,20})?,? ?(?:\([A-Z][A-Za-z/ ]+\)|[A-Z][a-z]+\.? \d+)? ?(?:[—–-]|: )"
)
_CAPITALISED = re.compile(
    r"^(?:[A-Z\u00c0-\u00de]|(?:al|el|ar|as|ash|an|at|ad|az|ed|ez|es|et|d|l)[-'’][A-Z])"
)


@dataclass(frozen=True, slots=True)
class PageText:
    """The text with what is asked of it again and again."""

    text: str
    gazetteer: LookUp
    tokens: tuple[Token, ...]
    surnames: frozenset[str]
    lowered: frozenset[str]
    shouting: tuple[tuple[int, int], ...]
    listed: frozenset[int] = frozenset()
    initials: frozenset[str] = frozenset()

    def shouts(self, at: int) -> bool:
        """Whether the line is in capitals or title case, so that a capital says nothing."""
        return any(s <= at < e for s, e in self.shouting)


# In a text in capitals every word looks like a name.
_NO_WORDS_OF_NAMES = frozenset(
    """was were is are be been has have had who which that this these those his her their its our my
    other others all some many such like known against today tonight yesterday tomorrow early late
    one two three four five six seven eight nine ten as by out will would may can president colonel
    general state country countries government army""".split()
)
_NO_NAMES_BEFORE = re.compile(
    r"\b(?:THE|AN?|HIS|HER|THEIR|ITS|OUR|MY|THIS|THAT|ON|STATE OF|CLOSE TO|LEADER OF|ARCH OF)\s+$"
)


def is_no_name_in_capitals(page: PageText, start: int, end: int) -> bool:
    """Whether a name that no gazetteer has is none, in a text in which nothing is in lower case.

    An article or an owner stands before what is no name; and no name holds a verb or a numeral.
    """
    if page.lowered:
        return False
    words = re.findall(r"[\w'’]+", page.text[start:end].lower())
    owned = any(re.search(r"['’]s?$", w) for w in words)
    before = page.text[max(0, start - 24) : start]
    return (
        owned
        or bool(_NO_WORDS_OF_NAMES.intersection(words))
        or _NO_NAMES_BEFORE.search(before) is not None
    )


def is_capital(token: Token) -> bool:
    """Whether a word begins like a name."""
    return bool(_CAPITALISED.match(token.text)) or (
        token.text[0].isalpha() and not token.text[0].isascii() and not token.text[0].islower()
    )


def bare_surname(name: str) -> str:
    """A surname without its article: "al-Assad" -> "Assad"."""
    return re.sub(r"^(?:al|el|Al|El)[-'’ ]", "", name)


def evidence_around(text: str, start: int, end: int) -> float:
    """What the words before and after say, whatever the name."""
    before, after = text[max(0, start - 40) : start].replace("\n", " "), text[end : end + 60]
    weight = 0.0
    if PLACE_BEFORE.search(before) or _ITS_BEFORE.search(before):
        weight += 3.0
    elif _NOT_PLACED.search(before):
        weight -= 2.0
    elif _OF_BEFORE.search(before):
        weight += 1.5
    if has_force(text, end):
        weight = max(weight, 1.0)
    if of := _NAME_OF.search(before):
        word = of.group(1)
        weight += -4.0 if ORGANISATION.match(word) else 1.0 if FACILITY.match(word) else 0.0
    if is_dateline(text, start, end):
        weight += 3.0
    if re.match(r"['’]s? ", after):
        weight += 0.3
    if before.endswith("(") and after[:1] in ",)":
        weight += 1.0
    return weight


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a name opens a sentence as a dateline does ("X (Agency) -")."""
    after = _DATELINE.match(text[end : end + 60])
    return after is not None and bool(_SENTENCE_START.search(text[max(0, start - 12) : start]))


def evidence_of(
    page: PageText,
    run: tuple[int, int, int, int],
    start: int,
    end: int,
    matches: Sequence[tuple[Place, float]],
) -> float:
    """How strongly the words around say that the name is used as a place."""
    first, last, a, b = run
    text, tokens = page.text, page.tokens
    before, after = text[max(0, start - 40) : start].replace("\n", " "), text[end : end + 60]
    weight = evidence_around(text, start, end)
    fit = max((f for _, f in matches), default=0.0)
    if fit < 0.9:
        weight -= 1.5 if fit >= 0.75 else 2.5
    weight += 0.7 * (b - a - 1)
    if a == first and first in page.listed:
        weight += 2.0
    weight += _neighbours_in_run(page, first, last, a, b, bool(PLACE_BEFORE.search(before)))
    word = tokens[a].text
    if b - a == 1:
        if bare_surname(re.sub(r"['’]s?$", "", word)) in page.surnames:
            weight -= 3.0
        if TITLE.search(before):
            weight -= 4.0
        starts = bool(_SENTENCE_START.search(text[max(0, start - 6) : start]))
        if word.lower() in page.lowered:
            weight -= 3.0
        elif starts:
            weight -= 0.7
        if _SAID_AFTER.match(after):
            weight -= 0.7
    if page.shouts(start):
        weight -= 1.5 if not PLACE_BEFORE.search(before) else 0.5
    return weight


def _neighbours_in_run(
    page: PageText, first: int, last: int, a: int, b: int, placed: bool
) -> float:
    """Other capitalised words on either side speak for a person or an organisation."""
    tokens = page.tokens
    weight = 0.0
    shouts = page.shouts(tokens[a].start)
    left = [t for t in tokens[first:a] if is_capital(t)]
    if left:
        word = left[-1].text.rstrip(".")
        if any(ORGANISATION.match(t.text) for t in left) and not shouts:
            weight -= 4.0
        elif page.gazetteer.peoples(word) or word.lower() in NOT_PLACES:
            weight -= 0.3
        elif not shouts:
            weight -= 3.5
    right = [t for t in tokens[b:last] if is_capital(t)]
    if right and not has_force(page.text, tokens[b - 1].end):
        word = right[0].text
        division = re.search(r" (?:County|Parish|Province|Governorate|District)$", page.text[
            tokens[a].start : tokens[b - 1].end])  # fmt: skip
        if division or FACILITY.match(word):
            weight += 0.5
        elif any(ORGANISATION.match(t.text) for t in right):
            weight -= 3.0 if not placed else 2.0
        elif not shouts:
            weight -= 3.5
    return weight
