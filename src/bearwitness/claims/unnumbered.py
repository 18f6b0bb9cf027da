"""Victims told without a number: "The mayor was shot dead", "killing Jane Doe and her brother".

One person where grammar says so (a singular verb or a name as object), a vague count where it
says several.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.cues import CueSpan
from bearwitness.claims.groups import AUXILIARIES, FUNCTION_WORDS, Group
from bearwitness.claims.lexicon import PERSON_NOUNS, Cue, PersonNoun
from bearwitness.claims.role_lists import Role
from bearwitness.claims.role_words import SAYING, WEAK_CUES
from bearwitness.text.numerals import Quantity
from bearwitness.text.tokens import Token

_SINGULAR_AUX = frozenset({"was", "is", "has", "being"})
_NOT_PERSONS = frozenset(
    """it this that what which who there nobody none one no everything something he she they we i you
    him them another others some many most all half number people attack attacks raid raids
    operation toll number body bodies each either someone dog horse cattle sheep animal
    agreement deal plan bill ceasefire""".split()
)
_CLAUSE_OPENERS = frozenset(
    ". ; : ! ? that said says when after while where because but told reported confirmed".split()
)
_BEFORE_PLACES = frozenset("to at in from near into".split())
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december today yesterday".split()
)


def find_unnumbered(
    tokens: Sequence[Token], cues: Sequence[CueSpan], groups: Sequence[Group], taken: set[int]
) -> list[tuple[Group, Role]]:
    """Single victims of cues that no counted group took.

    Args:
        tokens: of one sentence.
        cues: its outcome cues.
        groups: its counted groups.
        taken: indices (first token) of cues that a group's role already rests on.
    """
    out: list[tuple[Group, Role]] = []
    spans = [(g.first, g.last) for g in groups]
    for span in (*cues, *_weak_cues(tokens, cues)):
        if span.first in taken or span.cue.outcome not in ("killed", "injured", "casualties"):
            continue
        if span.cue.form == "present" and span.first and tokens[span.first - 1].lower == "to":
            continue  # "wanted to kill her"
        if span.cue.form in ("verb", "intransitive"):
            found = _subject(tokens, span, spans) or (
                _object(tokens, span, spans) if span.cue.form == "verb" else None
            )
        elif span.cue.form in ("gerund", "present"):
            found = _object(tokens, span, spans)
        elif span.cue.form == "noun" and tokens[span.last - 1].lower != "of":
            found = _of_name(tokens, span, spans)
        else:
            found = None
        if found is not None:
            out.append((found, Role(span.cue.outcome, "unnumbered", span, strength=0.5)))
    return out


def _weak_cues(tokens: Sequence[Token], cues: Sequence[CueSpan]) -> list[CueSpan]:
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


def _subject(
    tokens: Sequence[Token], span: CueSpan, spans: Sequence[tuple[int, int]]
) -> Group | None:
    """The subject of "was killed" or "died", where it is one person."""
    i = span.first - 1
    aux = -1
    while i >= 0 and span.first - i < 7:
        word = tokens[i].lower
        if word in AUXILIARIES:
            aux = i
        elif not (word.endswith("ly") or word in _DAYS or word in ("on", "last", "night", "also",
                  "later", "shot", "and", "morning", "late", "early", "then")):  # fmt: skip
            break
        i -= 1
    if span.cue.form == "verb":
        if aux < 0 or tokens[aux].lower not in _SINGULAR_AUX:
            return None
    elif aux >= 0 and tokens[aux].lower not in _SINGULAR_AUX:
        return None
    end = aux - 1 if aux >= 0 else i
    while end >= 0 and not tokens[end].is_word:
        end -= 1
    if end >= 0 and tokens[end].lower in ("he", "she") and span.cue.outcome == "killed":
        return _pronoun(tokens, end, span)
    near = _noun_phrase(tokens, end, spans, span)
    if near is not None and aux < 0 and near.first and (
        tokens[near.first - 1].lower in _BEFORE_PLACES
        or (tokens[near.first - 1].lower == "the" and "named" in near.attributes)
    ):  # fmt: skip
        return None  # "taken to X Medical Center in critical condition"
    if near is not None or aux < 0 or span.cue.outcome != "killed":
        return near
    return _far_subject(tokens, end, spans, span)


def _pronoun(tokens: Sequence[Token], at: int, span: CueSpan) -> Group | None:
    """Reads "He later died": the one person told of before."""
    gap = tokens[at + 1 : span.first]
    if at > 0 and tokens[at - 1].lower in ("if", "until", "before", "that", "how", "why"):
        return None
    if len(gap) > 3 or any(t.lower in ("would", "could", "might", "may", "never") for t in gap):
        return None
    return _one_person(tokens, at, at + 1)


def _far_subject(
    tokens: Sequence[Token], end: int, spans: Sequence[tuple[int, int]], span: CueSpan
) -> Group | None:
    """The head of a long subject: "The chairman of a transport union in X was shot dead"."""
    if tokens[end].lower in _NOT_PERSONS and tokens[end].lower in ("it", "one", "nobody", "none"):
        return None
    start = end
    while start > 0 and tokens[start - 1].lower not in _CLAUSE_OPENERS and end - start < 40:
        start -= 1
    for i in range(start, end + 1):
        word = tokens[i]
        if any(a <= i < b for a, b in spans):
            return None
        single = word.lower in PERSON_NOUNS and not PERSON_NOUNS[word.lower].plural
        if single and tokens[min(i + 1, end)].lower not in ("'s", "’s"):
            return _noun_phrase(tokens, i, spans, span)
        if word.is_capitalised and i > start and tokens[i - 1].lower not in FUNCTION_WORDS:
            last = i
            while last < end and tokens[last + 1].is_capitalised and tokens[last + 1].is_word:
                last += 1
            if last > i and tokens[last].lower not in PERSON_NOUNS:
                return _noun_phrase(tokens, last, spans, span)
        if word.lower in ("who", "which", "when"):
            return None
    return None


def _of_name(
    tokens: Sequence[Token], span: CueSpan, spans: Sequence[tuple[int, int]]
) -> Group | None:
    """Reads "the murder of Judge Jane Doe": the name or singular role after the death noun."""
    if span.last >= len(tokens) or tokens[span.last].lower != "of":
        return None
    capitals = _all_capitals(tokens)
    start = span.last + 1
    while start < len(tokens) and (
        tokens[start].lower in ("the", "former", "mr", "its", "[")
        or tokens[start].lower.endswith("-year-old")
    ):
        start += 1
    end = start
    while end < len(tokens) and tokens[end].is_word and (
        tokens[end].is_capitalised if not capitals else _may_be_name(tokens, end)
    ):  # fmt: skip
        end += 1
    if end - start < 2 or end - start > 8 or any(a < end and start < b for a, b in spans):
        return None
    last = tokens[end - 1].lower
    if last in PERSON_NOUNS and PERSON_NOUNS[last].plural:
        return None
    return _one_person(tokens, start, end)


def _may_be_name(tokens: Sequence[Token], i: int) -> bool:
    """In text all in capitals, a word that is neither grammar nor a common plural."""
    word = tokens[i].lower
    return not (
        word in FUNCTION_WORDS
        or word in AUXILIARIES
        or word in _NOT_PERSONS
        or word in _DAYS
        or word[0].isdigit()
        or (word in PERSON_NOUNS and PERSON_NOUNS[word].plural)
    )


def _noun_phrase(
    tokens: Sequence[Token], end: int, spans: Sequence[tuple[int, int]], span: CueSpan
) -> Group | None:
    """The noun phrase that ends at token `end`, as one person."""
    if end < 0 or any(a <= end < b for a, b in spans):
        return None
    last = tokens[end]
    if last.lower in _NOT_PERSONS or last.lower in FUNCTION_WORDS or last.text[0].isdigit():
        return None
    start = end
    if _all_capitals(tokens) and last.lower not in PERSON_NOUNS:
        if not _may_be_name(tokens, end) or last.lower.endswith(("ing", "tion", "ment")):
            return None
        while start > 0 and end - start < 4 and tokens[start - 1].is_word and (
            _may_be_name(tokens, start - 1)
        ):  # fmt: skip
            start -= 1
    elif last.is_capitalised and not _all_capitals(tokens):
        while start > 0 and tokens[start - 1].is_capitalised and tokens[start - 1].is_word:
            start -= 1
        if end == start and last.lower not in PERSON_NOUNS:
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
    if any(tokens[k].lower in _DAYS for k in range(start, end + 1)):
        return None
    return _one_person(tokens, start, end + 1)


def _object(
    tokens: Sequence[Token], span: CueSpan, spans: Sequence[tuple[int, int]]
) -> Group | None:
    """The name or pronoun that a verb of killing takes as its object."""
    i = span.last
    if i >= len(tokens) or any(a <= i < b for a, b in spans):
        return None
    word = tokens[i]
    if word.lower in ("him", "her") and (
        i + 1 >= len(tokens) or not tokens[i + 1].is_word or tokens[i + 1].lower in FUNCTION_WORDS
        or tokens[i + 1].lower in _DAYS
    ):  # fmt: skip
        return _one_person(tokens, i, i + 1)
    if not word.is_word:
        return None
    if _all_capitals(tokens):
        return _object_in_capitals(tokens, i, spans)
    # "killed senior militia leader John Doe": titles may stand before the name
    while (
        i < len(tokens) - 2
        and i - span.last < 6
        and tokens[i].is_word
        and not (tokens[i].is_capitalised and tokens[i + 1].is_capitalised)
        and tokens[i].lower not in FUNCTION_WORDS - {"the", "its"}
        and tokens[i].lower not in AUXILIARIES
        and not (tokens[i].lower in PERSON_NOUNS and PERSON_NOUNS[tokens[i].lower].plural)
    ):
        i += 1
    if any(a <= k < b for k in range(span.last, i + 1) for a, b in spans):
        return None
    if not tokens[i].is_capitalised:
        return None
    end = i
    while end < len(tokens) and tokens[end].is_capitalised and tokens[end].is_word:
        end += 1
    if end - i < 2 or any(tokens[k].lower in _DAYS for k in range(i, end)):
        return None
    if (
        end < len(tokens)
        and tokens[end].lower in PERSON_NOUNS
        and PERSON_NOUNS[tokens[end].lower].plural
    ):
        return None
    return _one_person(tokens, i, end)


def _object_in_capitals(
    tokens: Sequence[Token], start: int, spans: Sequence[tuple[int, int]]
) -> Group | None:
    """Reads "KILLED ATTORNEY GENERAL JANE DOE": words up to the next word of grammar."""
    while start < len(tokens) and tokens[start].lower in ("the", "former"):
        start += 1
    end = start
    while end < len(tokens) and tokens[end].is_word and _may_be_name(tokens, end):
        end += 1
    if end - start < 2 or end - start > 9 or any(a < end and start < b for a, b in spans):
        return None
    last = tokens[end - 1].lower
    if last.endswith("s") and last not in PERSON_NOUNS and end - start < 3:
        return None
    return _one_person(tokens, start, end)


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
    return [replace(_one_person(tokens, start, end), definite=False)]


def _one_person(tokens: Sequence[Token], first: int, last: int) -> Group:
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


def _all_capitals(tokens: Sequence[Token]) -> bool:
    letters = [t for t in tokens if t.is_word and t.text[0].isalpha() and len(t.text) > 2]
    return bool(letters) and sum(t.text.isupper() for t in letters) > 0.7 * len(letters)
