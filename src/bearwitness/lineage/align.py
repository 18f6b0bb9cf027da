"""What became of each sentence between two versions of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bearwitness.lineage.reading import Reading, quotations
from bearwitness.model.lineage import SentenceChange
from bearwitness.model.span import Span
from bearwitness.text.tokens import tokenize

PAIRED = 0.4
"""Two sentences are versions of one where their shared words reach this share of both (Dice)."""

_HELD_WHOLE = 0.8
"""... or where the shorter stands to this share in the longer (a clause was added or cut)."""

_MARKS = str.maketrans({"“": '"', "”": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'"})


@dataclass(frozen=True, slots=True)
class Match:
    """Sentence `left` of one reading is a version of sentence `right` of the other."""

    left: int
    right: int
    likeness: float


def match_sentences(a: Reading, b: Reading) -> tuple[Match, ...]:
    """Pair the sentences of two readings, each at most once, likest first.

    Likeness is the Dice share of common words. Where two pairs are alike, the one nearer in
    relative place comes first. In order of `left`.
    """
    out = _equal_sentences(a, b)
    left = set(range(len(a.bags))) - {m.left for m in out}
    right = set(range(len(b.bags))) - {m.right for m in out}
    found: list[tuple[float, float, int, int]] = []
    for i in left:
        bag = a.bags[i]
        for j in right:
            other = b.bags[j]
            shared = len(bag & other)
            # `_likeness` can reach PAIRED only so; asked of every pair, so first and in integers.
            if 5 * shared >= len(bag) + len(other) or 5 * shared >= 4 * min(len(bag), len(other)):
                likeness = _likeness(shared, len(bag), len(other))
                if likeness >= PAIRED:
                    found.append((-likeness, _apart(a, i, b, j), i, j))
    for score, _, i, j in sorted(found):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            out.append(Match(i, j, -score))
    return tuple(sorted(out, key=lambda m: m.left))


def _equal_sentences(a: Reading, b: Reading) -> list[Match]:
    """Sentences of the same words: the nearest in relative place first."""
    places: dict[frozenset[str], list[int]] = {}
    for j, bag in enumerate(b.bags):
        if bag:
            places.setdefault(bag, []).append(j)
    found = [
        (_apart(a, i, b, j), i, j) for i, bag in enumerate(a.bags) for j in places.get(bag, ())
    ]
    taken: tuple[set[int], set[int]] = (set(), set())
    out = []
    for _, i, j in sorted(found):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            out.append(Match(i, j, 1.0))
    return out


def _apart(a: Reading, i: int, b: Reading, j: int) -> float:
    return abs(i / len(a.bags) - j / len(b.bags))


def _likeness(shared: int, left: int, right: int) -> float:
    if not shared:
        return 0.0
    dice = 2 * shared / (left + right)
    shorter = min(left, right)
    if shorter >= 6 and shared / shorter >= _HELD_WHOLE:
        return max(dice, PAIRED)
    return dice


def align(
    earlier: Reading, later: Reading, matches: Sequence[Match] | None = None
) -> tuple[SentenceChange, ...]:
    """Every sentence of both versions exactly once: same, edited, added or dropped.

    In the order of the later text; what was dropped stands where it stood in the earlier one.
    """
    if earlier.document.text == later.document.text and earlier.sentences == later.sentences:
        every = range(len(later.sentences))
        return tuple(SentenceChange(_span(earlier, k), _span(later, k), "same") for k in every)
    pairs = match_sentences(earlier, later) if matches is None else matches
    by_right = {m.right: m.left for m in pairs}
    kept = set(by_right.values())
    out: list[SentenceChange] = []
    dropped = [i for i in range(len(earlier.sentences)) if i not in kept]
    at = 0
    for j in range(len(later.sentences)):
        i = by_right.get(j)
        if i is None:
            out.append(SentenceChange(None, _span(later, j), "added"))
            continue
        while at < len(dropped) and dropped[at] < i:
            out.append(SentenceChange(_span(earlier, dropped[at]), None, "dropped"))
            at += 1
        out.append(_change(earlier, i, later, j))
    out.extend(SentenceChange(_span(earlier, i), None, "dropped") for i in dropped[at:])
    return tuple(out)


def _change(earlier: Reading, i: int, later: Reading, j: int) -> SentenceChange:
    old, new = _span(earlier, i), _span(later, j)
    if old.quote == new.quote:
        return SentenceChange(old, new, "same")
    what = changed_words(old.quote, new.quote)
    altered = quotation_altered(old.quote, new.quote)
    return SentenceChange(old, new, "edited" if what else "same", what, altered)


def _span(reading: Reading, sentence: int) -> Span:
    return Span.cut(reading.document.text, *reading.sentences[sentence])


def changed_words(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """The words changed between two sentences, as (old words, new words), either possibly empty.

    Only words count: another kind of quotation mark or a comma more is no edit. Two changes parted
    by one kept word are one change, so that a rewritten clause reads as one.
    """
    left = [t.text for t in tokenize(old) if t.is_word]
    right = [t.text for t in tokenize(new) if t.is_word]
    a = [_plain(w).lower() for w in left]
    b = [_plain(w).lower() for w in right]
    blocks: list[list[int]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if blocks and i1 - blocks[-1][1] <= 1 and j1 - blocks[-1][3] <= 1:
            blocks[-1][1], blocks[-1][3] = i2, j2
        else:
            blocks.append([i1, i2, j1, j2])
    return tuple((" ".join(left[i1:i2]), " ".join(right[j1:j2])) for i1, i2, j1, j2 in blocks)


def quotation_altered(old: str, new: str) -> bool:
    """Whether words that both versions give as a quotation differ.

    Quotations are paired by likeness; one that stands in one version only is an addition or a
    cut, not an alteration. The shape of the marks, case and punctuation never count.
    """
    left, right = _quoted_words(old), _quoted_words(new)
    for words in left:
        if words in right:
            continue
        for other in right:
            if other in left:
                continue
            ratio = SequenceMatcher(None, words, other, autojunk=False).ratio()
            if ratio >= 0.5:
                return True
    return False


_NAME = 2  # words; a name or a term in quotation marks is no utterance


def _quoted_words(text: str) -> list[list[str]]:
    out = []
    for start, end in quotations(text):
        words = _plain(text[start + 1 : end]).lower().split()
        stripped = [w.strip(".,;:!?\"'…") for w in words]
        kept = [w for w in stripped if w]
        if len(kept) > _NAME:
            out.append(kept)
    return out


def _plain(text: str) -> str:
    return text.translate(_MARKS)
