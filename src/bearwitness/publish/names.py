"""Names of private persons in a report: found with caution, since a name printed harms.

Any run of capitalised words that nothing tells to be a place, an institution or the holder of a
public office is held to be a name. That masks too much rather than too little.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from bearwitness.model.claim import Claim
from bearwitness.text.countries import country_name

_WORD = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:['’\-][^\W\d_]+)*"
_LINK = r"(?:al-|el-|an-|ar-|as-|az-)?"
_INNER = r"(?:bin|ibn|bint|abu|umm|van|von|de|del|der|da|dos|di|la|le|el|al|ould)"
_RUN = re.compile(rf"\b{_LINK}{_WORD}(?:[ \t](?:{_INNER}[ \t])?{_LINK}{_WORD})*")
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Dr|Abu|Abou|Umm|Um|Sheikh|Haj|Hajji|Sgt|Sergeant|Lt|Lieutenant|Capt|"
    rf"Captain|Cpl|Corporal|Private|Maj|Major|Col|Colonel)\.?[ \t]{_LINK}{_WORD}"
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

# Nouns that make an institution of the words before them ("… Hospital"), and end its name.
_BODIES = frozenset(
    """
    army forces force front brigade brigades battalion division corps guard guards militia
    movement party collective coalition council committee committees commission ministry
    government state states nations union league organisation organization agency agencies network
    observatory centre center society association institute foundation court office department
    bureau police security intelligence parliament congress senate group groups defence defense
    helmets times post press herald tribune review gazette journal radio television tv
    channel courier service services authority administration units unit embassy command camp canton
    directorate regiment squadron company tribe clan faction factions airbase base airport station
    province governorate district city cities town village street square road avenue bridge river
    mountain mountains valley desert sea gulf lake island hospital hospitals clinic school schools
    university college mosque church market stadium hotel tower museum park prison dam highway
    strip heights settlement crescent cross watch amnesty international rights media images
    weekly bulletin daily news website photo camera gate forum board fund bank
    """.split()
)
# Nouns that begin the name of a place, an operation or a body.
_FIRST = frozenset(
    """
    operation fort camp lake mount mountain port lower upper new old greater rural northern
    southern eastern western northeast northwest southeast southwest central islamic autonomous
    united national international global general supreme
    tel tell tall jabal jebel wadi kafr deir ain ayn khirbet kherbat ras qasr maarat maaret maarrat
    nahr sahl bab darat hayat jabhat ansar liwa liwaa jaysh jaish harakat hizb ahrar hurras horas
    """.split()
)
# Public offices: the names of their holders are no secret.
_OFFICES = frozenset(
    """
    president minister prime general admiral commander spokesman spokeswoman spokesperson
    ambassador secretary governor mayor king queen senator pope chancellor premier envoy
    chairman commissioner
    """.split()
)
# Words that are capitalised and name nobody.
_NEUTRAL = frozenset(
    """
    republic democratic federal federation human people peoples muslim christian jewish sunni shia
    shiite kurdish arab arabic africa america asia europe antarctica atlantic pacific mediterranean
    january february march july september october november december monday tuesday wednesday
    thursday friday saturday sunday easter ramadan eid christmas civil red white doctors middle
    north south east west director representative reporter correspondent colonel lieutenant
    captain major brigadier prince operations military former interior foreign special deputy
    assistant acting
    """.split()
)
_KEPT = _BODIES | _FIRST | _OFFICES | _NEUTRAL
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
    only just even about around over under near between against per despite through related
    """.split()
)
_OF_PERSONS = frozenset(
    ("abu", "abou", "umm", "um", "sheikh", "haj", "hajj", "hajji", "bin", "ibn")
)
_POSSESSIVE = re.compile(r"['’]s$")
Listed = Callable[[str], bool]


def nobody_listed(_name: str) -> bool:
    """Where no list is at hand, no name is known."""
    return False


def persons_in(run: str, listed: Listed = nobody_listed) -> list[str]:
    """The parts of a run of capitalised words that may name a private person.

    A run is cut behind possessives ("Aleppo's") and behind nouns of bodies ("City Hospital"): what
    stands before such a noun is the body's name, what stands behind it may be a person's. What a
    list knows as a place or an actor is no person, nor is the holder of a public office, nor a run
    of nothing but nationalities, abbreviations and words that name nobody.
    """
    found = []
    for part in _cut(run.split()):
        words = _without_openers(" ".join(part)).split()
        if not words or _names_nobody(words, listed):
            continue
        found.append(" ".join(words))
    return found


def _cut(words: list[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for word in words:
        bare = _POSSESSIVE.sub("", word)
        part.append(bare)
        if bare != word:
            yield part
            part = []
        elif _bare(word) in _BODIES and len(part) > 1:
            part = []
    yield part


def _names_nobody(words: list[str], listed: Listed) -> bool:
    low = [_bare(word) for word in words]
    told = [b in _KEPT or _is_abbreviation(w) or listed(w) for w, b in zip(words, low, strict=True)]
    office = next((i for i, word in enumerate(low) if word in _OFFICES), None)
    if all(told) or (office is not None and all(told[:office])):
        return True
    if low[0] in _FIRST and len(words) <= 3 and not _OF_PERSONS & set(low):
        return True
    return listed(" ".join(words)) or (
        len(words) > 2 and low[0] in _NEUTRAL and listed(" ".join(words[1:]))
    )


def _holders(text: str) -> frozenset[str]:
    """Words of the names that a text gives with a public office: "Foreign Minister …"."""
    found: set[str] = set()
    for match in _RUN.finditer(text):
        words = match[0].split()
        low = [_bare(word) for word in words]
        last = max((i for i, word in enumerate(low) if word in _OFFICES), default=None)
        if last is not None and 2 <= len(words) - last - 1 <= 4:
            found |= _words(" ".join(words[last + 1 :]))
    return frozenset(found)


def _bare(word: str) -> str:
    return word.strip(".,’'").lower()


def _is_abbreviation(word: str) -> bool:
    return 2 <= len(word) <= 6 and word.isupper()


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


def private_names(text: str, known: frozenset[str], listed: Listed = nobody_listed) -> set[str]:
    """Names of persons in a text, and the parts by which it calls them again.

    Args:
        text: a text.
        known: words of places and listed actors, from `vocabulary`.
        listed: whether a name is a place's or an actor's of our lists.
    """
    names: set[str] = set()
    known = known | _holders(text)
    for match in _RUN.finditer(text):
        for whole in persons_in(match[0], listed):
            if len(whole.split()) > 1 and not _known(whole, known):
                names.add(whole)
    for pattern in (_TITLED, _SAID_TO_BE, _AGED):
        for match in pattern.finditer(text):
            name = match["name"] if "name" in pattern.groupindex else match[0]
            name = _without_openers(name)
            if name and _bare(name) not in _KEPT and not _known(name, known):
                names.add(name)
    return names | {part for name in names for part in parts_of(name, known, listed)}


def parts_of(
    name: str, known: frozenset[str] = frozenset(), listed: Listed = nobody_listed
) -> set[str]:
    """The words of a name that may stand for it alone."""
    if len(name.split()) < 2:
        return set()
    found = set()
    for part in name.split():
        bare = re.sub(r"^(?:al|el|an|ar|as|az)-", "", part, flags=re.I)
        ordinary = _known(bare, known | _KEPT | _OPENERS) or listed(bare)
        if len(bare) >= 4 and has_capital(bare) and not ordinary:
            found |= {part, bare}
    return found


def _without_openers(run: str) -> str:
    words = run.split()
    while words and words[0].lower() in _OPENERS:
        words.pop(0)
    return " ".join(words)


def _known(name: str, known: frozenset[str]) -> bool:
    return all(word.lower() in known for word in re.findall(r"[^\W\d_]+", name))


def speakers_names(claim: Claim, known: frozenset[str], listed: Listed = nobody_listed) -> set[str]:
    """Speakers and sides of a claim that no list knows, where they may be persons."""
    found = set()
    unlisted = [s.name for s in claim.attribution if s.actor_id is None]
    unlisted += [a.name for a in (claim.by, claim.against) if a is not None and a.actor_id is None]
    runs = (match[0] for name in unlisted if not listed(name) for match in _RUN.finditer(name))
    for run in runs:
        for bare in persons_in(run, listed):
            if not _known(bare, known):
                found |= {bare, *parts_of(bare, known, listed)}
    return found
