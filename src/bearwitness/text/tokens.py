"""Words and marks of a text, with their offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

# Stray HTML tags are no words. Numbers keep their separators and ordinals, names their inner
# apostrophes and dots (U.S.), hyphenated words stay one token ("US-led", "twenty-five"), and so do
# words that a page masks with an asterisk ("kil*led"), read without it.
_TOKEN = re.compile(
    r"(?P<markup></?[A-Za-z][^<>\n]{0,60}>)"
    r"|(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?:-[A-Za-z]+)*"
    r"|[^\W\d_]+(?:['’‘`*][^\W\d_]+)*(?:-(?:[^\W_]+(?:['’‘`][^\W\d_]+)*))*"
    r"|[^\w\s]|\w"
)


class Token(NamedTuple):
    """One word or mark: offsets in the document's text, the word, and it in lower case."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or digit."""
        return self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with an upper-case letter."""
        return self.text[0].isupper()


def tokenize(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """Tokens of text[start:end]; offsets refer to the whole text."""
    stop = len(text) if end is None else end
    tokens = []
    for m in _TOKEN.finditer(text, start, stop):
        if m.lastgroup == "markup":
            continue
        word = m.group()
        low = word.lower()
        if "’" in low or "*" in low:
            low = low.replace("’", "'").replace("*", "") or word
        tokens.append(Token(*m.span(), word, low))
    return tuple(tokens)
