"""The same figure given again without saying what it counts: "the agency put it at 12".

Such words go on with a toll told just before, in the sentence or the one before it, and count
the same outcome.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.lexicon import PERSON_NOUNS
from bearwitness.claims.scope import scope_of
from bearwitness.model.claim import Casualty
from bearwitness.text.numerals import Quantity, find_quantities
from bearwitness.text.sentences import Sentence

_TOLL = r"(?:figures?|numbers?|tolls?|counts?|totals?|tall(?:y|ies)|estimates?)"
_GATE = re.compile(
    r"\b(?:put|puts|putting|gave|raised|revised|lowered|upped|corrected|stands?|stood|ris(?:en|es)|"
    r"rose|climbed|bringing|taking|raising|pushing|number|numbers|numbered|ranged?|ranges|ranging|vary|varied|were)\b",
    re.I,
)
# Each ends where the number starts.
_AGAIN = (
    re.compile(
        rf"\b(?:puts?|putting|gave|set|placed|raised|revised|lowered|upped|corrected)\s+"
        rf"(?:the\s+(?:\w+\s+)?{_TOLL}|it|them|its\s+{_TOLL})\s+(?:\w+\s+)?(?:at|to|as)\s+$",
        re.I,
    ),
    re.compile(
        rf"\b(?:it|the\s+(?:\w+\s+)?{_TOLL})\s+(?:now\s+|later\s+|since\s+|has\s+|had\s+)*"
        rf"(?:stands?|stood|rose|risen|climbed|grew|grown|increased|jumped)\s+(?:now\s+)?(?:at|to)\s+$",
        re.I,
    ),
    re.compile(
        rf"\bthe\s+(?:\w+\s+)?{_TOLL}\s+(?:\w+\s+)?(?:is|was|went|gone)\s+(?:now\s+)?up\s+to\s+$",
        re.I,
    ),
)
_BRINGING = re.compile(
    rf"\b(?:bring|tak|rais|push)ing\s+(?:the|its|their)\s+(?:\w+\s+){{0,2}}?{_TOLL}\b[^.;]{{0,70}}?\bto\s+$",
    re.I,
)
_NUMBER = re.compile(
    r"\b(?:dead|killed|deaths|fatalities|wounded|injured)\b[^.;,]{0,40}?\s(?:now\s+)?number(?:s|ed)?\s+$",
    re.I,
)
_RANGE = re.compile(
    r"\b(?:dead|killed|deaths|toll|wounded|injured)\b[^.;]{0,50}?\b(?:ranges?|ranged|ranging|var(?:y|ied))\s+"
    r"(?:(?:from|between)\s+)?$",
    re.I,
)
_KIND_OF_THEM = re.compile(
    r"^\s*(?:of\s+(?:them|the\s+(?:dead|victims))\s+)?(?:were|was)\s+(?:\w+\s+){0,2}?(?P<noun>\w+)\b",
    re.I,
)
_HURT = re.compile(r"\b(?:wounded|injured|hurt)\b", re.I)
_DEAD = re.compile(r"\b(?:dead|killed|died|deaths?|fatalit\w+|victims?|lives)\b", re.I)


def told_again(
    words: str,
    sentence: Sentence,
    readings: Sequence[CountReading],
    before: Sequence[CountReading],
) -> list[CountReading]:
    """The readings, and those of figures that go on with a toll told before.

    Args:
        words: the sentence's text.
        sentence: its tokens and offsets.
        readings: what was read in it.
        before: what was read in the sentence before it.
    """
    out = list(readings)
    if not _GATE.search(words):
        return out
    for quantity in find_quantities(sentence.tokens):
        at, end = quantity.start - sentence.start, quantity.end - sentence.start
        if any(r.start < quantity.end and quantity.start < r.end for r in out):
            continue
        found = _again(words, at, quantity, out, before)
        if found is None:
            found = _of_them(words, at, end, quantity, readings, before)
        if found is not None:
            out.append(found)
    return out


def _again(
    words: str,
    at: int,
    q: Quantity,
    own: Sequence[CountReading],
    before: Sequence[CountReading],
) -> CountReading | None:
    """A toll given again, or a number that a noun of harm names before its verb."""
    head = words[:at]
    named = _BRINGING.search(head) or _NUMBER.search(head) or _RANGE.search(head)
    if named is not None and (_HURT.search(named.group()) or _DEAD.search(named.group())):
        hurt = _HURT.search(named.group()) and not _DEAD.search(named.group())
        people = [PERSON_NOUNS[w] for w in named.group().lower().split() if w in PERSON_NOUNS]
        casualty = Casualty(
            "injured" if hurt else "killed", q.low, q.high, q.qualifier,
            status=people[0].status if people else "any",
            scope=scope_of(words, at, at + q.end - q.start, q.low),
        )  # fmt: skip
        return _reading(q, casualty)
    again = named or next((m for p in _AGAIN if (m := p.search(head))), None)
    if again is None:
        return None
    earlier = [r for r in own if r.end <= q.start] or list(before)
    tolls = [r for r in earlier if r.parent is None and _is_toll(r.casualty)]
    if not tolls:
        return None
    last = tolls[-1].casualty
    status = last.status if "them" in again.group().lower().split() else "any"
    return _reading(q, Casualty(last.outcome, q.low, q.high, q.qualifier, status=status))


def _of_them(
    words: str,
    at: int,
    end: int,
    q: Quantity,
    own: Sequence[CountReading],
    before: Sequence[CountReading],
) -> CountReading | None:
    """Reads "The strike killed 45 people. Eleven were pupils.": a part of the toll just told."""
    told = _KIND_OF_THEM.match(words[end:])
    noun = PERSON_NOUNS.get(told.group("noun").lower()) if told else None
    if noun is None or words[:at].strip() or own:
        return None
    wholes = [r.casualty for r in before if r.parent is None and _is_toll(r.casualty)]
    if len({w.outcome for w in wholes}) != 1 or (wholes[-1].low or 0) <= (q.low or 0):
        return None
    casualty = Casualty(
        wholes[-1].outcome, q.low, q.high, q.qualifier, status=noun.status,
        attributes=noun.attributes, scope=wholes[-1].scope, subset=True,
    )  # fmt: skip
    return _reading(q, casualty)


def _is_toll(count: Casualty) -> bool:
    """Whether a count is one that words can go on with: a number of dead or hurt."""
    return count.low is not None and not count.subset and count.outcome in ("killed", "injured")


def _reading(q: Quantity, casualty: Casualty) -> CountReading:
    return CountReading(q.start, q.end, casualty, "again", strength=0.7)
