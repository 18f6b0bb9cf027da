"""Actors: the listed forces, groups, monitors, agencies and offices that reports name.

The list (`data/actors.jsonl`) and the table of countries (`data/countries.jsonl`) are written from
general knowledge of who takes part in, or reports on, armed violence world-wide; kinds follow
ACLED's inter codes (1 state forces, 2 rebels, 3 political militias, 4 communal militias, 5 rioters,
6 protesters, 7 civilians, 8 external or other forces).
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, cast

from bearwitness.claims.speech_words import words
from bearwitness.claims.unlisted import (
    ARTICLES,
    GROUP_HEADS,
    NOT_GROUPS,
    names_an_army_of,
    unlisted_group,
)
from bearwitness.errors import DataError
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token, tokenize

ActorKind = Literal[
    "state_force",
    "rebel",
    "militia",
    "monitor",
    "agency",
    "outlet",
    "official",
    "un",
    "medical",
    "people",
]

# What a demonym or a country must stand before to name the state and not its people.
_FORCE_HEADS = words(
    """
    government regime army armies military forces force troops soldiers soldier warplanes warplane
    jets jet planes aircraft helicopter helicopters gunship gunships drone drones navy
    police authorities artillery airstrike airstrikes commandos commando marines guards
    guard tanks fighter-jets intelligence militaries gendarmes gendarmerie paratroopers
    servicemen conscripts coastguard bombers missile missiles rocket rockets shelling raid
    raids strike strikes bombardment occupation warships snipers gunboats gunboat naval sniper
    rangers attack attacks assault assaults offensive shells mortars bombs
    """
)
_POSTS = words("positions position outposts outpost trenches checkpoint checkpoints convoy convoys")
_DEEDS = words(
    "airstrike airstrikes missile missiles rocket rockets shelling raid raids strike "
    "strikes bombardment drone drones air artillery attack attacks assault assaults offensive "
    "shells mortars bombs"
)
_VERBS_OF_WAR = words("shelled bombed bombarded attacked struck fired launched shell bomb attack")
_FORCES_OF = ("military", "army", "armies", "armed", "security", "forces", "troops", "soldiers")
_MIDDLE = words(
    """
    air armed special government regime state border security federal national military army
    coast riot ground police fighter arab defence defense drone missile rocket artillery
    """
)
# Short names that upper-case newswire cannot tell from words.
_WORDS_LIKE_NAMES = words(
    """
    who site aid car mir arena dawn amal sis pan ira fars
    """
)
_ACRONYM = 3
_ARMED_KINDS = ("state_force", "rebel", "militia")
_KINDS_AFTER_NAMES = (
    *("gen-militants", "gen-rebels", "gen-gunmen", "gen-gang", "gen-militia", "gen-bomber"),
)
_TOLD_WITH_COUNTRY = frozenset(
    f"gen-{kind}"
    for kind in (
        *("gunmen", "militants", "rebels", "bomber", "militia", "progov", "police", "soldiers"),
        *("gang", "herders"),
    )
)
# What is not people, though "civilian" stands before it.
_THINGS = words(
    """
    infrastructure house houses home homes building buildings areas area vehicle vehicles car
    property targets facilities population neighbourhoods neighborhoods airport aircraft casualties
    """
)
_ITS_HOUSE = (("military",), ("army",), ("police",))
_HOUSES = words(
    "hospital hospitals court courts cemetery school council museum doctor doctors administration"
)
_VERBS_AFTER_CAPITAL = words(
    """
    kills killed bombs strikes struck shells shelled attacks attacked hits raids said says
    has denied denies accused accuses announced claims claimed insists bombed launched
    insisted rejected wants confirmed condemned vowed
    """
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed actor; `exact` where the whole phrase looked up is its name or an alias."""

    actor_id: str
    name: str
    kind: ActorKind
    country: str | None
    inter: int | None
    exact: bool = True
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorMention:
    """An actor named in a text, by offsets and words."""

    start: int
    end: int
    text: str
    actor_id: str
    name: str
    kind: ActorKind
    country: str | None = None


class ActorIndex:
    """Looks actors up by any of their names."""

    def __init__(self, rows: Iterable[dict[str, Any]], countries: Iterable[dict[str, Any]]) -> None:
        self._names: dict[str, list[tuple[tuple[str, ...], bool, Entry]]] = {}
        self._states: dict[str, Entry] = {}
        self._names_of_states: set[str] = set()
        self._acronyms_of_states: set[str] = set()
        self._capitals: dict[str, Entry] = {}
        self._leaders: dict[str, Entry] = {}
        self._coalitions: dict[str, Entry] = {}
        self._peoples: dict[str, Entry] = {}
        self.by_id: dict[str, Entry] = {}
        for row in countries:
            self._add_state(row)
        for row in rows:
            kind = cast(ActorKind, row["kind"])
            entry = Entry(
                row["id"],
                row["name"],
                kind,
                row.get("country"),
                row.get("inter"),
                short=tuple(a for a in row.get("aliases", ()) if _is_short(a)),
            )
            self.by_id[entry.actor_id] = entry
            self._coalitions.update((country, entry) for country in row.get("coalition_in", ()))
            for alias in (row["name"], *row.get("aliases", ())):
                self._add(alias, entry)
        for options in self._names.values():
            options.sort(key=lambda o: (-len(o[0]), o[0]))
        # Words that any name may begin with: all others are passed over at once.
        self._openings = frozenset(
            (
                *self._names,
                *self._leaders,
                *self._capitals,
                *self._peoples,
                *_FORCES_OF,
                *(name.split(" ")[0] for name in self._states),
            )
        )

    @classmethod
    def load(cls) -> ActorIndex:
        """The shipped list.

        Raises:
            DataError: the list is absent or a line of it is no JSON object.
        """
        return _shipped()

    def _add(self, alias: str, entry: Entry) -> None:
        parts = tuple(
            t.lower.removesuffix("'s")
            for t in tokenize(alias)
            if t.lower not in ARTICLES or len(alias) < 4
        )
        if parts:
            exact_case = _is_short(alias) and len(parts) == 1 and len(alias) <= 5
            self._names.setdefault(parts[0], []).append((parts, exact_case, entry))

    def _add_state(self, row: dict[str, Any]) -> None:
        entry = Entry(
            f"gov-{row['iso2'].lower()}",
            f"Government of {row['name']}",
            "state_force",
            row["iso2"],
            1,
        )
        self.by_id[entry.actor_id] = entry
        for word in (row["name"], *row["demonyms"], *row.get("aliases", ())):
            self._states.setdefault(word.lower(), entry)
        self._peoples.update((f"{word.lower()}s", entry) for word in row["demonyms"])
        self._names_of_states.update((row["name"].lower(), *map(str.lower, row.get("aliases", ()))))
        self._acronyms_of_states.update(a.lower() for a in row.get("aliases", ()) if a.isupper())
        self._capitals.setdefault(row["capital"].lower(), entry)
        for leader in row.get("leaders", ()):
            self._leaders.setdefault(leader.lower(), entry)
        self._add(f"government of {row['name']}", entry)

    def state(self, word: str) -> Entry | None:
        """The government of a country named, or meant by its people's name."""
        return self._states.get(word.lower())

    def names_state(self, word: str) -> bool:
        """Whether a word is a country's name, and not only its people's."""
        return word.lower() in self._names_of_states

    def leader(self, name: str) -> Entry | None:
        """The government that a listed head of state or government, by surname, leads."""
        return self._leaders.get(name.lower())

    def capital(self, name: str) -> Entry | None:
        """The government that a capital's name stands for."""
        return self._capitals.get(name.lower())

    def lookup(self, phrase: str) -> Entry | None:
        """The actor whose name or alias is exactly this phrase (articles and case aside)."""
        tokens = [t for t in tokenize(phrase) if t.lower not in ARTICLES]
        if not tokens:
            return None
        hit = self._at(tokens, 0, shouting=False)
        return hit[1] if hit is not None and hit[0] == len(tokens) else None

    def within(self, phrase: str) -> Entry | None:
        """The first actor named anywhere inside a phrase; not `exact`."""
        tokens = tokenize(phrase)
        for i in range(len(tokens)):
            hit = self._at(tokens, i, shouting=False)
            if hit is not None:
                return replace(hit[1], exact=False)
        return None

    def sole(self, kind: ActorKind, word: str) -> Entry | None:
        """The one listed actor of a kind whose name holds a word; None where several do."""
        found = [
            e for e in self.by_id.values() if e.kind == kind and word in e.name.lower().split()
        ]
        return found[0] if len(found) == 1 else None

    def find(
        self, text: str, sentences: Sequence[Sentence], home: str | None = None
    ) -> list[ActorMention]:
        """Every actor named in the sentences, in order, longest name first, none overlapping.

        Args:
            text: the document's text.
            sentences: of it.
            home: ISO code of the country that the document is about. "The regime" and "government
                forces" are its state's, and a mere kind ("rebels") bears its name, as ACLED's
                unnamed actors do; else the state named most is meant.
        """
        out: list[ActorMention] = []
        host = self.by_id.get(f"gov-{home.lower()}") if home else None
        whole = text.lower()
        state = host or self._main_state(sentences)
        for sentence in sentences:
            tokens = sentence.tokens
            shouting = text[sentence.start : sentence.end].isupper()
            i = 0
            while i < len(tokens):
                hit = _unnamed_state(tokens, i, state) if state is not None else None
                hit = hit or self._coalition(tokens, i, home)
                hit = hit or self._at(tokens, i, shouting=shouting)
                if hit is not None and _only_where(tokens, i, hit, home, self._names_of_states):
                    i += hit[0]
                    continue
                if hit is not None and home and hit[1].country not in (None, home):
                    hit = self._of_home(tokens[i].text, hit, home, whole)
                if hit is None and not shouting:
                    hit = self._led(tokens, i) or self._unlisted(text, tokens, i)
                if hit is None:
                    i += 1
                    continue
                length, entry = hit
                if entry.kind in _ARMED_KINDS and not entry.actor_id.startswith("gen-"):
                    length += self._kind_after(tokens, i + length)
                a, b = tokens[i].start, tokens[i + length - 1].end
                name = _at_home(entry, host)
                out.append(
                    ActorMention(a, b, text[a:b], entry.actor_id, name, entry.kind, entry.country)
                )
                i += length
        return out

    def _coalition(
        self, tokens: Sequence[Token], i: int, home: str | None
    ) -> tuple[int, Entry] | None:
        """Reads "a coalition air strike": the one that fights in the country told of."""
        entry = self._coalitions.get(home) if home else None
        if entry is None or tokens[i].lower != "coalition":
            return None
        before = tokens[i - 1] if i else None
        if before and before.lower not in ARTICLES and before.is_capitalised:
            return None
        j = i + 1
        while j < len(tokens) and j < i + 3 and tokens[j].lower in _MIDDLE:
            j += 1
        if j >= len(tokens) or tokens[j].lower not in _FORCE_HEADS:
            return None
        return j + 1 - i, entry

    def _led(self, tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
        """Reads "Hamas-led militants": who leads them acts."""
        leader, led, _ = tokens[i].text.partition("-led")
        entry = self.lookup(leader) if led and leader[:1].isupper() else None
        return (1, entry) if entry is not None and entry.kind in _ARMED_KINDS else None

    def _unlisted(self, text: str, tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
        """A group no list knows; "pro-X forces" are told as those of the rebels X."""
        group = unlisted_group(text, tokens, i)
        if group is None:
            return None
        cause = self.lookup(group.name.removeprefix("pro-").split()[0])
        if group.name.startswith("pro-") and cause is not None and cause.kind == "rebel":
            return group.length, cause
        return group.length, Entry("", group.name, group.kind, None, None)

    def _of_home(
        self, word: str, hit: tuple[int, Entry], home: str, whole: str
    ) -> tuple[int, Entry] | None:
        """Whom three capitals mean in a text on another country than their own.

        The body of that name at home there; else no state's force ("SAF" are Sudan's armed forces
        in a text on Sudan, and small arms elsewhere), unless the text writes it out.
        """
        length, entry = hit
        if length != 1 or len(word) != _ACRONYM or not word.isupper():
            return hit
        for alias, _, other in self._names.get(word.lower(), ()):
            if len(alias) == 1 and other.country == home:
                return 1, other
        foreign = entry.kind == "state_force" and entry.name.lower() not in whole
        return None if foreign and not entry.actor_id.startswith("gov-il") else hit

    def _kind_after(self, tokens: Sequence[Token], i: int) -> int:
        """Number of tokens of a kind that follows a name ("Al Shabaab militants")."""
        if i >= len(tokens):
            return 0
        if tokens[i].lower in GROUP_HEADS or tokens[i].lower in _FORCE_HEADS:
            return 1
        hit = self._at(tokens, i, shouting=False)
        return hit[0] if hit is not None and hit[1].actor_id in _KINDS_AFTER_NAMES else 0

    def _main_state(self, sentences: Sequence[Sentence]) -> Entry | None:
        """The state a document names most, whose "regime" it speaks of; None of two equals."""
        counts: dict[str, int] = {}
        for sentence in sentences:
            for token in sentence.tokens:
                word = token.lower.removesuffix("'s")
                entry = self._states.get(word) or self._leaders.get(word)
                if entry is not None:
                    counts[entry.actor_id] = counts.get(entry.actor_id, 0) + 1
        most = max(counts.values(), default=0)
        best = [k for k, count in counts.items() if count == most]
        return self.by_id[best[0]] if len(best) == 1 else None

    def _at(self, tokens: Sequence[Token], i: int, *, shouting: bool) -> tuple[int, Entry] | None:
        """Number of tokens and actor of the name that begins at token i."""
        word = tokens[i].lower.removesuffix("'s")
        if word not in self._openings:
            return None
        state = None
        if word not in self._acronyms_of_states or (
            tokens[i].text[:2].isupper() and not (shouting and word in _WORDS_LIKE_NAMES)
        ):
            state = self._state_at(tokens, i)
        for alias, exact_case, entry in self._names.get(word, ()):
            n = _reach(tokens, i, alias)
            if n == 0 or (state is not None and state[0] > n):
                continue
            if n == 1 and not _plain_case(tokens, i, exact_case, entry, shouting):
                continue
            if entry.actor_id == "gen-soldiers" and _ends_a_name(tokens, i, shouting):
                continue  # the "Military" of "Al Bab Military Council"
            if entry.actor_id == "gen-soldiers" and n == 1 and names_an_army_of(tokens, i):
                continue
            if entry.actor_id == "gen-suspect" and _is_verb(tokens, i):
                continue  # "authorities suspect anarchists"
            if alias in _ITS_HOUSE and i + 1 < len(tokens) and tokens[i + 1].lower in _HOUSES:
                continue  # a "military hospital" is no army
            if alias == ("civilian",) and i + 1 < len(tokens) and tokens[i + 1].lower in _THINGS:
                continue
            return n, entry
        return state

    def _forces_of(self, tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
        """Reads "military forces of Azerbaijan", "the army of Chad"."""
        j = i + 1
        if j < len(tokens) and tokens[j].lower in ("forces", "force"):
            j += 1
        if j >= len(tokens) or tokens[j].lower != "of":
            return None
        j += 2 if j + 1 < len(tokens) and tokens[j + 1].lower == "the" else 1
        for n in (1, 2):
            name = " ".join(t.lower.removesuffix("'s") for t in tokens[j : j + n])
            if name in self._names_of_states:
                return j + n - i, self._states[name]
        return None

    def _coordinated(self, tokens: Sequence[Token], i: int) -> bool:
        """Reads "Russian and Ukrainian forces": the forces of both."""
        if i + 2 >= len(tokens) or tokens[i].lower != "and":
            return False
        j = i + 2
        while j < len(tokens) - 1 and tokens[j].lower in _MIDDLE:
            j += 1
        other = tokens[i + 1].lower.removesuffix("'s") in self._states
        return other and tokens[j].lower in _FORCE_HEADS

    def _second_of(self, tokens: Sequence[Token], i: int) -> Entry | None:
        """Reads the "Chad" of "the armies of Sudan and Chad"."""
        name = tokens[i].lower
        if i < 4 or name not in self._names_of_states or tokens[i - 1].lower != "and":
            return None
        first = tokens[i - 2].lower in self._names_of_states and tokens[i - 3].lower == "of"
        return self._states[name] if first and tokens[i - 4].lower in _FORCE_HEADS else None

    def _state_at(self, tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
        word = tokens[i].lower.removesuffix("'s")
        forces = self._forces_of(tokens, i) if word in _FORCES_OF else None
        if forces is not None:
            return forces
        if (second := self._second_of(tokens, i)) is not None:
            return 1, second
        if word in self._peoples:
            at_war = i + 1 < len(tokens) and tokens[i + 1].lower in _VERBS_OF_WAR
            return (1, self._peoples[word]) if at_war else None  # "the Russians shelled"
        leader = self._leaders.get(word)
        owned = tokens[i].lower.endswith("'s") or tokens[i].lower.endswith("s'")
        entry = self._states.get(word) or (leader if owned or leader else None)
        length = 1
        if entry is None and i + 1 < len(tokens):
            entry = self._states.get(word + " " + tokens[i + 1].lower.removesuffix("'s"))
            length = 2
        if entry is None:
            capital = self._capitals.get(word)
            if capital and word != tokens[i].lower and i + 1 < len(tokens):
                return (2, capital) if tokens[i + 1].lower in _DEEDS else None  # "Kyiv's shelling"
            follows = tokens[i + 1].lower if i + 1 < len(tokens) else ""
            leads = i == 0 or tokens[i - 1].text in ',;“"'
            return (1, capital) if capital and leads and follows in _VERBS_AFTER_CAPITAL else None
        j = i + length
        while j < len(tokens) and tokens[j].lower in _MIDDLE and j < i + length + 2:
            j += 1
        if _joins_arms(tokens, j, i + length):
            j += 2  # "Israeli air and artillery attacks"
        if j < len(tokens) and tokens[j].lower in _FORCE_HEADS:
            return j + 1 - i, entry
        if j < len(tokens) and tokens[j].lower in _POSTS and word not in self._names_of_states:
            return length, entry  # "shelled Ukrainian positions"
        while j > i + length and tokens[j - 1].lower not in _FORCE_HEADS:
            j -= 1
        if j > i + length:
            return j - i, entry
        if self._coordinated(tokens, i + length):
            return length, entry
        acts = _acts_at(tokens, i + length)
        named = tokens[i].lower == word and word in self._names_of_states
        return (
            (length, entry)
            if acts and named and (i == 0 or tokens[i - 1].text in ',;:“"')
            else None
        )


def _joins_arms(tokens: Sequence[Token], j: int, first: int) -> bool:
    """Whether "and" at j joins two arms of one state: "air and ground forces"."""
    return (
        first < j < len(tokens) - 2
        and tokens[j].lower == "and"
        and tokens[j + 1].lower in _MIDDLE
        and tokens[j + 2].lower in _FORCE_HEADS
    )


def _acts_at(tokens: Sequence[Token], i: int) -> bool:
    """Whether a state named before token i acts or speaks there; "has suffered" is neither."""
    if i >= len(tokens) or tokens[i].lower not in _VERBS_AFTER_CAPITAL:
        return False
    follows = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    return tokens[i].lower != "has" or follows in _VERBS_AFTER_CAPITAL


def _only_where(
    tokens: Sequence[Token],
    i: int,
    hit: tuple[int, Entry],
    home: str | None,
    states: Container[str],
) -> bool:
    """Whether a country's name only says where: the "Syria rocket attack" of a text on Syria."""
    length, entry = hit
    words = [t.lower for t in tokens[i : i + length]]
    size = next((n for n in (2, 1) if " ".join(words[:n]) in states), 0)  # "Burkina Faso"
    deeds = words[size:]
    return home is not None and entry.country == home and bool(size and deeds) and all(
        w in _DEEDS for w in deeds
    )  # fmt: skip


def _reach(tokens: Sequence[Token], i: int, alias: Sequence[str]) -> int:
    """Number of tokens of a name that begins at token i, articles inside it included, or 0."""
    j = i + 1
    for word in alias[1:]:
        j += j < len(tokens) and tokens[j].lower == "the" != word
        if j >= len(tokens) or tokens[j].lower.removesuffix("'s") != word:
            return 0
        j += 1
    return j - i


def _ends_a_name(tokens: Sequence[Token], i: int, shouting: bool) -> bool:
    """Whether a capitalised word for an army is part of a longer name, of which it says nothing."""
    if shouting or i == 0 or not tokens[i].is_capitalised or not tokens[i - 1].is_capitalised:
        return False
    before = tokens[i - 1].lower
    return tokens[i - 1].is_word and before not in ARTICLES and before not in NOT_GROUPS


def _is_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether "suspect" at token i tells what the plural before it does."""
    before = tokens[i - 1].lower if i else ""
    return tokens[i].lower == "suspect" and (
        before == "police" or (before.endswith("s") and tokens[i - 1].is_word)
    )


def _at_home(entry: Entry, host: Entry | None) -> str:
    """The actor's name; that of a mere kind with the country it acts in: "rebels (Syria)"."""
    if host is None or entry.actor_id not in _TOLD_WITH_COUNTRY:
        return entry.name
    return f"{entry.name} ({host.name.removeprefix('Government of ')})"


def _is_short(alias: str) -> bool:
    return " " not in alias and sum(c.isupper() for c in alias) >= 2


def _plain_case(
    tokens: Sequence[Token], i: int, exact_case: bool, entry: Entry, shouting: bool
) -> bool:
    """Whether a one-word name is written as a name."""
    written = tokens[i].text
    if exact_case:
        plain = written.split("'")[0].split("’")[0]
        if shouting:
            return len(plain) > 2 and plain.lower() not in _WORDS_LIKE_NAMES
        return _is_short(plain)  # "LeT", no "Let"
    if entry.kind in ("people", "official", "medical") or entry.inter in (3, 5, 6, 7):
        return True
    return written[:1].isupper() or entry.name[:1].islower()


def _unnamed_state(tokens: Sequence[Token], i: int, state: Entry) -> tuple[int, Entry] | None:
    low = tokens[i].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    led = low in ("regime", "government", "governmental")
    if led and after in _FORCE_HEADS - {"government", "regime"}:
        return 2, state
    if led and after in ("military", "army", "intelligence", "air", "positions", "checkpoint"):
        return 1, state
    if low == "regime" or (low == "government" and i and tokens[i - 1].lower == "the"):
        return 1, state
    return None


@lru_cache(maxsize=1)
def _shipped() -> ActorIndex:
    folder = resources.files("bearwitness.claims") / "data"
    return ActorIndex(_rows(folder / "actors.jsonl"), _rows(folder / "countries.jsonl"))


def _rows(path: Any) -> list[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines if line.strip()]
    except (OSError, ValueError) as error:
        raise DataError(f"the shipped list {path.name} cannot be read: {error}") from error
