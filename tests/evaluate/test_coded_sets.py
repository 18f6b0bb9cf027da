"""Sets coded event by event, scored on rows built by hand."""

from __future__ import annotations

from typing import Any

import pytest
from tests.evaluate.rows import claim, document, exports, figure, incident

from bearwitness.evaluate import acled, airwars, gva, muc4, wad
from bearwitness.evaluate.scores import Scores

TEXT = "On 4 May 2020 gunmen killed nine people in Kala and wounded 3."


def our_incident(killed: int | None, injured: int | None = None, **more: Any) -> dict[str, Any]:
    figures = {
        "killed": {"total": None if killed is None else figure(killed)},
        "injured": {"total": None if injured is None else figure(injured)},
    }
    return incident(figures=figures, **more)


def wad_scores(row: dict[str, Any], ours: dict[str, Any] | None) -> Scores:
    base = {
        "id": "w",
        "text": TEXT,
        "date": "2020-05-04",
        "date_end": None,
        "killed": 9,
        "injured": None,
        "lat": 10.0,
        "lon": 10.0,
        "region": "North",
        "place": "Kala",
    }
    claims = [claim("w", TEXT, "nine", low=9, high=9)] if ours else []
    runs = {"wad": exports([document("w", TEXT)], claims, [ours] if ours else [])}
    return wad.score([{**base, **row}], runs)


def test_a_right_count_is_exact_and_in_the_text() -> None:
    found = wad_scores({}, our_incident(9))
    assert found.value("killed exact") == 1.0
    assert found.value("killed exact, in the text") == 1.0
    assert found.value("date exact") == 1.0


def test_a_number_the_text_lacks_counts_only_among_all() -> None:
    found = wad_scores({"killed": 8}, our_incident(9))
    assert found.value("killed exact") == 0.0
    assert found.value("killed exact, in the text") is None
    assert [f.guess for f in found.faults if f.figure == "killed exact"] == [
        "gold number not in text"
    ]


def test_a_coded_zero_is_met_by_nothing_said() -> None:
    found = wad_scores({"killed": 0}, our_incident(None))
    assert found.value("killed exact") == 1.0


def test_injured_is_asked_only_where_coded_above_zero() -> None:
    assert wad_scores({"injured": 0}, our_incident(9, 3)).value("injured exact") is None
    found = wad_scores({"injured": 3}, our_incident(9, 3))
    assert found.value("injured exact, in the text") == 1.0
    assert wad_scores({}, our_incident(9)).value("injured rightly unknown or none") == 1.0


def test_no_incident_is_wrongly_unknown() -> None:
    found = wad_scores({}, None)
    assert found.value("killed wrongly unknown") == 1.0
    assert {f.guess for f in found.faults if f.figure == "killed exact"} == {"no incident"}


@pytest.mark.parametrize(("lat", "near", "near_25"), [(10.05, 1, 1), (10.15, 0, 1), (11.0, 0, 0)])
def test_place_is_scored_by_distance(lat: float, near: float, near_25: float) -> None:
    place = {"lat": lat, "lon": 10.0, "adm1": "North Province", "name": "X", "country": "ZZ"}
    found = wad_scores({}, our_incident(9, place=place))
    assert found.value("place within 10 km") == near
    assert found.value("place within 25 km") == near_25
    assert found.value("right ADM1") == 1.0


def test_acled_scores_what_is_coded_above_zero_apart() -> None:
    base = {
        "text": TEXT,
        "date": "2020-05-05",
        "time_precision": 1,
        "geo_precision": 2,
        "actor1": "Unidentified Armed Group (Mali)",
        "actor2": "Civilians (Mali)",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "lat": None,
        "place": "Kala",
    }
    rows = [{**base, "id": "a", "killed": 9}, {**base, "id": "b", "killed": 0}]
    texts = [document("a", TEXT), document("b", TEXT)]
    claims = [claim("a", TEXT, "nine", low=9, high=9)]
    ours = our_incident(9, event_type="Battles", sub_event_type="Attack")
    found = acled.SYRIA.score(rows, {"acled_syria": exports(texts, claims, [ours])})
    assert found.value("fatalities exact, coded above 0") == 1.0
    assert found.value("fatalities exact, coded 0") == 1.0
    assert found.value("date exact") == 0.0
    assert found.value("date within one day") == 0.5
    assert found.value("event type right") == 0.5
    assert found.value("sub-event type right") == 0.0
    assert found.value("place within 10 km") is None


def gva_row(incident_id: str, documents: list[str], killed: int) -> dict[str, Any]:
    return {
        "incident_id": incident_id,
        "date": "2020-05-04",
        "state": "Ohio",
        "city": "Kala",
        "killed": killed,
        "injured": 0,
        "lat": None,
        "lon": None,
        "docs": [{"doc_id": d, "dct": "2020-05-05", "title": "T", "text": TEXT} for d in documents],
    }


def test_gva_takes_the_incident_most_documents_fall_in_and_counts_merges() -> None:
    rows = [gva_row("g1", ["a", "b", "c"], 9), gva_row("g2", ["d"], 2)]
    where = {"a": "inc-1", "b": "inc-1", "c": "inc-2", "d": "inc-1"}
    claims = [claim(d, TEXT, "nine", low=9, high=9, incident_id=i) for d, i in where.items()]
    texts = [document(d, TEXT) for d in where]
    ours = [our_incident(9), incident("inc-2")]
    found = gva.score(rows, {"gva": exports(texts, claims, ours)})
    assert found.value("killed exact") == 0.5
    assert found.value("injured exact") == 1.0
    assert found.value("injured exact, null not taken for 0") == 0.0
    assert found.value("our incidents that mix two") == 0.5
    assert found.value("linking, pairs wrongly merged") == 2.0
    assert found.value("linking, pairs wrongly split") == 2.0
    # precision: a, b 2/3, c 1, d 1/3; recall: a, b 2/3, c 1/3, d 1
    precision, recall = (2 / 3 + 2 / 3 + 1 + 1 / 3) / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    expected = 2 * precision * recall / (precision + recall)
    assert found.value("linking, B³ F1") == pytest.approx(expected)
    assert found.value("date exact per document") == 1.0


def test_documents_without_an_incident_stand_alone() -> None:
    rows = [gva_row("g1", ["a", "b"], 9)]
    texts = [document("a", TEXT), document("b", TEXT)]
    found = gva.score(rows, {"gva": exports(texts, [])})
    assert found.value("documents given an incident") == 0.0
    assert found.value("linking, pairs wrongly split") == 1.0
    assert found.value("our incidents that mix two") is None


def test_airwars_takes_the_civilian_figure_and_else_the_total() -> None:
    row = {
        "incident_id": "i",
        "incident_date": "2020-05-04",
        "lat": None,
        "civilian_deaths_min": 4,
        "civilian_deaths_max": 6,
        "civilian_injuries_min": 1,
        "civilian_injuries_max": 3,
        "docs": [{"doc_id": "a", "title": "T", "text": TEXT}],
    }
    figures = {
        "killed": {"total": figure(9), "civilian": figure(5)},
        "injured": {"total": figure(3)},
    }
    claims = [claim("a", TEXT, "nine", low=9, high=9)]
    runs = {"airwars": exports([document("a", TEXT)], claims, [incident(figures=figures)])}
    found = airwars.score([row], runs)
    assert found.value("civilians killed inside the coded range") == 1.0
    assert found.value("civilians injured inside the coded range") == 1.0


def template(**more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {
        "optional": False,
        "incident_type": ["ATTACK"],
        "gold_killed": [9, 9],
        "gold_killed_status": "unambiguous",
        "gold_injured": None,
        "gold_injured_status": "no effect coded",
        "date_iso": None,
        "hum_tgt_name": [],
        "hum_tgt_description": [],
        "hum_tgt_number": [],
    }
    return {**row, **more}


def muc_scores(templates: list[dict[str, Any]], ours: dict[str, Any] | None) -> Scores:
    row = {"doc_id": "m", "text": TEXT, "incidents": templates}
    claims = [claim("m", TEXT, "nine", low=9, high=9)] if ours else []
    return muc4.score(
        [row], {"muc4": exports([document("m", TEXT)], claims, [ours] if ours else [])}
    )


def test_a_template_is_found_in_any_incident_of_its_document() -> None:
    assert muc_scores([template()], our_incident(9)).value("killed of a template found") == 1.0
    ranged = template(gold_killed=[8, None], gold_killed_status="unambiguous_range")
    assert muc_scores([ranged], our_incident(9)).value("killed of a template found") == 1.0
    assert muc_scores([template()], our_incident(8)).value("killed of a template found") == 0.0


def test_optional_and_doubtful_templates_are_not_asked_for() -> None:
    for doubtful in (template(optional=True), template(gold_killed_status="ambiguous")):
        assert muc_scores([doubtful], None).value("killed of a template found") is None


def test_a_document_with_an_empty_key_stays_empty() -> None:
    assert muc_scores([], None).value("empty stays empty") == 1.0
    assert muc_scores([], our_incident(9)).value("empty stays empty") == 0.0


def test_texts_on_plainly_other_events_are_wrong_merges() -> None:
    base = {
        "text": TEXT,
        "date": "2020-05-04",
        "date_end": None,
        "killed": 9,
        "injured": None,
        "lat": 10.0,
        "lon": 10.0,
        "region": "North",
        "place": "Kala",
    }
    rows = [
        {**base, "id": "a"},
        {**base, "id": "b", "date": "2020-05-05"},
        {**base, "id": "c", "lat": 12.0},
    ]
    texts = [document(r["id"], TEXT) for r in rows]
    claims = [claim(r["id"], TEXT, "nine", low=9, high=9) for r in rows]
    found = wad.score(rows[:2], {"wad": exports(texts, claims, [our_incident(9)])})
    assert found.value("texts merged with another event's") == 0.0
    found = wad.score(rows, {"wad": exports(texts, claims, [our_incident(9)])})
    assert found.value("texts merged with another event's") == 1.0
