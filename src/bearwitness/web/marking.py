"""Text with parts marked: sentences around a claim, whole documents, two versions side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from bearwitness.model.claim import Casualty, Claim
from bearwitness.model.document import Document
from bearwitness.model.lineage import SentenceChange


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text under one set of marks.

    Attributes:
        text: the words.
        kinds: kinds of the claims that hold it, sorted; empty where none does.
        claims: their ids.
        furniture: it was set apart as no part of the report.
        speaker: somebody named here is said to have said something.
        starts: ids of claims that begin here, for links to them.
    """

    text: str
    kinds: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    furniture: bool = False
    speaker: bool = False
    starts: tuple[str, ...] = ()


def document_pieces(document: Document, claims: Sequence[Claim]) -> list[Piece]:
    """The whole text in pieces; joined they are the text."""
    text = document.text
    cuts = {0, len(text)}
    for start, end in _all_spans(document, claims):
        cuts |= {max(0, start), min(end, len(text))}
    bounds = sorted(cuts)
    pieces: list[Piece] = []
    for start, end in pairwise(bounds):
        over = [c for c in claims if c.span.start < end and start < c.span.end]
        said = any(s.start < end and start < s.end for c in claims for s in c.attribution)
        pieces.append(
            Piece(
                text[start:end],
                tuple(sorted({c.kind for c in over})),
                tuple(c.claim_id for c in over),
                document.is_furniture(start, end),
                said,
                tuple(c.claim_id for c in over if c.span.start == start),
            )
        )
    return pieces


def _all_spans(document: Document, claims: Sequence[Claim]) -> Iterable[tuple[int, int]]:
    yield from ((f.start, f.end) for f in document.furniture)
    for claim in claims:
        yield claim.span.start, claim.span.end
        yield from ((s.start, s.end) for s in claim.attribution if s.end > s.start)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence with the words that count apart."""

    before: str
    words: str
    after: str


def quoted(claim: Claim) -> Quoted:
    """A claim's sentence around its span."""
    quote = claim.sentence.quote
    start = max(0, claim.span.start - claim.sentence.start)
    end = start + len(claim.span.quote)
    if quote[start:end] != claim.span.quote:
        return Quoted("", claim.span.quote, "")
    return Quoted(quote[:start], quote[start:end], quote[end:])


def said_of(claim: Claim) -> str:
    """What a claim says, in a few words: "at least 95 killed, civilian"."""
    count = claim.detail
    if not isinstance(count, Casualty):
        return claim.kind
    words = _number(count) + " " + count.outcome
    more: list[str] = [count.status] if count.status != "any" else []
    more += list(count.attributes)
    more += [count.scope] if count.scope != "incident" else []
    more += ["subset of a larger count"] if count.subset else []
    more += ["an earlier count"] if count.superseded else []
    more += ["restates the body"] if count.restates else []
    more += [claim.hedge] if claim.hedge else []
    return ", ".join([words, *more])


def _number(count: Casualty) -> str:
    low, high = count.low, count.high
    if count.statement:
        return count.statement.replace("_", " ")
    if low is None and high is None:
        return "an unknown number"
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"{'more than' if count.qualifier == 'more_than' else 'at least'} {low}"
    return str(low) if low == high else f"{low} to {high}"


@dataclass(frozen=True, slots=True)
class Versions:
    """One sentence of two versions, in words that are kept (False) or changed (True)."""

    change: str
    earlier: list[tuple[bool, str]]
    later: list[tuple[bool, str]]
    quotation_altered: bool


def word_diff(changes: Iterable[SentenceChange]) -> list[Versions]:
    """Every sentence of both versions once, with the words that differ marked."""
    found = []
    for change in changes:
        old = change.earlier.quote if change.earlier else ""
        new = change.later.quote if change.later else ""
        if change.change == "edited":
            left, right = _differing(old, new)
        else:
            marked = change.change in ("added", "dropped")
            left = [(marked, old)] if old else []
            right = [(marked, new)] if new else []
        found.append(Versions(change.change, left, right, change.quotation_altered))
    return found


def _differing(old: str, new: str) -> tuple[list[tuple[bool, str]], list[tuple[bool, str]]]:
    a, b = re.findall(r"\S+\s*", old), re.findall(r"\S+\s*", new)
    matcher = SequenceMatcher(None, [w.strip() for w in a], [w.strip() for w in b], autojunk=False)
    left: list[tuple[bool, str]] = []
    right: list[tuple[bool, str]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if i2 > i1:
            left.append((tag != "equal", "".join(a[i1:i2])))
        if j2 > j1:
            right.append((tag != "equal", "".join(b[j1:j2])))
    return left, right
