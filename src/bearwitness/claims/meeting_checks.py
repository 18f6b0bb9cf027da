"""What a reading of a meeting must pass: parties that name somebody, slots that are its own.

The readers propose; these decide, by general signs. Where a sign fails, the slot stays open, or,
where who met is in doubt, the meeting is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.party_words import BODIES, HEADS
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speech_words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    FINITE,
    PREPOSITIONS,
    TIME_WORDS,
    words,
)
from bearwitness.text.sentences import Sentence

# Bodies that are known by their kind alone, in a report on one conflict.
_KNOWN_BY_KIND = words(
    """
    government opposition rebels coalition army military junta regime parliament cabinet
    guerrillas militants insurgents separatists
    """
)
_NAMELESS = (BODIES - _KNOWN_BY_KIND) | words(
    "official envoy negotiator mediator counterpart head leader representative delegate element "
    "elements"
)
_EMPTY = words(
    """
    the a an two three four both these those other others all his her its their several some many
    visiting whole new high-level high level top senior respective own entire of from for and
    various certain one each special main peace rival opposing state
    """
)
_WORD = re.compile(r"[^\W_][\w’'./-]*")
_SHORT = 45  # characters of a dateline
_OPENERS = PREPOSITIONS | BREAKS | words(
    """
    on last earlier late early monday tuesday wednesday thursday friday saturday sunday yesterday
    today meanwhile separately also however then later
    """
)  # fmt: skip
_NO_VERBS = words("united meeting evening morning hundred building including wing being")
_PARTICIPLE = re.compile(r"\b[a-z]\w+(?:ed|ing)\b")
_NEXT_WORD = re.compile(r"\s+(?P<word>[a-z][\w’'-]*)")
_MORE = re.compile(r"\s+(?:and|as\s+well\s+as)\s+(?P<word>[a-z][\w’'-]*)")
_NAMED = r"(?:(?:the|THE)\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}"
_LIST_GOES_ON = re.compile(
    rf"(?:\s*\([^()]{{1,40}}\))?,\s+(?:{_NAMED},\s+)*{_NAMED},?\s+(?:and|AND)\s+(?:the\s+|THE\s+)?[A-Z]"
)
_AND_NAME = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s+(?:and|AND|as\s+well\s+as)\s+(?:the\s+|THE\s+)?(?=[A-Z])"
    r"(?P<rest>[^,;.:“”\"]{2,90})"
)
_RUN_TOGETHER = re.compile(
    r"(?<!\bof)(?<!\bfor)(?<!\bfrom)(?<!\bto)(?<!\band)(?<!\bin)(?<!\bon)(?<!\bby)(?<!\bwith)(?<!,)"
    r"(?<!\bagainst)(?<!\brepresenting)(?<!\bbetween)(?<!\bat)(?<!\bunder)\s+the\s",
    re.I,
)
_QUALITIES = words(
    "king ruling leading visiting outgoing incoming warring sitting acting founding opposing"
)
_KNOWN = FINITE | ADVERBS | BREAKS | PREPOSITIONS | TIME_WORDS | AUXILIARIES
_MAY_FOLLOW = words(
    """
    and or but to up upon here there last next early late alone together this these earlier behind
    face-to-face face one-on-one again twice before separately both over about along at via ahead
    meant due set held led built kept despite amid without under until when while per via toward
    towards concerning regarding during
    following a an the his her their its each who prior past beyond aboard twice once
    """
)
_MARKS = re.compile(r"[;:“”\"—–()\[\]]")
_APART = words(
    """
    to over about regarding concerning following ahead despite against around via versus met meet
    meets which who what agreement visit trip
    """
)


def names_all(page: Page, names: Sequence[str]) -> bool:
    """Whether each party is a well-formed phrase that tells who it is."""
    if len(names) == 1 and not _is_known(page, names[0]):
        return False
    many = len(names) > w.BOTH
    return all(
        _well_formed(page, name) and (_names(name) or (many and i == len(names) - 1))
        for i, name in enumerate(names)
    )


def name_follows(text: str, sentence: Sentence, name: str) -> bool:
    """Whether a party told by its office or kind alone is named just after: "the chief, Dile"."""
    if name.isupper() or _is_named(name):
        return False
    at = text.find(name, sentence.start, sentence.end)
    return at >= 0 and w.NAME_FOLLOWS.match(text, at + len(name), sentence.end) is not None


def _is_named(name: str) -> bool:
    """Whether a party's last word, before what it is of, is a name: "the envoy Omar Dile"."""
    tokens = _WORD.findall(re.split(r"\s+(?:of|from|for)\s", name)[0])
    return bool(tokens) and any(c.isupper() for c in tokens[-1])


def _is_known(page: Page, name: str) -> bool:
    """Whether a phrase for all who met holds a name: "leaders of Mali", no "top leaders"."""
    if page.actors.within(name) is not None:
        return True
    return any(
        page.actors.state(re.sub(r"[’']s?$", "", t)) is not None or (i and t[0].isupper())
        for i, t in enumerate(_WORD.findall(name))
    )


def _well_formed(page: Page, name: str) -> bool:
    tokens = [t.lower() for t in _WORD.findall(name)]
    if re.search(r"[’']s\s+spokes", name, re.I):
        return False  # who speaks for those who met
    if not tokens or re.search(r"[’']s?$", name) or tokens[-1] in PREPOSITIONS | {"and", "the"}:
        return False
    if (name.count(" and ") >= w.BOTH and "," in name) or _RUN_TOGETHER.search(name):
        return False  # two lists, or two names, run together
    if re.match(r"an?\s", name, re.I) and not set(tokens) & HEADS:
        return False  # "X, a Greek Cypriot,": what X is, and nobody else
    if len(tokens) == 1 and _is_no_name(page, name):
        return False
    first = _WORD.findall(name)[0]
    if first.endswith("ing") and first.islower() and first not in _QUALITIES:
        return False  # "since becoming minister"
    shouted = name.isupper()
    bare = w.LEADER_OF.sub(" ", name)
    plain = [t for t in _WORD.findall(bare) if shouted or t[0].islower()]
    if any(t.lower() in FINITE | ADVERBS | BREAKS for t in plain):
        return False
    return not _is_adjective(page, name)


def _is_no_name(page: Page, word: str) -> bool:
    """Whether one word has its capital from where it stands alone: "Speaking after the meeting"."""
    if word.islower() or word.isupper() or page.actors.state(word) or page.actors.lookup(word):
        return False
    if page.actors.capital(word) is not None or page.actors.leader(word) is not None:
        return False
    named = re.search(rf"[\w,’'] {re.escape(word)}\b", page.text)
    return named is None or re.search(rf"\b{re.escape(word.lower())}\b", page.text) is not None


def _is_adjective(page: Page, name: str) -> bool:
    """Whether a party is but a people's name, whose noun went to another: "Greek Cypriot"."""
    last = name.split(" ")[-1]
    if w.COMPASS.fullmatch(name) is not None:
        return True
    state = page.actors.state(last)
    if state is None or page.actors.names_state(last) or page.actors.lookup(name) is not None:
        return False
    return not set(re.findall(r"[\w-]+", name.lower())) & HEADS


def _names(name: str) -> bool:
    """Whether something beyond a bare kind tells who is meant."""
    tokens = {re.sub(r"[’']s?$", "", t.lower()) for t in _WORD.findall(name)}
    if w.OF_THE_TWO.search(name) is not None:
        return False
    return bool(tokens - _EMPTY - _NAMELESS - words("sides countries nations states parties"))


def begins_clause(text: str, opening: int, start: int) -> bool:
    """Whether who acts may begin at an offset: not in the middle of a list or a noun phrase."""
    lead = text[opening:start].strip().lower()
    if not lead:
        return True
    tokens = _WORD.findall(lead)
    if not tokens:
        return True
    verb = any(t in FINITE for t in tokens) or any(
        m not in _NO_VERBS for m in _PARTICIPLE.findall(lead)
    )
    if lead.endswith(",") or tokens[-1] in ("and", "or"):
        return verb or tokens[0] in _OPENERS
    if lead[-1] in "-—–":
        return verb or len(lead) < _SHORT
    return True


def is_companion(text: str, opening: int, start: int, end: int) -> bool:
    """Whether who is read is but one with whom the doer came: "X, accompanied by Y and Z, met"."""
    if re.match(r"\s*,", text[end : end + 3]) is None:
        return False
    return w.ALONGSIDE.search(text, opening, start) is not None


def partner_unread(text: str, end: int, stop: int) -> bool:
    """Whether the words that follow tell with whom, though nobody was read there."""
    m = w.WITH_WHOM.search(text, end, stop)
    if m is None or w.UNMET.match(text, m.end()) or w.ABSOLUTE.match(text, m.start(), stop):
        return False
    return not apart(text[end : m.start()])


def apart(gap: str) -> bool:
    """Whether words between a meeting and a day or place say that something else governs it."""
    if gap.isupper():
        gap = gap.lower()
    gap = w.ON_VISIT.sub(" ", w.TO_BE_HELD.sub(" ", gap))
    if _MARKS.search(gap):
        return True
    tokens = [t.lower() for t in _WORD.findall(gap)]
    if any(t in BREAKS or t in FINITE or t in _APART for t in tokens):
        return True
    return any(m not in _NO_VERBS for m in _PARTICIPLE.findall(gap))


def day_leads(text: str, opening: int, start: int, end: int, cue: int) -> bool:
    """Whether a day before a cue is the cue's: it opens the sentence, or stands just before it."""
    gap = text[end:cue].lower()
    if re.match(r"\s+from\b", gap):
        return False  # "who returned on Monday from talks with X"
    if re.fullmatch(r"[’']s?\s+(?:[\w-]+\s+){0,3}", gap):
        return True  # "after Friday's two-hour meeting with X"
    tokens = _WORD.findall(gap)
    if not re.search(r"[,;:]", gap) and all(
        t in ADVERBS | AUXILIARIES | {"to", "due"} for t in tokens
    ):
        before = _WORD.findall(text[opening:start].lower())
        before = before[:-1] if before and before[-1] in ("on", "late", "early") else before
        return not before or not (before[-1] in FINITE or _PARTICIPLE.fullmatch(before[-1]))
    if re.fullmatch(r"\s*,?\s*and\s+(?:\w+ly\s+|also\s+|then\s+|later\s+)?", gap):
        return True  # "arrived on Monday and met X"
    if re.fullmatch(r",\s+where\s+(?:s?he|they)\s+(?:\w+ly\s+|also\s+|later\s+|then\s+)?", gap):
        return True
    if (
        re.fullmatch(
            r"[“\"‘']*(?:(?:on|in|late|early|earlier|last|this|also)\s+)*",
            text[opening:start],
            re.I,
        )
        is None
    ):
        return False
    lows = [
        t for t in _WORD.findall(text[end:cue]) if t[0].islower() or gap.upper() == text[end:cue]
    ]
    return not any(t.lower() in BREAKS | (FINITE - AUXILIARIES) for t in lows)


def is_of_place(text: str, place: PlaceMention) -> bool:
    """Whether a place's words name no place: "the Himalayan nation", "Russia's army"."""
    if w.AREA.match(text, place.end) is not None:
        return False
    return w.PLACE_OF.match(text, place.end) is not None or _noun_follows(text, place.end)


def is_namesake(page: Page, place: PlaceMention) -> bool:
    """Whether a capital's name was put elsewhere, where talks between states are none to be."""
    state = page.actors.capital(place.where.text or page.text[place.start : place.end])
    return state is not None and state.country != place.where.country


def many_tell_between(text: str, cue: int, end: int) -> bool:
    """Whether talks told without those who met are told with whom, or between whom, they were."""
    return any(
        w.UNMET.match(text, m.end()) is None
        and w.ABSOLUTE.match(text, m.start(), end) is None
        and w.BETWEEN_ELSE.search(text, cue, m.start()) is None
        for m in w.WITH_WHOM.finditer(text, cue, end)
    )


def breaks_off(text: str, end: int, stop: int) -> bool:
    """Whether the last party goes on unread: "the minister [of this country]"."""
    if w.GOES_ON.match(text, end) is not None:
        return True
    if w.STOP_WITHIN.match(text, end, stop) is not None:
        return True  # "met with Snr. Gen. N. N."
    if _LIST_GOES_ON.match(text, end, stop) is not None:
        return True  # "met the envoys of X, [Y, and Z]"
    if _and_another(text, end, stop):
        return True  # "met X and [Y]"
    more = _MORE.match(text, end, stop)
    if more is not None and not _may_follow(more["word"]):
        return True  # "met the leaders of X and [important members of Y]"
    return _noun_follows(text, end)


def _and_another(text: str, end: int, stop: int) -> bool:
    """Whether an "and" and a name follow that begin no clause of their own."""
    named = _AND_NAME.match(text, end, stop)
    if named is None:
        return False
    tokens = [t.lower() for t in _WORD.findall(named["rest"])]
    verbs = set(tokens) & (FINITE | AUXILIARIES) or any(t.endswith("ed") for t in tokens)
    return not verbs and not _may_follow(tokens[0])


def _noun_follows(text: str, end: int) -> bool:
    """Whether a word follows that no phrase may end before: a noun of which what was read tells."""
    follows = _NEXT_WORD.match(text, end)
    if follows is None:
        return False
    return not _may_follow(follows["word"])


def _may_follow(word: str) -> bool:
    """Whether a small word begins something else: a verb, an adverb, another phrase."""
    known = word in _MAY_FOLLOW or word in _KNOWN or word.endswith("ly") or "-" in word
    return known or _PARTICIPLE.fullmatch(word) is not None
