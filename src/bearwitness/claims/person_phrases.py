"""Persons told without a number, and what they are joined with: "a cleric and two of his guards".

A small reader of noun phrases over tokens, no parse: a determiner, a title or a name opens one
person; "of", brackets, an age or "who" may follow; commas and "and" join others or tell the same
one again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bearwitness.claims.cues import CueSpan
from bearwitness.claims.group_model import AUXILIARIES, FUNCTION_WORDS, VERB_WORDS, Group
from bearwitness.claims.lexicon import CUES, PERSON_NOUNS
from bearwitness.claims.role_words import DAYS, DOUBTS, SAYING, THINGS, TIME_WORDS, VERBS, WEAK_CUES
from bearwitness.text.tokens import Token

_ARTICLES = frozenset("a an another".split())
OWNERS = frozenset("his her their its".split())
_DETERMINERS = _ARTICLES | OWNERS | {"the", "one"}
# What was killed in the singular and is not one person.
NO_PERSONS = frozenset(
    """it this that what which who there nobody none one no everything something he she they we i
    you him them another others some many most all half number people attack operation toll
    body each either someone dog horse cattle sheep animal agreement deal plan bill
    ceasefire family group crew couple team unit patrol squad population community crowd
    police staff pair majority third quarter rest cow goat camel pig donkey elephant lion
    bull cat bird fish whale conversation hope peace dream idea proposal process project
    programme program economy convoy column government generation trade business industry
    amount lot list total violence militia army leadership household tribe village
    congregation public opposition party power state front force forces council ministry
    brigade battalion regiment parliament court bank company committee commission association
    union federation network organisation organization institute agency""".split()
)
# What names end in that are no persons': places and bodies.
_BODIES = frozenset(
    """department province district city town village street avenue region municipality county
    university hospital organization organisation association federation union committee agency
    office network airport college institute newspaper magazine foundation commission""".split()
)
_ABSTRACT = ("tion", "ment", "ness", "ity", "ism", "ship", "ance", "ence")
_PREPOSITIONS = frozenset(
    "of in at for from near on to inside outside with under by against".split()
)
_RELATIVES = frozenset("who whose whom which".split())
_ASIDES = frozenset("in near at on from of".split())
# A dot after these ends no name.
ABBREVIATED_TITLES = frozenset(
    "mr mrs ms dr gen col lt capt sgt maj rev prof sen gov rep insp st jr sr".split()
)
_QUANTIFIERS = frozenset(
    "other some all any certain several many various these those both more most few every".split()
)
_ALIASES = frozenset("alias aka a.k.a a.k.a. nicknamed".split())
_NAMES_IN_ED = frozenset(
    """mohammed mohamed ahmed saeed rashed majed khaled waleed hamed alfred wilfred fred ted
    reed""".split()
)
_KINDS_IN_ED = frozenset("armed united retired combined".split())
_KIN = frozenset(
    """wife husband son daughter brother sister mother father child baby nephew niece cousin uncle
    aunt grandson granddaughter grandfather grandmother driver bodyguard guard""".split()
)
_DEMONYM = ("s", "ese", "ish", "men")
_JOINED_BY = (
    ("as", "well", "as"), ("along", "with"), ("together", "with"), ("in", "addition", "to"),
    ("alongside",), ("and", "also"), ("and",), ("&",), ("plus",),
)  # fmt: skip
_SAME_AGAIN = frozenset("target victim".split())
_PLURALS = frozenset("people men women children police troops personnel staff".split())
_OPEN, _CLOSE = frozenset("([{"), frozenset(")]}")
_REACH = 12
_TWO_WORDS = 2


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """One person, or one counted group, where the sentence tells of them.

    Attributes:
        first, last: token range of the phrase itself (last exclusive).
        end: token after what qualifies it ("of the town council, 41").
        group: index of the counted group that stands here, if any.
        counted: the group tells a number.
        named: a proper name stands in it.
        titled: its head, or a word of it, is a known noun for a person.
        described: a second phrase told the same person again.
        opener: its determiner, "" where it has none.
    """

    first: int
    last: int
    end: int
    group: int | None = None
    counted: bool = False
    named: bool = False
    titled: bool = False
    described: bool = False
    opener: str = ""


class PhraseReader:
    """Reads persons out of the tokens of one sentence.

    Args:
        tokens: of the sentence.
        groups: its counted groups.
        cue_at: tokens that hold outcome cues.
        told: the document's text, where full names tell which lone words are surnames.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        groups: Sequence[Group],
        cue_at: Mapping[int, CueSpan],
        told: str = "",
    ) -> None:
        """Index the sentence by token."""
        self.tokens = tokens
        self.told = told
        self.words = [t.lower for t in tokens]
        self.cue_at = cue_at
        self.capitals = all_capitals(tokens)
        self._counted = {g.first: n for n, g in enumerate(groups) if not g.singular}
        self._single = {i: n for n, g in enumerate(groups) if g.singular
                        for i in range(g.first, g.last)}  # fmt: skip
        self._groups = groups

    def word(self, i: int) -> str:
        """The word at a token, "" outside the sentence."""
        return self.words[i] if 0 <= i < len(self.words) else ""

    # --- one person --------------------------------------------------------------------------

    def owner(self, end: int) -> PersonPhrase | None:
        """The one person, known by name or office, whose possessive ends before token `end`."""
        if self.word(end - 1) in ("'", "’", "'s", "’s"):
            end -= 1
        elif not self.word(end - 1).endswith(("'s", "’s", "'", "’")):
            return None
        start = end
        while start > 0 and end - start < _REACH and self._is_plain(start - 1, end) and not (
            self._is_verbal(start - 1)
        ):  # fmt: skip
            start -= 1
        while start < end and not self._is_owner(start, end):
            start += 1
        opener = self.word(start - 1) if self.word(start - 1) in _DETERMINERS else ""
        first = start - 1 if opener else start
        if end - first < _TWO_WORDS or self._are_several(first, end, opener):
            return None
        group = next((self._single[k] for k in range(first, end) if k in self._single), None)
        return PersonPhrase(first, end, end, group, named=True, titled=True, opener=opener)

    def _is_owner(self, start: int, end: int) -> bool:
        """Whether the words start:end are the name or the office of a person."""
        bare = re.sub(r"['’]s?$", "", self.words[end - 1])
        if self._run(start, end) != end or bare in NO_PERSONS | THINGS | _BODIES | DAYS:
            return False
        nouns = [k for k in range(start, end - 1) if self.words[k] in PERSON_NOUNS]
        return self._name_in(start, end, nouns) or bare in PERSON_NOUNS

    def _are_several(self, first: int, end: int, opener: str) -> bool:
        """Reads "the priests' murder"."""
        last = self.words[end - 1]
        if any(k in self._counted for k in range(first, end)):
            return True
        noun = PERSON_NOUNS.get(last.rstrip("'’"))
        plural = last.endswith(("s'", "s’")) or (
            last.endswith("s") and self.word(end) in ("'", "’")
        )
        return plural and (bool(opener) or (noun is not None and noun.plural))

    def person(self, i: int, stop: int) -> PersonPhrase | None:
        """The person or counted group that the phrase at token i tells of, if any."""
        counted = self._counted.get(i)
        if counted is not None:
            last = self._groups[counted].last
            return PersonPhrase(i, last, self._qualified(last, stop), counted, counted=True)
        opener = self.word(i) if self.word(i) in _DETERMINERS else ""
        start = i + 1 if opener or self.word(i) == "former" else i
        if opener and start in self._counted:
            return self.person(start, stop)
        if start < stop and not opener and self._is_verbal(start):
            return None  # "and caused damage"
        if self.word(start) in _QUANTIFIERS:
            return None
        while self.word(start) in ("former", "late", "-", "then") and start < stop:
            start += 1
        last = self._run(start, stop)
        if last == start:
            return None
        while last - 1 > start and self.words[last - 1].endswith("'s"):
            last -= 1
        return self._told(i, start, last, stop, opener)

    def _told(self, i: int, start: int, last: int, stop: int, opener: str) -> PersonPhrase | None:
        """The run of words start:last as one person, where it can be one."""
        nouns = [k for k in range(start, last) if self.words[k] in PERSON_NOUNS]
        name = self._name_in(start, last, nouns) or self._is_lone_name(i, start, last, stop)
        head = self.words[last - 1]
        if (
            head in NO_PERSONS
            or head in _BODIES
            or head in DAYS
            or (head in CUES and not name)
            or self.words[last - 1][0].isdigit()
        ):
            return None
        if not name and (self._is_plural(last - 1) or head in THINGS or head.endswith(_ABSTRACT)):
            return None
        titled = any(not PERSON_NOUNS[self.words[k]].plural for k in nouns)
        if name and nouns and PERSON_NOUNS[self.words[nouns[-1]]].plural and (
            last - nouns[-1] < 3 and (opener or self.word(last) != "and")
        ):  # fmt: skip
            return None  # "the priests Doe", but "priests John Doe and Richard Roe"
        if not opener and not name and not titled:
            return None
        group = next((self._single[k] for k in range(i, last) if k in self._single), None)
        end = self._qualified(last, stop)
        return PersonPhrase(i, last, end, group, named=name, titled=titled, opener=opener)

    def _run(self, start: int, stop: int) -> int:
        """Token after the words of a noun phrase that begin at start."""
        k = start
        while k < min(stop, start + _REACH):
            word = self.words[k]
            if word in ("-", "'", "’") and start < k < stop - 1 and (
                self.tokens[k - 1].is_word and self.tokens[k + 1].is_word
            ):  # fmt: skip
                k += 1
                continue
            if word == "in" and self.words[k - 1] == self.word(k + 1) == "-":
                k += 1
                continue
            if word == "." and self.word(k - 1) in ABBREVIATED_TITLES:
                k += 1
                continue
            if word in _OPEN and k > start:
                close = next((c for c in range(k, min(stop, k + 5)) if self.words[c] in _CLOSE), k)
                if close > k and self._is_plain(close + 1, stop):
                    k = close + 1
                    continue
            token = self.tokens[k]
            if not token.is_word or word in FUNCTION_WORDS or word in AUXILIARIES:
                break
            if word in SAYING or word in VERB_WORDS or word in VERBS or word in TIME_WORDS:
                break
            if k > start and (word in _ARTICLES or word == "the" or word in WEAK_CUES):
                break
            if word in DAYS and not self.capitals:
                break
            proper = token.is_capitalised and not self.capitals
            if word in CUES and not proper and k > start:
                break
            if k > start and not proper and word.endswith("ly"):
                break
            if k > start and not proper and word.endswith("ing") and not self.capitals:
                break
            past = word.endswith("ed") and not self._is_proper(k) and word not in _KINDS_IN_ED
            if past and k > start and (self.capitals or self.words[k - 1] in PERSON_NOUNS):
                break
            k += 1
        while k > start and not self.tokens[k - 1].is_word:
            k -= 1
        return k

    def _is_proper(self, k: int) -> bool:
        """Whether a word is a name by its capital, or by its form where all are capitals."""
        if self.capitals:
            return self.words[k] in _NAMES_IN_ED
        return self.tokens[k].is_capitalised

    def _is_verbal(self, k: int) -> bool:
        """Whether a word has the form of a verb and is no name: "and caused damage"."""
        past = self.words[k].endswith("ed") and self.words[k] not in _KINDS_IN_ED
        return (past or (self.capitals and self.words[k].endswith("ing"))) and not (
            self._is_proper(k)
        )

    def _is_plain(self, k: int, stop: int) -> bool:
        """Whether a noun phrase may go on at token k."""
        return (
            k < stop
            and self.tokens[k].is_word
            and self.words[k] not in FUNCTION_WORDS
            and self.words[k] not in AUXILIARIES
            and self.words[k] not in SAYING
            and k not in self.cue_at
        )

    def _name_in(self, start: int, last: int, nouns: Sequence[int]) -> bool:
        """Whether a name ends the run: two proper words, or one after a noun for a person."""
        if self.capitals:
            if not nouns and self.word(start - 1) in _DETERMINERS:
                return False
            tail = range((nouns[-1] + 1) if nouns else start, last)
            plain = [k for k in tail if self.words[k] in THINGS or self.words[k] in CUES]
            return len(tail) >= (1 if nouns else 2) and not plain
        proper = 0
        while last - proper - 1 >= start and self.tokens[last - proper - 1].is_capitalised:
            proper += 1
        if proper and self.words[last - 1] in PERSON_NOUNS:
            return False
        if proper == 1 and self.word(last - 3) in ABBREVIATED_TITLES and self.word(last - 2) == ".":
            return True
        return proper >= 2 or (proper == 1 and bool(nouns) and nouns[-1] == last - 2)

    def _is_lone_name(self, i: int, start: int, last: int, stop: int) -> bool:
        """Whether one proper word is a person: "Jane and two others", "the chief, Jane,"."""
        token = self.tokens[start]
        if i != start or last != start + 1 or not token.is_capitalised:
            return False
        if self.words[start] in PERSON_NOUNS:
            return False
        if self.words[start].endswith(_DEMONYM) and not self._is_surname(token.text):
            return False
        after = self.word(last) if last < stop else "was"
        if after == "," and self.word(last + 1).isdigit() and self.word(last + 2) == ",":
            return True  # "Doe, 32, was found"
        beside = self.word(i - 1) == "," and after in (",", ";")
        if self.capitals:
            opens = (
                i == 0 or self.word(i - 1) in SAYING or self.word(i - 1) in ("that", "when", ".")
            )
            plain = self.words[start] in THINGS or self.words[start] in CUES
            return (beside or after == "was") and (beside or opens) and not plain
        if token.text.isupper() and len(token.text) > 1:
            return False
        return beside or after in ("and", "was", "along", "together", "alongside")

    def _is_surname(self, word: str) -> bool:
        """Whether the document gives a full name that ends in the word ("Jane Hobbs")."""
        name = rf"\b[A-Z][\w'’-]+ (?:[A-Z]\. )?{re.escape(word)}\b"
        return re.search(name, self.told) is not None

    def _is_plural(self, at: int) -> bool:
        word = self.words[at]
        if word in PERSON_NOUNS:
            return PERSON_NOUNS[word].plural
        if word in _PLURALS:
            return True
        return word.endswith("s") and not word.endswith(("ss", "us", "is", "as"))

    # --- what qualifies a person ---------------------------------------------------------------

    def _qualified(self, i: int, stop: int) -> int:
        """Token after the brackets, age, prepositions and relative clause that follow at i."""
        while i < stop:
            word = self.words[i]
            if word in _RELATIVES or (word.endswith("ing") and self.tokens[i].text.islower()):
                return self._relative(i, stop)
            after = i
            if word == "." and self.word(i - 1) in ("jr", "sr"):
                after = i + 1
            elif word in _OPEN:
                after = 1 + next((k for k in range(i, stop) if self.words[k] in _CLOSE), i - 1)
            elif word == ",":
                after = self._aside(i, stop)
            elif word in ("aged", "age") and self.word(i + 1).isdigit():
                after = i + 2
            elif word in _PREPOSITIONS:
                after = self._preposition(i, stop)
            elif word in _ALIASES or self._is_called(i):
                after = self._alias(i, stop)
            if after == i:
                return i
            i = after
        return i

    def _aside(self, i: int, stop: int) -> int:
        """Token after the age, alias, place or relative clause set between commas at i."""
        word = self.word(i + 1)
        if word.isdigit() and int(word) < 111 and self.word(i + 2) in (",", "and", ";", "("):
            return i + 2
        if word in _RELATIVES:
            return self._relative(i + 1, stop)
        if word in _ALIASES:
            return self._alias(i + 1, stop)
        if word in DOUBTS:
            return self._relative(i + 1, stop)  # "another man, likely a fighter"
        if word in _ASIDES:
            after = self._preposition(i + 1, stop)
            while self.word(after) in _PREPOSITIONS and self._preposition(after, stop) > after:
                after = self._preposition(after, stop)
            return after if after > i + 1 and self.word(after) == "," else i
        return self._described(i, stop)

    def _described(self, i: int, stop: int) -> int:
        """Token after "provincial council nominee" at i, where commas set it apart from a list."""
        if i == 0 or not self._is_proper(i - 1) or self.word(i + 1) in _QUANTIFIERS:
            return i
        after = self._run(i + 1, stop)
        plain = after > i + 2 and not self._is_proper(after - 1) and not self._is_plural(after - 1)
        closed = (self.word(after), self.word(after + 1)) == (",", "and")
        return after if plain and closed and self.person(i + 1, stop) is None else i

    def _is_called(self, i: int) -> bool:
        """Reads "(reportedly) known as" at i."""
        at = i + 1 if self.word(i).endswith("ly") else i
        return self.word(at) in ("known", "identified", "named") and self.word(at + 1) == "as"

    def _alias(self, i: int, stop: int) -> int:
        """Token after "alias Red" at i."""
        k = i
        while k < stop and self.words[k] not in (",", ";", "and", "."):
            k += 1
        return k

    def _preposition(self, i: int, stop: int) -> int:
        """Token after "of the town council" at i; i itself where a clause follows instead."""
        k = i + 1
        while k < stop and (
            self.word(k) in _DETERMINERS | {"this", "that", "these", "those"}
            or (self.word(k) == "of" and self.word(k - 1) == "one")
        ):  # fmt: skip
            k += 1
        first = k
        while k < stop and k - first < 9:
            word = self.words[k]
            if word in _OPEN:
                close = next((c for c in range(k, stop) if self.words[c] in _CLOSE), None)
                if close is None:
                    break
                k = close + 1
                continue
            if not self.tokens[k].is_word and word not in ("-", ".", "'", "’", '"', "“", "”"):
                break
            if word == "." and not (k + 1 < stop and k > first and len(self.words[k - 1]) <= 4):
                break
            if word in FUNCTION_WORDS or word in AUXILIARIES or word in SAYING:
                break
            if (k in self.cue_at and k > first) or (word, self.word(k + 1)) == ("together", "with"):
                break
            k += 1
        return k if k > first else i

    def _relative(self, i: int, stop: int) -> int:
        """Token after "who was on his way home": up to the comma that closes it, or to stop."""
        for k in range(i + 1, stop):
            cue = self.cue_at.get(k)
            died = cue is not None and cue.cue.form == "intransitive"
            if self.words[k] in (",", ";", ".") or (died and self.words[i] not in _RELATIVES):
                return k  # "a woman shopping nearby died and two guards"
        return stop

    # --- several -----------------------------------------------------------------------------

    def persons(self, i: int, stop: int) -> tuple[list[PersonPhrase], int]:
        """The persons joined from token i on, and the token after them.

        A phrase that only tells a person again ("the mayor, a father of two,") adds nobody; what
        commas set apart counts only where "and" closes the list.
        """
        first = self.person(i, stop)
        lone = first is not None and first.named and first.end - first.first == 1
        if first is None or (lone and self.word(first.end) == ","):
            return [], i
        out = [first]
        pending: list[PersonPhrase] = []
        end = first.end
        while end < stop:
            end = self._past_place(end, stop)
            after, joined = self.joint(end, stop)
            if out[0].counted and self.word(end) == ";":
                break
            found = self.person(after, stop) if after > end else None
            if found is None or self._is_elsewhere(out[-1], found, end, after, joined):
                break
            last = (out + pending)[-1]
            if self._is_same(last, found, joined, after - end, stop):
                merged = _as_one(last, found, joined)
                out, pending = _with_last(out, pending, merged)
            elif joined:
                out, pending = [*out, *pending, found], []
            else:
                pending.append(found)
            end = found.end
        return self._without_names(out), end

    def _past_place(self, i: int, stop: int) -> int:
        """Token after the places set between commas at i: ", South Province, in the east,"."""
        while self.word(i) == "," and i + 1 < stop:
            last = self._run(i + 1, stop)
            if last > i + 1 and self.words[last - 1] in _BODIES and self.word(last) == ",":
                i = last
                continue
            after = self._aside(i, stop) if self.word(i + 1) in _ASIDES else i
            if after == i:
                return i
            i = after
        return i

    def _without_names(self, found: list[PersonPhrase]) -> list[PersonPhrase]:
        """Reads "two reporters, Jane Doe and Richard Roe": names only tell who was counted."""
        first, others = found[0], found[1:]
        if not first.counted or not others or self.word(first.end) != ",":
            return found
        if any(p.opener or p.counted for p in others) or not all(p.named for p in others):
            return found
        return [first]

    def _is_elsewhere(
        self, before: PersonPhrase, found: PersonPhrase, end: int, after: int, joined: bool
    ) -> bool:
        """Whether proper words go on a place or a body: "in Westvale, North Province"."""
        if before.counted and not (found.opener or found.counted or found.named):
            return True  # "soldiers and paramilitary"
        if found.opener or found.titled or found.counted or before.end == before.last:
            return False
        if self.word(end) == ";" and found.named:
            return False
        if not joined:
            return not self.joint(found.end, len(self.words))[1]
        return after - end == 1  # "the Ministry of Science and Technology"

    def joint(self, i: int, stop: int) -> tuple[int, bool]:
        """Token after the comma or "and" at i, and whether "and" or the like was there."""
        k = i
        apart = self.word(k) == ";"
        if self.word(k) in (",", ";"):
            k += 1
        for words in _JOINED_BY:
            if tuple(self.words[k : k + len(words)]) == words and k + len(words) < stop:
                return k + len(words), True
        return k, apart

    def _is_same(
        self, before: PersonPhrase, found: PersonPhrase, joined: bool, gap: int, stop: int
    ) -> bool:
        """Whether the phrase found tells the person before once more."""
        if found.counted:
            quantity = self._groups[found.group or 0].quantity
            return not joined and not before.counted and quantity.low == 1 == quantity.high
        if before.counted or self.words[found.first - 1] == ";":
            return False
        kin = self.words[found.last - 1] in _KIN
        if joined:
            if before.described and not found.named and not kin and found.opener not in OWNERS:
                return True  # "Jane Doe, a writer and the founder of"
            if found.opener or kin or gap > 1:
                return False
            return not (before.named and found.named)
        if found.opener in OWNERS:
            return self.words[found.last - 1] in _SAME_AGAIN
        if before.named != found.named:
            if before.titled and before.named and found.opener in _ARTICLES:
                return not self.joint(found.end, stop)[1]
            return before.named or not found.titled
        if before.named:
            return before.opener == "the" and not found.opener
        goes_on = self.joint(found.end, stop)[1]
        if found.opener in _ARTICLES:
            return not goes_on
        if not found.opener:
            return not goes_on or (before.opener == "the" and found.end > found.last)
        return found.opener != before.opener or not goes_on


def _as_one(before: PersonPhrase, found: PersonPhrase, joined: bool) -> PersonPhrase:
    """Two phrases for one person as one."""
    keep = found if found.named and not before.named and joined else before
    return replace(
        keep,
        first=before.first if joined else keep.first,
        end=found.end,
        named=before.named or found.named,
        titled=before.titled or found.titled,
        described=True,
    )


def _with_last(
    out: list[PersonPhrase], pending: list[PersonPhrase], last: PersonPhrase
) -> tuple[list[PersonPhrase], list[PersonPhrase]]:
    """Both lists with their last phrase replaced."""
    return (out, [*pending[:-1], last]) if pending else ([*out[:-1], last], pending)


def all_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a sentence is set in capitals, so that they mark no names."""
    letters = [t for t in tokens if t.is_word and t.text[0].isalpha() and len(t.text) > 2]
    return bool(letters) and sum(t.text.isupper() for t in letters) > 0.7 * len(letters)
