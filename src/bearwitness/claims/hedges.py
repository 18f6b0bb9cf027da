"""How a text distances itself from what it says: reported, alleged, denied, unconfirmed."""

from __future__ import annotations

import re

from bearwitness.text.sentences import Sentence

_HEDGES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "denied",
        re.compile(
            r"\b(?:denied|denies|deny|rejected|rejects|dismissed|refuted)\b(?! (?:access|entry|bail"
            r"|responsibility|involvement|any (?:role|involvement|responsibility)|being|it\b))"
            r"|\bno (?:truth|basis) (?:to|in|for)\b"
            r"|\b(?:figures?|number|toll|reports?|claims?|rumou?rs?)\b.{0,40}\b(?:is|are|was|were)"
            r" (?:not (?:correct|true|accurate)|incorrect|inaccurate|false|untrue|wrong)\b",
            re.I,
        ),
    ),
    (
        "unconfirmed",
        re.compile(
            r"\bunconfirmed\b|\bunverified\b|could not (?:immediately "
            r"|independently )*be (?:independently "
            r")?(?:verified|confirmed)|\bnot (?:yet |been |independently )*(?:confirmed|verified)"
            r"|\bmay have (?:been )?(?:killed|died|injured|wounded|resulted|caused|left|led)"
            r"|\bmight have\b|\bpossib(?:le|ly|ility)\b|\bamid information\b"
            r"|\bfeared\b",
            re.I,
        ),
    ),
    ("alleged", re.compile(r"\ballegedly\b|\balleged to\b|\bpurported(?:ly)?\b", re.I)),
    (
        "reported",
        re.compile(
            r"\breportedly\b|\b(?:is|are|was|were|been|being) (?:also )?(?:reported|rumou?red)\b"
            r"|\b(?:is|are|was|were) said to\b|\breported (?:killed|dead|wounded|injured|missing"
            r"|hurt)\b"
            r"|\b(?:amid|with|after|by|at|of|to|received|are|were)(?: \w+)? reports (?:of|that)\b"
            r"|\breports (?:of|that)\b(?! \w+ say)|\baccording to (?:\w+ )?reports\b",
            re.I,
        ),
    ),
)
_CLAUSE = re.compile(
    r";|, (?:who|which|then|where|but|while|whereas|although|though|and|adding|with|amid)\b"
    r"|\b(?:but|while|whereas)\b"
)


_NONE = re.compile(r"\b(?:no|none|nobody|not)\b", re.I)


def hedge_at(text: str, sentence: Sentence, start: int, end: int) -> str | None:
    """How the clause that holds start:end distances itself, or None."""
    left, right = sentence.start, sentence.end
    for m in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if m.start() <= start:
            left = m.start()
        elif m.start() >= end:
            right = m.start()
            break
    clause = text[left:right]
    for name, pattern in _HEDGES:
        hit = pattern.search(clause)
        if hit and not (name == "reported" and _NONE.search(clause, 0, hit.start())):
            return name
    return None
