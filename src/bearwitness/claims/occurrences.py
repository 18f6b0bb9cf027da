"""Which words of violence tell that something happened.

"A bomb exploded" does. "Terrorists", "grenade launchers", "the bombings" as a practice, a plot or
a charge of murder do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bearwitness.claims.event_types import Trigger
from bearwitness.text.sentences import Sentence

# Those who do violence, those who suffer it, and what it is done with.
_NAMES_ONLY = re.compile(
    r"terrorists?|guerrillas?|insurgents?|jihadists?|militants?|victims?|death squads?|wounded"
    r"|killed|weapons?|fire-?arms?|guns?|pistols?|rifles?|(?:sub)?[- ]?machine[- ]?guns?"
    r"|grenade launchers?|artillery|projectiles?|missiles?|rockets?|cluster bombs?|warplanes?"
    r"|offensives?|(?:gun[- ]?)?violence|combats?|aggression"
    r"|arrest\w*|detain\w*|detention of|captured"
    r"|bullets?|gunshots?|(?:VB)?IEDs?|improvised explosive\w*(?: devices?)?|land ?mines?|machetes?"
    r"|kidnappers?|abductors?|hijackers?|snipers?|gunm[ae]n|assailants?|attackers?|crossfire"
    r"|rounded up|martyr\w*|booby[- ]traps?|looters?|bombs?|vandali[sz]\w+",
    re.I,
)
# Told in the plural or as a practice, where a longer report speaks of them by the way.
_PRACTICES = re.compile(
    r"murders|assassinations|kidnappings|abductions|massacres|killings?|executions?"
    r"|(?:(?:air|aerial) )?bombings|tortur\w*|shootings|raids|(?:\w+ )?attacks|assaults"
    r"|infiltrations?|terrorist (?:acts|actions)|acts of terrorism|ambush|hijack\w*|kidnappers"
    r"|incendiary|explosive (?:devices?|charges?|ordnance)|murderous|shooters?",
    re.I,
)
# What is done with arms: "fired grenade launchers at the positions" happened.
_USED = re.compile(
    r"\b(?:fired|firing|used|launched|dropped|threw|hurled|lobbed|detonated|hit|struck|observed|heard"
    r"|recorded|registered|engaged\s+in|carried\s+out|conducted|mounted|resumed|began)\b"
    r"[^.;]{0,80}$|\b(?:killed|wounded|injured|shot|attacked|ambushed|abducted|kidnapped)\b"
    r"[^.;]{0,60}\bby\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
# "A landmine injured a herder", "an IED planted by the road detonated".
_WENT_OFF = re.compile(
    r"[^.;]{0,160}\b(?:detonat|explod|went\s+off|blew|blast|injur|wound|kill|maim|hit|struck"
    r"|(?<!were\s)(?<!was\s)destroy|(?<!were\s)(?<!was\s)damag|fired|shot|opened\s+fire|attacked)\w*",
    re.I,
)
_CRIME = re.compile(
    r"kidnapping|abduction|hostage-taking|murder|arson|armed robbery|hijacking", re.I
)
_ONE_CASE = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|this|that|another|mass|for|after|over|double|triple"
    r"|quadruple)|['’]s?)\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
_HELD = re.compile(r"arrest\w*|detain\w*|detention of|rounded up", re.I)
# "Arrested on a count of…" is police news: no party to a conflict took anybody.
_OF_A_CRIME = re.compile(
    r"\b(?:on|with|over|for)\s+(?:an?\s+|the\s+|several\s+|\w+\s+)?(?:(?:weapons?|drugs?|gun|firearms?)\s+)?(?:counts?|charges?|warrants?)\b"
    r"|\b(?:weapons?|drugs?|gun|theft|assault|fraud)\s+(?:counts?|charges?)\b"
    r"|\b(?:caught|found)\s+with\b|\bpossessi(?:on|ng)\b|\bcarrying\b|\bextort\w*|\bsmuggl\w*|\btraffick\w*"
    r"|\b(?:recover|seiz)\w*\b",
    re.I,
)
# A court, or a crowd before it, speaks of a deed long done.
_JUDGED = re.compile(
    r"\b(?:grand\s+jur(?:y|ies)|indict\w*|sentenc(?:ed|es|ing)|convict(?:ed|s|ion|ions)|acquitt\w+"
    r"|on\s+trial|(?:murder|homicide)\s+trial|verdict|pleaded|pled|not\s+guilty|lawsuit|manslaughter)\b",
    re.I,
)
_NOT_DONE = re.compile(
    r"\b(?:charged with|charges? of|accus\w+ of|wanted for|plot\w*|conspir\w+|(?:on )?trial for"
    r"|tried for|convicted of|guilty of|incit\w+|endors\w+|attempt\w* to|plann(?:ed|ing)"
    r"|prevent\w*|not to|threat\w*|danger of|fear\w* of|risk of|going to|confess\w* to|falsely"
    r"|plead\w*(?: \w+){0,3} to|pled(?: \w+){0,3} to|exonerat\w+|acquitt\w+|cleared of"
    r"|suspected of|stop|cease|no mention of|(?:story|rumou?rs?) of)\b[^.;]{0,60}$"
    r"|\b(?:to|no|never)\s+$",
    re.I,
)


def occurrences(
    triggers: Sequence[Trigger], text: str, sentences: Sequence[Sentence], *, in_passing: bool
) -> list[Trigger]:
    """Those words of violence that tell an occurrence, where nobody is counted.

    Args:
        triggers: words of violence, of one event.
        text: the document's text.
        sentences: of it, in order of their index.
        in_passing: the report may speak of violence as a practice ("the bombings").
    """
    return [
        t
        for t in triggers
        if (
            tells_occurrence(text[t.start : t.end], in_passing=in_passing)
            or (not in_passing and _is_put_to_use(text, sentences, t))
        )
        and not _is_not_done(text, sentences, t)
        and not _is_crime_at_large(text, sentences, t)
        and not _JUDGED.search(text, *_span_of(sentences, t))
    ]


def _span_of(sentences: Sequence[Sentence], trigger: Trigger) -> tuple[int, int]:
    sentence = sentences[trigger.sentence_index]
    return sentence.start, sentence.end


def done_deeds(
    triggers: Sequence[Trigger], text: str, sentences: Sequence[Sentence]
) -> list[Trigger]:
    """Those words of violence that no charge, plot, denial or fear takes back."""
    return [t for t in triggers if not _is_not_done(text, sentences, t)]


def tells_of_people_held(
    triggers: Sequence[Trigger], text: str, sentences: Sequence[Sentence]
) -> bool:
    """Whether words of an event say that people were detained or arrested, and not for a crime."""
    held = [t for t in triggers if _HELD.fullmatch(text, t.start, t.end)]
    return bool(held) and not any(
        _OF_A_CRIME.search(text, t.start, sentences[t.sentence_index].end) for t in held
    )


def tells_occurrence(words: str, *, in_passing: bool = False) -> bool:
    """Whether a trigger's words tell that something happened, rather than name who or what.

    Args:
        words: of the trigger.
        in_passing: a longer report may speak of violence as a practice ("the bombings").
    """
    if _NAMES_ONLY.fullmatch(words):
        return False
    return not (in_passing and _PRACTICES.fullmatch(words))


def _is_put_to_use(text: str, sentences: Sequence[Sentence], trigger: Trigger) -> bool:
    """Whether the words around a trigger say that the arms it names were used, or went off."""
    if not _NAMES_ONLY.fullmatch(text, trigger.start, trigger.end):
        return False
    start, end = _span_of(sentences, trigger)
    used = _USED.search(text[start : trigger.start]) is not None
    return used or _WENT_OFF.match(text, trigger.end, end) is not None


def _is_crime_at_large(text: str, sentences: Sequence[Sentence], trigger: Trigger) -> bool:
    """Whether a trigger names a crime, and no case of it: "kidnapping for ransom is rife"."""
    start = sentences[trigger.sentence_index].start
    return bool(
        _CRIME.fullmatch(text, trigger.start, trigger.end)
        and not _ONE_CASE.search(text[max(start, trigger.start - 40) : trigger.start])
    )


def _is_not_done(text: str, sentences: Sequence[Sentence], trigger: Trigger) -> bool:
    """Whether the words before a trigger make it a charge, a plot or a fear."""
    start = sentences[trigger.sentence_index].start
    return _NOT_DONE.search(text[start : trigger.start]) is not None


_DONE = re.compile(
    r"(?:was|were|been|being|is|are)\s.*|.*\b(?:\w+ed|shot|blew|slain|hung|overran|took|taken|held"
    r"|struck|hit|fell|fought|broke|threw|thrown|set|burnt|beat|beaten)\b.*",
    re.I | re.S,
)


def is_told_as_done(text: str, trigger: Trigger) -> bool:
    """Whether a trigger's own words are a verb of something done ("detonated a car bomb")."""
    return _DONE.fullmatch(text, trigger.start, trigger.end) is not None
