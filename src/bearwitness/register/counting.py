"""All figures of an incident: the outcomes, and the kinds of victim of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bearwitness.model.claim import Actor, Outcome
from bearwitness.model.register import Figure, SetAside, Step
from bearwitness.register.evidence import Evidence, Testimony
from bearwitness.register.figures import Reconciled, Voice, reconcile_figure
from bearwitness.register.roots import content_key
from bearwitness.register.same_person import without_those_who_died
from bearwitness.register.selecting import beside_others

_PLAIN_KEYS = ("total", "civilian", "unknown", "children", "women")
_ONE_SIDED = frozenset(("Explosions/Remote violence", "Violence against civilians"))


@dataclass(frozen=True, slots=True)
class Counted:
    """What is reconciled of an incident.

    Attributes:
        killed, injured: figure key to figure.
        voices: of the killed in total, else of the injured in total.
        apart: voices of the killed that were set apart as far off.
        development: of the killed in total.
    """

    killed: Mapping[str, Figure | None]
    injured: Mapping[str, Figure | None]
    voices: tuple[Voice, ...]
    development: tuple[Step, ...]
    apart: tuple[Voice, ...]


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
    dead = _shot_dead(evidence, killed.get("total"), injured.get("total"))
    if dead is not None:
        killed["total"] = dead
    shot = _harmed_less_killed(evidence, killed.get("total"), injured.get("total"))
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
        main.apart if main else (),
    )


def _figures(
    evidence: Evidence,
    outcome: Outcome,
    side_a: Actor | None,
    side_b: Actor | None,
    event_type: str | None,
) -> dict[str, Reconciled]:
    told = [t for t in evidence.testimonies if t.count.outcome == outcome]
    aside: list[SetAside] = []
    if outcome == "injured":
        dead = [t for t in evidence.testimonies if t.count.outcome == "killed"]
        told, aside = without_those_who_died(told, dead)
    out: dict[str, Reconciled] = {}
    told = [_on_a_side(t, side_a, side_b, event_type) for t in told]
    for key in _PLAIN_KEYS:
        found = reconcile_figure(told, key)
        if key == "total" and aside:
            found = _with_aside(found, aside)
        if found is not None:
            out[key] = found
    fighters = [t for t in told if t.count.status == "combatant"]
    by_side: dict[str, list[Testimony]] = {}
    side_of = {t.claim.claim_id: t.count.side for t in fighters}
    for t in fighters:
        derived = t.count.derived
        of = (
            {side_of.get(p) for p in derived.premises} if derived and t.count.is_reckoned else set()
        )
        if len(of) < 2:  # the dead of both sides together are neither's
            by_side.setdefault(t.count.side or "combatant", []).append(t)
    for key in sorted(by_side):
        found = reconcile_figure(by_side[key], key)
        if found is not None:
            out[key] = found
    return out


def _on_a_side(
    t: Testimony, side_a: Actor | None, side_b: Actor | None, event_type: str | None
) -> Testimony:
    """Fighters told as of one side of the incident, by the key of their figure."""
    if t.count.status != "combatant":
        return t
    side = _side_key(t, side_a, side_b, event_type)
    return replace(t, count=replace(t.count, side=side))


def _with_aside(found: Reconciled | None, aside: Sequence[SetAside]) -> Reconciled:
    """The figure that also names those set aside before it was made; unknown where none is left."""
    if found is None:
        return Reconciled(Figure(None, None, None, "all_died", (), tuple(aside)))
    every = {s.claim_id: s for s in (*found.figure.set_aside, *aside)}
    ordered = tuple(every[k] for k in sorted(every))
    return replace(found, figure=replace(found.figure, set_aside=ordered))


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
        return _side_of_their_kind(side, side_a, side_b) or "combatant"
    return "combatant_b" if side_b is not None and event_type in _ONE_SIDED else "combatant"


def _is(actor: Actor, side: str) -> bool:
    if side == actor.actor_id:
        return True
    return content_key(side) in (content_key(actor.name), content_key(actor.text))


_STATE_FORCES = frozenset(("soldiers", "police"))
_ARMED_GROUPS = frozenset(
    ("militants", "rebels", "militia", "gunmen", "unidentified gunmen", "gang members", "bandits")
)
_COUNTRY = re.compile(r"\s*\([^()]*\)$")


def _side_of_their_kind(side: str, side_a: Actor | None, side_b: Actor | None) -> str | None:
    """The only side that "soldiers" or "militants", so told, can be: a state's, or a group's."""
    kind = _COUNTRY.sub("", side)
    ids = ("gov-",) if kind in _STATE_FORCES else ("reb-", "mil-") if kind in _ARMED_GROUPS else ()
    fitting = [
        key
        for key, actor in (("combatant_a", side_a), ("combatant_b", side_b))
        if actor is not None and (actor.actor_id or "").startswith(ids)
    ]
    return fitting[0] if ids and len(fitting) == 1 else None


_FATAL = re.compile(r"\b(?:fatal|fatally|deadly|homicide|slaying)\b", re.I)


def _shot_dead(
    evidence: Evidence, killed: Reconciled | None, injured: Reconciled | None
) -> Reconciled | None:
    """The one person told of as shot, where the event is called fatal and nobody counts its dead.

    "Police found a clerk with a gunshot wound … the fatal shooting" (`harmed_in_a_fatal_event`).
    """
    if killed is not None or injured is not None:
        return None
    if not any(c.kind == "event" and _FATAL.search(c.span.quote) for c in evidence.claims):
        return None
    harmed = reconcile_figure(
        [t for t in evidence.testimonies if t.count.outcome == "casualties"], "total"
    )
    if harmed is None or not harmed.figure.low == harmed.figure.best == harmed.figure.high == 1:
        return None
    return replace(harmed, figure=replace(harmed.figure, rule="harmed_in_a_fatal_event"))


def _harmed_less_killed(
    evidence: Evidence, killed: Reconciled | None, injured: Reconciled | None
) -> Reconciled | None:
    """The injured, where nobody counts them but a report counts all who were shot or harmed.

    "Five people were shot, two of them fatally" leaves three (`harmed_less_killed`). Where no
    death is told of, or those harmed are told of beside the dead ("four others were shot"), they
    are held to be hurt (`harmed_none_reported_dead`, `harmed_beside_the_killed`). A single injured
    person is no count of all.
    """
    stated = injured.figure if injured else None
    harmed = reconcile_figure(
        [t for t in evidence.testimonies if t.count.outcome == "casualties"], "total"
    )
    if harmed is None or harmed.figure.best is None:
        return None
    if (
        stated is not None
        and max(stated.best or 0, stated.high or 0) > 1
        and not (
            (killed is None or not killed.figure.best)
            and _only_some_of(evidence, stated, harmed.figure)
        )
    ):
        return None
    taken = _dead_among(evidence, harmed.figure, killed.figure if killed else None)
    if taken is None:
        return None
    rule, dead, premises = taken
    rest = harmed.figure.best - dead
    if rest <= 0 or (stated is not None and rest <= (stated.best or 0)):
        return None
    used = {*harmed.figure.used, *(premises.used if premises else ())}
    aside = {k: SetAside(k, "part_of_those_harmed") for k in (stated.used if stated else ())}
    aside |= {s.claim_id: s for s in (stated.set_aside if stated else ())}
    exact = harmed.figure.high == harmed.figure.best and (
        premises is None or premises.high == premises.best
    )
    figure = Figure(
        rest,
        rest,
        rest if exact else None,
        rule,
        tuple(sorted(used)),
        tuple(aside[k] for k in sorted(aside) if k not in used),
    )
    return Reconciled(figure, harmed.voices, ())


def _only_some_of(evidence: Evidence, stated: Figure, harmed: Figure) -> bool:
    """Whether each report that counts injured also counts all who were harmed, and more of them.

    "Five people were shot … two others were taken to hospital": the two are some of the five.
    """
    by_id = {t.claim.claim_id: t for t in evidence.testimonies}
    whole = {
        t.claim.document_id
        for t in evidence.testimonies
        if t.count.outcome == "casualties" and t.count.low == harmed.best and not t.headline
    }
    return (
        (stated.high or stated.best or 0) < (harmed.best or 0)
        and bool(stated.used)
        and all(by_id[k].claim.document_id in whole for k in stated.used)
    )


def _dead_among(
    evidence: Evidence, harmed: Figure, killed: Figure | None
) -> tuple[str, int, Figure | None] | None:
    """Rule, number of dead among those harmed, and the figure it rests on; None: not known."""
    if killed is None or killed.best == 0:
        return "harmed_none_reported_dead", 0, None
    if killed.best is None:
        return None  # deaths are told of, but not how many
    by_id = {t.claim.claim_id: t for t in evidence.testimonies}
    if all(_is_beside_the_dead(by_id[k], by_id.values()) for k in harmed.used):
        return "harmed_beside_the_killed", 0, None
    if not {by_id[k].dispatch for k in killed.used} & {by_id[k].dispatch for k in harmed.used}:
        return None  # no report tells of both
    return "harmed_less_killed", killed.best, killed


def _is_beside_the_dead(harmed: Testimony, every: Iterable[Testimony]) -> bool:
    """Whether those harmed are told of as others than the dead.

    "Another man was shot" is another victim only where a victim was told of before; a man accused
    of shooting another man tells of one.
    """
    if not beside_others(harmed):
        return False
    span = harmed.claim.span
    return harmed.count.low != 1 or any(
        t.claim.document_id == harmed.claim.document_id and t.claim.span.end <= span.start
        for t in every
        if t.count.outcome in ("killed", "injured") and not t.headline
    )
