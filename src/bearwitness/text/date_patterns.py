"""The patterns of date expressions, for `date_grammar` to read the parts from.

Named groups say what was matched: y, m, d (year, month word, day), w (weekday), n and u (how many
of which unit), lead (the preposition), mod ("last", "next"), part ("early", "night").
"""

from __future__ import annotations

import re

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {
    w: n
    for n, w in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
            *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
            *("eighteen", "nineteen", "twenty"),
        ),
        1,
    )
} | {"a": 1, "an": 1, "the": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "half": 0.5}
NAMED_DAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "valentine's day": (2, 14),
    "halloween": (10, 31),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "fourth of july": (7, 4),
}
# Feasts that fall on a weekday of a month, in the United States: month, weekday (Monday is 0) and
# which of them, -1 the last.
FLOATING_DAYS = {
    "martin luther king jr. day": (1, 0, 3),
    "mother's day": (5, 6, 2),
    "memorial day": (5, 0, -1),
    "father's day": (6, 6, 3),
    "labor day": (9, 0, 1),
    "thanksgiving day": (11, 3, 4),
    "thanksgiving": (11, 3, 4),
}

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
    r"|Aug(?:ust|\.)?|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
    r"(?![A-Za-z])"
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thur?s?|Fri|Sat|Sun)\b\.?"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|[.,:]\d|\s*%)"
YEAR = r"(?:1[6-9]|20)\d\d(?!\d)"
# "June 8 - 13 killed in a raid": the second number counts people.
COUNTS = (
    r"(?<=[-–—] \d\d|.[-–—] \d)\s+(?:[a-z-]+\s+)?(?:people|persons|killed|dead|wounded|injured)\b"
)
TO = r"\s*(?:and|to|until|through|till|&|-|–|—)\s*"
# "13, 14, and 15 September": days between the first and the last.
_BETWEEN = rf"(?:(?:,\s*{DAY}){{1,5}},?(?=\s+(?:and|&)\s))?"
N = (
    r"(?:\d{1,3}|a|an|the|half an?|"
    + "|".join(w for w in NUMBERS if len(w) > 3)
    + r"|one|two|six|ten|several|a few|few|a couple of|a couple|many)"
)
UNIT = r"(?:hour|day|night|week|month|year|decade)s?"
LEAD = r"(?:(?P<lead>since|until|till|before|by|after|around|about|between|from|on or around)\s+)?"
WHEN_IN_DAY = r"(?:early|late|mid)?[ -]?(?:morning|midday|noon|afternoon|evening|night|overnight)"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "iso",
        _compile(
            r"(?<![\d/.-])(?P<y>\d{4})(?P<sep>[-/.])(?P<mn>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d])"
        ),
    ),
    (
        "numeric",
        _compile(
            r"(?<![\d/.-])(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)"
            r"(?![\d/-])"
        ),
    ),
    (
        "days_month",
        _compile(
            rf"{LEAD}\b(?P<d>{DAY}){_BETWEEN}{TO}(?P<d2>{DAY})(?:\s+of)?\s+(?P<m>{MONTH})"
            rf"(?:,?\s+(?P<y>{YEAR}))?"
        ),
    ),
    (
        "month_days",
        _compile(
            rf"{LEAD}\b(?P<m>{MONTH})\s+(?P<d>{DAY}){TO}(?P<d2>{DAY})(?![A-Za-z])(?!{COUNTS})"
            rf"(?:,?\s+(?P<y>{YEAR}))?"
        ),
    ),
    (
        "day_month",
        _compile(
            rf"{LEAD}(?:\b(?P<w>{WEEKDAY}|{SHORT_WEEKDAY})(?:\s+(?P<part>{WHEN_IN_DAY}))?"
            rf",?\s+)?(?:the\s+)?\b(?P<d>{DAY})(?:\s+of|-)?\s*(?P<m>{MONTH})"
            rf"(?:(?:,?\s+|-|\s+of\s+)(?P<y>{YEAR})|\s+(?P<yy>'?\d\d)(?![\d:.,])|"
            r",?\s+(?:of\s+)?(?P<yr>this|last|next)\s+year)?"
        ),
    ),
    (
        "month_day",
        _compile(
            rf"{LEAD}(?:\b(?P<w>{WEEKDAY}|{SHORT_WEEKDAY})(?:\s+(?P<part>{WHEN_IN_DAY}))?"
            rf",?\s+)?\b(?P<m>{MONTH})\s+(?:the\s+)?(?P<d>{DAY})(?![A-Za-z])"
            rf"(?:(?:,\s*|\s+)(?:of\s+)?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?P<yr>this|last|next)\s+year)?"
        ),
    ),
    (
        "month_year",
        _compile(
            rf"{LEAD}(?:\b(?P<part>early|mid|late|the end of|end of|the beginning of|"
            rf"the start of|the middle of)[ -])?\b(?P<m>{MONTH})(?:,?\s+(?:of\s+)?(?P<y>{YEAR})"
            r"|,?\s+(?:of\s+)?(?P<yr>this|last|next|the same)\s+year|\s+'(?P<yy>\d\d))"
        ),
    ),
    (
        "month",
        _compile(
            r"\b(?P<lead>in|since|until|till|before|by|after|during|of|from|last|this|next|early|"
            r"mid|late|early in|late in|end of|beginning of|throughout|through|between|and|to)"
            rf"[ -]+(?:(?P<part>early|mid|late)[ -])?(?P<m>{MONTH})(?!\s+\d{{1,2}}\b(?!\s+[a-z]))"
        ),
    ),
    (
        "year",
        _compile(
            r"\b(?P<lead>in|since|until|till|before|by|after|during|of|from|early|mid|late|"
            r"early in|late in|end of|throughout|between|and|to|the|back in)[ -]+"
            rf"(?:(?P<part>early|mid|late)[ -])?(?P<y>{YEAR})(?![-/:,.%]?\d|s\b|\s*(?:people|"
            r"civilians|dead|dollars|fighters|soldiers|troops|meters|metres|km|kilomet|blocks?\b))"
        ),
    ),
    (
        "season",
        _compile(
            r"\b(?:(?P<lead>in|since|during|of|by)\s+(?:the\s+)?)?(?:(?P<mod>last|this|next)\s+)?"
            r"(?:(?:early|late)\s+)?(?P<s>spring|summer|autumn|winter)(?:,?\s+(?:of\s+)?"
            rf"(?P<y>{YEAR}))?\b"
        ),
    ),
    (
        "weekday",
        _compile(
            rf"{LEAD}(?:\b(?P<mod>last|this|next|this past|this coming|the past|coming|past|every|"
            r"each|the previous|previous|the following|following|the next|that)\s+)?"
            rf"(?:\b(?P<part>early|late|mid|overnight)[ -](?:on\s+)?)?\b(?P<w>{WEEKDAY}|"
            rf"(?:Mon|Tue|Wed|Thu|Fri)\.|(?:Tues|Weds|Thurs)\b\.?)"
            rf"(?P<poss>['’]s)?(?:[\s,]+(?:in the\s+)?(?P<part2>{WHEN_IN_DAY}))?"
            r"(?:,?\s+(?:of\s+)?(?P<wk>last|this|next) week)?(?![A-Za-z])"
        ),
    ),
    (
        "day",
        _compile(
            r"\b(?P<w>earlier today|later today|today|tonight|yesterday|tomorrow|last night|"
            r"last evening|this morning|this afternoon|this evening|the day before yesterday|"
            r"overnight)(?P<poss>['’]s)?(?:\s+(?P<part>morning|afternoon|evening|night))?\b"
        ),
    ),
    (
        "period",
        _compile(
            rf"{LEAD}\b(?:(?P<part>early|late|earlier|later)\s+)?(?P<mod>this|last|next|this past|"
            r"the past|the previous|previous|past|the same|the following|the weekend|"
            r"over the)\s*(?P<u>week|month|year|weekend|decade)?(?P<poss>['’]s)?\b"
        ),
    ),
    (
        "ago",
        _compile(
            rf"{LEAD}\b(?:(?:almost|nearly|some|about|more than|over|just|only)\s+)?(?P<n>{N})"
            rf"(?P<half>\s+and\s+a\s+half)?\s+(?P<u>{UNIT})(?P<half2>\s+and\s+a\s+half)?\s+"
            rf"(?P<dir>ago|earlier|previously|later|before\b(?!\s+(?:the|a|an|he|she|they|his|her|"
            rf"its|their)\b)|prior)(?:\s+on)?(?:\s+(?P<w>{WEEKDAY}))?"
        ),
    ),
    (
        "window",
        _compile(
            rf"\b(?:the|these|this)\s+(?:past|last|previous|preceding|first|next|coming)\s+"
            rf"(?:(?P<n>{N})\s+)?(?P<u>{UNIT})\b"
            rf"|\b(?:past|last|previous)\s+(?P<n2>{N})\s+(?P<u2>{UNIT})\b"
            r"|\b(?:in\s+)?recent\s+(?P<u3>hour|day|week|month|year)s\b"
        ),
    ),
    (
        "duration",
        _compile(
            rf"\b(?:for|over|during|within|in|after|of|lasting|throughout)\s+(?:(?:almost|nearly|some"
            rf"|about|around|more than|at least|the|just)\s+)*(?P<n>{N})"
            rf"(?P<half>\s+and\s+a\s+half)?[ -](?P<u>{UNIT})\b(?!-old|\s+(?:ago|earlier|later|old))"
            rf"|\b(?P<n2>\d{{1,3}}|{'|'.join(w for w in NUMBERS if len(w) > 2 and w != 'the')})-"
            r"(?P<u2>hour|day|week|month|year)(?:-long)?\b(?!-old)"
        ),
    ),
    (
        "anaphor",
        _compile(
            r"\b(?:(?:on\s+)?(?P<same>the same (?:day|date|evening|night|morning)|"
            r"that (?:same )?day|that night|the day of the (?:attack|bombing|shooting|incident))"
            r"|(?P<next>the (?:next|following) (?:day|morning|night|evening))"
            r"|(?P<prev>the (?:previous|preceding) (?:day|night|evening)|"
            r"(?:the|a) (?:day|night) (?:before|earlier)(?! yesterday)))\b"
        ),
    ),
    (
        "named",
        _compile(
            rf"\b(?P<w>{'|'.join(sorted(NAMED_DAYS | FLOATING_DAYS, key=len, reverse=True))})"
            rf"(?:,?\s+(?:(?:in|of)\s+)?(?P<y>{YEAR}))?\b".replace("'", "['’]")
        ),
    ),
)
RESTATED = _compile(
    rf"\(\s*(?:early|late)?\s*(?:\d{{3,4}}\s*(?:GMT|UTC)?,?\s*(?:on\s+)?)?(?:{WEEKDAY}|{MONTH}\s+"
    rf"{DAY}|{DAY}\s+{MONTH})(?:\s+(?:morning|evening|night))?(?:\s+in\s+[A-Z][\w .]{{1,30}}|\s+"
    r"[A-Z]\w{1,20}\s+time|,?\s+(?:GMT|UTC|EST|EDT|PST|PDT))?\s*\)"
)
ZONE = _compile(r"\bin\s+[A-Z]|time\b|GMT|UTC|EST|EDT|PST|PDT|\d{3,4}")
NAMES_BEFORE = _compile(r"(?:Black|Good|Bloody|Super|Ash|Holy|Palm|Cyber|Fat|Easter|Girl|Man) $")
NAMES_AFTER = _compile(
    r" (?:Times|Express|Mail|Telegraph|Mirror|Herald|Post|Tribune|Independent|Mosque|Market|"
    r"prayers?|sermon|school)\b"
)
# A rule is tried only near a word that any of its matches must hold: a text is mostly other words.
NEEDLES: dict[str, re.Pattern[str]] = {
    "number": re.compile(r"\d{4}"),
    "month": re.compile(
        r"\b(?:Jan|JAN|Feb|FEB|Mar|MAR|Apr|APR|May|MAY|Jun|JUN|Jul|JUL|Aug|AUG|Sep|SEP|Oct|OCT|Nov"
        r"|NOV|Dec|DEC)"
    ),
    "season": re.compile(r"spring|summer|autumn|winter|SPRING|SUMMER|AUTUMN|WINTER"),
    "weekday": re.compile(
        r"[a-z]day\b|[A-Z]DAY\b|\b(?:Mon|Tue|Wed|Thu|Fri)\.|\b(?:Tues|Weds|Thurs)"
    ),
    "day": re.compile(
        r"[Tt]o(?:day|night|morrow)|[Yy]esterday|TODAY|TONIGHT|TOMORROW|YESTERDAY|(?:last|this|Last"
        r"|This|LAST|THIS) (?:night|eve|morning|after|NIGHT|EVE|MORNING|AFTER)|[Oo]vernight"
        r"|OVERNIGHT"
    ),
    "unit": re.compile(
        r"hour|day|night|week|month|year|decade|HOUR|DAY|NIGHT|WEEK|MONTH|YEAR|DECADE"
    ),
    "anaphor": re.compile(
        r"\b(?:the|that|a|THE|THAT|The|That) (?:same|next|following|previous|preceding|day|night"
        r"|SAME|NEXT|FOLLOWING|PREVIOUS|PRECEDING|DAY|NIGHT)"
    ),
    "named": re.compile(
        r"Christmas|Halloween|New Year|Valentine|Fourth|Thanksgiving"
        r"|(?:er['’]s|Memorial|Labor|Jr\.) Day"
    ),
}
RULE_NEEDLE = {
    "iso": "number",
    "numeric": "number",
    "year": "number",
    "days_month": "month",
    "month_days": "month",
    "day_month": "month",
    "month_day": "month",
    "month_year": "month",
    "month": "month",
    "season": "season",
    "weekday": "weekday",
    "day": "day",
    "period": "unit",
    "ago": "unit",
    "window": "unit",
    "duration": "unit",
    "anaphor": "anaphor",
    "named": "named",
}
# No expression reaches further from its needle than this many characters.
REACH = 64
# A plural that a number counts, right after it.
COUNTED = re.compile(r"\s+(?:[a-z-]+\s+)?(?:people|men|women|children|police|[a-z]{3,}s)\b")
JOIN = _compile(rf"^(?:{TO}|\s+(?:into|and into)\s+(?:early\s+)?|\s*/\s*)(?:on\s+|the\s+)?$")
