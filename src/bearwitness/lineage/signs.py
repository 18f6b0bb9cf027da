"""What one text says of its own place among the takes of a dispatch: counts, stages, notices."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bearwitness.lineage.credit import is_outlet, outlets_named
from bearwitness.lineage.reading import Reading


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


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
        tolls=frozenset(n for k in range(len(reading.sentences)) for n in tolls_in(reading, k)),
        dead=_dead(reading),
        past_tolls=tuple((n, words) for n, words in past if n is not None),
        take=int(take[1] or take[2]) if take else 0,
        outlets=tuple(n for n in outlets_named(text) if not is_outlet(n, reading.document)),
        updated=not _UPDATED_WORDS.isdisjoint(words) and bool(_SAYS_UPDATED.search(told)),
        breaking=not _BREAKING_WORDS.isdisjoint(words) and bool(_SAYS_BREAKING.search(told)),
        stage=max((k for k, some in enumerate(_STAGES) if not some.isdisjoint(words)), default=-1),
    )


def tolls_in(reading: Reading, index: int) -> list[int]:
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


def _value(word: str) -> int | None:
    lowered = word.lower().replace(",", "")
    if lowered.isdigit():
        return int(lowered)
    return _WORDS.get(lowered)
