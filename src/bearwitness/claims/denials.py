"""What is said not to be known, or not to have happened: claims without a number.

Unknown is not zero: "It was unknown how many…" and "no casualties were reported" are claims of
their own (design rule 5).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bearwitness.model.claim import DenialKind, Hedge, Outcome, Status

_HARM = r"(?:casualt(?:y|ies)|fatalit(?:y|ies)|deaths?|injur(?:y|ies)|victims?|loss(?:es)?\ of\ life|dead|wounded)"
_PEOPLE = r"(?:people|persons?|civilians?|fighters?|militants?|soldiers?|jihadists?|rebels?|others|of\ them|victims|children|women|troops|were|had|have|insurgents?|residents|terrorists|members|policemen|gunmen)"

_UNKNOWN = re.compile(
    rf"""\b(?P<words>
      (?:it\ (?:was|is|remains|remained)\ |(?:was|is|remains|remained)\ )?(?:not\ (?:immediately\ |yet\ |known\ |clear\ )*(?:known|clear|certain)|unknown|unclear|uncertain)\ (?:exactly\ |precisely\ )?how\ many\b[^.;,]{{0,60}}
      |how\ many\ [^.;,]{{0,60}}?(?:was|were|is|remains)\ (?:not\ (?:immediately\ |yet\ )?(?:clear|known)|unclear|unknown)
      |(?:the\ )?(?:exact\ |precise\ |total\ |full\ )?(?:number|extent|toll|count)\ of\ [^.;,]{{0,50}}?(?:was|were|is|remains?|remained|are)\ (?:\w+\ )?(?:not\ (?:immediately\ |yet\ )?(?:clear|known|available)|unclear|unknown)
      |(?:an?\ )?(?:unknown|unspecified|undetermined|undisclosed|unconfirmed)\ (?:number|amount|numbers)\ of\ (?:[\w-]+\ ){{0,4}}?(?:{_HARM}|{_PEOPLE})
      |{_HARM}\ (?:(?:was|were|is|are|remains?)\ )?(?:unknown|unspecified|not\ known|unclear|not\ clear)
      |(?:unknown|unspecified)\ (?:[\w-]+\ )?{_HARM}
      |(?:there\ (?:was|were|is|are)\ )?no\ (?:immediate\ |further\ |official\ |independent\ )*(?:word|information|details?|confirmation|figures?|data)\ (?:\w+\ ){{0,3}}?(?:on|about|of|regarding|as\ to)\ (?:[\w-]+\ ){{0,5}}?(?:{_HARM}|how\ many\b)
      |(?:has|have|had|did|would)(?:\ not|n['’]t)\ (?:yet\ )?(?:said?|disclosed?|reveal(?:ed)?|given?|known?|specif\w+)\ how\ many\b[^.;,]{{0,60}}
      |(?:gave|gives?|given|giving|offered|with)\ no\ (?:exact\ )?(?:figures?|numbers?|tolls?|estimates?|counts?)\ (?:for|of|on)\ [^.;,]{{0,20}}?(?:{_HARM}|killed|injured|hurt)
      |(?:death|casualty)\ toll\ (?:was|is|remains?|remained)\ (?:not\ (?:immediately\ |yet\ )?(?:clear|known)|unclear|unknown)
      )""",
    re.I | re.X,
)
_NONE = re.compile(
    rf"""\b(?P<words>
      (?:there\ (?:was|were|are|is|have\ been|had\ been)\ )?no\ (?:immediate\ |known\ |confirmed\ |official\ |further\ |other\ )*(?:reports?|claims?|news|indications?|signs?|records?)\ (?:\w+\ ){{0,2}}?of\ (?:any\ )?(?:[\w-]+\ ){{0,4}}?{_HARM}
      |no\ (?:[\w-]+\ ){{0,3}}?{_HARM}(?:\ (?:or|and|nor)\ (?:\w+\ )?{_HARM})?(?:\ (?:was|were|have\ been|had\ been|has\ been|are|is))?(?:\ (?:reported|recorded|announced|caused|noted|registered))?
      |(?:neither\ )(?:[\w-]+\ ){{0,2}}?{_HARM}\ nor\ {_HARM}
      |(?:without|with\ no)\ (?:any\ |causing\ |inflicting\ )*(?:[\w-]+\ ){{0,3}}?{_HARM}
      |(?:did|does|do)(?:\ not|n['’]t)\ (?:cause|result\ in|lead\ to|inflict|leave|report|produce)\ (?:any\ )?(?:[\w-]+\ ){{0,3}}?{_HARM}
      |(?:no[\ -]one|nobody|no\ people|no\ civilians?|no\ soldiers?|none)\ (?:else\ )?(?:was|were|is|has\ been|had\ been|have\ been|are|got)\ (?:\w+\ ){{0,2}}?(?:killed|injured|hurt|wounded|harmed|shot)
      |none\ of\ (?:its|his|her|their|the|our|them)(?:\ [\w-]+){{0,4}}?\ (?:was|were|is|are|has\ been|had\ been|have\ been)\ (?:\w+\ )?(?:killed|injured|hurt|wounded|harmed)
      |no\ (?!fewer|less|more|later|longer|doubt)(?:[\w-]+\ ){{1,3}}(?:was|were|has\ been|had\ been|have\ been)\ (?:\w+\ )?(?:killed|injured|hurt|wounded|harmed)
      |not\ (?:one|a\ single)(?:\ [\w-]+){{0,5}}?\ (?:was|were|has\ been|had\ been)\ (?:\w+\ )?(?:killed|injured|hurt|wounded|harmed)
      |(?:killed|injured|hurt|wounded|harmed)\ no\ one
      |escaped\ (?:unharmed|unhurt|injury|uninjured|unscathed)
      )""",
    re.I | re.X,
)
_DENIED = re.compile(
    rf"""\b(?P<words>
      (?:did|do|does|had|have|has)(?:\ not|n['’]t)\ (?:kill|harm|hurt|injure|wound)(?:ed|d)?\ (?:an?\ |any\ |one\ )?(?:single\ )?(?:\w+\ )?(?:civilians?|people|person|anyone|anybody|child(?:ren)?|residents?|villagers?|prisoners?|protesters?|demonstrators?)
      |called\ (?:the\ )?(?:reports?|claims?|allegations?|accusations?|accounts?)\ (?:of|that)\ [^.;]{{0,80}}?(?:fabricat\w+|false|lies?|untrue|baseless|propaganda|fake|unfounded)\b
      |(?:denie[sd]|denying|den(?:y|ied)|rejected|refuted|dismissed)\ (?:\w+\ ){{0,6}}?(?:{_HARM}|killed|killing|hit|targeting|targeted|bombing|bombed|responsib\w+|carr\w+\ out)[^.;,]{{0,40}})""",
    re.I | re.X,
)


@dataclass(frozen=True, slots=True)
class Denial:
    """Words that deny, or say that something is not known; offsets within the sentence."""

    start: int
    end: int
    outcome: Outcome
    status: Status
    statement: DenialKind
    hedge: Hedge | None


def find_denials(sentence: str) -> list[Denial]:
    """Denials and unknowns of one sentence, left to right."""
    out: list[Denial] = []
    for pattern, kind in (
        (_UNKNOWN, "unknown_number"),
        (_DENIED, "denied"),
        (_NONE, "none_reported"),
    ):
        for m in pattern.finditer(sentence):
            words = m.group("words").rstrip()
            start = m.start("words")
            end = start + len(words)
            if any(start < d.end and d.start < end for d in out):
                continue
            outcome = _outcome(words, sentence[end:])
            if outcome is None:
                continue
            out.append(
                Denial(
                    start,
                    end,
                    outcome,
                    _status(words),
                    kind,  # type: ignore[arg-type]
                    "denied" if kind == "denied" else None,
                )
            )
    return sorted(out, key=lambda d: d.start)


def _outcome(words: str, rest: str) -> Outcome | None:
    low = words.lower()
    if re.search(r"injur|wounded|hurt|harm|unscathed", low) and not re.search(
        r"kill|death|dead|fatal|casualt", low
    ):
        return "injured"
    if re.search(r"casualt|victim|unharmed", low):
        return "casualties"
    if re.search(r"kill|death|dead|fatal|\bdie|loss", low):
        return "killed"
    tail = rest[:60].lower()
    first = re.search(r"kill|dead|die|death|fatal|injur|wound|hurt", tail)
    if first and first.group() in ("injur", "wound", "hurt"):
        return "injured"
    if re.search(r"kill|dead|die|death|fatal", tail):
        return "killed"
    if re.search(r"injur|wound|hurt", tail):
        return "injured"
    if re.search(r"missing|trapped|detained|abducted|displaced|fled", tail + low):
        return "missing" if re.search(r"missing|trapped", tail + low) else None
    if re.search(
        r"how many .{0,30}\b(?:dead|victims|others|them|killed)\b.{0,20}\b(?:were|are)\b", low
    ):
        return "killed"
    return "killed" if "casualt" in low or "toll" in low else None


def _status(words: str) -> Status:
    low = words.lower()
    if re.search(r"civilian|resident|child|women", low):
        return "civilian"
    if re.search(
        r"jihadi|fighter|militant|soldier|rebel|troop|insurgent|terrorist|gunm|policem|(?:its|his|their) men\b",
        low,
    ):
        return "combatant"
    return "any"
