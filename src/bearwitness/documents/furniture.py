"""Page furniture: parts of a page that are no part of the report, as spans.

Nothing is deleted. The rules go by the shape of a line (length, a closing stop), its place in a
run of short lines, wordings of pages (`notices`), and repetition within the document. In doubt a
line stays in the report: a hidden death is worse than a menu read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date

from bearwitness.documents.lines import PROSE_WORDS, Line
from bearwitness.documents.notices import wordings
from bearwitness.documents.stamps import find_stamps
from bearwitness.model.span import Span
from bearwitness.text.sentences import split_sentences

_LEAD_BULLET = re.compile(r"^[\u200b\ufeff]*[•·▪●‣◦]+")
_CREDIT = re.compile(
    r"(?i)^\W*(?:by|from|source|sources|reporting|report|written|edited|editing|photo|photograph|"
    r"translat\w+|additional reporting|with)\b"
)
# "Northern district: 5 killed", an item of a tally
_COUNT_ITEM = re.compile(r"^[^:\n]{1,40}[^\W\d][\s)]*[:–—]\s*\d+\b(?![:.]\d)")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s*$")
_NOTICE_WORDS = 60
_LINK_WORDS = 25
_LINK_SENTENCE = 10
_RUN = 4
_LINK_LEAST, _LINK_MOST = 5, 16
_TELLS_HARM = re.compile(r"(?i)\b(?:kill|wound|injur|die[sd]?\b|dead\b|deaths?\b|hurt\b|toll\b)")
_QUESTION_WORDS = 16
_AGED = re.compile(r"\b\d{1,3}\s*(?:\)|,|years?\b)")
_COPY_WORDS = 8
_MOST_ALIKE = 20
_COPY_CHARACTERS = 60
_PICTURE_DAYS = 30


def find_furniture(text: str, lines: Sequence[Line], title: Span | None) -> list[Span]:
    """The spans of a text that are no part of the report, in order, never overlapping.

    A text without a paragraph of prose is short, not all furniture: only notices, bars and
    lead-in bullets are set apart there.
    """
    marked = [False] * len(lines)
    # Teletype in capitals has no page around it.
    teletype = bool(lines) and text[lines[0].start :].isupper()
    if not teletype:
        _mark_notices(lines, marked)
    prose = [n for n, line in enumerate(lines) if not marked[n] and (line.is_prose or line.is_body)]
    # Short reports have short paragraphs.
    body = [n for n in prose if lines[n].is_body] or prose
    heading = _title_line(lines, title)
    if body and not teletype:
        _mark_endings(lines, marked, body)
        _mark_headed_runs(lines, marked, heading)
        _mark_headline_runs(lines, marked, body)
        _mark_aged(lines, marked)
        _mark_links_between(lines, marked, heading)
        _mark_head(lines, marked, body[0], heading)
        _mark_tail(lines, marked)
    elif heading == 0 and not teletype:
        _mark_headed_runs(lines, marked, heading)
    _mark_copies(lines, marked, heading)
    if all(marked):
        return []
    return _spans(text, lines, marked)


def older_pictures(text: str, lines: Sequence[Line], day: date) -> list[Span]:
    """Captions of pictures taken long before a report's day: they tell of another event.

    Args:
        text: of the document.
        lines: those that are no furniture yet.
        day: the report's own.
    """
    out = []
    for line in lines:
        if not line.is_caption or line.words > _NOTICE_WORDS:
            continue
        taken = [stamp.date for stamp in find_stamps(line.text) if stamp.precision == "day"]
        if taken and (day - max(taken)).days > _PICTURE_DAYS:
            out.append(Span.cut(text, line.start, line.end))
    return out


def _title_line(lines: Sequence[Line], title: Span | None) -> int | None:
    if title is None:
        return None
    return next((n for n, line in enumerate(lines) if line.start <= title.start < line.end), None)


def _mark_notices(lines: Sequence[Line], marked: list[bool]) -> None:
    words = wordings()
    for number, line in enumerate(lines):
        text = line.text
        if words.bar.match(text) or (number and line.tells_a_picture):
            marked[number] = True
        elif words.link.search(text):
            says_it_all = line.stopped and line.words >= _LINK_SENTENCE
            marked[number] = line.words <= _LINK_WORDS and not line.runs_on and not says_it_all
        elif line.words <= _NOTICE_WORDS and words.notice.search(text):
            marked[number] = not _goes_on(line)
        elif line.words <= _NOTICE_WORDS and words.giving.search(text):
            marked[number] = bool(words.own_voice.search(text))


def _goes_on(line: Line) -> bool:
    """Whether a notice's line goes on with the report: its last sentence is no notice."""
    sentences = split_sentences(line.text, 0, len(line.text))
    if len(sentences) < 2:
        return False
    last = line.text[slice(*sentences[-1])]
    return len(last.split()) >= PROSE_WORDS and not wordings().notice.search(last)


def _mark_endings(lines: Sequence[Line], marked: list[bool], body: Sequence[int]) -> None:
    """After a heading that ends the report, late in the text, nothing belongs to it."""
    late = body[math.ceil(0.6 * len(body)) - 1]
    for number in range(late + 1, len(lines)):
        if lines[number].words <= 8 and wordings().ending.match(lines[number].text):
            marked[number:] = [True] * (len(lines) - number)
            return


def _mark_headed_runs(lines: Sequence[Line], marked: list[bool], title: int | None) -> None:
    """A heading over other stories, and the headlines under it up to the next prose."""
    running = False
    for number, line in enumerate(lines):
        if line.words <= 9 and wordings().heading.match(line.text):
            running = marked[number] = True
        elif running:
            running = number != title and _is_headline(line)
            marked[number] = marked[number] or running


def _mark_headline_runs(lines: Sequence[Line], marked: list[bool], body: Sequence[int]) -> None:
    """Four and more headlines in Title Case in a row, after a paragraph of the report."""
    number = body[0] + 1
    while number < len(lines):
        run = []
        at = number
        while at < len(lines) and (_is_headline(lines[at]) or marked[at]):
            run.append(at)
            at += 1
        titled = [n for n in run if not marked[n] and _in_title_case(lines[n])]
        after_colon = lines[number - 1].text.rstrip().endswith(":")
        if len(titled) >= _RUN and not after_colon:
            for each in run:
                marked[each] = marked[each] or each >= titled[0]
        number = max(at, number) + 1


def _mark_aged(lines: Sequence[Line], marked: list[bool]) -> None:
    """Headlines that end in their age, two or more of them."""
    aged = [
        number
        for number, line in enumerate(lines)
        if 5 <= line.words <= 30 and _is_headline(line) and wordings().aged.search(line.text[-60:])
    ]
    if len(aged) > 1:
        for number in aged:
            marked[number] = True


def _mark_links_between(lines: Sequence[Line], marked: list[bool], title: int | None) -> None:
    """Headlines of other stories set between two paragraphs: "Strikes kill three: ministry".

    Only those that tell of harm: the subheadings of a report seldom do, and its text repeats it.
    """
    for number in range(2, len(lines) - 1):
        line, before, after = lines[number], lines[number - 1], lines[number + 1]
        between = before.is_prose and after.is_prose and not (marked[number - 1] or number == title)
        if between and _LINK_LEAST <= line.words <= _LINK_MOST and _is_headline(line) and (
            _TELLS_HARM.search(line.text) and not line.is_quotation
        ):  # fmt: skip
            marked[number] = True


def _in_title_case(line: Line) -> bool:
    """Whether most of a line's longer words begin with a capital, ages and names of lists aside."""
    words = [word for word in re.findall(r"[^\W\d_]+", line.text) if len(word) > 3]
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) >= 4 and capitals >= 0.7 * len(words) and not _AGED.search(line.text)


def _is_headline(line: Line) -> bool:
    """Whether a line could be the headline of another story: no stop, not long, no list item."""
    if line.is_bulleted or line.words > 30 or line.runs_on or line.is_post or line.is_caption:
        return False
    if line.text.startswith("["):
        return False
    asks = line.text.endswith("?") and line.words <= _QUESTION_WORDS
    return not line.stopped or asks or bool(_ELLIPSIS.search(line.text))


def _mark_head(
    lines: Sequence[Line], marked: list[bool], first_body: int, title: int | None
) -> None:
    """Menus and labels before the report: runs of lines too short to be headlines."""
    stop = first_body if title is None else min(first_body, title)
    labels = [n for n in range(stop) if _is_label(lines[n])]
    if title is not None or len(labels) >= 3:
        for number in labels:
            marked[number] = True
    for number in range(first_body):
        if lines[number].text.endswith(":") and lines[number].words <= 2:
            marked[number] = True
    if title is None:
        return
    # Headlines before the report's own belong to other stories.
    above = [n for n in range(min(title, first_body)) if not marked[n] and _is_headline(lines[n])]
    if len(above) >= 3:
        for number in above:
            if lines[number].text != lines[title].text:
                marked[number] = True


def _is_label(line: Line) -> bool:
    return line.words <= 4 and not line.stopped and not find_stamps(line.text)


def _mark_tail(lines: Sequence[Line], marked: list[bool]) -> None:
    """Menus and headlines of other stories after the report's last paragraph."""
    items = [n for n, line in enumerate(lines) if not marked[n] and _COUNT_ITEM.match(line.text)]
    held = [n for n, line in enumerate(lines) if not marked[n] and _holds_report(line)]
    # One "Monitor: 10 killed" is a headline, several are a tally.
    last = max([*held, *(items if len(items) > 1 else [])], default=-1)
    tail = [n for n in range(last + 1, len(lines)) if not marked[n]]
    if last < 0 or not tail:
        return
    after_colon = lines[last].text.rstrip().endswith(":")
    headlines = [
        n
        for n in tail
        if _is_headline(lines[n]) and lines[n].words >= 4 and not _CREDIT.match(lines[n].text)
    ]
    labels = [n for n in tail if _is_label(lines[n]) and not _CREDIT.match(lines[n].text)]
    aged = any(wordings().age.match(lines[n].text) for n in tail)
    if not after_colon and (len(headlines) >= 2 or (headlines and aged)):
        for number in headlines:
            marked[number] = True
        start = headlines[0]
        for number in labels:
            if number > start:
                marked[number] = True
    if len(labels) >= 4:
        for number in labels:
            marked[number] = True
    for number in tail:
        if wordings().age.match(lines[number].text):
            marked[number] = True


def _holds_report(line: Line) -> bool:
    """Whether the report may still run here: prose, a list item, or a quotation."""
    if line.is_bulleted and line.words >= 2:
        return True
    if line.is_post or line.is_caption:
        return True
    return (line.stopped and line.words >= 7) or line.words >= 45


def _mark_copies(lines: Sequence[Line], marked: list[bool], title: int | None) -> None:
    """A second copy of a line of the report, whole or cut off."""
    seen: dict[str, int] = {}
    openings: dict[str, list[str]] = {}
    for number, line in enumerate(lines):
        if marked[number]:
            continue
        folded = " ".join(line.text.lower().split())
        earlier = seen.setdefault(folded, number)
        if earlier != number and (line.words >= _COPY_WORDS or earlier == title):
            marked[number] = True
            # Two neighbours alike, amid prose, without a stop: a teaser of another story.
            if number - earlier == 1 and _is_teaser(lines, earlier):
                marked[earlier] = True
            continue
        bare = _ELLIPSIS.sub("", folded).strip()
        if len(bare) < _COPY_CHARACTERS:
            continue
        alike = openings.setdefault(bare[:_COPY_CHARACTERS], [])
        if any(whole.startswith(bare) for whole in alike):
            marked[number] = True
        elif len(alike) < _MOST_ALIKE:
            alike.append(folded)


def _is_teaser(lines: Sequence[Line], number: int) -> bool:
    before = any(line.is_body for line in lines[:number])
    after = any(line.is_body for line in lines[number + 1 :])
    return before and after and _is_headline(lines[number]) and not lines[number].is_quotation


def _spans(text: str, lines: Sequence[Line], marked: Sequence[bool]) -> list[Span]:
    """Neighbouring lines as one span; a kept first line loses its lead-in bullet."""
    out: list[Span] = []
    number = 0
    if lines and not marked[0]:
        lead = _LEAD_BULLET.match(lines[0].text)
        if lead and not (len(lines) > 1 and lines[1].is_bulleted):
            out.append(Span.cut(text, lines[0].start, lines[0].start + lead.end()))
    while number < len(lines):
        if not marked[number]:
            number += 1
            continue
        first = number
        while number + 1 < len(lines) and marked[number + 1]:
            number += 1
        out.append(Span.cut(text, lines[first].start, lines[number].end))
        number += 1
    return out
