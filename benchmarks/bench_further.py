"""What reading statements, meetings, control and transfers costs beside reading counts alone.

    python benchmarks/bench_further.py            400 documents of each sort
    python benchmarks/bench_further.py --full     2,000 of each

Each document is read in turn with and without the further readers, in one process, three times
over; the least processor time of the three counts. The goal is a ratio of at most 1.15.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from made_news import conflict_reports, mixed_stream

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.extract import Extractor
from bearwitness.documents.ingest import read_source
from bearwitness.model.document import Document

ROUNDS = 3
GOAL = 1.15


def seconds(reader: Extractor, document: Document) -> float:
    begun = time.process_time()
    reader.extract(document, document.anchor)
    return time.process_time() - begun


def ratio(documents: Iterable[Document], plain: Extractor, whole: Extractor) -> tuple[float, float]:
    """Milliseconds a document without and with the further readers."""
    without = with_them = 0.0
    count = 0
    for document in documents:
        count += 1
        pairs = [(seconds(plain, document), seconds(whole, document)) for _ in range(ROUNDS)]
        without += min(a for a, _ in pairs)
        with_them += min(b for _, b in pairs)
    return 1000 * without / count, 1000 * with_them / count


def documents(records: Iterable[dict[str, str]]) -> list[Document]:
    """Records as documents."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "texts.jsonl"
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        file.write_text("".join(lines), encoding="utf-8")
        return list(read_source(file))


def main(full: bool) -> None:
    count = 2_000 if full else 400
    gazetteer = load_gazetteer()
    plain, whole = Extractor(gazetteer, further=False), Extractor(gazetteer)
    print(f"{'texts':10}{'documents':>10}{'counts ms':>12}{'with ms':>12}{'ratio':>8}  goal {GOAL}")
    for kind, made in (("conflict", conflict_reports(count)), ("stream", mixed_stream(count))):
        told = documents(made)
        without, with_them = ratio(told, plain, whole)
        print(
            f"{kind:10}{len(told):>10,}{without:>12.2f}{with_them:>12.2f}"
            f"{with_them / without:>8.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main("--full" in sys.argv[1:])
