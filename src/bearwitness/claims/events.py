"""Which event each sentence of a report speaks of, and when and where that event was.

A report tells one event, mostly, and recalls others. Sentences that tell of violence are read in
order; one opens a new event where its date, its place or its words ("in a separate attack") say
so, and goes on with the event before it otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from bearwitness.claims.counts import CountReading, is_bullet
from bearwitness.claims.event_clauses import clauses
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_phrases import (
    ANAPHOR,
    ANOTHER,
    BESIDE,
    DIED_OF_WOUNDS,
    LAST_YEAR,
    RECALLED,
    SAID_OF_IT,
    SAME_SPOT,
    SEPARATE,
    TOLD_THAT_IT_WAS,
    ZONE_RESTATED,
    is_trend,
)
from bearwitness.claims.event_places import (
    begins_elsewhere,
    fits_better,
    is_elsewhere,
    is_there,
    is_told_there,
    place_of_the_head,
    tells_where,
    town_told_from,
)
from bearwitness.claims.event_signs import (
    in_another_country,
    is_coarse,
    is_far_above,
    is_long_before,
    is_of_another_day,
    is_of_days,
    numbered,
    same_days,
    tolls,
)
from bearwitness.claims.event_spots import Spots
from bearwitness.claims.event_types import Trigger
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.recalled import (
    is_dated_item,
    opens_second,
    recalled_event,
    tells_running_count,
    told_of_its_doer,
    without_meanwhile,
)
from bearwitness.claims.round_ups import RoundUp
from bearwitness.claims.told_events import ToldEvents
from bearwitness.claims.when import EventTime, Timeline, event_time, is_fictive, surest
from bearwitness.text.sentences import Sentence

# A report's own event, whose day it does not tell, is hardly so many days old.
_WELL_BEFORE = timedelta(days=10)
# How sure a day is that is reckoned from another event's.
_RECKONED = 0.6
# Below this the words may date the moment of saying.
_SURE = 0.5
_DISTRICT, _DIVISION = 3, 2


class Story(ToldEvents):
    """Reads a document's sentences in order and assigns each to an event."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        timeline: Timeline,
        places: Sequence[PlaceMention],
        headline: frozenset[int],
    ) -> None:
        """Index the document.

        Args:
            text: the document's text.
            sentences: of it, in order.
            timeline: its dates.
            places: its places.
            headline: indices of the title's sentences.
        """
        super().__init__(sentences, headline)
        self.text = text
        self.timeline = timeline
        self._apart: dict[int, list[tuple[int, EventMention]]] = {}
        self._tolls: dict[tuple[str, int | None, int | None], EventMention] = {}
        self._bare: EventMention | None = None
        restated = [(m.start(), m.end()) for m in ZONE_RESTATED.finditer(text)]
        told = [p for p in places if not any(a <= p.start < b for a, b in restated)]
        self.spots = Spots(text, sentences, told)
        self.places_in = self.spots.places_in
        self.round_up = RoundUp(text, sentences, {})

    def tell(
        self,
        counts: Mapping[int, Sequence[CountReading]],
        triggers: Mapping[int, Sequence[Trigger]],
    ) -> dict[int, EventMention]:
        """Sentence index to the event it speaks of."""
        out: dict[int, EventMention] = {}
        current: EventMention | None = None
        self.round_up = RoundUp(self.text, self.sentences, counts)
        for sentence in self.sentences:
            own_counts = [
                c
                for c in counts.get(sentence.index, ())
                if c.casualty.scope in ("incident", "part")
            ]
            own_triggers = list(triggers.get(sentence.index, ()))
            tallied = bool(counts.get(sentence.index)) and not own_counts
            opened = current is not None and not self._is_headline_only(current)
            if tallied and opened and not ANAPHOR.match(
                self.text[sentence.start : sentence.end]
            ):  # fmt: skip
                own_triggers = []  # "police have killed 190 militants this year"
            if not own_counts and not own_triggers:
                if current is not None and tells_where(self.text, sentence.start):
                    self._tell_where(sentence, current)
                if current is not None:
                    self.round_up.note(sentence, current.number)
                continue
            for clause in clauses(
                self.text, sentence, own_counts, own_triggers,
                self.places_in.get(sentence.index, ()),
            ):  # fmt: skip
                counted = [c for c in own_counts if clause.start <= c.start < clause.end]
                worded = [t for t in own_triggers if clause.start <= t.start < clause.end]
                apart = clause.start > sentence.start
                worded = worded or (own_triggers if apart else [])
                if not counted and not worded:
                    continue
                bare = self._bare if counted and not apart else None
                mention = self._just_recalled(clause, counted, worded, current, bare)
                mention = mention or self._assign(clause, counted, worded, current, apart=apart)
                if mention is None:
                    continue
                self.round_up.note(clause, mention.number)
                self.numbers.setdefault(sentence.index, set()).update(numbered(counted))
                self._bare = mention if mention.background and not numbered(counted) else None
                if sentence.index in out:
                    self._apart.setdefault(sentence.index, []).append((clause.start, mention))
                else:
                    out[sentence.index] = mention
                for toll in tolls(counted):
                    self._tolls.setdefault(toll, mention)
                if not mention.background:
                    current = mention
        self._forget_recalled_days(out)
        for mention in self.mentions:
            mention.time = surest(mention.times) or surest(mention.borrowed) or mention.time
            if is_fictive(self.timeline):
                mention.times, mention.explicit_time = [], False
        return out

    def _forget_recalled_days(self, told: Mapping[int, EventMention]) -> None:
        """Reckon days anew where an event took its day from a sentence on another one recalled."""
        recalled = {i for i, m in told.items() if m.background and i not in self._apart} | {
            i for i, parts in self._apart.items() if any(m.background for _, m in parts)
        }
        dates = {i: d for i, d in self.timeline.dates.items() if i not in recalled}
        lean = replace(self.timeline, dates=dates)
        for mention in self.mentions:
            lent = [t for t in mention.borrowed if t.sentence in recalled]
            if mention.background or mention.times or not lent:
                continue
            again = [event_time(lean, i, self.sentences[i].start) for i in mention.sentences]
            mention.borrowed = [t for t in again if t.when.start is not None]
            mention.time = surest(mention.borrowed)

    def _tell_where(self, sentence: Sentence, current: EventMention) -> None:
        """Reads "The incident happened in X on Monday": where and when the event told of lies."""
        time = event_time(self.timeline, sentence.index, sentence.start, sentence.end)
        explicit = time.sentence == sentence.index and time.when.basis not in ("anchor", "none")
        place = self.spots.place_of(sentence, sentence.start)
        self._join(current, sentence, time, explicit, place, (), settles=True)

    @property
    def parted(self) -> frozenset[int]:
        """Indices of the sentences that tell of several events, a clause each."""
        return frozenset(self._apart)

    def event_at(
        self, index: int, at: int, of_sentence: EventMention | None
    ) -> EventMention | None:
        """The event that the words at an offset speak of: the sentence's, or its clause's own."""
        own = [m for start, m in self._apart.get(index, ()) if start <= at]
        return own[-1] if own else of_sentence

    def _just_recalled(
        self,
        sentence: Sentence,
        counts: Sequence[CountReading],
        triggers: Sequence[Trigger],
        current: EventMention | None,
        bare: EventMention | None,
    ) -> EventMention | None:
        """The earlier event that the sentence before recalled without its dead, told here."""
        if bare is None or current is None or bare.sentences[-1] != sentence.index - 1:
            return None
        words = self.text[sentence.start : sentence.end]
        at = counts[0].start
        time = event_time(self.timeline, sentence.index, at, counts[0].end)
        place = self.spots.place_of(sentence, at)
        own_day = time.sentence == sentence.index and time.when.basis != "anchor"
        told = self.told_of(current)
        numbers = numbered(counts)
        if (
            own_day
            or ANAPHOR.match(words)
            or SEPARATE.search(words)
            or not self.near(bare, place)
            or numbers & told
            or not {o for o, _ in numbers} & {o for o, _ in told}
        ):
            return None
        self._join(bare, sentence, time, False, place, triggers)
        return bare

    def words_of(self, mention: EventMention, index: int) -> Sentence:
        """The sentence, or the clauses of it that speak of the event where it tells of several."""
        sentence = self.sentences[index]
        parts = self._apart.get(index, ())
        if not parts:
            return sentence
        own = [start for start, m in parts if m is mention]
        if not own:
            return replace(sentence, end=parts[0][0])
        after = [start for start, _ in parts if start > own[-1]]
        return replace(sentence, start=own[0], end=after[0] if after else sentence.end)

    # --- one sentence ------------------------------------------------------------------------

    def _assign(
        self,
        sentence: Sentence,
        counts: Sequence[CountReading],
        triggers: Sequence[Trigger],
        current: EventMention | None,
        *,
        apart: bool = False,
    ) -> EventMention | None:
        words = self.text[sentence.start : sentence.end]
        at = counts[0].start if counts else triggers[0].start
        end = counts[0].end if counts else triggers[0].end
        whole = self.sentences[sentence.index]
        within = (sentence.start, sentence.end) if sentence.end < whole.end else None
        time = event_time(self.timeline, sentence.index, at, end, within)
        explicit = (
            time.sentence == sentence.index
            and time.when.start is not None
            and time.when.basis != "anchor"
        )
        time, explicit = self.round_up.dated(sentence, self.timeline, time, explicit)
        place = self.spots.place_of(sentence, at)
        if not counts and self._is_of_many_towns(sentence, current):
            place = None
        if current is not None and not triggers and is_there(place, current.place):
            words = without_meanwhile(words)
        again = self._same_spot(sentence, place)
        if again is not None:
            current, place = again, again.place
        recalled = self._recalled(sentence, at, time, explicit, place, current) if current else None
        if recalled is not None:
            mention = self._open(sentence, *recalled, triggers, words, background=True)
            return mention
        told = current is not None and not self._is_headline_only(current)
        if told and is_dated_item(words):
            return self._item(sentence, time, explicit, place, triggers, words)
        next_day = time if explicit else None
        if current is not None and told and self.round_up.opens_next(sentence, current, next_day):
            when = time if explicit else current.time or time
            return self._open(sentence, when, explicit, place, triggers, words)
        if current is not None and told and DIED_OF_WOUNDS.search(words):
            self._join(current, sentence, time, False, None, triggers)
            return current
        anaphor = bool(ANAPHOR.match(words) or SAID_OF_IT.match(words)) and not RECALLED.search(
            LAST_YEAR.sub("", words)
        )
        if anaphor and current is not None:
            last = self.last()
            if last.background and in_another_country(place, current.place):
                current = last  # "The attack killed 90 people in Benin": the one just recalled
                if in_another_country(place, last.place):
                    last.place, last.explicit_place = place, True
            self._join(current, sentence, time, explicit, place, triggers, settles=True)
            return current
        again = None if explicit or apart else self._toll_again(counts, place, current)
        if again is not None and not SEPARATE.search(words):
            self._join(again, sentence, time, False, place, triggers)
            return again
        trend = is_trend(words) and not (explicit and TOLD_THAT_IT_WAS.search(words))
        if not counts and not explicit and current is not None and not trend:
            other = self.named_before(place, current)
            if other is not None:
                self._join(other, sentence, time, False, place, triggers)
                return other
        spot = place
        if (
            not counts
            and current is not None
            and (
                self.spots.lists_towns(sentence)
                or (
                    sentence.index > current.sentences[0] + 3
                    and current.place is not None
                    and current.place.specificity > _DIVISION
                )
            )
        ):
            place = None
        if not counts and (trend or (self.mentions and not explicit)):
            # violence told without a count joins the event at hand, or is a trend
            if current is not None and not trend and not SEPARATE.search(words):
                self._join(current, sentence, time, explicit, place, triggers)
                return current
            if self.mentions:
                return None
        if current is None:
            return self._open(sentence, time, explicit, place, triggers, words)
        if self._is_headline_only(current):
            self._join(current, sentence, time, explicit, place, triggers)
            return current
        past = (
            explicit
            and (
                is_coarse(time.when)
                or is_long_before(time.when, current.time)
                or self._counts_others(counts, time, current)
            )
            and not tells_running_count(words)
        )
        if past and not current.explicit_time and current.time and current.time.when.start:
            # a dated report's own event is of its day; a mere year told later is another event's
            return self._open(sentence, time, explicit, place, triggers, words, background=True)
        dated = time if explicit else None
        first = end - sentence.start if counts and place is None else len(words)
        if apart or self._tells_another(place, current, words[:first]):
            known = self.told_apart(dated, place, current, words)
        else:
            known = self._known(dated, place, current, words)
            main = self.mentions[0]
            wide = place is None or place.specificity < _DIVISION
            if known is current and wide and dated is None and is_far_above(
                numbered(counts), self.told_of(current), self.told_of(main)
            ):  # fmt: skip
                known = main
        if known is not None:
            self._join(known, sentence, time, explicit, place, triggers)
            return known
        return self._open(sentence, time, explicit, spot, triggers, words)

    def _recalled(
        self,
        sentence: Sentence,
        at: int,
        time: EventTime,
        explicit: bool,
        place: PlaceMention | None,
        current: EventMention,
    ) -> tuple[EventTime, bool, PlaceMention | None] | None:
        """When and where the earlier event was that the words from `at` on recall, if any."""
        words = self.text[sentence.start : sentence.end]
        earlier = recalled_event(words)
        if earlier is not None and at >= sentence.start + earlier.start:
            base = self.last() if earlier.of_last else current
            day = base.time.when.start if base.time else None
            place = current.place if earlier.there and place is None else place
            return EventTime(earlier.when(day), _RECKONED, sentence.index), True, place
        dated = explicit and not is_of_days(current, time)
        if self.told_of(current) and told_of_its_doer(words, at - sentence.start, dated):
            return time, explicit, place
        return None

    def _counts_others(
        self, counts: Sequence[CountReading], time: EventTime, current: EventMention
    ) -> bool:
        """Whether a day well before the report's own comes with other dead than its event's."""
        main, then = current.time, time.when.end
        if main is None or main.when.basis != "anchor" or main.when.start is None or then is None:
            return False
        told = [(c.casualty.outcome, c.casualty.low, c.casualty.high) for c in counts]
        others = all(self._tolls.get(toll) is not current for toll in told)
        several = any((low or 0) > 1 for _, low, _ in told)
        return several and others and main.when.start - then > _WELL_BEFORE

    def _is_of_many_towns(self, sentence: Sentence, current: EventMention | None) -> bool:
        """Whether a sentence lists towns, and the event has a town or division of its own."""
        town = current is not None and current.place is not None and (
            current.place.specificity >= _DIVISION
        )  # fmt: skip
        return town and self.spots.lists_towns(sentence)

    def _item(
        self,
        sentence: Sentence,
        time: EventTime,
        explicit: bool,
        place: PlaceMention | None,
        triggers: Sequence[Trigger],
        words: str,
    ) -> EventMention:
        """The event of a dated item: one told of that very day and place, else one of its own."""
        for mention in reversed(self.mentions if explicit else ()):
            if mention.explicit_time and mention.time and self.near(mention, place) and (
                same_days(mention.time.when, time.when)
            ):  # fmt: skip
                self._join(mention, sentence, time, True, place, triggers)
                return mention
        return self._open(sentence, time, explicit, place, triggers, words, background=True)

    def _toll_again(
        self,
        counts: Sequence[CountReading],
        place: PlaceMention | None,
        current: EventMention | None,
    ) -> EventMention | None:
        """The event before the one at hand whose toll a sentence repeats, number for number."""
        told = {id(m): m for toll in tolls(counts) if (m := self._tolls.get(toll)) is not None}
        if current is None or len(told) != 1:
            return None
        again = next(iter(told.values()))
        return again if again is not current and self.near(again, place) else None

    def _same_spot(self, sentence: Sentence, place: PlaceMention | None) -> EventMention | None:
        """The event at whose spot this one fell ("the same street"): which told of it before."""
        found = SAME_SPOT.search(self.text, sentence.start, sentence.end)
        if found is None or not self.mentions or (place is not None and place.role == "in_phrase"):
            return None
        spot = re.compile(rf"\b{re.escape(found.group('spot'))}\b", re.I)
        for mention in reversed(self.mentions):
            told = [self.sentences[i] for i in mention.sentences]
            if any(spot.search(self.text, s.start, s.end) for s in told):
                return mention
        return self.mentions[0]

    def _tells_another(self, place: PlaceMention | None, current: EventMention, words: str) -> bool:
        """Whether a sentence says that it tells of another event than the one at hand."""
        marked = bool(ANOTHER.search(words)) or is_bullet(words)
        return (
            bool(SEPARATE.search(words) or BESIDE.match(words))
            or (len(self.mentions) == 1 and opens_second(words))
            or (
                not self.placed_by_title(current)
                and begins_elsewhere(self.text, words, place, current.place)
            )
            or (marked and is_elsewhere(place, current.place))
        )

    def _known(
        self,
        time: EventTime | None,
        place: PlaceMention | None,
        current: EventMention,
        words: str,
    ) -> EventMention | None:
        """The event at hand or an earlier one that the sentence goes on with, if any."""
        if time is not None:
            for mention in [current, *reversed(self.mentions)]:
                if not mention.explicit_time or mention.time is None:
                    continue
                if mention.background and mention.time.when.start is None:
                    continue  # "last month" of a report that no day is known of
                if same_days(mention.time.when, time.when) and self.near(mention, place):
                    if ANOTHER.search(words) and is_elsewhere(place, mention.place, _DISTRICT):
                        continue
                    return mention
            if (
                current.explicit_time
                and current.time is not None
                and (not same_days(current.time.when, time.when))
            ):
                return None
            if is_of_another_day(current, time):
                return None
        if not self.near(current, place):
            for mention in reversed(self.mentions):
                if mention.explicit_place and self.near(mention, place):
                    return mention
            last = self.last()
            return None if last is current or last.explicit_place else last
        if time is None and RECALLED.search(words) and (
            place is None or is_elsewhere(place, current.place)
        ):  # fmt: skip
            return None
        return current

    def _is_headline_only(self, mention: EventMention) -> bool:
        """Whether only the title has told the event yet: the lead tells the same one."""
        return mention.number == 0 and all(i in self.headline for i in mention.sentences)

    def _open(
        self,
        sentence: Sentence,
        time: EventTime,
        explicit: bool,
        place: PlaceMention | None,
        triggers: Sequence[Trigger],
        words: str,
        *,
        background: bool = False,
    ) -> EventMention:
        mention = EventMention(len(self.mentions))
        self.mentions.append(mention)
        self._join(mention, sentence, time, explicit, place, triggers)
        main = self.mentions[0]
        recalled = bool(RECALLED.search(words))
        earlier = self._is_earlier(mention, main) and not self.round_up.goes_through
        mention.background = background or (mention is not main and (recalled or earlier))
        return mention

    def _is_earlier(self, mention: EventMention, main: EventMention) -> bool:
        if mention.time is None or main.time is None:
            return False
        a, b = mention.time.when.end, main.time.when.start
        return a is not None and b is not None and a < b - timedelta(days=2)

    def _join(
        self,
        mention: EventMention,
        sentence: Sentence,
        time: EventTime,
        explicit: bool,
        place: PlaceMention | None,
        triggers: Sequence[Trigger],
        *,
        settles: bool = False,
    ) -> None:
        mention.sentences.append(sentence.index)
        mention.triggers.extend(triggers)
        if explicit and time.confidence >= _SURE:
            mention.times.append(time)
        elif time.when.start is not None and time.when.basis != "anchor":
            mention.borrowed.append(time)
        if explicit and (
            not mention.explicit_time
            or mention.time is None
            or settles
            or time.confidence > mention.time.confidence + 0.2
            or all(i in self.headline for i in mention.sentences[:-1])
        ):
            mention.time, mention.explicit_time = time, True
        elif mention.time is None:
            mention.time = time
        if place is not None and (
            mention.place is None
            or not mention.explicit_place
            or fits_better(place, mention.place, self.placed_by_title(mention))
            or (settles and is_told_there(self.text, sentence.start, place, mention.place))
        ):
            mention.place, mention.explicit_place = place, True

    def place_for(self, mention: EventMention) -> PlaceMention | None:
        """The event's place; for the main event, failing all else, what the text's head names."""
        if mention.number != 0 and not (self.round_up.goes_through and mention.place is None):
            return mention.place
        told = [self.places_in.get(s.index, []) for s in self.sentences]
        if mention.place is None:
            return place_of_the_head(self.text, told)
        return town_told_from(self.text, mention.place, told) or mention.place
