"""Lists of named victims without a number: "Ann A, 31, Bob B, 19, and Cy C were found dead".

Names are counted, never told apart by outcome: the verb or the opening of the list says what
befell them all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bearwitness.model.claim import Outcome

_AGE = r"(?:\d{1,3}[- ]years?[- ]old\s+)"
_WORD = r"[A-Z][\w'’.-]*[\w]"
_NAME = rf"{_AGE}?{_WORD}(?:\s+(?:[A-Z]\.|{_WORD})){{1,4}}(?:,?\s*Jr\.?)?(?:,\s*\d{{1,3}})?"
_KIN = rf"(?:his|her|their)\s+(?:\w+\s+){{0,2}}?\w+,?\s+{_NAME}"
_ITEM = rf"(?:{_NAME}|{_KIN})"
_LIST = rf"{_ITEM}(?:,\s*{_ITEM})*,?\s+and\s+{_ITEM}"
_KILLED = (
    r"(?:killed|dead|deceased|murdered|slain|found\s+(?:shot\s+)?dead|shot\s+(?:dead|and\s+killed|"
    r"to\s+death)|fatally\s+shot|pronounced\s+dead|gunned\s+down)"
)
_SUBJECT = re.compile(
    rf"(?P<list>{_LIST}),?\s+(?:were|are|was|have\s+been)\s+(?:both\s+|all\s+|later\s+)?{_KILLED}\b"
    rf"|(?P<died>{_LIST}),?\s+(?:both\s+|all\s+)?died\b"
)
_NAMED_DEAD = re.compile(
    rf"\b(?:[Tt]he\s+|[Tt]hose\s+)?(?:dead|deceased|killed|slain|murder(?:ed)?|homicide)\b[^.;:]{{0,40}}?"
    rf"\b(?:are|were|was|identified|named)\s*(?:\w+\s+){{0,2}}?(?:as\s+|:\s*)?(?P<list>{_LIST})"
)


@dataclass(frozen=True, slots=True)
class NameList:
    """Named victims in one list; offsets within the sentence."""

    start: int
    end: int
    number: int
    outcome: Outcome


def find_name_lists(sentence: str) -> list[NameList]:
    """Lists of two or more named dead.

    Ages must stand with the names, or "his son" with one of them: a bare list of capitalised
    words may be places.
    """
    out: list[NameList] = []
    for pattern in (_SUBJECT, _NAMED_DEAD):
        for m in pattern.finditer(sentence):
            group = "list" if m.groupdict().get("list") else "died"
            words = m.group(group)
            start = m.start(group)
            if any(start < o.end and o.start < start + len(words) for o in out):
                continue
            if not re.search(r"\b\d{1,3}\b|\b(?:his|her|their)\b", words):
                continue
            number = len(re.findall(_ITEM, words))
            if number >= 2:
                out.append(NameList(start, start + len(words), number, "killed"))
    return sorted(out, key=lambda o: o.start)
