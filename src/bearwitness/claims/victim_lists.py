"""Who joins whom in one sentence: coordinated lists of victims, their totals and their parts.

"Six fighters, including a commander, and six civilians (five men and a woman)" is one list of two
members; what "including" or brackets set apart is a part of the member before it. The members of a
list without a total are added up later; a first member that the others make up is their total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.group_model import Group
from bearwitness.claims.group_single import PLAIN_PERSONS
from bearwitness.claims.role_lists import Role
from bearwitness.text.sentences import Sentence


def mark_lists(
    words: str,
    sentence: Sentence,
    groups: Sequence[Group],
    roles: dict[int, Role],
    readings: list[CountReading],
    joined: Sequence[tuple[int, ...]],
) -> list[CountReading]:
    """Number the coordinated lists; parts of one status count beside each other (subset).

    Args:
        words: the sentence.
        sentence: it.
        groups: its groups.
        roles: of these.
        readings: one for each role, in the same order.
        joined: groups that were read as one list.
    """
    order = sorted(roles)
    out, list_no = _of_joined(order, readings, joined)
    fixed = frozenset(range(list_no))
    for k in range(1, len(order)):
        if order[k] != order[k - 1] + 1 or out[k].list_id is not None:
            continue
        before = _member_before(words, sentence, out, k)
        mate, group = out[before], groups[order[before]]
        if mate.casualty.outcome != out[k].casualty.outcome or mate.parent != out[k].parent:
            continue
        if mate.casualty.subset and _STANDS_AT.search(words, mate.end - sentence.start, (
            out[k].start - sentence.start
        )):  # fmt: skip
            continue  # "the toll, including 18 children, stood at 51"
        if before == k - 1:
            first = sentence.tokens[group.last - 1].end - sentence.start
            between = words[first : out[k].start - sentence.start]
            others = bool(_OTHERS.match(words[out[k].end - sentence.start :]))
            if between.strip().endswith(",") and _OF_THE.search(
                words, 0, mate.start - sentence.start
            ):
                part = replace(out[k].casualty, subset=True)
                out[k] = replace(out[k], casualty=part, parent=before)
                continue
            if not _is_list_gap(between, others=others) or (
                groups[order[k]].definite and between.strip() == ","
            ):
                continue
        if mate.list_id is None:
            mate = out[before] = replace(mate, list_id=list_no)
            list_no += 1
        out[k] = replace(out[k], list_id=mate.list_id)
    out = _drop_appositions(words, sentence, out, fixed)
    out = _mark_breakdowns(out)
    for k, r in enumerate(out):
        if r.list_id is None or r.parent is not None:
            continue
        mates = [x for x in out if x.list_id == r.list_id and x is not r]
        if any(m.casualty.status == r.casualty.status for m in mates):
            out[k] = replace(r, casualty=replace(r.casualty, subset=True))
    return out


_STANDS_AT = re.compile(
    r"\b(?:stands?|stood|ris(?:en|es)|rose|reach(?:ed|es)|climbed|was|is)\b", re.I
)
# "Of the 117 injured, 15 are in a serious condition": some of them.
_OF_THE = re.compile(r"\b(?:of|among|amongst)\s+(?:(?:the|those|these|their|its|all)\s+)?$", re.I)
_ASIDE_CLOSED = re.compile(
    r"^(?:\s+[\w'’-]+){0,5}?\s*[,)]\s*,?\s*(?:and|as\s+well\s+as|along\s+with|plus)\s+"
    r"(?:at\s+least\s+)?$",
    re.I,
)


def _member_before(words: str, sentence: Sentence, readings: Sequence[CountReading], k: int) -> int:
    """Position of the count that the k-th may join: its parts, in an aside, are passed over."""
    at = k - 1
    whole = readings[at].parent
    if readings[k].parent is not None or whole is None:
        return at
    between = words[readings[at].end - sentence.start : readings[k].start - sentence.start]
    return whole if _ASIDE_CLOSED.match(between) else at


def _of_joined(
    order: Sequence[int], readings: Sequence[CountReading], joined: Sequence[tuple[int, ...]]
) -> tuple[list[CountReading], int]:
    """The readings of lists that name persons, numbered, and how many such lists there are."""
    out = list(readings)
    place = {n: k for k, n in enumerate(order)}
    count = 0
    for members in joined:
        at = [place[n] for n in members if n in place]
        at = [k for k in at if out[k].parent is None and out[k].casualty.statement is None]
        if len(at) < 2 or any(out[k].list_id is not None for k in at):
            continue
        for k in at:
            out[k] = replace(out[k], list_id=count)
        count += 1
    return out, count


def _drop_appositions(
    words: str, sentence: Sentence, readings: list[CountReading], fixed: frozenset[int]
) -> list[CountReading]:
    """Reads "A teacher, a mother of three, was killed": one person described twice.

    Lists numbered in `fixed` were read person by person and stay as they are.
    """
    kept: list[int] = []
    out = list(readings)
    for k, r in enumerate(readings):
        last = kept[-1] if kept else None
        if last is not None and r.list_id not in fixed and (
            _tells_again(words, sentence, out[last], r)
        ):  # fmt: skip
            if r.list_id is not None and out[last].list_id == r.list_id:
                out[last] = replace(out[last], list_id=None)
            continue
        kept.append(k)
    moved = {old: new for new, old in enumerate(kept)}
    out = [
        replace(out[k], parent=None if (at := out[k].parent) is None else moved.get(at))
        for k in kept
    ]
    sizes = [r.list_id for r in out]
    return [
        replace(r, list_id=None) if r.list_id is not None and sizes.count(r.list_id) < 2 else r
        for r in out
    ]


_ANOTHER_FOLLOWS = re.compile(
    r"\s*(?:,|and)\s+(?:and\s+)?(?:an?|his|her|their|two|three|himself|herself|\d)\b", re.I
)


def _tells_again(
    words: str, sentence: Sentence, before: CountReading, reading: CountReading
) -> bool:
    """Whether one person told by an article is the one counted just before."""
    one = before.singular or before.casualty.low == before.casualty.high == 1
    if not one or not reading.singular or before.casualty.outcome != reading.casualty.outcome:
        return False
    if reading.rule == "reflexive":
        return False  # "killed his wife, before turning the gun on himself"
    gap = words[before.end - sentence.start : reading.start - sentence.start]
    if not before.singular and not before.head:
        return gap.split() in (["of", "them"], ["of", "whom"])  # "one of them a former mayor"
    plain = "," in gap and not re.search(r"\band\b|&", gap, re.I)
    if not plain or (gap == ", " and {reading.head, before.head} <= PLAIN_PERSONS):
        return False
    return not _ANOTHER_FOLLOWS.match(words[reading.end - sentence.start :])


def _mark_breakdowns(readings: list[CountReading]) -> list[CountReading]:
    """Reads "A family of four, a man, his wife and two children": the first number is the whole."""
    out = list(readings)
    for number in {r.list_id for r in out if r.list_id is not None}:
        at = [k for k, r in enumerate(out) if r.list_id == number and r.parent is None]
        counts = [out[k].casualty.low for k in at]
        if len(at) < 3 or None in counts or counts[0] != sum(c or 0 for c in counts[1:]):
            continue
        if not _may_hold(out[at[0]], [out[k] for k in at[1:]]):
            continue
        out[at[0]] = replace(out[at[0]], list_id=None)
        for k in at[1:]:
            casualty = replace(out[k].casualty, subset=True)
            out[k] = replace(out[k], casualty=casualty, parent=at[0])
    return out


def _may_hold(whole: CountReading, parts: Sequence[CountReading]) -> bool:
    """Whether the parts may tell the whole again: two elders are no driver and no guard."""
    other = {"civilian": "combatant", "combatant": "civilian"}.get(whole.casualty.status)
    return all(p.casualty.status != other for p in parts)


# "beheading one and shooting dead 11 others"
_VERB_AGAIN = re.compile(
    r"[^.;:,]{0,30},?\s*and\s+(?:(?:kill|murder|shoot|behead|burn|execut|hack|stabb)(?:ing|ed)|shot)"
    r"(?:\s+(?:dead|to\s+death|alive|and\s+killed))?\s*",
    re.I,
)
_CLAUSE_AND = re.compile(
    r"\s*(?:who|that)\s[^,;.]*\sand\s*(?:,\s*[\w ]+\s(?:later|earlier|afterwards)\s*,\s*)?", re.I
)
_OTHERS = re.compile(r"^\s*(?:[\w-]+\s+){0,2}?others?\b", re.I)


def _is_list_gap(between: str, *, others: bool = False) -> bool:
    """Whether the words between two counts only join them.

    Args:
        between: those words.
        others: the second count is of "others", so that it adds to the first.
    """
    if _CLAUSE_AND.fullmatch(between) or (others and _VERB_AGAIN.fullmatch(between)):
        return True
    if len(between) > 70 or re.search(r"[.;:?!]|\b\w+ing\b|\b(?:count|toll)\b", between, re.I):
        return False
    if not others and re.search(r"\b(?:from|outside|inside)\b", between, re.I):
        return False
    if not re.search(
        r",|\band\b|&|\bplus\b|\bas well as\b|\balong with\b|\btogether with\b", between, re.I
    ):
        return False
    return not re.search(
        r"\b(?:including|include[ds]?|among|of whom|of them|were|was|had|have|has|when|after|while|"
        r"who|which|before|by|said|killing|injuring|wounding|shot|stabbed)\b",
        between,
        re.I,
    )
