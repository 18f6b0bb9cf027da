"""Earlier events that a sentence dates by the one at hand: "It came a week after 20 died"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bearwitness.model.claim import When
from bearwitness.model.document import Anchor
from bearwitness.text.dates import find_dates, resolve

_CAME_AFTER = re.compile(
    r"\b(?:comes?|came|coming|follow(?:s|ed)|happened|occurred|took\s+place|was|were|is)\s+"
    r"(?:(?:just|only|barely|less\s+than|more\s+than|about|around|some|nearly|almost|over)\s+)*"
    r"(?P<long>(?:[\w-]+\s+){0,2}?(?:hours?|days?|weeks?|months?|years?))\s+after\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Recalled:
    """An earlier event, told by how long before the one at hand it was.

    Attributes:
        start: offset in the sentence from which the words are of the earlier event.
        ago: how long before ("a week"; "days").
    """

    start: int
    ago: str

    def when(self, main: date | None) -> When:
        """Its days, reckoned from the day of the event at hand; unknown where either is."""
        words = f"{self.ago} earlier"
        found = find_dates(words, 0, len(words)) if main is not None else ()
        if not found:
            return When(text=f"{self.ago} after")
        when = resolve(found[0], Anchor(main), tense=None, reference=main)
        return replace(when, text=f"{self.ago} after")


def recalled_event(words: str) -> Recalled | None:
    """The earlier event that a sentence dates by the one at hand, if any."""
    m = _CAME_AFTER.search(words)
    return Recalled(m.end(), " ".join(m["long"].split())) if m else None
