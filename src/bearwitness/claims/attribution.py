"""Who is said to have said what: the attribution of any span of a document.

A span is attributed only where its source stands in the same sentence, or where it stands inside
a quotation whose speaker is known; everything else is the report's own voice. Pronouns and short
forms ("he", "the Observatory", "its director") are resolved within the document.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from bearwitness.claims.actors import ActorIndex
from bearwitness.claims.hedges import hedge_at
from bearwitness.claims.quotations import Quotation, quotations
from bearwitness.claims.speakers_cues import Cue, find_cues
from bearwitness.claims.speakers_resolve import Referents
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


@dataclass(frozen=True, slots=True)
class Attributions:
    """All attributions of one document; see `at`."""

    text: str
    sentences: tuple[Sentence, ...]
    voices: tuple[tuple[_Voice, ...], ...]
    quotes: tuple[tuple[Quotation, _Voice | None], ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset, or None between sentences."""
        i = bisect_right([s.start for s in self.sentences], offset) - 1
        if i < 0 or offset >= self.sentences[i].end:
            return None
        return self.sentences[i]

    def speaks_from(self, start: int, end: int) -> bool:
        """Whether text[start:end] is part of a speaker's words ("a resident of Raqqa said")."""
        sentence = self.sentence_at(start)
        return sentence is not None and any(
            v.speaker.start <= start and end <= v.speaker.end for v in self.voices[sentence.index]
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
        reach = [
            v
            for v in self.voices[sentence.index]
            if v.scope[0] <= start < v.scope[1]
            and not (v.speaker.start <= start and end <= v.speaker.end)
        ]
        reach.sort(key=lambda v: (v.scope[1] - v.scope[0], -v.speaker.start))
        quoted = [v for q, v in self.quotes if v is not None and q.start <= start < q.end]
        for voice in reach + quoted:
            hedge = hedge or voice.hedged
            for speaker in (voice.speaker, voice.channel):
                if speaker is not None and all(speaker.name != s.name for s in chain):
                    chain.append(speaker)
        found = hedge_at(self.text, sentence, start, end)
        if found is not None and not (found == "denied" and hedge == "denied"):
            hedge = found
        return tuple(chain[:_MAX_CHAIN]), cast("Hedge | None", hedge)


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
    referents = Referents(text, actors, publisher)
    found = quotations(text, sentences)
    per_sentence: list[tuple[_Voice, ...]] = []
    for sentence in sentences:
        cues = [c for c in find_cues(sentence) if not _quotes_itself(sentence, c, found)]
        voices = [_voice(sentence, cue, referents) for cue in cues]
        credit = referents.closing_credit(sentence)
        if credit is not None:
            voices.append(_Voice(credit, (sentence.start, sentence.end), sentence.end, None, None))
        referents.note_mentions(sentence)
        per_sentence.append(tuple(voices))
    quotes = _speakers_of_quotes(text, found, sentences, per_sentence)
    return Attributions(text, tuple(sentences), tuple(per_sentence), tuple(quotes))


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
