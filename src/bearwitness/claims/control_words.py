"""The words by which control of a place is told: verbs, holders, kinds of place, what is unreal."""

from __future__ import annotations

import re

from bearwitness.claims.speech_words import words

# Stems of a sentence that may tell who holds a place, searched in lower case.
STEMS = re.compile(
    r"control|captur|seiz|re-?tak|retook|overr[ua]n|liberat|conquer|wrest|occup|besieg|siege|"
    r"encircl|stronghold|bastion|\bhands\b|capital|-held|-run|\bheld\b|\bholds?\b|\brun by|"
    r"\bfell\b|\bfall(?:en|s)? (?:to|from|in|out)\b|\blost\b|\blos(?:es|ing)\b|\bceded\b|"
    r"withdr[ae]w|pulled (?:out|back)|retreated|\btook\b|\btaken?\b|\btaking\b|\brul(?:es|ed) |"
    r"reclaim|freed|\bleft\b|vacated|battles? for|"
    r"fight(?:ing)? (?:for|over)|contested|secured|\bsurround(?:ed|ing)\b|"
    r"abandon|relinquish|surrender|\bdr(?:ove|iven|iving)\b|push(?:ed|ing)|expel|oust|dislodg|"
    r"evict|flush|forced|routed|cleared"
)
KINDS = (
    r"(?:city|cities|towns?|villages?|townships?|hamlets?|district(?:\s+cent(?:er|re)|s)?|"
    r"provinces?|provincial\s+capital|capital|neighbou?rhoods?|regions?|areas?|base|airport|airbase|"
    r"camp|port|crossing|island|settlements?|localit(?:y|ies)|communes?|governorate|suburb|enclave|"
    r"hills?|municipalit(?:y|ies)|sub-?districts?|countryside|department|stronghold|bastion|redoubt|"
    r"[“\"]?(?:safe\s+(?:area|haven))[”\"]?)"
)
# What may stand between a verb and the name of what is held.
_DET = (
    r"(?:(?:the|most|much|parts?|all|half|large|whole|several|areas?|swathes|nearby|"
    r"strategic|key|northern|southern|eastern|western|central|neighbou?ring|provincial|border|"
    r"besieged|of|his|her|their|its|rebel-held|government-held|last|major|historic|ancient|desert|oil-rich|entire|"
    r"Syrian|Iraqi|Libyan|nearly|almost|some|vast|predominantly|mostly|coastal|port|small)\s+){0,6}"
)
# What is said of a town before the word for it: "the mainly Kurdish mining town of".
QUALIFIED = (
    r"(?:(?!(?:in|on|at|from|of|by|and|to|near|with|as|for|against|that|which|who|between|towards?|into|through)\b)"
    r"[\w’'.-]+\s+){0,3}?"
)
_FOLLOWING = r"(?:\s+(?:the\s+)?following\s+[\w\s]{3,25}:)?"
OBJECT = re.compile(
    rf"{_FOLLOWING}\s+{_DET}(?:{QUALIFIED}{KINDS}\s+(?:of\s+)?)?(?:called\s+|named\s+)?$", re.I
)
# ", the capital of" after a name: no second place that is taken.
APPOSED_KIND = re.compile(
    rf"(?!the\s+(?:city|town|village|settlement)s?\s+of\b)(?:the|an?|its|one|home)\s+(?:[\w’'-]+\s+){{0,3}}?{KINDS}\b|home\s+to\b|capital\s+of\b|"
    r"(?:cities|towns)\s+(?:of|in)\b",
    re.I,
)
NAME = (
    r"(?P<name>(?:[Aa]l-|[Ee]l-)?[A-Z][\w’'-]+"
    r"(?: (?:al-|el-|ar-|as-|al |El )?[A-Z][\w’'-]+){0,3})"
)
OBJECT_NAME = re.compile(
    rf"{_FOLLOWING}\s+{_DET}(?P<kind>{QUALIFIED}(?i:{KINDS})\s+(?:of\s+)?)?(?:called\s+|named\s+)?{NAME}"
    rf"(?P<after>\s+(?i:{KINDS})\b)?"
)
BARE = re.compile(
    r"\s+(?:the|their|all\s+of\s+the|nearly\s+all\s+of\s+the|"
    r"control\s+of\s+the|(?:full\s+)?control\s+over\s+the)\s+(?:rest\s+of\s+the\s+)?"
    rf"{QUALIFIED}"
    r"(?:city|town|village|province|enclave|capital)\b(?![’'])"
    r"(?!\s+(?:hall|council|cent(?:er|re)|hospital|prison|of|in)\b)",
    re.I,
)
BARE_ALL = re.compile(
    r"\s+(?:(?:control\s+of\s+)?(?:the|both|these|those|all)\s+)(?:(?:two|three|four|five|six)\s+)?"
    rf"{QUALIFIED}(?:cities|towns|villages|districts|settlements)\b"
    r"(?!\s+of\s|\s+in\s+(?!early|late|(?-i:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\d))",
    re.I,
)
_FULL = (
    r"(?:[“\"]?(?:full|fully|complete|total|back|effective|its|their|the|over|sole|military|new)"
    r"\s+)*"
)
# "seized on Friday morning control of": a day between the verb and what is seized.
_TODAY = r"(?:(?:on\s+)?\w+day(?:\s+(?:morning|evening|night|afternoon))?\s+|today\s+)?"
TAKE = re.compile(
    r"\b(?P<verb>(?:seiz|tak|gain|regain|secur|assum|establish|re-?establish|achiev|solidif(?:i|y)|"
    r"consolidat|restor|impos|extend|resum|wrest|retak|recover|reclaim|claim)(?:ed|es|e|ing|en|s)?\s+"
    rf"{_TODAY}{_FULL}control[”\"]?\s+(?:of|over)|took\s+{_TODAY}{_FULL}control[”\"]?\s+(?:of|over)|"
    r"(?:seiz|captur|recaptur|liberat|conquer|occupi|reoccupi|overrunn|reconquer)(?:ed|es|e|ing)|"
    r"reclaim(?:ed|ing)|reclaims|re-captured|"
    r"occupy(?:ing)?|conquering|retook|re-took|retaken?|retaking|overran|overrun|"
    r"(?:took|taken|take|takes|taking)(?:\s+(?:over|back))?|wrested|wresting|secured|freed|regain(?:ed|s|ing)?)"
    r"[”\"]?(?=\s)",
    re.I,
)
LOSE = re.compile(
    r"\b(?P<verb>(?:lost|loses?|losing|ceded|relinquished|surrendered)(?:\s+control\s+(?:of|over))?|"
    r"abandoned|"
    r"(?:withdrew|pulled\s+out|pulled\s+back|retreated|withdrawn|(?:was|were|been)\s+(?:expelled|driven|"
    r"ousted|pushed|forced|flushed|dislodged))\s+(?:from|out\s+of))"
    r"(?=\s)",
    re.I,
)
# "troops have left TOWN"; a person who has left a town loses nothing.
LEAVE = re.compile(
    r"\b(?:troops|forces|fighters|soldiers|rebels|army|militants|units|militias|militiamen)\s+"
    r"(?:has|have|had)\s+(?:\w+ly\s+|also\s+)?(?P<verb>left|vacated|quit)(?=\s)",
    re.I,
)
# "drove the rebels out of TOWN": who is driven out lost it.
DRIVE_OUT = re.compile(
    r"\b(?P<verb>dr(?:ove|iven|iving)|push(?:ed|ing)|expell(?:ed|ing)|oust(?:ed|ing)|dislodg(?:ed|ing)|"
    r"evict(?:ed|ing)|flush(?:ed|ing)|forc(?:ed|ing)|rout(?:ed|ing)|clear(?:ed|ing))\s+"
    r"(?P<whom>(?:[\w’'-]+\s+){1,5}?)(?:back\s+)?(?:out\s+of|from)(?=\s)",
    re.I,
)
# "pushed them further away from TOWN" tells of nobody who held it.
NOT_OUT = re.compile(r"\b(?:further|farther|away|to\s+(?:retreat|withdraw|flee))\b", re.I)
CONTROLS = re.compile(
    r"(?<![-–])\b(?P<verb>controls|controlled|holds|rules|holding|controlling|"
    r"(?:now|still|currently|they|who|which|that|and|units|rebels|militants|fighters|forces|troops|"
    r"Taliban|insurgents|guerrillas|jihadists|militias?)\s+(?:control|hold|rule)|"
    r"(?:still|now)\s+held|"
    r"(?:has|have|had)\s+(?:long\s+|largely\s+)?(?:held|controlled|ruled|run)|"
    rf"(?:has|have|had|with)\s+(?:also\s+|now\s+)?{_FULL}control\s+(?:of|over)|"
    r"in\s+(?:full\s+|complete\s+|total\s+|firm\s+)?control\s+of)(?=\s)",
    re.I,
)
CONTEST = re.compile(
    r"\b(?P<verb>(?:fight\w*|battl\w*|vying|struggl\w*)\s+(?:for|over)(?:\s+the)?"
    r"(?:\s+control\s+(?:of|over))?|(?:battles?|fight)\s+for(?:\s+control\s+of)?|contested)"
    r"(?=\s)",
    re.I,
)
BESIEGE = re.compile(
    r"\b(?P<verb>besieg(?:ed|es|ing|e)|laid\s+siege\s+to|lay\s+siege\s+to|encircl(?:ed|ing|es)|"
    r"surround(?:ed|ing)|siege\s+(?:of|on))(?=\s)",
    re.I,
)
FELL = re.compile(
    r"\b(?:fell|fallen|falls|fall)\s+(?:(?P<to>(?:in)?to\s+(?:the\s+hands\s+of\s+)?)|"
    r"(?P<out>(?:from|out\s+of)\s+))(?P<who>[^,.;:]{2,60})",
    re.I,
)
HYPHEN = re.compile(
    r"\b(?P<who>(?:[A-Z][\w’'.-]*\s){0,2}[\w’']+)[-–](?i:held|controlled|run|ruled|occupied)\s+"
)
STRONGHOLD = re.compile(
    r"\b(?:stronghold|bastion|(?:de\s+facto|self-declared|self-styled|self-proclaimed)\s+capital)"
    r"\s*(?:of\s+|in\s+|,\s*)?(?:the\s+(?:city|town|village|province)\s+of\s+)?$",
    re.I,
)
APPOSED_STRONGHOLD = re.compile(
    r"^\s*(?:,|(?:is|was|remains?|remained|has\s+been)(?:\s+long)?)\s+(?:the|an?|its|once\s+an?)\s+(?P<who>[^\s,.;:]+(?:\s[^\s,.;:]+){0,2}?)(?:[’']s?)?\s+"
    r"(?:(?:de\s+facto|main|last|former|key|major|significant|remaining|self-declared|self-styled)\s+)*"
    r"(?:stronghold|bastion|(?P<plain>capital))\b"
    r"|^\s*,\s+(?:the|an?|its)\s+(?:(?:de\s+facto|main|last|key|major|self-declared|self-styled)\s+)*"
    r"(?:stronghold|bastion|capital)\s+of\s+(?:the\s+)?(?:self-\w+\s+)?(?P<of>[^,.;:]{2,40})",
    re.I,
)
HELD_BY = re.compile(
    r"\b(?P<lead>is|was|are|were|been|being|remains?|remained|city|town|village|district|province|"
    r"now|currently|still|mostly|largely|partly|area|areas|territory|parts|region|regions|"
    r"countryside|zones?|(?=,))(?:,)?\s+(?:(?:\w+ly|later|then|first|since|also|however|again|already)\s+)?"
    r"(?P<verb>held|controlled|ruled|occupied|besieged|captured|seized|retaken|recaptured|overrun|"
    r"liberated|reclaimed|freed|taken(?:\s+over)?|surrounded|encircled|run|reoccupied|conquered)\s+"
    r"(?:(?:in|on|last|this|since|earlier)\s+(?:[\w\d]+\s+){1,3}?)?"
    r"(?:from\s+(?P<from>(?:[\w’'-]+\s+){1,4}?))?"
    r"(?:(?:\w+\s+){0,2}?)by\s+",
    re.I,
)
# "was captured on Monday", "has been retaken from the rebels": nobody is said to have done it.
TAKEN_BY_NOBODY = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+|later\s+|then\s+|since\s+|also\s+)?"
    r"(?P<verb>captured|seized|retaken|recaptured|liberated|overrun|reconquered|reclaimed|freed|"
    r"taken\s+back)\b[”\"]?"
    r"(?!\s+(?:[\w-]+\s+){0,4}?by\b)(?:\s+from\s+(?P<from>(?=\S)))?",
    re.I,
)
# "completed the recapture of TOWN": the noun alone may name what is wished for.
CAPTURE_OF = re.compile(
    r"\b(?P<verb>(?:complet|announc|claim|hail|celebrat|confirm|declar|report)(?:ed|es|e|ing|s)?\s+"
    r"(?:the\s+|its\s+|their\s+)?(?:full\s+|complete\s+)?"
    r"(?:recapture|capture|seizure|liberation|takeover|retaking|conquest)\s+of)(?=\s)",
    re.I,
)
LOST_BY = re.compile(
    r"\b(?:capital|city|town|village|province|base)\s+(?P<verb>lost)\s+by\s+(?:the\s+)?", re.I
)
# "the first capital that the government lost", "the heights, which the army captured from …"
RELATIVE = re.compile(
    r"(?P<head>\b(?:capital|city|town|village|base|province|airport|district|enclave|stronghold)"
    r"(?:(?:\s+of)?\s+(?-i:[A-Z])[\w’'-]+)?|,)"
    r"(?P<rel>\s+(?:that|which))\s+(?P<who>(?:the\s+)?[\w’'.-]+(?:\s+[\w’'.-]+){0,3}?)\s+"
    r"(?:(?:claim(?:s|ed)|sa(?:id|ys))\s+(?:to\s+have|it|they)\s+)?"
    r"(?:(?:has|have|had|later|then|first|now|still)\s+)*"
    r"(?P<verb>lost|retaken|taken|took|seized|captured|controls?|holds?|held|occupied|occupies|retook|"
    r"recaptured|overran|liberated|rules?|besieged|besieges)"
    r"(?=\s*(?:[,.;]|in\s+\w|on\s+\w|last|this|early|late|from|during|after|since|earlier|two|three|$))",
    re.I,
)
UNDER = re.compile(
    r"\bunder\s+(?:the\s+)?(?:full\s+)?(?:control|rule)\s+of\s+(?P<who>[^,.;:]{2,60})|"
    r"\bin\s+the\s+hands[”\"]?\s+of\s+(?P<hands>[^,.;:]{2,60})|"
    r"\bunder\s+(?P<adj>(?:the\s+)?(?!(?:full|the|its|their|total|complete|siege)\s)[\w’'-]+"
    r"(?:\s[\w’'-]+){0,2}?)\s+(?:control|rule)\b|"
    r"\bin\s+(?P<own>(?!the\b|its\b|their\b)[\w’'-]+(?:\s[\w’'-]+)?)\s+hands\b",
    re.I,
)
UNDER_SIEGE = re.compile(
    r"\bunder\s+(?:(?P<adj>[\w’'-]+)\s+)?siege\b(?:\s+by\s+(?P<who>[^,.;:]{2,50}))?", re.I
)
# "regime forces, backed by militias, captured …": who stands between commas does not act.
BACKED = re.compile(
    r",\s*(?:(?:who\s+(?:are|were)\s+)?(?:supported|backed|accompanied|led|aided|assisted|joined)\b|"
    r"including|along\s+with|together\s+with|alongside|with\s+(?:the\s+)?(?:help|support|backing))"
    r"[^;]*?,\s*(?:and\s+)?(?:(?:has|have|had|also|then|later)\s+)*$",
    re.I,
)
BACKED_BY = re.compile(
    r"\s+(?:forces\s+|fighters\s+|troops\s+)?(?:(?:backed|supported|aided|helped|accompanied|assisted|"
    r"led)\s+by|with\s+(?:the\s+)?(?:\w+\s+)?(?:support|help|backing|aid)\s+(?:of|from))\b",
    re.I,
)
# Forces that only another word names, or nobody: "it", "they", "its forces", "said that troops".
OWN_FORCES = re.compile(
    r"(?:^|(?<=[\s“‘'\"]))(?P<said>(?:it|they|we|(?:its|their|his|our)\s+"
    r"(?:(?:own|armed|army|military|government|brave|heroic|valiant|glorious|victorious|gallant|special|ground|security)\s+"
    r"(?:and\s+\w+\s+)?)?"
    r"(?:forces|troops|fighters|army|soldiers|men|units|group|movement|militia)|"
    r"the\s+(?:group|movement|militia))|"
    r"(?:(?<=that\s)|(?<=said\s)|(?<=says\s))(?P<bare>troops|forces|fighters|soldiers))"
    r"(?:[’']s|[’']ve)?\s+(?:(?:has|have|had|also|now|then|later|already|fully|completely|successfully|"
    r"reportedly|since|on\s+\w+day|was|were|is|are)\s+)*[“\"]?$",
    re.I,
)
# "forces backed by jets seized": the forces did, with no comma to set the jets apart.
HELPED = re.compile(
    r"\s(?:backed|supported|aided|accompanied|assisted)\s+by\s+[^,;]{3,60}?\s+"
    r"(?:(?:has|have|had|also|then|later)\s+)*$",
    re.I,
)
# "in fights with the group and took": who stands after such a word does not act.
OBJECT_OF = re.compile(
    r"(?P<head>[\w’'-]+)\s+(?:with|against|from|by|between|among|near)\s+(?:(?:the|an?|its|their)\s+)?"
    r"(?:(?!(?:the|that|said|says|and|or|but|when|while|as|after|before|on|in|at|\w+day)\b)"
    r"[\w’'.-]+\s+){0,2}$",
    re.I,
)
# "militias loyal to the government took" tells of the militias.
LOYAL_TO = re.compile(
    r"\b(?:(?:loyal|opposed|allied|hostile)\s+(?:to|with)\s+(?:[\w’'.-]+\s+){0,4}|"
    r"\b(?:groups?|forces|fighters|troops|militias)\s+(?:fighting|battling)\s+(?:[\w’'.-]+\s+){0,4})$",
    re.I,
)
# "a convoy loaded with fighters seized" tells of the fighters.
MEMBERS = words(
    """
    members men units elements columns group groups wing branch faction people loaded filled
    packed full
    """
)
# "fighters operating as part of Operation X": still the fighters.
OPERATING = re.compile(
    r"\b(?:operating|acting|fighting|serving)\s+(?:as\s+part\s+of|as\s+part|under|within|alongside|for)\b",
    re.I,
)
NO_NAMES = words(
    """
    the this that these those it he she they we there here what who a an in on at monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """
)
# Words of a headline in which every word has a capital.
NOT_NAMES = words(
    """
    key strategic capture captures captured seize seizes seized another major last district
    districts town towns village villages control base army troops rebels military northern
    southern eastern western north south east west state historic coastal
    from in on at by after as with
    """
)
PEOPLES = words(
    "shiite shia sunni christian druze kurdish alawite arab muslim yazidi turkmen jewish coptic"
)
BESIEGED_PLACE = re.compile(
    r"\b(?:the\s+)?besieged\s+(?:[\w-]+-held\s+)?(?:(?:city|town|village|enclave|district|"
    r"province)\s+of\s+)?$",
    re.I,
)
LED_TO = re.compile(
    r"\b(?:led\s+to|resulted\s+in|ended\s+(?:in|with))\s+(?P<who>(?:the\s+)?[\w’'-]+(?:\s[\w’'-]+)?)"
    r"\s+(?:taking\s+)?control\s+(?:of|over)(?=\s)",
    re.I,
)
SINCE = re.compile(r"\bsince\b", re.I)
# What stands before "in TOWN" and is itself what is held, or what is told of it.
NOT_TOWN = re.compile(
    r"\b(?:embassy|mayor|buildings?|office|church|school|university|hospital|site|positions?|road|"
    r"highway|station|archbishop|bishop|governor|house|hotel|posts?|farms?|prison|residents?|"
    r"people|near|journalist|convoy|checkpoints?|headquarters|areas|parts|market|camp|sectors?)\b"
    r"[^,]{0,20}$",
    re.I,
)
# "the mayor of TOWN, PROVINCE, is in the hands of …" tells of a person.
# "in eastern TOWN", "especially in TOWN": no more than a part, or one of several.
SIDE_OF = re.compile(
    r"\b(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|"
    r"northern|southern|eastern|western|central)\s+$|"
    r"\b(?:especially|particularly|mainly|including|such\s+as)\s+(?:in\s+)?(?:the\s+)?(?:\w+\s+)?$",
    re.I,
)
# ", with the support of X," anywhere before the verb: X does not act.
ASIDE = re.compile(
    r"\s[-–—]\s[^-–—;]*\s[-–—]\s|"
    r",\s*(?:ignoring|defying|despite|overcoming|backed|supported|accompanied|aided|assisted|joined|including|along\s+with|together\s+with|"
    r"alongside|with\s+(?:the\s+)?(?:\w+\s+)?(?:help|support|backing|aid|assistance))\b[^,;]*,",
    re.I,
)
AGAINST = re.compile(
    r"\b(?:against|targeting|on|with|at|fought|battled|attacked|raided|stormed|ambushed|shelled|bombed)\s+"
    r"(?:(?:the|an?)\s+)?(?:[\w-]+\s+){0,2}$",
    re.I,
)
AND_THEN = re.compile(r"[\w\s]{0,40}?,?\s+and\s+(?:(?:then|later|also|have|has|had)\s+)*$", re.I)
# A verb of its own between somebody and "controlled", with no "and": the latter is a participle.
OTHER_VERB = re.compile(
    r"\b(?:shelled|bombed|attacked|hit|targeted|struck|launched|killed|clashed|bombarded|fired|raided|"
    r"pounded)\b(?![^;]*\band\b)",
    re.I,
)
# The passives that a list of places may stand before.
DONE = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been|had\s+been|are|is|remain(?:s|ed)?)\s+"
    r"(?:also\s+|\w+ly\s+|now\s+|later\s+|then\s+)*(?:captured|seized|retaken|recaptured|liberated|overrun|reclaimed|freed|taken|held|controlled|"
    r"occupied|besieged|surrounded|under|in\s+the\s+hands)\b",
    re.I,
)
# "The recaptured villages are A, B and C."
NAMED_AS = re.compile(
    rf"\b(?P<verb>recaptured|captured|liberated|seized|freed|retaken|occupied|reclaimed|overrun)\s+"
    rf"{KINDS}\s+(?:are|were|include|included|is|was)(?:\s+named)?:?(?=\s)",
    re.I,
)
# "residents of the town said the rebels were in control": of the town.
IN_CONTROL = re.compile(
    r"\b(?P<verb>(?:is|was|are|were|remain(?:s|ed)?)\s+(?:(?:now|still|fully|firmly|back)\s+)*"
    r"in\s+(?:full\s+|complete\s+|total\s+)?control)\b(?!\s+(?:of|over)\b)",
    re.I,
)
# "was occupied by X on 3 May": a taking.
ON_A_DAY = re.compile(
    r"(?:\s+(?:forces|troops|army|fighters))?\s+(?:late\s+|early\s+)?(?:on|in)\s+(?:\d|[A-Z])"
)
# "northeast of TOWN": says where something else lies.
LANDMARK = re.compile(
    r"\b(?:(?:north|south|east|west)\w*\s+of|(?:km|kilomet\w+|miles?)\s+(?:\w+\s+)?(?:of|from|to)|"
    r"near|outside|away\s+from)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?(?:capital,?\s+|city\s+of\s+|town\s+of\s+)?$",
    re.I,
)
INSURGENTS = re.compile(
    r"\b(?:(?P<rebels>rebels?|fighters?|guerrillas?)|(?:insurgent|militant|jihadist|extremist|"
    r"terrorist|islamist)s?)\b",
    re.I,
)
# "in the hands of our forces": of whoever says it.
OWNED = re.compile(
    r"\s*(?P<said>(?:our|its|their)\s+(?:[\w-]+\s+)?"
    r"(?:forces|troops|fighters|army|soldiers|men|units))\b",
    re.I,
)
# "X gained ground alongside other groups, seizing TOWN": X seized it.
BESIDE_OTHERS = re.compile(r"\b(?:alongside|together\s+with|along\s+with)\b[^;]{3,60},\s+$", re.I)
AFTER_DOING = re.compile(r"\b(?:after|before|by|upon|following|having)\s+(?:\w+ly\s+)?$", re.I)
TO_COME = re.compile(r"\b(?:will|would|could|may|might|if|shall|plans?\s+to)\b", re.I)
# "X withdrew and the army took …": the army, whoever else stands before.
BODY_BEFORE = re.compile(
    r"(?:[,;]|\b(?:and|but|while|as|before|after|when))\s+(?:the\s+)?(?P<body>"
    r"(?:(?:government|rebel|regime|opposition|separatist|insurgent|guerrilla|federal|loyalist)\s+)?"
    r"(?:army|military|troops|soldiers|forces|fighters))\s+"
    r"(?:(?:has|have|had|then|later|also|soon|still|now|\w+ly)\s+)*$",
    re.I,
)
# "OTHER, a factory town the army captured in February".
APPOSED_TAKEN = re.compile(
    rf"(?P<town>{NAME}),\s+(?:an?|the)\s+(?:[\w-]+\s+){{0,3}}?(?:city|town|village)\s+"
    r"(?P<rel>(?:that\s+|which\s+)?)(?P<who>(?:the\s+)?[\w’'.-]+(?:\s+[\w’'.-]+){0,2}?)\s+"
    r"(?:(?:has|have|had)\s+)?(?P<verb>took|seized|captured|retook|recaptured|overran|liberated)"
    r"(?=\s*(?:[,.;]|in\s+\w|on\s+\w|last|this|early|late|from|during|after|earlier|and|$))"
)
# "the capture of TOWN by X was …": a fact, unless it would be one.
CAPTURE_BY = re.compile(
    r"\b(?P<verb>(?:capture|recapture|seizure|liberation|takeover|conquest)\s+of)(?=\s)", re.I
)
BY_WHOM = re.compile(r"\s+(?:(?:on|in|last|late|early|this)\s+(?:\w+\s+){1,3}?)?by\b", re.I)
NOT_YET = re.compile(r"[^.;]{0,40}?\b(?:would|could|will|may|might)\b", re.I)
# "took several towns, including A and B".
INCLUDING = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}?(?:cities|towns|villages|districts|settlements|areas)\b[^.;:]{0,60}?,?"
    r"\s+(?:including|among\s+them|notably|namely)\s+(?=\S)"
)
BARE_IT = re.compile(r"\s+it\b(?=\s*(?:[,.;]|$|(?:in|on|from|after|last|during|earlier|back)\b))")
PARTLY = re.compile(r"\b(?:partial|part|most|large)ly\b", re.I)
# Verbs whose object, or the subject of whose passive, is a place whatever its name.
OF_PLACES = re.compile(
    r"\bunder\b|re-?captur|re-?tak|regain|re-?took|retook|overr[ua]n|liberat|reclaim|reconquer|control[”\"]?\s+(?:of|over)",
    re.I,
)
# What a region told right after a name says of where it lies: "X in southern IDLIB".
IN_REGION = re.compile(
    r"\s*(?:village|town|city)?\s*(?:,|in|of|\()\s+(?:the\s+)?(?:[\w-]+\s+){0,4}$", re.I
)
PERSON_OF = re.compile(
    r"\b(?:mayor|governor|bishop|priest|residents?|people|members?|soldiers?|hostages?|native)\s+"
    r"(?:of|from|in)\s+[^;]{0,40}$",
    re.I,
)
# "a load of rifles bound for TOWN was captured": the load was.
BOUND_FOR = re.compile(
    r"\b(?:bound\s+for|destined\s+for|intended\s+for|en\s+route\s+(?:to|for)|headed\s+(?:to|for)|"
    r"heading\s+(?:to|for)|on\s+(?:its|their|the)\s+way\s+to|from\s+(?:[\w-]+\s+){1,3}to)\s+(?:the\s+)?$",
    re.I,
)
AFTER_TOWN = re.compile(
    r"^\s*(?:[-–]\s(?=(?-i:[A-Z]))|(?:headquarters|building|compound|highway|road|street|avenue|embassy|university|airport|prison|hospital|"
    r"police|army|residents?|people|officials?|citizens?|nationals?|stadium|hotel|church|suburbs?|"
    r"estates?|ranch|hacienda|plantation|outskirts|countryside|border|frontline|front|front-?lines?|axis|mosque|market|mayor|governor|"
    r"(?:province|governorate|state|region)[’']s|(?:state|provincial|regional)\s+(?:capital|headquarters)|"
    r"citadel|castle|fortress|valley|river|mountains?|hills?|lake|peninsula|pocket|bridge|farms?|refinery|dam|oil|gas|barracks|military|post|air\s?(?:force\s+)?base|airbase|base|area\s+of)\b|[’']s?\s)",
    re.I,
)
LINKING = re.compile(
    r"^(?:\s+(?:region|province|district|city|town))?(?:\s*,[^,;]{0,70},)?(?:[\s,()]|which|that|where|is|was|are|were|has|have|had|been|being|"
    r"be|remains?|remained|now|still|largely|mostly|partly|currently|later|then|also|and|first|the|"
    r"a|an|it|city|town|village|province|district|area|region|countryside|fully|completely|briefly|reportedly|recently|swiftly|quickly|temporarily|once|"
    r"under|governorate|suburb|neighbou?rhood|previously|provincial|capital|only|largest|major|to|"
    r"last|became|become|becomes|key|strategic|in|eventually|finally|latest|of|northern|southern|"
    r"eastern|western|central|for|months|years|weeks|decades|long|entire|whole|Syrian|Iraqi|Libyan|Yemeni|Afghan)*$",
    re.I,
)
PARTED = re.compile(
    r"\b(?:after|when|while|before|because|as|where|although|but|and\s+that)\b|;", re.I
)
UNREAL = re.compile(
    r"\b(?:tr(?:y|ies|ied|ying)\s+to|attempt\w*|fail\w*|aim\w*|plan\w*|want\w*|hop\w+|bid\s+to|"
    r"vow\w*|threat\w*|prepar\w+|could|would|may|might|if|sought|seek\w*|repel\w*|repuls\w*|"
    r"prevent\w*|not|never|no|without|will|offensive\s+to|operation\s+to|push\s+to|order\s+to|"
    r"effort\w*\s+to|fight\w*\s+to|battl\w*\s+to|struggl\w*\s+to|in\s+order\s+to|campaign\s+to|"
    r"attempt\w*\s+(?:to|at)|unable\s+to|neither|nor|nearly|almost|until|unless|once|thwart\w*|"
    r"foil\w*|deny|denied|denies|instead\s+of|rather\s+than|close\s+to|about\s+to)\b|n[’']t\b",
    re.I,
)
# "supporting them in retaking TOWN", "aimed at taking TOWN": not done yet.
GERUND = re.compile(r"\w+ing\b", re.I)
OF_DOING = re.compile(r"\b(?:in|for|of|at|from|towards?)\s+(?:re-)?$", re.I)
TO_HELP = re.compile(r"\bto\s+(?:help|assist|allow|enable|let)\b[^,;]*$", re.I)
# "helped the army retake TOWN": the army did.
HELPING = re.compile(
    r"\bhelp(?:s|ed|ing)?\s+(?P<who>(?!to\b)[^,;]{3,60}?)\s+(?:to\s+)?(?:re)?$", re.I
)
MANAGED = re.compile(
    r"\b(?:managed|able|succeeded\s+in|went\s+on|succeed\w*|advanced|helped\s+[\w\s]{3,40}?)"
    r"\s*(?:to\s+)?$",
    re.I,
)
# A part of a town that is held is not the town.
PART_OF = re.compile(
    r"\b(?:parts?|pockets?|sections?|areas?|blocks?|positions?|sectors?|percent|%|neighbou?rhoods?|"
    r"chunks?|swathes?|swaths?|portions?|slices?|cent(?:er|re)|(?:villages|towns|settlements|localities)(?=\s+in)|"
    r"heart|most|much|half|(?:more|others)(?=\s+in)|(?:regional\s+|provincial\s+)?capital|countryside|"
    r"districts|(?:a|one|another)\s+(?:\w+\s+)?district|outskirts|edges?|suburbs?|streets?|sides?)\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:(?:northern|southern|eastern|western|central)\s+)?(?:(?:city|town|village)\s+of\s+)?$",
    re.I,
)
# A siege that is lifted, and one that is remembered by name.
SURROUNDING = re.compile(
    r"\b(?:is|are|was|were|been|forces?|troops|fighters|rebels|soldiers|militias?|militants|army|"
    r"guerrillas|tanks|insurgents|separatists)\s+$",
    re.I,
)
SIEGE_OVER = re.compile(
    r"\b(?:lift|br[eo]ak|broke|broken|end|rais|surviv|remember|commemorat|since|anniversary\s+of|after)"
    r"\w*\s+(?:the|a|their|its|his)?\s*(?:[\w-]+\s+){0,2}$",
    re.I,
)
# What may follow the second of two names after a verb of taking: not another verb.
LISTED = re.compile(
    r"\s*(?:[,.;)]|$|(?:in|on|from|after|last|this|over|during|earlier|as|since|by|to|before|late|"
    r"early|with|amid|while|and|near)\b)",
    re.I,
)
# "an attempt to enter and capture TOWN".
TO_AND = re.compile(r"\bto\s+(?:\w+\s+){1,2}and\s+$", re.I)
TO_BEFORE = re.compile(r"\bto\s+$", re.I)
# "after the government takes control" is still to come.
PRESENT = re.compile(r"(?:takes?|seizes?|captures?|regains?|gains?|retakes?|recaptures?)\b", re.I)
# "First we take TOWN, then …" tells of what people do, not of what was done.
BY_ANYONE = re.compile(r"\b(?:we|they|you|I)\s+$")
SUBORDINATE = re.compile(r"\b(?:if|once|until|when|after|before|should)\b[^,;]{0,50}$", re.I)
ADJECTIVAL = re.compile(
    r"\b(?:the|a|an|of|in|from|to|on|at|its|their|his|newly|recently|previously|inside|into|"
    r"near|and)\s+$|[,(]\s*$",
    re.I,
)
NOT_PLACES = words(
    "capital capitals control are is was the areas area center centre north south east west"
)
# Forces of a state that is not named: that of the place they hold or lose.
GENERIC_STATE = re.compile(
    r"^(?:the\s+)?(?:regime|government|army|military|soldiers|troops|state|junta)"
    r"(?:\s+(?:forces?|army|troops|soldiers|military))?$",
    re.I,
)
ARMED_NOUNS = words(
    """
    forces force fighters fighter rebels militants troops army brigade brigades corps militia
    militias faction factions insurgents guerrillas coalition jihadists gunmen extremists battalion
    soldiers paramilitaries separatists units alliance junta
    """
)
