"""What the dates of a sentence date: an event, the saying of it, or an act that follows it.

"Police said Monday", "was charged on Friday" and "was found dead on Sunday" stand beside "killed
on Saturday"; the words around each date tell them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from bearwitness.model.claim import When
from bearwitness.model.document import Anchor
from bearwitness.text.dates import DateExpr, Tense, resolve
from bearwitness.text.sentences import Sentence

Role = Literal["event", "speech", "stamp", "act", "future", "open", "dateline"]


@dataclass(frozen=True, slots=True)
class Dated:
    """One date expression of a sentence, resolved.

    Attributes:
        expr: the words and their parts.
        when: the days they mean.
        role: what the words date: an event; a moment of saying ("speech"); the page itself
            ("stamp"); an act that follows violence, such as an arrest ("act"); what is to come;
            the open bound of a period ("since 2011"); or the dispatch itself ("dateline").
    """

    expr: DateExpr
    when: When
    role: Role


_FUTURE = re.compile(
    r"\b(?:will|due (?:to|in|back)|expected (?:to|in|back)|scheduled|plans? to|set (?:to|for)|"
    r"upcoming|is to|are to|slated|planned|next)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SPEECH_VERB = (
    r"said|says|say|told|(?<!was )(?<!were )reported|reports|announced|stated|added|"
    r"tweeted|posted|wrote|confirmed|"
    r"declared|claimed|revealed|disclosed|denied|acknowledged|testified|condemned|warned|"
    r"identified|named|released|updated|published|quoted|spoke|speak|speaking|accused|called|"
    r"reassured|filed"
)
# Words that may stand between the verb of saying and the day it was said on.
_SPEECH_FILL = (
    r"(?:[\s,()]+(?:(?-i:[A-Z][\w.’'-]*)|the|a|an|in|to|on|of|by|from|at|via|its|his|her|their|news|"
    r"press|agency|conference|briefing|statement|interview|report|website|phone|telephone|email|"
    r"reporters|journalists|media|television|radio|twitter|facebook|release|late|early|also|later|"
    r"photos?|images?|footage|names?|identity|suspected|suspect|shooter|gunman|victims?|notice|"
    r"community|residents|local|state|police|exclusively|\d+|officials?|spokes(?:man|woman|person)|him|them|us|here|as|and|it|that))"
)
_SPOKEN = re.compile(rf"\b(?:{_SPEECH_VERB})\b{_SPEECH_FILL}{{0,9}}[\s,()]*$", re.IGNORECASE)
# "As of 11 a.m. Friday he was in surgery"; "police were adamant Friday that the shooting was…".
_AS_OF = re.compile(r"\bas\s+of\s*$", re.IGNORECASE)
_THAT_NEXT = re.compile(
    r"\s+that\s+(?:the|an?|this|these|they|he|she|it|there|no|his|her|their|(?-i:[A-Z][a-z]+))\b",
    re.IGNORECASE,
)
# "Detectives went to the hospital Sunday to interview three of the victims."
_PURPOSE_NEXT = re.compile(
    r"\s+to\s+(?:interview|question|search|investigate|visit|meet|collect|discuss|announce|mourn|"
    r"pray|remember|honou?r|testify|appear|attend|talk|speak|face|ask|plead)\b",
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
# "Monday's news release said", "at Friday's vigil": the day of what was said or held afterwards.
_OCCASION = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:releases?|statements?|briefing|conference|hearing|trial|arraignment|"
    r"vigil|funeral|announcement|update|report|verdict|ruling|interview|edition|meeting)\b"
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
    r"released from|walked out|jail|prison|custody|asked|urged|appealed|"
    r"(?:vigils?|funerals?|memorial services?|ceremon(?:y|ies))\s+(?:was|were|is|are)\s+held|"
    r"opening statements|testimony|deliberations|jury selection|"
    r"postponed|rescheduled|delayed|dismissed|upgraded|unsealed|honou?red|remembered)\b"
)
_ACT = re.compile(_ACT_WORD, re.IGNORECASE)
_ACT_BEFORE = re.compile(_ACT_WORD + r"[^.;]{0,45}$", re.IGNORECASE)
VIOLENT = re.compile(
    r"\b(?:kill\w*|dead|died?|dies|deaths?|slain|shot|shoot\w*|gun(?:fire|ned|men|man)|stab(?:s|bed|bings?)?|"
    r"wound\w*|injur\w*|hurt|bomb\w*|blast\w*|explo\w*|attack\w*|raid\w*|shell(?:s|ed|ing|fire)?|strikes?|struck|"
    r"airstrikes?|air-strikes?|clash\w*|massacre\w*|murder\w*|execut\w*|ambush\w*|fighting|fired|"
    r"assault\w*|target\w*|hit|rockets?|missiles?|drones?|mines?|grenades?|behead\w*|hacked|"
    r"homicides?(?!\s+(?:detect|investigat|unit|squad|section|bureau|charge))|victims?|graz\w*|bullets?|gunshots?|gun|firearm|assassinat\w*|bod(?:y|ies)|casualt\w*|violence|kidnap\w*|abduct\w*|battle\w*|burn\w*|"
    r"detonat\w*|storm\w*|toll)\b",
    re.IGNORECASE,
)
# "The toll of Saturday's bombing rose to 27 on Sunday": the day of the count.
_TOLL_ROSE = re.compile(
    r"\b(?:rose|rises|risen|rising|climb\w*|grew|grown|jump\w*|increased|reached|went up)"
    r"(?:\s+(?:further|again|sharply))?\s+to\s+(?:at least\s+|more than\s+|over\s+)?[\w,]+"
    r"(?:\s+(?:dead|deaths|people|killed|fatalities))?\s*(?:on|by|late|early|\s)*$",
    re.IGNORECASE,
)
_ROSE_ON = re.compile(
    r"\b(?:rose|risen|climbed|grew|jumped|increased)\s+(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)
# "A man who was shot in June died Tuesday", "…succumbed to his injuries Monday": the day of the
# death is not that of the violence.
_DIED_OF_IT = re.compile(
    r"\b(?:shot|wounded|injured|stabbed|hurt|beaten|condition)\b[^.;]*"
    r"\b(?:died|dies|passed\s+away|succumbed(?:\s+to\s+(?:his|her|their|the)\s+(?:injur\w+|wounds))?)"
    r"(?:\s+(?:of|from)\s+(?:his|her|their|the)\s+(?:injur\w+|wounds))?\s*$",
    re.IGNORECASE,
)
# "Freed hostages who were taken last week": the day of what befell them before.
_TAKEN_BEFORE = re.compile(
    r"\b(?:who|whom|which|that)\s+(?:(?:had|have|has|were|was|been)\s+)+(?:\w+ly\s+)?"
    r"(?:kidnapp|abduct|seiz|captur|taken|arrest|detain|held|missing|displac|evacuat)\w*\b[^,;]*$",
    re.IGNORECASE,
)
# Who comes to the scene while it is fresh: their arrival dates the violence.
_FIRST_THERE = (
    r"police|officers?|deput(?:y|ies)|authorities|medics|paramedics|crews?|troopers?|responders|"
    r"firefighters|ambulances?"
)
_ARRIVED = re.compile(rf"\b(?:{_FIRST_THERE})\s+arrived\b[^.;]*$", re.IGNORECASE)
# "A shooting that left four people hospitalized on Friday": the state is the shooting's doing.
_LEFT_IN_STATE = re.compile(
    r"\b(?:left|leaves|leaving|sent|sends|sending|puts?|putting)\b", re.IGNORECASE
)
# "…was treated on Saturday, hours after she was shot": the same day.
_SAME_DAY = re.compile(
    r"[\s,—–-]*(?:just\s+|only\s+|a\s+few\s+|several\s+)?(?:hours|minutes|moments|shortly|soon)\s+"
    r"after\b",
    re.IGNORECASE,
)
HAPPENED = re.compile(
    r"\b(?:happen\w*|occur\w*|took place|unfold\w*|broke out|erupt\w*|responded|were called|"
    r"was called|incident|was reported|were dispatched|called to|received (?:a|the) (?:call|report)"
    r"|began|opened fire|were sent to|rang out|found|broke into|(?:"
    + _FIRST_THERE
    + r") arrived)\b",
    re.IGNORECASE,
)
EVENT_NOUN = re.compile(
    r"^(?:['’]s)?\s+(?:(?!in\b|of\b|on\b|the\b|an?\b|for\b|after\b|when\b|and\b|that\b|to\b|with\b)[\w-]+\s+)"
    r"{0,3}?(?:attacks?|bombings?|raids?|strikes?|airstrikes?|air strikes?|"
    r"shootings?|massacre|killings?|blasts?|explosions?|assault|siege|clashes|murders?|"
    r"incident|violence|ambush|shelling|invasion|war|coup|crackdown|protests?)\b",
    re.IGNORECASE,
)
# "July 7 neighbourhood", "the 4th of June camp": a name, no day.
_IN_A_NAME = re.compile(
    r"\s+(?:neighbou?rhood|street|square|district|camp|bridge|brigade|movement|hospital|road|"
    r"avenue|roundabout|university|airport|mosque|school|stadium|quarter|suburb|part(?:y|ie)|card|"
    r"market|tree|shopping|gift|present|light|carol)s?\b",
    re.IGNORECASE,
)
# "SALDA, 17 May (Agency) -- …": the day of the dispatch, and an event's only for want of better.
_OF_DATELINE = re.compile(r"^\W*[^.;:]{2,60},\s*$")
# "SALDA, (Valley News - 27th Aug, 2014) Shells …"
_OF_CREDIT = re.compile(r"\W*[A-Z][^.;:()\d]{1,40}?,?\s*\(\s*[A-Z][^()]{1,80}")
_AFTER_DATELINE = re.compile(r"\s*(?:\([^)]{1,60}\)\s*)?(?:--|[—–])|\s*(?:\([^)]{1,60}\)\s*)-\s")
_STAMP = re.compile(
    r"\b(?:posted|updated|published|modified|created|last update|date|copyright)\b[:\s]*"
    r"(?:on|at|:|\||[\s\d:]|[ap]\.?m\.?)*$"
    r"|\(@\w+\)\s*$|//\s*$",
    re.IGNORECASE,
)
_SAID_NEXT = re.compile(rf",?\s+(?:{_SPEECH_VERB})\b", re.IGNORECASE)
# "In July the army reported that nine soldiers had been killed": the month of their death.
_HAD_HAPPENED = re.compile(
    r"\bhad\s+(?:been\s+)?(?:\w+ly\s+)?(?:killed|died|shot|wounded|attacked|ambushed|bombed|massacred)\b",
    re.IGNORECASE,
)
# "Around 5 p.m. Friday, there were reports of gunfire" dates the gunfire.
_SAYING_SO = re.compile(rf"\b(?:{_SPEECH_VERB})\b(?!\s+of\b)", re.IGNORECASE)
_LEGAL = re.compile(
    r"charged|indicted|arraigned|sentenced|convicted|ple[ad]|arrested|booked|verdict|trial|hearing|"
    r"court|bond|bail|granted|denied|appeared|filed",
    re.IGNORECASE,
)
_VICTIM = re.compile(r"victims?", re.IGNORECASE)
_DAYS_AFTER = re.compile(
    r"[^.;]{0,40}?(?:,|—|–|-)?\s*(?:just\s+|only\s+)?(?P<n>an?|one|two|three|four|five|six|\d{1,2}|the)\s+"
    r"(?P<unit>days?|weeks?)\s+after\b",
    re.IGNORECASE,
)
_DAYS_AFTER_REACH = 60
_FEW = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NIGHT = re.compile(r"\b(?:afternoon|evening|night)\b", re.IGNORECASE)
CLAUSE = re.compile(
    r"[;:—–]|\s-\s|,\s+(?:and|but|while|when|after|as|who|which|where)\b"
    r"|\b(?:while|whereas|after|since|following)\b"
    r"|\bbefore\b(?!\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:judge|magistrate|court|jury)\b)",
    re.IGNORECASE,
)
_STAMP_WORDS = 7
_CLOSE_WORDS = 2
_SUBJECT_WORDS = 3


def read_dated(
    text: str, sentence: Sentence, expr: DateExpr, anchor: Anchor, reference: date | None
) -> Dated:
    """One date expression of a sentence, resolved, with what it dates.

    Args:
        text: the document's text.
        sentence: that holds the expression.
        expr: as found.
        anchor: the document's own day.
        reference: the day told of so far.
    """
    before = text[sentence.start : expr.start]
    tense: Tense | None = "future" if _FUTURE.search(before) else None
    when = resolve(expr, anchor, tense=tense, reference=reference)
    if tense == "future" and when.start is not None and anchor.date is not None:
        ahead = when.start > anchor.date
    else:
        ahead = False
    return Dated(expr, when, _role(text, sentence, expr, ahead))


def days_before(text: str, sentence: Sentence, act: Dated) -> Dated | None:
    """The day of violence told by one after it: "arrested Tuesday, two days after he shot…"."""
    day = act.when.start
    told = _DAYS_AFTER.match(text, act.expr.end, sentence.end)
    if told is None or day is None or day != act.when.end or act.role == "event":
        return None
    if not VIOLENT.search(text, told.end(), min(sentence.end, told.end() + _DAYS_AFTER_REACH)):
        return None
    said = told.group("n").lower()
    number = int(said) if said.isdigit() else _FEW.get(said, 1)
    day -= timedelta(days=number * (7 if told.group("unit").lower().startswith("w") else 1))
    words = text[told.start("n") : told.end()]
    expr = replace(act.expr, start=told.start("n"), end=told.end(), text=words)
    return Dated(expr, When(day, day, "day", "relative", words), "event")


# "For the second time in September", "the third attack this month": no day of the event.
_RANKED_IN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)|latest|worst"
    r"|deadliest)\s+(?:[\w-]+\s+){0,2}?(?:time|attack|incident|strike|raid|bombing|ambush|shooting|killing)"
    r"\s+(?:(?:in|of|since|for|during)\s+)?$"
    r"|\b(?:[a-z]+iest|worst)\s+(?:single\s+)?(?:days?|nights?|weeks?|months?|raids?|attacks?)\s+(?:in|of)\s+$",
    re.IGNORECASE,
)


# "Amid fighting that erupted in mid-April": when the war began, not when the event was.
_WAR_BEGAN = re.compile(
    r"\b(?:war|conflict|fighting|violence|insurgency|crisis|uprising|hostilities|revolt|rebellion"
    r"|campaign|truce|ceasefire|cease-fire)\b[^.;]{0,80}?\b(?:that|which)\s+(?:had\s+|has\s+)?"
    r"(?:erupted|began|begun|started|broke\s+out|broken\s+out|flared|took\s+effect)\s+"
    r"(?:back\s+)?(?:in|on|at)?\s*(?:(?:early|mid|late)[- ]?)?$",
    re.IGNORECASE,
)


# "The 2020 Democratic primary": the year of a vote, a report, a season.
_OF_A_VOTE = re.compile(
    r"\s+(?:[\w-]+\s+){0,3}?(?:elections?|primar(?:y|ies)|campaign|season|census|budget|olympics|games"
    r"|world\s+cup|film|movie|novel|book|album|documentary|act|law|report|survey|study)\b",
    re.IGNORECASE,
)
# "The site is today home to a museum".
_STANDS_NOW = re.compile(
    r".*\b(?:is|are|stands?|remains?|houses?|serves?)\s+(?:also\s+)?today\W?",
    re.IGNORECASE | re.DOTALL,
)
_NOW_REACH = 24
# "An inquest heard today": the day of a hearing.
_HEARD = re.compile(
    r"\b(?:inquest|court|jury|tribunal|hearing|inquiry|panel|judge|coroner|magistrates?|trial)s?\b"
    r"[^.;,]{0,30}?\b(?:heard|hears|was\s+told|were\s+told|ruled|resumed|opened|opens|concluded|found)"
    r"\s+(?:on\s+|late\s+|earlier\s+)?$",
    re.IGNORECASE,
)


# "…since the group attacked the north on October 7": when it began, no day of the event.
_SINCE = re.compile(r"\bsince\s+(?!then\b)[^,;.]{8,90}?\s(?:on|in)\s*$", re.IGNORECASE)


def _is_of_dateline(text: str, before: str, expr: DateExpr) -> bool:
    """Whether a date is the dispatch's: behind its town, or in its credit's brackets."""
    after = _AFTER_DATELINE.match(text, expr.end)
    opens = _OF_DATELINE.match(before) or expr.start == 0
    if after and (opens or ("(" in after.group() and not before.strip())):
        return True  # "SALDA, 17 May (Agency) --", "May 17, 2007 (Agency) --", "May 17 — Shells …"
    return text[expr.end : expr.end + 1] == ")" and _OF_CREDIT.fullmatch(before) is not None


_RANKED_NEXT = re.compile(r"\s+(?:first|second|third|latest|last|deadliest)\b")


def _role(text: str, sentence: Sentence, expr: DateExpr, ahead: bool) -> Role:
    before = text[sentence.start : expr.start]
    if ahead or (expr.shift > 0 and expr.kind not in {"anaphor", "ago"}):
        return "future"
    if expr.relation in {"since", "until", "before"}:
        return "open"
    ranks = (expr.possessive and _RANKED_NEXT.match(text, expr.end)) or _SINCE.search(before)
    if ranks or _IN_A_NAME.match(text, expr.end) or _RANKED_IN.search(before):
        return "open"
    if _OF_A_VOTE.match(text, expr.end) or _STANDS_NOW.fullmatch(
        text[max(sentence.start, expr.start - _NOW_REACH) : expr.end + 1]
    ):
        return "open"
    if _HEARD.search(before):
        return "act"
    if ("that " in before or "which " in before) and _WAR_BEGAN.search(before):
        return "open"
    if _is_of_dateline(text, before, expr):
        return "dateline"
    if expr.possessive:
        return "speech" if _OCCASION.match(text, expr.end) else "event"
    if _PURPOSE_NEXT.match(text, expr.end):
        return "act"
    if _SAID_NEXT.match(text, expr.end) or _THAT_NEXT.match(text, expr.end):
        return "speech"
    if _in_brackets_first(text, sentence, expr):
        return "speech"
    if _TOLL_ROSE.search(before) or _ROSE_ON.search(before):
        return "act"
    before = re.sub(r"\b(?:on|in|at|late|early)\s*$", "", before.rstrip(), flags=re.IGNORECASE)
    before = re.sub(r"\b(?:\d{1,2}(?::\d\d)?\s*[ap]\.?m\.?)\s*$", "", before.rstrip())
    if _SPOKEN.search(before) or _STATEMENT_ON.search(before) or _AS_OF.search(before):
        return "speech"
    if _STAMP.search(before) or _is_stamp_line(text, sentence, expr):
        return "stamp"
    if _is_bare_subject(before):
        return _role_from_what_follows(text, sentence, expr)
    if _SAME_DAY.match(text, expr.end):
        return "event"
    if _DIED_OF_IT.search(before) or _TAKEN_BEFORE.search(before):
        return "act"
    clause = _last_clause(before)
    if _ARRIVED.search(clause):
        return "event"
    named = EVENT_NOUN.match(text[expr.end : expr.end + 60])
    hour = _NIGHT.search(expr.text) is not None
    if not named and _ACT_BEFORE.search(clause) and not _after_violence(clause, hour):
        return "act"
    return "event"


def _in_brackets_first(text: str, sentence: Sentence, expr: DateExpr) -> bool:
    """Whether a date stands in brackets that open a sentence: "(Salda, 9 March 2015) Shells …"."""
    lead = text[sentence.start : expr.start]
    return bool(re.fullmatch(r"\W*\([^()]{0,60}", lead)) and text[expr.end : expr.end + 1] == ")"


def _is_stamp_line(text: str, sentence: Sentence, expr: DateExpr) -> bool:
    """Whether the sentence is little but a full date: a byline or a page's stamp."""
    led_in = re.search(r"\b(?:on|in|of|at)\s+$", text[sentence.start : expr.start], re.IGNORECASE)
    if expr.kind != "calendar" or expr.day is None or expr.relation or led_in:
        return False
    rest = text[sentence.start : expr.start] + " " + text[expr.end : sentence.end]
    words = re.findall(r"[^\W\d_]{2,}", rest)
    return len(words) <= _STAMP_WORDS and not VIOLENT.search(rest) and not HAPPENED.search(rest)


def _is_bare_subject(before: str) -> bool:
    """Whether nothing but who acted stands before the date: "Officers on Tuesday searched…"."""
    words = before.strip(" ,“\"'•-")
    return len(words.split()) <= _SUBJECT_WORDS and not any(
        p.search(words) for p in (VIOLENT, _ACT, HAPPENED, CLAUSE)
    )


def _role_from_what_follows(text: str, sentence: Sentence, expr: DateExpr) -> Role:
    """Of a date that opens its sentence, by the first telling word after it."""
    rest = text[expr.end : min(sentence.end, expr.end + 140)]
    hits = [
        (m.start(), role)
        for pattern, role in ((VIOLENT, "event"), (_ACT, "act"), (_SAYING_SO, "speech"))
        if (m := pattern.search(rest))
    ]
    first = min(hits, default=(0, "event"))[1]
    if first == "speech" and expr.day is None and _HAD_HAPPENED.search(rest):
        return "event"
    return "act" if first == "act" else "speech" if first == "speech" else "event"


def _last_clause(before: str) -> str:
    last = 0
    for m in CLAUSE.finditer(before):
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
    violent = [m for m in VIOLENT.finditer(clause) if not _VICTIM.match(m.group())]
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
