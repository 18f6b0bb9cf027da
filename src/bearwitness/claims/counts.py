"""Casualty counts of one sentence: what number, what outcome, of whom, covering what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.count_reading import CountReading as CountReading
from bearwitness.claims.cues import find_cues
from bearwitness.claims.denials import Denial, find_denials
from bearwitness.claims.group_model import Group
from bearwitness.claims.groups import find_groups
from bearwitness.claims.lexicon import PERSON_NOUNS
from bearwitness.claims.name_lists import find_name_lists
from bearwitness.claims.own_accounts import read_own_account
from bearwitness.claims.reflexives import find_reflexives
from bearwitness.claims.role_lists import Role
from bearwitness.claims.roles import SentenceRoles
from bearwitness.claims.scope import is_beyond_incident, is_superseded, scope_of
from bearwitness.claims.settling import (
    join_reflexives,
    kind_of_others,
    outlived,
    singled_out,
    undivided,
    without_survivors,
)
from bearwitness.claims.single_persons import named_item
from bearwitness.claims.unnumbered import with_unnumbered
from bearwitness.claims.victim_lists import mark_lists
from bearwitness.model.claim import Casualty, Outcome, Qualifier, Status
from bearwitness.text.gates import gate
from bearwitness.text.sentences import Sentence

_EACH = re.compile(r"^\W*(?:\w+\s+){0,2}?(?:each|apiece)\b", re.I)
_PREDICATE = re.compile(
    r"^\W*(?:of\s+(?:them|whom|these|those|the\s+\w+)\s+)?(?:were|was|are|being)\s+(?:\w+\s+){0,2}?"
    r"(?P<noun>civilians?|children|women|men|minors|fighters|militants|soldiers|rebels|jihadists|"
    r"jihadis|policemen|police|combatants|insurgents|students|militiamen)\b",
    re.I,
)
# "52 of those killed in the raids were civilians"
_PREDICATE_LATER = re.compile(
    r"^[^.;,]{1,70}?\b(?:were|was|are)\s+(?:\w+\s+){0,2}?(?P<noun>civilians?|children|women|fighters|"
    r"militants|soldiers|rebels|jihadists|policemen|combatants)\b",
    re.I,
)
_PARTITIVE_NOUN = re.compile(
    r"^\W*(?P<noun>civilians?|children|women|men|minors|fighters|militants|soldiers|rebels|"
    r"jihadists|policemen|combatants|girls|boys|students)\b",
    re.I,
)
_AMONG = re.compile(
    r"\b(?:dead|victims?|killed|casualties|fatalities|injured|wounded)\s+(?:also\s+)?include[ds]?\s*$|"
    r"\b(?:among|included?|includes|including)\s+(?:the|those|these|them|its|all)?\s*"
    r"(?:(?!\d|(?:one|two|three|four|five|six|seven|eight|nine|ten)\b)\w+\s+){0,2}?"
    r"(?:dead|killed|victims?|deaths|fatalities|casualties|civilians|people|them)\b",
    re.I,
)
_OF_THE = re.compile(r"^\W*(?:of|out of|among)\s+(?:the|those|these|its)\s", re.I)
_MEMBERS_OF = re.compile(
    r"^\s*(?:of|from)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,5}?"
    r"(?P<word>army|forces?|police|militias?|group|brigade|"
    r"faction|regime|SDF|YPG|HTS|ISIS|IS|ISIL|Taliban|Hamas|Hezbollah|guards?|gendarmerie|military|"
    r"battalion|regiment|unit|units|rebels?|militants|insurgents?|opposition)\b",
)


# "members of “Ahrar al-Sham”": of a named body that is no family, people or public office.
_MEMBERS_OF_NAMED = re.compile(
    r"^\s+of\s+(?:the\s+)?[\"“‘A-Z](?![^.;,]*\b(?:family|tribe|community|council|parliament|party|"
    r"public|congress|church|congregation|assembly|union|club|team|ethnic|minority|clan|"
    r"Observatory|Network|Crescent|Cross|Committee|Association)\b)",
)


_HEADER = re.compile(
    r"(?:as\s+follows|distributed|following|include[ds]?|are|were|was|breakdown|list\w*|those|them|"
    r"killed|dead|wounded|injured|victims|martyrs|casualties|fatalities|deaths)\W*:\s*$",
    re.I,
)
_BULLET = re.compile(r"^\s*(?:[•·▪■*–—-]|\d+[.)])\s*")


# "He put the number of dead soldiers at 50": the number is of soldiers.
_NUMBER_OF = re.compile(
    r"\b(?:number|count|tally|toll)\s+(?:of|among)\s+(?:the\s+)?(?:(?:dead|killed|slain|fallen|"
    r"wounded|injured|missing)\s+)?(?P<noun>[a-z]+)\b[^.;,\d]{0,40}$",
    re.I,
)


_NAMED = re.compile(r"\b[A-Z][\w’'-]+\s+(?:[a-z]{2,3}[ -])?[A-Z][\w’'-]+")


_LOST = re.compile(r"\b(?:lost|los(?:e|es|ing)|loss\s+of)\s+$", re.I)


def header_outcome(sentence: str) -> Outcome | None:
    """The outcome that a sentence announces for the list after it ("The dead were:"), if any."""
    if not sentence.rstrip().endswith(":") or not _HEADER.search(sentence):
        return None
    if re.search(r"\b(?:kill\w*|dead|deaths?|fatalit\w+|martyr\w*|died)\b", sentence, re.I):
        return "killed"
    if re.search(r"\b(?:wound\w*|injur\w*)\b", sentence, re.I):
        return "injured"
    return None


def is_bullet(sentence: str) -> bool:
    """Whether a sentence is an item of a list."""
    return bool(_BULLET.match(sentence))


# A sentence without any of these stems tells no outcome: the cheap gate before any reading.
OUTCOME_GATE = gate(
    r"""k\*?i\*?l\*?l\*?(?:ed|ing|s|\b)|dead|deadl|death|die[sd]?\b|dying|fatal|casualt|toll\b|corpse|cadaver
    |bod(?:y|ies)\b|remains\b|martyr|victim|slain|slay|murder|massacr|execut|behead|decapitat|lynch
    |assassinat|slaughter|exterminat|annihilat|hang(?:ed|ing)|crucif|eliminat|electrocut|immolat
    |butcher|incinerat|strangl|suffocat|dismember|neutrali[sz]|poison|w\*?o\*?u\*?n\*?d|in\*?j\*?u\*?r|maim|mutilat
    |harm|hospital|graz|hurt|mangl|lacerat|shot\b|stab|struck|gunned|hack|burn|beaten|blown|mow|mown
    |missing|unaccounted|vanish|disappear|arrest|detain|captur|abduct|kidnap|seiz|jail|apprehend
    |hostage|prisoner|captive|custody|rounded|displac|uproot|evict|flee|fled|homes?\b|homeless|perish
    |drown|succumb|expired|bled|asphyxiat|lifeless|deceased|li(?:fe|ves)\b|buried|demise|homicide
    |hit\b|treated|unharmed|unhurt|unscathed|losses|killer|limbs|amputat|symptoms|breathing|fell\b
    |survivor|slew|hangs?\b|gunning|imprison|critical|serious\ condition|lost\b|forced|alight|blowing
    |shoot|cut\ down|expected\ to|condition|suicide|gun\ on|passed\ away|received\ treatment|trapped
    |taken\ away|led\ away|idps|no\ more|surviv|wiped|held\b|loss\ of|throats?\b|medical\ a|broken|intensive\ care|surgery
    |clinging|fighting\ for"""
)


def read_counts(
    text: str,
    sentence: Sentence,
    *,
    headline: bool = False,
    listed: Outcome | None = None,
) -> list[CountReading]:
    """The counts of one sentence, in order of their spans.

    Args:
        text: the document's text.
        sentence: of that text.
        headline: bare nouns count one person ("Man killed").
        listed: outcome announced by the header of the list that the sentence is an item of.
    """
    words = text[sentence.start : sentence.end]
    if listed is None and not OUTCOME_GATE.search(words.lower()):
        return []
    groups = find_groups(sentence.tokens, headline=headline)
    cues = find_cues(sentence.tokens)
    if listed is not None and not any(c.cue.outcome == listed for c in cues):
        return _listed(words, sentence, groups or named_item(sentence.tokens), listed)
    roles = SentenceRoles(sentence.tokens, groups, cues).decide()
    told = with_unnumbered(sentence.tokens, cues, groups, roles, text)
    groups, roles = told.groups, told.roles
    roles = {n: r for n, r in roles.items() if not r.hypothetical}
    roles = read_own_account(words, sentence.start, groups, roles)
    for known_at, pronoun, role in find_reflexives(
        words, sentence.start, sentence.tokens, groups, roles
    ):
        at = len(groups) if known_at is None else known_at
        if pronoun is not None:
            groups.append(pronoun)
        roles[at] = role
    readings: list[CountReading] = []
    place: dict[int, int] = {}
    for n in sorted(roles):
        place[n] = len(readings)
        readings.append(_reading(words, sentence, groups, n, roles))
    readings = [
        replace(r, parent=place.get(r.parent) if r.parent is not None and r.parent >= 0 else None)
        for r in readings
    ]
    readings = _inherit(readings)
    readings = mark_lists(words, sentence, groups, roles, readings, told.lists)
    readings = kind_of_others(words, sentence, readings)
    readings = singled_out(words, sentence, readings)
    readings = join_reflexives(readings, groups, roles)
    readings = undivided(words, sentence, outlived(words, sentence, readings))
    readings = without_survivors(words, sentence, readings)
    readings = _with_name_lists(words, sentence, readings)
    for denial in find_denials(words):
        start, end = sentence.start + denial.start, sentence.start + denial.end
        inside = [r for r in readings if r.start < end and start < r.end]
        if denial.statement == "denied" and inside:
            readings = [replace(r, hedge="denied") if r in inside else r for r in readings]
            continue
        readings = [r for r in readings if not (r.start < end and start < r.end)]
        readings.append(_denial(sentence, denial))
    return sorted(readings, key=lambda r: (r.start, r.end, r.casualty.outcome))


def _with_name_lists(
    words: str, sentence: Sentence, readings: list[CountReading]
) -> list[CountReading]:
    """The readings, and one for each list of named dead that holds more of them."""
    out = list(readings)
    for found in find_name_lists(words):
        start, end = sentence.start + found.start, sentence.start + found.end
        inside = [r for r in out if r.start < end and start < r.end]
        if any((r.casualty.low or 0) >= found.number for r in inside):
            continue
        casualty = Casualty(
            found.outcome, found.number, found.number, "exactly", attributes=("named",)
        )
        kept = [k for k, r in enumerate(out) if r not in inside]
        moved = {old: new for new, old in enumerate(kept)}
        out = [
            replace(out[k], parent=None if (at := out[k].parent) is None else moved.get(at))
            for k in kept
        ]
        out.append(CountReading(start, end, casualty, "names", strength=0.7))
    return out


def _listed(
    words: str, sentence: Sentence, groups: Sequence[Group], outcome: Outcome
) -> list[CountReading]:
    """Items of a list count parts of what its header announced."""
    roles = {n: Role(outcome, "listed", parent=-1, strength=0.7) for n in range(len(groups))}
    found = [
        _named_part(_reading(words, sentence, groups, n, roles), groups[n])
        for n in range(len(groups))
    ]
    return _inherit([replace(r, parent=0 if n and "including" in words else None)
                     for n, r in enumerate(found)])  # fmt: skip


def _named_part(reading: CountReading, group: Group) -> CountReading:
    """A name in a list of victims singles one of them out."""
    if "named" not in group.attributes:
        return reading
    return replace(reading, casualty=replace(reading.casualty, scope="part"))


def _denial(sentence: Sentence, denial: Denial) -> CountReading:
    casualty = Casualty(
        outcome=denial.outcome,
        low=None,
        high=None,
        qualifier="unknown",
        status=denial.status,
        statement=denial.statement,
    )
    return CountReading(
        sentence.start + denial.start,
        sentence.start + denial.end,
        casualty,
        "denial",
        hedge=denial.hedge,
    )


def _reading(
    words: str,
    sentence: Sentence,
    groups: Sequence[Group],
    n: int,
    roles: dict[int, Role],
) -> CountReading:
    group, role = groups[n], roles[n]
    start = group.quantity.start - sentence.start
    end = group.quantity.end - sentence.start
    rest = words[_after(sentence, group) :]
    status, attributes = _people(words, group, rest, words[:start])
    if group.head == "men" and status == "any" and _LOST.search(words[:start]):
        status = "combatant"  # "we lost 47 men"
    scope = scope_of(words, start, end, group.quantity.low)
    if scope == "incident" and is_beyond_incident(words, role.outcome, group.quantity.low):
        scope = "cumulative"
    if scope in ("window", "cumulative") and group.singular and _NAMED.search(words, start, end):
        scope = "incident"  # a person dies once, in whatever month
    subset = role.parent is not None
    if not subset and (_AMONG.search(words[max(0, start - 45) : start]) or _is_among(words, end)):
        subset = True
    if group.partitive and group.head in ("", "dead", "killed", "victims", "wounded", "injured",
                                          "casualties", "deaths", "fatalities"):  # fmt: skip
        subset = subset or group.head != "" or role.rule != "object"
        alone = sum(r.outcome == "killed" for r in roles.values()) == 1
        if group.outcome == "injured" and role.outcome == "killed" and alone:
            subset = False  # "one of the wounded died": of the hurt, and one more of the dead
    if not subset and n > 0 and group.is_bare and _OF_THE.match(words) and roles.get(n - 1):
        subset = True
    low, high = group.quantity.low, group.quantity.high
    qualifier: Qualifier = group.quantity.qualifier
    if role.negated:
        low, high, qualifier = None, None, "unknown"
    casualty = Casualty(
        outcome=role.outcome,
        low=low,
        high=high,
        qualifier=qualifier,
        status=status,
        attributes=attributes,
        scope=scope,
        subset=subset,
        superseded=is_superseded(words, start, end),
        statement="denied" if role.negated else None,
        distributive=bool(_EACH.match(rest)),
    )
    return CountReading(
        group.quantity.start,
        group.quantity.end,
        casualty,
        role.rule,
        parent=role.parent,
        hedge="denied" if role.negated else None,
        strength=role.strength,
        singular=group.singular,
        definite=group.definite,
        head=group.head,
    )


def _after(sentence: Sentence, group: Group) -> int:
    return sentence.tokens[group.last - 1].end - sentence.start


def _is_among(words: str, end: int) -> bool:
    """Reads "12 children were among the dead"."""
    return bool(
        re.match(
            r"[^.;]{0,60}?\b(?:were|was|are|is)\s+(?:also\s+)?(?:among|amongst|included\s+in)\s",
            words[end:],
            re.I,
        )
    )


def _people(words: str, group: Group, rest: str, before: str) -> tuple[Status, tuple[str, ...]]:
    """Status and attributes, also from what is predicated of a bare number."""
    status, attributes = group.status, list(group.attributes)
    if status == "any" and group.is_bare:
        counted = _NUMBER_OF.search(before)
        noun = PERSON_NOUNS.get(counted["noun"].lower()) if counted else None
        if noun is not None and noun.status != "any":
            return noun.status, (*attributes, *noun.attributes)
    if status == "any" or group.head in ("others", "people", "persons", "victims"):
        told = _PREDICATE.match(rest)
        if told is None and group.partitive:
            told = _PARTITIVE_NOUN.match(rest) or _PREDICATE_LATER.match(rest)
        if told is not None:
            noun = PERSON_NOUNS.get(told.group("noun").lower())
            if noun is not None:
                status = noun.status
                attributes.extend(a for a in noun.attributes if a not in attributes)
    if (
        status == "any"
        and group.head in ("members", "member")
        and (_MEMBERS_OF.match(rest) or _MEMBERS_OF_NAMED.match(rest))
    ):
        status = "combatant"
    return status, tuple(attributes)


_SAME_PEOPLE = ("others", "other", "another", "")


def _inherit(readings: list[CountReading]) -> list[CountReading]:
    """Parts take scope and status of the whole; "nine others" are people of the kind before."""
    out: list[CountReading] = []
    moved: dict[int, int] = {}
    for k, r in enumerate(readings):
        count = r.casualty
        if (r.parent in moved and count.status != "civilian") or (
            r.parent in moved and "children" in count.attributes
        ):
            r = replace(r, parent=moved[r.parent])
        if (
            r.parent is not None
            and r.parent < k
            and count.status == "combatant"
            and out[r.parent].casualty.status == "civilian"
        ):
            # "15 civilians, including eight children, and 83 fighters": fighters are no civilians
            moved[r.parent] = k
            r = replace(r, parent=None)
            count = replace(count, subset=False)
        if r.parent is not None and r.parent < k:
            whole = out[r.parent].casualty
            status = count.status
            if whole.status == "combatant" and (status == "any" or "children" in count.attributes):
                status = "combatant"
            elif status == "any" and whole.status == "civilian":
                status = "civilian"
            scope = whole.scope if whole.scope in ("window", "cumulative") else count.scope
            count = replace(count, status=status, scope=scope)
        elif (
            r.head in ("members", "member")
            and count.status == "any"
            and k > 0
            and out[k - 1].casualty.status == "combatant"
        ):
            count = replace(count, status="combatant")
        elif (
            r.head in _SAME_PEOPLE
            and count.status == "any"
            and k > 0
            and (out[k - 1].casualty.status != "any" and r.head)
        ):
            count = replace(count, status=out[k - 1].casualty.status)
        out.append(replace(r, casualty=count))
    return out
