"""What the page of control shows: for each place, who said who held it, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import orjson
from markupsafe import Markup

from bearwitness.model.claim import Claim, Control
from bearwitness.model.register import Contradiction
from bearwitness.store.codec import from_json
from bearwitness.web import charts
from bearwitness.web.desk import Desk
from bearwitness.web.present import Held, Word, word

PANELS = 12  # on a page
_UNKNOWN = "not known who"


@dataclass(frozen=True, slots=True)
class Row:
    """One saying as a row of the table."""

    word: Word
    state: str
    holder: str
    other: str
    days: str
    contradicted: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One place: its timeline (empty where nothing is dated) and every saying."""

    place: str
    chart: Markup
    rows: tuple[Row, ...]


def places(desk: Desk, held: Held) -> list[tuple[str, int]]:
    """Places of which control is said, the most told first."""
    rows = desk.index.all(
        "SELECT coalesce(place, '') AS place, count(*) AS n FROM claims WHERE kind = 'control' "
        "AND claim_id NOT IN (SELECT value FROM json_each(:held)) "
        "AND document_id NOT IN (SELECT value FROM json_each(:held)) "
        "GROUP BY 1 ORDER BY 1 = '', n DESC, 1",
        {"held": orjson.dumps(sorted(held.ids)).decode()},
    )
    return [(row["place"], row["n"]) for row in rows]


def panel(desk: Desk, held: Held, place: str) -> Panel:
    """All that is said of one place."""
    rows = desk.index.all(
        "SELECT c.claim_id, c.document_id, d.day FROM claims AS c "
        "LEFT JOIN documents AS d ON d.document_id = c.document_id "
        "WHERE c.kind = 'control' AND coalesce(c.place, '') = ? LIMIT 300",
        (place,),
    )
    report_day = {row["claim_id"]: row["day"] for row in rows}
    ids = sorted({row["document_id"] for row in rows})
    claims = [
        c for c in desk.store.view().claims_of(ids)
        if c.claim_id in report_day and not held.claim(c)
    ]  # fmt: skip
    documents = desk.documents(ids)
    against = contradicted(desk)
    told = [(c, word(c, documents, held)) for c in claims]
    told.sort(key=lambda t: (str(_first_day(t[0], report_day) or "9"), t[0].claim_id))
    drawn = [h for c, w in told if (h := _holding(c, w, report_day, against))]
    name = place or "no stated place"
    chart = charts.holding_chart(drawn, f"Who was said to hold {name}, by source")
    return Panel(name, chart, tuple(_row(c, w, c.claim_id in against) for c, w in told))


def contradicted(desk: Desk) -> frozenset[str]:
    """Claims on control beside which another cannot be right."""
    query = "SELECT payload FROM contradictions WHERE payload LIKE '%\"control\"%'"
    found = [from_json(Contradiction, row["payload"]) for row in desk.index.all(query)]
    return frozenset(
        s.claim_id for c in found if c.kind == "control" for s in c.sides if s.claim_id
    )


def _first_day(claim: Claim, report_day: Mapping[str, str | None]) -> date | None:
    if claim.when.start is not None:
        return claim.when.start
    lent = report_day.get(claim.claim_id)
    return date.fromisoformat(lent) if lent else None


def _holder(claim: Claim) -> tuple[str, str]:
    """Who holds the place by a saying, or loses it, and who stands against them."""
    by = claim.by.name if claim.by else ""
    against = claim.against.name if claim.against else ""
    state = claim.detail.state if isinstance(claim.detail, Control) else ""
    if state == "lost":
        return against or _UNKNOWN, by
    return by or _UNKNOWN, against


def _holding(
    claim: Claim, told: Word, report_day: Mapping[str, str | None], against: frozenset[str]
) -> charts.Holding | None:
    start = _first_day(claim, report_day)
    if start is None or not isinstance(claim.detail, Control):
        return None
    holder, other = _holder(claim)
    state = claim.detail.state
    dated = claim.when.start is not None
    end = (claim.when.end or start) if dated else start
    words = f"{told.chain[-1]}: {state_words(state, holder, other)}, "
    words += days_words(claim) if dated else f"said on {start} without a day"
    contradicted_here = claim.claim_id in against
    return charts.Holding(
        told.chain[-1], holder, state, start, max(start, end), dated,
        words + ("; another source contradicts it" if contradicted_here else ""),
        claim.hedge == "denied", contradicted_here,
        f"/documents/{claim.document_id}#{claim.claim_id}",
    )  # fmt: skip


def state_words(state: str, holder: str, other: str) -> str:
    """A saying in a few words: "taken by A from B"."""
    plain = {"lost": "lost by", "taken": "taken by", "held": "held by", "besieged": "besieged by"}
    if state == "contested":
        return f"contested by {holder}" + (f" and {other}" if other else "")
    joined = {"lost": " to ", "taken": " from "}.get(state, " against ")
    return f"{plain[state]} {holder}" + (f"{joined}{other}" if other else "")


def days_words(claim: Claim) -> str:
    """The days of a saying."""
    start, end = claim.when.start, claim.when.end
    if start is None:
        return "no day said"
    return f"{start}" if end is None or end == start else f"{start} to {end}"


def _row(claim: Claim, told: Word, is_contradicted: bool) -> Row:
    holder, other = _holder(claim)
    state = claim.detail.state if isinstance(claim.detail, Control) else "?"
    denied = "denied: " if claim.hedge == "denied" else ""
    return Row(told, denied + state, holder, other, days_words(claim), is_contradicted)


def page(found: Sequence[tuple[str, int]], number: int) -> tuple[list[str], int]:
    """The places of one page, and how many pages there are."""
    pages = max(1, -(-len(found) // PANELS))
    at = min(max(1, number), pages)
    return [place for place, _ in found[(at - 1) * PANELS : at * PANELS]], pages
