"""Quantities in running text: numbers in digits and words, ranges, bounds and vague counts.

Vague words keep an interval or neither bound, never a made-up point (docs/codebook.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bearwitness.text.tokens import Token

Qualifier = Literal["exactly", "at_least", "more_than", "about", "up_to", "vague"]

UNITS = {
    w: i
    for i, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    w: 10 * i
    for i, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_TENS_VARIANTS = {"fourty": 40, "ninty": 90}
# "thirtythree"
_GLUED = {f"{t}{u}": TENS[t] + UNITS[u] for t in TENS for u in UNITS if 0 < UNITS[u] < 10}
MULTIPLIERS = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}

HALVES = {"dozen": 6, "hundred": 50, "thousand": 500, "million": 500_000}

# Vague word -> (low, high); design.md fixes dozens, scores, hundreds, several and a couple.
VAGUE = {
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds": (200, None),
    "thousands": (2000, None),
    "millions": (2_000_000, None),
    "tens": (None, None),
    "several": (3, 9),
    "many": (None, None),
    "few": (None, None),
    "numerous": (None, None),
    "multiple": (None, None),
    "countless": (None, None),
    "various": (None, None),
    "handful": (None, None),
}

# Words before a number that bound it.
_BOUNDS: dict[Qualifier, str] = {
    "at_least": "at least|no fewer than|no less than|not less than|not fewer than|a minimum of|"
    "minimum of|at a minimum|at the very least|at minimum|no lower than",
    "more_than": "more than|over|above|upwards of|upward of|in excess of|exceeding|well over|"
    "much more than|greater than|far more than|exceeded|exceeds|surpassed|beyond|a little over|"
    "just over|well above|has passed|had passed|have passed|topped",
    "about": "about|around|approximately|nearly|almost|close to|roughly|an estimated|estimated|"
    "some|circa|approx|approx .|in the region of|in the order of|somewhere around|just under|"
    "what appeared to be|an approximate|near|estimated at|virtually|around about|"
    "probably|perhaps|at around|at about|the estimated",
    "up_to": "up to|as high as|as many as|as much as|at most|no more than|not more than|fewer than|"
    "less than|under|a maximum of|maximum of|not over|well under",
    "exactly": "a total of|total of|exactly|only|just|precisely|all",
}
_BEFORE = tuple(
    sorted(
        ((tuple(w.split()), kind) for kind, words in _BOUNDS.items() for w in words.split("|")),
        key=lambda item: -len(item[0]),
    )
)
_AFTER: tuple[tuple[tuple[str, ...], Qualifier], ...] = (
    (("or", "more"), "at_least"),
    (("and", "more"), "at_least"),
    (("or", "so"), "about"),
    (("or", "fewer"), "up_to"),
    (("or", "less"), "up_to"),
    (("-", "odd"), "about"),
    (("+",), "at_least"),
)

_DIGITS = re.compile(r"^\d{1,3}(?:,\d{3})+$|^\d{1,3}(?:\.\d{3})+$|^\d+$")
_DECIMAL = re.compile(r"^\d+\.\d+$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or vague count, with what bounds it.

    Attributes:
        start, end: offsets of number words with their qualifier.
        first, last: index of its first token and the one after its last (qualifier included).
        number_first: index of the first token of the bare number.
        low, high: bounds; None = open.
        qualifier: how the words bound the number.
        word: the vague word, or the number words in lower case.
    """

    start: int
    end: int
    first: int
    last: int
    number_first: int
    low: int | None
    high: int | None
    qualifier: Qualifier
    word: str

    @property
    def value(self) -> int | None:
        """The stated number, where there is one (the high one of a range)."""
        return self.high if self.high is not None else self.low


def parse_integer(token: str) -> int | None:
    """The value of one token in digits ("1,200", "63"), else None."""
    if _DIGITS.match(token):
        return int(token.replace(",", "").replace(".", ""))
    return None


def _simple(word: str) -> int | None:
    """Value of one spelled word below a hundred ("twenty-five", "eleven"), else None."""
    if word in UNITS:
        return UNITS[word]
    if word in TENS:
        return TENS[word]
    if word in _TENS_VARIANTS:
        return _TENS_VARIANTS[word]
    if "-" in word:
        left, _, right = word.partition("-")
        if left in TENS and right in UNITS and 0 < UNITS[right] < 10:
            return TENS[left] + UNITS[right]
    return _GLUED.get(word)


def _spelled(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """(value, index after) of the spelled number that starts at `at`."""
    total, current, seen, i = 0, 0, False, at
    while i < len(tokens):
        word = tokens[i].lower
        value = _simple(word)
        if value is not None:
            # "two three" are two numbers; "twenty five" and "hundred five" are one.
            if seen and not (
                current % 100 == 0 or (current % 10 == 0 and value < 10 and current % 100 >= 20)
            ):
                break
            if seen and current == 0 and total == 0:
                break
            current += value
        elif word in MULTIPLIERS:
            if not seen:
                break
            if word == "hundred":
                current = max(current, 1) * 100
            else:
                total += max(current, 1) * MULTIPLIERS[word]
                current = 0
        elif (
            word == "and"
            and seen
            and i + 1 < len(tokens)
            and (current % 100 == 0)
            and (current or total)
            and _simple(tokens[i + 1].lower) is not None
            and tokens[i - 1].lower in MULTIPLIERS
        ):
            i += 1
            continue
        else:
            break
        seen = True
        i += 1
    return (total + current, i) if seen else None


_GROUP = re.compile(r"\d{3}")


def _spaced(tokens: Sequence[Token], at: int, digits: int) -> tuple[int, int]:
    """(value, index after) of a number whose thousands may be parted by a space: "3 812"."""
    after = at + 1
    if not 0 < digits < 1000 or _word(tokens, at - 1) in _MONTHS:
        return digits, after  # "on May 3 812 people fled"
    while (
        after < len(tokens)
        and tokens[after].start - tokens[after - 1].end == 1
        and _GROUP.fullmatch(tokens[after].text)
    ):
        digits = digits * 1000 + int(tokens[after].text)
        after += 1
    return digits, after


def _bare(tokens: Sequence[Token], at: int) -> tuple[int | None, int | None, int, str] | None:
    """(low, high, index after, word) of the number or vague count at `at`, unbounded."""
    token = tokens[at]
    word = token.lower
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    digits = parse_integer(token.text)
    if digits is not None or _DECIMAL.match(token.text):
        value = float(digits) if digits is not None else float(token.text)
        if following in ("million", "billion", "thousand", "hundred", "m", "bn"):
            scale = {"m": 1_000_000, "bn": 1_000_000_000}.get(following) or MULTIPLIERS[following]
            number = round(value * scale)
            return number, number, at + 2, f"{word} {following}"
        if digits is None:
            return None
        if following == "dozen":
            return digits * 12, digits * 12, at + 2, f"{word} dozen"
        value_, after = _spaced(tokens, at, digits)
        return value_, value_, after, " ".join(t.lower for t in tokens[at:after])
    if word in ("a", "an", "one", "half") and following in (
        "hundred",
        "thousand",
        "million",
        "dozen",
        "couple",
        "pair",
        "handful",
        "few",
        "number",
        "trio",
        "large",
        "small",
    ):
        return _article_count(tokens, at, following)
    if word == "half" and following == "a" and _word(tokens, at + 2) in HALVES:
        value = HALVES[_word(tokens, at + 2)]
        return value, value, at + 3, f"half a {_word(tokens, at + 2)}"
    if word == "dozen" and at > 0:
        return 12, 12, at + 1, word
    if word == "several" and following in ("dozen", "hundred", "thousand", "million"):
        scale = {"dozen": 12, **MULTIPLIERS}[following]
        return 3 * scale, None, at + 2, f"several {following}"
    if word == "few" and following in ("dozen", "hundred", "thousand", "million"):
        scale = {"dozen": 12, **MULTIPLIERS}[following]
        return 2 * scale, None, at + 2, f"few {following}"
    if (word in ("hundreds", "tens") and following == "of") and _word(tokens, at + 2) in (
        "thousands",
        "millions",
    ):
        scale = 1000 if _word(tokens, at + 2) == "thousands" else 1_000_000
        low = (200 if word == "hundreds" else 20) * scale
        return low, None, at + 3, f"{word} of {_word(tokens, at + 2)}"
    spelled = _spelled(tokens, at)
    if spelled is not None:
        value_, after = spelled
        if _word(tokens, after) == "dozen":
            return value_ * 12, value_ * 12, after + 1, "dozen"
        return value_, value_, after, " ".join(t.lower for t in tokens[at:after])
    if word in VAGUE:
        return *VAGUE[word], at + 1, word
    return None


def _article_count(
    tokens: Sequence[Token], at: int, following: str
) -> tuple[int | None, int | None, int, str] | None:
    if following == "dozen":
        value = 6 if tokens[at].lower == "half" else 12
        return value, value, at + 2, "dozen"
    if following in ("couple", "pair"):
        return 2, 2, at + 2, following
    if following == "trio":
        return 3, 3, at + 2, following
    if following in ("few", "handful"):
        return None, None, at + 2, following
    if following == "number" or (
        following in ("large", "small") and _word(tokens, at + 2) == "number"
    ):
        after = at + 2 if following == "number" else at + 3
        if tokens[at].lower in ("a", "an") and _word(tokens, after) == "of":
            return None, None, after, "number"
        return None
    if following in ("large", "small"):
        return None
    spelled = _spelled_with_article(tokens, at)
    return spelled


def _spelled_with_article(
    tokens: Sequence[Token], at: int
) -> tuple[int | None, int | None, int, str] | None:
    one = tokens[at]._replace(text="one", lower="one")
    spelled = _spelled([*tokens[:at], one, *tokens[at + 1 :]], at)
    if spelled is None:
        return None
    value, after = spelled
    return value, value, after, " ".join(t.lower for t in tokens[at:after])


def _word(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].lower if 0 <= i < len(tokens) else ""


_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_RANGE_MARKS = ("-", "–", "—", "to", "or")


def find_quantities(tokens: Sequence[Token]) -> list[Quantity]:
    """All quantities of one sentence, left to right, without overlaps."""
    out: list[Quantity] = []
    i = 0
    while i < len(tokens):
        found = _quantity_at(tokens, i) if _may_begin_quantity(tokens[i].lower) else None
        if found is None:
            i += 1
            continue
        out.append(found)
        i = found.last
    return out


_FIRST_WORDS = frozenset(
    (
        *("between", "from", "a", "an", "one", "half", "dozen", "several", "few"),
        *("hundreds", "tens", *UNITS, *TENS, *_TENS_VARIANTS, *VAGUE, *_GLUED),
    )
)


def _may_begin_quantity(word: str) -> bool:
    """Whether a number may begin with a word, in lower case: most words are told at a glance."""
    return word in _FIRST_WORDS or not word[0].isalpha() or "-" in word


def _quantity_at(tokens: Sequence[Token], at: int) -> Quantity | None:
    around = _word(tokens, at - 1), _word(tokens, at + 1)
    if tokens[at].lower in ("many", "few") and around == ("as", "as"):
        return None  # "as many as nine": the number comes after
    if tokens[at].lower == "between" or tokens[at].lower == "from":
        ranged = _between(tokens, at)
        if ranged is not None:
            return ranged
    bare = _bare(tokens, at)
    if bare is None:
        return _hyphen_range(tokens, at)
    low, high, after, word = bare
    qualifier: Qualifier = "exactly"
    if word.split()[0] in ("several", "few", "hundreds", "tens") or (
        word in VAGUE or word in ("number", "handful", "few")
    ):
        qualifier = "vague"
    second = _second_of_range(tokens, after, low)
    if second is not None and qualifier == "exactly":
        high, after = second
        word = " ".join(t.lower for t in tokens[at:after])
    quantity = Quantity(
        tokens[at].start, tokens[after - 1].end, at, after, at, low, high, qualifier, word
    )
    return _with_qualifier(tokens, quantity)


def _between(tokens: Sequence[Token], at: int) -> Quantity | None:
    first = _bare(tokens, at + 1) if at + 1 < len(tokens) else None
    if first is None or first[0] is None:
        return None
    join = _word(tokens, first[2])
    wanted = ("and", "to", "-", "–") if tokens[at].lower == "between" else ()
    if join not in wanted or first[2] + 1 >= len(tokens):
        return None
    second = _bare(tokens, first[2] + 1)
    if second is None or second[0] is None or second[0] < first[0]:
        return None
    after = second[2]
    return Quantity(
        tokens[at].start,
        tokens[after - 1].end,
        at,
        after,
        at + 1,
        first[0],
        second[0],
        "exactly",
        "range",
    )


def _second_of_range(
    tokens: Sequence[Token], after: int, low: int | None
) -> tuple[int, int] | None:
    mark = _word(tokens, after)
    if _word(tokens, after - 2) in _MONTHS or (mark == "to" and _changes(tokens, after)):
        return None  # "the toll since October 7 to 36,731", "July 15 - Sixteen were killed"
    if mark not in _RANGE_MARKS or low is None or after + 1 >= len(tokens):
        return None
    second = _bare(tokens, after + 1)
    if second is None or second[0] is None or second[0] != second[1] or second[0] <= low:
        return None
    return second[0], second[2]


def _changes(tokens: Sequence[Token], after: int) -> bool:
    """Whether "from 30 to 41" tells a change ("raised the toll from 30 to 41"), not a range."""
    before = {t.lower for t in tokens[max(0, after - 12) : after]}
    return "from" in before and bool(
        before
        & set(
            "rose risen raised raising rises increased increasing revised climbed jumped grew went "
            "up".split()
        )
    )


def _hyphen_range(tokens: Sequence[Token], at: int) -> Quantity | None:
    """Spelled ranges in one token: "two-three"."""
    left, dash, right = tokens[at].lower.partition("-")
    if not dash or left not in UNITS or right not in UNITS or UNITS[left] >= UNITS[right]:
        return None
    q = Quantity(
        tokens[at].start,
        tokens[at].end,
        at,
        at + 1,
        at,
        UNITS[left],
        UNITS[right],
        "exactly",
        tokens[at].lower,
    )
    return _with_qualifier(tokens, q)


_RISEN = frozenset(
    "go goes going went gone climb climbs climbed jumped shot moved move pushed bumped".split()
)
_STANDS = frozenset("is was now are were stood stands".split())
_COUNTED = frozenset("toll number figure count tally total".split())


def _has_risen(tokens: Sequence[Token], at: int) -> bool:
    """Reads "the toll goes up to 42", "the number is now up to 50": no bound, but what it reached.

    Args:
        tokens: of the sentence.
        at: where "up to" stands.
    """
    before = [t.lower for t in tokens[max(0, at - 8) : at]]
    if not before or before[-1] in _RISEN:
        return bool(before)
    return before[-1] in _STANDS and bool(_COUNTED & set(before))


def _with_qualifier(tokens: Sequence[Token], q: Quantity) -> Quantity:
    first, kind = q.first, q.qualifier
    for phrase, meaning in _BEFORE:
        n = len(phrase)
        if first - n >= 0 and tuple(t.lower for t in tokens[first - n : first]) == phrase:
            if phrase in (("some",), ("over",), ("under",), ("above",), ("all",), ("near",)) and (
                q.qualifier == "vague"
            ):
                break
            if phrase == ("up", "to") and _has_risen(tokens, first - n):
                break
            first -= n
            kind = meaning
            break
    after = q.last
    for phrase, meaning in _AFTER:
        n = len(phrase)
        if tuple(t.lower for t in tokens[after : after + n]) == phrase:
            after += n
            kind = meaning
            break
    # "at least around 12": the outer bound counts
    if kind == "about" and first >= 2:
        outer = tuple(t.lower for t in tokens[first - 2 : first])
        if outer in (("at", "least"), ("more", "than")):
            first -= 2
            kind = "at_least" if outer == ("at", "least") else "more_than"
    low, high = q.low, q.high
    if q.qualifier == "vague":
        kind = "vague" if kind == "exactly" else kind
        if kind in ("at_least", "more_than"):
            high = None
        elif kind == "about":
            kind = "vague"
    elif kind in ("at_least", "more_than"):
        high = None
    elif kind == "up_to":
        low = None
    return replace(
        q,
        start=tokens[first].start,
        end=tokens[after - 1].end,
        first=first,
        last=after,
        low=low,
        high=high,
        qualifier=kind,
    )
