"""Mentions of one incident are joined, others kept apart, and ids last."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bearwitness.incidents.link import LINKER, link
from bearwitness.model import ids
from bearwitness.model.claim import Actor, Casualty, Claim, When, Where
from bearwitness.model.document import Anchor
from bearwitness.model.incident import Judgement, Minting
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.span import Span

RAQQA = Where("Raqqa", 1, 35.95, 39.01, "SY", "Ar-Raqqah", 1)
DOUMA = Where("Douma", 2, 33.57, 36.40, "SY", "Rif Dimashq", 1)
KUNDUZ = Where("Kunduz", 3, 36.73, 68.87, "AF", "Kunduz", 1)
SYRIA = Where("Syria", 4, 35.0, 38.0, "SY", None, 6)
TEXT = "At least twelve were killed."


def telling(
    name: str,
    day: date | None = date(2014, 11, 25),
    where: Where | None = RAQQA,
    killed: int | None = 63,
    number: int = 0,
    event_type: str = "Air/drone strike",
    **more,
) -> Claim:
    """One document's claim on its event."""
    document = f"doc-{name}"
    when = When(day, day, "day", "relative", None) if day else When()
    detail = Casualty("killed", killed, killed, "exactly") if killed is not None else None
    return Claim(
        claim_id=ids.claim_id(document, "casualty", number, 28, "killed"),
        document_id=document,
        kind="casualty",
        span=Span.cut(TEXT, 0, len(TEXT)),
        sentence=Span.cut(TEXT, 0, len(TEXT)),
        extractor="test",
        when=more.pop("when", when),
        where=where,
        event_type=event_type,
        mention=number,
        detail=detail,
        **more,
    )


def joined(claims, **options) -> set[frozenset[str]]:
    """The clusters, as sets of mention keys."""
    options.setdefault("anchors", {})
    options.setdefault("lineages", Lineages())
    result = link(claims, **options)
    return {frozenset(i.mentions) for i in result.incidents if i.mentions}


def together(a: Claim, b: Claim, *others: Claim, **options) -> bool:
    keys = {f"{c.document_id}#{c.mention}" for c in (a, b)}
    return any(keys <= group for group in joined([a, b, *others], **options))


def test_two_reports_of_one_raid_are_one_incident():
    assert together(telling("a"), telling("b", killed=70))


@pytest.mark.parametrize(
    "other",
    [
        telling("b", day=date(2014, 11, 28)),
        telling("b", where=DOUMA),
        telling("b", where=KUNDUZ),
        telling("b", day=date(2013, 11, 25)),
    ],
    ids=["another day", "another town", "another country", "another year"],
)
def test_another_day_or_town_is_another_incident(other):
    assert not together(telling("a"), other)


def test_a_toll_that_grew_is_no_contradiction():
    anchors = {
        "doc-a": Anchor(date(2014, 11, 25), "day", "stated"),
        "doc-b": Anchor(date(2014, 11, 26), "day", "stated"),
    }
    assert together(telling("a", killed=63), telling("b", killed=95), anchors=anchors)


def test_an_undated_telling_needs_more_than_the_place():
    undated = telling("b", day=None, killed=None)
    assert not together(telling("a"), undated)
    assert together(telling("a", killed=95), telling("b", day=None, killed=95))


def test_an_unplaced_telling_needs_more_than_the_day():
    assert not together(telling("a", killed=2), telling("b", where=None, killed=3))


def test_names_that_few_reports_hold_join_what_place_and_day_leave_open():
    rare = frozenset({"zebdine road", "zebdine", "almaz", "almaz bakery"})
    noise = [telling(f"n{i}", day=date(2014, 1, 1) + timedelta(days=9 * i)) for i in range(30)]
    terms = {"doc-a": rare, "doc-b": rare} | {
        c.document_id: frozenset({f"w{i}", f"v{i}"}) for i, c in enumerate(noise)
    }
    a, b = telling("a", killed=2), telling("b", where=SYRIA, killed=None)
    assert not together(a, b, *noise)
    assert together(a, b, *noise, terms=terms)


def test_versions_of_one_dispatch_tell_of_one_incident():
    a, b = telling("a", killed=None), telling("b", day=None, where=None, killed=None)
    assert not together(a, b)
    dispatch = Dispatch("dsp-1", None, ("doc-a", "doc-b"))
    assert together(a, b, lineages=Lineages((dispatch,)))


def test_a_recalled_event_of_the_same_report_stays_its_own():
    recalled = telling("a", day=date(2014, 9, 6), number=1, background=True)
    assert not together(telling("a"), recalled)


def test_claims_on_no_event_belong_to_no_incident():
    war = telling("a")
    assert joined([Claim(**{**_fields(war), "mention": None})]) == set()


def _fields(claim: Claim) -> dict[str, object]:
    return {name: getattr(claim, name) for name in claim.__dataclass_fields__}


# --- explanation ----------------------------------------------------------------------------------


def test_a_merge_explains_itself():
    result = link([telling("a"), telling("b")], {}, Lineages())
    [judgement] = result.judgements
    assert (judgement.left, judgement.right) == ("doc-a#0", "doc-b#0")
    assert (judgement.verdict, judgement.by) == ("same", LINKER)
    assert judgement.score == pytest.approx(sum(e.weight for e in judgement.evidence), abs=1e-3)
    assert {e.field for e in judgement.evidence} >= {"date", "place", "killed"}


def test_running_again_records_nothing_new():
    claims = [telling("a"), telling("b"), telling("c", where=DOUMA)]
    first = link(claims, {}, Lineages())
    again = link(claims, {}, Lineages(), first.judgements, first.mintings)
    assert (again.judgements, again.mintings) == ((), ())
    assert again.incidents == first.incidents


# --- persons --------------------------------------------------------------------------------------


def by_person(a: str, b: str, verdict: str) -> Judgement:
    left, right = sorted((f"doc-{a}#0", f"doc-{b}#0"))
    return Judgement(left, right, verdict, "person:editor")  # type: ignore[arg-type]


def test_a_person_outranks_the_evidence():
    alike = telling("a"), telling("b")
    assert not together(*alike, judgements=[by_person("a", "b", "different")])
    unlike = telling("a"), telling("b", where=KUNDUZ)
    assert together(*unlike, judgements=[by_person("a", "b", "same")])


def test_a_later_judgement_of_a_person_replaces_an_earlier():
    judged = [by_person("a", "b", "different"), by_person("a", "b", "same")]
    assert together(telling("a"), telling("b"), judgements=judged)


def test_what_a_person_parts_no_third_report_joins():
    claims = [telling("a"), telling("b"), telling("c")]
    groups = joined(claims, judgements=[by_person("a", "b", "different")])
    assert not any({"doc-a#0", "doc-b#0"} <= g for g in groups)


# --- ids ------------------------------------------------------------------------------------------


def test_an_id_is_minted_from_the_founding_claim_and_kept_as_reports_come_in():
    first = link([telling("b")], {}, Lineages())
    [incident] = first.incidents
    assert incident.incident_id == ids.incident_id(telling("b").claim_id)
    later = link([telling("a"), telling("b")], {}, Lineages(), (), first.mintings)
    [grown] = later.incidents
    assert grown.incident_id == incident.incident_id
    assert len(grown.mentions) == 2


def test_a_merge_forwards_the_younger_id():
    claims = [telling("a"), telling("b", where=KUNDUZ)]
    first = link(claims, {}, Lineages())
    merged = link(claims, {}, Lineages(), [by_person("a", "b", "same")], first.mintings)
    kept = [i for i in merged.incidents if i.superseded_by is None]
    gone = [i for i in merged.incidents if i.superseded_by is not None]
    assert len(kept) == len(gone) == 1
    assert gone[0].superseded_by == kept[0].incident_id == first.mintings[0].incident_id
    assert [m.forwarded_to for m in merged.mintings] == [kept[0].incident_id]


def test_a_split_brings_the_forwarded_id_back():
    claims = [telling("a"), telling("b", where=KUNDUZ)]
    first = link(claims, {}, Lineages())
    same = by_person("a", "b", "same")
    merged = link(claims, {}, Lineages(), [same], first.mintings)
    parted = link(
        claims,
        {},
        Lineages(),
        [same, by_person("a", "b", "different")],
        [*first.mintings, *merged.mintings],
    )
    assert parted.incidents == first.incidents
    assert [m.forwarded_to for m in parted.mintings] == [None]


def test_an_id_once_taken_is_never_minted_again():
    claim = telling("a")
    taken = Minting(ids.incident_id(claim.claim_id), "doc-gone#0")
    [incident] = link([claim], {}, Lineages(), (), [taken]).incidents
    assert incident.incident_id != taken.incident_id


# --- order ----------------------------------------------------------------------------------------


@st.composite
def collections(draw) -> list[Claim]:
    n = draw(st.integers(1, 9))
    return [
        telling(
            f"{i}",
            day=draw(st.one_of(st.none(), st.dates(date(2014, 11, 23), date(2014, 11, 27)))),
            where=draw(st.sampled_from([None, RAQQA, DOUMA, SYRIA])),
            killed=draw(st.sampled_from([None, 1, 12, 63, 95])),
            by=draw(st.sampled_from([None, Actor("Army", "army", "army")])),
        )
        for i in range(n)
    ]


@settings(deadline=None)
@given(collections(), st.integers(0, 1000))
def test_the_order_of_input_never_matters(claims, seed):
    shuffled = list(claims)
    random.Random(seed).shuffle(shuffled)
    assert link(claims, {}, Lineages()) == link(shuffled, {}, Lineages())


@settings(deadline=None)
@given(collections())
def test_every_mention_stands_in_exactly_one_incident(claims):
    result = link(claims, {}, Lineages())
    told = [m for i in result.incidents for m in i.mentions]
    assert sorted(told) == sorted(f"{c.document_id}#{c.mention}" for c in claims)
