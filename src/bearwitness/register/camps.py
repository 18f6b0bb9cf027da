"""Counts of the dead of two opposed camps, an army's and an armed group's, which add up.

"Four peacekeepers were killed. Eight militants died too": no count is the other's rival.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bearwitness.register.chosen import Chosen
from bearwitness.register.evidence import Testimony

RULE = "sum_of_camps"
_REACH = 30
_OTHERS = re.compile(r"\s*(?:more\s+|other\s+)?others?\b", re.I)
_STATE, _GROUP = "state", "armed group"
_WORDS = {
    _STATE: re.compile(
        r"\b(?:soldiers?|troops|servicemen|peacekeepers?|police(?:m[ae]n)?|officers?|guards?|jawans?|"
        r"personnel|auxiliaries|gendarmes?|commandos?)\b",
        re.I,
    ),
    _GROUP: re.compile(
        r"\b(?:militants?|rebels?|terrorists?|insurgents?|assailants?|attackers?|gunm[ae]n|"
        r"jihadis(?:ts?)?|guerrillas?|bandits?|maoists?|militiam[ae]n|extremists?)\b",
        re.I,
    ),
}


def camp(t: Testimony) -> str | None:
    """Which camp the fighters counted are told as; None where the words do not say."""
    if t.count.status != "combatant" or t.count.is_reckoned:
        return None
    sentence, end = t.claim.sentence, t.claim.span.end - t.claim.sentence.start
    words = f"{t.claim.span.quote} {sentence.quote[end : end + _REACH]}"
    found = {name: m.start() for name, form in _WORDS.items() if (m := form.search(words))}
    if found or not _OTHERS.match(sentence.quote, end):
        return min(found, key=lambda name: found[name]) if found else None
    # "16 insurgents were killed and 11 others hurt": of those told before
    lead = sentence.quote[: t.claim.span.start - sentence.start]
    last = {name: [m.start() for m in form.finditer(lead)] for name, form in _WORDS.items()}
    told = {name: at[-1] for name, at in last.items() if at}
    return max(told, key=lambda name: told[name]) if told else None


def are_one(testimonies: Sequence[Testimony]) -> bool:
    """Whether the words put all of these fighters in one camp."""
    told = {camp(t) for t in testimonies}
    return len(told) == 1 and None not in told


def parted(
    pool: Sequence[Testimony], told: Sequence[Testimony]
) -> tuple[list[Testimony], list[Testimony]] | None:
    """The armed group's dead, and all others; None unless the others are the other camp's.

    Args:
        pool: the counts that one document gives for one source.
        told: the same with those that a sum in the pool rests on.
    """
    theirs = [t for t in pool if camp(t) == _GROUP and t.count.scope == "incident"]
    ours = [t for t in pool if camp(t) != _GROUP]
    by_id = {t.claim.claim_id: t for t in told}
    if not theirs or not ours or not all(_is_of_others(t, by_id) for t in ours):
        return None
    return theirs, ours


def across_sources(chosen: Sequence[Chosen]) -> list[Chosen]:
    """One report's counts of the two camps, given by two sources, put together."""
    out: list[Chosen] = []
    for document in sorted({c.lead.claim.document_id for c in chosen}):
        own = [c for c in chosen if c.lead.claim.document_id == document]
        theirs = [c for c in own if all(camp(t) == _GROUP for t in c.testimonies)]
        ours = [c for c in own if c.rule == "stated" and camp(c.lead) == _STATE]
        if len(own) == len(theirs) + len(ours) and len(theirs) == len(ours) == 1:
            summed = added(ours[0], theirs[0])
            own = [summed] if summed is not None else own
        out.extend(own)
    return out


def added(one: Chosen | None, other: Chosen) -> Chosen | None:
    """The two together; None where one of them counts nobody."""
    if one is None or one.low is None or other.low is None:
        return None
    high = None if one.high is None or other.high is None else one.high + other.high
    return Chosen(one.low + other.low, high, RULE, (*one.testimonies, *other.testimonies))


def _is_of_others(t: Testimony, told: Mapping[str, Testimony]) -> bool:
    """Whether a count is of an army's dead, of civilians, or a sum of such."""
    if t.count.derived is not None and t.count.is_reckoned:
        premises = [told[p] for p in t.count.derived.premises if p in told]
        return bool(premises) and all(_is_of_others(p, told) for p in premises)
    return t.count.status == "civilian" or camp(t) == _STATE
