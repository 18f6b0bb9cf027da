"""Outcome cues of a sentence: the words that tell who was killed, hurt, missing or taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.lexicon import CUE_PHRASES, CUES, PERSON_NOUNS, Cue
from bearwitness.claims.role_words import WEAK_CUES
from bearwitness.text.tokens import Token


@dataclass(frozen=True, slots=True)
class CueSpan:
    """A cue where it stands: token range (last exclusive)."""

    first: int
    last: int
    cue: Cue


def find_cues(tokens: Sequence[Token]) -> list[CueSpan]:
    """Outcome cues of one sentence; the longest phrase wins."""
    words = [t.lower for t in tokens]
    titled = is_title_case(tokens)
    out: list[CueSpan] = []
    parted: set[int] = set()
    i = 0
    while i < len(words):
        if i > 0 and tokens[i].is_capitalised and not titled and tokens[i - 1].is_word:
            # part of a name: "Raqqa is Being Slaughtered Silently", "the Killing Fields"
            i += 1
            continue
        if words[i] == "dead" and i in parted:
            i += 1
            continue  # "shot a guard dead and wounded another"
        span = _phrase_at(words, i)
        if span is None or span.cue.outcome != "casualties":  # "suffering from a gunshot wound"
            span = _suffered_at(words, i) or span
        if span is None and (told := _parted_at(words, i)) is not None:
            span, end = told
            parted.add(end)
        if span is None and words[i] in CUES:
            cue = CUES[words[i]]
            # "casualties" and the like are heads; "deaths of" is a cue
            taken = cue.outcome == "detained" and _takes_a_place(tokens, i)
            span = None if taken else CueSpan(i, i + 1, cue)
        if span is None:
            i += 1
            continue
        out.append(span)
        i = span.last
    return out


_CAPTURES = frozenset("capture captures captured capturing".split())
_SEATS = frozenset(
    """town towns city cities village villages district districts province provinces base bases camp
    camps enclave enclaves territory territories area areas position positions hill hills hilltop
    mountain mountains ridge crossroad crossroads junction road highway post posts outpost outposts
    checkpoint checkpoints stronghold strongholds bastion port airport airfield airbase bridge
    headquarters settlement settlements capital region regions island islands township townships
    barracks station stations border crossing haven swathes swaths ground""".split()
)
_OBJECT_REACH = 9  # words
_OBJECT_ENDS = frozenset(". , ; : ( ) who which that and from after when while with".split())


def _takes_a_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is captured is a place: "captured the last towns", "captured a key road"."""
    if tokens[at].lower not in _CAPTURES:
        return False
    for token in tokens[at + 1 : at + 1 + _OBJECT_REACH]:
        word = token.lower
        if word in _SEATS:
            return True
        if word in _OBJECT_ENDS or token.text[0].isdigit() or word in PERSON_NOUNS:
            return False
    return False


# "hacked a priest to death", "shot two guards dead": the words that tell stand apart.
_TO_DEATH = frozenset(
    """hacked beat beaten stabbed burned burnt stoned clubbed bludgeoned tortured trampled strangled
    slashed shot starved crushed hacking beating stabbing burning stoning shooting pronounced
    declared""".split()
)
_DEAD_AFTER = frozenset("shot shooting pronounced declared".split())
_PARTED = 15
_PARTING = frozenset(". ; : and but who which with left leaves leaving".split())
_BE = frozenset("was were is are been being be".split())


def _parted_at(words: Sequence[str], at: int) -> tuple[CueSpan, int] | None:
    """A verb of violence at `at` whose "to death" or "dead" follows its object, and where."""
    if words[at] not in _TO_DEATH or words[at + 1 : at + 2] == ["left"]:
        return None  # "a shooting left two people dead"
    objectless = words[at + 1] == "," if at + 1 < len(words) else True
    objectless = objectless or words[at - 1] in _BE  # "three were shot and one is dead"
    for k in range(at + 2, min(len(words), at + _PARTED)):
        if words[k] in _PARTING and not (words[k] == "and" and _COUNTS.match(words[k + 1])):
            return None
        told = tuple(words[k : k + 2]) == ("to", "death") or (
            words[k] == "dead"
            and words[at] in _DEAD_AFTER
            and words[k - 1] != "the"
            and not objectless
        )
        if told:
            gerund = words[at].endswith("ing")
            return CueSpan(at, at + 1, Cue("killed", "gerund" if gerund else "verb")), k
    return None


# What may follow "and" inside an object: "hacking a man and two of his sons to death".
_COUNTS = re.compile(
    r"\d|(?:an?|his|her|their|another|one|two|three|four|five|six|seven|eight|nine|ten)$"
)


# "sustained varying degrees of burns", "escaped with gunshot wounds".
SUFFERED = frozenset(
    """sustained sustaining sustain suffered suffering suffer received receiving incurred incurring
    nursing""".split()
)
_SUFFERED_WITH = frozenset("escaped survived left leaving hospitalised hospitalized".split())
_LEFT_WITH = 7
_HARM = frozenset("injuries injury wounds wound burns fractures bruises trauma".split())
_LIMBS = frozenset("arm arms leg legs limb limbs bones rib ribs hand hands jaw skull".split())
_DEADLY = frozenset("fatal deadly lethal mortal".split())
_NOT_SUFFERED = frozenset(
    ", . ; : ( ) no not any without and/or was were is are had has who which when after".split()
)


def _suffered_at(words: Sequence[str], at: int) -> CueSpan | None:
    """A verb of suffering at `at`, with the harm that follows it."""
    first = at + 1
    if words[at] in _SUFFERED_WITH and words[at + 1 : at + 2] == ["with"]:
        first = at + 2
    elif words[at] == "with" and _SUFFERED_WITH & set(words[max(0, at - _LEFT_WITH) : at]):
        pass  # "left seven people with burns"
    elif words[at] not in SUFFERED:
        return None
    for k in range(first, min(len(words), first + 6)):
        if words[k] in _NOT_SUFFERED or words[k][0].isdigit():
            return None
        if words[k] in _HARM or (words[k] in _LIMBS and words[k - 1] == "broken"):
            deadly = any(w in _DEADLY for w in words[first:k])
            return CueSpan(at, k + 1, Cue("killed" if deadly else "injured", "intransitive"))
    return None


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Cue]]]:
    index: dict[str, list[tuple[tuple[str, ...], Cue]]] = {}
    for phrase, cue in CUE_PHRASES:
        index.setdefault(phrase[0], []).append((phrase, cue))
    return index


_PHRASES_BY_WORD = _by_first_word()


def is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether most words begin in upper case: a headline, or newswire in capitals."""
    long = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return sum(t.is_capitalised for t in long) > 0.6 * len(long)


def _phrase_at(words: Sequence[str], at: int) -> CueSpan | None:
    for phrase, cue in _PHRASES_BY_WORD.get(words[at], ()):
        n = len(phrase)
        window = words[at : at + n]
        if len(window) == n and all(p in ("*", w) for p, w in zip(phrase, window, strict=True)):
            return CueSpan(at, at + n, cue)
    return None


def weak_cues(tokens: Sequence[Token], cues: Sequence[CueSpan]) -> list[CueSpan]:
    """Reads "Jane Doe was shot in the leg": harm whose outcome stays open."""
    taken = {i for c in cues for i in range(c.first, c.last)}
    return [
        CueSpan(i, i + 1, Cue("casualties", "verb"))
        for i, t in enumerate(tokens)
        if t.lower in WEAK_CUES
        and i not in taken
        and i > 0
        and tokens[i - 1].lower in ("was", "been", "accidentally")
        and (i + 1 == len(tokens) or tokens[i + 1].lower not in ("at", "down"))
    ]
