"""`run` and `export`."""

from __future__ import annotations

import sys
from pathlib import Path

from bearwitness.cli.console import moment, plural, progress_bars, say, show_error
from bearwitness.errors import StoreError


def run_inputs(inputs: list[Path], out: Path, jobs: int | None, store: str | None) -> None:
    """Read inputs into a register, say what came of it, and end with the run's status."""
    from bearwitness.pipeline import run

    with progress_bars() as progress:
        report = run(inputs, out, jobs=jobs, store=store, progress=progress, on_error=show_error)
    say(
        f"{plural(report.read, 'document')} read, {report.new} new, "
        f"{plural(report.failed, 'input')} failed; {out} holds "
        f"{plural(report.documents, 'document')} in {plural(report.dispatches, 'dispatch')}, "
        f"{plural(report.claims, 'claim')}, {plural(report.incidents, 'incident')}"
    )
    sys.exit(report.exit_status)


def export(form: str, folder: Path, out: Path | None, as_of: str | None, store: str | None) -> None:
    """Write a register in a format."""
    from bearwitness.pipeline import rebuild
    from bearwitness.publish.formats import format_named
    from bearwitness.store import Store

    chosen = format_named(form)
    then = moment(as_of)
    target = out or folder
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder {target} cannot be made: {error.strerror}") from error
    with Store.open(store or folder, create=False) as opened:
        for path in chosen.publish(rebuild(opened, then), target):
            print(path)
