"""The hand-coded pages: short reports on five incidents, coded figure by figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bearwitness.evaluate.exports import Exports, read_rows
from bearwitness.evaluate.figures import (
    Page,
    counted,
    match_page,
    ordered_tests,
    score_field,
    score_fields,
    score_found,
)
from bearwitness.evaluate.matching import Coded, same_bounds, same_low
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "pages"
FIGURES = (
    Figure("figures found", 0.92, 0.58),
    Figure("precision", 0.92, 0.68),
    Figure("precision, vague words counted"),
    Figure("bounds right", 0.95, 0.54),
    Figure("speaker right", 0.88, 0.0),
    Figure("speaker right, by name or words"),
    Figure("own voice kept", 0.92),
    Figure("status right", 0.95),
    Figure("status right, people of no stated kind included"),
    Figure("scope right"),
    Figure("incident date of the figure", 0.90),
    Figure("unknown or denial kept"),
)
_SCOPE = {"event": "incident", "part": "part", "window": "window", "cumulative": "cumulative"}
_STATUS = {"people": "any", "civilians": "civilian", "combatants": "combatant"}
_DATED = ("day stated in text", "relative day + publication date")
_ASKED = ("killed", "injured", "missing")


def read(folder: Path, language: str = "en") -> list[Row]:
    """The pages in one language that report an incident, each with its coding under `gold`."""
    coding = {g["id"]: g for g in read_rows(folder / "pages_gold.jsonl")}
    return [
        {**page, "gold": coding[page["id"]]}
        for page in read_rows(folder / "pages.jsonl")
        if page["id"] in coding
        and page["language"] == language
        and coding[page["id"]]["is_incident_report"]
    ]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["id"])


def page_text(page: Row) -> str:
    """Title, blank line, text."""
    return f"{page['title']}\n\n{page['text']}" if page.get("title") else str(page["text"])


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The input records, all of the run "pages"."""
    for page in rows:
        yield (
            "pages",
            {
                "id": page["id"],
                "text": page_text(page),
                "published_at": page.get("published"),
                "language": page.get("language"),
            },
        )


def coded_figures(page: Row) -> list[tuple[Coded, Row]]:
    """The coded figures of a page in order, each with its coded incident."""
    found: list[tuple[Coded, Row]] = []
    for incident in page["gold"]["incidents"]:
        for figure in incident["figures"]:
            outcome = figure["outcome"]
            known = outcome in _ASKED
            bounded = figure["low"] is not None or figure["high"] is not None
            coded = Coded(
                key=page["id"],
                index=len(found),
                outcome=outcome if known else "casualties",
                low=figure["low"],
                high=figure["high"],
                qualifier=figure["qualifier"],
                scope=_SCOPE[figure["scope"]],
                status=_STATUS.get(figure["who"]),
                speaker=figure["attributed_to"],
                counts=known and bounded,
                negative=figure["qualifier"] == "unknown",
                at=None,
                sentence=figure.get("evidence"),
                row=figure,
            )
            found.append((coded, incident))
    return found


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score the claims, and the date of the incident that each figure was put to."""
    exports = runs["pages"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        text = page_text(row)
        document = exports.documents.get(row["id"])
        pairs = coded_figures(row)
        page = Page(
            row["id"],
            text,
            document["text"] if document else text,
            [coded for coded, _ in pairs],
            counted(exports.claims_of(row["id"])),
        )
        met, free = match_page(page, ordered_tests(page, _same_outcome, same_bounds, same_low))
        score_found(tally, page, met, free)
        score_fields(tally, page, met)
        for i, j in sorted(met.items()):
            _score_rest(tally, page, pairs[i], page.claims[j], exports)
    return tally.scores()


def _score_rest(
    tally: Tally, page: Page, pair: tuple[Coded, Row], claim: Row, exports: Exports
) -> None:
    figure, incident = pair
    score_field(tally, page, figure, claim, "bounds right", same_bounds(figure, claim))
    if figure.status is not None:
        right = figure.status == claim.get("status")
        tally.count("status right, people of no stated kind included", page.key, right)
        if figure.status != "any":
            score_field(tally, page, figure, claim, "status right", right)
    if figure.scope in ("incident", "part") and incident["event_date_basis"] in _DATED:
        ours = exports.incidents.get(str(claim.get("incident_id")))
        date = None if ours is None else ours.get("date_start")
        tally.count("incident date of the figure", page.key, date == incident["event_date"])
        if date != incident["event_date"]:
            tally.fault(
                "incident date of the figure",
                page.key,
                gold=incident["event_date"],
                ours=date,
                text=figure.sentence or "",
                quote=str(claim.get("quote")),
                around=[f"when {claim.get('when')}", f"published in {page.key}"],
                guess="no incident" if ours is None else "no date" if date is None else "date",
            )


def _same_outcome(figure: Coded, claim: Row) -> bool:
    if figure.outcome == "casualties":
        return claim.get("outcome") in ("casualties", "killed", "injured")
    return figure.outcome == claim.get("outcome")
