"""Which of two versions came first: from what they say, and from their stamps.

What the text says outranks the stamp, because a stamp tells when an outlet printed, not which take
of the dispatch it printed: a meeting still to come in one version and held in the other, an
earlier count that one version names and the other gives. A rising toll outranks stamps of one day
only, since counts are also corrected downwards.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bearwitness.lineage.align import Match
from bearwitness.lineage.credit import is_outlet, outlets_named, same_outlet
from bearwitness.lineage.reading import Reading
from bearwitness.model.document import Document


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MOVED_ON = 5
"""Weight of grounds that show one version's facts to be newer."""

_PLANNED = re.compile(
    r"\b(?:(?:was|were|is|are|be|been) (?:due|expected|set|scheduled|slated) to"
    r"|(?:was|were|is|are) to (?:meet|hold|visit|travel|discuss|attend|begin|start|arrive|sign)"
    r"|will (?:meet|hold|visit|travel|discuss|attend|begin|start|arrive|sign|take place)"
    r"|(?:plan|plans|planned|prepare|prepares|prepared|preparing) (?:to|for)"
    r"|(?:is|are|was|were) (?:planning|preparing) to"
    r"|(?:due|expected|scheduled) (?:on|later|this|next|for|to)|ahead of)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|met|began|begun|started|took place|ended|concluded|arrived|visited|signed|agreed"
    r"|attended|discussed|opened|wrapped up|after (?:the|a|his|her|their) (?:meeting|talks))\b",
    re.IGNORECASE,
)
_TOLL_WORDS = _words(
    "kill killed kills killing dead death deaths die died dies toll lives bodies fatality"
    " fatalities slain murdered wound wounded wounds wounding injure injured injures injuring"
    " injury injuries hurt missing"
)
_EARLIER_TOLL = re.compile(
    r"\b(?:earlier|previous|initial|first|prior) (?:death )?(?:toll|count|figure|report|estimate)s?"
    r"(?: \w+){0,4}? (?:of|put|at|as|was|said)(?: at| as| about| around| some| nearly)* (\w+)"
    r"|\b(?:rose|risen|rises|climbed|jumped|increased|up|raised)(?: \w+){0,3}? from (\w+)",
    re.IGNORECASE,
)
_NUMBERED_TAKE = re.compile(r"\bupdate ?(\d+)\b|\b(\d+)(?:st|nd|rd|th) (?:update|lead|ld)\b", re.I)
_SAYS_UPDATED = re.compile(
    r"\b(?:update[ds]?\b(?: *[:-]| at| on| with| to)|an earlier version of this"
    r"|this (?:story|article|report) (?:has been|was) (?:updated|corrected)|corrects? )",
    re.IGNORECASE,
)
_SAYS_BREAKING = re.compile(
    r"\b(?:breaking(?: news)?:|this is a (?:developing|breaking)|(?:story|situation) is (?:still )?"
    r"developing|(?:more|further) (?:details|information) (?:to|will|as)|check back|stay tuned"
    r"|will (?:be updated|update|bring you)|no (?:other|further|more) (?:details|information)"
    r"|details (?:were|are) not (?:immediately|yet))",
    re.IGNORECASE,
)
# Words without which the slower patterns above need not be tried.
_UPDATED_WORDS = frozenset({"update", "updated", "updates", "version", "corrected", "corrects"})
_BREAKING_WORDS = frozenset(
    {
        "breaking",
        "developing",
        "details",
        "information",
        "updated",
        "update",
        "check",
        "tuned",
        "bring",
    }
)
_PAST_WORDS = _words(
    "earlier previous initial prior first rose risen rises climbed jumped increased up raised"
)

# How far a case has gone, by words that a report of that stage holds.
_STAGES = tuple(
    frozenset(words.split())
    for words in (
        "searching hunt manhunt fled fugitive",
        "arrested custody detained surrendered",
        "charged arraigned indicted arraignment indictment",
        "pleaded pled trial convicted jury acquitted verdict",
        "sentenced sentencing executed",
    )
)
_CLOCK = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_PEOPLE = (
    r"(?:people|civilians?|persons?|men|women|children|others|soldiers|fighters|villagers|residents"
    r"|members|militants|rebels|police|troops)"
)
_DEAD = re.compile(
    r"\b(?:killed|kills|killing|deaths? of|(?:death )?toll (?:to|of|at|at least)|claimed)"
    r"(?: (?:at least|more than|about|some|around|nearly|up to|over))? ([\w,]+)\b"
    rf"(?! (?:years?|days?|hours?|months?))|\b([\w,]+) {_PEOPLE}?\s*"
    r"(?:(?:were|was|have been|had been|are|has been) )?(?:killed|dead|died|lives)\b",
    re.IGNORECASE,
)
_OPENING = 6
_ADDRESS_NUMBER = re.compile(r"(?<!\d)(\d{5,7}|\d{9,10})(?!\d)")
# What makes a number beside a word of death no count of people.
_MEASURE = re.compile(
    r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|miles?|metres?|meters?|km|kilomet|feet"
    r"|percent|per cent|shots?|rounds?|bullets?|counts?|times?|[ap]\.?m\b|o'clock)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+|[A-Za-z]+(?:-[A-Za-z]+)?")
_WORDS = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
}


@dataclass(frozen=True, slots=True)
class Precedence:
    """Which of two documents is the earlier take.

    Attributes:
        sign: -1 the first is earlier, 1 the second is, 0 nothing tells.
        weight: how much the grounds weigh; the higher decides where a circle arises.
        reason: in words.
    """

    sign: int
    weight: int
    reason: str


@dataclass(frozen=True, slots=True)
class Signs:
    """What one text alone says of its place among the takes; read once a document.

    Attributes:
        tolls: counts it gives of dead or hurt.
        dead: the largest count of dead that its opening gives, None where it gives none.
        past_tolls: counts that it names as earlier ones, with the words.
        take: number of the take ("UPDATE 2"), 0 where none.
        outlets: other outlets it names as where its account comes from.
        updated: it says that it was updated or corrected.
        breaking: it says that more is to come.
        stage: how far the case has gone, from at large (0) to sentenced (4); -1 where not told.
    """

    tolls: frozenset[int]
    dead: int | None
    past_tolls: tuple[tuple[int, str], ...]
    take: int
    outlets: tuple[str, ...]
    updated: bool
    breaking: bool
    stage: int


def signs(reading: Reading) -> Signs:
    """Read a text's own signs."""
    text = reading.document.text
    told = (reading.document.title or "") + "\n" + text
    words = set(reading.words)
    told_past = not _PAST_WORDS.isdisjoint(words) and not _TOLL_WORDS.isdisjoint(words)
    past = ((_value(m[1] or m[2]), m[0]) for m in _EARLIER_TOLL.finditer(text if told_past else ""))
    take = _NUMBERED_TAKE.search((reading.document.title or "") + "\n" + text[:200])
    return Signs(
        tolls=frozenset(n for k in range(len(reading.sentences)) for n in _tolls_in(reading, k)),
        dead=_dead(reading),
        past_tolls=tuple((n, words) for n, words in past if n is not None),
        take=int(take[1] or take[2]) if take else 0,
        outlets=tuple(n for n in outlets_named(text) if not is_outlet(n, reading.document)),
        updated=not _UPDATED_WORDS.isdisjoint(words) and bool(_SAYS_UPDATED.search(told)),
        breaking=not _BREAKING_WORDS.isdisjoint(words) and bool(_SAYS_BREAKING.search(told)),
        stage=max((k for k, some in enumerate(_STAGES) if not some.isdisjoint(words)), default=-1),
    )


@dataclass(frozen=True, slots=True)
class _Cue:
    sign: int
    weight: int
    reason: str


def precedence(
    a: Reading, b: Reading, matches: Sequence[Match], of_a: Signs, of_b: Signs
) -> Precedence:
    """Weigh all that tells which of two versions came first.

    Args:
        a: one version.
        b: the other.
        matches: their sentence pairs, `left` in a, `right` in b.
        of_a: signs of a.
        of_b: signs of b.
    """
    cues = [
        cue
        for cue in (
            _planned_then_held(a, b, matches),
            _names_earlier_toll(of_a, of_b),
            _numbered_take(of_a.take, of_b.take),
            _stamps(a.document, b.document),
            _rising_toll(a, b, matches),
            _rising_dead(of_a.dead, of_b.dead),
            _retold(a.document, b.document, of_a, of_b),
            _said_of_itself(of_a, of_b),
            _later_stage(of_a.stage, of_b.stage),
            _addresses(a.document, b.document),
            _grown(a, b, matches),
        )
        if cue is not None
    ]
    if not cues:
        return Precedence(0, 0, "nothing tells the order")
    best = max(cues, key=lambda c: c.weight)
    agreeing = [c.reason for c in cues if c.sign == best.sign]
    against = [c.reason for c in cues if c.sign != best.sign]
    reason = "; ".join(agreeing) + (f"; against: {'; '.join(against)}" if against else "")
    return Precedence(best.sign, best.weight, reason)


def _planned_then_held(a: Reading, b: Reading, matches: Sequence[Match]) -> _Cue | None:
    found: list[tuple[int, str]] = []
    for m in sorted(matches, key=lambda m: -m.likeness):
        if m.likeness == 1.0:
            continue
        left, right = a.sentence(m.left), b.sentence(m.right)
        for sign, before, after in ((-1, left, right), (1, right, left)):
            planned, held = _PLANNED.search(before), _HELD.search(after)
            if planned and held and not _PLANNED.search(after):
                found.append((sign, f'planned then held ("{planned[0]}", then "{held[0]}")'))
    total = sum(sign for sign, _ in found)
    if total == 0:
        return None
    sign = 1 if total > 0 else -1
    return _Cue(sign, 6, next(reason for s, reason in found if s == sign))


def _names_earlier_toll(a: Signs, b: Signs) -> _Cue | None:
    """One version gives a count as an earlier one that the other still gives as its own."""
    for sign, late, early in ((1, a, b), (-1, b, a)):
        past = {n for n, _ in early.past_tolls}
        for number, words in late.past_tolls:
            if number in early.tolls and number not in past:
                return _Cue(sign, 5, f'one names the other\'s count as earlier ("{words}")')
    return None


def _numbered_take(a: int, b: int) -> _Cue | None:
    if a == b:
        return None
    return _Cue(1 if a > b else -1, 5, f"numbered takes ({min(a, b)} before {max(a, b)})")


def retold(a: Document, b: Document, of_a: Signs, of_b: Signs) -> bool:
    """Whether one report, and only one, names an outlet as its source; not within one outlet."""
    return bool(of_a.outlets) != bool(of_b.outlets) and not same_outlet(a, b)


def _retold(a: Document, b: Document, of_a: Signs, of_b: Signs) -> _Cue | None:
    """One version gives another outlet as its source: the other's own, or any where it has none."""
    if same_outlet(a, b):
        return None
    for sign, teller, other, others in ((1, of_a, b, of_b), (-1, of_b, a, of_a)):
        named = [name for name in teller.outlets if is_outlet(name, other)]
        if named:
            return _Cue(sign, 4, f"one retells the other's outlet ({named[0]})")
        if teller.outlets and not others.outlets:
            return _Cue(sign, 2, f"one retells another outlet ({teller.outlets[0]})")
    return None


def _stamps(a: Document, b: Document) -> _Cue | None:
    left, right = stamp_day(a), stamp_day(b)
    if left is None or right is None:
        return None
    if left != right:
        sign = -1 if left < right else 1
        days = abs((left - right).days)
        first, last = min(left, right), max(left, right)
        return _Cue(sign, 4 if days > 1 else 3, f"stamps ({first} before {last})")
    at, other = _moment(a), _moment(b)
    if at is None or other is None or at[1] != other[1] or at[0] == other[0]:
        return None
    if at[1] is None and a.publisher != b.publisher:
        return None
    return _Cue(
        -1 if at[0] < other[0] else 1,
        3,
        f"stamps ({min(at[0], other[0])} before {max(at[0], other[0])})",
    )


def stamp_day(document: Document) -> date | None:
    """The day a document's own anchor gives, where it is known to the day."""
    anchor = document.anchor
    known = anchor.precision == "day" and anchor.basis in ("stated", "url")
    return anchor.date if known else None


def _moment(document: Document) -> tuple[datetime, str | None] | None:
    """The clock time of the stamp, with the zone it states (None: not told)."""
    m = _CLOCK.search(document.published_at or "")
    if m is None or m[4] is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(m[k] or 0) for k in range(1, 7))
        moment = datetime(year, month, day, hour, minute, second)
    except ValueError:
        return None
    return moment, m[7]


def _rising_toll(a: Reading, b: Reading, matches: Sequence[Match]) -> _Cue | None:
    steps: list[tuple[int, int]] = []
    for m in matches:
        if m.likeness == 1.0:
            continue
        left, right = _tolls_in(a, m.left), _tolls_in(b, m.right)
        if len(left) == len(right) == 1 and left != right:
            steps.append((left[0], right[0]))
    rises = sum(1 if left < right else -1 for left, right in steps)
    if rises == 0:
        return None
    sign = -1 if rises > 0 else 1
    low, high = sorted(next(s for s in steps if (s[0] < s[1]) == (rises > 0)))
    return _Cue(sign, 3, f"rising toll ({low}, then {high})")


def _tolls_in(reading: Reading, index: int) -> list[int]:
    """Numbers of a sentence that tells of dead or hurt; ages, years and hyphened ones left out."""
    if _TOLL_WORDS.isdisjoint(reading.bags[index]):
        return []
    sentence = reading.sentence(index)
    out = []
    for m in _NUMBER.finditer(sentence):
        after = sentence[m.end() : m.end() + 12]
        before = sentence[max(0, m.start() - 2) : m.start()]
        value = _value(m[0])
        if value is None or "-" in m[0] or after.startswith(("-", ":", "%")) or before == ", ":
            continue
        if _MEASURE.match(after):
            continue
        if 1900 <= value <= 2100 or before.endswith(("$", "£", "€", ":", ".")):
            continue
        out.append(value)
    return out


def _dead(reading: Reading) -> int | None:
    found: list[int] = []
    for start, end in reading.sentences[:_OPENING]:
        for m in _DEAD.finditer(reading.document.text, start, end):
            value = _value(m[1] or m[2])
            if value is not None and not 1900 <= value <= 2100:
                found.append(value)
    return max(found, default=None)


def _rising_dead(a: int | None, b: int | None) -> _Cue | None:
    if a is None or b is None or a == b:
        return None
    return _Cue(-1 if a < b else 1, 2, f"rising toll ({min(a, b)} dead, then {max(a, b)})")


def _addresses(a: Document, b: Document) -> _Cue | None:
    """Numbers that one outlet gives its reports in their addresses rise with time."""
    if not same_outlet(a, b):
        return None
    left, right = (_ADDRESS_NUMBER.findall(d.url or "") for d in (a, b))
    if len(left) != len(right) or not left or int(left[-1]) == int(right[-1]):
        return None
    return _Cue(-1 if int(left[-1]) < int(right[-1]) else 1, 1, "numbers in their addresses")


def _value(word: str) -> int | None:
    lowered = word.lower().replace(",", "")
    if lowered.isdigit():
        return int(lowered)
    return _WORDS.get(lowered)


def _said_of_itself(a: Signs, b: Signs) -> _Cue | None:
    if a.updated != b.updated:
        return _Cue(1 if a.updated else -1, 2, "one says it was updated")
    if a.breaking != b.breaking:
        return _Cue(-1 if a.breaking else 1, 2, "one says that more is to come")
    return None


def _later_stage(a: int, b: int) -> _Cue | None:
    if a == b or a < 0 or b < 0:
        return None
    return _Cue(-1 if a < b else 1, 1, "the case has gone further in one")


def _grown(a: Reading, b: Reading, matches: Sequence[Match]) -> _Cue | None:
    left, right = len(a.sentences), len(b.sentences)
    kept = len(matches)
    if kept < 3 or abs(left - right) < 2:
        return None
    if kept >= 0.9 * min(left, right):
        return _Cue(-1 if left < right else 1, 0, "one holds the other whole and more")
    return None
