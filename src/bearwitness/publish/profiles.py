"""Who may see what: an edition with everything left out that a profile's readers may not have.

Every format and the site are written from what `for_readers` returns, so none of them can let out
what another keeps in.

| profile | texts | quotations | names of private persons | places |
|---|---|---|---|---|
| internal | whole | whole | as read | exact |
| partners | whole, names masked | whole, names masked | masked unless released | exact |
| public | none | bounded, names masked | masked unless released | exact |

For all three: what a review withholds (a document, a claim, an incident, an incident's place) is
out, in every text that repeats it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Literal, TypeVar, get_args

from bearwitness.errors import UsageError
from bearwitness.model.claim import Claim, Where
from bearwitness.model.document import Document
from bearwitness.model.incident import Judgement
from bearwitness.model.lineage import Dispatch, Lineages, Relation
from bearwitness.model.register import Contradiction, Entry, Register
from bearwitness.model.span import Span
from bearwitness.publish.edition import Edition
from bearwitness.publish.names import (
    Listed,
    private_names,
    speakers_names,
    vocabulary,
)
from bearwitness.publish.states import cell_centre
from bearwitness.text.countries import country_name

Profile = Literal["public", "partners", "internal"]
PROFILES: tuple[str, ...] = get_args(Profile)
QUOTATION = 280  # characters of a sentence that a public reader sees
WITHHELD = "[withheld]"
_BLOCK = "█"
_FINER_THAN_ADM1 = 3  # GED where_prec up to which a place is finer than a province
_REVIEW_NOTE = re.compile(r"^(?:confirm|correct|regrade|note)\b.*? by ")
_SENTENCE = re.compile(r"[^\n.!?]+[.!?]*")
_SHORTEST = 24  # characters from which a withheld sentence is known again elsewhere
T = TypeVar("T")
Blur = Callable[[Where], Where]


class Mask:
    """Hides words wherever they stand."""

    def __init__(self, names: Iterable[str] = (), sentences: Iterable[str] = ()) -> None:
        """Take names (as written, or in capitals) and sentences (in any case and spacing)."""
        names = {n for n in names if len(n) > 1}
        names |= {n.upper() for n in names}
        parts = [_flexible(n) for n in sorted(names, key=lambda n: (-len(n), n))]
        long = [_flexible(s) for s in sorted(set(sentences), key=lambda s: (-len(s), s))]
        self._patterns = []
        if long:
            self._patterns.append(re.compile("|".join(long), re.I))
        if parts:
            self._patterns.append(re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)"))

    def __bool__(self) -> bool:
        """Whether there is anything to hide."""
        return bool(self._patterns)

    def blocked(self, text: str) -> str:
        """The text with hidden words blocked out, every offset kept."""
        for pattern in self._patterns:
            text = pattern.sub(lambda m: _BLOCK * len(m[0]), text)
        return text

    def free(self, text: str) -> str:
        """The text with hidden words named as withheld."""
        for pattern in self._patterns:
            text = pattern.sub(WITHHELD, text)
        return text


def _flexible(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split())


def for_readers(edition: Edition, profile: str, *, blur: bool = False) -> Edition:
    """The edition as a profile's readers may see it.

    Args:
        edition: all that is held.
        profile: "public", "partners" or "internal".
        blur: give every place as its province, and its coordinates as the middle of a half-degree
            cell.

    Raises:
        UsageError: there is no such profile.
    """
    if profile not in PROFILES:
        raise UsageError(f"no profile {profile!r}; there are {', '.join(PROFILES)}")
    if profile == "internal" and not (blur or edition.withheld or edition.blurred):
        return replace(edition, profile=profile)
    return _Redaction(edition, profile, blur).edition()


@dataclass(frozen=True, slots=True)
class _Places:
    """Places that are given coarsely: their keys, and the words that would tell them."""

    keys: frozenset[object]
    words: frozenset[str]
    all: bool

    def blurs(self, where: Where) -> bool:
        if where.precision > _FINER_THAN_ADM1:
            return False
        return self.all or _place_key(where) in self.keys


def _place_key(where: Where) -> object:
    return where.place_id or where.name


class _Redaction:
    def __init__(self, edition: Edition, profile: str, blur: bool) -> None:
        self._of = edition
        self._profile = profile
        self._hidden = self._hidden_claims()
        self._places = self._coarse_places(blur)
        self._global_names: set[str] = set(self._places.words)
        self._global_sentences: set[str] = set()
        self._names_of: dict[str, frozenset[str]] = {}
        self._gather()
        self._everywhere = Mask(self._global_names, self._global_sentences)
        self._masks: dict[str, Mask] = {}

    # -- what must not leave

    def _hidden_claims(self) -> frozenset[str]:
        """Claims of withheld incidents: they leave not at all."""
        return frozenset(c for c, i in self._of.incident_of.items() if i in self._of.withheld)

    def _coarse_places(self, blur: bool) -> _Places:
        keys: set[object] = set()
        found: list[Where] = []
        for entry in self._of.register.entries:
            if (entry.incident_id in self._of.blurred or blur) and entry.place is not None:
                found.append(entry.place)
        for claim in self._of.claims():
            told = self._of.incident_of.get(claim.claim_id) in self._of.blurred or blur
            if told and claim.where is not None:
                found.append(claim.where)
        fine = [where for where in found if where.precision <= _FINER_THAN_ADM1]
        keys.update(map(_place_key, fine))
        return _Places(frozenset(keys), frozenset(w for p in fine for w in _telling(p)), blur)

    def _gather(self) -> None:
        listed = self._of.listed
        claims_of: dict[str, list[Claim]] = {}
        for claim in self._of.claims():
            claims_of.setdefault(claim.document_id, []).append(claim)
        for document in self._of.documents():
            claims = claims_of.get(document.document_id, [])
            known = vocabulary(claims, document.publisher, document.agency)
            held = document.document_id in self._of.withheld
            if held:
                self._global_sentences.update(_sentences(document.text, document.title))
                self._global_names.update(
                    _documents_names(document, claims, known, self._of.listed)
                )
            for claim in claims:
                if self._is_held(claim):
                    self._global_sentences.update(_sentences(claim.sentence.quote))
                    self._global_names |= speakers_names(claim, known, listed)
                    self._global_names.update(
                        private_names(claim.sentence.quote, known, self._of.listed)
                    )
                    self._global_names.update(_unlisted_places(claim))
                    self._global_names.update(_named(claim))
            # A coded record names places and parties; whom it counts it does not name.
            if self._profile != "internal" and "coded" not in document.extra:
                self._names_of[document.document_id] = self._private(document, claims, known)

    def _is_held(self, claim: Claim) -> bool:
        return claim.claim_id in self._hidden or self._of.withholds(claim)

    def _private(
        self, document: Document, claims: list[Claim], known: frozenset[str]
    ) -> frozenset[str]:
        names = _documents_names(document, claims, known, self._of.listed)
        if document.document_id in self._of.released:
            return frozenset()
        for claim in claims:
            if claim.claim_id in self._of.released:
                listed = self._of.listed
                names -= private_names(claim.sentence.quote, known, listed)
                names -= speakers_names(claim, known, listed)
        return frozenset(names)

    # -- the edition without it

    def edition(self) -> Edition:
        of = self._of
        register = of.register
        standing = [e for e in register.entries if e.incident_id not in of.withheld]
        standing = [e for e in standing if e.superseded_by not in of.withheld]
        contradictions = tuple(
            self._contradiction(c)
            for c in register.contradictions
            if c.incident_id not in of.withheld
            and not any(side.claim_id in self._hidden for side in c.sides)
        )
        kept = {c.contradiction_id for c in contradictions}
        return replace(
            of,
            documents=self._documents,
            claims=self._claims,
            lineages=self._lineages(),
            register=Register(
                tuple(self._entry(e, kept) for e in standing),
                contradictions,
                tuple(_strings(t, self._everywhere.free) for t in register.tolls),
                {k: self._everywhere.free(v) for k, v in register.notes.items()},
            ),
            incident_of={c: i for c, i in of.incident_of.items() if c not in self._hidden},
            judgements=tuple(self._judgements()),
            profile=self._profile,
        )

    def _mask(self, *documents: str) -> Mask:
        """Hides the names of some documents, and what is hidden everywhere."""
        if self._profile == "internal":
            return self._everywhere
        key = " ".join(sorted(documents))
        if key not in self._masks:
            names = {n for d in documents for n in self._names_of.get(d, ())}
            self._masks[key] = Mask(names | self._global_names, self._global_sentences)
        return self._masks[key]

    def _documents(self) -> Iterator[Document]:
        for document in self._of.documents():
            if document.document_id in self._of.withheld:
                yield _emptied(document)
                continue
            mask = self._mask(document.document_id)
            public = self._profile == "public"
            text = "" if public else mask.blocked(document.text)
            yield replace(
                document,
                text=text,
                furniture=tuple(_masked_span(s, mask) for s in document.furniture),
                title=_maybe(mask.free, document.title),
                title_span=_masked_span(document.title_span, mask) if document.title_span else None,
                byline=None if public else _maybe(mask.free, document.byline),
                dateline=_maybe(mask.free, document.dateline),
                source_id=mask.free(document.source_id),
                url=_maybe(mask.free, document.url),
                extra={},
            )

    def _claims(self) -> Iterator[Claim]:
        for claim in self._of.claims():
            if claim.claim_id in self._hidden:
                continue
            mask = self._mask(claim.document_id)
            span, sentence = _masked_span(claim.span, mask), _masked_span(claim.sentence, mask)
            if self._of.withholds(claim):
                span, sentence = _blocked_span(span), _blocked_span(sentence)
                claim = replace(claim, attribution=())
            made = _strings(replace(claim, where=self._where(claim.where)), mask.free)
            yield replace(made, span=span, sentence=sentence)

    def _where(self, where: Where | None) -> Where | None:
        if where is None or not self._places.blurs(where):
            return where
        return coarse(where)

    def _entry(self, entry: Entry, contradictions: set[str]) -> Entry:
        mask = self._mask(*entry.documents)
        place = entry.place
        if place is not None and self._places.blurs(place):
            small = coarse(place)
            if small.name != place.name:
                entry = replace(entry, title=entry.title.replace(place.name, small.name))
            entry = replace(entry, place=small)
        if self._profile == "public":
            notes = tuple(n for n in entry.notes if not _REVIEW_NOTE.match(n))
            entry = replace(entry, notes=notes)
        entry = replace(
            entry,
            contradictions=tuple(c for c in entry.contradictions if c in contradictions),
        )
        return _strings(entry, mask.free)

    def _contradiction(self, found: Contradiction) -> Contradiction:
        sides = []
        for side in found.sides:
            quote = self._mask(side.document_id).blocked(side.quote)
            if {side.document_id, side.claim_id or ""} & self._of.withheld:
                quote = _BLOCK * len(quote)
            sides.append(replace(side, quote=quote))
        return replace(found, sides=tuple(sides))

    def _lineages(self) -> Lineages:
        of = self._of.lineages
        return Lineages(
            tuple(self._dispatch(d) for d in of.dispatches),
            tuple(self._relation(r) for r in of.quotes),
            of.anchors,
            of.agencies,
        )

    def _dispatch(self, dispatch: Dispatch) -> Dispatch:
        return replace(dispatch, relations=tuple(self._relation(r) for r in dispatch.relations))

    def _relation(self, relation: Relation) -> Relation:
        mask = self._mask(relation.earlier, relation.later)
        held = bool({relation.earlier, relation.later} & self._of.withheld)
        sentences = []
        for s in relation.sentences:
            what = () if held else tuple((mask.free(a), mask.free(b)) for a, b in s.what)
            earlier = _masked_span(s.earlier, mask) if s.earlier else None
            later = _masked_span(s.later, mask) if s.later else None
            sentences.append(replace(s, earlier=earlier, later=later, what=what))
        return replace(relation, sentences=tuple(sentences), why=mask.free(relation.why))

    def _judgements(self) -> Iterator[Judgement]:
        hidden = self._hidden_mentions()
        for judgement in self._of.judgements:
            if {judgement.left, judgement.right} & hidden:
                continue
            documents = [key.partition("#")[0] for key in (judgement.left, judgement.right)]
            if self._of.withheld.intersection(documents):
                judgement = replace(judgement, evidence=(), note=None)
            if self._profile == "public":
                by = "person" if judgement.is_by_person else judgement.by
                judgement = replace(judgement, by=by, note=None)
            yield _strings(judgement, self._mask(*documents).free)

    def _hidden_mentions(self) -> set[str]:
        return {
            f"{claim.document_id}#{claim.mention}"
            for claim in self._of.claims()
            if claim.claim_id in self._hidden and claim.mention is not None
        }


def coarse(where: Where) -> Where:
    """A place as its province or country; coordinates as the middle of a half-degree cell."""
    name = where.adm1 or (country_name(where.country) if where.country else None) or "unknown"
    lat, lon = where.lat, where.lon
    if lat is not None and lon is not None:
        lat, lon = cell_centre(lat, lon)
    return Where(name, None, lat, lon, where.country, where.adm1, 4 if where.adm1 else 6, None)


def _telling(where: Where) -> Iterator[str]:
    """Words that tell a place more exactly than its province does."""
    country = country_name(where.country) if where.country else None
    coarser = {(name or "").casefold() for name in (where.adm1, country)}
    for name in (where.name, where.text):
        if name and name.casefold() not in coarser:
            yield name


def _unlisted_places(claim: Claim) -> Iterator[str]:
    if claim.where is not None and claim.where.place_id is None:
        yield from _telling(claim.where)


def _named(claim: Claim) -> set[str]:
    """A claim that counts persons by their names: the words themselves."""
    if claim.casualty is None or "named" not in claim.casualty.attributes:
        return set()
    words = claim.span.quote
    return {words} if words[:1].isupper() else set()


def _documents_names(
    document: Document, claims: list[Claim], known: frozenset[str], listed: Listed
) -> set[str]:
    title_end = document.title_span.end if document.title_span else 0
    names = private_names(document.text[title_end:], known, listed)
    if document.byline:
        names |= private_names(document.byline, known, listed)
    for claim in claims:
        names |= speakers_names(claim, known, listed) | _named(claim)
    return names


def _sentences(*texts: str | None) -> Iterator[str]:
    for text in texts:
        for match in _SENTENCE.finditer(text or ""):
            if len(match[0].strip()) >= _SHORTEST:
                yield match[0].strip()


def _emptied(document: Document) -> Document:
    """A withheld document keeps its place and its digest, and no word."""
    return Document(
        document.document_id,
        document.document_id,
        "",
        document.sha256,
        document.language,
        publisher=document.publisher,
        agency=document.agency,
        published_at=document.published_at,
        anchor=document.anchor,
        withheld=True,
    )


def _masked_span(span: Span, mask: Mask) -> Span:
    quote = mask.blocked(span.quote)
    return span if quote == span.quote else _span(span, quote)


def _blocked_span(span: Span) -> Span:
    return _span(span, _BLOCK * len(span.quote))


def _span(span: Span, quote: str) -> Span:
    # A masked span quotes the masked text, of which only these characters are needed.
    return Span(span.start, span.end, quote, " " * span.start + quote)


def _maybe(change: Callable[[str], str], text: str | None) -> str | None:
    return None if text is None else change(text)


def _strings(value: T, change: Callable[[str], str]) -> T:
    """The same value with every string in it changed; spans are left to the caller."""
    changed: Any = value
    if isinstance(value, str):
        changed = change(value)
    elif isinstance(value, Span):
        changed = value
    elif is_dataclass(value) and not isinstance(value, type):
        made = {f.name: _strings(getattr(value, f.name), change) for f in fields(value)}
        changed = type(value)(**made)
    elif isinstance(value, tuple):
        changed = tuple(_strings(v, change) for v in value)
    elif isinstance(value, Mapping):
        changed = {k: _strings(v, change) for k, v in value.items()}
    return changed  # type: ignore[no-any-return]
