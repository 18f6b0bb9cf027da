"""Page furniture: parts of a page that are no part of the report, as spans.

Nothing is deleted. The rules go by the shape of a line (length, a closing stop), its place in a
run of short lines, wordings of pages (`notices`), and repetition within the document. In doubt a
line stays in the report: a hidden death is worse than a menu read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_COPY_WORDS = 8
_COPY_CHARACTERS = 60


def find_furniture(text: str, lines: Sequence[Line], title: Span | None) -> list[Span]:
    """The spans of a text that are no part of the report, in order, never overlapping.

    A text without a paragraph of prose is short, not all furniture: only notices, bars and
    lead-in bullets are set apart there.
    """
    marked = [False] * len(lines)
    _mark_notices(lines, marked)
    body = [number for number, line in enumerate(lines) if line.is_body and not marked[number]]
    heading = _title_line(lines, title)
    # Teletype in capitals has no page around it.
    if body and not text.isupper():
        _mark_endings(lines, marked, body)
        _mark_headed_runs(lines, marked, heading)
        _mark_head(lines, marked, body[0], heading)
        _mark_tail(lines, marked)
    _mark_copies(lines, marked, heading)
    if all(marked):
        return []
    return _spans(text, lines, marked)


def _title_line(lines: Sequence[Line], title: Span | None) -> int | None:
    if title is None:
        return None
    return next((n for n, line in enumerate(lines) if line.start <= title.start < line.end), None)


def _mark_notices(lines: Sequence[Line], marked: list[bool]) -> None:
    words = wordings()
    for number, line in enumerate(lines):
        text = line.text
        if words.bar.match(text):
            marked[number] = True
        elif words.link.search(text):
            marked[number] = line.words <= _LINK_WORDS and not line.runs_on
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
    for number, line in enumerate(lines):
        before = sum(1 for at in body if at < number)
        if line.words <= 8 and wordings().ending.match(line.text) and before >= 0.6 * len(body):
            for at in range(number, len(lines)):
                marked[at] = True
            return


def _mark_headed_runs(lines: Sequence[Line], marked: list[bool], title: int | None) -> None:
    """A heading over other stories, and the headlines under it up to the next prose."""
    for number, line in enumerate(lines):
        if line.words > 9 or not wordings().heading.match(line.text):
            continue
        marked[number] = True
        for at in range(number + 1, len(lines)):
            if at == title or not _is_headline(lines[at]):
                break
            marked[at] = True


def _is_headline(line: Line) -> bool:
    """Whether a line could be the headline of another story: no stop, not long, no list item."""
    if line.is_bulleted or line.words > 30 or line.runs_on or line.is_post or line.is_caption:
        return False
    if line.text.startswith("[") or _COUNT_ITEM.match(line.text):
        return False
    return not line.stopped or bool(_ELLIPSIS.search(line.text))


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
    last = max(
        (n for n, line in enumerate(lines) if not marked[n] and _holds_report(line)), default=-1
    )
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
    if (line.is_bulleted and line.words >= 2) or _COUNT_ITEM.match(line.text):
        return True
    if line.is_post or line.is_caption:
        return True
    return (line.stopped and line.words >= 7) or line.words >= 45


def _mark_copies(lines: Sequence[Line], marked: list[bool], title: int | None) -> None:
    """A second copy of a line of the report, whole or cut off."""
    seen: dict[str, int] = {}
    kept: list[str] = []
    for number, line in enumerate(lines):
        if marked[number]:
            continue
        folded = " ".join(line.text.lower().split())
        if (line.words >= _COPY_WORDS or title == seen.get(folded)) and folded in seen:
            marked[number] = True
            earlier = seen[folded]
            # Two neighbours alike, amid prose, without a stop: a teaser of another story.
            if number - earlier == 1 and _is_teaser(lines, earlier):
                marked[earlier] = True
            continue
        bare = _ELLIPSIS.sub("", folded).strip()
        if len(bare) >= _COPY_CHARACTERS and any(whole.startswith(bare) for whole in kept):
            marked[number] = True
            continue
        seen.setdefault(folded, number)
        kept.append(folded)


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
