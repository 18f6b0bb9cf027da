"""One document as the comparison of two reads it: words, sentences, quotation marks, shingles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bearwitness.lineage.shingles import (
    WIDTH,
    Hashes,
    Mask,
    WordCodes,
    distinct,
    is_among,
    sample_keys,
    shingle_hashes,
    word_pattern,
)
from bearwitness.model.document import Document
from bearwitness.text.sentences import paragraphs, split_sentences

Numbers = NDArray[np.int64]

_NARRATION_WORDS = 6
_MOSTLY = 0.5

# An opening mark, and all up to its closing one; a quotation that runs on over the paragraph's end
# is closed by it. Single marks count only where they cannot be apostrophes.
_QUOTATION = re.compile(
    r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)|«[^»\n]*(?:»|(?=\n)|$)"
    r"|(?<!\w)[‘'](?=\w)(?:[^\n]{0,600}?)(?<=[\w.,!?…])[’'](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What comparing needs of one document.

    Attributes:
        document: the document.
        words: lower-cased, furniture left out.
        sentences: start and end in the text of each sentence, furniture left out.
        first_word: index of each sentence's first word, and the number of words at the end.
        quoted: for each word, whether it stands inside quotation marks.
        common: for each word, whether it belongs to a passage of many unrelated documents.
        narration: indices of the sentences that are neither short nor mostly quoted or common.
        shingles: hash of the shingle that begins at each word (seven fewer than words).
        distinct: the distinct ones, sorted.
        own: those of them that touch no common passage, sorted.
        bags: each sentence's words as a set, repeats told apart.
    """

    document: Document
    words: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    first_word: tuple[int, ...]
    quoted: Mask
    common: Mask
    narration: frozenset[int]
    shingles: Hashes
    distinct: Hashes
    own: Hashes
    bags: tuple[frozenset[str], ...]

    @property
    def document_id(self) -> str:
        """The document's id."""
        return self.document.document_id

    def words_in(self, sentence: int) -> int:
        """Number of words of a sentence."""
        return self.first_word[sentence + 1] - self.first_word[sentence]

    def sentence(self, index: int) -> str:
        """A sentence as written."""
        start, end = self.sentences[index]
        return self.document.text[start:end]


def quotations(text: str) -> list[tuple[int, int]]:
    """Offsets of the stretches inside quotation marks, marks included."""
    return [m.span() for m in _QUOTATION.finditer(text)]


def read(document: Document, codes: WordCodes, common: Hashes | None = None) -> Reading:
    """Prepare a document for comparison.

    Args:
        document: the document; its furniture is left out.
        codes: shared word codes.
        common: sorted hashes of shingles that many unrelated documents hold.
    """
    text = document.text
    sentences = _sentences(document)
    pattern = word_pattern(text)
    lowered = text.lower()
    if len(lowered) != len(text):  # a letter that lower case writes as two would shift offsets
        lowered = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    found = [m for start, end in sentences for m in pattern.finditer(lowered, start, end)]
    starts = np.array([m.start() for m in found], dtype=np.int64)
    words = [m.group() for m in found]
    if "’" in text:
        words = [w.replace("’", "'") for w in words]
    bounds = np.array([start for start, _ in sentences], dtype=np.int64)
    first = (*np.searchsorted(starts, bounds).tolist(), len(words))
    shingles = shingle_hashes(words, codes)
    every = distinct(shingles)
    quoted = _inside(starts, quotations(text))
    known = covered(_known(shingles, common), len(words))
    return Reading(
        document=document,
        words=tuple(words),
        sentences=tuple(sentences),
        first_word=first,
        quoted=quoted,
        common=known,
        narration=_narration(first, quoted, known),
        shingles=shingles,
        distinct=every,
        own=distinct(_untouched(shingles, known)) if known.any() else every,
        bags=tuple(_bag(words[a:b]) for a, b in pairwise(first)),
    )


def _sentences(document: Document) -> list[tuple[int, int]]:
    """Offsets of the sentences, cut around furniture."""
    text = document.text
    holes = sorted((s.start, s.end) for s in document.furniture)
    out: list[tuple[int, int]] = []
    for start, end in paragraphs(text):
        at = start
        for hole, after in holes:
            if at < after and hole < end:
                out.extend(split_sentences(text, at, max(at, hole)))
                at = min(after, end)
        out.extend(split_sentences(text, at, end))
    return out


def _narration(first: tuple[int, ...], quoted: Mask, common: Mask) -> frozenset[int]:
    at_quoted = (0, *np.cumsum(quoted).tolist())
    at_common = (0, *np.cumsum(common).tolist())
    return frozenset(
        k
        for k, (a, b) in enumerate(pairwise(first))
        if b - a >= _NARRATION_WORDS
        and at_quoted[b] - at_quoted[a] <= _MOSTLY * (b - a)
        and at_common[b] - at_common[a] <= _MOSTLY * (b - a)
    )


def covered(marked: Mask, n_words: int) -> Mask:
    """The words that lie in any marked shingle."""
    out = np.zeros(n_words, dtype=np.bool_)
    if n_words < WIDTH:
        out[:] = bool(marked.any())
        return out
    for i in range(WIDTH):
        out[i : i + marked.size] |= marked
    return out


def _known(shingles: Hashes, common: Hashes | None) -> Mask:
    if common is None or common.size == 0:
        return np.zeros(shingles.size, dtype=np.bool_)
    keys, sampled = sample_keys(shingles)
    return sampled & is_among(keys, common)


def _untouched(shingles: Hashes, common: Mask) -> Hashes:
    """The shingles that hold no common word."""
    if common.size < WIDTH:
        return shingles[:0]
    touched = np.zeros(shingles.size, dtype=np.bool_)
    for i in range(WIDTH):
        touched |= common[i : i + shingles.size]
    return shingles[~touched]


def _inside(starts: Numbers, stretches: list[tuple[int, int]]) -> Mask:
    out = np.zeros(starts.size, dtype=np.bool_)
    for start, end in stretches:
        out[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = True
    return out


def _bag(words: list[str]) -> frozenset[str]:
    bag = set(words)
    if len(bag) < len(words):
        seen: dict[str, int] = {}
        for word in words:
            seen[word] = n = seen.get(word, 0) + 1
            if n > 1:
                bag.add(f"{word} {n}")
    return frozenset(bag)
