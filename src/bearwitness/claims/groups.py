"""Counted noun phrases: "at least 12 Syrian civilians", "a 15-year-old boy", "30 others"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bearwitness.claims.cues import SUFFERED
from bearwitness.claims.lexicon import (
    ATTRIBUTE_MODIFIERS,
    CUES,
    OUTCOME_HEADS,
    PERSON_NOUNS,
    STATUS_MODIFIERS,
    PersonNoun,
)
from bearwitness.claims.not_counts import UNITS, is_no_count
from bearwitness.claims.role_words import SEVERITY, THINGS, TIME_WORDS, WEAK_CUES
from bearwitness.model.claim import Outcome, Status
from bearwitness.text.numerals import Quantity, find_quantities
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
_POSSESSIVES = frozenset({"his", "her", "their", "its"})
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


def find_groups(tokens: Sequence[Token], *, headline: bool = False) -> list[Group]:
    """Counted noun phrases of one sentence, left to right.

    Numbers that count no people (dates, ages, distances, money, things) are left out.
    """
    groups: list[Group] = []
    taken = 0
    quantities = find_quantities(tokens)
    by_first = {q.first: q for q in quantities}
    i = 0
    while i < len(tokens):
        group: Group | None = None
        if i in by_first:
            q = by_first[i]
            group = None if is_no_count(tokens, q) else _counted(tokens, q)
            step = q.last
        else:
            step = i + 1
        if group is None and i not in by_first and i >= taken:
            joined = bool(groups) and _goes_on(tokens, groups[-1], i)
            group = _singular(tokens, i, headline or joined)
        if group is not None and group.first >= taken:
            groups.append(group)
            taken = group.last
            i = max(group.last, step)
        else:
            i = step
    return groups


def _goes_on(tokens: Sequence[Token], before: Group, i: int) -> bool:
    """Reads "a man, woman and child were hurt": one article for several."""
    if not before.singular or before.last != i - 1 or before.definite:
        return False
    if tokens[i - 1].lower not in (",", "and"):
        return False
    pair = tokens[i].lower, before.head
    if not all(word in PLAIN_PERSONS for word in pair) or pair[0] == pair[1]:
        return False
    after = _lower(tokens, i + 1)
    return after in (",", "and", "") or after in AUXILIARIES or after in CUES


PLAIN_PERSONS = frozenset("man woman boy girl child baby toddler infant teenager teen".split())
_MORE = frozenset("more further additional".split())


def _lower(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


def _counted(tokens: Sequence[Token], q: Quantity) -> Group | None:
    """The noun phrase that the number counts, or None where it counts things."""
    i = q.last
    partitive = False
    if _lower(tokens, i) == "of" and q.word not in ("number",):
        follow = _lower(tokens, i + 1)
        if follow in (
            "them",
            "whom",
            "which",
            "these",
            "those",
            "us",
            "his",
            "her",
            "their",
            "its",
        ):
            own = follow in ("his", "her", "their", "its", "these", "those")
            if not own:
                return Group(q, q.first, i + 2, "", None, None, "any", False, (), partitive=True)
            i += 2
            partitive = True
        elif follow in ("the", "our"):
            i += 2
            partitive = True
        else:
            i += 1
    elif _lower(tokens, i) == "of":
        i += 1
    return _phrase(tokens, q, i, partitive)


def _phrase(tokens: Sequence[Token], q: Quantity, start: int, partitive: bool) -> Group | None:
    """Read modifiers up to the head; the last person noun of the run is the head."""
    head_at = -1
    outcome: Outcome | None = None
    i = start
    limit = min(len(tokens), start + 9)
    modifiers: list[str] = []
    while i < limit:
        word = tokens[i].lower
        if not tokens[i].is_word:
            if word in ("-", "'", "’", '"', "“", "”", "(", ")", "/") and head_at < 0 and i > start:
                i += 1
                continue
            if (
                word == ","
                and head_at < 0
                and i > start
                and _head_follows(tokens, i + 1, list_=True)
            ):
                i += 1
                continue
            if word in ('"', "“", "‘") and head_at < 0:
                i += 1
                continue
            break
        if word in AUXILIARIES and not _is_acronym(tokens, i):
            break
        if word in TIME_WORDS and head_at < 0:
            break
        if word in FUNCTION_WORDS:
            # "men and women", "men, women and children" stay one phrase
            if word in ("and", "or") and head_at == i - 1 and _is_plural_person(tokens, i + 1):
                modifiers.append(_lower(tokens, head_at))
                i += 1
                continue
            if word in ("and", "or") and head_at < 0 and i > start and _head_follows(tokens, i + 1):
                limit = min(len(tokens), i + 7)
                i += 1
                continue
            break
        if word in SUFFERED:
            break
        if word in PERSON_NOUNS:
            if head_at >= 0 and not PERSON_NOUNS[word].plural and (q.value or 2) > 1:
                break
            head_at = i
        elif word == "displaced" and _lower(tokens, i + 1) in PERSON_NOUNS:
            pass
        elif word in OUTCOME_HEADS and (OUTCOME_HEADS[word][1] or q.value == 1):
            if head_at < 0 or word in ("deaths", "fatalities", "casualties", "bodies", "injuries"):
                outcome = OUTCOME_HEADS[word][0]
                head_at = i
                i += 1
            break
        elif word in CUES and not _tells_of_what_kind(tokens, i):
            break
        elif head_at >= 0:
            if _is_thing(tokens, i):
                return None
            break
        elif word in UNITS or (word in THINGS and word.endswith("s")) or _is_verb(word):
            return None
        modifiers.append(word)
        i += 1
    if head_at < 0:
        return _headless(tokens, q, start, i, partitive)
    head = tokens[head_at].lower
    noun = PERSON_NOUNS.get(head) if outcome is None else None
    status, stated, attributes = kind_of(noun, modifiers, head)
    return Group(
        q, q.first, head_at + 1, head, noun, outcome, status, stated, attributes, partitive
    )


_OF_AGE = frozenset(("young", "elderly", "old", "adult", "teenage"))


def _is_plural_person(tokens: Sequence[Token], i: int) -> bool:
    """Whether "women" or "young women" stands at i."""
    word = _lower(tokens, i + 1 if _lower(tokens, i) in _OF_AGE else i)
    return word in PERSON_NOUNS and PERSON_NOUNS[word].plural


def _headless(
    tokens: Sequence[Token], q: Quantity, start: int, stop: int, partitive: bool
) -> Group | None:
    """A number whose noun is left out, is a people's name, or is no word the lexicon knows."""
    run = [t.lower for t in tokens[start:stop]]
    if run and run[0] in SEVERITY:
        run, stop = [], q.last  # "one seriously"
    if any(w in THINGS for w in run) and not _shares_noun(tokens, start, stop):
        return None
    if not run:
        last = stop if partitive else q.last
        return Group(q, q.first, last, "", None, None, "any", False, (), partitive)
    if all(w in _MORE for w in run):
        return Group(q, q.first, stop, "", None, None, "any", False, (), partitive)
    if not _may_be_demonym(tokens, start, stop):
        return _unknown_head(tokens, q, start, stop)
    return Group(q, q.first, stop, run[-1], PersonNoun(), None, "any", False, ())


def _shares_noun(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """Reads "7 Islamic State and 11 militia fighters": the noun of the second number serves both."""
    if _lower(tokens, stop) != "and" or not all(t.is_capitalised for t in tokens[start:stop]):
        return False
    return stop + 1 < len(tokens) and _is_number(tokens, stop + 1)


def _tells_of_what_kind(tokens: Sequence[Token], i: int) -> bool:
    """Reads "six captured soldiers" at "captured": the participle is no verb."""
    return tokens[i].lower in _TAKEN and _is_plural_person(tokens, i + 1)


_TAKEN = frozenset("captured kidnapped abducted detained arrested".split())


def _is_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether the word after a person noun makes a compound for a thing ("police cars")."""
    return tokens[i].lower in THINGS


VERB_WORDS = frozenset(
    """said says told left leaves took takes hit struck saw had has began went came made found gave
    reported announced confirmed claimed added opened fired stormed attacked targeted bombed shelled
    raided exploded detonated ambushed""".split()
)


def _is_verb(word: str) -> bool:
    """A verb that ends a noun phrase."""
    return word in VERB_WORDS


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


def _is_person_by_context(tokens: Sequence[Token], after: int) -> bool:
    """Whether the unknown noun before token `after` may be a person: it is no thing, no adjective.

    What follows must be a cue, an auxiliary, "who" or the end; a cue beside it then decides.
    """
    last = tokens[after - 1].lower
    if last in THINGS or last in UNITS or last in CUES or last.endswith(("ly", "ing", "tion")):
        return False
    if len(last) < 3 or not last.isalpha():
        return False
    follow = _lower(tokens, after)
    return follow in FUNCTION_WORDS or follow in AUXILIARIES or follow in (",", ".", "", "'s")


def _is_acronym(tokens: Sequence[Token], i: int) -> bool:
    """Reads "IS fighters": capitals in a sentence that is not all capitals."""
    text = tokens[i].text
    return len(text) > 1 and text.isupper() and any(t.text.islower() for t in tokens[i + 1 : i + 3])


def _head_follows(tokens: Sequence[Token], at: int, *, list_: bool = False) -> bool:
    """Whether modifiers joined by "and" lead to a plural person noun ("rebel and army fighters")."""
    joined = not list_
    for i in range(at, min(len(tokens), at + 6)):
        word = tokens[i].lower
        if word in PERSON_NOUNS and PERSON_NOUNS[word].plural:
            return joined
        if word in ("and", "or") and not joined:
            joined = True
            continue
        if not tokens[i].is_word or word in AUXILIARIES or word in FUNCTION_WORDS or word in CUES:
            return False
        if word in THINGS or word[0].isdigit() or _is_number(tokens, i):
            return False
    return False


def _is_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a number stands at token i."""
    return bool(find_quantities(tokens[i : i + 1]))


def _unknown_head(tokens: Sequence[Token], q: Quantity, start: int, stop: int) -> Group | None:
    """A count of something the lexicon does not know: plural, or the number is one.

    "at least 7 Islamic State and 11 militia fighters" leaves the first noun out.
    """
    if _lower(tokens, stop) in ("and", ",", "or") and all(
        t.is_capitalised for t in tokens[start:stop]
    ):
        return Group(
            q, q.first, stop, tokens[stop - 1].lower, PersonNoun(), None, "any", False, (),
            certain=False,
        )  # fmt: skip
    for i in range(start, stop):
        word = tokens[i].lower
        people = word.endswith("men") and word not in ("specimen", "regimen", "abdomen")
        plural = people or (word.endswith("s") and not word.endswith(("ss", "us", "is")))
        if plural or (q.value == 1 and i == stop - 1):
            if not tokens[i].is_word or len(word) < 3:
                return None
            noun = PersonNoun()
            status, stated, attributes = kind_of(noun, [t.lower for t in tokens[start:i]], word)
            return Group(
                q, q.first, i + 1, word, noun, None, status, stated, attributes, certain=people
            )
    return None


def _may_be_demonym(tokens: Sequence[Token], start: int, stop: int) -> bool:
    """A capitalised plural without a noun counts a people: "12 Palestinians"."""
    last = tokens[stop - 1]
    if not last.is_capitalised or stop - start > 3:
        return False
    return last.lower.endswith(("s", "i", "ese", "ish", "men")) and len(last.text) > 3


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


def _singular(tokens: Sequence[Token], i: int, headline: bool) -> Group | None:
    """One person told by an article ("a young girl"), or bare in a headline ("Man killed")."""
    word = tokens[i].lower
    start = i
    if word in ("a", "an", "another", "the") or word in _POSSESSIVES:
        start = i + 1
        if _lower(tokens, start) in ("half", "few", "quarter"):
            return None
        if _lower(tokens, start) in _ORDINALS and _lower(tokens, start + 1) not in PERSON_NOUNS:
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
        if here in AUXILIARIES or here in FUNCTION_WORDS or _is_verb(here):
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
            if _is_thing(tokens, j) or (
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
    if head_at < 0 and j > start and _is_aged(modifiers[-1]) and word not in PERSON_NOUNS:
        return _aged_person(tokens, i, j, modifiers)
    body = _body_of(tokens, i, start) if word in ("a", "an", "the") else None
    if body is not None:
        return body
    if (
        head_at < 0
        and word in ("a", "an")
        and j > start
        and _is_person_by_context(tokens, j)
        and _lower(tokens, i - 1) not in _PLACED
        and not (_lower(tokens, i - 1) == "of" and _lower(tokens, i - 2) in PERSON_NOUNS)
    ):
        head_at = j - 1
        noun = PersonNoun(plural=False)
        status, stated, attributes = kind_of(noun, modifiers[:-1], modifiers[-1])
        return Group(
            _quantity(tokens, i, j), i, j, modifiers[-1], noun, None, status, stated, attributes,
            singular=True, certain=_lower(tokens, j) in ("who", "whose"),
        )  # fmt: skip
    if (
        head_at < 0
        and word == "another"
        and start < len(tokens)
        and (
            not tokens[start].is_word
            or _lower(tokens, start) in AUXILIARIES
            or (_lower(tokens, start) in FUNCTION_WORDS and _lower(tokens, start) != "of")
            or _lower(tokens, start) in CUES
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
    # "a police officer's car": the possessor is not counted
    if tokens[head_at].lower.endswith("'s") or _lower(tokens, head_at + 1) in ("'s", "’s"):
        return None
    head = tokens[head_at].lower
    noun = PERSON_NOUNS[head]
    status, stated, attributes = kind_of(noun, modifiers, head)
    q = _quantity(tokens, i, head_at + 1)
    if _lower(tokens, i - 2) == "at" and _lower(tokens, i - 1) == "least":
        q = replace(_quantity(tokens, i - 2, head_at + 1), high=None, qualifier="at_least")
        i -= 2
    certain = word not in _POSSESSIVES and word != "the"
    return Group(
        q, i, head_at + 1, head, noun, None, status, stated, attributes, singular=True,
        certain=certain, definite=word == "the",
    )  # fmt: skip


_ORDINALS = frozenset("second third fourth fifth sixth".split())


def _next_one(tokens: Sequence[Token], i: int) -> Group | None:
    """Reads "wounded a third and fled": one more person, told by an ordinal alone."""
    after = _lower(tokens, i + 2)
    if after not in ("and", "in", "as", ".", ",", ";", "", "when", "was") or i == 0:
        return None
    if after != "was" and _lower(tokens, i - 1) not in CUES:
        return None
    return Group(
        _quantity(tokens, i, i + 2), i, i + 2, "another", PersonNoun(), None, "any", False, (),
        singular=True,
    )  # fmt: skip


_ADJECTIVES = frozenset(
    "private general major minor male female official national native marine adult infant elderly".split()
)


def _is_adjective(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun for a person only qualifies the next word: "a private clinic"."""
    after = _lower(tokens, i + 1)
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
        and not _is_verb(after)
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
    definite = _lower(tokens, i) == "the"
    return Group(
        _quantity(tokens, i, j), i, j, "person", noun, None, status, stated, attributes,
        singular=True, definite=definite,
    )  # fmt: skip


def _quantity(tokens: Sequence[Token], first: int, last: int) -> Quantity:
    """One person, told by these words."""
    return Quantity(
        tokens[first].start, tokens[last - 1].end, first, last, first, 1, 1, "exactly", "one person"
    )
