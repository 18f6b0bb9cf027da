"""Real, dirty pages of Airwars, coded claim by claim, page furniture marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
    window,
)
from bearwitness.evaluate.matching import Coded, same_bounds
from bearwitness.evaluate.scores import Figure, Row, Scores, Tally

NAME = "airwars_claims"
FIGURES = (
    Figure("figures found", 0.85, 0.36),
    Figure("precision", 0.88, 0.65),
    Figure("precision, vague words counted"),
    Figure("claims from furniture", 0.02, 0.24, "lower"),
    Figure("claims of any kind from furniture", better="lower"),
    Figure("claims starting inside furniture", better="lower"),
    Figure("status right", 0.95),
    Figure("scope right", 0.93),
    Figure("subset right"),
    Figure("qualifier right"),
    Figure("speaker right", 0.85, 0.0),
    Figure("speaker right, by name or words"),
    Figure("own voice kept", 0.92),
    Figure("unknown or denial kept", 0.85, 0.0),
)


def read(folder: Path) -> list[Row]:
    """The labels, each with its document under `document`.

    A document whose text is not the one that was coded (`n_chars`) is left out.
    """
    documents = {d["doc_id"]: d for d in read_rows(folder / "airwars_en.jsonl")}
    return [
        {**labels, "document": documents[labels["doc_id"]]}
        for labels in read_rows(folder / "airwars_claims.jsonl")
        if labels["doc_id"] in documents
        and len(documents[labels["doc_id"]]["text"]) == labels["n_chars"]
    ]


def key(row: Row) -> str:
    """The id by which parts are made."""
    return str(row["doc_id"])


def airwars_input(document: Row) -> Row:
    """One Airwars document as an input record."""
    published = document["publication_date"] or document["url_date"] or document["head_date"]
    return {
        "id": document["doc_id"],
        "text": document["text"],
        "title": document["title"],
        "url": document["url"],
        "publisher": document["publisher"],
        "published_at": published,
        "retrieved_at": document["archive_capture_date"],
    }


def inputs(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The input records, all of the run "airwars"."""
    for row in rows:
        yield "airwars", airwars_input(row["document"])


def coded_figures(row: Row) -> list[Coded]:
    """The coded figures of a document."""
    return [
        Coded(
            key=row["doc_id"],
            index=i,
            outcome=figure["outcome"],
            low=figure["low"],
            high=figure["high"],
            qualifier=figure["qualifier"],
            scope=figure["scope"],
            status=figure["status"],
            speaker=figure["attributed_to"],
            counts=not figure["optional"] and figure["outcome"] != "casualties",
            negative=figure["qualifier"] == "unknown" or figure["hedge"] == "denied",
            at=(figure["start"], figure["end"]),
            sentence=None,
            row=figure,
        )
        for i, figure in enumerate(row["figures"])
    ]


def score(rows: Sequence[Row], runs: dict[str, Exports]) -> Scores:
    """Score the claims of every document."""
    exports = runs["airwars"]
    tally = Tally(NAME, FIGURES)
    for row in rows:
        text = row["document"]["text"]
        document = exports.documents.get(row["doc_id"])
        page = Page(
            row["doc_id"],
            text,
            document["text"] if document else text,
            coded_figures(row),
            (),
        )
        # The coder saw the text alone, without the headline put before it.
        claims = [c for c in exports.claims_of(row["doc_id"]) if c["end"] > (page.shift or 0)]
        page = replace(page, claims=counted(claims))
        met, free = match_page(page, ordered_tests(page, _same_outcome, same_bounds, same_bounds))
        score_found(tally, page, met, free)
        score_fields(tally, page, met)
        for i, j in sorted(met.items()):
            if page.coded[i].counts:
                _score_rest(tally, page, page.coded[i], page.claims[j])
        _score_furniture(tally, page, row["furniture"], claims)
    return tally.scores()


def _score_rest(tally: Tally, page: Page, figure: Coded, claim: Row) -> None:
    if figure.row["status_basis"] == "stated":
        right = figure.status == claim.get("status")
        score_field(tally, page, figure, claim, "status right", right)
    subset = bool(claim.get("subset")) == figure.row["subset"]
    tally.count("subset right", page.key, subset)
    if not subset:
        tally.fault(
            "subset right",
            page.key,
            gold=figure.row["subset"],
            ours=bool(claim.get("subset")),
            text=window(page.document_text, claim["start"], claim["end"]),
            quote=str(claim.get("quote")),
            around=[brief(c) for c in page.claims],
            guess="subset not seen" if figure.row["subset"] else "taken for a subset",
        )
    tally.count("qualifier right", page.key, claim.get("qualifier") == figure.qualifier)


def _score_furniture(
    tally: Tally, page: Page, furniture: Sequence[Sequence[int]], claims: Sequence[Row]
) -> None:
    shift = page.shift
    for claim in claims:
        inside = _only_in(page.text, str(claim["quote"]), furniture)
        tally.count("claims of any kind from furniture", page.key, inside)
        if claim not in page.claims:
            continue
        tally.count("claims from furniture", page.key, inside)
        if shift is not None:
            at = claim["start"] - shift
            starts = any(start <= at < end for start, end in furniture)
            tally.count("claims starting inside furniture", page.key, starts)
            inside = inside or starts
        if inside:
            tally.fault(
                "claims from furniture",
                page.key,
                gold="furniture",
                ours=brief(claim),
                text=window(page.document_text, claim["start"], claim["end"]),
                quote=str(claim["quote"]),
                guess="furniture not set apart",
            )


def _only_in(text: str, quote: str, furniture: Sequence[Sequence[int]]) -> bool:
    """Whether a quote occurs in the text, and only inside furniture."""
    found, at = False, text.find(quote)
    while at >= 0:
        found = True
        if not any(start <= at and at + len(quote) <= end for start, end in furniture):
            return False
        at = text.find(quote, at + 1)
    return found


def _same_outcome(figure: Coded, claim: Row) -> bool:
    if figure.outcome == "casualties":
        return claim.get("outcome") in ("casualties", "killed", "injured")
    return figure.outcome == claim.get("outcome")
