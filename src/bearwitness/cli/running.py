"""`run`."""

from __future__ import annotations

import sys
from pathlib import Path

from bearwitness.cli.console import plural, progress_bars, say, show_error


def run_inputs(
    inputs: list[Path], out: Path, jobs: int | None, store: str | None, places: list[Path]
) -> None:
    """Read inputs into a register, say what came of it, and end with the run's status."""
    from bearwitness.pipeline import run

    with progress_bars() as progress:
        report = run(
            inputs,
            out,
            jobs=jobs,
            store=store,
            progress=progress,
            on_error=show_error,
            places=places,
        )
    say(
        f"{plural(report.read, 'document')} read, {report.new} new, "
        f"{plural(report.failed, 'input')} failed; {out} holds "
        f"{plural(report.documents, 'document')} in {plural(report.dispatches, 'dispatch')}, "
        f"{plural(report.claims, 'claim')}, {plural(report.incidents, 'incident')}"
    )
    if report.not_read:
        languages = ", ".join(f"{code}: {count}" for code, count in report.not_read.items())
        kept = plural(sum(report.not_read.values()), "document")
        say(f"{kept} kept without claims, in languages that are not read yet ({languages})")
    sys.exit(report.exit_status)
