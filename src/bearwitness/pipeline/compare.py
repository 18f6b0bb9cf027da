"""Two versions side by side, whether or not they stand in one dispatch."""

from __future__ import annotations

from bearwitness.lineage.align import align
from bearwitness.lineage.reading import read
from bearwitness.lineage.shingles import WordCodes
from bearwitness.model.document import Document
from bearwitness.model.lineage import SentenceChange


def compare_versions(earlier: Document, later: Document) -> tuple[SentenceChange, ...]:
    """Every sentence of both versions once: same, edited, added or dropped."""
    import numpy as np

    codes = WordCodes()
    none_common = np.empty(0, dtype=np.uint64)
    return align(read(earlier, codes, none_common), read(later, codes, none_common))
