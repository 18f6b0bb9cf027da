"""The events that a document has told so far, and which of them a place or a toll is of."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_phrases import RECALLED
from bearwitness.claims.event_places import distance_km, is_elsewhere, may_be_one
from bearwitness.claims.event_signs import same_days
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import EventTime
from bearwitness.text.sentences import Sentence

_SAME_PLACE_KM = 30.0
_CITY, _DIVISION = 4, 2


class ToldEvents:
    """What was told of each event before a sentence.

    Attributes:
        sentences: of the document, in order.
        headline: indices of the title's sentences.
        mentions: its events, in the order told.
        numbers: outcomes and numbers of the people counted, by sentence.
    """

    def __init__(self, sentences: Sequence[Sentence], headline: frozenset[int]) -> None:
        """Start before the first sentence."""
        self.sentences = sentences
        self.headline = headline
        self.mentions: list[EventMention] = []
        self.numbers: dict[int, set[tuple[str, int]]] = {}

    def told_of(self, mention: EventMention) -> set[tuple[str, int]]:
        """Outcomes and numbers told of an event so far."""
        return {t for i in mention.sentences for t in self.numbers.get(i, ())}

    def last(self) -> EventMention:
        """The event told of last, background or not."""
        return max(self.mentions, key=lambda m: m.sentences[-1])

    def named_before(
        self, place: PlaceMention | None, current: EventMention
    ) -> EventMention | None:
        """Another event than the one at hand, told of the very town that a sentence names."""
        if place is None or place.specificity < _CITY or place.role != "in_phrase":
            return None
        if current.place is not None and current.place.where.name == place.where.name:
            return None
        for mention in reversed(self.mentions):
            told = mention.place if mention.explicit_place else None
            if told is not None and told.where.name == place.where.name:
                return mention
        return None

    def told_apart(
        self, time: EventTime | None, place: PlaceMention | None, current: EventMention, words: str
    ) -> EventMention | None:
        """An event told before, of the same days and place, that "in a separate attack" means."""
        if place is None or RECALLED.search(words):
            return None
        for mention in reversed(self.mentions):
            if mention is current or not mention.explicit_place or not self.near(mention, place):
                continue
            if is_elsewhere(place, mention.place):
                continue
            if mention.place is not None and mention.place.specificity < _DIVISION:
                continue  # a country holds both towns
            if time is None or mention.time is None or not mention.explicit_time:
                return mention
            if same_days(mention.time.when, time.when):
                return mention
        return None

    def placed_by_title(self, mention: EventMention) -> bool:
        """Whether the place known so far stands in the title, which may name a wider one."""
        place = mention.place
        return place is not None and any(
            self.sentences[i].start <= place.start < self.sentences[i].end for i in self.headline
        )

    def near(self, mention: EventMention, place: PlaceMention | None) -> bool:
        """Whether a place may be that of an event told before."""
        if place is None or mention.place is None or not mention.explicit_place:
            return True
        if place.role != "in_phrase" or place.specificity < _DIVISION:
            return True
        if place.specificity < 4 or mention.place.specificity < 4:
            return may_be_one(place.where.country, mention.place.where.country) and (
                _DIVISION not in (place.specificity, mention.place.specificity)
                or self.placed_by_title(mention)
                or may_be_one(place.where.adm1, mention.place.where.adm1)
            )
        away = distance_km(mention.place.where, place.where)
        same_name = place.where.name == mention.place.where.name
        return away is None or away <= _SAME_PLACE_KM or same_name
