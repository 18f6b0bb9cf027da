"""Who did it and to whom, as a sentence says it: the two sides around a word of violence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bearwitness.claims.actors import ActorMention
from bearwitness.claims.crowds import crowd
from bearwitness.claims.opposed import opposed, stands_by
from bearwitness.model.claim import Actor
from bearwitness.text.sentences import Sentence

_ARMED = frozenset(("state_force", "rebel", "militia"))
# People who can do violence though they are no force: named so by the press.
_VIOLENT_PEOPLE = frozenset(("gen-rioters", "gen-suspect", "gen-protesters"))
# Who is arrested or hurt after its own deed is not whom the deed was done to.
_PERPETRATORS = frozenset(("gen-suspect", "gen-gunmen"))
_SPEAKS = re.compile(
    r"^(?!\W*(?:which|whom|that)\s+(?-i:[A-Z]))\W{0,2}(?:\w+\W+){0,2}?(?:said|says|say|told|announced|confirmed|reported|added|stated"
    r"|denied|accused|called|described|condemned|hailed|branded|vowed|warned|"
    r"sources?|spokes\w+|officials?|chief|commander|officer|report|statement|identified"
    r"|investigat\w+|responded|estimated?|estimates|believes?|assess\w*|blamed?|blames|deny|denies"
    r"|claims?(?!\s+responsib)|thinks?|suspects?|arrived|headquarters|department|minist\w+"
    r"|describes|considers|regards|labels|(?-i:Command)|intervened|transferred|rescued|evacuated"
    r"|(?<!was )(?<!were )(?:cordoned|deployed|rushed|found|discovered|recovered))\b|"
    r"^(?:['’]s?)?(?:\s+\(?[\w-]+\)?){0,6}\s+(?:have|has|had)\s+(?:said|confirmed|announced"
    r"|reported|denied|told)\b",
    re.I,
)
_HARMED = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|wound(?:ed|s|ing)?|injur(?:ed|es|ing)|shot(?:\s+dead)?|assassinat\w+"
    r"|murder(?:ed|s|ing)?|abduct\w+|kidnap\w+|behead\w+|execut(?:ed|es|ing))\s+"
    r"(?:(?!(?:in|by|during|as|and|when)\s)[\w-]+\s+){0,4}$",
    re.I,
)
_SAYS = re.compile(r"\b(?:said|says|told|announced|confirmed|reported|added|stated)\b", re.I)
_TOLD_BY = re.compile(
    r"(?:(?:according to|told|citing|quoting)|(?:spokes\w+|minister|official|source)s?"
    r"\s+(?:for|of|in))\s+(?:the\s+)?(?:\w+\s+){0,2}$",
    re.I,
)
_BY = re.compile(
    r"\b(?:by|blamed on|attributed to|carried out by|perpetrated by|conducted by|launched by"
    r"|claimed by|blam(?:ed|es|ing)|point\w*\s+(?:a|the)\s+finger\s+(?:of\s+\w+\s+)?at|"
    r"at the hands of|work of)\s+(?:(?:a|an|the|two|three|four|some|several|suspected|alleged|"
    r"unidentified|unknown|armed|local|members? of|fighters? (?:of|from)|group of"
    r"|\w+ly)\s+)*(?:[\w-]+\s+){0,3}$",
    re.I,
)
_AT = re.compile(
    r"\b(?:on|onto|towards?|against|targeting|targeted|hit|struck|attacked|attacking|shelled|bombed"
    r"|bombarded|pounded|to\s+(?:strike|target|bomb|attack|shell|ambush|raid|storm|hit)|"
    r"at|ambushed|raided|stormed|kill|killed|killing|kills|wounded|wounding|injuring|injured|with|of"
    r"|fought|fighting|"
    r"battled|kidnapped|abducted|shot|among|including|neutrali[sz]ed|eliminated|executed|beheaded|murdered|destroyed"
    r"|arrested|detained|"
    r"near|between)\s+(?:(?:a|an|the|its|their|two|three|four|five|six|seven|eight|nine|ten"
    r"|dozens of|at least|"
    r"more than|some|several|\d[\d,]*|members? of|positions? of|fighters? (?:of|from)|suspected"
    r"|dead|unarmed|up to|"
    r"civilian|armed|other|many|group of|convoy of|number of|around|about)\s+)*"
    r"(?:(?!(?:in|by|during|as)\s)[\w-]+\s+){0,2}$",
    re.I,
)
# International forces that are attacked; what they do themselves is seldom told as violence.
_PEACEKEEPERS = frozenset(
    f"un-{mission}" for mission in ("monusco", "minusca", "minusma", "unmiss", "unamid", "unifil")
)
# "A village held by X": who holds, backs or tells of it is no doer.
_NOT_DONE = re.compile(
    r"\b(?:held|(?:re-?)?taken|recaptured|liberated|abandoned|controlled|run|ruled|occupied|governed|administered|besieged|surrounded|dominated"
    r"|populated|inhabited|backed|supported|reported|documented|condemned|used|frequented|guarded"
    r"|protected|patrolled|owned|escorted|driven|manned|found(?:\s+(?:dead|alive|lifeless))?|repelled|repulsed|thwarted|foiled|averted|stopped|accompanied|followed|responses?|reactions?|search|pursuit|appeal|statement|reports?"
    r"|investigation)\s+(?:\w+ly\s+)?$",
    re.I,
)
_CLAIMED = re.compile(
    r"^\W*(?:\w+\W+){0,4}?(?:claim(?:ed|s) (?:responsibility|the attack|it|credit)"
    r"|said (?:that )?(?:it|they|its \w+|one of its \w+|\w+ of its \w+) (?:had |have )?"
    r"(?:carried out|(?:was|were) (?:behind|responsible)))",
    re.I,
)
# "Sources attributed the attack to X", "blamed the shelling on X"
_BLAMED = re.compile(
    r"\b(?:attribut\w+\s+(?:[\w-]+\s+){1,4}?to|blam\w+\s+(?:[\w-]+\s+){1,4}?on)\s+"
    r"(?:(?:the|suspected|alleged|members\s+of)\s+)*$",
    re.I,
)
# "The X is suspected", "authorities believe the X are responsible"
_SUSPECTED = re.compile(
    r"(?:\s+\([^()]*\))?\s+(?:is|are|was|were)\s+(?:(?!(?:not|never|no)\b)\w+\s+){0,2}?"
    r"(?:suspected(?=\W*$|[.,;]|\s+(?:in|of\s+(?:the|carrying|being)|to\s+(?:have|be))\b)"
    r"|blamed(?=\W*$|[.,;]|\s+(?:for|by)\b)|behind\s+(?:it|the)\b"
    r"|responsible(?=\W*$|[.,;]|\s+for\s+(?:the|this|that|these)\s+(?:\w+\s+){0,2}?(?:attack|bomb|kill"
    r"|blast|shooting|massacre|raid|assault|explosion|murder|shelling|strike)))",
    re.I,
)
_NOBODY = re.compile(r"\b(?:no|neither|none|not)\b", re.I)
# "…died when X fighters attacked a base": an armed actor whose verb is one of violence.
_ACTS = re.compile(
    r"^(?:['’]s?)?(?:\s+\([A-Z][\w-]{1,9}\))?"
    r"(?:\s+(?:fighters?|militants?|forces?|troops|gunmen|gunman|rebels|guerrillas|insurgents|jets?"
    r"|planes?|war\s?planes?|drones?|aircraft|helicopters?|gunships?|bombers?|artillery|suicide))*"
    r"(?:\s+(?:had|have|has|also|then|reportedly|allegedly|\w+ly))*"
    r"(?:\s+(?:on|in|aboard)\s+[\w-]+)?"
    r"\s+(?:attack(?:ed|s)|storm(?:ed|s)|invaded|raid(?:ed|s)|bomb(?:ed|s)|shell(?:ed|s)|pound(?:ed|s)"
    r"|ambush(?:ed|es)|fire[ds]|opened\s+fire|launched|carried\s+out|dropped|struck|strikes|hit"
    r"|detonated|blew|drove|rammed|threw|hurled|planted|targeted|set\s+off|stabbed|beheaded|executed|massacred|abducted|kidnapped|torched|overran"
    r"|besieged)\b",
    re.I,
)
# "A Syrian regime air strike": the words for the actor hold its act.
# "An IS landmine", "a rebel bomb": the weapon's owner did it.
_ITS_WEAPON = re.compile(
    r"\s+(?:land\s?mines?|mines?|IEDs?|bombs?|booby[- ]traps?|snipers?)\b", re.I
)
_OWN_ACT = re.compile(
    r"\b(?:air\s?)?(?:strikes?|raids?|attacks?|assaults?|shelling|bombardment|missiles?|rockets?)$",
    re.I,
)
_AGAINST_IT = re.compile(r"\b(?:against|to|of)\s+(?:the\s+|a\s+)?$", re.I)
_TAKEN_FROM = re.compile(
    r"\b(?:captur|recaptur|seiz|took|retook|regain|liberat|control)\w*\b[^.;]{0,60}\bfrom\s+"
    r"(?:the\s+)?(?:\w+\s)?$",
    re.I,
)
_REPELLED_BY = re.compile(
    r"\b(?:repelled|repulsed|thwarted|foiled|beaten\s+(?:back|off))\s+by\s+(?:\w+\s+){0,3}$", re.I
)
# "A bomb hit a vehicle belonging to the army"
_THEIRS = re.compile(
    r"\b(?:belonging\s+to|carrying|transporting|housing|manned\s+by)\s+"
    r"(?:(?!(?:in|by|during|as|and)\s)[\w-]+\s+){0,3}$",
    re.I,
)
_BORNE = re.compile(
    r"^(?:\s+[\w-]+){0,2}?\s+(?:was|were)\s+(?:also\s+)?among\s+(?:the|those)\b|"
    r"^(?:\s+[\w-]+){0,2}?\s+(?:died|perished|lost\s+(?:his|her|their)\s+(?:life|lives))\b|"
    r"^(?:\s+\([^()]{1,12}\))?(?:,?\s+(?!(?:when|after|as|while|before|until|who|that|which)\s)[\w-]+){0,6}?,?\s+"
    r"(?:was|were|been|being|are|is)\s+(?:\w+\s+)?(?:killed|shot|wounded"
    r"|injured|attacked|ambushed|arrested|detained|bombed|hit|targeted|kidnapped|abducted|executed"
    r"|beheaded|murdered|gunned|found|slain)\b|"
    # a headline's: "four police killed in attacks"
    r"^\s+(?:killed|wounded|injured|dead|hurt|slain|abducted|kidnapped)\s+(?:in|by|near"
    r"|at(?!\s+least)|on|as|when)\b",
    re.I,
)
# "He spearheaded efforts against X": whom the victims opposed is not who was hit.
_OPPOSED = re.compile(
    r"\b(?:efforts?|struggle|resistance|campaign\w*|stance|speak\w*|spoke\w*|outspoken|preach\w*"
    r"|lashkar|uprising|turned|testif\w+|evidence|complaints?|protest\w*|critic\w*)\s+(?:\w+\s+)?"
    r"(?:against|of)\s+(?:the\s+)?(?:[\w-]+\s+)?$",
    re.I,
)
# Some of those hit say nothing of who was aimed at: "ten people, among them a soldier".
_AMONG = re.compile(
    r"\b(?:people|persons|civilians|residents|bodies|passengers|victims|dead|villagers|others)\b"
    r"[^.;]{0,30}\b(?:including|among\s+(?:them|whom|the\s+(?:dead|victims|killed|wounded)))\s+"
    r"(?:[\w-]+\s+){0,4}$|\b(?:none\s+of\s+(?:them|whom)|no|not)\s+(?:\w+\s+)?$",
    re.I,
)
_FORMER = re.compile(r"\b(?:former|ex|retired|off-duty)[\s-]+$", re.I)
_WHEN = re.compile(r"\b(?:since|after|when|before|because)\s+(?:[\w-]+\s+){0,4}$", re.I)
_HOLDS = re.compile(r"[-–](?:held|run|controlled|ruled|occupied)\b", re.I)
_POSITIONS = re.compile(
    r"^['’]?s?\s+(?:positions?|targets?|fighters?|militants?|strongholds?|headquarters|bases?"
    r"|convoys?|posts?|vehicles?"
    r"|camps?|members?|soldiers|commanders?|leaders?|checkpoints?|barracks|outposts?|areas?)\b",
    re.I,
)


def sides(
    text: str,
    sentence: Sentence,
    trigger: tuple[int, int] | None,
    mentions: Sequence[ActorMention],
) -> tuple[Actor | None, Actor | None]:
    """The actor that did it and the one it was done to, where the sentence says so.

    Args:
        text: the document's text.
        sentence: the one that tells of the event.
        trigger: offsets of the words of violence in it, or None (then its first verb counts).
        mentions: actors of the document (`ActorIndex.find`).
    """
    at = trigger[0] if trigger else sentence.start
    stop = trigger[1] if trigger else sentence.start
    backdrop = _backdrop(text, sentence, at)
    own = [
        m for m in mentions
        if sentence.start <= m.start < sentence.end
        and not any(a <= m.start < b for a, b in backdrop)
        and (m.kind in _ARMED or m.actor_id in _VIOLENT_PEOPLE or m.actor_id in _PEACEKEEPERS)
        and not _only_speaks(text, sentence, m)
        and not _FORMER.search(text[max(sentence.start, m.start - 12) : m.start])
        and not _KIN_OF.search(text[max(sentence.start, m.start - 70) : m.start])
    ]  # fmt: skip
    own = [_with_its_part(text, m, own) for m in own if not _part_of_named(text, m, own)]
    pair = opposed(text, sentence, own)
    if pair is not None:
        return _actor(pair[0]), _actor(pair[1])
    by = _doer(text, sentence, own, at, stop) or crowd(text, sentence)
    against = _actor(_sufferer(text, sentence, own, by, at))
    if against is None:
        others = [m for m in mentions if by is None or not by.start <= m.start < by.end]
        against = _actor(_civilians(sentence, others))
    return _actor(by), against


# What the event happened amid: "…since war erupted between X and Y", "as X and Y battle for power".
_BACKDROP = re.compile(
    r"\b(?:since|after|when)\s+(?:[a-z'’-]+\s+){0,4}?(?:war|conflict|fighting|hostilities|power\s+struggle)"
    r"\s+(?:erupted|began|broke\s+out|started|flared)\b[^.;]*"
    r"|\b(?:in|amid|during)\s+(?:[a-z'’-]+\s+){0,4}?(?:war|conflict|power\s+struggle)\s+(?:that\s+|which\s+)?"
    r"(?:raging|between|pitting|erupted|began|broke\s+out|started)\b[^.;]*"
    r"|\b(?:as|while)\s+[^.;,]{3,90}?\b(?:continu\w+\s+(?:to\s+)?(?:fight|battle|clash)\w*|battle|fight|vie|"
    r"struggle)\s+(?:each\s+other\s+)?(?:for|over)\s+(?:the\s+)?(?:control|power|supremacy)\b[^.;]*",
    re.I,
)


def _backdrop(text: str, sentence: Sentence, at: int) -> list[tuple[int, int]]:
    """Spans of a sentence that tell of the war about an event, the event's own words not in it."""
    spans = (m.span() for m in _BACKDROP.finditer(text, sentence.start, sentence.end))
    return [(a, b) for a, b in spans if not a <= at < b]


def claimed_by(text: str, sentence: Sentence, mentions: Sequence[ActorMention]) -> Actor | None:
    """The armed actor that a sentence says claimed responsibility, if any."""
    for m in _armed(sentence, mentions):
        claims = _CLAIMED.search(text[m.end : min(sentence.end, m.end + 60)])
        if claims and not _NOBODY.search(text[sentence.start : m.start]):
            return _actor(m)
    return None


def blamed_in(text: str, sentence: Sentence, mentions: Sequence[ActorMention]) -> Actor | None:
    """The armed actor that a sentence blames or suspects, if any."""
    for m in _armed(sentence, mentions):
        before = text[sentence.start : m.start]
        if _BLAMED.search(before[-80:]) or _SUSPECTED.match(text[m.end : sentence.end]):
            return _actor(m)
    return None


def _armed(sentence: Sentence, mentions: Sequence[ActorMention]) -> list[ActorMention]:
    inside = (m for m in mentions if sentence.start <= m.start < sentence.end)
    return [m for m in inside if m.kind in _ARMED]


def _actor(mention: ActorMention | None) -> Actor | None:
    return None if mention is None else Actor(mention.name, mention.actor_id or None, mention.text)


def _only_speaks(text: str, sentence: Sentence, m: ActorMention) -> bool:
    after = text[m.end : min(sentence.end, m.end + 60)]
    before = text[max(sentence.start, m.start - 40) : m.start]
    if _CLAIMED.search(after):
        return False
    if _ACTS.match(after):
        return False  # "ambushed the chief of police"
    if _HARMED.search(before) and not _SAYS.search(after.split(",")[0]):
        return False  # "killed a police chief"
    return bool(_SPEAKS.search(after) or _TOLD_BY.search(before))


_OF = re.compile(r"\s+(?:of|from|belonging to)\s+(?:the\s+)?$", re.I)
# "The paramilitary X", "the rebel group X": the kind is said of the name.
_KIND_OF = re.compile(r"\s+(?:(?:group|movement|organi[sz]ation|force)s?\s+)?$", re.I)
_KINDS = frozenset(("gen-militia", "gen-militants", "gen-rebels", "gen-gang"))


def _part_of_named(text: str, m: ActorMention, own: Sequence[ActorMention]) -> bool:
    """Whether a general word only says what the force named after it is: "jets of X's military"."""
    return m.actor_id.startswith("gen-") and any(
        other.start >= m.end
        and not other.actor_id.startswith("gen-")
        and (
            _OF.fullmatch(text, m.end, other.start)
            or (m.actor_id in _KINDS and _KIND_OF.fullmatch(text, m.end, other.start))
        )
        for other in own
    )


def _with_its_part(text: str, m: ActorMention, own: Sequence[ActorMention]) -> ActorMention:
    """A named force from where its part begins: "guerrillas of the X"."""
    parts = (
        p.start
        for p in own
        if p.actor_id.startswith("gen-")
        and p.end <= m.start
        and _OF.fullmatch(text, p.end, m.start)
    )
    start = next(parts, None)
    return m if start is None or m.actor_id.startswith("gen-") else replace(m, start=start)


def _bears(text: str, sentence: Sentence, m: ActorMention) -> bool:
    """Whether the verb after an actor is passive: "three jihadists were killed"."""
    return bool(_BORNE.search(text[m.end : min(sentence.end, m.end + 60)]))


def _doer(
    text: str, sentence: Sentence, own: Sequence[ActorMention], at: int, stop: int
) -> ActorMention | None:
    own = [m for m in own if not _NO_ONE.search(text, sentence.start, m.start)]
    for m in own:
        if _CLAIMED.search(text[m.end : min(sentence.end, m.end + 60)]):
            return m
    own = [m for m in own if not stands_by(text, sentence, m)]
    for m in own:
        if _ITS_ACT.match(text[m.start : min(sentence.end, m.end + 60)], m.end - m.start - 2):
            return m
    for m in own:
        if m.start >= at and _done_by(text[max(sentence.start, m.start - 70) : m.start]):
            return m
    for m in own:
        # "Turkish drone strike": the trigger's own words may hold the actor, but no object
        # ("killed five policemen").
        within = m.start <= at < m.end or at <= m.start < stop
        aim = _aim(text[at : m.start]) if m.start > at else None
        aimed_at = aim is not None and aim.group()[:3].lower() != "of "  # "jets of X bombed"
        if within and not aimed_at and not _bears(text, sentence, m):
            return m
    for m in own:
        owns = _OWN_ACT.search(m.text) or _ITS_WEAPON.match(text, m.end)
        if owns and not _AGAINST_IT.search(text, sentence.start, m.start):
            return m
    acts = [m for m in own if _ACTS.match(text[m.end : min(sentence.end, m.end + 80)])]
    for m in acts:
        if not _aim(text[max(sentence.start, m.start - 60) : m.start]):
            return m
    before = [m for m in own if m.end <= at]
    for m in reversed(before):
        lead = text[max(sentence.start, m.start - 60) : m.start]
        if _aim(lead) or _owned(text, m) or _bears(text, sentence, m) or _TAKEN_FROM.search(lead):
            continue
        if not _POSTS.match(text, m.end) and not _AVERTS.search(text, m.end, at):
            return m
    for m in own:
        lead = text[max(sentence.start, m.start - 70) : m.start]
        if _done_by(lead):
            return m
    return None


def _done_by(lead: str) -> bool:
    """Whether the words before an actor make it the doer: "blamed on", "bombed by"."""
    found = _BY.search(lead)
    if found is None or _PASSING.search(lead) or _AFTERWARDS.search(lead, 0, found.start()):
        return False
    return _NOT_DONE.search(lead, 0, found.start()) is None


# "…killing three before being shot by police": what befell the doer in the end.
_AFTERWARDS = re.compile(r"\b(?:before|until|after)\s+(?:being|he|she|they|himself)\b[^.;]*$", re.I)
_PASSING = re.compile(r"\bby\s+(?:an?|the)\s+passing\s+(?:\w+\s+)?$", re.I)
_NO_ONE = re.compile(r"\b(?:no|neither|none of the)\s+(?:\w+\s+){0,2}$", re.I)
# "Hamas's October 7 attack": what belongs to the actor is its act.
_ITS_ACT = re.compile(
    r"[\w)]?(?:['’]s|s['’])\s+(?:[\w,.-]+\s+){0,4}?"
    r"(?:attacks?|(?:air\s?)?strikes?|raids?|assault|offensive|shelling|bombardment|bombing|ambush"
    r"|massacre|incursion|invasion)\b",
    re.I,
)
_POSTS = re.compile(
    r"\s+(?:checkpoints?|posts?|bases?|barracks|convoys?|stations?|vehicles?)\b", re.I
)
# "Police are there to forestall attacks"
_AVERTS = re.compile(
    r"\b(?:forestall|prevent|stop|avert|repel|repuls|thwart|foil|investigat|respond|condemn|prob|halt"
    r"|avenge|after)\w*\b",
    re.I,
)
_PART_OF = re.compile(
    r"\b(?:dozens|scores|hundreds|number|gang|band|members|fighters|men|gunmen|militants|elements|units?|forces|jets|planes|drones|groups?)"
    r"\s+$",
    re.I,
)
_VERB = re.compile(r"\w+(?:ed|hit|struck|shot)\b", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$", re.I)
_CLAUSE_OPENS = re.compile(r"\b(?:when|as|after|while|where|before|because)\b", re.I)


def _aim(lead: str) -> re.Match[str] | None:
    """Words before an actor that make it the one aimed at; none where a clause opens after them."""
    found = _AT.search(lead)
    if found is None or _CLAUSE_OPENS.search(found.group()):
        return None
    if _VERB.match(found.group()) and _PASSIVE.search(lead, 0, found.start()):
        return None  # "the camp was destroyed and soldiers shot…"
    part = found.group()[:3].lower() == "of " and _PART_OF.search(lead, 0, found.start())
    return None if part else found  # "members of the X stormed a town"


def _owned(text: str, m: ActorMention) -> bool:
    """Reads "rebel-held": who holds a place neither did it nor was it done to."""
    return _HOLDS.match(text, m.end) is not None


def _sufferer(
    text: str,
    sentence: Sentence,
    own: Sequence[ActorMention],
    by: ActorMention | None,
    at: int,
) -> ActorMention | None:
    for m in own:
        if by is not None and (m is by or one_camp(m, by)):
            continue
        if _owned(text, m):
            continue
        lead = text[max(sentence.start, m.start - 70) : m.start]
        if m.actor_id in _PERPETRATORS and (by is None or by.kind != "state_force"):
            continue
        if _bears(text, sentence, m):
            return m
        if _done_by(lead) or _WHEN.search(lead) or _AMONG.search(lead) or _OPPOSED.search(lead):
            continue
        if stands_by(text, sentence, m):
            continue
        if _TAKEN_FROM.search(text[max(sentence.start, m.start - 90) : m.start]):
            return m
        if _REPELLED_BY.search(lead) or _THEIRS.search(lead) or _PASSING.search(lead):
            return m
        if _aim(lead) or (_POSITIONS.search(text[m.end : m.end + 30]) and m.start > at):
            return m
    if by is not None and by.start > at:
        # "Soldiers were killed by rebels": what stands before the verb bears it.
        for m in own:
            if m.end <= at and not one_camp(m, by):
                return m
    return None


# "Relatives of a militia's leader" are no militia, nor is "the house of" one.
_KIN_OF = re.compile(
    r"\b(?:family|families|relatives?|father|mother|parents?|brothers?|sisters?|sons?|daughters?"
    r"|wi(?:fe|ves)|widows?|husbands?|child(?:ren)?|cousins?|nephews?|nieces?|uncles?|homes?|houses?"
    r"|residences?)\s+(?:members\s+)?(?:of|belonging\s+to)\s+(?:[\w'’-]+\s+){0,7}$",
    re.I,
)


def one_camp(x: ActorMention | Actor, y: ActorMention | Actor) -> bool:
    """Whether two actors can be no two sides: one and the same, or a state and its own forces.

    "Soldiers (Benin)" are the Government of Benin's; militants told of after a rebel group by name
    are its own, and so are "rebels".
    """
    if (x.actor_id or x.name) == (y.actor_id or y.name):
        return True
    if {x.actor_id, y.actor_id} <= _STATE_KINDS:
        return True
    for kind, named in ((x, y), (y, x)):
        actor_id, other = kind.actor_id or "", named.actor_id or ""
        if actor_id.startswith("gov-") and other.startswith(f"{actor_id}-"):
            return True  # a state, and its army by its proper name
        if actor_id in _STATE_KINDS and other.startswith("gov-"):
            told = _OF_COUNTRY.search(kind.name)
            return told is not None and named.name.endswith(f" {told['country']}")
        if actor_id in _INSURGENTS and other.startswith("reb-"):
            return True
    return False


_INSURGENTS = frozenset(("gen-militants", "gen-rebels"))
_STATE_KINDS = frozenset(("gen-soldiers", "gen-police"))
_OF_COUNTRY = re.compile(r"\((?P<country>[^()]+)\)$")


def _civilians(sentence: Sentence, mentions: Sequence[ActorMention]) -> ActorMention | None:
    for m in mentions:
        if sentence.start <= m.start < sentence.end and m.actor_id == "gen-civilians":
            return m
    return None
