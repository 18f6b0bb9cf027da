"""Arms transfers: what, from whom, to whom, and how far it has come.

A transfer is read only where goods that are arms stand in the grammar of a word of handing over:
as its object ("supplied rifles to N"), as what it is said of ("rifles supplied by N"), or in a
noun phrase with it ("the delivery of rifles", "arms sales"). Its status comes from the form of
that word and from what governs it, its ends from the subject and from the phrases that follow the
goods; what is negated, only possible, or governed by nothing known is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bearwitness.claims import transfer_words as w
from bearwitness.claims.further import Page, plain
from bearwitness.claims.transfer_ends import (
    end_at,
    may_end,
    owner_before,
    read_tail,
    subject_of,
)
from bearwitness.claims.transfer_verbs import (
    ACCUSED,
    Hand,
    Told,
    hands,
    noun_told,
    noun_told_after,
    verb_told,
)
from bearwitness.model.claim import Claim, Hedge, Transfer, When
from bearwitness.text.sentences import Sentence


@dataclass(frozen=True, slots=True)
class _Goods:
    """Arms as an item of a text, by offsets; the phrase may go on past the item's own words."""

    start: int
    end: int
    item: str
    item_class: str | None


@dataclass(frozen=True, slots=True)
class _Found:
    """One reading of a transfer."""

    sentence: Sentence
    start: int
    end: int
    goods: _Goods
    origin: str | None
    recipient: str | None
    status: w.Status
    hedge: Hedge | None = None


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
        if w.ITEM_STEMS.search(page.low, *span):
            own = list(_in_sentence(page, sentence))
        elif last is not None and sentence.index - last.sentence.index <= w.TAKEN_UP:
            own = list(_taken_up(page, sentence, last.goods))
        else:
            own = []
        if own:
            last = own[-1]
        found += own
    claims = [_claim(page, one) for one in _shared(found)]
    yield from _once(page, [one for one in claims if one.hedge != "denied"])


def _in_sentence(page: Page, sentence: Sentence) -> Iterator[_Found]:
    """The transfers of one sentence, one for each item."""
    text, begin = page.text, page.opening(sentence)
    if text[begin : sentence.end].rstrip("”\"' ").endswith("?"):
        return
    told: list[_Found] = list(_caught(page, sentence))
    for hand in hands(text, begin, sentence.end):
        if w.SENT_BACK.match(text, hand.end):
            continue
        if any(each.search(text, begin, hand.start) for each in w.NOT_SO):
            continue
        if hand.form == "noun":
            told += _by_noun(page, sentence, hand)
        else:
            told += _by_object(page, sentence, hand)
            told += _by_goods_before(page, sentence, hand)
    told += _asked_for(page, sentence)
    told += _arrived(page, sentence)
    done: list[_Found] = []
    for one in (_apart(page, each) for each in told):
        met = any(o.goods.start < one.goods.end and one.goods.start < o.goods.end for o in done)
        same = any(o.start == one.start for o in done)
        told_of = one.origin is not None or one.recipient is not None
        if not met and not same and told_of and not _within(page, one.origin, one.recipient):
            done.append(one)
    yield from sorted(done, key=lambda one: one.goods.start)


def _apart(page: Page, one: _Found) -> _Found:
    """A transfer whose recipient stays open where "the government" is not told to be another's."""
    if one.recipient != "government" and not _within(page, one.origin, one.recipient):
        return one
    unnamed = w.UNNAMED_STATE.match(page.text, one.goods.end, one.sentence.end)
    return replace(one, recipient=None) if unnamed is not None else one


def _within(page: Page, origin: str | None, recipient: str | None) -> bool:
    """Whether goods go from a state to itself."""
    if origin is None or recipient is None:
        return False
    homes = []
    for name in (origin, recipient):
        home = page.actors.capital(name)
        homes.append(home.name if home is not None else name)
    return homes[0].removeprefix("Government of ") == homes[1].removeprefix("Government of ")


def _goods_at(text: str, at: int, stop: int) -> _Goods | None:
    """Arms whose phrase begins at an offset; None where another noun is what it is about."""
    shouted = text[at:stop].isupper()
    item = w.ITEM_SHOUTED if shouted else w.ITEM
    for tried, m in enumerate(item.finditer(text, at, stop)):
        if text[m.start() - 1] == "-":
            continue  # "anti-tank missiles" are no tanks
        if w.SHARES_HEAD.match(text, m.end(), stop):
            continue
        if tried > w.TRIES or m.start() - at > w.FAR or not _binds(text[at : m.start()]):
            return None
        load = w.LOAD_AFTER.match(text, m.end(), stop)
        end = load.end() if load is not None else m.end()
        if may_end(text, end, stop, shouted=shouted):
            return _Goods(m.start(), end, plain(m.group()), _class(m))
    return None


def _goods_before(text: str, begin: int, at: int, between: re.Pattern[str]) -> _Goods | None:
    """The last arms before an offset that nothing but a pattern parts from it."""
    start = max(begin, at - w.FAR)
    item = w.ITEM_SHOUTED if text[start:at].isupper() else w.ITEM
    for m in reversed(list(item.finditer(text, start, at))):
        if w.NONE_OF.search(text, start, m.start()):
            return None
        if between.fullmatch(text, m.end(), at) is not None:
            return _Goods(m.start(), m.end(), plain(m.group()), _class(m))
    return None


def _binds(mid: str) -> bool:
    """Whether the words before an item qualify it, and are no other phrase."""
    if w.MID.fullmatch(mid) is None or w.CIVIL.search(mid):
        return False
    left = w.QUANTITY.sub(" ", w.QUOTES.sub("", mid))
    return not w.NOT_BOUND & set(left.lower().split())


def _class(m: re.Match[str]) -> str | None:
    return next((name for i, (_, name) in enumerate(w.ITEMS) if m.group(f"c{i}")), None)


def _by_object(page: Page, sentence: Sentence, hand: Hand) -> Iterator[_Found]:
    """Reads "N supplied rifles to N", "gave N rifles", "N bought rifles from N"."""
    text, begin = page.text, page.opening(sentence)
    goods, given = _object(page, sentence, hand)
    if goods is None:
        return
    told = verb_told(text, begin, hand)
    if told is None or _is_own(text, hand, goods):
        return
    ends = read_tail(page, goods.end, sentence.end)
    doer = _asked_or_subject(page, sentence, told)
    if hand.form in ("base", "s", "past") and doer is None and not _has_subject(text, begin, told):
        return
    if hand.voice == "get":
        if told.passive or told.asked is not None:
            return
        recipient = ends.bound or doer
        # whose goods they are tells who sent them only where they went to somebody
        origin = ends.origin or (_made_by(page, hand, goods) if recipient else None)
        if recipient is None and origin is None:
            return
    elif told.passive:
        # "the rebels were given rifles by N"
        origin, recipient = ends.by, given or doer
        if given is None and ends.to is not None:
            return
    else:
        origin, recipient = doer, given or ends.to
        if told.asked is not None and recipient is None and w.ASKS.match(text, told.start):
            recipient = subject_of(page, sentence, told.start)
        if told.status == "sought" and told.asked is None:
            return
        promised = told.status == "announced" and w.PROMISED.match(text, told.start)
        unnamed = w.UNNAMED_STATE.match(text, goods.end, sentence.end) is not None
        if recipient is None and not (promised or unnamed) and _may_be_fought_with(hand, goods):
            return
    disarms = recipient is not None and w.DISARMING.search(recipient) is not None
    if disarms and w.GIVEN_UP.match(hand.lemma) and page.actors.state(origin or "") is None:
        return
    yield _found(
        page, sentence, hand.start, max(goods.end, hand.end), goods, origin, recipient, told
    )


def _object(page: Page, sentence: Sentence, hand: Hand) -> tuple[_Goods | None, str | None]:
    """What a verb hands over, and to whom where that stands between."""
    text, stop = page.text, sentence.end
    if hand.lemma == "take delivery":
        of = w.TAKEN_OF.match(text, hand.end, stop)
        return (_goods_at(text, of.end(), stop) if of is not None else None), None
    goods = _goods_at(text, hand.end, stop)
    if hand.voice == "get":
        return goods, None
    at = w.DATIVE.match(text, hand.end, stop)
    got = end_at(page, at.end(), stop) if at is not None else None
    if got is None and goods is None and at is not None:
        got = _before_goods(page, at.end(), stop)
    if got is None:
        unnamed = w.UNNAMED_WITH.match(text, hand.end, stop) if goods is None else None
        return (_goods_at(text, unnamed.end(), stop) if unnamed else goods), None
    after = w.WITH.match(text, got[1], stop)
    plain_after = after.end() if after is not None else got[1]
    told = _goods_at(text, plain_after, stop)
    return (told, got[0]) if told is not None else (goods, None)


def _before_goods(page: Page, at: int, stop: int) -> tuple[str, int] | None:
    """One party that goods follow at once: "sold Egypt missiles"."""
    item = w.ITEM.search(page.text, at, min(stop, at + w.FAR))
    return end_at(page, at, item.start()) if item is not None else None


def _by_goods_before(page: Page, sentence: Sentence, hand: Hand) -> Iterator[_Found]:
    """Reads "rifles supplied by N", "rifles were delivered to N"."""
    text, begin = page.text, page.opening(sentence)
    if hand.form != "past":
        return
    goods = _goods_before(text, begin, hand.start, w.SAID_OF_GOODS)
    if goods is None:
        return
    told = verb_told(text, goods.end, hand)
    bare = not w.RELATIVE.sub("", text[goods.end : hand.start]).strip()
    if told is None or not (told.passive or bare):
        return
    ends = read_tail(page, hand.end, sentence.end)
    if hand.voice == "give":
        origin, recipient = ends.by or ends.origin, ends.to
        if told.status == "delivered":
            recipient = recipient or ends.bound
    else:
        origin, recipient = ends.origin, ends.by
    yield _found(page, sentence, goods.start, hand.end, goods, origin, recipient, told)


def _by_noun(page: Page, sentence: Sentence, hand: Hand) -> Iterator[_Found]:
    """Reads "approved the sale of rifles to N", "arms shipments to N were suspended"."""
    text, begin, stop = page.text, page.opening(sentence), sentence.end
    goods, end, given = _of_noun(page, sentence, hand)
    if goods is None:
        return
    start = min(hand.start, goods.start)
    ends = read_tail(page, end, stop)
    told = noun_told(text, begin, start)
    if told is None:
        status = noun_told_after(text, ends.end, stop)
        if status is None:
            return
        told = Told(status, start, passive=True)
    if hand.lemma in w.SALES and w.CONFIRMED.match(text, told.start):
        told = replace(told, status="announced")
    doer = None if told.passive else subject_of(page, sentence, told.start)
    if told.status == "blocked" or w.SIGNED.match(text, told.start):
        doer = None
    owner = owner_before(page, begin, start)
    to = given or ends.to or ends.bound
    if hand.voice == "get":
        origin, recipient = ends.origin, to or ends.by or doer or owner
    elif w.RECEIVES.match(text, told.start) or told.status == "sought":
        wants = doer if told.status != "sought" or w.WANTS.match(text, told.start) else None
        origin, recipient = ends.origin or ends.by or owner, to or wants
    else:
        origin, recipient = ends.by or ends.origin or owner or doer, to
    yield _found(page, sentence, start, max(end, hand.end), goods, origin, recipient, told)


def _of_noun(page: Page, sentence: Sentence, hand: Hand) -> tuple[_Goods | None, int, str | None]:
    """The goods of a noun of handing over, where its phrase ends, and to whom, if between."""
    text, stop = page.text, sentence.end
    before = _goods_before(text, page.opening(sentence), hand.start, w.SPACE)
    if before is not None:
        return before, hand.end, None
    m = w.DIRECTLY_TO.match(text, hand.end, stop)
    got = end_at(page, m.end(), stop) if m is not None else None
    at = got[1] if got is not None else hand.end
    of = w.OF.match(text, at, stop)
    goods = _goods_at(text, of.end() - 1, stop) if of is not None else None
    return goods, goods.end if goods is not None else hand.end, got[0] if got else None


def _arrived(page: Page, sentence: Sentence) -> Iterator[_Found]:
    """Reads goods, or their shipment, that have arrived in a country."""
    text, begin, stop = page.text, page.opening(sentence), sentence.end
    item = w.ITEM_SHOUTED if text[begin:stop].isupper() else w.ITEM
    for m in item.finditer(text, begin, stop):
        load = w.LOAD_AFTER.match(text, m.end(), stop)
        end = load.end() if load is not None else m.end()
        came = w.ARRIVED.match(text, end, stop)
        got = end_at(page, came.end(), stop) if came is not None else None
        if came is None or got is None or w.CONDITION.search(text, begin, m.start()):
            continue
        goods = _Goods(m.start(), m.end(), plain(m.group()), _class(m))
        origin = owner_before(page, begin, m.start())
        told = Told("delivered", m.start(), passive=True)
        yield _found(page, sentence, m.start(), came.end(), goods, origin, got[0], told)


def _taken_up(page: Page, sentence: Sentence, goods: _Goods) -> Iterator[_Found]:
    """Reads "their delivery had been suspended" of the item told just before."""
    text, begin = page.text, page.opening(sentence)
    m = w.TAKES_UP.search(text, begin, sentence.end)
    if m is None or w.DENIED.search(text, begin, m.start()):
        return
    ends = read_tail(page, m.end(), sentence.end)
    told = noun_told(text, begin, m.start("hand"))
    status = noun_told_after(text, ends.end, sentence.end)
    if told is None and status is None:
        return
    told = told or Told(status or "announced", m.start(), passive=True)
    if told.status not in ("suspended", "blocked") and not (ends.to or ends.origin):
        return
    asked = w.ASKED_TO_HALT.search(text, begin, sentence.end)
    sender = end_at(page, asked.start("who"), asked.end("who")) if asked is not None else None
    origin = ends.origin or (sender[0] if sender is not None else None)
    yield _found(page, sentence, m.start(), m.end(), goods, origin, ends.to, told)


def _asked_for(page: Page, sentence: Sentence) -> Iterator[_Found]:
    """Reads "N asked N for rifles", "N requested rifles from N"."""
    text, begin, stop = page.text, page.opening(sentence), sentence.end
    for m in w.ASKED.finditer(text, begin, stop):
        asked = None
        at = m.end()
        if m["whom"] is not None:
            asked = end_at(page, m.end(), stop)
            given = w.FOR.match(text, asked[1], stop) if asked is not None else None
            if given is None:
                continue
            at = given.end() - 1
        goods = _goods_at(text, at, stop)
        if goods is None or w.CONDITION.search(text, begin, m.start()):
            continue
        doer = subject_of(page, sentence, m.start())
        ends = read_tail(page, goods.end, stop)
        origin = asked[0] if asked is not None else ends.origin
        if doer is None:
            continue
        told = Told("sought", m.start())
        yield _found(page, sentence, m.start(), goods.end, goods, origin, doer, told)


def _caught(page: Page, sentence: Sentence) -> Iterator[_Found]:
    """Reads goods seized on their way: only those that say where from or where to."""
    text, begin, stop = page.text, page.opening(sentence), sentence.end
    caught = w.CAUGHT.search(text, begin, stop)
    if caught is None or w.NOT_CAUGHT.search(text, begin, caught.start()):
        return
    item = w.ITEM_SHOUTED if text[begin:stop].isupper() else w.ITEM
    for m in item.finditer(text, begin, stop):
        load = w.LOAD_AFTER.match(text, m.end(), stop)
        end = load.end() if load is not None else m.end()
        if not may_end(text, end, stop):
            continue
        ends = read_tail(page, end, stop, waiting=True)
        recipient = ends.bound or ends.to
        lead = text[max(begin, m.start() - w.FAR) : m.start()]
        loaded = load is not None or w.LOAD_BEFORE.search(lead) is not None
        owner = owner_before(page, begin, m.start()) if loaded else None
        origin = ends.origin or owner
        struck = w.STRUCK.match(caught.group()) is not None
        if (recipient is None and not loaded) or (struck and recipient is None):
            continue
        if not _is_caught(text, caught, (m.start(), ends.end), stop):
            continue
        goods = _Goods(m.start(), m.end(), plain(m.group()), _class(m))
        told = Told("blocked", caught.start())
        yield _found(page, sentence, m.start(), end, goods, origin, recipient, told)
        return


def _is_caught(text: str, caught: re.Match[str], goods: tuple[int, int], stop: int) -> bool:
    """Whether a word of seizing governs goods: from before, or as what is said of them."""
    start, end = goods
    if caught.end() <= start:
        return w.PARTS.search(text, caught.end(), start) is None
    said = w.SAID_CAUGHT.match(text, end, stop)
    return said is not None and said.end() >= caught.end()


def _asked_or_subject(page: Page, sentence: Sentence, told: Told) -> str | None:
    if told.asked is not None:
        got = end_at(page, told.asked[0], told.asked[1])
        return got[0] if got is not None else None
    return subject_of(page, sentence, told.start)


def _has_subject(text: str, begin: int, told: Told) -> bool:
    """Whether an auxiliary, a pronoun or another verb shows that somebody hands over."""
    if told.finite or told.asked is not None:
        return True
    return w.SUBJECT.search(text[begin : told.start]) is not None


def _made_by(page: Page, hand: Hand, goods: _Goods) -> str | None:
    """Whose goods are received or bought, where a people's name stands before them."""
    return owner_before(page, hand.end, goods.start)


def _may_be_fought_with(hand: Hand, goods: _Goods) -> bool:
    """Whether goods sent to nobody may be one's own, moved or sent to fight."""
    if hand.lemma in w.MOVING:
        return True
    return hand.lemma in w.SENDING and goods.item_class in w.SENT_TO_FIGHT


def _is_own(text: str, hand: Hand, goods: _Goods) -> bool:
    """Whether fighters hand in arms of their own."""
    own = w.OWN.search(text[hand.end : goods.start]) is not None
    return own and w.GIVEN_UP.match(hand.lemma) is not None


def _found(
    page: Page,
    sentence: Sentence,
    start: int,
    end: int,
    goods: _Goods,
    origin: str | None,
    recipient: str | None,
    told: Told,
) -> _Found:
    hedge: Hedge | None = None
    if ACCUSED.search(page.text, sentence.start, max(start, goods.start)):
        hedge = "alleged"
    return _Found(sentence, start, end, goods, origin, recipient, told.status, hedge)


def _shared(found: list[_Found]) -> Iterator[_Found]:
    """Lends sender and recipient between readings of one item that has a designation.

    "Weapons" told twice need not be the same ones; "S-300 missiles" are. Where readings of one
    item name several senders, none is lent.
    """
    for one in found:
        item = one.goods.item
        same = [o for o in found if o.goods.item == item] if w.DESIGNATED.search(item) else [one]
        origins = {o.origin for o in same if o.origin and o.origin != one.recipient}
        recipients = {o.recipient for o in same if o.recipient and o.recipient != one.origin}
        origin = one.origin or (next(iter(origins)) if len(origins) == 1 else None)
        recipient = one.recipient or (next(iter(recipients)) if len(recipients) == 1 else None)
        yield replace(one, origin=origin, recipient=recipient if recipient != origin else None)


def _once(page: Page, claims: list[Claim]) -> Iterator[Claim]:
    """Each transfer once: of two that may be the same, the one that tells more."""
    kept: list[Claim] = []
    for one in claims:
        same = next((i for i, o in enumerate(kept) if _same(page, o, one)), None)
        if same is None:
            kept.append(one)
        elif _told(page, one) > _told(page, kept[same]):
            kept[same] = one
    yield from kept


def _same(page: Page, one: Claim, other: Claim) -> bool:
    """Whether two may be one transfer: nothing that both tell differs."""
    a, b = one.detail, other.detail
    if not isinstance(a, Transfer) or not isinstance(b, Transfer):
        return False
    if (a.item.lower(), a.status) != (b.item.lower(), b.status):
        return False
    pairs = zip(_slots(page, one), _slots(page, other), strict=True)
    return all(x == y or x is None or y is None for x, y in pairs)


def _told(page: Page, claim: Claim) -> int:
    return sum(each is not None for each in _slots(page, claim))


def _slots(page: Page, claim: Claim) -> tuple[object, ...]:
    """Sender, recipient and day of a transfer; a state by one of its names."""
    detail = claim.detail
    ends = (detail.origin, detail.recipient) if isinstance(detail, Transfer) else ()
    short = [w.REPUBLIC.sub("", name) if name is not None else None for name in ends]
    states = [page.actors.state(name) if name is not None else None for name in short]
    named = [e.name if e is not None else n for e, n in zip(states, ends, strict=True)]
    return (*named, claim.when.start)


def _claim(page: Page, one: _Found) -> Claim:
    goods = one.goods
    speakers, told = page.attributions.at(one.start, one.end)
    if any(w.ILL_NAMED.search(each.name or "") for each in speakers):
        speakers = ()
    detail = Transfer(goods.item, goods.item_class, one.origin, one.recipient, one.status)
    return page.claim(
        "transfer", one.sentence, (one.start, one.end), detail, goods.item,
        when=_when(page, one), hedge=one.hedge or told, attribution=speakers,
    )  # fmt: skip


def _when(page: Page, one: _Found) -> When:
    """The day of the goods: told right after them, or between who acts and what is done.

    The day on which something was announced is not the goods' own. A month or a year that opens
    a sentence holds for all of it.
    """
    text, opening = page.text, page.opening(one.sentence)
    told = [
        d for d in page.dates_in(one.sentence) if not d.expr.restated and d.expr.start >= opening
    ]  # fmt: skip
    if len({d.when.start for d in told}) > 1:
        return When()  # rivals: which of them is the goods' is not told
    dated = [
        d for d in told
        if d.role != "open"
        and (d.role != "speech" or d.when.precision != "day")
        and w.BEGINS.search(text, one.sentence.start, d.expr.start) is None
        and not (one.status == "announced" and d.when.start and page.is_past(d.when.start))
    ]  # fmt: skip
    for d in dated:
        if d.expr.start >= one.end and w.OTHERS_DAY.search(text, one.end, d.expr.start) is None:
            return d.when
        if one.start <= d.expr.start and d.expr.end <= one.end:
            return d.when
    if one.status == "announced":
        return When()
    for d in reversed(dated):
        opens = w.OPENS.fullmatch(text, opening, d.expr.start) is not None
        apart = w.APART.search(text, d.expr.end, one.start) is not None
        if opens and not apart and d.when.precision != "day":
            return d.when
        if d.expr.end <= one.start and w.BEFORE_DEED.fullmatch(text, d.expr.end, one.start):
            return d.when
    return When()
