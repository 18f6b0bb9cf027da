"""Who did it and to whom, as a sentence says it: the two sides around a word of violence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bearwitness.claims.actors import ActorIndex, ActorMention
from bearwitness.model.claim import Actor
from bearwitness.text.sentences import Sentence

_ARMED = frozenset(("state_force", "rebel", "militia"))
# People who can do violence though they are no force: named so by the press.
_VIOLENT_PEOPLE = frozenset(("gen-rioters", "gen-suspect", "gen-protesters"))
_SPEAKS = re.compile(
    r"^\W{0,2}(?:\w+\W+){0,2}?(?:said|says|say|told|announced|confirmed|reported|added|stated"
    r"|denied|accused|"
    r"sources?|spokes\w+|officials?|chief|commander|officer|report|statement|identified"
    r"|investigat\w+|responded|"
    r"arrived|believe|headquarters|department|minist\w+)\b",
    re.I,
)
_TOLD_BY = re.compile(r"(?:according to|told|citing|quoting)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.I)
_BY = re.compile(
    r"\b(?:by|blamed on|attributed to|carried out by|perpetrated by|conducted by|launched by"
    r"|claimed by|"
    r"at the hands of|work of)\s+(?:(?:a|an|the|two|three|four|some|several|suspected|alleged|"
    r"unidentified|unknown|armed|local|members? of|fighters? (?:of|from)|group of"
    r"|\w+ly)\s+)*(?:[\w-]+\s+){0,3}$",
    re.I,
)
_AT = re.compile(
    r"\b(?:on|against|targeting|targeted|hit|struck|attacked|attacking|shelled|bombed|bombarded"
    r"|pounded|"
    r"at|ambushed|raided|stormed|killed|killing|kills|wounded|wounding|injuring|injured|with|of"
    r"|fought|fighting|"
    r"battled|kidnapped|abducted|shot|among|including|executed|beheaded|murdered|destroyed"
    r"|arrested|detained|"
    r"near|between)\s+(?:(?:a|an|the|its|their|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens of|at least|"
    r"more than|some|several|\d[\d,]*|members? of|positions? of|fighters? (?:of|from)|suspected"
    r"|dead|unarmed|up to|"
    r"civilian|armed|other|many|group of|convoy of|number of|around|about)\s+)*(?:[\w-]+\s+){0,2}$",
    re.I,
)
_CLAIMED = re.compile(r"^\W*(?:\w+\W+){0,4}?claimed (?:responsibility|the attack|it|credit)", re.I)
_BETWEEN = re.compile(r"\b(?:between|pitting)\b", re.I)
_BORNE = re.compile(
    r"^(?:\s+[\w-]+){0,2}?\s+(?:was|were|been|being|are|is)\s+(?:\w+\s+)?(?:killed|shot|wounded"
    r"|injured|attacked|ambushed|arrested|detained|bombed|hit|targeted|kidnapped|abducted|executed"
    r"|beheaded|murdered|gunned|found|slain)\b",
    re.I,
)
_WHEN = re.compile(r"\b(?:since|after|when|before|because)\s+(?:[\w-]+\s+){0,4}$", re.I)
_HELD = re.compile(
    r"\b((?:[A-Z][\w’'-]*\s){0,2}?[\w’']+)[-–](?:held|controlled|run|ruled|occupied)\b"
)
_POSITIONS = re.compile(
    r"^['’]?s?\s+(?:positions?|targets?|fighters?|militants?|strongholds?|headquarters|bases?"
    r"|convoys?|posts?|vehicles?"
    r"|camps?|members?|soldiers|commanders?|leaders?|checkpoints?|barracks|outposts?|areas?)\b",
    re.I,
)


def sides(
    text: str,
    sentence: Sentence,
    trigger: tuple[int, int] | None,
    mentions: Sequence[ActorMention],
    actors: ActorIndex | None = None,
) -> tuple[Actor | None, Actor | None]:
    """The actor that did it and the one it was done to, where the sentence says so.

    Args:
        text: the document's text.
        sentence: the one that tells of the event.
        trigger: offsets of the words of violence in it, or None (then its first verb counts).
        mentions: actors of the document (`ActorIndex.find`).
        actors: reads "rebel-held", "IS-run" where given.
    """
    own = [
        m for m in mentions
        if sentence.start <= m.start < sentence.end
        and (m.kind in _ARMED or m.actor_id in _VIOLENT_PEOPLE)
        and not _only_speaks(text, sentence, m)
    ]  # fmt: skip
    at = trigger[0] if trigger else sentence.start
    stop = trigger[1] if trigger else sentence.start
    pair = _clash(text, sentence, own)
    if pair is not None:
        return pair
    by = _doer(text, sentence, own, at, stop)
    against = _actor(_sufferer(text, sentence, own, by, at))
    if against is None and actors is not None:
        against = _holder(text, sentence, actors, by)
    if against is None:
        against = _actor(_civilians(sentence, mentions))
    return _actor(by), against


def _actor(mention: ActorMention | None) -> Actor | None:
    return None if mention is None else Actor(mention.name, mention.actor_id or None, mention.text)


def _only_speaks(text: str, sentence: Sentence, m: ActorMention) -> bool:
    after = text[m.end : min(sentence.end, m.end + 60)]
    before = text[max(sentence.start, m.start - 40) : m.start]
    if _CLAIMED.search(after):
        return False
    return bool(_SPEAKS.search(after) or _TOLD_BY.search(before))


def _clash(
    text: str, sentence: Sentence, own: Sequence[ActorMention]
) -> tuple[Actor | None, Actor | None] | None:
    """Reads "clashes between X and Y", "X clashed with Y"."""
    if len(own) < 2:
        return None
    for x, y in pairwise(own):
        joint = text[x.end : y.start].strip().lower()
        led = _BETWEEN.search(text, max(sentence.start, x.start - 40), x.start)
        if led and re.search(r"\band\b|\bwith\b", joint) and len(joint) < 60:
            return _actor(x), _actor(y)
        if re.search(
            r"\b(?:clash\w*|fought|battl\w+|exchang\w+ fire|skirmish\w*) (?:with|against)?", joint
        ) and (len(joint) < 80):
            return _actor(x), _actor(y)
    return None


def _bears(text: str, sentence: Sentence, m: ActorMention) -> bool:
    """Whether the verb after an actor is passive: "three jihadists were killed"."""
    return bool(_BORNE.search(text[m.end : min(sentence.end, m.end + 60)]))


def _doer(
    text: str, sentence: Sentence, own: Sequence[ActorMention], at: int, stop: int
) -> ActorMention | None:
    for m in own:
        if _CLAIMED.search(text[m.end : min(sentence.end, m.end + 60)]):
            return m
    for m in own:
        if m.start >= at and _BY.search(text[max(sentence.start, m.start - 70) : m.start]):
            return m
    for m in own:
        # "Turkish drone strike": the trigger's own words may hold the actor.
        if (m.start <= at < m.end or at <= m.start < stop) and not _bears(text, sentence, m):
            return m
    before = [m for m in own if m.end <= at]
    for m in reversed(before):
        lead = text[max(sentence.start, m.start - 60) : m.start]
        if not _AT.search(lead) and not _owned(text, m) and not _bears(text, sentence, m):
            return m
    for m in own:
        lead = text[max(sentence.start, m.start - 70) : m.start]
        if _BY.search(lead):
            return m
    return None


def _owned(text: str, m: ActorMention) -> bool:
    """Reads "rebel-held": no doer."""
    return text[m.end : m.end + 6].lower().startswith(("-held", "-run", "-contr"))


def _sufferer(
    text: str,
    sentence: Sentence,
    own: Sequence[ActorMention],
    by: ActorMention | None,
    at: int,
) -> ActorMention | None:
    for m in own:
        if by is not None and (m is by or m.actor_id == by.actor_id):
            continue
        lead = text[max(sentence.start, m.start - 70) : m.start]
        if _bears(text, sentence, m):
            return m
        if _BY.search(lead) or _WHEN.search(lead):
            continue
        if _AT.search(lead) or (_POSITIONS.search(text[m.end : m.end + 30]) and m.start > at):
            return m
    if by is not None and by.start > at:
        # "Soldiers were killed by rebels": what stands before the verb bears it.
        for m in own:
            if m.end <= at and m.actor_id != by.actor_id:
                return m
    return None


def _civilians(sentence: Sentence, mentions: Sequence[ActorMention]) -> ActorMention | None:
    for m in mentions:
        if sentence.start <= m.start < sentence.end and m.actor_id == "gen-civilians":
            return m
    return None


def _holder(
    text: str, sentence: Sentence, actors: ActorIndex, by: ActorMention | None
) -> Actor | None:
    m = _HELD.search(text, sentence.start, sentence.end)
    if m is None:
        return None
    words = m.group(1)
    entry = actors.lookup(words) or actors.lookup(words.split()[-1])
    if entry is None or (by is not None and entry.actor_id == by.actor_id):
        return None
    return Actor(entry.name, entry.actor_id, m.group(0))
