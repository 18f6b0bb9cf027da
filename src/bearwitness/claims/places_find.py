"""Finds the words of a running text that name places.

Names are looked for in runs of capitalised words, longest first. Whether the words are used as a
place is weighed from what stands around them (a preposition, "the town of", a division's name after
a comma) against what speaks for a person, an organisation or an ordinary word; the weight goes into
`Found.evidence`, and the choice among the candidates adds how well the place fits the document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bearwitness.claims import places_cues as cues
from bearwitness.claims.places_apart import is_told_apart
from bearwitness.claims.places_capitals import capitals
from bearwitness.claims.places_cues import Found, LookUp
from bearwitness.claims.places_evidence import (
    PLACE_BEFORE,
    TITLE,
    PageText,
    bare_surname,
    evidence_around,
    evidence_of,
    is_capital,
    is_dateline,
    is_no_name_in_capitals,
)
from bearwitness.claims.places_local import has_force
from bearwitness.claims.places_words import (
    BREAKS,
    DIRECTIONS,
    ENGLISH_NAMES,
    FACILITY,
    NOT_PLACES,
    ORGANISATION,
    PARTICLES,
    TITLE_WORDS,
)
from bearwitness.model.place import Place
from bearwitness.text.tokens import Token, tokenize

_LONGEST = 5
_SMALL = frozenset("yet so nor but".split())
_VERY_NAME = 0.95
# A name of several runs ("Bosnia and Herzegovina"): taken only where the gazetteer has it whole.
_LINKED = re.compile(
    r"[^\W\d_][\w'’.-]*(?: [A-Z][\w'’-]*){0,2}"
    r" (?:of|and|on|upon|of the|and the|on the|de la|de los)(?: [A-Z][\w'’-]*){1,3}"
)
_LIST_GAP = re.compile(r"(?:,? (?:and|or|as well as) |, |/|-|–|; )(?:the |in |al )?")
_AT_BEFORE = re.compile(
    r"\b(?:in|at|near|on|of|targeted|hit|shelled|bombed|captured|seized|controlled|entered|around"
    r"|came to|raided|attacked|stormed)"
    r"(?: the)?(?: (?:city|town|village|villages|area|vicinity|outskirts) of)? $",
    re.I,
)
_IN_AFTER = re.compile(
    r",? \(?(?:in |of |(?:area|community|district|locality) (?:in |of )"
    r"|(?:front|axis|frontline) in )?(?:the )?"
    r"(?:(?:(?:north|south|east|west)-?(?:east|west)?(?:ern)?|rural|central|countryside of(?: the)?"
    r"|countryside) ){0,3}(?:of )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})"
)
# What names a street or a school is no place by itself.
_STREET = re.compile(
    r" (?:Street|St\.|Avenue|Ave|Drive|Lane|Boulevard|Blvd|Parkway|Court|Terrace|Circle|Expressway"
    r"|(?:[A-Z]\w+ )?(?:High|Elementary|Middle|Primary) School"
    r"|(?:and (?:[A-Z]\w+ ){1,2})?(?:[Ss]treets|[Aa]venues|[Rr]oads|[Dd]rives|[Bb]oulevards)"
    r"|and (?:[A-Z]\w+ ){1,2}(?:Street|Avenue|Road|Drive|Boulevard))\b"
)
_ROAD = re.compile(r" (?:Road|Rd|Way|Pike|Highway)\b")
_KNOWN_FIT = 0.85
_VILLAGE_AFTER = re.compile(r" (?:village|hamlet)\b", re.I)
_VILLAGE_BEFORE = re.compile(r"\b(?:village|hamlet)(?:,? called)? (?:of )?$", re.I)
_NO_VILLAGE = 100_000  # inhabitants
# "Medina Colony" is no Medina.
_QUARTER_NAMED = re.compile(r" (?:Colony|Chowk|Mohallah?|Nagar)\b")
_GLUED = re.compile(r"[-–](?:based|born|held|controlled|led|area|backed|bound|trained|run)$")


def recognise(text: str, gazetteer: LookUp, skip: Sequence[tuple[int, int]]) -> list[Found]:
    """Names of places in running text, with the evidence for each."""
    tokens = tuple(t for t in tokenize(text) if not any(s < t.end and t.start < e for s, e in skip))
    shouting = tuple(_shouting_lines(text))
    runs = list(_runs(text, tokens, shouting))
    page = PageText(
        text, gazetteer, tokens, _surnames(text, tokens, runs, gazetteer),
        frozenset(t.text for t in tokens if t.text.islower()), shouting,
        _listed(text, tokens, runs), _initials(text),
    )  # fmt: skip
    out: list[Found] = []
    for first, last in runs:
        if out and tokens[first].start < out[-1].end:
            continue
        linked = _linked(page, first)
        out.extend([linked] if linked else _in_run(page, first, last))
    out = sorted([*out, *capitals(text, gazetteer, out)], key=lambda name: name.start)
    return _carry_names(_told_again(page, runs, out))


def _told_again(page: PageText, runs: Sequence[tuple[int, int]], found: list[Found]) -> list[Found]:
    """An unlisted village that the text calls one is one wherever its name stands alone."""
    unlisted = {name.name for name in found if name.sure and not name.matches}
    taken = {name.start for name in found}
    again: list[Found] = []
    for first, last in runs if unlisted else ():
        start, end = page.tokens[first].start, page.tokens[last - 1].end
        name = cues.clean_name(page.text[start:end])
        if name in unlisted and start not in taken:
            relation = cues.relation(page.text, start, end)
            again.append(
                Found(
                    start, end, name, name.lower(), (), relation=relation, sure=True, evidence=1.0
                )
            )
    return sorted([*found, *again], key=lambda name: name.start) if again else found


def _shouting_lines(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.splitlines(keepends=True):
        words = re.findall(r"[^\W\d_]{2,}", line)
        capital = sum(w[0].isupper() for w in words)
        if len(words) >= 4 and capital >= 0.7 * len(words):
            out.append((at, at + len(line)))
        at += len(line)
    return out


def _is_name_word(token: Token) -> bool:
    return is_capital(token) and token.lower not in BREAKS


def _runs(
    text: str, tokens: Sequence[Token], shouting: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Runs of capitalised words, with lower-case particles inside, as (first, last + 1)."""

    def is_inner(k: int) -> bool:
        """Whether a small word stands inside a name: the "Yet" of "Let Yet Kone"."""
        between = tokens[k].lower in _SMALL and k + 1 < len(tokens) and _is_name_word(tokens[k + 1])
        return between and not any(a <= tokens[k].start < b for a, b in shouting)

    out = []
    k = 0
    while k < len(tokens):
        if not is_capital(tokens[k]) or tokens[k].lower in BREAKS:
            k += 1
            continue
        end = k + 1
        while end < len(tokens) and not re.search(r"['’]s$", tokens[end - 1].text):
            gap = text[tokens[end - 1].end : tokens[end].start]
            ahead = end
            # a title's or initial's dot does not end a run: "St. Louis", "Gen. X"
            if tokens[ahead].text == "." and len(tokens[ahead - 1].text) <= 3:
                ahead += 1
                if "\n" in text[tokens[ahead - 1].end : _start(tokens, ahead)]:
                    break
            if ahead >= len(tokens) or gap not in (" ", "", "\u00a0", "\n", "  "):
                break
            inner = _is_article(tokens, ahead) or (is_capital(tokens[ahead]) and is_inner(ahead))
            if tokens[ahead].lower in BREAKS and not inner:
                break
            if is_capital(tokens[ahead]):
                end = ahead + 1
                continue
            hop = ahead
            while (
                hop < len(tokens)
                and tokens[hop].lower in PARTICLES
                and not is_capital(tokens[hop])
                and hop - ahead < 3
            ):
                hop += 1
            if ahead < hop < len(tokens) and _is_name_word(tokens[hop]):
                end = hop + 1
                continue
            break
        out.append((k, end))
        k = end
    return out


def _start(tokens: Sequence[Token], at: int) -> int:
    return tokens[at].start if at < len(tokens) else tokens[-1].end


def _is_article(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is an article inside a name: the "An" of "Ma'arrat An Nu'man"."""
    word = tokens[at]
    return (
        word.lower in PARTICLES
        and word.text[0].isupper()
        and not word.text.isupper()
        and at + 1 < len(tokens)
        and _is_name_word(tokens[at + 1])
    )


_STATION = re.compile(r"[A-Z]{3,5}")
_AGED = re.compile(r", \d{1,2},")


def _surnames(
    text: str, tokens: Sequence[Token], runs: Sequence[tuple[int, int]], gazetteer: LookUp
) -> frozenset[str]:
    """Last words of runs that look like a person's name: a title, or a first name before it.

    Where the age follows ("Jane Doe, 31,") it is one, and its first word a given name.
    """
    out = set()
    for first, last in runs:
        words = tokens[first:last]
        before = text[max(0, words[0].start - 30) : words[0].start]
        name = re.sub(r"['’]s?$", "", words[-1].text)
        if TITLE.search(before) or words[0].lower.rstrip(".") in TITLE_WORDS:
            out.add(bare_surname(name))
            continue
        if not 2 <= len(words) <= 3 or PLACE_BEFORE.search(before):
            continue
        if any(not is_capital(w) and w.text != "." for w in words):
            continue
        kinds = (w.text for w in words)
        if any(ORGANISATION.match(k) or FACILITY.match(k) for k in kinds):
            continue
        head = words[0].text
        if head.lower() in NOT_PLACES or head.lower() in DIRECTIONS or gazetteer.peoples(head):
            continue
        if _STATION.fullmatch(head) and not words[-1].text.isupper():
            continue  # "NBC Dallas"
        if _is_a_division(gazetteer, name):
            continue
        whole = cues.clean_name(text[words[0].start : words[-1].end])
        if not any(fit >= 0.9 for _, fit in gazetteer.look_up(whole)):
            out.add(bare_surname(name))
            if _AGED.match(text, words[-1].end):
                out.add(head)
    return frozenset(out)


def _is_a_division(gazetteer: LookUp, name: str) -> bool:
    """Whether a word is the very name of a division or country whose names are no surnames."""
    return any(
        fit >= _VERY_NAME and p.kind in ("adm1", "country") and p.country not in ENGLISH_NAMES
        for p, fit in gazetteer.look_up(name)
    )


def _listed(text: str, tokens: Sequence[Token], runs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """First tokens of runs that go on a list: "Hama" and "Idlib" in "in Homs, Hama and Idlib"."""
    out: set[int] = set()
    for (first, last), (after, _) in pairwise(runs):
        before = text[max(0, tokens[first].start - 40) : tokens[first].start].replace("\n", " ")
        gap = text[tokens[last - 1].end : tokens[after].start]
        if (first in out or PLACE_BEFORE.search(before)) and _LIST_GAP.fullmatch(gap):
            out.add(after)
    return frozenset(out)


_BRACKETED = re.compile(r"\((?P<short>[A-Za-z]{2,8})\)")
_WORDS_BEFORE = re.compile(r"(?:[\w'’&.-]+ ){2,8}$")
_INITIALS_REACH = 120  # characters


def _initials(text: str) -> frozenset[str]:
    """Short names that the text explains by their words: "the Line of Control (LoC)"."""
    out = set()
    for found in _BRACKETED.finditer(text):
        before = text[max(0, found.start() - _INITIALS_REACH) : found.start()]
        whole = _WORDS_BEFORE.search(before)
        if whole is None:
            continue
        words = re.findall(r"\w[^\s-]*", whole.group())
        letters = "".join(w[0] for w in words).lower()
        telling = "".join(w[0] for w in words if w[0].isupper()).lower()
        short = found["short"]
        capitals = "".join(c for c in short if c.isupper()).lower()
        ends = (short.lower(), capitals)
        if len(capitals) >= 2 and (letters.endswith(ends) or telling.endswith(ends)):
            out.add(short)
    return frozenset(out)


def _in_run(page: PageText, first: int, last: int) -> list[Found]:
    """Names within one run, longest first, from the left."""
    out: list[Found] = []
    k = first
    while k < last:
        if page.tokens[k].lower in PARTICLES and not is_capital(page.tokens[k]):
            k += 1
            continue
        for size in range(min(_LONGEST, last - k), 0, -1):
            found = _try(page, first, last, k, k + size)
            if found is not None:
                out.append(found)
                k += size
                break
        else:
            k += 1
    return out


def _linked(page: PageText, first: int) -> Found | None:
    """A name that runs over "of", "and" or "on", where the gazetteer has it whole."""
    start = page.tokens[first].start
    match = _LINKED.match(page.text, start)
    if match:
        words = match.group().rstrip(".").split(" ")
        while len(words) >= 3 and words[-1][0].isupper():
            name = re.sub(r"['’]s?$", "", " ".join(words))
            matches = tuple(m for m in page.gazetteer.look_up(name) if m[1] >= 0.9)
            if matches:
                end = start + len(name)
                evidence = evidence_around(page.text, start, end) + 0.7 * (len(words) - 1)
                return Found(
                    start, end, name, name.lower(), matches,
                    cues.wanted_kinds(page.text, start, end),
                    relation=cues.relation(page.text, start, end), evidence=evidence,
                )  # fmt: skip
            words.pop()
    return None


def _try(page: PageText, first: int, last: int, a: int, b: int) -> Found | None:
    """The name of tokens a..b within the run, where it can be one."""
    tokens, text = page.tokens, page.text
    if tokens[b - 1].lower in PARTICLES and not is_capital(tokens[b - 1]):
        return None
    start, end = tokens[a].start, tokens[b - 1].end
    written = text[start:end]
    tail = re.search(r"['’]s$", written) or _GLUED.search(written)
    if tail:
        end -= len(tail.group())
    name = cues.clean_name(text[start:end])
    words = name.split()
    if re.match(r"(?:I|We|You|He|She|They|It|That|There|Who|What)['’]|I-\d", name):
        return None
    if b - a == 1 and (name.lower() in NOT_PLACES or len(name) < 2 or name in page.initials):
        return None
    if len(name) == 2 and not (name in ("US", "UK") or (name.isupper() and _after_comma(page, a))):
        return None
    if page.gazetteer.peoples(name) or _is_of_the_country(page, name, b):
        return None
    if _STREET.match(text, end) or cues.is_office(text, start, end):
        return None
    matches = page.gazetteer.look_up(name)
    if len(words) > 1:
        matches = tuple(m for m in matches if m[1] >= 0.75)
    if _ROAD.match(text, end) and matches:
        matches = tuple(m for m in matches if m[0].country not in ENGLISH_NAMES)
        if not matches:
            return None  # a street; the road to a town is called by it where names are others
    if (village := _village(text, start, end)) is not None:
        matches = tuple(
            m for m in matches
            if m[0].population < _NO_VILLAGE or (village == "after" and m[0].kind != "city")
        )  # fmt: skip
    if b < last and _QUARTER_NAMED.match(text, end):
        matches = ()
    elif not matches:
        matches = cues.without_kind(name, page.gazetteer)
    if b - a == 1 and (short := _abbreviation(page, a, name, matches)) is not None:
        if not short:
            return None
        end += text[end : end + 1] == "." and not name.endswith(".")
    wanted = cues.wanted_kinds(text, start, end)
    if wanted and any(p.kind == "country" and fit >= _VERY_NAME for p, fit in matches):
        # "Sudan camp", "Iraq town retaken": the kind is said of a place in that country.
        wanted = cues.wanted_kinds(text[:end], start, end)
    lone = b - a == 1 and not wanted and text[max(0, start - 30) : end + 30].isupper()
    if lone:
        matches = tuple(m for m in matches if m[1] >= _VERY_NAME)
    sure = bool(wanted) and (a == first) and (b == last or FACILITY.match(tokens[b].text))
    if not sure and b == last and a == first and not _is_person(page, name, end):
        # what is found under the name may turn out to be a namesake abroad
        sure = _lies_in_a_division(page, start, end) or _is_told_apart(page.text, start, end)
    if not matches and not (sure and (b == last or not _is_called(page, a, b))):
        return None
    if not matches and (_ordinary(page, words) or is_no_name_in_capitals(page, start, end)):
        return None
    evidence = evidence_of(page, (first, last, a, b), start, end, matches)
    if wanted:
        evidence += 2.5
    return Found(
        start, end, name, name.lower(), matches, wanted, relation=cues.relation(text, start, end),
        sure=bool(sure), evidence=round(evidence, 2), lone_in_capitals=lone,
        seat=has_force(text, end) or is_dateline(text, start, end),
    )  # fmt: skip


_SHORT_COUNTRIES = frozenset(("US", "U.S", "U.S.", "UK", "U.K", "U.K."))
_AFTER_A_PLACE = frozenset(
    """and or in on at to for from by with as but is was are were has had have will would could
    should did does do said says after before since when where which who that while amid also may
    not""".split()
)


def _is_of_the_country(page: PageText, name: str, after: int) -> bool:
    """Whether "US" stands as an adjective before a noun: "13 US troops", "a UK official"."""
    if name not in _SHORT_COUNTRIES or after >= len(page.tokens):
        return False
    word = page.tokens[after].text
    return word.isalpha() and word.islower() and word not in _AFTER_A_PLACE


def _village(text: str, start: int, end: int) -> str | None:
    """Where the text calls a name a village: "before" it, "after" it, or nowhere.

    Of "a Burkina Faso village" the name may be the country's, of "the village of X" it is not.
    """
    if cues.is_division(text, end):
        return None  # "a village of X province"
    if _VILLAGE_BEFORE.search(text[max(0, start - 24) : start]):
        return "before"
    return "after" if _VILLAGE_AFTER.match(text, end) else None


def _is_person(page: PageText, name: str, end: int) -> bool:
    """Whether the last of several words comes back as a person: "Doe, a clerk", "Doe was"."""
    last = name.split()[-1]
    told = r"(?:, (?:an?|the|who)\b| (?:was|escaped)\b| and (?:his|her)\b)"
    again = re.search(rf"(?<![a-z] ){re.escape(last)}{told}", page.text[end:])
    return " " in name and again is not None


def _is_told_apart(text: str, start: int, end: int) -> bool:
    """Whether an unknown name stands where a place does, and is told by a distance."""
    before = text[max(0, start - 24) : start].replace("\n", " ")
    return bool(_AT_BEFORE.search(before)) and is_told_apart(text, end)


def _lies_in_a_division(page: PageText, start: int, end: int) -> bool:
    """Whether an unknown name stands where a place does: "in X in Idlib", "in X, Haiti".

    Only where names are romanised, and the gazetteer lacks many.
    """
    if not _AT_BEFORE.search(page.text[max(0, start - 24) : start].replace("\n", " ")):
        return False
    after = _IN_AFTER.match(page.text, end)
    if after is None:
        return False
    words = after.group("name").split()
    for size in range(len(words), 0, -1):
        name = re.sub(r"['’]s?$", "", " ".join(words[:size]))
        known = [p for p, fit in page.gazetteer.look_up(name) if fit >= _KNOWN_FIT]
        if known:
            kinds = ("adm1", "adm2", "country")
            return any(p.kind in kinds and p.country not in ENGLISH_NAMES for p in known)
    return False


def _abbreviation(
    page: PageText, a: int, name: str, matches: Sequence[tuple[Place, float]]
) -> bool | None:
    """Whether a division's abbreviation ("Ky.") is written as one; None where it is none."""
    short = [
        place
        for place, fit in matches
        if fit >= 0.9 and place.kind == "adm1" and place.country in ("US", "CA")
        and len(place.name) > len(name) and len(name) <= 5
    ]  # fmt: skip
    if not short or any(p.kind == "country" for p, fit in matches if fit >= 0.9):
        return None
    end = page.tokens[a].end
    if re.match(r"\.? (?:[A-Z][a-z]+ )?Province\b", page.text[end : end + 40]):
        return False  # "Mt. Province" lies not in Montana
    dotted = "." in name or page.text[page.tokens[a].end : page.tokens[a].end + 1] == "."
    return (_after_comma(page, a) and (dotted or name.isupper())) or (
        "." in name.rstrip(".") and name.isupper()  # "N.C.", and no sentence that ends in "OK."
    )


def _after_comma(page: PageText, a: int) -> bool:
    return a > 0 and page.tokens[a - 1].text == ","


def _is_called(page: PageText, a: int, b: int) -> bool:
    """Whether words before "Village" may be no name: of a headline, or a people ("Iraqi Town")."""
    words = page.tokens[a:b]
    return page.shouts(words[0].start) or any(page.gazetteer.peoples(w.text) for w in words)


def _ordinary(page: PageText, words: Sequence[str]) -> bool:
    if any(ORGANISATION.match(w) for w in words):
        return True
    return all(w.lower() in NOT_PLACES or w.lower() in page.lowered for w in words)


def _carry_names(found: Sequence[Found]) -> list[Found]:
    """A name plainly used as a place somewhere is likely one elsewhere in the document."""
    plain = {name.key for name in found if name.evidence >= 3.0}
    return [
        replace(name, evidence=name.evidence + 2.0)
        if name.key in plain and name.evidence < 3.0
        else name
        for name in found
    ]
