"""Who takes, holds or loses a place: the armed side told before a verb, after "by", or meant.

A pronoun ("they", "its forces") and forces that nobody names ("troops") are those of who says it,
where that is an armed side or a state; else of the side that the clause or sentence before names.
"""

from __future__ import annotations

import re
from itertools import pairwise

from bearwitness.claims import control_words as w
from bearwitness.claims.actors import ActorMention, Entry
from bearwitness.claims.further import Page, actor_of, plain
from bearwitness.claims.places import PlaceMention
from bearwitness.claims.speakers import subject
from bearwitness.claims.speech_words import words
from bearwitness.model.claim import Actor, Speaker
from bearwitness.text.sentences import Sentence

_SOLDIERS = "gen-soldiers"
_GROUPS = frozenset(("rebel", "militia"))
_ADJACENT = 3  # characters between a group and what it is ("M23 rebels")
ARMED = frozenset(("state_force", "rebel", "militia"))
_LEADING_VERBS = words(
    "to able were was managed succeeded in have has had advanced went on also later then reportedly"
)
_GOVERNMENT = re.compile(r"(?:the\s+)?(?P<word>government|regime|army)\b", re.I)
_BY_REACH = 40
_FROM_REACH = 50
_DOER_REACH = 90
_TAKEN_UP = 60  # characters into the sentence before, in which its subject stands
_APPOSED = 50
_LONGEST_DOER = 6  # words


_TAKES_UP = re.compile(r"\W*(?:It|They|The\s+(?:group|movement|militia|rebels|fighters))\b")
_GENITIVE = re.compile(r"[’']s?(?=\s|$)")
_OPENS = 15  # characters from the start of a clause, in which its subject stands
_TO_COMMA = 80
_ANTI = re.compile(r"\banti[-–]$", re.I)  # "anti-government forces" are not the government's
_ANTI_NAMED = re.compile(r"(?:the\s+)?anti[-–]\w", re.I)
_WHO = re.compile(r",?\s+(?:who|which|that)\b", re.I)
_OPENED = frozenset("([")
_COMPOUND = re.compile(r"\w[-–]\s?$")  # "the French-Malian offensive"
# "X said that a joint force": not X took what it took.
_OTHER_SUBJECT = re.compile(
    r"\b(?:said|says|say|confirmed|claimed|claims|reported|announced|added)\s+(?:on\s+\w+day\s+)?(?:that\s+)?"
    r"(?!(?:it|they|he|she|its|their|to|have|has|had|on|late|early|\w+day)\b)[\w’'-]+\s+[\w’'-]+",
    re.I,
)
_MONTH_OR_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"\w+day)\b"
)
_WRITTEN = re.compile(r"\b(?:statement|report|letter|message|tweet|post)s?\b", re.I)
# "Turkish forces and their Syrian rebel allies": the first of them.
_AND_ALLIES = re.compile(
    r"(?:\s+(?:forces|troops|fighters|army|soldiers))?\s+and\s+(?:(?:their|its|the|allied)\s+)?"
    r"(?:[A-Z][\w-]+\s+)?"
    r"|(?:\s+(?:forces|troops|fighters|army|soldiers))?\s+and\s+(?:(?:their|its|the)\s+)?allied\s+"
    r"(?:(?:and|or|local|foreign|(?:non-)?[A-Z][\w-]+)\s+){0,4}"
)
_PAIRED = 12  # characters between two that act together
_SECOND = re.compile(r"\b[A-Z][\w’'-]+\s+and\s+(?:the\s+)?$|^\W*[A-Z][\w’'-]+,\s+$")
_CALLED = re.compile(r"(?:[A-Z][\w-]+\s+){2,3}$")
# "military installations" are no side, nor is one that a group is "linked" to.
_NO_SIDE = re.compile(
    r"(?<=military)\s+(?:fronts?|operations?|campaigns?|offensives?|bases?|camps?|positions?|"
    r"installations?|targets?|equipment|vehicles?|hardware|convoys?|posts?|hospitals?|airports?)\b",
    re.I,
)
_LINKED = re.compile(r"[-–](?:linked|affiliated|aligned|allied|backed|inspired)\b")
# "the Tigers' (LTTE) hub", "said that “the mutineers have taken": those before it do not act.
_OWNERS = re.compile(r"[’']s?\s+\($")
_OWNS = re.compile(
    r"\w?[’']s?\s+(?:\([^()]*\)\s+)?(?:[\w-]+\s+){0,3}?"
    r"(?:hub|capital|base|stronghold|headquarters|bastion)\b"
)
_QUOTED = re.compile(
    r"(?:\s|^)[“\"][Tt]he\s+(?!(?:\w+\s+)?(?:forces|troops|army|soldiers|military)\b)[^“”\"]*$"
)
_FAR = 40  # characters into a sentence that has a subject of its own
# "When they took TOWN, the rebels fled": who they are comes after.
_OPENED_BY = re.compile(r"^\W*(?:When|While|As|Once|Since|Before|After)\s+$")
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|confirmed|claimed|reported|added|declared|stated)\b", re.I
)
_THIRD = re.compile(r"(?:they|their)\b", re.I)
_OWN_WORD = re.compile(r"(?:its|their|his|her|our|my)\b", re.I)
_POSSESSED = re.compile(r"\b(?:its|their|his|our)\s+$", re.I)
# "Kurdish and Yazidi fighters": all of them.
_JOINED = re.compile(r"(?:^|(?<=[,;:]\s)|(?<=that\s))(?P<first>(?:[A-Z][\w’'-]+\s+){1,3})and\s+$")
_OURS = re.compile(
    r"(?:we|our\s+(?:[\w-]+\s+)*?(?P<forces>forces|troops|army|soldiers|men|units)?)$", re.I
)
_OF_STATE = re.compile(
    r"\b(?:president|minister|government|governor|army|general|gen|military)\b", re.I
)
_DOING = re.compile(r"\w+ing\b")  # "battling the army", of somebody who speaks
# "for want of help from the army" tells of nobody who lost a place.
_OF_HELP = re.compile(
    r"\b(?:reinforcements?|support|help|aid|backing|lack|threats?|because)\b", re.I
)
# "M23 (March 23 movement) rebels", "Peshmerga and allied militiamen".
_BESIDE = re.compile(
    r"\s*(?:\([^()]*\)\s*)?|\s+(?:(?:forces|fighters|troops)\s+)?and\s+(?:[\w’'-]+\s+){0,2}"
)


# Who acts, where somebody armed does and it is in doubt who.
SOMEBODY = Actor("", None, "")


class Parties:
    """The armed sides of one sentence."""

    def __init__(self, page: Page, sentence: Sentence) -> None:
        """Keep what the rules ask for."""
        self._page = page
        self._text = page.text
        self._sentence = sentence
        self.named = self._armed(sentence.start, sentence.end)

    def _armed(self, start: int, end: int) -> list[ActorMention]:
        return [
            m for m in self._page.actors_in(start, end)
            if m.kind in ARMED and m.text != "us"
            and not _ANTI.search(self._text, max(0, m.start - 5), m.start)
        ]  # fmt: skip

    def at_home(self, actor: Actor | None, country: str | None) -> Actor | None:
        """Unnamed forces of a state: the speaker's, else of the country a place lies in.

        Mere "insurgents" are those of the one group that the text names, where it is but one.
        """
        if actor is not None and (actor.actor_id or "").startswith("gen-"):
            several = "groups" in actor.text.lower()  # "one of several Islamist groups"
            kind = None if several else w.INSURGENTS.search(actor.text)
            group = self._one_group(called=kind["rebels"] is not None) if kind else None
            if group is not None:
                return Actor(group.name, group.actor_id, actor.text)
        if actor is None or not (
            actor.actor_id == _SOLDIERS or w.GENERIC_STATE.match(_GENITIVE.sub("", actor.text))
        ):
            return actor
        entry = self._page.actors.by_id.get(f"gov-{(country or '').lower()}")
        if entry is None or actor.text.lower() == "forces":
            return Actor(plain(actor.text), None, actor.text)
        return Actor(entry.name, entry.actor_id, actor.text)

    def _one_group(self, *, called: bool) -> ActorMention | None:
        """The only armed group that the text names.

        Args:
            called: whether the text has to call it so beside its name ("M23 rebels"): rebels may
                fight the one group that a text names, insurgents and militants are its own.
        """
        told = [
            m for m in self._page.named
            if m.kind in _GROUPS and not _LINKED.match(self._text, m.end)
        ]  # fmt: skip
        named = {m.actor_id: m for m in told if not _is_kind(m)}
        if not all(each in self._page.actors.by_id for each in named):
            return None
        if len(named) != 1:
            return None
        beside = any(
            (_is_kind(b) and b.start - a.end <= _ADJACENT) or "rebel" in a.text.lower()
            for a, b in pairwise(told) if not _is_kind(a)
        )  # fmt: skip
        return next(iter(named.values())) if beside or not called else None

    # ---- before a verb

    def doer(self, at: int) -> Actor | None:
        """Who acts: the armed side told before the verb, or an armed body no list knows."""
        lead = self._text[self._sentence.start : at]
        backed = w.BACKED.search(lead) or w.HELPED.search(lead)
        if backed is not None:
            at = self._sentence.start + backed.start() + 1
        helped = w.HELPING.search(lead)
        if helped is not None:
            start = self._sentence.start + helped.start("who")
            named = self._armed(start, self._sentence.start + helped.end("who"))
            return actor_of(named[-1]) if named else self.body(helped["who"])
        pronoun = w.OWN_FORCES.search(self._text, self._sentence.start, at)
        if pronoun is not None:
            return self._meant(pronoun)
        nearest = w.BODY_BEFORE.search(self._text, self._sentence.start, at)
        if nearest is not None:
            named = self._armed(*nearest.span("body"))
            return actor_of(named[-1]) if named else self.body(nearest.group("body"))
        if w.AFTER_DOING.search(self._text, self._sentence.start, at) or (
            w.BESIDE_OTHERS.search(self._text, self._sentence.start, at)
        ):
            return self._of_participle(at)
        asides = [m.span() for m in w.ASIDE.finditer(self._text, self._sentence.start, at)]
        before = [
            m for m in self.named
            if m.end <= at and not self._is_done_to(m, at)
            and not self._is_object(m.start, self._text[m.end : at])
            and not _NO_SIDE.match(self._text, m.end)
            and not _OWNERS.search(self._text, max(0, m.start - 5), m.start)
            and not _OWNS.match(self._text, m.end - 2)
            and not _QUOTED.search(self._text, m.end, at)
            and not any(a <= m.start < b for a, b in asides)
        ]  # fmt: skip
        near = bool(before) and at - before[-1].end < _DOER_REACH
        between = self._text[before[-1].end : at] if before else ""
        between = w.OPERATING.sub(" ", between)
        if w.OTHER_VERB.search(between):
            return None
        if near and not w.PARTED.search(between):
            found = _fuller(self._backed(before), self._text)
            lead = self._text[self._sentence.start : found.start]
            doubtful = _is_kind(found) and _POSSESSED.search(lead) is not None
            if doubtful or _COMPOUND.search(lead) or _OTHER_SUBJECT.search(between):
                return SOMEBODY
            if _is_second(found, before, lead):
                return self._both(found)
            called = _CALLED.search(lead) if found.actor_id == _SOLDIERS else None
            if called is not None:  # "Northern Alliance soldiers" are no state's
                name = plain(called.group() + found.text)
                return Actor(name, None, name)
            return actor_of(_first_of_pair(found, before, self._text))
        tokens = self._sentence.tokens
        verb = next((i for i, t in enumerate(tokens) if t.start >= at), 0)
        while verb and tokens[verb - 1].lower in _LEADING_VERBS:
            verb -= 1
        phrase = subject(tokens, verb) if verb else None
        if phrase is None or phrase[1] - phrase[0] > _LONGEST_DOER:
            return None
        start, end = tokens[phrase[0]].start, tokens[phrase[1] - 1].end
        if self._is_object(start, self._text[end:at]):
            return None
        name = plain(self._text[start:end])
        if _OWN_WORD.match(name) and set(name.lower().split()) & w.ARMED_NOUNS:
            return SOMEBODY
        body = self.body(name)
        joined = self._joined(start)
        if body is None or body.actor_id is not None or joined is None:
            return body
        return self._named_both(joined, start, end)

    def _joined(self, start: int) -> re.Match[str] | None:
        """What opens the clause and acts with who is named at an offset: "Kurdish and"."""
        return _JOINED.search(self._text[self._page.opening(self._sentence) : start])

    def _named_both(self, joined: re.Match[str], start: int, end: int) -> Actor:
        both = plain(joined["first"] + "and " + self._text[start:end])
        return Actor(both, None, both)

    def _both(self, found: ActorMention) -> Actor:
        """Two that act together by what they are called, where no list has either."""
        joined = self._joined(found.start)
        if found.actor_id or joined is None:
            return SOMEBODY
        return self._named_both(joined, found.start, found.end)

    def _of_participle(self, at: int) -> Actor | None:
        """Who did it: "X moved on, after capturing TOWN", "after capturing TOWN, X moved on"."""
        opening = self._page.opening(self._sentence)
        first = next((m for m in self.named if m.start - opening < _OPENS), None)
        if first is not None and first.end <= at:
            return actor_of(first)
        comma = self._text.find(", ", at, min(at + _TO_COMMA, self._sentence.end))
        after = [m for m in self.named if comma >= 0 and 0 <= m.start - comma <= _OPENS]
        return actor_of(after[0]) if after else None

    def _backed(self, before: list[ActorMention]) -> list[ActorMention]:
        """Those named, up to the one whom the rest of them back."""
        for i, m in enumerate(before):
            cue = w.BACKED_BY.match(self._text, m.end)
            since = self._text[cue.end() : before[-1].end] if cue is not None else ""
            if cue is not None and not w.PARTED.search(since.replace(" known as ", " ")):
                return before[: i + 1]
        return before

    def _meant(self, pronoun: re.Match[str]) -> Actor | None:
        """Whom "it", "they", "its forces" or mere "troops" stand for."""
        said = pronoun.group("said")
        side = self._side_that_says(*pronoun.span("said"))
        own = _OURS.match(said)
        ahead = _OPENED_BY.search(self._text[self._sentence.start : pronoun.start("said")])
        if (side is not None and self._is_of_others(pronoun)) or ahead:
            return SOMEBODY
        if side is None and own is not None:
            return self._of_state(pronoun, own)
        if side is not None:
            return Actor(side.name, side.actor_id, side.name if pronoun.group("bare") else said)
        speakers, _ = self._page.attributions.at(*pronoun.span("said"))
        if speakers and _ANTI_NAMED.match(speakers[0].name):
            return Actor(speakers[0].name, None, said)
        before = [m for m in self.named if m.end <= pronoun.start("said")]
        if before and self._is_of_speaker(pronoun, speakers):
            by_who = [m for m in before if m.start < speakers[0].end and speakers[0].start < m.end]
            if not by_who:
                return self.body(speakers[0].name)
            before = by_who
        if speakers and _THIRD.match(said) and not before and not _may_act(speakers[0]):
            return SOMEBODY  # of whom an official says it
        far = pronoun.start() - self._page.opening(self._sentence) > _FAR
        if not before and far and said.lower() == "it":
            return SOMEBODY  # of whom or what the sentence itself begins with
        if not before and self._sentence.index:
            last = self._page.sentences[self._sentence.index - 1]
            told = self._armed(last.start, last.end)
            before = [
                m for m in told
                if m.start - last.start < _TAKEN_UP
                and not _GENITIVE.search(self._text, m.start, m.end + 2)
            ][:1]  # fmt: skip
            if not before and self._sentence.index > 1 and _TAKES_UP.match(self._text, last.start):
                last = self._page.sentences[self._sentence.index - 2]
                told = self._armed(last.start, last.end)
                before = [m for m in told if not _is_kind(m)][:1]
        if pronoun.group("bare") and not before:
            return self.body(said)
        chosen = next((m for m in before if not _is_kind(m)), None)
        chosen = chosen or (before[0] if before else None)
        return Actor(chosen.name, chosen.actor_id or None, said) if chosen else None

    def _is_of_speaker(self, pronoun: re.Match[str], speakers: tuple[Speaker, ...]) -> bool:
        """Whether a pronoun can mean nobody of the sentence but who says it."""
        return (
            bool(speakers)
            and self._sentence.start <= speakers[0].start < pronoun.start()
            and not _DOING.match(speakers[0].name)
            and not _WRITTEN.search(speakers[0].name)
            and not pronoun.group("said").lower().startswith("the ")
        )

    def _is_of_others(self, pronoun: re.Match[str]) -> bool:
        """Whether "they" may be those that a speaker tells of, and not the speaker's own."""
        speakers, _ = self._page.attributions.at(*pronoun.span("said"))
        if not speakers or _THIRD.match(pronoun.group("said")) is None:
            return False
        since, state = speakers[0].end, self._side_of(speakers[0])
        return any(
            since <= m.start and m.end <= pronoun.start("said")
            and _SAYING.search(self._text, since, m.start)
            and state is not None and m.actor_id != state.actor_id
            and not self._is_object(m.start, self._text[m.end : pronoun.start("said")])
            for m in self.named
        )  # fmt: skip

    def _of_state(self, pronoun: re.Match[str], own: re.Match[str]) -> Actor | None:
        """Whose "our troops" are: those of the armed side or the state that is spoken for."""
        speakers, _ = self._page.attributions.at(*pronoun.span("said"))
        named = speakers[0].name if speakers else ""
        kinds = self._armed(speakers[0].start, speakers[0].end) if speakers else []
        if kinds and not _OF_STATE.search(named):
            return actor_of(kinds[0])
        if _OF_STATE.search(named):
            return self.body("government " + (own["forces"] or "forces"))
        return None

    def spoken_of(self) -> Actor | None:
        """The side that the sentence before begins with."""
        if not self._sentence.index:
            return None
        last = self._page.sentences[self._sentence.index - 1]
        told = self._armed(last.start, last.end)
        told = [m for m in told if m.start - last.start < _TAKEN_UP]
        return actor_of(next((m for m in told if not _is_kind(m)), told[0] if told else None))

    def _side_that_says(self, start: int, end: int) -> Entry | None:
        """The armed side or state that is said to have said it."""
        speakers, _ = self._page.attributions.at(start, end)
        if not speakers or _DOING.match(speakers[0].name):
            return None
        return self._side_of(speakers[0])

    def _side_of(self, speaker: Speaker) -> Entry | None:
        actors = self._page.actors
        if _ANTI_NAMED.match(speaker.name):
            return None
        listed = actors.by_id.get(speaker.actor_id or "")
        named = self._armed(speaker.start, speaker.end)
        if named and all(_is_kind(m) and m.kind in _GROUPS for m in named):
            return None  # "Libyan rebels" are not Libya's
        own = next((actors.by_id.get(m.actor_id) for m in named if not _is_kind(m)), None)
        entry = listed if listed is not None and not listed.actor_id.startswith("gen-") else own
        if entry is not None and entry.kind in ARMED:
            return entry
        seat = actors.capital(speaker.name)
        if seat is not None:
            return seat
        known = actors.within(speaker.name)
        if known is not None and known.kind in ARMED and not known.actor_id.startswith("gen-"):
            return known
        if w.INSURGENTS.search(speaker.name):
            return None
        return next(filter(None, (actors.state(each) for each in speaker.name.split())), None)

    def _is_done_to(self, m: ActorMention, at: int) -> bool:
        """Whether an actor is whom another acts against: "attacked X and captured …"."""
        lead = self._text[self._sentence.start : m.start]
        joined = w.AND_THEN.fullmatch(self._text, m.end, at) is not None
        return joined and w.AGAINST.search(lead) is not None

    def _is_object(self, start: int, after: str) -> bool:
        """Whether who is named there stands after a preposition, of no band of armed men.

        Args:
            start: where the name begins.
            after: the words between it and the verb: "clashed with X, who took" tells of X.
        """
        if w.LOYAL_TO.search(self._text, self._sentence.start, start):
            return True
        found = w.OBJECT_OF.search(self._text, self._sentence.start, start)
        if found is None or _WHO.match(after):
            return False
        return found["head"].lower() not in w.ARMED_NOUNS | w.MEMBERS

    # ---- by name

    def body(self, name: str) -> Actor | None:
        """A state, a listed actor, or a group whose noun says that it bears arms."""
        name = re.sub(r"^(?:the|a|an)\s+", "", name, flags=re.I)
        if _MONTH_OR_DAY.search(name) or _OWN_WORD.match(name) or name == "us":
            return None
        entry = self._page.actors.lookup(name) or self._page.actors.state(name)
        if entry is not None and entry.kind in ARMED:
            return Actor(entry.name, entry.actor_id, name)
        if set(name.lower().split()) & w.ARMED_NOUNS:
            return Actor(name, None, name)
        return None

    def after(self, end: int, preposition: str) -> Actor | None:
        """The side that a preposition after a place names: "from the rebels"."""
        for m in self.named:
            between = self._text[end : m.start] if end <= m.start < end + _FROM_REACH else ""
            led = re.search(rf"\b{preposition}\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}$", between)
            if led is not None and not _OF_HELP.search(between):
                return actor_of(m)
        return None

    def next(self, at: int) -> tuple[Actor, int] | None:
        """The side named at an offset or soon after, with where its name ends."""
        own = w.OWNED.match(self._text, at, self._sentence.end)
        if own is not None:
            side = self._side_that_says(*own.span("said"))
            return (Actor(side.name, side.actor_id, own["said"]), own.end()) if side else None
        for m in self.named:
            between = self._text[at : m.start]
            if at <= m.start < at + _BY_REACH and not re.search(r"[,;]|\band\b", between):
                fuller = next((n for n in self.named if 0 <= n.start - m.end <= 1), m)
                m = fuller if _is_kind(m) else m
                return Actor(m.name, m.actor_id or None, m.text), m.end
        found = re.match(r"\s*(?:the\s+)?([\w’'-]+(?:\s[\w’'-]+){0,3})", self._text[at : at + 60])
        if found is None:
            return None
        pieces = found.group(1).split(" ")
        armed = [n for n, piece in enumerate(pieces, 1) if piece.lower() in w.ARMED_NOUNS]
        pieces = pieces[: armed[0]] if armed else pieces  # "fighters for over four months"
        for n in range(len(pieces), 0, -1):
            if (body := self.body(" ".join(pieces[:n]))) is not None:
                return body, at + found.start(1) + len(" ".join(pieces[:n]))
        return None

    def own_state(self, at: int, place: PlaceMention) -> tuple[Actor, int] | None:
        """The government of the country that a place lies in, where "government" stands there."""
        m = _GOVERNMENT.match(self._text, at, self._sentence.end)
        country = (place.where.country or "").lower()
        entry = self._page.actors.by_id.get(f"gov-{country}")
        if m is None or entry is None:
            return None
        return Actor(entry.name, entry.actor_id, m.group("word")), m.end("word")

    def kind_of(self, written: str | None) -> Actor | None:
        """The actor that "rebel", "Islamic State" or "government" stands for before a hyphen."""
        if written is None:
            return None
        actors, short = self._page.actors, written.split()[-1]
        entry = actors.state(short) or actors.lookup(written)
        entry = entry or actors.lookup(short) or actors.lookup(short + "s")
        return Actor(entry.name, entry.actor_id, plain(written)) if entry else None


def _may_act(speaker: Speaker) -> bool:
    """Whether a speaker may be of those that "they" are: fighters, or a pronoun."""
    named = set(speaker.name.lower().split())
    return bool(named & (w.ARMED_NOUNS | w.NO_NAMES))


def _is_second(found: ActorMention, before: list[ActorMention], lead: str) -> bool:
    """Whether somebody that no list has acts with who is found ("AU and Somali troops")."""
    if len(before) > 1 and before[-1] is found and found.start - before[-2].end < _PAIRED:
        return False
    return _SECOND.search(lead) is not None


def _first_of_pair(found: ActorMention, before: list[ActorMention], text: str) -> ActorMention:
    """The first of two that act together ("French and Malian troops")."""
    if len(before) > 1 and before[-1] is found:
        first = before[-2]
        if _AND_ALLIES.fullmatch(text, first.end, found.start):
            return first
    return found


def _is_kind(m: ActorMention) -> bool:
    """Whether a mention names a mere kind ("rebels", "paramilitary") and nobody."""
    return m.actor_id.startswith("gen-")


def _fuller(before: list[ActorMention], text: str) -> ActorMention:
    """The nearest actor; the named one where a mere kind stands beside it in apposition."""
    found = before[-1]
    if len(before) > 1 and text[before[-2].end : found.start].strip() in _OPENED:
        return before[-2]  # "the Somali National Army [SNA]"
    if _is_kind(found) and len(before) > 1:
        # "the Front, the armed group that controls …"
        named, between = before[-2], text[before[-2].end : found.start]
        if between == " " and not _is_kind(named):
            return named  # "Northern Alliance soldiers"
        apposed = "," in between and len(between) < _APPOSED
        alike = {named.kind, found.kind} != {"rebel", "state_force"}
        if alike and not _is_kind(named) and (apposed or _BESIDE.fullmatch(between)):
            return named
    return found
