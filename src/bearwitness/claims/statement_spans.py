"""Where what is said begins and ends, once the cue is known: without what belongs to others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bearwitness.claims import statement_words as w
from bearwitness.claims.further import trimmed
from bearwitness.claims.persons import OFFICES
from bearwitness.claims.quotations import Quotation
from bearwitness.claims.speech_words import AUXILIARIES
from bearwitness.claims.statement_checks import holds_a_verb
from bearwitness.text.sentences import Sentence

# "Cairo: Shells hit …", "Kano - Thousands …": a dateline in small letters.
_DATELINE = re.compile(
    r"(?:[A-Z][\w.’'-]+(?:,?\s[A-Z][\w.’'-]+){0,3}(?:\s\([^()]{2,30}\))?(?:\s?:\s+|\s+[-–—]\s+|[–—])|"
    r"[A-Z][a-z]{2}\.?\s\d{1,2}(?:,\s\d{4})?\s\([^()]{2,30}\)\s+[-–—]\s+|[A-Z]{3,}\)\s+[-–—]\s+|"
    r"(?:[A-Z][\w’'-]*[ ,/]+|and\s){3,12}[-–—]\s+|[A-Z]\w{1,14}\s\|\s+|"
    r"\(?[A-Z][a-z]+\)\s+)(?=[A-Z“\"])"
)
_SINGLE_CLOSED = re.compile(r"[.,?!]['’](?=\s|$)")
_LONG = 600  # characters
_PAIR = re.compile(r"\s+and\s+\w+(?=,\s+(?:but|while|though|although)\b)")
_TAIL = 6  # words
_BESIDE = re.compile(r",\s+(?:but|while|whereas|though|although|whom|which)\s", re.I)
_ASIDE = re.compile(r",\s+(?=[a-z]\w*\s+\w+\s+\w+)")
_ADDED = re.compile(
    r"\w+ing\b|and\b|but\b|while\b|as\b|after\b|who\b|which\b|though\b|when\b|citing"
)
# "Speaking to reporters, he said, “…”": what stands before is no part of what is said.
_ADJUNCT_FIRST = re.compile(
    r"(?:[A-Z]\w+ing|Asked|In|On|At|About|With|During|After|Before|From|Of)\b"
)
_QUOTE_NEXT = re.compile(r"[^,:“”\"]{0,90}?[,:]\s*(?=[“\"])")
# ", saying that …": a second verb of the same speaker, who is read from there.
_SAYING = re.compile(r",\s+(?:also\s+)?(?:saying|adding|stating|claiming)\b")
# "said on Tuesday 25, that …", "said this Monday (22) that …", "said last week …": what is left
# of when it was said; "Meanwhile, …, they said": what the writer joins it with.
_DAY_LEFT = re.compile(r"(?:(?:night|morning|evening|afternoon|\d{1,2}\)?),?\s+)+that\s+")
_WHEN_LEFT = re.compile(r"(?:(?:late|early)\s+)?last\s+(?:week|month|year|weekend)\s+(?:that\s+)?")
_MEANWHILE = re.compile(r"(?<![“\"'‘])(?:Meanwhile|Separately|However),\s+")
_MORE = re.compile(r"[.,]\s*[Rr]ead (?:more|also)\W*$")
_LATER_THAT = re.compile(r"(?:later|earlier)\s+(?:that|this)\s+\w+\s+that\s+", re.I)
_JOINED = re.compile(r"[\s,]+(?:and|but|while|as)?$", re.I)


def without_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence's words begin once a dateline in small letters is left out."""
    dateline = _DATELINE.match(text, start, end)
    return dateline.end() if dateline else start


def before_others(
    text: str, span: tuple[int, int], closing: Iterable[tuple[int, int]]
) -> tuple[int, int]:
    """What is said, up to where another who tells it is named (", a spokesman said").

    Args:
        text: the document's text.
        span: offsets of what is said.
        closing: for each voice that closes its sentence, where its words begin and its verb.
    """
    start, end = span
    for first, verb in closing:
        if start < first and verb < end:
            end = min(end, first)
    if end == span[1]:
        return span
    joined = _JOINED.search(text, start, end)
    return trimmed(text, start, joined.start() if joined else end)


def before_saying(text: str, start: int, end: int) -> tuple[int, int]:
    """A stand taken, up to the words given with it (", saying that …")."""
    saying = _SAYING.search(text, start, end)
    return trimmed(text, start, saying.start()) if saying else (start, end)


def without_form(text: str, start: int, end: int) -> tuple[int, int]:
    """What is said, without the form at its end ("… in a statement")."""
    if opening := w.FORM.match(text, start, end):
        start, end = trimmed(text, opening.end(), end)
        lead = w.LEAD.match(text[start:end])
        start += lead.end() if lead else 0
    for form in w.FORM.finditer(text, start, end):
        if not text[form.end() : end].strip(' ,.;”"') and form.start() > start:
            return trimmed(text, start, form.start())
    if more := _MORE.search(text, start, end):
        end = more.start()
    for left in (_DAY_LEFT, _WHEN_LEFT, _LATER_THAT, _MEANWHILE):
        if stands := left.match(text, start, end):
            start = stands.end()
    return start, end


def quoted_after(
    text: str, span: tuple[int, int], cue_end: int, quotes: Sequence[Quotation]
) -> tuple[int, int] | None:
    """The quotation that follows a cue, where only an adjunct stands before it."""
    start, end = span
    if end > cue_end or _ADJUNCT_FIRST.match(text, start) is None:
        return None
    following = _QUOTE_NEXT.match(text, cue_end)
    if following is None:
        return None
    for quote in quotes:
        if quote.start == following.end():
            return trimmed(text, quote.start, quote.end)
    return None


def before_office(text: str, start: int, end: int) -> int:
    """Where what is said ends, an office before its name left out ("…, army spokesman")."""
    comma = text.rfind(",", start, end)
    words = text[comma + 1 : end].split()
    cut = comma > start and 0 < len(words) <= _TAIL and words[-1].lower() in OFFICES
    return comma if cut else end


def without_tail(text: str, start: int, end: int, quotes: Sequence[Quotation]) -> tuple[int, int]:
    """A quotation closed with a comma, without the few words after it (",” the agency quoted")."""
    for quote in quotes:
        closed = abs(quote.start - start) <= 1 and quote.end < end
        comma = "," in text[quote.end - 2 : quote.end + 1]
        if closed and comma and len(text[quote.end : end].split()) <= _TAIL:
            return trimmed(text, start, quote.end)
    return start, end


def before_next(text: str, start: int, end: int, speakers: Sequence[int]) -> tuple[int, int]:
    """What is said, up to a clause that sets another speaker beside it (", but a doctor said")."""
    for first in speakers:
        joined = list(_BESIDE.finditer(text, start, min(first, end)))
        if joined and first < end:
            return trimmed(text, start, joined[-1].start())
    return start, end


def after_aside(
    text: str, sentence: Sentence, span: tuple[int, int], cue_end: int
) -> tuple[int, int] | None:
    """What is said, where its cue stands between commas ("The town, he said, was empty").

    What follows is said where no clause stands before; of a clause broken in two, nothing is sure.
    """
    start, end = span
    rest = _ASIDE.match(text, cue_end, sentence.end)
    if rest is None or end > cue_end or _ADDED.match(text, rest.end()):
        return span
    if '"' in text[start:end] or "”" in text[start:end]:
        return span
    if not holds_a_verb(sentence, start, end):
        return trimmed(text, rest.end(), sentence.end)
    broken = text[start:end].split()[-1].lower() in AUXILIARIES
    return None if broken else span


def single_quoted(text: str, start: int) -> Quotation | None:
    """The quotation between single marks that begins at an offset, or None."""
    if text[start - 1 : start] not in ("'", "‘") or text[start - 2 : start - 1].isalnum():
        return None
    closed = _SINGLE_CLOSED.search(text, start, start + _LONG)
    return Quotation(start - 1, closed.end()) if closed else None


def with_pair(text: str, end: int) -> int:
    """Where what is said ends, a last word joined by "and" taken in ("plots and lies, but …")."""
    pair = _PAIR.match(text, end)
    return pair.end() if pair else end


# What stands between a cue and what is said: "today that …", "in a statement to N: …".
_FIRST_OF_ALL = re.compile(
    r"(?:(?:today|tonight|yesterday)\s+that|in\s+an?\s[^:,“\"]{3,60}:|"
    r"(?:posted|published|issued|released)\s+(?:on|in|by)\s[^,:“\"]{3,60}[,:])\s*[“\"]?",
    re.I,
)
_ANNOUNCED_THAT = re.compile(
    r"\b(?:announced|admitted|said|stated|declared)(?:,\s[^,]+,)?\s+that\b", re.I
)


def said_itself(text: str, content: tuple[int, int], speaker: int) -> tuple[int, int] | None:
    """What is said without what leads to it; None where another cue before the speaker's gives it.

    Args:
        text: the document's text.
        content: offsets of what is said.
        speaker: where the words for who speaks begin.
    """
    start, end = content
    if end <= speaker and _ANNOUNCED_THAT.search(text, start, end):
        return None  # "X announced that …, the pastor said": two voices of one sentence
    led = _FIRST_OF_ALL.match(text, start, end)
    return (led.end(), end) if led is not None and start > speaker and led.end() < end else content
