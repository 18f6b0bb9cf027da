"""Verbs of taking a stand ("condemned", "called on"): where one stands, and whose stand it is."""

from __future__ import annotations

import re

from bearwitness.claims import statement_words as w
from bearwitness.claims.actors import ActorMention
from bearwitness.claims.further import Page, plain
from bearwitness.claims.persons import OFFICES
from bearwitness.claims.speech_words import ADVERBS, SOURCE_NOUNS
from bearwitness.text.tokens import Token


def with_first_of_pair(tokens: tuple[Token, ...], first: int) -> int:
    """Takes in the name before "and": "the UN and aid groups have called on …"."""
    if first < 2 or tokens[first - 1].lower != "and" or not tokens[first - 2].is_capitalised:
        return first
    first -= 2
    while first and (tokens[first - 1].is_capitalised or tokens[first - 1].lower == "the"):
        first -= 1
    return first


def takes_stand(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a word is a verb of taking a stand, in the active voice."""
    low = tokens[i].lower
    before = tokens[i - 1].lower
    after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if low in ("called", "calls", "call"):
        return after in ("on", "upon", "for") and before not in w.PASSIVE and _heeded(tokens, i)
    if low not in w.STANCE or before in w.PASSIVE or low in w.PRESSING:
        return False
    if low in ("appealed",) and after not in ("to", "for"):
        return False
    if tokens[i - 1].text in ',“"':
        return tokens[i - 1].text == "," and "," in [t.text for t in tokens[: i - 1]]
    return after not in ("by", "of")


def _heeded(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "called for" calls for an act and not for help by telephone."""
    return not {"911", "police", "ambulance", "help"} & {t.lower for t in tokens[i + 1 : i + 4]}


def may_stand(own: tuple[Token, ...], actors: list[ActorMention]) -> bool:
    """Whether the words before such a verb may be somebody."""
    if own[-1].lower in w.NOBODY | ADVERBS:
        return False
    return (
        bool(actors)
        or any(
            t.lower in SOURCE_NOUNS | OFFICES or (t.is_capitalised and t is not own[0]) for t in own
        )
        or (own[0].is_capitalised and own[0].lower not in ("the", "a", "an") and len(own) <= 2)
    )


def resolved(page: Page, own: tuple[Token, ...]) -> tuple[str, str | None]:
    """Name, as written without its article, and actor id of who takes a stand."""
    written = plain(page.text[own[0].start : own[-1].end])
    written = re.sub(r"^(?:the|a|an)\s+", "", written, flags=re.I)
    entry = page.actors.lookup(written)
    return written, entry.actor_id if entry else None
