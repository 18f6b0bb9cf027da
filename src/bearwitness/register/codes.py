"""Codes of other people's codebooks: ACLED's event types, GED's precision and violence types."""

from __future__ import annotations

import re
from datetime import date

from bearwitness.model.claim import Actor

_SUB_EVENTS: dict[str, tuple[str, ...]] = {
    "Battles": (
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
    ),
    "Explosions/Remote violence": (
        "Air/drone strike",
        "Chemical weapon",
        "Grenade",
        "Remote explosive/landmine/IED",
        "Shelling/artillery/missile attack",
        "Suicide bomb",
    ),
    "Violence against civilians": (
        "Abduction/forced disappearance",
        "Attack",
        "Sexual violence",
    ),
    "Protests": (
        "Excessive force against protesters",
        "Peaceful protest",
        "Protest with intervention",
    ),
    "Riots": ("Mob violence", "Violent demonstration"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
_EVENT_OF = {sub.lower(): (event, sub) for event, subs in _SUB_EVENTS.items() for sub in subs}
_EVENTS = {event.lower(): event for event in _SUB_EVENTS}

_LABELS = {
    "Air/drone strike": "Air strike",
    "Armed clash": "Clash",
    "Chemical weapon": "Chemical attack",
    "Grenade": "Grenade attack",
    "Remote explosive/landmine/IED": "Bombing",
    "Shelling/artillery/missile attack": "Shelling",
    "Suicide bomb": "Suicide bombing",
    "Abduction/forced disappearance": "Abduction",
    "Excessive force against protesters": "Force against protesters",
    "Battles": "Battle",
    "Explosions/Remote violence": "Explosion",
    "Violence against civilians": "Attack",
    "Riots": "Riot",
    "Protests": "Protest",
    "Strategic developments": "Incident",
    "Government regains territory": "Battle",
    "Non-state actor overtakes territory": "Battle",
}
_STATE_WORDS = re.compile(
    r"\b(?:government|regime|army|police|air force|navy|security forces|troops|military|state|"
    r"ministry|national guard|coalition)\b",
    re.I,
)
_GROUP_WORDS = re.compile(
    r"\b(?:militants?|rebels?|gunmen|jihadists?|insurgents?|militias?|fighters?|islamic state|"
    r"is|isis|isil|al-qaeda|taliban|front|brigades?|gang|group|guerrillas?|cartel|bandits?|"
    r"separatists?|terrorists?)\b",
    re.I,
)
_CIVILIAN_WORDS = re.compile(
    r"\b(?:civilians?|residents?|villagers?|people|students?|worshippers?|protesters?|"
    r"demonstrators?|farmers?|passengers?|children|refugees?|workers?|journalists?)\b",
    re.I,
)


_KINDS = frozenset(("gen", "off"))
_BYSTANDERS = frozenset(("mon", "un", "ag", "out", "med"))


def acled_terms(term: str | None) -> tuple[str | None, str | None]:
    """Event type and sub-event type for either of them; (None, None) for neither."""
    if not term:
        return None, None
    found = _EVENT_OF.get(term.lower())
    return found if found is not None else (_EVENTS.get(term.lower()), None)


def label(event_type: str | None, sub_event_type: str | None) -> str:
    """The word for an incident's title."""
    term = sub_event_type or event_type
    return _LABELS.get(term, term) if term else "Incident"


def date_precision(start: date | None, end: date | None) -> int:
    """GED date_prec: 1 a day, 2 up to six days, 3 a week, 4 up to a month, 5 beyond or unknown."""
    if start is None or end is None:
        return 5
    days = (end - start).days + 1
    for limit, code in ((1, 1), (6, 2), (7, 3), (31, 4)):
        if days <= limit:
            return code
    return 5


def side_kind(actor: Actor | None) -> str | None:
    """One of "state", "group" or "civilian"; None where neither the id nor the words tell."""
    if actor is None:
        return None
    prefix = (actor.actor_id or "").partition("-")[0]
    known = {"gov": "state", "int": "state", "reb": "group", "mil": "group"}
    if prefix in known:
        return known[prefix]
    words = f"{actor.name} {actor.text}"
    if _CIVILIAN_WORDS.search(words):
        return "civilian"
    if _GROUP_WORDS.search(words):
        return "group"
    return "state" if _STATE_WORDS.search(words) else None


def takes_part(actor: Actor | None) -> bool:
    """Whether an actor can be a side at all: those who record, report or heal are none."""
    return actor is not None and (actor.actor_id or "").partition("-")[0] not in _BYSTANDERS


def is_named(actor: Actor) -> bool:
    """Whether an actor is a listed one of its own, not a kind ("soldiers", "gunmen")."""
    return actor.actor_id is not None and actor.actor_id.partition("-")[0] not in _KINDS


def type_of_violence(
    side_a: Actor | None, side_b: Actor | None, event_type: str | None
) -> int | None:
    """GED's type: 1 state-based, 2 non-state, 3 one-sided; None where the sides do not tell.

    An attack on civilians is one-sided whoever made it; two organised sides with a state among
    them are state-based, two without are non-state.
    """
    a, b = side_kind(side_a), side_kind(side_b)
    if "civilian" in (a, b) or (event_type == "Violence against civilians" and b is None):
        return 3 if a or b else None
    if a and b:
        return 1 if "state" in (a, b) else 2
    return None
