"""What a run tells of itself while it works and when it has ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from bearwitness.errors import InputError

Progress = Callable[[str, int, int | None], None]
"""Called with a stage's name, how much is done, and of how much (None: not known yet)."""

ALL_READ, NOTHING_READ, SOME_FAILED = 0, 1, 3
_ERRORS_KEPT = 1_000


def silent(_stage: str, _done: int, _total: int | None) -> None:
    """Progress that tells nobody."""


@dataclass(slots=True)
class RunReport:
    """Counts of one run.

    Attributes:
        read: documents that could be read, recorded before or not.
        new: documents recorded by this run.
        failed: inputs (files, lines, records) that could not be read.
        errors: the first thousand of those failures.
        documents, dispatches, claims, incidents: what the register rests on after the run.
        read_anew: documents whose claims this run took.
        not_read: documents kept without claims, by their language (ISO 639-1), which no reader
            reads yet.
    """

    read: int = 0
    new: int = 0
    failed: int = 0
    errors: list[InputError] = field(default_factory=list)
    documents: int = 0
    dispatches: int = 0
    claims: int = 0
    incidents: int = 0
    read_anew: int = 0
    not_read: dict[str, int] = field(default_factory=dict)

    def add_error(self, error: InputError) -> None:
        """Count a failure."""
        self.failed += 1
        if len(self.errors) < _ERRORS_KEPT:
            self.errors.append(error)

    @property
    def exit_status(self) -> int:
        """0 all was read, 3 some inputs failed, 1 nothing could be read."""
        if self.read == 0:
            return NOTHING_READ
        return SOME_FAILED if self.failed else ALL_READ
