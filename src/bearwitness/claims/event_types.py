"""Which sentences speak of armed violence, of which kind, and whether a report tells of any.

Event and sub-event types are ACLED's terms. Words alone mislead ("strike", "shoot-out", "blast"),
so every trigger carries what speaks against it, and a document is judged as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.event_lexicon import (
    FORMS,
    HARD_TOPICS,
    IDIOMS,
    INTERNATIONAL_COURT,
    TOPICS,
    Form,
)
from bearwitness.claims.other_causes import (
    FIGURES,
    hints_at_accident,
    other_cause,
    tells_death_only,
    tells_harm_only,
)
from bearwitness.text.gates import gate, lowered
from bearwitness.text.sentences import Sentence

# A sentence without any of these stems holds no trigger: one quick look saves fifty slow ones.
VIOLENCE_GATE = gate(
    r"bomb|blast|explo|shell|strik|struck|raid|attack|assault|kill|shot|shoot|gun|fire|clash|fight"
    r"|ambush|eliminat|neutrali|siege"
    r"|battle|combat|confront|skirmish|sniper|snip|storm|besieg|overran|captur|seiz|occup|retak"
    r"|retook|regain"
    r"|recover|liberat|missile|rocket|mortar|artillery|grenade|mine|dynamite|ied|booby|drone"
    r"|aircraft|plane"
    r"|jets|helicopter|chemical|sarin|chlorine|gas|suicide|blew|blow|protest|demonstrat|crowd|riot"
    r"|mob|lynch"
    r"|beat|stone|loot|molotov|rap(?:e|ing)|sexual|kidnap|abduct|hostage|disappear|captive|hijack"
    r"|stab|knif"
    r"|hack|machete|behead|decapit|throat|dismember|arson|torch|burn|ablaze|massacr|execut"
    r"|assassin|murder"
    r"|slain|slaughter|homicid|extrajud|extra-jud|ethnic|grave|tortur|assail|terror|bod(?:y|ies)"
    r"|crucif|hang"
    r"|strang|bludgeon|poison|sabotag|death\ squad|vandal|offensive|victim|violence|martyr|wound"
    r"|weapon|rifle"
    r"|pistol|bullet|arrest|detain|detention|rounded|lost\ their|died|ordnance|war\ remnants|dead"
    r"|injur|infiltr"
    r"|fought|hostil|discharg|territor|solidif|operation|poach|robb|put\ to|repel|repuls|incursion"
    r"|projectile|control|aggress|invad|regain|counter|took|taken|overr|vigilan|strafe|cluster",
)
# The same patterns for text in lower case: without case folding they search much faster.
_TOPICS_LOW = {topic: re.compile(TOPICS[topic].pattern) for topic in HARD_TOPICS}
_UNREAL = re.compile(
    r"\b(?:if|would|could|should|might|unless|threat(?:en|ens|ened)? to|plans? to|planned to"
    r"|fears? (?:of|that)|rul(?:e|ed|es|ing) (?:\w+ )?out|no (?:sign|evidence|indication)s? of"
    r"|possibility of|may have been"
    r"|prevent\w*|avoid\w*|in case of|drill|exercise|simulat\w+|warn(?:ed|s"
    r"|ing)?(?: \w+){0,3} (?:of|against|that)"
    r"|calls? (?:for|on)|urg(?:ed|es|ing)|will|capable of|aimed at|hypothetical\w*|risk of"
    r"|training)\b",
    re.I,
)
# What is told of within these is no news of violence.
_MEMORY = re.compile(
    r"\banniversar(?:y|ies) of\b|\bcommemorat\w+|\bin (?:memory|remembrance) of\b"
    r"|\b(?:memorial|monument|vigil|ceremony|wreaths?|candles?|silence|plaque)\b"
    r"[^.;]{0,30}\b(?:for|to) (?:the )?"
    r"(?:[\d,]+ )?(?:victims|dead|fallen|those|people|killed)\b",
    re.I,
)
_LONG_AGO = re.compile(
    r"[^.;]{0,60}?\b(?:\w+ decades|a decade|a century|a generation|\d\d years) ago\b", re.I
)
_JUDGED = re.compile(
    r"\b(?:sentenced|convicted|acquitted|jailed|found guilty|life (?:in prison|sentence)|on trial"
    r"|went on trial|indicted|extradited|pleaded)\b",
    re.I,
)
_OF_A_YEAR = re.compile(r"\b(?:the |a |in |of |since )(?:19|20)\d\d\b")
# Share of a weak trigger's strength that counts: alone it decides nothing, dated or beside
# casualties it does.
_WEAK = 0.6
# From this strength on, no other topic in the sentence takes a trigger's word away.
_SURE = 0.85
_CASUALTY = re.compile(
    r"\b(?:kill\w*|dead|died|dies|deaths?|wound\w*|injur\w*|casualt\w*|bod(?:y|ies)|fatal\w*"
    r"|victims?|slain"
    r"|martyr\w*|murder\w*|hurt|lives|massacr\w*|executed|assassinated)\b",
    re.I,
)
MOMENT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btoday\b|\byesterday\b|\blast (?:night|week"
    r"|month)\b|\btonight\b"
    r"|\b(?:this|early|late|in the|on the) (?:morning|afternoon|evening|night|dawn)\b"
    r"|\b\d{1,2}:?\d{0,2} ?[ap]\.?m\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*\.? \d{1,2}\b|\b\d{1,2}(?:st|nd"
    r"|rd|th)? (?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|\b(?:hours|days) ago\b"
    r"|\bovernight\b|\brecently\b",
    re.I,
)


# Speeches, interviews and comment speak of violence without reporting any.
_TALK = re.compile(
    r"\[(?:speech|interview|commentary|editorial(?!\s+report)|news\s+conference|address"
    r"|unattributed commentary)\b"
    r"|\b(?:op-?ed|editorial|commentary|opinion):",
    re.I,
)
_TITLE_TOPIC = {
    "fiction": re.compile(r"\breview of\b|\bfilm\b|\bmovie\b|\bnovel\b", re.I),
    "disaster": re.compile(r"\b(?:earth)?quakes?\b|\bfloods?\b|\btyphoon\b|\bhurricane\b", re.I),
}

_OPENING = 400
# Words of a note, and of a report that must give full evidence.
_SHORT, _LONG = 100, 250


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that speak of violence.

    Attributes:
        start, end: offsets in the document's text.
        sentence_index: of the sentence that holds them.
        event_type, sub_event_type: ACLED terms.
        weapon: "aircraft", "artillery", "firearms", ..., or None.
        strength: 0..1, how surely the words alone tell of an occurrence.
        negative: what speaks against an occurrence ("sport", "unreal", ...), or None.
    """

    start: int
    end: int
    sentence_index: int
    event_type: str
    sub_event_type: str
    weapon: str | None
    strength: float
    negative: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentNature:
    """Whether a document reports an incident of armed violence.

    Attributes:
        is_incident: the decision.
        score: evidence for less evidence against; comparable between documents of like length.
        topic: what it is about instead, where that is plain.
        reasons: the evidence in words, for the reader of a decision.
    """

    is_incident: bool
    score: float
    topic: str | None
    reasons: tuple[str, ...]


def find_triggers(text: str, sentences: Sequence[Sentence]) -> list[Trigger]:
    """Every expression of violence, in order, none overlapping (the more specific one stays)."""
    out: list[Trigger] = []
    low = lowered(text)
    for sentence in sentences:
        if VIOLENCE_GATE.search(low, sentence.start, sentence.end):
            out.extend(_in_sentence(text, sentence))
    return out


def _forms_of_stem() -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Every stem once, with the places in `FORMS` of those that it may announce."""
    found: dict[str, list[int]] = {}
    for number, form in enumerate(FORMS):
        for stem in form.stems:
            found.setdefault(stem, []).append(number)
    return tuple((stem, tuple(numbers)) for stem, numbers in found.items())


_FORMS_OF_STEM = _forms_of_stem()


def _in_sentence(text: str, sentence: Sentence) -> list[Trigger]:
    start, end = sentence.start, sentence.end
    low = text[start:end].lower()
    found: list[tuple[int, int, Form]] = []
    near = {number for stem, numbers in _FORMS_OF_STEM if stem in low for number in numbers}
    for form in (FORMS[number] for number in sorted(near)):
        for m in form.pattern.finditer(text, start, end):
            a, b = m.span()
            if not any(a < y and x < b for x, y, _ in found):
                found.append((a, b, form))
    if not found:
        return []
    idioms = [m.span() for p in (IDIOMS, FIGURES) for m in p.finditer(text, start, end)]
    weak = any(form.strength < _SURE for _, _, form in found)
    topic = _sentence_topic(text, sentence) if weak else None
    cause = other_cause(text[start:end])
    found.sort(key=lambda item: item[0])
    return [
        Trigger(
            a,
            b,
            sentence.index,
            form.event_type,
            form.sub_event_type,
            form.weapon,
            form.strength,
            _against(text, start, (a, b), form, topic, idioms) or _caused(cause, text[a:b], form),
        )
        for a, b, form in found
    ]


def _against(
    text: str,
    start: int,
    span: tuple[int, int],
    form: Form,
    topic: str | None,
    idioms: Sequence[tuple[int, int]],
) -> str | None:
    """What speaks against an occurrence, or None."""
    if any(span[0] < y and x < span[1] for x, y in idioms):
        return "idiom"
    if topic is not None and form.strength < _SURE:
        return topic
    return "unreal" if _is_unreal(text, start, span[0]) else None


def _caused(cause: str | None, words: str, form: Form) -> str | None:
    """The other cause of a sentence, where a trigger tells the harm and not who did it."""
    if cause in ("animals", "drill"):
        return cause
    return cause if cause is not None and tells_harm_only(words, form.strength) else None


def _is_recalled(text: str, sentences: Sequence[Sentence], trigger: Trigger) -> bool:
    """Whether a trigger tells of what is only remembered, or judged years after."""
    place = trigger.sentence_index - sentences[0].index
    if not 0 <= place < len(sentences):
        return False
    s = sentences[place]
    if _MEMORY.search(text, s.start, trigger.end) or _LONG_AGO.match(text, trigger.end, s.end):
        return True
    judged = _JUDGED.search(text, s.start, s.end) is not None
    return judged and _OF_A_YEAR.search(text, max(s.start, trigger.start - 16), s.end) is not None


def _is_unreal(text: str, start: int, at: int) -> bool:
    """Whether the words before a trigger make it a threat, a wish or a condition."""
    clause = max(start, text.rfind(",", start, at), text.rfind(";", start, at), at - 60)
    return _UNREAL.search(text, clause, at) is not None


def _sentence_topic(text: str, sentence: Sentence) -> str | None:
    best: tuple[int, str] | None = None
    for topic in HARD_TOPICS:
        hits = {
            m.group().lower() for m in TOPICS[topic].finditer(text, sentence.start, sentence.end)
        }
        if len(hits) >= 2 and (best is None or len(hits) > best[0]):
            best = (len(hits), topic)
    return best[1] if best else None


def incident_likelihood(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger] | None = None
) -> DocumentNature:
    """Decide whether a document reports an incident of armed violence.

    Args:
        text: the document's text, title first (or given apart and put before it).
        sentences: its sentences.
        triggers: what `find_triggers` gave, where the caller has it already.
    """
    if triggers is None:
        triggers = find_triggers(text, sentences)
    if not sentences:
        return DocumentNature(False, 0.0, None, ("no text",))
    lead = sentences[min(3, len(sentences) - 1)].end
    plain = [t for t in triggers if not _is_recalled(text, sentences, t)]
    for_it, reasons = _evidence(text, sentences, plain, lead)
    topics = _topics(text, sentences, lead)
    topic, against = max(topics.items(), key=lambda kv: (kv[1], kv[0]))
    reasons = [*reasons, *(f"{t}: {n:.1f}" for t, n in sorted(topics.items()) if n >= 1)]
    headline = sentences[0].end
    if any(t.start < headline and t.strength >= 0.85 and t.negative is None for t in plain):
        # The headline names the violence: what else the page carries is beside the matter.
        for_it += 2.5 if not _topic_words(text, sentences[0].start, headline) else 0.0
    score = for_it - against
    if _has_other_cause(text, triggers):
        return DocumentNature(False, score, topic, (*reasons, "the harm had another cause"))
    if _falls_short(for_it, text, sentences):
        return DocumentNature(
            False,
            score,
            topic if against else None,
            (*reasons, "no words that tell of armed violence"),
        )
    if score <= 0:
        return DocumentNature(False, score, topic, (*reasons, f"mostly about {topic}"))
    return DocumentNature(True, score, None, tuple(reasons))


def _has_other_cause(text: str, triggers: Sequence[Trigger]) -> bool:
    """Whether the text hints at another cause of the harm, and no word of it speaks of arms."""
    plain = all(
        t.negative is not None or tells_death_only(text[t.start : t.end], t.strength)
        for t in triggers
    )
    return plain and hints_at_accident(text)


def is_talk(text: str) -> bool:
    """Whether a text says of itself that it is a speech, an interview or comment."""
    return _TALK.search(text[:_OPENING]) is not None


def _falls_short(for_it: float, text: str, sentences: Sequence[Sentence]) -> bool:
    """Whether a text of this length must give more evidence: a note tells in one sentence."""
    for_it -= 1.0 if is_talk(text) else 0.0
    if for_it < 0.45 or for_it >= 1.2:
        return for_it < 0.45
    words = 0
    for sentence in sentences:
        words += len(sentence.tokens)
        if words >= _LONG:
            break
    return for_it < (0.45 if words < _SHORT else 0.8 if words < _LONG else 1.2)


def _evidence(
    text: str, sentences: Sequence[Sentence], triggers: Sequence[Trigger], lead: int
) -> tuple[float, list[str]]:
    """Sum over sentences of their strongest trigger, more in the lead, more beside casualties."""
    best: dict[int, Trigger] = {}
    for t in triggers:
        if t.negative is None and (
            t.sentence_index not in best or t.strength > best[t.sentence_index].strength
        ):
            best[t.sentence_index] = t
    total = 0.0
    reasons: list[str] = []
    by_index = {s.index: s for s in sentences}
    for index, t in sorted(best.items()):
        s = by_index[index]
        weight = t.strength if t.strength >= 0.8 else _WEAK * t.strength
        if _CASUALTY.search(text, s.start, s.end):
            weight += 0.3 if t.strength >= 0.6 else 0.1
        if MOMENT.search(text, s.start, s.end):
            weight += 0.2
        if t.start < lead:
            weight *= 1.6
        total += weight
        if len(reasons) < 4:
            reasons.append(f"{text[t.start : t.end]!r} ({t.sub_event_type})")
    return total, reasons


def _topics(text: str, sentences: Sequence[Sentence], lead: int) -> dict[str, float]:
    """Evidence for each other topic: distinct words, twice in the lead."""
    first, last = sentences[0].start, sentences[-1].end
    out: dict[str, float] = {}
    low = lowered(text)
    for topic in HARD_TOPICS:
        counts: dict[str, int] = {}
        weight = 0.0
        for m in _TOPICS_LOW[topic].finditer(low, first, last):
            word = m.group()
            counts[word] = counts.get(word, 0) + 1
            if counts[word] <= 3:
                weight += 1.0 if m.start() < lead else 0.5
        needed = 3 if topic in ("sport", "disease") else 2
        title = _TITLE_TOPIC.get(topic)
        if title is not None and title.search(text, first, sentences[0].end):
            weight, needed = weight + 2.0, 0
        out[topic] = weight if len(counts) >= needed else 0.3 * weight
    out["tribunal"] = _tribunal(text, first, last, lead)
    return out


def _topic_words(text: str, start: int, end: int) -> bool:
    return any(TOPICS[topic].search(text, start, end) for topic in HARD_TOPICS)


def _tribunal(text: str, first: int, last: int, lead: int) -> float:
    """A report on a judgement over a past war; a local court's news of a shooting is not one."""
    if not INTERNATIONAL_COURT.search(text, first, lead):
        return 0.0
    judged = sum(1 for _ in TOPICS["tribunal"].finditer(text, first, last))
    return 2.0 * judged if TOPICS["tribunal"].search(text, first, lead) else 0.0
