"""The desk's work, with no web in it: reading the register, deciding, adding reports."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from bearwitness.errors import StoreError
from bearwitness.model.claim import Claim
from bearwitness.model.document import Document
from bearwitness.model.incident import Judgement
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Contradiction, Entry, Register
from bearwitness.model.review import Review
from bearwitness.pipeline.imported import stages_of
from bearwitness.pipeline.rebuild import Linked, as_edition, link_all, meta, withheld
from bearwitness.pipeline.stages import RegisterInput
from bearwitness.store import Store, View
from bearwitness.store.codec import from_json
from bearwitness.store.rows import lineages_from
from bearwitness.web import index as indexing
from bearwitness.web.accounts import Accounts
from bearwitness.web.database import Database
from bearwitness.web.finder import Finder
from bearwitness.web.rows import Standing, acts_on, claims_digest, standing_reviews
from bearwitness.web.settings import Settings
from bearwitness.web.showing import is_touched, without_withheld

INDEX_NAME = "desk-index.sqlite"
_LOOK_EVERY = 1.0  # seconds between looks at whether the store has grown


class Desk:
    """One register and all the desk knows of it."""

    def __init__(self, settings: Settings) -> None:
        """Open the register's store and bring the index up to date.

        Raises:
            StoreError: there is no register, or it cannot be read.
        """
        self.settings = settings
        self.store = Store.open(settings.store or settings.folder, create=False)
        self.accounts = Accounts(settings.folder)
        self.index = Database(settings.folder / INDEX_NAME)
        self.finder = Finder(self.index)
        self.writing = threading.RLock()
        self.stages = stages_of(self.store.view())
        self.version = 0
        self._looked = 0.0
        self._catching_up: threading.Thread | None = None
        self._reviews: tuple[int, list[Review]] = (-1, [])
        if self._indexed() != self.newest():
            self.rebuild()
        self.version = self._indexed()

    def close(self) -> None:
        """Give the store back."""
        self.store.close()

    # -- keeping the index

    def newest(self) -> int:
        """Number of the store's newest commit."""
        return self.store.view().newest_commit

    def _indexed(self) -> int:
        if not self.index.path.is_file():
            return -1
        told = {row["key"]: row["value"] for row in self.index.all("SELECT * FROM meta")}
        # an index that another version laid out lacks tables that pages read
        return int(told["commit"]) if told.get("layout") == indexing.layout() else -1

    @property
    def catching_up(self) -> bool:
        """Whether pages show a register that is being made anew."""
        return self._catching_up is not None and self._catching_up.is_alive()

    def look(self) -> None:
        """Start making the index anew where the store has grown behind the desk's back."""
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY:
            return
        self._looked = now
        if self.newest() != self.version and not self.catching_up and self._free():
            self._catching_up = threading.Thread(target=self._rebuild_if_stale, daemon=True)
            self._catching_up.start()

    def _free(self) -> bool:
        if self.writing.acquire(blocking=False):
            self.writing.release()
            return True
        return False

    def _rebuild_if_stale(self) -> None:
        with self.writing:
            if self.newest() != self._indexed():
                self.rebuild()

    def rebuild(self) -> None:
        """Make the index anew from the store; ids minted on the way are recorded."""
        with self.writing:
            view = self.store.view()
            known = {d.document_id: meta(d) for d in view.documents()}
            lineages = view.lineages()
            linked = link_all(view, self.stages, known, lineages)
            if linked.fresh or linked.mintings:
                with self.store.writing("incidents") as writer:
                    writer.add_judgements(linked.fresh)
                    writer.add_mintings(linked.mintings)
                view = self.store.view()
            edition = as_edition(view, self.stages, known, lineages, linked)
            reviews = view.reviews()
            gone = {t for t, acts in standing_reviews(reviews).items() if _rejects(acts, t)}
            apart = [i for i in linked.incidents if i.incident_id in gone]
            shown = [r for r in reviews if r.act != "reject" or r.target not in gone]
            rejected: Register = Register()
            if apart:
                given = RegisterInput(
                    apart, linked.claims, known, lineages, linked.judgements, shown
                )
                rejected = self.stages.reconcile(given)
            indexing.build(
                self.index.path,
                edition,
                reviews,
                rejected=rejected.entries,
                shown=self._as_others_see(
                    edition.register.entries, linked.claims, reviews, edition.withheld
                ),
                seen=self.accounts.seen(),
                newest=view.newest_commit,
            )
            self.index.replaced()
            self.version = view.newest_commit

    def _as_others_see(
        self,
        entries: Sequence[Entry],
        claims: Sequence[Claim],
        reviews: Sequence[Review],
        held: frozenset[str],
    ) -> dict[str, Entry]:
        """The incidents that rest on something withheld, as people below a lead see them."""
        found = {}
        for entry in entries:
            if not is_touched(entry, held):
                continue
            wanted = set(entry.claims)
            own = [c for c in claims if c.claim_id in wanted]
            told = [c for c in own if not {c.claim_id, c.document_id} & held]
            others = self.reckon(entry.incident_id, told, reviews).entries if told else ()
            roots = frozenset(root for other in others for root in other.roots)
            documents = self.store.view().load(entry.documents)
            found[entry.incident_id] = without_withheld(entry, own, documents, held, roots)
        return found

    # -- reading

    def reviews(self) -> list[Review]:
        """All acts of persons, kept until the store grows."""
        if self._reviews[0] != self.version:
            self._reviews = (self.version, self.store.view().reviews())
        return self._reviews[1]

    def withheld(self) -> frozenset[str]:
        """Ids whose words leave by no door."""
        return withheld(self.reviews())

    def held_documents(self) -> frozenset[str]:
        """Ids of the documents withheld, by their input or by a person."""
        rows = self.index.all("SELECT document_id FROM documents WHERE withheld = 1")
        return frozenset(row["document_id"] for row in rows)

    def entry(self, incident_id: str, everything: bool = True) -> Entry | None:
        """One incident as the register holds it, or as people below a lead see it."""
        column = "payload" if everything else "coalesce(shown, payload)"
        query = (
            f"SELECT {column} AS payload FROM incidents JOIN wholes USING (number) "
            "WHERE incident_id = ?"
        )
        row = self.index.one(query, (incident_id,))
        return from_json(Entry, row["payload"]) if row else None

    def entries(self, numbers: Sequence[int]) -> list[Entry]:
        """Incidents by their numbers in the index, in that order, as people below a lead see them.

        Whatever leaves the desk as a file or to a program is made of these.
        """
        marks = ",".join(map(str, numbers))
        rows = self.index.all(
            f"SELECT number, coalesce(shown, payload) AS payload FROM wholes "
            f"WHERE number IN ({marks})"
        )
        told = {row["number"]: row["payload"] for row in rows}
        return [from_json(Entry, told[n]) for n in numbers if n in told]

    def claims(self, entry: Entry, view: View | None = None) -> list[Claim]:
        """An incident's claims."""
        wanted = set(entry.claims)
        held = (view or self.store.view()).claims_of(entry.documents)
        return [c for c in held if c.claim_id in wanted]

    def documents(self, ids: Sequence[str]) -> dict[str, Document]:
        """Some documents, by id."""
        return {d.document_id: d for d in self.store.view().load(ids)}

    def lineages(self, documents: Sequence[str]) -> Lineages:
        """The dispatches of some documents, and what lineage lends them."""
        marks = ", ".join("?" * len(documents))
        found = self.index.all(
            "SELECT * FROM lineage WHERE kind = 'dispatch' AND subject IN "
            f"(SELECT dispatch_id FROM documents WHERE document_id IN ({marks}))",
            documents,
        )
        for key in documents:
            query = "SELECT * FROM lineage WHERE kind IN ('anchor', 'agency') AND subject = ?"
            found += self.index.all(query, (key,))
            query = "SELECT * FROM lineage WHERE kind = 'quote' AND (first = ? OR second = ?)"
            found += self.index.all(query, (key, key))
        rows = {(r["kind"], r["subject"]): r["payload"] for r in found}
        view = self.store.view()
        return lineages_from([(k, s, p) for (k, s), p in rows.items()], view.texts)

    def contradictions(self, incident_id: str) -> list[Contradiction]:
        """What speaks against what, within one incident."""
        query = "SELECT payload FROM contradictions WHERE incident_id = ? ORDER BY 1"
        return [
            from_json(Contradiction, r["payload"]) for r in self.index.all(query, (incident_id,))
        ]

    def former_ids(self, incident_id: str) -> frozenset[str]:
        """Ids under which parts of an incident stood before a merge."""
        forwarded = {
            m.incident_id: m.forwarded_to for m in self.store.view().mintings() if m.forwarded_to
        }
        found: set[str] = set()
        grown = {incident_id}
        while grown:
            grown = {old for old, new in forwarded.items() if new in grown} - found - {incident_id}
            found |= grown
        return frozenset(found)

    def history(
        self, entry: Entry, claims: Sequence[Claim], reviews: Sequence[Review] | None = None
    ) -> list[Review]:
        """Every act on an incident, its claims and its documents, oldest first.

        Args:
            entry: the incident.
            claims: its claims.
            reviews: all acts; the desk's own by default.
        """
        targets = {entry.incident_id, *(c.claim_id for c in claims), *entry.documents}
        targets |= self.former_ids(entry.incident_id)
        return [r for r in (self.reviews() if reviews is None else reviews) if r.target in targets]

    def person_judgements(self, claims: Sequence[Claim]) -> list[Judgement]:
        """Merges and splits by persons that touch some claims' mentions, oldest first."""
        mentions = {indexing.mention_key(c) for c in claims}
        return [
            j
            for j in self.store.view().judgements()
            if j.is_by_person and {j.left, j.right} & mentions
        ]

    def seen_number(
        self, entry: Entry, claims: Sequence[Claim], reviews: Sequence[Review] | None = None
    ) -> int:
        """Grows with every act on an incident: two people who saw the same number agree."""
        return len(self.history(entry, claims, reviews)) + len(self.person_judgements(claims))

    def reckon(
        self,
        incident_id: str,
        claims: Sequence[Claim],
        reviews: Sequence[Review],
        judgements: Sequence[Judgement] = (),
    ) -> Register:
        """The register of one incident alone, under some reviews; a rejection is left aside."""
        incident = indexing.incident_of_claims(incident_id, claims)
        documents = sorted({c.document_id for c in claims})
        known = {k: meta(d) for k, d in self.documents(documents).items()}
        shown = [r for r in reviews if (r.act, r.target) != ("reject", incident_id)]
        lineages = self.lineages(documents)
        given = RegisterInput([incident], list(claims), known, lineages, list(judgements), shown)
        made = self.stages.reconcile(given)
        return replace(made, tolls=())

    def linked_with(self, judgements: Sequence[Judgement]) -> Linked:
        """How the register's claims would be gathered if some judgements were recorded too."""
        view = self.store.view()
        known = {d.document_id: meta(d) for d in view.documents()}
        return link_all(view, self.stages, known, view.lineages(), judgements)

    # -- deciding

    @contextmanager
    def exclusively(self) -> Iterator[None]:
        """Hold the store against runs and other desks, and this desk's other threads.

        Raises:
            StoreError: a run holds it.
        """
        with self.writing, self.store.lock():
            yield

    def refresh(self, incident_id: str) -> None:
        """Reckon one incident again, after a review."""
        with self.writing:
            entry = self.entry(incident_id)
            if entry is None:
                return
            view = self.store.view()
            claims = self.claims(entry, view)
            reviews = view.reviews()
            judgements = self.person_judgements(claims)
            made = self.reckon(entry.incident_id, claims, reviews, judgements)
            held = withheld(reviews) | self.held_documents()
            twins = self.index.all(
                "SELECT 1 FROM maybe_same WHERE ? IN (one, other)", (incident_id,)
            )
            standing = Standing(
                acts_on(entry, standing_reviews(reviews)),
                self.accounts.seen().get(incident_id),
                incident_id in held,
                len(twins),
            )
            shown = self._as_others_see(made.entries, claims, reviews, held)
            number = indexing.refresh(
                self.index.connection(), incident_id, made, shown, claims, standing, held,
                view.newest_commit,
            )  # fmt: skip
            self.finder.renew(number)
            self.version = view.newest_commit

    def withhold(self, document_id: str) -> None:
        """Bring what is withheld of a document, and the incidents it speaks of, up to date."""
        with self.writing:
            view = self.store.view()
            held = document_id in withheld(view.reviews()) or any(
                d.withheld for d in view.load([document_id])
            )
            indexing.set_withheld(self.index.connection(), document_id, held)
            rows = self.index.all(
                "SELECT DISTINCT incident_id FROM claims WHERE document_id = ? "
                "AND incident_id IS NOT NULL",
                (document_id,),
            )
            for row in rows:
                self.refresh(row["incident_id"])
            self.version = view.newest_commit
            self.index.connection().execute(
                "INSERT OR REPLACE INTO meta VALUES ('commit', ?)", (str(view.newest_commit),)
            )

    def mark_seen(self, incident_id: str) -> None:
        """Remember what stood there when a person acted."""
        entry = self.entry(incident_id)
        if entry is not None:
            self.accounts.saw(incident_id, claims_digest(entry))


def _rejects(acts: Sequence[Review], target: str) -> bool:
    last = [r.act for r in acts if r.act in ("reject", "confirm")]
    return target.startswith("inc-") and bool(last) and last[-1] == "reject"


def missing(what: str) -> StoreError:
    """The error for something that is not there."""
    return StoreError(f"the register has no {what}")
