"""Which place a word of control speaks of: the object of a verb, or what a passive is told of.

Places come from the gazetteer. A name that it lacks is taken for a place where the text says what
it is ("the village of …", "… town") or that it lies in a place that is known; such a place has no
position.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bearwitness.claims import control_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Where
from bearwitness.text.sentences import Sentence

_SETTLED = 2  # specificity of a first-order division: a whole country is not "a place held"
_TOWN = 4
_COUNTRY_PRECISION = 6  # GED: no more than the country is known
_REACH = 90  # characters between a verb and its object
_NEAR = 110
_BEYOND = 40
_LEAST_NAME = 3  # letters

Placed = tuple[PlaceMention, int]
_NAMING = (
    re.compile(rf"[-–](?:[Hh]eld|[Cc]ontrolled|[Rr]un|[Oo]ccupied)\s+{w.NAME}"),
    re.compile(rf"\b(?:stronghold|bastion|capital)(?:\s+of)?\s+{w.NAME}"),
    re.compile(rf"\b(?:city|town|village)\s+of\s+{w.NAME}"),
    re.compile(rf"{w.NAME}(?=\s+(?:city|town|village)\b)"),
)
_OPENING = re.compile(
    rf"\W*(?:The\s+(?:city|town|village)\s+of\s+)?{w.NAME}"
    rf"(?=(?:,[^,;]{{2,40}},|,)?\s+(?:was|is|has|which|fell|remains?|had|became)\b|"
    rf",\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}(?:city|town|village|capital)\b)"
)
_IN_KNOWN = re.compile(r"^\s*(?:,|\(|in|near|in\s+(?:the\s+)?[\w-]+|,\s+in)\s+(?:the\s+)?$", re.I)
# "NAME, some 40 km north of the capital", "NAME, a town in the south".
_LOCATED = re.compile(
    r"\s*,\s+(?:(?:about|some|around|roughly|nearly)\s+)?\d+\s*-?(?:km|kilomet\w+|miles?)\b|"
    r"\s*,\s+an?\s+(?:[\w-]+\s+){0,3}(?:town|city|village|settlement)\b",
    re.I,
)
_AND = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+as\s+well\s+as\s+)(?=\S)", re.I)
_IT = re.compile(
    r"(?P<before>.*?)\b(?:the\s+(?:\w+\s+)?(?:city|town|village|province)|it)\b(?!\s+of\b)"
    r"(?P<link>[^;]{0,60})$",
    re.I | re.S,
)
# "The town, south of the capital, was captured": not the capital was.
_THE_TOWN = re.compile(
    r"\W*th(?:e|is)\s+(?:\w+\s+)?(?:city|town|village),\s+(?!(?-i:[A-Z]))[^;]{2,90},\s*"
    r"(?:which\s+)?",
    re.I,
)
# "the village of NAME was captured": a name that needs no gazetteer to be a place's.
_SUBJECT = re.compile(
    rf"\b(?i:city|town|village|settlement)\s+(?:of\s+)?(?P<said>{w.NAME}(?:,[^,;]{{2,60}},)?\s*)$|"
    rf"\b[Tt]he\s+{w.NAME.replace('<name>', '<first>')}\s+(?:district|town|village|city)\s*$"
)
_TOWN_OF = re.compile(rf"\b(?:city|town|village)\s+of\s+{w.NAME}")
_LIES_IN = re.compile(r",?\s+in\s+(?:the\s+)?(?:[\w-]+\s+){0,2}")
_STOP = re.compile(r"[.!?]\s")
_TALKED_OF = 600  # characters back to the town that "the town" means
_PART_OF = re.compile(r"\b(?:of|in|around|near|outside|over|from)\s+$", re.I)


def learn_names(page: Page, sentences: Sequence[Sentence]) -> None:
    """Have names looked up that stand where only a place can stand."""
    spans: set[tuple[int, int]] = set()
    for sentence in sentences:
        if page.words(sentence).isupper():
            continue
        for pattern in _NAMING:
            for m in pattern.finditer(page.text, sentence.start, sentence.end):
                spans.add(m.span("name"))
        for verb in _verbs(page, sentence):
            named = w.OBJECT_NAME.match(page.text, verb.end(), sentence.end)
            if named is not None:
                spans.add(named.span("name"))
        opening = _OPENING.match(page.text, sentence.start, sentence.end)
        if opening is not None:
            spans.add(opening.span("name"))
    names = [s for s in spans if not _is_people(page, page.text[s[0] : s[1]])]
    if names:
        page.name_places(sorted(names))


def _is_people(page: Page, name: str) -> bool:
    """Whether a name is that of a people or a faith ("the Shiite villages of …"), or no name."""
    return (
        name.lower() in w.NO_NAMES
        or name.lower() in w.PEOPLES
        or page.actors.state(name) is not None
    )


def _verbs(page: Page, sentence: Sentence) -> Iterator[re.Match[str]]:
    for pattern in (w.TAKE, w.LOSE, w.CONTROLS, w.BESIEGE, w.DRIVE_OUT, w.CAPTURE_OF):
        yield from pattern.finditer(page.text, sentence.start, sentence.end)


class Ground:
    """The places of one sentence, and what "the city" and "it" mean there."""

    def __init__(
        self,
        page: Page,
        sentence: Sentence,
        spoken_of: PlaceMention | None,
        unlisted: Mapping[str, PlaceMention],
    ) -> None:
        """Keep the places that can be held, and those told of before that no gazetteer has."""
        self._spoken_of = spoken_of
        self._page = page
        self._text = page.text
        self._sentence = sentence
        self.places = [
            p for p in page.places_in(sentence.start, sentence.end)
            if can_be_held(p, page.text)
        ]  # fmt: skip
        self.places += self._told_before(unlisted)
        self.places.sort(key=lambda p: (p.start, p.end))

    def _told_before(self, unlisted: Mapping[str, PlaceMention]) -> Iterator[PlaceMention]:
        taken = {p.start for p in self._page.places_in(self._sentence.start, self._sentence.end)}
        for name, place in sorted(unlisted.items()):
            pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])")
            for m in pattern.finditer(self._text, self._sentence.start, self._sentence.end):
                if m.start() not in taken:
                    yield replace(place, start=m.start(), end=m.end())

    def _last(self, at: int) -> PlaceMention | None:
        """What "the town" means: one of the sentence, the place spoken of, the one told last."""
        before = [
            p for p in self._page.places
            if p.end <= at and p.role != "dateline" and can_be_held(p, self._text)
            and not w.AFTER_TOWN.match(self._text[p.end : p.end + 14])
        ]  # fmt: skip
        towns = [p for p in before if p.specificity >= _TOWN]
        after = [p for p in self.places if p.specificity >= _TOWN]
        own = [p for p in towns if p.start >= self._sentence.start]
        if not own and self._spoken_of is not None:
            return self._spoken_of
        chosen = towns or before or after
        named = list(_TOWN_OF.finditer(self._text, max(0, at - _TALKED_OF), at))
        since = towns[-1].start if towns else 0
        if named and not own and not _STOP.search(self._text, named[-1].end(), since):
            start, end = named[-1].span("name")
            listed = [p for p in before if p.start < end and start < p.end]
            return listed[-1] if listed else _unlisted(start, end, named[-1]["name"], None)
        return chosen[-1] if chosen else None

    def objects(self, at: int) -> list[Placed]:
        """The places that follow a verb at once ("A", "the towns of A and B", "the city")."""
        first = self._object(at)
        if first is None:
            bare = w.BARE.match(self._text, at, self._sentence.end)
            last = self._last(at) if bare else None
            return [(last, bare.end())] if bare is not None and last is not None else []
        found = [first]
        while (joint := _AND.match(self._text, found[-1][1], self._sentence.end)) is not None:
            if "and" not in joint.group() and w.APPOSED_KIND.match(self._text, joint.end()):
                break
            more = self._object(joint.end() - 1, joined_to=found[-1][0])
            if more is None:
                break
            found.append(more)
        return found

    def _object(self, at: int, *, joined_to: PlaceMention | None = None) -> Placed | None:
        text = self._text
        for place in self.places:
            if not at < place.start <= at + _REACH:
                continue
            if w.OBJECT.fullmatch(" " + text[at : place.start].strip() + " "):
                if w.AFTER_TOWN.match(text[place.end : place.end + 14]):
                    return None
                lead = text[at : place.start]
                if w.PART_OF.search(lead) or w.SIDE_OF.search(lead):
                    return None
                return self._lying(place), place.end
        m = w.OBJECT_NAME.match(text, at, self._sentence.end)
        if m is None or text[self._sentence.start : self._sentence.end].isupper():
            return None
        unknown = self._unknown(m, joined_to)
        return None if unknown is None else (unknown, unknown.end)

    def _unknown(self, m: re.Match[str], joined_to: PlaceMention | None) -> PlaceMention | None:
        """A name that no gazetteer has, where the words around say that it is a place."""
        name = m.group("name")
        start, end = m.span("name")
        met = [p for p in self._page.places if p.start < end and start < p.end]
        if any(p.where.place_id is not None or p.specificity < _SETTLED for p in met):
            return None
        if len(name) < _LEAST_NAME or self._page.actors.within(name) is not None:
            return None
        if _is_people(self._page, name):
            return None
        following = next(
            (p for p in self._page.places_in(end, self._sentence.end) if p.start < end + _BEYOND),
            None,
        )
        lies_in = following is not None and bool(_IN_KNOWN.match(self._text[end : following.start]))
        listed = joined_to is not None and w.LISTED.match(self._text, end) is not None
        lies_there = (lies_in and joined_to is None) or bool(_LOCATED.match(self._text, end))
        if not (m.group("kind") or m.group("after") or listed or lies_there):
            return None
        if w.AFTER_TOWN.match(self._text[end : end + 14]):
            return None
        if met:
            return met[0]
        around = following.where if lies_in and following is not None else None
        around = around or (joined_to.where if joined_to is not None else None)
        return _unlisted(start, end, name, around)

    def _lying(self, place: PlaceMention) -> PlaceMention:
        """A place as the text locates it: one of that name in another region is not meant."""
        where, end = place.where, place.end
        region = next(
            (p for p in self._page.places_in(end, self._sentence.end)
             if p.specificity >= _SETTLED and p.start < end + _BEYOND
             and w.IN_REGION.fullmatch(self._text, end, p.start)), None,
        )  # fmt: skip
        if region is None or region.where.adm1 is None or where.place_id is None:
            return place
        told = region.where
        if (told.country, told.adm1) == (where.country, where.adm1):
            return place
        around = told if region.specificity == _SETTLED else replace(told, adm1=None)
        return _unlisted(place.start, end, self._text[place.start : end], around)

    def subject(self, at: int, *, relative: bool = False) -> PlaceMention | None:
        """The place that a passive, "fell" or "under the control of" at an offset speaks of.

        What a relative clause says is said of the place right before it, wherever that stands.
        """
        text = self._text
        before = [p for p in self.places if p.end <= at]
        lead = text[self._sentence.start : at]
        if _THE_TOWN.fullmatch(lead):
            return self._last(self._sentence.start)
        named = _SUBJECT.search(lead)
        if named is not None:
            group = "name" if named["name"] else "first"
            start, end = (self._sentence.start + i for i in named.span(group))
            met = [p for p in self._page.places if p.start < end and start < p.end]
            if all(p.where.place_id is None for p in met) and not _is_people(
                self._page, named[group]
            ):
                return _unlisted(start, end, named[group], None)
        if not before:
            said = _IT.match(lead)
            if said is None or _PART_OF.search(said.group("before")):
                return None
            linked = w.LINKING.match(said.group("link"))
            return self._last(self._sentence.start) if linked else None
        near = before[-1]
        for place in (*before[-2:-1], near, before[0]):
            around = next(iter(self._page.places_in(place.end, at)), None)
            lies = around is not None and _LIES_IN.fullmatch(text, place.end, around.start)
            link = text[around.end if around is not None and lies else place.end : at]
            if at - place.end < _NEAR and w.LINKING.match(link):
                head = text[max(self._sentence.start, place.start - 40) : place.start]
                told = text[place.start : place.end].split(" ")
                if relative:
                    return None if w.PART_OF.search(head) else place
                own_side = len(told) > 1 and w.SIDE_OF.match(told[0] + " ") is not None
                parted = own_side or any(
                    p.search(head) for p in (w.NOT_TOWN, w.PART_OF, w.PERSON_OF, w.SIDE_OF)
                )
                return None if parted else place
        return None


def _unlisted(start: int, end: int, name: str, around: Where | None) -> PlaceMention:
    """A place that no gazetteer has, in the country and region around it."""
    where = Where(
        name,
        country=around.country if around else None,
        adm1=around.adm1 if around else None,
        precision=_COUNTRY_PRECISION,
        text=name,
    )
    return PlaceMention(start, end, where, "unlisted", _TOWN)


def can_be_held(place: PlaceMention, text: str) -> bool:
    """Whether a place is a town or a division of a country, and its name no common word."""
    if place.specificity < _SETTLED or place.where.place_id is None:
        return False
    return not set(text[place.start : place.end].lower().split()) & w.NOT_PLACES
