"""What a report is about, as its opening says: an accident, a drill, a remembrance, a film.

Words of harm further down ("bodies of", "murders", "fired a missile") then speak of that matter,
unless their own sentence tells of arms or of a day of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from bearwitness.claims.event_lexicon import TOPICS
from bearwitness.claims.event_types import MOMENT, Trigger
from bearwitness.claims.matter_words import (
    AGO,
    ARMS_FOUND,
    COURT,
    DEFUSED,
    DRILL,
    FICTION,
    MANY,
    MEMORY_OF,
    NUMBERED,
    PASSIVE,
    QUOTED,
    REMEMBRANCE,
    SEARCHED,
    SIMULATED,
    STAMP,
    STATISTICS,
    TOLD,
    WE,
    YEAR,
)
from bearwitness.claims.other_causes import (
    names_other_cause,
    names_the_armed,
    tells_death_only,
    tells_hurt,
    tells_of_a_beast,
    tells_of_a_downing,
    tells_of_arms,
)
from bearwitness.text.sentences import Sentence

Matter = Literal[
    "other cause", "drill", "arms found", "remembrance", "history", "fiction", "comment",
    "animals", "statistics",
]  # fmt: skip

_OPENING = 4
_HEADING = 2
_SURE = 0.85
_YEARS_PAST = 2
_NO_NEWS_YET = 1980  # an undated page that opens with years up to here is on history
_MADE_UP = 4  # words of fiction in a whole page
_ARGUMENT, _ARGUED = 10, 3  # sentences of an argument, and those of "we" among them


def opening_matter(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Sequence[Trigger],
    today: date | None = None,
) -> Matter | None:
    """What the title and the first sentences say that a report is about, if no violence.

    Args:
        text: the document's text.
        sentences: of it, in order.
        triggers: its words of violence.
        today: the report's day, where known.
    """
    opening = [text[s.start : s.end] for s in sentences[:_OPENING]]
    heading = opening[:_HEADING]
    if any(REMEMBRANCE.search(words) for words in heading):
        return "remembrance"
    heads = {s.index for s in sentences[:_OPENING]}
    at_the_head = [t for t in triggers if t.sentence_index in heads]
    if _is_made_up(text, opening, sentences, at_the_head):
        return "fiction"
    hurt = any(tells_hurt(words) for words in opening)
    told = DEFUSED.search(" ".join(heading)) or any(
        SIMULATED.search(words) or (n == 0 and DRILL.search(words))
        for n, words in enumerate(heading)
    )
    if told and not hurt:
        return "drill"
    if any(tells_of_a_beast(words) for words in heading):
        return "animals"
    if not hurt and any(ARMS_FOUND.search(words) for words in heading[:1]) and not any(
        _is_fought(text, t) for t in at_the_head
    ):  # fmt: skip
        return "arms found"
    if _is_of_the_past(opening, today):
        return "history"
    if _argues([text[s.start : s.end] for s in sentences[:_ARGUMENT]]):
        return "comment"
    if any(_is_deed(text, t) for t in at_the_head):
        return None
    crashed = any(tells_hurt(words) and names_other_cause(words) for words in opening)
    if crashed and not tells_of_a_downing(text):
        return "other cause"
    if any(STATISTICS.search(words) for words in heading):
        return "statistics"
    return None


def _is_made_up(
    text: str, opening: Sequence[str], sentences: Sequence[Sentence], at_the_head: Sequence[Trigger]
) -> bool:
    """Whether a page is on a film, a book, a game or a programme."""

    def words_of_fiction(words: str) -> set[str]:
        found = (*TOPICS["fiction"].finditer(words), *FICTION.finditer(words))
        return {m.group().lower().rstrip("s") for m in found}

    if len(words_of_fiction(" ".join(opening))) >= _HEADING:
        return True
    by_index = {s.index: s for s in sentences}
    if any(MOMENT.search(text, *_span(by_index[t.sentence_index])) for t in at_the_head):
        return False
    page = text[sentences[0].start : sentences[-1].end] if sentences else ""
    return len(words_of_fiction(page)) >= _MADE_UP


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _is_fought(text: str, trigger: Trigger) -> bool:
    """Whether words of violence tell more than a search, an arrest or arms."""
    words = text[trigger.start : trigger.end]
    return trigger.negative is None and SEARCHED.fullmatch(words) is None


def _is_of_the_past(opening: Sequence[str], today: date | None) -> bool:
    """Whether a page opens with years long past, and neither a court nor a day brings them up."""
    head = STAMP.sub("", " ".join(opening))
    if COURT.search(head) or TOLD.search(QUOTED.sub("", head)):
        return False
    years = [int(y) for y in YEAR.findall(" ".join(opening[:_HEADING]))]
    told = bool(years) and max(years) <= (today.year - _YEARS_PAST if today else _NO_NEWS_YET)
    return told or (bool(opening) and AGO.search(opening[0]) is not None)


def _argues(opening: Sequence[str]) -> bool:
    """Whether a page opens as a writer's own argument: "we", and nobody who says or reports."""
    own = [QUOTED.sub("", STAMP.sub("", words)) for words in opening]
    if any(TOLD.search(words) for words in own[:_OPENING]):
        return False
    return sum(WE.search(words) is not None for words in own) >= _ARGUED


def beside_the_matter(
    text: str,
    sentences: Sequence[Sentence],
    triggers: Sequence[Trigger],
    matter: Matter | None,
    today: date | None,
) -> list[Trigger]:
    """The words of violence, with those marked that only speak of the report's other matter.

    Args:
        text: the document's text.
        sentences: of it, in order.
        triggers: its words of violence.
        matter: what `opening_matter` gave.
        today: the report's day, where known.
    """
    if matter is None:
        return list(triggers)
    by_index = {s.index: s for s in sentences}

    def marked(t: Trigger) -> Trigger:
        s = by_index[t.sentence_index]
        beside = _is_of_matter(text, t, text[s.start : s.end], matter, today)
        return replace(t, negative=matter) if t.negative is None and beside else t

    return [marked(t) for t in triggers]


def is_counted_in_matter(words: str, matter: Matter | None) -> bool:
    """Whether a count's sentence, without a word of violence, belongs to the other matter."""
    if matter in ("statistics", "comment", "fiction"):
        return MOMENT.search(words) is None
    if matter == "history":
        return YEAR.search(words) is None
    if matter == "animals":
        return not names_the_armed(words)
    return matter == "other cause" and not tells_of_arms(words)


def _is_deed(text: str, trigger: Trigger) -> bool:
    words = text[trigger.start : trigger.end]
    return (
        trigger.negative is None
        and not _tells_result(text, trigger)
        and MANY.fullmatch(words) is None
    )


def _tells_result(text: str, trigger: Trigger) -> bool:
    """Whether a word of violence may tell no more than that people were killed or hurt."""
    words = text[trigger.start : trigger.end]
    if trigger.strength < _SURE or tells_death_only(words, trigger.strength):
        return True
    return bool(PASSIVE.fullmatch(words) and NUMBERED.search(text[: trigger.start]))


def _is_of_matter(
    text: str, trigger: Trigger, sentence: str, matter: Matter, today: date | None
) -> bool:
    """Whether a word of violence speaks of the matter that the opening gives."""
    words = text[trigger.start : trigger.end]
    if matter in ("fiction", "comment"):
        return MOMENT.search(sentence) is None
    if matter == "history":
        return YEAR.search(sentence) is None
    if matter == "animals":
        return not names_the_armed(sentence)
    if matter == "remembrance":
        if MEMORY_OF.search(sentence) or MANY.fullmatch(words):
            return True
        years = [int(y) for y in YEAR.findall(sentence)]
        past = today is not None and bool(years) and max(years) <= today.year - _YEARS_PAST
        return past or MOMENT.search(sentence) is None
    if matter == "statistics":
        return MANY.fullmatch(words) is not None
    if matter in ("drill", "arms found"):
        return not tells_hurt(sentence)
    return _tells_result(text, trigger) and not tells_of_arms(sentence)
