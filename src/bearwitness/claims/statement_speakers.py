"""Who speaks: the full name and office of a cue's speaker, and whether that is surely who."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bearwitness.claims import statement_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.persons import (
    OFFICES,
    Offices,
    is_name,
    name_after,
    office_of,
    role_after,
    split_office,
)
from bearwitness.claims.speech_words import GROUP_NOUNS, PERSON_NOUNS, PREPOSITIONS, TIME_WORDS
from bearwitness.claims.statement_checks import can_be_speaker
from bearwitness.model.claim import Speaker
from bearwitness.text.sentences import Sentence

_TITLES = ("Mr", "Mrs", "Ms", "Dr", "The", "But", "And", "Sir", "Lord", "Gen", "Col", "Capt")
_NO_FIRST_NAMES = OFFICES | TIME_WORDS | PREPOSITIONS | w.OPENERS
_OPENS = re.compile(
    r"(?:But|And|Meanwhile,|However,)?\s*"
    r"(?P<name>[A-Z][\w’-]+(?: (?:al-|bin |el-)?[A-Z][\w’-]+){0,3})(?=,? [a-z])"
)
# "Intelligence and police sources": the first of two sorts of the same people.
_PAIRED = re.compile(r"(?P<first>(?:[A-Z][\w-]+)(?: [a-z]+){0,2} and) ")
_OF_BODIES = GROUP_NOUNS | PREPOSITIONS | {"police", "army", "un", "nations", "and", "rebels"}
_HEARD = 4  # sentences back to who spoke last


@dataclass(frozen=True, slots=True)
class Said:
    """One cue: who speaks, where, and the offsets of what is said.

    `key` tells one voice's quotations from another's; `nested` is a cue within what another says.
    """

    sentence: Sentence
    name: str
    actor_id: str | None
    cue: str
    start: int
    end: int
    verb: int
    content: tuple[int, int]
    channel: Speaker | None
    hedge: str | None
    key: int | None
    nested: bool = False


def with_first_name(page: Page, sentence: Sentence, speaker: Speaker) -> Speaker:
    """A speaker with a first name that reads like a verb where it opens a sentence ("Ahmed")."""
    before = page.text[page.opening(sentence) : speaker.start]
    written = page.text[speaker.start : speaker.end]
    pair = _PAIRED.fullmatch(before)
    if pair is not None and written.islower() and written.endswith("s"):
        name = f"{pair.group('first')} {written}"
        return replace(speaker, name=name, start=speaker.start - len(before))
    first = re.fullmatch(r"([A-Z]\w+ed) ", before)
    if first is None or not is_name(f"{first.group(1)} {written}"):
        return speaker
    start = speaker.start - len(first.group())
    return replace(speaker, name=f"{first.group(1)} {written}", start=start)


def from_its_article(text: str, speaker: Speaker) -> Speaker:
    """A speaker without what stands before its article: a photographer's credit, a headline."""
    written = text[speaker.start : speaker.end]
    article = re.search(r"(?<=\w)\s(?=The\s)", written)
    if article is None:
        return speaker
    name = re.sub(r"^The\s+", "", plain(written[article.end() :]))
    return replace(speaker, name=name, start=speaker.start + article.end())


def is_pronoun(page: Page, said: Said) -> bool:
    """Whether the text gives the speaker as "he", "it" or "they"."""
    return plain(page.text[said.start : said.end]).lower() in w.PRONOUNS


def as_written(page: Page, said: Said, name: str, office: str | None) -> str:
    """A description in the text's own words, where what it was taken for is in doubt."""
    written = plain(page.text[said.start : said.end])
    bare = re.sub(r"^(?:the|a|an)\s+", "", written, flags=re.I)
    head = bare.split(" ")[-1]
    if bare == name or is_pronoun(page, said):
        return name
    if not head.islower():
        begun = name.startswith(f"{bare} ") and " " not in bare
        return bare if begun and page.actors.lookup(bare) is not None else name
    body = bool({p.lower() for p in name.split(" ")} & GROUP_NOUNS)
    of_person = (is_name(name) and not body) or office_of(said.name) or office_of(name)
    short = not office_of(bare) and bare.count(" ") <= 1
    if head in w.COLLECTIVE | GROUP_NOUNS and of_person and short:
        return bare
    if bare in w.COLLECTIVE and not re.sub(r"\s*\(.*", "", name).lower().endswith(bare):
        return bare
    if is_name(name) and head in OFFICES:
        return name if head in f"{office} {said.name}".lower() else bare
    if not bare.islower() or head not in GROUP_NOUNS or " " in bare.replace(" ", "", 1):
        return name
    called = set(
        re.findall(rf"\b(?!The|Its|Their|An?\b)([A-Z][\w’'-]+)\s+(?i:{head})\b", page.body)
    )
    if not called:
        return bare if is_name(name) and head not in name.lower() else name
    return name if head in name.lower() and len(called) == 1 else bare


def is_meant(page: Page, said: Said) -> bool:
    """Whether "it", "he" or "they" is surely whom it was taken for.

    That is who spoke last before, where no sentence since has opened with another person, or
    else one whom this sentence or the one before it names.
    """
    if not is_pronoun(page, said):
        return True
    written = plain(page.text[said.start : said.end]).lower()
    person = _is_personal(said.name) or _is_one(said.name)
    if written == "it" and _is_plural(said.name):
        return False
    if written in ("he", "she") and (_is_body(page, said.name) or _opened(page, said)):
        return False
    index = said.sentence.index
    before = [
        v.speaker
        for i in range(max(0, index - _HEARD), index + 1)
        for v in page.attributions.voices[i]
        if v.speaker.start < said.start
    ]
    rivals = [
        b.name
        for b in before
        if (_is_personal(b.name) or _is_one(b.name)) is person
        and (person or can_be_speaker(b.name))
    ]
    if rivals:
        since = max(b.end for b in before if b.name == rivals[-1])
        return rivals[-1] == said.name and not (person and _others(page, said, since))
    opening = page.text[page.sentences[max(0, index - 1)].start : said.start]
    return said.name.split(" (")[0].split(" ")[-1] in opening


def _is_personal(name: str) -> bool:
    """Whether a name is one person's, by its form or its office."""
    if is_name(name) or office_of(name):
        return True
    parts = name.split(" ")
    named = len(parts) > 1 and parts[0][:1].isupper() and parts[-1][:1].isupper()
    return named and "'s" not in name and not {p.lower() for p in parts} & _OF_BODIES


def _is_one(name: str) -> bool:
    """Whether a description is of one person: "one of the residents", "witness"."""
    lows = name.lower().split(" ")
    stop = next((i for i, low in enumerate(lows) if i and low in PREPOSITIONS), len(lows))
    return lows[0] == "one" or lows[stop - 1] in PERSON_NOUNS


def _is_body(page: Page, name: str) -> bool:
    """Whether a name is surely no person's: a listed body, several, a possessive's."""
    if office_of(name):
        return False
    return "’s " in name or "'s " in name or page.actors.lookup(name) is not None


def _opened(page: Page, said: Said) -> bool:
    """Whether a sentence since the last voice opens with another person's name."""
    at = said.sentence.index
    first = at - 1
    while first > max(0, at - _HEARD) and not page.attributions.voices[first]:
        first -= 1
    for sentence in page.sentences[max(0, first) : at]:
        m = _OPENS.match(page.text, sentence.start, sentence.end)
        if m is None or not _may_be_person(page, m):
            continue
        spoke = [v.speaker.name for v in page.attributions.voices[sentence.index]]
        if m.group("name").split(" ")[-1] not in said.name and said.name not in spoke[-1:]:
            return True
    return False


def _others(page: Page, said: Said, since: int) -> bool:
    """Whether the sentences between a voice and "he" tell of another person."""
    for sentence in page.sentences:
        if sentence.start <= since or sentence.end > said.sentence.start:
            continue
        tokens = sentence.tokens
        if said.name.split(" ")[-1] in {t.text for t in tokens}:
            continue
        if any(t.lower in PERSON_NOUNS and t.lower not in ("chief", "head") for t in tokens):
            return True
    return False


def _may_be_person(page: Page, m: re.Match[str]) -> bool:
    """Whether the capitalised words that open a sentence may be a person's name."""
    name = m.group("name")
    if page.actors.lookup(name) is not None or any(
        each.lower() in GROUP_NOUNS | TIME_WORDS for each in name.split(" ")
    ):
        return False
    if " " in name:
        return is_name(name)
    named = rf"(?:[a-z,] |\bBut |\bAnd |[A-Z][\w’-]+ ){name}\b(?! [A-Z])"
    return re.search(named, page.body) is not None


def _is_plural(name: str) -> bool:
    """Whether a description is of several: "experts", "rebels in the north"."""
    head = re.split(r"\s(?:of|in|from|for)\s", name)[0].split(" ")[-1]
    return head.islower() and head.endswith("s")


def _no_person(name: str) -> bool:
    """Whether capitalised words before a comma are an adjunct: "In September, …"."""
    lows = {each.lower() for each in name.split()}
    return name.endswith(("’", "'")) or bool(
        lows & (TIME_WORDS | PREPOSITIONS | {"after", "since", "before", "the"})
    )


def person_and_office(page: Page, said: Said, offices: Offices) -> tuple[str, str | None]:
    """The speaker's full name, and the office the document gives."""
    written = w.OPENING.sub("", plain(page.text[said.start : said.end]))
    written = w.ASIDE.sub("", written)
    first = written.split(" ")[0].lower()
    office, name = split_office(written)
    if office is not None and first in ("its", "their", "his", "her"):
        owner = _owner(page, said)
        office = f"{office} of {owner}" if owner else office
    apposed = w.NAME_BEFORE.search(page.text, said.sentence.start, said.start)
    closed = page.text[said.end : said.end + 1] == ","
    begins = apposed is not None and _begins_with(page, said, apposed)
    if apposed and (closed or begins) and not _no_person(apposed.group("name")):
        offices.learn(apposed.group("name"), written)
        return apposed.group("name"), written
    body = w.NAMED_BODY.search(said.name) if said.name[:1].islower() else None
    if body is not None and not office_of(said.name):
        return body.group("name"), None
    if first in ("a", "an", "another", "one", "two", "some", "several"):
        bare = re.sub(r"^(?:an?)\s+", "", written, flags=re.I)
        after = name_after(page.text, said.end) if office_of(bare) else None
        if after is not None:
            offices.learn(after, bare)
            return after, bare
        return bare, role_after(page.text, said.end, said.sentence.end)
    if office is None and office_of(written) and (after := name_after(page.text, said.end)):
        offices.learn(after, written)
        return after, re.sub(r"^(?:the|an?)\s+", "", written, flags=re.I)
    if office is None:
        office, name = split_office(w.ASIDE.sub("", w.OPENING.sub("", said.name)))
    if office is None and is_name(plain(said.name)):
        office = role_after(page.text, said.end, said.sentence.end)
    name = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I)
    if _is_shared(page, written):
        return written, office
    name = offices.full(name)
    if office is not None:
        offices.learn(name, office)
    return name, office or offices.office(name)


def _is_shared(page: Page, written: str) -> bool:
    """Whether a surname standing alone is that of two whom the page names."""
    if not re.fullmatch(r"[A-Z][\w’-]+", written):
        return False
    first = re.findall(rf"\b([A-Z][\w’-]+) {re.escape(written)}\b", page.body)
    given = {f for f in first if f.lower() not in _NO_FIRST_NAMES and f not in _TITLES}
    return len(given) > 1


def _begins_with(page: Page, said: Said, apposed: re.Match[str]) -> bool:
    """Whether "Gen. X Y, the commander of the front said" opens the sentence, comma or none."""
    opening = page.opening(said.sentence)
    if not office_of(page.text[said.start : said.end]):
        return False
    if page.words(said.sentence).isupper():
        plain_words = not re.search(r"ED\b", apposed.group("name"))
        bare = re.search(r"\b(?:THE|AN?)\s*$", apposed.group()) is None
        return apposed.start() == opening and plain_words and bare
    return re.fullmatch(r"\s*(?:[A-Z][\w.]*\s+)*", page.text[opening : apposed.start()]) is not None


def _owner(page: Page, said: Said) -> str | None:
    """Whose "its director" is: the body named last in this or the sentence before."""
    first = max(0, said.sentence.index - 1)
    lo, hi = page.sentences[first].start, said.start
    found = list(w.OWNER.finditer(page.text, lo, hi))
    if not found:
        return None
    head = found[-1].group("head")
    full = re.search(rf"((?:[A-Z][\w’'-]+ ){{1,4}}{head.capitalize()})\b", page.text[: said.start])
    return full.group(1) if full else f"the {head}"
