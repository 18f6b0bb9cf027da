"""Incident ids: minted once, kept through growth, forwarded on a merge, left behind on a split."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bearwitness.model import ids
from bearwitness.model.incident import Incident, Minting


@dataclass(frozen=True, slots=True)
class Group:
    """A cluster to be named: its mention keys and their claims, both sorted."""

    mentions: tuple[str, ...]
    claims: tuple[str, ...]


def name_groups(
    groups: Sequence[Group], mintings: Iterable[Minting], claims_of: Mapping[str, Sequence[str]]
) -> tuple[tuple[Incident, ...], tuple[Minting, ...]]:
    """Give every group its id.

    The group that holds an id's founding mention carries the id on. Where several ids meet, the
    oldest survives and the others forward to it. A group without an id mints one from its smallest
    claim.

    Args:
        groups: of disjoint mentions.
        mintings: all so far, oldest first; of two records on one id the later holds.
        claims_of: claim ids of each mention.

    Returns:
        Incidents (forwarded ones without mentions) sorted by id, and the new minting records.
    """
    age: dict[str, int] = {}
    latest: dict[str, Minting] = {}
    for minting in mintings:
        age.setdefault(minting.incident_id, len(age))
        latest[minting.incident_id] = minting
    founded: dict[str, list[str]] = {}
    for incident_id in sorted(latest, key=lambda k: age[k]):
        founded.setdefault(latest[incident_id].founding_mention, []).append(incident_id)

    fresh: list[Minting] = []
    incidents: list[Incident] = []
    for group in sorted(groups, key=lambda g: g.claims):
        held = sorted((i for m in group.mentions for i in founded.get(m, ())), key=lambda i: age[i])
        if not held:
            held = [_mint(group, latest, claims_of, fresh)]
        survivor = held[0]
        incidents.append(Incident(survivor, group.mentions, group.claims))
        for incident_id in held:
            target = None if incident_id == survivor else survivor
            record = latest[incident_id]
            if record.forwarded_to != target:
                fresh.append(Minting(incident_id, record.founding_mention, target))
            if target is not None:
                incidents.append(Incident(incident_id, (), (), superseded_by=target))
    return tuple(sorted(incidents, key=lambda i: i.incident_id)), tuple(fresh)


def _mint(
    group: Group,
    latest: dict[str, Minting],
    claims_of: Mapping[str, Sequence[str]],
    fresh: list[Minting],
) -> str:
    """A new id, from the smallest claim whose id is still free."""
    founder = {c: m for m in group.mentions for c in claims_of[m]}
    for claim in group.claims:
        incident_id = ids.incident_id(claim)
        if incident_id not in latest:
            break
    else:
        # Every claim founded an incident that has since gone elsewhere: number the heir.
        claim = group.claims[0]
        heir = 1
        while (incident_id := ids.incident_id(f"{claim}+{heir}")) in latest:
            heir += 1
    minting = Minting(incident_id, founder[claim])
    latest[incident_id] = minting
    fresh.append(minting)
    return incident_id
