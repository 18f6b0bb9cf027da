"""Claims on counts and events, from what was read of one document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bearwitness.claims.actors import ActorMention
from bearwitness.claims.also_harmed import (
    added_to,
    settle_condition,
    settle_in_toll,
    settle_part,
    settle_single,
)
from bearwitness.claims.attribution import Attributions
from bearwitness.claims.coder_notes import find_coded_total
from bearwitness.claims.counts import (
    CountReading,
)
from bearwitness.claims.derive import Share, sum_of
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_phrases import is_trend
from bearwitness.claims.event_profile import Profile
from bearwitness.claims.event_types import (
    Trigger,
)
from bearwitness.claims.events import Story
from bearwitness.claims.other_causes import is_done_by_nature, names_an_accident
from bearwitness.claims.own_bounds import (
    counts_nobody_taken,
    is_own_period,
    own_day,
    own_place,
)
from bearwitness.claims.restating import shortens
from bearwitness.claims.scene import Scene
from bearwitness.claims.scope import clause_around
from bearwitness.claims.when import read_timeline
from bearwitness.claims.when_roles import Dated
from bearwitness.model import ids
from bearwitness.model.claim import MOVED, Casualty, Claim, Derived, Kind
from bearwitness.model.document import Anchor, Document
from bearwitness.model.span import Span
from bearwitness.text.sentences import Sentence

EXTRACTOR = "bearwitness.claims/9"
# "since it began three and a half years ago": the window is open from there on.
_SINCE = re.compile(
    r"\bsince\b(?:[^.;,]{0,40}|[^.;]{0,110}\b(?:began|begun|started|erupted|broke\s+out|beginning|"
    r"start|outbreak)\b[^.;,]{0,40})$"
    # "the invasion, which began in February, has killed thousands"
    r"|\b(?:which|that)\s+(?:began|started|erupted|broke\s+out|was\s+launched)\s+(?:\w+\s+)?$",
    re.I,
)
# "by August, 600,000 had fled": until then, and since when is not told.
_BY_THEN = re.compile(
    r"\bby\s+(?:the\s+end\s+of\s+|late\s+|early\s+|mid-?)?\w+(?:\s+\d{1,4})?(?:,?\s+\d{4})?$",
    re.I,
)
_SIDE_REACH = 40


@dataclass(slots=True)
class Reading:
    """What is known of one document while it is read.

    `text` is the document's with the lines of a sentence joined; every offset is the same.
    """

    document: Document
    text: str
    sentences: tuple[Sentence, ...]
    headline: frozenset[int]
    counts: dict[int, list[CountReading]]
    shares: dict[int, list[Share]]
    triggers: dict[int, list[Trigger]]
    told: dict[int, EventMention]
    attributions: Attributions
    anchor: Anchor
    scene: Scene | None = None

    @property
    def story(self) -> Story | None:
        """Its events, where it tells of violence."""
        return self.scene.story if self.scene is not None else None

    @property
    def named(self) -> tuple[ActorMention, ...]:
        """Its actors, where it tells of violence."""
        return self.scene.named if self.scene is not None else ()


def casualty_claims(reading: Reading, profiles: Mapping[int, Profile]) -> Sequence[Claim]:
    """The claims on counts, shares and sums of one document, in the order of its text."""
    claims: list[Claim] = []
    seen: dict[tuple[int | None, str], list[Claim]] = {}
    for sentence in reading.sentences:
        own = reading.counts.get(sentence.index, [])
        event = reading.told.get(sentence.index)
        made: dict[int, Claim] = {}
        for number, count in enumerate(own):
            mention = _event_of(reading, sentence, count, event)
            key = (mention.number if mention else None, count.casualty.outcome)
            before = [c for c in seen.get(key, ()) if not _in_headline(reading, c)]
            if count.rule == "victims" and not _killed_before(count, before):
                continue
            if counts_nobody_taken(reading.text, sentence, count):
                continue
            settled = settle_single(reading.text, sentence, count, before)
            if settled is None:
                continue
            settled = settle_part(settled, own, before)
            settled = settle_in_toll(reading.text, sentence, settled, before)
            hit = seen.get((key[0], "casualties"), ())
            settled = settle_condition(reading.text, sentence, settled, [*before, *hit])
            settled = _leads_fighters(reading, settled)
            side = _side(reading, sentence, settled)
            count = replace(settled, casualty=replace(settled.casualty, side=side))
            claim = _claim(
                reading, sentence, count.start, count.end, count.casualty, mention, profiles,
                count.casualty.outcome, count.hedge,
            )  # fmt: skip
            claim = _own_bounds(reading, sentence, count, claim)
            claims.append(claim)
            made[number] = claim
            more = None
            if count.list_id is None:
                more = _additional(reading, sentence, count, claim, mention, profiles, before)
            seen.setdefault(key, []).append(claim)
            if more is not None:
                claims.append(more)
                seen[key].append(more)
        for total, mention in _sums(reading, sentence, own, made, event, profiles):
            claims.append(total)
            if mention is None or total.casualty is None:
                continue
            told = seen.setdefault((mention.number, total.casualty.outcome), [])
            before = [c for c in told if not _in_headline(reading, c)]
            more = _additional(reading, sentence, own[0], total, mention, profiles, before)
            told.append(total)
            if more is not None:
                claims.append(more)
                told.append(more)
        claims.extend(_share_claims(reading, sentence, event, profiles, seen))
    return claims


# "Hours after six rebels were killed in X, a grenade hurt four in Y": the six are another event's.
_HOURS_AFTER = re.compile(
    r"\W*(?:(?:just|only|barely|less\s+than|more\s+than|about|some)\s+)*(?:(?:an?|one|two|three|four|"
    r"five|six|several|\d+)\s+)?(?:hours?|minutes?|days?|weeks?|months?)\s+after\b[^.;,]{10,160}"
    r"(?:,[^.;,]{2,40})?,",
    re.I,
)


def _event_of(
    reading: Reading, sentence: Sentence, count: CountReading, event: EventMention | None
) -> EventMention | None:
    """The event a count belongs to, None for a count of wider scope.

    It is the sentence's; of a title that tells two ("Strike kills six; rockets wound two"), the
    one of which the body gives that count.
    """
    if count.casualty.scope not in ("incident", "part"):
        return None
    earlier = _HOURS_AFTER.match(reading.text, sentence.start, sentence.end)
    if earlier is not None and count.end < earlier.end():
        return None
    if reading.story is not None:
        event = reading.story.event_at(sentence.index, count.start, event)
    if event is None:
        return None
    words = reading.text[sentence.start : sentence.end]
    if is_done_by_nature(words, count.start - sentence.start):
        return None
    a, b = clause_around(words, count.start - sentence.start, count.end - sentence.start)
    if b - a < len(words) and names_an_accident(words[a:b]):
        return None  # "Flood kills 14; insurgents attack convoy"
    if sentence.index not in reading.headline:
        return event
    holders = {
        mention.number: mention
        for index, mention in reading.told.items()
        if index not in reading.headline
        for c in reading.counts.get(index, ())
        if _is_told_again(count.casualty, c.casualty)
    }
    if event.number in holders or len(holders) != 1:
        return event
    return next(iter(holders.values()))


def _is_told_again(headline: Casualty, body: Casualty) -> bool:
    same = (headline.outcome, headline.low, headline.high) == (body.outcome, body.low, body.high)
    return same or shortens(headline, body)


def coded_total(
    reading: Reading, claims: Sequence[Claim], profiles: Mapping[int, Profile]
) -> list[Claim]:
    """A coder's note states its record's own total: the other counts become its parts."""
    main = profiles.get(0)
    names = tuple(
        n for n in (main.place.where.text, main.place.where.name) if n
    ) if main and main.place else ()  # fmt: skip
    coded = find_coded_total(reading.text, names)
    if coded is None or main is None:
        return list(claims)
    out: list[Claim] = []
    premises: list[str] = []
    for claim in claims:
        count = claim.casualty
        overlaps = claim.span.overlaps(coded.start, coded.end)
        if count is None or count.outcome != "killed" or count.statement is not None:
            out.append(claim)
            continue
        if overlaps and count.derived is not None:
            continue
        if overlaps:
            premises.append(claim.claim_id)
        out.append(replace(claim, detail=replace(count, subset=True)))
    sentence = next(
        s for s in reading.sentences if s.start <= coded.start < s.end or s is reading.sentences[-1]
    )
    share = coded.rule == "coded_share"
    casualty = Casualty(
        "killed", coded.value, coded.value, "exactly",
        derived=Derived("coded_share", tuple(sorted(premises))) if share else None,
    )  # fmt: skip
    end = min(coded.end, sentence.end)
    claim = _claim(
        reading, sentence, coded.start, end, casualty, main.mention, profiles,
        "coded_share:killed" if share else "coded:killed",
    )  # fmt: skip
    return [*out, claim]


def _in_headline(reading: Reading, claim: Claim) -> bool:
    span = reading.document.title_span
    return span is not None and span.overlaps(claim.span.start, claim.span.end)


def _killed_before(count: CountReading, before: Sequence[Claim]) -> bool:
    """Whether "20 victims" may be dead: the event has told of as many dead before."""
    told = max((c.casualty.low or 0 for c in before if c.casualty), default=0)
    return told >= (count.casualty.low or 0) > 0


def _claim(
    reading: Reading,
    sentence: Sentence,
    start: int,
    end: int,
    detail: Casualty | None,
    mention: EventMention | None,
    profiles: Mapping[int, Profile],
    discriminator: str,
    hedge: object = None,
    kind: Kind | None = None,
) -> Claim:
    text = reading.document.text
    speakers, told_hedge = reading.attributions.at(start, end)
    profile = profiles.get(mention.number) if mention else None
    kind = kind or ("displacement" if detail and detail.outcome == "displaced" else "casualty")
    claim = Claim(
        claim_id=ids.claim_id(reading.document.document_id, kind, start, end, discriminator),
        document_id=reading.document.document_id,
        kind=kind,
        span=Span.cut(text, start, end),
        sentence=Span.cut(text, sentence.start, sentence.end),
        extractor=EXTRACTOR,
        attribution=speakers,
        hedge=hedge or told_hedge,  # type: ignore[arg-type]
        detail=detail,
    )
    if profile is None or mention is None:
        return replace(claim, **_window(reading, sentence, (start, end), detail))
    return replace(
        claim,
        when=profile.when,
        where=profile.place.where if profile.place else None,
        by=profile.by,
        against=profile.against,
        event_type=profile.event_type,
        weapon=profile.weapon,
        mention=mention.number,
        background=mention.background,
    )


def _window(
    reading: Reading, sentence: Sentence, span: tuple[int, int], detail: Casualty | None
) -> dict[str, Any]:
    """Over what days and where a toll counts, as its own sentence says."""
    if detail is None or detail.scope not in ("window", "cumulative"):
        return {}
    text, story = reading.text, reading.story
    timeline = (
        story.timeline
        if story is not None
        else read_timeline(text, reading.sentences, reading.anchor, only=[sentence.index])
    )
    dates = timeline.dates.get(sentence.index, ())
    last = timeline.anchor.date

    def is_open(dated: Dated) -> bool:
        before = text[sentence.start : dated.expr.start]
        return dated.role == "open" or bool(_SINCE.search(before))

    spans = [
        replace(d.when, end=last) if is_open(d) else d.when
        for d in dates
        if (is_open(d) or d.when.precision not in ("day", "moment"))
        and not _BY_THEN.search(text[sentence.start : d.expr.end])
        and is_own_period(text, span, d.expr.start, d.expr.end)
    ]
    places = story.places_in.get(sentence.index, ()) if story is not None else ()
    told: dict[str, Any] = {}
    if len({(each.start, each.end) for each in spans}) == 1:
        told["when"] = spans[0]  # of two periods, which holds is not told
    where = own_place(text, span, detail.outcome, places, None)
    if where is not None:
        told["where"] = where
    return told


def _own_bounds(reading: Reading, sentence: Sentence, count: CountReading, claim: Claim) -> Claim:
    """A count of people displaced or detained with the day and place of its own clause alone."""
    story = reading.story
    if count.casualty.outcome not in MOVED or claim.mention is None or story is None:
        return claim
    dates = story.timeline.dates.get(sentence.index, ())
    places = story.places_in.get(sentence.index, ())
    span, outcome = (count.start, count.end), count.casualty.outcome
    return replace(
        claim,
        when=own_day(reading.text, sentence, span, dates, claim.when),
        where=own_place(reading.text, span, outcome, places, claim.where),
    )


_ARMED = ("state_force", "rebel", "militia")
_LEADS = re.compile(
    r"\b(?:leaders?|commanders?|chiefs?|emirs?|operatives?|members?|recruiters?|bomb-?makers?)\b",
    re.I,
)


def _leads_fighters(reading: Reading, count: CountReading) -> CountReading:
    """A person told as leader or member of a listed armed group is one of its fighters."""
    if count.casualty.status == "combatant" or count.casualty.statement is not None:
        return count
    if not count.singular or not _LEADS.search(reading.text, count.start, count.end):
        return count
    if any(
        m.kind in ("rebel", "militia")
        and not m.actor_id.startswith("gen-")
        and count.start <= m.start < count.end
        for m in reading.named
    ):
        return replace(count, casualty=replace(count.casualty, status="combatant"))
    return count


def _side(reading: Reading, sentence: Sentence, count: CountReading) -> str | None:
    """The armed side that the people counted belong to: "nine Islamic State fighters"."""
    if count.casualty.status != "combatant":
        return None
    near = [
        m
        for m in reading.named
        if count.start - 2 <= m.start < min(sentence.end, count.end + _SIDE_REACH)
        and m.kind in _ARMED
    ]
    if not near and count.rule == "toll":  # "the number of dead soldiers stands at 50"
        near = [
            m
            for m in reading.named
            if max(sentence.start, count.start - _SIDE_REACH) <= m.start < count.start
            and m.kind in _ARMED
        ][-1:]
    return near[0].name if near else None


def _additional(
    reading: Reading,
    sentence: Sentence,
    count: CountReading,
    claim: Claim,
    mention: EventMention | None,
    profiles: Mapping[int, Profile],
    before: Sequence[Claim],
) -> Claim | None:
    """The sum, where "another three were killed later" adds to the count told before."""
    last = added_to(reading.text, sentence, count, claim, before) if mention else None
    if last is None or last.casualty is None or claim.casualty is None:
        return None
    total = sum_of(
        [last.casualty, claim.casualty], "sum_of_additional", [last.claim_id, claim.claim_id]
    )
    return _claim(
        reading, sentence, claim.span.start, claim.span.end, total, mention, profiles,
        f"sum_of_additional:{total.outcome}",
    )  # fmt: skip


def _sums(
    reading: Reading,
    sentence: Sentence,
    counts: Sequence[CountReading],
    made: Mapping[int, Claim],
    event: EventMention | None,
    profiles: Mapping[int, Profile],
) -> list[tuple[Claim, EventMention | None]]:
    """Lists without a total ("a policeman and two civilians died") add up, to their own event's."""
    out: list[tuple[Claim, EventMention | None]] = []
    lists: dict[int, list[int]] = {}
    for number, count in enumerate(counts):
        if count.list_id is not None and count.parent is None and number in made:
            lists.setdefault(count.list_id, []).append(number)
    for members in lists.values():
        parts = [counts[n].casualty for n in members]
        if len(members) < 2 or any(p.scope not in ("incident", "part") for p in parts):
            continue
        if all(p.low is None and p.high is None for p in parts):
            continue
        if len({made[n].mention for n in members}) > 1:
            continue
        casualty = sum_of(parts, "sum_of_parts", [made[n].claim_id for n in members])
        if all(counts[n].rule.endswith("among") for n in members):
            casualty = replace(casualty, subset=True)
        own = _event_of(reading, sentence, counts[members[0]], event)
        claim = _claim(
            reading, sentence, counts[members[0]].start, counts[members[-1]].end, casualty, own,
            profiles, f"sum_of_parts:{casualty.outcome}",
        )  # fmt: skip
        out.append((_own_bounds(reading, sentence, counts[members[0]], claim), own))
    return out


def _share_claims(
    reading: Reading,
    sentence: Sentence,
    event: EventMention | None,
    profiles: Mapping[int, Profile],
    seen: Mapping[tuple[int | None, str], Sequence[Claim]],
) -> list[Claim]:
    """A share is a claim without a number; with the total it is a share of, a derived one."""
    out: list[Claim] = []
    words = reading.text[sentence.start : sentence.end]
    trend = is_trend(words)
    event = None if trend else event
    for share in reading.shares.get(sentence.index, ()):
        start, end = sentence.start + share.start, sentence.start + share.end
        found = None if trend else _whole_of(reading, share, event, seen)
        whole, mention = found if found else (None, event)
        outcome = share.outcome or (
            whole.casualty.outcome if whole and whole.casualty else "killed"
        )
        own = share.casualty(outcome)
        claim = _claim(reading, sentence, start, end, own, mention, profiles, f"share:{outcome}")
        out.append(claim)
        if whole is None or whole.casualty is None or whole.casualty.low is None:
            continue
        low = share.of(whole.casualty.low)
        exact = not share.more and whole.casualty.qualifier == "exactly"
        derived = replace(
            own,
            low=low,
            high=low if exact else None,
            qualifier="about" if exact else "at_least",
            derived=Derived("share_of_total", tuple(sorted((whole.claim_id, claim.claim_id)))),
        )
        out.append(
            _claim(
                reading,
                sentence,
                start,
                end,
                derived,
                mention,
                profiles,
                f"share_of_total:{outcome}",
            )
        )
    return out


def _whole_of(
    reading: Reading,
    share: Share,
    event: EventMention | None,
    seen: Mapping[tuple[int | None, str], Sequence[Claim]],
) -> tuple[Claim, EventMention] | None:
    """The nearest total told before: of this event, of the body before the headline."""
    events = {m.number: m for m in reading.told.values()}
    order = [event.number] if event else []
    order += [n for n in sorted(events, reverse=True) if n not in order]
    outcomes = [share.outcome] if share.outcome else ["killed", "injured"]
    for outcome in outcomes:
        for number in order:
            totals = [
                c
                for c in seen.get((number, str(outcome)), ())
                if c.casualty and c.casualty.low and not c.casualty.subset
                and not c.casualty.superseded and c.casualty.status == "any"
            ]  # fmt: skip
            if totals:
                body = [c for c in totals if not _in_headline(reading, c)]
                return (body or totals)[-1], events[number]
    return None


def event_claims(reading: Reading, profiles: Mapping[int, Profile]) -> Sequence[Claim]:
    """One claim for each event on the words that tell it best, body before headline."""
    out: list[Claim] = []
    for profile in profiles.values():
        mention = profile.mention
        triggers = sorted(
            mention.triggers,
            key=lambda t: (t.sentence_index in reading.headline, -t.strength, t.start),
        )
        if not triggers:
            continue
        best = triggers[0]
        sentence = reading.sentences[best.sentence_index]
        out.append(
            _claim(
                reading,
                sentence,
                best.start,
                best.end,
                None,
                mention,
                profiles,
                best.sub_event_type or best.event_type,
                kind="event",
            )
        )
    return out
