"""The register of the example reports, fact by fact; how to write it anew: register.py."""

from __future__ import annotations

from typing import Any

import pytest
from tests.golden.register import EXAMPLES, GOLDEN, KNOWN_WRONG, read, register_lines

from bearwitness.pipeline import run

HELD = read(GOLDEN)
WRONG = read(KNOWN_WRONG)


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the engine says today."""
    out = tmp_path_factory.mktemp("golden")
    run([EXAMPLES], out, jobs=1)
    return register_lines(out)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            line,
            marks=[pytest.mark.xfail(strict=True, reason=WRONG[line])] if line in WRONG else [],
        )
        for line in sorted(HELD)
    ],
)
def test_the_line_is_as_held(found: dict[str, Any], line: str) -> None:
    assert found.get(line) == HELD[line]


def test_nothing_is_said_of_these_incidents_that_is_not_held(found: dict[str, Any]) -> None:
    more = {line for line in found if line not in HELD}
    assert [line for line in more if line.partition(":")[0] in HELD["incidents"]] == []


def test_lines_known_to_be_wrong_are_among_those_held() -> None:
    assert set(WRONG) <= set(HELD)
