"""Which of the events that a document speaks of are incidents, and whether any can be one."""

from __future__ import annotations

from bearwitness.claims.casualty_claims import Reading
from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_types import Trigger, is_talk
from bearwitness.claims.events import Story
from bearwitness.claims.matter_words import FORCES, TOLD
from bearwitness.claims.occurrences import (
    done_deeds,
    is_told_as_done,
    occurrences,
    tells_of_people_held,
)
from bearwitness.claims.recalled import recalled_event
from bearwitness.claims.when import is_fictive
from bearwitness.model.claim import When
from bearwitness.text.dates import find_dates
from bearwitness.text.sentences import Sentence

_TELLING = 0.85
_PLAIN = 0.6
_EVENT_DAYS = 1
_NOTE_TOKENS = 160
_TALE_TOKENS = 60
_HEAD_SENTENCES = 4
_OF_THE_EVENT = 0.5
_YEAR = 365
_TOWN = 4
_DAYS = ("moment", "day", "days")
_ABDUCTION = "Abduction/forced disappearance"
_OF_AN_EVENT = ("incident", "part")


def may_tell_an_incident(reading: Reading) -> bool:
    """Whether `is_incident` could be true of any event; asked before places are looked up.

    Never false where it would be: without a count of people, a longer report must tell its event
    with strong words, in its opening, in a sentence that gives a date, or as done.
    """
    counts = [c.casualty for found in reading.counts.values() for c in found]
    if any(
        c.scope in _OF_AN_EVENT and c.statement is None and c.outcome != "displaced" for c in counts
    ):
        return True
    if _is_note(reading):
        return True
    return any(
        t.strength >= _PLAIN and _could_tell(reading, t)
        for found in reading.triggers.values()
        for t in found
    ) or (
        any(t.strength >= _TELLING for found in reading.triggers.values() for t in found)
        and any(_tells(reading, s) and _may_be_dated(reading, s) for s in reading.sentences)
    )


def _could_tell(reading: Reading, trigger: Trigger) -> bool:
    """Whether a word of violence could found an incident by its own place in the text."""
    if trigger.strength >= _TELLING and trigger.sentence_index < _HEAD_SENTENCES:
        return True
    done = is_told_as_done(reading.text, trigger)
    if trigger.strength >= _TELLING:
        return done
    opening = trigger.sentence_index < _HEAD_SENTENCES
    return (done or opening) and _may_be_dated(reading, _sentence_of(reading, trigger))


def _sentence_of(reading: Reading, trigger: Trigger) -> Sentence:
    return next(s for s in reading.sentences if s.index == trigger.sentence_index)


def _tells(reading: Reading, sentence: Sentence) -> bool:
    """Whether `Story.tell` reads a sentence."""
    counts = reading.counts.get(sentence.index, ())
    return sentence.index in reading.triggers or any(
        c.casualty.scope in _OF_AN_EVENT for c in counts
    )


def _may_be_dated(reading: Reading, sentence: Sentence) -> bool:
    words = reading.text[sentence.start : sentence.end]
    dated = find_dates(reading.text, sentence.start, sentence.end)
    return bool(dated) or recalled_event(words) is not None


def _is_note(reading: Reading) -> bool:
    """Whether a document is short."""
    tokens = 0
    for sentence in reading.sentences:
        tokens += len(sentence.tokens)
        if tokens >= _NOTE_TOKENS:
            return False
    return True


def _is_a_tale(reading: Reading) -> bool:
    """Whether a text of some length gives no day, nobody's word and no force, as a story does."""
    tokens = sum(len(s.tokens) for s in reading.sentences)
    told = TOLD.search(reading.text) or FORCES.search(reading.text)
    return tokens >= _TALE_TOKENS and told is None


def is_incident(mention: EventMention, story: Story, reading: Reading) -> bool:
    """Whether a mention tells of an incident, and not of a campaign, a toll or a topic.

    A count of people settles it. Without one, the words must tell an occurrence; a note may tell
    it in a sentence, a longer report must open with strong words for it or name its day. Speeches,
    interviews and comment tell only what they date; what any report recalls by its month or year
    alone, from more than a year before, is background.
    """
    if _is_long_past(mention, story):
        return False
    note = _is_note(reading)
    own = [c for i in mention.sentences for c in reading.counts.get(i, ())]
    if own and mention.number and all(_is_denied(c, reading) for c in own):
        return False
    spared = any(c.casualty.statement is not None for c in own)
    happened = occurrences(
        mention.triggers, reading.text, reading.sentences, in_passing=not (note or spared)
    )
    opens = (
        mention.explicit_time
        or story.round_up.goes_through
        or any(
            t.sentence_index < _HEAD_SENTENCES and is_told_as_done(reading.text, t)
            for t in happened
        )
    )
    talk = is_talk(reading.text) and not mention.explicit_time
    plainly = {
        t.sentence_index
        for t in happened
        if t.strength >= _TELLING and is_told_as_done(reading.text, t)
    }
    if any(
        _founds(c, (opens or i < _HEAD_SENTENCES or i in plainly) and not talk, mention)
        for i in mention.sentences
        for c in reading.counts.get(i, ())
    ):
        return True
    when = mention.time.when if mention.time else When()
    if (
        when.start is not None
        and when.end is not None
        and (when.end - when.start).days > _EVENT_DAYS
    ):
        return False
    held = any(c.casualty.outcome == "detained" for c in own)
    dated = note and mention.explicit_time
    if held and dated and tells_of_people_held(mention.triggers, reading.text, reading.sentences):
        return True
    undated = not mention.explicit_time and story.timeline.anchor.date is None
    titled = any(t.sentence_index in reading.headline for t in mention.triggers)
    if (undated or is_fictive(story.timeline)) and not titled and _is_a_tale(reading):
        return False
    if note:
        return bool(happened) and (
            mention.explicit_time or any(t.strength >= _PLAIN for t in happened)
        )
    if talk or not happened:
        return False
    told = done_deeds(mention.triggers, reading.text, reading.sentences)
    strong = any(t.strength >= _TELLING for t in told)
    if strong and mention.explicit_time and mention.explicit_place:
        return True
    return any(_tells_event(t, mention, reading) for t in happened)


def _is_denied(count: CountReading, reading: Reading) -> bool:
    """Whether a count is told only to be denied: "dismissed reports that 24 were killed"."""
    if count.casualty.statement is not None:
        return False
    return "denied" in (count.hedge, reading.attributions.at(count.start, count.end)[1])


def _tells_event(trigger: Trigger, mention: EventMention, reading: Reading) -> bool:
    """Whether a word of violence by itself makes an incident of a longer report's mention.

    The text opens with it, or its sentence names the day: what a report says later, and undated,
    is talk of violence or something recalled.
    """
    done = is_told_as_done(reading.text, trigger)
    opening = trigger.sentence_index < _HEAD_SENTENCES
    if trigger.strength < _TELLING:
        plain = trigger.strength >= _PLAIN and (done or opening)
        return plain and _is_dated(trigger, mention)
    if mention.explicit_time:
        return opening or done or _is_dated(trigger, mention)
    place = mention.place if mention.explicit_place else None
    return (opening and (done or place is not None)) or (
        done and place is not None and place.specificity >= _TOWN
    )


def _is_dated(trigger: Trigger, mention: EventMention) -> bool:
    """Whether the sentence of a word of violence names the day of the event."""
    return any(
        t.sentence == trigger.sentence_index
        and t.confidence > _OF_THE_EVENT
        and t.when.precision in _DAYS
        for t in mention.times
    )


def _is_long_past(mention: EventMention, story: Story) -> bool:
    """Whether a report only recalls an event, by its year or month, of more than a year before."""
    when = mention.time.when if mention.time else When()
    today = story.timeline.anchor.date
    if today is None or when.end is None or when.precision in _DAYS:
        return False
    in_passing = min(mention.sentences) >= _HEAD_SENTENCES or mention.background
    return in_passing and (today - when.end).days > _YEAR


def _founds(count: CountReading, opens: bool, mention: EventMention) -> bool:
    """Whether a count by itself makes an incident of a mention.

    Persons told without a number, vague words and people held do so only where the text opens
    with them or dates them; what is denied or not known does not.
    """
    casualty = count.casualty
    if casualty.scope not in _OF_AN_EVENT or casualty.statement is not None:
        return False
    if casualty.outcome == "displaced":
        return False
    if casualty.outcome == "detained":
        return opens and any(t.sub_event_type == _ABDUCTION for t in mention.triggers)
    by_noun = count.singular and count.rule.startswith("noun")  # "the murder of a judge"
    numbered = casualty.qualifier != "vague" and count.rule != "unnumbered" and not by_noun
    return opens or numbered
