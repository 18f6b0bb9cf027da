from __future__ import annotations

from pathlib import Path

import pytest

from bearwitness.errors import UsageError
from bearwitness.evaluate.measure import Sample
from bearwitness.evaluate.sets import SETS, Asked, sets_in


def test_a_folder_calls_for_every_set_it_holds(tmp_path: Path) -> None:
    for name in ("pages.jsonl", "pages_gold.jsonl", "lineage_pairs.jsonl"):
        (tmp_path / name).write_text("")
    asked, skipped = sets_in([tmp_path])
    assert [a.gold.name for a in asked] == ["pages", "negatives"]
    assert len(skipped) == 1
    assert "cluster_gva.jsonl" in skipped[0]


def test_an_unknown_file_or_set_is_refused_with_what_there_is(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(UsageError, match=r"pages\.jsonl"):
        sets_in([tmp_path / "notes.txt"])
    with pytest.raises(UsageError, match="no such"):
        sets_in([tmp_path / "nowhere"])
    with pytest.raises(UsageError, match="no gold set"):
        sets_in([tmp_path], ["cricket"])


def test_names_of_sets_and_of_figures_are_unique() -> None:
    assert len({g.name for g in SETS}) == len(SETS)
    for gold in SETS:
        assert len({f.name for f in gold.figures}) == len(gold.figures)


def test_a_sample_is_fixed_by_its_seed(tmp_path: Path) -> None:
    own = next(g for g in SETS if g.name == "own")
    rows = [{"id": str(i)} for i in range(100)]
    asked = Asked(own, tmp_path)
    first = Sample(limit=10, seed=1).take(asked, rows)
    assert first == Sample(limit=10, seed=1).take(asked, rows)
    assert first != Sample(limit=10, seed=2).take(asked, rows)
    assert len(first) == 10
    dev, held = (Sample(part=p).take(asked, rows) for p in ("dev", "held"))  # type: ignore[arg-type]
    assert len(dev) + len(held) == 100
