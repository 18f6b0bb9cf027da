"""Meetings and talks: who with whom, where and when, and whether planned, held or called off.

Shallow rules over a sentence: a cue (talks held, somebody met somebody, a visit to ask), the
noun phrases around it, the date and place that follow, and words of planning or cancelling
before it. Talks that are only wished for, refused or ruled out are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bearwitness.claims.further import Page, plain
from bearwitness.claims.persons import OFFICES
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import SOURCE_NOUNS, words
from bearwitness.model.claim import Claim, Meeting, When, Where
from bearwitness.text.sentences import Sentence

Status = Literal["planned", "held", "cancelled", "reported"]

GATE = re.compile(
    r"\b(?:talks|met|meets?|meetings?|summit|conference|negotiations|negotiating|consultations|"
    r"discussions|visited|visiting)\b",
    re.I,
)
_NOUN = (
    r"(?:peace\s+|ceasefire\s+|bilateral\s+|direct\s+|indirect\s+|emergency\s+|closed-door\s+)?"
    r"(?:talks|meetings?|negotiations|summit|(?<!news )(?<!press )conference|consultations|"
    r"discussions|dialogue)\b"
)
_HELD = re.compile(
    rf"\b(?:held|holds?|holding|begun|began|begins?|resum(?:ed?|ing)|host(?:ed|s|ing)?|"
    rf"conven(?:ed?|ing)|"
    rf"attend(?:ed|ing)?|concluded|cancelled|canceled|postponed|called\s+off|suspended|broke\s+off|"
    rf"had|having|opened)\s+(?:(?!that\b|and\b|in\b|for\b|to\b|by\b|at\b|"
    rf"of\b(?!\s+talks))[\w’'-]+\s+){{0,5}}?"
    rf"(?P<noun>{_NOUN})",
    re.I,
)
_WERE = re.compile(
    rf"(?P<noun>{_NOUN})(?:\s+(?:between|with|in|on|of|for|about|at)\s+[^,.;:]{{2,80}}?)?\s+"
    r"(?P<verb>(?:was|were|are|is|will\s+be|would\s+be|has\s+been|have\s+been|"
    r"had\s+been)\s+(?:\w+ly\s+)?"
    r"(?:held|hosted|due|scheduled|planned|expected|set|cancelled|canceled|postponed|called\s+off|"
    r"suspended|convened|under\s+way|underway)|took\s+place|(?:was|were|is|are)\s+taking\s+place|"
    r"(?:began|started|opened|resumed|collapsed|ended|broke\s+down|concluded)\b)",
    re.I,
)
_ONE_HELD = re.compile(
    r"\b(?P<noun>talks|conference|meeting|summit|"
    r"negotiations)\b[^.;]{0,60}?\b(?P<verb>(?:the\s+)?ones?\s+"
    r"(?:(?:that|which)\s+)?(?:was|were)?\s*held)\b",
    re.I,
)
_MET = re.compile(
    r"\b(?:met|meets?|meeting)\s+(?:(?:separately|privately|briefly|again|earlier|up|"
    r"face-to-face)\s+)?"
    r"(?:with\s+)?(?P<with>(?:the\s+|his\s+|her\s+|their\s+|its\s+|a\s+|an\s+)?\S)",
)
_VISIT = re.compile(
    r"\b(?:visited|visiting|travell?ed\s+to|flew\s+to|"
    r"arrived\s+in)\s+(?P<place>(?:the\s+)?[A-Z][\w’'-]*"
    r"(?:\s[A-Z][\w’'-]*){0,2})\s+(?:on\s+\w+day\s+)?(?:to|for)\s+(?P<aim>ask|urge|press|meet|"
    r"discuss|persuade|"
    r"talks|negotiate|hold\s+talks)\b",
)
_BETWEEN = re.compile(
    rf"\b(?P<when>during|after|following|at|ahead\s+of|before|prepar(?:ed|ing|es)\s+for|"
    rf"for)\s+(?:[\w’'-]+\s+){{0,4}}?"
    rf"(?P<noun>{_NOUN})(?:\s+(?:on\s+)?(?:\w+day|today|yesterday))?\s+(?P<prep>with|"
    rf"between)\s+(?=\S)",
    re.I,
)
_WITH = re.compile(
    r"\b(?P<prep>with|between)\s+(?:the\s+participation\s+of\s+)?(?P<np>[^,.;:()“”\"]{3,110})", re.I
)
_NP_END = re.compile(
    r"\s+(?:at|in|on|over|about|to|for|during|after|before|as|while|where|when|who|which|that|"
    r"late|early|earlier|"
    r"aimed|was|were|is|are|has|have|had|will|would|said|but|since|last|this|next|today|"
    r"yesterday|ahead|"
    r"amid|under|from|by|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|"
    r"December)\s\d)\b",
    re.I,
)
_PRESS = re.compile(r"\b(?:news|press|work|staff|town|board|public|community|family)\s+$", re.I)
_BARE_VERB = re.compile(r"(?:hold|resume|host|convene|attend|begin|meet)\b", re.I)
_TO_DO = re.compile(r"\bto\s+$", re.I)
_SET_TO = re.compile(
    r"\b(?:due|agreed|scheduled|expected|plann(?:ed|ing)|plans?|set|going|is|are|was|were|"
    r"decided|slated|about)\s+to\s+$",
    re.I,
)
_LAST_CLAUSE = re.compile(
    r"^.*\b(?:that|which|who|whom|said|says|confirmed|announced|reaffirmed|after|following|"
    r"during|when|where)\b\s*",
    re.I | re.S,
)
_BOTH = 2
_LONGEST_NAME = 14  # words
_CLAUSE_START = re.compile(
    r"[,;:]\s*|\b(?:while|as|after|before|when|where|and\s+then|that|because|but|said|saying|"
    r"ahead of)\s+",
    re.I,
)
_PLANNED = re.compile(
    r"\b(?:due|will|would|scheduled|expected|planned|plans?|planning|set|slated|agreed|is\s+to|"
    r"are\s+to|were\s+to|was\s+to|"
    r"intends?|upcoming|prepar(?:e[sd]?|ing)|to\s+be|about)\b[^,;]{0,40}$",
    re.I,
)
_CANCELLED = re.compile(
    r"\b(?:cancel\w*|postpon\w+|call\w*\s+off|suspend\w*|broke\s+off|scrap\w*|boycott\w*)\b", re.I
)
_REPORTED = re.compile(
    r"\b(?:reported(?:ly)?\s+(?:to\s+have|held|met|had)|reportedly|said\s+to\s+have|"
    r"believed\s+to\s+have|rumou?red)\b",
    re.I,
)
_WISHED = re.compile(
    r"\b(?:no|not|never|neither|nor|without|refus\w+|reject\w+|ruled?\s+out|if|unless|could|"
    r"might|may|should|"
    r"possible|possibility|propos\w+|offer\w*|call\w*\s+for|urg\w+|want\w*|hop\w+|appeal\w*|"
    r"invit\w+|willing\w*|ready|"
    r"prospects?|demand\w*|whether|try\w*|tried|seek\w*|attempt\w*|fail\w*\s+to|wish\w*|"
    r"would\s+like|"
    r"needs?|must|press\w*\s+for|can)\b|n[’']t\b",
    re.I,
)
_MEDIATOR = re.compile(
    r"\b(?P<who>[A-Z][\w.’']*(?:[ -](?:[A-Z][\w.’']*|Nations?))*)[- ](?:brokered|mediated|"
    r"sponsored|backed|facilitated|led)\b"
    r"|\b(?:brokered|mediated|sponsored|"
    r"facilitated)\s+by\s+(?:the\s+)?(?P<by>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})"
)
_HOST = re.compile(
    r"\bhosted\s+by\s+(?:the\s+)?(?P<by>[A-Z][^,.;]{2,50}?)(?=\s+(?:in|on|at|and)\b|[,.;])"
    r"|\bat\s+(?:the\s+|its\s+|his\s+|her\s+)?(?P<at>(?:[\w’'-]+\s+){0,4}?(?:ministry|palace|"
    r"headquarters|embassy|residence|"
    r"retreat|White\s+House|Kremlin|parliament|office))\b",
    re.I,
)
_SERIES = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|new|latest|next|final|last|"
    r"fresh|further|"
    r"another|two|three|four|five|several|\d+(?:st|nd|rd|th)?)\s+)(?:and\s+\w+\s+)?rounds?\b",
    re.I,
)
_SUBJECT = re.compile(
    r"\b(?:on|about|over|aimed\s+at|to\s+discuss|focus(?:ed|ing)\s+on)\s+(?P<what>(?!(?:Mon|"
    r"Tues|Wednes|Thurs|Fri|Satur|Sun)"
    r"day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d|the\s+(?:sidelines|phone|same|"
    r"following|condition))"
    r"[^,.;:()“”\"]{4,90})"
)
_OUTCOME = re.compile(
    r"\b(?P<what>(?:(?:both|the\s+talks|the\s+meeting|which|they)\s+)?(?:ended|broke\s+up|"
    r"broke\s+down|collapsed|concluded|"
    r"failed|produced|resulted|stalled)\b[^,.;:]{0,80}|reached\s+(?:an?|no)\s+[^,.;:]{3,60}|"
    r"agreed\s+(?:to|on)\s+[^,.;:]{3,80})",
    re.I,
)
_ENDED = re.compile(
    r"^(?:both|they|the\s+talks|the\s+negotiations|neither|the\s+meeting|it)\b", re.I
)
_MEN_OF_OFFICE = OFFICES - words("doctor witness resident officer sergeant judge expert member")
_PUBLIC = words(
    """
    delegation delegations officials official leaders ministers envoys negotiators diplomats
    government opposition rebels coalition council ministry ministries presidents commanders elders
    representatives authorities counterpart counterparts representative mediators mediator
    parties factions faction sides alliance movement militia group groups
    """
)
_NOT_MET = words(
    """
    with resistance demand demands fire criteria target targets needs need standards deadline
    death challenge expectations requirements conditions face obligations opposition
    """
)
_PRONOUNS = words("he she it they we i who which him her them us that this these those")


@dataclass(frozen=True, slots=True)
class _Cue:
    """Where a sentence tells of a meeting.

    Attributes:
        start, end: offsets of the cue.
        parties_at: from where the "with …" phrase is looked for, None where the cue has none.
        subject_before: whether the subject stands before the cue.
        shape: which rule found it.
    """

    start: int
    end: int
    shape: Literal["held", "were", "one", "met", "visit", "between"]
    status: Status | None = None


def read_meetings(page: Page) -> Iterator[Claim]:
    """The meetings of a document, in order."""
    for sentence in page.sentences:
        if page.is_headline(sentence) or not GATE.search(page.text, sentence.start, sentence.end):
            continue
        done = -1
        for cue in _cues(page, sentence):
            if cue.start < done:
                continue
            claim = _meeting(page, sentence, cue)
            if claim is not None:
                done = max(cue.end, claim.span.end)
                yield claim


def _cues(page: Page, sentence: Sentence) -> list[_Cue]:
    text, a, b = page.text, sentence.start, sentence.end
    out: list[_Cue] = []
    out += [_Cue(m.start(), m.end(), "held") for m in _HELD.finditer(text, a, b)]
    out += [_Cue(m.start("noun"), m.end("verb"), "were") for m in _WERE.finditer(text, a, b)]
    out += [_Cue(m.start("verb"), m.end("verb"), "one") for m in _ONE_HELD.finditer(text, a, b)]
    out += [_Cue(m.start(), m.start("with"), "met") for m in _MET.finditer(text, a, b)]
    out += [_Cue(m.start(), m.end(), "visit") for m in _VISIT.finditer(text, a, b)]
    for m in _BETWEEN.finditer(text, a, b):
        lead = m.group("when").lower()
        ahead = lead.startswith(("ahead", "before", "prep", "for"))
        out.append(_Cue(m.start("noun"), m.end("noun"), "between", "planned" if ahead else "held"))
    out.sort(key=lambda c: (c.start, -c.end))
    return out


def _meeting(page: Page, sentence: Sentence, cue: _Cue) -> Claim | None:
    text = page.text
    clause = _clause_start(text, sentence.start, cue.start)
    unsaid = cue.shape != "one" and _WISHED.search(_lead(text, sentence, cue))
    if unsaid or _WISHED.search(text, cue.start, cue.end):
        return None
    before = text[sentence.start : cue.start]
    noun = re.search(r"(?:meetings?|conference)\b", text[cue.start : cue.end], re.I)
    if noun and _PRESS.search(text[sentence.start : cue.start + noun.start()]):
        return None
    if (
        _BARE_VERB.match(text[cue.start : cue.end])
        and _TO_DO.search(before)
        and not _SET_TO.search(before)
    ):
        return None
    parties = _parties(page, sentence, cue)
    if parties is None:
        return None
    names, end = parties
    end = max(end, cue.end)
    where = _place(page, sentence, cue, end)
    when = _when(page, sentence, cue)
    if cue.shape in ("were", "one") and not names and where is None and when.start is None:
        return None
    status = _status(text, sentence, cue, clause)
    tail = text[cue.start : sentence.end]
    detail = Meeting(
        names,
        _host(tail),
        _mediator(text[sentence.start : sentence.end]),
        _subject(tail),
        _outcome(page, sentence, cue),
        _series(text, sentence, cue),
        status,
    )
    start = min(cue.start, clause) if cue.shape in ("held", "met", "visit") else cue.start
    stop = max(end, cue.end)
    while start < stop and text[start] in " ,;:\n":
        start += 1
    while stop > start and text[stop - 1] in " ,;:\n":
        stop -= 1
    return page.claim(
        "meeting", sentence, (start, stop), detail, "meeting", when=when, where=where,
        hedge="reported" if status == "reported" else None,
    )  # fmt: skip


def _when(page: Page, sentence: Sentence, cue: _Cue) -> When:
    """The next date after the cue, else one before it that no other clause parts from it."""
    dated = [d for d in page.dates_in(sentence) if not d.expr.restated and d.role != "open"]
    stop = _next_clause(page.text, cue.end, sentence.end)
    after = [d for d in dated if cue.start <= d.expr.start < stop]
    before = [
        d for d in dated
        if d.expr.end <= cue.start and not _PARTED.search(page.text[d.expr.end : cue.start])
    ]  # fmt: skip
    chosen = after[:1] or before[-1:]
    return chosen[0].when if chosen else When()


_PARTED = re.compile(
    r"\b(?:after|though|although|while|when|said|that|before|but|since|who)\b", re.I
)


def _clause_start(text: str, start: int, at: int) -> int:
    found = [m.end() for m in _CLAUSE_START.finditer(text, start, at)]
    return found[-1] if found else start


def _lead(text: str, sentence: Sentence, cue: _Cue) -> str:
    """The words before the cue that may deny or wish it."""
    return text[max(sentence.start, cue.start - 45) : cue.start].split(",")[-1].split("“")[-1]


def _parties(page: Page, sentence: Sentence, cue: _Cue) -> tuple[tuple[str, ...], int] | None:
    """Participants and the end of their words; None where the cue tells of no meeting."""
    text, stop = page.text, sentence.end
    if cue.shape == "visit":
        return _visit(page, sentence, cue)
    if cue.shape == "met":
        return _met(page, sentence, cue)
    doer = _subject_np(page, sentence, cue) if cue.shape == "held" else None
    names: list[str] = [doer] if doer else []
    end = cue.end
    m = _WITH.search(text, cue.start, min(stop, cue.end + 130))
    if m and (m.start() - cue.end < 50):
        np = _np(m.group("np"))
        end = m.start("np") + len(np)
        names += _split(np) if m.group("prep").lower() == "between" else [plain(np)]
    elif cue.shape == "held" and doer is not None and not _public(page, doer):
        return None
    names = [n for n in names if n.lower() not in _PRONOUNS]
    if cue.shape == "between" and not any(_public(page, n) for n in names):
        return None
    if cue.shape == "held" and (not names or not any(_public(page, n) for n in names)):
        return None
    had = text[cue.start : cue.end].lower().startswith(("had ", "having "))
    if cue.shape == "held" and had and len(names) < _BOTH:
        return None
    if cue.shape == "were" and not _political(text, sentence, names, page):
        return None
    return tuple(dict.fromkeys(names)), end


def _political(text: str, sentence: Sentence, names: list[str], page: Page) -> bool:
    """Whether talks without stated parties are those of states or warring sides."""
    if any(_public(page, n) for n in names):
        return True
    around = text[sentence.start : sentence.end]
    return bool(
        re.search(
            r"\b(?:peace|talks|negotiations|summit|ceasefire|truce|Security Council)\b", around
        )
    )


def _visit(page: Page, sentence: Sentence, cue: _Cue) -> tuple[tuple[str, ...], int] | None:
    """Reads "X visited PLACE to ask HOST to …": a meeting with those who are asked."""
    doer = _subject_np(page, sentence, cue)
    if doer is None or not _public(page, doer):
        return None
    rest = page.text[cue.end : sentence.end]
    m = re.match(
        r"\s+(?:with\s+)?(?P<who>(?:the\s+)?[A-Z][\w’'-]*(?:\s(?:[A-Z][\w’'-]*|"
        r"\w+(?=\s[A-Z]))){0,5})",
        rest,
    )
    if m is None:
        return None
    return (doer, plain(_np(m.group("who")))), cue.end + m.end()


def _met(page: Page, sentence: Sentence, cue: _Cue) -> tuple[tuple[str, ...], int] | None:
    text = page.text
    word = text[cue.start : cue.start + 7].lower()
    rest = text[cue.end : sentence.end]
    first = re.match(r"[\w’'-]+", rest)
    if first is None or first.group().lower() in _NOT_MET:
        return None
    if word == "meeting" and not re.search(
        r"\b(?:is|are|was|were|be|been|after|before|by|while)\s+$", text[sentence.start : cue.start]
    ):
        return None
    np = _np(re.split(r"[,.;:()“”\"]", rest)[0])
    other = plain(np)
    doer = _subject_np(page, sentence, cue)
    if doer is None or len(other) < 3 or other.lower() in _PRONOUNS:
        return None
    if not (_public(page, other) and (_public(page, doer) or doer[:1].isupper())):
        return None
    if not any(c.isupper() for c in other) and not set(other.lower().split()) & _PUBLIC:
        return None
    return (doer, other), cue.end + len(np)


def _np(words_after: str) -> str:
    """A noun phrase up to where it must end; "and" is kept."""
    m = _NP_END.search(words_after)
    return words_after[: m.start()] if m else words_after.rstrip()


def _split(np: str) -> list[str]:
    return [plain(re.sub(r"^the\s+", "", p)) for p in re.split(r",\s*|\s+and\s+", np) if plain(p)]


def _subject_np(page: Page, sentence: Sentence, cue: _Cue) -> str | None:
    """Who meets: the noun phrase before the verb, with what heads or leads it."""
    tokens = sentence.tokens
    verb = next((i for i, t in enumerate(tokens) if t.start >= cue.start), None)
    if verb is None:
        return None
    first = verb
    while first > 0 and tokens[first - 1].lower in _BEFORE_VERB:
        first -= 1
    phrase = subject(tokens, first) if first else None
    if phrase is None:
        return None
    left = phrase[0]
    while left and tokens[left - 1].is_capitalised and tokens[left - 1].is_word:
        left -= 1
    start, end = tokens[left].start, tokens[phrase[1] - 1].end
    if apposed := re.match(
        r", (?:[A-Z][\w’'-]+)(?: [\w’'-]+){1,3}(?=,)", page.text[end : sentence.end]
    ):
        end += apposed.end()
    head = re.search(
        r"((?:\b[Aa]n?\s+|\b[Tt]he\s+)(?:[\w’'-]+\s+){1,4}(?:headed|led)\s+by\s+(?:the\s+)?)$",
        page.text[sentence.start : start],
    )
    if head:
        start = sentence.start + head.start()
    name = _LAST_CLAUSE.sub("", plain(page.text[start:end]))
    name = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I)
    if name.count(" ") >= _LONGEST_NAME:
        return None
    return None if not name or name.lower() in _PRONOUNS else name


_BEFORE_VERB = words(
    """
    was were is are has have had been to due will would be reported said believed reportedly also
    scheduled expected set planned having then later agreed earlier separately who
    """
)


def _public(page: Page, name: str) -> bool:
    """Whether a party is a state, force, body or person of office."""
    lows = {w.lower() for w in re.findall(r"[\w-]+", name)}
    if lows & (_MEN_OF_OFFICE | _PUBLIC):
        return True
    if page.actors.lookup(name) or page.actors.within(name):
        return True
    if lows & SOURCE_NOUNS & {"army", "government", "ministry", "council", "forces"}:
        return True
    at = page.text.find(name)
    if at >= 0 and any(p.kind == "country" and at <= p.start < at + len(name) for p in page.places):
        return True
    surname = name.split(" ")[-1]
    return surname[:1].isupper() and bool(
        re.search(
            rf"\b(?:President|Minister|King|Prince|Premier|[Ee]nvoy|Secretary|Chancellor|[Ll]eader"
            rf"|Ambassador|[Cc]hief)\s(?:[\w’'-]+\s){{0,2}}{re.escape(surname)}\b",
            page.text,
        )
    )


def _status(text: str, sentence: Sentence, cue: _Cue, clause: int) -> Status:
    before = text[max(clause, sentence.start) : cue.start]
    own = text[cue.start : cue.end]
    if _CANCELLED.search(own) or _CANCELLED.search(before[-30:]):
        return "cancelled"
    if _REPORTED.search(before) or _REPORTED.search(own):
        return "reported"
    if cue.shape == "one":
        return "held"
    if cue.status is not None:
        return cue.status
    if _PLANNED.search(before) or re.search(
        r"\b(?:due|scheduled|planned|expected|set|will\s+be|would\s+be|to\s+be)\b", own, re.I
    ):
        return "planned"
    if cue.shape == "held" and re.match(r"(?:hold|resume|host|convene|attend|begin)\b", own, re.I):
        return "planned" if re.search(r"\bto\s+$|\bwill\s+$", before, re.I) else "held"
    return "held"


def _place(page: Page, sentence: Sentence, cue: _Cue, end: int) -> Where | None:
    """The finest place after the cue, not within a party's own words; else one that opens."""
    if cue.shape == "visit":
        inside = page.places_in(cue.start, cue.end)
        return inside[0].where if inside else None
    stop = _next_clause(page.text, end, sentence.end)
    after = [p for p in page.places_in(end, stop) if _led_in(page.text, p)]
    if not after:
        after = [p for p in page.places_in(cue.start, cue.end) if _led_in(page.text, p)]
    if not after:
        lead = page.places_in(sentence.start, cue.start)
        after = [p for p in lead if _led_in(page.text, p) and p.start - sentence.start < 20]
    if not after:
        return None
    return max(after, key=lambda p: (p.specificity, -p.start)).where


def _next_clause(text: str, start: int, stop: int) -> int:
    m = re.search(r";|,?\s(?:while|after|but|although|whereas|said|where)\s|\.\s", text[start:stop])
    return start + m.start() if m else stop


def _led_in(text: str, place: PlaceMention) -> bool:
    lead = text[max(0, place.start - 24) : place.start]
    return bool(
        re.search(
            r"\b(?:in|at|near|of|outside|capital|city|town|to),?\s+(?:the\s+)?(?:\w+\s+){0,3}$",
            lead,
            re.I,
        )
    )


def _host(tail: str) -> str | None:
    m = _HOST.search(tail)
    return plain(m.group("by") or m.group("at")) if m else None


def _mediator(sentence: str) -> str | None:
    m = _MEDIATOR.search(sentence)
    return plain(m.group("who") or m.group("by")) if m else None


def _subject(tail: str) -> str | None:
    m = _SUBJECT.search(tail)
    if m is None:
        return None
    what = re.split(
        r"\s+(?:in|on|at|with|after|before|while|as|said|was|were|will)\s(?=[A-Z\d]|the\b|no\b)"
        r"|\s+(?:began|started|begin|ended|was|were|is|are|resumed|collapsed|took\s+place|held|"
        r"broke|which|that|with|between)\b",
        m.group("what"),
    )[0]
    return plain(what) or None


def _outcome(page: Page, sentence: Sentence, cue: _Cue) -> str | None:
    """What came of it: in its own sentence, or in the next one that begins with it."""
    m = _OUTCOME.search(page.text, cue.end, sentence.end)
    if m is None:
        m = re.search(
            r"(?P<what>\b(?:ended|collapsed|concluded|broke\s+down)\b[^,.;:]*)",
            page.text[cue.start : cue.end],
        )
    if m is None and sentence.index + 1 < len(page.sentences):
        following = page.sentences[sentence.index + 1]
        if _ENDED.match(page.text[following.start : following.end]):
            m = _OUTCOME.search(page.text, following.start, following.end)
    return plain(m.group("what")) if m else None


def _series(text: str, sentence: Sentence, cue: _Cue) -> str | None:
    m = _SERIES.search(text, max(sentence.start, cue.start - 60), min(sentence.end, cue.end + 10))
    return plain(m.group()).lower() if m else None
