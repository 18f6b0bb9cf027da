"""Quotations: the stretches of a text between quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.text.sentences import Sentence

_OPEN, _CLOSE = "“«„", "”»"
# No quotation reaches over more paragraphs than this without being closed.
_MAX_LENGTH = 3000


@dataclass(frozen=True, slots=True)
class Quotation:
    """Offsets of a quotation, marks included."""

    start: int
    end: int


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Quotation]:
    """The quotations of a text, in order.

    A mark that opens is one that stands before a word; a quotation that is not closed ends with
    its paragraph (the next paragraph opens it again, by the custom of the press).
    """
    out: list[Quotation] = []
    paragraph_ends: dict[int, int] = {}
    paragraph_starts: dict[int, int] = {}
    for s in sentences:
        paragraph_ends[s.paragraph] = s.end
        paragraph_starts.setdefault(s.paragraph, s.start)
    for number, start in paragraph_starts.items():
        out.extend(_in_paragraph(text, start, paragraph_ends[number]))
    return out


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    out: list[Quotation] = []
    opened: int | None = None
    for i in range(start, end):
        mark = text[i]
        if mark not in '“”«»„"':
            continue
        before = text[i - 1] if i > start else " "
        after = text[i + 1] if i + 1 < end else " "
        opens = mark in _OPEN or (mark == '"' and opened is None and not after.isspace())
        # Pages are careless with marks: one with a blank before and a word after opens.
        if mark in _OPEN and opened is not None and (after.isspace() or not before.isspace()):
            opens = False
        if opened is None and mark in _CLOSE and before.isspace() and not after.isspace():
            opens = True
        if opens and opened is None:
            opened = i
        elif not opens and opened is not None:
            out.append(Quotation(opened, i + 1))
            opened = None
    if opened is not None and end - opened < _MAX_LENGTH:
        out.append(Quotation(opened, end))
    return out
