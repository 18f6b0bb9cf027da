"""Who turned violence on themselves: "shot himself", "then took his own life".

Where one who killed others kills himself in the same sentence, he is one more dead of that
event. Bombers are left to the count that their sentence gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.cues import CueSpan
from bearwitness.claims.group_model import Group
from bearwitness.claims.lexicon import Cue, PersonNoun
from bearwitness.claims.role_lists import Role
from bearwitness.model.claim import Outcome
from bearwitness.text.numerals import Quantity
from bearwitness.text.tokens import Token

_SELF = r"(?:himself|herself|themself)"
_DIED = re.compile(
    rf"\b(?:(?:kill(?:ed|s|ing)|fatally\s+sho(?:t|oting)|shot\s+and\s+kill(?:ed|ing)|"
    rf"shot\s+(?:dead|to\s+death))\s+(?P<a>{_SELF})(?!\s+and\b)"
    rf"|turn(?:ed|ing|s)\s+(?:the|his|her|a)\s+(?:\w+\s+)?(?:gun|weapon|rifle|handgun|pistol|"
    rf"shotgun|firearm)\s+on\s+(?P<b>{_SELF})"
    rf"|(?:took|taking|taken|ended|ending)\s+(?P<c>(?:his|her)\s+own\s+life)"
    rf"|(?P<d>(?:committed|committing)\s+suicide))",
    re.I,
)
_HARMED = re.compile(
    rf"\b(?:sho(?:t|ots|oting)|stabb(?:ed|ing)|wound(?:ed|s|ing))\s+(?P<a>{_SELF}|self)\b", re.I
)
_AND_SELF = re.compile(rf"\b(?:and|then)\s+(?:then\s+)?(?:finally\s+)?(?P<a>{_SELF})\b", re.I)
_UNREAL = re.compile(
    r"\b(?:to|threaten\w*|attempt\w*|tried|trying|plan\w*|want\w*|if|would|could|might|may|going\s+to|"
    r"consider\w*|about|from)\s+(?:\w+ly\s+)?$",
    re.I,
)
_BOMB = re.compile(r"\b(?:bomb\w*|explosives?|vest|detonat\w*|blew|blow\w*|blast|grenade)\b", re.I)
_REACH = 9


def find_reflexives(
    words: str,
    offset: int,
    tokens: Sequence[Token],
    groups: Sequence[Group],
    roles: dict[int, Role],
) -> list[tuple[int | None, Group | None, Role]]:
    """Those who harmed themselves, of one sentence.

    Args:
        words: the sentence.
        offset: of the sentence in the document.
        tokens: of the sentence.
        groups: its counted groups.
        roles: of those groups, so far.

    Returns:
        Index of a group that is the person (None for a pronoun), the pronoun as a group of one
        (None for a known group), and the role. Where others were killed before, in the same
        sentence, the role's sibling is the last group of these.
    """
    out: list[tuple[int | None, Group | None, Role]] = []
    if _BOMB.search(words):
        return out
    seen = False
    for pattern, outcome in ((_DIED, "killed"), (_HARMED, "casualties"), (_AND_SELF, "")):
        for m in pattern.finditer(words):
            name = next(k for k, v in m.groupdict().items() if v)
            if seen or _UNREAL.search(words[: m.start()]):
                continue
            span = _span(tokens, offset + m.start(), offset + m.end())
            if span is None:
                continue
            others = [
                n
                for n in sorted(roles)
                if groups[n].last <= span.first + 1
                and roles[n].parent is None
                and roles[n].rule.split("+")[0] in ("object", "shot_object", "coordinated")
                and roles[n].outcome in ("killed", "casualties")
                and not roles[n].hypothetical
            ]
            if pattern is _AND_SELF:
                if not others or span.first - groups[others[-1]].last > _REACH:
                    continue
                outcome = roles[others[-1]].outcome
            told: Outcome = "killed" if outcome == "killed" else "casualties"
            mates = [n for n in others if roles[n].outcome == told]
            sibling = mates[-1] if mates else None
            cue = CueSpan(span.first, span.last, Cue(told, "intransitive"))
            seen = True
            who = None if others else _person_before(tokens, groups, roles, span.first)
            role = Role(told, "reflexive", cue, sibling=sibling, strength=0.8)
            if who is not None:
                out.append((who, None, role))
            else:
                at = offset + m.start(name), offset + m.end(name)
                out.append((None, _pronoun(tokens, at), role))
    return out


def _span(tokens: Sequence[Token], start: int, end: int) -> CueSpan | None:
    inside = [i for i, t in enumerate(tokens) if start <= t.start and t.end <= end]
    if not inside:
        return None
    return CueSpan(inside[0], inside[-1] + 1, Cue("killed", "intransitive"))


def _person_before(
    tokens: Sequence[Token], groups: Sequence[Group], roles: dict[int, Role], at: int
) -> int | None:
    """The single person whom the reflexive leads back to: the nearest group, not far off."""
    for n in range(len(groups) - 1, -1, -1):
        group = groups[n]
        if group.last > at:
            continue
        near = at - group.last <= _REACH and group.singular and n not in roles
        return n if near else None
    return None


def _pronoun(tokens: Sequence[Token], at: tuple[int, int]) -> Group:
    first = next(i for i, t in enumerate(tokens) if t.start >= at[0])
    last = next((i for i, t in enumerate(tokens) if t.end >= at[1]), first) + 1
    quantity = Quantity(
        tokens[first].start, tokens[last - 1].end, first, last, first, 1, 1, "exactly", "one person"
    )
    return Group(
        quantity, first, last, tokens[last - 1].lower, PersonNoun(plural=False), None, "any",
        False, (), singular=True, definite=True,
    )  # fmt: skip
