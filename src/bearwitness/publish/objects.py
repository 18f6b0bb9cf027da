"""The objects of the exported JSON Lines: keys and their order are a contract with other tools."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bearwitness.model.claim import (
    Actor,
    Casualty,
    Claim,
    Control,
    Detail,
    Meeting,
    Statement,
    Transfer,
    Where,
)
from bearwitness.model.document import Anchor, Document
from bearwitness.model.incident import Judgement
from bearwitness.model.lineage import Dispatch, Lineages, Relation, SentenceChange
from bearwitness.model.span import Span

Object = dict[str, Any]


def chosen(value: object, names: str) -> Object:
    """Some attributes of a noun under their own names, in the order given."""
    return {name: getattr(value, name) for name in names.split()}


# ---- documents and dispatches


def document_object(
    document: Document, lineages: Lineages, dispatch_id: str | None, withheld: bool = False
) -> Object:
    """A line of documents.jsonl; a withheld document keeps its place but not its words."""
    inferred = lineages.agencies.get(document.document_id)
    anchor = lineages.anchors.get(document.document_id, document.anchor)
    withheld = withheld or document.withheld
    return {
        "document_id": document.document_id,
        "source_id": document.source_id,
        "url": document.url,
        "publisher": document.publisher,
        "agency": document.agency or inferred,
        "agency_inferred": document.agency is None and inferred is not None,
        "title": None if withheld else document.title,
        "dateline": document.dateline,
        "published_at": document.published_at,
        "anchor": anchor_object(anchor),
        "language": document.language,
        "sha256": document.sha256,
        "text": None if withheld or not document.text else document.text,
        "furniture": [span_object(span) for span in document.furniture],
        "dispatch_id": dispatch_id,
    }


def anchor_object(anchor: Anchor) -> Object:
    """The day that relative dates are reckoned from."""
    return chosen(anchor, "date precision basis from_document")


def span_object(span: Span) -> Object:
    """Where something stands."""
    return chosen(span, "start end")


def dispatch_object(dispatch: Dispatch) -> Object:
    """A line of dispatches.jsonl."""
    relations = [relation_object(r) for r in dispatch.relations]
    return chosen(dispatch, "dispatch_id agency documents") | {"relations": relations}


def relation_object(relation: Relation) -> Object:
    """One document's relation to an earlier one."""
    return {
        "from": relation.earlier,
        "to": relation.later,
        "relation": relation.relation,
        "containment": round(relation.containment, 6),
        "longest_run": relation.longest_run,
        "order_reason": relation.order_reason,
        "sentences": [_sentence_object(s) for s in relation.sentences],
    }


def _sentence_object(change: SentenceChange) -> Object:
    out: Object = {
        "from": None if change.earlier is None else span_object(change.earlier),
        "to": None if change.later is None else span_object(change.later),
        "change": change.change,
    }
    if change.what:
        out["what"] = [{"from": old, "to": new} for old, new in change.what]
    if change.quotation_altered:
        out["quotation_altered"] = True
    return out


# ---- claims


def claim_object(claim: Claim, incident_id: str | None = None, withheld: bool = False) -> Object:
    """A line of claims.jsonl.

    Args:
        claim: the claim.
        incident_id: the incident it was linked to.
        withheld: leave out every word of the text, keep where it stands and what was counted.
    """
    out: Object = {
        **chosen(claim, "claim_id document_id kind"),
        "quote": claim.span.quote,
        **span_object(claim.span),
        "attribution": [chosen(s, "name actor_id cue start end") for s in claim.attribution],
        "hedge": claim.hedge,
        "when": chosen(claim.when, "start end precision basis text"),
        "where": where_object(claim.where),
        "by": actor_object(claim.by),
        "against": actor_object(claim.against),
        **chosen(claim, "event_type weapon"),
        "incident_id": incident_id,
        "extractor": claim.extractor,
        **_detail_object(claim.detail),
        "sentence": span_object(claim.sentence),
        **chosen(claim, "mention background"),
        "confidence": round(claim.confidence, 4),
    }
    return _without_words(out) if withheld else out


def where_object(where: Where | None) -> Object | None:
    """A place as a claim names it."""
    if where is None:
        return None
    return chosen(where, "name place_id lat lon country adm1 precision text")


def actor_object(actor: Actor | None) -> Object | None:
    """A side."""
    if actor is None:
        return None
    return chosen(actor, "name actor_id text")


def _detail_object(detail: Detail | None) -> Object:
    match detail:
        case None:
            return {}
        case Casualty():
            return _casualty_object(detail)
        case Statement():
            words = [{"start": start, "end": end} for start, end in detail.words]
            told = chosen(detail, "speaker office addressee channel mode")
            return told | {"words": words, "variant_of": detail.variant_of}
        case Meeting():
            return asdict(detail)
        case Control():
            return chosen(detail, "state")
        case Transfer():
            parties = {"from": detail.origin, "to": detail.recipient}
            return chosen(detail, "item item_class") | parties | {"status": detail.status}


def _casualty_object(count: Casualty) -> Object:
    told = chosen(
        count,
        "outcome low high qualifier status side attributes scope subset superseded statement "
        "distributive",
    )
    derived = count.derived
    return told | {"derived": None if derived is None else chosen(derived, "rule premises")}


def _without_words(claim: Object) -> Object:
    claim = {**claim, "quote": None, "attribution": []}
    for name in ("when", "where", "by", "against"):
        if claim[name] is not None:
            claim[name] = {**claim[name], "text": None}
    return claim


def judgement_object(judgement: Judgement) -> Object:
    """A line of judgements.jsonl; the moment is left out, so that equal input gives equal bytes."""
    return {
        **chosen(judgement, "left right verdict by"),
        "score": round(judgement.score, 6),
        "evidence": [
            {**chosen(e, "field left right"), "weight": round(e.weight, 6), "why": e.why}
            for e in judgement.evidence
        ],
        "note": judgement.note,
    }
