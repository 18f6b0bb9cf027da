"""The words by which a sentence goes on with the event before it, or opens another."""

from __future__ import annotations

import re

SEPARATE = re.compile(
    r"\b(?:in\s+(?:a|another|one)\s+(?:separate|similar|second|third|previous|earlier|related)\b"
    r"|separately|elsewhere|meanwhile|for\s+(?:example|instance)|on\s+the\s+other\s+hand"
    r"|in\s+another\s+(?:attack|incident|strike|raid|shooting|town|"
    r"village|part|area|development|city|province|district)|a\s+separate\s"
    r"|(?:attack|strike|raid|blast)\s+(?:on|at|in)\s+another\b"
    r"|(?:they|it|this|these|which|that)\s+adds?\s+to\b"
    r"|another,?\s+(?:[\w-]+,?\s+){0,2}?(?:attack|strike|air\s?strike|bomb\w*|blast|explosion|raid|"
    r"shooting|suicide|roadside|air|ambush|clash|incident|massacre|shelling|encounter|fire-?\s?fight|"
    r"gun-?\s?fight|gun\s?battle|skirmish|shoot-?out|engagement)"
    r"|in\s+(?:the\s+)?(?:previous|earlier)\s+(?:attacks|shootings|strikes|raids|bombings|clashes)"
    r"|in\s+other\s+(?:violence|attacks|incidents|news)|unrelated|a\s+second\s+(?:attack|incident|strike)"
    r"|a\s+second\s+(?:blast|bomb|explosion|device)\b[^.;]*\b\d+\s*(?:km|kilomet\w+|miles?)\b"
    r"|the\s+other\s+(?:attack|incident))",
    re.I,
)
RECALLED = re.compile(
    r"\b(?:last\s+(?:year|month|week)|(?:years?|months?|weeks?|decades?)\s+(?:ago|earlier|before)"
    r"|in\s+(?:19|20)\d\d|previous(?:ly)?|in\s+the\s+past|earlier\s+(?:this(?:\s+(?:week|month|year))?|attack|strike|raid|"
    r"incident)|anniversary|similar\s+(?:attack|incident|strike|shooting)s?|since\s+then)\b",
    re.I,
)
_TREND = re.compile(
    r"\b(?:repeated(?:ly)?|stepped\s+up|intensified|regular(?:ly)?|frequent(?:ly)?|often|in\s+recent"
    r"\s+(?:days|weeks|months|years)|a\s+(?:series|wave|string|spate)\s+of|daily|almost\s+every|"
    r"increasing(?:ly)?|(?:has\s+been|is|are)\s+(?:waging|fighting|battling)|have\s+been\s+(?:waging|fighting|"
    r"battling)|since|routinely|ongoing|continu\w+|campaign|used\s+to|would\s+be|could|might|"
    r"threaten\w*|warn\w*|plan\w*|intend\w*)\b"
    r"|\b(?:attacks|air\s?strikes|strikes|raids|clashes|bombings|incidents)\b[^.;]{0,40}\b(?:in|over|during)\s+"
    r"the\s+(?:last|past)\s+(?:\w+\s+)?(?:year|years|month|months|week|weeks)\b",
    re.I,
)
# "In Soum, where armed groups have been stepping up attacks": said of the place, not the event.
_ASIDE = re.compile(r",\s+(?:where|whose|which)\b[^.]*", re.I)
# Another blow; of the same event, unless it fell on another town.
ANOTHER = re.compile(
    r"\b(?:a|the|another)\s+(?:second|third|fourth|further|separate)\b|\banother\b|\blater\b|\balso\b"
    r"|\b(?:earlier|later)\s+(?:that|the\s+same|in\s+the)\s+day\b|\bthe\s+same\s+(?:day|night)\b",
    re.I,
)
# The day on which someone died of wounds is not the day of the event.
DIED_OF_WOUNDS = re.compile(
    r"\b(?:wounded|injured|hurt)\s+(?:\w+\s+)?in\s+the\s+(?:\w+\s+)?(?:attack|strike|blast|bombing|raid|"
    r"explosion|shelling|shooting|clash\w*|incident)\b[^.;]{0,60}\bdied\b"
    r"|\b(?:died|dies|succumbed)\b[^.;]{0,30}\b(?:of|from|to)\s+(?:(?:his|her|their|its)\s+)?(?:wounds|injuries)\b",
    re.I,
)
BESIDE = re.compile(r"\W*(?:and\s+)?in\s+(?:the\s+)?(?:adjacent|neighbou?ring|nearby)\s", re.I)
BEGINS_IN = re.compile(
    r"\W*(?:and\s+)?(?:in|at|near|around|outside)\s+(?:(?:the\s+)?(?:[a-z]+\s+){0,3}"
    r"(?:of|town|city|village|district|neighbou?ring|nearby)\s+)?(?:the\s+)?"
    r"(?:(?:[A-Z][\w-]+\s+)?capital,?\s+)?",
    re.I,
)
SAME_SPOT = re.compile(
    r"\b(?:the|that)\s+same\s+(?P<spot>streets?|roads?|buildings?|houses?|homes?|blocks?|sites?|"
    r"spots?|places?|areas?|markets?|camps?|schools?|hospitals?|mosques?|church|villages?|towns?|"
    r"city|district|quarter|neighbou?rhood|checkpoint|base|bridge)\b",
    re.I,
)
# "The bombing on Tuesday was…" speaks of the event just told.
ANAPHOR = re.compile(
    r"^\W*(?:the|this|that|these|those)\s+(?:\w+\s+){0,2}?(?:attacks?|bombings?|strikes?|raids?|"
    r"air\s?strikes?|airstrikes?|shelling|blasts?|explosions?|shootings?|killings?|massacre|incident|"
    r"assault|violence|clashes|ambush|bombardment|toll|death\s+toll|dead|victims?|murders?)\b",
    re.I,
)
# "A spokesman said the attack took place in X", "confirmed the attack but said two had died".
SAID_OF_IT = re.compile(
    r"^[^.;]{0,140}\b(?:(?:said|says|saying)\s+(?:that\s+)?the\s+(?:\w+\s+)?(?:attack|bombing|strike|raid|"
    r"air\s?strike|blast|explosion|shooting|ambush|massacre|incident|assault|clash)\s+(?:\w+\s+)?"
    r"(?:occurred|happened|took\s+place|began|started|targeted|hit|struck)"
    r"|confirm(?:ed|s)\s+the\s+(?:\w+\s+)?(?:attack|bombing|strike|raid|blast|ambush|incident|assault|toll))\b",
    re.I,
)
# "The government said that the attack occurred on Monday": no trend, whatever else it tells.
TOLD_THAT_IT_WAS = re.compile(
    r"\b(?:attack|strike|raid|blast|explosion|clash|ambush|incident|shooting|massacre|assault)\b"
    r"[^.;]{0,40}\b(?:occurred|happened|took\s+place|came)\b",
    re.I,
)
# "…the deadliest since rebels seized the city last year": the year is not the event's.
LAST_YEAR = re.compile(r"\bsince\b.*$", re.I | re.S)
ZONE_RESTATED = re.compile(
    r"\(\s*(?:\w+\s+){0,2}?(?:mon|tues|wednes|thurs|fri|satur|sun)day\s+(?:\w+\s+)?in\s+[^)]*\)",
    re.I,
)


def is_trend(words: str) -> bool:
    """Whether a sentence tells of violence as a habit or a prospect, not as an event."""
    return bool(_TREND.search(_ASIDE.sub("", words)))
