"""Counts the verdicts on fresh pages, by batch, and on the sets, by sample, for docs/accuracy.md.

    python scripts/count_judged.py

Each row of `evals/fresh_pages_judged.jsonl` is one text: whatever it counts is added up by batch,
whatever it judges in words ("right", "wrong") is tallied. Each row of
`evals/other_kinds_judged.jsonl` is one record of a document of the sets.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

EVALS = Path(__file__).parents[1] / "evals"
ROWS = EVALS / "fresh_pages_judged.jsonl"
OF_SETS = EVALS / "other_kinds_judged.jsonl"


def counted(name: str, value: object) -> Iterator[tuple[str, int]]:
    """What one field of a row adds to its batch."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int):
        yield name, value
    elif isinstance(value, dict):
        for inner, each in value.items():
            yield from counted(f"{name} {inner}", each)
    elif isinstance(value, list):
        for each in value:
            if isinstance(each, dict) and "verdict" in each:
                yield f"{name} {each['verdict']}", 1
    elif isinstance(value, str) and name in ("counts", "after_mending", "violence", "verdict"):
        yield f"{name} {value}", 1


def main() -> None:
    """Print one line a batch, then one a kind and sample."""
    batches: dict[str, Counter[str]] = {}
    for line in ROWS.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        tally = batches.setdefault(row.pop("batch"), Counter())
        tally["rows"] += 1
        for name, value in row.items():
            for what, number in counted(name, value):
                tally[what] += number
    for batch in sorted(batches):
        told = ", ".join(f"{name} {n}" for name, n in sorted(batches[batch].items()))
        print(f"{batch}: {told}")
    print()
    judged = [json.loads(line) for line in OF_SETS.read_text(encoding="utf-8").splitlines()]
    samples = Counter((row["kind"], row["sample"], row["verdict"]) for row in judged)
    for kind, sample in sorted({each[:2] for each in samples}):
        right, wrong = (samples[kind, sample, verdict] for verdict in ("right", "wrong"))
        documents = len({r["doc_id"] for r in judged if (r["kind"], r["sample"]) == (kind, sample)})
        print(f"{kind}, {sample}: right {right} of {right + wrong}, documents {documents}")


if __name__ == "__main__":
    main()
