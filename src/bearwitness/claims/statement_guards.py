"""When a verb of saying gives nobody's words: nobody spoke, nothing was said, a participle."""

from __future__ import annotations

import re

_NO_ONE = re.compile(
    r"(?:something|anything|everything|no|none|nobody|neither|not|nothing|few|hardly)\b", re.I
)
_UNSAID = re.compile(r"\b(?:not|never|declin\w+|refus\w+|without|yet\s+to)\b|n[’']t\b", re.I)
# "a man who admitted …": a clause about somebody, within what another tells.
_WHO_ONLY = re.compile(r"\s*,?\s*(?:who|which|that)\s+(?:had|has|have|later|also)?\s*$", re.I)
# "targeting what it says are arms": how something is called, not what somebody told.
_WHAT_BEFORE = re.compile(
    r"\b(?:what|which|whom|who)\s+(?:(?:the|its|their|his|her|some|many)\s+)?$", re.I
)
# "adds another page": something is added to something.
_ADDS_TO = re.compile(
    r"add(?:s|ed)\s+(?:another|more|new|further|an?|to|fuel|weight|insult)\s(?!.*\bthat\b)", re.I
)
# "denied the rebels' claims that …": a noun, and no verb.
_NOUNS = ("claims", "reports", "claim", "report")
_OBJECT = re.compile(
    r"\b(?:the|these|those|such|any|of|by|denied|denies|rejected|dismissed|refuted)\s+$", re.I
)
# "If the rebels say that …": nobody has said it.
_IF = re.compile(r"\b(?:if|whether|unless|should)\s+(?:(?:the|an?|his|its|their)\s+)?$", re.I)
# "according to what an official announced": what was said stands before, of many kinds.
_AS_TOLD = re.compile(r"according\s+to\s+what\s+(?:(?:the|an?|his|its)\s+)?$", re.I)
_BEING = re.compile(r"\s*,|\s+(?:is|are|was|were|had|has|have|would|may|could|will)\b", re.I)
# "rights stated in the constitution": a participle. A statement's form or "that" makes it a verb.
_PARTICIPLE = frozenset(
    """stated noted announced claimed alleged reported declared suggested indicated disclosed
    acknowledged""".split()
)
_ADJUNCT = re.compile(r"\s+(?:in|by|under|to|for|on)\s", re.I)
_FORM = re.compile(
    r"\b(?:statement|report|interview|speech|letter|briefing|tweet|post|message|release|conference|"
    r"communiqu[eé]|broadcast|video|address|Twitter|Facebook|Telegram|\w+day|today|yesterday)\b"
    r"|\bthat\b|[“”\"]",
    re.I,
)
_COMMENTED_ON = re.compile(r"comment(?:ed|s)\s+on\b", re.I)
# "both sides declared a truce" is an act; "he declared that …" gives words.
_DECLARED = re.compile(
    r"declare[ds]\b(?!\s*(?:that\b|it\b|they\b|he\b|she\b|there\b|we\b|[,:“”\".]))", re.I
)
_ADJUNCT_REACH = 90


# "says nothing", "denied to the nation …", "commitments expressed in …", "maintains a policy".
_TELLS_NOTHING = re.compile(
    r"sa(?:y|ys|id)\s+(?:nothing|anything)\b|den(?:y|ies|ied|ying)\s+to\s+(?!have\b|be\b)|"
    r"expressed\s+(?:in|by|at)\b|"
    r"(?:maintain|explain)(?:s|ed)\s+(?:an?|its|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:polic(?:y|ies)|reports?|plans?|presence|forces?|bases?|sieges?|positions?|situation)\b",
    re.I,
)


def gives_no_words(text: str, speaker: tuple[int, int], verb: tuple[int, int], stop: int) -> bool:
    """Whether a cue attributes nothing that somebody said.

    Args:
        text: the document's text.
        speaker: offsets of the speaker's words.
        verb: offsets of the verb of saying.
        stop: end of the sentence.
    """
    start, end = speaker
    if _TELLS_NOTHING.match(text, verb[0], stop):
        return True
    if _NO_ONE.match(text, start) or _COMMENTED_ON.match(text, verb[0]):
        return True
    if _ADDS_TO.match(text, verb[0], stop):
        return True
    if _DECLARED.match(text, verb[0]) and not _FORM.search(text, verb[1], verb[1] + _ADJUNCT_REACH):
        return True
    between = text[end : verb[0]] if end <= verb[0] else ""
    if _UNSAID.search(between) or _WHO_ONLY.match(between):
        return True
    if text[verb[0] : verb[1]].lower() in _NOUNS and _OBJECT.search(
        text, max(0, start - 20), start
    ):
        return True
    if _IF.search(text, max(0, start - 20), start):
        return True
    if _AS_TOLD.search(text, max(0, start - 30), start):
        return True
    called = _WHAT_BEFORE.search(text, max(0, start - 12), start)
    if called is not None and _BEING.match(text, verb[1]):
        return True
    cue = text[verb[0] : verb[1]].lower()
    if cue in _PARTICIPLE and not between.strip() and _ADJUNCT.match(text, verb[1]):
        return not _FORM.search(text, verb[1], min(stop, verb[1] + _ADJUNCT_REACH))
    return False
