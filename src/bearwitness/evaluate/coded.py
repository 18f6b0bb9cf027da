"""Scoring of coded events: counts, date, place and sides of one incident against its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bearwitness.evaluate.exports import COUNTED_KINDS, Exports, brief, figure_of, value_of
from bearwitness.evaluate.guess import why_wrong
from bearwitness.evaluate.maths import great_circle_km, log_error
from bearwitness.evaluate.scores import Figure, Row, Tally
from bearwitness.evaluate.words import same_division, stands_in

MERGES = Figure("texts merged with another event's", better="lower")
_APART_DAYS, _APART_KM = 2, 50.0


@dataclass(frozen=True, slots=True)
class Case:
    """One coded event beside our incident.

    Attributes:
        key: the gold record's id.
        text: its text, or the texts of its documents.
        incident: ours, None where none was found.
        claims: the claims of its documents.
    """

    key: str
    text: str
    incident: Row | None
    claims: Sequence[Row]

    @property
    def around(self) -> list[str]:
        """The claims in short form, our incident first."""
        ours = [] if self.incident is None else [incident_brief(self.incident)]
        return ours + [brief(c) for c in self.claims if c["kind"] in (*COUNTED_KINDS, "event")]

    def quote(self, outcome: str) -> str | None:
        """The words that our figure rests on."""
        figure = figure_of(self.incident, outcome)
        if figure is None:
            return None
        used = set(figure.get("used") or ())
        return " + ".join(str(c["quote"]) for c in self.claims if c["claim_id"] in used) or None


def incident_brief(incident: Row) -> str:
    """An incident on one line, for the error rows."""
    place = incident.get("place") or {}
    return (
        f"incident {str(incident['incident_id'])[-6:]} {incident.get('date_start')} "
        f"{place.get('name')} ({place.get('adm1')}, {place.get('country')}) "
        f"killed {value_of(incident, 'killed')} "
        f"[{(figure_of(incident, 'killed') or {}).get('rule')}] "
        f"injured {value_of(incident, 'injured')} "
        f"[{(figure_of(incident, 'injured') or {}).get('rule')}]"
    )


def count_figures(outcome: str) -> tuple[Figure, ...]:
    """What is measured of a count beside its exactness."""
    return (
        Figure(f"{outcome}, mean error of logs", better="lower", unit="number"),
        Figure(f"{outcome} wrongly unknown", better="lower"),
        Figure(f"{outcome} rightly unknown or none"),
    )


def score_count(
    tally: Tally, case: Case, outcome: str, coded: int | None, names: Sequence[str]
) -> None:
    """Count exactness under each of `names`, and the extras of `count_figures`."""
    ours = value_of(case.incident, outcome)
    if not coded:
        tally.count(f"{outcome} rightly unknown or none", case.key, not ours)
    if coded is None:
        return
    right = ours == coded or (coded == 0 and ours is None)
    for name in names:
        tally.count(name, case.key, right)
    if coded > 0:
        tally.count(f"{outcome} wrongly unknown", case.key, ours is None)
        if ours is not None:
            tally.count(f"{outcome}, mean error of logs", case.key, log_error(ours, coded))
    if not right and names:
        tally.fault(
            names[0],
            case.key,
            gold=coded,
            ours=ours,
            text=case.text,
            quote=case.quote(outcome),
            around=case.around,
            guess=why_wrong(case.text, outcome, coded, ours, case.incident, case.claims),
        )


def exact_names(outcome: str, text: str, coded: int | None, *, above_zero: bool) -> list[str]:
    """The figures an exact count falls under: all, and where the number stands in the text."""
    if coded is None or (above_zero and coded == 0):
        return []
    inside = coded > 0 and stands_in(text, coded)
    return [f"{outcome} exact", *([f"{outcome} exact, in the text"] if inside else [])]


def score_date(tally: Tally, case: Case, coded: str, names: tuple[str, str]) -> None:
    """Count "exact" and "within one day" of the incident's first day."""
    ours = None if case.incident is None else case.incident.get("date_start")
    gap = _days(ours, coded)
    tally.count(names[0], case.key, gap == 0)
    tally.count(names[1], case.key, gap is not None and gap <= 1)
    if gap != 0:
        tally.fault(
            names[0],
            case.key,
            gold=coded,
            ours=ours,
            text=case.text[:1500],
            quote="; ".join(
                f"{(c.get('when') or {}).get('text')} → {(c.get('when') or {}).get('start')} "
                f"({(c.get('when') or {}).get('basis')})"
                for c in case.claims
                if c.get("when")
            )[:400],
            around=case.around,
            guess=_why_date(ours, coded, gap),
        )


def score_place(
    tally: Tally, case: Case, coded: Row, *, adm1: str | None = None, name: str | None = None
) -> None:
    """Count "place within 10 km", "within 25 km", and "right ADM1" where one is coded.

    Args:
        tally: of the set.
        case: the event.
        coded: with `lat` and `lon`.
        adm1: coded first-order division.
        name: coded place name, for the error row.
    """
    place: Row = (case.incident or {}).get("place") or {}
    gap = distance(place, coded)
    tally.count("place within 10 km", case.key, gap is not None and gap <= 10)
    tally.count("place within 25 km", case.key, gap is not None and gap <= 25)
    right_adm1 = adm1 is not None and same_division(
        str(place.get("adm1") or ""), adm1, place.get("country")
    )
    if adm1:
        tally.count("right ADM1", case.key, right_adm1)
    if gap is None or gap > 10:
        tally.fault(
            "place within 10 km",
            case.key,
            gold=f"{name} ({adm1}) {coded['lat']}, {coded['lon']}",
            ours=f"{place.get('name')} ({place.get('adm1')}, {place.get('country')})"
            + ("" if gap is None else f", {gap:.0f} km off"),
            text=case.text[:1500],
            quote="; ".join(
                f"{(c.get('where') or {}).get('text')} → {(c.get('where') or {}).get('name')}"
                for c in case.claims
                if c.get("where")
            )[:400],
            around=case.around,
            guess=_why_place(gap, right_adm1, name, case),
        )


def distance(place: Row, coded: Row) -> float | None:
    """Kilometres between our place and a coded point; None where ours has no point."""
    if place.get("lat") is None or place.get("lon") is None:
        return None
    return great_circle_km(place["lat"], place["lon"], float(coded["lat"]), float(coded["lon"]))


def score_merges(tally: Tally, rows: Sequence[Row], exports: Exports) -> None:
    """Count texts whose incident is also that of a text on a plainly other event.

    Each row is coded as an event of its own; two rows are plainly apart where their coded days
    differ by more than two, or their coded points by more than 50 km.
    """
    sharing: dict[str, list[Row]] = {}
    for row in rows:
        incident = exports.incident_of(row["id"])
        if incident is not None:
            sharing.setdefault(incident["incident_id"], []).append(row)
    for name, together in sharing.items():
        for row in together:
            others = [o for o in together if _are_apart(row, o)]
            tally.count(MERGES.name, row["id"], bool(others))
            if others:
                tally.fault(
                    MERGES.name,
                    row["id"],
                    gold=f"{row['date']} {row['place']}",
                    ours=incident_brief(exports.incidents[name]),
                    text=row["text"][:600],
                    around=[
                        f"{o['id']} {o['date']} {o['place']}: {o['text'][:300]}" for o in others
                    ],
                    guess="wrong merge",
                )


def _are_apart(row: Row, other: Row) -> bool:
    days = _days(row["date"], other["date"])
    if days is not None and days > _APART_DAYS:
        return True
    if row["lat"] is None or other["lat"] is None:
        return False
    gap = distance(row, other)
    return gap is not None and gap > _APART_KM


def _days(ours: str | None, coded: str) -> int | None:
    if ours is None:
        return None
    return abs((date.fromisoformat(ours[:10]) - date.fromisoformat(coded[:10])).days)


def _why_date(ours: str | None, coded: str, gap: int | None) -> str:
    if ours is None or gap is None:
        return "no date"
    if gap == 1:
        return "one day late" if ours > coded else "one day early"
    if gap % 7 == 0 and gap <= 28:
        return "weeks off"
    if ours[5:10] == coded[5:10]:
        return "year wrong"
    return "other date"


def _why_place(gap: float | None, right_adm1: bool, name: str | None, case: Case) -> str:
    if case.incident is None:
        return "no incident"
    named = bool(name) and str(name).lower() in case.text.lower()
    where = "gold place named in text" if named else "gold place not in text as coded"
    if gap is None:
        return f"no place; {where}"
    if gap <= 25:
        return f"within 25 km; {where}"
    return f"{'right division, other place' if right_adm1 else 'elsewhere'}; {where}"
