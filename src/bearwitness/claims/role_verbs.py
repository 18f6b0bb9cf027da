"""Outcomes told by a verb of loss or force right before the people counted."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.groups import Group
from bearwitness.claims.lexicon import PERSON_NOUNS
from bearwitness.claims.role_lists import Role


def forced_out(words: Sequence[str], group: Group) -> Role | None:
    """Reads "forced millions from their homes", "forced 12,000 people to flee"."""
    before = words[group.first - 1] if group.first else ""
    if before not in ("forced", "forcing", "drove", "driven", "driving", "drive", "force", "made",
                      "left", "leaving", "sent"):  # fmt: skip
        return None
    after = words[group.last : group.last + 7]
    told = (
        ("from" in after and ("homes" in after or "home" in after))
        or ("to" in after and any(w in after for w in ("flee", "leave", "evacuate")))
        or "homeless" in after
    )
    return Role("displaced", "forced", strength=0.95) if told else None


def lost_or_seized(words: Sequence[str], group: Group) -> Role | None:
    """Reads "the brigade lost six men", "gunmen seized nine oil workers"."""
    before = words[group.first - 1] if group.first else ""
    if group.singular or group.noun is None or not group.certain:
        return None
    fighting = group.status == "combatant" or group.head == "men"
    if before in ("lost", "lose", "losing", "loses") and fighting:
        return Role("killed", "object", strength=0.85)
    if fighting and words[max(0, group.first - 2) : group.first] == ["loss", "of"]:
        return Role("killed", "noun_of", strength=0.85)
    if before in ("seized", "seizing") and group.head in PERSON_NOUNS:
        return Role("detained", "object", strength=0.85)
    return None
