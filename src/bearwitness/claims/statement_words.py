"""The words of statements: verbs of saying and of taking a stand, channels, forms of address."""

from __future__ import annotations

import re

from bearwitness.claims.speech_words import words

SAYING = words(
    """
    said say says saying stated told tells announced announces added adds noted notes explained
    declared declares wrote writes tweeted posted alleged alleges acknowledged acknowledges
    admitted admits denied denies insisted insists warned warns argued argues asserted asserts
    accused accuses reiterated stressed conceded concluded replied claimed claims maintains
    commented recalled disclosed
    """
)
# Cues that may carry a quotation but, without one, only attribute a figure or an observation.
QUOTING = words(
    """
    reported reports confirmed confirms according suggested suggests revealed reveals indicated
    continued
    """
)
STANCE = words(
    """
    condemned condemns denounced denounces deplored decried blamed blames urged urges demanded
    demands vowed vows pledged rejected criticised criticized criticises criticizes slammed
    praised hailed welcomed appealed expressed voiced lamented
    """
)
STANCE_GATE = re.compile(
    r"\b(?:condemn|denounc|deplor|decri|blam|urge|demand|vow|pledg|reject|critici|slam|prais|hail|"
    r"welcom|appeal|express|voic|lament|call(?:ed|s|ing)?\s+(?:up)?(?:on|for)\b)",
    re.I,
)
PASSIVE = words("was were is are been being be by the a an and or of to")
NOBODY = words(
    """
    he she it they we i you one some many people others who which that this these those him her
    them us there everyone everybody someone somebody nobody man woman statement
    """
)
# What a clause can open with that is only when something was said.
ADJUNCT_FIRST = re.compile(
    r"(?:earlier|later|after|before|following|when|while|amid|around|during|"
    r"as(?!\s+(?:many|much|of|few)\b))\s",
    re.I,
)
# "Wrote to the council", "told this in a briefing": what was said is not given.
NO_WORDS = frozenset(
    (("wrote", "to"), ("told", "this"), ("told", "to"), ("accused", "of"), ("accuses", "of"))
)
COLLECTIVE = words("police army military troops forces rebels government officials authorities")
SAID_BESIDE = re.compile(
    r"\b(?:said|says|told|added|stated|wrote|tweeted|warned|asked|replied|insisted)\b"
)
OPENERS = words("as when while after before since if that because although though then where who")
PRONOUNS = words("he she it they")
AFTER_QUOTED = re.compile(
    r"(?P<who>[^,;:“”\"]{2,60}?)\s+(?:(?:has|had|have|also|later)\s+){0,2}quot(?:ed|es|ing)\s+(?=\S)",
    re.I,
)
QUOTED_BY = re.compile(
    r"quoted\s+by\s+(?P<who>[^,;:“”\"]{2,50}?)\s+as\s+saying|as\s+saying\s+by\s+(?P<by>[^,;.]{2,50})"
)
FORM = re.compile(
    r"\b(?:[Ii]n|[Dd]uring|[Aa]t)\s+(?:an?|the|its|his|her|their)\s+(?:[\w-]+\s+){0,3}?(?:statement|interview|"
    r"speech|address|letter|briefing|tweet|post|message|phone call|press release|news release|"
    r"(?:news|press) conference|report|sermon|broadcast|video|email)\b(?:\s+(?:to|with|on)\s+"
    r"(?:the\s+)?(?!\w+day\b)[A-Z][\w’'.&-]*(?:\s[A-Z][\w’'.&-]*){0,3})?"
    r"|\b(?:by\s+(?:tele)?phone|over\s+the\s+(?:tele)?phone|by\s+video\s+link|via\s+video\s+link)\b"
    r"|\bon\s+(?:Twitter|Facebook|Telegram|X|Instagram|YouTube|state\s+(?:TV|television|radio)|"
    r"(?:his|her|its|their)\s+(?:[\w-]+\s+){0,2}(?:account|page|website|channel))\b",
)
FORM_SHOUTED = re.compile(FORM.pattern, re.I)
ANONYMOUS = re.compile(
    r"\b(?:on\s+(?:the\s+)?condition\s+of\s+anonymity|anonymously|declin\w+\s+to\s+be\s+(?:named|"
    r"identified)|asked\s+not\s+to\s+be\s+(?:named|identified))\b",
    re.I,
)
TOLD = re.compile(
    r"\b(?:told|tells|telling)\s+(?P<to>(?:the\s+|a\s+|an\s+)?(?:[^,.;:“”\"]|(?<=[A-Z])\.(?=[A-Z]|\s[A-Z])){2,60}?)"
    r"(?=\s+(?:that|on|in|at|ahead|after|before|during|by|from|late|early|via|about|how|it|they|he"
    r"|she|there|the|to|when|while|as|this|last|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday"
    r"|Sunday|yesterday|today|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?=\.|\s\d))\b"
    r"|(?<=[a-z])(?<!\bof)(?<!\bfor)(?<!\bwith)(?<!\bto)(?<!\bfrom)(?<!\bin)\s+an?\s|[,;:“”\"]|(?<!\b[A-Z])\.|$)",
    re.I,
)
CALLED_ON = re.compile(
    r"\b(?:call(?:ed|s|ing)?\s+(?:up)?on|urg(?:ed|es|ing)|warn(?:ed|s|ing)|appeal(?:ed|s|ing)?\s+to)"
    r"\s+(?P<to>(?:the\s+|all\s+)?(?!against|that|of\b)[^,.;:“”\"]{2,60}?)"
    r"(?=,|\s+(?:to|not|that|against|for)\b|[.;:“”\"])"
)
MEDIA_WORDS = re.compile(
    r"\b(?:news|media|reports?|agenc(?:y|ies)|newspapers?|television|TV|radio|daily|press|"
    r"channel|website|broadcaster)\b",
    re.I,
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)\w{0,7}\.?"
_ADVERBIAL = (
    r"(?:in|on|at|during|via|through|by|over|from|ahead|after|before|following|outside|earlier|when|as|"
    rf"upon|a\s+few|speaking|late|early|this|last|yesterday|today|{_WEEKDAY})\b"
)
# What stands between the verb and what was said: a day, "in a statement that", "that".
LEAD = re.compile(
    r"^[\s,:;.–—-]*(?:(?:however|meanwhile|though)[\s,]+)?(?:(?:(?:late|early|on|this|yesterday|today)\s+)*"
    rf"(?:{_WEEKDAY}(?![’'])|yesterday|today)[\s,:]*)?"
    rf"(?:that\b|{_ADVERBIAL}[^,.;:“”\"]{{0,70}}?\bthat\b|{_ADVERBIAL}[^.;:“”\"]{{0,170}}?,\s+that\b"
    rf"|(?:on\s+)?{_MONTH}\s+\d{{1,2}}(?:,?\s+\d{{4}})?\s+that\b"
    r"|the\s+\w+,\s+saying\b"
    r"|in\s+(?:an?|its|his|her|their)\s+(?:[\w-]+\s+){0,2}(?:briefing|statement|interview|report|post|message|"
    r"letter|speech|address)(?=[\s,]+(?:its?|the|they|he|she|there|we|i)\b))?[\s,:;.–—-]*",
    re.I,
)
# ", both ministries said": what belongs to the speaker.
LOOSE_END = re.compile(r",\s*(?:both|all|two|several)$", re.I)
# What stands after "…, an official said" and is nothing that was said.
ADJUNCT = re.compile(
    r"(?:on\s+(?:the\s+)?condition\s+of|anonymously|in\s+an?\s|in\s+the\s|on\s|at\s+an?\s|at\s+the\s|by\s+"
    r"(?:tele)?phone|by\s+video|via\s|over\s+the\s|during\s|after\s|before\s|late\s|early\s|from\s|"
    r"speaking\s|without\s|following\s)[^,;:“”\"]*",
    re.I,
)
# What can only stand beside what is said: "in its daily report", "according to".
ADJUNCT_ONLY = re.compile(
    r"(?:in|at|on|during|from|before|after|by|with|for|to|according|about|via)\s", re.I
)
QUOTE_CLOSED = re.compile(r"[,.?!][”\"]\s*$|[”\"],\s*$")
NAME_BEFORE = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?: (?:al-|bin |el-)?[A-Z][\w’'-]+){1,3}),\s+(?:an?\s+|the\s+)?$"
)
NAMED_BODY = re.compile(r"\bthe (?P<name>[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|for|of|and)){1,8})$")
NOT_DENIALS = words("bail bond bonds entry access asylum permission")
PRESSING = words("demand demands appeal appeals")
SHORTEST = 3
SAYING_THAT = re.compile(
    r"\bquot(?:ed|es|ing)\b[^“”\"]{3,90}?\b(?:as\s+)?saying\b(?:\s+that\b)?", re.I
)
NOT_SAID = re.compile(
    r"(?:denied|accused|warned|told|quoted|stressed)\s+by\b|stressed\s+(?:on|over|out)\b", re.I
)
ASIDE = re.compile(r",\s*(?:however|meanwhile|too|though|also|for\s+(?:his|her|its)\s+part)$", re.I)
OPENING = re.compile(
    r"^(?:(?:[Ss]hortly|[Ss]oon|[Ll]ater)\s+(?:after(?:wards?)?\s+)?|(?:In|On|At|By|After|Since|During)\s[^,]{2,40},\s+|"
    r"(?:(?:A|Some|Two|Three|Several)\s+(?:few\s+)?)?(?:[Mm]inutes?|[Hh]ours?|[Dd]ays?|[Ww]eeks?|[Mm]onths?)\s+"
    r"(?:later|earlier|before|after),?\s+)"
)
OWNER = re.compile(
    r"\b[Tt]he\s+(?:[\w-]+\s+){0,3}?(?P<head>coalition|group|organisation|organization|ministry|party|army|"
    r"council|movement|agency|union|network|committee|observatory|charity|government|militia)\b",
    re.I,
)
# "we acted as X said", "against what X had said": the writer's words, not X's.
SAID_OF_IT = re.compile(
    r"(?<![,”\"'’–—-])\s(?:as|what|because|than)\s+(?:(?:the|our|his|her|their)\s+)?(?:[\w.]+\s+){0,2}$",
    re.I,
)
