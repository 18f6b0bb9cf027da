"""What all claims on one event of a document share: when, where, who, what kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bearwitness.claims.actor_sides import blamed_in, claimed_by, one_camp, sides
from bearwitness.claims.actors import ActorMention
from bearwitness.claims.event_mention import EventMention
from bearwitness.claims.event_types import Trigger
from bearwitness.claims.events import Story
from bearwitness.claims.places import PlaceMention
from bearwitness.model.claim import Actor, When
from bearwitness.text.sentences import Sentence

_STRONG = 0.8
_ARRESTS = "Arrests"
_FROM_ABOVE = re.compile(
    r"\b(?:air\s?craft|war\s?planes?|planes?|jets?|bombers?|helicopters?|drones?|air\s?force|"
    r"air\s?(?:strikes?|raids?))\b",
    re.I,
)
_DROPPED = re.compile(r"bomb|str(?:ike|uck)|raid|hit|pound|target", re.I)
_BATTLES = frozenset(
    {"Armed clash", "Non-state actor overtakes territory", "Government regains territory"}
)
# What one side alone does, to whoever is there.
_ONE_SIDED = re.compile(r"storm|ambush|overr[au]n|infiltrat", re.I)
_CIVIL_PLACE = re.compile(
    r"\b(?:mosques?|church(?:es)?|synagogues?|temples?|schools?|seminar(?:y|ies)|universit(?:y|ies)|"
    r"colleges?|hospitals?|clinics?|hotels?|restaurants?|caf[eé]s?|markets?|malls?|shops?|villages?|"
    r"hamlets?|homes?|houses?|farms?|weddings?|funerals?|buses|bus|mines?|"
    r"camps? for (?:the )?displaced|displacement camps?|refugee camps?|theat(?:re|er)s?|concerts?|"
    r"worshipp?ers|prayers?)\b",
    re.I,
)
_RESPONSIBLE = re.compile(
    r"\bclaim(?:ed|s)\s+(?:responsibility|the\s+attack|it\b|credit)"
    r"|\b(?:carried\s+out|behind|responsible\s+for)\s+(?:the|it)\b"
    r"|\b(?:attribut|blam)(?:ed|es|ing)\b|\b(?:is|are|was|were)\s+(?:\w+\s+)?(?:suspected|responsible)\b",
    re.I,
)
_ARMED = frozenset({"state_force", "rebel", "militia"})


def _event_trigger(mention: EventMention, headline: frozenset[int]) -> Trigger | None:
    """The words that say best what the event was.

    A battle is one also where shelling or air strikes went with it (ACLED codebook 2023); else the
    strongest words of the first sentence that has strong ones decide.
    """
    strong = [t for t in mention.triggers if t.strength >= _STRONG]
    body = [t for t in strong if t.sentence_index not in headline] or strong
    if not body:
        return max(mention.triggers, key=lambda t: (t.strength, -t.start), default=None)
    first = min(t.sentence_index for t in body)
    early = [t for t in body if t.sentence_index <= first + 1]
    battles = [t for t in early if t.sub_event_type in _BATTLES]
    opening = [t for t in body if t.sentence_index == first]
    return min(battles or opening, key=lambda t: (-t.strength, t.start))


def _event_type(
    trigger: Trigger | None,
    by: Actor | None,
    against: Actor | None,
    named: Sequence[ActorMention],
    text: str,
    sentences: Sequence[Sentence],
) -> str | None:
    """ACLED sub-event type.

    What aircraft bombed was an air strike, whatever the verb; an attack on an armed side by
    another is an armed clash, and who storms a mosque or a village attacks civilians, unless the
    text names an armed side there (ACLED codebook 2023: "Attack").
    """
    if trigger is None:
        return None
    sentence = sentences[trigger.sentence_index]
    words = text[sentence.start : sentence.end]
    text_of = text[trigger.start : trigger.end]
    kind = trigger.sub_event_type or trigger.event_type
    if (
        kind in ("Attack", "Remote explosive/landmine/IED")
        and _FROM_ABOVE.search(words)
        and _DROPPED.search(text_of)
    ):
        return "Air/drone strike"
    if kind == "Attack" and by is not None and by.actor_id == "gen-rioters":
        return "Mob violence"
    armed = {m.actor_id for m in named if m.kind in _ARMED}
    fights_back = against is not None and against.actor_id in armed
    if kind == "Armed clash" and _ONE_SIDED.search(text_of) and _CIVIL_PLACE.search(words):
        return kind if fights_back else "Attack"
    if kind == "Attack" and by is not None and against is not None and fights_back:
        return "Armed clash" if by.actor_id in armed or by.actor_id != against.actor_id else kind
    return kind


def _claimed(
    mention: EventMention, story: Story, text: str, named: Sequence[ActorMention]
) -> Actor | None:
    """Who claimed an event in a sentence of it, or after it before the next; else who is blamed."""
    if _RESPONSIBLE.search(text) is None:
        return None
    told_of_it: list[Sentence] = []
    for sentence in story.sentences:
        if not _RESPONSIBLE.search(text, sentence.start, sentence.end):
            continue
        told = [m for m in story.mentions if m.sentences and min(m.sentences) <= sentence.index]
        nearest = max(
            told, key=lambda m: max(i for i in m.sentences if i <= sentence.index), default=None
        )
        if nearest is mention:
            told_of_it.append(sentence)
    for reads in (claimed_by, blamed_in):
        for sentence in told_of_it:
            if (actor := reads(text, sentence, named)) is not None:
                return actor
    return None


def _pair(
    told: Sequence[tuple[Actor | None, Actor | None]], claimed: Actor | None
) -> tuple[Actor | None, Actor | None]:
    """Doer and victims' side of an event told in several sentences.

    The doer is who claimed it, else the first named force, else the first of a mere kind
    ("gunmen"); one actor is never both, and who was attacked first and then fired back stays the
    one attacked.
    """
    doers = [a for a, _ in told if a is not None]
    by = _named_first([claimed, *doers] if claimed is not None else doers)
    first = next(((a, b) for a, b in told if a is not None and b is not None), None)
    if first is not None and by is not None and claimed is None and one_camp(by, first[1]):
        before = told[: told.index(first)]
        if not any(a is not None and one_camp(a, by) for a, _ in before):
            return first
    hit = [b for _, b in told if b is not None]
    attacked = next((b for b in hit if by is None or not one_camp(b, by)), None)
    others = [a for a in doers if hit and not one_camp(a, hit[0])]
    if attacked is None and others and claimed is None:
        return _named_first(others), hit[0]  # the named force only spoke of its dead
    return by, attacked


def _named_first(actors: Sequence[Actor]) -> Actor | None:
    named = (a for a in actors if not (a.actor_id or "gen-").startswith("gen-"))
    return next(named, actors[0] if actors else None)


@dataclass(frozen=True, slots=True)
class Profile:
    """What all claims on one event share."""

    mention: EventMention
    when: When
    place: PlaceMention | None
    by: Actor | None
    against: Actor | None
    event_type: str | None
    weapon: str | None

    @staticmethod
    def of(
        mention: EventMention,
        story: Story,
        text: str,
        sentences: Sequence[Sentence],
        named: Sequence[ActorMention],
        headline: frozenset[int],
    ) -> Profile:
        """The profile of one mention.

        Args:
            mention: the event.
            story: of the document.
            text: the document's text.
            sentences: of it.
            named: actors it names.
            headline: indices of the title's sentences.
        """
        told: list[tuple[Actor | None, Actor | None]] = []
        deeds = any(t.sub_event_type != _ARRESTS for t in mention.triggers)
        for index in sorted(mention.sentences, key=lambda i: (i in headline, i)):
            words = story.words_of(mention, index)
            own = [
                t
                for t in mention.triggers
                if t.sentence_index == index and words.start <= t.start < words.end
            ]
            if own and deeds and all(t.sub_event_type == _ARRESTS for t in own):
                continue  # who arrests the attackers did not attack
            anchor = (own[0].start, own[0].end) if own else None
            told.append(sides(text, words, anchor, named))
        by, against = _pair(told, _claimed(mention, story, text, named))
        best = _event_trigger(mention, headline)
        weapon = next((t.weapon for t in mention.triggers if t.weapon), None)
        return Profile(
            mention,
            mention.time.when if mention.time else When(),
            story.place_for(mention),
            by,
            against,
            _event_type(best, by, against, named, text, sentences),
            weapon,
        )
