"""What is held against a reading of control at its end: a slot is left open, or it is left out.

The rules that read a sentence take the nearest fitting words; here each slot is asked whether it
can be trusted. A place that may be another of its name keeps only its name, a speaker that is no
speaker is none, and what is denied, past or told of a part is no reading at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bearwitness.claims.control_names import SETTLED, TOWN, is_told_of, unlisted
from bearwitness.claims.control_parties import SOMEBODY
from bearwitness.claims.control_tell import Told
from bearwitness.claims.control_words import AFTER_TOWN, GENERIC_STATE
from bearwitness.claims.further import Page, alike, plain
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speech_words import words
from bearwitness.model.claim import Actor, Speaker, When
from bearwitness.model.place import Place
from bearwitness.text.sentences import Sentence

# "denied reports that the rebels had left TOWN", with no "but" since.
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|(?:refut|reject|dismiss)\w+\s+(?:\w+[’']?s?\s+){0,4}?"
    r"(?:claims?|reports?|allegations?|suggestions?|statements?))\b(?:(?!\b(?:but|while|although)\b)[^;])*$",
    re.I,
)
# "It was unclear whether TOWN had fallen."
_WHETHER = re.compile(r"\bwhether\b(?:(?!\b(?:but|while|although)\b)[^;])*$", re.I)
# "Cocoa Capital" of a headline is no name.
_BARE_KIND = re.compile(r"\b(?:Capital|Town|City|Hub|Stronghold|Village|Area)$")
_OWNING = re.compile(r"[’']s?$")
# "had captured the last stronghold of X", none of it wished for or told of another place.
_TAKING = re.compile(
    r"(?<!\bto\s)\b(?:recaptured|retaken|captured|captures?|seized|seizes?|liberated|overr[au]n|retook|"
    r"took|taken|reclaimed|regained|conquered|(?:re)?capture\s+of|fall\s+of|retakes?|enter(?:ed|s)?)\b"
    r"(?:(?!\bto\b)[^.;]){0,60}$",
    re.I,
)
_PAST = re.compile(r"\b(?:once|former|formerly|had\s+been|was\s+once|previous(?:ly)?)\b", re.I)
# "in 1686" that no date was read from: what is told is of another time.
_YEAR = re.compile(
    r"\b(?:in|since|from|until|by|during|between)\s+(?:[A-Z][a-z]+\s+)?(?P<year>1[4-9]\d\d|20[0-4]\d)\b"
)
_CLAUSE_END = re.compile(r"[,;.]|\b(?:which|who|that|while|when|after|before|since)\b")
_LONG_AGO = 2  # years
_TOWN_WORD = re.compile(r"\s+(?:town|village)\b", re.I)
_REGION_WORD = re.compile(r"\s+(?:region|province|governorate|state|countryside)\b", re.I)
_DIVISION = re.compile(
    r"\s+(?:region|province|governorate|state|district|county|territory|township|municipality|oblast|"
    r"department)s?\b",
    re.I,
)
_DIVISION_OF = re.compile(
    r"\b(?:region|province|governorate|state|district|county|territory|township|municipality|oblast|"
    r"department)s?\s+of\s+(?:the\s+)?$",
    re.I,
)
_NEAR = 24
_TOWNS = re.compile(r"\b(?:towns|villages)\s+of\b", re.I)
_TOWN_BEFORE = re.compile(r"\b(?:town|village)(?:\s+of)?\s+$", re.I)
_THE_TOWN = re.compile(r"\bthe\s+(?:[\w-]+\s+){0,3}?(?:town|village)\b", re.I)
_THE_VILLAGE = re.compile(r"\bthe\s+(?:[\w-]+\s+){0,3}?village\b", re.I)
_SEVERAL = re.compile(r"\b(?:towns|cities|villages)\b", re.I)
# "a town in the region of X that was captured", "NAME district in X was".
_SITE_IN = re.compile(
    r"\b(?:town|village|city|district|camp|base|area)s?\s+in\s+(?:the\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:(?:region|province|state)\s+(?:of\s+)?)?$",
    re.I,
)
# "TOWN, X State": the second is where the first lies.
_NAMED_DIVISION = re.compile(r"\b(?:State|Province|Region|Governorate|Oblast|County)$")
_BORDER = re.compile(r"[^,.;]{0,40}\bfrom\s+the\s+[A-Z]\w+\s+border\b")
_LIES_IN = re.compile(r",?\s+in\s+(?:the\s+)?(?:(?:north|south|east|west|central)\w*\s+)?")
_NO_VILLAGE = 20_000  # inhabitants
_SUFFIX = 3  # letters
# "seized Camp NAME", "the airport of TOWN": no town.
_IS_SITE = re.compile(
    r"\b(?:camps?|airports?|air\s?bases?|barracks|crossings?|headquarters)\s+(?:of\s+|at\s+|in\s+)?"
    r"(?:the\s+)?$",
    re.I,
)
# "the forces, who had taken TOWN, said" and "the army announced that it had TOWN, which was held":
# told beside what is said, and no words of theirs.
_BESIDE = re.compile(
    r",\s+(?:after|who|which|whose|where)\b(?:(?!\b(?:said|says?|told|added|declared|announced|"
    r"confirmed)\b)[^;.])*$"
)
# "almost all of TOWN" is a part.
_PARTLY = re.compile(r"\b(?:almost|nearly|virtually|most|much|parts?|half|bulk)\b[^,]*$", re.I)
_LEAD = 60
_TOWN_OF = re.compile(
    r"(?:\b(?:the|a|an)\s+)?(?:[\w’'-]+\s+){0,3}?(?:city|cities|towns?|villages?|districts?|province|"
    r"settlements?|port|capital)\s+of\s+(?:the\s+)?$",
    re.I,
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:around|near|outside|between|toward|towards|into|inside|from|in|of)\s+(?:the\s+)?$", re.I
)
_OWN_SUBJECT = re.compile(
    r"\b(?:it|they|which|that|who|where|city|town|village|province)\b|,\s*(?:once|long|now)\b", re.I
)
_KINDS = words(
    """
    city town village district province governorate region state municipality subdistrict al el ar
    as an ash de da do del la le the of sub rayon county territory department raion oblast
    """
)
_BIG = 100_000  # inhabitants
_NEARLY_AS_BIG = 10  # times smaller at most
_UNSURE = 0.5  # of a place's confidence
_VILLAGE = 2_000  # inhabitants, fewer than which a name's sake is as likely meant
_GUESS = 0.2  # of a place's confidence
_FEW = 2  # places told of in a country, for it to be the one that a text is about
_NO_SPEAKERS = words(
    """
    statement statements sides not capital city town village area region and or but website front
    """
)
_LED_IN = re.compile(
    r"(?:from|in|at|on|of|by|to|with|not|and|or|but|that|which|where|when|after|before|battling|"
    r"fighting|\w+ing\s+the)\b",
    re.I,
)
# "told President X": who is told does not speak, if it is no outlet.
_TELLING = re.compile(r"\b(?:told|informed|assured)\s+(?:the\s+)?$", re.I)
_OF_RANK = re.compile(
    r"(?:\w+\s+)?(?:president|prime\s+minister|minister|king|parliament|congress|lawmakers)\b", re.I
)
# "rebels backed by the army said": the rebels did.
_BACKING = re.compile(r"\b(?:backed|supported|led)\s+by\s+(?:the\s+)?(?:\w+\s+)?$", re.I)
_ISSUED = re.compile(r"\bstatements?\s+(?:from|of|by)\b", re.I)
_SHORT_NAME = 3  # words
_TIME_AT_START = re.compile(r"^(?:weekend|week|month|year|night|morning|[A-Z]\w+day)\s+(?=[A-Z])")
# "X by satellite phone from the town": X alone speaks.
_BY_MEANS = re.compile(
    r"\s+(?:(?:by|over|via)\s+(?:\w+\s+)?(?:tele)?phone|in\s+an?\s+interview)\b.*", re.S
)
_TIME_AT_END = re.compile(
    r"\s+(?:(?:last|this)\s+(?:week|month|year|night)|today|yesterday|earlier|late)$", re.I
)
_HEAD_OF = re.compile(r"\s+(?:of|in|for|from|at|with|on)\s+.*", re.S)
# "Croat forces" beyond Croatia are a people's, not the state's.
_PEOPLE = re.compile(r"(?:\w+\s+)?(?:ethnic|Serbs?|Croats?|Kurds?|Turks?|Tajiks?|Uzbeks?)\b", re.I)
# "On 27 September Government forces": no part of their name.
_DATED = re.compile(
    r"^(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"[A-Z]\w+day)\s+)+"
)
_PRONOUN = re.compile(r"(?:its|their|his|our|it|they|we)\b", re.I)
_NAMELESS = re.compile(r"gunm[ae]n|unidentified|unknown", re.I)
_OWN_COUNTRY = re.compile(r"^(?P<kind>.+) \((?P<country>[^()]+)\)$")


# "the militants" of a text that names a group; "the rebel group, the Front for X (FX)".
_KIND_OF_GROUP = re.compile(
    r"(?:insurgent|militant|rebel|jihadist|extremist|terrorist|fighter|guerrilla|group|gunm[ae]n)",
    re.I,
)
_NAMED_GROUP = re.compile(
    r"\b(?:Front|Movement|Army|Union|Coalition|Alliance|Party|Forces?)\b[^.;()]{0,60}"
    r"\((?:known\s+as\s+)?[A-Z][A-Z-]{2,}\)"
)


class Doubts:
    """Asks of each reading of one document what speaks against it."""

    def __init__(self, page: Page) -> None:
        """Count what the document tells of, by country."""
        self._page = page
        self._text = page.text

    def left(self, sentence: Sentence, told: Told) -> Told | None:
        """What is left of a reading, None where its core is in doubt."""
        if self._is_denied(sentence, told) or self._is_over(sentence, told):
            return None
        if told.against is SOMEBODY or (told.by is SOMEBODY and told.state == "held"):
            return None
        place = self._sure_place(told)
        if place is None or self._may_be_elsewhere(sentence, told):
            return None
        country = place.where.country
        _, hedge = self._page.attributions.at(told.start, told.end)
        if hedge == "denied" and told.by is not None and _PRONOUN.match(told.by.text):
            told = replace(told, by=None)  # of whom it is denied, not of who denies it
        if self._is_unnamed(sentence, told):
            told = replace(told, by=SOMEBODY)
        by, against = (self._of_country(a, country) for a in (told.by, told.against))
        return replace(told, place=place, by=by, against=against)

    def _is_unnamed(self, sentence: Sentence, told: Told) -> bool:
        """Whether "the militants" stand for a group that the text names elsewhere."""
        by = told.by
        if told.state != "taken" or by is None or not (by.actor_id or "").startswith("gen-"):
            return False
        definite = re.compile(rf"\b(?:the|this)\s+(?:[a-z-]+\s+)?{re.escape(by.text)}\b", re.I)
        if _KIND_OF_GROUP.search(by.text) is None or not definite.search(
            self._text, sentence.start, max(told.end, told.start)
        ):
            return False
        listed = any(
            m.kind in ("rebel", "militia")
            and not m.actor_id.startswith("gen-")
            and (
                m.country == told.place.where.country
                or (m.country is None and "rebel" not in by.text.lower())
            )
            for m in self._page.named
        )
        return listed or _NAMED_GROUP.search(self._text) is not None

    def is_of_another_time(self, sentence: Sentence, told: Told, when: When) -> bool:
        """Whether the clause names a year long past that no date of the reading was made of."""
        if when.start is not None:
            return False
        after = self._text[told.end : sentence.end]
        end = _CLAUSE_END.search(after)
        own = _YEAR.search(after[: end.start()] if end else after)
        lead = re.match(r"\W*" + _YEAR.pattern, self._text[sentence.start : told.start])
        found = own or lead
        return found is not None and self._page.is_past(
            date(int(found["year"]) + _LONG_AGO - 1, 12, 31)
        )

    def _is_denied(self, sentence: Sentence, told: Told) -> bool:
        lead = self._text[sentence.start : told.start]
        if _WHETHER.search(lead) is not None:
            return True
        if _DENIED.search(lead) is None:
            return False
        _, hedge = self._page.attributions.at(told.start, told.end)
        return hedge != "denied"

    def _is_over(self, sentence: Sentence, told: Told) -> bool:
        """Whether "their last stronghold" stands after the word that it was taken, or was once."""
        quote = self._text[told.start : told.end]
        if told.state == "besieged" and _PAST.search(
            self._text, max(sentence.start, told.start - _NEAR), told.start
        ):
            return True
        if told.state != "held" or not re.search(r"stronghold|bastion|capital|[-–]held", quote):
            return False
        taken = _TAKING.search(self._text[sentence.start : told.place.start])
        if taken is not None:
            since = sentence.start + taken.start()
            taken = (
                None
                if any(since <= p.start < told.place.start for p in self._page.places)
                else taken
            )
        near = self._text[max(sentence.start, told.start - _NEAR) : told.end]
        return taken is not None or _PAST.search(near) is not None

    # ---- places

    def _sure_place(self, told: Told) -> PlaceMention | None:
        """The place, by its name alone where it may be another; None where it is no such kind."""
        place = told.place
        after = self._text[place.end : place.end + 16]
        here = told.start <= place.start < told.end or place.start < told.start
        quote = self._text[told.start : told.end]
        if AFTER_TOWN.match(self._text[place.end : place.end + _NEAR]):
            return None
        around = told.rank > 0 and _NAMED_DIVISION.search(self._text[place.start : place.end])
        if around or (here and self._is_only_around(place, told)) or self._is_told_as_region(place):
            return None
        if place.where.place_id is None:
            title = self._page.document.title_span
            headed = title is not None and title.overlaps(place.start, place.end)
            if headed and _BARE_KIND.search(self._text[place.start : place.end]):
                return None
            strange = place.where.country is not None and (
                self._is_lone(place) or _BORDER.match(self._text, place.end) is not None
            )
            return self._by_name(place, None) if strange else place
        if place.specificity == SETTLED:
            called = _TOWN_WORD.match(after) or _TOWN_BEFORE.search(self._text[: place.start][-12:])
            meant = _THE_TOWN.search(quote) and not told.start <= place.start < told.end
            if called or meant:
                return None
            return place if self._is_division(place) else self._by_name(place, place.where.country)
        if place.specificity == SETTLED + 1 and _TOWNS.search(quote):
            named = self._by_name(place, place.where.country)
            return replace(named, where=replace(named.where, adm1=place.where.adm1))
        if place.specificity >= TOWN and here and _REGION_WORD.match(after):
            return self._by_name(place, place.where.country)
        if here and _PARTLY.search(self._text[told.start : place.start]):
            return None
        if place.start < told.start and self._only_locates(place, told):
            return None
        if here and _IS_SITE.search(self._text[told.start : place.start]):
            return None
        if place.place is None:
            return place
        outside = not told.start <= place.start < told.end
        if outside and _THE_VILLAGE.search(quote) and place.place.population >= _NO_VILLAGE:
            return None
        written = self._text[place.start : place.end]
        if (
            _is_derived(written, place.place)
            or self._lies_elsewhere(place)
            or self._is_stray(place)
        ):
            return self._by_name(place, place.where.country)
        if self._is_another(place, written) or self._is_abroad(place, told):
            return self._by_name(place, None)
        if (place.kind == "city" and _has_more_words(written, place.place)) or self._is_lone(place):
            return self._by_name(place, None)
        if place.confidence < _UNSURE and any(_is_rival(place.place, o) for o in place.others):
            return self._by_name(place, place.where.country)
        return place

    def _may_be_elsewhere(self, sentence: Sentence, told: Told) -> bool:
        """Whether "the town" of another sentence may be one that was told of beside it since."""
        place = told.place
        if place.start >= sentence.start or _SEVERAL.search(self._text, told.start, told.end):
            return False
        for index in range(sentence.index - 1, -1, -1):
            said = self._page.sentences[index]
            towns = [
                p for p in self._page.places_in(said.start, said.end)
                if p.specificity >= TOWN and is_told_of(self._text, p)
            ]  # fmt: skip
            if towns:
                return any(p.where.name != place.where.name for p in towns)
        return False

    def _is_only_around(self, place: PlaceMention, told: Told) -> bool:
        """Whether a place before a passive is the one that another lies in: "a town in X that"."""
        lead = self._text[max(0, place.start - _LEAD) : place.start]
        if place.end > told.start or _OWN_SUBJECT.search(self._text, told.start, told.end):
            return False
        return _SITE_IN.search(lead) is not None

    def _is_told_as_region(self, place: PlaceMention) -> bool:
        """Whether "NAME town" is a town of the region NAME, as "a NAME town" says elsewhere."""
        name = re.escape(self._text[place.start : place.end])
        called = place.where.place_id is None and _TOWN_WORD.match(self._text, place.end)
        return bool(called) and bool(
            re.search(rf"\b(?:an?|another)\s+{name}\s+(?:town|village)\b", self._text)
        )

    def _lies_elsewhere(self, place: PlaceMention) -> bool:
        """Whether the text says anywhere that the place lies in another region than its own."""
        own = (place.where.country, place.where.adm1)
        for p in self._page.places:
            if p.where.place_id != place.where.place_id or p.where.adm1 is None:
                continue
            around = next(
                (q for q in self._page.places_in(p.end, p.end + _LEAD) if q.specificity == SETTLED),
                None,
            )
            if around is None or (around.where.country, around.where.adm1) == own:
                continue
            if _LIES_IN.fullmatch(self._text, p.end, around.start):
                return True
        return False

    def _is_stray(self, place: PlaceMention) -> bool:
        """Whether a village is the only place told of in its region, or its name a guess."""
        known, where = place.place, place.where
        if known is None or known.population >= _VILLAGE:
            return False
        written = self._text[place.start : place.end]
        if place.confidence < _GUESS and _folded(written) != _folded(known.name):
            return True
        regions = [
            p.where.adm1 for p in self._page.places
            if p.where.adm1 is not None and p.where.country == where.country
            and p.where.place_id != where.place_id
        ]  # fmt: skip
        return known.population > 0 and where.adm1 not in regions and len(regions) >= _FEW

    def _is_division(self, place: PlaceMention) -> bool:
        """Whether the text calls it a province or the like, and means no town of that name."""
        return bool(
            _DIVISION.match(self._text, place.end)
            or _DIVISION_OF.search(self._text, max(0, place.start - _NEAR), place.start)
        )

    def _only_locates(self, place: PlaceMention, told: Told) -> bool:
        """Whether a place before a passive says where its subject lies: "towns around X were"."""
        lead = _TOWN_OF.sub("", self._text[max(0, place.start - _LEAD) : place.start])
        link, quote = self._text[place.end : told.start], self._text[told.start : told.end]
        if link.lstrip().startswith("(") or _OWN_SUBJECT.search(quote):
            return False
        return _AFTER_PREPOSITION.search(lead) is not None and _OWN_SUBJECT.search(link) is None

    def _by_name(self, place: PlaceMention, country: str | None) -> PlaceMention:
        around = replace(place.where, country=country, adm1=None)
        written = self._text[place.start : place.end]
        return unlisted(place.start, place.end, written, around)

    def _is_lone(self, place: PlaceMention) -> bool:
        """Whether a small town is the only place in its country of a text about another."""
        known = place.place
        if known is not None and (known.population >= _BIG or known.capital):
            return False
        others = Counter(
            p.where.country for p in self._page.places
            if p.where.place_id not in (None, place.where.place_id) and p.role != "dateline"
            and p.specificity > 1
        )  # fmt: skip
        countries = {
            p.where.country for p in self._page.places
            if p.specificity == 1 and p.where.place_id is not None
        }  # fmt: skip
        own = place.where.country
        told_of = {c for m in self._page.named if (c := m.country)} | countries
        if others[own] or (own in told_of and known is not None and self._is_written(place)):
            return False
        return any(n >= _FEW for n in others.values())

    def _is_another(self, place: PlaceMention, written: str) -> bool:
        """Whether a town across a border, told of too, has the name that this one has not."""
        told = {m.country for m in self._page.named} | {p.where.country for p in self._page.places}
        return not alike(written, place.where.name or "") and any(
            other.country != place.where.country and other.country in told
            and alike(written, other.name) for other in place.others
        )  # fmt: skip

    def _is_abroad(self, place: PlaceMention, told: Told) -> bool:
        """Whether the words before it put it in another country: "the Syrian border town of"."""
        lead = self._text[told.start : place.start] if told.start <= place.start else ""
        states = (self._page.actors.state(word) for word in lead.split() if word.istitle())
        codes = {e.actor_id.removeprefix("gov-").upper() for e in states if e is not None}
        return bool(codes) and place.where.country not in codes

    def _is_written(self, place: PlaceMention) -> bool:
        """Whether the gazetteer's name is the one written, or nearly."""
        return alike(self._text[place.start : place.end], place.where.name or "")

    # ---- who

    def _of_country(self, actor: Actor | None, country: str | None) -> Actor | None:
        """A side without a country or state that the words for it do not name.

        "Militants (Mali)" are of no country that the place does not lie in, a people's forces
        abroad not their state's, and a group that is merely "armed" is not of unknown gunmen.
        """
        if actor is None or actor is SOMEBODY:
            return None
        if actor.actor_id is None and _OWNING.search(actor.name):
            return None
        if actor.actor_id is None:
            actor = replace(actor, name=_DATED.sub("", actor.name))
        state = actor.actor_id or ""
        if country is None and state.startswith("gov-") and GENERIC_STATE.match(actor.text):
            known = state in {m.actor_id for m in self._page.named}
            return actor if known else Actor(plain(actor.text), None, actor.text)
        abroad = actor.actor_id != f"gov-{(country or '').lower()}"
        people = state.startswith("gov-") and _PEOPLE.match(actor.text)
        nameless = "unidentified" in actor.name and not _NAMELESS.search(actor.text)
        if (people and abroad) or nameless:
            return Actor(plain(actor.text), None, actor.text)
        if self._is_of_elsewhere(actor, country):
            return Actor(plain(actor.text), None, actor.text)
        found = _OWN_COUNTRY.match(actor.name)
        if found is None or country is None:
            return actor
        home = self._page.actors.by_id.get(f"gov-{country.lower()}")
        if home is None or home.name.removeprefix("Government of ") == found["country"]:
            return actor
        return Actor(found["kind"], actor.actor_id, actor.text)

    def _is_of_elsewhere(self, actor: Actor, country: str | None) -> bool:
        """Whether a group is one of a country that the text tells nothing of but by its name."""
        entry = self._page.actors.by_id.get(actor.actor_id or "")
        if entry is None or entry.country in (None, country):
            return False
        if (actor.actor_id or "").startswith("gov-"):
            return False
        told = {p.where.country for p in self._page.places if p.where.place_id is not None}
        told |= {m.country for m in self._page.named if m.actor_id != actor.actor_id}
        return entry.country not in told and (country is not None or bool(told - {None}))

    def is_told_beside(self, told: Told, speakers: Iterable[Speaker]) -> bool:
        """Whether a clause of the report's own tells it, beside what a speaker says."""
        return any(
            s.end <= told.start and _BESIDE.search(self._text[s.end : told.start]) for s in speakers
        )

    def _speaker_name(self, speaker: Speaker) -> str:
        """A speaker's name without words of time, and as written where it comes from a headline."""
        name, title = speaker.name, self._page.document.title_span
        if title is not None and not title.overlaps(speaker.start, speaker.end):
            first = self._text.find(name)
            again = self._text.find(name, title.end)
            if title.start <= first < title.end and again < 0 and len(name.split()) > _SHORT_NAME:
                name = plain(self._text[speaker.start : speaker.end]).removeprefix("the ")
        return _TIME_AT_START.sub("", _TIME_AT_END.sub("", _BY_MEANS.sub("", name)))

    def speakers(
        self, sentence: Sentence, told: Told, heard: Iterable[Speaker]
    ) -> tuple[Speaker, ...]:
        """Those who can speak: no dateline, no thing, nothing that a preposition leads in."""
        opening = self._page.opening(sentence)
        return tuple(
            replace(s, name=self._speaker_name(s)) for s in heard
            if not sentence.start <= s.start < opening
            and not (self._text[s.end : s.end + 1] == ":" and s.name.isupper())
            and not _LED_IN.match(s.name)
            and not self._text[s.end : s.end + 1].isalnum()
            and not (
                _OF_RANK.match(s.name)
                and _TELLING.search(self._text, max(0, s.start - _NEAR), s.start)
            )
            and not _BACKING.search(self._text, max(0, s.start - _NEAR), s.start)
            and not self.is_told_beside(told, (s,))
            and not (_HEAD_OF.sub("", s.name).lower().split()[-1] in _NO_SPEAKERS
                     and not _ISSUED.search(s.name))
        )  # fmt: skip


def _folded(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name.lower())
    return re.sub(r"[^\w\s]", " ", "".join(c for c in parts if not unicodedata.combining(c)))


def _has_more_words(written: str, place: Place) -> bool:
    """Whether a small place's name has words beyond the one written ("NAME Extension")."""
    wrote, named = set(_folded(written).split()), set(_folded(place.name).split())
    return place.population < _BIG and wrote < named and bool(named - wrote - _KINDS)


def _is_derived(written: str, place: Place) -> bool:
    """Whether a word written only begins as a place's name does ("Al-NAMEiya" is not NAME)."""
    name = _folded(place.name).split()
    return len(name) == 1 and any(
        word.startswith(name[0]) and len(word) - len(name[0]) >= _SUFFIX
        for word in _folded(written).split()
    )


def _is_rival(chosen: Place, other: Place) -> bool:
    """Whether another town of the name, not known to be far smaller, lies elsewhere there."""
    return (
        _folded(chosen.name) == _folded(other.name)
        and chosen.country == other.country
        and chosen.adm1 != other.adm1
        and (not other.population or other.population * _NEARLY_AS_BIG >= chosen.population)
    )
