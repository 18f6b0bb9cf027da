"""Figures: low, best and high of a kind of victim, from all sources, by named rules.

The steps: counts that cannot bear on the figure are set aside (selecting.py); each document says
one thing for each source; a source's later count replaces its earlier one; then the sources stand
side by side. Averages are never taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bearwitness.model.register import Figure, SetAside, Step
from bearwitness.register import camps
from bearwitness.register.bodies import are_bodies
from bearwitness.register.chosen import Chosen
from bearwitness.register.evidence import Testimony
from bearwitness.register.outgrown import without_outgrown
from bearwitness.register.selecting import (
    body_before_headline,
    by_document_and_root,
    choose,
    narrow_pieces,
    parts_of_a_stated_total,
    select,
    tells_of_one_person,
    with_other_groups,
)

_IMPLIED = ("share_of_total", "vague_words")
_OPEN_REACH = 1.5
_PART = 2
_OUTLIER = 2  # a second-hand count this many times above every first-hand one stands apart
_KIND_RANK = {"monitor": 4, "official": 3, "medical": 3, "outlet": 2, "eyewitness": 1, "other": 1}


@dataclass(frozen=True, slots=True)
class Voice:
    """What one root source currently says.

    Attributes:
        low, high: its bounds; both ends of its current counts where several stand.
        rule: how its number was reached.
        chosen: the current counts.
        dispatches: how many dispatches carry them.
        day: the day the newest of them was first said (a late copy makes nothing newer).
    """

    low: int | None
    high: int | None
    rule: str
    chosen: tuple[Chosen, ...]
    dispatches: int
    day: date | None

    @property
    def value(self) -> int | None:
        """The number it stands for."""
        return self.low

    @property
    def top(self) -> int | None:
        """The highest number it names."""
        return self.high if self.high is not None else self.low


@dataclass(frozen=True, slots=True)
class Reconciled:
    """A figure, with the voices behind it, those set apart, and the toll's development."""

    figure: Figure
    voices: tuple[Voice, ...] = ()
    development: tuple[Step, ...] = ()
    apart: tuple[Voice, ...] = ()


def reconcile_figure(testimonies: Sequence[Testimony], key: str) -> Reconciled | None:
    """The figure of one outcome and kind of victim; None where nothing is said of it.

    Args:
        testimonies: the incident's counts of one outcome.
        key: "total", "civilian", "combatant_a", ... (see `model.register.FIGURE_KEYS`).
    """
    selection = select(testimonies, key)
    aside = list(selection.aside)
    kept, passed = body_before_headline(selection.eligible)
    aside += passed
    if key == "total":
        kept, passed = parts_of_a_stated_total(kept)
        aside += passed
        kept = with_other_groups(kept)
    elif key == "civilian":
        kept, passed = narrow_pieces(kept, testimonies)
        aside += passed
    chosen, unnumbered, passed = _said(kept, key)
    aside += passed
    if key == "total":
        chosen, passed = _without_own_parts(chosen)
        aside += passed
        chosen = camps.across_sources(chosen)
    if not chosen:
        return _without_count(unnumbered, aside)
    steps_back = (_without_summands, _without_contradicted_zeros, _without_met_floors)
    for step in (*steps_back, _without_met_bodies):
        chosen, passed = step(chosen)
        aside += passed
    if key == "total":
        chosen, passed = without_outgrown(chosen, testimonies)
        aside += passed
    voices, steps, passed = _voices(chosen)
    aside += passed
    voices, apart = _without_outliers(voices)
    aside += _asides(apart, "second_hand_far_above_the_others")
    voices, vague = _numbers_before_vague_words(voices)
    aside += _asides(vague, "vague_beside_a_number")
    return Reconciled(_across(voices, aside), tuple(voices), steps, tuple(apart))


def _said(
    kept: Sequence[Testimony], key: str
) -> tuple[list[Chosen], list[Testimony], list[SetAside]]:
    """What each document says for each source; the counts without a number; those passed over."""
    chosen: list[Chosen] = []
    unnumbered: list[Testimony] = []
    aside: list[SetAside] = []
    for group in by_document_and_root(kept).values():
        one, passed = choose(group, key)
        aside += passed
        unnumbered += [t for t in group if t.count.low is None and t.count.high is None]
        if one is not None:
            chosen.append(one)
    if chosen:
        rested_on = {p for c in chosen for t in c.testimonies for p in _premises(t)}
        for t in unnumbered:
            key_of = t.claim.claim_id
            why = "premise" if key_of in rested_on else "a_number_is_stated"
            aside.append(SetAside(key_of, why))
    return chosen, unnumbered, aside


def _premises(t: Testimony) -> tuple[str, ...]:
    return t.count.derived.premises if t.count.derived and t.count.is_reckoned else ()


def _without_count(unnumbered: Sequence[Testimony], aside: list[SetAside]) -> Reconciled | None:
    """Nobody counts: unknown where a text says so, else nothing at all."""
    stated = [t for t in unnumbered if t.count.statement == "unknown_number"]
    rest = [t for t in unnumbered if t not in stated]
    if stated:
        aside += [SetAside(t.claim.claim_id, "no_number") for t in rest]
        return Reconciled(_made(None, None, None, "stated_unknown", stated, aside))
    if rest:
        return Reconciled(_made(None, None, None, "no_number", rest, aside))
    return None


def _asides_of(parts: Sequence[Chosen]) -> list[SetAside]:
    why = "part_of_the_stated_total"
    return [SetAside(t.claim.claim_id, why) for one in parts for t in one.testimonies]


def _asides(voices: Sequence[Voice], why: str) -> list[SetAside]:
    return [
        SetAside(t.claim.claim_id, why) for v in voices for c in v.chosen for t in c.testimonies
    ]


def _without_summands(chosen: list[Chosen]) -> tuple[list[Chosen], list[SetAside]]:
    """Let a count step back that another source of the same text adds to: "also killed"."""
    added = {p for c in chosen for t in c.testimonies for p in _premises(t)}
    parts = [c for c in chosen if all(t.claim.claim_id in added for t in c.testimonies)]
    if len(parts) == len(chosen):
        return chosen, []
    return [c for c in chosen if c not in parts], [
        SetAside(t.claim.claim_id, "premise") for c in parts for t in c.testimonies
    ]


def _without_contradicted_zeros(
    chosen: list[Chosen],
) -> tuple[list[Chosen], list[SetAside]]:
    """Yield to any count where a source reports none ("no casualties were reported")."""
    positive = [c for c in chosen if (c.high if c.high is not None else c.low or 1) > 0]
    if not positive or len(positive) == len(chosen):
        return chosen, []
    return positive, [
        SetAside(t.claim.claim_id, "none_reported_beside_a_count")
        for c in chosen
        if c not in positive
        for t in c.testimonies
    ]


def _without_met_floors(chosen: list[Chosen]) -> tuple[list[Chosen], list[SetAside]]:
    """Let the floor that a share implies step back where a count that meets it is stated."""
    stated = [c.low for c in chosen if c.rule not in _IMPLIED and c.low is not None]
    met = [
        c for c in chosen if c.rule == "share_of_total" and c.high is None
        and any(low >= (c.low or 0) for low in stated)
    ]  # fmt: skip
    return [c for c in chosen if c not in met], [
        SetAside(t.claim.claim_id, "floor_met_by_a_count") for c in met for t in c.testimonies
    ]


def _without_own_parts(chosen: list[Chosen]) -> tuple[list[Chosen], list[SetAside]]:
    """Let a report's own closed number step back where it quotes one at least twice as high."""
    quoted: dict[str, int] = {}
    for one in chosen:
        if one.lead.claim.attribution:
            document = one.lead.claim.document_id
            quoted[document] = max(quoted.get(document, 0), one.low or 0)
    parts = [
        one for one in chosen
        if not one.lead.claim.attribution and one.low is not None and one.high is not None
        and 0 < _PART * one.low <= quoted.get(one.lead.claim.document_id, 0)
    ]  # fmt: skip
    return [one for one in chosen if one not in parts], _asides_of(parts)


def _without_met_bodies(chosen: list[Chosen]) -> tuple[list[Chosen], list[SetAside]]:
    """Let bodies that somebody moved or took in step back where twice as many are counted."""
    most = max((c.low or 0 for c in chosen if not c.lead.second_hand), default=0)
    met = [
        c for c in chosen if _PART * (c.low or 0) <= most and all(map(are_bodies, c.testimonies))
    ]
    return [c for c in chosen if c not in met], [
        SetAside(t.claim.claim_id, "floor_met_by_a_count") for c in met for t in c.testimonies
    ]


# ---- one source over time


def _voices(
    chosen: Sequence[Chosen],
) -> tuple[list[Voice], tuple[Step, ...], list[SetAside]]:
    roots: dict[str, list[Chosen]] = {}
    for one in chosen:
        roots.setdefault(one.lead.root.key, []).append(one)
    voices: list[Voice] = []
    steps: list[Step] = []
    aside: list[SetAside] = []
    for key in sorted(roots):
        current, replaced = _current(roots[key])
        for old, new in replaced:
            aside += [SetAside(t.claim.claim_id, "superseded") for t in old.testimonies]
            steps.append(_step(old, new.lead.claim.claim_id))
        steps += [_step(one, None) for one in current]
        voices.append(_voice(current))
    steps = _first_steps(steps)
    steps.sort(key=lambda s: (s.day is None, s.day or date.min, s.source, s.claim_id))
    return voices, tuple(steps), aside


def _first_steps(steps: Sequence[Step]) -> list[Step]:
    """One step for each number of a source: its first appearance."""
    first: dict[tuple[str, int | None, int | None], Step] = {}
    for step in sorted(steps, key=lambda s: (s.day is None, s.day or date.min, s.claim_id)):
        first.setdefault((step.source, step.low, step.high), step)
    return list(first.values())


def _step(one: Chosen, superseded_by: str | None) -> Step:
    lead = one.lead
    return Step(lead.day, lead.root.name, lead.claim.claim_id, one.low, one.high, superseded_by)


def _current(chosen: Sequence[Chosen]) -> tuple[list[Chosen], list[tuple[Chosen, Chosen]]]:
    """A source's counts that still stand, and the replaced ones with what replaced them.

    A count is as old as its first appearance, so that an outlet which prints an old toll late
    does not bring it back. Of two counts first given on one day in different dispatches, neither
    replaces the other, unless one repeats a number already replaced.
    """
    first: dict[tuple[int | None, int | None], list[Chosen]] = {}
    for one in chosen:
        first.setdefault((one.low, one.high), []).append(one)
    values = sorted(first, key=lambda v: (v[0] or 0, v[1] or 0))
    over: dict[tuple[int | None, int | None], tuple[int | None, int | None]] = {}
    for a in values:
        later = [b for b in values if b != a and _replaces(first[b], first[a])]
        if later:
            over[a] = max(later, key=lambda v: (_first_day(first[v]), v[0] or 0, v[1] or 0))
    current = [one for v in values if v not in over for one in first[v]]
    if not current:  # a ring of replacements: the order is not known, all stand
        return list(chosen), []
    replaced = [(one, first[over[v]][0]) for v in values if v in over for one in first[v]]
    return current, replaced


def _replaces(new: Sequence[Chosen], old: Sequence[Chosen]) -> bool:
    a, b = _first_day(new), _first_day(old)
    if a != b and date.min not in (a, b):
        return a > b
    takes_new, takes_old = _first_takes(new), _first_takes(old)
    shared = sorted(set(takes_new) & set(takes_old))
    return bool(shared) and all(takes_new[d] > takes_old[d] for d in shared)


def _first_takes(chosen: Sequence[Chosen]) -> dict[str, int]:
    """Dispatch to the first take in which it prints one of these."""
    takes: dict[str, int] = {}
    for one in chosen:
        lead = one.lead
        takes[lead.dispatch] = min(lead.take, takes.get(lead.dispatch, lead.take))
    return takes


def _first_day(chosen: Sequence[Chosen]) -> date:
    return min((c.lead.day for c in chosen if c.lead.day), default=date.min)


def _voice(current: Sequence[Chosen]) -> Voice:
    lows = [c.low for c in current if c.low is not None]
    tops = [c.high if c.high is not None else c.low for c in current]
    named = [t for t in tops if t is not None]
    one_value = len({(c.low, c.high) for c in current}) == 1
    ordered = sorted(current, key=lambda c: (c.lead.claim.document_id, c.lead.claim.claim_id))
    values = sorted({(c.low or 0, c.high or 0) for c in current})
    newest = max(_first_day([c for c in current if (c.low or 0, c.high or 0) == v]) for v in values)
    return Voice(
        min(lows) if lows else None,
        current[0].high if one_value else max(named, default=None),
        ordered[0].rule,
        tuple(ordered),
        len({c.lead.dispatch for c in current}),
        newest if newest != date.min else None,
    )


# ---- sources side by side


def _without_outliers(voices: list[Voice]) -> tuple[list[Voice], list[Voice]]:
    """A second-hand count far above all first-hand ones is shown apart, never averaged in."""
    first = [v for v in voices if not all(c.lead.second_hand for c in v.chosen)]
    ceiling = max((v.top for v in first if v.top is not None), default=None)
    if len(first) < 2 or ceiling is None:
        return voices, []
    apart = [v for v in voices if v not in first and (v.low or 0) > _OUTLIER * ceiling]
    return [v for v in voices if v not in apart], apart


def _numbers_before_vague_words(voices: list[Voice]) -> tuple[list[Voice], list[Voice]]:
    """Where a source gives a number, those with vague words step back."""
    numbered = [v for v in voices if any(c.rule != "vague_words" for c in v.chosen)]
    if not numbered:
        return voices, []
    return numbered, [v for v in voices if v not in numbered]


def _across(voices: Sequence[Voice], aside: list[SetAside]) -> Figure:
    """Low is the smallest count that stands, high the largest, best that of the best source."""
    used = [t for v in voices for c in v.chosen for t in c.testimonies]
    if len(voices) == 1:
        voice = voices[0]
        best = _best_of_one(voice)
        return _made(voice.low, best, voice.high, voice.rule, used, aside)
    lows = [v.low for v in voices if v.low is not None]
    tops = [v.top for v in voices if v.top is not None]
    support = _support(voices)
    lead = max(voices, key=lambda v: _standing(v, support))
    best = _best_of_one(lead)
    agree = len({(v.low, v.high) for v in voices}) == 1
    if agree:
        return _made(lead.low, best, lead.high, "sources_agree", used, aside)
    low, high = min(lows, default=None), max(tops, default=None)
    return _made(low, best, high, "range_of_sources", used, aside)


def _support(voices: Sequence[Voice]) -> dict[int, int]:
    """Number to how many dispatches carry it, whoever is credited.

    "At least eight" carries ten too, not sixteen: a toll that grows is open above, within its size.
    """
    every = [one for voice in voices for one in voice.chosen if one.low is not None]
    carried: dict[int, set[str]] = {}
    for value in {one.low for one in every if one.low is not None}:
        carried[value] = {one.lead.dispatch for one in every if _carries(one, value)}
    return {value: len(dispatches) for value, dispatches in carried.items()}


def _carries(one: Chosen, value: int) -> bool:
    if one.low is None or one.low == value:
        return one.low == value
    return one.high is None and one.low < value <= _OPEN_REACH * one.low


def _standing(voice: Voice, support: dict[int, int]) -> tuple[int, int, int, int, int, date, int]:
    """The best source is the one whose count is carried most, then the one nearest the facts.

    Who tells of one person counts nobody: a source that counts goes before.
    """
    value = _best_of_one(voice)
    return (
        0 if voice.rule == "vague_words" or value is None else 1,
        0 if all(tells_of_one_person(t) for c in voice.chosen for t in c.testimonies) else 1,
        support.get(value or 0, 0),
        voice.dispatches,
        _KIND_RANK[voice.chosen[0].lead.root.kind],
        voice.day or date.min,
        value or 0,
    )


def _best_of_one(voice: Voice) -> int | None:
    """The count most dispatches carry, the latest and highest of those that tie."""
    if voice.low is None:
        return voice.high  # an upper bound given alone is the only count there is
    tally: dict[int, tuple[int, date, int]] = {}
    for value in sorted({c.low for c in voice.chosen if c.low is not None}):
        of = [c for c in voice.chosen if c.low == value]
        carried = {c.lead.dispatch for c in voice.chosen if _carries(c, value)}
        tally[value] = (len(carried), _first_day(of), value)
    return max(tally, key=lambda v: tally[v]) if tally else None


def _made(
    low: int | None,
    best: int | None,
    high: int | None,
    rule: str,
    used: Sequence[Testimony],
    aside: Sequence[SetAside],
) -> Figure:
    """Put a figure together, its bounds in order and each claim in one list only."""
    ids = tuple(sorted({t.claim.claim_id for t in used}))
    rest = {s.claim_id: s for s in sorted(aside, key=lambda s: (s.claim_id, s.why))}
    for key in ids:
        rest.pop(key, None)
    if best is not None:
        low = min(low, best) if low is not None else None
        high = max(high, best) if high is not None else None
    return Figure(low, best, high, rule, ids, tuple(rest[k] for k in sorted(rest)))
