"""Which outcome befell a counted group: rules over the words around it, no parse.

Each rule looks for a cue (lexicon.CUES) in one relation to the group: the group is the object
of an active verb, the subject of a passive or intransitive one, stands after a death noun or a
toll, or joins another group by a list or by "including".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.groups import AUXILIARIES, Group
from bearwitness.claims.lexicon import CUE_PHRASES, CUES, PERSON_NOUNS, Cue
from bearwitness.model.claim import Outcome
from bearwitness.text.tokens import Token

_INCLUSION = frozenset("including includes include included among incl whom comprising namely consisting".split())
_LINK = frozenset({"and", ",", "or", "&", "plus", "with", ";", "while", "along", "together", "but"})
_ADVERBS = frozenset(
    """also later reportedly allegedly apparently then already immediately instantly critically
    seriously severely slightly badly lightly gravely moderately fatally mortally heavily
    subsequently eventually either both all still since now just confirmed reported believed
    said feared known thought presumed initially previously brutally summarily extrajudicially
    deliberately accidentally mistakenly each not never likely probably actually officially
    tragically only being been others more another further additional respectively even
    at least as many some about around nearly almost over up to than""".split()
)
_DETERMINERS = frozenset("the his her their its our this these those all both".split())
_SUBJECT_BREAKS = frozenset({";", ":", ".", "?", "!"})
_HYPOTHETICAL = frozenset(
    """could might may would will should if threatened threatening threatens plot plotted plotting
    planned planning plans intend intended intending attempted attempting attempt tried trying
    wanted order ordered warned vowed vowing vow capable able risk risking danger can
    sentenced convicted charged accused""".split()
)
_TIME_WORDS = frozenset(
    """yesterday today tonight monday tuesday wednesday thursday friday saturday sunday on last late
    early night morning evening afternoon overnight this""".split()
)
_SAYING = frozenset(
    """said says told tells added confirmed reported announced stated declared claimed quoted
    explained disclosed testified noted""".split()
)
_GAP_OPENERS = frozenset(
    ", and or & plus of from including as along together in with who ( from near at - – —".split()
)
# Harm whose outcome stays open: a person shot may live or die.
WEAK_CUES = frozenset({"shot", "stabbed", "struck"})
_NEGATION = frozenset("no not never none nobody without n't didn't wasn't weren't neither".split())


@dataclass(frozen=True, slots=True)
class CueSpan:
    """A cue where it stands: token range (last exclusive)."""

    first: int
    last: int
    cue: Cue


@dataclass(frozen=True, slots=True)
class Role:
    """What was decided on one group.

    Attributes:
        outcome: what befell the people counted.
        rule: the rule that decided, for review and error analysis.
        cue: the words that decided, where any.
        parent: index of the group that holds this one ("including three children").
        sibling: index of the group it is coordinated with.
        negated: the sentence denies it.
        hypothetical: it did not happen, or not yet.
        strength: 0..1.
    """

    outcome: Outcome
    rule: str
    cue: CueSpan | None = None
    parent: int | None = None
    sibling: int | None = None
    negated: bool = False
    hypothetical: bool = False
    strength: float = 1.0


def find_cues(tokens: Sequence[Token]) -> list[CueSpan]:
    """Outcome cues of one sentence; the longest phrase wins."""
    words = [t.lower for t in tokens]
    titled = _is_title_case(tokens)
    out: list[CueSpan] = []
    i = 0
    while i < len(words):
        if i > 0 and tokens[i].is_capitalised and not titled and tokens[i - 1].is_word:
            # part of a name: "Raqqa is Being Slaughtered Silently", "the Killing Fields"
            i += 1
            continue
        span = _phrase_at(words, i)
        if span is None and words[i] in CUES:
            cue = CUES[words[i]]
            # "casualties" and the like are heads; "deaths of" is a cue
            span = CueSpan(i, i + 1, cue)
        if span is None:
            i += 1
            continue
        out.append(span)
        i = span.last
    return out


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether most words begin in upper case: a headline, or newswire in capitals."""
    long = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return sum(t.is_capitalised for t in long) > 0.6 * len(long)


def _phrase_at(words: Sequence[str], at: int) -> CueSpan | None:
    for phrase, cue in CUE_PHRASES:
        if phrase[0] != words[at]:
            continue
        n = len(phrase)
        window = words[at : at + n]
        if len(window) == n and all(p in ("*", w) for p, w in zip(phrase, window, strict=True)):
            return CueSpan(at, at + n, cue)
    return None


class SentenceRoles:
    """Decides the outcome of every group of one sentence."""

    def __init__(
        self, tokens: Sequence[Token], groups: Sequence[Group], cues: Sequence[CueSpan]
    ) -> None:
        """Index the sentence by token."""
        self.tokens = tokens
        self.words = [t.lower for t in tokens]
        self.groups = groups
        self.cues = cues
        self.cue_at = {i: c for c in cues for i in range(c.first, c.last)}
        self.group_at = {i: n for n, g in enumerate(groups) for i in range(g.first, g.last)}
        self.roles: dict[int, Role] = {}

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
        included = self._inclusion(n)
        forced = self._forced_out(group)
        if forced is not None:
            return forced
        right = self._right(n)
        if right is not None and right.strength >= 0.9 and not (
            included is not None and right.cue is not None
            and self._leaves_aside(group.last, right.cue.first)
        ):
            return self._with_parent(right, included)
        left = self._left(n)
        if left is not None and (right is None or left.strength >= right.strength):
            return self._with_parent(left, included)
        if included is None and n > 0 and self._predicated_of(n):
            included = n - 1
        if included is not None:
            parent = self.roles.get(included)
            if right is not None and right.cue is not None and parent is not None:
                between = self.words[group.last : right.cue.first]
                if "," in between or any(i in self.group_at for i in range(group.last, right.cue.first)):
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
        if joined is None and group.head == "victims" and not group.singular and not (
            self._word(group.first - 1) in ("help", "helped", "aid", "assist", "treat", "treated")
        ):
            return Role("killed", "victims", strength=0.5)
        return joined

    def _predicated_of(self, n: int) -> bool:
        """"Among the 14 dead were six pupils", "of the 24 dead, 14 were civilians"."""
        return (
            n - 1 in self.roles
            and self.words[0] in ("among", "of", "amongst")
            and self.groups[n - 1].first <= 3
        )

    def _is_close(self, n: int) -> bool:
        """Whether only "and" or a comma stands between the group and the one before."""
        gap = self.words[self.groups[n - 1].last : self.groups[n].first]
        return 0 < len(gap) <= 2 and all(w in _LINK for w in gap)

    def _forced_out(self, group: Group) -> Role | None:
        """"forced millions from their homes", "forced 12,000 people to flee"."""
        before = self._word(group.first - 1)
        if before not in ("forced", "forcing", "drove", "driven", "driving", "drive", "force", "made",
                          "left", "leaving", "sent"):  # fmt: skip
            return None
        after = self.words[group.last : group.last + 7]
        told = (
            ("from" in after and ("homes" in after or "home" in after))
            or ("to" in after and any(w in after for w in ("flee", "leave", "evacuate")))
            or "homeless" in after
        )
        return Role("displaced", "forced", strength=0.95) if told else None

    def _leaves_aside(self, first: int, last: int) -> bool:
        """Whether a comma closes the aside between two points."""
        return "," in self.words[first:last]

    def _is_adjacent(self, n: int, role: Role) -> bool:
        """Whether the cue that decided stands next to the group."""
        group = self.groups[n]
        if role.cue is None:
            return False
        if role.cue.last <= group.first:
            return group.first - role.cue.last <= 1
        gap = self.words[group.last : role.cue.first]
        return len(gap) <= 3 and all(w in AUXILIARIES or w in _ADVERBS for w in gap)

    def _head(self, n: int, group: Group) -> Role:
        included = self._inclusion(n)
        window = self.words[max(0, group.first - 4) : group.first]
        hypothetical = any(w in _HYPOTHETICAL - {"may", "order", "ordered", "can"} for w in window)
        outcome = group.outcome or "killed"
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

    def _word(self, i: int) -> str:
        return self.words[i] if 0 <= i < len(self.words) else ""

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
            if word in _SUBJECT_BREAKS:
                return None
            if word in ("who", "that", "which", "whom"):
                relative = True
                i += 1
                continue
            if word in ("they", "he", "she", "we", "it", "i", "you"):
                return None
            if word in _SAYING and not relative and not in_aside:
                return None
            if word == "and" and i == group.last and i + 1 in self.cue_at and (
                self.cue_at[i + 1].cue.form in ("verb", "intransitive", "gerund", "present")
            ):
                return None
            if word == ",":
                opener = self._word(i + 1)
                if in_aside:
                    in_aside = False
                elif opener in _INCLUSION or opener in ("most", "mostly", "some", "many", "half", "all", "mainly", "one", "two", "three", "at") or (
                    opener in ("who", "whose", "both", "aged", "identified", "named", "from")
                ):
                    in_aside = True
                elif i + 1 in self.group_at or opener in ("and",):
                    passed_group = True
                elif not in_aside and steps > 1 and not relative:
                    # an apposition may close again; go on a little
                    in_aside = True
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
                if span.cue.form in ("gerund", "present") or (span.cue.form == "verb" and not in_aside):
                    return None
                i = span.last
                continue
            if i in self.group_at and self.group_at[i] != n:
                # pass over a coordinated group: "12 civilians and three soldiers were killed"
                gap = self.words[group.last : i]
                if not in_aside and not relative and not passed_group and gap and (
                    gap[0] not in _GAP_OPENERS
                ):
                    return None
                passed_group = True
                i = self.groups[self.group_at[i]].last
                continue
            i += 1
        return None

    def _verb_group(self, at: int, group: Group) -> Role | None:
        """An auxiliary at `at`: the outcome its verb tells, else None."""
        negated = False
        hypothetical = self.words[at] in ("could", "might", "may", "would", "will", "should", "can")
        weak: CueSpan | None = None
        i = at + 1
        while i < len(self.words) and i < at + 9:
            word = self.words[i]
            if word in _NEGATION:
                negated = True
            span = self.cue_at.get(i)
            if span is not None and span.first == i:
                form = span.cue.form
                if form in ("verb", "intransitive", "adjective"):
                    if form == "verb" and self._takes_object(span) and not self._passive(at, i):
                        return None
                    return Role(
                        span.cue.outcome, "passive", span, negated=negated,
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
            if word not in AUXILIARIES and word not in _ADVERBS and word not in _NEGATION and (
                not word.endswith("ly")
                and word not in _TIME_WORDS
                and not (weak is not None and word in ("and", "then"))
                and word not in ("to", "have", "in", "the", "a", "shot", "stabbed", "taken", "left",
                                 "found", "hit", "rushed", "burned", "burnt", "beaten", "hacked")
            ):
                break
            i += 1
        if weak is not None and not negated and not hypothetical:
            return Role("casualties", "shot", weak, strength=0.9)
        return None

    def _passive(self, aux: int, verb: int) -> bool:
        be = {"was", "were", "been", "being", "be", "is", "are", "get", "got", "gets", "getting"}
        return any(self.words[i] in be for i in range(aux, verb))

    def _takes_object(self, span: CueSpan) -> bool:
        """Whether an object follows the verb, so that it is active."""
        i = span.last
        while self._word(i) in ("at", "least", "as", "many", "some", "about", "around", "nearly",
                                "more", "than", "up", "to", "over", "all"):  # fmt: skip
            i += 1
        if i in self.group_at:
            return True
        word = self._word(i)
        if word in ("him", "her", "them", "himself", "herself", "themselves", "the", "his", "their",
                    "its", "a", "an"):  # fmt: skip
            return True
        return bool(
            i < len(self.tokens)
            and i > span.last - 1
            and self.tokens[i].is_capitalised
            and self.tokens[i].is_word
            and word not in PERSON_NOUNS
            and not _is_day(word)
        ) or (word in PERSON_NOUNS)

    def _reduced(
        self, span: CueSpan, group: Group, n: int, steps: int, passed_group: bool
    ) -> Role | None:
        """A cue without auxiliary to the right: "12 killed", "12 people died"."""
        form = span.cue.form
        distance = span.first - group.last
        if form == "intransitive":
            return Role(span.cue.outcome, "intransitive", span, strength=0.95)
        if form == "adjective":
            if distance <= 2 or passed_group or self._adverbs_between(group.last, span.first):
                return Role(span.cue.outcome, "adjective", span, strength=0.95)
            return None
        if form == "verb":
            if self._takes_object(span) or self._word(span.first - 1) in ("the", "these", "those"):
                return None
            close = distance == 0 or self._adverbs_between(group.last, span.first)
            if close:
                return Role(span.cue.outcome, "reduced", span, strength=0.95)
            if self._word(span.last) in ("in", "by", "when", "after", "during", "on", "at", "and",
                                         ",", ".", "", "as", "near", "while", "this", "since", ")",
                                         "by", "from", "outside", "inside", "here", "today"):  # fmt: skip
                return Role(span.cue.outcome, "reduced_far", span, strength=0.6)
            return None
        if form == "noun" and span.cue.outcome == "killed" and distance <= 1:
            return Role("killed", "noun_right", span, strength=0.9)
        return None

    def _adverbs_between(self, first: int, last: int) -> bool:
        return all(
            self.words[i] in _ADVERBS or self.words[i].endswith("ly") or self.words[i] in ("were", "(")
            for i in range(first, last)
        )

    # --- "killed 12 people" -----------------------------------------------------------------

    def _changed_from(self, n: int) -> Role | None:
        """"rose to 118 from 95", "raised from 30 to 41": both are tolls."""
        before = self.roles.get(n - 1)
        if before is None or self._word(self.groups[n].first - 1) not in ("from", "to", "against"):
            return None
        gap = self.words[self.groups[n - 1].last : self.groups[n].first]
        if len(gap) <= 3 and before.rule.split("+")[0] in ("toll", "intransitive", "passive", "object",
                                                          "head", "changed"):  # fmt: skip
            return Role(before.outcome, "changed", before.cue, strength=0.7)
        return None

    def _speaks(self, group: Group) -> bool:
        """Whether the group is who speaks: "a doctor at the hospital said"."""
        for i in range(group.last, min(len(self.words), group.last + 8)):
            word = self.words[i]
            if word in _SAYING:
                return True
            if word in (",", ".", ";", "and") or i in self.group_at or i in self.cue_at:
                return False
        return False

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
            if word in (";", ".", "?", "!", ":") and not (word == ":" and steps == 0):
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
            if word in WEAK_CUES and steps < 5 and clean and not self._is_passive_at(i):
                return Role(
                    "casualties", "shot_object", CueSpan(i, i + 1, Cue("casualties", "verb")),
                    strength=0.8,
                )  # fmt: skip
            if word in ("who", "which", "when", "where", "because"):
                clean = False
            if word in ("and", ",", "&"):
                listing = True
            elif word in ("up", "many", "least", "to", "of", "as", "at") or word in _DETERMINERS:
                pass
            elif word in _ADVERBS:
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
        hypothetical = self._is_hypothetical(span.first)
        negated = any(w in _NEGATION for w in self.words[max(0, span.first - 3) : span.first])
        between = self.words[span.last : self.groups[n].first]
        if form == "toll":
            barred = {"wounded", "injured", "killed"} & set(between)
            if steps <= 18 and not barred:
                return Role(span.cue.outcome, "toll", span, strength=0.8)
            return None
        if form in ("gerund", "present", "verb"):
            if form == "verb" and self._is_passive_at(span.first):
                return None
            if any(w in ("by", "in", "during", "with", "after", "for", "from") for w in between) and not listing:
                return None
            if not clean and listing and len(between) > 14:
                return None
            if between and between[0] in ("in", "by", "on", "at", "during", "after", "near") and (
                not any(w in ("and", ",") for w in between)
            ):
                return None
            if between and between[0] in ("in", "by", "on", "at", "during", "after", "near") and (
                form == "verb"
            ):
                return None
            strength = 0.9 if not between or clean else 0.55
            return Role(
                span.cue.outcome, "object", span, negated=negated, hypothetical=hypothetical,
                strength=strength,
            )  # fmt: skip
        if form == "noun":
            if between[:1] == ["of"] and (clean or len(between) <= 12):
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

    def _is_passive_at(self, i: int) -> bool:
        be = {"was", "were", "been", "being", "be", "is", "are", "got", "get"}
        for k in range(i - 1, max(-1, i - 4), -1):
            if self.words[k] in be:
                return True
            if self.words[k] not in _ADVERBS and not self.words[k].endswith("ly"):
                return False
        return False

    def _is_hypothetical(self, i: int) -> bool:
        window = [self._modal(k) for k in range(max(0, i - 5), i)]
        if not any(w in _HYPOTHETICAL for w in window):
            return False
        return "have" not in window[-2:]

    def _modal(self, i: int) -> str:
        """The word at i; "" for the month of May."""
        if self.words[i] == "may" and (
            self.words[i - 1][:1].isdigit() or self._word(i + 1)[:1].isdigit()
            or self._word(i - 1) in ("in", "on", "of", "last", "early", "late", "mid")
        ):  # fmt: skip
            return ""
        return self.words[i]

    # --- lists and parts --------------------------------------------------------------------

    def _joined(self, left: int, right: int) -> bool:
        a, b = self.groups[left], self.groups[right]
        between = self.words[a.last : b.first]
        return bool(between) and len(between) <= 12 and any(w in _LINK for w in between)

    def _inclusion(self, n: int) -> int | None:
        """The group that holds this one ("…, including 3 children", "of whom 3"), if any."""
        group = self.groups[n]
        if n == 0:
            return None
        if group.partitive and group.head == "":
            return self._holder(n)
        before = self.words[max(0, group.first - 9) : group.first]
        if before and before[-1] in (":", "—", "–") and self._holder(n) is not None:
            return self._holder(n)
        for k in range(len(before) - 1, -1, -1):
            word = before[k]
            at = group.first - len(before) + k
            if at in self.group_at:
                other = self.group_at[at]
                role = self.roles.get(other)
                if role is not None and role.parent is not None and self._joined(other, n):
                    nested = self.words[self.groups[other].last : group.first]
                    if len(nested) <= 6 and not any(w in AUXILIARIES for w in nested):
                        return role.parent
                return None
            if word in _INCLUSION:
                if word == "among" and not any(
                    w in ("them", "whom") for w in self.words[at + 1 : at + 3]
                ):
                    continue
                return self._holder(n)
            if word in (".", ";") or (at in self.cue_at and self.cue_at[at].cue.form != "adjective"):
                return None
        return None

    def _holder(self, n: int) -> int | None:
        for k in range(n - 1, -1, -1):
            role = self.roles.get(k)
            if role is not None and role.parent is None:
                return k
        return None

    def _coordinated(self, n: int) -> Role | None:
        """"…killed 12 civilians and three soldiers": the same outcome goes on."""
        if n == 0 or n - 1 not in self.roles or self._speaks(self.groups[n]):
            return None
        previous = self.roles[n - 1]
        if not self._joined(n - 1, n):
            return None
        between = self.words[self.groups[n - 1].last : self.groups[n].first]
        if _added(between):
            return Role(
                previous.outcome, "added", previous.cue, previous.parent, None, previous.negated,
                previous.hypothetical, 0.7,
            )  # fmt: skip
        if any(w in AUXILIARIES or w in _SUBJECT_BREAKS for w in between):
            return None
        elliptic = self.groups[n].is_bare and self._word(self.groups[n].last) in (
            "in", "from", "at", "each", "near",
        )  # fmt: skip
        if elliptic and len(between) <= 16 and between[-1] in (",", "and"):
            return Role(
                previous.outcome, "list", previous.cue, previous.parent, n - 1, previous.negated,
                previous.hypothetical, 0.6,
            )  # fmt: skip
        if len(between) > 6 or any(w in _VERBS for w in between):
            return None
        if any(i in self.cue_at for i in range(self.groups[n - 1].last, self.groups[n].first)):
            return None
        if any(w in ("after", "before", "in", "against", "by", "from", "when", "for", "at", "near")
               for w in between):  # fmt: skip
            return None
        if previous.rule in ("reduced", "adjective", "head") and self.groups[n].is_bare:
            return None
        if previous.rule == "head" and previous.parent is None and self.groups[n].noun is None:
            return None
        return Role(
            previous.outcome, "coordinated", previous.cue, previous.parent, n - 1,
            previous.negated, previous.hypothetical, 0.7,
        )  # fmt: skip

    def _lists_backward(self) -> None:
        """"Two women, a man and three children were killed": the verb comes last."""
        for n in range(len(self.groups) - 2, -1, -1):
            if n in self.roles or n + 1 not in self.roles or not self.groups[n].certain:
                continue
            after = self.roles[n + 1]
            if after.rule.split("+")[0] not in (
                "passive", "intransitive", "reduced", "adjective", "coordinated_back",
            ):  # fmt: skip
                continue
            between = self.words[self.groups[n].last : self.groups[n + 1].first]
            if (
                0 < len(between) <= 5
                and self._joined(n, n + 1)
                and not any(w in AUXILIARIES for w in between)
                and not any(i in self.cue_at for i in range(self.groups[n].last, self.groups[n + 1].first))
                and after.parent is None
            ):
                self.roles[n] = Role(
                    after.outcome, "coordinated_back", after.cue, None, n + 1, after.negated,
                    after.hypothetical, 0.7,
                )  # fmt: skip


_VERBS = frozenset(
    """saw said says had has told found took made carried destroyed damaged hit fired seized launched
    confiscated arrested targeted attacked reported burned burnt looted used held lost freed
    released rescued torched captured recovered discovered""".split()
)
def _added(between: Sequence[str]) -> bool:
    """"…died along with nine fighters": the words before a group add it to the one before."""
    return len(between) <= 12 and tuple(between[-2:]) in (
        ("along", "with"), ("together", "with"), ("well", "as"), ("addition", "to"), ("apart", "from"),
    )  # fmt: skip


_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december today yesterday".split()
)


def _is_day(word: str) -> bool:
    return word in _DAYS
