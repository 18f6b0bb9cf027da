"""A run that is killed outright, as by a power cut, in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SCRIPT = """
import os, signal, sys
from pathlib import Path
from bearwitness.pipeline import run
from sqlalchemy import Engine, event

source, out, jobs, kill_at = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
sys.modules["bearwitness.pipeline.run"]._BATCH = 4
seen = 0

def count(*_):
    global seen
    seen += 1
    if seen == kill_at:
        os.kill(os.getpid(), signal.SIGKILL)

if __name__ == "__main__":
    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)
    run([Path(source)], out, jobs=jobs)
    print(seen)
"""


def start(source: Path, out: Path, jobs: int, kill_at: int) -> subprocess.CompletedProcess[str]:
    script = source.parent / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    command = [sys.executable, *map(str, (script, source, out, jobs, kill_at))]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_killed_run_goes_on_to_the_same_register(
    tmp_path: Path,
    records: list[dict[str, Any]],
    write_records: Callable[..., Path],
    files_of: Callable[[Path], dict[str, bytes]],
    jobs: int,
) -> None:
    source = write_records(records)
    whole = start(source, tmp_path / "whole", jobs, 0)
    assert whole.returncode == 0, whole.stderr
    statements = int(whole.stdout)
    expected = files_of(tmp_path / "whole")
    assert expected["incidents.jsonl"]
    for part in range(1, 6):
        out = tmp_path / f"out-{part}"
        kill_at = statements * part // 6
        assert start(source, out, jobs, kill_at).returncode == -signal.SIGKILL
        assert start(source, out, jobs, 0).returncode == 0
        assert files_of(out) == expected, kill_at
