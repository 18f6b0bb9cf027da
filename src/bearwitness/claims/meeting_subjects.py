"""Who meets, where those who meet stand before the verb: whose doing the verb tells of."""

from __future__ import annotations

import re
from dataclasses import replace

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.meeting_checks import begins_clause, is_companion
from bearwitness.claims.party_names import Parties
from bearwitness.claims.party_phrases import is_person, parties_at
from bearwitness.text.sentences import Sentence

_DAY = (
    r"(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|"
    r"(?:this|last|next)\s+(?:week|month|year|morning|afternoon|evening|night|\w+day)|"
    r"(?:on\s+)?\d{1,2}\s+(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)|(?:on\s+)?(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\s+\d{1,2})"
)
_AGO = r"(?:(?:less|more)\s+than\s+)?\w+\s+(?:days?|weeks?|months?|years?|hours?)\s+ago"
_FROM = re.compile(
    r"(?:[,;:—–“”\"(]|(?<=[\w\s])-(?=\s)|\b(?:that|said|says|while|as|after|before|when|where|and|but|because|since|"
    r"once|until|though|which)\b)\s*"
    rf"(?:(?:{_DAY}|{_AGO}),?\s+)?",
    re.I,
)
# What may stand between those who meet and the verb: auxiliaries, adverbs, days.
_AUXILIARY = (
    rf"(?:(?:is|are|was|were|be|been|being|has|have|had|will|would|shall|to|due|scheduled|expected|"
    r"set|slated|planned|planning|plans?|agreed|going|about|reported|believed|said|reportedly|also|"
    r"later|then|earlier|most|recently|briefly|jointly|both|each|who|already|again|now|just|"
    rf"together|both|first|decided|did|likely|supposed|all|wants?|wanted|stage|of|announced|a|deal|plan|decision|(?:start|continu|resum|finish|complet|stopp)(?:ed|s|e)?|began|begun|the|\w+ly|{_DAY}),?\s+)"
)
_ASIDE = (
    r"(?:\s*\([^()]{1,80}\)|,?\s+(?:including|with\s+the|along\s+with)\s[^,;.“”]{2,80}?,?(?=\s)|"
    r"\s+(?:during|on)\s+(?:his|her|their|an?)\s[^,;.“”]{3,40}?(?=\s)|"
    r"\s+(?:that|which|who)\s+(?:have|has|had|are|is|were|was)\s[^,;.“”]{3,90}?(?=\s)|"
    r",\s+(?:[a-z(]|[A-Z])[^,;.“”]{1,110},)"
)
_SAYING = (
    r"(?:said|says|announced|confirmed|added|stated|told\s+(?:the\s+)?[\w.’' ]{2,30}?)\s+"
    rf"(?:{_DAY}\s+)?(?:that\s+)?"
    r"(?:he|she|it|they)\s+"
)
# "arrived in Y on Sunday and": what else they do before they meet.
_DOING = (
    r"(?!(?:the|an?|its|his|her)\s)(?-i:[a-z])[\w’'.-]+,?\s+(?:(?!that\b|said\b|says\b|while\b|as\b|after\b|when\b|where\b|which\b|who\b)[\w’'.()-]+,?\s+)"
    r"{0,16}?and\s+(?!the\b|its\b|his\b|her\b)"
)
_BRIDGE = re.compile(
    rf"{_ASIDE}?{_ASIDE}?\s*,?\s*(?:{_SAYING})?(?:{_DOING})?{_AUXILIARY}{{0,7}}", re.I
)
_DOES = re.compile(r"(?:representing|accompanying|including|comprising|being|having)\b", re.I)
_GERUND = re.compile(r"(?:meeting|holding)\b", re.I)
# "left Y after meeting Z": who left has met.
_ON_DOING = re.compile(
    r"\s(?!(?:said|says)\b(?!\s+(?:after|before)))[^.;:“”\"]{3,90}\b(?:after|before|while|by|on)\s+",
    re.I,
)
_OF_MANY = re.compile(r"\s+(?:are|were|have)\b", re.I)
# "to meet with the king, Dile, before leaving": whom another meets does not do the leaving.
_MET_BY = re.compile(r"\b(?:with|meet|met)\s+[^,;:.]{2,40},\s*$", re.I)
_PRONOUN = re.compile(r"(?P<word>he|she|they)(?:[’'](?:ll|s|d|ve|re))?(?=\s)", re.I)
_NAME = re.compile(r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]+){0,3}")
_BACK = 3  # sentences that may begin with "he" before the one that names him
_PERSON_WORD = ("he", "she")
_QUOTED = re.compile(
    r"[“\"‘'\s]*(?:\[\w+\]\s*)?(?-i:[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?,\s+(?=The\s))?"
    rf"(?:(?:{_DAY}|{_AGO}),?\s+){{0,2}}",
    re.I,
)


def who_meets(page: Page, sentence: Sentence, verb: int) -> Parties | None:
    """The parties whose doing a verb at an offset tells of; None where they cannot be told."""
    text = page.text
    opening = past_marks(text, page.opening(sentence), verb)
    starts = [opening]
    starts += [m.end() for m in _FROM.finditer(text, opening, verb)]
    for start in starts:
        if start >= verb:
            break
        if not begins_clause(text, opening, start) or _MET_BY.search(text, opening, start):
            continue
        spoken = _PRONOUN.match(text, start, verb)
        if spoken is not None and _bridged(text, spoken.end(), verb):
            return _meant(page, sentence, spoken["word"].lower(), opening, start)
        told = None if _DOES.match(text, start) else parties_at(page, start, verb, acting=True)
        if told is None or not _bridged(text, told.end, verb):
            continue
        if start > opening and is_companion(text, opening, start, told.end):
            continue
        if _is_one_of_many(page, told, text[told.end : verb]):
            return None
        if len(told.names) == 1 and w.GENERIC.fullmatch(told.names[0]):
            return who_are(page, sentence, start)
        if told.public or (told.whole and _NAME.fullmatch(told.names[0]) is not None):
            return told
    return None


def _is_one_of_many(page: Page, told: Parties, bridge: str) -> bool:
    """Whether the verb tells of more than the one that was read: "[X] and Y are to meet"."""
    one = len(told.names) == 1 and is_person(page, told.names[0])
    return one and _OF_MANY.match(bridge) is not None


def who_are(page: Page, sentence: Sentence, at: int) -> Parties:
    """Whom "the two leaders" means: the two that begin a sentence just before, or met in one.

    Without names where no sentence before tells them.
    """
    text = page.text
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = page.sentences[index]
        if page.is_headline(before):
            break
        start = past_marks(text, page.opening(before), before.end)
        found = [start, *(m.end() for m in w.TOLD_BETWEEN.finditer(text, start, before.end))]
        for each in found:
            told = parties_at(page, each, before.end, acting=True)
            if told is not None and told.public and told.whole and len(told.names) == w.BOTH:
                return replace(told, start=at, end=at)
    return Parties((), at, at, public=True, whole=True)


def past_marks(text: str, start: int, stop: int) -> int:
    """Past quotation marks, a bare dateline and the day that a sentence may begin with."""
    m = _QUOTED.match(text, start, stop)
    return m.end() if m is not None else start


def _bridged(text: str, end: int, verb: int) -> bool:
    if _GERUND.match(text, verb) is not None and _ON_DOING.fullmatch(text, end, verb) is not None:
        return True
    return _BRIDGE.fullmatch(text, end, verb) is not None


def _meant(page: Page, sentence: Sentence, word: str, opening: int, at: int) -> Parties | None:
    """Whom "he" or "they" means: with whom this sentence begins, else the one before."""
    visit = w.OF_VISIT.search(page.text, opening, at) if word in _PERSON_WORD else None
    if visit is not None:
        return parties_at(page, visit.start("who"), visit.end("who"), acting=True)
    told = parties_at(page, opening, at, acting=True) if at > opening else None
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _BACK), -1):
        before = page.sentences[index]
        if told is not None or page.is_headline(before):
            break
        start = past_marks(page.text, page.opening(before), before.end)
        told = parties_at(page, start, before.end, acting=True)
        if told is None and _PRONOUN.match(page.text, start, before.end) is None:
            break
    if told is None or not told.public:
        return None
    one = len(told.names) == 1 and w.MANY.search(told.names[0]) is None
    if word in _PERSON_WORD and not is_person(page, told.names[0]):
        return None
    return told if one == (word in _PERSON_WORD) else None
