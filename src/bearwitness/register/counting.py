"""All figures of an incident: the outcomes, and the kinds of victim of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bearwitness.model.claim import Actor, Outcome
from bearwitness.model.register import Figure, SetAside, Step
from bearwitness.register.evidence import Evidence, Testimony
from bearwitness.register.figures import Reconciled, Voice, reconcile_figure
from bearwitness.register.roots import content_key

_PLAIN_KEYS = ("total", "civilian", "unknown", "children", "women")
_ONE_SIDED = frozenset(("Explosions/Remote violence", "Violence against civilians"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is reconciled of an incident.

    Attributes:
        killed, injured: figure key to figure.
        voices: of the killed in total, else of the injured in total.
        development: of the killed in total.
    """

    killed: Mapping[str, Figure | None]
    injured: Mapping[str, Figure | None]
    voices: tuple[Voice, ...]
    development: tuple[Step, ...]


def count(
    evidence: Evidence, side_a: Actor | None, side_b: Actor | None, event_type: str | None
) -> Counted:
    """Reconcile every figure of an incident.

    Args:
        evidence: what is said.
        side_a: who acted.
        side_b: who was struck, or fought back.
        event_type: ACLED's; tells whether violence went one way only.
    """
    killed = _figures(evidence, "killed", side_a, side_b, event_type)
    injured = _figures(evidence, "injured", side_a, side_b, event_type)
    shot = _shot_minus_killed(evidence, killed.get("total"), injured.get("total"))
    if shot is not None:
        injured["total"] = shot
    main = killed.get("total")
    hurt = injured.get("total")
    voices = main.voices if main and main.voices else hurt.voices if hurt else ()
    return Counted(
        {key: found.figure for key, found in killed.items()},
        {key: found.figure for key, found in injured.items()},
        voices,
        main.development if main else (),
    )


def _figures(
    evidence: Evidence,
    outcome: Outcome,
    side_a: Actor | None,
    side_b: Actor | None,
    event_type: str | None,
) -> dict[str, Reconciled]:
    told = [t for t in evidence.testimonies if t.count.outcome == outcome]
    out: dict[str, Reconciled] = {}
    for key in _PLAIN_KEYS:
        found = reconcile_figure(told, key)
        if found is not None:
            out[key] = found
    fighters = [t for t in told if t.count.status == "combatant"]
    by_side: dict[str, list[Testimony]] = {}
    for t in fighters:
        by_side.setdefault(_side_key(t, side_a, side_b, event_type), []).append(t)
    for key in sorted(by_side):
        found = reconcile_figure(by_side[key], key)
        if found is not None:
            out[key] = found
    return out


def _side_key(
    t: Testimony, side_a: Actor | None, side_b: Actor | None, event_type: str | None
) -> str:
    """Whose fighters they are.

    Fighters of no stated side belong to the side that was struck, where violence went one way;
    elsewhere, and where the stated side is neither, they stand under "combatant".
    """
    side = t.count.side
    if side:
        for key, actor in (("combatant_a", side_a), ("combatant_b", side_b)):
            if actor is not None and _is(actor, side):
                return key
        return "combatant"
    return "combatant_b" if side_b is not None and event_type in _ONE_SIDED else "combatant"


def _is(actor: Actor, side: str) -> bool:
    if side == actor.actor_id:
        return True
    return content_key(side) in (content_key(actor.name), content_key(actor.text))


def _shot_minus_killed(
    evidence: Evidence, killed: Reconciled | None, injured: Reconciled | None
) -> Reconciled | None:
    """People shot or harmed, less those killed, where nobody counts all the injured.

    From whole counts only: "five people were shot, two of them fatally". Where no death is told
    of, those harmed are held to be hurt (`harmed_none_reported_dead`). A single injured person
    is no count of all.
    """
    stated = injured.figure if injured else None
    if stated is not None and (stated.best or stated.high or 0) > 1:
        return None
    harmed = reconcile_figure(
        [t for t in evidence.testimonies if t.count.outcome == "casualties"], "total"
    )
    if harmed is None or harmed.figure.best is None:
        return None
    told = killed.figure if killed else None
    if told is not None and told.best is None:
        return None  # deaths are told of, but not how many
    dead = told.best if told is not None and told.best is not None else 0
    rest = harmed.figure.best - dead
    if rest <= 0 or (stated is not None and stated.best is not None and rest <= stated.best):
        return None
    rule = "shot_minus_killed" if dead else "harmed_none_reported_dead"
    used = {*harmed.figure.used, *(told.used if told is not None and dead else ())}
    aside = [SetAside(k, "part_of_those_harmed") for k in (stated.used if stated else ())]
    aside += stated.set_aside if stated else ()
    exact = harmed.figure.high == harmed.figure.best and (not dead or told.high == dead)
    figure = Figure(
        rest, rest, rest if exact else None, rule, tuple(sorted(used)),
        tuple(s for s in sorted(aside, key=lambda s: s.claim_id) if s.claim_id not in used),
    )  # fmt: skip
    return Reconciled(figure, harmed.voices, ())
