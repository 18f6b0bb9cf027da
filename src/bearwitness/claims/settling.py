"""What the rest of a sentence tells of the counts read in it.

Who died in the end, who is of the kind of those beside them, who is singled out, and who killed
others and then himself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.group_model import Group
from bearwitness.claims.role_lists import Role
from bearwitness.text.sentences import Sentence


def join_reflexives(
    readings: list[CountReading], groups: Sequence[Group], roles: dict[int, Role]
) -> list[CountReading]:
    """One who killed others and then himself is one more of their list."""
    out = list(readings)
    place = {r.start: k for k, r in enumerate(out)}
    for n, role in roles.items():
        if role.rule != "reflexive" or role.sibling is None:
            continue
        own = place.get(groups[n].quantity.start)
        mate = place.get(groups[role.sibling].quantity.start)
        if own is None or mate is None or out[mate].casualty.outcome != role.outcome:
            continue
        number = out[mate].list_id
        if number is None:
            number = 1 + max((r.list_id for r in out if r.list_id is not None), default=-1)
            casualty = replace(out[mate].casualty, subset=True)
            out[mate] = replace(out[mate], list_id=number, casualty=casualty)
        casualty = replace(out[own].casualty, subset=True)
        out[own] = replace(out[own], list_id=number, casualty=casualty)
    return out


_OTHER_KIND = re.compile(r"^\s*(?:\w+\s+)?other\s+civilians?\b", re.I)


def kind_of_others(
    words: str, sentence: Sentence, readings: list[CountReading]
) -> list[CountReading]:
    """Reads "a woman was killed and five other civilians hurt": the woman was a civilian too."""
    others = [r.start for r in readings if _OTHER_KIND.match(words[r.end - sentence.start :])]
    if not others:
        return readings
    return [
        replace(r, casualty=replace(r.casualty, status="civilian"))
        if r.casualty.status == "any" and r.start < others[-1] and r.singular
        else r
        for r in readings
    ]


_OWN = re.compile(r"^(?:his|her|their|its)\b", re.I)
_OF_OWN = re.compile(r"^\s*of\s+(?:his|her|their)\b", re.I)
_SHARED_OUT = re.compile(r"\b(?:as\s+follows|distributed|broken\s+down)\b[^.]*:", re.I)


def singled_out(
    words: str, sentence: Sentence, readings: Sequence[CountReading]
) -> list[CountReading]:
    """People singled out beside others: "two officials and their driver", "two of his guards"."""
    out: list[CountReading] = []
    for k, r in enumerate(readings):
        at = r.start - sentence.start
        listed = r.list_id is not None and k > 0 and readings[k - 1].list_id == r.list_id
        beside = listed and (
            (_OWN.match(words[at:]) and not readings[k - 1].singular)
            or _OF_OWN.match(words[r.end - sentence.start :])
        )
        spread = r.casualty.outcome != "displaced" and _SHARED_OUT.search(words[:at])
        if r.casualty.scope == "incident" and (beside or spread):
            r = replace(r, casualty=replace(r.casualty, scope="part"))
        out.append(r)
    return out


_DIED_LATER = re.compile(
    r"^(?:[^.;]{0,170}?)(?:\b(?:has|have|had)\s+(?:now\s+|since\s+|also\s+|later\s+)*died\b"
    r"|\b(?:where|and|but)\s+(?:(?:he|she|they)\s+)?(?:was\s+|were\s+|both\s+)?(?:later\s+|"
    r"subsequently\s+|reportedly\s+|soon\s+|then\s+|eventually\s+)*"
    r"(?:pronounced|declared|died|succumbed)\b"
    r"|;\s*(?P<all>both|all|they)\s+(?:\w+\s+){0,2}?(?:died|succumbed)\b"
    r"|\blater\s+(?:died|succumbed)\b|\bsuccumbed\s+to\b|\b(?:died|dies)\s+(?:from|of)\s+(?:the|his|her|their)\b)",
    re.I,
)


_BOTH = re.compile(
    r"\s*(?:(?:killed|dead)\s+(?:and|or)\s+(?:injured|wounded|hurt)|(?:injured|wounded)\s+(?:and|or)\s+"
    r"(?:killed|dead))\b(?!\s+(?:\d|(?:at|more|over|about|some|several|dozens|scores|many|others?|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|an?|the|his|her|their)\b))",
    re.I,
)


def undivided(
    words: str, sentence: Sentence, readings: Sequence[CountReading]
) -> list[CountReading]:
    """Reads "30 dead and wounded" and "two killed and injured in a raid": one number for both."""
    return [
        replace(r, casualty=replace(r.casualty, outcome="casualties"), rule="undivided")
        if r.casualty.outcome in ("killed", "injured")
        and (r.casualty.low or 0) > 1
        and _BOTH.match(words[r.end - sentence.start :])
        else r
        for r in readings
    ]


_SURVIVED = re.compile(r"\s*(?:of\s+(?:them|whom)\s+)?(?:have\s+|has\s+)?survived?\b", re.I)


def without_survivors(
    words: str, sentence: Sentence, readings: Sequence[CountReading]
) -> list[CountReading]:
    """Reads "four were shot, three survived": those who lived are none of the dead."""
    if "surviv" not in words:
        return list(readings)
    return [
        r
        for r in readings
        if r.casualty.outcome != "killed" or not _SURVIVED.match(words[r.end - sentence.start :])
    ]


_PRONOUNS = ("he", "she", "him", "her")


def outlived(
    words: str, sentence: Sentence, readings: Sequence[CountReading]
) -> list[CountReading]:
    """The readings, those who died in the end as dead, and told of once."""
    told = [_in_the_end(words, sentence, r, readings) for r in readings]
    died = [r.end for r in told if r.rule == "outlived"]
    return [r for r in told if not (died and r.head in _PRONOUNS and r.start >= min(died))]


def _in_the_end(
    words: str, sentence: Sentence, reading: CountReading, readings: Sequence[CountReading]
) -> CountReading:
    """Reads "was taken to hospital, where he died": hurt first, dead in the end."""
    count = reading.casualty
    if count.outcome not in ("injured", "casualties") or reading.parent is not None:
        return reading
    told = _DIED_LATER.match(words[reading.end - sentence.start :])
    if told is None:
        return reading
    stop = reading.end + told.end()
    if any(
        reading.end <= r.start < stop and r.head not in _PRONOUNS
        for r in readings
        if r is not reading
        and not (told["all"] and reading.list_id is not None and r.list_id == reading.list_id)
    ):
        return reading
    return replace(reading, casualty=replace(count, outcome="killed"), rule="outlived")
