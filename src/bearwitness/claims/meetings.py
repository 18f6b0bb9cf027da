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
from bearwitness.claims.meeting_checks import (
    apart,
    breaks_off,
    day_leads,
    is_namesake,
    is_of_place,
    many_tell_between,
    name_follows,
    names_all,
)
from bearwitness.claims.meeting_parties import Cue, Status, parties_of
from bearwitness.claims.meetings_folded import folded
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speech_words import FINITE
from bearwitness.claims.when_roles import Dated
from bearwitness.model.claim import Claim, Meeting, When, Where
from bearwitness.text.sentences import Sentence

_WEEK = timedelta(days=7)
_A_DAY = timedelta(days=1)
_LEAD = 60  # characters before a cue that may tell who mediates
_FEBRUARY = 2  # whose last day is not in every year
_SEASON = timedelta(days=120)  # a day without a year that passed less long ago is no next year's


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
    out += [
        Cue(m.start("noun"), m.end("verb"), "were") for m in w.WERE.finditer(text, a, b)
        if w.SUBORDINATE.search(text, m.end("noun"), m.start("verb")) is None
        and w.OTHERS_VERB.search(text, m.end("noun"), m.start("verb")) is None
        and _agrees(text, m)
        and w.NO_TALKS.search(text[m.start() : m.end()]) is None
    ]  # fmt: skip
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
        if w.ONGOING.search(text, a, m.start("noun")) is not None:
            continue
        if w.DAYS_BEFORE.search(text, a, m.end("when")) is not None:
            continue
        if m["when"].lower() == "before" and w.DONE_ALREADY.search(text, a, m.start()):
            continue
        lead = m.group("when").lower()
        ahead = lead.startswith(("ahead", "before", "prep"))
        ahead = ahead or w.TO_COME.search(text, a, m.start()) is not None
        will = w.WILL_BE.search(text, m.end(), b) if lead.startswith(("at", "during")) else None
        ahead = ahead or (will is not None and not w.SAYS.search(text, m.end(), will.start()))
        status: Status = "planned" if ahead else "held"
        out.append(Cue(m.start("noun"), m.end("noun"), "between", status, m.start()))
    out.sort(key=lambda c: (c.start, -c.end))
    return out


def _agrees(text: str, m: re.Match[str]) -> bool:
    """Whether a verb agrees with its noun: "talks were", "a round of talks was"."""
    if w.ONE_OF_MANY.search(text, max(0, m.start() - _LEAD), m.start()):
        return True
    other = w.SINGLE_VERB if w.PLURAL.search(m["noun"].strip()) else w.PLURAL_VERB
    verb = w.AUXILIARY_BEFORE.search(text, m.end("noun"), m.start("verb")) or m
    return other.match(verb["verb"]) is None


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
    if parties is None or _is_aim(text, sentence, cue) or w.HABIT.search(before[-_LEAD:]):
        return None
    names, end = parties
    if any(name_follows(text, sentence, name) for name in names):
        return None
    if not names_all(page, names) or (end > cue.end and breaks_off(text, end, sentence.end)):
        return None
    end = max(end, cue.end)
    where = _place(page, sentence, cue, end)
    status = _status(text, sentence, cue, clause)
    due = w.WAS_DUE.search(before + text[cue.start : cue.end]) is not None
    if status == "planned" and due and w.UNHELD.search(text):
        status = "cancelled"
    if status == "planned" and w.ORIGINALLY.search(before + text[cue.start : cue.end]):
        return None
    when, dated = _when(page, sentence, cue, end, planned=status == "planned", due=due)
    if _in_present(text, sentence, cue, status):
        dated_status = _as_dated(page, when)
        if dated_status is None:
            return None
        status = dated_status
    if not names and many_tell_between(text, cue.start, _next_clause(text, end, sentence.end)):
        return None
    if w.EACH_ELSEWHERE.search(text, sentence.start, sentence.end):
        where, when = None, When()
    if not names and where is None and when.start is None:
        return None
    if not names and w.OF_CIVILIANS.search(text, cue.start, cue.end):
        return None
    tail = text[cue.start : sentence.end]
    detail = Meeting(
        names,
        _host(tail),
        _mediator(text, sentence, cue),
        _subject(text, cue, end, sentence.end),
        _outcome(page, sentence, cue, end) if status == "held" else None,
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


def _when(
    page: Page, sentence: Sentence, cue: Cue, end: int, *, planned: bool, due: bool
) -> tuple[When, int]:
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
        and not w.OF_ITS_OWN.search(page.text, cue.start, max(cue.start, d.expr.start))
        and (d.role != "speech" or cue.start <= d.expr.start < end)
    ]  # fmt: skip
    if (agreed := w.AGREED.search(page.text, sentence.start, cue.start)) is not None:
        dated = [d for d in dated if not agreed.start() <= d.expr.start < agreed.end()]
    stop = _next_clause(page.text, end, sentence.end)
    after = [
        d for d in dated
        if cue.start <= d.expr.start < stop
        and (d.expr.start < end or not apart(page.text[end : d.expr.start]))
    ]  # fmt: skip
    before = [
        d for d in dated
        if d.expr.end <= cue.start
        and day_leads(page.text, opening, d.expr.start, d.expr.end, cue.start)
    ]  # fmt: skip
    chosen = after[:1] or before[-1:]
    if not chosen:
        return When(), end
    if len(after) > 1 and w.DAYS_JOINED.fullmatch(
        page.text, after[0].expr.end, after[1].expr.start
    ):
        chosen = [_both_days(after[0], after[1])]
    when, expr = chosen[0].when, chosen[0].expr
    own = page.text[opening : max(cue.end, end)]
    if when.start is None or when.end is None:
        return when, expr.end
    if not planned:
        # what was to be on a weekday and was called off is on none that is still to come
        came = expr.weekday is None or expr.day is not None or not w.WAS_DUE_THEN.search(own)
        return (when, expr.end) if came or page.is_past(when.end - _A_DAY) else (When(), end)
    if cue.shape == "visit" and w.WENT.match(page.text, cue.start) and expr.start < cue.end:
        return When(), end  # the day of the arrival
    if when.start != when.end and expr.day is None and page.is_past(when.end - _A_DAY):
        return When(), end  # "will meet this month", of which but the days that passed are known
    if not page.is_past(when.end) or w.WENT.match(page.text, cue.start):
        return when, expr.end
    weekday = expr.weekday is not None and expr.day is None
    if due and weekday and w.WAS_TO.search(page.text, opening, max(cue.end, end)):
        return When(), end  # "were to go on on Monday": which Monday is in doubt
    if due:
        return when, expr.end
    if weekday:
        return replace(when, start=when.start + _WEEK, end=when.end + _WEEK), expr.end
    long_ago = page.is_past(when.end + _SEASON)
    if expr.year is None and expr.month is not None and when.start.month != _FEBRUARY and long_ago:
        start, last = (d.replace(year=d.year + 1) for d in (when.start, when.end))
        return replace(when, start=start, end=last), expr.end
    return When(), end


def _both_days(first: Dated, last: Dated) -> Dated:
    """The days from one to another: "today and tomorrow"; unknown where they do not follow."""
    start, end = first.when.start, last.when.end
    if start is None or end is None or end < start:
        return replace(first, when=When())
    return replace(first, when=replace(first.when, end=end))


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
        or _was_called_off(text, cue.end, stop)
        or (w.HAD_BEEN_DUE.search(before) and w.STAYS_AWAY.search(text, cue.end, sentence.end))
    ):
        return "cancelled"
    if w.REPORTED.search(before) or w.REPORTED.search(own):
        return "reported"
    if cue.shape == "were" and w.WAS_HELD.search(own) is not None:
        return "held"
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


def _was_called_off(text: str, start: int, stop: int) -> bool:
    """Whether words after a meeting say of it, and of nothing else, that it was called off."""
    m = w.WAS_CANCELLED.search(text, start, stop)
    return m is not None and w.OF_ANOTHER.search(text, start, m.start()) is None


def _is_aim(text: str, sentence: Sentence, cue: Cue) -> bool:
    """Whether a bare verb tells but of an aim: "came to sign a deal and hold talks"."""
    if w.BARE_VERB.match(text, cue.start) is None:
        return False
    before = text[sentence.start : cue.start]
    return w.AIM.search(before) is not None and w.PLANNED.search(before) is None


def _in_present(text: str, sentence: Sentence, cue: Cue, status: Status) -> bool:
    """Whether the verb is a bare present: "X meets Y" tells of what was as of what will be."""
    before = text[sentence.start : cue.start]
    bare = w.PRESENT.match(text, cue.start) is not None
    return bare and status == "held" and w.BASE_AFTER.search(before) is None


def _as_dated(page: Page, when: When) -> Status | None:
    """Whether what the present tells of was, or will be, by its day; None where none says."""
    if when.start is None or when.basis != "stated" or not page.has_day:
        return None
    return "held" if page.is_past(when.start) else "planned"


def _place(page: Page, sentence: Sentence, cue: Cue, end: int) -> Where | None:
    """The finest place after the cue, not within a party's own words; else one that opens."""
    text = page.text
    if cue.shape == "visit":
        inside = page.places_in(cue.start, cue.end)
        if not inside:
            return None
        seat = w.SEAT.search(text, inside[0].end, inside[-1].start + 1)
        return (inside[-1] if seat is not None else inside[0]).where
    if (apposed := w.APPOSITION.match(text, end, sentence.end)) is not None:
        end = apposed.end()
    stop = _next_clause(text, end, sentence.end)
    topic = w.TOPIC.search(text, end, stop)
    stop = topic.start() if topic is not None else stop
    opening = page.opening(sentence)
    if any(w.NAME_OF_MORE.match(text, p.end) for p in page.places_in(end, stop)):
        return None  # "in the Paramo de Y mountains"
    within = [p for p in page.places_in(cue.start, end) if _led_in(text, p, strictly=True)]
    after = [
        p for p in page.places_in(end, stop)
        if _led_in(text, p) and w.TOWN_OF.match(text, p.end) is None
        and not apart(w.LED_IN.sub("", text[end : p.start]))
    ]  # fmt: skip
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
        told = page.places_in(going.start("mid"), going.end("mid"))
        after = [p for p in told if not is_of_place(text, p)]
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
    if any(
        w.AND_THERE.match(text, p.end) and page.places_in(p.end, p.end + w.BREATH)
        for p in after[:1]
    ):
        return None  # "in X and Y": in which of them is not told
    near = after if cue.shape == "were" else _together(after)
    best = max(near, key=lambda p: (p.specificity, -p.start))
    return None if is_namesake(page, best) else best.where


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
    if w.NEAR_BY.search(text, max(0, place.start - _LEAD), place.start):
        return False
    if lead is None or w.INSTITUTION.match(text, place.end) or is_of_place(text, place):
        return False
    shouted = text[place.start : place.end].isupper()
    if not shouted and w.NAME_GOES_ON.match(text, place.end) is not None:
        return False
    return lead.group("of") is None or w.CLOSED.match(text, place.end) is not None


def _host(tail: str) -> str | None:
    m = w.HOST.search(tail)
    who = plain(m.group("by") or m.group("at")) if m else None
    return None if who is None or w.BUILDING.search(who) else who


def _mediator(text: str, sentence: Sentence, cue: Cue) -> str | None:
    """Who brokered the talks, told of the very noun of the cue."""
    for m in w.MEDIATOR.finditer(text, max(sentence.start, cue.start - _LEAD), sentence.end):
        if m.start() >= cue.end and (m["who"] or apart(text[cue.end : m.start()])):
            return None
        if m["who"] and w.TALKS.search(text, m.end(), cue.end) is None:
            continue
        if w.AND_BEFORE.search(text, sentence.start, m.start()) or (
            m["by"] and w.AND_MORE.match(text, m.end())
        ):
            return None
        return re.sub(r"^The\s+", "", plain(m["who"] or m["by"]))
    return None


def _subject(text: str, cue: Cue, end: int, stop: int) -> str | None:
    """What it was about, where that follows the talks, or those who met, and nothing else."""
    nouns = [m.end() for m in w.TALKS.finditer(text, cue.start, cue.end)]
    m = w.SUBJECT.match(text, nouns[-1], stop) if nouns else None
    if m is None:
        found = w.SUBJECT_AFTER.search(text, end, min(stop, end + w.FAR))
        m = found if found is not None and not apart(text[end : found.start()]) else None
    if m is None:
        return None
    what = re.sub(r"(?:\s+[a-z]+ed)+$", "", plain(w.SUBJECT_ENDS.split(m["what"])[0]))
    if what and what[-1].isdigit() and text[m.end() : m.end() + 1] == ",":
        return None  # cut within a number
    if not what or w.NO_SUBJECT.match(what) or set(what.lower().split(" ")) & FINITE:
        return None
    return what


def _outcome(page: Page, sentence: Sentence, cue: Cue, end: int) -> str | None:
    """What came of it: told of the talks themselves, or in the next sentence of them."""
    text = page.text
    own = w.CAME_TO.search(text, cue.start, cue.end) if cue.shape in ("were", "one") else None
    if own is not None:
        m = w.OUTCOME.match(text, own.start(), sentence.end)
    else:
        lead = w.AND_CAME_TO.search(text, end, sentence.end)
        near = lead is not None and not apart(text[end : lead.start()])
        m = w.OUTCOME.match(text, lead.end(), sentence.end) if lead is not None and near else None
    if m is None and sentence.index + 1 < len(page.sentences):
        following = page.sentences[sentence.index + 1]
        lead = w.ENDED.match(text, following.start, following.end)
        m = w.OUTCOME.match(text, lead.start("came"), following.end) if lead is not None else None
        if m is not None and lead is not None:
            return plain(text[following.start : m.end()])
    return plain(re.split(r"\s+between\s", m["what"])[0]) if m else None


def _series(text: str, sentence: Sentence, cue: Cue) -> str | None:
    """Which round it was, told of the very noun of the cue."""
    noun = w.TALKS.search(text, cue.start, sentence.end)
    for m in w.SERIES.finditer(text, max(sentence.start, cue.start - _LEAD), cue.end):
        if noun is not None and w.ROUND_OF.fullmatch(text, m.end(), noun.start()) is not None:
            return plain(m.group()).lower()
    return None
