"""The contract and the provenance graph hold every observation, whatever is observed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bearwitness.model.claim import Casualty, Claim, Speaker
from bearwitness.model.document import Document
from bearwitness.model.span import Span
from bearwitness.publish.edition import Edition
from bearwitness.publish.formats import format_named

counts = st.none() | st.integers(0, 10**9)
words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=12)


@st.composite
def observations(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    text = draw(words) + " dead in the square."
    document = Document("doc-x", draw(words), text, "c" * 64)
    claims = []
    for number in range(draw(st.integers(0, 6))):
        end = draw(st.integers(1, len(text)))
        span = Span.cut(text, draw(st.integers(0, end - 1)), end)
        detail = None
        if draw(st.booleans()):
            low, high = draw(counts), draw(counts)
            outcome = draw(st.sampled_from(("killed", "injured", "missing", "displaced")))
            scope = draw(st.sampled_from(("incident", "cumulative")))
            detail = Casualty(outcome, low, high, "about", scope=scope)
        names = draw(st.lists(words, max_size=2))
        speakers = tuple(Speaker(name, None, "said", 0, 1) for name in names)
        claims.append(
            Claim(f"clm-{number}", "doc-x", "casualty" if detail else "event", span, span, "x/1",
                  attribution=speakers, detail=detail)
        )  # fmt: skip
    return document, claims


@given(observations())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
def test_no_observation_is_lost(edition: Edition, made: tuple[Document, list[Claim]]) -> None:
    document, claims = made
    held = replace(edition, documents=lambda: [document], claims=lambda: claims, incident_of={})
    with TemporaryDirectory() as name:
        folder = Path(name)
        format_named("jsonl").publish(held, folder)
        lines = (folder / "claims.jsonl").read_text("utf-8").split("\n")[:-1]
        told = {c["claim_id"]: c for c in map(json.loads, lines)}
        (folder / "one").mkdir()
        (path,) = format_named("prov").publish(held, folder / "one")
        prov = json.loads(path.read_text("utf-8"))
    assert set(told) == {c.claim_id for c in claims}
    relations = prov["wasDerivedFrom"].values()
    derived = {(r["prov:generatedEntity"], r["prov:usedEntity"]) for r in relations}
    for claim in claims:
        entity = prov["entity"][f"bw:{claim.claim_id}"]
        assert told[claim.claim_id]["quote"] == entity["bw:quote"] == claim.span.quote
        assert (f"bw:{claim.claim_id}", "bw:doc-x") in derived
        names = [s["name"] for s in json.loads(entity["bw:attribution"])]
        assert names == [s.name for s in claim.attribution]
        assert names == [s["name"] for s in told[claim.claim_id]["attribution"]]
        if claim.casualty is not None:
            for bound in ("low", "high"):
                value = getattr(claim.casualty, bound)
                assert told[claim.claim_id][bound] == value == entity.get(f"bw:{bound}")
