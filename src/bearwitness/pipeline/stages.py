"""The stages' functions, bundled so that tests can put others in their place.

The defaults import a stage when it is first needed: gazetteer and reader are slow to load, and
most commands need neither.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from bearwitness import __version__
from bearwitness.errors import InputError
from bearwitness.model.claim import Claim
from bearwitness.model.document import Anchor, Document
from bearwitness.model.incident import Incident, Judgement, Minting
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Register
from bearwitness.model.review import Review

OnError = Callable[[InputError], None]
Loader = Callable[[str], Document]


class Tracer(Protocol):
    """Stage 2: takes documents one by one, then tells their lineages."""

    def add(self, document: Document) -> None:
        """Take in a document."""

    def lineages(self) -> Lineages:
        """The lineages of all documents taken in."""


class Reader(Protocol):
    """Stage 3: reads the claims of one document."""

    def extract(self, document: Document, anchor: Anchor) -> tuple[Claim, ...]:
        """The claims, dates reckoned from the anchor."""


class LinkResult(Protocol):
    """What stage 4 returns."""

    @property
    def judgements(self) -> Sequence[Judgement]:
        """Judgements not known before."""

    @property
    def incidents(self) -> Sequence[Incident]:
        """The clusters."""

    @property
    def mintings(self) -> Sequence[Minting]:
        """Incident ids minted or forwarded anew."""


@dataclass(frozen=True, slots=True)
class LinkInput:
    """What stage 4 links.

    Attributes:
        claims: of all documents.
        documents: without their texts.
        lineages: dispatches, lent anchors.
        judgements, mintings: recorded before.
        terms: document id to the telling words of its text.
    """

    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    lineages: Lineages
    judgements: Sequence[Judgement]
    mintings: Sequence[Minting]
    terms: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class RegisterInput:
    """What stage 5 reconciles; `documents` are without their texts."""

    incidents: Sequence[Incident]
    claims: Sequence[Claim]
    documents: Mapping[str, Document]
    lineages: Lineages
    judgements: Sequence[Judgement]
    reviews: Sequence[Review]


@dataclass(frozen=True, slots=True)
class Stages:
    """One function a stage.

    Attributes:
        ingest: inputs to documents with their raw bytes.
        tracer: makes a tracer, given a way to load a document.
        reader_version: changes whenever the reader may read otherwise.
        reader: makes a reader; called once in every process, so it must be importable by name.
        prepare: makes ready, once and before any process starts, what all readers share.
        link: claims to incidents.
        reconcile: incidents to the register.
    """

    ingest: Callable[[Sequence[Path | str], OnError], Iterator[tuple[Document, bytes]]]
    tracer: Callable[[Loader], Tracer]
    reader_version: Callable[[], str]
    reader: Callable[[], Reader]
    prepare: Callable[[], None]
    link: Callable[[LinkInput], LinkResult]
    reconcile: Callable[[RegisterInput], Register]


def default_stages(places: Sequence[Path] = ()) -> Stages:
    """The stages of this package.

    Args:
        places: files of places that the gazetteer is to know beside its own.
    """
    own = tuple(places)
    return Stages(
        _ingest, _tracer, partial(_reader_version, own), partial(make_reader, own),
        partial(_prepare, own), _link, _reconcile,
    )  # fmt: skip


def _ingest(inputs: Sequence[Path | str], fail: OnError) -> Iterator[tuple[Document, bytes]]:
    from bearwitness.documents.ingest import ingest_raw

    for found in ingest_raw(inputs, on_error=fail):
        yield found.document, found.raw


def _tracer(load: Loader) -> Tracer:
    from bearwitness.lineage.trace import Tracer as OwnTracer

    return OwnTracer(load)


def _reader_version(places: tuple[Path, ...]) -> str:
    from bearwitness.adapters.gazetteer_index import content_mark
    from bearwitness.claims.casualty_claims import EXTRACTOR

    # The package's version too: word lists, places and helpers change with it.
    own = f" places {content_mark(places)}" if places else ""
    return f"{EXTRACTOR} {__version__}{own}"


def _prepare(places: tuple[Path, ...]) -> None:
    """Build the index of places, which takes a while the first time on a machine."""
    from bearwitness.adapters.gazetteer import load_gazetteer

    load_gazetteer(places)


def make_reader(places: tuple[Path, ...] = ()) -> Reader:
    """The claims reader with its gazetteer."""
    from bearwitness.adapters.gazetteer import load_gazetteer
    from bearwitness.claims.extract import Extractor

    return Extractor(load_gazetteer(places))


def _link(given: LinkInput) -> LinkResult:
    from bearwitness.incidents.link import link

    return link(
        given.claims,
        {key: document.anchor for key, document in given.documents.items()},
        given.lineages,
        given.judgements,
        given.mintings,
        given.terms,
    )


def _reconcile(given: RegisterInput) -> Register:
    from bearwitness.register.reconcile import reconcile

    return reconcile(
        given.incidents,
        given.claims,
        given.lineages,
        given.documents,
        given.reviews,
        given.judgements,
    )
