"""Link mentions to incidents, as a pure function of claims, judgements and mintings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from typing import Literal

from bearwitness.incidents.block import candidate_pairs
from bearwitness.incidents.cluster import Clusters, Merge, cluster
from bearwitness.incidents.compare import THRESHOLD, Score, compare, place_key
from bearwitness.incidents.mint import Group, name_groups
from bearwitness.incidents.profile import Profile, build_profiles
from bearwitness.incidents.rarity import Rarity, measure_rarity
from bearwitness.model.claim import Claim
from bearwitness.model.document import Anchor
from bearwitness.model.ids import digest
from bearwitness.model.incident import Incident, Judgement, Mention, Minting
from bearwitness.model.lineage import Lineages

Verdict = Literal["same", "different"]

LINKER = "bearwitness.incidents/1"
# Pairs this close below the threshold are recorded as "different", for a person to look at.
_NEAR_MISS = 4.0
_NEAR_MISSES = 3
_NO_MENTION = Mention("", 0)
_EPOCH = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LinkResult:
    """What linking found.

    Attributes:
        incidents: sorted by id; a forwarded one has no mentions and says what took it over.
        judgements: the rule's new decisions, explained: one for every merge, and near misses.
        mintings: new records only; append them after those given.
    """

    incidents: tuple[Incident, ...]
    judgements: tuple[Judgement, ...]
    mintings: tuple[Minting, ...]


def link(
    claims: Iterable[Claim],
    anchors: Mapping[str, Anchor],
    lineages: Lineages,
    judgements: Sequence[Judgement] = (),
    mintings: Sequence[Minting] = (),
    terms: Mapping[str, frozenset[str]] | None = None,
) -> LinkResult:
    """Join the mentions that tell of one incident.

    The order of claims never matters. Of earlier judgements only a person's are heeded: they
    outrank the rule, the later of two on one pair the earlier; the rule's own are made anew, and
    returned only where they differ from the last one recorded.

    Args:
        claims: of all documents.
        anchors: document id to its day; lineage's loans are taken from `lineages`.
        lineages: dispatches and lent anchors.
        judgements: all so far, oldest first.
        mintings: all so far, oldest first.
        terms: document id to its telling words (`text.salient.salient_terms`).
    """
    days = {**anchors, **lineages.anchors}
    dispatches = {d: x.dispatch_id for x in lineages.dispatches for d in x.documents}
    every = build_profiles(claims, days, dispatches, terms or {})
    judged = {key for j in judgements if j.is_by_person for key in (j.left, j.right)}
    profiles, copies = _apart_from_copies(every, judged)
    rarity = measure_rarity(profiles, place_key)
    index = {p.key: i for i, p in enumerate(profiles)}
    together, apart = _persons(judgements, index)

    def score(i: int, j: int) -> Score:
        return compare(profiles[i], profiles[j], rarity)

    def total(i: int, j: int) -> float:
        return score(i, j).total

    totals = {
        (i, j): value
        for i, j in candidate_pairs(profiles)
        if (value := total(i, j)) >= THRESHOLD - _NEAR_MISS
    }
    clusters, merges = cluster(len(profiles), totals, total, together, apart)
    groups = [
        _group([p for m in members for p in (profiles[m], *copies.get(profiles[m].key, ()))])
        for members in clusters.members.values()
    ]
    claims_of = {p.key: p.claims for p in every}
    incidents, minted = name_groups(groups, mintings, claims_of)
    made = _judge(profiles, totals, score, clusters, merges)
    made += _judge_copies(profiles, copies, rarity)
    made.sort(key=lambda j: (j.left, j.right))
    return LinkResult(incidents, _only_new(made, judgements), minted)


def _apart_from_copies(
    profiles: Sequence[Profile], judged: set[str]
) -> tuple[list[Profile], dict[str, list[Profile]]]:
    """Mentions told once, and by the key of each the same telling in copies of its document.

    A copy adds no evidence, so it must not weigh in the linking (design rule 6). What a person
    judged stands for itself.
    """
    first: dict[Profile, Profile] = {}
    told: list[Profile] = []
    copies: dict[str, list[Profile]] = {}
    for profile in sorted(profiles, key=lambda p: p.key):
        if profile.dispatch is None or profile.key in judged:
            told.append(profile)
            continue
        telling = replace(profile, mention=_NO_MENTION, claims=())
        if telling in first:
            copies.setdefault(first[telling].key, []).append(profile)
        else:
            first[telling] = profile
            told.append(profile)
    # Ids would put mentions in another order once a copy stands for its original.
    return sorted(told, key=lambda p: (_content(p), p.key)), copies


def _content(profile: Profile) -> str:
    """A digest of what a mention tells, whatever document tells it."""
    parts = []
    for name in (f.name for f in fields(profile)):
        if name in ("mention", "claims", "dispatch"):
            continue
        value = getattr(profile, name)
        parts.append(
            "|".join(sorted(map(str, value))) if isinstance(value, frozenset) else str(value)
        )
    return digest(*parts)


def _judge_copies(
    profiles: Sequence[Profile], copies: Mapping[str, Sequence[Profile]], rarity: Rarity
) -> list[Judgement]:
    """Every copied telling is of the incident that it copies."""
    made = []
    for profile in profiles:
        for copy in copies.get(profile.key, ()):
            found = compare(profile, copy, rarity)
            left, right = sorted((profile.key, copy.key))
            made.append(Judgement(left, right, "same", LINKER, found.total, found.evidence))
    return made


def _persons(
    judgements: Sequence[Judgement], index: Mapping[str, int]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs that persons call one (in order of making) and pairs they keep apart."""
    last: dict[tuple[int, int], tuple[datetime, int, Judgement]] = {}
    for number, j in enumerate(judgements):
        if not j.is_by_person or j.left not in index or j.right not in index:
            continue
        a, b = sorted((index[j.left], index[j.right]))
        made = j.made_at or _EPOCH
        made = made if made.tzinfo is not None else made.replace(tzinfo=UTC)
        if (a, b) not in last or last[a, b][:2] <= (made, number):
            last[a, b] = (made, number, j)
    ordered = sorted(last.items(), key=lambda item: item[1][:2])
    same = [pair for pair, (_, _, j) in ordered if j.verdict == "same"]
    return same, [pair for pair, (_, _, j) in ordered if j.verdict == "different"]


def _group(members: Sequence[Profile]) -> Group:
    return Group(
        tuple(sorted(p.key for p in members)), tuple(sorted(c for p in members for c in p.claims))
    )


def _judge(
    profiles: Sequence[Profile],
    totals: Mapping[tuple[int, int], float],
    score: Callable[[int, int], Score],
    clusters: Clusters,
    merges: Sequence[Merge],
) -> list[Judgement]:
    """The pair behind every merge, and the near misses, a few for each mention."""
    pairs: list[tuple[tuple[int, int], Verdict]] = [((m.left, m.right), "same") for m in merges]
    missed: Counter[int] = Counter()
    for _, (i, j) in sorted((-value, pair) for pair, value in totals.items()):
        if clusters.home[i] == clusters.home[j]:
            continue
        if missed[i] < _NEAR_MISSES and missed[j] < _NEAR_MISSES:
            missed.update((i, j))
            pairs.append(((i, j), "different"))
    made = []
    for (i, j), verdict in pairs:
        found = score(i, j)
        left, right = sorted((profiles[i].key, profiles[j].key))
        made.append(Judgement(left, right, verdict, LINKER, found.total, found.evidence))
    return sorted(made, key=lambda j: (j.left, j.right))


def _only_new(made: Iterable[Judgement], recorded: Sequence[Judgement]) -> tuple[Judgement, ...]:
    last = {(j.left, j.right): (j.verdict, j.score) for j in recorded if j.by == LINKER}
    return tuple(j for j in made if last.get((j.left, j.right)) != (j.verdict, j.score))
