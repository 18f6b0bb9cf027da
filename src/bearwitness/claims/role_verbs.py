"""Outcomes told by a verb of loss or force, and those that a second verb overtakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bearwitness.claims.cues import CueSpan
from bearwitness.claims.group_model import Group
from bearwitness.claims.lexicon import PERSON_NOUNS
from bearwitness.claims.role_lists import Role
from bearwitness.claims.role_words import ADVERBS, SUBJECT_BREAKS

_DRIVES = frozenset(
    """force forces forced forcing drive drives drove driven driving made makes left leaves leaving
    sent sends""".split()
)


def forced_out(words: Sequence[str], group: Group) -> Role | None:
    """Reads "forced millions from their homes", "forced 12,000 people to flee"."""
    before = words[group.first - 1] if group.first else ""
    if before not in _DRIVES:
        return None
    after = words[group.last : group.last + 7]
    told = (
        ("from" in after and ("homes" in after or "home" in after))
        or ("to" in after and any(w in after for w in ("flee", "leave", "evacuate")))
        or "homeless" in after
    )
    return Role("displaced", "forced", strength=0.95) if told else None


_TAKES = frozenset(("take", "takes", "took", "taken", "taking"))
_CAPTIVES = frozenset(("prisoners", "captives", "hostages"))


def lost_or_seized(words: Sequence[str], group: Group) -> Role | None:
    """Reads "the brigade lost six men", "gunmen seized nine oil workers", "took 5 prisoners"."""
    before = words[group.first - 1] if group.first else ""
    if group.head == "own" and before in ("lost", "losing"):
        return Role("killed", "object", strength=0.85)  # "lost one of their own"
    if group.singular or group.noun is None or not group.certain:
        return None
    fighting = group.status == "combatant" or group.head == "men"
    if before in ("lost", "lose", "losing", "loses") and fighting:
        return Role("killed", "object", strength=0.85)
    if fighting and words[max(0, group.first - 2) : group.first] == ["loss", "of"]:
        return Role("killed", "noun_of", strength=0.85)
    if group.head in _CAPTIVES and before in _TAKES:
        return Role("detained", "object", strength=0.9)
    if before in ("seized", "seizing") and group.head in PERSON_NOUNS:
        return Role("detained", "object", strength=0.85)
    return None


_REACH = 14


def killed_after(
    words: Sequence[str],
    cue_at: Mapping[int, CueSpan],
    group_at: Mapping[int, int],
    told: CueSpan,
) -> CueSpan:
    """Reads "were kidnapped from a bus and later shot dead": the cue that tells how it ended.

    Args:
        words: of the sentence, in lower case.
        cue_at: its cues by token.
        group_at: its counted groups by token.
        told: the cue of the first verb.
    """
    if told.cue.outcome == "killed":
        return told
    for i in range(told.last, min(len(words) - 1, told.last + _REACH)):
        if words[i] in SUBJECT_BREAKS or (i in group_at and words[i - 1] != "by"):
            break
        if words[i] == "," and not (words[i + 1].endswith(("ed", "en")) or words[i + 1] == "and"):
            break
        if words[i] != "and":
            continue
        at = i + 1
        while at < len(words) and at - i < 5 and (
            words[at] in ADVERBS or words[at].endswith("ly") or words[at] in ("was", "were")
        ):  # fmt: skip
            at += 1
        span = cue_at.get(at)
        ended = span is not None and span.cue.form in ("verb", "intransitive")
        if span is not None and ended and span.cue.outcome == "killed" and (
            span.last not in group_at
        ):  # fmt: skip
            return span
    return told


_GOVERNING = frozenset(
    "found finding find discovered located saw among of with to after for involving".split()
)


def did_not_shoot(words: Sequence[str], group: Group, group_at: Mapping[int, int]) -> bool:
    """Whether a group beside "shot" is no subject: "found two men shot", "two shot, one dead".

    Args:
        words: of the sentence, in lower case.
        group: one of its counted groups.
        group_at: index of the group that holds a word.
    """
    counted_next = words[group.last + 1 : group.last + 2] == [","] and group.last + 2 in group_at
    return counted_next or (group.first > 0 and words[group.first - 1] in _GOVERNING)
