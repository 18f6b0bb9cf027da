"""One person told by an article ("a young girl", "another man", "their driver")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.group_model import (
    AUXILIARIES,
    FUNCTION_WORDS,
    Group,
    is_thing,
    is_verb,
    kind_of,
    word_at,
)
from bearwitness.claims.lexicon import CUES, PERSON_NOUNS, PersonNoun
from bearwitness.claims.not_counts import UNITS
from bearwitness.claims.role_words import SAYING, THINGS, TIME_WORDS, WEAK_CUES
from bearwitness.text.numerals import Quantity
from bearwitness.text.tokens import Token

_POSSESSIVES = frozenset({"his", "her", "their", "its"})
PLAIN_PERSONS = frozenset("man woman boy girl child baby toddler infant teenager teen".split())


def goes_on(tokens: Sequence[Token], before: Group, i: int) -> bool:
    """Reads "a man, woman and child were hurt": one article for several."""
    if not before.singular or before.last != i - 1 or before.definite:
        return False
    if tokens[i - 1].lower not in (",", "and"):
        return False
    pair = tokens[i].lower, before.head
    if not all(word in PLAIN_PERSONS for word in pair) or pair[0] == pair[1]:
        return False
    after = word_at(tokens, i + 1)
    return after in (",", "and", "") or after in AUXILIARIES or after in CUES


def second_of_two(tokens: Sequence[Token], before: Group, i: int) -> Group | None:
    """Reads "a driver and helper were hurt" at "helper": a plural verb tells of two."""
    if not before.singular or before.definite or before.last != i - 1:
        return None
    if tokens[i - 1].lower != "and" or tokens[i].is_capitalised:
        return None
    last = i
    while last < min(len(tokens), i + 3) and _is_plain(tokens, last):
        last += 1
    head = tokens[last - 1].lower
    if last == i or word_at(tokens, last) not in ("were", "are"):
        return None
    if head in THINGS or head in CUES or head.endswith(("s", "ing", "ed", "ly")):
        return None
    noun = PERSON_NOUNS.get(head, PersonNoun(plural=False))
    words = [t.lower for t in tokens[i : last - 1]]
    status, stated, attributes = kind_of(noun, words, head)
    q = _quantity(tokens, i, last)
    return Group(q, i, last, head, noun, None, status, stated, attributes, singular=True)


def _is_plain(tokens: Sequence[Token], i: int) -> bool:
    return tokens[i].is_word and tokens[i].lower not in FUNCTION_WORDS | AUXILIARIES


def _body_of(tokens: Sequence[Token], first: int, start: int) -> Group | None:
    """Reads "a young man's body": one dead."""
    for k in range(start, min(len(tokens) - 1, start + 6)):
        word = tokens[k].lower
        if not tokens[k].is_word or word in FUNCTION_WORDS or word in AUXILIARIES:
            return None
        owner = word[:-2] if word.endswith("'s") else ""
        if owner in PERSON_NOUNS and not PERSON_NOUNS[owner].plural:
            for last in range(k + 1, min(len(tokens), k + 4)):
                if tokens[last].lower in ("body", "corpse", "remains", "life"):
                    noun = PERSON_NOUNS[owner]
                    q = _quantity(tokens, first, last + 1)
                    return Group(
                        q, first, last + 1, tokens[last].lower, None, "killed", noun.status,
                        noun.stated, noun.attributes, singular=True,
                    )  # fmt: skip
    return None


def _found_body(tokens: Sequence[Token], first: int, stop: int) -> Group | None:
    """Reads "a decomposed body was found": one dead."""
    last = next((k for k in range(first + 1, stop + 1) if word_at(tokens, k) in _BODY), None)
    if last is None or word_at(tokens, last + 1) != "was":
        return None
    if not {word_at(tokens, k) for k in (last + 2, last + 3)} & _FOUND:
        return None
    q = _quantity(tokens, first, last + 1)
    return Group(
        q, first, last + 1, tokens[last].lower, None, "killed", "any", False, (), singular=True
    )


_BODY = frozenset(("body", "corpse"))
_FOUND = frozenset("found recovered discovered retrieved pulled dumped".split())


def _is_person_by_context(tokens: Sequence[Token], after: int) -> bool:
    """Whether the unknown noun before token `after` may be a person: it is no thing, no adjective.

    What follows must be a cue, an auxiliary, "who" or the end; a cue beside it then decides.
    """
    last = tokens[after - 1].lower
    if last in THINGS or last in UNITS or last in CUES or last.endswith(("ly", "ing", "tion")):
        return False
    if len(last) < 3 or not last.isalpha() or last in _BODIES:
        return False
    follow = word_at(tokens, after)
    return follow in FUNCTION_WORDS or follow in AUXILIARIES or follow in (",", ".", "", "'s")


def one_by_article(tokens: Sequence[Token], i: int, headline: bool) -> Group | None:
    """One person told by an article ("a young girl"), or bare in a headline ("Man killed")."""
    word = tokens[i].lower
    start = i
    if word in ("a", "an", "another", "the") or word in _POSSESSIVES:
        start = i + 1
        if word_at(tokens, start) in ("half", "few", "quarter"):
            return None
        if word_at(tokens, start) in _ORDINALS and word_at(tokens, start + 1) not in PERSON_NOUNS:
            return _next_one(tokens, i) if word == "a" else None
    elif not (headline and word in PERSON_NOUNS and not PERSON_NOUNS[word].plural):
        return None
    j = start
    head_at = -1
    modifiers: list[str] = []
    while j < min(len(tokens), start + 7):
        here = tokens[j].lower
        if not tokens[j].is_word:
            if here in ("-", ",") and head_at < 0 and j + 1 < len(tokens) and here == "-":
                j += 1
                continue
            break
        if here in AUXILIARIES or here in FUNCTION_WORDS or is_verb(here) or here in SAYING:
            break
        if here in WEAK_CUES or (here in ("a", "an", "the") and j > start):
            break
        if here[0].isdigit() and not _is_aged(here):
            return None  # "the year the mission recorded 1,190 civilian deaths"
        if here in PERSON_NOUNS and not _is_adjective(tokens, j):
            if PERSON_NOUNS[here].plural and here not in ("police", "personnel"):
                return None
            if not PERSON_NOUNS[here].plural or here == "police":
                head_at = j
        elif head_at >= 0:
            if is_thing(tokens, j) or (
                here.endswith("s")
                and here not in CUES
                and not tokens[j].is_capitalised
                and len(here) > 3
                and not here.endswith("ss")
            ):
                return None
            break
        elif here in CUES and here not in ("wounded", "injured"):
            break
        modifiers.append(here)
        j += 1
    if head_at < 0 and modifiers and _is_aged(modifiers[-1]) and word not in PERSON_NOUNS:
        return _aged_person(tokens, i, j, modifiers)
    body = _body_of(tokens, i, start) if word in ("a", "an", "the") else None
    body = body or (_found_body(tokens, i, j) if word in ("a", "an", "another") else None)
    if body is not None:
        return body
    if (
        head_at < 0
        and word in ("a", "an")
        and modifiers
        and _is_person_by_context(tokens, j)
        and word_at(tokens, i - 1) not in _PLACED
        and not (word_at(tokens, i - 1) == "of" and word_at(tokens, i - 2) in PERSON_NOUNS)
    ):
        head_at = j - 1
        noun = PersonNoun(plural=False)
        status, stated, attributes = kind_of(noun, modifiers[:-1], modifiers[-1])
        return Group(
            _quantity(tokens, i, j), i, j, modifiers[-1], noun, None, status, stated, attributes,
            singular=True, certain=word_at(tokens, j) in ("who", "whose"),
        )  # fmt: skip
    if (
        head_at < 0
        and word == "another"
        and start < len(tokens)
        and not _is_second_event(tokens, i)
        and (
            not tokens[start].is_word
            or word_at(tokens, start) in AUXILIARIES
            or (word_at(tokens, start) in FUNCTION_WORDS and word_at(tokens, start) != "of")
            or word_at(tokens, start) in CUES
        )
    ):
        return Group(
            _quantity(tokens, i, i + 1), i, i + 1, "another", PersonNoun(), None, "any", False, (),
            singular=True,
        )  # fmt: skip
    if head_at < 0 or tokens[head_at].lower in ("police", "family"):
        return None
    if (word in _POSSESSIVES or word == "the") and tokens[head_at].lower in (
        "member", "victim", "other", "individual", "suspect",
    ):  # fmt: skip
        return None
    if _only_modifies(tokens, head_at):
        return None
    head = tokens[head_at].lower
    noun = PERSON_NOUNS[head]
    status, stated, attributes = kind_of(noun, modifiers, head)
    q = _quantity(tokens, i, head_at + 1)
    if word_at(tokens, i - 2) == "at" and word_at(tokens, i - 1) == "least":
        q = replace(_quantity(tokens, i - 2, head_at + 1), high=None, qualifier="at_least")
        i -= 2
    certain = word not in _POSSESSIVES and word != "the"
    return Group(
        q, i, head_at + 1, head, noun, None, status, stated, attributes, singular=True,
        certain=certain, definite=word == "the",
    )  # fmt: skip


def _is_second_event(tokens: Sequence[Token], i: int) -> bool:
    """Reads "one in Salda, which killed 12, and another in Dorvan": raids, not persons."""
    if word_at(tokens, i + 1) not in _SPOT_WORDS or i + 2 >= len(tokens):
        return False
    first = any(
        tokens[k].lower == "one" and word_at(tokens, k + 1) in _SPOT_WORDS
        and tokens[k + 2].is_capitalised
        for k in range(i - 2)
    )  # fmt: skip
    return first and tokens[i + 2].is_capitalised


_SPOT_WORDS = frozenset("in at near outside on".split())


def _only_modifies(tokens: Sequence[Token], head_at: int) -> bool:
    """Whether a person's noun counts nobody: "a police officer's car", "an activist network"."""
    after = word_at(tokens, head_at + 1)
    body = after in _BODIES and word_at(tokens, head_at + 2) not in PERSON_NOUNS
    return tokens[head_at].lower.endswith("'s") or after in ("'s", "’s") or body


_BODIES = frozenset(
    """network group organisation organization association union federation coalition movement
    committee council agency collective alliance army militia paramilitary military
    government""".split()
)
_ORDINALS = frozenset("second third fourth fifth sixth".split())


def _next_one(tokens: Sequence[Token], i: int) -> Group | None:
    """Reads "wounded a third and fled": one more person, told by an ordinal alone."""
    after = word_at(tokens, i + 2)
    if after not in ("and", "in", "as", ".", ",", ";", "", "when", "was") or i == 0:
        return None
    if after != "was" and word_at(tokens, i - 1) not in CUES:
        return None
    return Group(
        _quantity(tokens, i, i + 2), i, i + 2, "another", PersonNoun(), None, "any", False, (),
        singular=True,
    )  # fmt: skip


_ADJECTIVES = frozenset(
    """private general major minor male female official national native marine adult infant
    elderly""".split()
)


def _is_adjective(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun for a person only qualifies the next word: "a private clinic"."""
    after = word_at(tokens, i + 1)
    return (
        tokens[i].lower in _ADJECTIVES
        and i + 1 < len(tokens)
        and tokens[i + 1].is_word
        and not (tokens[i + 1].is_capitalised and not tokens[i].text.isupper())
        and after not in FUNCTION_WORDS
        and after not in AUXILIARIES
        and after not in CUES
        and after not in TIME_WORDS
        and not after.endswith(("ly", "ed"))
        and not is_verb(after)
    )


# "shot in a housing development were": what stands after these is a place or a thing.
_PLACED = frozenset("in at on near inside outside from into through during to with under".split())
_AGED = re.compile(r"^(?:\d{1,3}|[a-z]+(?:-[a-z]+)?)-(?:year|month|week|day)s?-olds?$", re.I)


def _is_aged(word: str) -> bool:
    """Reads "16-year-old", "20-year-olds"."""
    return _AGED.match(word) is not None


def _aged_person(tokens: Sequence[Token], i: int, j: int, modifiers: Sequence[str]) -> Group | None:
    """Reads "a 16-year-old was shot": an age told as a noun."""
    if modifiers[-1].endswith("s"):
        return None
    noun = PersonNoun(plural=False)
    status, stated, attributes = kind_of(noun, modifiers, "person")
    definite = word_at(tokens, i) == "the"
    return Group(
        _quantity(tokens, i, j), i, j, "person", noun, None, status, stated, attributes,
        singular=True, definite=definite,
    )  # fmt: skip


def _quantity(tokens: Sequence[Token], first: int, last: int) -> Quantity:
    """One person, told by these words."""
    return Quantity(
        tokens[first].start, tokens[last - 1].end, first, last, first, 1, 1, "exactly", "one person"
    )
