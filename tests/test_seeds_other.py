"""What the two founding reports record besides the incident, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from bearwitness.adapters.gazetteer import load_gazetteer
from bearwitness.claims.extract import Extractor
from bearwitness.documents.ingest import ingest
from bearwitness.lineage.trace import Tracer
from bearwitness.model.claim import Claim, Control, Meeting, Statement, Transfer
from bearwitness.model.document import Document
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Register
from bearwitness.register import reconcile
from bearwitness.register.records import meetings, statements, with_variants


@dataclass(frozen=True)
class Seeds:
    """A is the later take, B the earlier one."""

    a: Document
    b: Document
    lineages: Lineages
    claims: list[Claim]
    register: Register

    def of(self, document: Document, kind: str) -> list[Claim]:
        return [c for c in self.claims if c.document_id == document.document_id and c.kind == kind]


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Seeds:
    paths: list[Path | str] = sorted((shared / "seeds").glob("00*.txt"))  # type: ignore[arg-type]
    documents = {d.document_id: d for d in ingest(paths, on_error=lambda error: None)}
    tracer = Tracer(documents.__getitem__)
    for document in documents.values():
        tracer.add(document)
    lineages = tracer.lineages()
    reader = Extractor(load_gazetteer())
    claims = [
        claim
        for d in documents.values()
        for claim in reader.extract(d, lineages.anchors.get(d.document_id, d.anchor))
    ]
    claims = with_variants(claims, lineages)
    a, b = sorted(documents.values(), key=lambda d: d.source_id)
    return Seeds(a, b, lineages, claims, reconcile([], claims, lineages, documents))


def said(seeds: Seeds, document: Document, speaker: str) -> list[Claim]:
    return [
        c
        for c in seeds.of(document, "statement")
        if isinstance(c.detail, Statement) and speaker in c.detail.speaker
    ]


def words(document: Document, claims: list[Claim]) -> list[str]:
    """The words between quotation marks of some statements."""
    return [
        document.text[a:b]
        for c in claims
        if isinstance(c.detail, Statement)
        for a, b in c.detail.words
    ]


def met(seeds: Seeds, document: Document, *parties: str) -> list[Claim]:
    return [
        c
        for c in seeds.of(document, "meeting")
        if isinstance(c.detail, Meeting)
        and all(any(p in name for name in c.detail.participants) for p in parties)
    ]


# ---- control


@pytest.mark.parametrize("which", ["a", "b"])
def test_raqa_was_lost_by_the_regime_and_overrun_by_is_last_year(seeds: Seeds, which: str) -> None:
    told = seeds.of(getattr(seeds, which), "control")
    assert {c.where.name for c in told if c.where} == {"Ar Raqqah"}
    states = {
        (c.detail.state, c.by.actor_id if c.by else None, c.against.actor_id if c.against else None)
        for c in told
        if isinstance(c.detail, Control)
    }
    assert ("lost", None, "gov-sy") in states
    assert ("taken", "reb-is", None) in states
    assert ("held", "reb-is", None) in states
    years = {(c.when.start, c.when.end) for c in told if c.when.start}
    assert years == {(date(2013, 1, 1), date(2013, 12, 31))}


# ---- meetings


def test_the_talks_in_sochi_go_from_planned_to_held(seeds: Seeds) -> None:
    [planned] = met(seeds, seeds.b, "Walid Muallem", "Vladimir Putin")
    [held] = met(seeds, seeds.a, "Walid Muallem", "Vladimir Putin")
    for claim in (planned, held):
        assert claim.where is not None
        assert claim.where.name == "Sochi"
        assert claim.when.start == claim.when.end == date(2014, 11, 26)
    [record] = [r for r in meetings(seeds.claims, seeds.lineages) if planned in r.claims]
    assert held in record.claims
    assert record.course == ("planned", "held")


def test_no_meeting_is_recorded_twice(seeds: Seeds) -> None:
    # Sochi, Switzerland and its mention in January, Moscow, Netanyahu's visit
    assert len(meetings(seeds.claims, seeds.lineages)) == 5


@pytest.mark.parametrize(("which", "series"), [("a", "two rounds"), ("b", "second round")])
def test_the_talks_in_switzerland_ended_without_agreement(
    seeds: Seeds, which: str, series: str
) -> None:
    [claim] = [
        c
        for c in seeds.of(getattr(seeds, which), "meeting")
        if c.where is not None and c.where.country == "CH"
    ]
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.mediator in ("UN", "Unite Nations")  # A misprints it
    assert claim.detail.series == series
    assert "ended without agreement" in (claim.detail.outcome or "")
    assert claim.when.text == "early 2013"


def test_january_this_year_contradicts_early_2013(seeds: Seeds) -> None:
    [found] = [c for c in seeds.register.contradictions if c.kind == "date"]
    assert found.between == "text"
    assert {s.document_id for s in found.sides} == {seeds.a.document_id}
    quotes = " / ".join(sorted(s.quote for s in found.sides))
    assert "January this year" in quotes
    assert "talks were held" in quotes
    years = {c.when.start.year for c in seeds.claims
             if c.when.start and c.claim_id in {s.claim_id for s in found.sides}}  # fmt: skip
    assert years == {2013, 2014}


@pytest.mark.parametrize("which", ["a", "b"])
def test_a_former_leader_is_reported_to_have_held_talks(seeds: Seeds, which: str) -> None:
    [claim] = met(seeds, getattr(seeds, which), "Moaz al-Khatib")
    assert isinstance(claim.detail, Meeting)
    assert claim.detail.host == "Russian foreign ministry"
    assert claim.detail.status == "reported"
    assert claim.hedge == "reported"
    assert claim.when.start == date(2014, 11, 7)


def test_netanyahu_visited_russia_on_no_stated_day(seeds: Seeds) -> None:
    [claim] = met(seeds, seeds.a, "Benjamin Netanyahu")
    assert claim.where is not None
    assert claim.where.country == "RU"
    assert claim.when.start is None
    assert not met(seeds, seeds.b, "Benjamin Netanyahu")


# ---- statements


@pytest.mark.parametrize(("which", "coalition"), [("a", "coalition"), ("b", "US-led coalition")])
def test_the_coalition_condemns(seeds: Seeds, which: str, coalition: str) -> None:
    document = getattr(seeds, which)
    own = said(seeds, document, "National Coalition")
    assert "brutal massacre" in words(document, own)
    assert (
        "many seem now convinced that Assad is the major beneficiary of "
        f"the {coalition} strikes" in words(document, own)
    )


def test_the_coalitions_words_are_one_statement_with_an_altered_quotation(seeds: Seeds) -> None:
    [earlier] = said(seeds, seeds.b, "National Coalition")
    [later] = said(seeds, seeds.a, "National Coalition")
    assert isinstance(later.detail, Statement)
    assert isinstance(earlier.detail, Statement)
    assert later.detail.variant_of == earlier.claim_id
    assert earlier.detail.variant_of is None
    altered = [c for c in seeds.register.contradictions if c.kind == "quotation"]
    assert any("brutal massacre" in side.quote for c in altered for side in c.sides)


def test_lavrov_speaks_through_interfax(seeds: Seeds) -> None:
    own = said(seeds, seeds.a, "Lavrov")
    assert {c.detail.speaker for c in own if isinstance(c.detail, Statement)} == {"Sergei Lavrov"}
    assert all(
        isinstance(c.detail, Statement) and "Foreign Minister" in (c.detail.office or "")
        for c in own
    )
    assert any("no new talks were possible" in c.span.quote for c in own)
    quoted = words(seeds.a, own)
    assert "external interference in the Syrian conflict" in quoted
    assert "Russia will continue helping Syria protect itself against terrorism" in quoted
    channels = {
        c.detail.channel for c in own
        if isinstance(c.detail, Statement) and "conference will be announced" in c.span.quote
    }  # fmt: skip
    assert channels == {"Interfax"}
    assert not said(seeds, seeds.b, "Lavrov")


def test_the_secretary_general_speaks_to_afp(seeds: Seeds) -> None:
    [claim] = said(seeds, seeds.b, "Nasr al-Hariri")
    assert isinstance(claim.detail, Statement)
    assert "secretary general" in (claim.detail.office or "")
    assert "National Coalition" in (claim.detail.office or "")
    assert claim.detail.addressee == "AFP"
    assert claim.detail.channel == "Agence France-Presse"
    assert claim.detail.mode == "direct"
    assert not said(seeds, seeds.a, "Nasr al-Hariri")


def test_the_ministry_speaks_of_mending_the_political_process(seeds: Seeds) -> None:
    [claim] = said(seeds, seeds.a, "foreign ministry")
    assert words(seeds.a, [claim]) == ["mending the political process"]
    assert isinstance(claim.detail, Statement)
    assert claim.detail.mode == "mixed"


def test_the_un_and_human_rights_groups_call_on_all_sides(seeds: Seeds) -> None:
    [claim] = said(seeds, seeds.a, "human rights groups")
    assert isinstance(claim.detail, Statement)
    assert claim.detail.speaker.startswith("UN")
    assert "all sides" in (claim.detail.addressee or "")


def test_one_statement_is_one_record_across_versions(seeds: Seeds) -> None:
    records = statements(seeds.claims, seeds.lineages)
    shared_ones = [r for r in records if len({c.document_id for c in r.claims}) == 2]
    assert any("skepticism" in r.claims[0].span.quote for r in shared_ones)
    assert sum(len(r.claims) for r in records) == sum(c.kind == "statement" for c in seeds.claims)


# ---- arms transfers


def test_missiles_are_sought_and_their_delivery_suspended(seeds: Seeds) -> None:
    told = seeds.of(seeds.a, "transfer")
    by_status = {c.detail.status: c for c in told if isinstance(c.detail, Transfer)}
    assert set(by_status) == {"sought", "suspended"}
    for claim in told:
        assert isinstance(claim.detail, Transfer)
        assert claim.detail.item.startswith("S-300")
        assert claim.detail.item_class == "air defence"
        assert claim.detail.origin in ("Moscow", "Russia")
        assert claim.detail.recipient in ("Damascus", "Syria")
    suspended = by_status["suspended"]
    assert "Putin" in suspended.attribution[0].name
    assert suspended.when.start == date(2014, 9, 1)
    assert not seeds.of(seeds.b, "transfer")


# ---- displacement and the war's toll


@pytest.mark.parametrize("which", ["a", "b"])
def test_millions_displaced_by_the_war(seeds: Seeds, which: str) -> None:
    [claim] = seeds.of(getattr(seeds, which), "displacement")
    assert claim.casualty is not None
    assert claim.casualty.scope == "cumulative"
    assert claim.casualty.low == 2_000_000
    assert claim.casualty.high is None


def test_the_wars_toll_is_a_series_of_its_own(seeds: Seeds) -> None:
    [toll] = [t for t in seeds.register.tolls if t.outcome == "killed"]
    assert toll.scope == "cumulative"
    assert {p.low for p in toll.points} == {195_000}
    assert "ahead of" not in toll.source
