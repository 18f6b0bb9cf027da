"""What the commands share: where they write, how they show progress, how they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING

from bearwitness.errors import BearwitnessError, GateError, InputError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

FAILED, USAGE, BELOW_FLOOR, INTERRUPTED = 1, 2, 4, 130
_PIPE_WIDTH = 160
_STAGES = {
    "documents": "reading documents",
    "lineage": "tracing lineage",
    "places": "opening gazetteer",
    "claims": "reading claims",
    "incidents": "linking incidents",
    "register": "reconciling figures",
    "publish": "writing files",
}


def output() -> Console:
    """The console for results: wide and plain when it is no terminal."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else _PIPE_WIDTH
    return Console(width=width, highlight=False, soft_wrap=False)


def say(message: str) -> None:
    """One line for the person, apart from the results."""
    print(message, file=sys.stderr)


def show_error(error: InputError) -> None:
    """An input that could not be read, with file and line."""
    say(f"not read: {error}")


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn what goes wrong into a message and an exit status."""
    try:
        yield
    except UsageError as error:
        say(f"bearwitness: {error}")
        sys.exit(USAGE)
    except GateError as error:
        say(f"bearwitness: {error}")
        sys.exit(BELOW_FLOOR)
    except BearwitnessError as error:
        say(f"bearwitness: {error}")
        sys.exit(FAILED)
    except BrokenPipeError:
        # The reader of our output has gone (head): nothing is wrong, and nothing more to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        say("bearwitness: interrupted; what was recorded is safe, run again to go on")
        sys.exit(INTERRUPTED)


@contextmanager
def progress_bars() -> Iterator[Callable[[str, int, int | None], None]]:
    """A bar a stage on a terminal; silence in a pipe."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeElapsedColumn as Elapsed

    columns = (TextColumn("{task.description:<20}"), BarColumn(), MofNCompleteColumn(), Elapsed())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        known: dict[str, int] = {}

        def update(stage: str, done: int, total: int | None) -> None:
            if stage not in known:
                known[stage] = int(bars.add_task(_STAGES.get(stage, stage), total=total))
            bars.update(bars.task_ids[known[stage]], completed=done, total=total)

        yield update


def moment(text: str | None) -> datetime | None:
    """A moment as a person writes it; a day alone means its end, no zone means UTC.

    Raises:
        UsageError: it is no ISO 8601 date or time.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"{text!r} is no moment; write 2014-11-25, or 2014-11-25T18:00:00Z"
        ) from error
    if len(text) <= len("2014-11-25"):
        found = datetime.combine(found.date(), time.max)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun}es" if noun.endswith("ch") else f"{count} {noun}s"
