"""One speaker's words given otherwise: by two unrelated reports, or twice in one text.

Versions of one dispatch are compared sentence by sentence elsewhere (contradictions.py). Here two
quotations are held to be of one utterance where the speaker agrees and most words do; one that
merely breaks off sooner contradicts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import Literal

from bearwitness.model import ids
from bearwitness.model.claim import Claim, Statement
from bearwitness.model.register import Contradiction, Side
from bearwitness.register.roots import Roots

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEAST = 5  # words of a quotation
_ALIKE = 0.75
_RUN = 3  # words in a row that bring two quotations together
_MOST = 40  # quotations that share one run

_Quoted = tuple[Claim, tuple[str, ...]]


def of_quotations(claims: Iterable[Claim], roots: Roots) -> list[Contradiction]:
    """Contradictions of kind "quotation" between sources and within a text, sorted by id."""
    near: dict[tuple[str, tuple[str, ...]], list[_Quoted]] = {}
    for claim in sorted(claims, key=lambda c: c.claim_id):
        for words in _quotations(claim):
            for i in range(len(words) - _RUN + 1):
                near.setdefault((_speaker(claim), words[i : i + _RUN]), []).append((claim, words))
    found: dict[str, Contradiction] = {}
    for key in sorted(near):
        for (a, first), (b, second) in combinations(near[key][:_MOST], 2):
            if a.claim_id != b.claim_id and _differ(first, second):
                one = _made(a, b, roots)
                if one is not None:
                    found[one.contradiction_id] = one
    return [found[name] for name in sorted(found)]


def _quotations(claim: Claim) -> Iterator[tuple[str, ...]]:
    """The quoted words of a statement, as far as its sentence holds them."""
    if not isinstance(claim.detail, Statement):
        return
    held = claim.sentence
    for start, end in claim.detail.words:
        if held.start <= start and end <= held.end:
            words = _WORD.findall(held.quote[start - held.start : end - held.start].lower())
            if len(words) >= _LEAST:
                yield tuple(w.replace("’", "'") for w in words)


def _speaker(claim: Claim) -> str:
    """What tells a speaker: the last word of the name."""
    detail = claim.detail
    name = detail.speaker if isinstance(detail, Statement) else ""
    return name.lower().split(" ")[-1]


def _differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two quotations are of one utterance and word it otherwise."""
    shorter, longer = sorted((a, b), key=len)
    if any(longer[i : i + len(shorter)] == shorter for i in range(len(longer) - len(shorter) + 1)):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


def _made(a: Claim, b: Claim, roots: Roots) -> Contradiction | None:
    if a.document_id != b.document_id and (
        roots.dispatch(a.document_id) == roots.dispatch(b.document_id)
    ):
        return None  # versions of one dispatch
    sides = tuple(
        Side(c.document_id, c.span.start, c.span.end, c.span.quote, c.claim_id)
        for c in sorted((a, b), key=lambda c: c.claim_id)
    )
    between: Literal["text", "sources"] = "text" if a.document_id == b.document_id else "sources"
    name = ids.contradiction_id("quotation", a.claim_id, b.claim_id)
    return Contradiction(name, "quotation", between, sides)
