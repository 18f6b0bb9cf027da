"""The two founding reports, read right: documents, lineage, the incident, and what is none.

The reports are third-party texts and stand outside the repository; what is expected of them is
written beside them, line by line. Each test here is one of those lines. What else the reports
record (talks, control, statements, arms) is held elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bearwitness.pipeline import run

LATER, EARLIER = "000_81ec4b1207bb679c.txt", "001_46fbba40ece51bc2.txt"
Row = dict[str, Any]


class Exported:
    """The exported files of one run."""

    def __init__(self, folder: Path) -> None:
        def rows(name: str) -> list[Row]:
            text = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
            return [json.loads(line) for line in text.splitlines()]

        self.documents = {d["source_id"]: d for d in rows("documents")}
        self.dispatches = rows("dispatches")
        self.claims = {c["claim_id"]: c for c in rows("claims")}
        self.incidents = rows("incidents")
        self.contradictions = rows("contradictions")
        self.tolls = rows("tolls")

    @property
    def relation(self) -> Row:
        """The one relation of the one dispatch."""
        ((relation,),) = [d["relations"] for d in self.dispatches]
        assert isinstance(relation, dict)
        return relation

    @property
    def incident(self) -> Row:
        """The one incident."""
        (incident,) = self.incidents
        return incident

    def said(self, source: str, words: str) -> list[Row]:
        """Claims of one document whose quotation holds some words."""
        document = self.documents[source]["document_id"]
        return [
            c
            for c in self.claims.values()
            if c["document_id"] == document and words in c["quote"].lower()
        ]

    def counts(self) -> Iterator[Row]:
        """Claims that count people."""
        return (c for c in self.claims.values() if "qualifier" in c)


@pytest.fixture(scope="session")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """One run over the two reports."""
    out = tmp_path_factory.mktemp("seeds")
    report = run(sorted((shared / "seeds").glob("*.txt")), out, jobs=1)
    assert (report.read, report.failed) == (2, 0)
    return Exported(out)


# ---- documents


@pytest.mark.parametrize(
    ("source", "title"),
    [
        (LATER, "Syria raids on Islamic State ‘capital’ kill 95"),
        (EARLIER, "Syria kills 95 in IS stronghold"),
    ],
)
def test_titles_without_the_pages_bullet(seeds: Exported, source: str, title: str) -> None:
    assert seeds.documents[source]["title"] == title


def test_one_has_a_dateline_and_one_has_none(seeds: Exported) -> None:
    assert [seeds.documents[s]["dateline"] for s in (LATER, EARLIER)] == ["BEIRUT", None]


def test_the_agency_is_credited_in_one_and_inferred_for_the_other(seeds: Exported) -> None:
    told = [(seeds.documents[s]["agency"], seeds.documents[s]["agency_inferred"])
            for s in (EARLIER, LATER)]  # fmt: skip
    assert told == [("AFP", False), ("AFP", True)]


def test_the_stamp_is_kept_as_written_and_one_report_has_none(seeds: Exported) -> None:
    stamps = [seeds.documents[s]["published_at"] for s in (EARLIER, LATER)]
    assert stamps == ["2014-11-27 1:48:16", None]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (LATER, "Please follow our commenting guidelines."),
        (LATER, "Comments are closed."),
        (LATER, "•"),
        (EARLIER, "Posted in: Mid-East"),
        (EARLIER, "blog comments powered by Disqus"),
        (EARLIER, "Source:AFP"),
    ],
)
def test_what_is_not_the_report_is_set_apart(seeds: Exported, source: str, words: str) -> None:
    document = seeds.documents[source]
    at = document["text"].index(words)
    assert any(f["start"] <= at and at + len(words) <= f["end"] for f in document["furniture"])


# ---- lineage


def test_two_versions_of_one_dispatch_the_earlier_first(seeds: Exported) -> None:
    (dispatch,) = seeds.dispatches
    order = [seeds.documents[s]["document_id"] for s in (EARLIER, LATER)]
    assert dispatch["documents"] == order
    assert (seeds.relation["from"], seeds.relation["to"]) == tuple(order)
    assert seeds.relation["relation"] in ("update", "edit")
    assert dispatch["agency"] == "AFP"


def test_the_overlap_is_low_and_still_found(seeds: Exported) -> None:
    assert seeds.relation["containment"] < 0.5


def test_the_order_comes_from_what_is_told(seeds: Exported) -> None:
    assert "planned then held" in seeds.relation["order_reason"]


def test_the_undated_version_is_anchored_by_the_dated_one(seeds: Exported) -> None:
    earlier = seeds.documents[EARLIER]
    assert earlier["anchor"]["basis"] == "stated"
    assert seeds.documents[LATER]["anchor"] == {
        "date": "2014-11-27",
        "precision": "day",
        "basis": "lineage",
        "from_document": earlier["document_id"],
    }


def test_each_sentence_is_kept_edited_added_or_dropped(seeds: Exported) -> None:
    changes = {s["change"] for s in seeds.relation["sentences"]}
    assert {"edited", "added", "dropped"} <= changes <= {"same", "edited", "added", "dropped"}
    for change in seeds.relation["sentences"]:
        if change["change"] == "edited":
            assert change["what"] or change.get("quotation_altered")


@pytest.mark.parametrize(
    ("kind", "later", "earlier"),
    [
        ("quotation", "of the coalition strikes", "of the US-led coalition strikes"),
        ("substance", "first and only provincial capital lost", "first provincial capital to fall"),
    ],
)
def test_altered_quotations_and_edits_of_substance_are_flagged(
    seeds: Exported, kind: str, later: str, earlier: str
) -> None:
    found = [
        c
        for c in seeds.contradictions
        if (c["kind"], c["between"]) == (kind, "versions")
        and any(earlier in s["quote"] for s in c["sides"])
        and any(later in s["quote"] for s in c["sides"])
    ]
    assert len(found) == 1


# ---- the incident


def test_it_is_an_air_strike_of_a_state(seeds: Exported) -> None:
    told = [seeds.incident[k] for k in ("event_type", "sub_event_type", "type_of_violence")]
    assert told == ["Explosions/Remote violence", "Air/drone strike", 1]


def test_it_was_on_one_day(seeds: Exported) -> None:
    told = [seeds.incident[k] for k in ("date_start", "date_end", "date_precision")]
    assert told == ["2014-11-25", "2014-11-25", 1]


def test_it_was_in_raqqa_exact_to_the_town(seeds: Exported) -> None:
    place = seeds.incident["place"]
    assert (place["lat"], place["lon"]) == pytest.approx((35.95, 39.01), abs=0.02)
    assert (place["country"], place["precision"]) == ("SY", 1)


def test_the_actor_is_the_government_by_whatever_name(seeds: Exported) -> None:
    assert seeds.incident["side_a"]["actor_id"] == "gov-sy"
    actors = {
        c["by"]["actor_id"]
        for c in seeds.counts()
        if c["by"] and c["incident_id"] == seeds.incident["incident_id"]
    }
    assert actors == {"gov-sy"}


def test_the_islamic_state_holds_the_place(seeds: Exported) -> None:
    assert seeds.incident["side_b"]["name"] == "Islamic State"


def test_at_least_95_were_killed_in_the_reports_own_voice(seeds: Exported) -> None:
    figure = seeds.incident["figures"]["killed"]["total"]
    assert (figure["low"], figure["best"], figure["high"]) == (95, 95, None)
    used = [seeds.claims[c] for c in figure["used"]]
    assert [(c["quote"], c["attribution"]) for c in used] == [("at least 95", [])] * 2


def test_the_headlines_95_gives_way_to_the_body(seeds: Exported) -> None:
    figure = seeds.incident["figures"]["killed"]["total"]
    heads = [s for s in figure["set_aside"] if seeds.claims[s["claim_id"]]["quote"] == "95"]
    assert [s["why"] for s in heads] == ["headline_restates"] * 2


def test_more_than_half_were_civilians_by_the_observatory(seeds: Exported) -> None:
    for source in (EARLIER, LATER):
        found = seeds.said(source, "more than half of the dead")
        assert len(found) == 2
        for claim in found:
            assert (claim["outcome"], claim["status"], claim["subset"]) == (
                "killed", "civilian", True,
            )  # fmt: skip
            assert [s["name"] for s in claim["attribution"]] == [
                "Syrian Observatory for Human Rights"
            ]


def test_at_least_48_civilians_follow_from_two_premises(seeds: Exported) -> None:
    figure = seeds.incident["figures"]["killed"]["civilian"]
    assert (figure["low"], figure["high"]) == (48, None)
    for claim_id in figure["used"]:
        claim = seeds.claims[claim_id]
        assert claim["derived"]["rule"] == "share_of_total"
        premises = {seeds.claims[p]["quote"] for p in claim["derived"]["premises"]}
        assert premises == {"at least 95", "More than half of the dead"}


def test_fighters_killed_are_unknown_and_not_the_difference(seeds: Exported) -> None:
    killed = seeds.incident["figures"]["killed"]
    figures = [killed.get(k) for k in ("combatant", "combatant_a", "combatant_b") if killed.get(k)]
    assert [(f["low"], f["best"], f["high"]) for f in figures] == [(None, None, None)]
    claims = {c["quote"] for c in (seeds.claims[u] for u in figures[0]["used"])}
    assert claims == {"It was unknown how many jihadists were killed"}
    assert not [c for c in seeds.counts() if c["low"] == 47 or c["high"] == 47]


def test_the_injured_are_not_stated(seeds: Exported) -> None:
    assert set(seeds.incident["figures"]["injured"].values()) == {None}


def test_one_dispatch_stands_behind_it(seeds: Exported) -> None:
    incident = seeds.incident
    assert (incident["independent_sources"], len(incident["dispatches"])) == (1, 1)
    assert len(incident["documents"]) == 2
    assert incident["grade"] == "single_source"


# ---- not incidents


def test_the_wars_toll_is_cumulative_and_on_no_incident(seeds: Exported) -> None:
    for source in (EARLIER, LATER):
        (claim,) = seeds.said(source, "195,000")
        assert (claim["scope"], claim["low"], claim["high"]) == ("cumulative", 195_000, None)
        assert (claim["incident_id"], claim["attribution"]) == (None, [])
    (toll,) = [t for t in seeds.tolls if t["outcome"] == "killed"]
    assert {p["low"] for p in toll["points"]} == {195_000}


def test_the_wars_toll_runs_from_the_beginning_of_the_war_to_the_report(seeds: Exported) -> None:
    (toll,) = [t for t in seeds.tolls if t["outcome"] == "killed"]
    assert "2011-02-01" <= toll["window_start"] <= "2011-08-31"
    assert toll["window_end"] >= "2014-11-25"


def test_the_wars_toll_is_the_agencys_own_count(seeds: Exported) -> None:
    assert {t["source"] for t in seeds.tolls} <= {"AFP", "Agence France-Presse"}


def test_millions_forced_from_their_homes_are_a_cumulative_displacement(seeds: Exported) -> None:
    for source in (EARLIER, LATER):
        (claim,) = seeds.said(source, "millions")
        assert (claim["kind"], claim["outcome"]) == ("displacement", "displaced")
        assert (claim["scope"], claim["incident_id"]) == ("cumulative", None)


def test_a_trend_is_no_incident_and_gives_no_count(seeds: Exported) -> None:
    for claim in [c for s in (EARLIER, LATER) for c in seeds.said(s, "most of the casualties")]:
        assert (claim["incident_id"], claim["low"], claim["high"]) == (None, None, None)


def test_the_coalitions_strikes_make_it_no_party(seeds: Exported) -> None:
    sides = json.dumps([seeds.incident["side_a"], seeds.incident["side_b"]]).lower()
    assert "coalition" not in sides
    assert "united states" not in sides


# ---- each figure and field


def test_every_claim_quotes_and_stands_in_its_sentence(seeds: Exported) -> None:
    texts = {d["document_id"]: d["text"] for d in seeds.documents.values()}
    for claim in seeds.claims.values():
        assert texts[claim["document_id"]][claim["start"] : claim["end"]] == claim["quote"]
        assert claim["sentence"]["start"] <= claim["start"] < claim["end"]
        for speaker in claim["attribution"]:
            assert texts[claim["document_id"]][speaker["start"] : speaker["end"]]


def test_nothing_is_claimed_from_what_is_set_apart(seeds: Exported) -> None:
    furniture = {d["document_id"]: d["furniture"] for d in seeds.documents.values()}
    for claim in seeds.claims.values():
        for apart in furniture[claim["document_id"]]:
            assert claim["end"] <= apart["start"] or apart["end"] <= claim["start"]


def test_every_figure_rests_on_claims_of_the_incident(seeds: Exported) -> None:
    incident = seeds.incident
    for figures in incident["figures"].values():
        for figure in filter(None, figures.values()):
            assert figure["used"]
            named = [*figure["used"], *(s["claim_id"] for s in figure["set_aside"])]
            assert set(named) <= set(incident["claims"])
