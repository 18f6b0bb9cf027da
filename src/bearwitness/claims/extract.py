"""Stage 3: what one document claims about who was killed or hurt, where, when and by whom.

`Extractor.extract` reads one document:

1. sentences, furniture left out; a cheap gate keeps those that can hold a claim;
2. counts, denials and shares of each (counts.py, denials.py, derive.py);
3. words of violence, dates and places (event_types.py, when.py, places.py);
4. the events that the document tells, and which sentence speaks of which (events.py);
5. who is said to have said each (attribution.py), and the sides (actors.py);
6. claims, each with its span, and derived claims with their premises.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bearwitness.claims.actors import ActorIndex
from bearwitness.claims.attribution import Attributions, attribute
from bearwitness.claims.coder_notes import find_coded_total
from bearwitness.claims.counts import (
    OUTCOME_GATE,
    CountReading,
    header_outcome,
    is_bullet,
    read_counts,
)
from bearwitness.claims.cues import is_title_case
from bearwitness.claims.derive import Share, find_shares, sum_of
from bearwitness.claims.event_profile import Profile
from bearwitness.claims.event_types import (
    VIOLENCE_GATE,
    Trigger,
    find_triggers,
    incident_likelihood,
)
from bearwitness.claims.events import EventMention, Story, is_trend
from bearwitness.claims.places import Gazetteer, find_places
from bearwitness.claims.scope import goes_on_tallying, is_month_item, tally_scope
from bearwitness.claims.when import read_timeline
from bearwitness.model import ids
from bearwitness.model.claim import Casualty, Claim, Derived, Kind, Outcome, Scope, When
from bearwitness.model.document import Anchor, Document
from bearwitness.model.span import Span
from bearwitness.text.sentences import Sentence, segment

_TELLING = 0.85
_EVENT_DAYS = 1
_NOTE_TOKENS = 160
_HEAD_SENTENCES = 4
_ABDUCTION = "Abduction/forced disappearance"
EXTRACTOR = "bearwitness.claims/1"
_LANGUAGES = ("en", "und")


@dataclass(slots=True)
class _Reading:
    """What is known of one document while it is read."""

    document: Document
    sentences: tuple[Sentence, ...]
    headline: frozenset[int]
    counts: dict[int, list[CountReading]]
    shares: dict[int, list[Share]]
    triggers: dict[int, list[Trigger]]
    told: dict[int, EventMention]
    attributions: Attributions


class Extractor:
    """Reads claims out of documents; holds the gazetteer and the actor list."""

    version = EXTRACTOR

    def __init__(self, gazetteer: Gazetteer, actors: ActorIndex | None = None) -> None:
        """Keep what every document needs."""
        self.gazetteer = gazetteer
        self.actors = actors or ActorIndex.load()

    def extract(self, document: Document, anchor: Anchor | None = None) -> tuple[Claim, ...]:
        """The claims of one document, sorted by id.

        Args:
            document: a document; one in a language that is not read gives no claims.
            anchor: the day its relative dates are reckoned from, where lineage lends one.
        """
        if document.language not in _LANGUAGES or not document.text.strip():
            return ()
        text = document.text
        if not OUTCOME_GATE.search(text) and not VIOLENCE_GATE.search(text):
            return ()
        skip = [(s.start, s.end) for s in document.furniture]
        sentences = segment(text, skip)
        headline = _headline(document, sentences)
        counts = _read_all(text, sentences, headline)
        shares = {
            s.index: found for s in sentences if (found := find_shares(text[s.start : s.end]))
        }
        triggers: dict[int, list[Trigger]] = {}
        all_triggers = find_triggers(text, sentences)
        for trigger in all_triggers:
            if trigger.negative is None and not _is_in_name(sentences, trigger):
                triggers.setdefault(trigger.sentence_index, []).append(trigger)
        if not counts and not triggers:
            return ()
        nature = incident_likelihood(text, sentences, all_triggers)
        if not nature.is_incident and not counts:
            return ()
        reading = _Reading(
            document, sentences, headline, counts, shares, triggers, {},
            attribute(text, sentences, self.actors, publisher=document.publisher),
        )  # fmt: skip
        profiles: dict[int, Profile] = {}
        if nature.is_incident:
            profiles = self._tell(reading, skip, anchor or document.anchor)
        claims = _coded_total(reading, _casualty_claims(reading, profiles), profiles)
        claims.extend(_event_claims(reading, profiles))
        unique = {c.claim_id: c for c in claims}
        return tuple(unique[k] for k in sorted(unique))

    def _tell(
        self, reading: _Reading, skip: Sequence[tuple[int, int]], anchor: Anchor
    ) -> dict[int, Profile]:
        """Find the document's events; fill in which sentence speaks of which."""
        document, sentences, text = reading.document, reading.sentences, reading.document.text
        places = find_places(
            text,
            self.gazetteer,
            skip=skip,
            dateline=(document.dateline_span.start, document.dateline_span.end)
            if document.dateline_span
            else None,
        )
        timeline = read_timeline(text, sentences, anchor)
        story = Story(text, sentences, timeline, places, reading.headline)
        told = story.tell(reading.counts, reading.triggers)
        kept = {m.number for m in story.mentions if _is_incident(m, story, reading)}
        reading.told.update({i: m for i, m in told.items() if m.number in kept})
        named = self.actors.find(text, sentences)
        return {
            m.number: Profile.of(m, story, text, sentences, named, self.actors, reading.headline)
            for m in story.mentions
            if m.number in kept
        }


def _is_in_name(sentences: Sequence[Sentence], trigger: Trigger) -> bool:
    """Whether a word of violence is part of a name ("Raqqa is Being Slaughtered Silently")."""
    tokens = sentences[trigger.sentence_index].tokens
    at = next((i for i, t in enumerate(tokens) if t.start <= trigger.start < t.end), 0)
    return (
        at > 0
        and tokens[at].is_capitalised
        and tokens[at - 1].is_word
        and not is_title_case(tokens)
        and any(t.is_capitalised and t.is_word for t in tokens[max(1, at - 2) : at])
    )


def _is_incident(mention: EventMention, story: Story, reading: _Reading) -> bool:
    """Whether a mention tells of an incident, and not of a campaign, a toll or a topic.

    A count of people settles it. Without one, a note may tell its event in a sentence; a longer
    report must say with strong words when and where it happened.
    """
    opens = mention.explicit_time or min(mention.sentences) < _HEAD_SENTENCES
    if any(
        _founds(c, opens, mention) for i in mention.sentences for c in reading.counts.get(i, ())
    ):
        return True
    when = mention.time.when if mention.time else When()
    if (
        when.start is not None
        and when.end is not None
        and (when.end - when.start).days > _EVENT_DAYS
    ):
        return False
    if sum(len(s.tokens) for s in reading.sentences) < _NOTE_TOKENS:
        return True
    strong = any(t.strength >= _TELLING for t in mention.triggers)
    return strong and mention.explicit_time and mention.explicit_place


def _founds(count: CountReading, opens: bool, mention: EventMention) -> bool:
    """Whether a count by itself makes an incident of a mention.

    Persons told without a number, vague words and people held do so only where the text opens
    with them or dates them; what is denied or not known does not.
    """
    casualty = count.casualty
    if casualty.scope not in ("incident", "part") or casualty.statement is not None:
        return False
    if casualty.outcome == "displaced":
        return False
    if casualty.outcome == "detained":
        return opens and any(t.sub_event_type == _ABDUCTION for t in mention.triggers)
    firm = casualty.low is not None or casualty.high is not None
    return opens or (firm and count.rule != "unnumbered")


def _read_all(
    text: str, sentences: Sequence[Sentence], headline: frozenset[int]
) -> dict[int, list[CountReading]]:
    """Counts by sentence; the items of a list take the outcome that its header announces."""
    counts: dict[int, list[CountReading]] = {}
    listed: Outcome | None = None
    tally: Scope | None = None
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        if listed is not None and not is_bullet(words):
            listed = None
        found = read_counts(text, sentence, headline=sentence.index in headline, listed=listed)
        own = tally_scope(words)
        if is_month_item(words):
            found = _widened(found, "window")
        elif tally is not None and (listed is not None or goes_on_tallying(words)):
            found = _widened(found, tally)
            own = own or tally
        tally = own or (tally if header_outcome(words) else None)
        if found:
            counts[sentence.index] = found
        listed = header_outcome(words) or listed
    return counts


def _widened(counts: Sequence[CountReading], scope: Scope) -> list[CountReading]:
    """Counts of one sentence, of the window that an earlier sentence tells."""
    return [
        replace(c, casualty=replace(c.casualty, scope=scope))
        if c.casualty.scope == "incident"
        else c
        for c in counts
    ]


def _headline(document: Document, sentences: Sequence[Sentence]) -> frozenset[int]:
    span = document.title_span
    if span is None:
        return frozenset()
    return frozenset(s.index for s in sentences if span.overlaps(s.start, s.end))


def _casualty_claims(reading: _Reading, profiles: Mapping[int, Profile]) -> Sequence[Claim]:
    claims: list[Claim] = []
    seen: dict[tuple[int | None, str], list[Claim]] = {}
    for sentence in reading.sentences:
        own = reading.counts.get(sentence.index, [])
        event = reading.told.get(sentence.index)
        made: dict[int, Claim] = {}
        for number, count in enumerate(own):
            mention = event if count.casualty.scope in ("incident", "part") else None
            key = (mention.number if mention else None, count.casualty.outcome)
            before = [c for c in seen.get(key, ()) if not _in_headline(reading, c)]
            if count.rule == "victims" and not _killed_before(count, before):
                continue
            settled = _settle_single(count, before)
            if settled is None:
                continue
            count = settled
            claim = _claim(
                reading, sentence, count.start, count.end, count.casualty, mention, profiles,
                count.casualty.outcome, count.hedge,
            )  # fmt: skip
            claims.append(claim)
            made[number] = claim
            seen.setdefault(key, []).append(claim)
        claims.extend(_sums(reading, sentence, own, made, event, profiles))
        claims.extend(_share_claims(reading, sentence, event, profiles, seen))
    return claims


def _coded_total(
    reading: _Reading, claims: Sequence[Claim], profiles: Mapping[int, Profile]
) -> list[Claim]:
    """A coder's note states its record's own total: the other counts become its parts."""
    main = profiles.get(0)
    names = tuple(
        n for n in (main.place.where.text, main.place.where.name) if n
    ) if main and main.place else ()  # fmt: skip
    coded = find_coded_total(reading.document.text, names)
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


def _in_headline(reading: _Reading, claim: Claim) -> bool:
    span = reading.document.title_span
    return span is not None and span.overlaps(claim.span.start, claim.span.end)


def _killed_before(count: CountReading, before: Sequence[Claim]) -> bool:
    """Whether "20 victims" may be dead: the event has told of as many dead before."""
    told = max((c.casualty.low or 0 for c in before if c.casualty), default=0)
    return told >= (count.casualty.low or 0) > 0


def _settle_single(count: CountReading, before: Sequence[Claim]) -> CountReading | None:
    """A single person told again ("the man", a name) is part of the count told before."""
    if not count.singular or not before:
        return count
    if count.definite and "named" not in count.casualty.attributes:
        return None
    if "named" in count.casualty.attributes:
        return replace(count, casualty=replace(count.casualty, subset=True, scope="part"))
    return count


def _claim(
    reading: _Reading,
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
        return claim
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


def _sums(
    reading: _Reading,
    sentence: Sentence,
    counts: Sequence[CountReading],
    made: Mapping[int, Claim],
    event: EventMention | None,
    profiles: Mapping[int, Profile],
) -> list[Claim]:
    """Lists without a total ("a policeman and two civilians died") add up."""
    out: list[Claim] = []
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
        casualty = sum_of(parts, "sum_of_parts", [made[n].claim_id for n in members])
        out.append(
            _claim(
                reading,
                sentence,
                counts[members[0]].start,
                counts[members[-1]].end,
                casualty,
                event,
                profiles,
                f"sum_of_parts:{casualty.outcome}",
            )
        )
    return out


def _share_claims(
    reading: _Reading,
    sentence: Sentence,
    event: EventMention | None,
    profiles: Mapping[int, Profile],
    seen: Mapping[tuple[int | None, str], Sequence[Claim]],
) -> list[Claim]:
    """A share is a claim without a number; with the total it is a share of, a derived one."""
    out: list[Claim] = []
    words = reading.document.text[sentence.start : sentence.end]
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
    reading: _Reading,
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


def _event_claims(reading: _Reading, profiles: Mapping[int, Profile]) -> Sequence[Claim]:
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
