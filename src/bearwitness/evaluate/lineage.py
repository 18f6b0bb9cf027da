"""Hand-labelled pairs: is one text a version of the other, and which came first?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate import airwars, gva
from bearwitness.evaluate.exports import Exports, read_rows
from bearwitness.evaluate.maths import Agreement
from bearwitness.evaluate.scores import Figure, Measured, Row, Scores, Tally, part_of

NAME = "lineage"
FILE = "lineage_pairs.jsonl"
FIGURES = (
    Figure("same dispatch, F1", 0.90, 0.65),
    Figure("same dispatch, precision"),
    Figure("same dispatch, recall"),
    Figure("shared statement kept apart", 0.90),
    Figure("different events kept apart"),
    Figure("order of takes right", 0.85),
)


def read(folder: Path) -> list[Row]:
    """The pairs that are sure (certainty 2 and 3)."""
    return [r for r in read_rows(folder / FILE) if r["certainty"] >= 2]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return f"{row['a']}|{row['b']}"


def inputs_in(folder: Path, rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """All documents of the two pools: a pair is judged among the rest of its pool."""
    pools = {row["pool"] for row in rows}
    if "gva" in pools:
        yield from gva.inputs(gva.read(folder))
    if "airwars" in pools:
        yield from airwars.inputs(airwars.read(folder))


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score every pair by the dispatches of its two documents."""
    tally = Tally(NAME, FIGURES)
    seen: list[tuple[str, bool, bool]] = []
    for row in rows:
        exports = runs[row["pool"]]
        pair = key(row)
        first, second = (exports.dispatch_of(row[side]) for side in ("a", "b"))
        same = (
            first is not None
            and second is not None
            and first["dispatch_id"] == second["dispatch_id"]
        )
        seen.append((pair, same, row["same_dispatch"]))
        if row["relation"] == "quotes":
            tally.count("shared statement kept apart", pair, not same)
        if row["relation"] == "different_event":
            tally.count("different events kept apart", pair, not same)
        if same != row["same_dispatch"]:
            _keep(tally, row, exports, same)
        if same and first is not None and row["same_dispatch"] and row["order"]:
            _score_order(tally, row, exports, first)
    for index, name in enumerate(("F1", "precision", "recall")):
        whole, dev, held = (_agreement(seen, part, index) for part in (None, "dev", "held"))
        tally.put(f"same dispatch, {name}", whole, dev, held)
    return tally.scores()


def _agreement(seen: Sequence[tuple[str, bool, bool]], part: str | None, index: int) -> Measured:
    rows = [(o, g) for pair, o, g in seen if part is None or part_of(pair) == part]
    both = sum(1 for o, g in rows if o and g)
    ours, gold = sum(o for o, _ in rows), sum(g for _, g in rows)
    if not gold:
        return None, 0
    agreement = Agreement(both / ours if ours else 0.0, both / gold)
    value = (agreement.f1, agreement.precision, agreement.recall)[index]
    return value, (len(rows), ours, gold)[index]


def _score_order(tally: Tally, row: Row, exports: Exports, dispatch: Row) -> None:
    order = list(dispatch["documents"])
    places = [order.index(exports.documents[row[side]]["document_id"]) for side in ("a", "b")]
    ours = "a" if places[0] < places[1] else "b"
    tally.count("order of takes right", key(row), ours == row["order"])
    if ours != row["order"]:
        reasons = [str(r.get("order_reason")) for r in dispatch.get("relations") or ()]
        tally.fault(
            "order of takes right",
            key(row),
            gold=row["order"],
            ours=ours,
            text=str(row["note"]),
            around=reasons,
            guess="order",
        )


def _keep(tally: Tally, row: Row, exports: Exports, same: bool) -> None:
    titles = [str((exports.documents.get(row[s]) or {}).get("title")) for s in ("a", "b")]
    tally.fault(
        "same dispatch, F1",
        key(row),
        gold=row["relation"],
        ours="same" if same else "apart",
        text=" | ".join(titles),
        quote=f"containment {row['containment8']}, run {row['longest_run_words']}",
        around=[str(row["note"])],
        guess=f"{row['relation']} {'joined' if same else 'kept apart'}",
    )
