"""Values that no sentence says but that follow from what sentences say, by a named rule.

`share_of_total` ("more than half of the dead were civilians"), `sum_of_parts` ("a policeman and
two civilians died") and `sum_of_additional` ("another three were killed later"). A derived claim
names its premises and never replaces them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.model.claim import Casualty, Derived, Outcome, Qualifier, Status

_SHARE = re.compile(
    r"""(?P<words>(?:(?P<bound>more\ than|over|at\ least|nearly|almost|about|around|well\ over|roughly)\s+)?
    (?P<share>half|(?:a|one)[-\ ]third|two[-\ ]thirds|(?:a|one)[-\ ]quarter|three[-\ ]quarters|most|
      the\ (?:vast\ |great\ |overwhelming\ )?majority|a\ majority)
    \s+of\s+(?P<whole>the\ (?:dead|victims|deaths|killed|casualties|fatalities|wounded|injured|slain|toll)
      |those\ (?:killed|dead|wounded|injured|who\ died)|them|whom|those)
    )
    (?:\s*,?\s*(?:were|was|are|being)?\s*(?:believed\ to\ be\s+|reportedly\s+|thought\ to\ be\s+|said\ to\ be\s+|reported\ to\ (?:be|have\ been)\s+)?
    (?P<kind>civilians?|children|women(?:\ and\ children)?|fighters|militants|soldiers|jihadists|rebels|combatants|policemen))?""",
    re.I | re.X,
)
_SHARE_GATE = re.compile(r"(?:half|thirds?|quarters?|most|majority)\s+of\s")
_FRACTIONS = {
    "half": (1, 2),
    "third": (1, 3),
    "two": (2, 3),
    "quarter": (1, 4),
    "three": (3, 4),
}
_KINDS: dict[str, tuple[Status, tuple[str, ...]]] = {
    "civilian": ("civilian", ()),
    "civilians": ("civilian", ()),
    "children": ("civilian", ("children",)),
    "women": ("civilian", ("women",)),
    "women and children": ("civilian", ("women", "children")),
}


@dataclass(frozen=True, slots=True)
class Share:
    """A share of a whole, as written; offsets within the sentence.

    Attributes:
        numerator, denominator: of the share; "most" is more than one half.
        more: the share is exceeded ("more than half", "most").
        outcome: what befell the whole, None where only "them" tells.
    """

    start: int
    end: int
    numerator: int
    denominator: int
    more: bool
    exact: bool
    outcome: Outcome | None
    status: Status
    attributes: tuple[str, ...]

    def of(self, total: int) -> int:
        """The least count that the share of `total` allows."""
        part = total * self.numerator
        return part // self.denominator + (1 if self.more else 0)

    @property
    def qualifier(self) -> Qualifier:
        """How the words bound the share."""
        return "more_than" if self.more else "about"

    def casualty(self, outcome: Outcome) -> Casualty:
        """The claim on the share itself: it holds no number."""
        return Casualty(
            outcome,
            None,
            None,
            self.qualifier,
            status=self.status,
            attributes=self.attributes,
            subset=True,
        )


def find_shares(sentence: str) -> list[Share]:
    """Shares of the dead or hurt that a sentence gives to a kind of victim."""
    out: list[Share] = []
    if not _SHARE_GATE.search(sentence.lower()):
        return out
    for m in _SHARE.finditer(sentence):
        kind = (m.group("kind") or "").lower()
        if not kind:
            continue
        word = m.group("share").lower().replace("-", " ")
        bound = (m.group("bound") or "").lower()
        if word.startswith("most") or "majority" in word:
            numerator, denominator, more = 1, 2, True
        else:
            key = next(k for k in ("two", "three", "third", "quarter", "half") if k in word)
            numerator, denominator = _FRACTIONS[key]
            more = bound in ("more than", "over", "well over")
        whole = m.group("whole").lower()
        outcome: Outcome | None = None
        if re.search(r"dead|killed|death|fatal|slain|died|toll", whole):
            outcome = "killed"
        elif re.search(r"wounded|injured", whole):
            outcome = "injured"
        status, attributes = _KINDS.get(kind, ("combatant", ()))
        out.append(
            Share(
                m.start("words"),
                m.end("words"),
                numerator,
                denominator,
                more,
                bound in ("", "at least"),
                outcome,
                status,
                attributes,
            )
        )
    return out


def sum_bounds(parts: Sequence[Casualty]) -> tuple[int | None, int | None, Qualifier]:
    """Bounds of a sum: an open bound of a part stays open in the whole."""
    lows = [p.low for p in parts]
    highs = [p.high for p in parts]
    low = None if all(v is None for v in lows) else sum(v or 0 for v in lows)
    high = None if any(v is None for v in highs) else sum(v or 0 for v in highs)
    if any(p.qualifier == "vague" for p in parts):
        return low, None, "at_least"
    if high is None:
        return low, None, "at_least"
    if low is None or any(v is None for v in lows):
        return low, high, "up_to"
    return low, high, "about" if any(p.qualifier == "about" for p in parts) else "exactly"


def sum_of(parts: Sequence[Casualty], rule: str, premises: Sequence[str]) -> Casualty:
    """The sum of disjoint parts as a derived count."""
    low, high, qualifier = sum_bounds(parts)
    statuses = {p.status for p in parts}
    shared = set.intersection(*(set(p.attributes) for p in parts)) if parts else set()
    return Casualty(
        outcome=parts[0].outcome,
        low=low,
        high=high,
        qualifier=qualifier,
        status=statuses.pop() if len(statuses) == 1 else "any",
        attributes=tuple(sorted(shared)),
        scope="incident",
        superseded=any(p.superseded for p in parts),
        derived=Derived(rule, tuple(sorted(premises))),
    )
