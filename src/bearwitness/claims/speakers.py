"""The words that name who speaks: noun phrases around a speech verb, by shallow rules.

No parser: a speaker's words are found by walking from the verb (or from "according to") over
determiners, modifiers, names and "of"-phrases until something that cannot belong to a noun
phrase. Written from the reporting style of news agencies and monitors.
"""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.speech_words import (
    ADVERBS,
    ATTRIBUTIVE,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    FINITE,
    INNER_PREPOSITIONS,
    PREPOSITIONS,
    PRONOUNS,
    SOURCE_NOUNS,
    TIME_WORDS,
    words,
)
from bearwitness.text.tokens import Token


def named(tokens: Sequence[Token], i: int) -> bool:
    """Whether a capital letter sets a word apart as a name (not where all is in capitals)."""
    if not tokens[i].is_capitalised:
        return False
    if len(tokens[i].text) < 2 or not tokens[i].text.isupper():
        return True
    around = [t for t in tokens[max(0, i - 2) : i + 3] if t.is_word and len(t.text) > 1]
    return not all(t.text.isupper() for t in around) or len(around) < 2


def is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token reads as a finite verb (a guess from its form and its neighbours)."""
    low = tokens[i].lower
    capital = i > 0 and named(tokens, i)
    if low in AUXILIARIES:
        if _inside_name(tokens, i) or (i and tokens[i].text.istitle() and len(low) > 3):
            return False
        return not (tokens[i].text == "May" or (low == "can" and capital))
    before = tokens[i - 1].lower if i else ""
    attributive = before in DETERMINERS or before in ("of", "'s")
    if low.endswith("n't"):
        return True
    if attributive or capital:
        return False
    if low in FINITE:
        nouns = ("strikes", "reports", "attack", "strike", "wounds")
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        return not (low in nouns and (_noun_left(before) or after in AUXILIARIES))
    return low.endswith("ed") and len(low) > 4 and "-" not in low and low not in ATTRIBUTIVE


def _inside_name(tokens: Sequence[Token], i: int) -> bool:
    """Reads "Raqqa is Being Slaughtered Silently": an auxiliary between capitalised words."""
    if not 0 < i < len(tokens) - 1:
        return False
    left, right = tokens[i - 1], tokens[i + 1]
    return left.is_capitalised and right.text.istitle() and right.lower in AUXILIARIES


def _noun_left(before: str) -> bool:
    return before in ("air", "drone", "missile", "news", "local", "media", "police", "rocket", "")


def skip_left(tokens: Sequence[Token], i: int) -> int:
    """Index of the last token of the subject, left of a verb's adverbs and adjuncts."""
    while i >= 0:
        low = tokens[i].lower
        if low == ")":
            j = i
            while j > 0 and tokens[j].text != "(":
                j -= 1
            if j == 0:
                return i
            i = j - 1
        elif (
            low in ADVERBS
            or low in ("both", "each")
            or (
                low.endswith("ly")
                and len(low) > 4
                and i
                and low != "family"
                and not named(tokens, i)
            )
        ):
            i -= 1
        elif (jump := _adjunct_left(tokens, i)) is not None:
            i = jump
        else:
            return i
    return i


def _adjunct_left(tokens: Sequence[Token], i: int) -> int | None:
    """Index before "on Tuesday", "in a statement", "at the time", "on Nov. 22", or None."""
    low = tokens[i].lower
    timely = low in TIME_WORDS or low.rstrip("stndrh").isdigit() or low in ("weekend", "time")
    spoken = low in ("statement", "twitter", "facebook", "telegram", "x", "interview", "post")
    if not (timely or spoken):
        return None
    j = i
    while (
        j > 0
        and i - j < 6
        and (
            tokens[j].lower in TIME_WORDS
            or tokens[j].lower[0].isdigit()
            or tokens[j].lower
            in ("statement", "weekend", "time", "the", "a", "an", ".", ",", "twitter")
            or tokens[j].lower
            in ("facebook", "telegram", "x", "its", "interview", "official", "post")
        )
    ):
        if tokens[j - 1].lower in ("on", "in", "at", "late", "early", "via"):
            j -= 1
            while j > 0 and tokens[j - 1].lower in ("on", "late", "early"):
                j -= 1
            return j - 1
        j -= 1
    return i - 1 if low in TIME_WORDS and i and tokens[i - 1].is_word else None


def subject(tokens: Sequence[Token], verb: int) -> tuple[int, int] | None:
    """The noun phrase before a speech verb, as token indices first..last+1, or None.

    Appositions and relative clauses between commas are stepped over ("Ali, 35, head of the
    Observatory, said" gives "Ali").
    """
    last = skip_left(tokens, verb - 1)
    if last < 0:
        return None
    if last > 1 and tokens[last].lower in _MADE_KNOWN and tokens[last - 1].is_word:
        last -= 1  # "a report released Thursday found"
    if tokens[last].text == ",":
        found = _before_apposition(tokens, last)
        if found is None:
            return None
        last = found
    first = _walk_left(tokens, last)
    relative = _before_relative(tokens, first, last)
    if relative is None:
        relative = _before_participle(tokens, first, last) or _before_examples(tokens, first)
    if relative is not None:
        last = relative
        first = _walk_left(tokens, last)
    phrase = _trim(tokens, first, last + 1)
    return _with_name(tokens, phrase) if phrase else None


def _before_relative(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Last word before "who": in "residents who fled the town said", the residents speak."""
    if first == 0 or not (tokens[first - 1].is_word or first > last):
        return None
    for k in range(first - 1, 0, -1):
        if not tokens[k].is_word:
            return None
        if tokens[k].lower == "who":
            return k - 1 if k and tokens[k - 1].is_word else None
    return None


_MADE_KNOWN = words(
    """
    released published issued obtained posted commissioned compiled leaked aired broadcast
    presented submitted interviewed contacted reached questioned
    """
)


def _before_participle(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Last word before "released": of "a report released Thursday found", the report speaks."""
    if first < 2 or tokens[first - 1].lower not in _MADE_KNOWN or not tokens[first - 2].is_word:
        return None
    led = tokens[first].lower if first <= last else ""
    return first - 2 if led in TIME_WORDS | {"by", "on", "in", "last", "this"} else None


def _before_examples(tokens: Sequence[Token], first: int) -> int | None:
    """Last word before "including": of "groups including Amnesty say", the groups speak."""
    led = [t.lower for t in tokens[max(0, first - 2) : first]]
    if led[-1:] == ["including"] and first > 1 and tokens[first - 2].is_word:
        return first - 2
    if led == ["such", "as"] and first > 2 and tokens[first - 3].is_word:
        return first - 3
    return None


def _with_name(tokens: Sequence[Token], phrase: tuple[int, int]) -> tuple[int, int]:
    """Takes in the name that stands in apposition: "a second group, Airwars, said"."""
    first, end = phrase
    if any(t.is_capitalised for t in tokens[first + 1 : end]) or end + 1 >= len(tokens):
        return phrase
    if tokens[end].text != "," or not tokens[end + 1].is_capitalised:
        return phrase
    stop = end + 1
    while stop < len(tokens) and tokens[stop].text not in ",;:.":
        stop += 1
    return (first, stop) if stop < len(tokens) and tokens[stop].text == "," else phrase


_SORTS_OF_PLACE = words("capital city town village region province district suburb stronghold")
_COUNTED = 3  # words: more than an age or a date


def _before_apposition(tokens: Sequence[Token], comma: int) -> int | None:
    best: int | None = None
    end = comma
    for _ in range(4):
        start = end - 1
        while start >= 0 and tokens[start].text not in (",", ";", ":", "“", '"', "”", "-", "—"):
            start -= 1
        piece = range(start + 1, end)
        head = tokens[start + 1].lower if start + 1 < end else ""
        relative = head in ("who", "which", "whose", "where", "citing", "quoting", "speaking")
        participle = head.endswith("ed") or head.endswith("ing")
        if not relative and any(is_verb(tokens, k) for k in piece[participle:]):
            break
        if any(tokens[k].lower in _SORTS_OF_PLACE for k in list(piece)[1:3]) and end != comma:
            break  # "in Gusau, the state capital, the spokesman, Mr X, said"
        if len(piece) > _COUNTED and any(tokens[k].lower[0].isdigit() for k in piece):
            break  # "The toll stands at 45, the spokesman, Col. X, added"
        plain = not (relative or participle) and head not in PREPOSITIONS and head not in TIME_WORDS
        if plain and head not in BREAKS and end != comma and piece:
            best = end - 1
        if start < 0 or tokens[start].text != ",":
            break
        end = start
    if best is None:
        # "…killed five, police, who…, said": what stands right before the comma
        start = comma - 1
        while start >= 0 and tokens[start].text != ",":
            start -= 1
        if start > 0 and not any(is_verb(tokens, k) for k in range(start + 1, comma)):
            k = start - 1
            return k if tokens[k].is_word or tokens[k].text == ")" else None
        return None
    return best


def _walk_left(tokens: Sequence[Token], last: int) -> int:
    i = last
    while i >= 0:
        t = tokens[i]
        low = t.lower
        if t.text == ")":
            while i > 0 and tokens[i].text != "(":
                i -= 1
        elif not t.is_word:
            initial = t.text == "." and i and len(tokens[i - 1].text) <= 4 and i < last
            dated = t.text == "," and 0 < i < last and _in_date(tokens, i)
            if not (initial or dated or (t.text in "'’‘&/%." and i < last and t.text != ".")):
                return i + 1
        elif (
            low in BREAKS
            or is_verb(tokens, i)
            or (i < last and _pronoun(low))
            or (low == "and" and not _joins_names(tokens, i))
            or (low in ("or", "nor", "both") and i < last)
        ):
            return i + 1
        i -= 1
    return 0


def _in_date(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma stands between the day and the year of a date ("January 27, 2018")."""
    year = tokens[i + 1].text
    return tokens[i - 1].text.isdigit() and len(year) == 4 and year.isdigit()


def _pronoun(low: str) -> bool:
    return low.split("'")[0] in PRONOUNS


def _joins_names(tokens: Sequence[Token], i: int) -> bool:
    """Whether this "and" joins two speakers (or parts of a name) and not two clauses."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    left, right = tokens[i - 1], tokens[i + 1]
    if left.lower in SOURCE_NOUNS or left.text == ")":
        return True
    return named(tokens, i - 1) and (named(tokens, i + 1) or right.lower in DETERMINERS)


def _trim(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int] | None:
    """Drops what stands before the phrase: "On Wednesday", "In Kabul", "Meanwhile"."""
    while first < end:
        low = tokens[first].lower
        if low in ("and", "or") or low in TIME_WORDS or not tokens[first].is_word:
            first += 1
        elif low in PREPOSITIONS or low in ("early", "late", "last"):
            k = first + 1
            if k < end and tokens[k].lower in DETERMINERS:
                k += 1
            while k < end and _belongs_to_place(tokens, k):
                k += 1
            if k >= end:
                return None
            first = k
        elif low[0].isdigit() and first + 1 < end and tokens[first + 1].lower in TIME_WORDS:
            first += 2
        else:
            break
    while end > first and not tokens[end - 1].is_word and tokens[end - 1].text != ")":
        end -= 1
    return (first, end) if end > first else None


def _belongs_to_place(tokens: Sequence[Token], k: int) -> bool:
    t = tokens[k]
    if t.lower in DETERMINERS or t.lower in SOURCE_NOUNS:
        return False
    return t.is_capitalised or not t.is_word or t.lower in TIME_WORDS or t.lower[0].isdigit()


def right_phrase(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that begins at a token ("according to …", "said …"), or None."""
    i = first
    while i < end:
        t = tokens[i]
        if t.text == "(":
            while i < end and tokens[i].text != ")":
                i += 1
        elif not t.is_word:
            initial = t.text == "." and first < i < end - 1 and len(tokens[i - 1].text) <= 4
            if not initial and t.text not in "'’‘&/":
                break
        elif i > first and _ends_phrase(tokens, i):
            break
        i += 1
    return _trim_right(tokens, first, min(i, end))


def _ends_phrase(tokens: Sequence[Token], i: int) -> bool:
    low, before = tokens[i].lower, tokens[i - 1].lower
    if low in BREAKS or is_verb(tokens, i) or _pronoun(low):
        return True
    if low in ("the", "a", "an", "its", "his", "their", "at", "more", "some", "no", "about"):
        quantity = low in ("at", "more", "some", "no", "about")
        if quantity:
            after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
            return (
                low in ("more", "some", "no") or after in ("least", "most") or after[:1].isdigit()
            )
        return before not in INNER_PREPOSITIONS and before not in ("and", "both")
    if low[0].isdigit():
        return before not in TIME_WORDS
    if low == "and":
        return not _joins_names(tokens, i)
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if (low == "on" and after in _MANNER) or (low in ("by", "via", "over") and after in MEANS):
        return True
    if low in ("on", "in", "late", "early", "at", "to"):
        if low in ("late", "early") and after in ("on", "in"):
            return True
        return after in TIME_WORDS or (low in ("on", "to") and after[:1].isdigit()) or after == "a"
    return low in TIME_WORDS and low not in ("may", "march")


_MANNER = words("condition background phone")
MEANS = words("phone telephone email e-mail text message whatsapp video videoconference")


def _trim_right(tokens: Sequence[Token], first: int, end: int) -> tuple[int, int] | None:
    while end > first and tokens[end - 1].lower in PREPOSITIONS | {"and", ".", "the", "a"}:
        end -= 1
    return (first, end) if end > first else None
