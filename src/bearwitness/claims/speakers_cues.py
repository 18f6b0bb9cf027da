"""Where a sentence says who speaks, and over which words of the sentence that reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.headline_tails import source_tail
from bearwitness.claims.speakers import is_verb, named, right_phrase, skip_left, subject
from bearwitness.claims.speech_tails import content_after, is_adjunct
from bearwitness.claims.speech_verbs import (
    AFTER_PARTICIPLE,
    BARE,
    CONNECTIVES,
    COORDINATING,
    COUNTING,
    DISMISSED,
    DISMISSING,
    FALSEHOODS,
    FIGURE_NOUNS,
    LOOSE,
    MOVED,
    NOT_CLAIMS,
    NOUN_OR_VERB,
    PASSIVE,
    PLURALS,
    QUOTES,
    SAYING,
    WRITTEN,
)
from bearwitness.claims.speech_words import (
    BREAKS,
    DETERMINERS,
    KINDS_OF_ESTIMATE,
    NOT_SPEAKERS,
    PRONOUNS,
    SOURCE_NOUNS,
    TIME_WORDS,
)
from bearwitness.text.sentences import Sentence
from bearwitness.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """One place where a sentence names a speaker.

    Attributes:
        first, last: token indices of the speaker's words (last excluded).
        cue: the words that attribute.
        scope: offsets the attribution reaches over.
        verb: token index of the cue word.
        channel: token indices of whom it was told to ("told AFP"), or None.
        hedged: "alleged" or "denied" where the verb itself distances.
        counts_only: the verb's subject is a source only beside a count ("gave", "has").
    """

    first: int
    last: int
    cue: str
    scope: tuple[int, int]
    verb: int
    channel: tuple[int, int] | None = None
    hedged: str | None = None


@dataclass(frozen=True, slots=True)
class _Raw:
    first: int
    last: int
    verb: int
    after: int
    word: str
    shape: str  # "before" (X said …), "inverted" (…, said X), "according"
    channel: tuple[int, int] | None = None


def find_cues(sentence: Sentence) -> list[Cue]:
    """The speakers a sentence names, with the reach of each."""
    tokens = sentence.tokens
    raws = [
        r
        for i, token in enumerate(tokens)
        if token.lower in _ATTRIBUTING and (r := _raw_at(tokens, i)) is not None
    ]
    raws = _drop_repeats(raws)
    if not raws and (r := _headline_source(tokens)) is not None:
        raws = [r]
    return [_with_scope(sentence, raws, k) for k in range(len(raws))]


def _drop_repeats(raws: list[_Raw]) -> list[_Raw]:
    out: list[_Raw] = []
    for raw in raws:
        if any(
            o.first < raw.last
            and raw.first < o.last
            and o.verb != raw.verb
            and raw.shape == o.shape == "before"
            and raw.first == o.first
            for o in out
        ):
            continue
        out.append(raw)
    return out


def _raw_at(tokens: Sequence[Token], i: int) -> _Raw | None:
    low = tokens[i].lower
    n = len(tokens)
    following = tokens[i + 1].lower if i + 1 < n else ""
    if low == "according" and following == "to":
        return _source_after(tokens, i, i + 2, "according to")
    if low in ("citing", "quoting", "cites", "quotes", "quoted", "cited") and i + 1 < n:
        if low in ("quoted", "cited") and i and tokens[i - 1].lower in PASSIVE:
            return None
        return _source_after(tokens, i, i + 1 + (following == "by"), tokens[i].text)
    if low in ("learned", "heard") and following == "from":
        return _source_after(tokens, i, i + 2, f"{tokens[i].text} from")
    if low == "per":
        comma = i > 0 and tokens[i - 1].text in ",("
        body = following == "the" or (i + 1 < n and tokens[i + 1].is_capitalised)
        return _source_after(tokens, i, i + 1, "per") if comma and body else None
    if (
        low == "by"
        and i
        and tokens[i - 1].lower
        in ("reported", "confirmed", "documented", "counted", "recorded", "verified")
    ):
        return _source_after(tokens, i, i + 1, f"{tokens[i - 1].text} by")
    if low in SAYING or low in COUNTING:
        owned = i > 0 and tokens[i - 1].lower in DETERMINERS
        if low in ("alleged", "identified") and following not in ("that", "the", "a", "two", "him"):
            return None
        if low == "identified" and any(t.lower in _SOUGHT for t in tokens[i + 1 : i + 6]):
            return None  # "identified the gunman who shot three": who did it, not what was done
        if i and tokens[i - 1].lower in ("otherwise", "unless", "as") and low != "saying":
            return None
        if low in ("accused", "suspected") and following == "of":
            return None
        if low in ("declared", "declares") and following in _DECLARED_ACTS:
            return None  # "declared martial law in the province where 12 had died"
        return None if owned and low in ("alleged", "said", "quoted") else _spoken(tokens, i)
    return _count_given(tokens, i)


_PAST_SAYING = frozenset(w for w in SAYING | COUNTING if w.endswith("ed"))
_SOUGHT = frozenset(
    """suspect suspects shooter shooters gunman gunmen attacker attackers killer killers perpetrator
    perpetrators culprit culprits assailant assailants bomber bombers""".split()
)
_DECLARED_ACTS = frozenset(
    "a an martial war victory independence mourning curfew emergency bankruptcy amnesty".split()
)


def _source_after(tokens: Sequence[Token], i: int, start: int, cue: str) -> _Raw | None:
    phrase = right_phrase(tokens, start, len(tokens))
    if phrase is None or not _is_source(tokens[phrase[0] : phrase[1]]):
        return None
    return _Raw(*phrase, i, phrase[1], cue, "according")


def _spoken(tokens: Sequence[Token], i: int) -> _Raw | None:
    low = tokens[i].lower
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    if low in COUNTING and not _active(tokens, i):
        return None
    distancing = low.startswith(("claim", "den"))
    if distancing and any(t.lower in NOT_CLAIMS for t in tokens[i + 1 : i + 6]):
        return None
    before = skip_left(tokens, i - 1)
    if low == "saying" and i and tokens[i - 1].lower == "as":
        before = i - 2 if i >= 2 and tokens[i - 2].lower == "quoted" else before
        while before > 0 and tokens[before - 1].lower in PASSIVE | {"has", "have", "had"}:
            before -= 1
        phrase = subject(tokens, before) if before > 0 else None
        if phrase is None:
            return None
        return _Raw(*phrase, i, i + 1, "quoted as saying", "before", _quoter(tokens, phrase[0]))
    if low not in ("told", "tells", "tell") and _inverted(tokens, i):
        phrase = right_phrase(tokens, i + 1, len(tokens))
        if phrase is not None and _can_speak(tokens, phrase, low):
            return _Raw(*phrase, i, phrase[1], tokens[i].text, "inverted")
    if i and tokens[i - 1].lower in PASSIVE | {"to"} and low not in ("saying",):
        return None
    if low in ("saying", "reporting"):
        return _participle(tokens, i)
    phrase = subject(tokens, i)
    if phrase is None and i > 3 and tokens[i - 1].lower == "and" and low in ("said", "says"):
        return _main_subject(tokens, i, nearest=True)  # "X took responsibility and said"
    if phrase is None or not _can_speak(tokens, phrase, low):
        return None
    if low in BARE and not _plural(tokens[phrase[0] : phrase[1]]) and not (
        low == "say" and named(tokens, phrase[1] - 1)  # "the Defence Department say"
    ):  # fmt: skip
        return None
    channel = None
    after = i + 1
    if low in ("told", "tells", "tell") and following:
        channel = right_phrase(tokens, i + 1, len(tokens))
        if channel is not None:
            after = channel[1]
            if not tokens[channel[0]].is_capitalised and tokens[channel[0]].lower != "the":
                channel = None
    return _Raw(*phrase, i, after, tokens[i].text, "before", channel)


def _quoter(tokens: Sequence[Token], first: int) -> tuple[int, int] | None:
    """Who quotes: "state television quoted the governor as saying"."""
    if first < 2 or tokens[first - 1].lower not in ("quoted", "quotes", "cited", "cites"):
        return None
    return subject(tokens, first - 1)


def _plural(words: Sequence[Token]) -> bool:
    """Whether a subject goes with a bare verb form ("reports", the noun, does not: "a report")."""
    head = _head(words)
    return head.endswith("s") or head in PLURALS or any(t.lower == "and" for t in words)


def _participle(tokens: Sequence[Token], i: int) -> _Raw | None:
    """Reads "quotes police saying five died": a bare noun right before the participle."""
    if i > 3 and tokens[i - 1].text == "," and tokens[i].lower == "saying":
        return _main_subject(tokens, i)
    if i == 0 or not tokens[i - 1].is_word or tokens[i - 1].lower not in SOURCE_NOUNS:
        return None
    phrase = subject(tokens, i)
    return _Raw(*phrase, i, i + 1, tokens[i].text, "before") if phrase else None


def _main_subject(tokens: Sequence[Token], i: int, *, nearest: bool = False) -> _Raw | None:
    """Reads "officials corrected the figure, saying 14 died": who acts is who says."""
    before = range(i - 1, 0, -1) if nearest else range(1, i)
    verb = next((k for k in before if is_verb(tokens, k)), None)
    phrase = subject(tokens, verb) if verb is not None else None
    if phrase is None or not _is_source(tokens[phrase[0] : phrase[1]]):
        return None
    if not _can_speak(tokens, phrase, "reported"):
        return None
    return _Raw(*phrase, i, i + 1, tokens[i].text, "before")


def _active(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form like "reported" or "counts" is a verb with its own subject."""
    low = tokens[i].lower
    following = tokens[i + 1].lower if i + 1 < len(tokens) else ""
    before = tokens[i - 1].lower if i else ""
    if i == 0 or before in PASSIVE or before in DETERMINERS - {"one", "two", "three", "both"}:
        return False
    if any(t.lower == "according" for t in tokens[max(0, i - 4) : i]):
        return False
    if low in ("claimed", "claim", "claims") and following == "to":
        return i + 2 < len(tokens) and tokens[i + 2].lower == "have"
    if low in NOUN_OR_VERB:
        if before in ("of", "news", "local", "media", "body", "amid", "first", "to", "other"):
            return False
        if following in AFTER_PARTICIPLE or following in ("say", "said", "put") or not following:
            return False
        if following in _PAST_SAYING or following in ("have", "has", "had"):
            return False  # "hospital records confirmed"
        return before not in ("confirmed", "unconfirmed", "initial", "early", "official", "police")
    if following in AFTER_PARTICIPLE:
        least = following == "at" and i + 2 < len(tokens) and tokens[i + 2].lower == "least"
        return least or (following in ("on", "in", "at", "late") and is_adjunct(tokens, i + 1))
    return following not in ("killed", "dead", "wounded", "injured", "missing", "hurt", "to")


def _inverted(tokens: Sequence[Token], i: int) -> bool:
    """Reads "…, said X" and "…” said X": the subject follows the verb."""
    if i == 0 or i + 1 >= len(tokens):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    if before.text not in ",-–—" + QUOTES and before.text not in ".":
        return False
    if not after.is_word or after.lower in BREAKS or after.lower in PRONOUNS - {"he", "she"}:
        return False
    if after.lower[0].isdigit() or after.lower in ("at", "more", "in", "on", "it", "there", "to"):
        return False
    if after.lower in TIME_WORDS or ("'" in after.lower and after.lower[:2] in ("it", "he", "sh")):
        return False
    phrase = right_phrase(tokens, i + 1, len(tokens))
    if phrase is None:
        return False
    stop = phrase[1]
    while stop < len(tokens) and tokens[stop].text not in ",;.:" + QUOTES:
        if tokens[stop].lower == "who":
            break  # "said a rescuer who asked not to be named"
        if is_verb(tokens, stop):
            return False
        stop += 1
    return True


def _can_speak(tokens: Sequence[Token], phrase: tuple[int, int], verb: str) -> bool:
    words = tokens[phrase[0] : phrase[1]]
    if all(t.lower in KINDS_OF_ESTIMATE for t in words):
        return False
    if len(words) == 1 and words[0].lower == "it" and verb not in SAYING | COUNTING:
        return False
    head = _head(words)
    if words and words[0].lower in ("up", "down") and any(t.lower == "from" for t in words):
        return False  # "up from 32 dead announced on Saturday"
    if head in NOT_SPEAKERS or head in ("dead", "wounded", "injured", "others", "killed", "bodies"):
        return False
    if head[:1].isdigit() or head in ("that", "this", "what", "people", "civilians", "children"):
        return verb in ("said", "say", "told") and head in ("people", "civilians", "children")
    if verb in COUNTING or verb in LOOSE:
        names = [t for t in words[1:] if t.is_capitalised]
        source = any(t.lower in SOURCE_NOUNS for t in words)
        lone = len(words) == 1 and words[0].is_capitalised
        return bool(names) or source or lone or words[0].lower in PRONOUNS
    return any(t.text[0].isalpha() and t.lower not in ("a", "an", "the") for t in words)


def _head(words: Sequence[Token]) -> str:
    """Last word before any "of"-phrase or preposition."""
    last = ""
    for t in words:
        if t.lower in ("of", "for", "in", "from", "at", "with", "on", "to", "(") and last:
            break
        if t.is_word:
            last = t.lower
    return last


# Every verb that `_count_given` reads.
_GIVING = (
    DISMISSING
    | MOVED
    | frozenset(
        """put puts putting raised revised raises updated lowered gave gives giving given spoke
        speak speaks spoken has have had found finds know knows called""".split()
    )
)

# Every word that `_raw_at` may take for a cue.
_ATTRIBUTING = (
    SAYING
    | COUNTING
    | _GIVING
    | frozenset("according citing quoting cites quotes quoted cited by learned heard per".split())
)


def _count_given(tokens: Sequence[Token], i: int) -> _Raw | None:
    """Reads "put the toll at", "raised its toll to", "gave 27 dead", "spoke of"."""
    low = tokens[i].lower
    if low not in _GIVING:
        return None
    window = [t.lower for t in tokens[i + 1 : i + 14]]
    if not window:
        return None
    near = set(window[:7])
    counted = bool(near & FIGURE_NOUNS)
    good = (
        (low in ("put", "puts", "putting") and counted and ("at" in window or "high" in window))
        or (low in ("put", "puts") and window[:2] in (["it", "at"], ["them", "at"]))
        or (
            low in ("raised", "revised", "raises", "updated", "lowered")
            and counted
            and bool({"to", "from"} & set(window))
        )
        or (
            low in ("gave", "gives", "giving", "given")
            and counted
            and any(
                w[0].isdigit() or w in ("toll", "figure", "number", "count", "tally", "losses")
                for w in window[:4]
            )
        )
        or (low in ("gave", "gives", "given") and window[:2] in (["at", "least"], ["more", "than"]))
        or (low in ("spoke", "speak", "speaks", "spoken") and window[0] == "of")
        or (
            low in ("has", "have", "had")
            and bool({"count", "toll", "tally", "figure"} & set(window[:4]))
        )
        or (low in ("has", "have", "had") and _has_dead(tokens, i))
        or (low in ("has", "have") and window[:2] == ["evidence", "that"])
        or (low in ("found", "finds") and (window[0] in ("that", "no") or window[0][0].isdigit()))
        or (low in ("know", "knows") and window[0] == "of")
        or (low in DISMISSING and bool(DISMISSED & set(window[:5])))
        or (low == "called" and DISMISSED & set(window[:3]) and FALSEHOODS & set(window))
        or (low in MOVED and window[0] in ("by", "at", "over") and "reports" in window[:4])
    )
    if not good:
        return None
    verb = i
    while low in MOVED and verb > 0 and tokens[verb - 1].lower in PASSIVE:
        verb -= 1
    phrase = subject(tokens, verb)
    if phrase is None or not _can_speak(tokens, phrase, "reported"):
        return None
    if not (_is_source(tokens[phrase[0] : phrase[1]])):
        return None
    return _Raw(*phrase, i, i + 1, tokens[i].text, "before")


def _has_dead(tokens: Sequence[Token], i: int) -> bool:
    """Reads "the caption has at least 40 killed": a written source, a count, what became of it."""
    if not any(t.lower in WRITTEN for t in tokens[max(0, i - 8) : i]):
        return False
    window = [t.lower for t in tokens[i + 1 : i + 8]]
    counted = window[0].isdigit() or window[:2] in (["at", "least"], ["more", "than"])
    return counted and bool({"killed", "dead", "injured", "wounded"} & set(window))


def _is_source(words: Sequence[Token]) -> bool:
    if words[0].lower in PRONOUNS:
        return True
    return any(t.is_capitalised for t in words) or any(t.lower in SOURCE_NOUNS for t in words)


def _headline_source(tokens: Sequence[Token]) -> _Raw | None:
    """Reads "Monitoring group: 63 dead", "Police: two killed", "63 dead - monitor"."""
    for i, t in enumerate(tokens[:9]):
        if t.text == ":" and 0 < i < len(tokens) - 2:
            words = tokens[:i]
            if any(is_verb(tokens, k) for k in range(i)):
                break
            if _head(words) in SOURCE_NOUNS or _names_medium(words) or _is_acronym(tokens, i):
                first = next((k for k in range(i) if tokens[k].is_word), 0)
                return _Raw(first, i, i, i + 1, ":", "before")
            break
    mark = source_tail(tokens)
    return (
        None if mark is None else _Raw(mark + 1, len(tokens), mark, len(tokens), ":", "according")
    )


def _is_acronym(tokens: Sequence[Token], colon: int) -> bool:
    """Reads "UN: 65 killed in attack": a body's letters, in a headline that has small ones."""
    text = tokens[0].text
    small = any(t.text.islower() for t in tokens[colon:])
    return colon == 1 and text.isupper() and 1 < len(text) < 6 and small and text not in _KICKERS


_KICKERS = frozenset(("LIVE", "VIDEO", "WATCH", "NEWS", "JUST", "PHOTO", "MAP", "TOP", "NEW"))


def _names_medium(words: Sequence[Token]) -> bool:
    lows = [w.lower for w in words]
    return (
        len(lows) > 2 and lows[-2] == "on" and lows[-1] in ("twitter", "facebook", "telegram", "x")
    )


def _with_scope(sentence: Sentence, raws: list[_Raw], k: int) -> Cue:
    tokens = sentence.tokens
    raw = raws[k]
    start, end = sentence.start, sentence.end
    at = tokens[raw.first].start
    if raw.shape == "before":
        rest = content_after(tokens, raw.after)
        if rest is None or rest[0]:
            scope = (
                _back_to(sentence, raws, k),
                _to_next(sentence, raws, k) if rest and rest[1] else _verb_end(tokens, raw),
            )
        else:
            scope = (at, _forward_to(sentence, raws, k))
    elif raw.shape == "inverted":
        scope = (_back_to(sentence, raws, k), _to_next(sentence, raws, k))
    elif _leads(tokens, raw.verb):
        scope = (tokens[raw.verb].start, _forward_to(sentence, raws, k))
    else:
        scope = (_back_to(sentence, raws, k), end)
    hedged = None
    if raw.word.lower().startswith("claim") or raw.word.lower().startswith("alleg"):
        hedged = "alleged"
    elif raw.word.lower() in DISMISSING | {"denied", "denies", "deny", "called"}:
        hedged = "denied"
    return Cue(
        raw.first,
        raw.last,
        raw.word,
        (max(start, scope[0]), scope[1]),
        raw.verb,
        raw.channel,
        hedged,
    )


def _verb_end(tokens: Sequence[Token], raw: _Raw) -> int:
    return tokens[max(raw.after - 1, raw.verb)].end


def _leads(tokens: Sequence[Token], i: int) -> bool:
    """Whether "according to X" stands before what it attributes."""
    if i == 0:
        return True
    before = tokens[i - 1]
    if before.lower in CONNECTIVES or before.text in ";:“«":
        return True
    return before.text == "," and i >= 2 and tokens[i - 2].lower in CONNECTIVES


def _forward_to(sentence: Sentence, raws: list[_Raw], k: int) -> int:
    """End of what a leading speaker is said to have said."""
    tokens = sentence.tokens
    start = raws[k].after
    for i in range(start, len(tokens)):
        if tokens[i].text == ";":
            return tokens[i].start
    for other in raws[k + 1 :]:
        if other.shape != "before" and not (
            other.shape == "according" and _leads(tokens, other.verb)
        ):
            continue
        first = other.first if other.shape == "before" else other.verb
        parallel = other.word == raws[k].word and first > start and tokens[first - 1].text == ","
        if other.shape == "before" and parallel:
            return tokens[first - 1].start  # "police said three, residents said nine"
        for j in range(max(first - 4, start), first):
            joins = tokens[j].lower in COORDINATING
            if joins and not any(is_verb(tokens, m) for m in range(j + 1, first)):
                return tokens[j].start
    return sentence.end


def _to_next(sentence: Sentence, raws: list[_Raw], k: int) -> int:
    """Where another speaker's clause opens after one: "…, police said, while a doctor said …"."""
    tokens = sentence.tokens
    for other in raws[k + 1 :]:
        led = [t.lower for t in tokens[max(0, other.first - 3) : other.first]]
        if other.shape == "before" and set(led) & _BESIDE:
            return tokens[other.first].start
    return sentence.end


_BESIDE = frozenset(("while", "whereas", "but", "and", "though", "although"))


def _back_to(sentence: Sentence, raws: list[_Raw], k: int) -> int:
    """Start of what a closing speaker is said to have said."""
    tokens = sentence.tokens
    stop = min(raws[k].first, raws[k].verb)
    for i in range(stop - 1, -1, -1):
        if tokens[i].text == ";" and stop - i > 3:
            return tokens[i].end
    return sentence.start
