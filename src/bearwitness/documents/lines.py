"""The lines of a text as a page lays them out, with the shapes that tell prose from page parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bearwitness.text.sentences import paragraphs

_WORD = re.compile(r"[^\W_]+(?:['’\-*.][^\W_]+)*")
_STOPPED = re.compile(r"[.!?:;…。؟][\"'”’»)\]\s]*$")
_FULL_STOP = re.compile(r"(?:[^.…][.!?]|[。؟])[\"'”’»)\]\s]*$")
_BULLET = re.compile(r"^[•*·▪●‣◦–—\-]+\s+|^\d{1,2}[.)]\s")
_QUOTED = re.compile(r"^[\"“‘«'].*[\"”’»'][,.]?$", re.S)
_INNER_STOP = re.compile(r"[a-z0-9)\"”]{2}[.!?][\"”’)]*\s+[\[\"“‘(]?[A-Z]")
_POST = re.compile(r"[—–-]\s*[^—–\n]{1,60}\(@\w{1,30}\)|pic\.twitter\.com/|\bt\.co/\w")
_CAPTION = re.compile(
    r"\((?:[^()]*(?:photo|source|image|picture|credit|file|courtesy)\b[^()]*"
    r"|[\w .'’\-]+/[\w .'’\-]+|[\w .'’]+, [\w .'’]+)\)\W*$",
    re.I,
)
_AGENCIES = (
    r"(?:Reuters|REUTERS|AFP|AP|EPA|EPA-EFE|EFE|DPA|Xinhua|Anadolu(?: Agency)?|Getty(?: Images)?)"
)
_FILE_PICTURE = re.compile(
    r"^\W*(?i:file)(?:\s*[-–—:]\s+|\s+(?i:photo|picture|pic|image|video|footage)\b)"
)
# "Name/Reuters", "REUTERS / Name", "(Photo: AFP)", "| AFP" at a line's end
_CREDIT = re.compile(
    rf"(?:\w[\w .'’\-]{{2,40}}\s*/\s*{_AGENCIES}"
    rf"|\b{_AGENCIES}(?:\s*[Pp]hoto)?\s*/\s*\w[\w .'’\-/]{{2,60}}"
    rf"|[|©]\s*{_AGENCIES}|[\[(](?i:photo|image|picture|file)\b[^\])\n]{{0,80}})[\])]?\W*$"
)
_ONLY_AGENCIES = re.compile(rf"[(\[]\s*{_AGENCIES}(?:\s*[/,&]\s*{_AGENCIES})*\s*[)\]]\W*$")
_COUNTS = re.compile(r"(?i)\d\s+\w|\b(?:kill|dead|died|dies|death|wound|injur|bodies|victim)")
_CAPTION_WORDS = 60
_ENDING = 240  # characters of a line in which a post or a caption shows itself
PROSE_WORDS = 12
BODY_WORDS = 18


@dataclass(frozen=True, slots=True)
class Line:
    """One line (or wrapped paragraph) of a text.

    Attributes:
        start, end: offsets in the text, white space trimmed.
        text: the characters.
        words: how many words it has.
        stopped: it ends in a full stop, question or exclamation mark (not an ellipsis).
    """

    start: int
    end: int
    text: str
    words: int
    stopped: bool

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a sentence or more: long enough, and it ends in a stop."""
        return self.stopped and self.words >= PROSE_WORDS

    @property
    def is_body(self) -> bool:
        """Whether it reads as a paragraph of a report."""
        return (self.stopped and self.words >= BODY_WORDS) or self.words >= 45

    @property
    def is_bulleted(self) -> bool:
        """Whether it is an item of a list."""
        return bool(_BULLET.match(self.text))

    @property
    def is_open(self) -> bool:
        """Whether it ends without any stop, as headlines and labels do."""
        return not _STOPPED.search(self.text[-_ENDING:])

    @property
    def runs_on(self) -> bool:
        """Whether it holds more than one sentence, or was wrapped: no headline does."""
        return "\n" in self.text or bool(_INNER_STOP.search(self.text))

    @property
    def is_post(self) -> bool:
        """Whether it is an embedded post of a social network."""
        return bool(_POST.search(self.text[-_ENDING:]))

    @property
    def is_caption(self) -> bool:
        """Whether it ends in a picture's credit."""
        return bool(_CAPTION.search(self.text[-_ENDING:]))

    @property
    def tells_a_picture(self) -> bool:
        """Whether it is a caption that tells nothing of the report: an old picture, or no victim.

        A caption's day and place are those of its picture. One that speaks of victims stays.
        """
        if self.words > _CAPTION_WORDS:
            return False
        if _FILE_PICTURE.search(self.text):
            return True
        ending = self.text[-_ENDING:]
        credited = _CREDIT.search(ending) and not _ONLY_AGENCIES.search(ending)
        return bool(credited) and not _COUNTS.search(self.text)

    @property
    def is_quotation(self) -> bool:
        """Whether it is one quotation, as pull quotes are."""
        return bool(_QUOTED.match(self.text))


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold anything, in order."""
    out: list[Line] = []
    for start, end in paragraphs(text):
        piece = text[start:end]
        words = len(_WORD.findall(piece))
        stopped = bool(_FULL_STOP.search(piece[-_ENDING:]))
        out.append(Line(start, end, piece, words, stopped))
    return out
