"""Statements: whose words a report gives, to whom and by which channel, and in which words exactly.

Two sorts of cue are read: the verbs of saying that attribution.py finds, and verbs of taking a
stand ("condemned", "called on"), which attribute no figure but do give somebody's position.
Words between quotation marks are kept as spans. The attribution of a bare count ("according to
the ministry", "police reported 5 dead") is no statement of its own: it stands with the count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from bearwitness.claims import statement_words as w
from bearwitness.claims.further import Page, trimmed
from bearwitness.claims.persons import Offices
from bearwitness.claims.quotations import Quotation
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import AUXILIARIES
from bearwitness.claims.statement_checks import (
    balanced,
    breaks_off,
    can_be_speaker,
    holds_a_verb,
    is_caption,
    is_deck,
    is_display_line,
    is_main_clause,
    is_no_stand,
    is_only_adjunct,
    opens_alone,
    who_states,
    without_time,
)
from bearwitness.claims.statement_guards import gives_no_words
from bearwitness.claims.statement_hearers import outlet_end, said_on, told_whom, whom
from bearwitness.claims.statement_spans import (
    after_aside,
    before_next,
    before_office,
    before_others,
    before_saying,
    quoted_after,
    said_itself,
    single_quoted,
    with_pair,
    without_dateline,
    without_form,
    without_tail,
)
from bearwitness.claims.statement_speakers import (
    Said,
    as_written,
    from_its_article,
    is_meant,
    is_pronoun,
    person_and_office,
    with_first_name,
)
from bearwitness.claims.statement_stands import may_stand, resolved, takes_stand, with_first_of_pair
from bearwitness.model.claim import Claim, Speaker, Statement
from bearwitness.text.sentences import Sentence

_LONG = 600  # characters of a quotation
_ADJUNCT_WORDS = 8
_MARKS = 3  # a comma, a blank and a mark that close a quotation
_SAME_WORDS, _FEW_WORDS = 0.6, 4  # of the shorter; at least
_SOME_WORDS = 2
_STILL_MEANT = 2  # sentences over which "he" means who spoke last


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
    given: list[Claim] = []
    called: dict[str, str] = {}
    for said in told:
        if said.key is None:
            _take_over(page, said, spoken, loose)
    for said in told:
        own = list(spoken.get(said.key, ())) if said.key is not None else []
        own = [q for q in own if not _is_title(page.text, q, said)]
        own = [q for q in own if not _has_own_cue(page, q, said)]
        own += [q for q in loose if _lies_in(q, said.content)]
        if said.cue.lower().split(" ")[0] in w.QUOTING and not any(
            page.text[q.start : q.end].count(" ") >= w.SHORTEST for q in own
        ):
            continue
        own += [q for q, _ in page.attributions.quotes if _lies_in(q, said.content)]
        quotes = sorted(set(own), key=lambda q: q.start)
        claim = _statement(page, said, quotes, offices, called)
        if claim is not None and not any(_says_again(claim, each) for each in given):
            given.append(claim)
    return (c for c in given if not _told_below(page, c, given))


def _told_below(page: Page, claim: Claim, given: list[Claim]) -> bool:
    """Whether the line under a headline gives what the text tells again."""
    first = next((s for s in page.sentences if s.start == claim.sentence.start), None)
    if first is None or not opens_alone(page, first):
        return False
    return any(
        c.span.start > claim.span.start
        and c.attribution[0].cue.lower() == claim.attribution[0].cue.lower()
        and c.attribution[0].name == claim.attribution[0].name
        and _shared_words(claim, c) >= _SOME_WORDS
        for c in given
    )


def _shared_words(claim: Claim, other: Claim) -> int:
    one = set(re.findall(r"\w{4,}", claim.span.quote.lower()))
    return len(one & set(re.findall(r"\w{4,}", other.span.quote.lower())))


def _is_title(text: str, quote: Quotation, said: Said) -> bool:
    """Whether a quotation of a word or two beside what is said is a name of something."""
    beside = said.sentence.start <= quote.start and not _lies_in(quote, said.content)
    return beside and quote.end <= said.sentence.end and text.count(" ", quote.start, quote.end) < 2


def _has_own_cue(page: Page, quote: Quotation, said: Said) -> bool:
    """Whether a quotation stands in another sentence, in which somebody else says it."""
    if said.sentence.start <= quote.end and quote.start <= said.sentence.end:
        return False
    for sentence in page.sentences:
        if sentence.start < quote.end and quote.start < sentence.end:
            rest = page.text[sentence.start : quote.start] + page.text[quote.end : sentence.end]
            if w.SAID_BESIDE.search(rest):
                return True
    return False


def _lies_in(quote: Quotation, content: tuple[int, int]) -> bool:
    start, end = content
    if quote.start < start < quote.end <= end and start - quote.start < _LONG:
        return True
    return start - 1 <= quote.start < end and quote.end <= end + (
        _MARKS if quote.end - end <= _MARKS else _LONG
    )


def _says_again(claim: Claim, before: Claim) -> bool:
    """Whether a claim gives, in nearly the same words, what the same speaker was told to say."""
    if claim.claim_id == before.claim_id:
        return True  # one quotation that two cues of a sentence lay hold on
    if not isinstance(claim.detail, Statement) or not isinstance(before.detail, Statement):
        return False
    if claim.detail.words or before.detail.words or claim.detail.speaker != before.detail.speaker:
        return False
    one = set(re.findall(r"\w{4,}", claim.span.quote.lower()))
    other = set(re.findall(r"\w{4,}", before.span.quote.lower()))
    return len(one & other) >= max(_FEW_WORDS, _SAME_WORDS * min(len(one), len(other)))


def _take_over(
    page: Page, said: Said, spoken: dict[int, list[Quotation]], loose: list[Quotation]
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


def _all_said(page: Page) -> Iterator[Said]:
    last: Said | None = None
    for sentence in page.sentences:
        own: list[Said] = []
        if page.is_headline(sentence):
            continue
        if page.attributions.voices[sentence.index]:
            own += _by_saying(page, sentence)
        if w.STANCE_GATE.search(page.text, sentence.start, sentence.end):
            near = last is not None and sentence.index - last.sentence.index <= _STILL_MEANT
            own += _by_stance(page, sentence, own, last if near else None)
        own.sort(key=lambda s: s.verb)
        last = own[-1] if own else last
        yield from (s for s in own if _is_told(page, s))


def _is_told(page: Page, said: Said) -> bool:
    """Whether the report itself tells of the cue: not within a quotation, not in a headline."""
    cue = said.cue.lower()
    if is_display_line(page.text, said.sentence, cue) or is_deck(page, said.sentence, cue):
        return False
    if is_caption(page, said.sentence):
        return False
    return not any(q.start < said.verb < q.end - 1 for q, _ in page.attributions.quotes)


def _by_saying(page: Page, sentence: Sentence) -> Iterator[Said]:
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
        if quoting and any(
            v is not voice and voice.scope[0] <= v.verb < voice.verb for v in voices
        ):
            continue  # "…, said X, reported Y": Y carries what X said
        speaker = from_its_article(page.text, with_first_name(page, sentence, speaker))
        content = _content(page, sentence, voice.scope, speaker, voice.verb, voice.channel)
        if content is not None:
            content = _own_words(page, sentence, voice.speaker.start, verb, content)
        if content is not None:
            content = said_itself(page.text, content, speaker.start)
        if content is None or _is_scrap(page, sentence, speaker, voice.verb, content):
            continue
        if content[1] <= speaker.start and w.SAID_OF_IT.search(
            page.text, content[0], speaker.start
        ):
            continue
        nested = any(
            v is not voice and v.verb < speaker.start and v.scope[0] <= voice.verb < v.scope[1]
            for v in voices
        )
        yield Said(
            sentence, speaker.name, speaker.actor_id, speaker.cue, speaker.start, speaker.end,
            voice.verb, content, voice.channel, voice.hedged, id(voice), nested,
        )  # fmt: skip


def _own_words(
    page: Page, sentence: Sentence, speaker: int, verb: tuple[int, int], content: tuple[int, int]
) -> tuple[int, int] | None:
    """What is said, without a dateline, the form it was given in and who else tells it."""
    text = page.text
    quotes = [q for q, _ in page.attributions.quotes]
    if quoted := quoted_after(text, content, verb[1], quotes):
        return quoted
    start, end = content
    if start == page.opening(sentence):
        start = without_dateline(text, start, end)
    again = [
        (v.verb, v.verb)
        for v in page.attributions.voices[sentence.index]
        if v.speaker.start == speaker and v.verb > verb[0]
    ]
    others = again + _closing(page, sentence, verb[0])
    start, end = before_others(text, (start, end), others)
    start, end = before_next(text, start, end, _following(page, sentence, verb[0]))
    end = with_pair(text, end)
    if verb[0] > start:
        aside = after_aside(text, sentence, (start, end), verb[1])
        if aside is None:
            return None
        start, end = aside
    start, end = without_form(text, start, end)
    end = before_office(text, start, end) if end <= verb[0] else end
    return (start, end) if end > start else None


def _following(page: Page, sentence: Sentence, verb: int) -> list[int]:
    """Where those who speak after a verb are named ("…, but a doctor said …")."""
    return [
        v.speaker.start
        for v in page.attributions.voices[sentence.index]
        if v.verb > verb and v.scope[0] >= v.speaker.start > verb
    ]


def _closing(page: Page, sentence: Sentence, verb: int) -> list[tuple[int, int]]:
    """The voices that close a sentence (", a spokesman said"), but that of one verb."""
    return [
        (min(v.speaker.start, v.verb), v.verb)
        for v in page.attributions.voices[sentence.index]
        if v.verb != verb
        and v.scope[0] < min(v.speaker.start, v.verb)
        and not v.speaker.cue.endswith(" by")
        and not re.match(r"\w+\s+by\b", page.text[v.verb : sentence.end])
    ]


def _led_by_that(text: str, verb: int, start: int) -> bool:
    return re.search(r"\bthat\W*$", text[verb:start]) is not None


def _is_scrap(
    page: Page, sentence: Sentence, speaker: Speaker, verb: int, content: tuple[int, int]
) -> bool:
    """Whether what would be said is no clause: an adjunct, somebody named before a verb."""
    start, end = content
    if speaker.start > verb and speaker.cue.lower() == "accused":
        return True  # "…, accused X of": X is accused
    if any(q.start < end and start < q.end for q, _ in page.attributions.quotes):
        return False
    if speaker.start > verb and speaker.cue.lower() != "according to":
        return not is_main_clause(sentence, start, end)
    said = page.text[start:end]
    if (speaker.cue.lower(), said.split(" ")[0]) in w.NO_WORDS:
        return True
    if speaker.cue.lower() in ("posted", "wrote", "concluded") and not _led_by_that(
        page.text, verb, start
    ):
        return True
    few = len(page.text[start:end].split()) < _ADJUNCT_WORDS
    if end <= verb and few and not holds_a_verb(sentence, start, end):
        return True
    if start > verb and said.split(" ")[0] in AUXILIARIES:
        return True  # "photographs that it said were new"
    if start > verb and w.ADJUNCT_FIRST.match(said):
        return is_only_adjunct(sentence, page.text, start, end)
    if w.ADJUNCT_ONLY.match(said) is None or len(said.split()) > _ADJUNCT_WORDS:
        return False
    return not holds_a_verb(sentence, start, end)


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
            start = max(after, told_whom(page, told)[1])
        elif channel is not None and channel.start >= verb:
            start = max(after, outlet_end(page, channel.start, channel.end))
        opening = w.LEAD.match(page.text[start:end])
        start += opening.end() if opening else 0
    if quoted := w.SAYING_THAT.search(page.text, verb, sentence.end):
        start, end = quoted.end(), max(end, sentence.end)
    start, end = trimmed(page.text, start, end)
    end -= 3 if page.text[start:end].lower().endswith(" as") else 0
    before = page.text[sentence.start : min(speaker.start, verb)]
    led_on = re.match(r"\w+\s+that\b", page.text[verb : sentence.end]) is not None
    if start > verb and w.QUOTE_CLOSED.search(before) and not led_on:
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


def _by_stance(
    page: Page, sentence: Sentence, beside: list[Said], last: Said | None
) -> Iterator[Said]:
    tokens = sentence.tokens
    taken: int | None = None
    for i, token in enumerate(tokens):
        if i == 0 or not takes_stand(tokens, i):
            continue
        phrase = subject(tokens, i)
        if phrase is None or phrase[0] == taken:
            continue
        own = tokens[with_first_of_pair(tokens, phrase[0]) : phrase[1]]
        a, b = own[0].start, own[-1].end
        meant: Said | None = None
        if len(own) == 1 and own[0].lower in ("he", "she"):
            meant = next((s for s in reversed(beside) if s.verb < a), last)
        if meant is None and not may_stand(own, page.actors_in(a, b)):
            continue
        taken = phrase[0]
        if (
            any(
                v.speaker.start < a and v.verb < a and v.scope[0] <= a < v.scope[1]
                for v in page.attributions.voices[sentence.index]
            )
            and not meant
        ):
            continue  # "X said that Y condemned …": it is X who speaks
        if gives_no_words(page.text, (a, b), (token.start, token.end), sentence.end):
            continue
        start, end = trimmed(page.text, token.end, sentence.end)
        start, end = before_others(page.text, (start, end), _closing(page, sentence, token.start))
        start, end = without_form(page.text, *before_saying(page.text, start, end))
        if end <= start:
            continue
        name, actor_id = (meant.name, meant.actor_id) if meant else resolved(page, own)
        yield Said(
            sentence, name, actor_id, token.text, a, b, token.start, (start, end), None, None, None
        )


def _statement(
    page: Page, said: Said, quotes: list[Quotation], offices: Offices, called: dict[str, str]
) -> Claim | None:
    """The claim of a cue, or None; `called` is how each speaker was named last."""
    text = page.text
    cue = said.cue.lower()
    if not quotes and (single := single_quoted(text, said.content[0])):
        quotes = [single]
    start, end = trimmed(text, *without_tail(text, *_whole(said.content, quotes), quotes))
    content = text[start:end]
    if cue in ("denied", "denies") and any(
        each in w.NOT_DENIALS for each in content.lower().split()[:3]
    ):
        return None
    if len(content.split()) < w.SHORTEST and not quotes:
        return None
    if breaks_off(content) or is_no_stand(cue, content):
        return None
    name, office = person_and_office(page, said, offices)
    meant = as_written(page, said, name, office)
    office = office if meant == name else None
    name, form = who_states(without_time(meant))
    name, office = balanced(name), balanced(office) if office else None
    if not can_be_speaker(name) or not is_meant(page, said):
        return None
    if is_pronoun(page, said) and (last := called.get(said.name, name)) != name:
        name, office = last, None
    called[said.name] = name
    if name.lower() in w.NOBODY or re.search(r"[a-z]\.\s", name):
        return None
    spans = tuple(_inner(text, q) for q in quotes if q.end - q.start > 2)
    addressee, channel = whom(page, said)
    channel = channel or form
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
        when=said_on(page, said),
        attribution=chain,
        hedge="denied" if said.hedge == "denied" else None,
    )


def _whole(content: tuple[int, int], quotes: list[Quotation]) -> tuple[int, int]:
    """What is said, with the whole of a quotation of several sentences that it begins or ends."""
    start, end = content
    opened = [q.start + 1 for q in quotes if q.start < start < q.end and start - q.start < _LONG]
    closed = [q.end - 1 for q in quotes if q.start < end < q.end - 1 and q.end - end < _LONG]
    return min((start, *opened)), max((end, *closed))


def _inner(text: str, quote: Quotation) -> tuple[int, int]:
    closing = '”»"' + ("'’" if text[quote.start] in "'‘" else "")
    end = quote.end - 1 if text[quote.end - 1] in closing else quote.end
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
