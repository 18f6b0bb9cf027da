"""Roles that one group takes from another: parts of a whole, lists, groups added to others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bearwitness.claims.cues import CueSpan
from bearwitness.claims.group_model import AUXILIARIES, Group
from bearwitness.claims.lexicon import CUES
from bearwitness.claims.role_words import (
    ADVERBS,
    INCLUSION,
    LINK,
    SAYING,
    SEVERITY,
    SUBJECT_BREAKS,
    VERBS,
)
from bearwitness.model.claim import Outcome
from bearwitness.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Role:
    """What was decided on one group.

    Attributes:
        outcome: what befell the people counted.
        rule: the rule that decided, for review and error analysis.
        cue: the words that decided, where any.
        parent: index of the group that holds this one ("including three children").
        sibling: index of the group it is coordinated with.
        negated: the sentence denies it.
        hypothetical: it did not happen, or not yet.
        strength: 0..1.
    """

    outcome: Outcome
    rule: str
    cue: CueSpan | None = None
    parent: int | None = None
    sibling: int | None = None
    negated: bool = False
    hypothetical: bool = False
    strength: float = 1.0


_SPARING = frozenset(
    "free frees freed freeing release releases released releasing rescue rescues rescued rescuing "
    "spare spares spared sparing save saves saved saving evacuate evacuates evacuated".split()
)


_OTHER_CLAUSE = ("leaving", "while", "whereas", "but")
_PLACING = ("in", "from", "at", "on", "each", "near")
# "killed a girl who was fetching water and, minutes later, two men"
_CLAUSE_AND = re.compile(r"(?:who|that) [^,;]* and(?: , \w+ (?:later|earlier|afterwards) ,)?")
_TOLD_BY_NUMBER = ("toll", "intransitive", "passive", "object", "head", "changed")
_BRACKET_REACH = 6


class ListRoles:
    """What the groups of one sentence have to do with each other.

    Args:
        tokens: of the sentence.
        groups: its counted groups.
        cues: its outcome cues.
    """

    def __init__(
        self, tokens: Sequence[Token], groups: Sequence[Group], cues: Sequence[CueSpan]
    ) -> None:
        """Index the sentence by token."""
        self.tokens = tokens
        self.words = [t.lower for t in tokens]
        self.groups = groups
        self.cues = cues
        self.cue_at = {i: c for c in cues for i in range(c.first, c.last)}
        self.group_at = {i: n for n, g in enumerate(groups) for i in range(g.first, g.last)}
        self.roles: dict[int, Role] = {}

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

    def _speaks(self, group: Group) -> bool:
        """Whether the group is who speaks: "a doctor at the hospital said", "said a woman"."""
        if group.singular and self._word(group.first - 1) in ("said", "says") and (
            self._word(group.first - 2) in (",", '"', "”", "'", "’")
        ):  # fmt: skip
            return True
        i = group.last - 1
        while (i := i + 1) < min(len(self.words), group.last + 14):
            word = self.words[i]
            if word in SAYING:
                return True
            if i in self.group_at and self._word(i - 1) == "and":
                i = self.groups[self.group_at[i]].last - 1
                continue
            if word == "," and self._word(i + 1) in SAYING:
                return True  # "X, a district chief, says"
            if word in (",", ".", ";") or i in self.group_at or i in self.cue_at:
                return False
        return False

    def _leaves_others(self, i: int) -> bool:
        """Reads "forty men raided the camp, leaving six miners dead" at "leaving"."""
        return self.words[i] in ("leaving", "left", "leaves") and any(
            k in self.group_at for k in range(i + 1, min(len(self.words), i + 4))
        )

    def _changed_from(self, n: int) -> Role | None:
        """Reads "rose to 118 from 95", "raised from 30 to 41": both are tolls."""
        before = self.roles.get(n - 1)
        if before is None or self._word(self.groups[n].first - 1) not in ("from", "to", "against"):
            return None
        gap = self.words[self.groups[n - 1].last : self.groups[n].first]
        told = before.rule.split("+")[0]
        if len(gap) <= 3 and told in _TOLD_BY_NUMBER:
            return Role(before.outcome, "changed", before.cue, strength=0.7)
        return None

    def _is_cited(self, group: Group) -> bool:
        """Whether the group is who it is told by: "according to residents and two medics"."""
        if self._word(group.first - 1) not in ("to", "and"):
            return False
        for i in range(group.first - 1, max(0, group.first - 6), -1):
            word = self.words[i]
            if word == "to" and self.words[i - 1] == "according":
                return True
            if i in self.cue_at or not self.tokens[i].is_word:
                return False
        return False

    def _joined(self, left: int, right: int) -> bool:
        a, b = self.groups[left], self.groups[right]
        between = self.words[a.last : b.first]
        if "with" in between[1:] and between[between.index("with") - 1] not in (
            "along",
            "together",
        ):
            return False  # "killed seven in clashes with 100 others"
        if _opens_clause(between):
            return False
        if any(w in _SPARING for w in between):
            return False  # "beheaded five captives and freed two"
        return bool(between) and len(between) <= 12 and any(w in LINK for w in between)

    def _inclusion(self, n: int) -> int | None:
        """The group that holds this one ("…, including 3 children", "of whom 3"), if any."""
        group = self.groups[n]
        if n == 0:
            return None
        if group.partitive and group.head == "":
            return self._holder(n)
        if group.is_bare and self._word(group.first - 1) == "," and (
            self._word(group.last) in SEVERITY
        ):  # fmt: skip
            return self._holder(n)  # "injuring four others, one seriously"
        if group.is_bare and self._is_in_a_state(group):
            return self._holder(n)  # "30 injured, with 10 in critical condition"
        before = self.words[max(0, group.first - 9) : group.first]
        if before and before[-1] in (":", "—", "–") and self._holder(n) is not None:
            return self._holder(n)
        if before and before[-1] == "(":
            return self._bracketed(n)
        for k in range(len(before) - 1, -1, -1):
            word = before[k]
            at = group.first - len(before) + k
            if at in self.group_at:
                other = self.group_at[at]
                role = self.roles.get(other)
                if role is None and self.groups[other].definite:
                    continue  # "including the district head and two guards"
                if role is not None and role.parent is not None and self._joined(other, n):
                    nested = self.words[self.groups[other].last : group.first]
                    if self._closes_aside(nested, other):
                        return None
                    if len(nested) <= 6 and not any(
                        w in AUXILIARIES or w in VERBS or w in ("left", "leaving") for w in nested
                    ):
                        return role.parent if self._may_hold(role.parent, n) else None
                return None
            if word in INCLUSION:
                if word == "among" and not any(
                    w in ("them", "whom") for w in self.words[at + 1 : at + 3]
                ):
                    continue
                return self._holder(n)
            if word in (".", ";") or (
                at in self.cue_at and self.cue_at[at].cue.form != "adjective"
            ):
                return None
        return None

    def _is_in_a_state(self, group: Group) -> bool:
        """Whether a number tells how the hurt are: "with at least 10 in critical condition"."""
        lead = self.words[max(0, group.first - 3) : group.first]
        after = self.words[group.last : group.last + 5]
        return "with" in lead and after[:1] == ["in"] and "condition" in after

    def _closes_aside(self, between: Sequence[str], part: int) -> bool:
        """Reads "eight marines, including a captain, and five dockers": the five are no marines.

        Where the aside lists several ("including two boys, a girl, and three men"), it goes on.
        """
        if ")" in between:
            return True
        mates = sum(r.parent == self.roles[part].parent for r in self.roles.values())
        return mates == 1 and any(
            pair in ((",", "and"), (",", "along")) for pair in pairwise(between)
        )

    def _bracketed(self, n: int) -> int | None:
        """Reads "six civilians (five men and a woman)": the brackets tell what the six were."""
        whole = self._holder(n)
        if whole is None:
            return None
        between = self.words[self.groups[whole].last : self.groups[n].first - 1]
        few = (self.groups[n].quantity.low or 0) <= (self.groups[whole].quantity.low or 0)
        closed = all(w not in AUXILIARIES and w not in VERBS and w not in LINK for w in between)
        return whole if few and closed and len(between) <= _BRACKET_REACH else None

    def _may_hold(self, whole: int, part: int) -> bool:
        """Whether one may be of the other: civilians hold no fighters, nor the other way round."""
        if whole < 0:
            return True
        kinds = {self.groups[whole].status, self.groups[part].status}
        return kinds != {"civilian", "combatant"}

    def _is_part_of_toll(self, n: int, toll: CueSpan) -> bool:
        """Reads "the toll, including 18 children, stood at 51" at the children."""
        first = toll.last
        if n and self.groups[n - 1].first >= toll.last:
            first = self.groups[n - 1].last
            before = self.roles.get(n - 1)
            listed = all(w in LINK for w in self.words[first : self.groups[n].first])
            if listed and before is not None and before.parent == -1:
                return True
        return any(w in INCLUSION for w in self.words[first : self.groups[n].first])

    def _holder(self, n: int) -> int | None:
        for k in range(n - 1, -1, -1):
            role = self.roles.get(k)
            if role is not None and role.parent is None:
                return k
        return None

    def _coordinated(self, n: int) -> Role | None:
        """Reads "…killed 12 civilians and three soldiers": the same outcome goes on."""
        if n == 0 or n - 1 not in self.roles or self._speaks(self.groups[n]):
            return None
        previous = self.roles[n - 1]
        if not self._joined(n - 1, n) or previous.rule == "victims":
            return None
        between = self.words[self.groups[n - 1].last : self.groups[n].first]
        if _added(between):
            taken = self._taken_with(n - 1)
            if taken is not None:
                return taken
            return Role(
                previous.outcome, "added", previous.cue, previous.parent, None, previous.negated,
                previous.hypothetical, 0.7,
            )  # fmt: skip
        elliptic = self.groups[n].is_bare and self._word(self.groups[n].last) in _PLACING
        elliptic = elliptic and len(between) <= 16 and between[-1] in (",", "and")
        if elliptic and not any(w in _PLACING or w in SUBJECT_BREAKS for w in between) and (
            between[-1] == "," and self._is_fewer(n, n - 1)
        ):  # fmt: skip
            holder = n - 1 if previous.parent is None else previous.parent
            return Role(previous.outcome, "included", previous.cue, holder, strength=0.6)
        between = ["and"] if _CLAUSE_AND.fullmatch(" ".join(between)) else between
        if any(w in AUXILIARIES or w in SUBJECT_BREAKS or w == "left" for w in between):
            return None
        if elliptic:
            return Role(
                previous.outcome, "list", previous.cue, previous.parent, n - 1, previous.negated,
                previous.hypothetical, 0.6,
            )  # fmt: skip
        if len(between) > 6 or any(w in VERBS or _is_past(w) for w in between):
            return None
        if any(i in self.cue_at for i in range(self.groups[n - 1].last, self.groups[n].first)):
            return None
        if any(w in ("after", "before", "in", "against", "by", "from", "when", "for", "at", "near",
                     "outside", "inside")
               for w in between):  # fmt: skip
            return None
        if previous.rule in ("reduced", "adjective", "head") and self.groups[n].is_bare:
            return None
        if previous.rule == "head" and previous.parent is None and self.groups[n].noun is None:
            return None
        group = self.groups[n]
        if previous.rule == "head" and "displaced" in self.words[group.first : group.last]:
            return Role("displaced", "adjective", strength=0.7)  # "30 deaths and 900 displaced"
        whole = previous.parent
        if whole is not None and not self._may_hold(whole, n):
            whole = None
        return Role(
            previous.outcome, "coordinated", previous.cue, whole, n - 1,
            previous.negated, previous.hypothetical, 0.7,
        )  # fmt: skip

    def _is_fewer(self, part: int, whole: int) -> bool:
        return (self.groups[part].quantity.low or 0) < (self.groups[whole].quantity.low or 0)

    def _predicated_of(self, n: int) -> bool:
        """Reads "Among the 14 dead were six pupils", "of the 24 dead, 14 were civilians"."""
        return (
            n - 1 in self.roles
            and self.words[0] in ("among", "of", "amongst")
            and self.groups[n - 1].first <= 3
        )

    def _is_close(self, n: int) -> bool:
        """Whether only "and" or a comma stands between the group and the one before."""
        gap = self.words[self.groups[n - 1].last : self.groups[n].first]
        return 0 < len(gap) <= 2 and all(w in LINK for w in gap)

    def _taken_with(self, n: int) -> Role | None:
        """Reads "kidnapped the two wounded along with three others": what the verb tells."""
        at = self.groups[n].first - 1
        while self._word(at) in ("the", "those", "these", "all"):
            at -= 1
        span = self.cue_at.get(at)
        if self.roles[n].rule != "head" or span is None or span.cue.outcome == "killed":
            return None
        if span.cue.form not in ("verb", "gerund", "present"):
            return None
        return Role(span.cue.outcome, "added", span, strength=0.7)

    def _lists_backward(self) -> None:
        """Reads "Two women, a man and three children were killed": the verb comes last."""
        for n in range(len(self.groups) - 2, -1, -1):
            if n in self.roles or n + 1 not in self.roles:
                continue
            if self.groups[n].singular and self._speaks(self.groups[n]):
                continue
            if self.words[max(0, self.groups[n].first - 2) : self.groups[n].first] == ["of", "the"]:
                continue  # "of the five men, two are in critical condition"
            owned = self._word(self.groups[n + 1].first) in ("his", "her", "their")
            if not self.groups[n].certain and (
                (self.groups[n].singular and not owned)
                or self.words[self.groups[n].last : self.groups[n + 1].first] != ["and"]
            ):
                continue
            after = self.roles[n + 1]
            if after.rule.split("+")[0] not in (
                "passive", "intransitive", "reduced", "adjective", "coordinated_back",
            ):  # fmt: skip
                continue
            between = self.words[self.groups[n].last : self.groups[n + 1].first]
            if (
                0 < len(between) <= 5
                and self._joined(n, n + 1)
                and not any(
                    w in AUXILIARIES or _is_past(w) or w in SUBJECT_BREAKS or w in _OTHER_CLAUSE
                    for w in between
                )
                and not any(
                    i in self.cue_at for i in range(self.groups[n].last, self.groups[n + 1].first)
                )
                and after.parent is None
            ):
                self.roles[n] = Role(
                    after.outcome, "coordinated_back", after.cue, None, n + 1, after.negated,
                    after.hypothetical, 0.7,
                )  # fmt: skip


def told_by_verb(
    left: Role | None, right: Role | None, group: Group, *, parted: bool = False
) -> bool:
    """Reads "killed two reporters kidnapped last year": the verb before tells, not the one after.

    Args:
        left: the role that the words before the group give it.
        right: the role that the words after it give.
        group: the people counted.
        parted: "and" or a comma stands right before them ("two injured and ten abducted").
    """
    if left is None or right is None or left.cue is None or left.rule != "object":
        return False
    reduced = right.rule.startswith("reduced") and right.outcome in (
        "detained", "missing", "displaced",
    )  # fmt: skip
    close = group.first - left.cue.last <= 1 and not parted
    return reduced and close and left.outcome in ("killed", "injured")


def _is_past(word: str) -> bool:
    """Whether a verb of its own parts two counts ("killed 23 and sacked 29")."""
    return word.endswith("ed") and word not in CUES and word not in ADVERBS and word not in _KINDS


_KINDS = frozenset(
    "armed unarmed unidentified unnamed suspected alleged retired aged displaced".split()
)


def _opens_clause(between: Sequence[str]) -> bool:
    """Reads "killed 40, …, as the army and a rival force fight on": a clause of its own begins."""
    return any(
        w == "as" and "well" not in between[max(0, i - 1) : i + 2] for i, w in enumerate(between)
    )


def _added(between: Sequence[str]) -> bool:
    """Reads "…died along with nine fighters": the words before a group add it to the one before."""
    return len(between) <= 12 and tuple(between[-2:]) in (
        ("along", "with"), ("together", "with"), ("well", "as"), ("addition", "to"),
        ("apart", "from"),
    )  # fmt: skip
