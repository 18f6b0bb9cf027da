"""Who meets whom: the parties of a meeting, by the phrases around its cue."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.meeting_checks import partner_unread
from bearwitness.claims.meeting_subjects import past_marks, who_are, who_meets
from bearwitness.claims.party_names import Parties
from bearwitness.claims.party_phrases import is_public, parties_at
from bearwitness.claims.party_words import BODIES
from bearwitness.claims.speech_words import FINITE, PREPOSITIONS
from bearwitness.text.sentences import Sentence

Status = Literal["planned", "held", "cancelled", "reported"]
Shape = Literal[
    "held",
    "were",
    "one",
    "met",
    "visit",
    "between",
    "together",
    "received",
    "received by",
    "called on",
    "apposed",
    "attended",
]
Told = tuple[tuple[str, ...], int]


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a sentence tells of a meeting.

    Attributes:
        start, end: offsets of the cue.
        shape: which rule found it.
        status: how far the words that lead to it say that it has come, None where they do not.
        lead: where the words that lead to it begin: "after", "left for".
    """

    start: int
    end: int
    shape: Shape
    status: Status | None = None
    lead: int = -1


def parties_of(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    """Participants and the end of their words; None where the cue tells of no meeting.

    A meeting of which one side alone can be read, though the sentence tells of both, is none.
    """
    if cue.shape in ("together", "apposed"):
        return _together(page, sentence, cue)
    if cue.shape == "received":
        return _received(page, sentence, cue)
    if cue.shape in ("met", "received by", "called on"):
        return _met(page, sentence, cue)
    if cue.shape == "visit":
        return _visit(page, sentence, cue)
    if cue.shape == "attended":
        guests = parties_at(page, cue.end, sentence.end)
        both = guests is not None and guests.public and len(guests.names) >= w.BOTH
        return (guests.names, guests.end) if guests is not None and both else None
    if cue.shape == "held":
        return _held(page, sentence, cue)
    return _named_with(page, sentence, cue)


def _held(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    """Reads "X held talks with Y", "X and Y held talks" and "X hosted talks between Y and Z"."""
    hosting = w.HOSTING.match(page.text, cue.start) is not None
    doer = None if hosting else who_meets(page, sentence, cue.start)
    other, between = _others(page, sentence, cue)
    if other is not None and between:
        return (other.names, other.end) if other.public else None
    if other is not None and not ((hosting and other.public) or _suit(doer, other)):
        return None
    names = (*(doer.names if doer is not None else ()), *(other.names if other is not None else ()))
    names = tuple(dict.fromkeys(n for n in names if not w.SEAT_OF_STATE.search(n)))
    end = other.end if other is not None else cue.end
    if hosting:
        guests = len(names) >= w.BOTH or any(w.MANY.search(n) for n in names)
        return (
            (names, end) if guests or w.MANY_SIDED.search(page.text, cue.start, cue.end) else None
        )
    if doer is None or (names and not doer.names):
        return None
    if not names:
        return names, end
    if other is None and w.ATTENDING.match(page.text, cue.start) is not None:
        return None
    host = w.HOST.search(page.text, cue.end, sentence.end) is not None
    if len(names) < w.BOTH:
        college = _is_all(page, doer) or any(w.COLLEGE.search(n) for n in names)
        if partner_unread(page.text, cue.end, sentence.end) or not (host or college):
            return None
    return names, end


def _suit(doer: Parties | None, other: Parties) -> bool:
    """Whether two may be those who meet: one of them at least is known to hold office."""
    if doer is None:
        return False
    name = bool(other.names) and w.PERSONAL.fullmatch(other.names[0]) is not None
    return other.public or (doer.public and name)


def _others(page: Page, sentence: Sentence, cue: Cue) -> tuple[Parties | None, bool]:
    """With whom, or between whom: the next such phrase that no other verb parts from the cue."""
    text = page.text
    for m in w.WITH_WHOM.finditer(text, cue.end, min(sentence.end, cue.end + w.FAR)):
        gap = text[cue.end : m.start()]
        if any(each in FINITE for each in gap.lower().split()) or w.PARTING.search(gap):
            return None, False
        if w.BETWEEN_ELSE.search(text, sentence.start, m.start()) is not None:
            continue
        if w.ABSOLUTE.match(text, m.start(), sentence.end) is not None:
            continue
        told = parties_at(page, m.end(), sentence.end, acting=cue.shape == "were")
        if told is not None and len(told.names) == 1 and w.GENERIC.fullmatch(told.names[0]):
            told = who_are(page, sentence, m.end())
        if told is not None and not told.whole:
            return None, False
        between = m["prep"].lower() == "between"
        if told is not None and between and not _is_several(told.names):
            return None, False
        if told is not None:
            return told, between
    return None, False


def _is_several(names: Sequence[str]) -> bool:
    """Whether those named may be all between whom talks are: two, or "the factions of X"."""
    heads = {each for name in names for each in name.lower().split(" ")} & BODIES
    return len(names) >= w.BOTH or any(each.endswith("s") for each in heads)


def _named_with(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    """Reads "talks between X and Y were held", "after X's meeting with Y", "a summit was held"."""
    text = page.text
    other, between = _others(page, sentence, cue)
    if cue.shape in ("were", "one"):
        noun = w.TALKS.match(text, cue.start)
        inner = Cue(cue.start, noun.end() if noun is not None else cue.end, cue.shape)
        told, within = _others(page, sentence, inner)
        if told is not None:
            other, between = told, within
    if other is not None and not other.public:
        return None
    if cue.shape == "between":
        if other is None:
            return None
        if between:
            return other.names, other.end
        host = _whose(page, sentence, cue, other)
        return ((*host.names, *other.names), other.end) if host is not None else None
    if other is None and not between:
        other, between = _of_whom(page, sentence, cue)
    names = other.names if other is not None else _paired(page, sentence, cue)
    if other is not None and w.ITS.search(text, sentence.start, cue.start) is not None:
        opening = past_marks(text, page.opening(sentence), cue.start)
        owner = parties_at(page, opening, cue.start, acting=True)
        if owner is None or not owner.public:
            return None
        names = (*owner.names, *names)
    elif other is not None and not between and len(names) == 1:
        names = ()  # "talks with the rebels were held": by whom is not told here
    if (
        cue.shape == "were"
        and not names
        and not w.POLITICAL.search(text, sentence.start, sentence.end)
    ):
        return None
    return tuple(dict.fromkeys(names)), max(cue.end, other.end if other is not None else 0)


def _of_whom(page: Page, sentence: Sentence, cue: Cue) -> tuple[Parties | None, bool]:
    """Those of whom a meeting is: "a meeting of the Chadian and the Malian president was held"."""
    noun = w.TALKS.match(page.text, cue.start)
    lead = w.OF_WHOM.match(page.text, noun.end(), sentence.end) if noun is not None else None
    told = parties_at(page, lead.end(), sentence.end, acting=True) if lead is not None else None
    if told is None or not (told.public and told.whole and _is_several(told.names)):
        return None, False
    return told, True


def _paired(page: Page, sentence: Sentence, cue: Cue) -> tuple[str, ...]:
    """The two of "the A-B talks"; of "the talks", those whom a "between" just before names."""
    text = page.text
    both = w.PAIRED.search(text, sentence.start, cue.start)
    if both is not None and all(is_public(page, both[each]) for each in ("a", "b")):
        return both["a"], both["b"]
    if not w.DEFINITE.search(text, sentence.start, cue.start):
        return ()
    noun = w.TALKS.match(text, cue.start)
    if noun is None or w.TRIPLE.search(text, sentence.start, cue.start) is not None:
        return ()
    start = page.sentences[max(0, sentence.index - 2)].start
    for m in reversed(list(w.TOLD_BETWEEN.finditer(text, start, cue.start))):
        told = parties_at(page, m.end(), m.end() + w.FAR, acting=True)
        same = noun.group().split(" ")[-1].lower() in m.group().lower().split()
        if same and told is not None and told.public and len(told.names) >= w.BOTH:
            return told.names
    return ()


def _whose(page: Page, sentence: Sentence, cue: Cue, other: Parties) -> Parties | None:
    """Whose meeting with somebody it is: by a possessive, else who the clause is about."""
    text = page.text
    owner = w.OWNER.search(text, sentence.start, cue.start)
    if owner is not None:
        told = parties_at(page, owner.start("who"), owner.end("who"), acting=True)
        return told if told is not None and told.public else None
    doer = who_meets(page, sentence, cue.lead)
    if doer is not None:
        return doer if doer.names else None
    opening = page.opening(sentence)
    after = w.MAIN_CLAUSE.match(text, other.end, sentence.end)
    for start in (opening, after.end() if after is not None else -1):
        told = parties_at(page, start, sentence.end, acting=True) if start >= 0 else None
        bare = told is not None and (
            page.actors.state(told.names[0]) is not None or w.GENERIC.fullmatch(told.names[0])
        )
        if told is not None and told.public and not bare and told.names != other.names:
            return told
    return None


def _visit(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    """Reads "X visited PLACE to ask HOST to …": a meeting with those who are asked."""
    doer = who_meets(page, sentence, cue.start)
    lead = w.TO_WHOM.match(page.text, cue.end, sentence.end)
    host = parties_at(page, lead.end() if lead else cue.end, sentence.end)
    if doer is None or not doer.names or host is None or not host.public:
        return None
    return (*doer.names, *(_head_of(page, sentence, each) for each in host.names)), host.end


def _head_of(page: Page, sentence: Sentence, name: str) -> str:
    """Whom a capital stands for: who leads that state, where the sentence names him."""
    state = page.actors.capital(name)
    if state is None:
        return name
    for m in w.PERSONAL.finditer(page.text, sentence.start, sentence.end):
        if (led := page.actors.leader(m.group())) is not None and led.actor_id == state.actor_id:
            return m.group()
    return name


def _together(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    """Reads "X and Y met in PLACE": several who hold office, or are bodies, before the verb."""
    doer = who_meets(page, sentence, cue.start)
    if doer is None:
        return None
    other, between = _others(page, sentence, cue)
    if other is not None and other.public and not between and doer.names:
        return (*doer.names, *other.names), other.end
    names = doer.names
    if not names:
        return names, cue.end
    if (theirs := w.THEIR.fullmatch(names[0])) is not None:
        whole = parties_at(page, page.opening(sentence), cue.start, acting=True)
        if whole is None or len(whole.names) < w.BOTH:
            return None
        names = (f"{theirs['noun']} of {' and '.join(whole.names)}",)
    if partner_unread(page.text, cue.end, sentence.end) or not (
        len(names) >= w.BOTH or _is_all(page, doer)
    ):
        return None
    return names, cue.end


def _is_all(page: Page, doer: Parties) -> bool:
    """Whether one phrase may name all who met: "the presidents of X and Y"."""
    before = page.text[max(0, doer.start - w.OPENS) : doer.start]
    if w.JOINED.search(before) is not None or w.ONE_SIDE.search(doer.names[0]) is not None:
        return False
    return w.MANY.search(doer.names[0]) is not None


def _received(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    """Reads "X received a delegation": both hold office; nothing but people is received."""
    text = page.text
    guest = parties_at(page, cue.end, sentence.end)
    if guest is None or not guest.public:
        return None
    words = text[guest.start : guest.end]
    hosted = w.HOSTING.match(text, cue.start) is not None and len(guest.names) >= w.BOTH
    if w.NOT_GUEST.search(words) or not (hosted or w.GUEST.search(words)):
        return None
    doer = who_meets(page, sentence, cue.start)
    if hosted:
        return guest.names, guest.end
    if doer is None or not doer.names:
        return None
    return (*doer.names, *guest.names), guest.end


def _met(page: Page, sentence: Sentence, cue: Cue) -> Told | None:
    text = page.text
    rest = text[cue.end : sentence.end]
    first = re.match(r"[\w’'-]+", rest)
    if first is None or first.group().lower() in w.NOT_MET | PREPOSITIONS:
        return None
    if text[cue.start : cue.start + 7].lower() == "meeting" and not re.search(
        r"\b(?:is|are|was|were|be|been|after|by|while)\s+$", text[sentence.start : cue.start]
    ):
        return None
    other = parties_at(page, cue.end, sentence.end)
    if other is None or not other.whole:
        return None
    if cue.shape == "called on" and w.URGED.match(text, other.end) is not None:
        return None
    if cue.shape == "called on" and not (other.public and w.PERSONAL_OFFICE.search(other.names[0])):
        return None
    head = re.split(r"\s+(?:of|by|from|to|for)\b", other.names[0], flags=re.I)[0].lower()
    if head != "opposition" and head.split(" ")[-1] in w.NOT_MET:
        return None
    doer = who_meets(page, sentence, cue.start)
    if doer is None or not doer.names or not other.names or not _suit(doer, other):
        return None
    return (*doer.names, *other.names), other.end
