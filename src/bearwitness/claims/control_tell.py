"""The sentences that tell who holds a place: active verbs, passives, "fell to", "X-held TOWN"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bearwitness.claims import control_words as w
from bearwitness.claims.control_parties import ARMED, Parties
from bearwitness.claims.control_places import Ground
from bearwitness.claims.further import Page, actor_of
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Actor
from bearwitness.text.sentences import Sentence

State = Literal["taken", "lost", "held", "contested", "besieged"]
_ACTIVE: tuple[tuple[re.Pattern[str], State], ...] = (
    (w.TAKE, "taken"), (w.LOSE, "lost"), (w.LEAVE, "lost"), (w.BESIEGE, "besieged"),
    (w.CONTEST, "contested"), (w.CONTROLS, "held"), (w.CAPTURE_OF, "taken"),
)  # fmt: skip
_PATTERNS = (
    *(pattern for pattern, _ in _ACTIVE),
    w.DRIVE_OUT, w.HELD_BY, w.LOST_BY, w.RELATIVE, w.FELL, w.HYPHEN, w.UNDER, w.UNDER_SIEGE,
    w.LED_TO, w.CAPTURE_OF, w.TAKEN_BY_NOBODY, w.NAMED_AS, w.IN_CONTROL,
    w.APPOSED_TAKEN, w.CAPTURE_BY,
)  # fmt: skip
_STANDING = re.compile(r"stronghold|bastion|capital|besieged", re.I)
_HELD_VERBS = frozenset(("held", "controlled", "ruled", "occupied", "run"))
_SIEGE_VERBS = frozenset(("besieged", "surrounded", "encircled"))


@dataclass(frozen=True, slots=True)
class Told:
    """One reading of control within a sentence; `rank` counts the places told by one verb."""

    state: State
    place: PlaceMention
    start: int
    end: int
    by: Actor | None
    against: Actor | None
    rank: int = 0


class Teller:
    """Reads one sentence."""

    def __init__(
        self,
        page: Page,
        sentence: Sentence,
        spoken_of: Sequence[PlaceMention] = (),
        unlisted: Mapping[str, PlaceMention] | None = None,
    ) -> None:
        """Keep what the rules ask for.

        Args:
            page: the document.
            sentence: of it.
            spoken_of: the places whose control was told just before.
            unlisted: places that no gazetteer has, by the names they were told by before.
        """
        self._page = page
        self._text = page.text
        self._sentence = sentence
        self._ground = Ground(page, sentence, spoken_of, unlisted or {})
        self._parties = Parties(page, sentence)

    @staticmethod
    def may_tell(page: Page, sentence: Sentence) -> bool:
        """Whether any rule's words stand in a sentence: a cheap look before places are sought."""
        span = (sentence.start, sentence.end)
        if _STANDING.search(page.text, *span):
            return True
        return any(p.search(page.text, *span) for p in _PATTERNS)

    def all(self) -> Iterator[Told]:
        """Every reading, the first of those that begin at one word."""
        taken: set[tuple[int, int]] = set()
        ends: list[tuple[int, int]] = []
        for told in (
            *self._relative(), *self._passive(), *self._by_nobody(), *self._driven_out(),
            *self._apposed(), *self._active(),
            *self._fallen(), *self._led_to(),
            *self._hyphened(), *self._strongholds(), *self._under(), *self._sieges(),
        ):  # fmt: skip
            inside = any(a <= told.start < b and told.rank == 0 for a, b in ends)
            if (told.start, told.rank) not in taken and not inside:
                taken.add((told.start, told.rank))
                ends.append((told.start, told.end))
                country = told.place.where.country
                yield replace(
                    told, by=self._parties.at_home(told.by, country),
                    against=self._parties.at_home(told.against, country),
                )  # fmt: skip

    def _find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        return pattern.finditer(self._text, self._sentence.start, self._sentence.end)

    # ---- active verbs

    def _active(self) -> Iterator[Told]:
        for pattern, state in _ACTIVE:
            for m in self._find(pattern):
                yield from self._by_verb(m, state)

    def _by_verb(self, m: re.Match[str], state: State) -> Iterator[Told]:
        at = m.start("verb")
        siege = m.group("verb").lower().startswith("siege")
        if siege and w.SIEGE_OVER.search(self._text, max(self._sentence.start, at - 40), at):
            return
        around = m.group("verb").lower() == "surrounding"
        if around and not w.SURROUNDING.search(self._text, self._sentence.start, at):
            return
        if (not siege and self._is_passive(at, m.end())) or (
            state != "contested" and self._is_unreal(at)
        ):
            return
        doer = self._parties.doer(at)
        sure = doer is not None and w.OF_PLACES.search(m.group("verb")) is not None
        places = self._ground.objects(m.end(), sure=sure)
        if not places:
            return
        end = places[-1][1]
        if doer is None and state in ("taken", "held", "lost"):
            return
        against = self._parties.after(end, "from") if state == "taken" else None
        for rank, (place, stop) in enumerate(places):
            if state == "lost":
                yield Told("lost", place, at, stop, self._parties.after(end, "to"), doer, rank)
            else:
                yield Told(state, place, at, stop, doer, against, rank)

    def _is_passive(self, start: int, end: int) -> bool:
        before = self._text[max(self._sentence.start, start - 24) : start]
        infinitive = w.TO_BEFORE.search(before) is not None
        if (
            not infinitive
            and w.ADJECTIVAL.search(before)
            and not re.match(r"in\b|which|who|that|and\s", self._text[start:end], re.I)
        ):
            return not re.search(r"\b(?:and|,)\s*$", before) or self._parties.doer(start) is None
        if re.search(
            r"\b(?:was|were|is|are|been|being|be|later|now)\s+(?:\w+ly\s+)?(?:later\s+)?$", before
        ):
            return not re.search(r"ing\b|^in\b", self._text[start:end])
        return bool(re.match(r"\s+by\b", self._text[end : end + 4]))

    def _is_unreal(self, at: int) -> bool:
        lead = self._text[max(self._sentence.start, at - 55) : at]
        if w.AFTER_DOING.search(lead) and w.TO_COME.search(
            self._text, self._sentence.start, self._sentence.end
        ):
            return True
        clause = lead.split(",")[-1][-42:]
        if w.TO_HELP.search(lead) or (
            w.GERUND.match(self._text, at) and w.OF_DOING.search(clause)
            and not w.MANAGED.search(clause)
        ):  # fmt: skip
            return True
        if w.MANAGED.search(clause) and not re.search(r"\b(?:not|n[’']t|un)\b", clause):
            return False
        if w.UNREAL.search(clause) or w.TO_BEFORE.search(clause) or w.TO_AND.search(lead):
            return True
        wished = w.SUBORDINATE.search(lead) or w.BY_ANYONE.search(lead)
        return bool(wished and w.PRESENT.match(self._text, at))

    # ---- passives, relative clauses, "fell to"

    def _passive(self) -> Iterator[Told]:
        for m in self._find(w.HELD_BY):
            doer = self._parties.next(m.end())
            sure = doer is not None and w.OF_PLACES.search(m.group("verb")) is not None
            places = self._ground.subjects(m.start("lead"), sure=sure)
            lead = m.group("lead").lower()
            if not places or doer is None or self._is_unreal(m.start("verb")):
                continue
            if w.PARTLY.search(m.group()):
                continue
            if lead.startswith(("area", "territor", "part", "region", "zone", "countryside")):
                continue
            verb = m.group("verb").lower().split(" ")[0]
            state: State = "taken"
            if verb in _HELD_VERBS and not (
                verb == "occupied" and w.ON_A_DAY.match(self._text, doer[1])
            ):
                state = "held"
            elif verb in _SIEGE_VERBS:
                state = "besieged"
            loser = self._parties.next(m.start("from")) if m.group("from") else None
            against = loser[0] if loser and loser[1] <= m.end() else None
            for rank, place in enumerate(places):
                yield Told(state, place, m.start("verb"), doer[1], doer[0], against, rank)
        for m in self._find(w.LOST_BY):
            doer = self._parties.next(m.end() - 4)
            lost = self._ground.subject(m.start())
            if doer is not None and lost is not None:
                yield Told("lost", lost, m.start(), doer[1], None, doer[0])

    def _by_nobody(self) -> Iterator[Told]:
        """Reads "TOWN was captured", "the captured villages are A and B", "X is in control"."""
        for m in self._find(w.TAKEN_BY_NOBODY):
            places = [p for p in self._ground.subjects(m.start()) if p.start < m.start()]
            if not places or self._is_unreal(m.start()):
                continue
            loser = self._parties.next(m.start("from")) if m.group("from") is not None else None
            end = loser[1] if loser else m.end("verb")
            against = loser[0] if loser else None
            for rank, place in enumerate(places):
                yield Told("taken", place, m.start("verb"), end, None, against, rank)

        for m in self._find(w.IN_CONTROL):
            doer = self._parties.doer(m.start())
            town = self._ground.talked_of(m.start())
            if doer is not None and town is not None and not self._is_unreal(m.start()):
                yield Told("held", town, m.start("verb"), m.end("verb"), doer, None)

        for m in self._find(w.NAMED_AS):
            doer = self._parties.spoken_of()
            for rank, (place, stop) in enumerate(self._ground.objects(m.end(), sure=True)):
                yield Told("taken", place, m.start("verb"), stop, doer, None, rank)

    def _driven_out(self) -> Iterator[Told]:
        """Reads "X drove Y out of TOWN"."""
        for m in self._find(w.DRIVE_OUT):
            at = m.start("verb")
            if w.NOT_OUT.search(m.group()):
                continue
            loser = self._parties.next(m.start("whom"))
            doer = self._parties.doer(at)
            if loser is None or loser[1] > m.end() or doer is None or self._is_unreal(at):
                continue
            if self._is_passive(at, m.end()):
                continue
            for rank, (place, stop) in enumerate(self._ground.objects(m.end())):
                yield Told("taken", place, at, stop, doer, loser[0], rank)

    def _relative(self) -> Iterator[Told]:
        """Reads "the first capital that the government lost", "…, which the army captured"."""
        for m in self._find(w.RELATIVE):
            actor = self._parties.body(m.group("who"))
            mentions = self._page.actors_in(m.start("who"), m.end("who"))
            armed = [a for a in mentions if a.kind in ARMED]
            place = self._ground.subject(m.start(), relative=True)
            if place is None:
                continue
            own = self._parties.own_state(m.start("who"), place)
            who = (actor_of(armed[-1]) if armed else actor) or (own[0] if own else None)
            if who is None:
                continue
            start, end = m.start("rel") + 1, m.end("verb")
            verb = m.group("verb").lower()
            if verb == "lost":
                yield Told("lost", place, start, end, None, who)
            elif verb.startswith("besieg"):
                yield Told("besieged", place, start, end, who, None)
            else:
                held = verb.startswith(("control", "hold", "held", "rule"))
                against = None if held else self._parties.after(end, "from")
                yield Told("held" if held else "taken", place, start, end, who, against)

    def _apposed(self) -> Iterator[Told]:
        """Reads "OTHER, a factory town the army captured in February"."""
        for m in self._find(w.APPOSED_TAKEN):
            place = self._ground.at(*m.span("town"))
            mentions = [a for a in self._page.actors_in(*m.span("who")) if a.kind in ARMED]
            who = actor_of(mentions[-1]) if mentions else self._parties.body(m.group("who"))
            if who is not None and not self._is_unreal(m.start("verb")):
                yield Told("taken", place, m.start("town"), m.end("verb"), who, None)
        for m in self._find(w.CAPTURE_BY):
            for rank, (place, stop) in enumerate(self._ground.objects(m.end())):
                by = self._parties.after(stop, "by") if w.BY_WHOM.match(self._text, stop) else None
                if by is not None and not w.NOT_YET.match(self._text, stop, self._sentence.end):
                    yield Told("taken", place, m.start("verb"), stop, by, None, rank)

    def _fallen(self) -> Iterator[Told]:
        """Reads "PLACE fell to X" and "PLACE … to fall from Y's control"."""
        for m in self._find(w.FELL):
            places = self._ground.subjects(m.start())
            lead = self._text[max(self._sentence.start, m.start() - 40) : m.start()]
            real = re.search(r"\b(?:first|last|latest|only)\s+(?:[\w-]+\s+){0,3}to\s+$", lead, re.I)
            if not places or (not real and self._is_unreal(m.start())):
                continue
            near = self._parties.next(m.start("who")) or self._parties.own_state(
                m.start("who"), places[0]
            )
            if near is None:
                continue
            for rank, place in enumerate(places):
                if m.group("to"):
                    yield Told("taken", place, m.start(), near[1], near[0], None, rank)
                else:
                    yield Told("lost", place, m.start(), near[1], None, near[0], rank)

    def _led_to(self) -> Iterator[Told]:
        """Reads "clashes led to army control over TOWN"."""
        for m in self._find(w.LED_TO):
            who = self._parties.next(m.start("who"))
            for rank, (place, stop) in enumerate(self._ground.objects(m.end())):
                if who is not None:
                    yield Told("taken", place, m.start(), stop, who[0], None, rank)

    # ---- what merely stands so

    def _hyphened(self) -> Iterator[Told]:
        """Reads "X-held TOWN"."""
        for m in self._find(w.HYPHEN):
            places = self._ground.objects(m.end() - 1)
            if not places:
                continue
            place, end = places[0]
            written = m.group("who").split(" ")[-1]
            own = self._parties.own_state(m.end("who") - len(written), place)
            holder = self._parties.kind_of(m.group("who")) or (own[0] if own else None)
            if holder is not None:
                yield Told("held", place, m.start(), end, holder, None)

    def _strongholds(self) -> Iterator[Told]:
        """Reads "the X stronghold (of) TOWN" and "TOWN, the X capital"."""
        for place in self._ground.places:
            lead = w.STRONGHOLD.search(self._text, self._sentence.start, place.start)
            if lead is not None and place.start - lead.end() <= 1:
                holder = next(
                    (a for a in reversed(self._parties.named)
                     if a.end <= lead.start() and lead.start() - a.end < 12), None,
                )  # fmt: skip
                if holder is not None and not w.AFTER_TOWN.match(
                    self._text[place.end : place.end + 14]
                ):
                    yield Told("held", place, holder.start, place.end, actor_of(holder), None)
            apposed = w.APPOSED_STRONGHOLD.match(self._text[place.end : self._sentence.end])
            if apposed is not None:
                group = "who" if apposed.group("who") else "of"
                who = self._parties.next(place.end + apposed.start(group))
                seat = apposed.group("plain") is not None or group == "of"
                if who is not None and not (seat and (who[0].actor_id or "").startswith("gov-")):
                    end = place.end + apposed.end()
                    yield Told("held", place, place.start, end, who[0], None)

    def _under(self) -> Iterator[Told]:
        """Reads "TOWN is under X's control", "under the control of X", "in the hands of X"."""
        for m in self._find(w.UNDER):
            places = self._ground.subjects(m.start())
            if not places or self._is_unreal(m.start()):
                continue
            group = next(g for g in ("who", "hands", "adj", "own") if m.group(g))
            described = group in ("adj", "own")
            holder = self._parties.next(m.start(group))
            if holder is None and described:
                adjective = re.sub(r"^the\s+|[’']s$", "", m.group(group), flags=re.I)
                kind = self._parties.kind_of(adjective)
                holder = (kind, m.end()) if kind is not None else None
            if holder is not None:
                end = max(m.end() if described else holder[1], m.start() + 1)
                for rank, place in enumerate(places):
                    yield Told("held", place, m.start(), end, holder[0], None, rank)

    def _sieges(self) -> Iterator[Told]:
        """Reads "TOWN has been under siege", "besieged TOWN"."""
        for m in self._find(w.UNDER_SIEGE):
            place = self._ground.subject(m.start())
            if place is not None and not self._is_unreal(m.start()):
                who = self._parties.next(m.start("who")) if m.group("who") else None
                by = who[0] if who else self._parties.kind_of(m.group("adj"))
                yield Told("besieged", place, m.start(), m.end(), by, None)
        for place in self._ground.places:
            lead = w.BESIEGED_PLACE.search(self._text, self._sentence.start, place.start)
            follows = w.AFTER_TOWN.match(self._text[place.end : place.end + 14])
            if lead is not None and not follows:
                yield Told("besieged", place, lead.start(), place.end, None, None)
