"""The gold sets that can be measured, by the files that hold them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bearwitness.errors import UsageError
from bearwitness.evaluate import (
    acled,
    airwars,
    airwars_claims,
    gva,
    lineage,
    muc4,
    negatives,
    own_gold,
    own_reports,
    pages,
    toponyms,
    unselected,
    wad,
)
from bearwitness.evaluate.exports import Exports
from bearwitness.evaluate.scores import Figure, Row, Scores
from bearwitness.evaluate.toponyms import Resolved

Inputs = Iterator[tuple[str, Row]]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """One set.

    Attributes:
        name: as printed.
        files: names of the files that hold it; the first one calls for it, all are needed.
        figures: what is measured.
        read: the gold records of a folder.
        key: a record's id, by which parts and samples are made.
        inputs: the input records, each with the name of the run it belongs to.
        score: the figures, from the exports of the runs by name; None for a set of place names.
        resolve: the same from resolved place names.
        texts: files with the texts that the gold speaks of, where they stand beside other gold.
    """

    name: str
    files: tuple[str, ...]
    figures: tuple[Figure, ...]
    read: Callable[[Path], list[Row]]
    key: Callable[[Row], str]
    inputs: Callable[[Path, Sequence[Row]], Inputs]
    score: Callable[[Sequence[Row], dict[str, Exports]], Scores] | None = None
    resolve: Callable[[Sequence[Row], Resolved], Scores] | None = None
    texts: tuple[str, ...] = ()


def _rows_only(
    inputs: Callable[[Sequence[Row]], Inputs],
) -> Callable[[Path, Sequence[Row]], Inputs]:
    def with_folder(_folder: Path, rows: Sequence[Row]) -> Inputs:
        return inputs(rows)

    return with_folder


_PAGES = ("pages.jsonl", "pages_gold.jsonl")

SETS: tuple[GoldSet, ...] = (
    GoldSet(
        wad.NAME, (wad.FILE,), wad.FIGURES, wad.read, wad.key, _rows_only(wad.inputs), wad.score
    ),
    *(
        GoldSet(a.name, (a.file,), a.figures, a.read, a.key, _rows_only(a.inputs), a.score)
        for a in (acled.SYRIA, acled.MIXED)
    ),
    GoldSet(
        muc4.NAME,
        (muc4.FILE,),
        muc4.FIGURES,
        muc4.read,
        muc4.key,
        _rows_only(muc4.inputs),
        muc4.score,
    ),
    GoldSet(
        gva.NAME, (gva.FILE,), gva.FIGURES, gva.read, gva.key, _rows_only(gva.inputs), gva.score
    ),
    GoldSet(
        airwars.NAME,
        (airwars.FILE,),
        airwars.FIGURES,
        airwars.read,
        airwars.key,
        _rows_only(airwars.inputs),
        airwars.score,
    ),
    *(
        GoldSet(t.name, (t.file,), t.figures, t.read, t.key, _rows_only(t.inputs), resolve=t.score)
        for t in (toponyms.LGL, toponyms.TRNEWS)
    ),
    GoldSet(
        pages.NAME,
        _PAGES,
        pages.FIGURES,
        pages.read,
        pages.key,
        _rows_only(pages.inputs),
        pages.score,
    ),
    GoldSet(
        negatives.NAME,
        _PAGES,
        negatives.FIGURES,
        negatives.read,
        negatives.key,
        _rows_only(negatives.inputs),
        negatives.score,
    ),
    GoldSet(
        airwars_claims.NAME,
        ("airwars_claims.jsonl", airwars.FILE),
        airwars_claims.FIGURES,
        airwars_claims.read,
        airwars_claims.key,
        _rows_only(airwars_claims.inputs),
        airwars_claims.score,
    ),
    GoldSet(
        lineage.NAME,
        (lineage.FILE, gva.FILE, airwars.FILE),
        lineage.FIGURES,
        lineage.read,
        lineage.key,
        lineage.inputs_in,
        lineage.score,
    ),
    GoldSet(
        own_gold.NAME,
        (own_gold.FILE,),
        own_gold.FIGURES,
        own_gold.read,
        own_gold.key,
        _rows_only(own_gold.inputs),
        own_gold.score,
    ),
    GoldSet(
        unselected.NAME,
        (unselected.FILE,),
        unselected.FIGURES,
        unselected.read,
        unselected.key,
        unselected.inputs,
        unselected.score,
        texts=unselected.TEXTS,
    ),
    GoldSet(
        own_reports.NAME,
        (own_reports.FILE,),
        own_reports.FIGURES,
        own_reports.read,
        own_reports.key,
        _rows_only(own_reports.inputs),
        own_reports.score,
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A set, the folder that holds it, and the one that holds its texts where that is another."""

    gold: GoldSet
    folder: Path
    texts: Path | None = None


def sets_in(paths: Iterable[Path], names: Sequence[str] = ()) -> tuple[list[Asked], list[str]]:
    """The sets that files or folders hold, and why others are skipped.

    Args:
        paths: gold files, or folders of them.
        names: take only these sets; all where empty.

    Raises:
        UsageError: a path does not exist or holds no known set, or a name is unknown.
    """
    known = [gold.name for gold in SETS]
    for name in names:
        if name not in known:
            raise UsageError(f"no gold set {name!r}; there are: {', '.join(known)}")
    found: dict[str, Asked] = {}
    skipped: list[str] = []
    given = list(paths)
    for path in given:
        if not path.exists():
            raise UsageError(f"{path}: no such gold file or folder")
        folder = path if path.is_dir() else path.parent
        called = [g for g in SETS if path.is_dir() or g.files[0] == path.name]
        held = [g for g in called if (folder / g.files[0]).is_file()]
        if not held:
            files = ", ".join(sorted({g.files[0] for g in SETS}))
            raise UsageError(f"{path} holds no known gold set; known files: {files}")
        for gold in held:
            if names and gold.name not in names:
                continue
            absent = [f for f in gold.files if not (folder / f).is_file()]
            texts = _folder_of(gold.texts, given)
            if absent:
                skipped.append(f"{gold.name}: {', '.join(absent)} absent from {folder}")
            elif gold.texts and texts is None:
                skipped.append(f"{gold.name}: no folder given holds {', '.join(gold.texts)}")
            else:
                found[gold.name] = Asked(gold, folder, texts)
    order = {name: i for i, name in enumerate(known)}
    return sorted(found.values(), key=lambda a: order[a.gold.name]), skipped


def _folder_of(files: Sequence[str], paths: Sequence[Path]) -> Path | None:
    """The first folder given, or of a file given, that holds all of these files."""
    if not files:
        return None
    folders = [p if p.is_dir() else p.parent for p in paths]
    return next((d for d in folders if all((d / f).is_file() for f in files)), None)
