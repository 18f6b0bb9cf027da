"""Actors: the listed forces, groups, monitors, agencies and offices that reports name.

The list (`data/actors.jsonl`) and the table of countries (`data/countries.jsonl`) are written from
general knowledge of who takes part in, or reports on, armed violence world-wide; kinds follow
ACLED's inter codes (1 state forces, 2 rebels, 3 political militias, 4 communal militias, 5 rioters,
6 protesters, 7 civilians, 8 external or other forces).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any, Literal, cast

from bearwitness.errors import DataError
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token, tokenize

ActorKind = Literal[
    "state_force", "rebel", "militia", "monitor", "agency", "outlet", "official", "un", "medical",
    "people",
]

_ARTICLES = frozenset(("the", "a", "an"))
# What a demonym or a country must stand before to name the state and not its people.
_FORCE_HEADS = frozenset(
    """government regime army military forces force troops soldiers soldier warplanes warplane
    jets jet planes aircraft helicopter helicopters gunship gunships drone drones air navy police
    security authorities artillery airstrike airstrikes commandos commando marines guards guard
    tanks fighter-jets intelligence militaries gendarmes gendarmerie paratroopers servicemen
    conscripts border coastguard bombers missile missiles rockets shelling raid raids
    occupation state armed special warships snipers""".split()
)
_MIDDLE = frozenset("air armed special government regime state border security federal national "
                    "military army coast riot ground police fighter defence defense".split())
_VERBS_AFTER_CAPITAL = frozenset(
    "said says has denied denies accused accuses announced claims claimed insists bombed launched "
    "insisted rejected wants confirmed condemned vowed".split()
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
        self._capitals: dict[str, Entry] = {}
        self._leaders: dict[str, Entry] = {}
        self.by_id: dict[str, Entry] = {}
        for row in countries:
            self._add_state(row)
        for row in rows:
            kind = cast(ActorKind, row["kind"])
            entry = Entry(row["id"], row["name"], kind, row.get("country"), row.get("inter"),
                          short=tuple(a for a in row.get("aliases", ()) if _is_short(a)))
            self.by_id[entry.actor_id] = entry
            for alias in (row["name"], *row.get("aliases", ())):
                self._add(alias, entry)
        for options in self._names.values():
            options.sort(key=lambda o: (-len(o[0]), o[0]))

    @classmethod
    def load(cls) -> ActorIndex:
        """The shipped list.

        Raises:
            DataError: the list is absent or a line of it is no JSON object.
        """
        return _shipped()

    def _add(self, alias: str, entry: Entry) -> None:
        words = tuple(t.lower for t in tokenize(alias) if t.lower not in _ARTICLES or len(alias) < 4)
        if words:
            exact_case = alias.isupper() and len(words) == 1 and len(alias) <= 5
            self._names.setdefault(words[0], []).append((words, exact_case, entry))

    def _add_state(self, row: dict[str, Any]) -> None:
        entry = Entry(f"gov-{row['iso2'].lower()}", f"Government of {row['name']}", "state_force",
                      row["iso2"], 1)
        self.by_id[entry.actor_id] = entry
        for word in (row["name"], *row["demonyms"], *row.get("aliases", ())):
            self._states.setdefault(word.lower(), entry)
        self._capitals.setdefault(row["capital"].lower(), entry)
        for leader in row.get("leaders", ()):
            self._leaders.setdefault(leader.lower(), entry)
        self._add(f"government of {row['name']}", entry)

    def lookup(self, phrase: str) -> Entry | None:
        """The actor whose name or alias is exactly this phrase (articles and case aside)."""
        tokens = [t for t in tokenize(phrase) if t.lower not in _ARTICLES]
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

    def find(self, text: str, sentences: Sequence[Sentence]) -> list[ActorMention]:
        """Every actor named in the sentences, in order, longest name first, none overlapping.

        "the regime", "government forces" and the like stand for the state named last before.
        """
        out: list[ActorMention] = []
        state: Entry | None = None
        for sentence in sentences:
            tokens = sentence.tokens
            shouting = text[sentence.start : sentence.end].isupper()
            i = 0
            while i < len(tokens):
                hit = self._at(tokens, i, shouting=shouting)
                if hit is None and state is not None:
                    hit = _unnamed_state(tokens, i, state)
                if hit is None:
                    i += 1
                    continue
                length, entry = hit
                a, b = tokens[i].start, tokens[i + length - 1].end
                out.append(ActorMention(a, b, text[a:b], entry.actor_id, entry.name, entry.kind,
                                        entry.country))
                if entry.actor_id.startswith("gov-"):
                    state = entry
                i += length
        return out

    def _at(
        self, tokens: Sequence[Token], i: int, *, shouting: bool
    ) -> tuple[int, Entry] | None:
        """Number of tokens and actor of the name that begins at token i."""
        state = self._state_at(tokens, i)
        for words, exact_case, entry in self._names.get(tokens[i].lower.removesuffix("'s"), ()):
            n = len(words)
            if i + n > len(tokens) or (state is not None and state[0] >= n):
                continue
            if any(tokens[i + k].lower.removesuffix("'s") != words[k] for k in range(1, n)):
                continue
            if n == 1 and not _plain_case(tokens, i, exact_case, entry, shouting):
                continue
            return n, entry
        return state

    def _state_at(self, tokens: Sequence[Token], i: int) -> tuple[int, Entry] | None:
        word = tokens[i].lower.removesuffix("'s")
        leader = self._leaders.get(word)
        owned = tokens[i].lower.endswith("'s") or tokens[i].lower.endswith("s'")
        entry = self._states.get(word) or (leader if owned or leader else None)
        length = 1
        if entry is None and i + 1 < len(tokens):
            entry = self._states.get(word + " " + tokens[i + 1].lower.removesuffix("'s"))
            length = 2
        if entry is None:
            capital = self._capitals.get(word)
            follows = tokens[i + 1].lower if i + 1 < len(tokens) else ""
            leads = i == 0 or tokens[i - 1].text in ",;“\""
            return (1, capital) if capital and leads and follows in _VERBS_AFTER_CAPITAL else None
        j = i + length
        while j < len(tokens) and tokens[j].lower in _MIDDLE and j < i + length + 2:
            j += 1
        if j < len(tokens) and tokens[j].lower in _FORCE_HEADS:
            return j + 1 - i, entry
        if j > i + length and tokens[j - 1].lower in _FORCE_HEADS:
            return j - i, entry
        return None


def _is_short(alias: str) -> bool:
    return " " not in alias and sum(c.isupper() for c in alias) >= 2


def _plain_case(
    tokens: Sequence[Token], i: int, exact_case: bool, entry: Entry, shouting: bool
) -> bool:
    """Whether a one-word name is written as a name."""
    written = tokens[i].text
    if exact_case:
        return written.split("'")[0].split("’")[0].isupper() and not shouting
    if entry.kind in ("people", "official", "medical") or entry.inter in (3, 5, 6, 7):
        return True
    return written[:1].isupper() or entry.name[:1].islower()


def _unnamed_state(tokens: Sequence[Token], i: int, state: Entry) -> tuple[int, Entry] | None:
    low = tokens[i].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if low in ("regime", "government") and after in _FORCE_HEADS - {"government", "regime"}:
        return 2, state
    if low == "regime" or low == "government" and i and tokens[i - 1].lower == "the":
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
