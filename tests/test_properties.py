"""What must hold of every register: copies, order, bounds, and the contract of the exports."""

from __future__ import annotations

import json
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bearwitness.pipeline import run

Row = dict[str, Any]
Files = dict[str, list[Row]]
NAMES = ("claims", "contradictions", "dispatches", "documents", "incidents", "tolls")

# ---- reports of our own, from a few parts

PLACES = ["Homs", "Idlib", "Aleppo"]
LEADS = [
    "Government warplanes bombed a market in {place} on {day}, killing at least {n} people, "
    "medics said. The stalls had just opened, and most of those hit were buying bread.",
    "At least {n} people died when shells fell on the old town of {place} on {day}, the civil "
    "defence said. Two houses came down, and crews dug through the night with their hands.",
    "A car bomb went off beside a bus station in {place} on {day}. The health office put the "
    "number of dead at {n} and said that the wards could take no more.",
]
FURTHER = [
    "More than half of the dead were civilians.",
    "Among them were three children and two women.",
    "Another {m} people were wounded, the hospital said.",
    "It was unclear how many fighters were killed.",
    "The war has killed more than 195,000 people since March 2011.",
    "The toll was up from an earlier count of {m}.",
    "Schools stayed shut, and the road to the north was closed to trucks until the evening.",
]
DAYS = ["Monday", "Tuesday", "Wednesday"]


@st.composite
def reports(draw: st.DrawFn) -> Row:
    numbers = st.integers(4, 90)
    parts = [draw(st.sampled_from(LEADS)), *draw(st.lists(st.sampled_from(FURTHER), max_size=4))]
    text = "\n\n".join(dict.fromkeys(parts)).format(
        place=draw(st.sampled_from(PLACES)),
        day=draw(st.sampled_from(DAYS)),
        n=draw(numbers),
        m=draw(numbers),
    )
    return {
        "text": text,
        "publisher": draw(st.sampled_from(["Example Post", "Example Times", "Example Mail"])),
        "published_at": f"2014-11-{draw(st.integers(27, 29))}T12:00:00Z",
        "language": "en",
    }


def numbered(drawn: list[Row]) -> list[Row]:
    return [{"id": f"report-{n}", **row} for n, row in enumerate(drawn)]


# ---- running


def exported(folder: Path) -> Files:
    return {
        name: [
            json.loads(line)
            for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        for name in NAMES
    }


def register_of(records: list[Row]) -> Files:
    """The exports of a run over records, in this order."""
    with TemporaryDirectory() as folder:
        source = Path(folder) / "records.jsonl"
        source.write_text("".join(json.dumps(r) + "\n" for r in records), encoding="utf-8")
        report = run([source], Path(folder) / "out", jobs=1)
        assert report.failed == 0
        return exported(Path(folder) / "out")


def figures(files: Files) -> list[Any]:
    """What the incidents say in numbers, without what tells documents apart."""
    return sorted(
        (
            [
                incident["date_start"] or "",
                incident["place"]["name"] if incident["place"] else "",
                incident["independent_sources"],
                incident["grade"],
                {
                    f"{outcome}.{key}": [f["low"], f["best"], f["high"]] if f else None
                    for outcome, by_key in incident["figures"].items()
                    for key, f in by_key.items()
                },
            ]
            for incident in files["incidents"]
        ),
        key=repr,
    )


few = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@few
@given(st.lists(reports(), min_size=1, max_size=4), st.data())
def test_a_copy_changes_no_figure_and_no_count_of_sources(
    drawn: list[Row], data: st.DataObject
) -> None:
    records = numbered(drawn)
    copied = data.draw(st.sampled_from(records))
    copy = {**copied, "id": "a-copy", "publisher": "Example Mirror"}
    before, after = register_of(records), register_of([*records, copy])
    assert figures(after) == figures(before)
    assert len(after["dispatches"]) == len(before["dispatches"])


@few
@given(st.lists(reports(), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_input_never_changes_the_register(
    drawn: list[Row], chance: random.Random
) -> None:
    records = numbered(drawn)
    shuffled = records.copy()
    chance.shuffle(shuffled)
    assert register_of(shuffled) == register_of(records)


@few
@given(st.lists(reports(), min_size=1, max_size=5))
def test_bounds_are_in_order_and_figures_rest_on_claims_that_quote(drawn: list[Row]) -> None:
    check(register_of(numbered(drawn)))


def check(files: Files) -> None:
    """What holds of any export."""
    texts = {d["document_id"]: d["text"] for d in files["documents"]}
    known = {c["claim_id"] for c in files["claims"]}
    for claim in files["claims"]:
        assert texts[claim["document_id"]][claim["start"] : claim["end"]] == claim["quote"] != ""
        if claim.get("derived"):
            assert set(claim["derived"]["premises"]) <= known
        if claim.get("qualifier"):
            in_order(claim["low"], claim["high"])
    for incident in files["incidents"]:
        for by_key in incident["figures"].values():
            for figure in filter(None, by_key.values()):
                in_order(figure["low"], figure["best"], figure["high"])
                assert figure["used"]
                aside = {s["claim_id"] for s in figure["set_aside"]}
                assert aside.isdisjoint(figure["used"])
                assert aside | set(figure["used"]) <= known
    for name, rows in files.items():
        ids = [r[f"{name.removesuffix('es' if name == 'dispatches' else 's')}_id"] for r in rows]
        assert ids == sorted(set(ids))


def in_order(*bounds: int | None) -> None:
    told = [b for b in bounds if b is not None]
    assert told == sorted(told)


# ---- the examples


@pytest.fixture(scope="session")
def files(examples: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The exports of the examples."""
    out = tmp_path_factory.mktemp("examples")
    run([examples], out, jobs=1)
    return exported(out)


def test_the_examples_keep_every_rule(files: Files) -> None:
    check(files)


def test_the_examples_in_any_order_give_the_same_bytes(examples: Path, tmp_path: Path) -> None:
    paths = sorted(examples.iterdir())
    random.Random(7).shuffle(paths)
    for name, order in (("one", sorted(paths)), ("two", paths)):
        run(order, tmp_path / name, jobs=1)
    for name in NAMES:
        one, two = (tmp_path / n / f"{name}.jsonl" for n in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


@pytest.mark.parametrize("copied", ["02-agency-second-take.txt", "08-documentation-centre.txt"])
def test_one_more_copy_of_an_example_changes_no_figure(
    examples: Path, files: Files, tmp_path: Path, copied: str
) -> None:
    copy = tmp_path / f"mirror-of-{copied}"
    copy.write_bytes((examples / copied).read_bytes())
    run([examples, copy], tmp_path / "out", jobs=1)
    after = exported(tmp_path / "out")
    assert len(after["documents"]) == len(files["documents"]) + 1
    assert figures(after) == figures(files)


# ---- the contract

DOCUMENT = """document_id source_id url publisher agency agency_inferred title dateline published_at
anchor language sha256 text furniture dispatch_id"""
CLAIM = """claim_id document_id kind quote start end attribution hedge when where by against
event_type weapon incident_id extractor"""
CASUALTY = (
    "outcome low high qualifier status side attributes scope subset superseded statement derived"
)
INCIDENT = """incident_id title date_start date_end date_precision place event_type sub_event_type
type_of_violence side_a side_b figures grade independent_sources documents dispatches claims
contradictions superseded_by"""
FIGURES = "total civilian combatant_a combatant_b unknown children women"


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("documents", DOCUMENT),
        ("dispatches", "dispatch_id agency documents relations"),
        ("claims", CLAIM),
        ("incidents", INCIDENT),
        ("contradictions", "contradiction_id kind between sides"),
    ],
)
def test_every_key_of_the_contract_is_there(files: Files, name: str, keys: str) -> None:
    assert files[name]
    for row in files[name]:
        assert set(keys.split()) <= set(row)


def test_every_part_of_the_contract_has_its_keys(files: Files) -> None:
    for document in files["documents"]:
        assert set(document["anchor"]) == {"date", "precision", "basis", "from_document"}
    for dispatch in files["dispatches"]:
        for relation in dispatch["relations"]:
            wanted = {"from", "to", "relation", "containment", "sentences"}
            assert wanted <= set(relation)
            assert all({"from", "to", "change"} <= set(s) for s in relation["sentences"])
    for claim in files["claims"]:
        assert {"start", "end", "precision", "basis", "text"} <= set(claim["when"])
        for speaker in claim["attribution"]:
            assert set(speaker) == {"name", "actor_id", "cue", "start", "end"}
        if claim["where"]:
            wanted = {"name", "place_id", "lat", "lon", "country", "adm1", "precision", "text"}
            assert wanted <= set(claim["where"])
        if claim["kind"] in ("casualty", "displacement"):
            assert set(CASUALTY.split()) <= set(claim)
    for incident in files["incidents"]:
        assert set(incident["figures"]) == {"killed", "injured"}
        for by_key in incident["figures"].values():
            assert set(FIGURES.split()) <= set(by_key)
            for figure in filter(None, by_key.values()):
                assert set(figure) == {"low", "best", "high", "rule", "used", "set_aside"}
        if incident["place"]:
            wanted = {"name", "place_id", "lat", "lon", "country", "adm1", "adm2", "precision"}
            assert set(incident["place"]) == wanted


def test_codes_are_those_of_the_contract(files: Files) -> None:
    allowed = {
        "kind": "casualty event control meeting statement transfer displacement",
        "outcome": "killed injured missing detained displaced casualties",
        "qualifier": "exactly at_least more_than about up_to vague unknown",
        "scope": "incident part window cumulative",
    }
    for claim in files["claims"]:
        casualty = claim["kind"] in ("casualty", "displacement")
        for key, values in allowed.items():
            if key == "kind" or casualty:
                assert claim[key] in values.split()
