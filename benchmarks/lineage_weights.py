"""Fit the weights by which lineage tells a version from a shared statement.

    python benchmarks/lineage_weights.py ../shared/gold

Reads the labelled pairs and their documents, pools each set as a run would, takes the pairs that
become candidates, fits a ridge-penalised logistic regression (Newton's method) and prints the
weights for `lineage/decide.py` with the scores of leave-one-out cross-validation. Pairs that the
reader called a guess weigh 0.3 and are left out of the scores.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bearwitness.lineage.candidates import Postings, sample
from bearwitness.lineage.compare import compare
from bearwitness.lineage.decide import SAME_FROM, features
from bearwitness.lineage.order import retold, stamp_day
from bearwitness.lineage.reading import read
from bearwitness.lineage.shingles import WordCodes, shingle_hashes, words_of
from bearwitness.lineage.signs import signs
from bearwitness.model.document import Anchor, Document

Floats = NDArray[np.float64]
RIDGE = 1.0
GUESS = 0.3


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def pools(gold: Path) -> dict[str, dict[str, Document]]:
    gva = [d for row in lines(gold / "cluster_gva.jsonl") for d in row["docs"]]  # type: ignore[attr-defined]
    airwars = [row for row in lines(gold / "airwars_en.jsonl") if "doc_id" in row]
    return {
        pool: {
            row["doc_id"]: Document(
                row["doc_id"],
                row["doc_id"],
                row["text"],
                "",
                url=row.get("url"),
                publisher=row.get("publisher"),
                anchor=_anchor(row),
            )
            for row in rows
        }
        for pool, rows in (("gva", gva), ("airwars", airwars))
    }


def _anchor(row: dict[str, object]) -> Anchor:
    stamps = (row.get(key) for key in ("dct", "publication_date", "url_date", "head_date"))
    stamp = str(next((s for s in stamps if s), ""))[:10]
    try:
        return Anchor(date.fromisoformat(stamp), "day", "stated")
    except ValueError:
        return Anchor()


def weighed(gold: Path) -> tuple[list[dict[str, object]], list[dict[str, float]]]:
    """Labelled pairs that become candidates, and what is weighed of each."""
    codes = WordCodes()
    labels = lines(gold / "lineage_pairs.jsonl")
    kept, rows = [], []
    for pool, documents in pools(gold).items():
        postings = Postings()
        for name, document in documents.items():
            shingles = shingle_hashes(words_of(document.text), codes)
            postings.add(name, sample(shingles), stamp_day(document))
        found = postings.candidates()
        candidates = set(found.pairs)
        for label in labels:
            names = tuple(sorted((str(label["a"]), str(label["b"]))))
            if label["pool"] != pool or names not in candidates:
                continue
            a, b = (read(documents[name], codes, found.common) for name in names)
            named = retold(a.document, b.document, signs(a), signs(b))
            kept.append(label)
            rows.append(features(compare(a, b), named))
    return kept, rows


def fit(x: Floats, y: Floats, w: Floats) -> tuple[Floats, float]:
    """Weights and bias in the units of x; the penalty is on standardised weights."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.c_[(x - mean) / spread, np.ones(len(x))]
    b = np.zeros(z.shape[1])
    ridge = np.diag([RIDGE] * (len(b) - 1) + [0.0])
    for _ in range(60):
        p = 1 / (1 + np.exp(-z @ b))
        slope = z.T @ (w * (p - y)) + ridge @ b
        b -= np.linalg.solve((z * (w * p * (1 - p))[:, None]).T @ z + ridge, slope)
    weights = b[:-1] / spread
    return weights, float(b[-1] - weights @ mean)


def main(gold: Path) -> None:
    labels, rows = weighed(gold)
    names = list(rows[0])
    x = np.array([[row[name] for name in names] for row in rows])
    y = np.array([float(bool(label["same_dispatch"])) for label in labels])
    sure = np.array([label["certainty"] != 1 for label in labels])
    w = np.where(sure, 1.0, GUESS)
    held_out = np.zeros(len(y))
    for k in range(len(y)):
        rest = np.arange(len(y)) != k
        weights, bias = fit(x[rest], y[rest], w[rest])
        held_out[k] = 1 / (1 + np.exp(-(x[k] @ weights + bias)))
    said = held_out >= SAME_FROM
    right = int((said & (y > 0) & sure).sum())
    false = int((said & (y == 0) & sure).sum())
    missed = int((~said & (y > 0) & sure).sum())
    weights, bias = fit(x, y, w)
    print("weights", dict(zip(names, weights.round(2).tolist(), strict=True)))
    print("bias", round(bias, 2))
    print(f"left out one by one: {right} right, {false} false, {missed} missed, ", end="")
    print(f"F1 {2 * right / (2 * right + false + missed):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
