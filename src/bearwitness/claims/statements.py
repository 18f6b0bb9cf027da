"""Statements: whose words a report gives, to whom and by which channel, and in which words exactly.

Two sorts of cue are read: the verbs of saying that attribution.py finds, and verbs of taking a
stand ("condemned", "called on"), which attribute no figure but do give somebody's position.
Words between quotation marks are kept as spans. The attribution of a bare count ("according to
the ministry", "police reported 5 dead") is no statement of its own: it stands with the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bearwitness.claims.actors import ActorMention
from bearwitness.claims.further import Page, plain, trimmed
from bearwitness.claims.persons import Offices, is_name, role_after, split_office
from bearwitness.claims.quotations import Quotation
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import (
    ADVERBS,
    PREPOSITIONS,
    SOURCE_NOUNS,
    TIME_WORDS,
    words,
)
from bearwitness.model.claim import Claim, Speaker, Statement, When
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token

_SAYING = words(
    """
    said say says saying stated told tells announced announces added adds noted notes explained
    declared declares wrote writes tweeted posted alleged alleges acknowledged acknowledges
    admitted admits denied denies insisted insists warned warns argued argues asserted asserts
    accused accuses reiterated stressed conceded concluded replied claimed claims maintains
    commented recalled disclosed
    """
)
# Cues that may carry a quotation but, without one, only attribute a figure or an observation.
_QUOTING = words(
    """
    reported reports confirmed confirms according suggested suggests revealed reveals indicated
    continued
    """
)
_STANCE = words(
    """
    condemned condemns denounced denounces deplored decried blamed blames urged urges demanded
    demands vowed vows pledged rejected criticised criticized criticises criticizes slammed
    praised hailed welcomed appealed expressed voiced lamented
    """
)
_STANCE_GATE = re.compile(
    r"\b(?:condemn|denounc|deplor|decri|blam|urge|demand|vow|pledg|reject|critici|slam|prais|hail|"
    r"welcom|appeal|express|voic|lament|call(?:ed|s|ing)?\s+(?:up)?(?:on|for)\b)",
    re.I,
)
_PASSIVE = words("was were is are been being be by the a an and or of to")
_NOBODY = words(
    """
    he she it they we i you one some many people others who which that this these those him her
    them us there everyone everybody someone somebody nobody man woman statement
    """
)
_AFTER_QUOTED = re.compile(
    r"(?P<who>[^,;:“”\"]{2,60}?)\s+(?:(?:has|had|have|also|later)\s+){0,2}quot(?:ed|es|ing)\s+(?=\S)",
    re.I,
)
_QUOTED_BY = re.compile(
    r"quoted\s+by\s+(?P<who>[^,;:“”\"]{2,50}?)\s+as\s+saying|as\s+saying\s+by\s+(?P<by>[^,;.]{2,50})"
)
_FORM = re.compile(
    r"\b(?:in|during|at)\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:statement|interview|"
    r"speech|address|letter|briefing|tweet|post|message|phone call|press release|news release|"
    r"(?:news|press) conference|report|sermon|broadcast|video|email)\b(?:\s+(?:to|with|on)\s+"
    r"(?:the\s+)?[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){0,3})?"
    r"|\bon\s+(?:Twitter|Facebook|Telegram|X|Instagram|YouTube|state\s+(?:TV|television|radio)|"
    r"(?:his|her|its|their)\s+(?:[\w-]+\s+){0,2}(?:account|page|website|channel))\b",
)
_ANONYMOUS = re.compile(
    r"\b(?:on\s+(?:the\s+)?condition\s+of\s+anonymity|anonymously|declin\w+\s+to\s+be\s+(?:named|"
    r"identified)|asked\s+not\s+to\s+be\s+(?:named|identified))\b",
    re.I,
)
_TOLD = re.compile(
    r"\b(?:told|tells|telling)\s+(?P<to>(?:the\s+|a\s+|an\s+)?[^,.;:“”\"]{2,60}?)"
    r"(?=\s+(?:that|on|in|at|ahead|after|before|during|by|from|late|early|via|about|how|it|they|he"
    r"|she|there|the|to|when|while|as|this|last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|yesterday|today)\b|[,.;:“”\"]|$)"
)
_CALLED_ON = re.compile(
    r"\b(?:call(?:ed|s|ing)?\s+(?:up)?on|urg(?:ed|es|ing)|warn(?:ed|s|ing)|appeal(?:ed|s|ing)?\s+to)"
    r"\s+(?P<to>(?:the\s+|all\s+)?(?!against|that|of\b)[^,.;:“”\"]{2,60}?)"
    r"(?=,|\s+(?:to|not|that|against|for)\b|[.;:“”\"])"
)
_MEDIA_WORDS = re.compile(
    r"\b(?:news|media|reports?|agenc(?:y|ies)|newspapers?|television|TV|radio|daily|press|"
    r"channel|website|broadcaster)\b",
    re.I,
)
_LEAD = re.compile(
    r"^(?:[\s,:;.–—-]+|that\b|(?:(?:in|on|at|during|via|through|earlier|late|early|this|last|yesterday|today)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[^,.;:“”\"]{0,70}?\bthat\b"
    r"|(?:(?:late|early|on|this|yesterday|today)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?![’']))+",
    re.I,
)
_DATELINE = re.compile(r"^[A-Z][A-Z ,.'/]+(?:\([A-Z]\w+\)\s*)?(?:--|—|–|-)\s*")
_QUOTE_CLOSED = re.compile(r"[,.?!][”\"]\s*$|[”\"],\s*$")
_NAME_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: (?:al-|bin |el-)?[A-Z][\w’'-]+){1,3}),\s+(?:an?\s+|the\s+)?$"
)
_NAMED_BODY = re.compile(r"\bthe (?P<name>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|for|of|and)){1,8})$")
_NOT_DENIALS = words("bail bond bonds entry access asylum permission")
_PRESSING = words("demand demands appeal appeals")
_COUNTABLE = re.compile(r"\b(?:responsibility)\b", re.I)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class _Said:
    """One cue: who speaks, where, and the offsets of what is said.

    `key` tells one voice's quotations from another's.
    """

    sentence: Sentence
    name: str
    actor_id: str | None
    cue: str
    start: int
    end: int
    verb: int
    content: tuple[int, int]
    channel: Speaker | None
    hedge: str | None
    key: int | None


def read_statements(page: Page) -> Iterator[Claim]:
    """The statements of a document, in order."""
    title = page.document.title_span
    offices = Offices(page.text[title.end :] if title else page.text)
    spoken: dict[int, list[Quotation]] = {}
    loose: list[Quotation] = []
    for quote, voice in page.attributions.quotes:
        if voice is None:
            loose.append(quote)
        else:
            spoken.setdefault(id(voice), []).append(quote)
    told = list(_all_said(page))
    for said in told:
        if said.key is None:
            _take_over(page, said, spoken, loose)
    for said in told:
        quotes = list(spoken.get(said.key, ())) if said.key is not None else []
        inside = said.content
        quotes += [q for q in loose if inside[0] - 1 <= q.start and q.end <= inside[1] + 1]
        claim = _statement(page, said, sorted(set(quotes), key=lambda q: q.start), offices)
        if claim is not None:
            yield claim


_SAYING_THAT = re.compile(
    r"\bquot(?:ed|es|ing)\b[^“”\"]{3,90}?\b(?:as\s+)?saying\b(?:\s+that\b)?", re.I
)


def _take_over(
    page: Page, said: _Said, spoken: dict[int, list[Quotation]], loose: list[Quotation]
) -> None:
    """Quotations after a verb of taking a stand are its own, not those of an earlier speaker."""
    near = {id(v) for v in page.attributions.voices[said.sentence.index]}
    start, end = said.content
    for key, quotes in spoken.items():
        if key in near:
            continue
        inside = [q for q in quotes if start - 1 <= q.start and q.end <= end + 1]
        loose += inside
        quotes[:] = [q for q in quotes if q not in inside]


def _all_said(page: Page) -> Iterator[_Said]:
    for sentence in page.sentences:
        own: list[_Said] = []
        if page.attributions.voices[sentence.index]:
            own += _by_saying(page, sentence)
        if _STANCE_GATE.search(page.text, sentence.start, sentence.end):
            own += _by_stance(page, sentence)
        own.sort(key=lambda s: s.verb)
        yield from own


def _by_saying(page: Page, sentence: Sentence) -> Iterator[_Said]:
    voices = page.attributions.voices[sentence.index]
    told = {v.speaker.start for v in voices if v.speaker.cue == "quoted as saying"}
    for voice in voices:
        speaker = voice.speaker
        cue = speaker.cue.lower()
        if cue == "quoted" and speaker.start in told:
            continue
        head = cue.split(" ")[0]
        if _NOT_SAID.match(page.text, voice.verb):
            continue
        quoting = head in _QUOTING or cue == "quoted"
        if not (quoting or head in _SAYING or cue == "quoted as saying") or speaker.cue.istitle():
            continue
        content = _content(page, sentence, voice.scope, speaker, voice.verb, voice.channel)
        if content is None:
            continue
        yield _Said(
            sentence, speaker.name, speaker.actor_id, speaker.cue, speaker.start, speaker.end,
            voice.verb, content, voice.channel, voice.hedged, id(voice),
        )  # fmt: skip


_NOT_SAID = re.compile(
    r"(?:denied|accused|warned|told|quoted|stressed)\s+by\b|stressed\s+(?:on|over|out)\b", re.I
)


def _content(
    page: Page,
    sentence: Sentence,
    scope: tuple[int, int],
    speaker: Speaker,
    verb: int,
    channel: Speaker | None,
) -> tuple[int, int] | None:
    """Offsets of what is said, in the sentence of the cue."""
    first = min(speaker.start, verb)
    if scope[0] < first:
        start, end = scope[0], first
    else:
        after = next((t.end for t in sentence.tokens if t.start >= verb), verb)
        start, end = max(after, speaker.end if speaker.start > verb else after), scope[1]
        if channel is not None and channel.start >= verb:
            told = _TOLD.search(page.text, verb, sentence.end)
            start = max(start, told.end("to") if told else channel.end)
        opening = _LEAD.match(page.text[start:end])
        start += opening.end() if opening else 0
    if quoted := _SAYING_THAT.search(page.text, verb, sentence.end):
        start, end = quoted.end(), max(end, sentence.end)
    start, end = trimmed(page.text, start, end)
    dateline = _DATELINE.match(page.text[start:end])
    start += dateline.end() if dateline else 0
    end -= 3 if page.text[start:end].lower().endswith(" as") else 0
    before = page.text[sentence.start : min(speaker.start, verb)]
    if start > verb and _QUOTE_CLOSED.search(before):
        return trimmed(page.text, sentence.start, min(speaker.start, verb))
    if len(page.text[start:end].split()) < _SHORTEST and start > verb:
        # "…, an official said last week": what is said stands before.
        lead = trimmed(page.text, sentence.start, speaker.start)
        closed = page.text[sentence.start : speaker.start].rstrip().endswith((",", "”", '"'))
        if closed and len(page.text[lead[0] : lead[1]].split()) > _SHORTEST:
            start, end = lead
    return (start, end) if end > start else None


def _by_stance(page: Page, sentence: Sentence) -> Iterator[_Said]:
    tokens = sentence.tokens
    taken: int | None = None
    for i, token in enumerate(tokens):
        if i == 0 or not _takes_stand(tokens, i):
            continue
        phrase = subject(tokens, i)
        if phrase is None or phrase[0] == taken:
            continue
        own = tokens[_with_first_of_pair(tokens, phrase[0]) : phrase[1]]
        a, b = own[0].start, own[-1].end
        if not _may_stand(own, page.actors_in(a, b)):
            continue
        taken = phrase[0]
        start, end = trimmed(page.text, token.end, sentence.end)
        if end <= start:
            continue
        name, actor_id = _resolved(page, sentence, own)
        yield _Said(
            sentence, name, actor_id, token.text, a, b, token.start, (start, end), None, None, None
        )


def _with_first_of_pair(tokens: tuple[Token, ...], first: int) -> int:
    """Takes in the name before "and": "the UN and aid groups have called on …"."""
    if first < 2 or tokens[first - 1].lower != "and" or not tokens[first - 2].is_capitalised:
        return first
    first -= 2
    while first and (tokens[first - 1].is_capitalised or tokens[first - 1].lower == "the"):
        first -= 1
    return first


def _takes_stand(tokens: tuple[Token, ...], i: int) -> bool:
    low = tokens[i].lower
    before = tokens[i - 1].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if low in ("called", "calls", "call"):
        return after in ("on", "upon", "for") and before not in _PASSIVE and _heeded(tokens, i)
    if low not in _STANCE or before in _PASSIVE or low in _PRESSING:
        return False
    if low in ("appealed",) and after not in ("to", "for"):
        return False
    if tokens[i - 1].text in ',“"':
        return tokens[i - 1].text == "," and "," in [t.text for t in tokens[: i - 1]]
    return after not in ("by", "of")


def _heeded(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "called for" calls for an act and not for help by telephone."""
    return not {"911", "police", "ambulance", "help"} & {t.lower for t in tokens[i + 1 : i + 4]}


def _may_stand(own: tuple[Token, ...], actors: list[ActorMention]) -> bool:
    if own[-1].lower in _NOBODY | ADVERBS:
        return False
    return (
        bool(actors)
        or any(t.lower in SOURCE_NOUNS or (t.is_capitalised and t is not own[0]) for t in own)
        or (own[0].is_capitalised and own[0].lower not in ("the", "a", "an") and len(own) <= 2)
    )


def _resolved(page: Page, sentence: Sentence, own: tuple[Token, ...]) -> tuple[str, str | None]:
    """Name and actor id; a short form takes the name that speaks nearest before."""
    written = plain(page.text[own[0].start : own[-1].end])
    written = re.sub(r"^(?:the|a|an)\s+", "", written, flags=re.I)
    entry = page.actors.lookup(written)
    return written, entry.actor_id if entry else None


def _statement(page: Page, said: _Said, quotes: list[Quotation], offices: Offices) -> Claim | None:
    text = page.text
    cue = said.cue.lower()
    start, end = said.content
    content = text[start:end]
    if cue in ("denied", "denies") and any(w in _NOT_DENIALS for w in content.lower().split()[:3]):
        return None
    if len(content.split()) < _SHORTEST and not quotes:
        return None
    if cue.split(" ")[0] in _QUOTING and not any(
        text[q.start : q.end].count(" ") >= _SHORTEST for q in quotes
    ):
        return None
    name, office = _person(page, said, offices)
    if name.lower() in _NOBODY or re.search(r"[a-z]\.\s", name):
        return None
    spans = tuple(_inner(text, q) for q in quotes if q.end - q.start > 2)
    addressee, channel = _whom(page, said)
    speaker = Speaker(name, said.actor_id, said.cue, said.start, said.end)
    chain: tuple[Speaker, ...] = (speaker,)
    if said.channel is not None:
        heard = addressee or said.channel.name
        entry = page.actors.lookup(heard)
        chain = (speaker, replace(said.channel, name=entry.name if entry else heard))
    return page.claim(
        "statement",
        said.sentence,
        (start, end),
        Statement(name, office, addressee, channel, _mode(text, start, end, spans), spans),
        "said",
        when=_said_on(page, said),
        attribution=chain,
        hedge="denied" if said.hedge == "denied" else None,
    )


def _inner(text: str, quote: Quotation) -> tuple[int, int]:
    end = quote.end - 1 if text[quote.end - 1] in '”»"' else quote.end
    start = quote.start + 1
    while end > start and text[end - 1] in " ,":
        end -= 1
    return start, end


def _mode(
    text: str, start: int, end: int, spans: tuple[tuple[int, int], ...]
) -> Literal["direct", "indirect", "mixed"]:
    """Direct where nearly all that is said stands in quotation marks."""
    if not spans:
        return "indirect"
    rest = text[start:end]
    for a, b in sorted(spans, reverse=True):
        if a < end and b > start:
            rest = rest[: max(0, a - start)] + rest[max(0, b - start) :]
    outside = len(re.findall(r"\w+", rest))
    whole = len(re.findall(r"\w+", text[start:end]))
    return "direct" if outside * 4 <= whole else "mixed"


def _no_person(name: str) -> bool:
    """Whether capitalised words before a comma are an adjunct: "In September, …"."""
    lows = {w.lower() for w in name.split()}
    return name.endswith(("’", "'")) or bool(
        lows & (TIME_WORDS | PREPOSITIONS | {"after", "since", "before", "the"})
    )


_OPENING = re.compile(r"^(?:In|On|At|By|After|Since|During)\s[^,]{2,40},\s+")


def _person(page: Page, said: _Said, offices: Offices) -> tuple[str, str | None]:
    """The speaker's full name, and the office the document gives."""
    written = _OPENING.sub("", plain(page.text[said.start : said.end]))
    first = written.split(" ")[0].lower()
    office, name = split_office(written)
    if office is not None and first in ("its", "their", "his", "her"):
        owner = _owner(page, said)
        office = f"{office} of {owner}" if owner else office
    apposed = _NAME_BEFORE.search(page.text, said.sentence.start, said.start)
    if apposed and not _no_person(apposed.group("name")):
        offices.learn(apposed.group("name"), written)
        return apposed.group("name"), written
    if body := _NAMED_BODY.search(said.name) if said.name[:1].islower() else None:
        return body.group("name"), None
    if first in ("a", "an", "another", "one", "two", "some", "several"):
        return re.sub(r"^(?:an?)\s+", "", written, flags=re.I), role_after(
            page.text, said.end, said.sentence.end
        )
    if office is None:
        office, name = split_office(_OPENING.sub("", said.name))
    if office is None and is_name(plain(said.name)):
        office = role_after(page.text, said.end, said.sentence.end)
    name = offices.full(re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I))
    if office is not None:
        offices.learn(name, office)
    return name, office or offices.office(name)


_OWNER = re.compile(
    r"\b[Tt]he\s+(?:[\w-]+\s+){0,3}?(?P<head>coalition|group|organisation|organization|ministry|party|army|"
    r"council|movement|agency|union|network|committee|observatory|charity|government|militia)\b",
    re.I,
)


def _owner(page: Page, said: _Said) -> str | None:
    """Whose "its director" is: the body named last in this or the sentence before."""
    first = max(0, said.sentence.index - 1)
    lo, hi = page.sentences[first].start, said.start
    found = list(_OWNER.finditer(page.text, lo, hi))
    if not found:
        return None
    head = found[-1].group("head")
    full = re.search(rf"((?:[A-Z][\w’'-]+ ){{1,4}}{head.capitalize()})\b", page.text[: said.start])
    return full.group(1) if full else f"the {head}"


def _whom(page: Page, said: _Said) -> tuple[str | None, str | None]:
    """Addressee and channel."""
    text, sentence = page.text, said.sentence
    addressee: str | None = None
    channels: list[str] = []
    cue = said.cue.lower()
    if cue in ("told", "tells"):
        m = _TOLD.search(text, said.verb, sentence.end)
        if m:
            addressee = plain(m.group("to"))
            entry = page.actors.lookup(addressee)
            media = entry is not None and entry.kind in ("agency", "outlet")
            if media or _MEDIA_WORDS.search(addressee):
                channels.append(entry.name if entry else addressee)
    elif m := _CALLED_ON.match(text, said.verb, sentence.end):
        addressee = plain(m.group("to"))
    if cue.startswith("quoted"):
        by = _QUOTED_BY.search(text, sentence.start, sentence.end)
        m = _AFTER_QUOTED.search(text, sentence.start, sentence.end)
        if by:
            channels.append(plain(by.group("who") or by.group("by")))
        elif m and not re.search(r"\b(?:was|were|is|been)\s*$", m.group("who")):
            channels.append(plain(m.group("who")))
    outside = [(sentence.start, said.content[0]), (said.content[1], sentence.end)]
    for a, b in outside:
        if form := _FORM.search(text, a, b):
            channels.append(plain(form.group()))
    if anonymous := _ANONYMOUS.search(text, sentence.start, sentence.end):
        channels.append(plain(anonymous.group()))
    return addressee or None, "; ".join(dict.fromkeys(channels)) or None


def _said_on(page: Page, said: _Said) -> When:
    """The day it was said on: a date outside what is said, nearest to the verb."""
    a, b = said.content
    dated = [
        d
        for d in page.dates_in(said.sentence)
        if not a <= d.expr.start < b and d.role != "open" and not d.expr.restated
    ]
    if not dated:
        return When()
    return min(dated, key=lambda d: abs(d.expr.start - said.verb)).when
