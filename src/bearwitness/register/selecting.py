"""Which counts bear on which figure, and which one a document means by it.

Within one document several counts of one outcome stand side by side: the total, its parts, an
earlier toll, the headline's. Those that do not bear on the figure are set aside, each with its
reason; one is left to speak for the document and source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bearwitness.model.claim import RESTATES, Casualty
from bearwitness.model.register import SetAside
from bearwitness.register import camps
from bearwitness.register.chosen import Chosen
from bearwitness.register.evidence import Testimony

# Attributes that make a count one of a kind of victim only.
NARROW = frozenset(
    ("children", "women", "men", "elderly", "medical", "journalist", "aid_worker", "named")
)


_TELLING = 8  # two equal numbers from here on are one told twice, and no two pieces
_BOTH_SIDES = frozenset(("combatant:combatant_a", "combatant:combatant_b"))


@dataclass(frozen=True, slots=True)
class Selection:
    """Counts that bear on a figure, and those set aside."""

    eligible: tuple[Testimony, ...]
    aside: tuple[SetAside, ...]


def reason_against(testimony: Testimony, *, whole: bool) -> str | None:
    """Why a count cannot make a figure of the incident, None where it can.

    Args:
        testimony: the count.
        whole: the figure is the total, into which no part may enter.
    """
    count = testimony.count
    if testimony.claim.hedge == "denied" or count.statement == "denied":
        return "denied"
    if count.scope in ("window", "cumulative"):
        return count.scope
    if count.superseded:
        return "superseded_in_text"
    if count.distributive:
        return "distributive"
    if whole and count.subset:
        return "subset"
    return None


def belongs(testimony: Testimony, key: str) -> bool:
    """Whether a count is one of the figure's kind of victims."""
    count = testimony.count
    narrow = NARROW & set(count.attributes)
    if key == "total":
        return True
    if key in ("children", "women"):
        return key in narrow and not narrow & ({"children", "women"} - {key})
    if key == "civilian":
        return count.status == "civilian" and (not narrow or not count.subset)
    if key == "unknown":
        return count.status == "unknown"
    return count.status == "combatant"


def select(testimonies: Iterable[Testimony], key: str) -> Selection:
    """Part the counts of one outcome into those that can make the figure and those that cannot."""
    eligible: list[Testimony] = []
    aside: list[SetAside] = []
    for testimony in testimonies:
        if not belongs(testimony, key):
            continue
        why = reason_against(testimony, whole=key == "total")
        if why is None:
            eligible.append(testimony)
        else:
            aside.append(SetAside(testimony.claim.claim_id, why))
    return Selection(tuple(eligible), tuple(aside))


def by_document_and_root(
    testimonies: Iterable[Testimony],
) -> Mapping[tuple[str, str], list[Testimony]]:
    """Counts grouped by the document that prints them and the root they lead back to."""
    groups: dict[tuple[str, str], list[Testimony]] = {}
    for t in testimonies:
        groups.setdefault((t.claim.document_id, t.root.key), []).append(t)
    for group in groups.values():
        group.sort(key=lambda t: (t.claim.span.start, t.claim.claim_id))
    return dict(sorted(groups.items()))


def with_other_groups(testimonies: Sequence[Testimony]) -> list[Testimony]:
    """Counts in the report's own voice, beside those of its source, are of other people.

    "Police said that 31 rebels died. Two soldiers also lost their lives": where every count of
    the report is of one status or side, what its own voice counts of another goes with the
    source's, to be added to it, and is no rival total.
    """
    out = list(testimonies)
    for document in sorted({t.claim.document_id for t in testimonies}):
        own = [t for t in testimonies if t.claim.document_id == document and not t.headline]
        plain = [t for t in own if t.count.scope == "incident" and not t.count.subset]
        if any(t.count.status not in ("civilian", "combatant") for t in plain):
            continue
        named = [t for t in plain if t.claim.attribution and _is_number(t)]
        if not named:
            continue
        source = max(named, key=lambda t: (t.count.low or 0, t.claim.claim_id))
        told = {_kind_and_side(t) for t in plain if t.root.key == source.root.key}
        for n, t in enumerate(out):
            if t in plain and not t.claim.attribution and _kind_and_side(t) not in told:
                out[n] = replace(t, root=source.root)
    return out


def _kind_and_side(t: Testimony) -> str:
    return f"{t.count.status}:{t.count.side or ''}"


def body_before_headline(
    testimonies: Sequence[Testimony],
) -> tuple[list[Testimony], list[SetAside]]:
    """Where the body gives a number, the headline's steps back, and so does one that repeats it.

    A vague word in the body ("dozens") yields to no headline, and none to it. Nor does the
    headline's "four hurt" yield to a body that only tells of one of them and of another, or its
    "four dead" to one that tells of a person by name or by role.
    """
    titled: dict[str, int] = {}
    for t in testimonies:
        if t.headline and _is_number(t):
            document = t.claim.document_id
            titled[document] = max(titled.get(document, 0), t.count.low or 0)
    numbered = {
        t.claim.document_id
        for t in testimonies
        if not t.headline and _is_number(t) and not _is_one_of(t, titled)
    }
    told = {t.claim.claim_id for t in testimonies}
    kept: list[Testimony] = []
    aside: list[SetAside] = []
    for t in testimonies:
        if t.count.restates in told:
            aside.append(SetAside(t.claim.claim_id, RESTATES))
        elif t.headline and t.claim.document_id in numbered:
            aside.append(SetAside(t.claim.claim_id, "headline_body_wins"))
        else:
            kept.append(t)
    return kept, aside


def _is_one_of(t: Testimony, titled: Mapping[str, int]) -> bool:
    """Whether the body's count is a piece of the larger number that its headline gives."""
    count = t.count
    whole = titled.get(t.claim.document_id, 0)
    if count.outcome == "killed":
        return count.low == count.high == 1 < whole and not _COUNTED_ONE.match(t.claim.span.quote)
    return (count.low == count.high == 1 < whole) or (
        (count.low or 0) < whole and (beside_others(t) or _of_them(t)) and not count.is_reckoned
    )


_OTHERS = re.compile(
    r"\W*(?:(?!(?:and|or|but)\b)[\w-]+\s+){0,2}(?:others?|more(?!\s+than\b))\b", re.I
)
_ONE_MORE = re.compile(
    r"^(?:another|an?\s+(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|other)|"
    r"the\s+(?:second|third|other))\b",
    re.I,
)


def beside_others(t: Testimony) -> bool:
    """Whether the count is of people beside those already told of ("four others were shot")."""
    sentence = t.claim.sentence
    if _ONE_MORE.match(t.claim.span.quote):
        return True
    return bool(_OTHERS.match(sentence.quote[t.claim.span.end - sentence.start :]))


_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|those|the\s+(?:victims|wounded|injured))\b", re.I)


def _of_them(t: Testimony) -> bool:
    """Whether the count is of some of those told of before ("two of them seriously")."""
    sentence = t.claim.sentence
    return bool(_OF_THEM.match(sentence.quote, t.claim.span.end - sentence.start))


_COUNTED_ONE = re.compile(r"^(?:(?:at\s+least|only|just)\s+)?(?:one|1|a\s+single)\b", re.I)


def tells_of_one_person(t: Testimony) -> bool:
    """Whether the words tell of a person hurt ("a clerk", "another man") rather than count to one.

    Of the dead a report tells each; of the hurt it may tell of one among many.
    """
    count = t.count
    if count.outcome == "killed":
        return False
    return count.low == count.high == 1 and not _COUNTED_ONE.match(t.claim.span.quote)


def _is_number(t: Testimony) -> bool:
    count = t.count
    return count.qualifier != "vague" and (count.low is not None or count.high is not None)


def narrow_pieces(
    testimonies: Sequence[Testimony], outcome: Sequence[Testimony]
) -> tuple[list[Testimony], list[SetAside]]:
    """Children or women alone are no count of civilians where the report counts more people.

    Where the report also counts fighters, the others may be those, and the children stand.

    Args:
        testimonies: that may make the figure of civilians.
        outcome: all counts of the same outcome.
    """
    most: dict[str, int] = {}
    fought = {t.claim.document_id for t in outcome if t.count.status == "combatant"}
    for t in outcome:
        if (
            t.claim.document_id not in fought
            and t.count.scope == "incident"
            and not t.count.superseded
            and _is_number(t)
        ):
            document = t.claim.document_id
            most[document] = max(most.get(document, 0), t.count.low or 0)
    kept: list[Testimony] = []
    aside: list[SetAside] = []
    for t in testimonies:
        narrow = bool(NARROW & set(t.count.attributes))
        if narrow and (t.count.low or 0) < most.get(t.claim.document_id, 0):
            aside.append(SetAside(t.claim.claim_id, "part_of_the_stated_total"))
        else:
            kept.append(t)
    return kept, aside


def parts_of_a_stated_total(
    testimonies: Sequence[Testimony],
) -> tuple[list[Testimony], list[SetAside]]:
    """Where a document states how many there were in all, its smaller pieces step back.

    Whoever gives them: sums of a list, counts of one status and persons singled out are pieces of
    the whole that the same report states; a lower count of people of no kind is another's total.
    Nor are fighters counted beside a sum of others (the attackers, say), or one person told by a
    role, the number of all.
    """
    stated: dict[str, int] = {}
    summed: dict[str, int] = {}
    listed: dict[str, int] = {}
    premises: set[str] = set()
    for t in testimonies:
        count = t.count
        if count.is_reckoned and count.scope == "incident" and not t.second_hand:
            listed[t.claim.document_id] = max(listed.get(t.claim.document_id, 0), count.low or 0)
        whole = count.status == "any" and count.scope == "incident"
        if whole and not t.second_hand and _is_number(t):
            of = summed if count.is_reckoned else stated
            of[t.claim.document_id] = max(of.get(t.claim.document_id, 0), count.low or 0)
            premises.update(count.derived.premises if count.derived else ())
    pieces = _adding_up(testimonies, stated)
    kept: list[Testimony] = []
    aside: list[SetAside] = []
    for t in testimonies:
        low, document = t.count.low or 0, t.claim.document_id
        if (_is_piece(t) and low < stated.get(document, 0)) or t.claim.claim_id in pieces:
            aside.append(SetAside(t.claim.claim_id, "part_of_the_stated_total"))
        elif (
            t.count.status == "combatant"
            and t.count.low is not None
            and not t.headline
            and low < summed.get(document, 0)
            and t.claim.claim_id not in premises
        ):
            aside.append(SetAside(t.claim.claim_id, "fighters_beside_a_sum"))
        elif (
            low == 1 < listed.get(document, 0)
            and t.count.outcome == "killed"
            and not t.headline
            and t.claim.claim_id not in premises
            and not _COUNTED_ONE.match(t.claim.span.quote)
        ):
            aside.append(SetAside(t.claim.claim_id, "person_or_part"))
        else:
            kept.append(t)
    return kept, aside


def _adding_up(testimonies: Sequence[Testimony], stated: Mapping[str, int]) -> set[str]:
    """Counts that one source gives and that add up to the total of its report.

    "Six died, … three at the scene and three others in hospital, the prosecutors said."
    """
    groups: dict[tuple[str, str], list[Testimony]] = {}
    for t in testimonies:
        document = t.claim.document_id
        if _is_number(t) and not t.headline and 0 < (t.count.low or 0) < stated.get(document, 0):
            groups.setdefault((document, t.root.key), []).append(t)
    return {
        t.claim.claim_id
        for (document, _), group in groups.items()
        if len(group) > 1 and sum(t.count.low or 0 for t in group) == stated[document]
        if not _tells_one_number(group)
        for t in group
    }


def _tells_one_number(group: Sequence[Testimony]) -> bool:
    """Whether counts repeat one number, a sentence each: a total told again, and no pieces."""
    numbers = {t.count.low or 0 for t in group}
    apart = len({t.claim.sentence.start for t in group}) == len(group)
    return len(numbers) == 1 and apart and min(numbers) >= _TELLING


def _is_piece(t: Testimony) -> bool:
    count = t.count
    if count.low is None or t.headline:
        return False
    return count.is_reckoned or count.low == 1 or count.status in ("civilian", "combatant")


def choose(testimonies: Sequence[Testimony], key: str) -> tuple[Chosen | None, list[SetAside]]:
    """The one count that a document, for one source, means by a figure.

    Preferred in turn: numbers before vague words, whole counts and sums before persons singled
    out, then the highest. Premises of a sum never stand for the whole. Where no count covers
    everybody, counts of different status add up (`sum_of_statuses`).

    Returns:
        The choice (None where nothing numeric is said), and the counts passed over.
    """
    live = [t for t in testimonies if t.count.low is not None or t.count.high is not None]
    if not live:
        return None, []
    numbers = [t for t in live if _is_number(t)]
    pool = numbers or live
    aside = [SetAside(t.claim.claim_id, "vague_beside_a_number") for t in live if t not in pool]
    premises = {
        p for t in pool if t.count.derived and t.count.is_reckoned for p in t.count.derived.premises
    }
    if key == "total":
        parts = [t for t in pool if t.claim.claim_id in premises]
        aside += [SetAside(t.claim.claim_id, "part_of_a_sum") for t in parts]
        pool = [t for t in pool if t.claim.claim_id not in premises] or pool
        summed = _sum_of_camps(pool, numbers) or _sum_of_statuses(pool)
        if summed is not None:
            used = {t.claim.claim_id for t in summed.testimonies}
            aside += [
                SetAside(t.claim.claim_id, "lower_count_in_text")
                for t in pool
                if t.claim.claim_id not in used
            ]
            return summed, aside
    best = max(pool, key=_strength)
    same = [best] + [
        t for t in pool if t is not best and t.value == best.value and t.count.scope != "part"
    ]
    used = {t.claim.claim_id for t in same}
    for t in pool:
        if t.claim.claim_id not in used:
            why = "person_or_part" if t.count.scope == "part" else "lower_count_in_text"
            aside.append(SetAside(t.claim.claim_id, why))
    return Chosen(best.count.low, best.count.high, _rule_of(best.count), tuple(same)), aside


def _strength(t: Testimony) -> tuple[int, int, int, int]:
    count = t.count
    reach = count.low if count.low is not None else count.high or 0
    return (
        0 if count.scope == "part" else 1,
        reach,
        0 if count.is_reckoned else 1,
        -t.claim.span.start,
    )


def _sum_of_statuses(pool: Sequence[Testimony]) -> Chosen | None:
    """Civilians and fighters, or the fighters of both sides, each counted, nobody both together."""
    plain = [t for t in pool if t.count.scope == "incident"]
    if any(t.count.status in ("any", "unknown") for t in plain):
        return None
    best: dict[str, Testimony] = {}
    for t in plain:
        side = _kind_and_side(t)
        if side not in best or _strength(t) > _strength(best[side]):
            best[side] = t
    if len({t.count.status for t in best.values()}) < 2 and not best.keys() >= _BOTH_SIDES:
        return None
    if best.keys() >= _BOTH_SIDES:
        if camps.are_one([best[k] for k in sorted(_BOTH_SIDES)]):
            return None  # "paramilitary soldiers" and "soldiers", told as two sides
        best.pop("combatant:combatant", None)  # of one of the two, no saying which
    parts = [best[k] for k in sorted(best)]
    lows = [t.count.low for t in parts]
    highs = [t.count.high for t in parts]
    return Chosen(
        sum(v or 0 for v in lows),
        None if any(v is None for v in highs) else sum(v or 0 for v in highs),
        "sum_of_statuses",
        tuple(parts),
    )


def _sum_of_camps(pool: Sequence[Testimony], told: Sequence[Testimony]) -> Chosen | None:
    """The dead of an army and those of the armed group it fought, which nobody adds up."""
    parted = camps.parted(pool, told)
    if parted is None:
        return None
    theirs, ours = parted
    one, _ = choose(ours, "total")
    other = max(theirs, key=_strength)
    return camps.added(one, Chosen(other.count.low, other.count.high, "stated", (other,)))


def _rule_of(count: Casualty) -> str:
    if count.derived is not None and count.is_reckoned:
        return count.derived.rule
    if count.qualifier == "vague":
        return "vague_words"
    return "upper_bound_only" if count.low is None else "stated"
