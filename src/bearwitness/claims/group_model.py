"""What a counted noun phrase is, and the word classes that end one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.lexicon import (
    ATTRIBUTE_MODIFIERS,
    PERSON_NOUNS,
    STATUS_MODIFIERS,
    PersonNoun,
)
from bearwitness.claims.role_words import THINGS
from bearwitness.model.claim import Outcome, Status
from bearwitness.text.numerals import Quantity
from bearwitness.text.tokens import Token

AUXILIARIES = frozenset(
    "was were is are be been being has have had having got get gets getting wasn't weren't "
    "'s isn't aren't will would could may might can should must did does do".split()
)
FUNCTION_WORDS = frozenset(
    "of in on at by from to for with without into onto near during after before since until "
    "while when where as than that which who whom whose and or but nor if because against "
    "among amid between through over under within inside outside around about along across "
    "behind beyond including included includes plus also later then so yet not no including "
    "following despite via per out off up down back upon it he she they them him his her their "
    "its this these those there here".split()
)
_AGE = re.compile(
    r"^\d{1,3}-(?:year|month|day|week)s?(?:-old)?s?$|^[a-z]+(?:-[a-z]+)?-year-old$", re.I
)


@dataclass(frozen=True, slots=True)
class Group:
    """A counted noun phrase of one sentence.

    Attributes:
        quantity: the number with its qualifier; its offsets are the claim's span.
        first, last: token range of the whole phrase (last exclusive).
        head: the head noun in lower case, "" where the number stands bare.
        noun: what the head tells, None for a bare number or an outcome head.
        outcome: told by the head itself ("12 deaths").
        status, stated: of the people counted, and whether the words state it.
        attributes: children, women, ...
        partitive: "three of them", "of whom 12".
        singular: "a man", "another civilian", "their driver": one person, told by a determiner.
        certain: False where the head is a noun the lexicon does not know: only a cue that stands
            next to the phrase may then count it.
        definite: "the commander": one person who may have been counted before.
    """

    quantity: Quantity
    first: int
    last: int
    head: str
    noun: PersonNoun | None
    outcome: Outcome | None
    status: Status
    stated: bool
    attributes: tuple[str, ...]
    partitive: bool = False
    singular: bool = False
    certain: bool = True
    definite: bool = False

    @property
    def is_bare(self) -> bool:
        """A number without a noun ("killed 12")."""
        return self.noun is None and self.outcome is None


def is_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word after a person noun makes a compound for a thing ("police cars")."""
    return tokens[i].lower in THINGS


VERB_WORDS = frozenset(
    """said says told left leaves took takes hit struck saw had has began went came made found gave
    reported announced confirmed claimed added opened fired stormed attacked targeted bombed shelled
    raided exploded detonated ambushed""".split()
)


def is_verb(word: str) -> bool:
    """A verb that ends a noun phrase."""
    return word in VERB_WORDS


def word_at(tokens: Sequence[Token], i: int) -> str:
    """The word at a token in lower case, "" outside the sentence."""
    return tokens[i].lower if 0 <= i < len(tokens) else ""


# "a police chief", "rebel leaders": what the word before them says of them.
_OFFICES_OF_FORCES = frozenset(
    "chief chiefs leader leaders official officials commissioner inspector agent agents".split()
)


def kind_of(
    noun: PersonNoun | None, modifiers: Sequence[str], head: str
) -> tuple[Status, bool, tuple[str, ...]]:
    """Status, whether the words state it, and attributes of a noun with its modifiers."""
    status: Status = noun.status if noun else "any"
    stated = bool(noun and noun.stated)
    attributes = list(noun.attributes) if noun else []
    for word in modifiers:
        if word in STATUS_MODIFIERS and not (noun and noun.stated):
            told = STATUS_MODIFIERS[word]
            former = word == "armed" and head in ("men",)
            former = former or head in _OFFICES_OF_FORCES
            if status in ("any", told) or noun is None or word in ("civilian", "armed") or former:
                status, stated = told, word in ("civilian", "rebel", "militant", "army", "military")
        mark = ATTRIBUTE_MODIFIERS.get(word)
        if mark and mark not in attributes:
            attributes.append(mark)
        if word in PERSON_NOUNS:
            attributes.extend(a for a in PERSON_NOUNS[word].attributes if a not in attributes)
    if any(_AGE.match(word) for word in modifiers):
        ages = [int(m.group()) for w in modifiers if (m := re.match(r"\d+", w))]
        if ages and min(ages) < 18 and "children" not in attributes:
            attributes.append("children")
    return status, stated, tuple(attributes)
