"""The append-only store: documents, lineages, readings, judgements and reviews, never rewritten.

`Store.open` gives a store, `Store.writing` a transaction that adds, `Store.view` what had been
recorded by a moment. Nothing here updates or deletes: triggers refuse it.
"""

from bearwitness.store.store import Store
from bearwitness.store.view import View
from bearwitness.store.writer import Writer

__all__ = ["Store", "View", "Writer"]
