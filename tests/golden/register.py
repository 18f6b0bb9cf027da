"""The register of the example reports, one line a fact, so that a change can be read.

`python -m tests.golden.register`, from the root of the repository, writes it anew. Lines that
`known_wrong.json` names are held to what a careful reader takes from the reports, and are left
as they are.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bearwitness.pipeline import run

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "raqqa-2014"
GOLDEN = HERE / "raqqa-2014.json"
KNOWN_WRONG = HERE / "known_wrong.json"
Row = dict[str, Any]


def rows(folder: Path, name: str) -> list[Row]:
    """The lines of one exported file."""
    text = (folder / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def register_lines(folder: Path) -> dict[str, Any]:
    """What an exported folder says, by short names of its facts; ids left out."""
    names = {d["document_id"]: _short(d["source_id"]) for d in rows(folder, "documents")}
    claims = {
        c["claim_id"]: f"{names[c['document_id']]} “{c['quote']}”" for c in rows(folder, "claims")
    }
    incidents = rows(folder, "incidents")
    titles = {i["incident_id"]: i["title"] for i in incidents}
    lines: dict[str, Any] = {"incidents": sorted(titles.values())}
    for incident in incidents:
        lines.update(_incident(incident, names, claims))
    for dispatch in rows(folder, "dispatches"):
        if len(dispatch["documents"]) > 1:
            lines.update(_dispatch(dispatch, names))
    for toll in rows(folder, "tolls"):
        counts = " and ".join(sorted(claims[p["claim_id"]] for p in toll["points"]))
        lines[f"toll of {counts}"] = [
            toll[key] for key in ("source", "definition", "scope", "window_start", "window_end")
        ]
    lines["contradictions"] = sorted(
        _contradiction(c, names, titles) for c in rows(folder, "contradictions")
    )
    return lines


def _short(source: str) -> str:
    """ "02-agency-second-take.txt" is "02", a record its own id."""
    head = source.partition("-")[0]
    return head if head.isdigit() and ":" not in source else source.rpartition(":")[2]


def _incident(incident: Row, names: dict[str, str], claims: dict[str, str]) -> dict[str, Any]:
    at = incident["title"]
    place = incident["place"]
    lines: dict[str, Any] = {
        f"{at}: days": [incident["date_start"], incident["date_end"], incident["date_precision"]],
        f"{at}: place": [place["name"], place["country"], place["precision"]] if place else None,
        f"{at}: kind": [incident["event_type"], incident["sub_event_type"]],
        f"{at}: type of violence": incident["type_of_violence"],
        f"{at}: side a": incident["side_a"] and incident["side_a"]["name"],
        f"{at}: side b": incident["side_b"] and incident["side_b"]["name"],
        f"{at}: grade": incident["grade"],
        f"{at}: independent sources": incident["independent_sources"],
        f"{at}: roots": sorted(incident["roots"]),
        f"{at}: documents": sorted(names[d] for d in incident["documents"]),
        f"{at}: dispatches": len(incident["dispatches"]),
    }
    figures = {
        f"{outcome}, {key}": figure
        for outcome, by_key in incident["figures"].items()
        for key, figure in by_key.items()
    }
    lines[f"{at}: nothing is said of"] = sorted(k for k, f in figures.items() if f is None)
    for key, figure in figures.items():
        if figure is not None:
            name = f"{at}: {key}"
            lines[name] = [figure["low"], figure["best"], figure["high"], figure["rule"]]
            lines[f"{name}, used"] = sorted(claims[c] for c in figure["used"])
            lines[f"{name}, set aside"] = sorted(
                f"{claims[s['claim_id']]}: {s['why']}" for s in figure["set_aside"]
            )
    return lines


def _dispatch(dispatch: Row, names: dict[str, str]) -> dict[str, Any]:
    lines: dict[str, Any] = {
        "dispatch of several documents": [
            dispatch["agency"],
            [names[d] for d in dispatch["documents"]],
        ]
    }
    for relation in dispatch["relations"]:
        lines[f"what {names[relation['to']]} is"] = [relation["relation"], names[relation["from"]]]
    return lines


def _contradiction(row: Row, names: dict[str, str], titles: dict[str, str]) -> str:
    sides = sorted(f"{names[s['document_id']]} “{s['quote'][:60]}”" for s in row["sides"])
    where = titles.get(row["incident_id"], "on no incident")
    return f"{row['kind']} between {row['between']}, {where}: {' | '.join(sides)}"


def read(file: Path) -> dict[str, Any]:
    """A file of lines."""
    lines: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return lines


def write() -> None:
    """Run on the examples and write the golden register."""
    with TemporaryDirectory() as folder:
        run([EXAMPLES], folder, jobs=1)
        lines = register_lines(Path(folder))
    held = read(GOLDEN) if GOLDEN.exists() else {}
    wrong = read(KNOWN_WRONG) if KNOWN_WRONG.exists() else {}
    lines.update({name: held[name] for name in wrong if name in held})
    lines = {
        name: value
        for name, value in lines.items()
        if ": " not in name or name.partition(": ")[0] in lines["incidents"]
    }
    text = json.dumps(dict(sorted(lines.items())), ensure_ascii=False, indent=1)
    GOLDEN.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
