"""The words of arms transfers: items and their classes, handing over, and how far it has come."""

from __future__ import annotations

import re
from typing import Literal

from bearwitness.claims.speech_words import words

Status = Literal["sought", "announced", "suspended", "delivered", "blocked"]

# A sentence tells of a transfer only where a word of handing over and a weapon both stand in it,
# or where a delivery told before is taken up again. Searched in lower case.
HAND_STEMS = re.compile(
    r"acquir|dispatch|order|arriv|seiz|intercept|\bgiven?\b|\bgave\b|consignment|destined|"
    r"bound for|"
    r"deliver|suppl(?:y|ie)|shipment|shipp(?:ed|ing)|\bsold\b|\bsell|\bsales?\b|"
    r"provid|provision of|transfer|export|\bbuy|bought|purchas|smuggl|donat|\bsen[dt]\b|\bsending|"
    r"procure|handed over|transport|receiv|pledg|promis|offer|\bask|request"
)
ITEM_STEMS = re.compile(
    r"missile|rocket|weapon|\barms\b|\btanks?\b|armou?red|helicopter|gunship|drone|aircraft|"
    r"warplane|\bjets?\b|howitzer|artillery|mortar|rifle|machine ?gun|ammunition|munition|shells\b|"
    r"grenade|bombs\b|warship|frigate|submarine|patrol boat|manpads|air[- ]defen[cs]e|lethal|"
    r"military (?:equipment|hardware|aid|assistance|supplies|vehicles)|explosives|\bsam-?\d|bomber|"
    r"\b(?:f|s|t|su|mig|ak|m|tb|mi)-?\d|patriot|javelin|stinger|himars|leopard|abrams|bayraktar|shahed|"
    r"atacms|rafale|mirage|gripen|iskander|nasams|iris-t|challenger|storm shadow|nlaw|marder"
)
# What is known by its designation alone.
DESIGNATIONS: tuple[tuple[str, str], ...] = (
    (r"(?:S-[234]00|Patriots?|NASAMS|IRIS-T|Pantsir(?:-S1)?|Buk-M\d|Iron\s+Dome|Stingers?)"
    r"(?:\s+[A-Z]\w*\d\w*)?(?:\s+(?:air[- ]defen[cs]e|missile|anti-aircraft|anti-missile|"
    r"defen[cs]e))*"
    r"(?:\s+(?:systems?|batter(?:y|ies)|missiles?|launchers?))?", "air defence"),
    (r"(?:F-\d{1,3}(?:\s?[A-Z](?:/[A-Z])?)?s?|Su-\d\d[A-Z]*s?|MiG-\d\ds?|Rafales?|Gripens?|Mirages?)"
    r"(?:\s+(?:Block\s+\d+|fighters?|combat|multirole|warplanes?|bombers?|jets?|planes?|aircraft))*",
    "combat aircraft"),
    (r"(?:Javelins?|NLAWs?)(?:\s+(?:anti-tank|missiles?|weapons?|systems?|launchers?))*",
    "anti-tank weapons"),
    (r"(?:HIMARS|M777s?|Caesars?)(?:\s+(?:rocket|howitzers?|artillery|launchers?|systems?|guns?))*",
    "artillery"),
    (r"(?:Leopard|Abrams|Challenger|T-\d\d)(?:s|\s+\d\w*)?(?:\s+(?:main|battle|tanks?))*|"
    r"Marders?(?:\s+(?:infantry|fighting|vehicles?))*", "armoured vehicles"),
    (r"(?:Bayraktar(?:[-\s]+TB-?\d)?s?|TB-?2s?|Shahed(?:-\d+)?s?)(?:\s+(?:armed|combat|drones?|unmanned|"
    r"aerial|vehicles?))*", "drones"),
    (r"(?:ATACMS|Storm\s+Shadow|Iskander(?:-\w)?s?)(?:\s+(?:cruise|ballistic|missiles?|systems?))*",
    "missiles and rockets"),
    (r"(?:AK-?47s?|M-?16s?)(?:\s+(?:assault|rifles?))*", "small arms"),
)  # fmt: skip
ITEMS: tuple[tuple[str, str], ...] = (
    *DESIGNATIONS,
    (r"(?:anti-aircraft|surface-to-air|air[- ]defen[cs]e|anti-missile)\s+(?:missiles?|systems?|"
    r"batter(?:y|ies)|weapons?|guns?)|MANPADS|air[- ]defen[cs]es?", "air defence"),
    (r"anti-tank\s+(?:guided\s+)?(?:missiles?|weapons?|rockets?)", "anti-tank weapons"),
    (r"rocket[- ]propelled\s+grenades?(?:\s+launchers?)?", "small arms"),
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
    r"inspect))|lethal\s+(?:aid|assistance)|military\s+(?:equipment|hardware|aid|assistance|supplies|vehicles)",
    "arms"),
)  # fmt: skip
KINDS_OF_ITEM = "|".join(f"(?P<c{i}>{pattern})" for i, (pattern, _) in enumerate(ITEMS))
QUALITY = r"(?:[a-z]+-made\s+|advanced\s+|sophisticated\s+|portable\s+|heavy\s+)?"
ITEM = re.compile(
    rf"\b(?:(?P<name>(?:[A-Z][A-Za-z]*-?\d+[A-Za-z]*|(?!(?:US|UK|UN|EU|UAE|NATO)\b)[A-Z]{{2,}}-?\d*)\s+)??{QUALITY})"
    rf"(?P<item>{KINDS_OF_ITEM})(?:\s+and\s+(?:ammunition|munitions|weapons|equipment))?\b"
)
# In a text all in capitals only a designation with a number is told from an ordinary word.
ITEM_SHOUTED = re.compile(
    rf"\b(?:(?P<name>[A-Z]+-\d+[A-Z]*\s+)?{QUALITY})(?P<item>{KINDS_OF_ITEM})\b", re.I
)
HAND = (
    r"(?:acquir(?:e|es|ed|ing)|dispatch(?:es|ed|ing)?|order(?:ed|ing)|arriv(?:e|es|ed|ing|al)|seiz(?:e|es|ed|ing)|intercept(?:s|ed|ing)?|t(?:ook|aken?|akes|aking)\s+delivery|giv(?:e|es|en)|gave|consignments?|destined|bound(?=\s+for)|deliver(?:y|ies|ed|ing|s)?|suppl(?:y|ies|ied|ying)|shipments?|shipped|shipping|"
    r"transfers?|transferr(?:ed|ing)|"
    r"sales?|sold|sell(?:ing|s)?|exports?|export(?:ed|ing)|provid(?:e|es|ed|ing)|provision|sent|"
    r"send(?:ing|s)?|donat(?:e|ed|ing)|"
    r"bought|buy(?:ing)?|purchas(?:e|es|ed|ing)|smuggl(?:e|ed|ing)|handed\s+over|procurement|"
    r"transport(?:ed|ing|ation)?|receiv(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|"
    r"offer(?:s|ed|ing)?)"
)
WORD = r"(?:\d[\d.,]*(?:-\w+)?|[“\"]?[\w’'-]+[”\"]?)"
HAND_FIRST = re.compile(rf"\b(?P<hand>{HAND})\s+(?P<mid>(?:{WORD}\s+){{0,10}}?)$", re.I)
# "asked France for missiles": who is asked stands between.
ASKED_FOR = re.compile(
    rf"\b(?P<hand>(?:ask(?:ed|s|ing)?|appeal(?:ed|s|ing)?\s+to)\s+(?P<whom>(?:{WORD}\s+){{1,5}}?)for|"
    rf"request(?:ed|s|ing)?)\s+(?P<mid>(?:{WORD}\s+){{0,6}}?)$",
    re.I,
)
HAND_AFTER = re.compile(
    rf"^(?:\s+(?:systems?|missiles?))?\s+(?:(?:had|have|has|that|which|were|was|being|been|also|are|"
    rf"is|to\s+be|will|would|be|it|they|already)\s+){{0,4}}"
    rf"(?P<hand>{HAND})\b",
    re.I,
)
ANAPHOR = re.compile(
    r"\b(?:their|its|the|this|those|these|such)\s+(?P<hand>deliver(?:y|ies)|shipments?|sale|"
    r"transfer|suppl(?:y|ies))\b(?!\s+(?:of|chain|route|line)s?\b)",
    re.I,
)
_FIRST = r"(?:\s+(?:the|its|their|a|an|first|last|new|all|any|further|more))*"
_GOODS = r"(?:deliver|suppl|shipment|sale|sell|send|transfer|export|provi|shipping|purchas)"
STATUSES: tuple[tuple[re.Pattern[str], Status], ...] = (
    (re.compile(r"\b(?:lift|end|eas|remov|overturn)(?:s|ed|ing|e)?\s+(?:its\s+|the\s+|a\s+|an\s+)?"
    r"(?:\w+\s+)?(?:ban|embargo|freeze|suspension)\b", re.I), "announced"),
    (re.compile(
        r"(?<!to )(?<!will )\b(?:(?:complet|start|resum|finish)(?:es|ed|ing)|began|begun)"
        rf"{_FIRST}\s+(?:\w+\s+of\s+)?(?:the\s+)?{_GOODS}|"
        r"\b(?:have|has)\s+(?:resumed|begun|started)\b",
        re.I,
    ),
    "delivered"),
    (re.compile(r"\b(?:suspen[ds]\w*|froz\w+|freez\w*|paus\w+|halt\w*|delay\w*|postpon\w+|stopp\w+|"
    r"cease\w*)\b(?!-)", re.I), "suspended"),
    (re.compile(r"\b(?:block(?:ed|s|ing)?|interce?pt\w*|ban(?:ned|s)?|embargo\w*|prevent\w*|vetoed|"
    r"prohibit\w*|refus\w+|cancel\w*|seiz\w+|confiscat\w+|barr(?:ed|ing)|"
    r"impound\w*)\b(?!\s+\d)", re.I), "blocked"),
    (re.compile(r"\b(?:push\w*\s+for|ask\w*|request\w*|s(?:ee|ou)g\w*|seeks?|sought|"
    r"want\w*|call\w*\s+(?:for|on)|appeal\w*|urg\w+|plead\w*|demand\w*|(?<!-)need(?:s|ed)?\b|lobb\w+|negotiat\w*|"
    r"press\w*\s+for|keen)\b", re.I), "sought"),
    (re.compile(r"\b(?:will|would|plan(?:s|ned|ning)?|agree\w*|announc\w+|pledg\w*|promis\w+|approv\w+|"
    r"contract\w*|deal|sign\w*|intend\w*|prepar\w+|consider\w*|to\s+be|propos\w+|vow\w*|"
    r"offer\w*|authori[sz]\w+|ready|green-?\s?l\w+|cleared|grant\w*|"
    r"order(?:ed|s))\b", re.I), "announced"),
)  # fmt: skip
DONE = re.compile(
    r"\b(?:delivered|supplied|shipped|sent|provided|sold|transferred|donated|received|bought|"
    r"receiv(?:es|ed|ing)|handed\s+over|smuggled|supplying|supplies|providing|provides|sending|arrived|selling|"
    r"exported|transported|acquired|purchased|gave|given|t(?:ook|aken?|akes|aking)\s+delivery|"
    r"delivering|transporting|smuggling|went\s+on|continu(?:es|ed|ing)|keeps?)\b",
    re.I,
)
TAKEN_UP = 2  # sentences after which "their delivery" no longer takes an item up
_WITHIN = r"(?:(?!(?:so|that|and|who|which|of|use|used|fight|against|by|to)\b)[\w’'-]+\s+)"
TO = re.compile(
    rf"\b(?:(?:in)?to\s+(?!(?:push|help|fight|use|be|counter|defend|support|boost|protect|strike|repel|"
    rf"improve|stop|deter|aid|attack|end|meet)\b)(?:the\s+)?{_WITHIN}{{0,3}}|(?:(?:bound|destined|intended|meant)\s+)?for\s+"
    rf"(?:the\s+)?{_WITHIN}?|arriv(?:ed|es|ing|e)\s+in\s+(?:the\s+)?)$",
    re.I,
)
FROM = re.compile(r"\b(?:from|by)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.I)
FOUGHT = re.compile(
    r"\b(?:fired|firing|launch\w*|killed|killing|hit|struck|explod\w+|sent\s+(?:a|the|several|"
    r"dozens)?\s*(?:rockets?|missiles?|shells)\s+(?:in)?to)\b",
    re.I,
)
CIVIL = re.compile(
    r"\b(?:aid|food|humanitarian|water|medical|fuel|electricity|evidence|support)\b", re.I
)
# Between an item and "for X" or "to X", these begin another clause.
ELSEWHERE = re.compile(r"\b(?:after|comes?|came|amid|while|when|support|review)\b", re.I)
# "promised to send tanks, besides those promised by X": X is no sender of the former.
ACTIVE = re.compile(
    r"(?:promis|pledg|offer|send|sent|giv|gave|suppl(?:y|ied)\b|deliver(?:ed|s)?\b)", re.I
)
BY_MAKER = re.compile(r"\bby\s+(?:the\s+)?(?:[\w-]+\s+){0,2}$", re.I)
MUST = re.compile(r"\bmust\b", re.I)
# "any arms shipped there could have been smuggled on".
MAY = re.compile(r"\s+(?:there\s+)?(?:could|might|may)\b", re.I)
SEIZED = re.compile(r"\b(?:seiz|intercept|confiscat|impound|board)\w*\b[^.;]{0,80}$", re.I)
IN_ORDER = re.compile(r"\bin\s+order\s+to\s+$", re.I)
SENT = re.compile(r"sen[dt]", re.I)
# What is sent to fight is no transfer, and weapons of one's own that are handed in are none.
SENT_TO_FIGHT = frozenset(
    ("drones", "combat aircraft", "helicopters", "armoured vehicles", "artillery", "naval vessels",
     "missiles and rockets")
)  # fmt: skip
INNER = re.compile(r"\b(?:with|from|by|to|of|through|they|in|deserve)\b", re.I)
NAMED_STATE = re.compile(
    r"\b(?P<whose>(?!(?:THE|A|AN|ITS|THEIR|OF|AND)\b)[A-Z][\w’'-]+)\s+(?i:government|administration|regime)\b"
)
ASIDE = re.compile(r",\s*[^,;]{3,50},\s*(?=[a-z])", re.I)
OWN = re.compile(r"\b(?:their|his|our|all)\s+(?:own\s+)?$", re.I)
HANDED_IN = re.compile(r"deliver|handed|surrender", re.I)
NEGATED = re.compile(r"\b(?:not|never|no\s+longer|without|denied|denies|deny)\b|n[’']t\b", re.I)
DENIED = re.compile(r"\bden(?:y|ies|ied)\b[^.;]{0,80}$", re.I)
# How much is sent: "11,000 containers of munitions".
MEASURE = re.compile(
    r"\b(?:containers?|crates?|tons?|tonnes?|boxes|truckloads?|shiploads?|shipments?|consignments?|rounds|"
    r"hundreds|thousands|dozens|millions|number|types?|kinds?|batch(?:es)?|fleet|lots?)\s+of\b",
    re.I,
)
# What is only meant to be stopped need not go on.
TO_STOP = re.compile(
    r"\b(?:designed|aimed|meant|intended|order|trying|efforts?|measures?|steps?)\s+(?:to|at)\s+"
    r"(?:prevent|stop|block|halt|curb)\w*\b[^.;]{0,60}$",
    re.I,
)
STRUCK = re.compile(
    r"\b(?:(?:target|struck|strik|hit|destroy|attack|raid)\w*|bomb(?:ed|ing))\b[^.;]{0,60}$", re.I
)
UNTRUE = re.compile(r"\b(?:fictitious|non-?existent|imaginary)\s+$", re.I)
RETURNED = re.compile(r"\s+(?:belonging\s+to|of\s+(?:this|that|these|those|its|their))\b", re.I)
# Words of handing over that name a matter ("the sale of …") and not what goes on.
MATTER = re.compile(
    r"(?:deliver(?:y|ies)|sales?|transfers?|exports?|procurement|provision|suppl(?:y|ies)|"
    r"shipments?|consignments?|transport(?:ation)?)\b", re.I,
)  # fmt: skip
UNDER_WAY = re.compile(r"(?:suppl(?:y|ies)|shipments?)\b|\w+ing\b", re.I)
SUBJECT_TO_VERB = re.compile(
    r"^(?:[’']s?\s+\w+)?\s*,?\s*(?:(?:has|have|had|is|are|was|were|been|be|already|also|now|still|"
    r"would|will|to|\w+ly|continued|continues|continuing|began|begun|agreed|recently|secretly|its|"
    r"military|government|forces|army|soldiers|administration|who|that|which|later|said|it|accused|"
    r"suspected|of|"
    r"they|started|stopped|completed|finished|resumed|decided|authori[sz]ed|stage|first|suspended|halted|planned|plans|promised|pledged|approved|announced|the|"
    r"wants?|wanted|refused|offered|not|did|does|for|years|a|an|authorities)\s*)*$",
    re.I,
)
SUSPENDS = re.compile(
    r"\b(?:suspend|halt|froz|freez|resum|approv|authori[sz]|announc|stop|delay|promis|confirm|cancel|"
    r"complet|finish|start|began|begun|paus)\w*\b",
    re.I,
)
BOUGHT = re.compile(
    r"(?:buy|bought|purchas|acquir|order|procur|receiv|t(?:ook|aken?|akes|aking)\s+delivery)", re.I
)
RECEIVED = re.compile(r"receiv", re.I)
ASKING = re.compile(r"ask|appeal|request", re.I)
GOVERNMENT = re.compile(r"(?:the\s+)?(?:government|regime|authorities|army)", re.I)
SEAT = re.compile(r"\s+in\s+(?P<seat>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)")
# A state's name right before what it does; in capitals it may be taken for a person's.
STATE_HANDS = re.compile(
    rf"\b(?P<state>[A-Z][\w-]+)\s+(?:(?:has|have|had|also)\s+)*(?={HAND}\b)", re.I
)
# A people's name that only an item follows.
MADE_BY = re.compile(rf"\s+(?:{QUALITY})?(?:[\w-]+\s+){{0,2}}?(?:{KINDS_OF_ITEM})", re.I)
# Where a clause about the same goods ends.
CLAUSE_END = re.compile(
    r"[.;:“”\"]|,\s|\b(?:after|while|because|although|but|as\s+well|when|following|since|amid|despite)\b",
    re.I,
)
CLAUSE_BEGINS = re.compile(
    r"[;:“”\"]|,\s|\b(?:that|while|after|before|when|but|although|said|says|accus\w+|following|since)\s",
    re.I,
)
# Between goods and a date, these say that the day is another's.
OTHERS_DAY = re.compile(
    r"[;:]|\b(?:said|says|announced|confirmed|told|that|which|after|since|following|while|when|where|before|"
    r"marking|having|will|attack\w*|invasion|war)\b",
    re.I,
)
# Goods caught on their way: only so do they tell of a transfer.
CAUGHT = re.compile(r"(?:seiz|intercept)", re.I)
BOUND_FOR = re.compile(
    r"[^.;]{0,110}?\b(?:bound\s+for|destined\s+for|intended\s+for|meant\s+for|headed\s+(?:for|to)|"
    r"on\s+(?:its|their|the)\s+way\s+to|sent\s+(?:from\s+\w+\s+)?to|shipment\s+(?:for|to)|to\s+be\s+sent\s+to)\b",
    re.I,
)
# Institutions that stand for a state.
OF_STATE = re.compile(
    r"\b(?P<us>(?:US\s+|U\.S\.\s+)?State\s+Department|Pentagon|White\s+House|"
    r"(?:Biden|Trump|Obama|Bush|Clinton)\s+administration|U\.?S\.?\s+(?:government|Army|military)|US)\b|"
    r"\b(?P<ru>Kremlin)\b"
)
STATE_OF = {"us": "United States", "ru": "Russia"}
MAKER = re.compile(
    r"(?P<who>(?:[A-Z]\.){2}|[A-Z][\w’']*?)(?:[’']s?)?\s+(?P<rest>(?:[a-z-]+\s+){0,3})$"
)
# Between a word of handing over and an item, these part the two.
NOT_BOUND = words(
    "have has had not only is are was were that after when while and who which in on but into as "
    "at for against"
)
ASKED = re.compile(r"\b(?i:ask(?:ed|s|ing)?)\s+(?P<who>[A-Z][\w’'-]+)\s+to\b")
ADJECTIVE = re.compile(
    r"\s+(?:assistance|training|personnel|hardware|equipment|aid|goods|supplies|jets?|planes?|aircraft|bombers?|"
    r"helicopters?|vehicles?)\b",
    re.I,
)
DEMONYM = re.compile(
    r"\b(?P<people>[A-Z][\w-]+)(?=\s+(?i:deliver(?:y|ies)|sales?|shipments?|suppl(?:y|ies)|exports?|"
    r"arms\s+(?:deliveries|sales|shipments|supplies|exports))\b)"
)
POSSESSIVE_ACTOR = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,2}[A-Z]")
TO_SOMEBODY = re.compile(r"\s+to\s+(?:the\s+)?[A-Z]")
AIMED = 30
JUST_BEFORE = 30
AFTER = 95
FAR = 140
BEFORE = 90
DESIGNATED = re.compile(r"\d|\b[A-Z]{3,}\b(?=\s+[a-z])")
TAKEN_BY = re.compile(
    r"\b(?:seiz|captur|intercept|confiscat|found|discover|stopp|block|destroy|hit|bomb)\w*\s+by\s+"
    r"(?:the\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
HAS_GONE = re.compile(
    r"(?:dispatched|delivered|supplied|shipped|sent|provided|sold|transferred|donated|bought|purchased|received|smuggled|"
    r"exported|transported|handed\s+over)\b",
    re.I,
)
YET_TO_GO = re.compile(r"\b(?:be|to|will|would|gets?)\s+(?:\w+ly\s+)?$", re.I)
OF_COUNTRY = re.compile(r"\s+of\s+(?:the\s+)?", re.I)
POSSESSIVE = re.compile(r"[’']s?\s")
NEAR = 45
DIRECTLY_TO = re.compile(r"\bto\s+(?:the\s+)?$", re.I)
# Active forms of handing over, whose subject sends.
IN_PERSON = re.compile(
    r"(?:giv(?:e|es|ing)|gave|dispatch(?:ed|es)|deliver(?:s|ed|ing)?|suppl(?:ies|ied|ying|y)|ship(?:ped|ping|s)?|transferr(?:ed|ing)|"
    r"sold|sell(?:s|ing)?|export(?:s|ed|ing)|provid(?:e|es|ed|ing)|sent|send(?:s|ing)?|donat(?:e|es|ed|ing)|"
    r"hand(?:ed|ing)\s+over|smuggl(?:e|ed|ing)|pledg(?:e|es|ed|ing)|promis(?:e|es|ed|ing)|offer(?:s|ed|ing))\b",
    re.I,
)
NO_SENDER = re.compile(r"\bmade\b", re.I)
FIGHTERS = re.compile(r"fighters?\s+(?:jets?|planes?|aircraft)", re.I)
# "it has 15 days to approve or block the sale": what a law allows has not come about.
HYPOTHETICAL = re.compile(
    r"\b(?:if|once|unless|any\s+country|under\s+(?:\w+\s+){1,3}law|approve\s+or)\b[^.;]*$", re.I
)
UNLAWFUL = re.compile(
    r"[^,.;]{0,90}\b(?:violates?|would|is\s+(?:a\s+)?(?:violation|illegal|prohibited|banned))\b",
    re.I,
)
LOADED = re.compile(r"\b(?:shipments?|consignments?|cargo|smuggl\w+|shipload)\b", re.I)
BOUGHT_BY = re.compile(
    r"(?:bought|purchased|acquired|ordered|received)\b[^.;]{0,40}\bby\s+(?:the\s+)?$", re.I
)
OTHERS_BEFORE = re.compile(
    r"[;:]|\b(?:after|since|following|while|when|where|before|attack\w*|invasion|war)\b", re.I
)
QUALIFIES = re.compile(r"-(?:backed|aligned|supplied|made|led|allied|controlled|supported)\b", re.I)
NAMED_AFTER = re.compile(
    r"\b(?:to|from|for|by)\s+(?P<state>[A-Z]\w+)(?=[,.;]|\s+[A-Z]+-?\d|\s+\d|\s+(?:a|an|some|about|another|several|of|until|amid|in|on|at|by|for|to|from|and|with|after|as|last)\b)"
)
TO_OR_FROM = re.compile(
    r"(?:\b(?:to|with|against)|(?<!delegation )(?<!officials )(?<!rebels )\bfrom)\s+(?:the\s+)?$",
    re.I,
)
FIRST_WORD = 20
