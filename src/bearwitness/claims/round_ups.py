"""Reports that go through the shootings of a night or a weekend, one after the other.

Such a report opens with a sum over several; then each has its hour and its block, and often no
more that would part it from the one before: same town, same night, one man shot.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bearwitness.claims.count_reading import CountReading
from bearwitness.text.sentences import Sentence

_HEAD = 4  # sentences
_SEVERAL = re.compile(
    r"\b(?:shootings|stabbings|attacks|incidents|gun\s+violence|homicides|killings)\b", re.I
)
_CLOCK = re.compile(
    r"\b(?:at|around|about|approximately|before|after|near|by)\s+"
    r"(?:(?:at|around|about|approximately)\s+)?"
    r"(?P<at>\d{1,2}(?::\d\d)?\s*[ap]\.?\s?m\b|noon\b|midnight\b)",
    re.I,
)
_BLOCK = re.compile(r"\b(?P<at>\d{1,3}00\s+block\s+of\s+(?:[\w.'’]+\s+){0,2}?[A-Z][\w'’]+)")
# "He was pronounced dead at 6:36 p.m.": the hour of what followed.
_AFTERMATH = re.compile(
    r"\b(?:pronounced|declared|died|dies|arrested|custody|released|court|charged)\b[^.;]{0,60}$",
    re.I,
)
_LATER = re.compile(
    r"\W*(?:(?:just|about|less\s+than)\s+)?(?:[\w-]+\s+){0,2}?(?:minutes|hours?)\s+"
    r"(?:later|after\s+that|earlier)\b"
    r"|\W*(?:later|earlier)\s+(?:in\s+the\s+(?:evening|night|morning|day)|that\s+(?:day|night|"
    r"evening|morning)|(?:fri|satur|sun|mon|tues|wednes|thurs)day)\b"
    r"|\W*in\s+(?:the\s+(?:second|third|fourth|next|latest|last)|another|other)\s+"
    r"(?:\w+\s+)?(?:shooting|incident|case|attack)\b",
    re.I,
)
_NOBODY_NEW = re.compile(r"\b(?:the|both)\s+(?:man|woman|boy|girl|teen|victims?|men)\b", re.I)


class RoundUp:
    """The hours and blocks of the events that a report goes through."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        counts: Mapping[int, Sequence[CountReading]],
    ) -> None:
        """See whether the report is one that goes through several.

        Args:
            text: the document's text.
            sentences: of it.
            counts: by sentence index.
        """
        self.text = text
        self._spots: dict[int, dict[str, set[str]]] = {}
        self.goes_through = any(
            _SEVERAL.search(text, s.start, s.end)
            and any(
                c.casualty.scope == "window" and (c.casualty.low or 0) > 1
                for c in counts.get(s.index, ())
            )
            for s in sentences[:_HEAD]
        )

    def note(self, sentence: Sentence, event: int) -> None:
        """Remember the hour and block that a sentence gives an event.

        Args:
            sentence: as read.
            event: number of the event.
        """
        if not self.goes_through:
            return
        known = self._spots.setdefault(event, {})
        for kind, told in self._told(sentence).items():
            known.setdefault(kind, set()).update(told)

    def opens_next(self, sentence: Sentence, event: int) -> bool:
        """Whether a sentence goes on to the next: another hour or block than the event at hand."""
        if not self.goes_through:
            return False
        known = self._spots.get(event, {})
        told = self._told(sentence)
        if any(known.get(kind, set()) & spots for kind, spots in told.items()):
            return False
        if any(known.get(kind) for kind in told):
            return True
        later = _LATER.match(self.text, sentence.start, sentence.end)
        return (
            bool(known)
            and later is not None
            and _NOBODY_NEW.search(self.text, later.end(), sentence.end) is None
        )

    def _told(self, sentence: Sentence) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for kind, pattern in (("hour", _CLOCK), ("block", _BLOCK)):
            for found in pattern.finditer(self.text, sentence.start, sentence.end):
                before = self.text[sentence.start : found.start()]
                if kind == "block" or not _AFTERMATH.search(before):
                    out.setdefault(kind, set()).add(re.sub(r"[\s.]", "", found["at"]).lower())
        return out
