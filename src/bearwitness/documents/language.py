"""Language of a document: as declared, else by an offline detector, else undecided."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

UNDECIDED = "und"
_DECLARED = re.compile(r"([A-Za-z]{2,3})(?:[-_].*)?$")
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS_NEEDED = 60
_SAMPLE = 1000
# Words of English that no other language in Latin script uses as often: where they are frequent
# the detector (and its start) is not needed.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "was",
        "were",
        "with",
        "said",
        "by",
        "from",
        "that",
        "for",
        "which",
        "who",
        "had",
        "has",
        "been",
        "have",
        "after",
        "their",
    ]
)
# Words that only English reports of violence hold: a note of foreign names has few others.
_ENGLISH_OF_NOTES = frozenset(
    "killed killing kills wounded wounding injured injuring attacked people soldiers gunmen "
    "villagers bombing fighters bombed troops".split()
)
_ENGLISH_SHARE = 0.15
_SHARE_OF_NOTES = 0.1
_NOTE = 60  # words
_WORDS_NEEDED = 6
# The detector takes short English for Pidgin and the like unless its choice is bounded.
_CANDIDATES = [
    "am",
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "fa",
    "fi",
    "fr",
    "ha",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "it",
    "ja",
    "ka",
    "km",
    "ko",
    "ku",
    "lt",
    "lv",
    "mk",
    "ml",
    "mr",
    "ms",
    "my",
    "ne",
    "nl",
    "no",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "si",
    "sk",
    "sl",
    "so",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "th",
    "tl",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zh",
]


def declared_language(value: object) -> str | None:
    """ISO 639 code of a declared language ("en-US" gives "en"), or None."""
    found = _DECLARED.match(value.strip()) if isinstance(value, str) else None
    return found.group(1).lower() if found else None


def detect_language(text: str) -> str:
    """ISO 639-1 code of the text's language; "und" for texts too short to tell."""
    sample = text[:_SAMPLE].lower()
    words = _WORD.findall(sample)
    english = sum(1 for word in words if word in _ENGLISH)
    if len(words) >= _WORDS_NEEDED and english >= _ENGLISH_SHARE * len(words):
        return "en"
    told = sum(1 for word in words if word in _ENGLISH_OF_NOTES)
    if told and english and len(words) <= _NOTE and told + english >= _SHARE_OF_NOTES * len(words):
        return "en"
    # A letter of a script without an alphabet says more than one of Latin script.
    letters = sum(1 if char.isascii() else 3 for char in sample if char.isalpha())
    if letters < _LETTERS_NEEDED:
        return UNDECIDED
    code, _ = _identifier().classify(sample)
    return str(code)


@cache
def _identifier() -> Any:
    """The detector, loaded once; it is never changed afterwards."""
    from py3langid import langid

    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)
    known = set(identifier.nb_classes)
    identifier.set_languages([code for code in _CANDIDATES if code in known])
    return identifier
