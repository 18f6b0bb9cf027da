"""Control of places: taken, lost, held, contested or besieged, by whom, from whom, since when.

A verb of taking counts only with a place as its object (or "the city" for the place told last),
so that weapons and suspects that are seized make no claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from bearwitness.claims.actors import ActorMention
from bearwitness.claims.further import Page, actor_of, plain
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speech_words import words
from bearwitness.model.claim import Actor, Claim, Control, When, Where
from bearwitness.text.sentences import Sentence

State = Literal["taken", "lost", "held", "contested", "besieged"]

GATE = re.compile(
    r"\b(?:seiz|captur|recaptur|retak|retook|overr[ua]n|took|taken?\b|taking|liberat|conquer|"
    r"wrest|fell\b|fall(?:en|s)?\b|"
    r"lost\b|los(?:e|es|ing)\b|stronghold|held\b|controll?|controlled|besieg|siege|encircl|"
    r"surround|"
    r"occup|bastion|hands\s+of|headquarters|capital\s+of|regain|withdr)|-(?:held|controlled|run|"
    r"ruled|occupied)\b",
    re.I,
)
_DET = (
    r"(?:(?:the|most|much|parts?|all|half|large|whole|several|areas?|swathes|nearby|"
    r"strategic|key|northern|southern|eastern|western|central|neighbou?ring|provincial|border|"
    r"besieged|of|rebel-held|government-held|last|major|historic|ancient|desert|oil-rich|entire|"
    r"Syrian|Iraqi|Libyan)\s+){0,6}"
)
_KIND = (
    r"(?:(?:city|town|towns|village|villages|district|province|provincial\s+capital|capital|"
    r"neighbou?rhood|region|area|base|airport|airbase|camp|port|crossing|island|settlement|"
    r"governorate|suburb|enclave)\s+(?:of\s+)?)?"
)
_OBJECT = re.compile(rf"\s+{_DET}{_KIND}(?:called\s+|named\s+)?$", re.I)
_BARE = re.compile(
    r"\s+(?:the|their|most\s+of\s+the|parts\s+of\s+the|all\s+of\s+the|"
    r"control\s+of\s+the)\s+(?:\w+\s+)?(?:city|town|village|area|province|neighbou?rhood|"
    r"district|enclave|capital)\b",
    re.I,
)
_TAKE = re.compile(
    r"\b(?P<verb>(?:seiz|captur|recaptur|liberat|conquer|occupi)(?:ed|es|e|ing)|(?:occupying|"
    r"conquering)|retook|retaken?|retaking|overran|overrun(?:ning)?|"
    r"(?:took|taken|take|takes|taking|seized|seize|seizing|gained|regained|wrested|wresting|"
    r"retook|re-took|secured|assumed)\s+(?:full\s+|complete\s+|partial\s+|back\s+|"
    r"over\s+)*(?:control\s+(?:of|over))?)",
    re.I,
)
_LOSE = re.compile(
    r"\b(?P<verb>(?:lost|loses?|losing|ceded)(?:\s+control\s+of)?|(?:withdrew|pulled\s+out|"
    r"retreated|withdrawn)\s+from)",
    re.I,
)
_FELL = re.compile(
    r"\b(?:fell|fallen|falls|fall)\s+(?:(?P<to>(?:in)?to\s+(?:the\s+hands\s+of\s+)?)|"
    r"(?P<out>(?:from|out\s+of)\s+))(?P<who>[^,.;:]{2,60})",
    re.I,
)
_HYPHEN = re.compile(
    r"\b(?P<who>(?:[A-Z][\w’'.-]*\s){0,2}?[\w’']+)[-–](?:held|controlled|run|ruled|occupied)\s+",
    re.I,
)
_STRONGHOLD = re.compile(
    r"\b(?:stronghold|bastion|(?:de\s+facto|self-declared|"
    r"self-proclaimed)\s+capital)\s*(?:of\s+|in\s+|,\s*)?(?:the\s+(?:city|town|village|"
    r"province)\s+of\s+)?$",
    re.I,
)
_HELD_BY = re.compile(
    r"\b(?:(?:is|was|are|were|been|being|remains?|remained|city|town|village|area|areas|"
    r"territory|district|province|,|now|currently|still|mostly|largely|partly)\s+)(?:(?:\w+ly|"
    r"later|then|first|since|also)\s+)?(?P<verb>held|controlled|ruled|occupied|besieged|"
    r"captured|seized|retaken|recaptured|overrun|liberated|taken(?:\s+over)?|surrounded|"
    r"encircled|lost)\s+(?:\w+\s+){0,3}?by\s+",
    re.I,
)
_UNDER = re.compile(
    r"\b(?:under\s+(?:the\s+)?(?:full\s+)?(?:control|rule)\s+of|"
    r"in\s+the\s+hands\s+of)\s+(?P<who>[^,.;:]{2,50})|"
    r"\bunder\s+(?P<adj>(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+)?)\s+control\b",
    re.I,
)
_CONTROLS = re.compile(
    r"(?<![-–])\b(?P<verb>controls?|controlled|holds?|rules?|holding|controlling)\b", re.I
)
_CONTEST = re.compile(
    r"\b(?:(?:fight\w*|battl\w*|vying|struggl\w*)\s+(?:for|over)\s+(?:the\s+)?(?:control\s+of|"
    r"(?:city|town)\s+of)?|(?:battles?|fight)\s+for\s+(?:control\s+of)?|contested)",
    re.I,
)
_BESIEGE = re.compile(
    r"\b(?P<verb>besieg(?:ed|es|ing|e)|laid\s+siege\s+to|encircl(?:ed|ing|es)|siege\s+of)\b", re.I
)
_SINCE_HELD = re.compile(r"\bsince\b", re.I)
# What stands before "in TOWN" and is itself what is held, or what is told of it.
_NOT_TOWN = re.compile(
    r"\b(?:embassy|mayor|building|office|church|school|university|hospital|site|positions?|road|"
    r"highway|station|"
    r"archbishop|bishop|governor|house|hotel|posts?|farms?|prison|residents?|people|"
    r"areas?\s+near|journalist|convoy)\b",
    re.I,
)
_AFTER_TOWN = re.compile(
    r"^\s*(?:[-–]\s|(?:highway|road|street|avenue|embassy|university|airport|prison|hospital|"
    r"police|army|residents?|people|"
    r"officials?|citizens?|nationals?|stadium|hotel|church)\b|[’']s?\s)",
    re.I,
)
_LINKING = re.compile(
    r"^(?:[\s,()]|which|that|where|is|was|are|were|has|have|had|been|being|be|remains?|remained|"
    r"now|still|largely|mostly|partly|"
    r"currently|later|then|also|and|first|the|a|an|it|city|town|village|province|district|area|"
    r"region|countryside|fully|"
    r"completely|once|under|governorate|suburb|neighbou?rhood|previously)*$",
    re.I,
)
_PARTED = re.compile(r"\b(?:after|when|while|before|because|as|where|although|but)\b|;", re.I)
_NEAR = 60
_SETTLED = 2  # specificity of a first-order division: a whole country is not "a place held"
_COMMON = words(
    "capital capitals control are is was the areas area center centre north south east west"
)
_ARMED = frozenset(("state_force", "rebel", "militia"))
_UNREAL = re.compile(
    r"\b(?:tr(?:y|ies|ied|ying)\s+to|attempt\w*|fail\w*|aim\w*|plan\w*|want\w*|hop\w+|bid\s+to|"
    r"vow\w*|threat\w*|prepar\w+|could|would|may|might|if|sought|seek\w*|repel\w*|repuls\w*|"
    r"prevent\w*|not|never|no|without|will|offensive\s+to|operation\s+to|push\s+to|order\s+to|"
    r"effort\w*\s+to|fight\w*\s+to|battl\w*\s+to|struggl\w*\s+to|in\s+order\s+to|"
    r"campaign\s+to)\b|n[’']t\b",
    re.I,
)
_TO_BEFORE = re.compile(r"\bto\s+$", re.I)


@dataclass(frozen=True, slots=True)
class _Told:
    """One reading of control within a sentence."""

    state: State
    place: PlaceMention | None
    start: int
    end: int
    by: Actor | None
    against: Actor | None


def read_control(page: Page) -> Iterator[Claim]:
    """Who holds which place, in order of the text."""
    last: PlaceMention | None = None
    gated = [s for s in page.sentences if GATE.search(page.text, s.start, s.end)]
    if not gated:
        return
    spans = [m.span("name") for s in gated for m in _named_places(page.text, s)]
    page.name_places(sorted(set(spans)))
    for sentence in gated:
        last = _last_city(page, sentence)
        seen: set[tuple[str, int | None, int]] = set()
        for told in _all(page, sentence, last):
            place = told.place
            if place is None or place.where.place_id is None or place.specificity < _SETTLED:
                continue
            if set(page.text[place.start : place.end].lower().split()) & _COMMON:
                continue
            key = (told.state, place.where.place_id, told.start)
            if key in seen:
                continue
            seen.add(key)
            yield _claim(page, sentence, told)


_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:al-)?[A-Z][\w’'-]+){0,2})"
_NAMING = (
    re.compile(rf"[-–](?:[Hh]eld|[Cc]ontrolled|[Rr]un)\s+{_NAME}"),
    re.compile(rf"\b(?:stronghold|bastion|capital)(?:\s+of)?\s+{_NAME}"),
    re.compile(
        r"\b(?:seized|captured|recaptured|retook|overran|liberated|encircled|besieged|controls?|"
        r"control\s+of|parts\s+of|retaken|entered)\s+(?:the\s+(?:port\s+)?(?:city|town|"
        r"village)\s+of\s+)?"
        rf"{_NAME}"
    ),
    re.compile(
        rf"\W*(?:The\s+(?:city|town|village)\s+of\s+)?{_NAME}(?=,?\s+(?:was|is|has|which|fell|"
        rf"remains?|had)\b)"
    ),
)


def _named_places(text: str, sentence: Sentence) -> Iterator[re.Match[str]]:
    """Names where only a place can stand."""
    for pattern in _NAMING[:-1]:
        yield from pattern.finditer(text, sentence.start, sentence.end)
    opening = _NAMING[-1].match(text, sentence.start, sentence.end)
    if opening is not None:
        yield opening


def _last_city(page: Page, sentence: Sentence) -> PlaceMention | None:
    """The town that "the city" means: the one told last before or in the sentence."""
    cities = [
        p for p in page.places
        if p.start < sentence.end and p.specificity >= 2 and p.role != "dateline"
    ]  # fmt: skip
    return cities[-1] if cities else None


def _claim(page: Page, sentence: Sentence, told: _Told) -> Claim:
    where: Where | None = told.place.where if told.place else None
    return page.claim(
        "control",
        sentence,
        (told.start, told.end),
        Control(told.state),
        told.state,
        when=_when(page, sentence, told),
        where=where,
        by=told.by,
        against=told.against,
    )


def _when(page: Page, sentence: Sentence, told: _Told) -> When:
    """The date in the same clause, after the words first; none for what merely stands so."""
    dated = [d for d in page.dates_in(sentence) if not d.expr.restated and d.role != "speech"]
    after = [
        d for d in dated
        if d.expr.start >= told.start
        and d.expr.start - told.end < 60
        and not re.search(r"[;,]\s*(?:and|but|while|when|after)|\bwhile\b|"
        r"\bafter\b", page.text[told.end : d.expr.start])
    ]  # fmt: skip
    if told.state == "held" and not any(
        _SINCE_HELD.search(page.text, max(told.start, d.expr.start - 8), d.expr.end) for d in after
    ):
        return When()
    before = [d for d in dated if d.expr.end <= told.start and d.expr.start - sentence.start < 12]
    chosen = after[:1] or before[:1]
    return chosen[0].when if chosen else When()


def _all(page: Page, sentence: Sentence, last: PlaceMention | None) -> Iterator[_Told]:
    places = [
        p for p in page.places_in(sentence.start, sentence.end)
        if not set(page.text[p.start : p.end].lower().split()) & _COMMON
    ]  # fmt: skip
    actors = [m for m in page.actors_in(sentence.start, sentence.end) if m.kind in _ARMED]
    taken: set[int] = set()
    for told in (
        *_verbs(page, sentence, places, actors, last),
        *_passives(page, sentence, places, actors, last),
        *_falls(page, sentence, places, last),
        *_lasting(page, sentence, places, actors),
    ):
        if told.start not in taken:
            taken.add(told.start)
            yield told


def _verbs(
    page: Page,
    sentence: Sentence,
    places: list[PlaceMention],
    actors: list[ActorMention],
    last: PlaceMention | None,
) -> Iterator[_Told]:
    """Active verbs with a place as object."""
    text = page.text
    rules: tuple[tuple[re.Pattern[str], State], ...] = (
        (_TAKE, "taken"), (_LOSE, "lost"), (_BESIEGE, "besieged"), (_CONTEST, "contested"),
        (_CONTROLS, "held"),
    )  # fmt: skip
    for pattern, state in rules:
        for m in pattern.finditer(text, sentence.start, sentence.end):
            if _passive(text, sentence, m.start(), m.end()):
                continue
            found = _object(text, m.end(), places, last, sentence)
            if found is None or (state != "contested" and _unreal(text, sentence, m.start())):
                continue
            place, end = found
            doer = _doer(text, sentence, actors, m.start())
            if doer is None and state in ("taken", "held", "lost"):
                continue
            against = _from(text, end, sentence, actors) if state == "taken" else None
            by = actor_of(doer)
            if state == "lost":
                yield _Told("lost", place, m.start(), end, _to(text, end, sentence, actors), by)
            else:
                yield _Told(state, place, m.start(), end, by, against)


_ADJECTIVAL = re.compile(
    r"\b(?:the|a|an|of|in|from|to|on|at|its|their|his|newly|recently|previously|inside|into|"
    r"near|and)\s+$"
    r"|[,(]\s*$",
    re.I,
)


def _passive(text: str, sentence: Sentence, start: int, end: int) -> bool:
    before = text[max(sentence.start, start - 24) : start]  # as written: "IS" is no verb
    if _ADJECTIVAL.search(before):
        return True
    if re.search(
        r"\b(?:was|were|is|are|been|being|be|later|now)\s+(?:\w+ly\s+)?(?:later\s+)?$", before
    ):
        return not re.search(r"ing\b", text[start:end])
    return bool(re.match(r"\s+by\b", text[end : end + 4]))


def _unreal(text: str, sentence: Sentence, at: int) -> bool:
    lead = text[max(sentence.start, at - 40) : at].split(",")[-1]
    return bool(_UNREAL.search(lead) or _TO_BEFORE.search(lead))


def _object(
    text: str,
    at: int,
    places: list[PlaceMention],
    last: PlaceMention | None,
    sentence: Sentence,
) -> tuple[PlaceMention, int] | None:
    """The place right after a verb, or the one that "the city" stands for."""
    for place in places:
        if at < place.start <= at + 90 and _OBJECT.match(text[at : place.start].rstrip() + " "):
            between = text[at : place.start]
            if _OBJECT.fullmatch(" " + between.strip() + " ") or not between.strip():
                if _AFTER_TOWN.match(text[place.end : place.end + 14]):
                    return None
                return place, place.end
    m = _BARE.match(text, at, sentence.end)
    if m and last is not None:
        return last, m.end()
    return None


def _doer(
    text: str, sentence: Sentence, actors: list[ActorMention], at: int
) -> ActorMention | None:
    before = [m for m in actors if m.end <= at and at - m.end < 90]
    if not before or _PARTED.search(text[before[-1].end : at]):
        return None
    found = before[-1]
    if found.actor_id.startswith("gen-") and len(before) > 1:
        # "the Front, the armed group that controls …"
        named = before[-2]
        if not named.actor_id.startswith("gen-") and "," in text[named.end : found.start]:
            return named
    return found


def _from(text: str, end: int, sentence: Sentence, actors: list[ActorMention]) -> Actor | None:
    for m in actors:
        if end <= m.start < end + 50 and re.search(
            r"\bfrom\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", text[end : m.start]
        ):
            return actor_of(m)
    return None


def _to(text: str, end: int, sentence: Sentence, actors: list[ActorMention]) -> Actor | None:
    for m in actors:
        if end <= m.start < end + 50 and re.search(
            r"\bto\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", text[end : m.start]
        ):
            return actor_of(m)
    return None


def _subject_place(
    text: str, at: int, sentence: Sentence, places: list[PlaceMention], last: PlaceMention | None
) -> PlaceMention | None:
    """The place that a passive or "fell" speaks of."""
    before = [p for p in places if p.end <= at]
    if before and _NOT_TOWN.search(text[sentence.start : at]):
        return None
    lead = text[sentence.start : at]
    if before:
        first = before[0]
        if first.start - sentence.start < 6 or re.search(
            r"\b(?:city|town|village|district|province|capital|area|of|,)\s*$",
            text[sentence.start : first.start],
            re.I,
        ):
            return first if at - first.end < 110 else None
        near = before[-1]
        between = text[near.end : at]
        return near if len(between) < _NEAR and _LINKING.match(between) else None
    if re.match(r"\W*(?:the\s+(?:\w+\s+)?(?:city|town|village|area|province)|it)\b", lead, re.I):
        return last
    if re.search(r"\b(?:the\s+(?:\w+\s+)?(?:city|town|village)|it)\b[^,;]{0,30}$", lead, re.I):
        return last
    return None


def _passives(
    page: Page,
    sentence: Sentence,
    places: list[PlaceMention],
    actors: list[ActorMention],
    last: PlaceMention | None,
) -> Iterator[_Told]:
    """Reads "the city was overrun by X", "X, held by Y", "the first capital lost by Z"."""
    text = page.text
    for m in _HELD_BY.finditer(text, sentence.start, sentence.end):
        doer = next((a for a in actors if m.end() <= a.start < m.end() + 30), None)
        place = _subject_place(text, m.start(), sentence, places, last)
        if doer is None or place is None or _unreal(text, sentence, m.start()):
            continue
        verb = m.group("verb").lower().split(" ")[0]
        state: State = "taken"
        if verb in ("held", "controlled", "ruled", "occupied"):
            state = "held"
        elif verb in ("besieged", "surrounded", "encircled"):
            state = "besieged"
        if verb == "lost":
            continue
        yield _Told(state, place, m.start("verb"), doer.end, actor_of(doer), None)
    for m in re.finditer(
        r"\b(?:capital|city|town|village|province|base)\s+(?P<verb>lost)\s+by\s+(?:the\s+)?",
        text[sentence.start : sentence.end],
        re.I,
    ):
        at = sentence.start + m.end()
        doer = next((a for a in actors if at - 4 <= a.start < at + 30), None)
        place = _subject_place(text, sentence.start + m.start(), sentence, places, last)
        if doer is not None and place is not None:
            yield _Told("lost", place, sentence.start + m.start(), doer.end, None, actor_of(doer))


def _falls(
    page: Page, sentence: Sentence, places: list[PlaceMention], last: PlaceMention | None
) -> Iterator[_Told]:
    """Reads "PLACE fell to X" and "PLACE … to fall from Y's control"."""
    text = page.text
    for m in _FELL.finditer(text, sentence.start, sentence.end):
        place = _subject_place(text, m.start(), sentence, places, last)
        lead = text[max(sentence.start, m.start() - 40) : m.start()]
        real = re.search(r"\b(?:first|last|latest|only)\s+(?:[\w-]+\s+){0,3}to\s+$", lead, re.I)
        if place is None or (not real and _unreal(text, sentence, m.start())):
            continue
        near = [a for a in page.actors_in(m.start("who") - 1, m.end("who")) if a.kind in _ARMED]
        if not near or near[0].start - m.start("who") > 30:
            continue
        who = actor_of(near[0])
        if m.group("to"):
            yield _Told("taken", place, m.start(), near[0].end, who, None)
        else:
            yield _Told("lost", place, m.start(), near[0].end, None, who)


def _lasting(
    page: Page, sentence: Sentence, places: list[PlaceMention], actors: list[ActorMention]
) -> Iterator[_Told]:
    """Reads "X-held PLACE", "the X stronghold PLACE", "PLACE is under X's control"."""
    text = page.text
    for m in _HYPHEN.finditer(text, sentence.start, sentence.end):
        place = next(
            (
                p
                for p in places
                if p.start >= m.end()
                and _OBJECT.fullmatch(" " + text[m.end() : p.start].strip() + " ")
            ),
            None,
        )
        place = place or next((p for p in places if p.start == m.end()), None)
        held_by = m.group("who")
        short = held_by.split()[-1]
        entry = page.actors.state(short) or page.actors.lookup(held_by)
        entry = entry or page.actors.lookup(short) or page.actors.lookup(short + "s")
        if place is None or entry is None:
            continue
        by = Actor(entry.name, entry.actor_id, plain(held_by))
        yield _Told("held", place, m.start(), place.end, by, None)
    for place in places:
        lead = _STRONGHOLD.search(text, sentence.start, place.start)
        if lead is None or place.start - lead.end() > 1:
            continue
        holder = next(
            (a for a in reversed(actors) if a.end <= lead.start() and lead.start() - a.end < 12),
            None,
        )
        if holder is not None:
            yield _Told("held", place, holder.start, place.end, actor_of(holder), None)
    for m in _UNDER.finditer(text, sentence.start, sentence.end):
        inside = page.actors_in(m.start(), m.end())
        place = _subject_place(text, m.start(), sentence, places, None)
        holder = next((a for a in inside if a.kind in _ARMED), None)
        adjective = None
        if holder is None and m.group("adj"):
            entry = page.actors.lookup(re.sub(r"^the\s+|[’']s$", "", m.group("adj"), flags=re.I))
            adjective = Actor(entry.name, entry.actor_id, m.group("adj")) if entry else None
        if (
            place is None
            or (holder is None and adjective is None)
            or _unreal(text, sentence, m.start())
        ):
            continue
        yield _Told("held", place, m.start(), m.end(), actor_of(holder) or adjective, None)
