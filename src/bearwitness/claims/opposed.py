"""Two armed sides that one sentence sets against each other: "clashes between X and Y"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from bearwitness.claims.actors import ActorMention
from bearwitness.text.sentences import Sentence

Pair = tuple[ActorMention, ActorMention]

_BETWEEN = re.compile(r"\b(?:between|pitting)\b", re.I)
# "A truce between X and Y", "the war between them": no fight that a report tells of.
_NO_FIGHT = re.compile(
    r"\b(?:cease-?fire|truce|talks|negotiations?|dialogue|agreement|accord|deal|pact|wars?|conflict"
    r"|relations|tensions?|mistrust|distrust|feud|rivalry|border|frontier|differences)\s+$",
    re.I,
)
_LED = 160
_CLASHING = re.compile(
    r"\b(?:clash(?:ed|es|ing)?|fought|fights?|fighting|battl(?:ed|es|ing)|engaged|skirmish\w*"
    r"|shoot-?outs?|gun\s?(?:battles?|fights?)|fire-?fights?|encounters?"
    r"|exchang\w+ (?:\w+\s)?(?:fire|gunfire|shelling))\s+(?:\w+\s+){0,3}?"
    r"(?:with|against)\b|\b(?:fought|battled|encountered|engaged(?!\s+in\b))\b",
    re.I,
)
# What two sides named before it do to each other: "rebels and soldiers exchanged fire".
_MET = re.compile(
    r"^(?:\s+(?:also|then|reportedly|violently|\w+ly))*\s+(?:clash(?:ed)?|fought|battled|skirmished"
    r"|(?:exchanged|traded)\s+(?:\w+\s+){0,2}?(?:fire|gunfire|shelling|shots|blows)"
    r"|(?:were\s+)?engaged\s+in\s+(?:an?\s+)?(?:\w+\s+){0,2}?"
    r"(?:clash\w*|fire-?fights?|gun\s?(?:battles?|fights?)|shoot-?outs?|fighting|battles?"
    r"|exchanges?))\b",
    re.I,
)
_AND = re.compile(
    r",?\s+(?:and|with)\s+(?:(?:the|an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some"
    r"|several|other|suspected|members\s+of|a\s+group\s+of)\s+)*"
)
# What befell both: "two rebels and a soldier were killed in clashes".
_FELL = re.compile(
    r"(?:\s+(?:have|had|been|was|were|also|reportedly|\w+ly))*\s+(?:killed|wounded|injured|died|dead)"
    r"\b[^.;]*?\b(?:in|during)\s+(?:[\w-]+\s+){0,3}?(?:clash(?:es)?|fire-?\s?fights?|fighting|battles?"
    r"|gun-?\s?(?:fights?|battles?)|encounters?|skirmish(?:es)?|shoot-?outs?|exchanges?)\b",
    re.I,
)
# "Soldiers repelled a rebel attack": who attacked is the doer, whatever came of it.
_REPELLED = re.compile(
    r"\b(?:repel(?:led|s|ling)?|repuls(?:ed|es|ing)|thwart(?:ed|s|ing)?|foil(?:ed|s|ing)?"
    r"|fend(?:ed|s|ing)?\s+off|beat(?:en|ing)?\s+(?:back|off)|push(?:ed|es|ing)?\s+back)\b",
    re.I,
)
_ASSAULT = (
    r"(?:attacks?|assaults?|offensives?|raids?|incursions?|advances?|infiltrations?|ambush(?:es)?"
    r"|attempts?|push)\b"
)
_THEIR_ASSAULT = re.compile(rf"^(?:['’]s?)?\s+(?:[\w-]+\s+){{0,2}}?{_ASSAULT}", re.I)
_IS_ASSAULT = re.compile(rf"{_ASSAULT}$", re.I)  # "a Houthi attack" is one mention
_ASSAULT_BY = re.compile(rf"\b{_ASSAULT}[^.;]{{0,50}}\b(?:by|from)\s+(?:[\w-]+\s+){{0,3}}$", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$", re.I)
_AGAINST = re.compile(r"\bagainst\b|\bon (?:the )?one (?:side|hand)\b", re.I)
_JOINED = re.compile(r"\b(?:and|with|versus|vs)\b", re.I)
_BACKED = re.compile(
    r"\b(?:(?:supported|backed|accompanied|aided|assisted|joined|reinforced|covered|led) by"
    r"|(?:support|help|backing|cover|assistance) (?:of|from|by)|alongside|together with"
    r"|along with|,\s+including|affiliated (?:with|to)|operat\w+ (?:under|as part of)"
    r"|(?:which|who) (?:is|are) part of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
_LOYAL = re.compile(
    r"\b(?:pro-(?:regime|government|state)|allied|loyal(?:ist)?|their\s+allies)\b", re.I
)


def opposed(text: str, sentence: Sentence, own: Sequence[ActorMention]) -> Pair | None:
    """The two sides of a fight, the one that began it first where the words say so.

    Those who only stand by a side ("supported by Russian warplanes", "and allied militias" before
    "against") are none of their own.

    Args:
        text: the document's text.
        sentence: the one that tells of the fight.
        own: the armed actors it names.
    """
    own = [m for m in own if not stands_by(text, sentence, m)]
    return (
        _between(text, sentence, own)
        or _beaten_off(text, sentence, own)
        or _clashed(text, sentence, own)
        or _met(text, sentence, own)
    )


def stands_by(text: str, sentence: Sentence, m: ActorMention) -> bool:
    """Whether an actor only backs another: "supported by X", "with air cover from X"."""
    return bool(_BACKED.search(text[max(sentence.start, m.start - 60) : m.start]))


def _between(text: str, sentence: Sentence, own: Sequence[ActorMention]) -> Pair | None:
    led = _BETWEEN.search(text, sentence.start, sentence.end)
    if led is None or _NO_FIGHT.search(text, sentence.start, led.start()):
        return None
    after = [m for m in own if led.end() <= m.start < led.end() + _LED]
    return _set_against(text, after[0], after[1:]) if len(after) >= 2 else None


def _clashed(text: str, sentence: Sentence, own: Sequence[ActorMention]) -> Pair | None:
    for verb in _CLASHING.finditer(text, sentence.start, sentence.end):
        x = next((m for m in reversed(own) if m.end <= verb.start()), None)
        y = next((m for m in own if m.start >= verb.end()), None)
        if x is None or y is None or _one(x, y):
            continue
        near = verb.start() - x.end < _LED and y.start - verb.end() < _LED
        if near and not re.search(r"[.;]", text[x.end : verb.start()]):
            return _subject(text, own, x), y
    return None


def _met(text: str, sentence: Sentence, own: Sequence[ActorMention]) -> Pair | None:
    """Reads "rebels and a soldier exchanged fire" or "died in a clash": the subject holds both."""
    for x, y in pairwise(own):
        joined = _AND.fullmatch(text, x.end, y.start) and not _one(x, y)
        after = text[y.end : sentence.end]
        if joined and (_MET.match(after) or _FELL.match(after)) and not _is_ally(text, x, y):
            return x, y
    return None


def _beaten_off(text: str, sentence: Sentence, own: Sequence[ActorMention]) -> Pair | None:
    """Reads "soldiers repelled a rebel attack", "thwarted an attack by rebels"."""
    for verb in _REPELLED.finditer(text, sentence.start, sentence.end):
        if _PASSIVE.search(text, sentence.start, verb.start()):
            continue
        defender = next((m for m in reversed(own) if m.end <= verb.start()), None)
        for m in own:
            lead = text[verb.end() : m.start] if m.start >= verb.end() else None
            if lead is None or len(lead) > _LED or defender is None or _one(m, defender):
                continue
            theirs = len(lead.split()) <= 4 and (
                _IS_ASSAULT.search(m.text) or _THEIR_ASSAULT.match(text[m.end : sentence.end])
            )
            if theirs or _ASSAULT_BY.search(lead):
                return m, defender
    return None


def _subject(text: str, own: Sequence[ActorMention], x: ActorMention) -> ActorMention:
    """The first of those joined by "and" before a verb: "regime and militia forces clashed"."""
    at = own.index(x)
    while at > 0 and re.fullmatch(r",?\s*and(?:\s+\w+)?\s*", text[own[at - 1].end : own[at].start]):
        at -= 1
    return own[at]


def _set_against(text: str, x: ActorMention, others: Sequence[ActorMention]) -> Pair | None:
    """The other side: the first after "against", else the first joined by "and" or "with".

    "Between regime and pro-regime forces and rebels" names two of one side first.
    """
    others = [y for y in others if not _is_ally(text, x, y)] or others
    for pattern in (_AGAINST, _JOINED):
        for y in others:
            joint = text[x.end : y.start]
            if not _one(x, y) and len(joint) < _LED and pattern.search(joint):
                return x, y
    return None


def _is_ally(text: str, x: ActorMention, y: ActorMention) -> bool:
    """Whether the words for y say that it fights for a state named before: "allied militias"."""
    if x.kind != "state_force":
        return False
    loyal = _LOYAL.search(text[max(x.end, y.start - 24) : y.end])
    return y.actor_id == "gen-progov" or loyal is not None


def _one(x: ActorMention, y: ActorMention) -> bool:
    return (x.actor_id, x.name) == (y.actor_id, y.name)
