"""Which speaker "he", "the Observatory", "its director" or "SOHR" stands for in a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.actors import ActorIndex, Entry
from bearwitness.claims.speakers import is_verb, named
from bearwitness.claims.speech_words import GROUP_NOUNS, PERSON_NOUNS, SOURCE_NOUNS, words
from bearwitness.model.claim import Speaker
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token

_DEFINED = re.compile(
    r"((?:[A-Z][\w’'.-]*|of|for|and|the|in|on|sans)(?:[ \u00a0](?:[A-Z][\w’'.-]*|of|for|and|the|in"
    r"|on"
    r"|sans|to|at)){1,9})[ \u00a0]\((?:the )?([A-Z][A-Za-z-]{1,11})\)"
)
_CREDIT = re.compile(r"\(([A-Z][\w .’'-]{1,40}?)(?:, [^()]{1,30})?\)[.\"”]?$")
_SUBJECT = 7
_SHORT = 3
_SINGULAR_PERSON = frozenset(("he", "she", "him"))
_OWN_VOICE = frozenset(("we", "our", "i"))
_POSSESSIVE = frozenset(("its", "his", "her", "their"))
# Kinds of listed actors that a description fits ("the charity", "the agency").
_FITTING: dict[str, tuple[str, ...]] = {
    "monitor": ("monitor",),
    "watchdog": ("monitor",),
    "observatory": ("monitor",),
    "network": ("monitor", "outlet"),
    "charity": ("medical", "monitor"),
    "ngo": ("medical", "monitor"),
    "foundation": ("medical", "monitor"),
    "agency": ("agency", "un"),
    "broadcaster": ("outlet", "agency"),
    "channel": ("outlet",),
    "outlet": ("outlet", "agency"),
    "service": ("agency", "outlet", "medical"),
    "coalition": ("state_force", "official", "rebel"),
    "militia": ("militia", "rebel"),
    "mission": ("un",),
}
# "The group" may be any body named before; "the office" is none of them.
_ANY_BODY = words(
    "group organisation organization body association movement committee centre center"
)
_BODIES = ("monitor", "medical", "un")
# A body no list knows may be what "the group" means where its name says that it is one.
_BODY_WORDS = GROUP_NOUNS | words("rights watch doctors relief aid observers monitors")
# "the activist group North Watch": what kind of body it is, before its name.
_KIND_OF_BODY = re.compile(
    r"^(?:[a-z-]+\s+){0,2}(?:collective|group|network|organi[sz]ation|agency|charity|watchdog|website|"
    r"outlet)\s+(?=[A-Z]\S*\s+\S)"
)
_LEADING = words(
    """
    the a an
    """
)


@dataclass(slots=True)
class _Known:
    name: str
    actor_id: str | None
    person: bool
    words: frozenset[str]
    common: frozenset[str]


def ends_in_brackets(text: str, sentence: Sentence) -> bool:
    """Whether a sentence ends as one with a closing credit does ("… (AFP).")."""
    return _CREDIT.search(text, sentence.start, sentence.end) is not None


class Referents:
    """What a document has named so far; grows sentence by sentence."""

    def __init__(self, text: str, actors: ActorIndex, publisher: str | None) -> None:
        self._text = text
        self._actors = actors
        self._publisher = publisher
        self._short: dict[str, str] = {}
        for m in _DEFINED.finditer(text):
            if _abbreviates(m.group(2), m.group(1)):
                self._short.setdefault(m.group(2), _without_article(m.group(1)))
        self._known: list[_Known] = []
        self._persons: list[dict[str, str]] = []

    def resolve(
        self, words: Sequence[Token], sentence: Sentence, *, speaks: bool = True
    ) -> tuple[str, str | None]:
        """Name and actor id of a speaker given in words; remembers it as the latest one."""
        found = self._find(words)
        if found is None:
            found = self._new(words)
        if speaks:
            self._remember(found)
        return self._told_in_full(found, words), found.actor_id

    def _told_in_full(self, known: _Known, words: Sequence[Token]) -> str:
        """The name, with its short form where a mere description stands for a listed body."""
        described = words[0].lower in _LEADING and not any(t.is_capitalised for t in words[1:])
        entry = self._actors.by_id.get(known.actor_id or "") if described else None
        if entry is None or known.name != entry.name or entry.kind not in _BODIES:
            return known.name
        return f"{entry.name} ({entry.short[0]})" if entry.short else entry.name

    def note_mentions(self, sentence: Sentence) -> None:
        """Remember the organisations and persons a sentence names, as later referents."""
        if not any(t.text.islower() and len(t.text) > _SHORT for t in sentence.tokens):
            return  # a title in capitals names nobody apart from its verb
        run: list[Token] = []
        for i, token in enumerate((*sentence.tokens, None)):
            if token is not None and token.is_word and named(sentence.tokens, i):
                run.append(token)
                continue
            if token is not None and run and token.lower in ("of", "for", "'s") and len(run) > 1:
                run.append(token)
                continue
            if len(run) > 1 or (run and run[0].text in self._short):
                self._note(run)
            run = []
        self._note_subject(sentence)

    def _note_subject(self, sentence: Sentence) -> None:
        """Remember whom a sentence opens with ("The police chief spoke…"): "he" may follow."""
        tokens = sentence.tokens
        verb = next((i for i in range(min(len(tokens), _SUBJECT + 1)) if is_verb(tokens, i)), 0)
        if verb == 0 and self._note_described(tokens):
            return
        if verb < 2 or tokens[0].lower != "the" or not all(t.is_word for t in tokens[:verb]):
            return
        of = next((i for i in range(verb) if tokens[i].lower in ("of", "for", "in")), verb)
        head = tokens[of - 1].lower
        if head in PERSON_NOUNS or (head in GROUP_NOUNS and tokens[of - 1].is_capitalised):
            self._remember_if_new(self._new(tokens[:verb]))

    def _note_described(self, tokens: Sequence[Token]) -> bool:
        """Remember "Name Surname, spokesman for the X, …" that a sentence opens with."""
        comma = next((i for i, t in enumerate(tokens[:6]) if not t.is_word), 0)
        if not 2 <= comma <= 4 or tokens[comma].text != ",":
            return False
        office = {t.lower for t in tokens[comma + 1 : comma + 5]} & PERSON_NOUNS
        if not office or not all(t.text.istitle() or "-" in t.text for t in tokens[:comma]):
            return False
        known = self._new(tokens[:comma])
        if known.person:
            self._remember(known)
        return known.person

    def _note(self, run: list[Token]) -> None:
        while run and not run[-1].is_capitalised:
            run.pop()
        while run and run[0].lower in _LEADING:
            run.pop(0)
        if not run:
            return
        group = any(t.lower in GROUP_NOUNS for t in run) or run[0].text in self._short
        entry = self._actors.within(" ".join(t.text for t in run))
        if group or (entry is not None and entry.kind in ("monitor", "un", "medical")):
            self._remember_if_new(self._new(run))
        elif (
            entry is None
            and 2 <= len(run) <= 3
            and all(t.text.istitle() or "-" in t.text for t in run)
        ):
            # Perhaps a person: a later surname or first name alone may mean this one.
            name = " ".join(t.text for t in run).removesuffix("'s").removesuffix("’s")
            parts = {t.lower.removesuffix("'s"): name for t in run}
            self._persons = [p for p in self._persons if p.keys() != parts.keys()] + [parts]

    def closing_credit(self, sentence: Sentence) -> Speaker | None:
        """Reads "… (AFP)." at a sentence's end: the agency or outlet it is taken from."""
        m = _CREDIT.search(self._text, sentence.start, sentence.end)
        if m is None or m.start() == sentence.start:
            return None
        entry = self._actors.lookup(m.group(1))
        if entry is None or entry.kind not in ("agency", "outlet", "monitor", "un"):
            return None
        if m.start() > sentence.start and _defines(self._text, m):
            return None
        return Speaker(entry.name, entry.actor_id, "()", m.start(1), m.end(1))

    def _find(self, words: Sequence[Token]) -> _Known | None:
        lows = [t.lower for t in words if t.is_word]
        if not lows:
            return None
        first = lows[0]
        if len(lows) == 1 and first in _SINGULAR_PERSON:
            return self._latest(person=True)
        if first in _OWN_VOICE and self._publisher and len(lows) == 1:
            return self._own(self._publisher)
        if len(lows) == 1 and first == "it":
            return self._latest(person=False, named=True) or self._latest(person=False)
        if len(lows) == 1 and first == "they":
            return self._latest(person=False)
        if first in _POSSESSIVE:
            return self._possessed(words, lows)
        capitals = [t for t in words if t.is_capitalised and t.lower not in _LEADING]
        if capitals and not (
            len(capitals) == 1 and words[0] is capitals[0] and lows[0] in SOURCE_NOUNS
        ):
            return self._same_name(capitals, lows)
        if first == "the" and len(lows) <= 3:
            return self._definite(lows)
        return None

    def _definite(self, lows: list[str]) -> _Known | None:
        head, said = lows[-1], set(lows[1:-1]) - {"'s", "’s"}
        for known in reversed(self._known):
            held = known.words | known.common
            if head in held and all(w in held or w.endswith("ly") for w in said):
                return known
        if said:
            return None  # "the governor's office" is none that was named as something else
        if head in _ANY_BODY or head in _FITTING:
            return self._latest(person=False, named=True, kinds=_FITTING.get(head, ()))
        if head in ("father", "mother"):
            return self._latest(person=True)
        return None

    def _possessed(self, words: Sequence[Token], lows: list[str]) -> _Known | None:
        capitals = [t for t in words[1:] if t.is_capitalised]
        if len(capitals) >= 2:
            return None
        owner = self._latest(person=lows[0] in ("his", "her"))
        if owner is None:
            return None
        if lows[-1] in PERSON_NOUNS or any(w in PERSON_NOUNS for w in lows[1:]):
            for known in reversed(self._known):
                if known.person and lows[-1] in known.common:
                    return known
            role = " ".join(t.text for t in words[1:])
            return _Known(
                f"{role} of {owner.name}", owner.actor_id, True, owner.words, frozenset(lows[1:])
            )
        return owner if lows[-1] in GROUP_NOUNS or lows[-1] in ("report", "figures") else None

    def _same_name(self, capitals: Sequence[Token], lows: list[str]) -> _Known | None:
        """A fuller name given before for a short form: a surname, "Observatory"."""
        if len(capitals) > 2 or len(lows) > 4:
            return None
        keys = [t.text.removesuffix("'s").removesuffix("’s") for t in capitals]
        if len(keys) == 1 and keys[0] in self._short:
            return None
        what = (set(lows) & (GROUP_NOUNS | SOURCE_NOUNS)) - PERSON_NOUNS
        for known in reversed(self._known):
            if not what <= known.words | known.common:
                continue  # "Israeli police" are not the Israeli military named before
            if len(known.words) > len(keys) and all(k.lower() in known.words for k in keys):
                return known
        if len(keys) == 1 and len(lows) == 1 and self._actors.lookup(keys[0]) is None:
            for parts in reversed(self._persons):
                if keys[0].lower() in parts:
                    name = parts[keys[0].lower()]
                    return _Known(name, None, True, _content(name), frozenset())
        return None

    def _latest(
        self, *, person: bool, named: bool = False, kinds: tuple[str, ...] = ()
    ) -> _Known | None:
        for known in reversed(self._known):
            if (
                known.person is person
                and (
                    not named
                    or (_is_named(known.name) and known.words - known.common - SOURCE_NOUNS)
                )
                and (not kinds or self._fits(known, kinds))
            ):
                return known
        return None

    def _fits(self, known: _Known, kinds: tuple[str, ...]) -> bool:
        """Whether one named before is of a kind; one that no list knows, by its name's words."""
        entry = self._actors.by_id.get(known.actor_id or "")
        if entry is not None:
            return entry.kind in kinds
        return bool(known.words & _BODY_WORDS)

    def _own(self, publisher: str) -> _Known:
        """The outlet speaking of itself ("we have documented")."""
        entry = self._actors.lookup(publisher)
        short = next((k for k, v in self._short.items() if v.lower() == publisher.lower()), None)
        name = f"{publisher} ({short})" if short else _label(entry, self._text) or publisher
        return _Known(name, entry.actor_id if entry else None, False, _content(name), frozenset())

    def _new(self, words: Sequence[Token]) -> _Known:
        start, end = words[0].start, words[-1].end
        written = _without_article(" ".join(self._text[start:end].split()))
        short = next((t.text for t in words if t.text in self._short), None)
        entry = self._actors.lookup(written)
        if entry is None and short is not None:
            entry = self._actors.lookup(self._short[short])
        if entry is None and short is None:
            entry = self._sole_monitor(words) or self._actors.within(written)
        lows = {t.lower for t in words}
        person = self._is_person(words, lows)
        if entry is not None and not person and entry.exact and _listed(entry, written):
            name = _label(entry, written) or entry.name
        elif short is not None and not person and len(words) == 1:
            name = f"{self._short[short]} ({short})"
        else:
            name = _KIND_OF_BODY.sub("", written)
        common = frozenset(
            t.lower for t in words if not t.is_capitalised and t.lower in SOURCE_NOUNS
        )
        keep = _content(name) | _content(written)
        return _Known(name, entry.actor_id if entry else None, person, keep, common)

    def _sole_monitor(self, words: Sequence[Token]) -> Entry | None:
        """The monitor that a lone "Observatory" means: the only listed one so called."""
        said = [t for t in words if t.lower not in _LEADING]
        if len(said) != 1 or not said[0].is_capitalised or said[0].lower not in GROUP_NOUNS:
            return None
        return self._actors.sole("monitor", said[0].lower)

    def _is_person(self, words: Sequence[Token], lows: set[str]) -> bool:
        if words[0].lower in ("mr", "mrs", "ms", "dr", "capt", "gen", "col", "maj", "lt", "sgt"):
            return True
        head = [t for t in words if t.is_word]
        of = next((i for i, t in enumerate(head) if t.lower in ("of", "for", "in", "from")), None)
        core = head[:of] if of else head
        if any(t.lower in PERSON_NOUNS for t in core[:-1]) or (
            core and core[-1].lower in PERSON_NOUNS
        ):
            return True
        if any(t.lower in GROUP_NOUNS or t.lower in SOURCE_NOUNS for t in core):
            return False
        names = [t for t in core if t.is_capitalised and t.lower not in _LEADING]
        entry = self._actors.lookup(" ".join(t.text for t in core))
        if entry is not None or len(names) != len(core):
            return False
        if len(names) == 1:
            return any(names[0].lower.removesuffix("'s") in n for n in self._persons)
        return 2 <= len(names) <= 4

    def _remember(self, known: _Known) -> None:
        for i, old in enumerate(self._known):
            if old.name == known.name:
                merged = _Known(
                    old.name,
                    old.actor_id or known.actor_id,
                    old.person,
                    old.words | known.words,
                    old.common | known.common,
                )
                del self._known[i]
                self._known.append(merged)
                return
        self._known.append(known)

    def _remember_if_new(self, known: _Known) -> None:
        if all(old.name != known.name for old in self._known):
            # Named in passing: stands behind whoever has spoken already.
            self._known.insert(max(0, len(self._known) - 1), known)


def _is_named(name: str) -> bool:
    """Whether a name has a capital, if after a word or two: "local Emergency Response Room"."""
    return any(word[:1].isupper() for word in name.split()[:3])


def _listed(entry: Entry, written: str) -> bool:
    """Whether the listed name says more than the words: an organisation, or a short form."""
    return entry.kind in ("monitor", "agency", "outlet", "un") or written in entry.short


def _label(entry: Entry | None, written: str) -> str | None:
    """The listed name, with its short form where the words use that."""
    if entry is None:
        return None
    words = set(re.findall(r"[\w-]+", written))
    short = next((s for s in entry.short if s in words), None)
    return f"{entry.name} ({short})" if short else entry.name


def _content(name: str) -> frozenset[str]:
    return frozenset(w.lower() for w in re.findall(r"[\w’'-]+", name) if w[0].isalpha())


def _without_article(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of a name hold the letters of its short form, in order."""
    initials = "".join(w[0] for w in re.findall(r"[\w’'-]+", long)).lower()
    at = 0
    for letter in short.lower():
        at = initials.find(letter, at) + 1
        if at == 0:
            return initials[-1:] == short[-1:].lower() and short[0].lower() in initials
    return True


def _defines(text: str, m: re.Match[str]) -> bool:
    before = text[max(0, m.start() - 80) : m.start()]
    found = re.search(
        r"((?:[A-Z][\w’'-]*|of|for|and|in)(?: (?:[A-Z][\w’'-]*|of|for|and|in)){1,8}) $", before
    )
    return bool(found and _abbreviates(m.group(1), found.group(1)))
