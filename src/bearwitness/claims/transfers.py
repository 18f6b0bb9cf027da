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

from bearwitness.claims.further import Page, plain
from bearwitness.model.claim import Claim, Transfer
from bearwitness.text.sentences import Sentence

Status = Literal["sought", "announced", "suspended", "delivered", "blocked"]

# A sentence tells of a transfer only where a word of handing over and a weapon both stand in it,
# or where a delivery told before is taken up again. Searched in lower case.
HAND_STEMS = re.compile(
    r"deliver|suppl(?:y|ie)|shipment|shipp(?:ed|ing)|\bsold\b|\bsell|\bsales?\b|"
    r"provid|provision of|transfer|export|\bbuy|bought|purchas|smuggl|donat|\bsen[dt]\b|\bsending|"
    r"procure|handed over|transport"
)
ITEM_STEMS = re.compile(
    r"missile|rocket|weapon|\barms\b|\btanks?\b|armou?red|helicopter|gunship|drone|aircraft|"
    r"warplane|\bjets?\b|howitzer|artillery|mortar|rifle|machine ?gun|ammunition|munition|shells\b|"
    r"grenade|bombs\b|warship|frigate|submarine|patrol boat|manpads|air[- ]defen[cs]e|lethal|"
    r"military (?:equipment|hardware|aid)|explosives|\bsam-?\d|bomber"
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
    (r"ammunition|munitions|shells|grenades|cluster\s+bombs?|bombs|explosives", "munitions"),
    (r"warships?|frigates?|submarines?|patrol\s+boats?", "naval vessels"),
    (r"chemical\s+weapons", "chemical weapons"),
    (r"(?:heavy\s+|lethal\s+)?(?:weapons?|weaponry|arms)(?!\s+(?:embargo|control|race|reduction|"
    r"inspect))|lethal\s+(?:aid|assistance)|military\s+(?:equipment|hardware|aid)", "arms"),
)  # fmt: skip
_KINDS_OF_ITEM = "|".join(f"(?P<c{i}>{pattern})" for i, (pattern, _) in enumerate(_ITEMS))
_QUALITY = r"(?:[a-z]+-made\s+|advanced\s+|sophisticated\s+|portable\s+|heavy\s+)?"
_ITEM = re.compile(
    rf"\b(?:(?P<name>(?:[A-Z][A-Za-z]*-?\d+[A-Za-z]*|[A-Z]{{2,}}-?\d*)\s+)?{_QUALITY})"
    rf"(?P<item>{_KINDS_OF_ITEM})\b"
)
# In a text all in capitals only a designation with a number is told from an ordinary word.
_ITEM_SHOUTED = re.compile(
    rf"\b(?:(?P<name>[A-Z]+-\d+[A-Z]*\s+)?{_QUALITY})(?P<item>{_KINDS_OF_ITEM})\b", re.I
)
_HAND = (
    r"(?:deliver(?:y|ies|ed|ing|s)?|suppl(?:y|ies|ied|ying)|shipments?|shipped|shipping|"
    r"transfers?|transferr(?:ed|ing)|"
    r"sales?|sold|sell(?:ing|s)?|exports?|export(?:ed|ing)|provid(?:e|es|ed|ing)|provision|sent|"
    r"send(?:ing|s)?|donat(?:e|ed|ing)|"
    r"bought|buy(?:ing)?|purchas(?:e|es|ed|ing)|smuggl(?:e|ed|ing)|handed\s+over|procurement|"
    r"transport(?:ed|ing|ation)?)"
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
    r"want\w*|call\w*\s+(?:for|on)|appeal\w*|urg\w+|plead\w*|demand\w*|need\w*|lobb\w+|negotiat\w*|"
    r"press\w*\s+for|keen)\b", re.I), "sought"),
    (re.compile(r"\b(?:will|would|plan\w*|agree\w*|announc\w+|pledg\w*|promis\w+|approv\w+|"
    r"contract\w*|deal|sign\w*|intend\w*|prepar\w+|consider\w*|to\s+be|propos\w+|vow\w*|"
    r"offer\w*|authori[sz]\w+|ready)\b", re.I), "announced"),
)  # fmt: skip
_DONE = re.compile(
    r"\b(?:delivered|supplied|shipped|sent|provided|sold|transferred|donated|received|bought|"
    r"handed\s+over|smuggled|supplying|supplies|providing|provides|sending|arrived|selling|"
    r"exported|transported|transporting|smuggling|went\s+on|continu(?:es|ed|ing)|keeps?)\b",
    re.I,
)
_TAKEN_UP = 2  # sentences after which "their delivery" no longer takes an item up
_TO = re.compile(
    r"\b(?:to|(?:bound|destined|intended|meant)\s+for)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$", re.I
)
_FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.I)
_FOUGHT = re.compile(
    r"\b(?:fired|firing|launch\w*|killed|killing|hit|struck|explod\w+|sent\s+(?:a|the|several|"
    r"dozens)?\s*(?:rockets?|missiles?|shells)\s+(?:in)?to)\b",
    re.I,
)
_CIVIL = re.compile(
    r"\b(?:aid|food|humanitarian|water|medical|fuel|electricity|evidence|support)\b", re.I
)
_SENT = re.compile(r"sen[dt]", re.I)
# What is sent to fight is no transfer, and weapons of one's own that are handed in are none.
_SENT_TO_FIGHT = frozenset(
    ("drones", "combat aircraft", "helicopters", "armoured vehicles", "artillery", "naval vessels",
     "missiles and rockets")
)  # fmt: skip
_INNER = re.compile(r"\b(?:with|from|by|to|of)\b", re.I)
_OWN = re.compile(r"\b(?:their|its|his|our|all)\s+(?:own\s+)?$", re.I)
_HANDED_IN = re.compile(r"deliver|handed|surrender", re.I)
_NEGATED = re.compile(r"\b(?:not|never|no\s+longer|without|denied|denies|deny)\b|n[’']t\b", re.I)
_STRUCK = re.compile(
    r"\b(?:(?:target|struck|strik|hit|destroy|attack|raid)\w*|bomb(?:ed|ing))\b[^.;]{0,60}$", re.I
)
_UNTRUE = re.compile(r"\b(?:fictitious|non-?existent|imaginary)\s+$", re.I)
_RETURNED = re.compile(r"\s+belonging\s+to\b", re.I)
# Words of handing over that name a matter ("the sale of …") and not what goes on.
_MATTER = re.compile(
    r"(?:deliver(?:y|ies)|sales?|transfers?|exports?|procurement|provision|suppl(?:y|ies)|"
    r"shipments?|transport(?:ation)?)\b", re.I,
)  # fmt: skip
_UNDER_WAY = re.compile(r"(?:suppl(?:y|ies)|shipments?)\b|\w+ing\b", re.I)
_SUBJECT_TO_VERB = re.compile(
    r"^(?:[’']s?\s+\w+)?\s*,?\s*(?:(?:has|have|had|is|are|was|were|been|be|already|also|now|still|"
    r"would|will|to|\w+ly|continued|continues|continuing|began|begun|agreed|recently|secretly|its|"
    r"military|government|forces|army|soldiers|administration|who|that|which|later|said|it|"
    r"they|started|stopped|suspended|halted|planned|plans|promised|pledged|approved|announced|the|"
    r"wants?|wanted|refused|offered|not|did|does|for|years|a|an|authorities)\s*)*$",
    re.I,
)
_SUSPENDS = re.compile(
    r"\b(?:suspend|halt|froz|freez|resum|approv|announc|stop|delay|promis|confirm|cancel)\w*\b",
    re.I,
)
_BOUGHT = re.compile(r"(?:buy|bought|purchas)", re.I)
_ASKED = re.compile(r"\b(?i:ask(?:ed|s|ing)?)\s+(?P<who>[A-Z][\w’'-]+)\s+to\b")
_ADJECTIVE = re.compile(
    r"\s+(?:hardware|equipment|aid|goods|supplies|jets?|planes?|aircraft|bombers?|"
    r"helicopters?|vehicles?)\b",
    re.I,
)
_DEMONYM = re.compile(
    r"\b(?P<people>[A-Z][\w-]+)(?=\s+(?i:deliver(?:y|ies)|sales?|shipments?|suppl(?:y|ies)|exports?|"
    r"arms\s+(?:deliveries|sales|shipments|supplies|exports))\b)"
)
_POSSESSIVE_ACTOR = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}[A-Z]")
_TO_SOMEBODY = re.compile(r"\s+to\s+(?:the\s+)?[A-Z]")
_AIMED = 30
_JUST_BEFORE = 30
_AFTER = 80
_BEFORE = 90
_DESIGNATED = re.compile(r"\d|\b[A-Z]{3,}\b(?=\s+[a-z])")
_TAKEN_BY = re.compile(
    r"\b(?:seiz|captur|intercept|confiscat|found|discover|stopp|block|destroy|hit|bomb)\w*\s+by\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
_HAS_GONE = re.compile(
    r"(?:delivered|supplied|shipped|sent|provided|sold|transferred|donated|bought|purchased|smuggled|"
    r"exported|transported|handed\s+over)\b",
    re.I,
)
_YET_TO_GO = re.compile(r"\b(?:be|to|will|would|gets?)\s+(?:\w+ly\s+)?$", re.I)
_OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?", re.I)
_POSSESSIVE = re.compile(r"[’']s?\s")
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
    if not ITEM_STEMS.search(page.low):
        return
    found: list[_Found] = []
    last: _Found | None = None
    for sentence in page.sentences:
        span = (sentence.start, sentence.end)
        if not HAND_STEMS.search(page.low, *span) or page.is_headline(sentence):
            continue
        own = list(_in_sentence(page, sentence)) if ITEM_STEMS.search(page.low, *span) else []
        if not own and last is not None and sentence.index - last.sentence.index <= _TAKEN_UP:
            own = list(_anaphors(page, sentence, last.item, last.item_class))
        if own:
            last = own[-1]
        found += own
    for one in _shared(found):
        yield _claim(page, one)


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[_Found]:
    text = page.text
    done = -1
    item = _ITEM_SHOUTED if text[sentence.start : sentence.end].isupper() else _ITEM
    for m in item.finditer(text, sentence.start, sentence.end):
        if m.start() < done:
            continue
        span = _handed(text, sentence, m)
        if span is None or _is_other(text, sentence, m, span):
            continue
        made = _made(page, sentence, span, plain(m.group()), _class(m))
        if made is not None:
            done = span[1]
            yield made


def _handed(text: str, sentence: Sentence, m: re.Match[str]) -> tuple[int, int] | None:
    """Offsets of an item together with the word of handing over that it belongs to."""
    lead = text[max(sentence.start, m.start() - 90) : m.start()]
    first = _HAND_FIRST.search(lead)
    if first is not None and _binds(first.group("mid")):
        return m.start() - len(lead) + first.start("hand"), m.end()
    after = _HAND_AFTER.match(text[m.end() : sentence.end])
    return (m.start(), m.end() + after.end()) if after is not None else None


def _is_other(text: str, sentence: Sentence, m: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether weapons are fired, sent to fight, handed in, or not handed over at all."""
    start, end = span
    hand = text[start:end] if start < m.start() else text[m.end() : end].strip()
    sent = _SENT.match(hand) is not None
    goods = _MATTER.search(text, start, end) is not None
    before = start if goods else max(sentence.start, start - 10)
    if _FOUGHT.search(text, before, end + (_AIMED if sent else 0)):
        return True
    between = text[start : m.start()]
    to_fight = _class(m) in _SENT_TO_FIGHT and not _TO_SOMEBODY.match(text, m.end())
    if sent and (to_fight or _INNER.search(between)):
        return True
    if _HANDED_IN.match(hand) and _OWN.search(between):
        return True
    if _UNTRUE.search(text, sentence.start, start) or _RETURNED.match(text, m.end()):
        return True
    return bool(_NEGATED.search(text, max(sentence.start, start - 25), start))


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
        made = _made(page, sentence, m.span(), item, item_class, anaphor=True)
        if made is not None:
            yield made


def _made(
    page: Page,
    sentence: Sentence,
    span: tuple[int, int],
    item: str,
    item_class: str | None,
    *,
    anaphor: bool = False,
) -> _Found | None:
    text, (start, end) = page.text, span
    around = text[max(sentence.start, start - _NEAR) : min(sentence.end, end + _NEAR)]
    hand = _HAS_GONE.search(text, start, end)
    before = text[max(sentence.start, start - _JUST_BEFORE) : hand.start()] if hand else ""
    if hand is not None and not _YET_TO_GO.search(before):
        status = _status(before + text[hand.start() : end], text[start:end])
    else:
        status = _status(around, text[start:end])
    if status in ("announced", "delivered") and _STRUCK.search(
        text, max(sentence.start, start - 70), start
    ):
        status = "blocked"
    origin, recipient = _ends(page, sentence, start, end, status)
    if not anaphor and origin is None and recipient is None:
        return None
    return _Found(sentence, start, end, item, item_class, origin, recipient, status)


def _status(around: str, own: str) -> Status:
    for pattern, status in _STATUSES:
        if pattern.search(around):
            return status
    gone = _DONE.search(own) or _DONE.search(around) or _UNDER_WAY.search(own)
    return "delivered" if gone else "announced"


def _ends(
    page: Page, sentence: Sentence, start: int, end: int, status: Status
) -> tuple[str | None, str | None]:
    """Sender and recipient, by "from" and "to", else by who hands over."""
    text = page.text
    parties = _parties(page, sentence)
    origin = recipient = None
    for a, b, name in parties:
        lead = text[max(sentence.start, a - 40) : a]
        near = end <= a < end + _AFTER
        if near and _TO.search(lead):
            recipient = recipient or name
        elif near and _FROM.search(lead) and not _TAKEN_BY.search(lead):
            origin = origin or name
        elif start <= a and b <= end:
            # "supplied Syria with missiles", "delivery to Syria of missiles"
            recipient = recipient or name
    before = [p for p in parties if p[1] <= start and start - p[1] < _BEFORE]
    asked = _ASKED.search(text, sentence.start, sentence.end)
    if asked is not None:
        origin = origin or next(
            (p[2] for p in parties if p[0] <= asked.start("who") < p[1]
             or p[2].startswith(asked.group("who"))), None,
        )  # fmt: skip
    elif before:
        own_origin, buyer = _acting(page, before[-1], start, text[start:end], status)
        origin = origin or (own_origin if own_origin != recipient else None)
        recipient = recipient or buyer
    return origin, recipient


def _acting(
    page: Page, party: tuple[int, int, str], start: int, words: str, status: Status
) -> tuple[str | None, str | None]:
    """Sender or recipient by the one named before: who sells, who buys, who seeks."""
    between = page.text[party[1] : start]
    bought = _BOUGHT.match(words) is not None
    if bought or status == "sought":
        return None, party[2]
    if status == "blocked":
        return None, None
    if _MATTER.match(words) and not _DONE.match(words):
        # "Russian deliveries of missiles": whose they are stands right before.
        owned = not between.strip() or _POSSESSIVE.match(between) is not None
        suspended = _SUSPENDS.search(between) is not None
        return (party[2] if owned or suspended else None), None
    return (party[2] if _SUBJECT_TO_VERB.match(between) else None), None


def _parties(page: Page, sentence: Sentence) -> list[tuple[int, int, str]]:
    """States and armed groups of a sentence, by offsets and name; capitals stand for states."""
    text = page.text
    out: list[tuple[int, int, str]] = []
    countries = [
        p for p in page.places_in(sentence.start, sentence.end)
        if p.role != "dateline" and (p.kind == "country" or _is_capital(page, p.where.name))
    ]  # fmt: skip
    for m in page.actors_in(sentence.start, sentence.end):
        if m.kind not in ("state_force", "rebel", "militia"):
            continue
        of = _OF_COUNTRY.match(text, m.end)
        if of is not None and any(p.start == of.end() for p in countries):
            continue  # "the government of Chad" is Chad's, told by the country's name
        if _ADJECTIVE.match(text, m.end):
            continue  # "military hardware"
        out.append((m.start, m.end, m.name))
    for people in _DEMONYM.finditer(text, sentence.start, sentence.end):
        entry = page.actors.state(people.group("people"))
        if entry is not None and not any(a <= people.start() < b for a, b, _ in out):
            out.append((people.start(), people.end("people"), entry.name))
    for p in countries:
        if any(a <= p.start < b for a, b, _ in out) or _POSSESSIVE_ACTOR.match(text, p.end):
            continue
        out.append((p.start, p.end, plain(text[p.start : p.end])))
    return sorted(out)


def _is_capital(page: Page, name: str) -> bool:
    return page.actors.capital(name) is not None


def _shared(found: list[_Found]) -> Iterator[_Found]:
    """Lends sender and recipient between readings of one item that has a designation.

    "Weapons" told twice need not be the same ones; "S-300 missiles" are. Where readings of one
    item name several senders, none is lent.
    """
    for one in found:
        same = [o for o in found if o.item == one.item] if _DESIGNATED.search(one.item) else [one]
        origins = {o.origin for o in same if o.origin and o.origin != one.recipient}
        recipients = {o.recipient for o in same if o.recipient and o.recipient != one.origin}
        origin = one.origin or (next(iter(origins)) if len(origins) == 1 else None)
        recipient = one.recipient or (next(iter(recipients)) if len(recipients) == 1 else None)
        yield replace(one, origin=origin, recipient=recipient if recipient != origin else None)


def _claim(page: Page, one: _Found) -> Claim:
    detail = Transfer(one.item, one.item_class, one.origin, one.recipient, one.status)
    when = page.when_near(one.sentence, one.start, one.end)
    return page.claim("transfer", one.sentence, (one.start, one.end), detail, one.item, when=when)
