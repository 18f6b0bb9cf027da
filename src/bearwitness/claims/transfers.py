"""Arms transfers: what, from whom, to whom, and how far it has come.

A weapon's name beside a word of handing over (delivery, supply, sale, shipment). What one
sentence leaves open of an item, another of the same document may tell ("their delivery", "halt
the shipments"): readings of one item share sender and recipient.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bearwitness.claims import transfer_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.meeting_subjects import who_meets
from bearwitness.model.claim import Claim, Transfer, When
from bearwitness.text.sentences import Sentence


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
    status: w.Status


def read_transfers(page: Page) -> Iterator[Claim]:
    """The arms transfers of a document, in order."""
    if not w.ITEM_STEMS.search(page.low):
        return
    found: list[_Found] = []
    last: _Found | None = None
    for sentence in page.sentences:
        span = (sentence.start, sentence.end)
        if not w.HAND_STEMS.search(page.low, *span) or page.is_headline(sentence):
            continue
        own = list(_in_sentence(page, sentence)) if w.ITEM_STEMS.search(page.low, *span) else []
        bare = w.ITEM_STEMS.search(page.low, *span) is None
        if bare and last is not None and sentence.index - last.sentence.index <= w.TAKEN_UP:
            own = list(_anaphors(page, sentence, last.item, last.item_class))
        if own:
            last = own[-1]
        found += own
    for one in _shared(found):
        yield _claim(page, one)


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[_Found]:
    text = page.text
    done = -1
    item = w.ITEM_SHOUTED if text[sentence.start : sentence.end].isupper() else w.ITEM
    for m in item.finditer(text, sentence.start, sentence.end):
        if m.start() < done:
            continue
        span = _handed(text, sentence, m)
        if span is None or span[0] < done or _is_other(text, sentence, m, span):
            continue
        made = _made(page, sentence, span, plain(m.group()), _class(m))
        if made is not None:
            done = span[1]
            yield made


def _handed(text: str, sentence: Sentence, m: re.Match[str]) -> tuple[int, int] | None:
    """Offsets of an item together with the word of handing over that it belongs to."""
    lead = text[max(sentence.start, m.start() - 90) : m.start()]
    first = w.ASKED_FOR.search(lead) or w.HAND_FIRST.search(lead)
    if first is not None and _binds(first.group("mid")):
        return m.start() - len(lead) + first.start("hand"), m.end()
    after = w.HAND_AFTER.match(text[m.end() : sentence.end])
    if after is None or w.CAUGHT.match(after["hand"]):
        return None
    return m.start(), m.end() + after.end()


def _is_other(text: str, sentence: Sentence, m: re.Match[str], span: tuple[int, int]) -> bool:
    """Whether weapons are fired, sent to fight, handed in, or not handed over at all."""
    start, end = span
    hand = text[start:end] if start < m.start() else text[m.end() : end].strip()
    sent = w.SENT.match(hand) is not None
    goods = w.MATTER.search(text, start, end) is not None
    before = start if goods else max(sentence.start, start - 10)
    if w.FOUGHT.search(text, before, end + (w.AIMED if sent else 0)):
        return True
    between = w.MEASURE.sub(" ", text[start : m.start()])
    to_fight = _class(m) in w.SENT_TO_FIGHT and not w.TO_SOMEBODY.match(text, m.end())
    if sent and (to_fight or w.INNER.search(between)):
        return True
    if w.RECEIVED.match(hand) and w.INNER.search(between):
        return True
    if w.HANDED_IN.match(hand) and w.OWN.search(between):
        return True
    if w.MAY.match(text, end):
        return True
    if w.IN_ORDER.search(text, sentence.start, start) and w.MUST.search(text, end, sentence.end):
        return True
    if w.UNTRUE.search(text, sentence.start, start) or w.RETURNED.match(text, m.end()):
        return True
    if w.TO_STOP.search(text, sentence.start, start) or w.DENIED.search(
        text, sentence.start, start
    ):
        return True
    return bool(w.NEGATED.search(text, max(sentence.start, start - 25), start))


def _binds(mid: str) -> bool:
    """Whether the words between handing over and item belong to one phrase."""
    lows = mid.lower().split()
    return not w.NOT_BOUND & set(lows) and not w.CIVIL.search(mid)


def _class(m: re.Match[str]) -> str | None:
    return next((name for i, (_, name) in enumerate(w.ITEMS) if m.group(f"c{i}")), None)


def _anaphors(
    page: Page, sentence: Sentence, item: str, item_class: str | None
) -> Iterator[_Found]:
    """Reads "their delivery had been suspended" of the item told just before."""
    m = w.ANAPHOR.search(page.text, sentence.start, sentence.end)
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
    status = _status(text, sentence, start, end)
    gerund = text[start : start + w.FIRST_WORD].split()[0].lower().endswith("ing")
    if gerund and start == sentence.start and w.UNLAWFUL.match(text, end) is not None:
        return None
    if status is None or w.HYPOTHETICAL.search(text, sentence.start, start):
        return None
    lead = text[max(sentence.start, start - 90) : start]
    stopped = w.SEIZED.search(lead) or w.STRUCK.search(lead[-70:])
    if status in ("announced", "delivered") and stopped:
        status = "blocked"
    if w.CAUGHT.match(text, start):
        bound = w.BOUND_FOR.match(text, end, sentence.end)
        if bound is None and w.LOADED.search(text, start, end) is None:
            return None
        status = "blocked"
    origin, recipient = _ends(page, sentence, start, end, status)
    stopped_again = anaphor and status in ("suspended", "blocked")
    if origin is None and recipient is None and not stopped_again:
        return None
    return _Found(sentence, start, end, item, item_class, origin, recipient, status)


def _status(text: str, sentence: Sentence, start: int, end: int) -> w.Status | None:
    """How far it has come, by the verb, else by what governs the goods in their own clause.

    None where a delivery is named alone, and nothing tells whether it has come about.
    """
    before = text[sentence.start : start]
    cut = [m.end() for m in w.CLAUSE_BEGINS.finditer(before)]
    lead = before[cut[-1] if cut else 0 :][-w.NEAR :]
    ended = w.CLAUSE_END.search(text, end, sentence.end)
    tail = text[end : min(ended.start() if ended else sentence.end, end + w.NEAR)]
    own = text[start:end]
    gone = w.HAS_GONE.search(own)
    if gone is not None and not w.YET_TO_GO.search((lead + own[: gone.start()])[-w.JUST_BEFORE :]):
        held_up = w.STATUSES[2][0].search(own) or w.SEIZED.search(lead)
        if held_up is None:
            return "delivered"
    for pattern, status in w.STATUSES:
        if pattern.search(lead + own + tail):
            return status
    if w.DONE.search(own) or w.DONE.search(tail) or w.UNDER_WAY.search(own):
        return "delivered"
    return None if w.MATTER.search(own) else "announced"


def _ends(
    page: Page, sentence: Sentence, start: int, end: int, status: w.Status
) -> tuple[str | None, str | None]:
    """Sender and recipient, by "from" and "to", else by who hands over."""
    text = page.text
    parties = _parties(page, sentence)
    origin = recipient = None
    active = w.ACTIVE.match(text, start) is not None
    for a, b, name in parties:
        lead = text[max(sentence.start, a - 40) : a]
        if w.DIRECTLY_TO.search(lead) and start <= a < end + w.AFTER:
            recipient = recipient or name
            continue
        near = end <= a < end + (w.FAR if w.CAUGHT.match(text, start) else w.AFTER)
        inside = start <= a and b <= end
        made = b >= end or w.MADE_BY.fullmatch(text, b, end) is not None
        if inside and made and not page.places_in(a, b):
            # "received Soviet missiles"; "sold Soviet missiles" tells only who made them
            origin = origin or (name if w.BOUGHT.match(text, start) else None)
        elif inside and w.ASKING.match(text, start):
            origin = origin or name
        elif inside or (near and w.TO.search(lead) and not w.ELSEWHERE.search(text, end, a)):
            # "supplied Syria with missiles", "delivery to Syria of missiles"
            recipient = recipient or name
        elif near and w.FROM.search(lead) and not w.TAKEN_BY.search(lead):
            given = active and w.BY_MAKER.search(lead)
            if w.BOUGHT_BY.search(text, start, a):
                recipient = recipient or name
            elif not (w.CAUGHT.match(text, start) and w.BY_MAKER.search(lead)):
                origin = origin or (None if given else name)
    if w.CAUGHT.match(text, start):
        return origin or _maker(page, sentence, start, end), recipient
    before = [
        p for p in parties
        if p[1] <= start and start - p[1] < w.BEFORE
        and not w.TO_OR_FROM.search(text, sentence.start, p[0])
    ]  # fmt: skip
    asked = w.ASKED.search(text, sentence.start, sentence.end)
    if asked is not None:
        origin = origin or next(
            (p[2] for p in parties if p[0] <= asked.start("who") < p[1]
             or p[2].startswith(asked.group("who"))), None,
        )  # fmt: skip
    elif before:
        own_origin, buyer = _acting(page, before[-1], start, text[start:end], status)
        if buyer is not None:
            buyer = _doer(page, sentence, start, parties) or buyer
        origin = origin or (own_origin if own_origin != recipient else None)
        recipient = recipient or buyer
    if (origin is None and recipient is None) or (
        not w.MATTER.match(text, start) and origin is None
    ):
        giver = w.IN_PERSON.match(text, start) is not None
        origin = (_doer(page, sentence, start, parties) if giver else None) or origin
    origin = origin or _maker(page, sentence, start, end)
    return (origin if origin != recipient else None), recipient


def _acting(
    page: Page, party: tuple[int, int, str], start: int, words: str, status: w.Status
) -> tuple[str | None, str | None]:
    """Sender or recipient by the one named before: who sells, who buys, who seeks."""
    between = w.ASIDE.sub(" ", page.text[party[1] : start])
    bought = w.BOUGHT.match(words) is not None
    if bought or status == "sought":
        return None, party[2]
    if status == "blocked":
        return None, None
    if w.MATTER.search(words) and not w.DONE.match(words):
        # "Russian deliveries of missiles": whose they are stands right before.
        owned = not between.strip() or w.POSSESSIVE.match(between) is not None
        suspended = "," not in between and w.SUSPENDS.search(between) is not None
        return (party[2] if owned or suspended else None), None
    return (party[2] if w.SUBJECT_TO_VERB.match(between) else None), None


def _doer(
    page: Page, sentence: Sentence, start: int, parties: list[tuple[int, int, str]]
) -> str | None:
    """Who hands over, as the subject of the verb tells it."""
    if not (w.BOUGHT.match(page.text, start) or w.IN_PERSON.match(page.text, start)):
        return None
    doer = who_meets(page, sentence, start)
    if doer is None:
        return None
    named = next((name for a, b, name in parties if doer.start <= a < doer.end), None)
    states = (page.actors.state(re.sub(r"[’']s?$", "", each)) for each in doer.names[0].split(" "))
    entry = next((one for one in states if one is not None), None)
    return named or (entry.name.removeprefix("Government of ") if entry is not None else None)


def _maker(page: Page, sentence: Sentence, start: int, end: int) -> str | None:
    """Whose goods they are, where nobody else is told to have sent them."""
    text = page.text
    near = w.ITEM.finditer(text, max(sentence.start, start - w.BEFORE), end)
    item = next((m for m in near if m.end() >= start), None)
    m = (
        w.MAKER.search(text, max(sentence.start, start - w.JUST_BEFORE), item.start())
        if item
        else None
    )
    if m is None or w.NO_SENDER.search(m["rest"]):
        return None
    entry = page.actors.state(m["who"])
    return entry.name.removeprefix("Government of ") if entry is not None else None


def _parties(page: Page, sentence: Sentence) -> list[tuple[int, int, str]]:
    """States and armed groups of a sentence, by offsets and name; capitals stand for states."""
    text = page.text
    out: list[tuple[int, int, str]] = []
    shouted = text[sentence.start : sentence.end].isupper()
    countries = [
        p for p in page.places_in(sentence.start, sentence.end)
        if p.role != "dateline" and (p.kind == "country" or _is_capital(page, p.where.name))
        and not (shouted and text[p.start : p.end] == "US")
    ]  # fmt: skip
    for m in page.actors_in(sentence.start, sentence.end):
        if m.kind not in ("state_force", "rebel", "militia"):
            continue
        if w.FIGHTERS.match(text, m.start) or w.QUALIFIES.match(text, m.end):
            continue
        of = w.OF_COUNTRY.match(text, m.end)
        if of is not None and any(p.start == of.end() for p in countries):
            continue  # "the government of Chad" is Chad's, told by the country's name
        if w.ADJECTIVE.match(text, m.end):
            continue  # "military hardware"
        seat = w.SEAT.match(text, m.end) if w.GOVERNMENT.fullmatch(m.text) else None
        home = page.actors.capital(seat.group("seat")) if seat else None
        name = plain(m.text) if m.actor_id.startswith("gen-") else m.name
        out.append((m.start, m.end, home.name if home else name))
    for institution in w.OF_STATE.finditer(text, sentence.start, sentence.end):
        a, b = institution.span()
        if not shouted and not any(x < b and a < y for x, y, _ in out):
            out.append((a, b, w.STATE_OF[str(institution.lastgroup)]))
    for people in w.DEMONYM.finditer(text, sentence.start, sentence.end):
        entry = page.actors.state(people.group("people"))
        if entry is not None and not any(a <= people.start() < b for a, b, _ in out):
            out.append((people.start(), people.end("people"), entry.name))
    for p in countries:
        if w.QUALIFIES.match(text, p.end):
            continue
        if any(a <= p.start < b for a, b, _ in out) or w.POSSESSIVE_ACTOR.match(text, p.end):
            continue
        written = text[p.start : p.end]
        out.append((p.start, p.end, p.where.name if "." in written else plain(written)))
    for named in w.NAMED_STATE.finditer(text, sentence.start, sentence.end):
        if not any(a < named.end() and named.start() < b for a, b, _ in out):
            out.append((named.start(), named.end(), plain(named.group())))
    for doing in w.STATE_HANDS.finditer(text, sentence.start, sentence.end):
        entry = page.actors.state(doing.group("state"))
        if entry is not None and not any(a <= doing.start() < b for a, b, _ in out):
            out.append((doing.start(), doing.end("state"), plain(doing.group("state"))))
    for after in w.NAMED_AFTER.finditer(text, sentence.start, sentence.end):
        a, b = after.span("state")
        taken = any(x < b and a < y for x, y, _ in out)
        if not taken and page.actors.state(after["state"]) is not None:
            out.append((a, b, after["state"]))
    return sorted(out)


def _is_capital(page: Page, name: str) -> bool:
    return page.actors.capital(name) is not None


def _shared(found: list[_Found]) -> Iterator[_Found]:
    """Lends sender and recipient between readings of one item that has a designation.

    "Weapons" told twice need not be the same ones; "S-300 missiles" are. Where readings of one
    item name several senders, none is lent.
    """
    for one in found:
        same = [o for o in found if o.item == one.item] if w.DESIGNATED.search(one.item) else [one]
        origins = {o.origin for o in same if o.origin and o.origin != one.recipient}
        recipients = {o.recipient for o in same if o.recipient and o.recipient != one.origin}
        origin = one.origin or (next(iter(origins)) if len(origins) == 1 else None)
        recipient = one.recipient or (next(iter(recipients)) if len(recipients) == 1 else None)
        yield replace(one, origin=origin, recipient=recipient if recipient != origin else None)


def _claim(page: Page, one: _Found) -> Claim:
    detail = Transfer(one.item, one.item_class, one.origin, one.recipient, one.status)
    when = _when(page, one)
    return page.claim("transfer", one.sentence, (one.start, one.end), detail, one.item, when=when)


def _when(page: Page, one: _Found) -> When:
    """The next date that nothing else parts from the goods, else one just before them."""
    opening = page.opening(one.sentence)
    dated = [
        d for d in page.dates_in(one.sentence)
        if not d.expr.restated and d.expr.start >= opening and d.role != "open"
        and (d.role != "speech" or d.when.precision != "day")
    ]  # fmt: skip
    after = [
        d for d in dated
        if d.expr.start >= one.start
        and w.OTHERS_DAY.search(page.text, one.end, max(one.end, d.expr.start)) is None
    ]  # fmt: skip
    before = [
        d for d in dated
        if d.expr.end <= one.start
        and w.OTHERS_BEFORE.search(page.text, d.expr.end, one.start) is None
    ]  # fmt: skip
    chosen = after[:1] or before[-1:]
    return chosen[0].when if chosen else When()
