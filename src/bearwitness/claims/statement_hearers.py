"""To whom, by which medium and on which day something was said."""

from __future__ import annotations

import re

from bearwitness.claims import statement_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.statement_checks import (
    can_be_addressed,
    can_be_urged,
    governs,
    without_time,
)
from bearwitness.claims.statement_speakers import Said
from bearwitness.model.claim import When

_MADE = re.compile(r"\s+(?:broadcast|held|televised|carried|aired)$")
_PRONOUNS = ("him", "her", "them", "us", "me")
_WEEK = 7  # days
_MEDIA = ("agency", "outlet")


def whom(page: Page, said: Said) -> tuple[str | None, str | None]:
    """Addressee and channel."""
    text, sentence = page.text, said.sentence
    addressee: str | None = None
    channels: list[str] = []
    cue = said.cue.lower()
    if cue in ("told", "tells"):
        m = w.TOLD.search(text, said.verb, sentence.end)
        if m:
            addressee = told_whom(page, m)[0]
        if addressee:
            entry = page.actors.lookup(addressee)
            media = entry is not None and entry.kind in _MEDIA
            if media or w.MEDIA_WORDS.search(addressee):
                channels.append(entry.name if entry else addressee)
    elif m := w.CALLED_ON.match(text, said.verb, sentence.end):
        addressee = plain(m.group("to"))
        addressee = addressee if can_be_urged(addressee) else None
    if cue.startswith("quoted"):
        by = w.QUOTED_BY.search(text, sentence.start, sentence.end)
        m = w.AFTER_QUOTED.search(text, sentence.start, sentence.end)
        if by:
            channels.append(plain(by.group("who") or by.group("by")))
        elif m and not re.search(r"\b(?:was|were|is|been)\s*$", m.group("who")):
            channels.append(plain(m.group("who")))
    shouted = page.words(sentence).isupper()
    opening = said.start if said.nested else sentence.start
    outside = [(opening, said.content[0]), (said.content[1], sentence.end)]
    for a, b in outside:
        if form := (w.FORM_SHOUTED if shouted else w.FORM).search(text, a, b):
            channels.append(plain(form.group()))
    if anonymous := w.ANONYMOUS.search(text, sentence.start, sentence.end):
        channels.append(plain(anonymous.group()))
    return addressee or None, "; ".join(dict.fromkeys(channels)) or None


def told_whom(page: Page, told: re.Match[str]) -> tuple[str | None, int]:
    """Who was told, and where that ends; of a clause run on, the outlet that it opens with."""
    words, start = told.group("to"), told.start("to")
    name = _MADE.sub("", without_time(plain(words)))
    if name.split(" ")[0].lower() in _PRONOUNS:
        return None, told.end("to")
    if can_be_addressed(name):
        return name, told.end("to")
    end = outlet_end(page, start, told.end("to"))
    return (page.text[start:end], end) if end < told.end("to") else (None, start)


def outlet_end(page: Page, start: int, end: int) -> int:
    """Where the outlet ends that words open with ("Reuters government troops …"), else the end."""
    words = page.text[start:end]
    for gap in reversed(list(re.finditer(r"\s", words))):
        entry = page.actors.lookup(words[: gap.start()])
        if entry is not None and entry.kind in _MEDIA:
            return start + gap.start()
    return end


def said_on(page: Page, said: Said) -> When:
    """The day it was said on: a date outside what is said, nearest to the verb."""
    a, b = said.content
    opening = page.opening(said.sentence)
    dated = [
        d
        for d in page.dates_in(said.sentence)
        if not (a <= d.expr.start < b or _is_long(d.when))
        and governs(said.sentence, (said.start, said.end), said.verb, (d.expr.start, d.expr.end), b)
        and d.role != "open"
        and not d.expr.restated
        and d.expr.start >= opening
    ]
    if not dated:
        return When()
    return min(dated, key=lambda d: abs(d.expr.start - said.verb)).when


def _is_long(when: When) -> bool:
    """Whether days are too many for anything to have been said on them ("this month")."""
    return when.start is None or when.end is None or (when.end - when.start).days > _WEEK
