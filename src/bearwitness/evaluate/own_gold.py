"""Our own gold: short texts over every construction in the codebook, each with its right reading.

It stands in the repository (`evals/own_gold.jsonl`), so that it can be measured everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.exports import Exports, brief, read_rows
from bearwitness.evaluate.figures import (
    Page,
    counted,
    match_page,
    ordered_tests,
    score_field,
    score_fields,
    score_found,
)
from bearwitness.evaluate.matching import Coded, same_bounds
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "own"
FILE = "own_gold.jsonl"
FIGURES = (
    Figure("figures found"),
    Figure("precision"),
    Figure("precision, vague words counted"),
    Figure("vague words read"),
    Figure("qualifier right"),
    Figure("status right"),
    Figure("scope right"),
    Figure("subset right"),
    Figure("superseded right"),
    Figure("hedge right"),
    Figure("speaker right"),
    Figure("speaker right, by name or words"),
    Figure("own voice kept"),
    Figure("unknown or denial kept"),
    Figure("no violence: left without an incident"),
    Figure("violence: given an incident"),
)


def read(folder: Path) -> list[Row]:
    """The texts with their readings."""
    return list(read_rows(folder / FILE))


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["id"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The input records, all of the run "own"."""
    for row in rows:
        yield "own", {"id": row["id"], "text": row["text"]}


def coded_figures(row: Row) -> list[Coded]:
    """The right readings of a text."""
    return [
        Coded(
            key=row["id"],
            index=i,
            outcome=reading["outcome"],
            low=reading["low"],
            high=reading["high"],
            qualifier=reading["qualifier"],
            scope=reading["scope"],
            status=reading["status"],
            speaker=reading["attributed_to"],
            counts=not reading["optional"] and reading["qualifier"] != "vague",
            negative=reading["statement"] is not None or reading["hedge"] == "denied",
            at=(reading["start"], reading["end"]),
            sentence=None,
            row=reading,
        )
        for i, reading in enumerate(row["readings"])
    ]


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score the claims of every text, field by field."""
    exports = runs["own"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        document = exports.documents.get(row["id"])
        claims = exports.claims_of(row["id"])
        page = Page(
            row["id"],
            row["text"],
            document["text"] if document else row["text"],
            coded_figures(row),
            counted(claims),
        )
        met, free = match_page(page, ordered_tests(page, _same_outcome, same_bounds, same_bounds))
        score_found(tally, page, met, free)
        score_fields(tally, page, met)
        for i, j in sorted(met.items()):
            if page.coded[i].counts:
                _score_rest(tally, page, page.coded[i], page.claims[j])
        _score_vague(tally, page, free)
        _score_incident(tally, row, claims)
    return tally.scores()


def _score_rest(tally: Tally, page: Page, figure: Coded, claim: Row) -> None:
    if figure.qualifier is not None:
        right = claim.get("qualifier") == figure.qualifier
        score_field(tally, page, figure, claim, "qualifier right", right)
    if figure.status is not None:
        right = claim.get("status") == figure.status
        score_field(tally, page, figure, claim, "status right", right)
    for name in ("subset", "superseded"):
        right = bool(claim.get(name)) == figure.row[name]
        score_field(tally, page, figure, claim, f"{name} right", right)
    right = claim.get("hedge") == figure.row["hedge"]
    score_field(tally, page, figure, claim, "hedge right", right)


def _score_vague(tally: Tally, page: Page, free: dict[int, int]) -> None:
    for i, figure in enumerate(page.coded):
        if figure.qualifier != "vague":
            continue
        claim = page.claims[free[i]] if i in free else None
        right = claim is not None and same_bounds(figure, claim)
        tally.count("vague words read", page.key, right)
        if not right:
            tally.fault(
                "vague words read",
                page.key,
                gold=(figure.low, figure.high),
                ours=None if claim is None else brief(claim),
                text=page.text,
                around=[brief(c) for c in page.claims],
                guess="not read" if claim is None else "other interval",
            )


def _score_incident(tally: Tally, row: Row, claims: Sequence[Row]) -> None:
    if row["incident"] is None:
        return
    has = any(c.get("incident_id") is not None for c in claims)
    name = (
        "violence: given an incident"
        if row["incident"]
        else "no violence: left without an incident"
    )
    if row["incident"] and all(r["scope"] in ("window", "cumulative") for r in row["readings"]):
        return
    tally.count(name, row["id"], has == row["incident"])
    if has != row["incident"]:
        tally.fault(
            name,
            row["id"],
            gold="an incident" if row["incident"] else "no incident",
            ours="an incident" if has else "no incident",
            text=row["text"],
            around=[brief(c) for c in claims],
            guess=row["construction"],
        )


def _same_outcome(figure: Coded, claim: Row) -> bool:
    return figure.outcome == claim.get("outcome")
