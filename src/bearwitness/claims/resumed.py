"""People counted where they are attacked, and harmed where they are told of again.

"Bandits attacked four traders. The traders were later found dead": the number stands in one
clause and the outcome in the next, whose subject only points back: "they", "both", "the women".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.count_reading import CountReading
from bearwitness.claims.lexicon import PERSON_NOUNS
from bearwitness.model.claim import Casualty, Outcome
from bearwitness.text.numerals import find_quantities
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token

_DEAD = (
    r"killed|shot\s+dead|gunned\s+down|murdered|executed|slain|slaughtered|beheaded|massacred"
    r"|lynched|assassinated|found\s+dead|dead"
    r"|(?:shot|beaten|stabbed|hacked|burn(?:ed|t)|tortured|bludgeoned|stoned)\s+to\s+death"
)
_HURT = r"wounded|injured|hurt|hospitali[sz]ed"
_BESIDE = r"(?:(?:all|both|each|then|later|also|soon|have|had|\w+ly)\s+)*"
_POINTS_BACK = re.compile(
    r"(?P<who>\bthey(?:\s+(?:all|both))?|\bboth(?:\s+of\s+(?:them|the\s+(?P<of>[a-z]+)))?"
    r"(?:\s+(?!of\b)(?P<both>[a-z]+))??|\ball\s+of\s+them"
    r"|\b(?:all\s+|both\s+)?(?:the|these|those)\s+(?:[a-z]+\s+)??(?P<noun>[a-z]+))\s+"
    rf"{_BESIDE}(?P<harm>(?:were|been)\s+{_BESIDE}(?:{_DEAD}|(?P<hurt>{_HURT}))|died|succumbed)"
    r"\b(?!\s+(?:people|and\s+(?:injur|wound|kill)))",
    re.I,
)
# What a clause begins after: "one of the victims died" speaks of one.
_OPENS = re.compile(
    r"(?:^|[.,;:(“\"]|\b(?:and|but|while|when|where|after|before|that|then|later|until))\s*$", re.I
)
# What the people were the object of: nobody who attacks is meant by "they were killed".
_AIMED_AT = re.compile(
    r"\b(?:attack(?:ed|ing|s)?|ambush(?:ed|ing|es)?|abduct(?:ed|ing|s)?|kidnap(?:ped|ping|s)?|seiz(?:ed|ing|es)"
    r"|captur(?:ed|ing|es)|fir(?:ed|ing)\s+(?:on|at)|opened\s+fire\s+(?:on|at)|shot\s+at|exploded\s+(?:on|near|beside)"
    r"|hit|struck|target(?:ed|ing|s)|intercept(?:ed|ing|s)|stopped|carrying|transporting|took|dragged|raided|detained"
    r"|arrested|against|assault(?:ed|ing|s)|stabb(?:ed|ing)|beat|surrounded|stormed|robb(?:ed|ing)"
    r"|killing|wounding|injuring|shelled|bombed)\s+(?:(?:a|an|the|their|his|at|least|car|vehicle|bus|of|with"
    r"|carrying|group|family|house|home|off)\s+)*$",
    re.I,
)
_ATTACKED = re.compile(
    r"^\W*(?:\w+\s+){0,2}?(?:was|were|had\s+been|been)\s+(?:\w+\s+){0,2}?(?:attacked|ambushed|abducted|kidnapped"
    r"|seized|captured|intercepted|stopped|detained|arrested|assaulted|robbed|shot\s+at)\b",
    re.I,
)
_ANYBODY = frozenset(("victims", "hostages", "captives", "abductees", "casualties"))
# "They were killed when police returned fire": who is meant is for the rest to tell.
_MORE = re.compile(
    r"[^.;]{0,30}\b(?:by|when|after|in\s+(?:an?|the)\s+(?:exchange|clash|shoot))", re.I
)
_WITHIN = 5
_MOST = 30  # larger groups are seldom harmed to the last one


@dataclass(frozen=True, slots=True)
class _Attacked:
    """Counted people whom an attack was aimed at, and the noun they are told by."""

    start: int
    end: int
    noun: str
    number: int


def with_resumed(
    text: str,
    sentence: Sentence,
    readings: Sequence[CountReading],
    previous: tuple[Sentence, Sequence[CountReading]] | None,
) -> list[CountReading]:
    """The readings, and one of people counted as attacked and then told as dead or hurt.

    Args:
        text: the document's text.
        sentence: the one read.
        readings: what was read in it.
        previous: the sentence before it and what was read there, if any.
    """
    out = list(readings)
    before, told_before = previous or (None, ())
    for m in _POINTS_BACK.finditer(text, sentence.start, sentence.end):
        start, end = m.span("who")
        if any(r.start < m.end("harm") and start < r.end for r in out):
            continue
        if not _OPENS.search(text[sentence.start : start]):
            continue
        found = _meant(text, m, sentence, before)
        if found is None or any(_counts(r, found) for r in [*out, *told_before]):
            continue
        outcome: Outcome = "injured" if m["hurt"] else "killed"
        person = PERSON_NOUNS.get(found.noun)
        casualty = Casualty(
            outcome, found.number, found.number, "exactly",
            status=person.status if person else "any",
            attributes=person.attributes if person else (),
        )  # fmt: skip
        out.append(CountReading(start, end, casualty, "resumed", strength=0.8, head=found.noun))
    return sorted(out, key=lambda r: r.start)


def _counts(reading: CountReading, found: _Attacked) -> bool:
    """Whether the people meant were read as harmed already, where they were counted."""
    harmed = reading.casualty.outcome in ("killed", "injured")
    return harmed and reading.end >= found.start and reading.start < found.end


def _meant(
    text: str, m: re.Match[str], sentence: Sentence, before: Sentence | None
) -> _Attacked | None:
    noun = next((w.lower() for w in (m["noun"], m["both"], m["of"]) if w), None)
    if noun in ("all", "both"):
        noun = None
    who = m["who"].lower()
    own = [a for a in _attacked(text, sentence) if a.end <= m.start("who")]
    people = own or (_attacked(text, before) if before is not None else [])
    if noun is not None and noun not in _ANYBODY:
        people = [a for a in people if a.noun == noun]
    if who == "they" and (_MORE.match(text, m.end("harm")) or len(people) < _plurals(before)):
        return None  # the attackers may as well be meant
    if len(people) == 1:
        return people[0] if not who.startswith("both") or people[0].number == 2 else None
    pair = who.startswith("both") and (noun in _ANYBODY or noun in PERSON_NOUNS)
    return _Attacked(*m.span("who"), noun or "", 2) if pair and not people else None


def _plurals(sentence: Sentence | None) -> int:
    """Number of counted groups of people in a sentence."""
    if sentence is None:
        return 0
    return sum(
        q.low is not None and q.low > 1 and _noun_after(sentence, q.last) is not None
        for q in find_quantities(sentence.tokens)
    )


def _noun_after(sentence: Sentence, at: int) -> Token | None:
    """The noun for people that the number before token `at` counts."""
    for token in sentence.tokens[at : at + _WITHIN]:
        if not token.is_word:
            return None
        if token.lower in PERSON_NOUNS and PERSON_NOUNS[token.lower].plural:
            return token
    return None


def _attacked(text: str, sentence: Sentence) -> list[_Attacked]:
    """Counted people of a sentence whom its attack was aimed at."""
    out: list[_Attacked] = []
    for q in find_quantities(sentence.tokens):
        if q.low is None or q.low != q.high or not 1 < q.low <= _MOST:
            continue
        noun = _noun_after(sentence, q.last)
        if noun is None:
            continue
        aimed = _AIMED_AT.search(text, max(sentence.start, q.start - 60), q.start)
        if aimed or _ATTACKED.match(text[noun.end : sentence.end]):
            out.append(_Attacked(q.start, noun.end, noun.lower, q.low))
    return out
