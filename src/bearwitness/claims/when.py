"""When an event happened: which of a text's dates belongs to it, and on what basis.

A sentence's date may be the event's ("killed 12 on Sunday"), the moment of saying ("police said
Monday"), or another act's ("was charged on Friday"). The event's own date wins; failing that, one
that a neighbouring sentence gives for the same happening; then the day it was said, which for
fresh news bounds the event; then the document's own date. `When.basis` tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bearwitness.model.claim import When
from bearwitness.model.document import Anchor
from bearwitness.text.dates import DateExpr, Tense, find_dates, resolve
from bearwitness.text.sentences import Sentence

Role = Literal["event", "speech", "stamp", "act", "future", "open"]


@dataclass(frozen=True, slots=True)
class Dated:
    """One date expression of a sentence, resolved.

    Attributes:
        expr: the words and their parts.
        when: the days they mean.
        role: what the words date: an event; a moment of saying ("speech"); the page itself
            ("stamp"); an act that follows violence, such as an arrest ("act"); what is to come; or
            the open bound of a period ("since 2011").
    """

    expr: DateExpr
    when: When
    role: Role


@dataclass(frozen=True, slots=True)
class EventTime:
    """The time of one event mention.

    Attributes:
        when: its days, with basis.
        confidence: 0..1, how surely the words belong to the event.
        sentence: index of the sentence that holds the words, None for the document's own date.
    """

    when: When
    confidence: float
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """All dates of a document, by sentence index, and its anchor."""

    text: str
    sentences: tuple[Sentence, ...]
    anchor: Anchor
    dates: Mapping[int, tuple[Dated, ...]]


_FUTURE = re.compile(
    r"\b(?:will|due (?:to|in|back)|expected (?:to|in|back)|scheduled|plans? to|set (?:to|for)|"
    r"upcoming|is to|are to|slated|planned|next)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SPEECH_VERB = (
    r"said|says|say|told|reported|reports|announced|stated|added|tweeted|posted|wrote|confirmed|"
    r"declared|claimed|revealed|disclosed|denied|acknowledged|testified|condemned|warned|"
    r"identified|named|released|updated|published|quoted|spoke|speak|speaking|accused|called"
)
# Words that may stand between the verb of saying and the day it was said on.
_SPEECH_FILL = (
    r"(?:[\s,]+(?:(?-i:[A-Z][\w.’'-]*)|the|a|an|in|to|on|of|by|from|at|via|its|his|her|their|news|"
    r"press|agency|conference|briefing|statement|interview|report|website|phone|telephone|email|"
    r"reporters|journalists|media|television|radio|twitter|facebook|release|late|early|also|later|"
    r"local|state|police|exclusively|\d+|officials?|spokes(?:man|woman|person)|him|them|us|here|as|and|it|that))"
)
_SPOKEN = re.compile(rf"\b(?:{_SPEECH_VERB})\b{_SPEECH_FILL}{{0,9}}[\s,(]*$", re.IGNORECASE)
# "As of 11 a.m. Friday he was in surgery"; "police were adamant Friday that the shooting was…".
_AS_OF = re.compile(r"\bas\s+of\s*$", re.IGNORECASE)
_THAT_NEXT = re.compile(
    r"\s+that\s+(?:the|an?|this|these|they|he|she|it|there|no|his|her|their|(?-i:[A-Z][a-z]+))\b",
    re.IGNORECASE,
)
_STATEMENT_ON = re.compile(
    r"\b(?:statement|news conference|press conference|briefing|press release|news release|tweet|"
    r"interview|report|post|filing|documents?|complaint|affidavit|article|hearing|"
    r"meeting|session|autopsy|update)\b"
    r"(?:[\s,]+(?:(?-i:[A-Z][\w.’'-]*)|filed|released|issued|published|made|held|carried|out|the|"
    r"of|in|on|by|at|to|from|late|early|dated))*[\s,(]*$",
    re.IGNORECASE,
)
_ACT_WORD = (
    r"\b(?:arrest\w*|charged|booked|indicted|arraigned|sentenced|convicted|pleaded|pled|appeared|"
    r"apprehended|turned (?:him|her|them)sel(?:f|ves)(?: in(?:to)?)?|came back|went back|"
    r"turn(?:s|ed|ing) \d{1,2}|surrendered|taken into custody|jailed|extradited|"
    r"buried|laid to rest|mourn\w*|gathered|met|visited|arrived|elected|appointed|issued|"
    r"identified|updated|published|posted|opened an investigation|evacuated|returned to|"
    r"was found guilty|trial|court(?:room)?|born|autops(?:y|ies)|"
    r"died (?:at|in) (?:a|the) hospital|succumbed|"
    r"filed|ruled|ordered|denied bond|bond|pleas?|entered a plea|obtained|warrants?|remain\w*|"
    r"hospitalized|recovering|in (?:critical|stable|serious) condition|pushed|voted|hearing|"
    r"underw(?:ent|ay)|surgery|investigat\w*|looking for|search\w*|interview\w*|reassur\w*|"
    r"vowed|pray(?:s|ed|ing)?|honou?r\w*|visit\w*|attend\w*|testif\w*|verdict|bail|granted|denied|"
    r"released from|walked out|jail|prison|custody)\b"
)
_ACT = re.compile(_ACT_WORD, re.IGNORECASE)
_ACT_BEFORE = re.compile(_ACT_WORD + r"[^.;]{0,45}$", re.IGNORECASE)
_VIOLENT = re.compile(
    r"\b(?:kill\w*|dead|died?|dies|deaths?|slain|shot|shoot\w*|gun(?:fire|ned|men|man)|stab\w*|"
    r"wound\w*|injur\w*|hurt|bomb\w*|blast\w*|explo\w*|attack\w*|raid\w*|shell(?:s|ed|ing|fire)?|strikes?|struck|"
    r"airstrikes?|air-strikes?|clash\w*|massacre\w*|murder\w*|execut\w*|ambush\w*|fighting|fired|"
    r"assault\w*|target\w*|hit|rockets?|missiles?|drones?|mines?|grenades?|behead\w*|hacked|"
    r"homicides?(?!\s+(?:detect|investigat|unit|squad|section|bureau|charge))|victims?|graz\w*|bullets?|gunshots?|gun|firearm|assassinat\w*|bod(?:y|ies)|casualt\w*|violence|kidnap\w*|abduct\w*|battle\w*|burn\w*|"
    r"detonat\w*|storm\w*|toll)\b",
    re.IGNORECASE,
)
# Who comes to the scene while it is fresh: their arrival dates the violence.
_FIRST_THERE = (
    r"police|officers?|deput(?:y|ies)|authorities|medics|paramedics|crews?|troopers?|responders|"
    r"firefighters|ambulances?"
)
_ARRIVED = re.compile(rf"\b(?:{_FIRST_THERE})\s+arrived\b[^.;]*$", re.IGNORECASE)
# "A shooting that left four people hospitalized on Friday": the state is the shooting's doing.
_LEFT_IN_STATE = re.compile(r"\b(?:left|leaves|leaving|sent|sends|sending|puts?|putting)\b", re.IGNORECASE)
# "…was treated on Saturday, hours after she was shot": the same day.
_SAME_DAY = re.compile(
    r"[\s,—–-]*(?:just\s+|only\s+|a\s+few\s+|several\s+)?(?:hours|minutes|moments|shortly|soon)\s+"
    r"after\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    r"\b(?:happen\w*|occur\w*|took place|unfold\w*|broke out|erupt\w*|responded|were called|"
    r"was called|incident|was reported|were dispatched|called to|received (?:a|the) (?:call|report)"
    r"|began|opened fire|were sent to|rang out|found|broke into|(?:"
    + _FIRST_THERE
    + r") arrived)\b",
    re.IGNORECASE,
)
_EVENT_NOUN = re.compile(
    r"^(?:['’]s)?\s+(?:(?!in\b|of\b|on\b|the\b|an?\b|for\b|after\b|when\b|and\b|that\b|to\b|with\b)[\w-]+\s+)"
    r"{0,3}?(?:attacks?|bombings?|raids?|strikes?|airstrikes?|air strikes?|"
    r"shootings?|massacre|killings?|blasts?|explosions?|assault|siege|clashes|murders?|"
    r"incident|violence|ambush|shelling|invasion|war|coup|crackdown|protests?)\b",
    re.IGNORECASE,
)
# "July 7 neighbourhood", "the 4th of June camp": a name, no day.
_IN_A_NAME = re.compile(
    r"\s+(?:neighbou?rhood|street|square|district|camp|bridge|brigade|movement|hospital|road|"
    r"avenue|roundabout|university|airport|mosque|school|stadium|quarter|suburb)s?\b",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\b(?:posted|updated|published|modified|created|last update|date|copyright)\b[:\s]*"
    r"(?:on|at|:|\||[\s\d:]|[ap]\.?m\.?)*$"
    r"|\(@\w+\)\s*$|//\s*$",
    re.IGNORECASE,
)
_DIED = re.compile(
    r"\b(?:died|passed away|(?:pronounced|declared) dead)\s*"
    r"(?:(?:at|around|about|just after|shortly after)\s+[\d:]+\s*[ap]\.?m\.?,?)?\s*"
    r"(?:on|early|late)?\s*$",
    re.IGNORECASE,
)
_SAID_NEXT = re.compile(rf",?\s+(?:{_SPEECH_VERB})\b", re.IGNORECASE)
_SAYING = re.compile(rf"\b(?:{_SPEECH_VERB})\b", re.IGNORECASE)
_LEGAL = re.compile(
    r"charged|indicted|arraigned|sentenced|convicted|ple[ad]|arrested|booked|verdict|trial|hearing|"
    r"court|bond|bail|granted|denied|appeared|filed",
    re.IGNORECASE,
)
_NIGHT = re.compile(r"\b(?:afternoon|evening|night)\b", re.IGNORECASE)
_RECALL = re.compile(
    r"\b(?:after|since|following|before|similar to|like|unlike|anniversary of|related to)\s+"
    r"(?:the\s+|a\s+|an\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[;:—–]|\s-\s|,\s+(?:and|but|while|when|after|as|who|which|where)\b"
    r"|\b(?:while|whereas|after|since|following)\b"
    r"|\bbefore\b(?!\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:judge|magistrate|court|jury)\b)",
    re.IGNORECASE,
)
_UNDATED_KINDS = frozenset({"duration", "recurring"})
_COARSE = {"moment": 0.0, "day": 0.0, "days": 0.05, "week": 0.35, "month": 0.35, "season": 0.5,
           "year": 0.6, "none": 9.0}  # fmt: skip
_ROLE_COST = {"event": 0.0, "speech": 0.55, "act": 0.75, "future": 2.0, "open": 1.5}
_OWN_SENTENCE = 0.7
_NEIGHBOURS = 4
_STAMP_WORDS = 7
_CLOSE_WORDS = 2
# A date beyond the neighbouring sentences costs at least this much.
_FAR = 0.6
# "Died Friday" may date a death in hospital, not the violence.
_DEATH_COST = 0.25
# "Around 16 April (between 14 and 18 April)": the bounds stand behind the day.
_BRACKETED = 0.2


def read_timeline(
    text: str,
    sentences: Sequence[Sentence],
    anchor: Anchor,
    only: Iterable[int] | None = None,
) -> Timeline:
    """Every date of the given sentences, resolved in reading order.

    Args:
        text: the document's text.
        sentences: of the document.
        anchor: the document's own day.
        only: indices of the sentences to read (gated ones); None for all.
    """
    wanted = None if only is None else set(only)
    reference: date | None = None
    out: dict[int, tuple[Dated, ...]] = {}
    for sentence in sentences:
        if wanted is not None and sentence.index not in wanted:
            continue
        found: list[Dated] = []
        for expr in find_dates(text, sentence.start, sentence.end):
            dated = _read(text, sentence, expr, anchor, reference)
            found.append(dated)
            start = dated.when.start
            if start is not None and start == dated.when.end and not expr.restated:
                reference = start
        if found:
            out[sentence.index] = tuple(found)
    return Timeline(text, tuple(sentences), anchor, out)


def _read(
    text: str, sentence: Sentence, expr: DateExpr, anchor: Anchor, reference: date | None
) -> Dated:
    before = text[sentence.start : expr.start]
    tense: Tense | None = "future" if _FUTURE.search(before) else None
    when = resolve(expr, anchor, tense=tense, reference=reference)
    if tense == "future" and when.start is not None and anchor.date is not None:
        ahead = when.start > anchor.date
    else:
        ahead = False
    return Dated(expr, when, _role(text, sentence, expr, ahead))


def _role(text: str, sentence: Sentence, expr: DateExpr, ahead: bool) -> Role:
    before = text[sentence.start : expr.start]
    if ahead or (expr.shift > 0 and expr.kind not in {"anaphor", "ago"}):
        return "future"
    if expr.relation in {"since", "until", "before"}:
        return "open"
    if _IN_A_NAME.match(text, expr.end):
        return "open"
    if expr.possessive:
        return "event"
    if _SAID_NEXT.match(text, expr.end) or _THAT_NEXT.match(text, expr.end):
        return "speech"
    before = re.sub(r"\b(?:on|in|at|late|early)\s*$", "", before.rstrip(), flags=re.IGNORECASE)
    before = re.sub(r"\b(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?)\s*$", "", before.rstrip())
    if _SPOKEN.search(before) or _STATEMENT_ON.search(before) or _AS_OF.search(before):
        return "speech"
    if _STAMP.search(before) or _is_stamp_line(text, sentence, expr):
        return "stamp"
    if not before.strip(" ,“\"'•-"):
        return _role_from_what_follows(text, sentence, expr)
    if _SAME_DAY.match(text, expr.end):
        return "event"
    clause = _last_clause(before)
    if _ARRIVED.search(clause):
        return "event"
    named = _EVENT_NOUN.match(text[expr.end : expr.end + 60])
    hour = _NIGHT.search(expr.text) is not None
    if not named and _ACT_BEFORE.search(clause) and not _after_violence(clause, hour):
        return "act"
    return "event"


def _is_stamp_line(text: str, sentence: Sentence, expr: DateExpr) -> bool:
    """Whether the sentence is little but a full date: a byline or a page's stamp."""
    led_in = re.search(r"\b(?:on|in|of|at)\s+$", text[sentence.start : expr.start], re.IGNORECASE)
    if expr.kind != "calendar" or expr.day is None or expr.relation or led_in:
        return False
    rest = text[sentence.start : expr.start] + " " + text[expr.end : sentence.end]
    words = re.findall(r"[^\W\d_]{2,}", rest)
    return len(words) <= _STAMP_WORDS and not _VIOLENT.search(rest) and not _HAPPENED.search(rest)


def _role_from_what_follows(text: str, sentence: Sentence, expr: DateExpr) -> Role:
    """Of a date that opens its sentence, by the first telling word after it."""
    rest = text[expr.end : min(sentence.end, expr.end + 140)]
    hits = [
        (m.start(), role)
        for pattern, role in ((_VIOLENT, "event"), (_ACT, "act"), (_SAYING, "speech"))
        if (m := pattern.search(rest))
    ]
    first = min(hits, default=(0, "event"))[1]
    return "act" if first == "act" else "speech" if first == "speech" else "event"


def _last_clause(before: str) -> str:
    last = 0
    for m in _CLAUSE.finditer(before):
        last = m.end()
    return before[last:]


def _after_violence(clause: str, hour: bool) -> bool:
    """Whether the word of violence, rather than the act, takes the date.

    "Was held over the shooting late Sunday" dates the shooting; "charged with murder Thursday"
    and "indicted in the fatal shooting of a guard on Thursday" date the charge. Courts do not sit
    at night: "charged in the fatal shooting of a guard on Thursday night" dates the shooting.

    Args:
        clause: what stands before the date.
        hour: the date is one of an afternoon, evening or night.
    """
    acts = list(_ACT.finditer(clause))
    violent = list(_VIOLENT.finditer(clause))
    if not violent:
        return False
    last = violent[-1]
    if acts and acts[-1].start() > last.start():
        return bool(_LEFT_IN_STATE.search(clause, last.end(), acts[-1].start()))
    if not any(_LEGAL.match(m.group()) for m in acts) or hour:
        return True
    if re.search(r"\b(?:with|of)\s+(?:[\w-]+\s+){0,3}$", clause[: last.start()], re.IGNORECASE):
        return False
    return len(clause[last.end() :].split()) <= _CLOSE_WORDS


def event_time(timeline: Timeline, sentence: int, at: int, end: int | None = None) -> EventTime:
    """The time of the event whose words stand at `at` (trigger or count) in a sentence.

    Args:
        timeline: of the document.
        sentence: index of the sentence.
        at: offset of the event's word.
        end: offset after it; `at` where omitted.

    Returns:
        The best date, with basis "stated" or "relative" from the sentence itself, "inherited"
        from another, "anchor" for want of better, or "none".
    """
    own = _best(timeline, sentence, at, end if end is not None else at)
    if own is not None and own[0] < _OWN_SENTENCE and own[1].role == "event":
        sharper = _elsewhere(timeline, sentence, own)
        if sharper is not None:
            return EventTime(replace(sharper[1].when, basis="inherited"), 0.7, sharper[2])
        return EventTime(own[1].when, min(1.0, 1.0 - own[0] / 2), sentence)
    near = _elsewhere(timeline, sentence)
    if near is not None and near[0] < _FAR:
        return EventTime(replace(near[1].when, basis="inherited"), 0.8 - near[0], near[2])
    if own is not None and own[1].role in {"speech", "event"}:
        return EventTime(own[1].when, 0.45, sentence)
    if near is not None:
        return EventTime(replace(near[1].when, basis="inherited"), 0.4, near[2])
    if own is not None and own[1].when.basis == "stated":
        return EventTime(own[1].when, 0.35, sentence)
    if own is not None and timeline.anchor.date is not None:
        # The day of an arrest or a hearing bounds the event, as the document's own day does.
        return EventTime(replace(own[1].when, basis="anchor"), 0.35, sentence)
    return _from_anchor(timeline.anchor)


def _sharper(own: tuple[float, Dated], other: When) -> bool:
    """Whether a date elsewhere tells the day more finely than the sentence's own words.

    "Over the weekend" here and "about 2 p.m. on Sunday" there; "died Friday" here and "the
    shooting happened Thursday" there.
    """
    mine = own[1].when
    if mine.start is None or mine.end is None or other.start is None:
        return False
    if mine.start < mine.end and other.start == other.end:
        return mine.start <= other.start <= mine.end
    return own[0] >= _DEATH_COST and timedelta(0) <= mine.start - other.start <= timedelta(days=4)


def _from_anchor(anchor: Anchor) -> EventTime:
    if anchor.date is None:
        return EventTime(When(), 0.0)
    day = anchor.date
    if anchor.precision == "month":
        nxt = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        when = When(day.replace(day=1), nxt - timedelta(days=1), "month", "anchor")
    elif anchor.precision == "year":
        when = When(date(day.year, 1, 1), date(day.year, 12, 31), "year", "anchor")
    else:
        when = When(day, day, "day", "anchor")
    return EventTime(when, 0.3)


def _usable(dated: Dated) -> bool:
    return (
        dated.when.start is not None
        and dated.when.end is not None
        and not dated.expr.restated
        and dated.expr.kind not in _UNDATED_KINDS
        and dated.role in {"event", "speech", "act"}
    )


def _best(timeline: Timeline, index: int, at: int, end: int) -> tuple[float, Dated] | None:
    """The cheapest usable date of a sentence, with its cost."""
    usable = [d for d in timeline.dates.get(index, ()) if _usable(d)]
    years = [d for d in usable if d.when.precision == "year"]
    if len(years) > 1:  # "the homicides of 2014, 2015 and 2016"
        usable = [d for d in usable if d not in years]
    priced = [(_cost(timeline, dated, at, end), dated.expr.start, dated) for dated in usable]
    if not priced:
        return None
    cost, _, dated = min(priced, key=lambda p: (p[0], p[1]))
    return cost, dated


def _cost(timeline: Timeline, dated: Dated, at: int, end: int) -> float:
    text, expr = timeline.text, dated.expr
    cost = _ROLE_COST[dated.role] + _COARSE[dated.when.precision]
    between = text[end : expr.start] if expr.start >= end else text[expr.end : at]
    cost += 0.12 * len(_CLAUSE.findall(between)) + len(between) / 1000
    noun = _EVENT_NOUN.match(text, expr.end) or _EVENT_NOUN.match(text[expr.end : expr.end + 60])
    if noun:
        bound = expr.end + noun.end() >= at >= expr.start
        if bound:
            cost -= 0.3
        elif _RECALL.search(text[max(0, expr.start - 30) : expr.start]):
            cost += 0.5  # "since the July 3 attack": another event's day
    if expr.relation == "after":
        cost += 0.4
    if text[: expr.start].rstrip()[-1:] == "(":
        cost += _BRACKETED
    if _DIED.search(text[max(0, expr.start - 60) : expr.start]):
        cost += _DEATH_COST
    return cost


def _elsewhere(
    timeline: Timeline, index: int, own: tuple[float, Dated] | None = None
) -> tuple[float, Dated, int] | None:
    """The cheapest date that another sentence gives to the same happening, and its index.

    With `own`, only dates that tell the sentence's own date more finely.
    """
    priced = [
        (cost, abs(other - index), other, dated.expr.start, dated)
        for other, dates in timeline.dates.items()
        if other != index
        for dated in dates
        if (own is None or _sharper(own, dated.when))
        and (cost := _neighbour_cost(timeline, dated, other, other - index, own is not None))
        is not None
    ]
    if not priced:
        return None
    cost, _, other, _, dated = min(priced, key=lambda p: p[:4])
    return cost, dated, other


def _neighbour_cost(
    timeline: Timeline, dated: Dated, other: int, gap: int, sharper: bool
) -> float | None:
    if not _usable(dated) or dated.role != "event" or other >= len(timeline.sentences):
        return None
    if dated.when.precision not in {"day", "days", "moment"}:
        return None
    words = timeline.sentences[other].text(timeline.text)
    start = timeline.sentences[other].start
    near = abs(gap) <= _NEIGHBOURS
    happened = _HAPPENED.search(words) is not None
    violent = _VIOLENT.search(words) is not None
    opens = dated.expr.start - start < 12 and -_NEIGHBOURS <= gap < 0
    if not (happened or violent or opens or sharper) and abs(gap) > 1:
        return None
    cost = 0.1 * abs(gap) if near else _FAR + 0.01 * abs(gap)
    cost += 0.0 if happened else 0.1 if violent else 0.15 if opens else 0.3
    cost += 0.02 if gap < 0 else 0.0
    before = timeline.text[max(0, dated.expr.start - 60) : dated.expr.start]
    if _EVENT_NOUN.match(timeline.text[dated.expr.end : dated.expr.end + 60]):
        cost += 0.3 if not dated.expr.possessive and _RECALL.search(before) else -0.15
    if _DIED.search(before):
        cost += _DEATH_COST
    return cost
