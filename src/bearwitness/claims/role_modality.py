"""Whether a cue tells of what happened, or of what may, and whether its verb is passive."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.role_words import ADVERBS, HYPOTHETICAL, NEGATION

_BE = frozenset("was were been being be is are got get".split())
# Before a noun of violence these speak of a deed that is done.
_LOOKING_BACK = frozenset("into for with about over after since during".split())
_REACH = 5


def is_passive_at(words: Sequence[str], i: int) -> bool:
    """Whether a form of "be" stands before the verb at token i, adverbs aside."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if words[k] in _BE:
            return True
        if words[k] not in ADVERBS and not words[k].endswith("ly"):
            return False
    return False


def is_negated(words: Sequence[str], i: int) -> bool:
    """Whether a negation stands close before the verb at token i, nothing in brackets between."""
    for word in reversed(words[max(0, i - 3) : i]):
        if word in ("(", ")", ";", "]"):
            return False
        if word in NEGATION:
            return True
    return False


def is_looked_back_on(words: Sequence[str], i: int) -> bool:
    """Reads "will be tried for the murder of three": the noun at i is done, whatever may follow."""
    return any(words[k] in _LOOKING_BACK for k in range(max(0, i - 3), i))


def is_hypothetical(words: Sequence[str], i: int) -> bool:
    """Whether the words before the cue at token i say that it may happen, or was meant to."""
    window = [_modal(words, k) for k in range(max(0, i - _REACH), i)]
    if not any(w in HYPOTHETICAL for w in window):
        return False
    if "have" in window[-2:]:
        # "could have killed hundreds" killed nobody; "may have killed nine" is a hedge
        return bool({"could", "might", "would"} & set(window[-3:])) and "been" not in window
    return True


def _modal(words: Sequence[str], i: int) -> str:
    """The word at i; "" for the month of May."""
    after = words[i + 1] if i + 1 < len(words) else ""
    if words[i] == "may" and (
        words[i - 1][:1].isdigit() or after[:1].isdigit()
        or (words[i - 1] if i else "") in ("in", "on", "of", "last", "early", "late", "mid")
    ):  # fmt: skip
        return ""
    return words[i]


def only_adverbs(words: Sequence[str], first: int, last: int) -> bool:
    """Whether nothing but adverbs stands between two points."""
    if {"others", "more"} & set(words[first:last]) and words[first] == "and":
        return False  # "the deaths of six miners and others injured"
    return all(w in ADVERBS or w.endswith("ly") or w in ("were", "(") for w in words[first:last])
