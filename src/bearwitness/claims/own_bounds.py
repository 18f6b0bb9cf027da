"""What a count of people displaced or detained, and a running toll, may tell of day and place.

Such counts stand in reports on other events, whose day and place they do not share: a standing
number is told again and again, and those who fled one place are counted in another. So they keep
a day or a place only where their own clause tells one and no other; else it stays open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.counts import CountReading
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when_roles import Dated
from bearwitness.model.claim import MOVED, When, Where
from bearwitness.text.sentences import Sentence

# Between a count and a day or a place, these begin what is told of something else.
_APART = re.compile(
    r"[;:]|\s[–—-]+\s|,\s+(?:with|but|and\s+that|adding|bringing)\s|"
    r"\b(?:who|whom|which|whose|where|while|whereas|after|before|when|as|following|amid|because|"
    r"said|says|told|reported|reports|announced|added|according|warned|estimated|confirmed|ago|"
    r"show(?:s|ed)?\s+that)\b|"
    r"\b(?:with|in)\s+(?:deaths|most|many|over|more|nearly|about|women|children|half)\b|"
    r"\bthat\s+(?:began|started|erupted|left|killed|attacked)\b|\b(?:since|until)\b|"
    r"\band\s+(?:a\s+|an\s+)?(?:further\s+|another\s+|other\s+)?(?:\d|two|three|four|five|six|seven|"
    r"eight|nine|ten|dozens|hundreds|thousands|scores|many|some|several)\b",
    re.I,
)
# A number that stands: no day is its own.
_STANDS = re.compile(
    r"\b(?:still|currently|now|remain\w*|languishing)\b|"
    r"\b(?:is|are)\s+(?:\w+\s+)?(?:in\s+captivity|held|being\s+held|detained|displaced|missing|in\s+jail|imprisoned)\b|"
    r"\b(?:total|overall)\s+(?:number|of)\b|\bso\s+far\b",
    re.I,
)
# Where those who fled went, and not whence.
_WHITHER = re.compile(
    r"\b(?:to|into|for|toward|towards|reached|reaching|crossed|arrived\s+in|refuge\s+in|sheltering\s+in|"
    r"shelter\s+in|camps?\s+in|camps?\s+at|arrivals\s+in|hosted\s+in|living\s+in)\s+(?:the\s+|nearby\s+|"
    r"neighbou?ring\s+|(?:\w+\s+){0,2}?camps?\s+(?:in|at)\s+)?$",
    re.I,
)
# "Poland has taken two million": who takes them in.
_TAKES_IN = re.compile(
    r"\s+(?:(?:has|have|had|is|are)\s+)?(?:taken|taking|received|hosts?|hosting|hosted|sheltered|"
    r"sheltering|registered|welcomed)\b",
    re.I,
)
_AND_HALF = re.compile(r"\s+and\s+a\s+half\b", re.I)

_CITY_OF_ISSUE = re.compile(r"(?:^|\n)\s*\($")
_MORE_PLACES = re.compile(r"\s+and\s+(?:the\s+)?[A-Z]")

Span = tuple[int, int]


def _between(text: str, count: Span, start: int, end: int) -> str:
    return text[count[1] : start] if start >= count[1] else text[end : count[0]]


def _is_near(text: str, count: Span, start: int, end: int) -> bool:
    return _APART.search(_between(text, count, start, end)) is None


def own_day(text: str, sentence: Sentence, count: Span, dates: Sequence[Dated], told: When) -> When:
    """The day that a count's own clause tells, if it tells one and no other."""
    if _STANDS.search(text, sentence.start, sentence.end):
        return When()
    near = [
        d for d in dates
        if not d.expr.restated
        and d.role not in ("speech", "open", "stamp", "dateline")
        and _is_near(text, count, d.expr.start, d.expr.end)
        and not _AND_HALF.match(text, d.expr.end)
    ]  # fmt: skip
    days = {(d.when.start, d.when.end) for d in near if d.when.start is not None}
    if len(days) != 1:
        return When()
    own = next(d.when for d in near if d.when.start is not None)
    return told if _overlap(own, told) and told.precision == own.precision else own


def _overlap(one: When, other: When) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start <= other.end and other.start <= one.end


def own_place(
    text: str, count: Span, outcome: str, places: Sequence[PlaceMention], told: Where | None
) -> Where | None:
    """The place that a count's own clause tells, if it tells one, or one within another."""
    moved = outcome == "displaced"
    near = [
        p for p in places
        if p.role not in ("dateline", "speaker_location", "landmark")
        and _is_near(text, count, p.start, p.end)
        and not (moved and _WHITHER.search(text, max(0, p.start - 40), p.start))
        and not (moved and _TAKES_IN.match(text, p.end))
        and not _CITY_OF_ISSUE.search(text, max(0, p.start - 4), p.start)
    ]  # fmt: skip
    # where a count goes on to say where, that holds; else what stands before it
    near = [p for p in near if p.start >= count[1]] or near
    if not near:
        return None
    finest = max(near, key=lambda p: p.specificity)
    rivals = [p for p in near if p is not finest and not _holds(p, finest)]
    if rivals or finest.where.place_id is None or _MORE_PLACES.match(text, finest.end):
        return None
    same = told is not None and told.place_id == finest.where.place_id
    return told if same else finest.where


def _holds(wide: PlaceMention, inner: PlaceMention) -> bool:
    """Whether one place is the country or the region of another, or the very same."""
    if wide.where.place_id is not None and wide.where.place_id == inner.where.place_id:
        return True
    return wide.specificity < inner.specificity and wide.where.country == inner.where.country


def is_own_period(text: str, count: Span, start: int, end: int) -> bool:
    """Whether a period stands in a toll's own clause, "since" and the like aside."""
    between = _SINCE_WORDS.sub(" ", _between(text, count, start, end))
    return _APART.search(between) is None and _AND_HALF.match(text, end) is None


_SINCE_WORDS = re.compile(
    r"\b(?:since|until|after|before)\b(?:\s+(?:the|a|an|its|it|they|he|she|mid|early|late|last)\b)*|"
    r",?\s*\b(?:which|that)\s+(?:began|started|erupted|broke\s+out|was\s+launched)\b",
    re.I,
)
# "captured one of the largest towns", "seized several posts": no persons are counted.
_OF_THINGS = re.compile(
    r"\s+(?:of\s+(?:the|its|their|these|those)\s+)?"
    r"(?:(?!(?:in|on|at|for|with|from|near|after|over|who|whose)\s)[\w’'-]+\s+(?:and\s+)?){0,6}?"
    r"(?:towns?|cit(?:y|ies)|villages?|bases?|posts?|outposts?|positions?|districts?|areas?|airports?|"
    r"checkpoints?|crossroads?|crossings?|hills?|vehicles?|tanks?|weapons?|settlements?|provinces?|"
    r"neighbou?rhoods?|demographics|locations?)\b",
    re.I,
)
_PERSONS_FIRST = re.compile(
    r"(?:\s+[\w’'-]+){0,4}?\s+(?:people|persons?|civilians?|m[ae]n|wom[ae]n|boys?|girls?|children|residents?|villagers?|"
    r"soldiers?|troops|fighters?|militants?|rebels?|suspects?|students?|pupils?|protesters?|workers?|"
    r"members?|officers?|others?|prisoners?|families|households|refugees|citizens?)\b",
    re.I,
)
# "have released 28 of them": those who came free are none of those taken.
_FREED = re.compile(
    r"\b(?:releas(?:ed?|es|ing)|freed?|frees|freeing|rescu(?:ed?|es|ing)|liberated|repatriated)\s+"
    r"(?:(?:at\s+least|about|some|another|more\s+than|over|nearly|the)\s+)*$",
    re.I,
)
_CAME_FREE = re.compile(
    r"\s*(?:[\w’'-]+\s+){0,4}?(?:(?:was|were|been)\s+(?:\w+ly\s+)?(?:released|freed|rescued)|escaped|returned\s+home)\b",
    re.I,
)
# "many of them imprisoned without a hearing", "various groups": no number of those taken.
_NO_NUMBER = re.compile(r"\w+\s+of\s+(?:them|whom|those)\b|various\b", re.I)
# "out of a country of 20 million", "could reach 650,000": who lives there, who may yet come.
_NOT_THEY = re.compile(
    r"\b(?:country|nation|population|city|town|region|province)\s+of\s+(?:[a-z]+\s+){0,2}$|"
    r"\b(?:could|may|might|would|(?:expected|feared|likely)\s+to)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:reach|rise\s+to|exceed|hit|climb\s+to|top)\s+(?:[a-z]+\s+){0,2}$",
    re.I,
)
# "killed, wounded and captured dozens": one number for all, and how many were taken is not told.
_LUMPED = re.compile(
    r"\b(?:killed|wounded|injured)(?:,\s*\w+)*,?\s+(?:and|or)\s+"
    r"(?:captured|detained|arrested|abducted|displaced)\s+(?:(?:at\s+least|about|some|over)\s+)*$",
    re.I,
)
# "a security official as saying seven were arrested": who says it is not who was taken.
_SAYS = re.compile(r"[^,;.]{0,60}?\b(?:as\s+saying|said|says|told|announced)\b", re.I)


def counts_nobody_taken(text: str, sentence: Sentence, count: CountReading) -> bool:
    """Whether what is read as people displaced or detained are none, or not so many."""
    if count.casualty.outcome not in MOVED:
        return False
    lead = text[sentence.start : count.start]
    vague = count.casualty.low is None and count.casualty.statement is None
    if vague and _NO_NUMBER.match(text, count.start, sentence.end):
        return True
    if _LUMPED.search(lead) or _NOT_THEY.search(lead):
        return True
    if count.casualty.outcome == "displaced":
        return False
    after = (count.end, sentence.end)
    if _FREED.search(lead) or _CAME_FREE.match(text, *after):
        return True
    if count.singular and _SAYS.match(text, *after):
        return True
    return bool(_OF_THINGS.match(text, *after)) and not _PERSONS_FIRST.match(text, *after)
