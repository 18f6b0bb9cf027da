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

from bearwitness.claims import statement_words as w
from bearwitness.claims.actors import ActorMention
from bearwitness.claims.further import Page, plain, trimmed
from bearwitness.claims.persons import (
    OFFICES,
    Offices,
    is_name,
    office_of,
    role_after,
    split_office,
)
from bearwitness.claims.quotations import Quotation
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import (
    ADVERBS,
    PREPOSITIONS,
    SOURCE_NOUNS,
    TIME_WORDS,
)
from bearwitness.claims.statement_guards import gives_no_words
from bearwitness.model.claim import Claim, Speaker, Statement, When
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token

_LONG = 600  # characters of a quotation
_WEEK = 7  # days
_STILL_MEANT = 2  # sentences over which "he" means who spoke last


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
    offices = Offices(page.body)
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
    last: _Said | None = None
    for sentence in page.sentences:
        own: list[_Said] = []
        if page.attributions.voices[sentence.index]:
            own += _by_saying(page, sentence)
        if w.STANCE_GATE.search(page.text, sentence.start, sentence.end):
            near = last is not None and sentence.index - last.sentence.index <= _STILL_MEANT
            own += _by_stance(page, sentence, last if near else None)
        own.sort(key=lambda s: s.verb)
        last = own[-1] if own else last
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
        if w.NOT_SAID.match(page.text, voice.verb):
            continue
        quoting = head in w.QUOTING or cue == "quoted"
        if not (quoting or head in w.SAYING or cue == "quoted as saying") or speaker.cue.istitle():
            continue
        verb = (voice.verb, next((t.end for t in sentence.tokens if t.start >= voice.verb), 0))
        if gives_no_words(page.text, (speaker.start, speaker.end), verb, sentence.end):
            continue
        speaker = _from_its_article(page.text, speaker)
        content = _content(page, sentence, voice.scope, speaker, voice.verb, voice.channel)
        if content is None:
            continue
        yield _Said(
            sentence, speaker.name, speaker.actor_id, speaker.cue, speaker.start, speaker.end,
            voice.verb, content, voice.channel, voice.hedged, id(voice),
        )  # fmt: skip


def _from_its_article(text: str, speaker: Speaker) -> Speaker:
    """A speaker without what stands before its article: a photographer's credit, a headline."""
    written = text[speaker.start : speaker.end]
    article = re.search(r"(?<=\w)\s(?=The\s)", written)
    if article is None:
        return speaker
    name = re.sub(r"^The\s+", "", plain(written[article.end() :]))
    return replace(speaker, name=name, start=speaker.start + article.end())


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
        told = w.TOLD.match(page.text, verb, sentence.end)
        if told is not None:
            start = max(start, told.end("to"))
        elif channel is not None and channel.start >= verb:
            start = max(start, told.end("to") if told else channel.end)
        opening = w.LEAD.match(page.text[start:end])
        start += opening.end() if opening else 0
    if quoted := w.SAYING_THAT.search(page.text, verb, sentence.end):
        start, end = quoted.end(), max(end, sentence.end)
    start, end = trimmed(page.text, start, end)
    end -= 3 if page.text[start:end].lower().endswith(" as") else 0
    before = page.text[sentence.start : min(speaker.start, verb)]
    if start > verb and w.QUOTE_CLOSED.search(before):
        return trimmed(page.text, sentence.start, min(speaker.start, verb))
    said = page.text[start:end]
    bare = len(said.split()) < w.SHORTEST and not said.startswith("to ")
    if start > verb and (bare or w.ADJUNCT.fullmatch(said)):
        # "…, an official said last week": what is said stands before.
        lead = trimmed(page.text, sentence.start, speaker.start)
        closed = page.text[sentence.start : speaker.start].rstrip().endswith((",", "”", '"'))
        if closed and len(page.text[lead[0] : lead[1]].split()) > w.SHORTEST:
            start, end = lead
    if loose := w.LOOSE_END.search(page.text, start, end):
        end = loose.start()
    if start == sentence.start:
        start = min(page.opening(sentence), end)
    return (start, end) if end > start else None


def _by_stance(page: Page, sentence: Sentence, last: _Said | None) -> Iterator[_Said]:
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
        meant = last if len(own) == 1 and own[0].lower in ("he", "she") else None
        if meant is None and not _may_stand(own, page.actors_in(a, b)):
            continue
        taken = phrase[0]
        if gives_no_words(page.text, (a, b), (token.start, token.end), sentence.end):
            continue
        start, end = trimmed(page.text, token.end, sentence.end)
        if end <= start:
            continue
        name, actor_id = (meant.name, meant.actor_id) if meant else _resolved(page, sentence, own)
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
        return after in ("on", "upon", "for") and before not in w.PASSIVE and _heeded(tokens, i)
    if low not in w.STANCE or before in w.PASSIVE or low in w.PRESSING:
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
    if own[-1].lower in w.NOBODY | ADVERBS:
        return False
    return (
        bool(actors)
        or any(
            t.lower in SOURCE_NOUNS | OFFICES or (t.is_capitalised and t is not own[0]) for t in own
        )
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
    start, end = _from_its_opening(said.content, quotes)
    content = text[start:end]
    if cue in ("denied", "denies") and any(
        each in w.NOT_DENIALS for each in content.lower().split()[:3]
    ):
        return None
    if len(content.split()) < w.SHORTEST and not quotes:
        return None
    if cue.split(" ")[0] in w.QUOTING and not any(
        text[q.start : q.end].count(" ") >= w.SHORTEST for q in quotes
    ):
        return None
    name, office = _person(page, said, offices)
    if name.lower() in w.NOBODY or re.search(r"[a-z]\.\s", name):
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


def _from_its_opening(content: tuple[int, int], quotes: list[Quotation]) -> tuple[int, int]:
    """What is said, from where its quotation opens: in a sentence before, where it has several."""
    start, end = content
    opened = [q.start + 1 for q in quotes if q.start < start < q.end and start - q.start < _LONG]
    return min((start, *opened)), end


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
    lows = {each.lower() for each in name.split()}
    return name.endswith(("’", "'")) or bool(
        lows & (TIME_WORDS | PREPOSITIONS | {"after", "since", "before", "the"})
    )


def _person(page: Page, said: _Said, offices: Offices) -> tuple[str, str | None]:
    """The speaker's full name, and the office the document gives."""
    written = w.OPENING.sub("", plain(page.text[said.start : said.end]))
    written = w.ASIDE.sub("", written)
    first = written.split(" ")[0].lower()
    office, name = split_office(written)
    if office is not None and first in ("its", "their", "his", "her"):
        owner = _owner(page, said)
        office = f"{office} of {owner}" if owner else office
    apposed = w.NAME_BEFORE.search(page.text, said.sentence.start, said.start)
    closed = page.text[said.end : said.end + 1] == ","
    begins = apposed is not None and _begins_with(page, said, apposed)
    if apposed and (closed or begins) and not _no_person(apposed.group("name")):
        offices.learn(apposed.group("name"), written)
        return apposed.group("name"), written
    body = w.NAMED_BODY.search(said.name) if said.name[:1].islower() else None
    if body is not None and not office_of(said.name):
        return body.group("name"), None
    if first in ("a", "an", "another", "one", "two", "some", "several"):
        return re.sub(r"^(?:an?)\s+", "", written, flags=re.I), role_after(
            page.text, said.end, said.sentence.end
        )
    if office is None:
        office, name = split_office(w.ASIDE.sub("", w.OPENING.sub("", said.name)))
    if office is None and is_name(plain(said.name)):
        office = role_after(page.text, said.end, said.sentence.end)
    name = offices.full(re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I))
    if office is not None:
        offices.learn(name, office)
    return name, office or offices.office(name)


def _begins_with(page: Page, said: _Said, apposed: re.Match[str]) -> bool:
    """Whether "Gen. X Y, the commander of the front said" opens the sentence, comma or none."""
    opening = page.opening(said.sentence)
    if not office_of(page.text[said.start : said.end]):
        return False
    if page.words(said.sentence).isupper():
        plain_words = not re.search(r"ED\b", apposed.group("name"))
        bare = re.search(r"\b(?:THE|AN?)\s*$", apposed.group()) is None
        return apposed.start() == opening and plain_words and bare
    return re.fullmatch(r"\s*(?:[A-Z][\w.]*\s+)*", page.text[opening : apposed.start()]) is not None


def _owner(page: Page, said: _Said) -> str | None:
    """Whose "its director" is: the body named last in this or the sentence before."""
    first = max(0, said.sentence.index - 1)
    lo, hi = page.sentences[first].start, said.start
    found = list(w.OWNER.finditer(page.text, lo, hi))
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
        m = w.TOLD.search(text, said.verb, sentence.end)
        if m:
            addressee = plain(m.group("to"))
            entry = page.actors.lookup(addressee)
            media = entry is not None and entry.kind in ("agency", "outlet")
            if media or w.MEDIA_WORDS.search(addressee):
                channels.append(entry.name if entry else addressee)
    elif m := w.CALLED_ON.match(text, said.verb, sentence.end):
        addressee = plain(m.group("to"))
    if cue.startswith("quoted"):
        by = w.QUOTED_BY.search(text, sentence.start, sentence.end)
        m = w.AFTER_QUOTED.search(text, sentence.start, sentence.end)
        if by:
            channels.append(plain(by.group("who") or by.group("by")))
        elif m and not re.search(r"\b(?:was|were|is|been)\s*$", m.group("who")):
            channels.append(plain(m.group("who")))
    shouted = page.words(sentence).isupper()
    outside = [(sentence.start, said.content[0]), (said.content[1], sentence.end)]
    for a, b in outside:
        if form := (w.FORM_SHOUTED if shouted else w.FORM).search(text, a, b):
            channels.append(plain(form.group()))
    if anonymous := w.ANONYMOUS.search(text, sentence.start, sentence.end):
        channels.append(plain(anonymous.group()))
    return addressee or None, "; ".join(dict.fromkeys(channels)) or None


def _said_on(page: Page, said: _Said) -> When:
    """The day it was said on: a date outside what is said, nearest to the verb."""
    a, b = said.content
    opening = page.opening(said.sentence)
    dated = [
        d
        for d in page.dates_in(said.sentence)
        if not (a <= d.expr.start < b or _is_long(d.when))
        and d.role != "open"
        and not d.expr.restated
        and d.expr.start >= opening
    ]
    if not dated:
        return When()
    return min(dated, key=lambda d: abs(d.expr.start - said.verb)).when


def _is_long(when: When) -> bool:
    """Whether days are too many for anything to have been said on them ("this month")."""
    return when.start is None or when.end is None or (when.end - when.start).days > _WEEK
