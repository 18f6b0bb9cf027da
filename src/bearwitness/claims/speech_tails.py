"""What follows a verb of saying: the day, the place and the means of it, or the words said."""

from __future__ import annotations

from collections.abc import Sequence

from bearwitness.claims.speakers import MEANS
from bearwitness.claims.speech_verbs import QUOTES
from bearwitness.claims.speech_words import TIME_WORDS
from bearwitness.text.tokens import Token

_PLATFORMS = frozenset(
    "twitter telegram facebook x whatsapp instagram tiktok youtube social".split()
)
_UTTERANCES = frozenset(
    """twitter telegram facebook x whatsapp instagram tiktok youtube media channel account page
    website statement interview briefing conference post report update tweet message release
    bulletin address speech video letter dispatch communique communiqué broadcast""".split()
)


def _after_utterance(tokens: Sequence[Token], i: int) -> int | None:
    """Index after "in its latest update", "in a letter to the council"; None for other words."""
    if tokens[i].lower not in ("in", "on", "via", "through"):
        return None
    if tokens[i].lower == "on" and not (
        i + 1 < len(tokens) and tokens[i + 1].lower in _PLATFORMS | {"its", "his", "her", "their"}
    ):
        return None
    ahead = range(i + 1, min(len(tokens), i + 7))
    said_in = None
    for k in ahead:
        if not tokens[k].is_word or tokens[k].lower in ("and", "that", "of"):
            break
        if tokens[k].lower in _UTTERANCES:
            said_in = k
    if said_in is None:
        return None
    if [t.lower for t in tokens[said_in + 1 : said_in + 3]] == ["to", "the"]:
        return min(len(tokens), said_in + 4)
    return said_in + 1


def _after_manner(tokens: Sequence[Token], i: int) -> int | None:
    """Index after "on condition of anonymity", "by phone", "late" before "on Monday", or None."""
    following = [t.lower for t in tokens[i + 1 : i + 3]]
    low = tokens[i].lower
    if low in ("late", "early") and following[:1] == ["on"]:
        return i + 1
    if low == "on" and following[:1] in (["condition"], ["background"]):
        stop = i + 2
        while stop < len(tokens) and tokens[stop].lower in ("of", "anonymity", "strict"):
            stop += 1
        return stop
    if low in ("by", "via", "over") and set(following) & MEANS:
        return i + 2 + (following[0] not in MEANS)
    return None


def content_after(tokens: Sequence[Token], i: int) -> tuple[bool, bool] | None:
    """None where only adjuncts follow; else (whether the verb closes its clause, any rest)."""
    while i < len(tokens):
        t = tokens[i]
        if t.text == "(":
            while i < len(tokens) and tokens[i].text != ")":
                i += 1
            i += 1
        elif (after := _after_utterance(tokens, i) or _after_manner(tokens, i)) is not None:
            i = after
        elif (
            t.lower in TIME_WORDS
            or (t.lower in ("on", "in", "at", "late", "early") and is_adjunct(tokens, i))
        ) or (t.lower[0].isdigit() and i and tokens[i - 1].lower in TIME_WORDS | {"."}):
            i += 1
        else:
            break
    rest = [t for t in tokens[i:] if t.is_word]
    if not rest:
        return None
    if tokens[i].text == ",":
        return (True, True)
    if tokens[i].text in ".;)" + QUOTES and tokens[i].text not in QUOTES:
        return (tokens[i].text != ".", True)
    if tokens[i].lower in ("as", "after", "while", "amid", "when") and not any(
        t.lower[0].isdigit() for t in rest[:1]
    ):
        return (True, True)
    return (False, True)


def is_adjunct(tokens: Sequence[Token], i: int) -> bool:
    """Whether a day, a time or a platform follows the preposition at i ("on Tuesday")."""
    for t in tokens[i + 1 : i + 5]:
        if t.lower in TIME_WORDS or t.lower in (
            "statement",
            "interview",
            "briefing",
            "conference",
            "post",
            "twitter",
            "facebook",
            "telegram",
            "weekend",
            "x",
            "time",
            "tweet",
        ):
            return True
        if (
            t.lower
            not in (
                "a",
                "an",
                "the",
                "its",
                "late",
                "early",
                "his",
                "press",
                "news",
                "official",
                "written",
                "separate",
                "brief",
            )
            and not t.lower[0].isdigit()
        ):
            return False
    return False
