"""Victims told without a number: "The mayor was shot dead", "killing Jane Doe and her brother".

One person where grammar says so: the subject of a passive or of "died", the object of a verb of
killing, the name after "the murder of". Those joined to them are of the same list.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bearwitness.claims.cues import CueSpan, weak_cues
from bearwitness.claims.group_model import AUXILIARIES, FUNCTION_WORDS, VERB_WORDS, Group
from bearwitness.claims.nouns_of import of_at
from bearwitness.claims.person_phrases import (
    ABBREVIATED_TITLES,
    NO_PERSONS,
    OWNERS,
    PersonPhrase,
    PhraseReader,
)
from bearwitness.claims.role_lists import Role
from bearwitness.claims.role_modality import is_hypothetical
from bearwitness.claims.role_words import DAYS, NEGATION, SAYING, TIME_WORDS, VERBS
from bearwitness.claims.single_persons import (
    OFFICES,
    noun_phrase,
    one_person,
    opening_subject,
    phrase_group,
    pronoun,
)
from bearwitness.text.tokens import Token

_SINGULAR_AUX = frozenset({"was", "is", "has", "being", "remains"})
_ADVERBIALS = frozenset(
    """on last night also later shot and morning late early then not [ ] , both brutally listed still
    now""".split()
)
_REMAIN = frozenset("remains remained remain".split())
_BE = frozenset("was were is are been being be".split())
_STOPS = frozenset(". ! ? :".split())
# After these a clause may begin.
_OPENERS = SAYING | frozenset(
    ", ; and that when where while as after because but which whose before since ] ) -- – —".split()
)
_BEFORE_PLACES = frozenset("to at in from near into".split())
_BETWEEN = frozenset("both all also too later themselves , on then".split())
_BESIDE = (("along", "with"), ("together", "with"), ("alongside",), ("as", "well", "as"))
# Verbs that take nobody but persons as their object.
_OF_PERSONS = frozenset(
    """killed killing murdered murdering assassinated assassinating slain slew slaying beheaded
    beheading decapitated decapitating lynched lynching slaughtered wounded wounding injured
    injuring pronounced declared""".split()
)


# These also befall things: "the bridge was blown up".
_OF_THINGS_TOO = frozenset(
    """blown blowing buried burying burned burnt burning set cut lost eliminated eliminating
    neutralized neutralised annihilated annihilating poisoned poisoning dismembered executed executing
    mutilated butchered hit struck""".split()
)
_AFTER_SHOT_DEAD: tuple[list[str], ...] = (
    ["by"], ["in"], ["outside"], ["near"], ["at"], ["."], [],
)  # fmt: skip
_NOBODY = frozenset("no any every each".split())
# Deeds that their victim may own: "the mayor's murder".
_DEEDS = frozenset("murder assassination killing slaying beheading lynching".split())
_OF_DEEDS = frozenset("brutal cowardly recent political vile treacherous".split())
_DETERMINED = frozenset("the a an his her their its other no".split())


@dataclass(frozen=True, slots=True)
class Counted:
    """The groups of one sentence in order, what befell them, and which are of one list."""

    groups: list[Group]
    roles: dict[int, Role]
    lists: tuple[tuple[int, ...], ...]


def with_unnumbered(
    tokens: Sequence[Token],
    cues: Sequence[CueSpan],
    groups: Sequence[Group],
    roles: dict[int, Role],
    told: str = "",
) -> Counted:
    """The groups and roles of a sentence, and the victims that it tells without a number.

    Args:
        tokens: of one sentence.
        cues: its outcome cues.
        groups: its counted groups.
        roles: what was decided on them.
        told: the document's text.
    """
    reader = _Victims(tokens, cues, groups, roles, told)
    for span in (*cues, *weak_cues(tokens, cues)):
        reader.read(span)
    return reader.counted()


class _Victims:
    """Finds the victims of each cue of one sentence."""

    def __init__(
        self,
        tokens: Sequence[Token],
        cues: Sequence[CueSpan],
        groups: Sequence[Group],
        roles: dict[int, Role],
        told: str,
    ) -> None:
        self.tokens = tokens
        self.words = [t.lower for t in tokens]
        self.groups = list(groups)
        self.roles = dict(roles)
        self.taken = {r.cue.first for r in roles.values() if r.cue is not None}
        cue_at = {i: c for c in cues for i in range(c.first, c.last)}
        self.phrases = PhraseReader(tokens, groups, cue_at, told)
        self.lists: list[list[int]] = []

    def counted(self) -> Counted:
        """All groups in the order of the sentence."""
        order = sorted(range(len(self.groups)), key=lambda n: (self.groups[n].first, n))
        place = {old: new for new, old in enumerate(order)}

        def moved(at: int | None) -> int | None:
            return place[at] if at is not None and at >= 0 else at

        roles = {
            place[n]: replace(r, parent=moved(r.parent), sibling=moved(r.sibling))
            for n, r in self.roles.items()
        }
        lists = tuple(tuple(sorted(place[n] for n in found)) for found in self.lists)
        return Counted([self.groups[n] for n in order], roles, lists)

    def read(self, span: CueSpan) -> None:
        """The victims of one cue."""
        cue = span.cue
        if cue.outcome not in ("killed", "injured", "casualties"):
            return
        if cue.form == "present" and span.first and self.words[span.first - 1] == "to":
            return  # "wanted to kill her"
        of = span.last < len(self.words) and self.words[span.last] == "of"
        determined = span.first > 0 and self.words[span.first - 1] in _DETERMINED
        owned = span.first > 0 and self.words[span.first - 1].endswith(("'s", "'", "’s", "’"))
        if determined and cue.form in ("gerund", "present", "verb") and not of:
            return  # "after the killing the army", "a wounded soldier"
        if cue.form in ("gerund", "present") and not of and not owned:
            self._take(span, self._objects(span))
        elif cue.form in ("noun", "gerund") and self.words[span.last - 1] != "of":
            self._take(span, self._of_noun(span) or self._owner(span))
        elif cue.form == "adjective" and cue.outcome == "killed":
            self._take(span, self._left_dead(span))
        elif cue.form in ("verb", "intransitive"):
            aux, stop, passive = self._auxiliary(span)
            shared = self._shared_passive(span) if cue.form == "verb" and not passive else -1
            if shared >= 0:
                self._read_subject(span, shared, shared)
            elif cue.form == "verb" and not passive:
                self._take(span, self._objects(span) or self._shot_by(span))
            else:
                self._read_subject(span, aux, stop)

    # --- "The mayor and his driver were killed" -----------------------------------------------

    def _read_subject(self, span: CueSpan, aux: int, stop: int) -> None:
        if aux < 0 and stop > 0 and self.words[stop - 1] == "and":
            aux = stop = self._shared_auxiliary(stop)
        if any(w in NEGATION for w in self.words[max(0, stop) : span.first]):
            return  # "a third clerk was not hurt"
        found = (
            self._subjects(span, aux, stop)
            or self._antecedents(span, aux, stop)
            or opening_subject(self.phrases, aux)
        )
        if found:
            self._forget_inside(span, found)
            self._take(span, found)
        elif span.first not in self.taken:
            single = self._near(span, aux, stop)
            if single is not None:
                self._add(single, span)
        self._take_beside(span)

    def _forget_inside(self, span: CueSpan, found: Sequence[PersonPhrase]) -> None:
        """What only qualifies one person is no victim of the same verb ("a man with two sons")."""
        for n, group in enumerate(self.groups):
            role = self.roles.get(n)
            if role is None or role.cue != span or role.parent is not None:
                continue
            if any(not p.counted and p.last <= group.first < p.end for p in found):
                del self.roles[n]
        self.taken = {r.cue.first for r in self.roles.values() if r.cue is not None}

    def _shared_auxiliary(self, stop: int) -> int:
        """Reads "he was shot and died": the auxiliary before the verb that "and" joins to."""
        for i in range(stop - 2, max(-1, stop - 24), -1):
            if self.words[i] in _STOPS or self.words[i] == ";":
                break
            if self.words[i] in ("was", "were"):
                return i
        return stop

    def _left_dead(self, span: CueSpan) -> list[PersonPhrase]:
        """Reads "left the owner dead": those between the two words."""
        for i in range(span.first - 1, max(-1, span.first - 14), -1):
            if self.words[i] in _STOPS or self.words[i] == ";":
                break
            if self.words[i] in ("left", "leaving", "leaves"):
                found, end = self.phrases.persons(i + 1, span.first)
                return found if end == span.first else []
        return []

    def _shot_by(self, span: CueSpan) -> list[PersonPhrase]:
        """Reads "Cleric Jane Doe shot dead by gunmen": the sentence opens with one person."""
        if self.words[span.last : span.last + 1] not in _AFTER_SHOT_DEAD:
            return []
        start = max((k + 1 for k in range(span.first) if not self.tokens[k].is_word), default=0)
        found, end = self.phrases.persons(start, span.first)
        return found if found and found[0].named and end == span.first else []

    def _shared_passive(self, span: CueSpan) -> int:
        """Reads "was dragged from a bus and slaughtered": the auxiliary of both, or -1."""
        at = span.first - 1
        while at > 0 and (self.words[at].endswith("ly") or self.words[at] in ("later", "then")):
            at -= 1
        if at < 1 or self.words[at] != "and" or self._takes_object(span.last):
            return -1
        for i in range(at - 1, max(-1, at - 14), -1):
            if self.words[i] in _STOPS or self.words[i] in (";", ",", "who", "which"):
                break
            if self.words[i] in ("was", "were"):
                return i if self.words[i + 1].endswith(("ed", "en", "shot", "hit", "led")) else -1
        return -1

    def _takes_object(self, i: int) -> bool:
        """Whether somebody follows a verb, so that it is active."""
        word = self.words[i] if i < len(self.words) else "."
        return word in _DETERMINED | {"him", "them", "a", "an"} or any(
            g.first == i for g in self.groups
        )

    def _antecedents(self, span: CueSpan, aux: int, stop: int) -> list[PersonPhrase]:
        """Reads "…of Jane Doe, who was killed": those whom "who" leads back to."""
        one = bool({"his", "her"} & set(self.words[span.first : span.last]))
        if aux < 0 and one and self.words[stop - 1] == "who":
            aux = stop  # "the citizen who lost his life"
        if aux < 1 or self.words[aux - 1] not in ("who", "that"):
            return []
        who = aux - 1
        several = not one and self.words[aux] not in _SINGULAR_AUX | {"had"}
        for i in range(max(0, who - 25), who):
            before = self.words[i - 1] if i else "."
            if self.tokens[max(0, i - 1)].is_word and i and before not in FUNCTION_WORDS and (
                before not in SAYING and before not in VERB_WORDS and before not in VERBS
            ):  # fmt: skip
                continue
            found, end = self.phrases.persons(i, who)
            if (
                not found
                or not self._reaches(found, end, who)
                or not all(p.counted or p.named or p.titled for p in found)
            ):
                continue
            if several == (len(found) == 1 and not found[0].counted):
                continue
            return found
        return []

    def _auxiliary(self, span: CueSpan) -> tuple[int, int, bool]:
        """The first auxiliary before the cue (-1: none), where it starts, and if it is passive."""
        aux, passive = -1, False
        i = span.first - 1
        while i >= 0 and span.first - i < 14:
            word = self.words[i]
            if word == "may" and (word := self._after_month(i)) != "may":
                pass
            elif word in AUXILIARIES or word in _REMAIN:
                aux = i
                passive = passive or word in _BE
            elif (aux >= 0 and word not in ("not", "also") and not word.endswith("ly")) or not (
                word.endswith("ly")
                or word in DAYS
                or word in TIME_WORDS
                or word[0].isdigit()
                or word in _ADVERBIALS
            ):
                break
            i -= 1
        return aux, aux if aux >= 0 else i + 1, passive

    def _after_month(self, i: int) -> str:
        """The word "may" at i, or "month" where a day stands beside it."""
        beside = (self.words[i - 1][:1], self.words[i + 1][:1])
        return "month" if any(c.isdigit() for c in beside) else "may"

    def _subjects(self, span: CueSpan, aux: int, stop: int) -> list[PersonPhrase]:
        """The persons that make up the subject, where they reach the verb."""
        if any(w in ("would", "could", "might") for w in self.words[stop : span.first]):
            return []
        if aux >= 0 and self.words[aux] == "being":
            return []
        neutral = {"had", "be", "been", "remained"}
        several = aux >= 0 and self.words[aux] not in _SINGULAR_AUX | neutral
        start = stop
        while start > 0 and stop - start < 60 and (
            self.words[start - 1] not in _STOPS
            or (start > 1 and self.words[start - 2] in ABBREVIATED_TITLES)
        ):  # fmt: skip
            start -= 1
        for i in range(start, stop):
            if i > start and self.words[i - 1] not in _OPENERS:
                continue
            found, end = self.phrases.persons(i, stop)
            if not found or not self._reaches(found, end, stop):
                continue
            if several and len(found) == 1 and not found[0].counted:
                continue
            if aux >= 0 and not several:
                found = [found[0], *(p for p in found[1:] if self._is_another(found[0], p))]
            if (aux < 0 or self._is_of_things_too(span)) and not (
                found[0].counted or found[0].named or found[0].titled
            ):
                continue
            return found
        return []

    def _reaches(self, found: Sequence[PersonPhrase], end: int, stop: int) -> bool:
        """Whether nothing but adverbs or an aside between commas parts subject and verb."""
        gap = self.words[end:stop]
        if not gap or all(w in _BETWEEN or w in TIME_WORDS for w in gap):
            return True
        each = gap[1:3] == ["both", "of"] or gap[1:3] == ["all", "of"] or gap[1:2] == ["who"]
        aside = gap[0] == "," == gap[-1] and len(gap) > 2 and (len(found) == 1 or each)
        known = found[0].named or found[0].titled
        return aside and known and not any(w in SAYING or w in _STOPS for w in gap)

    def _is_of_things_too(self, span: CueSpan) -> bool:
        return self.words[span.first] in _OF_THINGS_TOO

    def _is_another(self, first: PersonPhrase, other: PersonPhrase) -> bool:
        """Whether a singular verb still tells of two: "the leader and his guard was shot"."""
        if other.counted or other.opener in OWNERS:
            return True
        return first.named and other.named and not self.phrases.capitals

    def _near(self, span: CueSpan, aux: int, stop: int) -> Group | None:
        """The pronoun or the noun phrase right before the verb, as one person."""
        end = stop - 1
        while end >= 0 and not self.tokens[end].is_word:
            end -= 1
        if end < 0:
            return None
        if aux >= 0 and self.words[aux] not in _SINGULAR_AUX:
            return None
        if self.words[end] in ("he", "she") and span.cue.outcome == "killed":
            return pronoun(self.tokens, end, span.first)
        opens = self.words[0] in ("he", "she") and self.words[end] == "and"
        if opens and span.cue.outcome == "killed" and aux == end + 1:
            return one_person(self.tokens, 0, 1)  # "He was shot and was pronounced dead"
        spans = [(g.first, g.last) for n, g in enumerate(self.groups) if self._stands(n)]
        if self.phrases.capitals:
            return self._unread_subject(span, aux, end, spans)
        near = noun_phrase(self.tokens, end, spans)
        if near is not None and near.first and self.words[near.first - 1] in _NOBODY:
            return None  # "by luck no person died"
        if near is not None and aux < 0 and near.first and (
            self.words[near.first - 1] in _BEFORE_PLACES
            or (self.words[near.first - 1] == "the" and "named" in near.attributes)
        ):  # fmt: skip
            return None  # "taken to X Medical Center in critical condition"
        return near

    def _unread_subject(
        self, span: CueSpan, aux: int, end: int, spans: Sequence[tuple[int, int]]
    ) -> Group | None:
        """In text without capitals as a guide, a long subject of "was killed" is one person."""
        if aux < 0 or self.words[aux] not in ("was", "is", "has"):
            return None
        if span.cue.outcome != "killed" or any(a <= end < b for a, b in spans):
            return None
        if self._is_of_things_too(span):
            return None
        if self.words[end] in NO_PERSONS or self.words[end] in FUNCTION_WORDS:
            return None
        return one_person(self.tokens, aux, span.last)

    def _stands(self, n: int) -> bool:
        return self.groups[n].certain or n in self.roles

    # --- "killed the mayor and his driver" ----------------------------------------------------

    def _objects(self, span: CueSpan) -> list[PersonPhrase]:
        """The persons that a verb of killing takes as its object."""
        i = span.last
        if i < len(self.words) and self.words[i] == "<":
            i = next((k + 1 for k in range(i, len(self.words)) if self.words[k] == ">"), i)
        word = self.words[i] if i < len(self.words) else ""
        theirs = "their" in self.words[span.first : span.last]  # "slit their throats"
        if theirs or (word == "them" and self._ends_phrase(i + 1)):
            return self._those_before(span)
        if word in ("him", "her") and self._ends_phrase(i + 1):
            single = PersonPhrase(i, i + 1, i + 1, opener="the")
            after, joined = self.phrases.joint(i + 1, len(self.words))
            more = self.phrases.persons(after, len(self.words))[0] if after > i + 1 else []
            more = more if joined or len(more) > 1 else []
            return [single, *self._closed(more)]
        found = self._closed(self.phrases.persons(i, len(self.words))[0])
        if not found or not self._may_be_object(span, found[0]):
            return []
        return found

    def _those_before(self, span: CueSpan) -> list[PersonPhrase]:
        """Reads "seized five men and killed them": the nearest people told of before."""
        for n in range(len(self.groups) - 1, -1, -1):
            group, role = self.groups[n], self.roles.get(n)
            if group.last > span.first or group.singular or not group.certain:
                continue
            free = role is None or role.outcome in ("detained", "missing", "displaced")
            if not free or self.words[group.first - 1] == "by":
                return []
            self.roles.pop(n, None)
            return [PersonPhrase(group.first, group.last, group.last, n, counted=True)]
        for i in range(span.first - 2, -1, -1):
            if self.words[i] in _STOPS:
                break
            found, end = self.phrases.persons(i, span.first)
            if len(found) > 1 and end < span.first and all(p.named or p.titled for p in found):
                return found
        return []

    def _ends_phrase(self, i: int) -> bool:
        if i >= len(self.words) or not self.tokens[i].is_word or self.words[i] == "dead":
            return True
        return self.words[i] in FUNCTION_WORDS or self.words[i] in DAYS

    def _may_be_object(self, span: CueSpan, first: PersonPhrase) -> bool:
        if first.counted or first.titled:
            return True
        if self._is_of_things_too(span):
            return False
        if first.named and span.cue.outcome != "casualties":
            return True
        verb = span.last - span.first > 1 or self.words[span.first] in _OF_PERSONS
        return verb and bool(first.opener) and span.cue.form != "present"

    def _closed(self, found: list[PersonPhrase]) -> list[PersonPhrase]:
        """The persons, without a last one that speaks or is the subject of another verb."""
        while found:
            end = found[-1].end
            after = self.words[end] if end < len(self.words) else ""
            if after == "," and end + 1 < len(self.words) and len(found) > 1:
                after = self.words[end + 1]
            at = end if self.words[end : end + 1] == [after] else end + 1
            if self.words[at + 1 : at + 2] == ["by"]:
                break  # "in a bombing claimed by rebels"
            speaks = after in SAYING or after == "told"
            starts = speaks or after in AUXILIARIES or after in VERBS or after in VERB_WORDS
            if not starts and not (len(found) > 1 and self._is_harmed_apart(found[-1])):
                break
            alone = self.words[found[-1].first - 1] in (",", ";")
            found = found[:-1]
            if speaks and not alone and len(found) > 1:
                found = found[:-1]
        return found

    def _is_harmed_apart(self, last: PersonPhrase) -> bool:
        """Whether a verb of another outcome follows: "killing a clerk and a guard wounded"."""
        return last.end in self.phrases.cue_at

    def _of_noun(self, span: CueSpan) -> list[PersonPhrase]:
        """Reads "the murder (on 3 May) of Judge Jane Doe and her driver"."""
        of = of_at(self.words, span.last)
        if of is None:
            return []
        found = self.phrases.persons(of + 1, len(self.words))[0]
        found = [*found[:1], *self._closed(found)[1:]]
        out: list[PersonPhrase] = []
        for person in found:
            lone = person.last - person.first == 1 and not person.opener
            if not (person.counted or person.titled or (person.named and not lone)):
                break
            out.append(person)
        return out

    def _owner(self, span: CueSpan) -> list[PersonPhrase]:
        """Reads "the mayor's murder", "Judge Jane Doe's assassination"."""
        if self.words[span.last - 1] not in _DEEDS or not self._stands_alone(span.last):
            return []
        last = span.first
        while last > 0 and self.words[last - 1] in _OF_DEEDS:
            last -= 1
        found = self.phrases.owner(last)
        if found is None or is_hypothetical(self.words, found.first):
            return []
        return [found]

    def _stands_alone(self, i: int) -> bool:
        """Whether a noun of violence ends before token i: no "murder trial"."""
        word = self.words[i] if i < len(self.words) else "."
        return self._ends_phrase(i) or word in AUXILIARIES | TIME_WORDS | SAYING

    def _take_beside(self, span: CueSpan) -> None:
        """Reads "was killed in the raid along with two guards": they are of the same list."""
        mine = [n for n, r in self.roles.items() if r.cue == span and r.parent is None]
        if not mine or span.cue.outcome == "casualties":
            return
        for i in range(span.last, min(len(self.words), span.last + 14)):
            if self.words[i] in (";", ".", ":") or self.words[i] in AUXILIARIES:
                return
            for words in _BESIDE:
                if tuple(self.words[i : i + len(words)]) == words:
                    found = self._closed(self.phrases.persons(i + len(words), len(self.words))[0])
                    self._take(span, found, mine)
                    return

    # --- what was found -----------------------------------------------------------------------

    def _take(
        self, span: CueSpan, found: Sequence[PersonPhrase], beside: Sequence[int] = ()
    ) -> None:
        """Add the persons as groups of the cue; several make a list."""
        known = span.first in self.taken
        if known and not beside and not any(self._is_of(p, span) for p in found):
            return
        members = list(beside)
        for phrase in found:
            strict = (known and phrase.first != span.last) or bool(beside)
            at = self._group_of(phrase, span, strict)
            if at is not None and at not in members:
                members.append(at)
        if len(members) > 1 and any(self.groups[n].quantity.high == 1 for n in members):
            self.lists.append(members)

    def _is_of(self, phrase: PersonPhrase, span: CueSpan) -> bool:
        """Whether what stands in the phrase was read as the cue's already."""
        role = self.roles.get(phrase.group) if phrase.group is not None else None
        return role is not None and role.cue == span and role.parent is None

    def _group_of(self, phrase: PersonPhrase, span: CueSpan, strict: bool) -> int | None:
        """Index of the group that a phrase is, made where there is none yet."""
        at = phrase.group
        if at is not None and at in self.roles:
            role = self.roles[at]
            overtaken = role.outcome in ("casualties", "injured") and self.groups[at].singular
            overtaken = overtaken or role.outcome in ("detained", "missing")
            if span.cue.outcome == "killed" and overtaken and role.parent is None and (
                role.cue != span
            ):  # fmt: skip
                self.roles[at] = role = replace(role, outcome="killed", cue=span)
            mine = role.outcome == span.cue.outcome and role.parent is None
            return at if mine and not role.negated else None
        role = Role(span.cue.outcome, "unnumbered", span, strength=0.5)
        if at is not None:
            if not phrase.counted and not self._is_new(phrase, strict):
                return None
            rule = "coordinated" if phrase.counted else "unnumbered"
            self.roles[at] = replace(role, rule=rule)
            return at
        if not self._is_new(phrase, strict):
            return None
        return self._add(phrase_group(self.tokens, phrase), span)

    def _is_new(self, phrase: PersonPhrase, strict: bool) -> bool:
        """Whether no group stands there yet; beside numbers only known persons are added."""
        known = phrase.named or phrase.titled or phrase.opener in OWNERS
        if strict and not known and self.words[phrase.last - 1] not in OFFICES:
            return False
        return not any(
            g.first < phrase.last and phrase.first < g.last and n != phrase.group
            for n, g in enumerate(self.groups)
            if self._stands(n)
        )

    def _add(self, group: Group, span: CueSpan) -> int:
        self.groups.append(group)
        at = len(self.groups) - 1
        self.roles[at] = Role(span.cue.outcome, "unnumbered", span, strength=0.5)
        return at
