"""Names of private persons in a report: found with caution, since a name printed harms.

Any run of capitalised words that nothing tells to be a place, an institution or the holder of an
office is held to be a name. That masks too much rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bearwitness.model.claim import Claim
from bearwitness.text.countries import country_name

_WORD = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’\-][^\W\d_]+)*"
_LINK = r"(?:al-|el-|an-|ar-|as-|az-)?"
_INNER = r"(?:bin|ibn|bint|abu|umm|van|von|de|del|der|da|dos|di|la|le|el|al|ould)"
_RUN = re.compile(rf"\b{_LINK}{_WORD}(?:[ \t](?:{_INNER}[ \t])?{_LINK}{_WORD})*")
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Abu|Abou|Umm|Um|Sheikh|Haj|Hajji)\.?[ \t]{_LINK}{_WORD}"
)
_SAID_TO_BE = re.compile(
    r"\b(?:named|called|identified as|known as|name is|name was)[ \t]"
    rf"(?P<name>{_LINK}{_WORD})"
)
_AGED = re.compile(
    rf"(?P<name>{_LINK}{_WORD})"
    r"(?:, (?:aged )?\d{1,2}(?:,|\b)| \(\d{1,2}\))"
)
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ]")

_KEPT = frozenset(
    """
    president minister prime general colonel lieutenant captain major brigadier commander
    admiral spokesman spokeswoman spokesperson ambassador secretary governor mayor king queen
    prince senator pope chancellor premier envoy chairman director representative commissioner
    army forces force front brigade brigades battalion division corps guard guards militia
    movement party collective coalition council committee committees commission ministry
    government state states nations union league organisation organization agency network
    observatory centre center society association institute foundation court office department
    bureau police security intelligence parliament congress senate group groups international
    national united republic democratic federal federation human rights watch amnesty red cross
    crescent doctors helmets defence defense civil news times post daily press herald tribune
    review gazette journal radio television tv channel courier correspondent reporter service
    province governorate district city town village camp street square road avenue bridge river
    mountain mountains valley desert sea gulf lake island hospital clinic school university
    college mosque church market airport base stadium station hotel tower museum park prison dam
    port north south east west northern southern eastern western central middle new upper lower
    old islamic muslim christian jewish sunni shia shiite kurdish arab africa america asia
    europe antarctica atlantic pacific mediterranean january february march april may june july
    august september october november december monday tuesday wednesday thursday friday saturday
    sunday easter ramadan eid christmas
    """.split()
)
_OPENERS = frozenset(
    """
    the a an in on at by of for to from with and but or as if when while after before since until
    he she it they we i you his her its their our my this that these those there here then
    one two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands
    several many most some both all no not none more less least among during according meanwhile
    however also still earlier later last yesterday today local residents witnesses activists medics
    officials police rescuers doctors warplanes planes jets helicopters shells rockets bombs air
    drone drones troops soldiers rebels militants gunmen fighters civilians people children women
    men nobody what who where why how be was were is are has had have will would share read photo
    killed injured wounded dead death deaths reports report state other others another each every
    only just even about around over under near between against per
    """.split()
)


def looks_like_an_institution(name: str) -> bool:
    """Whether a name holds a word of an office, a body, a place or a calendar."""
    return any(word.strip(".,").lower() in _KEPT for word in re.split(r"[\s\-]+", name))


def has_capital(name: str) -> bool:
    """Whether a name holds a capital letter, so that it may be a person's."""
    return _CAPITAL.search(name) is not None


def vocabulary(claims: Iterable[Claim], *more: str | None) -> frozenset[str]:
    """Words, lower case, that a document's claims tell to be of places and listed actors."""
    words: set[str] = set()
    for claim in claims:
        where = claim.where
        if where is not None and where.place_id is not None:
            country = country_name(where.country) if where.country else None
            words.update(_words(where.name, where.text, where.adm1, country))
        for actor in (claim.by, claim.against):
            if actor is not None and actor.actor_id is not None:
                words.update(_words(actor.name, actor.text))
        for speaker in claim.attribution:
            if speaker.actor_id is not None:
                words.update(_words(speaker.name))
    words.update(_words(*more))
    return frozenset(words)


def _words(*texts: str | None) -> set[str]:
    return {w.lower() for text in texts if text for w in re.findall(r"[^\W\d_]+", text)}


def private_names(text: str, known: frozenset[str]) -> set[str]:
    """Names of persons in a text, and the parts by which it calls them again."""
    names: set[str] = set()
    for match in _RUN.finditer(text):
        whole = _without_openers(match[0])
        parts = whole.split()
        if len(parts) < 2 or looks_like_an_institution(whole) or _known(whole, known):
            continue
        names.add(whole)
    for pattern in (_TITLED, _SAID_TO_BE, _AGED):
        for match in pattern.finditer(text):
            name = match["name"] if "name" in pattern.groupindex else match[0]
            name = _without_openers(name)
            if name and not looks_like_an_institution(name) and not _known(name, known):
                names.add(name)
    return names | {part for name in names for part in parts_of(name, known)}


def parts_of(name: str, known: frozenset[str] = frozenset()) -> set[str]:
    """The words of a name that may stand for it alone."""
    if len(name.split()) < 2:
        return set()
    found = set()
    for part in name.split():
        bare = re.sub(r"^(?:al|el|an|ar|as|az)-", "", part, flags=re.I)
        if len(bare) >= 4 and has_capital(bare) and not _known(bare, known | _KEPT | _OPENERS):
            found |= {part, bare}
    return found


def _without_openers(run: str) -> str:
    words = run.split()
    while words and words[0].lower() in _OPENERS:
        words.pop(0)
    return " ".join(words)


def _known(name: str, known: frozenset[str]) -> bool:
    return all(word.lower() in known for word in re.findall(r"[^\W\d_]+", name))


def speakers_names(claim: Claim, known: frozenset[str]) -> set[str]:
    """Speakers and sides of a claim that no list knows, where they may be persons."""
    found = set()
    unlisted = [s.name for s in claim.attribution if s.actor_id is None]
    unlisted += [a.name for a in (claim.by, claim.against) if a is not None and a.actor_id is None]
    for name in unlisted:
        bare = _without_openers(name)
        if has_capital(bare) and not looks_like_an_institution(bare) and not _known(bare, known):
            found |= {bare, *parts_of(bare, known)}
    return found
