"""One document as the comparison of two reads it: words, sentences, quotation marks, shingles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from bearwitness.lineage.shingles import (
    WIDTH,
    WORD,
    Hashes,
    Mask,
    WordCodes,
    sample_keys,
    shingle_hashes,
)
from bearwitness.model.document import Document
from bearwitness.text.sentences import Sentence, segment

Numbers = NDArray[np.int64]

# An opening mark, and all up to its closing one; a quotation that runs on over the paragraph's end
# is closed by it. Single marks count only where they cannot be apostrophes.
_QUOTATION = re.compile(
    r"“[^”\n]*(?:”|(?=\n)|$)|\"[^\"\n]*(?:\"|(?=\n)|$)|«[^»\n]*(?:»|(?=\n)|$)"
    r"|(?<!\w)[‘'](?=\w)(?:[^\n]{0,600}?)(?<=[\w.,!?…])[’'](?!\w)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What comparing needs of one document; all arrays run over its words.

    Attributes:
        document: the document.
        words: lower-cased, furniture left out.
        sentences: of the furniture-free text.
        sentence_of: index of each word's sentence.
        first_word: index of each sentence's first word, and the number of words at the end.
        quoted: the word stands inside quotation marks.
        common: the word belongs to a passage found in many unrelated documents.
        shingles: hash of the shingle that begins at each word (seven fewer than words).
        bags: each sentence's words as a set, repeats told apart.
    """

    document: Document
    words: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    sentence_of: Numbers
    first_word: Numbers
    quoted: Mask
    common: Mask
    shingles: Hashes
    bags: tuple[frozenset[tuple[str, int]], ...]

    @property
    def document_id(self) -> str:
        """The document's id."""
        return self.document.document_id

    def words_in(self, sentence: int) -> int:
        """Number of words of a sentence."""
        return int(self.first_word[sentence + 1] - self.first_word[sentence])


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
    sentences = segment(text, [(s.start, s.end) for s in document.furniture])
    words: list[str] = []
    starts: list[int] = []
    sentence_of: list[int] = []
    first = [0]
    for sentence in sentences:
        for m in WORD.finditer(text, sentence.start, sentence.end):
            words.append(m.group().lower().replace("’", "'"))
            starts.append(m.start())
            sentence_of.append(sentence.index)
        first.append(len(words))
    shingles = shingle_hashes(words, codes)
    return Reading(
        document=document,
        words=tuple(words),
        sentences=sentences,
        sentence_of=np.array(sentence_of, dtype=np.int64),
        first_word=np.array(first, dtype=np.int64),
        quoted=_inside(np.array(starts, dtype=np.int64), quotations(text)),
        common=covered(_known(shingles, common), len(words)),
        shingles=shingles,
        bags=tuple(_bag(words[a:b]) for a, b in pairwise(first)),
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
    at = np.minimum(np.searchsorted(common, keys), common.size - 1)
    return np.asarray(sampled & (common[at] == keys), dtype=np.bool_)


def _inside(starts: Numbers, stretches: list[tuple[int, int]]) -> Mask:
    out = np.zeros(starts.size, dtype=np.bool_)
    for start, end in stretches:
        out[np.searchsorted(starts, start) : np.searchsorted(starts, end)] = True
    return out


def _bag(words: list[str]) -> frozenset[tuple[str, int]]:
    seen: dict[str, int] = {}
    out = []
    for word in words:
        seen[word] = seen.get(word, 0) + 1
        out.append((word, seen[word]))
    return frozenset(out)
