"""Names and offices of those who speak and meet: "Foreign Minister X", "X, its director"."""

from __future__ import annotations

import re

from bearwitness.claims.speech_words import PREPOSITIONS, words

OFFICES = words(
    """
    president premier minister chancellor king queen prince emir sheikh ayatollah pope
    secretary secretary-general general director envoy ambassador emissary representative
    negotiator delegate commissioner chief head leader chairman chairwoman chair chairperson
    speaker governor mayor senator congressman congresswoman deputy adviser advisor aide
    spokesman spokeswoman spokesperson commander colonel major captain lieutenant admiral
    brigadier marshal sergeant sheriff judge prosecutor lawyer attorney analyst expert
    researcher professor activist doctor official diplomat coordinator member founder officer
    inspector superintendent detective bishop archbishop cardinal imam mufti patriarch elder
    counterpart vice-president journalist correspondent reporter coroner witness resident
    """
)
_PARTICLE = r"(?:al|el|ul|bin|ibn|bint|van|von|de|da|di|du|del|der|la|le|abu|ould)"
_PART = r"[A-Z][\w’'-]*\.?"
_NAME = re.compile(
    rf"(?:{_PART}(?: {_PARTICLE}\b)*(?: (?:{_PARTICLE}-)?{_PART}|-{_PART}| {_PARTICLE}-{_PART})+)$"
    rf"|(?:{_PART}(?: {_PARTICLE}-{_PART})+)$"
)
_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our)\s+", re.I)
_TITLED = re.compile(
    r"\b(?P<office>(?:(?:[A-Z][\w’'-]*|[A-Z][a-z]{0,3}\.|(?:[A-Z]\.)+|of|for|the|and) ){0,5}?"
    r"(?:President|Premier|Minister|Chancellor|King|Queen|Prince|Secretary|Secretary-General|"
    r"General|Envoy|Ambassador|Chief|Governor|Mayor|Senator|Colonel|Sheikh|Pope|Director|leader|"
    r"envoy|spokesman|spokeswoman|spokesperson|chief|director|minister|president|secretary|"
    r"commander|head)(?:-[Gg]eneral)?)"
    rf"(?: [Gg]eneral)? (?P<name>{_PART}(?: (?:{_PARTICLE}[ -])?{_PART}){{1,3}})"
)
_APPOSITION = re.compile(
    r"\s*,\s*(?:(?:the|a|an|another|its|their)\s+)?"
    r"(?P<role>(?:[^,.;:“”\"]|(?<=\b[A-Z])\.(?=[A-Z]|\s[a-z])){3,140})[,.]"
)


_NAMED_AFTER = re.compile(r"\s*,\s+(?P<name>[A-Z][\w’'.-]*(?: [\w’'.-]+){1,5}),")
# "Doe and Prime Minister": the name of another before the office.
_ANOTHERS = re.compile(
    r"^(?:(?!Foreign|Defen[cs]e|Trade|Finance|Interior|Justice|Security|Health|Home|Information)"
    r"[A-Z][\w’'-]*\s+)?and\s+(?=[A-Z])"
)
# "Speaking in London on Tuesday Archbishop": what opens the sentence before an office.
_ADJUNCT = re.compile(r"^[A-Z]\w+ing\s(?:in|on|at|to|with|from|after|of)\s.*\s(?=[A-Z][\w-]*$)")
_OWNED = re.compile(r"^(?:his|her|its|their)\s+", re.I)
# Offices that are names too: "spokesman Example Mufti", "President Example Sheikh Doe".
_NAMES_TOO = (
    "Sheikh",
    "Mufti",
    "King",
    "Prince",
    "Pope",
    "Bishop",
    "Marshal",
    "Judge",
    "Major",
    "Mayor",
)
# "General Command": a body, and no general of that name.
_BODIES = words("command staff council committee secretariat assembly headquarters directorate")


def split_office(phrase: str) -> tuple[str | None, str]:
    """Office and name of a speaker's words; (None, phrase) where no name follows an office.

    "Foreign Minister Jane Doe" gives ("Foreign Minister", "Jane Doe").
    """
    phrase = _ARTICLE.sub("", " ".join(phrase.split()))
    parts = phrase.split(" ")
    held = [i for i, p in enumerate(parts) if p.lower().strip(",") in OFFICES]
    if len(held) > 1 and parts[held[-1]] in _NAMES_TOO:
        final = held[-1] == len(parts) - 1
        named = parts[held[-1] - 1][:1].isupper() and held[-1] - 1 not in held
        if final or named:
            held.pop()
    last = max(held, default=-1)
    if last < 0 or last == len(parts) - 1:
        return None, phrase
    name = " ".join(parts[last + 1 :])
    if parts[last + 1].lower() in PREPOSITIONS or parts[-1].lower() in _BODIES:
        return None, phrase
    if not all(p[:1].isupper() or re.match(rf"{_PARTICLE}\b", p) for p in parts[last + 1 :]):
        return None, phrase
    office = " ".join(parts[: last + 1]).strip(" ,")
    return _ADJUNCT.sub("", office), name


def office_of(phrase: str) -> bool:
    """Whether an office stands in a phrase before any "of", "in" or "for"."""
    for word in phrase.lower().split():
        if word in PREPOSITIONS:
            return False
        if word.strip(",") in OFFICES:
            return True
    return False


def is_name(phrase: str) -> bool:
    """Whether words look like a person's name of two parts or more."""
    return bool(_NAME.match(phrase))


def role_after(text: str, at: int, stop: int) -> str | None:
    """Reads "X, the head of the council, said": the office in apposition, or None."""
    m = _APPOSITION.match(text, at, min(stop, at + 160))
    if m is None:
        return None
    role = _OWNED.sub("", " ".join(m.group("role").split()))
    first = role.split(" ")[0].lower()
    if first in ("who", "which", "whose", "and", "but", "where", "citing", "speaking"):
        return None
    said = (re.sub(r"[’']s?$", "", w.lower()) for w in re.findall(r"[\w’'-]+", role))
    known = any(w in OFFICES or w.removesuffix("s") in OFFICES for w in said)
    return role if known else None


def name_after(text: str, at: int) -> str | None:
    """Reads "the head of the council, Dr. Jane Doe, said": the name in apposition, or None."""
    m = _NAMED_AFTER.match(text, at)
    if m is None:
        return None
    _, name = split_office(m.group("name"))
    return name if is_name(name) else None


class Offices:
    """Full names and offices that a document gives its persons, by surname."""

    def __init__(self, text: str) -> None:
        """Read every "OFFICE Name Surname" of a text."""
        self._full: dict[str, str] = {}
        self._office: dict[str, str] = {}
        for m in _TITLED.finditer(text):
            self.learn(m.group("name"), m.group("office"))

    def learn(self, name: str, office: str | None) -> None:
        """Remember a person; the first full name of a surname stands."""
        name = re.sub(r"[’']s$", "", name)
        if " " not in name:
            return
        surname = name.split(" ")[-1].lower()
        self._full.setdefault(surname, name)
        self._full.setdefault(re.sub(rf"^{_PARTICLE}-", "", surname), name)
        if office:
            office = _ANOTHERS.sub("", " ".join(_ARTICLE.sub("", office).split()))
            self._office.setdefault(name, office)

    def full(self, name: str) -> str:
        """The fuller name of a surname standing alone, else the name."""
        if " " in name:
            return name
        return self._full.get(re.sub(r"[’']s$", "", name).lower(), name)

    def office(self, name: str) -> str | None:
        """The office of a full name."""
        return self._office.get(name)
