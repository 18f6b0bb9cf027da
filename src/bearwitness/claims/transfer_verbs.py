"""Words of handing over, and how far the goods have come by what governs those words.

A verb's own form, its auxiliaries and what governs it ("agreed to", "stopped", "asked N to") say
whether goods were delivered, announced, sought, held up or caught. What no word of these lists
governs is left open: no status is taken from a word that merely stands nearby.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from bearwitness.claims.transfer_words import Status

Form = Literal["base", "s", "past", "ing", "noun"]
Voice = Literal["give", "get"]

# lemma: base, -s, past, participle, -ing
_GIVE = (
    "deliver delivers delivered delivered delivering",
    "supply supplies supplied supplied supplying",
    "provide provides provided provided providing",
    "send sends sent sent sending",
    "sell sells sold sold selling",
    "give gives gave given giving",
    "donate donates donated donated donating",
    "ship ships shipped shipped shipping",
    "export exports exported exported exporting",
    "transfer transfers transferred transferred transferring",
    "dispatch dispatches dispatched dispatched dispatching",
    "transport transports transported transported transporting",
    "smuggle smuggles smuggled smuggled smuggling",
    "hand|over hands|over handed|over handed|over handing|over",
    "turn|over turns|over turned|over turned|over turning|over",
    "promise promises promised promised promising",
    "pledge pledges pledged pledged pledging",
    "offer offers offered offered offering",
)
_GET = (
    "receive receives received received receiving",
    "buy buys bought bought buying",
    "purchase purchases purchased purchased purchasing",
    "acquire acquires acquired acquired acquiring",
    "procure procures procured procured procuring",
    "obtain obtains obtained obtained obtaining",
    "import imports imported imported importing",
    "order orders ordered ordered ordering",
    "take|delivery takes|delivery took|delivery taken|delivery taking|delivery",
)
_NOUNS = (
    "delivery deliveries sale sales transfer transfers export exports supply supplies shipment "
    "shipments consignment consignments provision purchase purchases procurement acquisition "
    "acquisitions donation package packages"
)
_GETTING = frozenset("purchase purchases procurement acquisition acquisitions".split())
# What is only promised or ordered has not come.
_YET_TO_COME = frozenset("promise pledge offer order".split())


@dataclass(frozen=True, slots=True)
class Hand:
    """A word of handing over.

    Attributes:
        start, end: its offsets.
        lemma: the verb's, or the noun itself.
        form: of the verb; "noun" of a noun.
        voice: whether its subject gives or gets.
    """

    start: int
    end: int
    lemma: str
    form: Form
    voice: Voice


def _forms() -> dict[str, list[tuple[str, Form, Voice]]]:
    out: dict[str, list[tuple[str, Form, Voice]]] = {}
    rows: tuple[tuple[tuple[str, ...], Voice], ...] = ((_GIVE, "give"), (_GET, "get"))
    kinds: tuple[Form, ...] = ("base", "s", "past", "past", "ing")
    for group, voice in rows:
        for row in group:
            each = [form.replace("|", " ") for form in row.split()]
            for form, kind in zip(each, kinds, strict=True):
                out.setdefault(form, []).append((each[0], kind, voice))
    for noun in _NOUNS.split():
        voice = "get" if noun in _GETTING else "give"
        out.setdefault(noun, []).append((noun, "noun", voice))
    return {form: list(dict.fromkeys(readings)) for form, readings in out.items()}


_FORMS = _forms()
_HAND = re.compile(
    r"\b(?:"
    + "|".join(sorted((re.sub(" ", r"\\s+", form) for form in _FORMS), key=len, reverse=True))
    + r")\b",
    re.I,
)


def hands(text: str, start: int, stop: int) -> list[Hand]:
    """The words of handing over between two offsets; a form that may be two gives both."""
    out = []
    for m in _HAND.finditer(text, start, stop):
        form = " ".join(m.group().lower().split())
        out += [Hand(m.start(), m.end(), *reading) for reading in _FORMS[form]]
    return out


_ADVERB = (
    r"(?:\w+ly|also|already|now|still|then|later|again|soon|once|first|ever|so\s+far|since|"
    r"thus|further|even|just|long|on\s+\w+day|in\s+(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)(?:\s+\d{4})?|last\s+(?:week|month|year|night)|"
    r"this\s+(?:week|month|year)|today|yesterday)"
)
_AUX = re.compile(
    r"(?:(?:[’'](?:s|ve|d|ll|re)|"
    r"(?<![\w’'-])(?:has|have|had|having|is|are|was|were|be|been|being|will|would|shall|to|not|never|"
    rf"cannot|can|could|may|might|should|must|do|does|did|\w+n[’']t|{_ADVERB})),?\s+)*$",
    re.I,
)
_NEGATED = re.compile(r"\b(?:not|never|ever|cannot|\w+n[’']t|no\s+longer)\b", re.I)
_MODAL = re.compile(r"\b(?:can|could|may|might|should|must|do|does|having)\b", re.I)
_PERFECT = re.compile(r"\b(?:has|have|had)\b|[’']ve\b", re.I)
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b|[’'](?:s|re)\b", re.I)
_WILL = re.compile(r"\b(?:will|would|shall)\b|[’'](?:ll|d)\b", re.I)
_TO = re.compile(r"\bto\b", re.I)
_BE_TO = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+ly\s+)?to\b", re.I)
_WHOM = r"(?!permission\b)(?:[\w’'.-]+\s+){1,6}?"
# Before "to hand over".
_TO_GOVERNORS: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(
        r"\b(?:agree[sd]?|agreeing|promise[sd]?|promising|pledge[sd]?|pledging|vow(?:s|ed)?|"
        r"plan(?:s|ned|ning)?|decided|decision|decides|intend(?:s|ed)?|prepar(?:es?|ed|ing)|set|"
        r"due|ready|going|about|expected|expects|scheduled|offer(?:s|ed|ing)?|approv(?:es?|ed)|"
        r"authori[sz](?:es?|ed)|commit(?:s|ted)|slated|supposed|"
        r"(?:(?:sign(?:s|ed)|reach(?:es|ed)|conclud(?:es|ed)|announc(?:es|ed)|gave|given|gives|made|struck)\s+"
        r"(?:[\w$’'.-]+\s+){0,4}?)?(?:contracts?|deals?|agreements?|commitments?|approval|plans?))\s+$",
        re.I),
     "announced"),
    (re.compile(
        rf"\b(?:ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|press(?:es|ed|ing)|call(?:s|ed|ing)\s+(?:on|for)|"
        rf"appeal(?:s|ed|ing)?\s+to|plead(?:s|ed|ing)?\s+with|request(?:s|ed|ing)?|beg(?:s|ged)|"
        rf"want(?:s|ed)?|demand(?:s|ed)?)\s+{_WHOM}$|"
        r"\b(?:want(?:s|ed)?|seek(?:s|ing)?|sought|ask(?:s|ed)|negotiating|"
        r"trying|tried|request(?:s|ed)?(?:\s+permission)?)\s+$", re.I),
     "sought"),
    (re.compile(r"\b(?:refus(?:es?|ed|ing)|declin(?:es?|ed|ing))\s+$", re.I), "blocked"),
    (re.compile(r"\b(?:continu(?:es?|ed|ing)|began|begun|starte?d?)\s+$", re.I), "delivered"),
)  # fmt: skip
_OFFERS = re.compile(r"\boffer(?:s|ed|ing)?\s+$", re.I)
# Before "handing over".
_ING_GOVERNORS: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(
        r"(?<!to\s)(?<!will\s)(?<!would\s)\b(?:continu(?:es?|ed|ing)|keeps?|kept|started|starts|began|"
        r"begun|begins|resum(?:es|ed)|complet(?:ed|es)|finish(?:ed|es)|"
        r"(?:accus(?:es?|ed|ing)|suspect(?:s|ed))\s+(?:[\w’'.-]+\s+){0,7}of|"
        r"admit(?:s|ted)(?:\s+to)?|acknowledg(?:es|ed))\s+$", re.I), "delivered"),
    (re.compile(
        r"\b(?:stop(?:s|ped)|halt(?:s|ed)|suspend(?:s|ed|ing)|ceas(?:es|ed)|paus(?:es|ed))\s+$",
        re.I), "suspended"),
    (re.compile(r"\b(?:negotiat(?:es?|ed|ing)(?:\s+on)?|talks\s+on)\s+$", re.I), "sought"),
)  # fmt: skip
ACCUSED = re.compile(
    r"\b(?:accus(?:es?|ed|ing)|suspect(?:s|ed)|alleged|allegedly|"
    r"(?:claims|allegations|rumou?rs|suspicions?|accusations?|concerns?|fears|worries)\s+(?:that|of))\b[^.;]*$",
    re.I,
)
_GOVERNOR_WORDS = 70  # characters before a verb that may hold what governs it


@dataclass(frozen=True, slots=True)
class Told:
    """What governs a word of handing over.

    Attributes:
        status: how far the goods have come.
        start: where the words begin before which the subject stands.
        passive: whether the subject is handed over, or to.
        asked: offsets of who is asked to hand over.
        finite: whether an auxiliary shows that a verb is told of somebody.
    """

    status: Status
    start: int
    passive: bool = False
    asked: tuple[int, int] | None = None
    finite: bool = False


def verb_told(text: str, begin: int, hand: Hand) -> Told | None:
    """How far goods have come by a verb of handing over and what governs it."""
    lead = text[begin : hand.start]
    chain = _AUX.search(lead)
    at = chain.start() if chain is not None else len(lead)
    aux, before = lead[at:], lead[:at]
    if _NEGATED.search(aux) or _MODAL.search(aux):
        return None
    start = begin + at
    if _TO.search(aux) and not _WILL.search(aux):
        return _after_to(before, aux, begin, start, hand.voice)
    if hand.form == "ing":
        if _BE.search(aux):
            return Told("announced" if _WILL.search(aux) else "delivered", start, finite=True)
        return _governed(before, begin, _ING_GOVERNORS)
    if hand.form == "base":
        if _WILL.search(aux):
            return Told("announced", start, finite=True)
        return None if aux.strip() else Told(_done(hand), start)
    if hand.form == "s":
        return Told(_done(hand), start)
    passive = _BE.search(aux) is not None
    yet = _WILL.search(aux) is not None
    if yet and _PERFECT.search(aux):
        return None  # "would have supplied" has not
    finite = passive or _PERFECT.search(aux) is not None
    return Told("announced" if yet else _done(hand), start, passive, finite=finite)


def _done(hand: Hand) -> Status:
    return "announced" if hand.lemma in _YET_TO_COME else "delivered"


def _after_to(before: str, aux: str, begin: int, start: int, voice: Voice) -> Told | None:
    passive = re.search(r"\bbe\b", aux, re.I) is not None
    if _BE_TO.search(aux):
        return Told("announced", start, passive)
    told = _governed(before, begin, _TO_GOVERNORS)
    if told is None:
        return None
    if voice == "get" and _OFFERS.search(before) is not None:
        told = replace(told, status="sought")
    certain = told.status == "announced"
    return Told(told.status, told.start, passive, told.asked, finite=certain)


def _governed(
    before: str, begin: int, governors: tuple[tuple[re.Pattern[str], Status], ...]
) -> Told | None:
    for pattern, status in governors:
        m = pattern.search(before, max(0, len(before) - _GOVERNOR_WORDS))
        if m is None:
            continue
        chain = _AUX.search(before[: m.start()])
        at = chain.start() if chain is not None else m.start()
        aux = before[at : m.start()]
        if _NEGATED.search(aux) or _MODAL.search(aux) or _open_to(aux, before[:at]):
            return None
        asked = re.match(r"[a-z]+(?:\s+(?:on|for|to|with))?\s+", m.group(), re.I)
        words = m.group()[asked.end() :].strip() if asked is not None else ""
        named = status == "sought" or m.group().lower().startswith(("accus", "suspect"))
        words = re.sub(r"\bof$", "", words).strip()
        inner = (
            (begin + m.start() + asked.end(), begin + m.end())
            if named and words and asked is not None else None
        )  # fmt: skip
        return Told(status, begin + at, asked=inner)
    return None


def _open_to(aux: str, before: str) -> bool:
    """Whether what governs is itself only to come: "urged N to stop sending"."""
    if not _TO.search(aux) or _BE_TO.search(aux):
        return False
    return re.search(r"\b(?:decided|agreed|announced|plans|planned)\s+$", before, re.I) is None


# What governs a noun of handing over, right before it but for determiners.
_DETERMINED = re.compile(
    r"(?:(?:the|its|their|his|a|an|all|any|some|further|more|new|first|last|second|possible|potential|"
    r"proposed|planned|long-awaited|direct|additional|future|current|indefinite|temporary|"
    r"final|next|huge|large|largest|major|massive|small|secret|illegal|illicit|big|whole|controversial|"
    r"(?:first|latest)\s+batch\s+of|licen[cs](?:es?|ing)\s+(?:for|of)|(?:the\s+)?granting\s+of|"
    r"suspension\s+of|freeze\s+on|halt\s+to|ban\s+on|contract\s+(?:in\s+\w+\s+(?:\d{4}\s+)?)?(?:for|on)|deal\s+(?:for|on)|"
    r"agreement\s+(?:for|on)|an?\s+end\s+to|[\w$.,-]+\s+worth\s+of|\d[\d,.]*(?:-\w+)?)\s+)*"
    r"(?:(?:[A-Z][\w.’'-]*|arms|weapons?)\s+){0,3}$"
)
_FINITE_AUX = re.compile(
    r"(?:(?:[’']s|[’']ve|(?<![\w’'-])(?:has|have|had|is|are|was|were|been|being|will|would|to|not|"
    rf"never|should|must|could|may|might|can|{_ADVERB}))\s+)*$",
    re.I,
)
_NOUN_GOVERNORS: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"\b(?:approv(?:es?|ed|ing)|authori[sz](?:es?|ed|ing)|announc(?:es?|ed|ing)|"
     r"agreed\s+(?:to|on)|signed|green-?lit|clear(?:s|ed)|"
     r"(?:gave|given)\s+the\s+(?:green\s+light|go-ahead)\s+(?:for|to))\s+$", re.I), "announced"),
    (re.compile(r"\b(?:suspend(?:s|ed|ing)?|halt(?:s|ed|ing)?|paus(?:es?|ed|ing)|froze(?:n)?|freez(?:es?|ing)|"
     r"stop(?:s|ped|ping)?|delay(?:s|ed|ing)?|postpon(?:es?|ed|ing)|ceas(?:es?|ed|ing)|"
     r"held\s+up)\s+$", re.I), "suspended"),
    (re.compile(r"\b(?:block(?:s|ed|ing)|bann(?:ed|ing)|bans|barr(?:ed|ing)|cancel(?:s|l?ed|l?ing)|"
     r"veto(?:es|ed)|foil(?:s|ed)|thwart(?:s|ed)|prohibited)\s+$", re.I), "blocked"),
    (re.compile(r"\b(?:resum(?:es?|ed)|confirm(?:s|ed)|complet(?:es|ed)|begun|began|started|starts|made|makes|"
     r"finished|carried\s+out|receiv(?:ed|es|ing)|continu(?:es|ed))\s+$", re.I), "delivered"),
    (re.compile(r"\b(?:seek(?:s|ing)?|sought|request(?:s|ed|ing)?|ask(?:s|ed|ing)?\s+for|"
     r"(?:call|push|press)(?:es|s|ed|ing)?\s+for|demand(?:s|ed|ing)?|"
     rf"(?:urg(?:es?|ed)|call(?:s|ed)\s+on|ask(?:s|ed)?)\s+{_WHOM}to\s+"
     r"(?:speed(?:\s+up)?|increase|step\s+up|approve|resume|allow|expand))\s+$", re.I), "sought"),
)  # fmt: skip
# "has announced a suspension of": the noun that governs.
_NOUN_IN_NOUN: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"\b(?:suspension\s+of|freeze\s+on|halt\s+to|end\s+to)\s", re.I), "suspended"),
    (re.compile(r"\bban\s+on\s", re.I), "blocked"),
)
_LIFTED = re.compile(
    r"\b(?:lift|eas|remov|end)(?:s|ed|ing)\s+(?:its|the|an?)\s+(?:\w+\s+)?"
    r"(?:ban|embargo|freeze|suspension)\s+(?:on|of)\s+(?:[\w-]+\s+){0,3}$",
    re.I,
)
_TELLING = re.compile(r"\b(?:announc\w+|order(?:ed|s)|impos(?:ed|es)|declar(?:ed|es))\s+$", re.I)
_AFTER_NOUN: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"(?:(?:has|have|had)\s+)?(?:already\s+)?(?:been\s+)?(?:arrived|reached|landed|resumed|started|"
     r"begun|began|continued|went\s+(?:on|ahead|to)|gone\s+ahead)\b|"
     r"(?:(?:was|were|has\s+been|have\s+been|had\s+been)\s+)(?:\w+ly\s+)?(?:already\s+)?(?:delivered|completed|made|sent|"
     r"shipped|received|resumed|handed\s+over|flown|unloaded)\b", re.I), "delivered"),
    (re.compile(r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:suspended|halted|frozen|"
     r"delayed|postponed|paused|put\s+on\s+hold|stopped)\b", re.I), "suspended"),
    (re.compile(r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:blocked|seized|intercepted|"
     r"banned|cancell?ed|confiscated)\b", re.I), "blocked"),
    (re.compile(r"(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?:approved|authori[sz]ed|agreed|"
     r"announced)\b|(?:will|is\s+to|are\s+to|(?:is|are)\s+(?:due|expected|scheduled|set)\s+to)\s+"
     r"(?:be\s+(?:delivered|completed|made|sent|shipped|handed\s+over)|arrive|begin|start)\b",
     re.I), "announced"),
)  # fmt: skip
_LIKELY = re.compile(
    r"\b(?:(?:(?:is|are|was|were)\s+(?:also\s+)?)?(?:expected|due)|decided|agreed|announced|said\s+(?:it|they|he|she)|vowed|plans|planned|ordered)\s+"
    r"(?:(?:it|that|they)\s+)?$",
    re.I,
)


def noun_told(text: str, begin: int, start: int) -> Told | None:
    """How far goods have come by what governs a noun of handing over from before."""
    lead = text[begin:start]
    # in capitals an ordinary word is not told from the name of a people
    fixed = _DETERMINED.search(lead.lower() if lead.isupper() else lead)
    at = fixed.start() if fixed is not None else len(lead)
    inner, before = lead[at:], lead[:at]
    lifted = _LIFTED.search(lead)
    if lifted is not None:
        return _finite(lead, lifted.start(), begin, "announced")
    for pattern, status in _NOUN_IN_NOUN:
        if pattern.search(inner) is not None:
            told = _TELLING.search(before)
            return _finite(before, told.start(), begin, status) if told is not None else None
    for pattern, status in _NOUN_GOVERNORS:
        for cut in (lead, before):
            m = pattern.search(cut[: at if cut is before else len(cut)])
            if m is not None:
                return _finite(cut, m.start(), begin, status)
    return None


_BASE = re.compile(r"suspend|halt|pause|freeze|stop|delay|postpone|cease|approve|announce|resume")


def _finite(lead: str, verb: int, begin: int, status: Status) -> Told | None:
    """What a governing verb tells, unless it is negated, only possible or only wished."""
    chain = _FINITE_AUX.search(lead[:verb])
    at = chain.start() if chain is not None else verb
    aux, before = lead[at:verb], lead[:at]
    word = re.match(r"[\w-]+", lead[verb:])
    form = word.group().lower() if word is not None else ""
    if _NEGATED.search(aux) or _MODAL.search(aux):
        return None
    if _TO.search(aux) and not _BE_TO.search(aux):
        likely = _LIKELY.search(before)
        if likely is None or status not in ("suspended", "announced", "sought"):
            return None
        return Told(status, begin + likely.start())
    if _WILL.search(aux):
        if form == "resume":
            return Told("announced", begin + at)
        return Told(status, begin + at) if status == "suspended" else None
    if form.endswith("ing") and not _BE.search(aux):
        return None
    if _BASE.fullmatch(form) is not None:
        return None
    passive = _BE.search(aux) is not None and not form.endswith("ing")
    return None if passive else Told(status, begin + at)


def noun_told_after(text: str, end: int, stop: int) -> Status | None:
    """How far goods have come by the verb that follows a noun of handing over and its goods."""
    at = len(text[end:stop]) - len(text[end:stop].lstrip())
    for pattern, status in _AFTER_NOUN:
        m = pattern.match(text, end + at, stop)
        if m is not None:
            return status
    return None
