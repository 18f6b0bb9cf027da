"""Exports and the site: time and memory for each incident as their number grows.

    python benchmarks/bench_exports.py            1,000 and 4,000 incidents
    python benchmarks/bench_exports.py --full     1,000 and 10,000

The register is that of `bench_linking`: three unrelated reports on each incident, in towns of
countries at war, written for the public. Each format runs in a process of its own, so that its
memory is seen apart: MB above what the register itself takes. Constant milliseconds and kilobytes
an incident are the goal; beside them the largest page of the site.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

from bench_linking import claims_on

from bearwitness.model import ids
from bearwitness.model.document import Document
from bearwitness.model.incident import Incident
from bearwitness.publish.edition import Edition
from bearwitness.publish.formats import export_to
from bearwitness.publish.profiles import for_readers
from bearwitness.publish.site import publish_site
from bearwitness.register.reconcile import reconcile

NAMES = ("jsonl", "prov", "csv", "ged", "hxl", "geojson", "parquet", "site")
REPORTS = 3


def edition_of(count: int) -> Edition:
    """A register of so many incidents, for the public."""
    claims, anchors, lineages = claims_on(count)
    texts = {c.document_id: c.sentence.quote for c in claims}
    documents = {
        key: Document(key, key, texts[key], key.ljust(64, "0"), "en", publisher="Example Herald",
                      anchor=anchors[key], title=texts[key][:60])
        for key in texts
    }  # fmt: skip
    incidents = []
    for first in range(0, len(claims), REPORTS):
        own = sorted(c.claim_id for c in claims[first : first + REPORTS])
        mentions = tuple(sorted(f"{c.document_id}#0" for c in claims[first : first + REPORTS]))
        incidents.append(Incident(ids.incident_id(own[0]), mentions, tuple(own)))
    register = reconcile(incidents, claims, lineages, documents)
    return for_readers(
        Edition(
            documents=documents.values,
            claims=lambda: claims,
            lineages=lineages,
            register=register,
            incident_of={c: i.incident_id for i in incidents for c in i.claims},
        ),
        "public",
    )


def written(edition: Edition, name: str, folder: Path) -> None:
    if name == "site":
        publish_site(edition, folder)
    else:
        export_to(name, edition, folder)


def measured(edition: Edition, name: str, pipe: multiprocessing.connection.Connection) -> None:
    """Run one format in this process; tell seconds, MB above the start, MB and pages written."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        start = time.process_time()
        written(edition, name, Path(folder))
        seconds = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        files = [p for p in Path(folder).rglob("*") if p.is_file()]
        pages = [p.stat().st_size for p in files if p.suffix == ".html"]
        size = sum(p.stat().st_size for p in files) / 1e6
    pipe.send((seconds, (peak - before) / 1024, size, max(pages, default=0) / 1024))


def main() -> None:
    counts = (1_000, 10_000) if "--full" in sys.argv else (1_000, 4_000)
    fork = multiprocessing.get_context("fork")
    print("format     incidents   ms each   kB each   MB written   largest page kB")
    for count in counts:
        edition = edition_of(count)
        list(edition.claims())
        for name in NAMES:
            here, there = fork.Pipe()
            process = fork.Process(target=measured, args=(edition, name, there))
            process.start()
            seconds, memory, size, page = here.recv()
            process.join()
            print(
                f"{name:10} {count:9,} {1000 * seconds / count:9.2f} {1024 * memory / count:9.1f} "
                f"{size:12.1f} {page:12.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
