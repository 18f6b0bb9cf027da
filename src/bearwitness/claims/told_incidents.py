"""Which of the events that a document speaks of are incidents, and whether any can be one."""

from __future__ import annotations

from bearwitness.claims.casualty_claims import Reading
from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.events import EventMention, Story
from bearwitness.claims.occurrences import occurrences, tells_of_people_held
from bearwitness.claims.recalled import recalled_event
from bearwitness.model.claim import When
from bearwitness.text.dates import find_dates
from bearwitness.text.sentences import Sentence

_TELLING = 0.85
_PLAIN = 0.6
_EVENT_DAYS = 1
_NOTE_TOKENS = 160
_HEAD_SENTENCES = 4
_ABDUCTION = "Abduction/forced disappearance"
_OF_AN_EVENT = ("incident", "part")


def may_tell_an_incident(reading: Reading) -> bool:
    """Whether `is_incident` could be true of any event; asked before places are looked up.

    Never false where it would be: without a count of people, a longer report must tell its event
    with strong words, and in its opening or in a sentence that gives a date.
    """
    counts = [c.casualty for found in reading.counts.values() for c in found]
    if any(
        c.scope in _OF_AN_EVENT and c.statement is None and c.outcome != "displaced" for c in counts
    ):
        return True
    if _is_note(reading):
        return True
    if not any(t.strength >= _TELLING for found in reading.triggers.values() for t in found):
        return False
    telling = [s for s in reading.sentences if _tells(reading, s)]
    return any(s.index < _HEAD_SENTENCES or _may_be_dated(reading, s) for s in telling)


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


def is_incident(mention: EventMention, story: Story, reading: Reading) -> bool:
    """Whether a mention tells of an incident, and not of a campaign, a toll or a topic.

    A count of people settles it. Without one, the words must tell an occurrence; a note may tell
    it in a sentence, a longer report must say with strong words when and where it happened.
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
    note = _is_note(reading)
    own = [c for i in mention.sentences for c in reading.counts.get(i, ())]
    spared = any(c.casualty.statement is not None for c in own)
    held = any(c.casualty.outcome == "detained" for c in own)
    dated = note and mention.explicit_time
    if held and dated and tells_of_people_held(mention.triggers, reading.text):
        return True
    happened = occurrences(
        mention.triggers, reading.text, reading.sentences, in_passing=not (note or spared)
    )
    if not happened:
        return False
    if note:
        return mention.explicit_time or any(t.strength >= _PLAIN for t in happened)
    strong = any(t.strength >= _TELLING for t in mention.triggers)
    told = (mention.explicit_time, mention.explicit_place)
    opening = min(mention.sentences) < _HEAD_SENTENCES
    return strong and (all(told) or (opening and any(told)))


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
    firm = casualty.low is not None or casualty.high is not None
    return opens or (firm and count.rule != "unnumbered")
