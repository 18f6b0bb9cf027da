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
from bearwitness.claims.control_lists import Listed, lists_before, read_list
from bearwitness.claims.control_names import (
    SETTLED,
    TOWN,
    can_be_held,
    is_nobody,
    is_people,
    is_told_of,
    named_so,
    object_start,
    unlisted,
    within,
)
from bearwitness.claims.further import Page
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Where
from bearwitness.text.sentences import Sentence

_PAIR = 2
_AROUND = re.compile(r"\b(?:surrounding|nearby|adjacent)\s+\w+\s+(?:of|to)\s+$", re.I)
_OWNER = re.compile(r"[\w-]+[’']s\s+(?=[A-Z])")
_SINGULAR = re.compile(r"[^;.]{0,20}?\b(?:is|was|has)\b")  # not said of a list
_AFTER_IT = re.compile(r"\b(?:after|before|since|when|until|once)\s+it\s+$", re.I)
# "the provincial capital, TOWN city, on 3 May"; "the city, TOWN,".
_NAMED_AFTER = re.compile(
    rf",\s+{w.NAME}(?=\s+(?:city|town)\b|[,.]|\s+on\s|$)(?!,\s+[A-Z][a-z]+\s+(?:said|told))"
)
_DATED = re.compile(
    r",\s*(?:\d{1,2}\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d"
)
_ALIAS = re.compile(r"^\s*\([^()]{2,30}\)")
_REACH = 90  # characters between a verb and its object
_NEAR = 110
_BEYOND = 40

Placed = tuple[PlaceMention, int]
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
# "the town that was seized, NAME": no town told of before.
_THAT = re.compile(r"\s+that\b", re.I)
# "the village of NAME was captured": a name that needs no gazetteer to be a place's.
_SUBJECT = re.compile(
    rf"\b(?i:city|town|village|settlement)\s+(?:of\s+)?(?P<said>{w.NAME}(?:,[^,;]{{2,60}},|,\s+which)?\s*)$|"
    rf"\b[Tt]he\s+{w.NAME.replace('<name>', '<first>')}\s+(?:district|town|village|city)\s*$"
)
_TOWN_OF = re.compile(rf"\b(?:city|town|village)\s+of\s+{w.NAME}")
_LIES_IN = re.compile(r",?\s+in\s+(?:the\s+)?(?:[\w-]+\s+){0,2}")
_STOP = re.compile(r"[.!?]\s")
_TALKED_OF = 600  # characters back to the town that "the town" means
# ", along with other areas," and ", both in the south of the region," after names.
_ASIDE = re.compile(r"^\s*,\s[^;]{2,120},(?=\s)")
# "TOWN, which lies 60 miles north of the capital, Bamako, has been …"
_LIES = re.compile(
    r"\s*,\s+(?:which\s+(?:lies|is)|lying|located|situated|some|about|around|a|an|the)\b[^;.]{2,110},"
)
_CAPITAL_OF = re.compile(
    rf",\s+(?:which\s+is\s+)?(?:the\s+)?(?:provincial\s+|state\s+)?capital\s+of\s+(?:the\s+)?{w.NAME}".replace(
        "<name>", "<region>"
    )
)
_WELL_KNOWN = 20_000  # inhabitants
_PART_OF = re.compile(r"\b(?:of|in|around|near|outside|over|from)\s+$", re.I)


class Ground:
    """The places of one sentence, and what "the city" and "it" mean there."""

    def __init__(
        self,
        page: Page,
        sentence: Sentence,
        spoken_of: Sequence[PlaceMention],
        unlisted: Mapping[str, PlaceMention],
    ) -> None:
        """Keep the places that can be held, and those told of before that no gazetteer has."""
        self._all_spoken_of = spoken_of
        self._spoken_of = spoken_of[-1] if spoken_of else None
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
            and not w.LANDMARK.search(self._text[max(0, p.start - _NEAR) : p.start])
        ]  # fmt: skip
        towns = [p for p in before if p.specificity >= TOWN]
        after = [p for p in self.places if p.specificity >= TOWN]
        own = [p for p in towns if p.start >= self._sentence.start]
        if not own and self._spoken_of is not None:
            return None if self._is_rivalled(self._spoken_of, towns) else self._spoken_of
        if not own and len({p.where.name for p in towns if is_told_of(self._text, p)}) > 1:
            return None
        chosen = towns or before or after
        named = list(_TOWN_OF.finditer(self._text, max(0, at - _TALKED_OF), at))
        since = towns[-1].start if towns else 0
        if named and not own and not _STOP.search(self._text, named[-1].end(), since):
            start, end = named[-1].span("name")
            listed = [p for p in before if p.start < end and start < p.end]
            return listed[-1] if listed else unlisted(start, end, named[-1]["name"], None)
        return chosen[-1] if chosen else None

    def _is_rivalled(self, place: PlaceMention, towns: Sequence[PlaceMention]) -> bool:
        """Whether another town was told of since a place's control was."""
        since = max((p.start for p in towns if p.where == place.where), default=place.start)
        return any(
            p.start > since and p.where != place.where and is_told_of(self._text, p) for p in towns
        )

    def objects(self, at: int, *, sure: bool = False) -> list[Placed]:
        """The places that follow a verb at once ("A", "the towns of A and B", "the city").

        Args:
            at: where the verb ends.
            sure: whether nothing but a place can follow, so that any name is one.
        """
        names, _ = read_list(self._text, object_start(self._text, at), self._sentence.end)
        while (
            len(names) > 1
            and not names[-1].is_place
            and not w.LISTED.match(self._text, names[-1].end)
        ):
            names = names[:-1]
        lead = self._text[at : names[0].start] if names else ""
        parted = (
            self._text[self._sentence.start : self._sentence.end].isupper()
            or w.PART_OF.search(lead) is not None
            or w.SIDE_OF.search(lead) is not None
        )
        listed = [] if parted else self._listed(names, sure=sure)
        found = self._one_by_one(at)
        return listed if listed and len(listed) >= len(found) + (len(names) < 2) else found

    def _listed(self, names: list[Listed], *, sure: bool) -> list[Placed]:
        """The places of a list; a name without a word for it is one beside others that are.

        Args:
            names: of the list.
            sure: whether the words around leave nothing else for a name to be than a place.
        """
        names = [self._without_owner(each) for each in names]
        found = [self._named(each, None) for each in names]
        among = self._most_told_of([f[0].where for f in found if f is not None])
        known = sum(f is not None for f in found)
        sure = sure or (len(names) > _PAIR and 2 * known >= len(names))
        places: list[Placed] = []
        for i, (each, named) in enumerate(zip(names, found, strict=True)):
            between = self._text[names[i - 1].end : each.start] if i else ""
            if w.PART_OF.search(between) or _AROUND.search(between):
                break
            if (named is None and not sure) or is_nobody(
                self._page, self._text[each.start : each.end]
            ):
                break
            if w.AFTER_TOWN.match(_ALIAS.sub("", self._text[each.end : each.end + 48])):
                break
            stray = among is None or named is None or named[0].where.country != among.country
            region = None if among is None else replace(among, adm1=None)
            places.append((self._kept(each, region), each.end) if stray or named is None else named)
        return places

    def _without_owner(self, each: Listed) -> Listed:
        """A name without whose it is ("Iraq's TOWN")."""
        owner = _OWNER.match(self._text, each.start, each.end)
        return each if owner is None else replace(each, start=owner.end())

    def _most_told_of(self, found: list[Where]) -> Where | None:
        """Of the places of a list, the first in the country that the text tells most of."""
        told = [p.where.country for p in self._page.places if p.where.place_id is not None]
        told += [m.country for m in self._page.named]
        return max(found, key=lambda where: told.count(where.country), default=None)

    def _kept(self, each: Listed, around: Where | None) -> PlaceMention:
        return unlisted(each.start, each.end, self._text[each.start : each.end], around)

    def _named(self, each: Listed, around: Where | None) -> Placed | None:
        """A name of a list as a place, where a gazetteer or the list itself says that it is."""
        name = self._text[each.start : each.end]
        if each.region is not None:
            around = next((p.where for p in self._page.places if p.start == each.region[0]), None)
        met = [p for p in self.places if p.start < each.end and each.start < p.end]
        if met and met[0].start == each.start:
            kept = met[0] if named_so(met[0], name) else None
            if kept is not None and around is not None and not within(kept.where, around):
                kept = None
            if kept is not None:
                return kept, each.end
        if is_nobody(self._page, name) or not (each.is_place or met):
            return None
        return self._kept(each, around), each.end

    def _one_by_one(self, at: int) -> list[Placed]:
        first = self._object(at)
        if first is None:
            several = w.BARE_ALL.match(self._text, at, self._sentence.end)
            if several is not None and len(self._all_spoken_of) > 1:
                return [(p, several.end()) for p in self._all_spoken_of]
            if w.BARE_IT.match(self._text, at, self._sentence.end) and self._spoken_of is not None:
                return [(self._spoken_of, at + 3)]
            within = w.INCLUDING.match(self._text, at, self._sentence.end)
            if within is not None:
                names, _ = read_list(self._text, within.end(), self._sentence.end)
                return self._listed(names, sure=True)
            bare = w.BARE.match(self._text, at, self._sentence.end)
            last = self._meant(at, bare) if bare else None
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

    def _meant(self, at: int, bare: re.Match[str]) -> PlaceMention | None:
        """What "the city" means, which the text may say right after: ", the capital of REGION"."""
        named = _NAMED_AFTER.match(self._text, bare.end(), self._sentence.end)
        if named is not None:
            met = [p for p in self.places if p.start == named.start("name")]
            return met[0] if met and met[0].specificity >= TOWN else None
        told = _CAPITAL_OF.match(self._text, bare.end(), self._sentence.end)
        if told is None:
            last = self._last(at)
            if not bare.group().lower().endswith("capital") or last is None or last.place is None:
                return last
            seat = last.place.capital or "provincial" in bare.group() or "state" in bare.group()
            return last if seat else None
        region = next((p.where for p in self._page.places if p.start == told.start("region")), None)
        if region is None:
            return None
        within = [
            p for p in self._page.places
            if p.end <= at and p.specificity >= TOWN and p.where.place_id is not None
            and (p.where.country, p.where.adm1) == (region.country, region.adm1)
        ]  # fmt: skip
        return within[-1] if within else None

    def at(self, start: int, end: int) -> PlaceMention:
        """The place named at these offsets, in a gazetteer or not."""
        name = self._text[start:end]
        met = [p for p in self.places if p.start == start and named_so(p, name)]
        return met[0] if met else unlisted(start, end, name, None)

    def talked_of(self, at: int) -> PlaceMention | None:
        """The one town that a sentence tells of before an offset, else the one told last."""
        named = list(_TOWN_OF.finditer(self._text, self._sentence.start, at))
        if len(named) == 1:
            start, end = named[0].span("name")
            met = [p for p in self.places if p.start == start]
            return met[0] if met else unlisted(start, end, named[0]["name"], None)
        towns = [p for p in self.places if p.end <= at and p.specificity >= TOWN]
        if not named and not towns:
            return self._spoken_of
        return towns[0] if len(towns) == 1 and not named else None

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
        start, end = m.span("name")
        owner = _OWNER.match(self._text, start, end)
        start = owner.end() if owner is not None else start
        name = self._text[start:end]
        met = [p for p in self._page.places if p.start < end and start < p.end]
        if any(p.where.place_id is not None or p.specificity < SETTLED for p in met):
            return None
        if is_nobody(self._page, name):
            return None
        following = next(
            (p for p in self._page.places_in(end, self._sentence.end) if p.start < end + _BEYOND),
            None,
        )
        between = self._text[end : following.start] if following is not None else ""
        lies_in = following is not None and bool(_IN_KNOWN.match(between))
        if following is not None and following.specificity >= TOWN and between.strip() in ",(":
            lies_in = False  # one more name of a list, which may be one of persons
        listed = joined_to is not None and w.LISTED.match(self._text, end) is not None
        lies_there = (lies_in and joined_to is None) or bool(_LOCATED.match(self._text, end))
        if not (m.group("kind") or m.group("after") or listed or lies_there):
            return None
        if w.AFTER_TOWN.match(self._text[end : end + 14]):
            return None
        if met:
            return self._sure_of_country(met[0])
        around = following.where if lies_in and following is not None else None
        around = around or (replace(joined_to.where, adm1=None) if joined_to is not None else None)
        return unlisted(start, end, name, around)

    def _sure_of_country(self, place: PlaceMention) -> PlaceMention:
        """A name that no gazetteer has, without a country that no place of the text lies in."""
        told = {p.where.country for p in self._page.places if p.where.place_id is not None}
        if place.where.place_id is not None or place.where.country in told:
            return place
        return unlisted(place.start, place.end, self._text[place.start : place.end], None)

    def _told_to_lie_in(self, place: PlaceMention) -> PlaceMention | None:
        """The place that the text says right after another that it lies in."""
        end = place.end
        return next(
            (p for p in self._page.places_in(end, self._sentence.end)
             if p.specificity >= SETTLED and p.start < end + _BEYOND
             and w.IN_REGION.fullmatch(self._text, end, p.start)
             and not w.LANDMARK.search(self._text[end : p.start])), None,
        )  # fmt: skip

    def _lying(self, place: PlaceMention) -> PlaceMention:
        """A place as the text locates it: one of that name in another region is not meant."""
        region, where = self._told_to_lie_in(place), place.where
        strange = not named_so(place, self._text[place.start : place.end])
        if region is None or region.where.adm1 is None or where.place_id is None:
            return self._as_written(place, None) if strange else place
        told = region.where
        if not strange and (told.country, told.adm1) == (where.country, where.adm1):
            return place
        around = told if region.specificity == SETTLED else replace(told, adm1=None)
        return self._as_written(place, around)

    def _as_written(self, place: PlaceMention, around: Where | None) -> PlaceMention:
        return unlisted(place.start, place.end, self._text[place.start : place.end], around)

    def _is_landmark(self, place: PlaceMention, at: int) -> bool:
        """Whether a place only says where another lies: "TOWN, north of PLACE, was taken"."""
        lead = self._text[self._sentence.start : place.start]
        return (
            w.LANDMARK.search(lead) is not None and self._text[place.end : at].lstrip()[:1] == ","
        )

    def subjects(self, at: int, *, sure: bool = False) -> list[PlaceMention]:
        """The places that a passive at an offset speaks of: a list of them, or one."""
        for names, end in lists_before(self._text, self._sentence.start, at):
            tail = _ASIDE.sub("", self._text[end:at], count=1)
            singular = _SINGULAR.match(self._text, end, at + _BEYOND) is not None
            if len(names) > 1 and not singular and w.LINKING.match(tail):
                places = [place for place, _ in self._listed(names, sure=sure)]
                if len(places) == len(names):
                    return places
        single = self.subject(at)
        return [single] if single is not None else []

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
            if all(p.where.place_id is None for p in met) and not is_people(
                self._page, named[group]
            ):
                return unlisted(start, end, named[group], None)
        if not before:
            said = _IT.match(lead)
            if said is None or _PART_OF.search(said.group("before")):
                return None
            if _THAT.match(said.group("link")):
                return None
            linked = w.LINKING.match(said.group("link"))
            return self._last(self._sentence.start) if linked else None
        before = [p for p in before if not self._is_landmark(p, at)]
        if not before:
            return None
        towns = {
            p.where.place_id: p for p in before
            if p.specificity >= TOWN and p.role != "dateline" and not _DATED.match(text, p.end)
        }  # fmt: skip
        if len(towns) == 1 and _AFTER_IT.search(lead):
            return next(iter(towns.values()))
        near = before[-1]
        for place in (*before[-2:-1], near, before[0]):
            lying = _LIES.match(text, place.end, at)
            if (
                lying is not None
                and place.role != "dateline"
                and w.LINKING.match(text[lying.end() : at])
                and not relative
            ):
                return place
            around = next(iter(self._page.places_in(place.end, at)), None)
            lies = around is not None and _LIES_IN.fullmatch(text, place.end, around.start)
            link = text[around.end if around is not None and lies else place.end : at]
            if at - place.end < _NEAR and w.LINKING.match(link):
                head = text[max(self._sentence.start, place.start - 40) : place.start]
                told = text[place.start : place.end].split(" ")
                if relative:
                    return None if w.PART_OF.search(head) else place
                own_side = len(told) > 1 and w.SIDE_OF.match(told[0] + " ") is not None
                follows = w.AFTER_TOWN.match(text[place.end : place.end + 14])
                parted = (
                    own_side
                    or follows is not None
                    or any(
                        p.search(head)
                        for p in (w.NOT_TOWN, w.PART_OF, w.PERSON_OF, w.SIDE_OF, w.BOUND_FOR)
                    )
                )
                return None if parted else place
        return None
