"""Showing scores: a table, a file of figures, files of errors, and Markdown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.table import Table

from bearwitness.errors import UsageError
from bearwitness.evaluate.gate import digest
from bearwitness.evaluate.measure import Sample
from bearwitness.evaluate.published import PUBLISHED
from bearwitness.evaluate.scores import Score, Scores
from bearwitness.evaluate.sets import Asked

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
_MARK = {True: "✓", False: "✗", None: ""}


def table(measured: Sequence[Scores]) -> Table:
    """All figures: value, what it was counted on, goal, and the two parts."""
    out = Table(title="Accuracy", title_justify="left")
    for name in ("set", "figure"):
        out.add_column(name, no_wrap=name == "set")
    for name in ("value", "n", "plain rule", "goal", "", "dev", "held out"):
        out.add_column(name, justify="right", no_wrap=True)
    for scores in measured:
        for i, score in enumerate(scores.scores):
            style = {True: "green", False: "red", None: None}[score.reached]
            out.add_row(
                score.set if i == 0 else "",
                score.figure,
                shown(score.value, score.unit),
                str(score.n),
                shown(score.plain, "share"),
                _goal(score),
                _MARK[score.reached],
                shown(score.dev, score.unit),
                shown(score.held, score.unit),
                style=style,
            )
        out.add_section()
    return out


def classes(measured: Sequence[Scores], most: int = 6) -> Table:
    """The largest classes of error, by set and figure."""
    out = Table(title="Largest error classes (guessed)", title_justify="left")
    for name in ("set", "figure", "class"):
        out.add_column(name)
    out.add_column("errors", justify="right")
    for scores in measured:
        goals = {s.figure for s in scores.scores if s.goal is not None and s.reached is False}
        counted = Counter((f.figure, f.guess) for f in scores.faults if f.figure in goals)
        seen: Counter[str] = Counter()
        for (figure, guess), n in sorted(counted.items(), key=lambda c: (c[0][0], -c[1], c[0][1])):
            seen[figure] += 1
            if seen[figure] <= most:
                out.add_row(scores.set, figure, guess, str(n))
        out.add_section()
    return out


def write(folder: Path, asked: Sequence[Asked], measured: Sequence[Scores], sample: Sample) -> None:
    """Write `scores.json` and `errors/<set>.jsonl`."""
    (folder / "errors").mkdir(parents=True, exist_ok=True)
    files = sorted({a.folder / f for a in asked for f in a.gold.files})
    body = {
        "sample": asdict(sample),
        "gold": {file.name: digest(file) for file in files},
        "scores": [asdict(score) for scores in measured for score in scores.scores],
    }
    text = json.dumps(body, indent=1, ensure_ascii=False) + "\n"
    (folder / "scores.json").write_text(text, encoding="utf-8")
    for scores in measured:
        with (folder / "errors" / f"{scores.set}.jsonl").open("w", encoding="utf-8") as out:
            for fault in scores.faults:
                out.write(json.dumps(fault.row(), ensure_ascii=False) + "\n")


def markdown(measured: Sequence[Scores]) -> str:
    """The tables of docs/accuracy.md."""
    lines: list[str] = []
    for scores in measured:
        lines += [
            f"### {scores.set}",
            "",
            "| figure | value | n | plain rule | goal | | tuned part | held-out part |",
            "|---|---|---|---|---|---|---|---|",
        ]
        for s in scores.scores:
            lines.append(
                f"| {s.figure} | {shown(s.value, s.unit)} | {s.n} | {shown(s.plain, 'share')} | "
                f"{_goal(s)} | {_MARK[s.reached]} | {shown(s.dev, s.unit)} ({s.dev_n}) | "
                f"{shown(s.held, s.unit)} ({s.held_n}) |"
            )
        lines.append("")
    return "\n".join([*lines, comparison(measured)])


def insert(path: Path, tables: str) -> None:
    """Put the Markdown tables between the two marks of a document.

    Raises:
        UsageError: the document does not exist or lacks the marks.
    """
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise UsageError(f"{path} needs the lines {BEGIN} and {END}, to put the tables between")
    path.write_text(f"{before}{BEGIN}\n\n{tables}\n{END}{after}", encoding="utf-8")


def comparison(measured: Sequence[Scores]) -> str:
    """Our figures beside published ones, with what makes them comparable or not."""
    ours = {(s.set, s.figure): s for scores in measured for s in scores.scores}
    lines = [
        "### Beside published figures",
        "",
        "| what | published | by | ours | comparable? |",
        "|---|---|---|---|---|",
    ]
    for entry in PUBLISHED:
        score = ours.get((entry.set, entry.figure))
        value = "not measured" if score is None else shown(score.value, score.unit)
        lines.append(
            f"| {entry.what} | {entry.value} | {entry.by} | {value} ({entry.set}: {entry.figure}) "
            f"| {entry.comparable} |"
        )
    return "\n".join([*lines, ""])


def shown(value: float | None, unit: str) -> str:
    """A value as printed: a share with three decimals."""
    if value is None:
        return "–"
    if unit == "share" or (abs(value) < 10 and value != int(value)):
        return f"{value:.3f}"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def _goal(score: Score) -> str:
    if score.goal is None:
        return "–"
    return f"{'≥' if score.better == 'higher' else '≤'} {score.goal:g}"
