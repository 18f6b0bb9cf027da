"""Claims that cannot all be right: recorded and shown, never corrected silently."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from bearwitness.model import ids
from bearwitness.model.claim import Claim, Where
from bearwitness.model.lineage import Lineages, SentenceChange
from bearwitness.model.register import Contradiction, Side
from bearwitness.register.codes import is_named, takes_part
from bearwitness.register.evidence import Evidence, Testimony
from bearwitness.register.figures import Voice
from bearwitness.register.grading import compatible
from bearwitness.register.roots import Roots

Between = Literal["text", "versions", "sources"]
Kind = Literal["date", "count", "status", "actor", "place", "quotation", "substance"]

_FAR_KM = 50.0
_EARTH_KM = 6371.0
_MOST_SIDES = 12
_SMALL_EDIT = 3  # words
# Words that bound, deny or rank: to drop or add one changes what is claimed.
_WEIGHTY = re.compile(
    r"\b(?:only|first|last|sole|no|not|never|none|all|every|most|half|some|many|few|at least|"
    r"more than|less than|fewer than|up to|about|nearly|almost|alleged(?:ly)?|reported(?:ly)?|"
    r"suspected|confirmed|unconfirmed|deliberate(?:ly)?|accident(?:ally)?|civilians?|"
    r"militants?|terrorists?|rebels?)\b",
    re.I,
)


def of_incident(
    incident_id: str, evidence: Evidence, voices: Sequence[Voice], roots: Roots
) -> list[Contradiction]:
    """Contradictions among the claims of one incident."""
    found = [
        _counts_between_sources(incident_id, voices),
        _dates(incident_id, evidence.claims, roots),
        _actors(incident_id, evidence.claims, roots),
        _places(incident_id, evidence.claims, roots),
        *_counts_in_text(incident_id, evidence.testimonies),
        *_counts_between_versions(incident_id, evidence.testimonies),
        *_statuses(incident_id, evidence.testimonies),
    ]
    return [f for f in found if f is not None]


def side_of(claim: Claim) -> Side:
    """A claim's words as one side."""
    span = claim.span
    return Side(claim.document_id, span.start, span.end, span.quote, claim.claim_id)


def _made(
    kind: Kind,
    between: Between,
    claims: Iterable[Claim],
    incident_id: str,
    settled_by: str | None = None,
) -> Contradiction:
    ordered = sorted({c.claim_id: c for c in claims}.items())[:_MOST_SIDES]
    sides = tuple(side_of(claim) for _, claim in ordered)
    name = ids.contradiction_id(kind, *(f"{s.claim_id}" for s in sides))
    return Contradiction(name, kind, between, sides, incident_id, settled_by)


def _counts_between_sources(incident_id: str, voices: Sequence[Voice]) -> Contradiction | None:
    """Counts of different roots that cannot both be right, or are far apart in size."""
    clashing: dict[str, Claim] = {}
    for a, b in combinations(voices, 2):
        if not compatible(a, b):
            for voice in (a, b):
                for chosen in voice.chosen:
                    claim = chosen.lead.claim
                    clashing.setdefault(f"{chosen.lead.root.key}|{chosen.low}", claim)
    return _made("count", "sources", clashing.values(), incident_id) if clashing else None


def _counts_in_text(incident_id: str, testimonies: Sequence[Testimony]) -> list[Contradiction]:
    """A headline and its body that give different exact totals."""
    out: list[Contradiction] = []
    groups: dict[tuple[str, str], list[Testimony]] = {}
    for t in testimonies:
        count = t.count
        exact = count.low is not None and count.low == count.high and not count.restates
        if exact and count.scope == "incident" and not count.subset and not count.superseded:
            groups.setdefault((t.claim.document_id, count.outcome), []).append(t)
    for key in sorted(groups):
        head = [t for t in groups[key] if t.headline and t.count.status == "any"]
        body = [t for t in groups[key] if not t.headline and t.count.status == "any"]
        if head and body and not {t.value for t in head} & {t.value for t in body}:
            settled = body[0].claim.claim_id
            both = [t.claim for t in (*head, *body)]
            out.append(_made("count", "text", both, incident_id, settled))
    return out


def _counts_between_versions(
    incident_id: str, testimonies: Sequence[Testimony]
) -> list[Contradiction]:
    """Two takes of one dispatch whose exact totals differ, on one source's word."""
    out: list[Contradiction] = []
    groups: dict[tuple[str, str, str], list[Testimony]] = {}
    for t in testimonies:
        count = t.count
        exact = count.low is not None and count.low == count.high and count.status == "any"
        whole = count.scope == "incident" and not count.subset and not count.superseded
        if exact and whole and not t.headline and not count.attributes:
            groups.setdefault((t.dispatch, count.outcome, t.root.key), []).append(t)
    for key in sorted(groups):
        of_take: dict[str, set[int | None]] = {}
        for t in groups[key]:
            of_take.setdefault(t.claim.document_id, set()).add(t.value)
        one_each = [values for values in of_take.values() if len(values) == 1]
        if len(one_each) == len(of_take) > 1 and len(set().union(*one_each)) > 1:
            told = [t.claim for t in groups[key]]
            out.append(_made("count", "versions", told, incident_id))
    return out


def _statuses(incident_id: str, testimonies: Sequence[Testimony]) -> list[Contradiction]:
    """The same number of dead, civilians to one source and fighters to another."""
    out: list[Contradiction] = []
    groups: dict[tuple[str, int], list[Testimony]] = {}
    for t in testimonies:
        if t.count.low and t.count.low == t.count.high and not t.count.subset and not t.headline:
            groups.setdefault((t.count.outcome, t.count.low), []).append(t)
    for key in sorted(groups):
        civilian = [t for t in groups[key] if t.count.status == "civilian"]
        fighters = [t for t in groups[key] if t.count.status == "combatant"]
        if {t.root.key for t in civilian} and {t.root.key for t in fighters}:
            apart = [
                (a, b) for a in civilian for b in fighters
                if a.claim.document_id != b.claim.document_id
                and (a.root.key != b.root.key or a.dispatch == b.dispatch)
            ]  # fmt: skip
            if apart:
                told = [t.claim for pair in apart for t in pair]
                same = all(a.dispatch == b.dispatch for a, b in apart)
                out.append(_made("status", "versions" if same else "sources", told, incident_id))
    return out


def _between(a: Claim, b: Claim, roots: Roots) -> Between:
    if a.document_id == b.document_id:
        return "text"
    same = roots.dispatch(a.document_id) == roots.dispatch(b.document_id)
    return "versions" if same else "sources"


def _pairs(claims: Sequence[Claim], same: Mapping[str, object]) -> list[tuple[Claim, Claim]]:
    """Pairs of claims, one for each pair of distinct readings (`same` by claim id)."""
    first: dict[object, Claim] = {}
    for claim in claims:
        if claim.claim_id in same:
            first.setdefault(same[claim.claim_id], claim)
    return list(combinations(list(first.values())[:_MOST_SIDES], 2))


def _dates(incident_id: str, claims: Sequence[Claim], roots: Roots) -> Contradiction | None:
    """Stated or reckoned days that do not meet, of what is held to be one incident."""
    days: dict[str, tuple[date, date]] = {
        c.claim_id: (c.when.start, c.when.end or c.when.start)
        for c in claims
        if c.when.start is not None and c.when.basis in ("stated", "relative")
    }
    clash = [
        (a, b)
        for a, b in _pairs(claims, days)
        if days[a.claim_id][1] < days[b.claim_id][0] or days[b.claim_id][1] < days[a.claim_id][0]
    ]
    return _of_pairs("date", clash, incident_id, roots)


def _actors(incident_id: str, claims: Sequence[Claim], roots: Roots) -> Contradiction | None:
    """Different listed actors held to have acted."""
    who = {
        c.claim_id: c.by.actor_id
        for c in claims
        if c.by is not None and is_named(c.by) and takes_part(c.by)
    }
    clash = [(a, b) for a, b in _pairs(claims, who) if a.document_id != b.document_id]
    return _of_pairs("actor", clash, incident_id, roots)


def _places(incident_id: str, claims: Sequence[Claim], roots: Roots) -> Contradiction | None:
    """Exact places too far apart to be one."""
    where = {
        c.claim_id: (c.where.lat, c.where.lon)
        for c in claims
        if c.where is not None and c.where.lat is not None and c.where.precision <= 2
    }
    clash = [
        (a, b)
        for a, b in _pairs(claims, where)
        if a.where and b.where and _distance_km(a.where, b.where) > _FAR_KM
    ]
    return _of_pairs("place", clash, incident_id, roots)


def _of_pairs(
    kind: Kind, pairs: Sequence[tuple[Claim, Claim]], incident_id: str, roots: Roots
) -> Contradiction | None:
    if not pairs:
        return None
    order = ("sources", "versions", "text")
    between = min((_between(a, b, roots) for a, b in pairs), key=order.index)
    return _made(kind, between, [c for pair in pairs for c in pair], incident_id)


def _distance_km(a: Where, b: Where) -> float:
    """Great-circle distance; 0 where a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((q - p) / 2) ** 2
    half += math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


# ---- between versions of one dispatch


def of_versions(lineages: Lineages, incident_of: Mapping[str, Sequence[Claim]],
                incident_ids: Mapping[str, str]) -> list[Contradiction]:  # fmt: skip
    """Altered quotations and edits of substance between versions of one dispatch.

    Args:
        lineages: with the sentence alignments.
        incident_of: document id to its claims that belong to incidents.
        incident_ids: claim id to incident id.
    """
    out: dict[str, Contradiction] = {}
    for dispatch in lineages.dispatches:
        for relation in dispatch.relations:
            for change in relation.sentences:
                kind = _kind_of(change)
                if kind is None or change.earlier is None or change.later is None:
                    continue
                earlier, later = change.earlier, change.later
                sides = (
                    Side(relation.earlier, earlier.start, earlier.end, earlier.quote),
                    Side(relation.later, later.start, later.end, later.quote),
                )
                name = ids.contradiction_id(
                    kind, *(f"{s.document_id}:{s.start}:{s.end}" for s in sides)
                )
                incident = _incident_at(sides, incident_of, incident_ids)
                out[name] = Contradiction(name, kind, "versions", sides, incident)
    return [out[name] for name in sorted(out)]


def _kind_of(change: SentenceChange) -> Literal["quotation", "substance"] | None:
    if change.change != "edited":
        return None
    if change.quotation_altered:
        return "quotation"
    for old, new in change.what:
        if max(len(old.split()), len(new.split())) > _SMALL_EDIT:
            continue  # rewritten: not the same words with a shade changed
        before = sorted(w.lower() for w in _WEIGHTY.findall(old))
        after = sorted(w.lower() for w in _WEIGHTY.findall(new))
        if before != after:
            return "substance"
    return None


def _incident_at(
    sides: Sequence[Side],
    claims_of: Mapping[str, Sequence[Claim]],
    incident_ids: Mapping[str, str],
) -> str | None:
    for side in sides:
        for claim in claims_of.get(side.document_id, ()):
            if claim.span.overlaps(side.start, side.end):
                return incident_ids.get(claim.claim_id)
    return None
