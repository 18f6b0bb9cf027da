"""Which of the chosen places may stand: those that something else in the document speaks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from bearwitness.claims import places_local
from bearwitness.claims.places_choose import Context, Slot
from bearwitness.model.place import Place

_SURE_FIT = 0.88  # below, the document must speak for the country
_LOOSE_FIT = 0.8
_WELL_KNOWN = 100_000  # inhabitants from which a loose spelling needs no such support
_EXACT_FIT = 0.99
_SEVERAL = 3
_HALF = 0.5  # weight from which another country is told of
_PLAINLY = 1.0  # weight from which a document is plainly about a country
_MANY = 4  # names in one country that make a document plainly about it


def trusted(
    slots: Sequence[Slot],
    chosen: Sequence[int | None],
    context: Context,
    told_from: Sequence[Place],
) -> list[int | None]:
    """Drop choices that rest on a loose spelling in a country that nothing else speaks for.

    Nor may a name that the text puts in nothing mean a small place far from where it is told.
    """
    most = max(context.countries.values(), default=0.0)
    spoken_for = {c for c, weight in context.countries.items() if weight >= most / 2}
    spoken_for |= {context.focus} if context.focus else set()
    for slot, best in zip(slots, chosen, strict=True):
        if best is not None and slot.fits[best] >= _SURE_FIT and not slot.lone_in_capitals:
            spoken_for.add(slot.places[best].country or "")
    alone = _stands_alone(slots, chosen, context)
    elsewhere = _is_of_one_country(slots, chosen)
    abroad = _told_of(slots, chosen, context)
    out: list[int | None] = []
    for slot, best in zip(slots, chosen, strict=True):
        order = sorted(range(len(slot.places)), key=lambda i: (-slot.scores[i], i))
        fine = (
            i
            for i in order
            if not alone(slot.places[i], slot)
            if slot.inside
            or not places_local.is_out_of_reach(slot.places[i], slot.fits[i], told_from, abroad)
            if not (slot.lone_in_capitals and spoken_for)
            or slot.places[i].country in spoken_for
            or slot.places[i].population >= _WELL_KNOWN
            if slot.fits[i] >= _SURE_FIT
            or slot.places[i].country in spoken_for
            or (
                not elsewhere
                and slot.fits[i] >= _LOOSE_FIT
                and slot.places[i].population >= _WELL_KNOWN
            )
        )
        out.append(next(fine, None) if best is not None else None)
    return out


def _told_of(
    slots: Sequence[Slot], chosen: Sequence[int | None], context: Context
) -> frozenset[str | None]:
    """Countries that two names of the document, or its adjectives, speak of."""
    named = Counter(
        slot.places[best].country
        for slot, best in zip(slots, chosen, strict=True)
        if best is not None
    )
    return frozenset(c for c, times in named.items() if times > 1) | frozenset(context.countries)


def _is_of_one_country(slots: Sequence[Slot], chosen: Sequence[int | None]) -> bool:
    """Whether several places that fit exactly lie in one country: no loose name is abroad."""
    exact = {
        (slot.places[best].country, slot.places[best].number)
        for slot, best in zip(slots, chosen, strict=True)
        if best is not None and slot.fits[best] >= _EXACT_FIT
    }
    return max(Counter(country for country, _ in exact).values(), default=0) >= _SEVERAL


def _stands_alone(
    slots: Sequence[Slot], chosen: Sequence[int | None], context: Context
) -> Callable[[Place, Slot], bool]:
    """Whether a small place lies in a country that nothing else in the document speaks for.

    Asked only where the document is plainly about another country, or names one country alone:
    "Barza" in a text on Syrian factions is an unknown place in Syria, and not one of the Barzas of
    Romania.
    """
    spoken = Counter(
        slot.places[best].country
        for slot, best in zip(slots, chosen, strict=True)
        if best is not None and slot.fits[best] >= _SURE_FIT
    )
    about = max(context.countries.values(), default=0.0)
    states = {
        slot.places[best].country
        for slot, best in zip(slots, chosen, strict=True)
        if best is not None and slot.places[best].kind == "country"
    }
    if max(spoken.values(), default=0) >= _MANY or (
        len(states) == 1 and spoken[next(iter(states))] > 1
    ):
        about = max(about, _PLAINLY)
    own = {context.focus, *(c for c, weight in context.countries.items() if weight >= 1)}
    named = {
        slot.places[best].country
        for slot, best in zip(slots, chosen, strict=True)
        if best is not None and slot.places[best].kind == "country"
    }
    one = len(named) == 1 and all(c in named or w < _HALF for c, w in context.countries.items())

    def alone(place: Place, slot: Slot) -> bool:
        other = about >= _PLAINLY and place.country not in own
        told_apart = one and not slot.inside and place.country not in own | named
        return (
            (other or told_apart)
            and context.home is None
            and place.kind in ("city", "adm2")
            and place.population < _WELL_KNOWN
            and spoken[place.country] <= 1
        )

    return alone
