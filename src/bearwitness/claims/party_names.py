"""What a party is, and by which words it is told: a noun that several share is given to each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims import party_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.speech_words import words

TWO = 2
BRACKET = re.compile(r"\s*\([^()]{1,120}\)")
# "North and South Korea": the second names what both are halves of.
_HALVES = re.compile(
    r"(?:the )?(?:North|South|East|West)(?:ern)? and "
    r"(?:North|South|East|West)(?:ern)? (?P<whole>[A-Z]\w+)",
    re.I,
)
_SHARED = re.compile(
    r"(?P<whose>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)?) (?P<noun>(?:[a-z-]+ ){0,2}[a-z-]+s|[A-Z ]+S)"
)
_ONE_WORD = re.compile(r"(?:(?:his|her|its|their)\s+)?[A-Z][\w’'.-]+")
# Kinds that lend a plural their quality: "government and rebel delegates".
_KINDS = words(
    "government rebel opposition army military union guerrilla business security tribal separatist"
)
# Offices of which each state has one: "the Chadian and Malian presidents".
_SINGLE = words(
    "president minister premier king queen emir prince chancellor leader monarch ambassador pm fm"
)
_THEIRS = re.compile(r"(?:[\w’'-]+ )+?(?P<noun>[a-z]+s)(?: .*)?")


@dataclass(frozen=True, slots=True)
class Party:
    """One party as written.

    Attributes:
        start, end: offsets of the words that name it.
        closed: where its apposition, if any, ends.
        head: the last office or body that names it, in lower case.
        named: whether a name follows the office.
        office: whether it is told by office, in its own words or in apposition.
    """

    start: int
    end: int
    closed: int
    head: str | None
    named: bool
    office: bool


@dataclass(frozen=True, slots=True)
class Parties:
    """The parties of one phrase.

    Attributes:
        names: as written.
        start, end: offsets of the phrase with its appositions.
        public: whether each is told by office, or is a state, force or body.
        whole: whether no list of more of them breaks off unread.
    """

    names: tuple[str, ...]
    start: int
    end: int
    public: bool
    whole: bool


def named(page: Page, found: Sequence[Party]) -> tuple[str, ...]:
    """The names of parties; a noun that two share is given to both."""
    names = [_as_named(page.text[one.start : one.end]) for one in found]
    noun = _SHARED.fullmatch(names[-1])
    bare = [
        not one.named and one.head is None and noun is not None
        and _is_quality(page, one, name, noun["whose"])
        for one, name in zip(found[:-1], names[:-1], strict=True)
    ]  # fmt: skip
    if noun is not None and bare and all(bare) and found[-1].head is not None:
        shared = noun["noun"]
        each = shared[:-1].lower().split(" ")[-1]
        if each in _SINGLE:
            shared = shared[:-1]
            names[-1] = names[-1][:-1]
        names[:-1] = [f"{name} {shared}" for name in names[:-1]]
    names = _of_kinds(page, found, names)
    if len(names) == TWO and (half := _HALVES.fullmatch(" and ".join(names))) is not None:
        names[0] = f"{names[0]} {half['whole']}"
    return tuple(re.sub(r"^(?:[Tt]he|[Bb]oth)\s+", "", name) for name in names)


def _is_quality(page: Page, one: Party, name: str, other: str) -> bool:
    """Whether a first word is but whose the next noun is: "Russian and Syrian envoys"."""
    if any(p.start == one.start and p.kind == "country" for p in page.places):
        return False
    if _ONE_WORD.fullmatch(name) is not None and " " not in other:
        return True
    whole = page.actors.state(name)
    if whole is not None and not page.actors.names_state(name):
        return True
    last = name.split(" ")[-1]
    return page.actors.state(last) is not None and not page.actors.names_state(last)


def _as_named(words_of: str) -> str:
    """A party's words on one line, without brackets; the last stop of "U.S." is kept."""
    name = plain(BRACKET.sub("", words_of))
    return name + "." if re.search(r"(?:\b[A-Z]\.)+$", words_of) else name


def _of_kinds(page: Page, found: Sequence[Party], names: list[str]) -> list[str]:
    """Names with the last one's noun given to bare kinds: "government and rebel envoys"."""
    last = _THEIRS.fullmatch(names[-1])
    if last is None or last["noun"] not in w.PLURALS:
        return names
    bare = [
        name.lower() in _KINDS
        and page.text[max(0, one.start - 4) : one.start].lower() not in ("the ", " an ")
        for one, name in zip(found[:-1], names[:-1], strict=True)
    ]
    if not any(bare):
        return names
    each = [f"{n} {last['noun']}" if b else n for n, b in zip(names[:-1], bare, strict=True)]
    return [*each, names[-1]]
