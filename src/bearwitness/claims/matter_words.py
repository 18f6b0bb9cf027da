"""The words that give away what a page is about, where it is not on violence of its own day."""

from __future__ import annotations

import re

# Nobody was meant to be harmed, or an old bomb harmed nobody.
DRILL = re.compile(
    r"\b(?:drills?|exercises?|war\s?games|man(?:oeu|eu)vres?|maneuvers|training\s+(?:to|for|exercise"
    r"|mission|flight|session))\b",
    re.I,
)
SIMULATED = re.compile(
    r"\b(?:simulat(?:ion|ions|ed|es|ing)|mock|scenarios?|role[- ]play\w*|drills)\b", re.I
)
DEFUSED = re.compile(
    r"\bunexploded\b|\bdefus(?:e|ed|es|ing)\b|\bbomb\s+disposal\b|\bcontrolled\s+explosion\b"
    r"|\b(?:world\s+war\s+\w+|wwii?|second\s+world\s+war)(?:[- ]era)?\s+(?:\w+\s+)?bomb\b",
    re.I,
)
REMEMBRANCE = re.compile(
    r"\b(?:war\s+memorial|exhibit(?:s|ions?)?|commemorat\w+|anniversar(?:y|ies)|remembrance|wreath(?:s|-laying)?|genocide\s+memorial"
    r"|memorials?\s+(?:day|in|wall|plaza|services?|ceremon(?:y|ies)|events?|parks?|museums?)"
    r"|(?:mourn|remember|honou?r)(?:s|ed|ing)?\s+(?:the\s+)?(?:memory|(?:[\d,]+\s+)?victims|fallen"
    r"|dead)\b|remember(?:s|ed|ing)?\s+(?:their|his|her|its|our)\s+(?:slain|fallen|dead|lost)\b|pa(?:y|ys|id|ying)\s+(?:rich\s+)?tributes?\s+to)\b"
    r"|\b(?:dies|died|dead)\s+(?:[\w-]+\s+){0,3}?(?:at|aged)\s+(?:the\s+)?(?:age\s+(?:of\s+)?)?(?:[6-9]\d|10\d)\b",
    re.I,
)
MEMORY_OF = re.compile(r"\b(?:memory|victims|survivors)\s+of\b", re.I)
_CRIMES = (
    r"(?:crimes?|murders?|homicides?|manslaughter|killings|shootings|stabbings|deaths|fatalities)"
)
STATISTICS = re.compile(
    r"\b(?:annual|yearly|country)\s+reports?\b"
    rf"|\b{_CRIMES}(?:['’]s)?[ -](?:rates?|figures|statistics|levels?)\b"
    rf"|\bnumber\s+of\s+(?:[\w-]+\s+){{0,3}}?{_CRIMES}\b[^.;]{{0,80}}\b(?:fell|falls?|fallen|rose|risen|"
    r"dropp?(?:ed|s)?|declin\w+|increas\w+|decreas\w+|recorded|lowest|highest|up|down)\b"
    rf"|\b{_CRIMES}\s+(?:\w+\s+)?(?:fall|fell|drop(?:ped|s)?|declin(?:e|ed|es)|rise|rose|down|up|"
    r"increased?|decreased?|surge[ds]?|soar(?:ed|s)?|jump(?:ed|s)?)\b"
    r"(?=[^.;]*(?:%|per\s?cent|year|low|high|figures|statistics))"
    r"|\b(?:drop|decline|decrease|fall|reduction|rise|increase|spike|surge|jump|uptick|dip)s?\s+in\s+"
    rf"(?:the\s+number\s+of\s+)?(?:[\w-]+\s+){{0,2}}?(?:violent\s+)?{_CRIMES}\b"
    rf"|\b{_CRIMES}\s+(?:stats|numbers?|totals?|counts?|data|trends?|clearance)\b"
    r"|\b(?:violent\s+)?crime\s+(?:categor\w+|stats|data|trends?|map|numbers?|survey)\b"
    rf"|\b(?:fewer|more|total)\s+(?:[\w-]+\s+)?{_CRIMES}\s+(?:than|in\s+(?:19|20)\d\d)\b",
    re.I,
)
# A story made up or a real one put on screen; two such words in an opening are no news.
FICTION = re.compile(
    r"\b(?:season\s+(?:\d+|one|two|three|four|five)|s\d+[ ,]*e\d+|recaps?|spoilers?"
    r"|flashbacks?|story-?\s?lines?"
    r"|plot\s+(?:twists?|lines?|points?)|protagonists?|game-?play|multiplayer|single[- ]player"
    r"|first[- ]person|fps|playable|gaming|cut-?scenes?|cinematics?|(?:\w+\s)?graphics|bestsell\w+"
    r"|best-sell\w+|paperbacks?|hardcover|page-turner|fictional|sci-fi|science\s+fiction"
    r"|superhero(?:es)?|playwright|(?:directed|written|produced)\s+by|cinematograph\w+"
    r"|soundtracks?|anime|manga|comic\s+books?|dystopian|tv\s+(?:series|shows?|dramas?|movies?)"
    r"|drama\s+series|mini-?series|docu-?dramas?|documentar(?:y|ies)|netflix|hbo|aired|airs"
    r"|short\s+stor(?:y|ies)|novelist|memoirs?|authors?|publishers?|biopic|remakes?|cast\s+of"
    r"|\d+\s+pages|pages:\s+\d+|isbn|publication(?=:)|characters?|viewers?|readers|audiences?)\b",
    re.I,
)
# Arms that turned up: nobody fired them.
ARMS = (
    r"(?:weapons?|arms|ammunition|explosives?|fire-?arms|guns|hand-?guns|rifles|pistols|grenades"
    r"|munitions|detonators|gelatin\w*|ieds?|dynamite|bombs?|mines|rockets|missiles|arsenal)"
)
FOUND = (
    r"(?:seiz(?:ed?|es|ure|ures|ing)|recover(?:s|ed|y|ies|ing)?|f(?:i|ou)nds?|discover(?:s|ed|y|ies)?|unearth(?:s|ed)?"
    r"|confiscat\w+|intercept(?:s|ed)?|hauls?|caches?|surrender(?:s|ed)?|hand(?:s|ed)\s+(?:over|in))"
)
ARMS_FOUND = re.compile(
    rf"\b{ARMS}\b[^.;]{{0,60}}\b{FOUND}\b|\b{FOUND}\b[^.;]{{0,60}}\b{ARMS}\b", re.I
)
# What the police do when they find them.
SEARCHED = re.compile(
    rf"raid\w*|arrest\w*|detain\w*|captured|{ARMS}|terror\w*|militants?|guerrillas?|insurgents?",
    re.I,
)
# A writer who argues, and reports nothing.
WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b")
# Those who fight: no story needs a source to be taken for a report where they do.
FORCES = re.compile(
    r"\b(?:forces|militias?|rebels?|fighters?|troops|army|militants?|insurgents?|regime|clash\w*|shell(?:ed|ing)"
    r"|air ?strikes?|warplanes?|police)\b",
    re.I,
)
TOLD = re.compile(
    r"\b(?:said|says|told|according\s+to|reported|reports|confirmed|announced|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|today|yesterday|overnight|last\s+night|this\s+morning)\b",
    re.I,
)
# The day a page was put up: "Tuesday, April 28, 2015".
STAMP = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\W{1,3}(?:\d{1,2}\s+\w+|\w+\s+\d{1,2}),?\s+\d{4}\b",
    re.I,
)
QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
AGO = re.compile(r"\b(?:\w+|\d+)\s+(?:years|decades|centuries)\s+(?:ago|later|on|since)\b", re.I)
COURT = re.compile(
    r"\b(?:arrest\w*|announce\w*|court|trial|sentenc\w+|convict\w+|charged|guilty|murder|jur(?:y|ors)|judge|inquest"
    r"|indict\w+|prosecut\w+|cold\s+case)\b",
    re.I,
)
MANY = re.compile(
    r"(?:\w+\s+)?(?:murders?|homicides?|killings?|shootings?|assassinations|stabbings?|attacks|violence"
    r"|victims?|kidnappings?|abductions?|assaults?|robberies|rapes?|guns?|gun\s+violence|firearms?)",
    re.I,
)
# "Five soldiers killed": they were.
PASSIVE = re.compile(r"[\w-]+\s+killed", re.I)
NUMBERED = re.compile(
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|many))\s+(?:\w+\s+)?$",
    re.I,
)
# Not the number of a house: "1917 Prospect Avenue".
YEAR = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b(?!\s+(?:block\b|(?:[NSEW]\.?\s+)?[A-Z0-9]\w*\s+(?:Ave|Avenue|St|Street|Rd"
    r"|Road|Blvd|Boulevard|Dr|Drive|Lane|Ln|Way|Court|Place)\b))"
)
