"""The words of meetings: how they are told, planned, wished for or called off, and by whom."""

from __future__ import annotations

import re

from bearwitness.claims.party_words import PERSONS
from bearwitness.claims.speech_words import words

GATE = re.compile(
    r"\b(?:talks|met|meets?|meetings?|summit|conference|negotiations|negotiating|consultations|"
    r"discussions|dialogue|visited|visiting|receiv(?:e|es|ed|ing)|hosted|convened?|welcom(?:e|es|ed|ing)|"
    r"s[ai]ts?\s+down|sitting\s+down)\b",
    re.I,
)
NOUN = (
    r"(?:peace\s+|ceasefire\s+|bilateral\s+|direct\s+|indirect\s+|emergency\s+|closed-door\s+)?"
    r"(?:talks|meetings?|negotiations|(?:mini-)?summit|(?<!news )(?<!press )conference|"
    r"consultations|discussions|dialogue)\b"
)
TALKS = re.compile(NOUN, re.I)
HELD = re.compile(
    rf"(?<!-)\b(?:held|holds?|holding|begun|began|begins?|resum(?:ed?|ing)|host(?:ed|s|ing)?|"
    rf"start(?:ed|s|ing)?|renew(?:ed|s|ing)?|return(?:ed|s|ing)?\s+to|conduct(?:ed|s|ing)?|"
    rf"conven(?:ed?|ing)|s[ai]ts?\s+for|restart(?:ed|ing)?|"
    rf"attend(?:ed|ing)?|concluded|ended|closed|cancelled|canceled|postponed|called\s+off|suspended|broke\s+off|"
    rf"brokered|mediated|had|having|opened)\s+(?:(?!that\b|and\b|in\b|for\b|to\b|by\b|at\b|"
    rf"of\b(?!\s+(?:[\w-]+\s+)?(?:talks|negotiations|meetings|consultations|discussions)))[\w’'-]+\s+){{0,5}}?"
    rf"(?P<noun>{NOUN})",
    re.I,
)
WERE = re.compile(
    rf"(?P<noun>{NOUN})(?:\s+(?:between|with|in|on|of|for|about|at|aimed|meant|"
    r"to\s+(?:secure|end|reach|negotiate|resolve|halt|stop|bring|broker|agree|renew|extend)|"
    r"(?:brokered|mediated|hosted|sponsored|led)\s+by|that|which)\s+[^,.;:]{2,110}?)?"
    r"(?:\s+between\s+(?:(?!\bsince\b|\band\s+(?:they|he|it)\b)[^.;:]){2,160}?)?"
    r"(?:,\s+(?:aimed|which|held|mediated|brokered|hosted|led|chaired)\s[^;:.]{2,130}?,)?\s+"
    r"(?P<verb>(?:was|were|are|is|will\s+be|would\s+be|has\s+been|have\s+been|"
    r"had\s+been)\s+(?:\w+ly\s+)?(?:being\s+)?"
    r"(?:held|hosted|due|scheduled|planned|expected|set|cancelled|canceled|postponed|delayed|called\s+off|"
    r"suspended|convened|under\s+way|underway)|took\s+place|got\s+over|(?:is|was)\s+over|went\s+on|(?:was|were|is|are)\s+(?:\w+ly\s+)?taking\s+place|"
    r"(?:will|would|(?:is|are|was|were|due)\s+to)\s+(?:open|begin|start|resume|continue|take\s+place)\b|"
    r"(?:ha(?:s|ve|d)\s+)?(?:began|begun|started|opened|"
    r"resumed|continued(?=\s+(?:for|on|in|into|at|between|today|\w+day)\b|[,.])|collapsed|ended|"
    r"closed|broken?\s+down|broke\s+down|concluded)\b(?!\s+(?:its|his|her|their|up)\b))",
    re.I,
)
# "talks on the cargo that ended in Y": the verb is another noun's.
OTHERS_VERB = re.compile(
    r"\b(?:on|over|about|regarding|for)\s+[^,]*[^\s,]\s+(?:that|which|who)\s+(?:(?:have|has|had)\s+)?$",
    re.I,
)
# "the army, which ended its drive on 1 May": no day of the talks.
OF_ITS_OWN = re.compile(
    r"\b(?:which|who|that)\s+(?:had\s+)?\w+\s+(?:its|his|her|their)\b[^,;]*$", re.I
)
# "a conference of trade unions": of no sides to a war.
OF_CIVILIANS = re.compile(
    r"\s+of\s+(?:[\w’'-]+\s+){0,3}(?:unions|unionists|workers|students|journalists|teachers|lawyers|"
    r"doctors|scientists|women|youth|churches|shareholders|artists)\b",
    re.I,
)
# "two rounds, the first in X in May and the second in Y": neither is where it was.
EACH_ELSEWHERE = re.compile(
    r"\b(?:first|one)\s+(?:(?:round|session|meeting)\s+)?(?:of\s+talks\s+)?(?:was\s+|were\s+)?"
    r"(?:held\s+)?(?:in|on|at)\b[^.;]*\b(?:second|other|another|last|latest)\s+"
    r"(?:(?:round|session|meeting)\s+)?(?:was\s+)?(?:held\s+)?(?:in|on|at)\b",
    re.I,
)
# Told once it was over, "days before the meeting" tells of none to come.
DAYS_BEFORE = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|shortly|just|moments|minutes)\s+(?:before|ahead\s+of)\b",
    re.I,
)
DONE_ALREADY = re.compile(r"\b(?:met|held|had|came|was|were|told|said)\b[^;:.]*$", re.I)
# "the mediator in the war, Omar Dile": a party of whom the name follows unread.
NAME_FOLLOWS = re.compile(
    r"(?:\s+(?:in|of|for|from|to)\s+[^,.;:]{3,40})?,\s+(?:the\s+)?(?-i:[A-Z])[\w’'.-]*"
    r"(?:\s(?-i:[A-Z])[\w’'.-]*){0,5}\s*(?:[,.;]|$)"
)
# What was suspended is not the talks: "to ask for the dialogue, which was suspended".
OF_ANOTHER = re.compile(r"\b(?:which|who|whose|that)\b|,\s+to\b", re.I)
# "brokered by A and B": of several mediators none is told alone.
AND_MORE = re.compile(r"\s*,?\s+(?:and|or)\s|\s*,\s+(?:the\s+)?(?-i:[A-Z])", re.I)
AND_BEFORE = re.compile(r"(?:\band\s+|[&/]\s*)(?:the\s+)?$", re.I)
# Who flew there has gone: a day that passed is the day of that.
WENT = re.compile(
    r"\b(?:flew|went|travell?ed|arrived|landed|came|left|visited|paid|drove|sailed|headed)\b", re.I
)
# "the summit, held in Vienna last month".
HELD_AFTER = re.compile(
    rf"(?P<noun>{NOUN}),?\s+(?P<verb>(?:to\s+be\s+)?held)(?=\s+(?:in|at|on|last|this|earlier)\b)",
    re.I,
)
ONE_HELD = re.compile(
    r"\b(?P<noun>talks|conference|meeting|summit|"
    r"negotiations)\b[^.;]{0,60}?\b(?P<verb>(?:the\s+)?ones?\s+"
    r"(?:(?:that|which)\s+)?(?:was|were)?\s*held)\b",
    re.I,
)
MET = re.compile(
    r"\b(?:met|meets?|meeting|s[ai]ts?\s+down|sitting\s+down)\s+(?:(?:separately|privately|briefly|again|earlier|up|"
    r"face-to-face|for\s+the\s+\w+\s+time|this\s+(?:morning|afternoon|evening|week)|last\s+(?:night|week|\w+day)|"
    r"late\s+on\s+\w+day|tomorrow|today|yesterday|here|there|twice|later|(?:on\s+)?\w+day(?=\s+with\b)|"
    r"on\s+\w+day|on\s+\d{1,2}\s+\w+)\s+)?"
    r"(?:in\s+(?-i:[A-Z])[\w’'-]+(?:\s(?-i:[A-Z])[\w’'-]+){0,2}(?:,[^,;.]{2,60}?,?)?\s+(?=with\b))?"
    r"(?:with\s+)?(?P<with>(?:the\s+|his\s+|her\s+|their\s+|its\s+|a\s+|an\s+)?\S)",
    re.I,
)
_DAY = (
    r"(?:on\s+)?(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|late|"
    r"early|next\s+week|this\s+(?:week|morning|afternoon|evening)|\([^()]{3,12}\))\s+){0,2}"
)
VISIT = re.compile(
    r"\b(?P<going>(?:pays?|paid|paying)\s+(?:an?\s+)?(?:\w+\s+)?visit\s+to|visited|visits?|visiting|travell?ed\s+to|travels?\s+to|flew\s+to|fl(?:y|ies)\s+to|"
    r"went\s+to|(?:arrived|landed)\s+(?:(?:on\s+)?\w+day\s+)?in|(?:is|are|was|were)\s+(?:due|expected)\s+in)\s+"
    r"(?P<place>(?:the\s+)?[A-Z][\w’'-]*"
    rf"(?:\s[A-Z][\w’'-]*){{0,2}}(?:\s+capital(?:,?\s+[A-Z]\w+)?)?)\s+{_DAY}(?:to|for)\s+(?P<aim>ask|urge|press|meet|"
    r"discuss|persuade|negotiate|"
    r"(?:hold\s+)?(?:[a-z]+\s+)?(?:talks|a\s+meeting|discussions|consultations))\b",
)
# "X and Y met in Doha on Sunday": those who meet stand before the verb.
TOGETHER = re.compile(
    r"\b(?P<verb>(?:met|meets?|convened?|(?:are|were|is)\s+(?:\w+ly\s+)?meeting|"
    r"return(?:ed|s|ing)?\s+to\s+the\s+negotiating\s+table))\s+"
    r"(?=(?:(?:again|separately|privately|briefly|secretly|there|here)"
    r"\s+)?(?:in\s+(?:[A-Z]|the\b)|at\s|(?-i:[A-Z])\w+day\b|on\s+(?:\w+day|\d|(?-i:[A-Z])|the\s+sidelines)|to\s+discuss|today\b|"
    r"yesterday\b|tomorrow\b|next\s|this\s|last\s|later\s|for\s+(?:(?:[\w-]+\s+){0,2}talks|the|a)\b|under\s+the\b|along\s+with\b|"
    r"face\s+to\s+face))",
    re.I,
)
MANY = re.compile(
    r"\band\b|\b(?:leaders|ministers|presidents|negotiators|delegates|delegations?|teams?|envoys|commanders|"
    r"sides|parties|representatives|diplomats|generals|chiefs|council|officials)\b",
    re.I,
)
RECEIVED = re.compile(
    r"\b(?P<verb>(?:receiv(?:e|es|ed|ing)|hosted|welcom(?:e|es|ed|ing))\s+(?:by\s+)?)(?P<with>\S)",
    re.I,
)
GUEST = re.compile(
    r"^(?:(?!of\b|from\b|for\b)[\w’'-]+\s+){0,5}?(?:delegation|envoy|minister|president|premier|ambassador|leaders?|"
    r"commander|secretary|chief|representatives?|negotiators?|emissary|emir|king|prince)"
    r"(?:\s+(?:[A-Z]|of\b|from\b|for\b)|$)",
    re.I,
)
NOT_GUEST = re.compile(
    r"[’']s?\s|\b(?:letter|message|call|report|order|support|threat|instruction|invitation|request|"
    r"award|reply|document|proposal|copy|aid|funds|money|weapon|salary|salaries|treatment)s?\b",
    re.I,
)
ATTENDED = re.compile(
    rf"(?P<noun>{NOUN})(?:\s+in\s+[^,;.]{{3,40}}?)?\s+(?:was|were)\s+attended\s+by\s+",
    re.I,
)
# "was received at Y by Z" and, of persons, "called on Z".
PASSIVE = re.compile(
    r"\b(?:was|were)\s+(?:received|welcomed|hosted)\s+(?:(?:at|in|on)\s+[^,;.]{3,50}?\s+)?by\s+(?=\S)",
    re.I,
)
CALLED_ON = re.compile(r"\bcall(?:ed|s)\s+on\s+(?=\S)", re.I)
# ", meeting in Vienna on Friday," after those who meet.
APPOSED = re.compile(
    r",\s+(?:who\s+(?:are|were)\s+)?(?P<verb>meeting)\s+(?=(?:on\s+\w+day\s+)?(?:in|at)\s+[A-Z])"
)
VISITING = re.compile(
    r"\b(?:on|during|in)\s+(?:an?\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,2}visit\s+to\s+(?P<mid>[^,.;:]{3,40})",
    re.I,
)
GOING = re.compile(
    r"\b(?P<verb>arrived?|flew|fly|flies|travel(?:l?ed|s)?|visit(?:ed|s)?|went|go(?:es)?|landed|came|"
    r"returned?)\s+"
    r"(?P<mid>[^.;:]{0,80}?),?\s*and\s+(?:(?:later|then|has|have|had|was|is|will|would|to)\s+)*$",
    re.I,
)
BETWEEN = re.compile(
    rf"\b(?P<when>during|after|follow(?:ing|ed|s)(?!\s+(?:in|by|to|for|at|on)\b)|at|ahead\s+of|before|prepar(?:ed|ing|es)\s+for|"
    rf"(?:arriv|left|leav|gather|travell?|conven|fl[ey]w?)\w*\s+for)\s+(?:[\w’'-]+\s+){{0,4}}?"
    rf"(?P<noun>{NOUN})(?:\s+(?:on\s+)?(?:\w+day|today|yesterday))?\s+(?P<prep>with|"
    rf"between)\s+(?=\S)",
    re.I,
)
PRESS = re.compile(r"\b(?:news|press|work|staff|town|board|public|community|family)\s+$", re.I)
BARE_VERB = re.compile(r"(?:hold|resume|restart|host|convene|attend|begin|meet|sit)\b", re.I)
TO_DO = re.compile(r"\bto\s+$", re.I)
SET_TO = re.compile(
    r"\b(?:due|agreed|scheduled|expected|plann(?:ed|ing)|plans?|set|going|is|are|was|were|"
    r"decided|slated|about)\s+(?:on\s+\w+day\s+)?to\s+$",
    re.I,
)
BOTH = 2
FAR = 150  # characters from a cue to those with whom it is
WITH_WHOM = re.compile(
    r"\b(?P<prep>with|between)\s+(?!(?:no|a\s+view|the\s+(?:aim|goal|intention|purpose)|(?:the\s+)?"
    r"participation)\b)",
    re.I,
)
PARTING = re.compile(
    r"[;:“”\"]|\b(?:but|who|after|before|while|because|where|said|appointed|dialogue|talks|meeting|"
    r"negotiations|conference)\b|\band\s+\w+ed\b",
    re.I,
)
COLLEGE = re.compile(
    r"\b(?:council|cabinet|parliament|union|league|assembly|committee|commission|bloc)\b|\band\b",
    re.I,
)
MANY_SIDED = re.compile(r"\brounds?\s+of\b|\b(?:peace|ceasefire)\s+\w+$", re.I)
POLITICAL = re.compile(
    r"\b(?:peace|talks|negotiations|summit|cease-?fire|truce|Security Council)\b", re.I
)
# "before X's meeting": whose it is.
OWNER = re.compile(
    r"\b(?:of|before|after|during|following|at|for|and|to)\s+(?:the\s+)?"
    r"(?P<who>[\w.-]+(?:\s[\w.-]+){0,4})[’']s?\s+(?:[\w-]+\s+){0,2}$",
    re.I,
)
MAIN_CLAUSE = re.compile(r"[^,;.]{0,80},\s+")
# "the A-B talks".
PAIRED = re.compile(r"\b(?P<a>[A-Z]\w+)(?:[-–—]|\s+and\s+)(?P<b>[A-Z]\w+)\s+(?:\w+\s+)?$")
DEFINITE = re.compile(r"\b(?:the|these|those)\s+(?:\w+\s+)?$", re.I)
TOLD_BETWEEN = re.compile(rf"\b{NOUN}\s+between\s+", re.I)
THEIR = re.compile(r"their\s+(?P<noun>[a-z ]+s)$", re.I)
# That a meeting that was due has not come about.
UNHELD = re.compile(
    rf"\b{NOUN}[^.;]{{0,120}}?\b(?:cancel\w+|called\s+off|postponed|will\s+not\s+(?:take\s+place|"
    r"go\s+ahead)|did\s+not\s+take\s+place)\b|\bcancell?ation\s+of\s+the\b",
    re.I,
)
# What a meeting is about follows: no place there is its own.
TOPIC = re.compile(
    r"\b(?:before|prior\s+to|ahead\s+of|to\s+discuss|discuss(?:ed|ing)?|focus\w*|regarding|about|over|related|issues?|aimed|to\s+end|"
    r"to\s+explore|to\s+resolve)\b",
    re.I,
)
BREATH = 30  # characters between two places of one phrase
OPENS = 20  # characters from a sentence's beginning
ATTENDING = re.compile(r"attend", re.I)
PERSONAL_OFFICE = re.compile(rf"\b(?:{'|'.join(sorted(PERSONS))})\b(?!s)", re.I)
URGED = re.compile(r"\s+(?:to|not|for)\b", re.I)
GENERIC = re.compile(r"(?:the\s+)?(?:two|both|all|warring)\s+\w+|(?:sides|parties)", re.I)
WHERE = re.compile(r",?\s+where\b[^.;]*", re.I)
PERSONAL = re.compile(r"[A-Z][a-z’'-]+(?:\s[A-Z][\w’'.-]+){0,3}")
DURING = re.compile(
    r"\b(?:on|during|in)\s+(?:an?\s+|his\s+|her\s+)?(?:[\w-]+\s+){0,2}visit\s+to\s+[^,.;:]{3,40}$",
    re.I,
)
SINCE = re.compile(r"\bsince\s+[^,;]{0,80}$", re.I)
# "disputes between A and B" tells of no meeting of theirs.
BETWEEN_ELSE = re.compile(
    r"\b(?:disputes?|differences|relations|ties|tensions?|cooperation|war|conflict|trust|fighting|clashes|hostilities|deal|agreement|truce|cease-?fire|pact|rivalry|meetings?\s+of|"
    r"peace|borders?|trade|understanding|dialogue)\s+$",
    re.I,
)
TO_COME = re.compile(r"\b(?:will|would|to\s+be|is\s+to|are\s+to)\b[^,;.]{0,40}$", re.I)
OF_VISIT = re.compile(
    r"(?P<who>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,3})[’']s\s+(?:[\w-]+\s+){0,2}(?:visit|trip|tour|arrival)\b"
)
OPENING = re.compile(r"(?:in|at|from)\s+(?:the\s+)?(?:\w+\s+){0,3}$", re.I)
SAYS = re.compile(r"\b(?:said|says|told|announced|confirmed|reported)\b", re.I)
OFFICE_TO = re.compile(r"\bto\s+(?:the\s+)?$", re.I)
# "X said its talks with Y had ended".
ITS = re.compile(r"\b(?:its|his|her|their)\s+(?:\w+\s+)?$", re.I)
TO_WHOM = re.compile(r"\s+(?:with\s+)?")
CLAUSE_START = re.compile(
    r"[,;:]\s*|\b(?:while|as|after|before|when|where|and\s+then|that|because|but|said|saying|"
    r"ahead of)\s+",
    re.I,
)
PLANNED = re.compile(
    r"(?:\b(?:due|will|would|scheduled|expected|planned|plans?|planning|set|slated|agreed|is\s+to|"
    r"are\s+to|were\s+to|was\s+to|"
    r"intends?|upcoming|prepar(?:e[sd]?|ing)|to\s+be|about)\b|[’']ll\b)[^,;]{0,40}$",
    re.I,
)
CANCELLED = re.compile(
    r"\b(?:cancel\w*|postpon\w+|delayed|call\w*\s+off|suspend\w*|broke\s+off|scrap\w*|boycott\w*)\b",
    re.I,
)
# "They had been due to meet on Monday, but one said it would not attend"
HAD_BEEN_DUE = re.compile(
    r"\b(?:had\s+been|were|was)\s+(?:scheduled|due|expected|supposed|planned|to\s+have)\b", re.I
)
STAYS_AWAY = re.compile(
    r"\bbut\b[^.;]*\b(?:would|will|did|could)\s+not\s+(?:attend|take\s+part|participate|go\s+ahead|come|"
    r"show\s+up)\b",
    re.I,
)
WAS_CANCELLED = re.compile(
    r"\b(?:was|were|been)\s+(?:later\s+|then\s+)?(?:cancel|postpon|called\s+off|suspend|scrapp)",
    re.I,
)
WAS_DUE_THEN = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:\w+\s+)?(?:due|to|scheduled|expected)\b", re.I
)
WAS_TO = re.compile(r"\b(?:was|were)\s+to\b", re.I)
WAS_DUE = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:due|to|set|scheduled|expected|supposed)\b"
    r"|\b(?<!\bhave\s)(?<!\bhas\s)(?:prepared|waited|got\s+ready)\s+(?:for|to)\b",
    re.I,
)
REPORTED = re.compile(
    r"\b(?:reported(?:ly)?\s+(?:to\s+have|held|met|had)|reportedly|said\s+to\s+have|"
    r"believed\s+to\s+have|rumou?red)\b",
    re.I,
)
WISHED = re.compile(
    r"\b(?:no|not|never|neither|nor|without|refus\w+|reject\w+|ruled?\s+out|if|unless|could|"
    r"might|may|should|"
    r"possible|possibility|propos\w+|offer\w*|call\w*\s+for|urg\w+|want\w*|hop\w+|appeal\w*|"
    r"invit\w+|willing\w*|ready|"
    r"prospects?|demand\w*|whether|try\w*|tried|seek\w*|attempt\w*|fail\w*\s+to|wish\w*|"
    r"would\s+like|"
    r"needs?|must|press\w*\s+for|can)\b|n[’']t\b",
    re.I,
)
MEDIATOR = re.compile(
    r"\b(?P<who>[A-Z][\w.’']*(?:[ -](?:[A-Z][\w.’']*|Nations?))*)[- ](?:brokered|mediated|"
    r"sponsored|backed|facilitated|led)(?=\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:talks|negotiations|summit|conference|meetings?|dialogue|consultations|discussions))"
    r"|\b(?:brokered|mediated|sponsored|"
    r"facilitated)\s+by\s+(?:the\s+)?(?P<by>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})"
)
# Where they met, and nobody who received them: "at the Narino Palace".
BUILDING = re.compile(
    r"\b(?:palace|house|hotel|residence|headquarters|embassy|building|centre|center|ranch|villa|airport|"
    r"base|camp|hall|retreat|resort)\b",
    re.I,
)
HOST = re.compile(
    r"\bhosted\s+by\s+(?:the\s+)?(?P<by>[A-Z][^,.;]{2,50}?)(?=\s+(?:in|on|at|and)\b|[,.;])"
    r"|\bat\s+(?:the\s+)?(?P<at>(?:[\w’'-]+\s+){1,4}?ministry)\b",
    re.I,
)
SERIES = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|new|latest|next|final|last|"
    r"fresh|further|"
    r"another|two|three|four|five|several|\d+(?:st|nd|rd|th)?)\s+)(?:and\s+\w+\s+)?rounds?\b",
    re.I,
)
_WHAT = (
    r"(?P<what>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
    r"day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d|condition|the\s+(?:sidelines|phone|same|"
    r"following|condition|weekend)|(?:last|next|this)\s)"
    r"[^,.;:()“”\"]{4,90})"
)
# "talks on X", and, after those who met, "to discuss X".
ROUND_OF = re.compile(r"\s+(?:of\s+)?(?:(?!that\b|which\b|and\b)[\w’'-]+\s+){0,4}", re.I)
SUBJECT = re.compile(rf"\s+(?:on|about|over|focus(?:ed|ing)\s+on)\s+{_WHAT}", re.I)
SUBJECT_AFTER = re.compile(
    rf"\b(?:to\s+discuss|for\s+(?:talks|discussions|negotiations)\s+on|about)\s+{_WHAT}", re.I
)
SUBJECT_ENDS = re.compile(
    r"\s+(?:(?<!situation\s)(?<!developments\s)(?<!crisis\s)(?<!conflict\s)(?<!war\s)(?<!events\s)(?:in|on)|at|with|after|before|while|as|said|was|were|will)\s(?=(?-i:[A-Z])|\d|the\b|no\b|an?\b)"
    r"|(?<!ways)(?<!how)(?<!efforts)(?<!steps)(?<!need)\s+to\s+(?!the\b|an?\b|its\b|their\b|his\b)(?-i:(?=[a-z]))"
    r"|\s+and\s+(?:to\s+)?(?:strengthen|improve|find|ask|seek|end|resolve|agree|review|explore|reach|promote|"
    r"help|begin|boost|press|urge|discuss|secure|expand|develop|deepen)\b"
    r"|\s+in\s+(?:accordance|line|light|order|view|which|preparation|an?)\b"
    r"|\s+(?:aimed|meant|designed|began|started|begin|ended|was|were|is|are|resumed|collapsed|took\s+place|held|"
    r"broke|which|that|with|between|under|by|during|amid|ahead|as|following|after|before|where|who|when)\b",
    re.I,
)
NO_SUBJECT = re.compile(
    r"(?:the\s+)?(?:situation|developments?|issues?|matters?|topics?|events|war|conflict|crisis)$|(?:the\s+past|(?:a|one|two|three|four|five|several)\s+(?:\w+\s+)?(?:day|week|month|hour)|"
    r"(?:all|both|several)\s+(?:fronts|sides)|(?:the\s+)?(?:track|board|phone|telephone|lunch|dinner|tea)\b|"
    r"(?:the\s+)?\w+\s+side\b|lunch|dinner|breakfast|an?\s+official\b|Twitter|condition)",
    re.I,
)
OUTCOME = re.compile(
    r"(?P<what>(?:(?:ended|broke\s+up|broke\s+down|collapsed|concluded|failed|stalled)(?=\s*(?:$|[,.;:)]|(?:without|"
    r"with|in|on|after|at|over|successfully|inconclusively|abruptly|early|late|last|this|yesterday|today|\w+day|"
    r"earlier|to|when|amid|because)\b))|resulted\s+in|produced|"
    r"reached\s+(?:an?|no)|agreed\s+(?:to|on))\b[^,.;:]{0,80})",
    re.I,
)
CAME_TO = re.compile(r"\b(?:ended|collapsed|concluded|broke\s+down)\b", re.I)
AND_CAME_TO = re.compile(
    r"(?:,?\s+(?:and|but)\s+(?=(?:ended|failed|collapsed|broke|agreed|reached)\b)|,\s+which\s+(?=ended|"
    r"failed|collapsed|broke|produced|resulted))",
    re.I,
)
ENDED = re.compile(
    r"(?:both|the\s+(?:[\w-]+\s+)?(?:talks|negotiations|meeting|summit|conference)|neither)\s+"
    r"(?:(?:had|has|have)\s+)?(?P<came>(?:ended|broke|collapsed|concluded|failed|produced|resulted)\b)",
    re.I,
)
# What somebody means to do: "came to boost ties and hold talks".
AIM = re.compile(r"\bto\s+[a-z]+\s[^.;:]{0,120}\b(?:and|or)\s+(?:to\s+|also\s+)?$")
PRESENT = re.compile(
    r"(?:meets?|holds?|begins?|starts?|resumes?|hosts?|convenes?|attends?|sits?|receives|welcomes|"
    r"returns?|restarts?|renews?|conducts?|visits?|call(?:s)?\s+on)\b",
    re.I,
)
# After these a verb in its base form tells no present: "did not meet", "to meet", "let them meet".
BASE_AFTER = re.compile(
    r"\b(?:to|will|would|shall|did|does|do|may|might|can|could|should|must|[’']ll)\s+(?:\w+ly\s+|also\s+|"
    r"then\s+|first\s+|again\s+)?$",
    re.I,
)
# Between a noun and a verb these begin another clause: "a meeting … since the war began".
SUBORDINATE = re.compile(r"\b(?:since|after|before|when|while|because|until|unless|as)\b", re.I)
JOINED = re.compile(r"\b(?:and|or)\s+(?:the\s+)?$", re.I)
# One side of a meeting, however many they are.
ONE_SIDE = re.compile(
    r"^(?:(?!and\b|of\b|from\b)[\w’'.-]+\s+){0,5}(?:delegation|team|mission|delegate|panel)\b(?!.*\band\b)",
    re.I,
)
LEADER_OF = re.compile(r",?\s+(?:headed|led|chaired)\s+by\b|\brepresenting\b", re.I)
COMPASS = re.compile(r"(?:north|south|east|west)(?:ern)?", re.I)
# What was to be and is told not to be any more: "were originally scheduled for May".
ORIGINALLY = re.compile(
    r"\b(?:originally|initially|previously)\s+(?:due|scheduled|planned|set|expected|slated)\b", re.I
)
GOES_ON = re.compile(r"\w|\s*/|\.\w|\s+of\b|[’']s\b|\s*-\s?(?:led|backed)\b", re.I)
TO_BE_HELD = re.compile(
    r"^\s*to\s+(?:take\s+place|be\s+held|begin|start|resume|continue|open|meet)\b", re.I
)
AND_THERE = re.compile(r"\s+(?:and|or)\s+(?:in\s+|at\s+)?(?-i:[A-Z])")
# A verb that does not agree with its noun is another's: "talks on a process that was resumed".
PLURAL = re.compile(r"(?:talks|meetings|negotiations|consultations|discussions)$", re.I)
SINGLE_VERB = re.compile(r"(?:was|is|has)\b", re.I)
PLURAL_VERB = re.compile(r"(?:were|are|have)\b", re.I)
AUXILIARY_BEFORE = re.compile(r"\b(?P<verb>was|were|is|are|has|have)\s+(?:\w+ly\s+)?$", re.I)
ONE_OF_MANY = re.compile(
    r"\b(?:rounds?|series|sessions?|cycle|phase|stage|resumption)\s+of\s+(?:[\w’'.-]+\s+){0,4}$",
    re.I,
)
NO_TALKS = re.compile(r"^dialogue\b.*\b(?:broke|broken|collapsed|closed)\b", re.I | re.S)
OF_THE_TWO = re.compile(
    r"\b(?:of|from)\s+(?:the\s+|both\s+|all\s+)?(?:two|three|four|five|both|all|these|those)\s+"
    r"(?:(?:neighbou?ring|warring|rival)\s+)?(?:countries|sides|nations|states|parties)$"
    r"|\b(?:two|three|both)\s+(?:countries|sides|nations|states|parties)[’']",
    re.I,
)
OF_WHOM = re.compile(r"\s+of\s+", re.I)
HABIT = re.compile(r"\b(?:regularly|usually|often|always|every\s+\w+|frequently|routinely)\b", re.I)
ON_VISIT = re.compile(
    r"\b(?:on|during|in)\s+(?:an?\s+|his\s+|her\s+|their\s+)?(?:[\w-]+\s+){0,2}visit\s+to\b", re.I
)
# "with" whom nobody met: "with a view to", "with no deal".
UNMET = re.compile(
    r"(?:no|a\s+view|the\s+(?:aim|goal|intention|purpose|help|support)|little|few|participation|both|"
    r"the\s+(?:two|sides|parties)|them|each\s+other|one\s+another)\b",
    re.I,
)
# "the Himalayan nation" and "Russia’s army" tell of no place of that name.
PLACE_OF = re.compile(
    r"[’']s?\s+(?!capital\b|city\b|port\b)|\s+(?:nation|republic|kingdom|enclave|army|troops|forces|"
    r"government|president|minister|officials?|leaders?|delegation|region)\b",
    re.I,
)
# "the Red Sea city of X": the place is the city.
TOWN_OF = re.compile(
    r"\s+(?:(?:port|resort|border|coastal)\s+)?(?:city|town|village|port|suburb|resort)\s+(?:of\s+)?(?-i:[A-Z])",
    re.I,
)
STOP_WITHIN = re.compile(r"(?<![A-Z])\.\s*[^\s.”\"’)]")
ALONGSIDE = re.compile(
    r",\s+(?:who|which|whose|accompanied|along\s+with|together\s+with|including|flanked)\b[^.;]*$",
    re.I,
)
# By these a meeting is told as another than the one before.
ANOTHER = re.compile(
    r"\b(?:also|separately|separate|already|earlier|later|then|previously|another|next|after|before|first|last|since|"
    r"meanwhile|again|recent|recently)\b",
    re.I,
)
# The same where two tellings share their parties: fewer words part them.
IS_ANOTHER = re.compile(
    r"\b(?:also|separately|separate|earlier|later|then|previously|previous|another|next|meanwhile|again|"
    r"already|similarly|second|third|last\s+(?:week|month|year|\w+day)|(?:weeks?|months?|years?|days?)\s+ago)\b",
    re.I,
)
WAS_EARLIER = re.compile(
    r"\b(?:earlier|previously|previous|last\s+(?:week|month|year)|(?:weeks?|months?|years?)\s+ago)\b",
    re.I,
)
# ", with mediators pressing them": who presses is none of those who met.
ABSOLUTE = re.compile(r"(?<=,\s)with\s+[^,.;]{3,60}?\s\w+ing\b", re.I)
# "at the summit between X and Y, the truce will be reviewed": it is still to come.
WILL_BE = re.compile(r"\bwill\b", re.I)
WAS_HELD = re.compile(r"(?<!to be )(?<!be )\bheld$", re.I)  # "the summit held in May"
ONGOING = re.compile(r"\b(?:ongoing|continuing|continued|constant|regular)\s+$", re.I)
TRIPLE = re.compile(r"\b(?:trilateral|tripartite|three-way)\s+(?:\w+\s+)?$", re.I)
AREA = re.compile(
    r"\s+(?:province|region|district|city|town|village|area|camps?|state|county|island|suburb|valley|port|capital|"
    r"governorate|municipality|neighbou?rhood|border|today|yesterday|tomorrow|this|last|next|late|early)\b"
)
DAYS_JOINED = re.compile(r"\s*(?:and|to|through|until|till|[-–])\s*(?:on\s+)?", re.I)
NOT_MET = words(
    """
    with resistance demand demands fire criteria target targets needs need standards deadline
    death challenge expectations requirements conditions face obligations opposition
    """
)
# ", the commander of the troops in Y," tells of a party, not of where it was met.
APPOSITION = re.compile(
    r",\s+(?:(?:the|an?|its|his|her)\s+)?(?:[\w’'.-]+\s+){0,3}(?:leader|head|chief|commander|president|"
    r"minister|envoy|secretary|representative|ambassador|director|chairman|spokesman|mediator)"
    r"\b[^,;]{0,90},",
    re.I,
)
NEXT_CLAUSE = re.compile(
    r";|,\s+(?:[\w’'-]+\s+){1,7}(?:said|says|announced|reported)\b|\b(?:situation|war|crisis|conflict|fighting|violence|peace|truce|ceasefire|events)\s+in\b|,?\s(?:while|after|but|although|whereas|said|where)\s|(?<![A-Z])\.\s|"
    r",?\s+and\s+(?:(?:then|later|also)\s+)?(?:is|are|was|were|will|would|had|has|left|flew|went|"
    r"arrived|travell?ed|told|called|urged|agreed)\b",
    re.I,
)
LED_IN = re.compile(
    r"\b(?:(?P<of>(?:retreat|resort|suburb|island|estate|ranch)\s+of)|in|at|(?:capital|city|town|village|port)(?:\s+of)?|to),?\s+"
    r"(?:the\s+)?(?:(?!between\b|of\b|with\b|and\b|the\b|from\b|by\b|talks\b|meetings?\b)[\w’'-]+\s+){0,3}$",
    re.I,
)
# "of U.S. troops" names no place where anything was held; "his retreat of Sochi on Wednesday" does.
CLOSED = re.compile(
    r"\s*(?:[,.;)]|(?:and|on|in|by|for|to|with|last|this|today|yesterday)\b|$)", re.I
)
SEAT = re.compile(r"\b(?:capital|city|town)\b", re.I)  # "the X capital Y": Y it is
# "in Y, near X": it was not in X.
NEAR_BY = re.compile(
    r"\b(?:near|outside|(?:north|south|east|west)\s+of|(?:km|kilomet\w+|miles)\s+\w+)\s+"
    r"(?:[\w’'-]+\s+){0,4}$",
    re.I,
)
# "the Páramo de Y mountains" are no place called Páramo.
NAME_OF_MORE = re.compile(r"\s+(?:de|del|du|da|do|dos|des|della)\s+(?-i:[A-Z])", re.I)
# "the Y Peace Centre" is no place of that name.
NAME_GOES_ON = re.compile(
    r"\s+(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))[A-Z]\w"
)
INSTITUTION = re.compile(
    r"\s+(?:(?:presidential|government|royal|national)\s+)?(?:palace|ministry|embassy|hotel|university|barracks|airport|hospital|prison|street|avenue|square|"
    r"house|road|bridge|river|format|process|track|war|conflict|crisis|strip|truce|cease-?fire)\b",
    re.I,
)
GONE = re.compile(r"paid|visited", re.I)
# Between a meeting and a date, these say that another event's day is told.
OTHERS_DAY = re.compile(
    r"\b(?:ahead\s+of|visit|trip|deadline|which|who|whose|that|protest|after|since|agreement|truces?|cease-?fires?|attacks?|strikes?|"
    r"raids?|bombings?|killings?|shelling|massacre|murders?|assassination|offensive|elections?)\b",
    re.I,
)
# "after the talks are concluded" is still to come.
TO_END = re.compile(r"\b(?:after|once|when|until|before)\s+(?:the\s+)?(?:\w+\s+){0,2}$", re.I)
PRESENT_END = re.compile(r"\b(?:is|are)\s+(?:concluded|held|over|ended|completed)$", re.I)
PARTED = re.compile(
    r"\b(?:after|though|although|while|when|said|that|before|but|since|who|during|following)\b(?!\s+on\s+an?\b)",
    re.I,
)
# "agreed on Sunday to meet": who meets stands before it all.
AGREED = re.compile(
    r"\b(?P<verb>agreed|plans?|planned|is|are|was|were)\s+(?:due\s+|scheduled\s+)?"
    r"(?:on\s+\w+day|today|yesterday)\s+(?:due\s+|scheduled\s+)?to\s+$",
    re.I,
)
SEAT_OF_STATE = re.compile(r"\b(?:capital|city)$", re.I)
HOSTING = re.compile(r"host|broker|mediat", re.I)
