"""The telling words of a report: names and ages, by which two reports of one event know each other.

Places and days are shared by many events of a city; the names of streets, schools, people and
officers, and the ages told, are shared by few. How rare each is, the collection tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token, tokenize

_AGE = re.compile(r"^(\d{1,3})-(year|month|week|day)s?-olds?$")
_PLAIN = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december", "jan", "feb", "aug", "sept", "oct"),
        *("nov", "dec", "am", "pm", "mr", "mrs", "ms", "dr", "sgt", "lt", "capt", "col", "gen"),
        *("i", "he", "she", "they", "we", "it", "a", "an", "the", "police", "news", "ap", "afp"),
        *("reuters", "photo", "copyright", "inc", "rights", "reserved", "associated", "press"),
    )
)
_MIN_LETTERS = 3
_CAPS_LETTERS = 6


def salient_terms(text: str, sentences: Iterable[Sentence]) -> frozenset[str]:
    """Names, name pairs and ages of the given sentences, in lower case.

    Args:
        text: the document's text.
        sentences: of it, furniture left out.

    Returns:
        Terms such as "zebdine", "zebdine road" (a pair is the stronger one) and "13 year".
    """
    out: set[str] = set()
    for sentence in sentences:
        _collect(sentence.tokens, out)
    return frozenset(out)


def terms_of(quote: str) -> frozenset[str]:
    """The telling words of one sentence given by itself."""
    out: set[str] = set()
    _collect(tokenize(quote), out)
    return frozenset(out)


def _collect(tokens: tuple[Token, ...], out: set[str]) -> None:
    words = [t for t in tokens if t.text[0].isalpha()]
    if not words:
        return
    shouting = sum(t.text.isupper() for t in words) > 0.6 * len(words)
    if shouting:
        out.update(t.lower for t in words if len(t.text) >= _CAPS_LETTERS)
        return
    titled = sum(t.is_capitalised for t in words) > 0.7 * len(words) and len(words) > 4
    before: Token | None = None
    opened = False
    for token in tokens:
        age = _AGE.match(token.lower)
        if age:
            out.add(f"{age[1]} {age[2]}")
        name = _bare(token) if token.is_capitalised and token.text[0].isalpha() else ""
        known = len(name) >= _MIN_LETTERS and name not in _PLAIN
        if known and opened and not titled:
            out.add(name)
        if known and before is not None and before.end + 1 == token.start and not titled:
            out.add(f"{_bare(before)} {name}")
            out.add(name)
            out.add(_bare(before))
        before = token if known else None
        if token.text not in {"“", '"', "‘", "'", "(", "["}:
            opened = token.text not in {"“", '"', ":"}


def _bare(token: Token) -> str:
    return re.sub(r"['‘’]s$|\.$", "", token.lower)
