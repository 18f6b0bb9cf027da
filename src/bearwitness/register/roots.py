"""Root sources: whose word a claim leads back to, and which of them are independent.

A document's own voice leads back to its agency, else its outlet, else its dispatch. A named
speaker leads back to itself, whichever outlet quotes it; unnamed ones ("witnesses", "a doctor")
to the dispatch that heard them, since nothing tells two outlets' witnesses to be the same or not;
unnamed officials of one kind ("police") are one institution within an incident.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from bearwitness.model.claim import Claim, Speaker
from bearwitness.model.document import Anchor, Document
from bearwitness.model.lineage import Dispatch, Lineages

RootKind = Literal["monitor", "official", "medical", "eyewitness", "outlet", "other"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_IGNORED = frozenset(("the", "a", "an", "of", "for", "and", "in", "on", "by"))
_POLICE = _words(
    """police policeman policewoman sheriff sheriffs sgt sgt. sergeant lt lt. lieutenant capt
    capt. captain chief officer officers detective detectives deputy deputies trooper
    troopers constable investigators coroner coroners dispatcher dispatchers"""
)
_MILITARY = _words("""army military commander general colonel soldiers troops navy airforce""")
_UNNAMED = _words("source sources")
_GOVERNMENT = _words(
    """official officials authorities government ministry minister mayor governor spokesman
    spokeswoman spokesperson president prosecutors prosecutor security state"""
)
_MEDICAL = _words(
    """doctor doctors medic medics hospital hospitals ambulance paramedics health medical
    rescuers rescue firefighters nurse morgue"""
)
_EYEWITNESS = _words(
    """witness witnesses eyewitness eyewitnesses resident residents villager villagers activist
    activists local locals neighbor neighbors neighbour neighbours relative relatives
    survivor survivors family friend friends journalist journalists correspondent owner
    mother father sister brother wife husband son daughter"""
)
_MONITOR = _words("""observatory monitor watchdog centre center network rights amnesty""")
_VAGUE_SOURCES = _words(
    """report reports source sources statement media news it they he she people others"""
)
# What the prefix of a listed actor's id tells of it; generic ones ("gen-", "off-") tell nothing.
_PREFIX_KINDS: dict[str, RootKind] = {
    "mon": "monitor",
    "un": "monitor",
    "ag": "outlet",
    "out": "outlet",
    "med": "medical",
    "gov": "official",
    "int": "official",
    "reb": "official",
    "mil": "official",
}
_INSTITUTIONS: tuple[tuple[str, RootKind, frozenset[str]], ...] = (
    ("police", "official", _POLICE),
    ("army", "official", _MILITARY),
    ("officials", "official", _GOVERNMENT),
)


@dataclass(frozen=True, slots=True, order=True)
class Root:
    """One independent origin of what is said.

    Attributes:
        key: equal keys, one source.
        name: as shown.
        kind: what sort of witness it is.
    """

    key: str
    name: str
    kind: RootKind


def content_key(name: str) -> str:
    """A name reduced to what tells it apart: "Observatory of Human Rights", "… for …" agree."""
    words = re.findall(r"[^\W_]+", name.lower())
    return " ".join(w for w in words if w not in _IGNORED) or name.lower()


class Roots:
    """Leads claims back to their roots, over all documents.

    Attributes:
        dispatch_of: document id to its dispatch.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        lineages: Lineages,
        claims: Iterable[Claim] = (),
    ) -> None:
        """Index the documents.

        Args:
            documents: by id; their texts are not needed.
            lineages: dispatches, inferred agencies, lent anchors.
            claims: all of them; their speakers tell which listed actors go by which names.
        """
        self._listed, self._names = _listed(claims)
        self._documents = documents
        self._lineages = lineages
        self.dispatch_of: dict[str, Dispatch] = lineages.dispatch_of()
        self._take = {
            doc: number
            for dispatch in lineages.dispatches
            for number, doc in enumerate(dispatch.documents)
        }
        self._voices: dict[str, Root] = {}

    def dispatch(self, document_id: str) -> str:
        """Id of the document's dispatch; its own id where lineage knows none."""
        found = self.dispatch_of.get(document_id)
        return found.dispatch_id if found else document_id

    def take(self, document_id: str) -> int:
        """The document's number within its dispatch, in order of take."""
        return self._take.get(document_id, 0)

    def anchor(self, document_id: str) -> Anchor:
        """The day the document speaks from, lent by a relative where it has none."""
        lent = self._lineages.anchors.get(document_id)
        document = self._documents.get(document_id)
        return lent or (document.anchor if document else Anchor())

    def voice(self, document_id: str) -> Root:
        """Whose word the document's own voice is: that of its dispatch as a whole."""
        dispatch = self.dispatch(document_id)
        if dispatch not in self._voices:
            found = self.dispatch_of.get(document_id)
            members = found.documents if found else (document_id,)
            self._voices[dispatch] = self._carrier(dispatch, found, members)
        return self._voices[dispatch]

    def _carrier(self, dispatch: str, found: Dispatch | None, members: Iterable[str]) -> Root:
        known = [self._documents[m] for m in members if m in self._documents]
        agency = found.agency if found else None
        for document in known:
            agency = agency or document.agency or self._lineages.agencies.get(document.document_id)
        outlet = agency or next((d.publisher for d in known if d.publisher), None)
        outlet = outlet or next((site for d in known if d.url and (site := site_of(d.url))), None)
        if outlet:
            key = self._listed.get(content_key(outlet))
            if key is not None:
                return self._listed_root(key)
            kind: RootKind = "monitor" if _MONITOR & set(content_key(outlet).split()) else "outlet"
            return Root(content_key(outlet), outlet, kind)
        titles = (d.title or d.source_id for d in known)
        name = next((title for title in titles if title), dispatch)
        return Root(dispatch, f"report “{name}”", "outlet")

    def of(self, claim: Claim) -> Root:
        """The root of a claim: its nearest speaker, else the document's own voice."""
        own = self.voice(claim.document_id)
        for speaker in claim.attribution:
            found = self.speaking(speaker, self.dispatch(claim.document_id))
            if found is not None:
                return own if found.key == own.key else found
        return own

    def relayed(self, claim: Claim) -> bool:
        """Whether the speaker was heard by another named source than an agency or outlet."""
        dispatch = self.dispatch(claim.document_id)
        root = self.of(claim).key
        chain = [self.speaking(s, dispatch) for s in claim.attribution[1:] if s.cue != "()"]
        own = self.voice(claim.document_id).key
        return any(r is not None and r.kind != "outlet" and r.key not in (own, root) for r in chain)

    def _listed_root(self, actor_id: str) -> Root:
        name = self._names[actor_id]
        return Root(actor_id, name, _PREFIX_KINDS.get(_prefix(actor_id), _kind(_held(name))))

    def speaking(self, speaker: Speaker, dispatch: str) -> Root | None:
        """The root that a speaker is, None where the words name nobody ("reports say")."""
        if speaker.actor_id and _prefix(speaker.actor_id) in _PREFIX_KINDS:
            if speaker.actor_id in self._names:
                return self._listed_root(speaker.actor_id)
            return Root(speaker.actor_id, speaker.name, _PREFIX_KINDS[_prefix(speaker.actor_id)])
        return _unlisted(speaker.name.strip(), dispatch)


# One address for many who write: the first part of the path tells them apart.
_PLATFORMS = _words(
    """twitter.com x.com facebook.com youtube.com t.me telegram.me instagram.com medium.com
    reddit.com scribd.com docs.google.com sites.google.com github.com"""
)
_BEFORE_SITE = re.compile(r"^(?:(?:www|amp|m|mobile|old|en|edition|news)\d?\.)+(?=[^.]+\.)")


def site_of(url: str) -> str | None:
    """The site that an address is of, by which an outlet is known that nobody names."""
    archived = url.rfind("http", 1)
    parts = urlsplit(url[archived:] if archived > 0 else url)
    site = _BEFORE_SITE.sub("", (parts.hostname or "").lower())
    if "." not in site:
        return None
    account = next(filter(None, parts.path.split("/")), "")
    return f"{site}/{account}" if site in _PLATFORMS and account else site


def _prefix(actor_id: str) -> str:
    return actor_id.partition("-")[0]


def _held(name: str) -> set[str]:
    return set(content_key(name).split())


def _listed(claims: Iterable[Claim]) -> tuple[dict[str, str], dict[str, str]]:
    """Names to the ids of listed actors, and each id's name (its most used, longest, first)."""
    used: dict[str, dict[str, int]] = {}
    for claim in claims:
        for speaker in claim.attribution:
            if speaker.actor_id and _prefix(speaker.actor_id) in _PREFIX_KINDS:
                names = used.setdefault(speaker.actor_id, {})
                names[speaker.name] = names.get(speaker.name, 0) + 1
    ids: dict[str, str] = {}
    shown: dict[str, str] = {}
    for actor_id in sorted(used):
        names = used[actor_id]
        shown[actor_id] = min(names, key=lambda n: (-names[n], -len(n), n))
        ids.setdefault(content_key(shown[actor_id]), actor_id)
        ids.setdefault(actor_id.partition("-")[2].replace("-", " "), actor_id)
    return ids, shown


def _unlisted(name: str, dispatch: str) -> Root | None:
    words = content_key(name).split()
    held = set(words)
    for label, kind, markers in _INSTITUTIONS:
        if markers & held and (_is_common(name) or label == "police"):
            if _UNNAMED & set(name.lower().split()):  # they may gainsay the body they serve
                return Root(f"sources@{label}", f"{label} sources", kind)
            return Root(label, label, kind)
    if not _is_common(name):
        return Root(content_key(name), name, _kind(held))
    if held & _MEDICAL:
        return Root(f"medics@{dispatch}", name, "medical")
    if held & _EYEWITNESS:
        return Root(f"witnesses@{dispatch}", name, "eyewitness")
    if not words or held & _VAGUE_SOURCES:
        return None
    return Root(f"{' '.join(words)}@{dispatch}", name, _kind(held))


def _is_common(name: str) -> bool:
    """Whether the words are common nouns and no name."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", name)
    return not any(w[0].isupper() for w in words[1:]) and not (
        words and words[0][0].isupper() and words[0].lower() not in _ALL_COMMON
    )


_ALL_COMMON = _IGNORED | _POLICE | _MILITARY | _GOVERNMENT | _MEDICAL | _EYEWITNESS | _VAGUE_SOURCES


def _kind(words: set[str]) -> RootKind:
    if words & _MONITOR:
        return "monitor"
    if words & _MEDICAL:
        return "medical"
    if words & (_POLICE | _MILITARY | _GOVERNMENT):
        return "official"
    return "eyewitness" if words & _EYEWITNESS else "other"


def circles(edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Groups of roots that cite one another in a circle, each sorted, in order.

    Args:
        edges: (who reports, whom it cites) by root key.
    """
    cites: dict[str, set[str]] = {}
    for reporter, cited in edges:
        if reporter != cited:
            cites.setdefault(reporter, set()).add(cited)
    reach = {key: _reachable(key, cites) for key in sorted(cites)}
    groups = {
        tuple(sorted({key, *(o for o in reach[key] if key in reach.get(o, ()))})) for key in reach
    }
    return sorted(g for g in groups if len(g) > 1)


def _reachable(start: str, cites: Mapping[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for other in cites.get(waiting.pop(), ()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen
