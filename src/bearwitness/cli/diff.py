"""`diff`: two versions of a report, sentence by sentence."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bearwitness.cli.console import output
from bearwitness.errors import InputError, UsageError
from bearwitness.model.document import Document
from bearwitness.model.lineage import SentenceChange
from bearwitness.publish.wording import in_words

if TYPE_CHECKING:
    from bearwitness.pipeline.compare_recorded import RecordedChange

_MARKS = {"same": " ", "edited": "~", "added": "+", "dropped": "-"}
_OLD, _NEW = "bold red", "bold green"


def diff(earlier: str, later: str, folder: Path | None, unified: bool, store: str | None) -> None:
    """Print what changed between two versions.

    Raises:
        UsageError: a file cannot be read, or holds no report.
        StoreError: the register does not hold a document.
    """
    from bearwitness.pipeline.compare import compare_versions
    from bearwitness.pipeline.compare_recorded import compare_recorded
    from bearwitness.pipeline.stages import make_reader

    first, second = _both(earlier, later, folder, store)
    changes = compare_versions(first, second)
    console = output()
    if unified:
        _print_unified(console, first, second, changes)
    else:
        console.print(_side_by_side(first, second, changes, not console.is_terminal))
    console.print(_summary(changes))
    print_recorded_changes(console, compare_recorded(first, second, make_reader().extract))


def print_recorded_changes(console: Console, changes: list[RecordedChange]) -> None:
    """What the versions record otherwise, one line a version and change."""
    if not changes:
        return
    console.print("\nrecorded otherwise", style="bold")
    wide = not console.is_terminal
    for change in changes:
        note = ", quotation altered" if change.quotation_altered else ""
        console.print(Text(f"  {change.kind}{note}", style="dim"))
        if change.earlier is not None:
            console.print(Text(f"    - {in_words(change.earlier)}", _OLD), soft_wrap=wide)
        if change.later is not None:
            console.print(Text(f"    + {in_words(change.later)}", _NEW), soft_wrap=wide)


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


def _side_by_side(
    first: Document, second: Document, changes: tuple[SentenceChange, ...], plain: bool
) -> Table:
    table = Table(show_lines=False, expand=True, padding=(0, 1))
    table.add_column("", width=2)
    table.add_column(_heading(first), ratio=1)
    table.add_column(_heading(second), ratio=1)
    for change in changes:
        old, new = _marked(change, plain)
        flag = "!" if change.quotation_altered else ""
        table.add_row(_MARKS[change.change] + flag, old, new)
    return table


def _heading(document: Document) -> str:
    where = document.publisher or document.source_id
    return f"{where}\n{document.document_id}"


def _print_unified(
    console: Console, first: Document, second: Document, changes: tuple[SentenceChange, ...]
) -> None:
    plain = not console.is_terminal
    lines = [
        Text(f"--- {first.document_id}  {first.source_id}", "red"),
        Text(f"+++ {second.document_id}  {second.source_id}", "green"),
    ]
    for change in changes:
        old, new = _marked(change, plain)
        if change.change == "same":
            lines.append(Text("  ") + new)
            continue
        if change.earlier is not None:
            lines.append(Text("- ", style="red") + old)
        if change.later is not None:
            lines.append(Text("+ ", style="green") + new)
        if change.quotation_altered:
            lines.append(Text("! the quotation was altered", "yellow"))
    for line in lines:
        console.print(line, soft_wrap=plain)


def _marked(change: SentenceChange, plain: bool) -> tuple[Text, Text]:
    """Both sentences, with the words that changed made to stand out."""
    old = change.earlier.quote.split() if change.earlier else []
    new = change.later.quote.split() if change.later else []
    if change.change == "same":
        return Text(" ".join(old)), Text(" ".join(new))
    gone, come = Text(), Text()
    # Straight and curly quotation marks are one: typesetting is no change of words.
    folded = SequenceMatcher(None, [_folded(w) for w in old], [_folded(w) for w in new], False)
    for kind, i, j, k, m in folded.get_opcodes():
        _append(gone, old[i:j], None if kind == "equal" else _OLD, plain)
        _append(come, new[k:m], None if kind == "equal" else _NEW, plain)
    return gone, come


def _folded(word: str) -> str:
    return word.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})


def _append(text: Text, words: list[str], style: str | None, plain: bool) -> None:
    """Add words: colour on a terminal; where colour is lost, [-gone-] and {+come+}."""
    if not words:
        return
    if text:
        text.append(" ")
    joined = " ".join(words)
    if style is None or not plain:
        text.append(joined, style)
    else:
        text.append(f"[-{joined}-]" if style == _OLD else f"{{+{joined}+}}")


def _summary(changes: tuple[SentenceChange, ...]) -> str:
    counts = {kind: sum(c.change == kind for c in changes) for kind in _MARKS}
    altered = sum(c.quotation_altered for c in changes)
    words = ", ".join(f"{count} {kind}" for kind, count in counts.items())
    return f"sentences: {words}; quotations altered: {altered} (marked !)"
