"""Who meets whom: the parties of a meeting, by the noun phrases around its cue."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bearwitness.claims import meeting_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.persons import split_office
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import PREPOSITIONS, SOURCE_NOUNS
from bearwitness.text.sentences import Sentence

Status = Literal["planned", "held", "cancelled", "reported"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Where a sentence tells of a meeting.

    Attributes:
        start, end: offsets of the cue.
        parties_at: from where the "with …" phrase is looked for, None where the cue has none.
        subject_before: whether the subject stands before the cue.
        shape: which rule found it.
    """

    start: int
    end: int
    shape: Literal[
        "held", "were", "one", "met", "visit", "between", "together", "received", "apposed"
    ]
    status: Status | None = None


def parties_of(page: Page, sentence: Sentence, cue: Cue) -> tuple[tuple[str, ...], int] | None:
    """Participants and the end of their words; None where the cue tells of no meeting."""
    text, stop = page.text, sentence.end
    if cue.shape == "visit":
        return _visit(page, sentence, cue)
    if cue.shape in ("together", "apposed"):
        return _together(page, sentence, cue)
    if cue.shape == "received":
        return _received(page, sentence, cue)
    if cue.shape == "met":
        return _met(page, sentence, cue)
    doer = subject_of(page, sentence, cue.start) if cue.shape == "held" else None
    names: list[str] = [doer] if doer and not w.SEAT_OF_STATE.search(doer) else []
    end = cue.end
    m = w.WITH.search(text, cue.start, min(stop, cue.end + 130))
    if m and (m.start() - cue.end < 50):
        np = _np(m.group("np"))
        end = m.start("np") + len(np)
        between = m.group("prep").lower() == "between"
        if between and w.HOSTING.match(text, cue.start):
            names = []  # who hosts or mediates is no party
        names += _pair(page, np) if between else [plain(np.split(",")[0])]
    elif cue.shape == "held" and doer is not None and not _public(page, doer):
        return None
    elif w.HOSTING.match(text, cue.start):
        names = []  # nor is who hosts guests that are not named
    names = [one for n in names for one in _each(page, n) if one.lower() not in w.PRONOUNS]
    if cue.shape == "between" and not any(_public(page, n) for n in names):
        return None
    if cue.shape == "held" and (not names or not any(_public(page, n) for n in names)):
        return None
    first = text[cue.start : cue.end].lower().split(" ")[0]
    if cue.shape == "held" and (first == "had" or first.endswith("ing")) and len(names) < w.BOTH:
        return None
    noun = text[cue.start : cue.end].split()[0].lower()
    if noun == "conference" and not any(_public(page, n) for n in names):
        return None
    if cue.shape == "were" and not _political(text, sentence, names, page):
        return None
    return tuple(dict.fromkeys(names)), end


def _political(text: str, sentence: Sentence, names: list[str], page: Page) -> bool:
    """Whether talks without stated parties are those of states or warring sides."""
    if any(_public(page, n) for n in names):
        return True
    around = text[sentence.start : sentence.end]
    return bool(
        re.search(
            r"\b(?:peace|talks|negotiations|summit|ceasefire|truce|Security Council)\b",
            around,
            re.I,
        )
    )


def _visit(page: Page, sentence: Sentence, cue: Cue) -> tuple[tuple[str, ...], int] | None:
    """Reads "X visited PLACE to ask HOST to …": a meeting with those who are asked."""
    doer = subject_of(page, sentence, cue.start)
    if doer is None or not _public(page, doer):
        return None
    rest = page.text[cue.end : sentence.end]
    m = re.match(r"\s+(?:with\s+)?(?P<who>(?:the\s+|his\s+|her\s+)?[^,.;:()“”\"]{3,110})", rest)
    if m is None:
        return None
    host = _np(m.group("who"))
    if not (_public(page, host) or plain(host)[:1].isupper()):
        return None
    return (*_each(page, doer), *_each(page, plain(host))), cue.end + m.start("who") + len(host)


def _together(page: Page, sentence: Sentence, cue: Cue) -> tuple[tuple[str, ...], int] | None:
    """Reads "X and Y met in PLACE": several who hold office, or are bodies, before the verb."""
    doer = subject_of(page, sentence, cue.start)
    if doer is None or not w.MANY.search(doer):
        return None
    names, end = _each(page, doer), cue.end
    m = w.WITH_LATER.match(page.text, cue.end, sentence.end)
    other = _np(m.group("np")) if m else ""
    if m is not None and _public(page, other):
        names, end = (*names, *_each(page, plain(other))), m.start("np") + len(other)
    return (names, end) if all(_public(page, n) for n in names) else None


def _received(page: Page, sentence: Sentence, cue: Cue) -> tuple[tuple[str, ...], int] | None:
    """Reads "X received a delegation": both hold office; nothing but people is received."""
    rest = w.PHRASE_END.split(page.text[cue.end : sentence.end])[0]
    guest = _np(rest)
    doer = subject_of(page, sentence, cue.start)
    if doer is None or not _public(page, doer) or not w.GUEST.search(guest):
        return None
    if w.NOT_GUEST.search(guest):
        return None
    return (*_each(page, doer), *_each(page, plain(guest))), cue.end + len(guest)


def _met(page: Page, sentence: Sentence, cue: Cue) -> tuple[tuple[str, ...], int] | None:
    text = page.text
    word = text[cue.start : cue.start + 7].lower()
    rest = text[cue.end : sentence.end]
    first = re.match(r"[\w’'-]+", rest)
    if first is None or first.group().lower() in w.NOT_MET | PREPOSITIONS:
        return None
    if word == "meeting" and not re.search(
        r"\b(?:is|are|was|were|be|been|after|before|by|while)\s+$", text[sentence.start : cue.start]
    ):
        return None
    np = _np(w.PHRASE_END.split(rest)[0])
    other = plain(np)
    head = re.split(r"\s+(?:of|by|from|to|for)\b", other, flags=re.I)[0].lower()
    if head != "the opposition" and head.split(" ")[-1] in w.NOT_MET:
        return None
    doer = subject_of(page, sentence, cue.start)
    if doer is None or len(other) < 3 or other.lower() in w.PRONOUNS:
        return None
    if not (_public(page, other) and (_public(page, doer) or doer[:1].isupper())):
        return None
    if not any(c.isupper() for c in other) and not set(other.lower().split()) & (w.PUBLIC | w.HIGH):
        return None
    return (*_each(page, doer), *_each(page, other)), cue.end + len(np)


def _np(words_after: str) -> str:
    """A noun phrase up to where it must end; "and" is kept."""
    head = w.STANDS_FOR.search(words_after)
    m = w.NP_END.search(words_after)
    if m is not None and head is not None and head.start() < m.start() < head.end():
        m = w.NP_END.search(words_after, head.end())
    return words_after[: m.start()] if m else words_after.rstrip()


def _each(page: Page, name: str) -> tuple[str, ...]:
    """Both of "A and B" and of "the A and B presidents"; a body so named stays one."""
    joint = w.JOINT.split(name, maxsplit=1)
    if len(joint) == w.BOTH and all(_public(page, one) for one in joint):
        return joint[0], joint[1]
    if w.LIST_OF.search(name):
        return (name,)
    left, _, right = name.rpartition(" and " if " and " in name else " AND ")
    if left and all(_holds_office(one) and _public(page, one) for one in (left, right)):
        return left, right
    if left and page.actors.lookup(left) and split_office(right)[0] is not None:
        return left, right
    if left and all(one.lower().split()[-1] in w.MEN_OF_OFFICE for one in (left, right)):
        return left, right
    m = w.PAIR.match(name)
    if m is None or name.isupper() or page.actors.lookup(name) is not None:
        return (name,)
    if m.group("noun") is None:
        return m.group("a"), m.group("b")
    peoples = page.actors.state(m.group("a")) and page.actors.state(m.group("b"))
    noun = m.group("noun")
    return (f"{m.group('a')} {noun}", f"{m.group('b')} {noun}") if peoples else (name,)


def _holds_office(name: str) -> bool:
    """Whether a name is that of a person told by an office, or by the counterpart's."""
    lows = {each.lower() for each in name.split()}
    last = re.sub(r"^(?:al|el|ar|as)-", "", name.split()[-1])
    return last[:1].isupper() and bool(lows & (w.MEN_OF_OFFICE | {"counterpart"}))


def _pair(page: Page, np: str) -> list[str]:
    """The two of a "between" phrase."""
    if "," in np:
        return _split(np)
    both = _each(page, plain(re.sub(r"^the\s+", "", np)))
    return list(both) if len(both) == w.BOTH else _split(np)


def _split(np: str) -> list[str]:
    return [
        plain(re.sub(r"^the\s+", "", p))
        for p in re.split(r",\s*|\s+and\s+", np, flags=re.I)
        if plain(p)
    ]


def subject_of(page: Page, sentence: Sentence, at: int) -> str | None:
    """Who meets: the noun phrase before the verb at an offset, with what heads or leads it.

    Of "X arrived in Baghdad and held talks" it is X.
    """
    tokens = sentence.tokens
    going = w.GOING.search(page.text, sentence.start, at) or w.AGREED.search(
        page.text, sentence.start, at
    )
    at = going.start("verb") if going else at
    verb = next((i for i, t in enumerate(tokens) if t.start >= at), None)
    if verb is None:
        return None
    first = verb
    while first > 0 and tokens[first - 1].lower in w.BEFORE_VERB:
        first -= 1
    phrase = subject(tokens, first) if first else None
    if phrase is None:
        return None
    left = phrase[0]
    while left and tokens[left - 1].is_capitalised and tokens[left - 1].is_word:
        left -= 1
    start, end = tokens[left].start, tokens[phrase[1] - 1].end
    if apposed := re.match(
        r", (?:[A-Z][\w’'-]+)(?: [\w’'-]+){1,3}(?=,)", page.text[end : sentence.end]
    ):
        end += apposed.end()
    led = page.text[sentence.start : start]
    joined = w.JOINED_BEFORE.search(led)
    if joined is not None and _public(page, joined["np"]):
        start = sentence.start + joined.start("np")
    if listed := w.LIST_BEFORE.search(led):
        start = sentence.start + listed.start()
        start += len("and ") if page.text.startswith("and ", start) else 0
    head = re.search(
        r"((?:\b[Aa]n?\s+|\b[Tt]he\s+)(?:[\w’'-]+\s+){1,4}(?:headed|led)\s+by\s+(?:the\s+)?)$",
        page.text[sentence.start : start],
    )
    if head:
        start = sentence.start + head.start()
    name = w.BYLINE.sub("", plain(page.text[start:end]))
    name = w.TIME_FIRST.sub("", w.LAST_CLAUSE.sub("", name))
    name = re.sub(r"^(?:the|a|an)\s+|\s+(?:last|this|late|early)$", "", name, flags=re.I)
    if name.count(" ") >= w.LONGEST_NAME or w.ADJUNCT.match(name):
        return None
    if w.CONTRACTED.sub("", name).lower() in ("he", "she"):
        return _spoken_of(page, sentence)
    return None if not name or name.lower() in w.PRONOUNS else name


def _spoken_of(page: Page, sentence: Sentence) -> str | None:
    """The person of office with whom the sentence before begins: whom "he" means."""
    if not sentence.index:
        return None
    before = page.sentences[sentence.index - 1]
    m = w.PERSON.match(page.text, page.opening(before), before.end)
    who = re.sub(r"[’']s$", "", plain(m["who"])) if m is not None else ""
    return who if who and _public(page, who) else None


def _public(page: Page, name: str) -> bool:
    """Whether a party is a state, force, body or person of office."""
    lows = {each.lower() for each in re.findall(r"[\w-]+", name)}
    if lows & (w.MEN_OF_OFFICE | w.PUBLIC):
        return True
    if page.actors.lookup(name) or page.actors.within(name) or page.actors.state(name):
        return True
    if lows & SOURCE_NOUNS & {"army", "government", "ministry", "council", "forces"}:
        return True
    at = page.text.find(name)
    if at >= 0 and any(p.kind == "country" and at <= p.start < at + len(name) for p in page.places):
        return True
    surname = name.split(" ")[-1]
    return surname[:1].isupper() and bool(
        re.search(
            rf"\b(?:President|Minister|King|Prince|Premier|[Ee]nvoy|Secretary|Chancellor|[Ll]eader"
            rf"|Ambassador|[Cc]hief)\s(?:[\w’'-]+\s){{0,2}}{re.escape(surname)}\b",
            page.text,
        )
    )
