"""One small edition: two documents of a dispatch, a claim in each, one incident."""

from __future__ import annotations

from datetime import date

import pytest

from bearwitness.model.claim import (
    Actor,
    Casualty,
    Claim,
    Derived,
    Speaker,
    When,
    Where,
)
from bearwitness.model.document import Anchor, Document
from bearwitness.model.incident import Evidence, Judgement
from bearwitness.model.lineage import Dispatch, Lineages, Relation, SentenceChange
from bearwitness.model.register import (
    Contradiction,
    Entry,
    Figure,
    Register,
    SetAside,
    Side,
    Step,
    Toll,
    TollPoint,
)
from bearwitness.model.span import Span
from bearwitness.publish.edition import Edition

EARLY = "Shells hit the bridge. A clinic said six people died."
LATE = "Shells hit the bridge. A clinic said “nine people” died. Share this page"


def _claim(key: str, document: str, text: str, words: str, count: int) -> Claim:
    start = text.index(words)
    where = Where("Northmoor", 7, 50.5, 10.25, "XX", "North", 1, "the bridge")
    return Claim(
        key,
        document,
        "casualty",
        Span.cut(text, start, start + len(words)),
        Span.cut(text, 23, text.index("died") + 5),
        "small/1",
        attribution=(Speaker("a clinic", None, "said", 23, 31),),
        when=When(date(2020, 3, 10), date(2020, 3, 10), "day", "anchor"),
        where=where,
        by=Actor("Government of X", "X01", "gunners"),
        event_type="Shelling/artillery/missile attack",
        mention=0,
        detail=Casualty("killed", count, count, "exactly", attributes=("children", "women")),
    )


@pytest.fixture
def edition() -> Edition:
    one = Document("doc-b", "early", EARLY, "a" * 64, "en", anchor=Anchor(date(2020, 3, 10)))
    two = Document(
        "doc-a",
        "late",
        LATE,
        "b" * 64,
        "en",
        title="=SUM(A1)",
        agency="ANA",
        furniture=(Span.cut(LATE, 57, len(LATE)),),
    )
    first = _claim("clm-2", "doc-b", EARLY, "six people", 6)
    second = _claim("clm-1", "doc-a", LATE, "nine people", 9)
    derived = Claim(
        "clm-3",
        "doc-a",
        "casualty",
        second.span,
        second.sentence,
        "small/1",
        detail=Casualty("killed", 5, None, "at_least", derived=Derived("share", ("clm-1",))),
    )
    change = SentenceChange(
        first.sentence, second.sentence, "edited", (("six", "nine"),), quotation_altered=True
    )
    relation = Relation("doc-b", "doc-a", "update", 0.51234567, 9, "rising toll", (change,))
    lent = Anchor(date(2020, 3, 10), "day", "lineage", "doc-b")
    lineages = Lineages(
        (Dispatch("dsp-1", "ANA", ("doc-b", "doc-a"), (relation,)),),
        (),
        {"doc-a": lent},
        {"doc-b": "ANA"},
    )
    figure = Figure(9, 9, None, "latest", ("clm-1",), (SetAside("clm-2", "superseded"),))
    entry = Entry(
        "inc-1",
        "Shelling in Northmoor",
        date(2020, 3, 10),
        date(2020, 3, 10),
        1,
        second.where,
        "Explosions/Remote violence",
        "Shelling/artillery/missile attack",
        1,
        second.by,
        None,
        {"total": figure, "civilian": None},
        {},
        "single_source",
        1,
        ("a clinic",),
        ("doc-a", "doc-b"),
        ("dsp-1",),
        ("clm-1", "clm-2"),
        ("con-1",),
        (Step(date(2020, 3, 10), "a clinic", "clm-2", 6, 6, "clm-1"),),
    )
    merged = Entry(
        "inc-2", "", None, None, 5, None, None, None, None, None, None, {}, {}, "unknown", 0, (),
        (), (), (), superseded_by="inc-1",
    )  # fmt: skip
    sides = (
        Side("doc-b", first.span.start, first.span.end, first.span.quote, "clm-2"),
        Side("doc-a", second.span.start, second.span.end, second.span.quote, "clm-1"),
    )
    register = Register(
        (entry, merged),
        (Contradiction("con-1", "count", "versions", sides, "inc-1"),),
        (Toll("tol-1", "a monitor", "people killed", "window", "killed", None, None,
              (TollPoint("clm-9", None, 40, None),)),),
    )  # fmt: skip
    judgement = Judgement(
        "doc-a#0", "doc-b#0", "same", "rule/1", 4.2, (Evidence("when", "a", "b", 4.2, "same day"),)
    )
    return Edition(
        documents=lambda: [one, two],
        claims=lambda: [first, second, derived],
        lineages=lineages,
        register=register,
        incident_of={"clm-1": "inc-1", "clm-2": "inc-1"},
        judgements=(judgement,),
    )
