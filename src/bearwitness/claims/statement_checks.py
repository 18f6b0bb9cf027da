"""What a statement must be before it is kept: a speaker who can speak, a clause, a whole addressee.

Each check looks at what was read, not at how; what fails is left open, or left out where the
core of the statement (who spoke, what was said) is in doubt.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bearwitness.claims import statement_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.persons import OFFICES
from bearwitness.claims.speakers import is_verb
from bearwitness.claims.speech_words import (
    ADVERBS,
    AUXILIARIES,
    GROUP_NOUNS,
    PERSON_NOUNS,
    PREPOSITIONS,
    SOURCE_NOUNS,
    TIME_WORDS,
    words,
)
from bearwitness.text.sentences import Sentence

_PRONOUNS = words("he she it they we i him them us me you his")
_HELPERS = words("is are was were has have had would will could should does did cannot")
_NOT_FIRST = PREPOSITIONS | words(
    """
    these those any anyone and or but that which who as while then than so because when where
    if not no over after before up down out off
    """
)
_NOT_LAST = PREPOSITIONS | words("and or but the a an that which who as over after before their")
# What is written, filmed or counted speaks for nobody who is named.
_THINGS = words(
    """
    report reports survey surveys poll polls study studies data figures figure video videos
    footage caption image images document documents photo photos map findings research evidence
    statement statements homily sermon speech letter release message record post posts tweet
    sides countries article articles law constitution agreement resolution news text toll
    information
    """
)
_SPEAKERS = (
    SOURCE_NOUNS
    | GROUP_NOUNS
    | PERSON_NOUNS
    | OFFICES
    | w.COLLECTIVE
    | words(
        """
        leadership delegation diplomat deacon sect faction side team camp embassy presidency
        cabinet parliament junta regime tribe clan brigade battalion unit church company firm
        survivor student trader driver shopkeeper refugee negotiator mediator lawmaker politician
        """
    )
)
_TIME_AFTER = re.compile(
    r"\s+(?:(?:(?:earlier|late|early|on)\s+)?(?:this|last)\s+(?:week|month|year|\w+day)|"
    r"earlier|later|today|yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"January|February|September|October|November|December)$"
)
_TIME_BEFORE = re.compile(r"^(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)\s+(?:the\s+)?")
_CAPTION = 4  # sentences
_CREDIT_AFTER = re.compile(r"\s*(?:Photo(?:graph)?(?:\s+credit|\s+by)?\s*:|Photo credit)", re.I)
_CREDITED = re.compile(
    r"\((?:AP|AFP|Reuters|EPA|Getty|Photo)[^()]{0,20}(?:Photo|Images|/|by\b)[^()]*\)|"
    r"\(Photo[^()]*\)|\b(?:AP|AFP|Reuters|EPA|Getty) (?:[Pp]hoto|Images)\b|\bPhoto: |"
    r"\[(?:AP|AFP|Reuters|EPA|Getty)[^\[\]]{0,30}\]"
)
# "… residents said. REUTERS/First Last": the credit that ends a caption.
_CREDIT_LAST = re.compile(r"\b(?:REUTERS|AFP|EPA|AP)/[A-Z][\w’'./ -]{2,50}(?:</p>)?\W*$")
_BEFORE_ARTICLE = PREPOSITIONS | words("and or as than like")
# Two words that a page ran together: "AgencyGovernment".
_GLUED = re.compile(r"[a-z]{3}[A-Z][a-z]{3}")
_DECK = 26  # words and marks
_HEADLINE_CUE = re.compile(r"(?:\w+s|say|call)$")
_CLOSED = re.compile(r"[.!?…”\"’'):;]\s*$")
_UNENDED = AUXILIARIES | words(
    "of for in from at with on to by and or but the a an its their his her as that"
)
_STATED = re.compile(
    r"(?:joint\s+|written\s+)?(?:"
    r"(?P<form_by>statement|communiqu[eé]|report|release|message|letter)\s+"
    r"(?:from|by|issued\s+by|released\s+by)\s+(?:the\s+)?(?P<by>.+)|"
    r"(?P<owner>.+?)(?:[’']s|(?<=s)[’'])?\s+(?P<form>statement|communiqu[eé]|report))",
    re.I,
)
_STATING = words("police army military government ministry group opposition coalition")
_CALLED_TO = re.compile(r"\b(?:to|for|against|that)\b|[“\"]")
_RECEIVED = re.compile(
    r"\b(?:at|in|to)\s+(?:the|his|her)\s+(?:\w+\s+)?(?:airport|palace|office|residence)"
)
_SWORN = re.compile(r"(?:his|her|its|their)?\s*(?:allegiance|loyalty|\$|€|£|\d)")
_LED = words("the all both his her its their every each people")
_NOBODY_ADDRESSED = words("that this it them him her us me you as how what why then")


def without_time(name: str) -> str:
    """A speaker's name without a day or a month that stands beside it."""
    return _TIME_AFTER.sub("", _TIME_BEFORE.sub("", name))


def balanced(words: str) -> str:
    """Words with the bracket closed that they open."""
    return f"{words})" if words.count("(") > words.count(")") else words


def can_be_speaker(name: str) -> bool:
    """Whether words are a whole phrase for somebody: no clause, no scrap of one, no thing."""
    parts = name.split()
    if not parts or "," in name:
        return False
    lows = [p.strip("“”\"(),.’'").lower() for p in parts]
    if lows[0] in _NOT_FIRST or lows[-1] in _NOT_LAST:
        return False
    if any(a == "and" and b in PREPOSITIONS for a, b in pairwise(lows)):
        return False
    if any(low in _PRONOUNS and part.islower() for low, part in zip(lows, parts, strict=True)):
        return False
    if any(part in _HELPERS for part in parts):
        return False
    if any(a in PREPOSITIONS and b.endswith("ing") for a, b in pairwise(parts)):
        return False
    if parts[0].endswith("ing") and lows[1:2] and lows[1] in PREPOSITIONS:
        return False
    if any(b == "the" and a.islower() and a not in _BEFORE_ARTICLE for a, b in pairwise(parts)):
        return False  # "an attack the government"
    if _GLUED.search(name):
        return False
    return _head(lows) not in _THINGS and _may_speak(parts)


def _may_speak(parts: list[str]) -> bool:
    """Whether a phrase has a name, several people, or a word for one who speaks."""
    stop = next((i for i, p in enumerate(parts) if i and p.lower() in PREPOSITIONS), len(parts))
    phrase = [p.strip('“”"().,').removesuffix("’s").removesuffix("'s") for p in parts[:stop]]
    if " ".join(parts).isupper() and not _may_speak_in_capitals(phrase, of=stop < len(parts)):
        return False
    if any(letter.isupper() for p in phrase for letter in p):
        return True
    return phrase[-1].endswith("s") or any(p.lower() in _SPEAKERS for p in phrase)


def _may_speak_in_capitals(phrase: list[str], *, of: bool) -> bool:
    """Whether a phrase is no adverb, and no thing told by what it is of: "PRODUCTION OF DRUGS"."""
    if len(phrase) > 1:
        return True
    word = phrase[0].lower()
    if word in ADVERBS or word == "even":
        return False
    return not of or word.endswith("s") or word in _SPEAKERS


def _head(lows: list[str]) -> str:
    """The noun that the phrase is about: the last word before "of", "from", "in"."""
    stop = next((i for i, low in enumerate(lows) if i and low in PREPOSITIONS), len(lows))
    return lows[stop - 1]


def who_states(name: str) -> tuple[str, str | None]:
    """Whose statement or report "says" so, and that form of it; (name, None) for other names."""
    stated = _STATED.fullmatch(name)
    if stated is None:
        return name, None
    who = stated.group("owner") or stated.group("by")
    known = any(each[:1].isupper() for each in who.split()) or who.lower() in _STATING
    return (who, stated.group("form") or stated.group("form_by")) if known else (name, None)


def breaks_off(content: str) -> bool:
    """Whether what is said lacks its end: the page was cut there, or the reading went astray."""
    return content.split()[-1:] != [] and content.split()[-1].lower() in _UNENDED


def is_no_stand(cue: str, content: str) -> bool:
    """Whether a verb of taking a stand tells of an act: a visit, a guest received, an oath."""
    if cue in w.STANCE and content.startswith("as "):
        return True  # "the raid that X condemned as …"
    if cue in ("called", "calls") and content.startswith(("on ", "upon ")):
        return _CALLED_TO.search(content) is None
    if content.lower().startswith(("each other", "one another", "the other")):
        return True
    if cue in ("blamed", "blames") and content.startswith("on "):
        return True  # "an attack that is blamed on X"
    if cue in ("welcomed", "hailed"):
        return _RECEIVED.search(content) is not None
    return cue in ("pledged", "vowed") and _SWORN.match(content) is not None


def can_be_addressed(name: str) -> bool:
    """Whether words are a whole phrase for somebody spoken to."""
    lows = name.lower().split()
    if (
        not lows
        or lows[0] in _NOBODY_ADDRESSED | PREPOSITIONS | TIME_WORDS
        or lows[-1] in _NOT_LAST
    ):
        return False
    return "who" in lows or not any(part in _PRONOUNS | _HELPERS for part in name.split())


def can_be_urged(name: str) -> bool:
    """Whether words are somebody called upon, and not what is called for ("urges action")."""
    first, last = name.split(" ")[0], name.split(" ")[-1]
    led = first.lower() in _LED or first[:1].isupper() or last.endswith("s")
    return led and can_be_addressed(name)


def is_display_line(text: str, sentence: Sentence, cue: str) -> bool:
    """Whether a sentence is a headline or a line under one: present tense and no full stop."""
    if _HEADLINE_CUE.match(cue) is None or "\n" not in text[sentence.end : sentence.end + 2]:
        return False
    return _CLOSED.search(text, sentence.start, sentence.end) is None


def is_deck(page: Page, sentence: Sentence, cue: str) -> bool:
    """Whether a sentence is the short line under a headline, in the present tense of headlines.

    It stands alone in the first paragraph, and what follows tells in the past what was said.
    """
    if _HEADLINE_CUE.match(cue) is None or not opens_alone(page, sentence):
        return False
    later = (
        v for s in page.sentences[sentence.index + 1 :] for v in page.attributions.voices[s.index]
    )
    past = next((v for v in later), None)
    return past is not None and _HEADLINE_CUE.match(past.speaker.cue.lower()) is None


def opens_alone(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence is short and the whole of the first paragraph."""
    body = [s for s in page.sentences if not page.is_headline(s)]
    if not body or sentence.index != body[0].index or len(sentence.tokens) > _DECK:
        return False
    return len(body) > 1 and body[1].paragraph != sentence.paragraph


def is_caption(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence stands under a picture: its paragraph, or the next, credits a photo."""
    index, last = sentence.index, len(page.sentences)
    near = page.sentences[max(0, index - _CAPTION) : min(last, index + _CAPTION)]
    own = [s for s in near if s.paragraph == sentence.paragraph]
    after = page.text[own[-1].end : own[-1].end + 40]
    if _CREDIT_AFTER.match(after):
        return True
    if _CREDIT_LAST.search(page.text[own[0].start : own[-1].end]):
        return True
    return _CREDITED.search(page.text, own[0].start, own[-1].end + 3) is not None


def is_only_adjunct(sentence: Sentence, text: str, start: int, end: int) -> bool:
    """Whether what would be said is only when: "earlier today, after the raid had ended"."""
    while (m := w.ADJUNCT_FIRST.match(text, start, end)) is not None:
        comma = text.find(",", m.end(), end)
        if comma < 0:
            return True
        start = comma + 1 + (len(text[comma + 1 : end]) - len(text[comma + 1 : end].lstrip()))
    return not holds_a_verb(sentence, start, end)


def holds_a_verb(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch of a sentence reads as a clause."""
    tokens = sentence.tokens
    held = [k for k, t in enumerate(tokens) if start <= t.start and t.end <= end]
    return any(is_verb(tokens, k) for k in held)


def is_main_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch has a verb outside what stands between commas after "who" and "which"."""
    tokens = [(k, t) for k, t in enumerate(sentence.tokens) if start <= t.start and t.end <= end]
    inside = False
    for k, token in tokens:
        if token.lower in ("who", "which", "whose"):
            inside = True
        elif token.text == ",":
            inside = False
        elif not inside and is_verb(sentence.tokens, k):
            return True
    return False


def governs(
    sentence: Sentence,
    speaker: tuple[int, int],
    verb: int,
    words: tuple[int, int],
    said_to: int,
) -> bool:
    """Whether a day belongs to a verb of saying: no other verb stands between or around them.

    Args:
        sentence: the sentence of both.
        speaker: offsets of who speaks.
        verb: where the verb begins.
        words: offsets of the day.
        said_to: where what is said ends.
    """
    if words[1] <= verb:
        low, high = (speaker[1] if words[0] >= speaker[1] else sentence.start), verb
        low = max(low, said_to) if said_to <= words[0] else low
    else:
        low, high = verb, words[0]
    tokens = sentence.tokens
    between = [k for k, t in enumerate(tokens) if low <= t.start and t.end <= high]
    return not any(is_verb(tokens, k) and tokens[k].start != verb for k in between)
