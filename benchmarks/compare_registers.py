"""How well `compare` finds the incidents that two registers share.

    python benchmarks/compare_registers.py GOLD [--part tuned|held-out|all]

GOLD is the folder of annotated texts. Five measures, each with a known answer:

- notes: a register read from coders' notes beside the codes of the same notes;
- reports: a register read from archived pages beside the records that cite them;
- itself: coded events beside themselves;
- shifted: coded events beside a copy in which days, places, names and numbers are changed and
  two in five are left out (by a fixed seed);
- back: the register of the notes, exported as GED and imported again.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import tempfile
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from hashlib import sha1
from pathlib import Path
from typing import Any

from bearwitness.errors import InputError
from bearwitness.model.register import Entry
from bearwitness.pipeline import rebuild, run
from bearwitness.pipeline.coded_names import CodedNames
from bearwitness.pipeline.imported import import_coded
from bearwitness.pipeline.laying_beside import FIELDS, Comparison, compare_registers
from bearwitness.publish import acled
from bearwitness.publish.formats import export_to
from bearwitness.store import Store

Row = dict[str, Any]
Keys = Callable[[str], set[str]]


def rows_of(file: Path) -> list[Row]:
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def in_part(key: str, part: str) -> bool:
    held = int(sha1(key.encode()).hexdigest(), 16) % 4 == 0
    return part == "all" or held == (part == "held-out")


def written(file: Path, rows: Iterable[Row]) -> Path:
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return file


def imported(form: str, file: Path, folder: Path, names: CodedNames) -> Path:
    def fail(error: InputError) -> None:
        raise error

    with Store.open(folder) as store:
        import_coded(form, file, store, fail, names)
    return folder


def told(title: str, ours: Path, theirs: Path, keys: Keys, shared: set[str] | None = None) -> None:
    """Print how many matches are right, how many of the shared incidents are met, and agreement."""
    with Store.open(ours) as mine, Store.open(theirs) as other:
        found = compare_registers(mine, other)
        names = {d.document_id: d.source_id for s in (mine, other) for d in s.view().documents()}
    met: set[str] = set()
    right = 0
    for pair in found.pairs:
        both = _keys(pair.ours, names, keys) & _keys(pair.theirs, names, keys)
        right += bool(both)
        met |= both
    line = f"{title}: {len(found.pairs)} matches, {right} right"
    if shared is not None:
        line += f"; {len(met & shared)} of {len(shared)} shared incidents met"
    print(f"{line}; only ours {len(found.only_ours)}, only theirs {len(found.only_theirs)}")
    print("    agree:", "; ".join(_agreement(found)))


def _keys(entries: Iterable[Entry], names: dict[str, str], keys: Keys) -> set[str]:
    return {key for e in entries for d in e.documents for key in keys(names[d])}


def _agreement(found: Comparison) -> Iterable[str]:
    for field in FIELDS:
        both = [p.fields[field][2] for p in found.pairs if p.fields[field][2] is not None]
        yield f"{field} {sum(map(bool, both))}/{len(both)}"


def last_word(source: str) -> set[str]:
    return {source.rsplit(" ", 1)[-1]}


def notes(gold: Path, work: Path, names: CodedNames, part: str) -> Path:
    seen: dict[str, int] = {}
    kept = []
    for row in rows_of(gold / "victim_counts_acled_syria_battles.jsonl"):
        n = seen[row["event_id"]] = seen.get(row["event_id"], 0) + 1
        key = row["event_id"] if n == 1 else f"{row['event_id']}-{n}"
        if in_part(key, part):
            kept.append((key, row))
    texts = [{"id": k, "text": r["text"], "published_at": r["date"]} for k, r in kept]
    run([written(work / "notes.jsonl", texts)], work / "notes")
    codes = [_acled(key, row) for key, row in kept]
    theirs = imported("acled", written(work / "codes.jsonl", codes), work / "codes", names)
    told(f"notes ({part})", work / "notes", theirs, last_word, {k for k, _ in kept})
    return work / "notes"


def _acled(key: str, row: Row) -> Row:
    same = ("sub_event_type", "event_type", "actor1", "actor2", "country", "admin1", "admin2")
    other = {
        "event_id_cnty": key, "event_date": row["date"], "location": row["place"],
        "latitude": row["lat"], "longitude": row["lon"], "fatalities": row["killed"],
        "time_precision": row["time_precision"], "geo_precision": row["geo_precision"],
    }  # fmt: skip
    return dict.fromkeys(acled.COLUMNS) | {k: row.get(k) for k in same} | other


def reports(gold: Path, work: Path, names: CodedNames, part: str) -> None:
    kept = [r for r in rows_of(gold / "airwars_en.jsonl") if in_part(r["doc_id"], part)]
    texts = [
        {"id": r["doc_id"], "text": r["text"], "url": r["url"], "title": r["title"],
         "publisher": r["publisher"], "published_at": r["publication_date"]}
        for r in kept
    ]  # fmt: skip
    cited = {r["doc_id"]: {i["incident_code"] for i in r["incidents"]} for r in kept}
    records = {i["incident_code"]: i for r in kept for i in r["incidents"]}
    run([written(work / "pages.jsonl", texts)], work / "pages")
    file = written(work / "records.jsonl", records.values())
    theirs = imported("airwars", file, work / "records", names)
    told(
        f"reports ({part})", work / "pages", theirs,
        lambda source: cited.get(source) or last_word(source), set(records),
    )  # fmt: skip


def shifted(row: Row, chance: random.Random) -> Row:
    """One event as others might have coded it."""
    row = dict(row)
    if chance.random() < 0.3:
        days = timedelta(chance.choice((-1, 1)))
        for name in ("date_start", "date_end"):
            row[name] = str(date.fromisoformat(row[name][:10]) + days)
    for name in ("latitude", "longitude"):
        row[name] += chance.gauss(0, 0.03)
    if chance.random() < 0.4:
        more = chance.choice((-1, 1, 2))
        for name in ("best", "high", "low"):
            row[name] = max(0, row[name] + more)
    if chance.random() < 0.3:
        row["where_coordinates"] = row["where_coordinates"].removesuffix(" town")
    return row


def back(ours: Path, work: Path, names: CodedNames) -> None:
    out = work / "out"
    out.mkdir()
    with Store.open(ours) as store:
        edition = rebuild(store)
        export_to("ged", edition, out)
        kept = {e.incident_id for e in edition.entries()}
        home = {d: e.incident_id for e in edition.entries() for d in e.documents}
        sources = {d.document_id: d.source_id for d in edition.documents()}
    with (out / "ged.csv").open(encoding="utf-8") as file:
        ids = {row["id"]: row["relid"] for row in csv.DictReader(file)}
    theirs = imported("ged", out / "ged.csv", work / "back", names)
    incident_of = {source: home[d] for d, source in sources.items() if d in home}

    def keys(source: str) -> set[str]:
        if source.startswith("UCDP GED "):
            return {ids[source.rsplit(" ", 1)[-1]]}
        return {incident_of.get(source, "")}

    told("back", ours, theirs, keys, set(ids.values()) & kept)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("gold", type=Path)
    parser.add_argument("--part", default="tuned", choices=("tuned", "held-out", "all"))
    given = parser.parse_args()
    names = CodedNames.load()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        read = notes(given.gold, work, names, given.part)
        back(read, work, names)
        reports(given.gold, work, names, given.part)
        events = rows_of(given.gold / "ged_syria_2016_2019.jsonl")
        theirs = imported("ged", written(work / "events.jsonl", events), work / "events", names)
        told("itself", theirs, theirs, last_word, {str(r["id"]) for r in events})
        chance = random.Random(7)
        others = [shifted(r, chance) for r in events if chance.random() >= 0.4]
        file = written(work / "shifted.jsonl", others)
        other = imported("ged", file, work / "shifted", names)
        told("shifted", theirs, other, last_word, {str(r["id"]) for r in others})


if __name__ == "__main__":
    main()
