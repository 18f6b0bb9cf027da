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

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import SOURCE_NOUNS
from bearwitness.model.claim import Claim, Meeting, When, Where
from bearwitness.text.sentences import Sentence

Status = Literal["planned", "held", "cancelled", "reported"]


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
        if page.is_headline(sentence) or not w.GATE.search(page.text, sentence.start, sentence.end):
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
    out += [_Cue(m.start(), m.end(), "held") for m in w.HELD.finditer(text, a, b)]
    out += [_Cue(m.start("noun"), m.end("verb"), "were") for m in w.WERE.finditer(text, a, b)]
    out += [_Cue(m.start("verb"), m.end("verb"), "one") for m in w.ONE_HELD.finditer(text, a, b)]
    out += [_Cue(m.start(), m.start("with"), "met") for m in w.MET.finditer(text, a, b)]
    out += [_Cue(m.start(), m.end(), "visit") for m in w.VISIT.finditer(text, a, b)]
    for m in w.BETWEEN.finditer(text, a, b):
        lead = m.group("when").lower()
        ahead = lead.startswith(("ahead", "before", "prep"))
        out.append(_Cue(m.start("noun"), m.end("noun"), "between", "planned" if ahead else "held"))
    out.sort(key=lambda c: (c.start, -c.end))
    return out


def _meeting(page: Page, sentence: Sentence, cue: _Cue) -> Claim | None:
    text = page.text
    clause = _clause_start(text, sentence.start, cue.start)
    unsaid = cue.shape != "one" and w.WISHED.search(_lead(text, sentence, cue))
    if unsaid or w.WISHED.search(text, cue.start, cue.end):
        return None
    before = text[sentence.start : cue.start]
    noun = re.search(r"(?:meetings?|conference)\b", text[cue.start : cue.end], re.I)
    if noun and w.PRESS.search(text[sentence.start : cue.start + noun.start()]):
        return None
    if (
        w.BARE_VERB.match(text[cue.start : cue.end])
        and w.TO_DO.search(before)
        and not w.SET_TO.search(before)
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
        if d.expr.end <= cue.start and not w.PARTED.search(page.text[d.expr.end : cue.start])
    ]  # fmt: skip
    chosen = after[:1] or before[-1:]
    return chosen[0].when if chosen else When()


def _clause_start(text: str, start: int, at: int) -> int:
    found = [m.end() for m in w.CLAUSE_START.finditer(text, start, at)]
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
    m = w.WITH.search(text, cue.start, min(stop, cue.end + 130))
    if m and (m.start() - cue.end < 50):
        np = _np(m.group("np"))
        end = m.start("np") + len(np)
        names += _pair(page, np) if m.group("prep").lower() == "between" else [plain(np)]
    elif cue.shape == "held" and doer is not None and not _public(page, doer):
        return None
    names = [one for n in names for one in _each(page, n) if one.lower() not in w.PRONOUNS]
    if cue.shape == "between" and not any(_public(page, n) for n in names):
        return None
    if cue.shape == "held" and (not names or not any(_public(page, n) for n in names)):
        return None
    had = text[cue.start : cue.end].lower().startswith(("had ", "having "))
    if cue.shape == "held" and had and len(names) < w.BOTH:
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
    if first is None or first.group().lower() in w.NOT_MET:
        return None
    if word == "meeting" and not re.search(
        r"\b(?:is|are|was|were|be|been|after|before|by|while)\s+$", text[sentence.start : cue.start]
    ):
        return None
    np = _np(re.split(r"[,.;:()“”\"]", rest)[0])
    other = plain(np)
    head = re.split(r"\s+(?:of|by|from|to|for)\b", other, flags=re.I)[0].lower()
    if head != "the opposition" and head.split(" ")[-1] in w.NOT_MET:
        return None
    doer = _subject_np(page, sentence, cue)
    if doer is None or len(other) < 3 or other.lower() in w.PRONOUNS:
        return None
    if not (_public(page, other) and (_public(page, doer) or doer[:1].isupper())):
        return None
    if not any(c.isupper() for c in other) and not set(other.lower().split()) & w.PUBLIC:
        return None
    return (*_each(page, doer), *_each(page, other)), cue.end + len(np)


def _np(words_after: str) -> str:
    """A noun phrase up to where it must end; "and" is kept."""
    m = w.NP_END.search(words_after)
    return words_after[: m.start()] if m else words_after.rstrip()


def _each(page: Page, name: str) -> tuple[str, ...]:
    """Both of "A and B" and of "the A and B presidents"; a body so named stays one."""
    m = w.PAIR.match(name)
    if m is None or name.isupper() or page.actors.lookup(name) is not None:
        return (name,)
    if m.group("noun") is None:
        return m.group("a"), m.group("b")
    peoples = page.actors.state(m.group("a")) and page.actors.state(m.group("b"))
    noun = m.group("noun")
    return (f"{m.group('a')} {noun}", f"{m.group('b')} {noun}") if peoples else (name,)


def _pair(page: Page, np: str) -> list[str]:
    """The two of a "between" phrase."""
    both = _each(page, plain(re.sub(r"^the\s+", "", np)))
    return list(both) if len(both) == w.BOTH else _split(np)


def _split(np: str) -> list[str]:
    return [
        plain(re.sub(r"^the\s+", "", p))
        for p in re.split(r",\s*|\s+and\s+", np, flags=re.I)
        if plain(p)
    ]


def _subject_np(page: Page, sentence: Sentence, cue: _Cue) -> str | None:
    """Who meets: the noun phrase before the verb, with what heads or leads it."""
    tokens = sentence.tokens
    verb = next((i for i, t in enumerate(tokens) if t.start >= cue.start), None)
    if verb is None:
        return None
    first = verb
    while first > 0 and tokens[first - 1].lower in w.BEFORE_VERB:
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
    name = w.LAST_CLAUSE.sub("", plain(page.text[start:end]))
    name = re.sub(r"^(?:the|a|an)\s+|\s+(?:last|this|late|early)$", "", name, flags=re.I)
    if name.count(" ") >= w.LONGEST_NAME or w.ADJUNCT.match(name):
        return None
    return None if not name or name.lower() in w.PRONOUNS else name


def _public(page: Page, name: str) -> bool:
    """Whether a party is a state, force, body or person of office."""
    lows = {each.lower() for each in re.findall(r"[\w-]+", name)}
    if lows & (w.MEN_OF_OFFICE | w.PUBLIC):
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
    if w.CANCELLED.search(own) or w.CANCELLED.search(before[-30:]):
        return "cancelled"
    if w.REPORTED.search(before) or w.REPORTED.search(own):
        return "reported"
    if cue.shape == "one":
        return "held"
    if cue.status is not None:
        return cue.status
    if w.PLANNED.search(before) or re.search(
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
    m = w.HOST.search(tail)
    return plain(m.group("by") or m.group("at")) if m else None


def _mediator(sentence: str) -> str | None:
    m = w.MEDIATOR.search(sentence)
    return plain(m.group("who") or m.group("by")) if m else None


def _subject(tail: str) -> str | None:
    m = w.SUBJECT.search(tail)
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
    m = w.OUTCOME.search(page.text, cue.end, sentence.end)
    if m is None:
        m = re.search(
            r"(?P<what>\b(?:ended|collapsed|concluded|broke\s+down)\b[^,.;:]*)",
            page.text[cue.start : cue.end],
        )
    if m is None and sentence.index + 1 < len(page.sentences):
        following = page.sentences[sentence.index + 1]
        if w.ENDED.match(page.text[following.start : following.end]):
            m = w.OUTCOME.search(page.text, following.start, following.end)
    return plain(m.group("what")) if m else None


def _series(text: str, sentence: Sentence, cue: _Cue) -> str | None:
    m = w.SERIES.search(text, max(sentence.start, cue.start - 60), min(sentence.end, cue.end + 10))
    return plain(m.group()).lower() if m else None
