"""The command `bearwitness evaluate`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bearwitness.errors import UsageError
from bearwitness.evaluate import gate as gates
from bearwitness.evaluate import report
from bearwitness.evaluate.measure import Sample, measure
from bearwitness.evaluate.scores import Scores
from bearwitness.evaluate.sets import SETS, Asked, sets_in

app = typer.Typer(add_completion=False, rich_markup_mode=None)


class PartChoice(StrEnum):
    """Which part of the gold is measured."""

    ALL = "all"
    DEV = "dev"
    HELD = "held"


def main(args: Sequence[str]) -> None:
    """Run the command with these arguments; a wrong option ends the process with status 2.

    Raises:
        UsageError: the arguments do not fit together, or name what is not there.
        GateError: a figure fell below its floor.
    """
    command = typer.main.get_command(app)
    try:
        command.main(list(args), prog_name="bearwitness evaluate")
    except SystemExit as end:
        if end.code:
            raise


@app.command()
def evaluate(  # noqa: PLR0913 — one parameter an option
    gold: Annotated[list[Path], typer.Argument(help="Gold files, or folders of them.")],
    out: Annotated[
        Path | None, typer.Option(help="Write scores.json and errors/SET.jsonl here.")
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most N records a set.")] = None,
    seed: Annotated[int, typer.Option(help="Picks the records of --limit.")] = 0,
    part: Annotated[
        PartChoice, typer.Option(help="dev: what may be tuned on; held: what may not.")
    ] = PartChoice.ALL,
    only: Annotated[
        list[str] | None, typer.Option("--set", help="Measure only this set (repeatable).")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="Processes; default: all cores.")] = None,
    gate: Annotated[
        Path | None, typer.Option(help="Fail (status 4) where a figure is below its floor here.")
    ] = None,
    set_floors: Annotated[
        bool, typer.Option("--set-floors", help="Raise the floors of --gate to what is reached.")
    ] = False,
    lower: Annotated[
        bool, typer.Option("--lower", help="With --set-floors: also lower what fell.")
    ] = False,
    reason: Annotated[
        str | None, typer.Option(help="With --lower: why; kept in the floors file.")
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print Markdown tables instead.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(help="Put the Markdown tables into this document.")
    ] = None,
    keep: Annotated[
        Path | None, typer.Option(help="Keep the exports of each run in this folder.")
    ] = None,
    gazetteer: Annotated[
        list[Path] | None,
        typer.Option(help="Places to know beside the gazetteer's, as for `run` (repeatable)."),
    ] = None,
) -> None:
    """Measure the engine against texts with known answers.

    The engine runs over the records of each set, all mixed together, and only what it exports is
    read. Each error is kept as a row a person can read.

    For example:

        bearwitness evaluate ../shared/gold --out build/accuracy

        bearwitness evaluate ../shared/gold --set pages --set wad --limit 200 --part dev

        bearwitness evaluate ../shared/gold evals --gate evals/floors.json --set-floors
    """
    sample = Sample(part.value, limit, seed)
    if (gate or set_floors) and not sample.is_whole:
        raise UsageError("the gate holds whole sets: leave out --limit and --part")
    if gate and gazetteer:
        raise UsageError("the gate holds what everybody has: leave out --gazetteer")
    if (set_floors or lower) and gate is None:
        raise UsageError("--set-floors and --lower change the file named by --gate")
    asked, skipped = sets_in(gold, only or ())
    for why in skipped:
        _say(f"SKIPPED {why}")
    if not asked:
        raise UsageError(f"nothing to measure; sets: {', '.join(g.name for g in SETS)}")
    measured = _measure(asked, sample, jobs, keep, gazetteer or ())
    if out is not None:
        report.write(out, asked, measured, sample)
    if into is not None:
        report.insert(into, report.markdown(measured))
    if markdown:
        print(report.markdown(measured))
    else:
        _show(measured)
    if gate is not None:
        _hold(gate, asked, measured, set_floors=set_floors, lower=lower, reason=reason)


def _measure(
    asked: Sequence[Asked],
    sample: Sample,
    jobs: int | None,
    keep: Path | None,
    own: Sequence[Path],
) -> list[Scores]:
    console = Console(stderr=True)
    if not console.is_terminal:
        return measure(asked, sample, jobs=jobs, keep=keep, own=own)
    with console.status("reading gold") as status:

        def told(what: str, done: int, total: int | None) -> None:
            status.update(f"{what} {done}" + (f" of {total}" if total else ""))

        return measure(asked, sample, jobs=jobs, told=told, keep=keep, own=own)


def _show(measured: Sequence[Scores]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 160, highlight=False)
    console.print(report.table(measured))
    worst = report.classes(measured)
    if worst.row_count:
        console.print(worst)
    goals = [s.reached for scores in measured for s in scores.scores if s.reached is not None]
    console.print(f"{sum(goals)} of {len(goals)} goals reached")


def _hold(
    path: Path,
    asked: Sequence[Asked],
    measured: Sequence[Scores],
    *,
    set_floors: bool,
    lower: bool,
    reason: str | None,
) -> None:
    floors = gates.load_floors(path)
    if set_floors:
        floors = gates.raised(asked, measured, floors, lower=lower, reason=reason)
        gates.save_floors(path, floors)
        _say(f"floors written to {path}")
    for remark in gates.check(asked, measured, floors):
        _say(remark)
    _say("every pinned figure holds its floor")


def _say(message: str) -> None:
    print(message, file=sys.stderr)
