"""W3C PROV-JSON: figures derived from claims, claims from documents, versions from one another.

After the W3C member submission "The PROV-JSON Serialization" (2013) and PROV-DM. What a figure
rests on is `wasDerivedFrom`; what was set aside is `wasInfluencedBy`, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from bearwitness.model.register import Entry, Figure
from bearwitness.publish.edition import Edition
from bearwitness.publish.lookup import number_of
from bearwitness.publish.losses import FEATURES
from bearwitness.publish.objects import claim_object, document_object
from bearwitness.publish.register_objects import (
    contradiction_object,
    figure_object,
    incident_object,
    toll_object,
)
from bearwitness.publish.writing import whole_file

HOLDS = frozenset((*FEATURES, "incidents", "tolls", "other_claims"))
PREFIXES = {
    "bw": "urn:bearwitness:",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPES = {
    "copy": "bw:Copy",
    "edit": "prov:Revision",
    "update": "prov:Revision",
    "translation": "bw:Translation",
    "quotes": "prov:Quotation",
}
_APART = frozenset(("text", "furniture", "figures", "claims", "documents"))
Part = dict[str, dict[str, Any]]


def publish(edition: Edition, folder: Path) -> list[Path]:
    """Write prov.json.

    Raises:
        StoreError: the file cannot be written.
    """
    graph = _Graph()
    _documents(graph, edition)
    _claims(graph, edition)
    for entry in edition.register.entries:
        if entry.incident_id not in edition.withheld:
            _incident(graph, entry)
    for found in edition.register.contradictions:
        told = contradiction_object(found, edition.withheld)
        graph.entity(found.contradiction_id, "Contradiction", told)
        for side in found.sides:
            graph.derived(found.contradiction_id, side.claim_id or side.document_id)
    for toll in edition.register.tolls:
        graph.entity(toll.toll_id, "Toll", toll_object(toll))
        for point in toll.points:
            graph.derived(toll.toll_id, point.claim_id)
    path = folder / "prov.json"
    with whole_file(path) as out:
        out.write(orjson.dumps(graph.parts, option=orjson.OPT_SORT_KEYS) + b"\n")
    return [path]


class _Graph:
    """The PROV document as it grows."""

    def __init__(self) -> None:
        names = ("entity", "agent", "activity", "wasDerivedFrom", "wasAttributedTo")
        self.parts: dict[str, Any] = {"prefix": PREFIXES, **{name: {} for name in names}}
        self.parts |= {"wasInfluencedBy": {}, "hadMember": {}, "wasGeneratedBy": {}}

    def entity(self, key: str, kind: str, told: Mapping[str, Any]) -> None:
        """An entity with all that is told of it; nested values as JSON text."""
        attributes = {"prov:type": {"$": f"bw:{kind}", "type": "prov:QUALIFIED_NAME"}}
        for name, value in told.items():
            if value is not None and name not in _APART:
                attributes[f"bw:{name}"] = _value(value)
        self.parts["entity"][f"bw:{key}"] = attributes

    def agent(self, name: str, kind: str) -> str:
        """An agent by its name, once."""
        key = f"bw:agent-{number_of(name):x}"
        self.parts["agent"].setdefault(
            key, {"prov:label": name, "prov:type": {"$": kind, "type": "prov:QUALIFIED_NAME"}}
        )
        return key

    def activity(self, name: str) -> str:
        """An activity by the name and version of what did it."""
        key = f"bw:activity-{number_of(name):x}"
        self.parts["activity"].setdefault(key, {"prov:label": name})
        return key

    def derived(self, made: str, used: str, **more: Any) -> None:
        """One thing made from another."""
        relation = {"prov:generatedEntity": f"bw:{made}", "prov:usedEntity": f"bw:{used}"}
        self._add("wasDerivedFrom", relation | more)

    def attributed(self, made: str, agent: str, **more: Any) -> None:
        """One thing on somebody's word."""
        self._add("wasAttributedTo", {"prov:entity": f"bw:{made}", "prov:agent": agent} | more)

    def influenced(self, made: str, by: str, why: str) -> None:
        """One thing known and set aside in making another."""
        relation = {"prov:influencee": f"bw:{made}", "prov:influencer": f"bw:{by}"}
        self._add("wasInfluencedBy", relation | {"bw:setAside": why})

    def member(self, whole: str, part: str) -> None:
        """One thing among others."""
        self._add("hadMember", {"prov:collection": f"bw:{whole}", "prov:entity": f"bw:{part}"})

    def generated(self, made: str, activity: str) -> None:
        """One thing read or made by an activity."""
        self._add("wasGeneratedBy", {"prov:entity": f"bw:{made}", "prov:activity": activity})

    def _add(self, name: str, relation: dict[str, Any]) -> None:
        part = self.parts[name]
        part[f"_:{name}{len(part) + 1}"] = relation


def _value(value: object) -> Any:
    if isinstance(value, str | int | float | bool):
        return value
    return orjson.dumps(value).decode()


def _documents(graph: _Graph, edition: Edition) -> None:
    members = edition.lineages.dispatch_of()
    for document in sorted(edition.documents(), key=lambda d: d.document_id):
        key = document.document_id
        dispatch = members.get(key)
        held = key in edition.withheld
        told = document_object(
            document, edition.lineages, dispatch.dispatch_id if dispatch else None, held
        )
        graph.entity(key, "Document", told)
        for name in (document.publisher, told["agency"]):
            if name:
                graph.attributed(key, graph.agent(name, "prov:Organization"))
    for dispatch in edition.lineages.dispatches:
        graph.entity(dispatch.dispatch_id, "Dispatch", {"agency": dispatch.agency})
        for key in dispatch.documents:
            graph.member(dispatch.dispatch_id, key)
    relations = [r for d in edition.lineages.dispatches for r in d.relations]
    for relation in (*relations, *edition.lineages.quotes):
        kind = {"$": _TYPES[relation.relation], "type": "prov:QUALIFIED_NAME"}
        graph.derived(relation.later, relation.earlier, **{"prov:type": kind})


def _claims(graph: _Graph, edition: Edition) -> None:
    for claim in sorted(edition.claims(), key=lambda c: c.claim_id):
        held = edition.withholds(claim)
        told = claim_object(claim, edition.incident_of.get(claim.claim_id), held)
        graph.entity(claim.claim_id, "Claim", told)
        graph.derived(claim.claim_id, claim.document_id)
        graph.generated(claim.claim_id, graph.activity(claim.extractor))
        for order, speaker in enumerate(told["attribution"]):
            agent = graph.agent(speaker["name"], "prov:Agent")
            graph.attributed(claim.claim_id, agent, **{"bw:order": order})
        if claim.casualty is not None and claim.casualty.derived is not None:
            for premise in claim.casualty.derived.premises:
                graph.derived(claim.claim_id, premise)


def _incident(graph: _Graph, entry: Entry) -> None:
    key = entry.incident_id
    graph.entity(key, "Incident", incident_object(entry))
    for claim in entry.claims:
        graph.derived(key, claim)
    if entry.superseded_by is not None:
        graph.derived(entry.superseded_by, key)
    for outcome, figures in (("killed", entry.killed), ("injured", entry.injured)):
        for name, figure in figures.items():
            if figure is not None:
                _figure(graph, key, f"{outcome}.{name}", figure)


def _figure(graph: _Graph, incident: str, name: str, figure: Figure) -> None:
    key = f"{incident}.{name}"
    told = figure_object(figure) or {}
    kept = {"figure": name, **{k: told[k] for k in ("low", "best", "high", "rule")}}
    graph.entity(key, "Figure", kept)
    graph.member(incident, key)
    graph.generated(key, graph.activity(f"rule {figure.rule}"))
    for claim in figure.used:
        graph.derived(key, claim)
    for aside in figure.set_aside:
        graph.influenced(key, aside.claim_id, aside.why)
