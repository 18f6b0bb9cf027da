"""Sets coded by incident, each with several documents: our incident for a coded one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from bearwitness.evaluate.coded import Case
from bearwitness.evaluate.exports import Exports
from bearwitness.evaluate.maths import Pairs, b_cubed, pairs
from bearwitness.evaluate.scores import Figure, Measured, Row, Tally, part_of

LINKING = (
    Figure("linking, B³ precision"),
    Figure("linking, B³ recall"),
    Figure("linking, pairwise precision"),
    Figure("linking, pairwise recall"),
    Figure("linking, pairwise F1"),
    Figure("linking, pairs wrongly merged", better="lower", unit="number"),
    Figure("linking, pairs wrongly split", better="lower", unit="number"),
    Figure("linking, coded incidents split", better="lower"),
)


def most_shared(exports: Exports, documents: Sequence[str]) -> Row | None:
    """The incident that most of the documents fall in; the first document's where even."""
    votes: dict[str, int] = {}
    found: dict[str, Row] = {}
    for source_id in documents:
        incident = exports.incident_of(source_id)
        if incident is not None:
            name = incident["incident_id"]
            votes[name] = votes.get(name, 0) + 1
            found[name] = incident
    if not votes:
        return None
    return found[max(votes, key=lambda name: votes[name])]


def our_clusters(exports: Exports, documents: Iterable[str]) -> dict[str, str]:
    """Each document's incident; one without an incident stands alone."""
    clusters = {}
    for source_id in documents:
        incident = exports.incident_of(source_id)
        alone = f"alone:{source_id}"
        clusters[source_id] = alone if incident is None else str(incident["incident_id"])
    return clusters


def score_linking(
    tally: Tally,
    ours: Mapping[str, str],
    gold: Mapping[str, str],
    *,
    f1: str = "linking, B³ F1",
    mixing: str = "our incidents that mix two",
) -> None:
    """Give B³, pairwise figures and the share of mixed incidents, whole and by part.

    Args:
        tally: of a set that declares `LINKING` and the two figures named.
        ours: our incident of each document.
        gold: coded incident of each document; parts are made by it.
        f1: name of the B³ F1 figure.
        mixing: name of the figure of mixed incidents.
    """
    whole = _linking(ours, gold)
    dev, held = (
        _linking(ours, {d: i for d, i in gold.items() if part_of(i) == part})
        for part in ("dev", "held")
    )
    names = (f1, mixing, *(figure.name for figure in LINKING))
    for name, *values in zip(names, whole, dev, held, strict=True):
        tally.put(name, values[0], values[1], values[2])


def mixed_clusters(ours: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, list[str]]:
    """Our incidents whose documents are of two or more coded ones, with those documents."""
    members: dict[str, list[str]] = {}
    for document in gold:
        members.setdefault(ours[document], []).append(document)
    return {c: docs for c, docs in members.items() if len({gold[d] for d in docs}) > 1}


def split_incidents(ours: Mapping[str, str], gold: Mapping[str, str]) -> dict[str, list[str]]:
    """Coded incidents whose documents fall in two or more of ours, with those documents."""
    members: dict[str, list[str]] = {}
    for document, incident in gold.items():
        members.setdefault(incident, []).append(document)
    return {i: docs for i, docs in members.items() if len({ours[d] for d in docs}) > 1}


def _linking(ours: Mapping[str, str], gold: Mapping[str, str]) -> list[Measured]:
    n = len(gold)
    if n == 0:
        return [(None, 0)] * (2 + len(LINKING))
    cubed = b_cubed(ours, gold)
    joined: Pairs = pairs(ours, gold)
    agreement = joined.agreement
    clusters = {ours[d] for d in gold if not ours[d].startswith("alone:")}
    mixed = len(mixed_clusters(ours, gold))
    several = {i for i in gold.values() if sum(1 for j in gold.values() if j == i) > 1}
    split = len(split_incidents(ours, gold))
    return [
        (cubed.f1, n),
        (mixed / len(clusters) if clusters else None, len(clusters)),
        (cubed.precision, n),
        (cubed.recall, n),
        (agreement.precision, joined.both + joined.ours_only),
        (agreement.recall, joined.both + joined.gold_only),
        (agreement.f1, n),
        (float(joined.ours_only), joined.both + joined.ours_only),
        (float(joined.gold_only), joined.both + joined.gold_only),
        (split / len(several) if several else None, len(several)),
    ]


def shared_case(row: Row, exports: Exports) -> Case:
    """One coded incident beside ours, with the texts and claims of all its documents."""
    ids = [d["doc_id"] for d in row["docs"]]
    return Case(
        row["incident_id"],
        "\n=====\n".join(f"{d['title']}\n{d['text']}" for d in row["docs"]),
        most_shared(exports, ids),
        [c for i in ids for c in exports.claims_of(i)],
    )
