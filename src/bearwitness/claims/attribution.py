"""Who is said to have said what: the attribution of any span of a document.

A span is attributed only where its source stands in the same sentence, or where it stands inside
a quotation whose speaker is known; everything else is the report's own voice. Pronouns and short
forms ("he", "the Observatory", "its director") are resolved within the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from bearwitness.claims.actors import ActorIndex
from bearwitness.claims.hedges import hedge_at
from bearwitness.claims.quotations import Quotation, quotations
from bearwitness.claims.speakers_cues import Cue, find_cues
from bearwitness.claims.speakers_resolve import Referents, ends_in_brackets
from bearwitness.model.claim import Hedge, Speaker
from bearwitness.text.sentences import Sentence

_MAX_CHAIN = 3


@dataclass(frozen=True, slots=True)
class _Voice:
    """A resolved speaker and the offsets it speaks over."""

    speaker: Speaker
    scope: tuple[int, int]
    verb: int
    channel: Speaker | None
    hedged: str | None


class Attributions:
    """All attributions of one document; see `at`.

    Speakers are told apart sentence after sentence, from the first on. That is done when a span is
    first asked for in whose sentence somebody may speak, and most documents are never asked.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], actors: ActorIndex, publisher: str | None
    ) -> None:
        """Keep what is read when asked for; see `attribute`."""
        self.text = text
        self.sentences = tuple(sentences)
        self._starts = [s.start for s in self.sentences]
        self._actors = actors
        self._publisher = publisher
        self._cues: dict[int, list[Cue]] = {}

    @cached_property
    def voices(self) -> tuple[tuple[_Voice, ...], ...]:
        """Of each sentence, whom it names as speaking."""
        referents = Referents(self.text, self._actors, self._publisher)
        found: list[tuple[_Voice, ...]] = []
        for sentence in self.sentences:
            cues = [
                c
                for c in self._cues_of(sentence)
                if not _quotes_itself(sentence, c, self._quotations)
            ]
            voices = [_voice(sentence, cue, referents) for cue in cues]
            credit = referents.closing_credit(sentence)
            if credit is not None:
                whole = (sentence.start, sentence.end)
                voices.append(_Voice(credit, whole, sentence.end, None, None))
            referents.note_mentions(sentence)
            found.append(tuple(voices))
        return tuple(found)

    @cached_property
    def quotes(self) -> tuple[tuple[Quotation, _Voice | None], ...]:
        """The quotations, each with its speaker where one is known."""
        return tuple(_speakers_of_quotes(self.text, self._quotations, self.sentences, self.voices))

    @cached_property
    def _quotations(self) -> list[Quotation]:
        return quotations(self.text, self.sentences)

    def _cues_of(self, sentence: Sentence) -> list[Cue]:
        if sentence.index not in self._cues:
            self._cues[sentence.index] = find_cues(sentence)
        return self._cues[sentence.index]

    def _names_a_speaker(self, sentence: Sentence) -> bool:
        """Whether a sentence may; found without reading the sentences before it."""
        return bool(self._cues_of(sentence)) or ends_in_brackets(self.text, sentence)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or None between sentences."""
        i = bisect_right(self._starts, offset) - 1
        if i < 0 or offset >= self.sentences[i].end:
            return None
        return self.sentences[i]

    def speaks_from(self, start: int, end: int) -> bool:
        """Whether text[start:end] is part of a speaker's words ("a resident of Raqqa said")."""
        sentence = self.sentence_at(start)
        return (
            sentence is not None
            and self._names_a_speaker(sentence)
            and any(
                v.speaker.start <= start and end <= v.speaker.end
                for v in self.voices[sentence.index]
            )
        )

    def at(self, start: int, end: int) -> tuple[tuple[Speaker, ...], Hedge | None]:
        """Who is said to have said text[start:end], nearest first, and the hedge.

        An empty tuple is the report's own voice.
        """
        sentence = self.sentence_at(start)
        if sentence is None:
            return (), None
        chain: list[Speaker] = []
        hedge: str | None = None
        for voice in self._speaking_at(sentence, start, end):
            hedge = hedge or voice.hedged
            for speaker in (voice.speaker, voice.channel):
                if speaker is not None and all(speaker.name != s.name for s in chain):
                    chain.append(speaker)
        found = hedge_at(self.text, sentence, start, end)
        if found is not None and not (found == "denied" and hedge == "denied"):
            hedge = found
        return tuple(chain[:_MAX_CHAIN]), cast("Hedge | None", hedge)

    def _speaking_at(self, sentence: Sentence, start: int, end: int) -> list[_Voice]:
        """Whose words text[start:end] are: in the sentence, nearest first, then by quotation."""
        out: list[_Voice] = []
        if self._names_a_speaker(sentence):
            out = [
                v
                for v in self.voices[sentence.index]
                if v.scope[0] <= start < v.scope[1]
                and not (v.speaker.start <= start and end <= v.speaker.end)
            ]
            out.sort(key=lambda v: (v.scope[1] - v.scope[0], -v.speaker.start))
        if any(q.start <= start < q.end for q in self._quotations):
            out += [v for q, v in self.quotes if v is not None and q.start <= start < q.end]
        return out


def attribute(
    text: str,
    sentences: Sequence[Sentence],
    actors: ActorIndex,
    *,
    publisher: str | None = None,
) -> Attributions:
    """Find every speaker of a document and what each is said to have said.

    Args:
        text: the document's text.
        sentences: its sentences, in order, indexed from 0.
        actors: gives speakers their listed id and name.
        publisher: the outlet ("our correspondent", "we have documented" speak for it).
    """
    return Attributions(text, sentences, actors, publisher)


def _quotes_itself(sentence: Sentence, cue: Cue, found: Sequence[Quotation]) -> bool:
    """Whether "I" or "we" speaks inside a quotation: then the one quoted is the speaker."""
    words = sentence.tokens[cue.first : cue.last]
    if len(words) != 1 or words[0].lower not in ("i", "we", "i'd", "i'm", "we've", "i've"):
        return False
    return any(q.start < words[0].start < q.end for q in found)


def _voice(sentence: Sentence, cue: Cue, referents: Referents) -> _Voice:
    tokens = sentence.tokens
    words = tokens[cue.first : cue.last]
    name, actor_id = referents.resolve(words, sentence)
    speaker = Speaker(name, actor_id, cue.cue, words[0].start, words[-1].end)
    channel = None
    if cue.channel is not None:
        heard = tokens[cue.channel[0] : cue.channel[1]]
        name, actor_id = referents.resolve(heard, sentence, speaks=False)
        channel = Speaker(name, actor_id, cue.cue, heard[0].start, heard[-1].end)
    return _Voice(speaker, cue.scope, tokens[cue.verb].start, channel, cue.hedged)


def _speakers_of_quotes(
    text: str,
    found: Sequence[Quotation],
    sentences: Sequence[Sentence],
    voices: Sequence[tuple[_Voice, ...]],
) -> list[tuple[Quotation, _Voice | None]]:
    """Give each quotation the speaker whose verb stands nearest outside it."""
    starts = [s.start for s in sentences]
    out: list[tuple[Quotation, _Voice | None]] = []
    last: tuple[Quotation, _Voice | None] | None = None
    for quote in found:
        first = max(0, bisect_right(starts, quote.start) - 1)
        final = max(0, bisect_right(starts, max(quote.start, quote.end - 1)) - 1)
        voice = _nearest(text, quote, sentences, voices, first, final)
        if (
            voice is None
            and last is not None
            and last[1] is not None
            and _goes_on(text, last[0], quote)
        ):
            voice = last[1]
        out.append((quote, voice))
        if quote.end - quote.start > 40 or voice is not None:
            last = (quote, voice)
    return out


def _nearest(
    text: str,
    quote: Quotation,
    sentences: Sequence[Sentence],
    voices: Sequence[tuple[_Voice, ...]],
    first: int,
    final: int,
) -> _Voice | None:
    best: tuple[int, _Voice] | None = None
    for i in range(max(0, first - 1), min(len(sentences), final + 2)):
        for voice in voices[i]:
            if quote.start <= voice.verb < quote.end:
                continue
            if voice.verb < quote.start:
                between = text[voice.verb : quote.start]
                # Before the quotation: in its own sentence, or as "X said:" / "X told AFP." above.
                near = i >= first or between.rstrip().endswith(":")
                distance = quote.start - voice.verb
            else:
                between = text[quote.end : voice.verb]
                near = i <= final or (
                    between.strip(' \n"”,.')[:1].isalpha()
                    and len(between) < 60
                    and "\n" not in between
                    and sentences[i].start >= quote.end
                    and sentences[i].start - quote.end < 3
                )
                distance = voice.verb - quote.end
            if near and (best is None or distance < best[0]):
                best = (distance, voice)
    return best[1] if best else None


def _goes_on(text: str, before: Quotation, quote: Quotation) -> bool:
    """Whether a quotation without a speaker of its own continues the one before it."""
    if quote.end - quote.start < 30:
        return False
    between = text[before.end : quote.start]
    return len(between) < 240 and between.count("\n\n") <= 2
