"""`extract` and `places`: single texts, streaming, with no store."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from bearwitness.cli.console import plural, say, show_error
from bearwitness.errors import InputError, StoreError
from bearwitness.pipeline.report import RunReport


def extract_to(inputs: list[Path], out: Path, jobs: int | None, own: list[Path]) -> None:
    """Write the claims of each text."""
    from bearwitness.pipeline.streams import extract
    from bearwitness.pipeline.workers import cores

    report = RunReport()
    lines = extract(inputs, on_error=_counted(report), jobs=jobs or cores(), own=own)
    _write(lines, out, report)


def places_to(inputs: list[Path], out: Path, own: list[Path]) -> None:
    """Write the places of each text."""
    from bearwitness.pipeline.streams import places

    report = RunReport()
    _write(places(inputs, on_error=_counted(report), own=own), out, report)


class _counted:  # noqa: N801  # reads as a function where it is used
    def __init__(self, report: RunReport) -> None:
        self._report = report

    def __call__(self, error: InputError) -> None:
        self._report.add_error(error)
        show_error(error)


def _write(texts: Iterable[bytes], out: Path, report: RunReport) -> None:
    if str(out) == "-":
        sink = sys.stdout.buffer
        for lines in texts:
            report.read += 1
            sink.write(lines)
            sink.flush()
    else:
        try:
            with out.open("wb") as file:
                for lines in texts:
                    report.read += 1
                    file.write(lines)
        except OSError as error:
            raise StoreError(f"{out} could not be written: {error.strerror}") from error
    if report.failed:
        say(f"{plural(report.read, 'document')} read, {plural(report.failed, 'input')} failed")
    sys.exit(report.exit_status)
