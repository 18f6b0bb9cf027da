"""Claims that cannot all be right: recorded and shown, never corrected silently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from bearwitness.model import ids
from bearwitness.model.claim import Claim
from bearwitness.model.lineage import Lineages, SentenceChange
from bearwitness.model.register import Contradiction, Side
from bearwitness.register.clashing import against_headline, voices_clash
from bearwitness.register.contradictions_frame import made, of_frame
from bearwitness.register.evidence import Evidence, Testimony
from bearwitness.register.figures import Voice
from bearwitness.register.roots import Roots

_SMALL_EDIT = 3  # words
# Words that bound, deny or rank: to drop or add one changes what is claimed.
_WEIGHTY = re.compile(
    r"\b(?:only|first|last|sole|no|not|never|none|all|every|most|half|some|many|few|at least|"
    r"more than|less than|fewer than|up to|about|nearly|almost|alleged(?:ly)?|reported(?:ly)?|"
    r"suspected|confirmed|unconfirmed|deliberate(?:ly)?|accident(?:ally)?|civilians?|"
    r"militants?|terrorists?|rebels?)\b",
    re.I,
)
_NUMBER = re.compile(
    r"\d+|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|"
    r"hundreds?|scores)\b",
    re.I,
)


def of_incident(
    incident_id: str, evidence: Evidence, voices: Sequence[Voice], roots: Roots
) -> list[Contradiction]:
    """Contradictions among the claims of one incident."""
    found = [
        _counts_between_sources(incident_id, voices),
        *of_frame(incident_id, evidence.claims, roots),
        *_counts_in_text(incident_id, evidence.testimonies),
        *_counts_between_versions(incident_id, evidence.testimonies),
        *_statuses(incident_id, evidence.testimonies),
    ]
    return [f for f in found if f is not None]


def _counts_between_sources(incident_id: str, voices: Sequence[Voice]) -> Contradiction | None:
    """Counts of different roots that cannot both be right."""
    clashing: dict[str, Claim] = {}
    for a, b in combinations(voices, 2):
        if voices_clash(a, b):
            for chosen in (*a.chosen, *b.chosen):
                key = f"{chosen.lead.root.key}|{chosen.low}"
                clashing.setdefault(key, chosen.lead.claim)
    return made("count", "sources", clashing.values(), incident_id) if clashing else None


def _counts_in_text(incident_id: str, testimonies: Sequence[Testimony]) -> list[Contradiction]:
    """A headline and its body that give different exact totals."""
    out: list[Contradiction] = []
    groups: dict[tuple[str, str], list[Testimony]] = {}
    for t in testimonies:
        groups.setdefault((t.claim.document_id, t.count.outcome), []).append(t)
    for key in sorted(groups):
        told = [t.claim for t in against_headline(groups[key])]
        if told:
            out.append(made("count", "text", told, incident_id, told[1].claim_id))
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
            out.append(made("count", "versions", told, incident_id))
    return out


def _statuses(incident_id: str, testimonies: Sequence[Testimony]) -> list[Contradiction]:
    """The same number of dead, civilians to one source and fighters to another."""
    out: list[Contradiction] = []
    groups: dict[tuple[str, int], list[Testimony]] = {}
    for t in testimonies:
        count = t.count
        number = count.low or 0
        exact = number == count.high and number > 1 and not count.is_reckoned
        if exact and not count.subset and not t.headline:
            groups.setdefault((count.outcome, number), []).append(t)
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
                told = list(_first_of_each_root(t for pair in apart for t in pair))
                same = all(a.dispatch == b.dispatch for a, b in apart)
                out.append(made("status", "versions" if same else "sources", told, incident_id))
    return out


def _first_of_each_root(told: Iterable[Testimony]) -> Iterable[Claim]:
    """One claim for each source and status: whom each count leads back to, and no repetition."""
    first: dict[tuple[str, str], Claim] = {}
    for t in sorted(told, key=lambda t: t.claim.claim_id):
        first.setdefault((t.root.key, t.count.status), t.claim)
    return first.values()


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
    if change.quotation_altered and not _mostly_rewritten(change):
        return "quotation"
    if _mostly_rewritten(change):
        return None
    for old, new in change.what:
        if max(len(old.split()), len(new.split())) > _SMALL_EDIT:
            continue  # rewritten: not the same words with a shade changed
        if _NUMBER.findall(old) != _NUMBER.findall(new):
            continue  # the toll has moved on
        before = sorted(w.lower() for w in _WEIGHTY.findall(old))
        after = sorted(w.lower() for w in _WEIGHTY.findall(new))
        if before != after:
            return "substance"
    return None


def _mostly_rewritten(change: SentenceChange) -> bool:
    """Whether two sentences share less than half their words: another sentence, no edit of it."""
    if change.earlier is None or change.later is None:
        return True
    before, after = change.earlier.quote.split(), change.later.quote.split()
    changed = sum(len(old.split()) + len(new.split()) for old, new in change.what)
    return changed > (len(before) + len(after)) / 2


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
