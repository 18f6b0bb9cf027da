"""Paragraphs and sentences of a text, with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from bearwitness.text.tokens import Token, tokenize

_BLANK_LINE = re.compile(r"\n[ \t\r\u00a0]*\n")
_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s|$)|(?<=[.!?])(?=[A-Z“\"])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Brig|Adm|Rev|Fr|St|Sen|Rep|Gov|Pres"
    r"|Jr|Sr|No|Nos|vs|etc|approx|Inc|Ltd|Co|Corp|Mt|Ft|Dept|Hon|Spc|Pvt|Cmdr|Det|Supt|Insp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|al|a\.m|p\.m|i\.e|e\.g|cf|e)"
    r"|(?:^|[\s(\"“])[A-Z](?:\.[A-Z])*)\.$"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    Attributes:
        start, end: offsets in the document's text, white space trimmed.
        index: position among the document's sentences.
        paragraph: position of its paragraph.
        document_text: the text that it is of.
    """

    start: int
    end: int
    index: int
    paragraph: int
    document_text: str = field(repr=False, compare=False)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Words and marks; found when first asked for, as most sentences are never read.

        Quotation marks around a word or a few are left out: “were “neutralized””, “around thirty”.
        """
        found = tokenize(self.document_text, self.start, self.end)
        return _without_scare_quotes(found) if any(t.text in _MARKS for t in found) else found

    def text(self, document_text: str) -> str:
        """The sentence's words."""
        return document_text[self.start : self.end]


_MARKS = frozenset('"“”„«»')
_SCARE_WORDS = 4


def _without_scare_quotes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the marks that quote a few words of the sentence's own grammar."""
    marks = [k for k, t in enumerate(tokens) if t.text in _MARKS]
    dropped: set[int] = set()
    for a, b in pairwise(marks):
        inside = [t.text for t in tokens[a + 1 : b] if t.text not in ",."]
        if (
            a not in dropped
            and 0 < len(inside) <= _SCARE_WORDS
            and a > 0
            and b + 1 < len(tokens)
            and tokens[a].start > tokens[a - 1].end
            and tokens[a + 1].start == tokens[a].end
            and tokens[b - 1].end == tokens[b].start
            and all(w.islower() or w.isdigit() for w in inside)
        ):
            dropped.update((a, b))
    return tuple(t for k, t in enumerate(tokens) if k not in dropped)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the paragraphs.

    Blank lines part paragraphs. A single line break parts them too, unless the text is wrapped:
    no line of it is longer than a screen is wide, and the block's lines fill most of that width.
    """
    width = _wrapped_at(text)
    blocks: list[tuple[int, int]] = []
    at = 0
    for m in _BLANK_LINE.finditer(text):
        blocks.append((at, m.start()))
        at = m.end()
    blocks.append((at, len(text)))
    out: list[tuple[int, int]] = []
    for start, end in blocks:
        out.extend(_lines_of(text, start, end, width))
    trimmed = (_trim(text, s, e) for s, e in out)
    return [(s, e) for s, e in trimmed if s < e]


_WIDEST_WRAP = 100
_FILLED = 0.7


def _wrapped_at(text: str) -> int:
    """The width at which a text was wrapped, in characters; 0 where lines run on past any."""
    lengths = [len(line) for line in text.split("\n")]
    longer = sum(length > _WIDEST_WRAP for length in lengths)
    if longer * 20 > len(lengths):  # an address may stick out of a wrapped text
        return 0
    return max((length for length in lengths if length <= _WIDEST_WRAP), default=0)


def _lines_of(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        lines.append((at, stop))
        at = stop + 1
    if len(lines) < 2:
        return lines
    lengths = [e - s for s, e in lines[:-1]]
    wrapped = max(lengths) <= width and min(lengths) >= max(40, _FILLED * width)
    return [(start, end)] if wrapped else lines


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Offsets of the sentences of one paragraph."""
    out: list[tuple[int, int]] = []
    at = start
    for m in _STOP.finditer(text, start, end):
        stop = m.end()
        if stop <= at:
            continue
        if stop < end:
            before = text[max(at, stop - 12) : stop]
            if before.endswith(".") and _ABBREVIATION.search(before):
                continue
            rest = text[stop:end].lstrip()
            if rest and rest[0].islower():
                continue
        s, e = _trim(text, at, stop)
        if s < e:
            out.append((s, e))
        at = stop
    s, e = _trim(text, at, end)
    if s < e:
        out.append((s, e))
    return out


def segment(text: str, skip: Iterable[tuple[int, int]] = ()) -> tuple[Sentence, ...]:
    """The sentences of a text, in order.

    Args:
        text: the document's text.
        skip: offsets that are no part of the report (furniture); a paragraph is cut around them.
    """
    holes = sorted(skip)
    out: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        for s, e in _around(start, end, holes):
            for a, b in split_sentences(text, *_trim(text, s, e)):
                out.append(Sentence(a, b, len(out), number, text))
    return tuple(out)


def unwrapped(text: str, sentences: Iterable[Sentence]) -> str:
    """The text with the line breaks inside its sentences as spaces, so that phrases read whole.

    Every offset stays what it was.
    """
    pieces: list[str] = []
    at = 0
    for sentence in sentences:
        if "\n" in text[sentence.start : sentence.end]:
            pieces.append(text[at : sentence.start])
            pieces.append(text[sentence.start : sentence.end].replace("\n", " "))
            at = sentence.end
    return "".join((*pieces, text[at:])) if pieces else text


def _around(start: int, end: int, holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    at = start
    for a, b in holes:
        if b <= at or a >= end:
            continue
        if a > at:
            pieces.append((at, a))
        at = max(at, b)
    if at < end:
        pieces.append((at, end))
    return pieces
