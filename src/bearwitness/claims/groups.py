"""Counted noun phrases: "at least 12 Syrian civilians", "a 15-year-old boy", "30 others"."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.cues import SUFFERED
from bearwitness.claims.group_model import (
    AUXILIARIES,
    FUNCTION_WORDS,
    Group,
    is_thing,
    is_verb,
    kind_of,
    word_at,
)
from bearwitness.claims.group_single import goes_on, one_by_article, second_of_two
from bearwitness.claims.headline_tails import source_tail
from bearwitness.claims.lexicon import CUES, OUTCOME_HEADS, PERSON_NOUNS, PersonNoun
from bearwitness.claims.not_counts import UNITS, is_no_count
from bearwitness.claims.role_words import SEVERITY, THINGS, TIME_WORDS
from bearwitness.model.claim import Outcome
from bearwitness.text.numerals import Quantity, find_quantities
from bearwitness.text.tokens import Token


def find_groups(tokens: Sequence[Token], *, headline: bool = False) -> list[Group]:
    """Counted noun phrases of one sentence, left to right.

    Numbers that count no people (dates, ages, distances, money, things) are left out.
    """
    groups: list[Group] = []
    taken = 0
    quantities = find_quantities(tokens)
    by_first = {q.first: q for q in quantities}
    tail = source_tail(tokens) if headline else None
    i = 0
    while i < len(tokens) and (tail is None or i < tail):
        group: Group | None = None
        if i in by_first:
            q = by_first[i]
            group = None if is_no_count(tokens, q) else _counted(tokens, q)
            step = q.last
        else:
            step = i + 1
        if group is None and i not in by_first and i >= taken:
            joined = bool(groups) and goes_on(tokens, groups[-1], i)
            group = second_of_two(tokens, groups[-1], i) if groups else None
            group = group or one_by_article(tokens, i, headline or joined)
        if group is not None and group.first >= taken:
            groups.append(group)
            taken = group.last
            i = max(group.last, step)
        else:
            i = step
    return groups


_MORE = frozenset("more further additional".split())


def _counted(tokens: Sequence[Token], q: Quantity) -> Group | None:
    """The noun phrase that the number counts, or None where it counts things."""
    i = q.last
    partitive = False
    if word_at(tokens, i) == "of" and q.word not in ("number",):
        follow = word_at(tokens, i + 1)
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
    elif word_at(tokens, i) == "of":
        i += 1
    return _phrase(tokens, q, i, partitive)


def _phrase(tokens: Sequence[Token], q: Quantity, start: int, partitive: bool) -> Group | None:
    """Read modifiers up to the head; the last person noun of the run is the head."""
    head_at = -1
    outcome: Outcome | None = None
    i = start
    limit = min(len(tokens), start + 9)
    if word_at(tokens, start) == "-" and word_at(tokens, start + 1) in ("and", "or", ","):
        return None  # "3- and 5-year-old brothers"
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
            if word_at(tokens, i + 1) == "others":
                break  # "12 worshippers and others were hurt"
            if word in ("and", "or") and head_at == i - 1 and _is_plural_person(tokens, i + 1):
                modifiers.append(word_at(tokens, head_at))
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
        elif word == "displaced" and word_at(tokens, i + 1) in PERSON_NOUNS:
            pass
        elif word in OUTCOME_HEADS and (OUTCOME_HEADS[word][1] or q.value == 1):
            if head_at < 0 or word in ("deaths", "fatalities", "casualties", "bodies", "injuries"):
                outcome = OUTCOME_HEADS[word][0]
                head_at = i
                i += 1
            break
        elif word in CUES and not _tells_of_what_kind(tokens, i):
            break
        elif head_at >= 0 and _only_qualifies(tokens, head_at, i, q):
            head_at = -1  # "14 commuter bus passengers"
        elif head_at >= 0:
            if is_thing(tokens, i):
                return None
            break
        elif word in UNITS or (_is_of_things(tokens, i)) or is_verb(word):
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


def _only_qualifies(tokens: Sequence[Token], head_at: int, i: int, q: Quantity) -> bool:
    """Whether one person before the word at i only says what kind of people follow it."""
    noun = PERSON_NOUNS.get(tokens[head_at].lower)
    return (
        (q.value or 0) > 1
        and noun is not None
        and not noun.plural
        and head_at == i - 1
        and _is_plural_person(tokens, i + 1)
    )


_OF_AGE = frozenset(("young", "elderly", "old", "adult", "teenage"))


def _is_plural_person(tokens: Sequence[Token], i: int) -> bool:
    """Whether "women" or "young women" stands at i."""
    word = word_at(tokens, i + 1 if word_at(tokens, i) in _OF_AGE else i)
    return word in PERSON_NOUNS and PERSON_NOUNS[word].plural


def _is_of_things(tokens: Sequence[Token], i: int) -> bool:
    """Whether things are counted, and no members of a body named for them ("Rifles troopers")."""
    word = tokens[i].lower
    named = tokens[i].is_capitalised and _is_plural_person(tokens, i + 1)
    return word in THINGS and word.endswith("s") and word != "bus" and not named


def _headless(
    tokens: Sequence[Token], q: Quantity, start: int, stop: int, partitive: bool
) -> Group | None:
    """A number whose noun is left out, is a people's name, or is no word the lexicon knows."""
    while stop > start and not tokens[stop - 1].is_word:
        stop -= 1  # "killing five “since Monday”"
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
    if word_at(tokens, stop) != "and" or not all(t.is_capitalised for t in tokens[start:stop]):
        return False
    return stop + 1 < len(tokens) and _is_number(tokens, stop + 1)


def _tells_of_what_kind(tokens: Sequence[Token], i: int) -> bool:
    """Reads "six captured soldiers" at "captured": the participle is no verb."""
    return tokens[i].lower in _TAKEN and _is_plural_person(tokens, i + 1)


_TAKEN = frozenset("captured kidnapped abducted detained arrested".split())


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
    if word_at(tokens, stop) in ("and", ",", "or") and all(
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
        if i == stop - 1 if q.value == 1 else plural:
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
