"""The words of arms transfers: items and their classes, handing over, and how far it has come."""

from __future__ import annotations

import re
from typing import Literal

from bearwitness.claims.speech_words import words

Status = Literal["sought", "announced", "suspended", "delivered", "blocked"]

# A sentence tells of a transfer only where a word of handing over and a weapon both stand in it,
# or where a delivery told before is taken up again. Searched in lower case.
HAND_STEMS = re.compile(
    r"package|acquir|dispatch|order|arriv|seiz|intercept|\bgiv(?:e|en|es|ing)\b|"
    r"\bgave\b|consignment|destined|"
    r"bound for|"
    r"deliver|suppl(?:y|ie)|shipment|shipp(?:ed|ing)|\bsold\b|\bsell|\bsales?\b|"
    r"provid|provision of|transfer|export|\bbuy|bought|purchas|smuggl|donat|\bsen[dt]\b|\bsending|"
    r"procure|handed over|turn(?:ed)? over|transport|receiv|pledg|promis|offer|\bask|request"
)
ITEM_STEMS = re.compile(
    r"missile|rocket|weapon|\barms\b|\btanks?\b|armou?red|helicopter|gunship|drone|aircraft|"
    r"warplane|\bjets?\b|howitzer|artillery|mortar|rifle|machine ?gun|ammunition|munition|shells\b|"
    r"grenade|bombs\b|warship|frigate|submarine|patrol boat|manpads|air[- ]defen[cs]e|lethal|"
    r"military (?:equipment|hardware|aid|assistance|supplies|vehicles|materi[ae]l)|"
    r"explosives|\bsam-?\d|bomber|"
    r"\b(?:f|s|t|su|mig|ak|m|tb|mi)-?\d|patriot|javelin|stinger|himars|leopard|abrams|bayraktar|shahed|"
    r"super tucano|"
    r"atacms|rafale|mirage|gripen|iskander|nasams|iris-t|challenger|storm shadow|nlaw|marder"
)
# What is known by its designation alone.
DESIGNATIONS: tuple[tuple[str, str], ...] = (
    (r"(?:S-[234]00|Patriots?|NASAMS|IRIS-T|Pantsir(?:-S1)?|Buk-M\d|Iron\s+Dome|Stingers?)"
    r"(?:\s+[A-Z]\w*\d\w*|\s+[A-Z][a-z]+(?=\s+(?:surface|air|anti|missile)))?"
    r"(?:\s+(?:air[- ]defen[cs]e|missile|anti-aircraft|anti-missile|surface-to-air|defen[cs]e))*"
    r"(?:\s+(?:systems?|batter(?:y|ies)|missiles?|launchers?))?", "air defence"),
    (r"(?:F-\d{1,3}(?:\s?[A-Z](?:/[A-Z])?)?s?|S[uU]-\d\d[A-Z]*s?|MiG-\d\ds?|Rafales?|Gripens?|Mirages?)"
    r"(?:\s+(?:Block\s+\d+|fighters?|combat|multirole|warplanes?|bombers?|jets?|planes?|aircraft))*",
    "combat aircraft"),
    (r"(?:Javelins?|NLAWs?)(?:\s+(?:man-portable|anti-?tank|missiles?|weapons?|systems?|launchers?))*",
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
    (r"anti-?tank\s+(?:guided\s+)?(?:missiles?|weapons?|rocket\s+launchers?|rockets?)",
     "anti-tank weapons"),
    (r"rocket[- ]propelled\s+grenades?(?:\s+launchers?)?", "small arms"),
    (r"(?:(?:multiple|multi-barrel(?:led)?)\s+)?rocket[- ]launchers?", "artillery"),
    (r"(?:ballistic|cruise|anti-ship|guided|long-range|short-range)\s+missiles?|missiles?|"
    r"rockets?(?!\s+attack)", "missiles and rockets"),
    (r"(?:fighter|combat|military|war|attack)\s+(?:jets?|planes?|aircraft)|warplanes?|"
    r"Super\s+Tucanos?(?:\s+(?:[A-Z]-\d\d|light-attack|attack|aircrafts?|airplanes?|planes?))*|"
    r"fighter\s+bombers?", "combat aircraft"),
    (r"(?:attack\s+|military\s+)?helicopters?|gunships?", "helicopters"),
    (r"(?:armed\s+|combat\s+|attack\s+)?drones?|unmanned\s+aerial\s+vehicles?", "drones"),
    (r"(?:battle\s+)?tanks?|armou?red\s+(?:vehicles?|personnel\s+carriers?)", "armoured vehicles"),
    (r"howitzers?|artillery(?:\s+(?:shells?|pieces?|guns?|systems?))?|mortars?(?:\s+(?:shells|bombs|rounds))?",
    "artillery"),
    (r"(?:assault\s+)?rifles?|machine\s+guns?|small\s+arms|light\s+weapons", "small arms"),
    (r"ammunition|munitions|shells|grenades|cluster\s+bombs?|bombs|explosives", "munitions"),
    (r"warships?|frigates?|submarines?|patrol\s+boats?", "naval vessels"),
    (r"chemical\s+weapons", "chemical weapons"),
    (r"(?:heavy\s+|lethal\s+)?(?:weapons?|weaponry|arms)(?!\s+(?:embargo|control|race|reduction|"
    r"inspect))|lethal\s+(?:aid|assistance)|military\s+(?:equipment|hardware|aid|assistance|supplies|vehicles|materi[ae]l)",
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
TAKEN_UP = 2  # sentences after which "their delivery" no longer takes an item up
FAR = 90  # characters from a word of handing over to its goods
TRIES = 3  # items tried as the goods of one word
_WORD = r"(?:[“\"]?\d[\d.,]*(?:-\w+)?|\$[\d.,]+|[“\"]?[\w’'-]+[”\"]?)"
MID = re.compile(rf"\s+(?:(?:{_WORD}|\([^()]{{1,30}}\)),?\s+){{0,11}}", re.I)
# What measures goods: how many, what they are worth, how they are packed.
QUANTITY = re.compile(
    r"\b(?:(?:up\s+to|(?:more|less|fewer)\s+than|at\s+least|as\s+many\s+as|over|about|around|nearly)\b|"
    r"(?:the\s+)?(?:first|second|last|next|remaining)\s+of\s+(?:the|its|their)\b|"
    r"(?:worth|types?|kinds?|number|series|hundreds|thousands|dozens|millions|tens|tons?|tonnes|rounds|"
    r"batch(?:es)?|shipments?|consignments?|deliver(?:y|ies)|cargo(?:es)?|containers?|crates?|boxes|"
    r"truckloads?|shiploads?|planeloads?|loads?|fleet|lots?|quantit(?:y|ies)|amounts?|caches?|"
    r"squadrons?|supply|supplies|package|tranche|set|variety|range|stockpiles?|some|several|many|\d+|"
    r"hundred|thousand|dollars|pieces)\s+of\b|"
    r"\b\d[\w.,-]*\s+and\s+(?=\d)|"
    r"\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?:\s+of\b)?)",
    re.I,
)
# Between a word of handing over and an item, these part the two.
NOT_BOUND = words(
    "have has had not only is are was were be been that after when while and who which what in on "
    "but into as at for against with from by to of through they them him it deserve protection "
    "evidence troops soldiers fighters advisers training between among over via about if or no "
    "his her he she we said if than until because such under within without"
)
CIVIL = re.compile(
    r"\b(?:aid|food|humanitarian|water|medical|fuel|electricity|evidence|support|information|"
    r"money|funds)\b", re.I
)  # fmt: skip
QUOTES = re.compile(r"[“”\"]")
SPACE = re.compile(r"\s*")
OF = re.compile(r"\s+of\s", re.I)
WITH = re.compile(r"\s+with(?=\s)", re.I)
FOR = re.compile(r"\s+for\s", re.I)
# "took delivery on Tuesday of rifles".
TAKEN_OF = re.compile(r"(?:\s+(?:on\s+\w+day|today|yesterday))?\s+of(?=\s)", re.I)
DATIVE = re.compile(r"\s+(?:to\s+)?(?:the\s+)?", re.I)
DIRECTLY_TO = re.compile(r"\s+(?:to|for)\s+(?:the\s+)?", re.I)
# Between goods and what is said of them.
RELATIVE = re.compile(r"\s*(?:\([^()]{1,30}\))?,?\s*(?:that|which)?\s*", re.I)
SAID_OF_GOODS = re.compile(
    r"(?:\s*\([^()]{1,30}\))?,?\s+(?:(?:that|which)\s+)?(?:(?:had|have|has|were|was|being|been|also|are|is|to|"
    r"be|will|would|already|reportedly|allegedly|recently|not|never|\w+ly|believed|could|may|"
    r"might|should|must|can)\s+)*", re.I,
)  # fmt: skip
# "if", "could", a law or a wish before the word of handing over, in its own clause.
CONDITION = re.compile(
    r"\b(?:if|unless|once|whether|in\s+order|so\s+that|in\s+exchange|for\s+the\s+purpose)\b(?:(?!--)[^.;,])*$|"
    r"\b(?:fictitious|non-?existent|imaginary)\s+$|"
    r"\bit\s+is\s+(?:said|claimed|alleged)\s+that\b[^.;]*$|"
    r"\bno\s+(?:\w+\s+)?(?:evidence|proof|indications?|signs?)\b[^.;]*$|"
    r"\bconvince\b[^.;]*\bthat\b[^.;]*$|"
    r"\b(?:never|not|unable|cannot)\b[^.;]*\b(?:prov|demonstrat|show)\w*\s+that\b[^.;]*$|"
    r"\b(?:aimed\s+at|designed\s+to|meant\s+to|intended\s+to|efforts?\s+to|trying\s+to|bill\s+to|"
    r"resolution\s+to|voted\s+to|calls?\s+to)\b[^.;]*$",
    re.I,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing))\b[^.;]*$", re.I
)
HYPOTHETICAL = re.compile(
    r"\b(?:any\s+country|under\s+(?:\w+\s+){1,3}law|approve\s+or|steps\s+remain|before\s+(?:\w+\s+){0,4}"
    r"(?:can|could|may))\b[^.;]*$", re.I
)  # fmt: skip
NOT_SO = (CONDITION, DENIED, HYPOTHETICAL)
ASKED = re.compile(
    r"\b(?:(?P<whom>ask(?:ed|s|ing)|appeal(?:ed|s|ing)?\s+to|plead(?:ed|s)?\s+with|begg?(?:ed|s))\s+"
    r"(?:the\s+)?|(?:request(?:ed|s|ing)|appeal(?:ed|s)\s+for|plead(?:ed|s)\s+for|ask(?:ed|s|ing)\s+for|"
    r"demand(?:ed|s))(?=\s))", re.I,
)  # fmt: skip
_HAS = r"(?:(?:has|have|had|is|are|was|were|also|already|again|long|repeatedly)\s+)*"
ASKS = re.compile(rf"{_HAS}(?:ask|appeal|plead|beg|request)", re.I)
WANTS = re.compile(
    rf"{_HAS}(?:(?:expected|due)\s+to\s+)?(?:seek|sought|request|push|press|ask(?:s|ed)?\s+for|demand)",
    re.I,
)
RECEIVES = re.compile(rf"{_HAS}receiv", re.I)
SIGNED = re.compile(rf"{_HAS}signed", re.I)
# A pronoun, or a verb before "and": who hands over is told, though not by name.
SUBJECT = re.compile(
    r"(?:\b(?:he|she|it|they|we|i|who|which|that|also|one|and|then|but|sources|group|company|firm)|,)\s*$",
    re.I,
)
TAKES_UP = re.compile(
    r"\b(?:their|its|the|this|those|these|such)\s+(?P<hand>deliver(?:y|ies)|shipments?|sale|"
    r"transfer|suppl(?:y|ies))\b(?!\s+(?:of|chain|route|line)s?\b)",
    re.I,
)
# Who is asked to stop deliveries is who delivers.
ASKED_TO_HALT = re.compile(
    r"\b(?:ask|urg|press)(?:es|s|e|ed|ing)?\s+(?P<who>(?-i:[A-Z])[\w’' -]{2,40}?)\s+to\s+"
    r"(?:halt|stop|suspend|cancel|freeze|delay)\s+(?:the|its|these|those|such)\s+(?:deliver|shipment|sale|suppl|transfer)",
    re.I,
)
OWN = re.compile(r"\b(?:their|his|our|its)\s+(?:\w+\s+)?$", re.I)
GIVEN_UP = re.compile(r"(?:deliver|hand over|turn over|transfer|give)$", re.I)
# To whom fighters give their arms up.
DISARMING = re.compile(
    r"\b(?:commission|church|police|peacekeepers?|mission|united\s+nations|un|authorities|"
    r"bishops?|red\s+cross|government|army)\b(?!\s+of\b)", re.I,
)  # fmt: skip
SENDING = frozenset(("send", "dispatch"))
# What is only moved goes to nobody unless somebody is named.
MOVING = frozenset(("transfer", "transport"))
# What is sent to fight is no transfer.
SENT_TO_FIGHT = frozenset(
    ("drones", "combat aircraft", "helicopters", "armoured vehicles", "artillery", "naval vessels",
     "missiles and rockets")
)  # fmt: skip
CAUGHT = re.compile(
    r"\b(?:seized|seizes|seizing|intercepted|intercepts|intercepting|confiscated|confiscates|impounded|foiled|"
    r"seizures?\s+of|interceptions?\s+of|struck|bombed|destroyed)\b", re.I,
)  # fmt: skip
STRUCK = re.compile(r"struck|bombed|destroyed", re.I)
NOT_CAUGHT = re.compile(
    r"\b(?:not|never|to|will|would|could|may|might|if|against)\s+(?:\w+\s+)?$", re.I
)
SAID_CAUGHT = re.compile(
    r"(?:\s+in\s+[A-Z]\w+)?,?\s+(?:(?:that|which)\s+)?(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?\w+",
    re.I,
)
# Goods as a load: only so does a people's name before them tell whence they come.
LOAD_AFTER = re.compile(
    r"\s+(?:suppl(?:y|ies)|deliver(?:y|ies)|shipments?|consignments?|cargo(?:es)?|vessel|ship|loads?)\b",
    re.I,
)
LOAD_BEFORE = re.compile(
    r"\b(?:shipments?|consignments?|cargo(?:es)?|shiploads?|loads?)\s+(?:of\s+)?"
    r"(?:[\w’'-]+\s+){0,3}$", re.I
)  # fmt: skip
# Between a word of seizing and goods, these begin another clause.
PARTS = re.compile(
    r"[;:]|\b(?:after|while|when|because|said|says|which\s+(?!were|was)|who|but|against|before|since|in\s+response|"
    r"were|was|are|has|have|had|(?<!described\s)as)\b",
    re.I,
)
# Between goods and a date, these say that the day is another's.
OTHERS_DAY = re.compile(
    r"[;:—–]|,(?!\s*$)|\b(?:said|says|announced|confirmed|told|that|which|who|after|since|following|while|when|"
    r"where|before|marking|having|will|attack\w*|invasion|war|until|amid|despite|against|used|"
    r"signed|report\w*|according)\b",
    re.I,
)
OPENS = re.compile(r"(?:In\s+|Last\s+)?", re.I)
APART = re.compile(
    r"\b(?:after|since|following|before|when|while|because|part\s+of|already|once)\b", re.I
)
BEFORE_DEED = re.compile(
    r",?\s+(?:(?:has|have|had|is|are|was|were|been|the|its|also|already|all|took|received|began|"
    r"started|suspended|halted|stopped|froze|blocked|seized|intercepted|asked|requested)\s+)*", re.I
)  # fmt: skip
DESIGNATED = re.compile(r"\d|\b[A-Z]{3,}\b(?=\s+[a-z])")
# Who is given is no party that can be named: "supplied the country with rifles".
UNNAMED_WITH = re.compile(
    r"(?:\s+(?:(?:the|its|his|their)\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)?\s+with(?=\s)", re.I
)
# What was promised comes to somebody, named or not.
PROMISED = re.compile(r"(?:[\w’']+\s+){0,3}?(?:promis|pledg|agree|offer|approv|authori)", re.I)
SENT_BACK = re.compile(r"\s+(?:back|home)\b", re.I)
# "arrived in N": goods, or their shipment, that have come.
ARRIVED = re.compile(
    r"(?:\s*\([^()]{1,30}\))?,?\s+(?:(?:that|which)\s+)?(?:(?:has|have|had|also|already|recently)\s+)*"
    r"(?:arrived|landed)\s+(?:(?:(?:on|last)\s+\w+|\w+day|today|yesterday)\s+)?(?:in|at|to)\s+(?:the\s+)?",
    re.I,
)
# A speaker whose name holds words of another phrase was not read whole.
ILL_NAMED = re.compile(
    r"\bahead\s+of\b|^(?:by|in|of|to|with|sells?|said)\b|\b(?:(?:to|from)\s+[a-z]\w*|that|which|in\s+(?:remarks|an?\s+\w+))\b"
)
# "from 1999", "since May": a day that only begins or ends what is told.
BEGINS = re.compile(r"\b(?:from|since|after|before|until)\s+(?:early\s+|late\s+|the\s+)?$", re.I)
# "no arms have been shipped".
NONE_OF = re.compile(r"\bno\s+(?:[\w-]+\s+){0,2}$", re.I)
# A sale that is confirmed is agreed; a delivery that is confirmed has come.
CONFIRMED = re.compile(rf"{_HAS}(?:\w+ly\s+)?confirm", re.I)
SALES = frozenset(("sale", "sales", "purchase", "purchases"))
# "artillery and tank shells": the first word has no goods of its own.
SHARES_HEAD = re.compile(
    r"(?<=[^s])\s+(?:and|or)\s+(?:[\w-]+\s+){1,2}(?:shells|ammunition|munitions|rounds|launchers|parts|crews|"
    r"systems)\b", re.I,
)  # fmt: skip
REPUBLIC = re.compile(
    r"^(?:Government|(?:\w+\s+){0,2}?Republic)\s+of\s+|\s+(?:Federation|(?:Arab\s+)?Republic)$"
)
# A state's that nobody names.
UNNAMED_STATE = re.compile(
    r"\s+(?:to|for)\s+the\s+(?:government|regime|army|military)(?:\s+forces)?\b", re.I
)
