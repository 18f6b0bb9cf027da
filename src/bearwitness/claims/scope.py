"""What a count covers: one incident, several days, or a war; and whether it was replaced.

Read from the words of the sentence around the number.
"""

from __future__ import annotations

import re

from bearwitness.model.claim import Scope

_NUMBER = (
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|few|couple of|half)"
)
_WAR = r"(?:war|conflict|uprising|revolution|crisis|insurgency|hostilities|rebellion|invasion|offensive|fighting|violence|campaign|intervention|occupation|civil war|unrest|protests|coup|escalation|siege)"
_CUMULATIVE = re.compile(
    rf"""\bsince\ (?:the\ )?(?:(?:latest|recent|renewed|new)\ )?(?:(?:start|beginning|outbreak|onset|eruption|launch)\b|{_WAR}\b
      |(?:\w+[ ])?(?:19|20)\d\d|(?:early|mid|late)[- ]\w+|last\ (?:year|summer|winter|spring|autumn|january|february|march|april|may|june|july|august|september|october|november|december)
      |it\ (?:began|started|erupted|broke)|(?:it|he|she|they)\ (?:was|were)\ \w+\ (?:up\ )?in\ (?:19|20)\d\d|then\b|its\ \w+|january|february|march|april|may|june|july|august|september|october|november|december)
    |\b(?:has|have|had)\ (?:been\ )?\w+\b[^;]{{0,80}}\bsince\b[^;]{{0,110}}\b(?:launched|began|started|stepped\ up|resumed|intensified|took\ power|took\ office|entered|erupted|broke\ out|invaded|toppled|overthrew|seized\ power)\b
    |\b(?:so\ far|to\ date|until\ now|up\ to\ now|overall)\b(?=.*\b(?:year|war|conflict|campaign|20\d\d)\b)
    |\b(?:homicides|murders|killings|slayings|shootings|fatalities)\b[^.;,]{{0,40}}\b(?:this|last|of\ the|in\ the\ (?:past|last))\ year\b
    |\b(?:homicides|murders|killings|slayings|fatalities|deaths|killed|died|perished)\b[^.;,]{{0,30}}\b(?:statewide|nationwide|citywide|countywide)\b
    |\b(?:attacks|conflicts|clashes|raids|strikes|killings|incidents|violence)\b[^.;,]{{0,40}}\blast\ year\b
    |\bso\ far\ this\ year\b|\b(?:has|have)\ (?:already\ |now\ )?(?:been\ )?\w+(?!\ (?:an?|the)\b)[^.;,]{{0,60}}\ this\ year\b|^with\ (?:this|that|these|it),|(?<=[a-z,]\ )this\ year\ alone\b|\bevery\ year\b|\beach\ year\b|\bannually\b
    |\b(?:in|over|during|throughout|of)\ (?:the\ |its\ |syria's\ |a\ |this\ )?(?:course\ of\ the\ )?(?:past\ |last\ |only\ |just\ |more\ than\ |nearly\ |almost\ |over\ )*(?:{_NUMBER}(?:[ -]and[ -]a[ -]half)?|decades?)[- ]?(?:years?|months?|decades?)(?:[- ]long|[- ]old(?=\ (?:\w+\ )?{_WAR}\b))?\b(?![- ]olds?\b)
    |\bthe\ (?:multi-sided\ )?(?:\w+\ )?(?:civil\ )?(?:{_WAR})\ (?:has|have|had)\ (?:already\ |so\ far\ |reportedly\ )?(?:killed|claimed|left|cost|displaced|forced|caused|taken)\b
    |\bin\ (?:the|syria's|a|this|yemen's|sudan's|ukraine's)\ (?!(?:\w+[- ]){{0,2}}?(?:land|family|domestic|personal|communal|tribal|clan|cattle|farmer)\b)(?:\w+[- ]){{0,3}}(?:civil\ war|war|conflict|insurgency)\b(?!\ (?:over|of\ (?:words|supremacy)|about)\b)
    |\b(?:between|from)\ (?:19|20)\d\d\ (?:and|to|until|through)\ (?:19|20)\d\d\b
    |\bof\ the\ war\b|\bwhole\ (?:civil\ )?war\b|\bduring\ the\ (?:war|conflict)\b|\b(?:death|total)\ toll\ (?:of|from|in)\ the\ (?:war|conflict)\b
    |\bin\ (?:19|20)\d\d\ alone\b|\bduring\ (?:19|20)\d\d(?=\W*$|[,.;)])|\bby\ the\ (?:end|beginning|start)\ of\ (?:19|20)\d\d\b|\bover\ the\ years\b|\bin\ recent\ (?:years|months)\b
    |\b(?:strikes|air-?strikes|attacks|raids|bombings|clashes|fighting|violence)\ (?:has|have)\ (?:\w+\ )?(?:killed|left|claimed|wounded)\ (?:\w+\ )?(?:hundreds|thousands|tens|scores)\b
    |\bthe\ (?:total\ )?(?:number|toll)\b[^.]{{0,40}}\bso\ far\b|\b(?:has|have)\ recently\ (?:been\ )?\w+ed\b
    |\b(?:compared\ (?:to|with)|than)\ (?:the\ )?(?:same\ period|previous\ year|year\ before|last\ year|(?:in\ )?(?:19|20)\d\d)\b
    """,
    re.I | re.X,
)
# A quarter or some months of a year, told with a rank that ranks no attack.
_PART_OF_YEAR = re.compile(
    rf"""\b(?:in|during|over|for|throughout|within)\ the\ (?:first|second|third|fourth|last|final|opening|closing)
    \ (?:(?:{_NUMBER}\ )?(?:months?|weeks?|quarter|half)\ of\ (?:the\ year|this\ year|last\ year|(?:19|20)\d\d|{_WAR}|the\ (?:\w+\ )?{_WAR})
    |quarter|half)\b""",
    re.I | re.X,
)
# "the deadliest attack this year", "the fourth attack in three days" rank the event; they do not
# widen its toll.
_RANKED = re.compile(
    r"\b(?<!since )(?:the|its|their)\s+(?:\w+\s+)?(?:(?!(?:\w*west|rest|forest|harvest|protest|arrest|test|"
    r"contest|interest|request|guest|priest|conquest)\b)\w+est|worst|first|second|third|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|latest|most\s+\w+|only)\b[^,;.]*?"
    rf"(?=\s+(?:during|over)\s+{_NUMBER}\s+(?:days|nights|weeks)\b|[,;.]|$)",
    re.I,
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
_WINDOW = re.compile(
    rf"""\b(?:in|over|within|during|for|across)\ (?:the\ )?(?:space\ of\ |course\ of\ |period\ of\ )?(?:past\ |last\ |previous\ |preceding\ |same\ )*(?:\d\d\ hours|(?:{_NUMBER}\ )(?:consecutive\ |straight\ |successive\ )?(?:days|weeks|nights))\b
    |\bwithin\ (?:the|a)\ (?:week|month)\b
    |\b(?:in|over|within|during)\ the\ (?:past|last|previous)\ (?:\w+\ )?(?:hours?|days?|week|weeks|fortnight|month|weekend|nights?)\b
    |\b(?:{_NUMBER})\ (?:consecutive\ |straight\ )?days\ of\b|\b\d+\ hours\ of\b
    |\bin\ (?:just\ |less\ than\ |under\ )?(?:a|one)\ (?:week|month|fortnight)\b
    |\bsince\ (?:last\ )?(?:{_DAY}|week|month|yesterday|Easter|Christmas|Thanksgiving|Ramadan|Eid\b[^,]{{0,9}}|the\ (?:start|beginning)\ of\ (?:the\ )?(?:week|month))\b
    |\bsince\ (?:{_MONTH})\ \d{{1,2}}\b|\bsince\ \d{{1,2}}\ {_MONTH}\b
    |\b(?:between|from)\ (?:{_DAY}|{_MONTH}\ \d+|\d+\ {_MONTH}|\d+)\ (?:and|to|until|through)\ (?:{_DAY}|{_MONTH}|\d+\ {_MONTH})
    |\b(?:in|during|throughout|for)\ (?:the\ month\ of\ )?{_MONTH}(?:\ (?:19|20)\d\d)?\b(?!\s*\d)
    |\b(?:in|over|within)\ (?:about|roughly|around)\ {_NUMBER}\ (?:hours|days|weeks)\b
    |\b(?:in|across|between|during|over|among)\ (?:\w+\ )?{_NUMBER}\ (?:\w+\ )?(?:shootings|stabbings|homicides)\b
    |\b(?:attacks|strikes|air-?strikes|raids|shellings|bombings|bombardments|ambushes|killings|shootings|incidents)\b[^.;,]{{0,60}}\b(?:this|last)\ (?:week|weekend|month)\b
    |\b(?:shootings|(?:gun\ )?violence)\b[^.;]{{0,60}}\b(?:this|over\ the)\ weekend\b|\bweekend\ (?:shootings|(?:gun\ )?violence)\b|\b(?:violent|bloody|deadly)\ (?:\w+\ )?weekend\b
    |\b(?:has|have|had)\ been\ (?:shot|killed|wounded|injured|stabbed)\b[^.;,]{{0,60}}\b(?:this|over\ the)\ weekend\b
    |\b(?:dozens?\ of|a\ dozen|several|multiple|{_NUMBER})\ (?:separate\ |other\ )?shootings\b
    |\bspan\ of\ (?:\w+\ )?{_NUMBER}\ (?:hours|days|weeks)\b
    |\bso\ far\ this\ (?:week|month)\b|\b(?:last|this)\ (?:week|month)\ alone\b|\bdaily\ death\ toll\b|\bthree-day\b|\btwo-day\b|\b\d+-day\b|\bweek-long\b|\bweeklong\b|\bdays-long\b|\bmonth-long\b
    """,
    re.I | re.X,
)
_SUPERSEDED_BEFORE = re.compile(
    r"""(?:\b(?:earlier|early|previous|previously|initial|initially|first(?!\s+responders?)|original|prior)\s+
        (?:\w+\s+){0,3}?(?:tolls?|counts?|figures?|reports?|estimates?|statements?|versions?|accounts?|claims?|reported|said|put|stated|tally|number|announced|given|death\s+toll|official\s+count)
        [^.;,]{0,40}|\b(?:initially|originally|at\s+first)\b[^.;,]{0,40}|\b(?:up|down|revised|rose|risen|increased|climbed|raised|jumped|grew|lowered|reduced|corrected)\b[^.;]{0,40}?\bfrom\s+(?:an?\s+)?(?:earlier\s+|previous\s+|initial\s+)?(?:toll\s+|figure\s+|count\s+|estimate\s+)?(?:of\s+)?
        |\bup\s+from\s+(?:an?\s+)?(?:earlier\s+)?(?:\w+\s+){0,3})$""",
    re.I | re.X,
)
_SUPERSEDED_AFTER = re.compile(
    r"""^[^.;]{0,60}\bbut\b[^.;]{0,40}\b(?:prove[dn]?|turned\s+out)\s+(?:to\s+be\s+)?(?:incorrect|wrong|untrue|false|erroneous)\b
    |^\W*(?:\w+\s+){0,3}?(?:reported|given|announced|stated|said)\s+(?:earlier|initially|previously|first|before)\b
    |^[^.;]{0,60}?(?:--|—|–|,|\()\s*(?:the\s+|a\s+)?(?:total|toll|number|figure)?\s*(?:later\s+)?(?:raised|revised|updated|rose|increased|corrected)\s+to\b""",
    re.I | re.X,
)


# A day's count over a town is the incident's own; longer windows are kept apart. What many strikes
# or a whole army's day left is no incident's.
_DAYS_MANY = re.compile(
    r"\b(?:strikes|raids|attacks|clashes|explosions|blasts|bombings)\b.*\b(?:across|throughout)\b"
    r"|\b(?:strikes|air-?strikes|raids|attacks|clashes|shelling|bombardments?|bombings)\b.*"
    r"\b(?:brought|taken|arrived|reached|received|raising|bringing|pushing|taking)\b"
    r"|\bhospitals\b.*\b(?:raising|bringing|pushing|taking)\b[^.;]*\btoll\b"
    r"|\b(?:soldiers|troops|servicemen|personnel|invaders|occupiers|losses)\b[^.;]*"
    r"\b(?:killed (?:or|and) wounded|lost|losses|eliminated|out of action)\b",
    re.I,
)
_ONE_DAY = re.compile(
    r"\b(?:(?:in|over|within|during|for)\s+)?the\s+(?:past|last|previous|preceding)\s+(?:24[- ]hours?|"
    r"twenty-four\s+hours|day|24[- ]hour\s+period|night)\b",
    re.I,
)


# "A drone strike on the town in December killed 15": one event, whose day is not told.
_ONE_EVENT = re.compile(
    r"\b(?:an?|the|one|another)\s+(?:[\w-]+\s+){0,2}?(?:air\s?strike|strike|attack|raid|bombing|blast|"
    r"explosion|ambush|massacre|clash|shooting|assault|bomb|shelling)\b(?!\s+(?:campaign|wave))"
    r"|\b(?:bombed|attacked|raided|stormed|hit|struck|shelled|ambushed|targeted)\s+an?\s+"
    r"(?!(?:series|number|range|string|variety|total|dozen|few)\b)",
    re.I,
)
_IN_A_MONTH = re.compile(
    rf"\b(?:in|during)\s+(?:last\s+)?{_MONTH}(?:\s+(?:19|20)\d\d)?(?!\s*\d)", re.I
)
# "Two men involved in the attack of December 2022": another event's month.
_ANOTHERS = re.compile(
    r"\b(?:involved\s+in|connected\s+(?:to|with)|linked\s+to|responsible\s+for|implicated\s+in|wanted"
    r"\s+for|accused\s+of)\b[^,;.]*",
    re.I,
)
# "a two-day rampage" is one event, however long.
_LASTING = re.compile(
    rf"\b(?:{_NUMBER})-day\s+(?:\w+\s+)?(?:rampage|attack|assault|battle|raid|operation|siege|clash|"
    r"clashes|gunfight|stand-?off|shoot-?out|firefight|massacre|spree|riot)\b",
    re.I,
)
# "seven farmers missing since April were found dead": since when they were missing.
_STATE_SINCE = re.compile(
    r"\b(?:missing|held|detained|captive|kidnapped|abducted|captured|in\s+captivity)\s+"
    r"(?:since|in|for)\b[^,;.]{0,24}?(?=\b(?:were|was|have|had)\b|[,;.]|$)",
    re.I,
)
_OF_THE_DEAD = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains|dead|executed|killed)\b", re.I)
# "Since early 2023, it has counted 107 raids, which left 196 dead": the opening holds for both.
_OPENING = re.compile(r"\W*(?:since|over|during|in|within|between|throughout)\b[^,;]{1,60},", re.I)
_RELATIVE = re.compile(r",\s+(?:which|where)\s*$", re.I)


# "Fighting has displaced 330,000 people", "600,000 have now fled": where a war stands, no event's.
_STANDING = re.compile(
    rf"\b(?:{_WAR}|assault|clashes|attacks|raids|strikes|battles)\b"
    r"(?:\s+(?:in|between|across|over|against|around)\s+[^;:]{0,80}?)?(?:,?\s+(?:that|which))?"
    r"\s+(?:has|have)\s+(?:(?:already|so\s+far|now|also|reportedly)\s+)*"
    r"(?:killed|claimed|left|displaced|forced|driven|uprooted|wounded|injured|cost)\b"
    r"|\b(?:has|have)\s+(?:now|already)\s+(?:fled|died|left|been\s+\w+)\b"
    r"|\b(?:has|have)\s+been\s+\w+\s+so\s+far\b|\bare\s+now\s+(?:\w+\s+)?displaced\b",
    re.I,
)
_STANDING_FROM = 200
# The day on which somebody says it.
_SAID_ON = re.compile(
    r"\b(?:said|says|told|announced|reported|added|warned|estimated)\b[^,;.]{0,40}?"
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\bas\s+of\s+\w+day\b",
    re.I,
)


def scope_of(sentence: str, start: int, end: int, low: int | None) -> Scope:
    """Scope of a count at start:end of its sentence.

    The clause that holds the number is looked at first; a window told anywhere in the sentence
    holds only where the clause is not about a dated event of its own.

    Args:
        sentence: the sentence's text.
        start: of the claim's span within the sentence.
        end: of that span.
        low: the count, for plausibility.
    """
    clause_start, clause_end = clause_around(sentence, start, end)
    if _PART_OF_YEAR.search(sentence, clause_start, clause_end):
        return "cumulative"
    clause = _ANOTHERS.sub(" ", sentence[clause_start:clause_end])
    clause = _LASTING.sub(" ", _RANKED.sub(" ", clause))
    if _OF_THE_DEAD.search(clause):
        clause = _STATE_SINCE.sub(" ", clause)
    if not _DAYS_MANY.search(sentence):
        clause = _ONE_DAY.sub(" ", clause)
    opening = _OPENING.match(sentence)
    if opening and _RELATIVE.search(sentence, opening.end(), clause_start):
        clause = f"{opening.group()} {clause}"
    if _CUMULATIVE.search(clause):
        return "cumulative"
    if _ONE_EVENT.search(clause):
        clause = _IN_A_MONTH.sub(" ", clause)
    if _WINDOW.search(clause):
        return "window"
    if low is not None and low >= _STANDING_FROM and _is_standing(clause):
        return "cumulative"
    return "incident"


def _is_standing(clause: str) -> bool:
    """Whether a clause tells how things stand, and of no day but the one it is said on."""
    return _STANDING.search(clause) is not None and not _NAMED_DAY.search(_SAID_ON.sub(" ", clause))


_CLAUSE = re.compile(
    r"[;:]|\s[—–-]{1,2}\s|,\s+(?:but|while|whereas|after|as|which|where|who|bringing|raising|pushing|and\s+(?:the|a)\s)|\s(?:while|whereas|but)\s"
)


def clause_around(sentence: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the clause that holds start:end, parted by semicolons, dashes and "while"."""
    left = 0
    right = len(sentence)
    for m in _CLAUSE.finditer(sentence):
        if m.end() <= start:
            left = m.end()
        elif m.start() >= end:
            right = m.start()
            break
    return left, right


_TALLIED = re.compile(
    r"^\W*(?:in\s+(?:all|total),?\s+)?a\s+total\s+of\b[^.;]*\bhave\s+been\b|"
    r"^\W*(?:in\s+addition,?\s+)?(?:these|those|the)\s+(?:\w+\s+){0,2}?(?:attacks|operations|strikes|raids|"
    r"incidents|bombardments|clashes|fatalities|casualties|victims|deaths|dead)\b"
    r"|^\W*the\s+(?:total\s+)?number\s+of\b|^\W*(?:the\s+)?(?:highest|largest\s+number|most\s+of|majority\s+of"
    r"|of\s+(?:these|those|them))\b",
    re.I,
)
# "The attack is the 12th since he took office": what is counted next is counted since then.
_NTH_SINCE = re.compile(r"\bthe\s+\d+(?:st|nd|rd|th)\s+(?:[\w-]+\s+){0,2}?since\b", re.I)
_MONTH_ITEM = re.compile(rf"^\W*{_MONTH}(?:\s+(?:19|20)\d\d)?\s*[:–-]", re.I)
# "It launched operations on 8 October, which became a war, killing 4,000": the day of the beginning.
_OF_A_WAR = re.compile(
    r"\b(?:war|offensive|invasion|hostilities|conflict|genocide|military\s+(?:operations|campaign))\b",
    re.I,
)
# No single incident of the register's kind kills or drives out so many; a count above these is a
# toll unless its sentence names the day.
_TOLL_KILLED = 2_000
_TOLL_DISPLACED = 100_000
_NAMED_DAY = re.compile(rf"\b{_DAY}\b|\b\d{{1,2}}\s+{_MONTH}\b|\b{_MONTH}\s+\d{{1,2}}\b", re.I)


# "SALDA, 17 May (Agency) -- …": the day of the dispatch is not the event's.
_DATELINE = re.compile(r"^[^.;]{0,120}?\)?\s*--\s")


def is_month_item(sentence: str) -> bool:
    """Whether a sentence is the item of a month in a list ("March: Two attacks…")."""
    return bool(_MONTH_ITEM.match(sentence))


_TALLY_ITEM = re.compile(
    rf"^\W*(?!on\b)[\w'’ -]{{2,40}}:\s*(?:at\s+least\s+)?{_NUMBER}\s+"
    r"(?:(?!dead|killed|people|civilians|hurt|wounded|injured|in|after|by)\w+\s+){0,2}?(?:attacks|strikes|"
    r"airstrikes|raids|operations|incidents|bombardments|shellings)\b",
    re.I,
)
_ADDS = re.compile(r"^\W*(?:in\s+addition|furthermore|moreover)\b", re.I)


def is_tally_item(sentence: str) -> bool:
    """Whether a sentence counts several attacks of one place ("North Province: Ten attacks…")."""
    return bool(_TALLY_ITEM.match(sentence))


def adds_to_item(sentence: str) -> bool:
    """Whether a sentence goes on with the item before it ("In addition, four were hurt")."""
    return bool(_ADDS.match(sentence))


def goes_on_tallying(sentence: str) -> bool:
    """Whether a sentence speaks of the many attacks that the one before tallied."""
    return bool(_TALLIED.match(sentence))


def tally_scope(sentence: str) -> Scope | None:
    """The window that a whole sentence tells, if any."""
    clause = _RANKED.sub(" ", sentence)
    if _CUMULATIVE.search(clause) or _NTH_SINCE.search(sentence):
        return "cumulative"
    return "window" if _WINDOW.search(clause) else None


class Tally:
    """The window or war that the sentences read so far tally; worked out only when asked for."""

    def __init__(self) -> None:
        """Start before the first sentence."""
        self._told: list[tuple[str, bool]] = []
        self._known: tuple[int, Scope | None] = (0, None)

    def add(self, sentence: str, goes_on: bool) -> None:
        """Read on; `goes_on`: the sentence keeps the scope of the one before, unless it has one."""
        self._told.append((sentence, goes_on))

    def scope(self) -> Scope | None:
        """The scope that holds after the last sentence."""
        known, found = self._known
        for sentence, goes_on in reversed(self._told[known:]):
            own = tally_scope(sentence)
            if own is not None or not goes_on:
                found = own
                break
        self._known = (len(self._told), found)
        return found


def is_beyond_incident(sentence: str, outcome: str, low: int | None) -> bool:
    """Whether a count is too large for one incident that is not dated to the day."""
    limit = _TOLL_DISPLACED if outcome == "displaced" else _TOLL_KILLED
    told = _SAID_ON.sub(" ", _DATELINE.sub("", sentence, count=1))
    of_a_day = _NAMED_DAY.search(told) is not None and not _OF_A_WAR.search(told)
    return low is not None and low >= limit and not of_a_day


_AT_FIRST = re.compile(r"\b(?:initially|at\s+first)\b", re.I)
_MORE = re.compile(rf"\b{_NUMBER}\s+(?:more|others?|further|additional)\b", re.I)


def is_superseded(sentence: str, start: int, end: int) -> bool:
    """Whether the sentence gives the number at start:end as an earlier count."""
    before = _SUPERSEDED_BEFORE.search(sentence[:start])
    if before and _AT_FIRST.match(before.group()) and _MORE.search(sentence[end:]):
        return False  # "initially left eight dead, but three more were found": both count
    return bool(before or _SUPERSEDED_AFTER.search(sentence[end:]))
