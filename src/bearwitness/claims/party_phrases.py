"""Noun phrases that name parties: persons of office, delegations, states, forces, joined or alone.

Read forward from where a phrase begins, word by word, so that what belongs to a party is kept
with it: its office and what the office is for ("envoy for Yemen"), a name in apposition ("his
counterpart, N. N."), who leads a delegation, and the other members of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bearwitness.claims import party_words as w
from bearwitness.claims.further import Page
from bearwitness.claims.party_names import BRACKET, TWO, Parties, Party, named
from bearwitness.claims.speech_words import AUXILIARIES, FINITE, TIME_WORDS, words

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z]\.(?=\s[A-Z])|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Maj|Brig|Amb|Sen|Rep|St|Capt|Gov|"
    r"Adm|Prof|Sgt|Snr|Hon)\.(?=[\s-])|[^\W_]+(?:[’'&/.-](?=[^\W_])[^\W_]+)*(?:[’'](?=\s))?|\S"
)
_LED = re.compile(r",?\s*(?:which\s+(?:is|was)\s+)?(?:headed|led|chaired|comprising)(?:\s+by)?\s+")
_JOIN = re.compile(
    r"\s*(?:,\s+(?:and\s+|as well as\s+|along with\s+)?|\s(?:and|as well as|along with)\s+)", re.I
)
_AND_ALSO = re.compile(r"\s+and\s+(?=an?\s)")  # "N. N., the premier and a senior official"
_LIST_OF = re.compile(
    r"(?:,\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*)*,?\s+(?i:and)\s+(?:the\s+)?"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)*"
)
_ARTICLED = re.compile(r"(?:al|el|ul|as|ar|an|az|ad|ash|at)[-’'][A-Z]")
_FOR_ANOTHER = re.compile(r",?\s+(?:representing|on behalf of)\s+", re.I)
_LONGEST = 16  # words of one party
_AHEAD = 4  # lower-case words before the noun that they belong to
_QUANTITY = re.compile(
    r"(?:a\s+(?:number|range|series|host)\s+of|(?:more|less)\s+than\s+(?:an?\s+)?\w+|dozens\s+of|"
    r"\d+(?:\s+percent)?\s+of(?:\s+the)?(?:\s+\d+)?|\d+)\s+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    low: str

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper() or _ARTICLED.match(self.text) is not None


def parties_at(page: Page, start: int, stop: int, *, acting: bool = False) -> Parties | None:
    """The parties that a phrase beginning at an offset names; None where none does.

    Args:
        page: the document.
        start: where the phrase begins.
        stop: where it must have ended.
        acting: whether it is what those who meet are told by, so that a verb follows its last.
    """
    text = page.text
    shouted = text[start:stop].isupper()
    first = _party(page, start, stop, shouted=shouted)
    if first is None:
        return None
    found, end = [first], first.closed
    waiting: list[Party] = []
    while (join := _JOIN.match(text, end, stop)) is not None:
        one = _party(page, join.end(), stop, shouted=shouted)
        if one is None:
            break
        waiting.append(one)
        end = one.closed
        if join.group().strip(" ,\n\t"):
            if not acting and _begins_clause(text, one, stop):
                break
            found += waiting
            waiting = []
            break
    whole = not waiting or not _is_one_more(text, waiting[0], stop)
    if len(found) > 1 and _is_dateline(text, found[0], found[1]):
        found = found[1:]
    end = found[-1].closed
    names = named(page, found)
    public = all(
        is_public(page, name) or one.office for name, one in zip(names, found, strict=True)
    )
    return Parties(names, found[0].start, end, public, whole)


def is_public(page: Page, name: str) -> bool:
    """Whether words name a state, force, body or person of office."""
    lows = {each.lower() for each in re.findall(r"[\w-]+", name)}
    if lows & w.HEADS:
        return True
    if page.actors.lookup(name) or page.actors.within(name) or page.actors.state(name):
        return True
    at = page.text.find(name)
    if at >= 0 and any(p.kind == "country" and at <= p.start < at + len(name) for p in page.places):
        return True
    if page.actors.capital(name) is not None:
        return True
    if any(page.actors.state(re.sub(r"[’']s?$", "", each)) for each in name.split(" ")):
        return True
    surname = re.sub(r"[’']s?$", "", name.split(" ")[-1])
    return surname[:1].isupper() and bool(
        re.search(
            rf"\b(?:President|Minister|King|Prince|Premier|[Ee]nvoy|Secretary|Chancellor|[Ll]eader"
            rf"|Ambassador|[Cc]hief|[Cc]ommander|[Rr]epresentative)\s(?:[\w’'-]+\s){{0,2}}"
            rf"{re.escape(surname)}\b",
            page.text,
        )
    )


def _is_one_more(text: str, one: Party, stop: int) -> bool:
    """Whether what follows a comma is another of a list, and neither an apposition nor a clause."""
    name = text[one.start].isupper() and not text[: one.start].endswith("the ")
    return name and not _begins_clause(text, one, stop)


def _is_dateline(text: str, first: Party, second: Party) -> bool:
    """Whether a lone word in capitals before a list is where the report was filed."""
    word = text[first.start : first.end]
    long = len(word) > _LONGEST_ACRONYM and word.isupper()
    return long and not text[second.start : second.end].isupper()


def is_person(page: Page, name: str) -> bool:
    """Whether words name one person: by office, or by a name that no body bears."""
    lows = [each.lower() for each in re.findall(r"[\w-]+", name)]
    if any(each in w.PERSONS for each in lows):
        return True
    return (
        not set(lows) & w.BODIES
        and page.actors.lookup(name) is None
        and (page.actors.state(name) is None)
    )


def _begins_clause(text: str, one: Party, stop: int) -> bool:
    """Whether the last of a list does something of its own: "met X and Y said"."""
    m = _WORD.match(text, one.closed + 1, stop)
    return m is not None and (m.group().lower() in FINITE or m.group() in _PAST)


def _party(page: Page, start: int, stop: int, *, shouted: bool) -> Party | None:
    one = _single(page.text, start, stop, shouted=shouted)
    if one is None:
        return None
    if one.head is not None and one.head.startswith(("delegation", "team", "mission", "group")):
        one = _with_leader(page.text, one, stop, shouted=shouted)
    if (behalf := _FOR_ANOTHER.match(page.text, one.closed, stop)) is not None:
        whom = _single(page.text, behalf.end(), stop, shouted=shouted)
        one = replace(one, closed=whom.end) if whom is not None else one
    return _with_apposition(page, one, stop, shouted=shouted)


def _with_leader(text: str, one: Party, stop: int, *, shouted: bool) -> Party:
    led = _LED.match(text, one.closed, stop)
    by = _single(text, led.end(), stop, shouted=shouted) if led is not None else None
    return replace(one, end=by.end, closed=by.end, office=True) if by is not None else one


def _with_apposition(page: Page, one: Party, stop: int, *, shouted: bool) -> Party:
    """A party with what stands between commas after it: a name, or an office."""
    text = page.text
    comma = re.compile(r"\s*,\s+").match(text, one.closed, stop)
    if comma is None or shouted:
        return one
    other = _single(text, comma.end(), stop, shouted=shouted)
    if other is None:
        return one
    after = re.compile(r"\s*(?P<mark>[,.;:)]|$)?\s*(?P<word>\w+)?").match(text, other.end, stop)
    mark, word = (after["mark"], (after["word"] or "").lower()) if after is not None else (None, "")
    joined = mark is None and word == "and"
    if mark is None and word and not joined and (word == "along" or word not in w.STOP):
        return one
    if one.head in w.PERSONS and not one.named and other.head is None:
        bare = text[other.start : other.end]
        if page.actors.state(bare) is None and page.actors.lookup(bare) is None:
            end = other.end
            return replace(one, end=end, closed=_past_comma(mark, text, end), named=True)
    if joined:
        second = _AND_ALSO.match(text, other.end, stop)
        if second is not None and one.head is None and other.head in w.PERSONS:
            too = _single(text, second.end(), stop, shouted=shouted)
            return replace(one, closed=too.end, office=True) if too is not None else one
        return one
    ends = mark is None and word in AUXILIARIES
    closes = mark in (",", ".") and word not in ("as", "along") and other.head in w.RANKS
    if one.head in w.PERSONS and not one.named and other.named and (ends or closes):
        return replace(one, end=other.end, closed=_past_comma(mark, text, other.end), named=True)
    described = text[: other.start].endswith(("the ", " a ", " an ", "its "))
    if one.named and described and other.head in w.PERSONS and not other.named and (mark or ends):
        return replace(one, closed=_past_comma(mark, text, other.end))
    if one.head is None and other.head in w.PERSONS and not other.named:
        return replace(one, closed=_past_comma(mark, text, other.end), office=True)
    return one


def _past_comma(mark: str | None, text: str, end: int) -> int:
    return text.index(",", end) + 1 if mark == "," else end


def _single(text: str, start: int, stop: int, *, shouted: bool) -> Party | None:
    """One noun phrase, without what is joined to it."""
    tokens = _tokens(text, start, stop)
    i = _past_opening(text, tokens)
    first = i
    head, named, last, depth, matter = None, False, -1, 0, False
    while i < len(tokens) and i - first < _LONGEST:
        t = tokens[i]
        if t.text in ("(", "[") and last >= 0:
            i = _past_bracket(tokens, i)
            continue
        lists = depth and head in w.PLURALS and last == i - 1 and not shouted
        if lists and t.low in (",", "and"):
            listed = _LIST_OF.match(text, tokens[last].end, stop)
            shared = t.low == "and" and last == depth + (tokens[depth].low in w.DETERMINERS)
            if listed is not None and (shared or not _goes_on(tokens, listed.end())):
                while i < len(tokens) and tokens[i].end <= listed.end():
                    i += 1
                i += shared and _goes_on(tokens, listed.end())
                last = i - 1
                continue
        if t.low == "and" and not shouted and (ends := _one_name(text, tokens, i)) is not None:
            last = i = ends
            i += 1
            continue
        if t.text == "," and _between_qualities(tokens, i):
            i += 1
            continue
        if not t.text[0].isalnum():
            break
        if t.low in w.OF and _bound(tokens, i, last, head, shouted=shouted):
            depth, matter = i + 1, t.low in ("for", "on")
            i += 2 if tokens[i + 1].low in w.DETERMINERS else 1
            continue
        if _is_time(tokens, i) or t.low in ("and", "or"):
            break
        if shouted and last >= 0 and (_acts(tokens, i) or _is_adverb(t)):
            break
        if t.low in w.STOP and (not t.is_capitalised or shouted or (i == first and t.text != "US")):
            break
        if t.low in w.HEADS:
            head, named, last = (t.low if not depth or head is None else head), False, i
        elif t.is_capitalised or (t.low in w.PARTICLES and _capitalised_next(tokens, i)):
            named, last = head is not None and (not depth or i - depth > 1), i
        elif depth == i and t.low in w.CHARGES:
            last = i
        elif matter and (ends := _matter(tokens, i)) is not None:
            last = i = ends
        elif (
            reach := _to_noun(tokens, i, names=last < max(first, depth), of=depth > 0)
        ) is not None:
            last = i = reach
            if tokens[i].low in w.HEADS:
                head = tokens[i].low if not depth or head is None else head
                named = False
        else:
            break
        i += 1
    if last < first or not any(
        t.is_capitalised or t.low in w.HEADS for t in tokens[first : last + 1]
    ):
        return None
    begin, end = tokens[first].start, tokens[last].end
    if re.search(r"[’']s?$", text[begin:end]) and last + 1 < len(tokens):
        return None  # "Chad's border" is not Chad
    bracket = BRACKET.match(text, end, stop)
    return Party(begin, end, bracket.end() if bracket else end, head, named, head is not None)


def _tokens(text: str, start: int, stop: int) -> list[_Word]:
    out = []
    for m in _WORD.finditer(text, start, stop):
        out.append(_Word(m.start(), m.end(), m.group(), re.sub(r"[’']s?$", "", m.group().lower())))
        if len(out) > 2 * _LONGEST + 4:
            break
    return out


def _past_opening(text: str, tokens: Sequence[_Word]) -> int:
    """Past articles and numbers, which name nobody."""
    i = 0
    while i < len(tokens) and tokens[i].low in w.LEADING:
        i += 1
    many = _QUANTITY.match(text, tokens[i].start) if i < len(tokens) else None
    while many is not None and i < len(tokens) and tokens[i].start < many.end():
        i += 1
    return i


def _is_time(tokens: Sequence[_Word], i: int) -> bool:
    """Whether a word tells a time; "Jan" and "April" before a name are names."""
    t = tokens[i]
    if t.low not in TIME_WORDS:
        return False
    named = t.low in w.MONTHS and t.is_capitalised and _capitalised_next(tokens, i)
    return not named


def _past_bracket(tokens: Sequence[_Word], i: int) -> int:
    closing = next(
        (j for j in range(i, min(len(tokens), i + 14)) if tokens[j].text in (")", "]")), None
    )
    return closing + 1 if closing is not None else len(tokens)


def _acts(tokens: Sequence[_Word], i: int) -> bool:
    """Whether a word in a text all in capitals is the verb: "CEREZO REAFFIRMED HIS WISH"."""
    follows = tokens[i + 1].low if i + 1 < len(tokens) else ""
    return tokens[i].low.endswith("ed") and follows in w.DETERMINERS | {"that", "to"}


def _one_name(text: str, tokens: Sequence[_Word], i: int) -> int | None:
    """The last of a body's name that holds an "and": "the Justice and Equality Movement"."""
    begin = i - 1
    while begin > 0 and tokens[begin - 1].is_capitalised:
        begin -= 1
    if begin < 1 or tokens[begin - 1].low != "the" or not tokens[i - 1].is_capitalised:
        return None
    for j in range(i + 1, min(len(tokens), i + _AHEAD)):
        if not tokens[j].is_capitalised or text[tokens[j].start - 1] == ",":
            return None
        if tokens[j].low in w.NAMED_BODIES:
            return j
    return None


def _is_adverb(token: _Word) -> bool:
    return token.low.endswith("ly") and token.low not in w.NO_ADVERBS


def _bound(tokens: Sequence[_Word], i: int, last: int, head: str | None, *, shouted: bool) -> bool:
    """Whether a preposition belongs to the office or body before it: "envoy to Yemen"."""
    if last < 0 or i + 1 >= len(tokens):
        return False
    follows = tokens[i + 1]
    if follows.low in w.DETERMINERS and i + 2 < len(tokens):
        follows = tokens[i + 2]
    if follows.low in TIME_WORDS or follows.low in ("talks", "meetings", "sidelines"):
        return False
    if tokens[i].low == "of":
        return follows.text[0].isalpha() and follows.low not in w.STOP
    if tokens[last].low not in w.HEADS or head is None or i != last + 1:
        return False
    body = tokens[i].low in ("from", "for") and (
        follows.low in w.HEADS or _to_noun(tokens, tokens.index(follows), names=False) is not None
    )
    return body or (follows.is_capitalised and not (shouted and tokens[i].low in ("to", "on")))


def _between_qualities(tokens: Sequence[_Word], i: int) -> bool:
    """Whether a comma parts two qualities of one body: "UN-backed, Tripoli-based"."""
    near = (tokens[i - 1], tokens[i + 1]) if 0 < i < len(tokens) - 1 else ()
    return len(near) == TWO and all(re.search(r"-\w+ed$", t.low) for t in near)


def _matter(tokens: Sequence[_Word], i: int) -> int | None:
    """The last of the words that an office is for: "envoy for Afghanistan reconciliation"."""
    for j in range(i, min(len(tokens), i + _AHEAD)):
        t = tokens[j]
        if not t.text[0].isalpha() or t.low in w.STOP or t.is_capitalised:
            return j - 1 if j > i else None
    return None


def _goes_on(tokens: Sequence[_Word], at: int) -> bool:
    """Whether a list of names turns out to be one of other parties: "and Turkish officials"."""
    following = next((t for t in tokens if t.start >= at), None)
    return following is not None and following.low in w.HEADS


def _capitalised_next(tokens: Sequence[_Word], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].is_capitalised


def _to_noun(tokens: Sequence[_Word], i: int, *, names: bool, of: bool = False) -> int | None:
    """The index of the body, or with `names` the name, that lower-case words lead to.

    With `of`, another "of" may stand between: "president of the autonomous region of Y".
    """
    for j in range(i, min(len(tokens), i + _AHEAD + 1)):
        t = tokens[j]
        if j > i and (t.low in w.HEADS or (names and t.is_capitalised)):
            return j
        if t.low == "of" and j > i and of:
            continue
        if not t.text[0].isalnum() or t.low in w.STOP or t.low in w.OF or t.low == "and":
            return None
        if j > i and t.low in w.NO_MODIFIERS:
            return None
    return None


# "met X and Y discussed": who discussed is none of those who were met.
_PAST = words(
    "discussed agreed expressed signed arrived called announced urged exchanged stressed praised "
    "welcomed demanded"
)
_LONGEST_ACRONYM = 5
