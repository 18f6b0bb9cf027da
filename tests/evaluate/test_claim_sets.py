"""Sets coded claim by claim, scored on rows built by hand."""

from __future__ import annotations

from typing import Any

from tests.evaluate.rows import claim, document, exports, incident

from bearwitness.evaluate import airwars_claims, negatives, pages
from bearwitness.evaluate.matching import content_words
from bearwitness.evaluate.scores import Scores

TITLE = "Strike kills 40"
BODY = (
    "At least 40 people died on Monday, the clinic said. More than 90 were hurt. "
    "Twelve soldiers fell."
)
TEXT = f"{TITLE}\n\n{BODY}"


def coded(outcome: str, low: int | None, high: int | None, **more: Any) -> dict[str, Any]:
    row = {
        "outcome": outcome,
        "who": "people",
        "low": low,
        "high": high,
        "qualifier": "exactly",
        "scope": "event",
        "superseded": False,
        "attributed_to": None,
        "evidence": BODY,
    }
    return {**row, **more}


def page(figures: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    gold = {
        "id": "p",
        "is_incident_report": True,
        "incidents": [
            {
                "event_date": "2020-05-04",
                "event_date_basis": "day stated in text",
                "figures": figures,
            }
        ],
    }
    return {"id": "p", "title": TITLE, "text": BODY, "language": "en", "gold": gold, **more}


def measured(figures: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Scores:
    runs = {"pages": exports([document("p", TEXT)], claims, [incident()])}
    return pages.score([page(figures)], runs)


def test_each_coded_figure_is_met_once() -> None:
    figures = [coded("killed", 40, None), coded("killed", 40, None)]
    found = measured(figures, [claim("p", TEXT, "At least 40", low=40, high=None)])
    assert found.value("figures found") == 0.5
    assert found.value("precision") == 1.0


def test_a_claim_that_meets_nothing_costs_precision() -> None:
    found = measured(
        [coded("killed", 40, None)],
        [
            claim("p", TEXT, "At least 40", low=40),
            claim("p", TEXT, "More than 90", low=90, qualifier="more_than"),
        ],
    )
    assert found.value("precision") == 0.5


def test_on_pages_the_lower_bound_finds_and_both_are_right() -> None:
    found = measured(
        [coded("killed", 40, None), coded("injured", 90, None)],
        [
            claim("p", TEXT, "At least 40", low=40, high=40),
            claim("p", TEXT, "More than 90", low=90, outcome="injured"),
        ],
    )
    assert found.value("figures found") == 1.0
    assert found.value("bounds right") == 0.5


def test_the_outcome_must_be_the_same() -> None:
    found = measured(
        [coded("killed", 40, None)], [claim("p", TEXT, "At least 40", low=40, outcome="injured")]
    )
    assert found.value("figures found") == 0.0
    guesses = {f.guess for f in found.faults if f.figure == "figures found"}
    assert guesses == {"read as injured, not killed"}


def test_a_derived_claim_neither_finds_nor_costs() -> None:
    derived = {"rule": "share_of_total", "premises": ["clm-1"]}
    found = measured(
        [coded("killed", 40, None)], [claim("p", TEXT, "At least 40", low=40, derived=derived)]
    )
    assert found.value("figures found") == 0.0
    assert found.value("precision") is None


def test_vague_words_carry_no_number() -> None:
    vague = claim("p", TEXT, "More than 90", low=24, qualifier="vague", outcome="injured")
    found = measured([coded("killed", 40, None)], [vague])
    assert found.value("precision") is None
    assert found.value("precision, vague words counted") == 0.0


def test_a_speaker_is_right_by_a_shared_content_word() -> None:
    speaker = {"name": "Kunduz clinic", "start": 0, "end": 6}
    figures = [coded("killed", 40, None, attributed_to="the clinic")]
    right = measured(figures, [claim("p", TEXT, "At least 40", low=40, attribution=[speaker])])
    assert right.value("speaker right") == 1.0
    wrong = measured(figures, [claim("p", TEXT, "At least 40", low=40)])
    assert wrong.value("speaker right") == 0.0
    assert right.value("own voice kept") is None


def test_own_voice_is_kept_where_no_speaker_is_given() -> None:
    speaker = {"name": "the army", "start": 0, "end": 6}
    figures = [coded("killed", 40, None)]
    claims = [claim("p", TEXT, "At least 40", low=40, attribution=[speaker])]
    assert measured(figures, claims).value("own voice kept") == 0.0


def test_the_incident_date_is_that_of_the_claim() -> None:
    found = measured([coded("killed", 40, None)], [claim("p", TEXT, "At least 40", low=40)])
    assert found.value("incident date of the figure") == 1.0
    alone = claim("p", TEXT, "At least 40", low=40, incident_id=None)
    assert measured([coded("killed", 40, None)], [alone]).value("incident date of the figure") == 0


def test_content_words_leave_out_what_every_name_has() -> None:
    assert content_words("the head of the UN's office") == {"head", "un", "office"}


def test_a_negative_page_is_left_alone_where_no_claim_has_an_incident() -> None:
    row = page([])
    loose = claim("p", TEXT, "At least 40", low=40, incident_id=None)
    runs = {"pages": exports([document("p", TEXT)], [loose])}
    assert negatives.score([row], runs).value("left without an incident") == 1.0
    runs = {"pages": exports([document("p", TEXT)], [claim("p", TEXT, "At least 40")])}
    found = negatives.score([row], runs)
    assert found.value("left without an incident") == 0.0
    assert found.value("false incidents per 100 documents") == 100.0


# ---- pages with furniture

PAGE = "Menu: 7 killed last year\nThree people were killed. No casualties were reported later."


def labels(figures: list[dict[str, Any]]) -> dict[str, Any]:
    text = {"text": PAGE, "doc_id": "s"}
    return {"doc_id": "s", "furniture": [[0, 24]], "figures": figures, "document": text}


def label(quote: str, **more: Any) -> dict[str, Any]:
    start = PAGE.index(quote)
    row = {
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "outcome": "killed",
        "status": "any",
        "status_basis": None,
        "low": None,
        "high": None,
        "qualifier": "exactly",
        "scope": "incident",
        "subset": False,
        "attributed_to": None,
        "hedge": None,
        "statement": None,
        "optional": False,
    }
    return {**row, **more}


def dirty(figures: list[dict[str, Any]], claims: list[dict[str, Any]]) -> Scores:
    runs = {"airwars": exports([document("s", PAGE)], claims)}
    return airwars_claims.score([labels(figures)], runs)


def test_a_claim_whose_words_stand_only_in_furniture_is_counted() -> None:
    claims = [
        claim("s", PAGE, "7", low=7, high=7),
        claim("s", PAGE, "Three", low=3, high=3),
    ]
    found = dirty([label("Three", low=3, high=3)], claims)
    assert found.value("claims from furniture") == 0.5
    assert found.value("claims starting inside furniture") == 0.5
    assert found.value("figures found") == 1.0


def test_both_bounds_must_agree_on_dirty_pages() -> None:
    open_ended = claim("s", PAGE, "Three", low=3, high=None)
    found = dirty([label("Three", low=3, high=3)], [open_ended])
    assert found.value("figures found") == 0.0


def test_an_optional_figure_is_neither_missed_nor_false() -> None:
    figures = [label("Three", low=3, high=3, optional=True)]
    assert dirty(figures, []).value("figures found") is None
    ours = [claim("s", PAGE, "Three", low=3, high=3)]
    assert dirty(figures, ours).value("precision") == 1.0


def test_a_denial_is_kept_by_a_claim_that_says_none() -> None:
    denial = label("No", outcome="casualties", qualifier="unknown", statement="none_reported")
    ours = claim("s", PAGE, "No casualties", outcome="casualties", low=0, high=0)
    assert dirty([denial], [ours]).value("unknown or denial kept") == 1.0
    assert dirty([denial], [ours]).value("precision") == 1.0
    assert dirty([denial], []).value("unknown or denial kept") == 0.0
