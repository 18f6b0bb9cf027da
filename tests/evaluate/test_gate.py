from __future__ import annotations

from pathlib import Path

import pytest

from bearwitness.errors import GateError, UsageError
from bearwitness.evaluate.gate import check, load_floors, raised, save_floors
from bearwitness.evaluate.scores import Figure, Scores, Tally
from bearwitness.evaluate.sets import SETS, Asked

OWN = next(g for g in SETS if g.name == "own")


@pytest.fixture
def asked(tmp_path: Path) -> list[Asked]:
    (tmp_path / OWN.files[0]).write_text("{}\n")
    return [Asked(OWN, tmp_path)]


def scores(found: int, false: int, of: int = 10) -> Scores:
    tally = Tally("own", [Figure("found", 0.5), Figure("false", 0.5, better="lower")])
    for i in range(of):
        tally.count("found", str(i), i < found)
        tally.count("false", str(i), i < false)
    return tally.scores()


def test_what_is_reached_holds_and_what_falls_fails(asked: list[Asked]) -> None:
    floors = raised(asked, [scores(8, 2)], {"lowered": []})
    assert check(asked, [scores(8, 2)], floors) == []
    with pytest.raises(GateError, match="own/found"):
        check(asked, [scores(7, 2)], floors)
    with pytest.raises(GateError, match="own/false"):
        check(asked, [scores(8, 3)], floors)


def test_floors_rise_but_do_not_fall_unasked(asked: list[Asked]) -> None:
    first = raised(asked, [scores(8, 2)], {"lowered": []})
    better = raised(asked, [scores(9, 1)], first)
    assert better[OWN.files[0]]["figures"] == {"own/found": 0.9, "own/false": 0.1}
    worse = raised(asked, [scores(7, 5)], better)
    assert worse[OWN.files[0]]["figures"] == {"own/found": 0.9, "own/false": 0.1}


def test_lowering_takes_a_reason_and_keeps_it(asked: list[Asked]) -> None:
    first = raised(asked, [scores(8, 2)], {"lowered": []})
    with pytest.raises(UsageError, match="reason"):
        raised(asked, [scores(7, 2)], first, lower=True)
    lowered = raised(asked, [scores(7, 2)], first, lower=True, reason="the coding was mended")
    assert lowered["lowered"] == [
        {"figure": "own/found", "from": 0.8, "to": 0.7, "reason": "the coding was mended"}
    ]
    assert check(asked, [scores(7, 2)], lowered) == []


def test_another_gold_file_fails_by_its_digest(asked: list[Asked]) -> None:
    floors = raised(asked, [scores(8, 2)], {"lowered": []})
    (asked[0].folder / OWN.files[0]).write_text('{"changed": true}\n')
    with pytest.raises(GateError, match="sha256"):
        check(asked, [scores(10, 0)], floors)


def test_a_set_without_floors_is_remarked(asked: list[Asked]) -> None:
    assert check(asked, [scores(8, 2)], {"lowered": []}) == ["own_gold.jsonl: no floors pinned"]


def test_floors_survive_the_file(asked: list[Asked], tmp_path: Path) -> None:
    floors = raised(asked, [scores(8, 2)], load_floors(tmp_path / "floors.json"))
    save_floors(tmp_path / "floors.json", floors)
    assert load_floors(tmp_path / "floors.json") == floors
