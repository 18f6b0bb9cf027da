"""Who sends and who receives: noun phrases read whole, or nobody.

A sender or a recipient is taken only where its phrase is well formed, names a state, a force, a
body or a person of office, and ends where a phrase may end. What is a mere kind ("both sides") or
a place that is no state is nobody: the end stays open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bearwitness.claims.further import Page, plain
from bearwitness.claims.meeting_subjects import who_meets
from bearwitness.claims.party_names import Parties
from bearwitness.claims.party_phrases import parties_at
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

_MAY_FOLLOW = (
    ADVERBS | AUXILIARIES | BREAKS | FINITE | PREPOSITIONS | TIME_WORDS | words(
        """
        and or but worth last this next early late following despite bound fighting battling
        operating through via towards toward along together such across belonging capable
        carrying the a an their its they it he she we not per based without during upon
        sent made built meant being heading seeking trying according ahead besides plus which
        have again illegally directly another some several more hundreds dozens thousands
        additional
        """
    )
)  # fmt: skip
# A participle or an adverb by its ending.
_BY_ENDING = re.compile(r"\w+ed|(?!(?:family|assembly|supply|ally|monopoly)$)\w+ly")
_NEXT = re.compile(r"\s*(?P<word>[\w’'-]+|\S)?")
_MONTH = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December"
)
# Whose deeds are no sender's or recipient's own: those who allow, and mere kinds.
_NOBODY = re.compile(
    r"(?:(?:both|the|other|these|those|all|some|its|their|his|an?|three|two|other|neighbou?ring|several|"
    r"many)\s+)*"
    r"(?:sides?|parties|groups?|countr(?:y|ies)|forces|states?|nations?|officials?|leaders?|ministers?|"
    r"powers|teams?|allies|partners?|union|region|government\s+officials|delegations?|mission|"
    r"authorities|ministry|department|spokes\w+|members|sources?|bloc|council)",
    re.I,
)
_ALLOWS = re.compile(
    r"\b(?:congress|senate|parliament|lawmakers?|senators?|republicans|democrats|council|"
    r"committee|court|cabinet|ministry|minister|secretary|department|mps|representatives|"
    r"official|officials|spokes\w+|house|directorate|service|agency|un|united\s+nations)\b",
    re.I,
)
# A comma after a party, and words that name no other party.
_CLAUSE_AFTER = re.compile(r",\s+(?:the\s+|an?\s+)?[a-z]")
_LIST_BEFORE = re.compile(r"[A-Z][\w’'-]*,?\s+and\s+(?:the\s+)?$")
# Another name after "and": a list that is not read to its end.
_MORE = re.compile(r"\s+and\s+(?:the\s+)?[A-Z]")
# What a party's name never holds: words of another phrase, or a verb before the name.
_ILL_FORMED = re.compile(
    r"\b(?:through|via|like|such|in|on|at|with|by|(?<!mbassador\s)(?<!nvoy\s)to|from|against|during|while|who|which|that)\b|"
    r"^\w+ing\b|\s\w+ING\b|(?-i:^[a-z]+\s+[A-Z])", re.I
)  # fmt: skip
_OF_STATE = re.compile(
    r"(?:US\s+|U\.S\.\s+)?(?:State\s+Department|Department\s+of\s+(?:Defen[cs]e|State))|Pentagon|White\s+House|"
    r"(?:Biden|Trump|Obama|Bush|Clinton|Reagan)\s+administration|U\.?S\.?",
)
# A state's own forces without its name: whose they are is not told.
_OWN_FORCES = re.compile(
    r"(?:government|armed|security|state)\s+forces|army|military|troops|police|soldiers|"
    r"government\s+troops", re.I
)  # fmt: skip
# "the delegation from N", "the government in N": they act for N.
_SENT_BY = re.compile(
    r"(?:delegation|envoys?|negotiators|government)\s+(?:from|in)\s+(?P<whose>[A-Z][\w’'. -]+)"
)
_KINDS = ("state_force", "rebel", "militia")
_MOST = 4  # parties of one list
# In capitals "N AND SUPPLYING N" reads like two names.
_AND_DOING = re.compile(r"\s+AND\s+[A-Z]+ING\b")
_TO = re.compile(r"(?<!mbassador)(?<!nvoy)(?<!epresentative)\s+(?:to|for)\s", re.I)
_TO_LEAD = re.compile(r"(?:the|an?)\s+", re.I)


def may_end(text: str, at: int, stop: int, *, shouted: bool = False) -> bool:
    """Whether a noun phrase may end at an offset: no noun goes on after it."""
    m = _NEXT.match(text, at, stop)
    word = m["word"] if m is not None else None
    if word is None or m is None or m.end() > stop or not (word[0].isalnum()):
        return True
    low = word.lower()
    if word[0].isdigit() or low in _MAY_FOLLOW or _BY_ENDING.fullmatch(low) is not None:
        return True
    return _MONTH.fullmatch(word.title() if shouted else word) is not None


def end_at(page: Page, at: int, stop: int) -> tuple[str, int] | None:
    """The sender or recipient whose phrase begins at an offset, and where the phrase ends."""
    told = parties_at(page, at, stop)
    to = _TO.search(page.text, at, told.end) if told is not None else None
    if to is not None:
        # "the government to N": an office may be "to N", a sender is none
        told = parties_at(page, at, to.start())
    doing = _AND_DOING.search(page.text, at, told.end) if told is not None else None
    if doing is not None:
        told = parties_at(page, at, doing.start())
    if told is None or not told.public:
        return None
    if _MORE.match(page.text, told.end, stop) and not page.text[at:stop].isupper():
        return None
    if not told.whole and _CLAUSE_AFTER.match(page.text, told.end, stop) is None:
        return None
    if not may_end(page.text, told.end, stop, shouted=page.text[at:stop].isupper()):
        return None
    name = _name(page, told)
    return (name, told.end) if name is not None else None


def subject_of(page: Page, sentence: Sentence, at: int) -> str | None:
    """Whose doing the words beginning at an offset tell, named in their own sentence."""
    if at <= sentence.start:
        return None
    told = who_meets(page, sentence, at)
    if told is None or not told.public or not told.whole:
        return None
    if not sentence.start <= told.start < told.end <= at:
        return None
    if _LIST_BEFORE.search(page.text, sentence.start, told.start):
        return None  # "Iran and Russia": a list that is not read from its beginning
    return _name(page, told)


def _name(page: Page, told: Parties) -> str | None:
    if not told.names or len(told.names) > _MOST:
        return None
    named = [_one(page, name, told) for name in told.names]
    known = [name for name in named if name is not None]
    if len(known) < len(named):
        return None
    return known[0] if len(known) == 1 else ", ".join(known[:-1]) + " and " + known[-1]


def _one(page: Page, written: str, told: Parties) -> str | None:
    """One party by its usual name where just these words are an actor's, else as written."""
    name = _TO_LEAD.sub("", plain(written), count=1) if _TO_LEAD.match(written) else plain(written)
    if _OF_STATE.fullmatch(name):
        return "United States"
    if name.lower() == "kremlin":
        return "Russia"
    if _OWN_FORCES.fullmatch(name):
        return None
    for m in page.actors_in(max(0, told.start - 4), told.end + 1):
        if m.kind in _KINDS and plain(m.text).lower().removeprefix("the ") == name.lower():
            return plain(m.text) if m.actor_id.startswith("gen-") else m.name
    home = _SENT_BY.fullmatch(name)
    if home is not None and (
        page.actors.capital(home["whose"]) or page.actors.state(home["whose"])
    ):
        return home["whose"]
    if _NOBODY.fullmatch(name) or _ALLOWS.search(name) or _ILL_FORMED.search(name):
        return None
    # "an Iranian", "northern Syria": a people's name alone, or a part of a country, is nobody
    if page.actors.state(name) is None and name.split(" ")[0].lower() in _PARTS:
        return None
    return name


_PARTS = words("northern southern eastern western central north south east west")
_TAIL_STOP = (AUXILIARIES | BREAKS | FINITE | words(
    "who which that they it he she we said against into onto but or not to from by for if"
)) - words("including")  # fmt: skip
_TAIL_WORD = re.compile(r"\s*(?P<word>[“\"]?[$\w][\w’'.,%$-]*|[(),–—-])")
_SENDING = re.compile(
    r"(?:\s*,)?\s*(?:(?:that|which)\s+)?(?:(?:were|was|are|is|being|be|been|had|have|has|assessed|to|believed|"
    r"reportedly|allegedly|apparently|illegally)\s+){0,6}(?:sent|smuggled|shipped|transported|"
    r"delivered|supplied)\s+(?=from\b|to\b)",
    re.I,
)
_BOUND = re.compile(
    r"(?:\s*,)?\s*(?:(?:that|which)\s+)?(?:(?:were|was|are|is|be|been|had|have|assessed|to|believed|reportedly|"
    r"allegedly|apparently|ultimately)\s+){0,5}"
    r"(?:(?:bound|destined|intended|meant|headed|heading)\s+(?:for|to)|en\s+route\s+to|"
    r"on\s+(?:its|their|the)\s+way\s+to)\s+",
    re.I,
)
_PREPOSITION = re.compile(r"\s*(?P<word>to|from|by|for)\s+(?:the\s+)?", re.I)
# A person of no office who hands over: nobody that can be named, but the phrase goes on.
_BY_SOMEBODY = re.compile(r"\s*(?i:by)\s+(?P<who>(?:[A-Z][\w’'-]+\s+){1,2}?)(?=(?i:to|for|from)\b)")
_TO_PRONOUN = re.compile(r"\s*to\s+(?:them|it|us|him|her)\b", re.I)
_PARTICIPLES = words("armed guided tracked towed assorted related")
_LONGEST_TAIL = 14  # words between goods and their sender or recipient


@dataclass(slots=True)
class Ends:
    """What stands after the goods.

    Attributes:
        to, origin, by, bound: who is named after "to", "from", "by", and "bound for" or "for".
        end: where the last of these ends.
    """

    end: int
    to: str | None = None
    origin: str | None = None
    by: str | None = None
    bound: str | None = None


def read_tail(page: Page, at: int, stop: int, *, waiting: bool = False) -> Ends:
    """Reads who is named after goods, as far as one phrase goes.

    Args:
        page: the document.
        at: where the goods, or the participle after them, end.
        stop: where the sentence ends.
        waiting: whether goods are on their way, so that "sent from N to N" belongs to them.
    """
    text, pos, read = page.text, at, Ends(at)
    skipped = 0
    while pos < stop and skipped <= _LONGEST_TAIL:
        bound = _BOUND.match(text, pos, stop)
        if bound is not None:
            got = end_at(page, bound.end(), stop)
            if got is not None:
                read.bound, read.end = read.bound or got[0], got[1]
            break
        sending = _SENDING.match(text, pos, stop) if waiting else None
        if sending is not None:
            pos = sending.end()
        spoken = _TO_PRONOUN.match(text, pos, stop)
        if spoken is not None:
            pos = spoken.end()
        unread = _BY_SOMEBODY.match(text, pos, stop)
        if unread is not None and end_at(page, unread.start("who"), stop) is None:
            pos = unread.end()
        m = _PREPOSITION.match(text, pos, stop)
        if m is not None:
            got = end_at(page, m.end(), stop)
            if got is None:
                break
            _keep(read, m["word"].lower(), got[0])
            pos = read.end = got[1]
            continue
        word = _TAIL_WORD.match(text, pos, stop)
        if word is None or _closes(word["word"]):
            break
        pos, skipped = word.end(), skipped + 1
    return read


def _keep(read: Ends, word: str, name: str) -> None:
    if word == "to":
        read.to = read.to or name
    elif word == "from":
        read.origin = read.origin or name
    elif word == "by":
        read.by = read.by or name
    else:
        read.bound = read.bound or name


def _closes(word: str) -> bool:
    low = word.strip(',.“"').lower()
    if low in _TAIL_STOP:
        return True
    verbal = low.endswith(("ed", "ing")) and low not in _PARTICIPLES and low != "including"
    return verbal or word.startswith(("“", '"')) or word.endswith(".")


_OWNER = re.compile(
    r"(?P<who>(?:[A-Z]\.){2}|[A-Z][\w-]*?)(?:[’']s?)?\s+(?:(?:arms|weapons?|military|new|first)\s+){0,2}$"
)


def owner_before(page: Page, begin: int, at: int) -> str | None:
    """The state whose name, or people's name, stands right before goods on their way."""
    m = _OWNER.search(page.text, begin, at)
    if m is None or page.text[begin : m.start()].rstrip().endswith(("-", "’", "'")):
        return None
    entry = page.actors.state(m["who"])
    return entry.name.removeprefix("Government of ") if entry is not None else None
