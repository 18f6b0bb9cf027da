"""Control of places: taken, lost, held, contested, besieged, by whom, from whom, since when.

A verb of taking counts only with a place as its object (or "the city" for the place told last),
so that weapons and suspects that are seized make no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bearwitness.claims import control_words as w
from bearwitness.claims.control_doubt import Doubts
from bearwitness.claims.control_names import can_be_held, in_a_country_told_of, learn_names
from bearwitness.claims.control_parties import SOMEBODY
from bearwitness.claims.control_tell import Teller, Told
from bearwitness.claims.further import Page
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Actor, Claim, Control, When
from bearwitness.text.sentences import Sentence

_CLOSE = 90  # characters between what is told and its date
_OPENING = 12
_LONG_AGO = timedelta(days=365)
_STILL_MEANT = 4  # sentences over which "the town" means the one whose control was told
_BREAK = re.compile(
    r"[;,]\s*(?:and|but|while|when|after)|\b(?:while|after|which|that|who|whose|where|said)\b"
)
# What a date after the words may belong to instead.
_OTHERS = re.compile(
    r"\b(?:according|reports?|reach(?:ed|ing)|launched|began|begun|started|announced|said|told|offensive|"
    r"operation|campaign|attack|assault|raid|statement|days?|weeks?|months?|years?|agreement|talks|"
    r"before|since|taken|held|fell|lost|(?<![-–])(?!embattled|besieged)\w+ed)\b",
    re.I,
)
# What stands between a date that opens a sentence and words of another clause.
_OTHER_CLAUSE = re.compile(
    r"\b(?:after|before|when|while|since|as|that|said|says|announced|reported|confirmed|claim(?:ed|s)|"
    r"told|published|released|showed|which|who|where)\b",
    re.I,
)
_RIGHT_BEFORE = 25
_RIGHT_AFTER = re.compile(r"\s+(?:(?:on|in|late|early|last|by)\s+){0,2}")
_CLAUSE = re.compile(r"(?:[,;]\s+|\b)(?:but|and|while|then)\s+(?:late\s+|early\s+)?(?:on|in)\s+$")
_FRONTED = re.compile(r",\s+(?:(?!\b(?:said|says|that|which|who|after|when|while)\b)[^,;]){3,90}")
_PARTED = re.compile(
    r",|\b(?:said|says|that|which|who|and|after|as|before|when|while|since|until)\b"
)
# "just more than a month ago" is no one month.
_VAGUE = re.compile(r"\b(?:than|over|nearly|almost|about|around|some|just)\s+$", re.I)


def read_control(page: Page) -> Iterator[Claim]:
    """Who holds which place, in order of the text."""
    gated = [s for s in page.sentences if w.STEMS.search(page.low, s.start, s.end)]
    gated = [s for s in gated if Teller.may_tell(page, s)]
    if not gated:
        return
    learn_names(page, gated)
    last: list[PlaceMention] = []
    told_in = -1
    unlisted: dict[str, PlaceMention] = {}
    takers: dict[str, Actor] = {}
    doubts = Doubts(page)
    before: list[tuple[Told, When]] = []
    read_in = -1
    for sentence in gated:
        just_before = before if sentence.index - read_in == 1 else []
        before, read_in = [], sentence.index
        near = sentence.index - told_in <= _STILL_MEANT
        for told in Teller(page, sentence, tuple(last) if near else (), unlisted).all():
            if told_in != sentence.index:
                last, told_in = [], sentence.index
            if told.place not in last:
                last.append(told.place)
            when = _when(page, sentence, told)
            if when.end is None or not page.is_past(when.end + _LONG_AGO):
                told = _with_taker(told, takers)
            told = replace(told, place=in_a_country_told_of(page, told.place, told.by))
            kept = doubts.left(sentence, told)
            if kept is None or doubts.is_of_another_time(sentence, kept, when):
                continue
            where = kept.place.where
            if where.place_id is None and where.name:
                unlisted[where.name] = kept.place
            elif not can_be_held(kept.place, page.text):
                continue
            retold = kept.place.start < sentence.start and any(
                _is_same(kept, when, *other) and kept.by is not None for other in just_before
            )
            if not retold and not any(_is_same(kept, when, *other) for other in before):
                before.append((kept, when))
                yield _claim(page, sentence, kept, when, doubts)


def _is_same(told: Told, when: When, other: Told, then: When) -> bool:
    """Whether two readings of one sentence tell one thing, by one side and of one day."""
    here, there = told.place.where, other.place.where
    return (
        told.state == other.state
        and (here.place_id or here.name) == (there.place_id or there.name)
        and (None in (told.by, other.by) or told.by == other.by)
        and (None in (when.start, then.start) or when.start == then.start)
    )


def _with_taker(told: Told, takers: dict[str, Actor]) -> Told:
    """What is taken by nobody named, by the one side that the text has told of taking places.

    Args:
        told: one reading.
        takers: the sides that took places before it, by name; the reading's own is added.
    """
    if told.state != "taken" or told.by is SOMEBODY:
        return told
    if told.by is not None:
        takers.setdefault(told.by.name, told.by)
        return told
    only = next(iter(takers.values())) if len(takers) == 1 else None
    loser = told.against.name if told.against is not None else None
    return told if only is None or only.name == loser else replace(told, by=only)


def _claim(page: Page, sentence: Sentence, told: Told, when: When, doubts: Doubts) -> Claim:
    speakers, hedge = page.attributions.at(told.start, told.end)
    aside = doubts.is_told_beside(told, speakers)
    heard = doubts.speakers(
        sentence, told, (s for s in speakers if not told.start <= s.end <= told.end)
    )
    return page.claim(
        "control",
        sentence,
        (told.start, told.end),
        Control(told.state),
        told.state if told.rank == 0 else f"{told.state}/{told.rank}",
        when=when,
        where=told.place.where,
        by=told.by,
        against=told.against,
        attribution=heard,
        hedge=None if aside and hedge != "denied" else hedge,
    )


def _when(page: Page, sentence: Sentence, told: Told) -> When:
    """The date in the same clause, after the words first; none for what merely stands so.

    A date that another verb or noun may own ("an offensive launched on Monday", "announced on
    Monday the capture of TOWN") is nobody's.
    """
    if w.CAPTURE_OF.match(page.text, told.start, told.end):
        return When()
    names = page.actors_in(sentence.start, sentence.end)  # "the March 23 Movement"
    dated = [
        d for d in page.dates_in(sentence)
        if not d.expr.restated
        and not (
            page.text[d.expr.start : d.expr.end].endswith("ago")
            and _VAGUE.search(page.text, sentence.start, d.expr.start)
        )
        and (d.role != "speech" or _follows(page.text, told.end, d.expr.start))
        and not any(m.start <= d.expr.start < m.end for m in names)
    ]  # fmt: skip
    stands = told.state in ("held", "besieged")
    doing = w.GERUND.match(page.text, told.start)  # "after seizing TOWN, they on Monday …"
    after = [
        d for d in dated
        if d.expr.start >= told.start
        and d.expr.start - told.end < _CLOSE
        and not _BREAK.search(page.text[told.end : d.expr.start])
        and (stands or not _OTHERS.search(page.text[told.end : d.expr.start]))
        and (stands or doing is None or "," not in page.text[told.end : d.expr.start])
    ]  # fmt: skip
    if told.state == "held" and not any(
        w.SINCE.search(page.text, max(told.start, d.expr.start - 8), d.expr.end) for d in after
    ):
        return When()
    before = [
        d for d in dated
        if d.expr.end <= told.start
        and (
            (
                d.expr.start - sentence.start < _OPENING
                and not _OTHER_CLAUSE.search(page.text, d.expr.end, told.start)
            )
            or _leads(page.text, d.expr.end, told.start)
            or _opens_clause(page.text, sentence.start, d.expr.start, d.expr.end, told.start)
        )
    ]  # fmt: skip
    chosen = after[:1] or before[:1]
    return chosen[0].when if chosen else When()


def _follows(text: str, end: int, date: int) -> bool:
    """Whether a date stands right after what is told: "captured TOWN on Saturday, it said"."""
    return end <= date and _RIGHT_AFTER.fullmatch(text, end, date) is not None


def _opens_clause(text: str, start: int, date: int, end: int, verb: int) -> bool:
    """Whether a date opens the clause of the verb: "but on 1 May, the army recaptured"."""
    lead = _CLAUSE.search(text[start:date])
    return lead is not None and _FRONTED.fullmatch(text, end, verb) is not None


def _leads(text: str, end: int, verb: int) -> bool:
    """Whether a date stands between who acts and the verb: "the army on Sunday captured"."""
    return verb - end < _RIGHT_BEFORE and not _PARTED.search(text, end, verb)
