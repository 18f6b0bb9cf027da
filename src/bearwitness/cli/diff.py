"""`diff`: two versions of a report, sentence by sentence."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bearwitness.cli.console import output
from bearwitness.errors import InputError, UsageError
from bearwitness.model.document import Document
from bearwitness.model.lineage import SentenceChange

_MARKS = {"same": " ", "edited": "~", "added": "+", "dropped": "-"}
_OLD, _NEW = "bold red", "bold green"


def diff(earlier: str, later: str, folder: Path | None, unified: bool, store: str | None) -> None:
    """Print what changed between two versions.

    Raises:
        UsageError: a file cannot be read, or holds no report.
        StoreError: the register does not hold a document.
    """
    from bearwitness.pipeline.compare import compare_versions

    first, second = _both(earlier, later, folder, store)
    changes = compare_versions(first, second)
    console = output()
    if unified:
        _print_unified(console, first, second, changes)
    else:
        console.print(_side_by_side(first, second, changes))
    console.print(_summary(changes))


def _both(
    earlier: str, later: str, folder: Path | None, store: str | None
) -> tuple[Document, Document]:
    if folder is None and store is None:
        return _from_file(earlier), _from_file(later)
    from bearwitness.store import Store

    with Store.open(store or str(folder), create=False) as opened:
        view = opened.view()
        return view.document(earlier), view.document(later)


def _from_file(name: str) -> Document:
    from bearwitness.documents.ingest import read_source

    try:
        document = next(read_source(Path(name)), None)
    except InputError as error:
        raise UsageError(f"{error} (documents of a register: add --in DIR)") from error
    if document is None:
        raise UsageError(f"{name} holds no report")
    return document


def _side_by_side(first: Document, second: Document, changes: tuple[SentenceChange, ...]) -> Table:
    table = Table(show_lines=False, expand=True, padding=(0, 1))
    table.add_column("", width=2)
    table.add_column(_heading(first), ratio=1)
    table.add_column(_heading(second), ratio=1)
    for change in changes:
        old, new = _marked(change)
        flag = "!" if change.quotation_altered else ""
        table.add_row(_MARKS[change.change] + flag, old, new)
    return table


def _heading(document: Document) -> str:
    where = document.publisher or document.source_id
    return f"{where}\n{document.document_id}"


def _print_unified(
    console: Console, first: Document, second: Document, changes: tuple[SentenceChange, ...]
) -> None:
    console.print(f"--- {first.document_id}  {first.source_id}", style="red", markup=False)
    console.print(f"+++ {second.document_id}  {second.source_id}", style="green", markup=False)
    for change in changes:
        old, new = _marked(change)
        if change.change == "same":
            console.print(Text("  ") + new)
            continue
        if change.earlier is not None:
            console.print(Text("- ", style="red") + old)
        if change.later is not None:
            console.print(Text("+ ", style="green") + new)
        if change.quotation_altered:
            console.print("! the quotation was altered", style="yellow")


def _marked(change: SentenceChange) -> tuple[Text, Text]:
    """Both sentences, with the words that changed made to stand out."""
    old = Text(" ".join(change.earlier.quote.split()) if change.earlier else "")
    new = Text(" ".join(change.later.quote.split()) if change.later else "")
    if change.change == "dropped":
        old.stylize(_OLD)
    if change.change == "added":
        new.stylize(_NEW)
    at_old = at_new = 0
    for words_old, words_new in change.what:
        at_old = _mark(old, words_old, at_old, _OLD)
        at_new = _mark(new, words_new, at_new, _NEW)
    return old, new


def _mark(text: Text, words: str, start: int, style: str) -> int:
    words = " ".join(words.split())
    at = text.plain.find(words, start) if words else -1
    if at < 0:
        return start
    text.stylize(style, at, at + len(words))
    return at + len(words)


def _summary(changes: tuple[SentenceChange, ...]) -> str:
    counts = {kind: sum(c.change == kind for c in changes) for kind in _MARKS}
    altered = sum(c.quotation_altered for c in changes)
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return f"sentences: {words}; quotations altered: {altered} (marked !)"
