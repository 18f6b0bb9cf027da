"""Where, when and among whom a document's events lie: each looked up when first asked for.

Places and actors take most of the time that a report takes, and most reports of a stream, though
they use words of violence, tell of nothing for which they are needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property

from bearwitness.claims.actors import ActorIndex, ActorMention
from bearwitness.claims.attribution import Attributions
from bearwitness.claims.events import Story
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.when import Timeline, comparable, read_timeline
from bearwitness.model.document import Anchor
from bearwitness.text.sentences import Sentence

_HOME = 0.6


class Scene:
    """What tells the events of one document apart."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        headline: frozenset[int],
        anchor: Anchor,
        actors: ActorIndex,
        attributions: Attributions,
        find_places: Callable[[], Sequence[PlaceMention]],
    ) -> None:
        """Keep what is read when asked for.

        Args:
            text: the document's text as the readers read it.
            sentences: of it, furniture left out.
            headline: indices of the title's sentences.
            anchor: the day its relative dates are reckoned from.
            actors: the list of actors.
            attributions: its speakers; where they speak from is no place of an event.
            find_places: looks its places up.
        """
        self._text = text
        self._sentences = sentences
        self._headline = headline
        self._anchor = anchor
        self._actors = actors
        self._attributions = attributions
        self._find_places = find_places

    @cached_property
    def places(self) -> list[PlaceMention]:
        """The places it names."""
        return [
            replace(p, role="speaker_location")
            if self._attributions.speaks_from(p.start, p.end)
            else p
            for p in self._find_places()
        ]

    @cached_property
    def timeline(self) -> Timeline:
        """Its dates."""
        return comparable(read_timeline(self._text, self._sentences, self._anchor))

    @cached_property
    def story(self) -> Story:
        """Its events, told once `Story.tell` was called."""
        return Story(self._text, self._sentences, self.timeline, self.places, self._headline)

    @cached_property
    def named(self) -> tuple[ActorMention, ...]:
        """The actors it names."""
        return tuple(self._actors.find(self._text, self._sentences, _home(self.places)))


def _home(places: Sequence[PlaceMention]) -> str | None:
    """Country that most of a document's places lie in, None where none has a clear majority."""
    lie_in = [p.where.country for p in places if p.where.country and p.role != "dateline"]
    counts = {country: lie_in.count(country) for country in sorted(set(lie_in))}
    best = max(counts, key=lambda c: counts[c], default=None)
    return best if best is not None and counts[best] > _HOME * len(lie_in) else None
