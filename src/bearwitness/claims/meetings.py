"""Meetings and talks: who with whom, where and when, and whether planned, held or called off.

Shallow rules over a sentence: a cue (talks held, somebody met somebody, a visit to ask), the
noun phrases around it, the date and place that follow, and words of planning or cancelling
before it. Talks that are only wished for, refused or ruled out are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.meeting_parties import Cue, Status, parties_of
from bearwitness.claims.meetings_folded import folded
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Claim, Meeting, When, Where
from bearwitness.text.sentences import Sentence

_WEEK = timedelta(days=7)
_LEAD = 60  # characters before a cue that may tell who mediates
_FEBRUARY = 2  # whose last day is not in every year


def read_meetings(page: Page) -> Iterator[Claim]:
    """The meetings of a document, in order, each told once."""
    yield from folded(page, list(_told(page)))


def _told(page: Page) -> Iterator[Claim]:
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


def _cues(page: Page, sentence: Sentence) -> list[Cue]:
    text, a, b = page.text, sentence.start, sentence.end
    out: list[Cue] = []
    out += [Cue(m.start(), m.end(), "held") for m in w.HELD.finditer(text, a, b)]
    out += [Cue(m.start("noun"), m.end("verb"), "were") for m in w.WERE.finditer(text, a, b)]
    out += [Cue(m.start("noun"), m.end("verb"), "were") for m in w.HELD_AFTER.finditer(text, a, b)]
    out += [Cue(m.start("verb"), m.end("verb"), "one") for m in w.ONE_HELD.finditer(text, a, b)]
    out += [Cue(m.start(), m.start("with"), "met") for m in w.MET.finditer(text, a, b)]
    out += [Cue(m.start(), m.end(), "visit") for m in w.VISIT.finditer(text, a, b)]
    out += [Cue(m.start(), m.end(), "together") for m in w.TOGETHER.finditer(text, a, b)]
    out += [Cue(m.start(), m.start("with"), "received") for m in w.RECEIVED.finditer(text, a, b)]
    out += [Cue(m.start(), m.end("verb"), "apposed") for m in w.APPOSED.finditer(text, a, b)]
    out += [Cue(m.start(), m.end(), "attended") for m in w.ATTENDED.finditer(text, a, b)]
    out += [Cue(m.start(), m.end(), "received by") for m in w.PASSIVE.finditer(text, a, b)]
    out += [Cue(m.start(), m.end(), "called on") for m in w.CALLED_ON.finditer(text, a, b)]
    for m in w.BETWEEN.finditer(text, a, b):
        lead = m.group("when").lower()
        ahead = lead.startswith(("ahead", "before", "prep"))
        ahead = ahead or w.TO_COME.search(text, a, m.start()) is not None
        status: Status = "planned" if ahead else "held"
        out.append(Cue(m.start("noun"), m.end("noun"), "between", status, m.start()))
    out.sort(key=lambda c: (c.start, -c.end))
    return out


def _meeting(page: Page, sentence: Sentence, cue: Cue) -> Claim | None:
    text = page.text
    clause = _clause_start(text, page.opening(sentence), cue.start)
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
    parties = parties_of(page, sentence, cue)
    if parties is None:
        return None
    names, end = parties
    end = max(end, cue.end)
    where = _place(page, sentence, cue, end)
    status = _status(text, sentence, cue, clause)
    due = w.WAS_DUE.search(before + text[cue.start : cue.end]) is not None
    if status == "planned" and due and w.UNHELD.search(text):
        status = "cancelled"
    when, dated = _when(page, sentence, cue, end, to_come=status == "planned" and not due)
    if cue.shape in ("were", "one") and not names and where is None and when.start is None:
        return None
    tail = text[cue.start : sentence.end]
    detail = Meeting(
        names,
        _host(tail),
        _mediator(text, max(sentence.start, cue.start - _LEAD), sentence.end),
        _subject(tail),
        _outcome(page, sentence, cue),
        _series(text, sentence, cue),
        status,
    )
    told = text.find(names[0], page.opening(sentence), cue.start) if names else -1
    start = cue.start if cue.shape in ("were", "one", "between") else min(cue.start, clause)
    start = min(start, told) if told >= 0 and start < cue.start else start
    stop = max(end, dated) if cue.shape == "one" else end
    while start < stop and text[start] in " ,;:\n":
        start += 1
    while stop > start and text[stop - 1] in " ,;:\n":
        stop -= 1
    return page.claim(
        "meeting", sentence, (start, stop), detail, "meeting", when=when, where=where,
        hedge="reported" if status == "reported" else None,
    )  # fmt: skip


def _when(page: Page, sentence: Sentence, cue: Cue, end: int, *, to_come: bool) -> tuple[When, int]:
    """The next date after the cue, else one before it that no other clause parts from it.

    What is yet to come is on no day that has passed: "on Sunday" is then the next one. Also
    where the words of the date end.
    """
    opening = page.opening(sentence)
    dated = [
        d for d in page.dates_in(sentence)
        if not d.expr.restated and d.role != "open" and d.expr.start >= opening
        and not _anothers(page.text, max(cue.end, end), d.expr.start)
        and d.expr.relation not in ("before", "until")
        and not w.SINCE.search(page.text, opening, d.expr.start)
        and (d.role != "speech" or cue.start <= d.expr.start < end)
    ]  # fmt: skip
    if (agreed := w.AGREED.search(page.text, sentence.start, cue.start)) is not None:
        dated = [d for d in dated if not agreed.start() <= d.expr.start < agreed.end()]
    stop = _next_clause(page.text, end, sentence.end)
    after = [d for d in dated if cue.start <= d.expr.start < stop]
    before = [
        d for d in dated
        if d.expr.end <= cue.start and not w.PARTED.search(page.text[d.expr.end : cue.start])
    ]  # fmt: skip
    chosen = after[:1] or before[-1:]
    if not chosen:
        return When(), end
    when, expr = chosen[0].when, chosen[0].expr
    if not to_come or when.start is None or when.end is None or not page.is_past(when.end):
        return when, expr.end
    if expr.weekday is not None and expr.day is None:
        return replace(when, start=when.start + _WEEK, end=when.end + _WEEK), expr.end
    if expr.year is None and expr.month is not None and when.start.month != _FEBRUARY:
        start, last = (d.replace(year=d.year + 1) for d in (when.start, when.end))
        return replace(when, start=start, end=last), expr.end
    return When(), end


def _anothers(text: str, end: int, date: int) -> bool:
    """Whether words between a meeting and a date say that another happening's day is told."""
    if date <= end or w.DURING.search(text, end, date) is not None:
        return False
    return w.OTHERS_DAY.search(text, end, date) is not None


def _clause_start(text: str, start: int, at: int) -> int:
    found = [m.end() for m in w.CLAUSE_START.finditer(text, start, at)]
    return found[-1] if found else start


def _lead(text: str, sentence: Sentence, cue: Cue) -> str:
    """The words before the cue that may deny or wish it."""
    return text[max(sentence.start, cue.start - 45) : cue.start].split(",")[-1].split("“")[-1]


def _status(text: str, sentence: Sentence, cue: Cue, clause: int) -> Status:
    before = text[max(clause, sentence.start) : cue.start]
    own = text[cue.start : cue.end]
    stop = _next_clause(text, cue.end, sentence.end)
    if (
        w.CANCELLED.search(own)
        or w.CANCELLED.search(before[-30:])
        or w.WAS_CANCELLED.search(text, cue.end, stop)
        or (w.HAD_BEEN_DUE.search(before) and w.STAYS_AWAY.search(text, cue.end, sentence.end))
    ):
        return "cancelled"
    if w.REPORTED.search(before) or w.REPORTED.search(own):
        return "reported"
    if cue.shape == "one":
        return "held"
    if cue.status is not None:
        return cue.status
    if cue.shape == "visit" and not w.GONE.match(own):
        return "planned"
    if w.PRESENT_END.search(own) and w.TO_END.search(text, sentence.start, cue.start):
        return "planned"
    if w.PLANNED.search(before) or re.search(
        r"\b(?:due|scheduled|planned|expected|set|will|would|to\s+be\s+held|(?<!ed\s)(?:is|are|was|were)\s+to)\b",
        own,
        re.I,
    ):
        return "planned"
    if cue.shape == "held" and re.match(r"(?:hold|resume|host|convene|attend|begin)\b", own, re.I):
        return "planned" if re.search(r"\bto\s+$|\bwill\s+$", before, re.I) else "held"
    return "held"


def _place(page: Page, sentence: Sentence, cue: Cue, end: int) -> Where | None:
    """The finest place after the cue, not within a party's own words; else one that opens."""
    text = page.text
    if cue.shape == "visit":
        inside = page.places_in(cue.start, cue.end)
        return inside[0].where if inside else None
    if (apposed := w.APPOSITION.match(text, end, sentence.end)) is not None:
        end = apposed.end()
    stop = _next_clause(text, end, sentence.end)
    topic = w.TOPIC.search(text, end, stop)
    stop = topic.start() if topic is not None else stop
    opening = page.opening(sentence)
    within = [p for p in page.places_in(cue.start, end) if _led_in(text, p, strictly=True)]
    after = [p for p in page.places_in(end, stop) if _led_in(text, p)]
    if within and (not after or cue.shape in ("together", "apposed", "met")):
        after = within
    where = [
        p for p in page.places_in(opening, cue.start)
        if w.WHERE.fullmatch(text, p.end, min(cue.start, p.end + w.FAR)) is not None
    ]  # fmt: skip
    if where:
        return where[-1].where  # "returned from X where he met Y, who will go on to Z"
    going = w.GOING.search(text, sentence.start, cue.start) or w.VISITING.search(
        text, sentence.start, cue.start
    )
    if not after and going is not None:
        after = page.places_in(going.start("mid"), going.end("mid"))
    if not after:
        lead = page.places_in(opening, cue.start)
        after = [
            p for p in lead
            if (
                p.start - opening < w.OPENS
                and w.OPENING.match(text, opening, p.start) is not None
                and not w.SAYS.search(text, p.end, cue.start)
            )
        ]  # fmt: skip
    if not after:
        return None
    near = after if cue.shape == "were" else _together(after)
    return max(near, key=lambda p: (p.specificity, -p.start)).where


def _together(places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The first of some places, with those told in one breath: "in the city of X in Y"."""
    found = list(places[:1])
    for place in places[1:]:
        if place.start - found[-1].end > w.BREATH:
            break
        found.append(place)
    return found


def _next_clause(text: str, start: int, stop: int) -> int:
    m = w.NEXT_CLAUSE.search(text, start, stop)
    return m.start() if m else stop


def _led_in(text: str, place: PlaceMention, *, strictly: bool = False) -> bool:
    lead = w.LED_IN.search(text[max(0, place.start - 24) : place.start])
    if strictly and w.OFFICE_TO.search(text, max(0, place.start - w.OPENS), place.start):
        return False
    if lead is None or w.INSTITUTION.match(text, place.end):
        return False
    shouted = text[place.start : place.end].isupper()
    if not shouted and w.NAME_GOES_ON.match(text, place.end) is not None:
        return False
    return lead.group("of") is None or w.CLOSED.match(text, place.end) is not None


def _host(tail: str) -> str | None:
    m = w.HOST.search(tail)
    who = plain(m.group("by") or m.group("at")) if m else None
    return None if who is None or w.BUILDING.search(who) else who


def _mediator(text: str, start: int, stop: int) -> str | None:
    m = w.MEDIATOR.search(text, start, stop)
    return re.sub(r"^The\s+", "", plain(m.group("who") or m.group("by"))) if m else None


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


def _outcome(page: Page, sentence: Sentence, cue: Cue) -> str | None:
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


def _series(text: str, sentence: Sentence, cue: Cue) -> str | None:
    m = w.SERIES.search(text, max(sentence.start, cue.start - 60), min(sentence.end, cue.end + 10))
    return plain(m.group()).lower() if m else None
