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

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.actors import ActorIndex, ActorMention
from bearwitness.claims.attribution import attribute
from bearwitness.claims.casualty_claims import (
    EXTRACTOR,
    Reading,
    casualty_claims,
    coded_total,
    event_claims,
)
from bearwitness.claims.counts import (
    OUTCOME_GATE,
    CountReading,
    header_outcome,
    is_bullet,
    read_counts,
)
from bearwitness.claims.cues import is_title_case
from bearwitness.claims.derive import find_shares
from bearwitness.claims.event_profile import Profile
from bearwitness.claims.event_types import (
    VIOLENCE_GATE,
    Trigger,
    find_triggers,
    incident_likelihood,
)
from bearwitness.claims.figure_again import told_again
from bearwitness.claims.folded import with_folded
from bearwitness.claims.further import Page
from bearwitness.claims.further_readers import (
    read_further,
    tells_of_conflict,
    tells_of_talks,
)
from bearwitness.claims.gapped import with_gapped
from bearwitness.claims.hit_in_all import with_hit_in_all
from bearwitness.claims.languages import is_read
from bearwitness.claims.none_died import hurt_where_none_died
from bearwitness.claims.opening_matter import (
    Matter,
    beside_the_matter,
    is_counted_in_matter,
    opening_matter,
)
from bearwitness.claims.ordinals import with_ranks
from bearwitness.claims.other_causes import (
    names_an_accident,
    tells_no_event,
    tells_of_a_downing,
)
from bearwitness.claims.places import Gazetteer, PlaceMention, find_places
from bearwitness.claims.restating import restating
from bearwitness.claims.resumed import with_resumed
from bearwitness.claims.scene import Scene
from bearwitness.claims.scope import (
    Tally,
    adds_to_item,
    goes_on_tallying,
    is_month_item,
    is_tally_item,
)
from bearwitness.claims.told_by_age import with_sums_by_age
from bearwitness.claims.told_incidents import is_incident, may_tell_an_incident
from bearwitness.claims.totals_over_events import lists_of_one_event, totals_over_events
from bearwitness.claims.when import without_fictive
from bearwitness.model.claim import Claim, Outcome, Scope
from bearwitness.model.document import Anchor, Document
from bearwitness.text.sentences import Sentence, segment, unwrapped

_GROUPS = ("rebel", "militia")


class Extractor:
    """Reads claims out of documents; holds the gazetteer and the actor list."""

    version = EXTRACTOR

    def __init__(
        self, gazetteer: Gazetteer, actors: ActorIndex | None = None, *, further: bool = True
    ) -> None:
        """Keep what every document needs.

        Args:
            gazetteer: where places are looked up.
            actors: the list of actors, the shipped one unless given.
            further: whether statements, meetings, control and transfers are read too.
        """
        self.gazetteer = gazetteer
        self.actors = actors or ActorIndex.load()
        self._reads_further = further

    def extract(self, document: Document, anchor: Anchor | None = None) -> tuple[Claim, ...]:
        """The claims of one document, sorted by id.

        Args:
            document: a document; one in a language that is not read gives no claims.
            anchor: the day its relative dates are reckoned from, where lineage lends one.
        """
        if not is_read(document.language) or not document.text.strip():
            return ()
        low = document.text.lower()
        harm_told = bool(OUTCOME_GATE.search(low) or VIOLENCE_GATE.search(low))
        further = tells_of_conflict(low, violent=False) or tells_of_talks(low)
        if not harm_told and not (self._reads_further and further):
            return ()
        skip = [(s.start, s.end) for s in document.furniture]
        sentences = segment(document.text, skip)
        if not harm_told:
            return self._further_alone(document, sentences, skip, anchor)
        text = unwrapped(document.text, sentences)
        headline = _headline(document, sentences)
        violent = find_triggers(text, sentences)
        day = (anchor or document.anchor).date
        matter = opening_matter(text, sentences, violent, day)
        counts = _read_all(text, sentences, headline, matter)
        shares = {
            s.index: found for s in sentences if (found := find_shares(text[s.start : s.end]))
        }
        triggers: dict[int, list[Trigger]] = {}
        all_triggers = beside_the_matter(text, sentences, violent, matter, day)
        for trigger in all_triggers:
            if trigger.negative is None and not _is_in_name(sentences, trigger):
                triggers.setdefault(trigger.sentence_index, []).append(trigger)
        if not counts and not triggers:
            return self._further_alone(document, sentences, skip, anchor)
        tells_violence = (
            any(t.negative is None and (counts or _tells(text, t)) for t in all_triggers)
            and incident_likelihood(text, sentences, all_triggers).is_incident
        )
        if not tells_violence and not counts:
            return self._further_alone(document, sentences, skip, anchor)
        speakers = attribute(text, sentences, self.actors, publisher=document.publisher)
        reading = Reading(
            document,
            text,
            sentences,
            headline,
            counts,
            shares,
            triggers,
            {},
            speakers,
            anchor or document.anchor,
        )
        profiles: dict[int, Profile] = {}
        if tells_violence:
            reading.scene = Scene(
                text, sentences, headline, anchor or document.anchor, self.actors, speakers,
                lambda: self._places(document, sentences, skip),
            )  # fmt: skip
            if may_tell_an_incident(reading):
                profiles = self._tell(reading, reading.scene, matter)
        counted = with_sums_by_age(reading.text, casualty_claims(reading, profiles))
        told = coded_total(reading, counted, profiles)
        claims = restating(told, document.title_span)
        claims.extend(event_claims(reading, profiles))
        if self._reads_further:
            claims.extend(self._further(reading, skip, anchor or document.anchor))
        unique = {c.claim_id: replace(c, when=without_fictive(c.when)) for c in claims}
        return tuple(unique[k] for k in sorted(unique))

    def _further(
        self, reading: Reading, skip: Sequence[tuple[int, int]], anchor: Anchor
    ) -> list[Claim]:
        """Statements, meetings, control and transfers."""
        document = reading.document

        def places(named: Sequence[tuple[int, int]] | None) -> list[PlaceMention]:
            if reading.story is None or named is not None:
                return self._places(document, reading.sentences, skip, named)
            return [p for found in reading.story.places_in.values() for p in found]

        page = Page(
            document, reading.sentences, self.actors, anchor, places,
            reading.attributions, lambda: reading.named,
        )  # fmt: skip
        return read_further(page)

    def _further_alone(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        skip: Sequence[tuple[int, int]],
        anchor: Anchor | None,
    ) -> tuple[Claim, ...]:
        """What a report on a conflict records where it tells of no incident and counts nobody."""
        text = document.text
        if not self._reads_further or not (tells_of_conflict(text) or tells_of_talks(text)):
            return ()
        text = unwrapped(document.text, sentences)
        reading = Reading(
            document, text, sentences, frozenset(), {}, {}, {}, {},
            attribute(text, sentences, self.actors, publisher=document.publisher),
            anchor or document.anchor,
        )  # fmt: skip
        found = self._further(reading, skip, anchor or document.anchor)
        return tuple(sorted(found, key=lambda c: c.claim_id))

    def _places(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        skip: Sequence[tuple[int, int]],
        named: Sequence[tuple[int, int]] | None = None,
    ) -> list[PlaceMention]:
        """The places of a document, without the names of offices and bodies."""
        span = document.dateline_span
        actors = self.actors.find(document.text, sentences)
        groups = [a for a in actors if a.kind in _GROUPS]
        agencies = [a for a in actors if a.kind == "agency" and a.text.isupper()]  # SANA, no Sanaa
        places = find_places(
            document.text,
            self.gazetteer,
            toponyms=named,
            skip=[*skip, *((a.start, a.end) for a in (*groups, *agencies))],
            dateline=(span.start, span.end) if span else None,
            fought_in=_fought_in(groups),
        )
        return [p for p in places if not _is_body(p)]

    def _tell(self, reading: Reading, scene: Scene, matter: Matter | None) -> dict[int, Profile]:
        """Find the document's events; fill in which sentence speaks of which."""
        story = scene.story
        told = story.tell(_of_violence(reading, matter), reading.triggers)
        reading.counts.update(lists_of_one_event(reading.counts, story, told))
        widened = totals_over_events(reading.counts, story, told)
        reading.counts.update(widened)
        summed = {told[i].number for i in widened}
        summed -= {
            event.number
            for i, m in told.items()
            for c in reading.counts.get(i, ())
            if _counts_people([c]) and (event := story.event_at(i, c.start, m)) is not None
        }
        kept = {m.number for m in story.mentions if is_incident(m, story, reading)} - summed
        reading.told.update({i: m for i, m in told.items() if m.number in kept})
        return {
            m.number: Profile.of(
                m, story, reading.text, reading.sentences, scene.named, reading.headline,
            )
            for m in story.mentions
            if m.number in kept
        }  # fmt: skip


def _of_violence(reading: Reading, matter: Matter | None) -> dict[int, list[CountReading]]:
    """Counts by sentence, less those of an accident or a storm that the report also tells of."""
    if tells_of_a_downing(reading.text):
        return reading.counts

    def is_beside(index: int) -> bool:
        if index in reading.triggers:
            return False
        sentence = next(s for s in reading.sentences if s.index == index)
        words = reading.text[sentence.start : sentence.end]
        return is_counted_in_matter(words, matter) or names_an_accident(words)

    return {i: found for i, found in reading.counts.items() if not is_beside(i)}


def _tells(text: str, trigger: Trigger) -> bool:
    """Whether a word of violence tells of an event where nobody is counted."""
    return not tells_no_event(text[trigger.start : trigger.end])


def _counts_people(counts: Sequence[CountReading]) -> bool:
    """Whether a sentence counts people of one event."""
    return any(c.casualty.scope in ("incident", "part") for c in counts)


def _fought_in(actors: Sequence[ActorMention]) -> dict[str, float]:
    """Countries of the armed groups that a document names, each group counted once."""
    weights = Counter({a.actor_id: a.country for a in actors if a.country}.values())
    return {country: float(weights[country]) for country in sorted(weights)}


_BODIES = frozenset(
    """department ministry council agency party army forces force front brigade court university
    hospital office bureau committee commission police association union news network centre center
    movement organisation organization group company battalion division corps""".split()
)


def _is_body(place: PlaceMention) -> bool:
    """Whether an unplaced name is that of an office or a body ("State Department")."""
    words = (place.where.text or place.where.name).lower().split()
    return place.where.place_id is None and bool(words) and words[-1] in _BODIES


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


def _read_all(
    text: str,
    sentences: Sequence[Sentence],
    headline: frozenset[int],
    matter: Matter | None = None,
) -> dict[int, list[CountReading]]:
    """Counts by sentence; the items of a list take the outcome that its header announces."""
    counts: dict[int, list[CountReading]] = {}
    listed: Outcome | None = None
    before: list[CountReading] = []
    previous: tuple[Sentence, list[CountReading]] | None = None
    tally = Tally()
    item = False
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        if listed is not None and not is_bullet(words):
            listed = None
        found = read_counts(text, sentence, headline=sentence.index in headline, listed=listed)
        found = told_again(words, sentence, found, before)
        found = with_gapped(words, sentence, with_folded(words, sentence, found))
        found = with_resumed(text, sentence, found, previous)
        previous = sentence, found
        dead = {c.casualty.low for own in counts.values() for c in own if _is_of_dead(c)}
        found = with_ranks(words, sentence, found, dead)
        before = found or before
        header = header_outcome(words)
        of_month = is_month_item(words) and not any(c.singular and c.parent is None for c in found)
        item = of_month or is_tally_item(words) or (item and adds_to_item(words))
        goes_on = not item and (listed is not None or goes_on_tallying(words))
        if item:
            found = _widened(found, "window")
        elif found and matter == "statistics" and is_counted_in_matter(words, matter):
            found = _widened(found, "cumulative")
        elif found and goes_on and (scope := tally.scope()) is not None:
            found = _widened(found, scope)
        tally.add(words, goes_on or header is not None)
        if found:
            counts[sentence.index] = found
        listed = header or listed
    return hurt_where_none_died(with_hit_in_all(text, sentences, counts))


def _is_of_dead(count: CountReading) -> bool:
    return count.casualty.outcome == "killed" and count.casualty.scope == "incident"


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
