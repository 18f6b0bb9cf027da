"""What a report is about, as its opening says: an accident, a drill, a remembrance, a film.

Words of harm further down ("bodies of", "murders", "fired a missile") then speak of that matter,
unless their own sentence tells of arms or of a day of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from bearwitness.claims.event_lexicon import TOPICS
from bearwitness.claims.event_types import MOMENT, Trigger
from bearwitness.claims.other_causes import (
    names_other_cause,
    tells_death_only,
    tells_hurt,
    tells_of_a_downing,
    tells_of_arms,
)
from bearwitness.text.sentences import Sentence

Matter = Literal["other cause", "drill", "remembrance", "fiction", "statistics"]

_OPENING = 4
_HEADING = 2
_SURE = 0.85
_YEARS_PAST = 2
# Nobody was meant to be harmed, or an old bomb harmed nobody.
_DRILL = re.compile(
    r"\b(?:drills?|exercises?|war\s?games|man(?:oeu|eu)vres?|maneuvers|training\s+(?:to|for|exercise"
    r"|mission|flight))\b",
    re.I,
)
_DEFUSED = re.compile(
    r"\bunexploded\b|\bdefus(?:e|ed|es|ing)\b|\bbomb\s+disposal\b|\bcontrolled\s+explosion\b"
    r"|\b(?:world\s+war\s+\w+|wwii?|second\s+world\s+war)(?:[- ]era)?\s+(?:\w+\s+)?bomb\b",
    re.I,
)
_REMEMBRANCE = re.compile(
    r"\b(?:war\s+memorial|exhibit(?:s|ions?)?|commemorat\w+|anniversar(?:y|ies)|remembrance|wreath(?:s|-laying)?|genocide\s+memorial"
    r"|memorials?\s+(?:day|in|wall|plaza|services?|ceremon(?:y|ies)|events?|parks?|museums?)"
    r"|(?:mourn|remember|honou?r)(?:s|ed|ing)?\s+(?:the\s+)?(?:memory|(?:[\d,]+\s+)?victims|fallen"
    r"|dead)\b|pa(?:y|ys|id|ying)\s+(?:rich\s+)?tributes?\s+to)\b"
    r"|\b(?:dies|died|dead)\s+(?:[\w-]+\s+){0,3}?(?:at|aged)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?(?:[6-9]\d|10\d)\b",
    re.I,
)
_MEMORY_OF = re.compile(r"\b(?:memory|victims|survivors)\s+of\b", re.I)
_CRIMES = (
    r"(?:crimes?|murders?|homicides?|manslaughter|killings|shootings|stabbings|deaths|fatalities)"
)
_STATISTICS = re.compile(
    r"\b(?:annual|yearly|country)\s+reports?\b"
    rf"|\b{_CRIMES}(?:['’]s)?[ -](?:rates?|figures|statistics|levels?)\b"
    rf"|\bnumber\s+of\s+(?:[\w-]+\s+){{0,3}}?{_CRIMES}\b[^.;]{{0,80}}\b(?:fell|falls?|fallen|rose|risen|"
    r"dropp?(?:ed|s)?|declin\w+|increas\w+|decreas\w+|recorded|lowest|highest|up|down)\b"
    rf"|\b{_CRIMES}\s+(?:\w+\s+)?(?:fall|fell|drop(?:ped|s)?|declin(?:e|ed|es)|rise|rose|down|up|"
    r"increased?|decreased?|surge[ds]?|soar(?:ed|s)?|jump(?:ed|s)?)\b(?=[^.;]*(?:%|per\s?cent|year|low|high|figures|statistics))",
    re.I,
)
_MANY = re.compile(
    r"(?:\w+\s+)?(?:murders?|homicides?|killings?|shootings?|assassinations|stabbings?|attacks|violence"
    r"|victims?|kidnappings?|abductions?|assaults?|robberies|rapes?|guns?|gun\s+violence|firearms?)",
    re.I,
)
# "Five soldiers killed": they were.
_PASSIVE = re.compile(r"[\w-]+\s+killed", re.I)
_NUMBERED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|many))\s+(?:\w+\s+)?$",
    re.I,
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def opening_matter(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger]
) -> Matter | None:
    """What the title and the first sentences say that a report is about, if no violence.

    Args:
        text: the document's text.
        sentences: of it, in order.
        triggers: its words of violence.
    """
    opening = [text[s.start : s.end] for s in sentences[:_OPENING]]
    if any(_REMEMBRANCE.search(words) for words in opening[:_HEADING]):
        return "remembrance"
    fiction = {m.group().lower() for w in opening for m in TOPICS["fiction"].finditer(w)}
    if len(fiction) >= _HEADING:
        return "fiction"
    told = _DEFUSED.search(" ".join(opening[:_HEADING])) or (opening and _DRILL.search(opening[0]))
    if told and not any(tells_hurt(words) for words in opening):
        return "drill"
    heads = {s.index for s in sentences[:_OPENING]}
    if any(_is_deed(text, t) for t in triggers if t.sentence_index in heads):
        return None
    crashed = any(tells_hurt(words) and names_other_cause(words) for words in opening)
    if crashed and not tells_of_a_downing(text):
        return "other cause"
    if any(_STATISTICS.search(words) for words in opening[:_HEADING]):
        return "statistics"
    return None


def beside_the_matter(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Sequence[Trigger],
    matter: Matter | None,
    today: date | None,
) -> list[Trigger]:
    """The words of violence, with those marked that only speak of the report's other matter.

    Args:
        text: the document's text.
        sentences: of it, in order.
        triggers: its words of violence.
        matter: what `opening_matter` gave.
        today: the report's day, where known.
    """
    if matter is None:
        return list(triggers)
    by_index = {s.index: s for s in sentences}

    def marked(t: Trigger) -> Trigger:
        s = by_index[t.sentence_index]
        beside = _is_of_matter(text, t, text[s.start : s.end], matter, today)
        return replace(t, negative=matter) if t.negative is None and beside else t

    return [marked(t) for t in triggers]


def is_counted_in_matter(words: str, matter: Matter | None) -> bool:
    """Whether a count's sentence, without a word of violence, belongs to the other matter."""
    if matter == "statistics":
        return MOMENT.search(words) is None
    return matter == "other cause" and not tells_of_arms(words)


def _is_deed(text: str, trigger: Trigger) -> bool:
    words = text[trigger.start : trigger.end]
    return (
        trigger.negative is None
        and not _tells_result(text, trigger)
        and _MANY.fullmatch(words) is None
    )


def _tells_result(text: str, trigger: Trigger) -> bool:
    """Whether a word of violence may tell no more than that people were killed or hurt."""
    words = text[trigger.start : trigger.end]
    if trigger.strength < _SURE or tells_death_only(words, trigger.strength):
        return True
    return bool(_PASSIVE.fullmatch(words) and _NUMBERED.search(text[: trigger.start]))


def _is_of_matter(
    text: str, trigger: Trigger, sentence: str, matter: Matter, today: date | None
) -> bool:
    """Whether a word of violence speaks of the matter that the opening gives."""
    words = text[trigger.start : trigger.end]
    if matter == "fiction":
        return MOMENT.search(sentence) is None
    if matter == "remembrance":
        if _MEMORY_OF.search(sentence) or _MANY.fullmatch(words):
            return True
        years = [int(y) for y in _YEAR.findall(sentence)]
        past = today is not None and bool(years) and max(years) <= today.year - _YEARS_PAST
        return past or MOMENT.search(sentence) is None
    if matter == "statistics":
        return _MANY.fullmatch(words) is not None
    if matter == "drill":
        return not tells_hurt(sentence)
    return _tells_result(text, trigger) and not tells_of_arms(sentence)
