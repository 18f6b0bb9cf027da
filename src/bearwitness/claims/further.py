"""What reports record besides casualties: the page that the further readers read, and their order.

Each reader (statements.py, meetings.py, control.py, transfers.py) has a gate of its own; places,
dates and actors of a document are looked up only where a reader past its gate asks for them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from bearwitness.claims.actors import ActorIndex, ActorMention
from bearwitness.claims.attribution import Attributions, attribute
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import read_timeline
from bearwitness.claims.when_roles import Dated
from bearwitness.model import ids
from bearwitness.model.claim import Actor, Claim, Detail, Hedge, Kind, Speaker, When, Where
from bearwitness.model.document import Anchor, Document
from bearwitness.model.span import Span
from bearwitness.text.sentences import Sentence

EXTRACTOR = "bearwitness.claims.further/1"
_TOWN = 3  # specificity of second-order divisions and populated places
_CONTEXT = 6  # places told before that speak for a country
_UNDATED = frozenset(("duration", "recurring"))


# The dateline of a report: a place in capitals, at most a date and an agency, a dash.
_DATELINE = re.compile(
    r"\s*[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,2}(?:,\s+[A-Z][\w.’' ]{1,40}?)?"
    r"(?:,?\s+(?:\d{1,2}|[A-Z][a-z]{2,8}\.?|[A-Z]{3})){0,3}"
    r"(?:\s*\(\w[^()]{1,30}\))?(?:\s+(?:—|–|--?)\s+|\s+[—–](?=[A-Z])|\s*--\s*)(?:\[\w+\]\s*)?|"
    r"\s*[A-Z][A-Z.'’ -]+\([^()]{5,70}\d{4}\)\s+|"
    r"\s*[A-Z][\w ]{2,30},\s+\d{1,2}\s+[A-Z][a-z]+\s+\d{4}\s*(?:\([A-Za-z /]+\)\s*)?[-–—]+\s"
)


class Page:
    """One document with what its further readers need, each read when first asked for."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        actors: ActorIndex,
        anchor: Anchor,
        find_places: Callable[[Sequence[tuple[int, int]] | None], Sequence[PlaceMention]],
        attributions: Attributions | None = None,
        named: Callable[[], Sequence[ActorMention]] = tuple,
    ) -> None:
        """Keep what is known already.

        Args:
            document: the document.
            sentences: of it, furniture left out.
            actors: the list of actors.
            anchor: the day its relative dates are reckoned from.
            find_places: looks its places up; given spans, takes just those for places.
            attributions: its speakers, where they were read before.
            named: gives its actors, where they were read before.
        """
        self.document = document
        self.text = document.text
        self.sentences = sentences
        self.actors = actors
        self._anchor = anchor
        self._find_places = find_places
        self._attributions = attributions
        self._named = named
        self._dates: dict[int, tuple[Dated, ...]] = {}

    @cached_property
    def low(self) -> str:
        """The text in lower case, for gates; offsets hold, since length is kept."""
        low = self.text.lower()
        return low if len(low) == len(self.text) else "".join(_lowered(c) for c in self.text)

    @cached_property
    def attributions(self) -> Attributions:
        """Who says what."""
        if self._attributions is not None:
            return self._attributions
        return attribute(self.text, self.sentences, self.actors, publisher=self.document.publisher)

    @cached_property
    def named(self) -> Sequence[ActorMention]:
        """The actors that the document names."""
        known = self._named()
        if known:
            return known
        return self.actors.find(self.text, self.sentences)

    @cached_property
    def places(self) -> Sequence[PlaceMention]:
        """The places that it names, and where else the names of its towns stand."""
        found = list(self._find_places(None))
        taken = {p.start for p in found}
        towns: dict[str, PlaceMention] = {}
        for place in found:
            if place.specificity >= _TOWN and place.role != "dateline":
                towns.setdefault(self.text[place.start : place.end], place)
        for name in sorted(towns):
            for m in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.text):
                inside = any(s.start <= m.start() < s.end for s in self.document.furniture)
                if m.start() not in taken and not inside:
                    taken.add(m.start())
                    found.append(replace(towns[name], start=m.start(), end=m.end(), role=None))
        told = {(p.where.place_id, p.where.country) for p in found if p.where.place_id is not None}
        home = {a.country for a in self.named if a.country}
        kept = [p for p in found if not self._is_stray(p, told, home)]
        return tuple(sorted(kept, key=lambda p: (p.start, p.end)))

    def _is_stray(
        self, place: PlaceMention, told: set[tuple[int, str | None]], home: set[str]
    ) -> bool:
        """Whether a place has another name than is written, in a country told of nowhere else."""
        where, written = place.where, self.text[place.start : place.end]
        if where.place_id is None or place.specificity < _TOWN or self.actors.capital(written):
            return False
        others = home | {country for each, country in told if each != where.place_id and country}
        return (
            bool(others) and where.country not in others and _folded(written) != _folded(where.name)
        )

    def name_places(self, spans: Sequence[tuple[int, int]]) -> None:
        """Take words for places where a reader's own rule says so and a gazetteer knows them."""
        known = list(self.places)
        fresh = [s for s in spans if not any(p.start < s[1] and s[0] < p.end for p in known)]
        if not fresh:
            return
        context = [(p.start, p.end) for p in known if p.where.place_id is not None][:_CONTEXT]
        wanted = set(fresh)
        resolved = self._find_places(sorted({*fresh, *context}))
        countries = {p.where.country for p in known if p.where.place_id is not None}
        countries |= {a.country for a in self.named if a.country}
        known += [
            p
            for p in resolved
            if (p.start, p.end) in wanted
            and p.where.place_id is not None
            and _fits(p, self.text[p.start : p.end], countries)
        ]
        self.places = tuple(sorted(known, key=lambda p: (p.start, p.end)))

    def words(self, sentence: Sentence) -> str:
        """The words of a sentence."""
        return self.text[sentence.start : sentence.end]

    def opening(self, sentence: Sentence) -> int:
        """Where a sentence begins once its dateline is left out."""
        dateline = _DATELINE.match(self.text, sentence.start, sentence.end)
        return dateline.end() if dateline else sentence.start

    def is_headline(self, sentence: Sentence) -> bool:
        """Whether a sentence belongs to the title; of a text on one line, only the first does."""
        span = self.document.title_span
        if span is None or not span.overlaps(sentence.start, sentence.end):
            return False
        return span.end - span.start <= _LONGEST_TITLE or sentence.start == span.start

    @cached_property
    def body(self) -> str:
        """The text after its title."""
        span = self.document.title_span
        titled = span is not None and span.end - span.start <= _LONGEST_TITLE
        return self.text[span.end :] if span is not None and titled else self.text

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """Places named within these offsets."""
        return [p for p in self.places if start <= p.start and p.end <= end]

    def actors_in(self, start: int, end: int) -> list[ActorMention]:
        """Actors named within these offsets."""
        return [m for m in self.named if start <= m.start and m.end <= end]

    def dates_in(self, sentence: Sentence) -> tuple[Dated, ...]:
        """Dates of one sentence, durations aside."""
        if sentence.index not in self._dates:
            read = read_timeline(self.text, self.sentences, self._anchor, only=[sentence.index])
            found = read.dates.get(sentence.index, ())
            self._dates[sentence.index] = tuple(d for d in found if d.expr.kind not in _UNDATED)
        return self._dates[sentence.index]

    @property
    def has_day(self) -> bool:
        """Whether the day of the document is known."""
        return self._anchor.date is not None

    def is_past(self, day: date) -> bool:
        """Whether a day lies before the document's own."""
        return self._anchor.date is not None and day < self._anchor.date

    def claim(  # noqa: PLR0913
        self,
        kind: Kind,
        sentence: Sentence,
        span: tuple[int, int],
        detail: Detail,
        discriminator: str = "",
        *,
        when: When | None = None,
        where: Where | None = None,
        by: Actor | None = None,
        against: Actor | None = None,
        attribution: tuple[Speaker, ...] | None = None,
        hedge: Hedge | None = None,
        confidence: float = 0.8,
    ) -> Claim:
        """A claim on text[span]; who says it is looked up unless given."""
        start, end = span
        if attribution is None:
            attribution, told = self.attributions.at(start, end)
            hedge = hedge or told
        return Claim(
            claim_id=ids.claim_id(self.document.document_id, kind, start, end, discriminator),
            document_id=self.document.document_id,
            kind=kind,
            span=Span.cut(self.text, start, end),
            sentence=Span.cut(self.text, sentence.start, sentence.end),
            extractor=EXTRACTOR,
            attribution=attribution,
            hedge=hedge,
            when=when or When(),
            where=where,
            by=by,
            against=against,
            detail=detail,
            confidence=confidence,
        )


def _lowered(character: str) -> str:
    """One character in lower case, itself where its lower case is longer."""
    low = character.lower()
    return low if len(low) == 1 else character


def _fits(place: PlaceMention, written: str, countries: set[str | None]) -> bool:
    """Whether a name may mean a place: of that name, in a country told of, or a city."""
    population = place.place.population if place.place is not None else 0
    near = alike(written, place.where.name)
    if countries and place.where.country not in countries:
        return near and population >= _LARGE and place.where.name == written
    return near or _well_known(place)


def _well_known(place: PlaceMention) -> bool:
    """Whether a place is big enough for another of its names to be meant."""
    return place.place is not None and place.place.population >= _BIG


def alike(written: str, name: str) -> bool:
    """Whether a gazetteer's name is nearly the one written: no far-fetched spelling will do."""
    pairs = ((w, n) for w in _folded(written).split() for n in _folded(name).split())
    return any(SequenceMatcher(None, w, n).ratio() >= _LIKE for w, n in pairs)


def _folded(name: str) -> str:
    """A name in lower case, without accents."""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(c for c in parts if not unicodedata.combining(c))


_LIKE = 0.72
_LONGEST_TITLE = 300  # characters
_BIG = 20_000  # inhabitants
_LARGE = 200_000
_SPACE = re.compile(r"\s+")
_EDGES = " \t\n,;:.-–—\"'“”‘’()"


def plain(words: str) -> str:
    """Words on one line, without marks at their ends."""
    return _SPACE.sub(" ", words).strip(_EDGES)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Offsets without white space and loose marks at the ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end


def actor_of(mention: ActorMention | None) -> Actor | None:
    """A mention as a side."""
    if mention is None:
        return None
    return Actor(mention.name, mention.actor_id or None, mention.text)
