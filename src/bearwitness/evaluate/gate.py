"""The accuracy gate: what was reached is pinned, and a figure below its floor fails.

The floors file maps each gold file to its digest and its figures' floors, and keeps a list of
every floor that was ever lowered, with the reason:

    {"pages.jsonl": {"sha256": "…", "figures": {"pages/figures found": 0.91}}, "lowered": […]}

For a figure that is better lower, the floor is a ceiling.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bearwitness.errors import DataError, GateError, UsageError
from bearwitness.evaluate.scores import Score, Scores
from bearwitness.evaluate.sets import Asked

Floors = dict[str, Any]
_DIGITS = 1000


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def load_floors(path: Path) -> Floors:
    """The floors file; empty where there is none yet.

    Raises:
        DataError: it is no JSON object.
    """
    if not path.exists():
        return {"lowered": []}
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise DataError(f"{path}: no JSON: {error}") from error
    if not isinstance(floors, dict):
        raise DataError(f"{path}: expected an object of gold files")
    return floors


def check(asked: Sequence[Asked], measured: Sequence[Scores], floors: Floors) -> list[str]:
    """Hold every measured figure to its floor; returns remarks on what is not pinned.

    Raises:
        GateError: figures fell below their floors, or a gold file is not the one they were
            measured on.
    """
    failures, remarks = [], []
    by_set = {s.set: s for s in measured}
    for a in asked:
        file = a.gold.files[0]
        pinned = floors.get(file)
        if pinned is None:
            remarks.append(f"{file}: no floors pinned")
            continue
        if pinned["sha256"] != digest(a.folder / file):
            failures.append(f"{file} is not the file its floors were measured on (sha256 differs)")
            continue
        for score in by_set[a.gold.name].scores:
            floor = pinned["figures"].get(_name(score))
            if floor is not None and _is_below(score, float(floor)):
                failures.append(f"{_name(score)}: {_shown(score)}, floor {floor} (n = {score.n})")
    if failures:
        raise GateError(
            "accuracy fell below the pinned floors:\n  "
            + "\n  ".join(failures)
            + "\nFind what changed it; to lower a floor knowingly: --set-floors --lower --reason"
        )
    return remarks


def raised(
    asked: Sequence[Asked],
    measured: Sequence[Scores],
    floors: Floors,
    *,
    lower: bool = False,
    reason: str | None = None,
) -> Floors:
    """The floors with what was reached now; a floor is lowered only where that is asked for.

    Args:
        asked: the sets measured, whole.
        measured: their scores.
        floors: the floors so far.
        lower: also lower what fell.
        reason: why, kept in the file.

    Raises:
        UsageError: floors are to be lowered without a reason.
    """
    if lower and not (reason or "").strip():
        raise UsageError("lowering a floor takes a reason: --reason TEXT")
    out: Floors = json.loads(json.dumps(floors))
    lowered = out.setdefault("lowered", [])
    by_set = {s.set: s for s in measured}
    for a in asked:
        file = a.gold.files[0]
        entry = out.setdefault(file, {"sha256": "", "figures": {}})
        entry["sha256"] = digest(a.folder / file)
        for score in _pinned(a, by_set[a.gold.name].scores):
            old, new = entry["figures"].get(_name(score)), _floor(score)
            if old is not None and _is_below(score, float(old)):
                if not lower:
                    continue
                lowered.append({"figure": _name(score), "from": old, "to": new, "reason": reason})
            entry["figures"][_name(score)] = new
        entry["figures"] = dict(sorted(entry["figures"].items()))
    files = {k: out[k] for k in sorted(out) if k != "lowered"}
    return {**files, "lowered": lowered}


def save_floors(path: Path, floors: Floors) -> None:
    """Write the floors file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(floors, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _pinned(asked: Asked, scores: Iterable[Score]) -> list[Score]:
    """What is held: figures with a goal; all shares of a set without goals."""
    known = [s for s in scores if s.value is not None and s.unit == "share"]
    with_goal = [s for s in known if s.goal is not None]
    return with_goal or known


def _name(score: Score) -> str:
    return f"{score.set}/{score.figure}"


def _shown(score: Score) -> str:
    return "nothing to count" if score.value is None else f"{score.value:.4f}"


def _is_below(score: Score, floor: float) -> bool:
    if score.value is None:
        return True
    slack = 1e-9
    if score.better == "higher":
        return score.value < floor - slack
    return score.value > floor + slack


def _floor(score: Score) -> float:
    """The value, to three decimals on the lenient side."""
    value = score.value or 0.0
    if score.better == "higher":
        return math.floor(value * _DIGITS + 1e-9) / _DIGITS
    return math.ceil(value * _DIGITS - 1e-9) / _DIGITS
