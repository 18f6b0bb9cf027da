"""One person told without a number, as a group of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.group_model import AUXILIARIES, FUNCTION_WORDS, VERB_WORDS, Group, kind_of
from bearwitness.claims.lexicon import PERSON_NOUNS, PersonNoun
from bearwitness.claims.person_phrases import NO_PERSONS, PersonPhrase, PhraseReader
from bearwitness.claims.role_words import DAYS, SAYING
from bearwitness.text.numerals import Quantity
from bearwitness.text.tokens import Token

# Between a subject and its second verb these begin a clause of another.
_PARTED_BY = frozenset(". ; : who which when while where that after before because as".split())
# Who holds these may serve an armed body.
OFFICES = frozenset("leader chief head member official agent representative".split())


def noun_phrase(
    tokens: Sequence[Token], end: int, spans: Sequence[tuple[int, int]]
) -> Group | None:
    """The noun phrase that ends at token `end`, as one person, in text with capitals for names."""
    if end < 0 or any(a <= end < b for a, b in spans):
        return None
    last = tokens[end]
    if last.lower in NO_PERSONS or last.lower in FUNCTION_WORDS or last.text[0].isdigit():
        return None
    start = end
    if last.is_capitalised:
        while start > 0 and tokens[start - 1].is_capitalised and tokens[start - 1].is_word:
            start -= 1
        noun = PERSON_NOUNS.get(last.lower)
        if end == start and (noun is None or noun.plural):
            return None
    elif last.lower in PERSON_NOUNS and not PERSON_NOUNS[last.lower].plural:
        while start > 0 and end - start < 6 and tokens[start - 1].is_word and (
            tokens[start - 1].lower not in FUNCTION_WORDS
            and tokens[start - 1].lower not in AUXILIARIES
            and tokens[start].lower not in ("the", "a", "an")
            and tokens[start - 1].lower not in SAYING
        ):  # fmt: skip
            start -= 1
    else:
        return None
    if any(a < end + 1 and start < b for a, b in spans):
        return None
    if any(tokens[k].lower in DAYS for k in range(start, end + 1)):
        return None
    return one_person(tokens, start, end + 1)


def named_item(tokens: Sequence[Token]) -> list[Group]:
    """The person a list item names ("* Jane Doe (13 years old)"), as a group of one."""
    start = 0
    while start < len(tokens) and not tokens[start].is_word:
        start += 1
    end = start
    while end < len(tokens) and tokens[end].is_capitalised and tokens[end].is_word:
        end += 1
    if end - start < 2 or end - start > 7:
        return []
    return [replace(one_person(tokens, start, end), definite=False)]


def one_person(tokens: Sequence[Token], first: int, last: int) -> Group:
    """The tokens from first to last as a group of one."""
    head = tokens[last - 1].lower
    noun = PERSON_NOUNS.get(head, PersonNoun(plural=False))
    named = tokens[last - 1].is_capitalised and head not in PERSON_NOUNS
    quantity = Quantity(
        tokens[first].start, tokens[last - 1].end, first, last, first, 1, 1, "exactly", "one person"
    )
    attributes = (*noun.attributes, *(("named",) if named else ()))
    return Group(
        quantity, first, last, head, noun, None, noun.status, noun.stated, attributes,
        singular=True, definite=True,
    )  # fmt: skip


def phrase_group(tokens: Sequence[Token], phrase: PersonPhrase) -> Group:
    """One person as a group; the words of the phrase tell the kind of victim."""
    group = one_person(tokens, phrase.first, phrase.last)
    words = [t.lower for t in tokens[phrase.first : phrase.last]]
    nouns = [w for w in words if w in PERSON_NOUNS]
    head = nouns[-1] if nouns else words[-1]
    noun = PERSON_NOUNS.get(head, PersonNoun(plural=False))
    status, stated, attributes = kind_of(noun, words[:-1], head)
    if status == "civilian" and head in OFFICES and any(
        t.is_capitalised for t in tokens[phrase.first + 1 : phrase.last] if t.lower not in nouns
    ):  # fmt: skip
        status = "any"  # "Northern Front leader": the body may be armed
    return replace(
        group,
        status=status,
        stated=stated,
        attributes=(*attributes, *(("named",) if phrase.named else ())),
        definite=phrase.named or phrase.opener not in ("a", "an", "another"),
    )


def pronoun(tokens: Sequence[Token], at: int, verb: int) -> Group | None:
    """Reads "He later died": the one person told of before, where the verb follows the pronoun.

    Args:
        tokens: of the sentence.
        at: the pronoun's.
        verb: the verb's.
    """
    gap = tokens[at + 1 : verb]
    if at > 0 and tokens[at - 1].lower in ("if", "until", "before", "that", "how", "why"):
        return None
    if len(gap) > 3 or any(t.lower in ("would", "could", "might", "may", "never") for t in gap):
        return None
    return one_person(tokens, at, at + 1)


def opening_subject(phrases: PhraseReader, aux: int) -> list[PersonPhrase]:
    """Reads "The deputy returned fire and was wounded": the one whom the sentence opens with.

    Args:
        phrases: reads the sentence.
        aux: token of the auxiliary of the last verb, -1 where it has none.
    """
    words = phrases.words
    if aux < 1 or words[aux - 1 : aux + 1] != ["and", "was"]:
        return []
    found, end = phrases.persons(0, aux - 1)
    if len(found) != 1 or found[0].counted or not (found[0].titled or found[0].named):
        return []
    verb = words[end : end + 1]
    acts = bool(verb) and (verb[0].endswith("ed") or verb[0] in VERB_WORDS)
    parted = any(w in _PARTED_BY for w in words[end : aux - 1])
    return found if acts and not parted else []
