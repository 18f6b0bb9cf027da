"""`import` and `compare`: other people's incidents beside ours."""

from __future__ import annotations

from pathlib import Path

import orjson
from rich.table import Table

from bearwitness.cli.console import output, plural, say, show_error
from bearwitness.model.register import Entry


def import_file(form: str, file: Path, out: Path) -> None:
    """Read another project's incidents into a register of their own.

    Raises:
        UsageError: there is no such layout, or the folder's register holds reports.
        InputError: the file cannot be read.
    """
    from bearwitness.pipeline.imported import import_coded
    from bearwitness.store import Store

    with Store.open(out) as opened:
        count = import_coded(form, file, opened, show_error)
    say(f"{plural(count, 'record')} read; {out} holds them")


def compare(ours: Path, theirs: Path, out: Path | None) -> None:
    """Print two registers side by side, or write all of it as JSON.

    Raises:
        StoreError: a register cannot be read.
    """
    from bearwitness.pipeline.laying_beside import FIELDS, compare_registers
    from bearwitness.store import Store

    with Store.open(ours, create=False) as mine, Store.open(theirs, create=False) as other:
        found = compare_registers(mine, other)
    if out is not None:
        told = {
            "pairs": [
                {
                    "ours": [e.incident_id for e in p.ours],
                    "theirs": [e.incident_id for e in p.theirs],
                    "fields": {
                        name: {"ours": a, "theirs": b, "agree": same}
                        for name, (a, b, same) in p.fields.items()
                    },
                }
                for p in found.pairs
            ],
            "only_ours": [e.incident_id for e in found.only_ours],
            "only_theirs": [e.incident_id for e in found.only_theirs],
        }
        out.write_bytes(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    console = output()
    table = Table(title=plural(len(found.pairs), "matched incident"), title_justify="left")
    for name in ("ours", "theirs", *FIELDS):
        table.add_column(name, overflow="fold")
    for pair in found.pairs:
        cells = [f"{a or '–'} ≠ {b or '–'}" if same is False else f"{a or '–'} | {b or '–'}"
                 for a, b, same in (pair.fields[name] for name in FIELDS)]  # fmt: skip
        table.add_row(_ids(pair.ours), _ids(pair.theirs), *cells)
    console.print(table)
    for name in FIELDS:
        told_by_both = [p.fields[name][2] for p in found.pairs if p.fields[name][2] is not None]
        agreed = sum(bool(same) for same in told_by_both)
        console.print(f"{name}: {agreed} of {len(told_by_both)} agree", markup=False)
    console.print(
        f"only ours: {len(found.only_ours)}; only theirs: {len(found.only_theirs)}", markup=False
    )


def _ids(entries: tuple[Entry, ...]) -> str:
    return " ".join(e.incident_id for e in entries)
