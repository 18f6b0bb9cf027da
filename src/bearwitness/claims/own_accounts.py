"""Who tells of being hurt: "A man walked into a hospital and said he had been shot"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.group_model import Group
from bearwitness.claims.role_lists import Role

_SAYS = re.compile(
    r"\b(?:said|says|reported|told\s+(?:\w+\s+){1,3}?)\s*(?:that\s+)?(?:he|she)\s+"
    r"(?:had\s+(?:just\s+)?been|was)\s+(?:shot(?!\s+(?:at|down))|stabbed)\b"
)


def read_own_account(
    words: str, offset: int, groups: Sequence[Group], roles: dict[int, Role]
) -> dict[int, Role]:
    """The roles, and that of the one person of a sentence who says that they were shot or stabbed.

    Args:
        words: the sentence.
        offset: of the sentence in the document.
        groups: its groups.
        roles: of these, so far.
    """
    told = _SAYS.search(words)
    if told is None:
        return roles
    before = [n for n, g in enumerate(groups) if g.quantity.end - offset <= told.start()]
    if len(before) != 1 or before[0] in roles:
        return roles
    group = groups[before[0]]
    if not group.singular or group.definite or group.status == "combatant":
        return roles
    return {**roles, before[0]: Role("casualties", "shot", strength=0.6)}
