"""Which outcome befell a counted group: rules over the words around it, no parse.

Each rule looks for a cue (lexicon.CUES) in one relation to the group: the group is the object
of an active verb, the subject of a passive or intransitive one, stands after a death noun or a
toll, or joins another group by a list or by "including".
"""

from __future__ import annotations

from dataclasses import replace

from bearwitness.claims.cues import CueSpan
from bearwitness.claims.group_model import AUXILIARIES, FUNCTION_WORDS, Group
from bearwitness.claims.lexicon import CUES, PERSON_NOUNS, Cue
from bearwitness.claims.nouns_of import of_at
from bearwitness.claims.role_lists import ListRoles, Role, told_by_verb
from bearwitness.claims.role_modality import (
    is_hypothetical,
    is_looked_back_on,
    is_negated,
    is_passive_at,
    only_adverbs,
)
from bearwitness.claims.role_verbs import did_not_shoot, forced_out, killed_after, lost_or_seized
from bearwitness.claims.role_words import (
    ABBREVIATED,
    ADVERBS,
    AFTER_REDUCED,
    AFTER_SHOT,
    AMONG_THEM,
    ASIDE_OPENERS,
    DAYS,
    DETERMINERS,
    DOUBTS,
    GAP_OPENERS,
    HYPOTHETICAL,
    IN_VERB_GROUPS,
    INCLUSION,
    LINK,
    NEGATION,
    SAYING,
    SUBJECT_BREAKS,
    TIME_WORDS,
    WEAK_CUES,
)
from bearwitness.model.claim import Outcome

_OF_REACH = 8
_TIMES = frozenset("day days hour hours minute minutes night week weeks month months".split())
_OTHER_SUBJECTS = frozenset("they he she we it i you".split())


class SentenceRoles(ListRoles):
    """Decides the outcome of every group of one sentence."""

    def decide(self) -> dict[int, Role]:
        """Group index to its role; groups that nothing befell are absent."""
        for n in range(len(self.groups)):
            role = self._decide(n)
            if role is not None and (
                self.groups[n].certain
                or self._is_adjacent(n, role)
                or (role.rule == "coordinated" and not self.groups[n].definite)
                or self.groups[n].partitive
                or (n - 1 in self.roles and self._is_close(n) and not self.groups[n].definite)
            ):
                self.roles[n] = role
        self._lists_backward()
        return self.roles

    # --- one group -----------------------------------------------------------------------

    def _decide(self, n: int) -> Role | None:
        group = self.groups[n]
        if group.outcome is not None:
            return self._head(n, group)
        if self._is_cited(group):
            return None
        if group.singular and self.words[max(0, group.first - 2) : group.first - 1] == [","] and (
            self._word(group.first - 1) in DOUBTS
        ):  # fmt: skip
            return None  # "another man, likely a fighter"
        tells = group.singular and self._speaks(group)  # "…, residents and a militia told us"
        included = None if tells else self._inclusion(n)
        if forced := forced_out(self.words, group) or lost_or_seized(self.words, group):
            return forced
        if included is None and n > 0 and self.words[group.last : group.last + 2] in AMONG_THEM:
            included = n - 1
        shot = self._shot_beside(group) if did_not_shoot(self.words, group, self.group_at) else None
        right = shot or self._right(n)
        if right is not None and "if" in self.words[max(0, group.first - 2) : group.first]:
            right = replace(right, hypothetical=True)  # "if the boy dies"
        if right is not None and right.outcome != "killed" and (
            self._word(group.first - 1) == "of"
            and self._word(group.first - 2) in ("body", "bodies", "corpse", "corpses", "remains")
        ):  # fmt: skip
            right = None  # "the body of a man was found with gunshot wounds"
        if (
            right is not None
            and right.strength >= 0.9
            and not told_by_verb(
                self._left(n), right, group, parted=self._word(group.first - 1) in LINK
            )
            and not (
                included is not None
                and right.cue is not None
                and self._leaves_aside(group.last, right.cue.first)
            )
        ):
            return self._with_parent(right, included)
        left = self._left(n)
        if told_by_verb(left, right, group, parted=self._word(group.first - 1) in LINK):
            right = None
        if left is not None and (right is None or left.strength >= right.strength):
            return self._with_parent(left, included)
        if included is None and n > 0 and self._predicated_of(n):
            included = n - 1
        if included is not None:
            parent = self.roles.get(included)
            if right is not None and right.cue is not None and parent is not None:
                between = self.words[group.last : right.cue.first]
                if "," in between or any(
                    i in self.group_at for i in range(group.last, right.cue.first)
                ):
                    right = None
            outcome = right.outcome if right else (parent.outcome if parent else None)
            if outcome is not None:
                return Role(
                    outcome,
                    "included",
                    right.cue if right else None,
                    parent=included,
                    negated=parent.negated if parent else False,
                )
        if right is not None:
            return right
        joined = self._coordinated(n)
        if (
            joined is None
            and group.head == "victims"
            and not group.singular
            and self._word(group.first - 1)
            not in ("help", "helped", "aid", "assist", "treat", "treated")
        ):
            return Role("killed", "victims", strength=0.5)
        return joined

    def _leaves_aside(self, first: int, last: int) -> bool:
        """Whether a comma closes the aside between two points."""
        return "," in self.words[first:last]

    def _is_adjacent(self, n: int, role: Role) -> bool:
        """Whether the cue that decided stands next to the group."""
        group = self.groups[n]
        if role.cue is None:
            return group.head == "own"
        if role.cue.last <= group.first:
            return group.first - role.cue.last <= 1
        gap = self.words[group.last : role.cue.first]
        if gap[:1] in (["of"], ["from"]) and not group.singular and len(gap) <= _OF_REACH:
            body = gap[1:]
            while body and (body[-1] in AUXILIARIES or body[-1] in ADVERBS):
                body = body[:-1]
            return len(body) < len(gap) - 1 and not any(w in LINK or w in AUXILIARIES for w in body)
        return len(gap) <= 3 and all(w in AUXILIARIES or w in ADVERBS for w in gap)

    def _head(self, n: int, group: Group) -> Role:
        included = self._inclusion(n)
        window = self.words[max(0, group.first - 4) : group.first]
        hypothetical = any(w in HYPOTHETICAL - {"may", "order", "ordered", "can"} for w in window)
        outcome = group.outcome or "killed"
        if group.partitive and outcome == "injured":
            # "two of the wounded had died"
            later = self._right(n)
            if later is not None and later.outcome == "killed":
                return later
        if included is not None and self.roles[included].outcome != outcome:
            included = None
        if group.head in ("missing",) and self._word(group.last) == "persons":
            outcome = "missing"
        return Role(outcome, "head", None, parent=included, hypothetical=hypothetical)

    def _with_parent(self, role: Role, parent: int | None) -> Role:
        if parent is None or self.roles.get(parent) is None:
            return role
        if self.roles[parent].outcome != role.outcome:
            return role
        return Role(
            role.outcome, role.rule + "+included", role.cue, parent, None, role.negated,
            role.hypothetical, role.strength,
        )  # fmt: skip

    # --- "12 people were killed" ------------------------------------------------------------

    def _right(self, n: int) -> Role | None:
        group = self.groups[n]
        i = group.last
        relative = False
        passed_group = False
        in_aside = False
        steps = 0
        while i < len(self.words) and steps < 32:
            word = self.words[i]
            steps += 1
            if word in SUBJECT_BREAKS:
                return None
            if word in ("who", "that", "which", "whom"):
                if word == "that" and self._word(group.first - 1) in ("told", "tells", "tell"):
                    return None
                relative = True
                i += 1
                continue
            if word in _OTHER_SUBJECTS or self._leaves_others(i):
                return None
            if word in SAYING and not relative and not in_aside:
                return None
            if (
                word == "and"
                and i == group.last
                and i + 1 in self.cue_at
                and (self.cue_at[i + 1].cue.form in ("verb", "intransitive", "gerund", "present"))
            ):
                return None
            if word == ",":
                opener = self._word(i + 1)
                if opener in ("while", "whereas", "but") and not relative:
                    return None
                if i + 1 in self.group_at and (
                    self.words[max(0, group.first - 2) : group.first] == ["of", "the"]
                ):
                    return self._shot_beside(group)  # "of the three shot, two died"
                if in_aside:
                    in_aside = False
                elif opener in INCLUSION or opener in ASIDE_OPENERS:
                    in_aside = True
                elif i + 1 in self.group_at or opener in ("and",):
                    passed_group = True
                elif not in_aside and steps > 1 and not relative:
                    # an apposition may close again; go on a little
                    in_aside = True
                i += 1
                continue
            if word == "be" and self._word(i - 1) == "to":
                i += 1
                continue
            if word in AUXILIARIES and not (word == "is" and self.tokens[i].text == "IS"):
                role = self._verb_group(i, group)
                if role is not None:
                    return role
                if not relative and not in_aside:
                    return None
                relative = False
                i += 1
                continue
            span = self.cue_at.get(i)
            if span is not None and span.first == i:
                role = self._reduced(span, group, n, steps, passed_group)
                if role is not None:
                    return role
                if span.cue.form in ("gerund", "present") or (
                    span.cue.form == "verb" and not in_aside
                ):
                    return None
                i = span.last
                continue
            if i in self.group_at and self.group_at[i] != n:
                # pass over a coordinated group: "12 civilians and three soldiers were killed"
                gap = self.words[group.last : i]
                if (
                    not in_aside
                    and not relative
                    and not passed_group
                    and gap
                    and (gap[0] not in GAP_OPENERS)
                ):
                    return None
                if self._is_object(n):
                    return None  # "killed 600 people and 3,000 have fled"
                passed_group = True
                i = self.groups[self.group_at[i]].last
                continue
            i += 1
        return self._shot_beside(group)

    def _is_object(self, n: int) -> bool:
        """Whether a verb of harm stands right before a group, or before those it is joined to."""
        gap = self.words[self.groups[n - 1].last : self.groups[n].first] if n else []
        before = self.roles.get(n - 1)
        if before is not None and gap in (["and"], [","], [",", "and"]):
            return before.rule == "object"
        role = self._left(n)
        if role is None or role.cue is None:
            return False
        of = role.rule == "noun_of" and self.groups[n].first - role.cue.last == 1
        return of or (role.rule == "object" and self._is_adjacent(n, role))

    def _shot_beside(self, group: Group) -> Role | None:
        """Reads "five people shot at a party": harm beside the group, whose outcome stays open."""
        at = group.last
        if self._word(at) not in WEAK_CUES or group.is_bare or self._word(group.first - 1) == "by":
            return None
        after = self._word(at + 1)
        if after not in AFTER_SHOT and after not in TIME_WORDS:
            return None
        return Role(
            "casualties", "shot", CueSpan(at, at + 1, Cue("casualties", "verb")), strength=0.6
        )

    def _verb_group(self, at: int, group: Group) -> Role | None:
        """An auxiliary at `at`: the outcome its verb tells, else None."""
        whole = self.cue_at.get(at)
        if (
            whole is not None
            and whole.first == at
            and whole.cue.form == "intransitive"
            and (at == group.last or self.words[at] in ("have", "had"))
        ):
            return Role(whole.cue.outcome, "intransitive", whole, strength=0.95)
        negated = self.words[at] in NEGATION
        hypothetical = self.words[at] in ("could", "might", "may", "would", "will", "should", "can")
        weak: CueSpan | None = None
        i = at + 1
        while i < len(self.words) and i < at + 9:
            word = self.words[i]
            if word == "not" and self._word(i + 1) == "survive":
                return Role("killed", "intransitive", None, strength=0.95)
            if word in NEGATION:
                negated = True
            span = self.cue_at.get(i)
            if span is not None and span.first == i:
                form = span.cue.form
                if form in ("verb", "intransitive", "adjective"):
                    if form == "verb" and self._takes_object(span) and not self._passive(at, i):
                        return None
                    last = span
                    if form == "verb" and not negated:
                        last = killed_after(self.words, self.cue_at, self.group_at, span)
                    return Role(
                        last.cue.outcome, "passive", span, negated=negated,
                        hypothetical=hypothetical and self._word(at + 1) != "have",
                        strength=0.95,
                    )  # fmt: skip
                if form == "present" and hypothetical:
                    return None
                if form == "noun" or form == "gerund":
                    return None
                return None
            if word in WEAK_CUES and weak is None:
                weak = CueSpan(i, i + 1, Cue("casualties", "verb"))
            elif weak is not None and word not in ("and", "then", "later"):
                break
            if i in self.group_at:
                return None
            if word == "among" and any(
                w in ("dead", "killed", "victims", "deaths", "fatalities", "casualties", "injured",
                      "wounded")
                for w in self.words[i : i + 4]
            ):  # fmt: skip
                follow = self.words[i : i + 4]
                outcome: Outcome = "killed"
                if "injured" in follow or "wounded" in follow:
                    outcome = "injured"
                return Role(outcome, "among", None, parent=-1, strength=0.95)
            if (
                word not in AUXILIARIES
                and word not in ADVERBS
                and word not in NEGATION
                and (
                    not word.endswith("ly")
                    and word not in TIME_WORDS
                    and not (weak is not None and word in ("and", "then"))
                    and not (word.endswith(("ed", "id")) and self._word(i + 1) == "and")
                    and not (word == "and" and self._word(i - 1).endswith(("ed", "id")))
                    and word not in IN_VERB_GROUPS
                )
            ):
                return self._later_participle(at, i) if weak is None and not negated else None
            i += 1
        if weak is not None and not negated and not hypothetical:
            last = killed_after(self.words, self.cue_at, self.group_at, weak)
            return Role(last.cue.outcome, "shot", weak, strength=0.9)
        return None

    def _later_participle(self, aux: int, start: int) -> Role | None:
        """Reads "were dragged from a bus and shot dead": what the second participle tells."""
        if not self._passive(aux, start) or not self.words[start].endswith(("ed", "en")):
            return None
        for i in range(start, min(len(self.words), start + 9)):
            word = self.words[i]
            if word in SUBJECT_BREAKS or word in (",", "by", "who", "which") or (
                i in self.group_at and self.groups[self.group_at[i]].certain
            ):  # fmt: skip
                return None
            span = self.cue_at.get(i + 1) if word == "and" else None
            if span is not None and span.cue.form == "verb" and not self._takes_object(span):
                return Role(span.cue.outcome, "passive", span, strength=0.9)
        return None

    def _passive(self, aux: int, verb: int) -> bool:
        be = {"was", "were", "been", "being", "be", "is", "are", "get", "got", "gets", "getting"}
        return any(self.words[i] in be for i in range(aux, verb))

    def _takes_object(self, span: CueSpan) -> bool:
        """Whether an object follows the verb, so that it is active."""
        i = span.last
        if self._word(i) == "and" and self._word(i + 1) in CUES:
            i += 2  # "killed and beheaded a man"
        if self.words[i : i + 3] == ["as", "many", "as"]:
            i += 3
        while self._word(i) in ("at", "least", "some", "about", "around", "nearly", "more", "than",
                                "up", "to", "over", "all"):  # fmt: skip
            i += 1
        if i in self.group_at:
            return True
        word = self._word(i)
        if word in ("a", "the", "some") and any(w in _TIMES for w in self.words[i + 1 : i + 4]):
            return False  # "wounded a few hours later"
        if word in ("him", "her", "them", "himself", "herself", "themselves", "the", "his", "their",
                    "its", "a", "an"):  # fmt: skip
            return True
        return bool(
            i < len(self.tokens)
            and self.tokens[i].is_capitalised
            and self.tokens[i].is_word
            and word not in PERSON_NOUNS
            and word not in FUNCTION_WORDS | TIME_WORDS | DAYS
        ) or (word in PERSON_NOUNS)

    def _reduced(
        self, span: CueSpan, group: Group, n: int, steps: int, passed_group: bool
    ) -> Role | None:
        """A cue without auxiliary to the right: "12 killed", "12 people died"."""
        form = span.cue.form
        distance = span.first - group.last
        if (
            form == "intransitive"
            and span.cue.outcome == "displaced"
            and (group.singular or group.status == "combatant" or group.head in ("suspects", "men"))
        ):
            return None
        if form == "intransitive":
            return Role(span.cue.outcome, "intransitive", span, strength=0.95)
        if form == "adjective":
            left = self.words[max(0, group.first - 4) : group.first]
            if distance <= 8 and any(w in ("left", "leaving", "leaves") for w in left):
                return Role(span.cue.outcome, "adjective", span, strength=0.95)
            if distance <= 2 or passed_group or only_adverbs(self.words, group.last, span.first):
                return Role(span.cue.outcome, "adjective", span, strength=0.95)
            return None
        if form == "verb":
            if self._takes_object(span) or self._word(span.first - 1) in ("the", "these", "those"):
                return None
            close = distance == 0 or only_adverbs(self.words, group.last, span.first)
            if close:
                return Role(span.cue.outcome, "reduced", span, strength=0.95)
            if self._word(span.last) in AFTER_REDUCED:
                return Role(span.cue.outcome, "reduced_far", span, strength=0.6)
            return None
        after = self._word(span.last)
        if self.words[span.first] == "remains" and after not in ("were", "of", "have"):
            return None  # "the girl remains hospitalised"
        if form == "noun" and span.cue.outcome == "killed" and distance <= 1:
            apart = self._word(group.last) in ("with", "in", "over")  # "charged a man with murder"
            apart = apart or after in ("bag", "bags", "armour", "armor")  # "300 body bags"
            return None if apart else Role("killed", "noun_right", span, strength=0.9)
        return None

    # --- "killed 12 people" -----------------------------------------------------------------

    def _left(self, n: int) -> Role | None:
        group = self.groups[n]
        changed = self._changed_from(n)
        if changed is not None:
            return changed
        if group.singular and self._speaks(group):
            return None
        i = group.first - 1
        steps = 0
        clean = True
        listing = False
        while i >= 0 and steps < 26:
            word = self.words[i]
            if word == "." and self._word(i - 1) in ABBREVIATED:
                i, steps = i - 1, steps + 1
                continue  # "the dead of the Oct. 3 attack"
            if word in SUBJECT_BREAKS and not (word == ":" and steps == 0):
                return None
            span = self.cue_at.get(i)
            if span is not None and span.last - 1 == i:
                return self._object_of(span, n, clean, listing, steps)
            if i in self.group_at:
                other = self.group_at[i]
                # only a list joins them
                if not self._joined(other, n):
                    return None
                listing = True
                i = self.groups[other].first - 1
                steps += 1
                continue
            if word in ("by",) and steps < 3:
                return None
            if (
                (word in WEAK_CUES or (word == "shooting" and steps == 0))
                and self._word(i + 1) != "at"
                and (group.certain or group.head in PERSON_NOUNS)
                and steps < 5
                and clean
                and not is_passive_at(self.words, i)
            ):
                return Role(
                    "casualties", "shot_object", CueSpan(i, i + 1, Cue("casualties", "verb")),
                    strength=0.8,
                )  # fmt: skip
            if word in ("left", "leaving", "leaves", "took", "taking"):
                return None  # "killed 300 and left two million in need"
            if word in ("who", "which", "when", "where", "because"):
                clean = False
            if word in ("and", ",", "&"):
                listing = True
            elif (
                word in ("up", "many", "least", "to", "of", "as", "at")
                or word in DETERMINERS
                or word in ADVERBS
            ):
                pass
            elif not listing:
                clean = clean and steps < 2 and word not in ("in", "with", "after", "during", "for")
            i -= 1
            steps += 1
        return None

    def _object_of(
        self, span: CueSpan, n: int, clean: bool, listing: bool, steps: int
    ) -> Role | None:
        form = span.cue.form
        hypothetical = is_hypothetical(self.words, span.first) and not (
            form == "noun" and is_looked_back_on(self.words, span.first)
        )
        negated = is_negated(self.words, span.first)
        between = self.words[span.last : self.groups[n].first]
        if form == "toll":
            barred = {"wounded", "injured", "killed"} & set(between)
            if steps <= 18 and not barred:
                part = -1 if self._is_part_of_toll(n, span) else None
                return Role(span.cue.outcome, "toll", span, part, strength=0.8)
            return None
        if form == "verb" and between == ["at"] and self._word(span.first - 1) in ("the", "of"):
            return Role(span.cue.outcome, "toll", span, strength=0.8)  # "and the injured at 60"
        of = of_at(self.words, span.last) if form in ("noun", "gerund") else None
        parted = of is not None and span.last < of < self.groups[n].first <= of + 2 + listing
        if form in ("gerund", "present", "verb") and not parted:
            if form == "verb" and is_passive_at(self.words, span.first):
                return None
            if between[:1] in (["as"], ["when"]):
                return None  # "three people injured as a bomber struck"
            if (
                any(w in ("by", "in", "during", "with", "after", "for", "from") for w in between)
                and not listing
            ):
                return None
            if not clean and listing and len(between) > 14:
                return None
            if (
                between
                and between[0] in ("in", "by", "on", "at", "during", "after", "near")
                and (not any(w in ("and", ",") for w in between))
            ):
                return None
            if (
                between
                and between[0] in ("in", "by", "on", "at", "during", "after", "near")
                and (form == "verb")
            ):
                return None
            strength = 0.9 if not between or clean else 0.55
            return Role(
                span.cue.outcome, "object", span, negated=negated, hypothetical=hypothetical,
                strength=strength,
            )  # fmt: skip
        if form == "noun" or parted:
            if parted or (between[:1] == ["of"] and (clean or len(between) <= 12)):
                return Role(
                    span.cue.outcome, "noun_of", span, negated=negated,
                    hypothetical=hypothetical, strength=0.85,
                )  # fmt: skip
            if between[:1] == ["to"] and span.cue.outcome == "injured":
                return Role("injured", "noun_to", span, negated=negated, strength=0.85)
            return None
        if form == "adjective" and span.cue.outcome == "killed":
            stands = between and between[0] in (
                "at", "were", "are", "to", "as", "numbered", "include", "included",
            )  # fmt: skip
            counted = self._word(span.first - 1) == "the" and between[-1:] in (["at"], ["to"])
            if (stands and len(between) <= 6) or (counted and len(between) <= 14):
                return Role("killed", "toll", span, strength=0.7)
            return None
        return None
