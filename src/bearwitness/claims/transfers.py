"""Arms transfers: what, from whom, to whom, and how far it has come.

A weapon's name beside a word of handing over (delivery, supply, sale, shipment). What one
sentence leaves open of an item, another of the same document may tell ("their delivery", "halt
the shipments"): readings of one item share sender and recipient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from bearwitness.claims.actors import ActorMention
from bearwitness.claims.further import Page, plain
from bearwitness.model.claim import Claim, Transfer
from bearwitness.text.sentences import Sentence

Status = Literal["sought", "announced", "suspended", "delivered", "blocked"]

GATE = re.compile(
    r"\b(?:deliver\w*|suppl(?:y|ies|ied|ying)|shipments?|shipped|shipping|arms\s+(?:sales?|"
    r"deals?|transfers?)|sold|sell\w*|"
    r"sale\s+of|provid\w+|transferr?\w*|export\w*|buy|bought|purchas\w+|smuggl\w+|donat\w+|sent|"
    r"send\w*|procure\w*|handed\s+over)\b",
    re.I,
)
_ITEMS: tuple[tuple[str, str], ...] = (
    (r"(?:anti-aircraft|surface-to-air|air[- ]defen[cs]e|anti-missile)\s+(?:missiles?|systems?|"
    r"batter(?:y|ies)|weapons?|guns?)|MANPADS|air[- ]defen[cs]es?", "air defence"),
    (r"anti-tank\s+(?:guided\s+)?(?:missiles?|weapons?|rockets?)", "anti-tank weapons"),
    (r"(?:ballistic|cruise|anti-ship|guided|long-range|short-range)\s+missiles?|missiles?|"
    r"rockets?(?!\s+attack)", "missiles and rockets"),
    (r"(?:fighter|combat|military|war)\s+(?:jets?|planes?|aircraft)|warplanes?|"
    r"fighter\s+bombers?", "combat aircraft"),
    (r"(?:attack\s+|military\s+)?helicopters?|gunships?", "helicopters"),
    (r"(?:armed\s+|combat\s+|attack\s+)?drones?|unmanned\s+aerial\s+vehicles?", "drones"),
    (r"(?:battle\s+)?tanks?|armou?red\s+(?:vehicles?|personnel\s+carriers?)", "armoured vehicles"),
    (r"howitzers?|artillery(?:\s+(?:shells?|pieces?|guns?|systems?))?|mortars?|"
    r"(?:multiple\s+)?rocket\s+launchers?", "artillery"),
    (r"(?:assault\s+)?rifles?|machine\s+guns?|small\s+arms|light\s+weapons", "small arms"),
    (r"ammunition|munitions|shells|grenades|cluster\s+bombs?|bombs", "munitions"),
    (r"warships?|frigates?|submarines?|patrol\s+boats?", "naval vessels"),
    (r"chemical\s+weapons", "chemical weapons"),
    (r"(?:heavy\s+|lethal\s+)?(?:weapons?|weaponry|arms)(?!\s+(?:embargo|control|race|reduction|"
    r"inspect))|lethal\s+(?:aid|assistance)|military\s+(?:equipment|hardware)", "arms"),
)  # fmt: skip
_ITEM = re.compile(
    r"\b(?:(?P<name>(?:[A-Z][A-Za-z]*-?\d+[A-Za-z]*|[A-Z]{2,}-?\d*)\s+)?"
    r"(?:[a-z]+-made\s+|advanced\s+|sophisticated\s+|portable\s+|heavy\s+)?)(?P<item>"
    + "|".join(f"(?P<c{i}>{pattern})" for i, (pattern, _) in enumerate(_ITEMS))
    + r")\b"
)
_HAND = (
    r"(?:deliver(?:y|ies|ed|ing|s)?|suppl(?:y|ies|ied|ying)|shipments?|shipped|shipping|"
    r"transfers?|transferr(?:ed|ing)|"
    r"sales?|sold|sell(?:ing|s)?|exports?|export(?:ed|ing)|provid(?:e|es|ed|ing)|provision|sent|"
    r"send(?:ing|s)?|donat(?:e|ed|ing)|"
    r"bought|buy(?:ing)?|purchas(?:e|es|ed|ing)|smuggl(?:e|ed|ing)|handed\s+over|procurement)"
)
_HAND_FIRST = re.compile(rf"\b(?P<hand>{_HAND})\s+(?P<mid>(?:[\w’'-]+\s+){{0,8}}?)$", re.I)
_HAND_AFTER = re.compile(
    rf"^(?:\s+(?:systems?|missiles?))?\s+(?:(?:had|have|has|that|which|were|was|being|been|are|"
    rf"is|to\s+be|it|they|already)\s+){{0,4}}"
    rf"(?P<hand>{_HAND})\b",
    re.I,
)
_ANAPHOR = re.compile(
    r"\b(?:their|its|the|this|those|these|such)\s+(?P<hand>deliver(?:y|ies)|shipments?|sale|"
    r"transfer|suppl(?:y|ies))\b(?!\s+(?:of|chain|route|line)s?\b)",
    re.I,
)
_STATUSES: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"\b(?:suspend\w*|froz\w+|freez\w*|paus\w+|halt\w*|delay\w*|postpon\w+|stopp\w+|"
    r"cease\w*)\b", re.I), "suspended"),
    (re.compile(r"\b(?:block\w*|intercept\w*|ban(?:ned|s)?|embargo\w*|prevent\w*|vetoed|"
    r"prohibit\w*|refus\w+|cancel\w*|seiz\w+|confiscat\w+|barr\w+)\b", re.I), "blocked"),
    (re.compile(r"\b(?:push\w*\s+for|ask\w*|request\w*|s(?:ee|ou)g\w*|sought|long-sought|"
    r"want\w*|call\w*\s+(?:for|on)|appeal\w*|urg\w+|plead\w*|demand\w*|need\w*|lobb\w+|"
    r"press\w*\s+for|keen)\b", re.I), "sought"),
    (re.compile(r"\b(?:will|would|plan\w*|agree\w*|announc\w+|pledg\w*|promis\w+|approv\w+|"
    r"contract\w*|deal|sign\w*|intend\w*|prepar\w+|consider\w*|to\s+be|propos\w+|vow\w*|"
    r"offer\w*|authori[sz]\w+|ready)\b", re.I), "announced"),
)  # fmt: skip
_DONE = re.compile(
    r"\b(?:delivered|supplied|shipped|sent|provided|sold|transferred|donated|received|bought|"
    r"handed\s+over|smuggled|supplying|supplies|providing|provides|sending|arrived|selling|"
    r"exported)\b",
    re.I,
)
_TO = re.compile(r"\bto\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.I)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.I)
_FOUGHT = re.compile(
    r"\b(?:fired|firing|launch\w*|killed|killing|hit|struck|explod\w+|sent\s+(?:a|the|several|"
    r"dozens)?\s*(?:rockets?|missiles?|shells)\s+(?:in)?to)\b",
    re.I,
)
_CIVIL = re.compile(
    r"\b(?:aid|food|humanitarian|water|medical|fuel|electricity|evidence|support)\b", re.I
)
_NEAR = 45


@dataclass(frozen=True, slots=True)
class _Found:
    """One reading of a transfer."""

    sentence: Sentence
    start: int
    end: int
    item: str
    item_class: str | None
    origin: str | None
    recipient: str | None
    status: Status


def read_transfers(page: Page) -> Iterator[Claim]:
    """The arms transfers of a document, in order."""
    found: list[_Found] = []
    last: tuple[int, str, str | None] | None = None
    for sentence in page.sentences:
        if page.is_headline(sentence) or not GATE.search(page.text, sentence.start, sentence.end):
            continue
        own = list(_in_sentence(page, sentence))
        if not own and last is not None and sentence.index - last[0] <= 2:
            own = list(_anaphors(page, sentence, last[1], last[2]))
        if own:
            last = (sentence.index, own[-1].item, own[-1].item_class)
        found += own
    for one in _shared(page, found):
        yield _claim(page, one)


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[_Found]:
    text = page.text
    done = -1
    for m in _ITEM.finditer(text, sentence.start, sentence.end):
        if m.start() < done:
            continue
        lead = text[max(sentence.start, m.start() - 90) : m.start()]
        first = _HAND_FIRST.search(lead)
        after = _HAND_AFTER.match(text[m.end() : sentence.end])
        if first is not None and _binds(first.group("mid")):
            start, end = m.start() - len(lead) + first.start("hand"), m.end()
        elif after is not None:
            start, end = m.start(), m.end() + after.end()
        else:
            continue
        if _FOUGHT.search(text[max(sentence.start, start - 10) : min(sentence.end, end + 30)]):
            continue
        made = _made(page, sentence, start, end, plain(m.group()), _class(m))
        if made is not None:
            done = end
            yield made


def _binds(mid: str) -> bool:
    """Whether the words between handing over and item belong to one phrase."""
    lows = mid.lower().split()
    stops = {
        "that",
        "after",
        "when",
        "while",
        "and",
        "who",
        "which",
        "in",
        "on",
        "but",
        "into",
        "as",
        "at",
        "for",
        "against",
    }
    return not stops & set(lows) and not _CIVIL.search(mid)


def _class(m: re.Match[str]) -> str | None:
    return next((name for i, (_, name) in enumerate(_ITEMS) if m.group(f"c{i}")), None)


def _anaphors(
    page: Page, sentence: Sentence, item: str, item_class: str | None
) -> Iterator[_Found]:
    """Reads "their delivery had been suspended" of the item told just before."""
    m = _ANAPHOR.search(page.text, sentence.start, sentence.end)
    if m is not None:
        made = _made(page, sentence, m.start(), m.end(), item, item_class, anaphor=True)
        if made is not None:
            yield made


def _made(
    page: Page,
    sentence: Sentence,
    start: int,
    end: int,
    item: str,
    item_class: str | None,
    *,
    anaphor: bool = False,
) -> _Found | None:
    text = page.text
    around = text[max(sentence.start, start - _NEAR) : min(sentence.end, end + _NEAR)]
    status = _status(around, text[start:end])
    origin, recipient = _ends(page, sentence, start, end, status)
    if not anaphor and origin is None and recipient is None:
        return None
    return _Found(sentence, start, end, item, item_class, origin, recipient, status)


def _status(around: str, own: str) -> Status:
    for pattern, status in _STATUSES:
        if pattern.search(around):
            return status
    return "delivered" if _DONE.search(own) or _DONE.search(around) else "announced"


def _ends(
    page: Page, sentence: Sentence, start: int, end: int, status: Status
) -> tuple[str | None, str | None]:
    """Sender and recipient, by "from" and "to", else by who hands over."""
    text = page.text
    parties = _parties(page, sentence)
    origin = recipient = None
    for a, b, name in parties:
        lead = text[max(sentence.start, a - 30) : a]
        near = end <= a < end + 60
        if near and _TO.search(lead):
            recipient = recipient or name
        elif near and _FROM.search(lead):
            origin = origin or name
        elif start <= a and b <= end:
            # "supplied Syria with missiles", "delivery to Syria of missiles"
            recipient = recipient or name
    before = [p for p in parties if p[1] <= start and start - p[1] < 90]
    hand = text[start:end].split()[0].lower()
    asked = re.search(
        r"\bask(?:ed|s|ing)?\s+(?P<who>[A-Z][\w’'-]+)\s+to\b", text[sentence.start : sentence.end]
    )
    if asked is not None:
        whom = next(
            (
                p
                for p in parties
                if p[2].startswith(asked.group("who"))
                or text[p[0] : p[1]].startswith(asked.group("who"))
            ),
            None,
        )
        origin = origin or (whom[2] if whom else None)
    if before and asked is None:
        name = before[-1][2]
        if status == "sought" or hand.startswith(("buy", "bought", "purchas")):
            recipient = recipient or name
        elif (
            status != "blocked"
            and name != recipient
            and hand.startswith(("s", "d", "p", "t", "e", "h"))
        ):
            speaker = re.match(
                r"\W+(?:\w+\s+)?(?:said|says|told)\b", text[before[-1][1] : before[-1][1] + 20]
            )
            origin = origin or (None if speaker else name)
    return origin, recipient


def _parties(page: Page, sentence: Sentence) -> list[tuple[int, int, str]]:
    """States and armed groups of a sentence, by offsets and name; capitals stand for states."""
    out: list[tuple[int, int, str]] = []
    for m in page.actors_in(sentence.start, sentence.end):
        if m.kind in ("state_force", "rebel", "militia"):
            out.append((m.start, m.end, _party(m)))
    for p in page.places_in(sentence.start, sentence.end):
        if p.role == "dateline" or any(a <= p.start < b for a, b, _ in out):
            continue
        country = p.kind == "country" or _is_capital(page, p.where.name)
        if country:
            out.append((p.start, p.end, plain(page.text[p.start : p.end])))
    return sorted(out)


def _party(m: ActorMention) -> str:
    return m.name


def _is_capital(page: Page, name: str) -> bool:
    return page.actors.capital(name) is not None


def _shared(page: Page, found: list[_Found]) -> Iterator[_Found]:
    """Lends sender and recipient between readings of one item."""
    for one in found:
        same = [o for o in found if o.item == one.item]
        origin = one.origin or next(
            (o.origin for o in same if o.origin and o.origin != one.recipient), None
        )
        recipient = one.recipient or next(
            (o.recipient for o in same if o.recipient and o.recipient != origin), None
        )
        yield replace(one, origin=origin, recipient=recipient)


def _claim(page: Page, one: _Found) -> Claim:
    detail = Transfer(one.item, one.item_class, one.origin, one.recipient, one.status)
    when = page.when_near(one.sentence, one.start, one.end)
    return page.claim("transfer", one.sentence, (one.start, one.end), detail, one.item, when=when)
