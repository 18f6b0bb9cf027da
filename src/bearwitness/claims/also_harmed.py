"""People told beside those told before, and those told again.

"The driver was also killed" adds one; "the man died" tells of the one told before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.told_by_age import is_of_another_age
from bearwitness.model.claim import Claim
from bearwitness.text.sentences import Sentence

_HARMED = r"(?:killed|died|dead|murdered|assassinated|slain|wounded|injured|hurt)\b"
# After one or some: an aside, and a verb that says that they too were harmed.
_ALSO = re.compile(
    rf"[^,;.\d]{{0,60}}?(?:,[^,;.\d]{{0,70}},\s*|,\s*who\b)?(?:\s|^)"
    rf"(?:(?:was|were|had|has|have|been)\s+)+also\s+(?:\w+\s+){{0,2}}?{_HARMED}"
    rf"|(?:\s+(?!(?:was|were|who|that|where)\b)[\w’'-]+){{0,4}}\s+also\s+"
    rf"(?:died\b|lost\s+(?:his|her|their)\s+li(?:fe|ves)\b"
    rf"|(?:was|were)\s+(?:\w+\s+){{0,2}}?{_HARMED})",
    re.I,
)
# "Confirmed 22 dead and said that 16 more were hurt": beside the dead, and not beside other hurt.
_MORE = re.compile(r"(?:at\s+least\s+)?[\w-]+\s+(?:more|others?)\b", re.I)
_NEW = re.compile(r"\b(?:another|more|further|additional|also|later)\b", re.I)
_NUMBER = re.compile(
    r"\b(?:\d[\d,]*|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?)\b", re.I
)
_OTHER_OUTCOME = {
    "injured": re.compile(r"\b(?:kill(?:ed|s|ing)|dead|died|dies|deaths?|toll|lives)\b", re.I),
    "killed": re.compile(r"\b(?:wound|injur|hurt)\w*", re.I),
}
_ELSEWHERE = re.compile(
    r"[^,;.]{0,20}\bin\s+(?:another|a\s+(?:separate|second|different))\s+(?:\w+\s+)?(?:attack|raid|"
    r"incident|ambush|strike|bombing|clash|shooting|blast|explosion|village|town|district)\b",
    re.I,
)
_BY_ITS_VERB = ("passive", "intransitive", "reduced", "adjective")
_HURT = ("injured", "wounded")
_FURTHER = re.compile(
    r"^(?:at\s+least\s+)?(?:another|an?\s+(?:additional|further))\b"
    r"|^(?:at\s+least\s+)?[\w-]+\s+(?:more|additional|further)\b|\balso\s+(?:\w+\s+)?(?:killed|died|"
    r"dead|wounded|injured|shot|hurt)\b",
    re.I,
)
# "Two others were wounded", "the other three were hurt"
_OTHERS = re.compile(r"[\w-]+\s+others?\b", re.I)
_OTHER = re.compile(r"\bother\s+$", re.I)


def settle_single(
    text: str, sentence: Sentence, count: CountReading, before: Sequence[Claim]
) -> CountReading | None:
    """A single person told again ("the man", a name, a body) is part of the count told before."""
    if not count.singular or not before or count.list_id is not None:
        return count
    if _is_also_harmed(text, sentence, count.end):
        return count
    if count.definite and "named" not in count.casualty.attributes:
        return count if is_of_another_age(text, count.start, count.end, before) else None
    if "named" in count.casualty.attributes or count.head in ("body", "corpse"):
        return replace(count, casualty=replace(count.casualty, subset=True, scope="part"))
    return count


def _is_also_harmed(text: str, sentence: Sentence, end: int) -> bool:
    """Reads "the driver was also killed": somebody beside those told before, in one attack."""
    also = _ALSO.match(text, end, sentence.end)
    return also is not None and not _ELSEWHERE.match(text, also.end(), sentence.end)


def _is_beside_other_harm(text: str, sentence: Sentence, count: CountReading) -> bool:
    """Reads "22 were killed and 16 more hurt": the 16 are beside the 22 of the same sentence."""
    harm = _OTHER_OUTCOME.get(count.casualty.outcome)
    head = text[sentence.start : count.start]
    if harm is None or not _MORE.match(text, count.start) or _NEW.search(head):
        return False
    return harm.search(head) is not None and _NUMBER.search(head) is not None


def settle_part(
    count: CountReading, own: Sequence[CountReading], before: Sequence[Claim]
) -> CountReading:
    """Reads "five were at work; one of them was hurt": no count of the hurt holds the one."""
    casualty = count.casualty
    dead = count.head == "victims" and casualty.outcome == "killed"  # "one of the victims died"
    alone = count.parent is None and count.list_id is None and (dead or not count.head)
    if not (casualty.subset and alone and casualty.low and count.rule in _BY_ITS_VERB):
        return count
    others = [c.casualty for c in before] + [c.casualty for c in own if c is not count]
    if any(
        o is not None and o.outcome == casualty.outcome and (o.low is None or o.low >= casualty.low)
        for o in others
    ):
        return count
    return replace(count, casualty=replace(casualty, subset=False))


# "The toll has risen to 11": those who died since are in it.
_RISEN = re.compile(
    r"\b(?:ris(?:en|es|ing)|rose|climb\w*|jump\w*|increas\w*|rais\w*|stands?\s+at|reach\w*|brought|brings|bringing)"
    r"\b[^.;]{0,40}$",
    re.I,
)
_NEXT = 2  # sentences that may explain how a toll rose


def _has_risen(text: str, toll: Claim, sentence: Sentence) -> bool:
    """Whether a toll told just before a further count rose to what it is by that count."""
    near = text.count(".", toll.span.end, sentence.start) <= _NEXT
    return near and _RISEN.search(text, toll.sentence.start, toll.span.start) is not None


_BODIES = ("body", "bodies", "corpse", "corpses", "remains")
_RECEIVED = re.compile(
    r"(?:\s+[\w-]+){0,2}?\s+(?:was|were|had\s+been|have\s+been)\s+(?:\w+ly\s+)?(?:received|brought|taken|shifted|moved|sent|"
    r"delivered|transferred|admitted)\b",
    re.I,
)


def settle_in_toll(
    text: str, sentence: Sentence, count: CountReading, before: Sequence[Claim]
) -> CountReading:
    """A larger toll told before holds "six bodies were received at X" and "two more have died".

    The latter where that toll has just risen ("has now risen to 11").
    """
    low = count.casualty.low
    larger = [c for c in before if c.casualty and (c.casualty.low or 0) > (low or 0)]
    if low is None or count.casualty.subset or not larger:
        return count
    received = count.head in _BODIES and _RECEIVED.match(text, count.end, sentence.end)
    further = _FURTHER.match(text[count.start : sentence.end])
    if received or (further and _has_risen(text, larger[-1], sentence)):
        return replace(count, casualty=replace(count.casualty, subset=True))
    return count


# "Two are in critical condition", "the other two were hurt": some of those told before.
_IN_CONDITION = re.compile(r"[^.;,]{0,60}?\bin\s+(?:[\w-]+,?\s+){0,3}?condition\b", re.I)
_THE_OTHERS = re.compile(r"\bthe\s+(?:other|remaining)\s*$", re.I)


def settle_condition(
    text: str, sentence: Sentence, count: CountReading, before: Sequence[Claim]
) -> CountReading:
    """The hurt whose state is told, or "the other two", are a part of a larger count before.

    Args:
        text: the document's text.
        sentence: where the count stands.
        count: as read.
        before: claims on those hurt, or hit, in the same event.
    """
    casualty = count.casualty
    if casualty.outcome != "injured" or casualty.subset or count.singular or not casualty.low:
        return count
    told = _IN_CONDITION.match(text, count.end, sentence.end) or _THE_OTHERS.search(
        text, sentence.start, count.start
    )
    if told is None or _FURTHER.search(text[count.start : min(sentence.end, count.end + 60)]):
        return count
    larger = any(
        c.casualty is not None
        and not c.casualty.subset
        and not c.casualty.superseded
        and c.casualty.scope == "incident"
        and (c.casualty.low or 0) > casualty.low
        for c in before
    )
    return replace(count, casualty=replace(casualty, subset=True)) if larger else count


def added_to(
    text: str, sentence: Sentence, count: CountReading, claim: Claim, before: Sequence[Claim]
) -> Claim | None:
    """The count that a further one adds to ("another three", "were also killed"), if any.

    Args:
        text: the document's text.
        sentence: where the further count stands.
        count: it, or the first member of the list that it sums up.
        claim: the claim on it.
        before: claims on the same event and outcome, told before it.
    """
    casualty = claim.casualty
    if casualty is None or casualty.low is None or casualty.subset:
        return None
    also = _is_also_harmed(text, sentence, claim.span.end)
    further = not count.singular and _FURTHER.search(
        text[count.start : min(sentence.end, count.end + 60)]
    )
    if further and _is_beside_other_harm(text, sentence, count):
        further = None
    died_later = count.head in _HURT and casualty.outcome == "killed"
    if died_later and any(c.sentence.start == sentence.start for c in before):
        return None  # "three died at once and one of the wounded in hospital": parts of a toll
    others = not count.singular and (
        _OTHERS.match(text, count.start, sentence.end)
        or _OTHER.search(text, sentence.start, count.start)
    )
    if not (also or died_later) and (not (further or others) or casualty.derived is not None):
        return None
    base = [
        c
        for c in before
        if c.casualty is not None
        and c.casualty.low is not None
        and not c.casualty.superseded
        and c.casualty.scope == "incident"
        and (not c.casualty.subset or c.casualty.derived is not None)
        and (c.sentence.start < sentence.start or (also and c.span.end < claim.span.start))
    ]
    if not base:
        return None
    if others and not (also or further or died_later):
        # beside one person; "two others" beside several may be some of these
        alone = len(base) == 1 and base[0].casualty is not None and base[0].casualty.low == 1
        return base[0] if alone else None
    whole = max(base, key=lambda c: c.casualty.low or 0 if c.casualty else 0)
    later = [c for c in base if c.sentence.start > whole.sentence.start]
    if len(later) > 1 and whole.casualty is not None and whole.casualty.low == sum(
        c.casualty.low or 0 for c in later if c.casualty
    ):  # fmt: skip
        return whole  # "four died": one here, three others there
    return max(base, key=lambda c: (c.sentence.start, c.casualty.low or 0 if c.casualty else 0))
