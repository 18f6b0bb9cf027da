"""Lists of places: "the villages of A, B and C", "A and B districts in C as well as D in E".

A word for a kind of place before or after the names makes every name of its group a place's,
gazetteer or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bearwitness.claims import control_words as w

_PLAIN = w.NAME.replace("?P<name>", "?:")
_KINDS = rf"(?i:{w.KINDS})"
_HEAD = re.compile(
    rf"(?!(?:\w+ed|took|an?)\s)(?:the\s+)?(?:following\s+)?{w.QUALIFIED}{_KINDS}\s+of:?\s+"
    r"(?:the\s+)?"
)
_ITEM = re.compile(
    r"(?:the\s+)?(?!(?:In|On|At|The|But|And|After|Before|By|From|Over|During|Meanwhile|Also|As|While|"
    rf"When|Its|Their|His|Our|Both|Two|Three)\b)(?P<name>{_PLAIN})"
)
# "Damascus suburb" and "Aleppo airport" are not the town.
_AFTER = re.compile(
    r"\s+(?i:city|cities|towns?|villages?|townships?|hamlets?|districts?|provinces?|regions?|"
    r"settlements?|localit(?:y|ies)|communes?|governorates?|municipalit(?:y|ies)|sub-?districts?)\b"
)
_REGION = re.compile(
    rf"\s+(?:of|in)\s+(?:the\s+)?(?:(?:\w+ern)\s+)?(?P<region>{_PLAIN})(?:\s+{_KINDS}\b)?"
    rf"(?:,?\s+in\s+(?:the\s+)?{_PLAIN})?|"
    rf"\s*\(in\s+(?P<bracketed>{_PLAIN})\)"
)
_JOINT = re.compile(
    r"(?:\s*,)?\s+(?:and|as\s+well\s+as|along\s+with|plus)\s+(?:also\s+)?(?:in\s+)?|\s*,\s+"
)
# "A, B and C villages of REGION": C is no word about the villages.
_LAST_OF_GROUP = re.compile(
    rf"(?:the\s+)?{_PLAIN}\s+(?i:towns|villages|cities|districts|settlements|hamlets|townships|localities|"
    r"communes|provinces)\s"
)
# "Naungcho (Nawnghkio)": the same place by another name.
_ALIAS = re.compile(r"\s*\((?!in\s)[A-Z][^()]{1,30}\)")
_LONGEST = 60  # names
# Who acts, said before the names of a passive: "AGENCY said A and B were …".
_STARTS = re.compile(
    r"^\W*(?:In|On|At|By|During|Meanwhile|Also)\b[^,]{0,40},\s+|\b(?:that|said|says|and|announced|where|of)\s+(?=\S)|:\s+"
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One name of a list; `region` is the offsets of what the list says it lies in."""

    start: int
    end: int
    is_place: bool
    region: tuple[int, int] | None = None


def read_list(text: str, at: int, stop: int) -> tuple[list[Listed], int]:
    """The names that follow one another from an offset, and where they end.

    A name that stands in the list for the region of others ("villages of REGION") is not one of
    them.
    """
    found: list[Listed] = []
    group: list[Listed] = []
    end, kind = at, False
    pos = at
    while len(found) + len(group) < _LONGEST:
        head = (
            None
            if group and _LAST_OF_GROUP.match(text, pos, stop)
            else _HEAD.match(text, pos, stop)
        )
        if head is not None:
            found += _closed(group, kind, None)
            group, kind = [], True
            pos = head.end()
        item = _ITEM.match(text, pos, stop)
        if item is None:
            break
        group.append(Listed(*item.span("name"), is_place=False))
        alias = _ALIAS.match(text, item.end(), stop)
        end = alias.end() if alias else item.end()
        after = _AFTER.match(text, end, stop)
        end = after.end() if after else end
        around = _REGION.match(text, end, stop)
        if after is not None or around is not None:
            region = None
            if around is not None:
                region = around.span("region" if around["region"] else "bracketed")
                end = around.end()
            found += _closed(group, kind or after is not None, region)
            group, kind = [], False
        joint = _JOINT.match(text, end, stop)
        if joint is None or ("," in joint.group() and w.APPOSED_KIND.match(text, joint.end())):
            break
        pos = joint.end()
    return [*found, *_closed(group, kind, None)], end


def _closed(group: list[Listed], kind: bool, region: tuple[int, int] | None) -> Iterator[Listed]:
    return (replace(each, is_place=kind, region=region) for each in group)


def lists_before(text: str, start: int, at: int) -> Iterator[tuple[list[Listed], int]]:
    """The lists that begin a clause before an offset, the longest first."""
    starts = [start, *(m.end() for m in _STARTS.finditer(text, start, at))]
    for begin in starts:
        opening = re.compile(r"[\s“\"‘(]*(?:[Tt]he\s+)?").match(text, begin)
        names, end = read_list(text, opening.end() if opening else begin, at)
        if names and end <= at:
            yield names, end
