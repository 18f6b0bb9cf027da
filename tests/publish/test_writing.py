from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.errors import StoreError
from bearwitness.publish import writing
from bearwitness.publish.writing import merged, whole_file

keys = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1)
values = st.binary().filter(lambda b: b"\n" not in b)


@given(st.dictionaries(keys, values), st.integers(1, 5))
def test_many_lines_are_sorted_as_few_are(lines: dict[str, bytes], run: int) -> None:
    before = writing._RUN
    writing._RUN = run
    try:
        assert list(merged(lines.items())) == sorted(lines.items())
    finally:
        writing._RUN = before


def _write_half(path: Path) -> None:
    with whole_file(path) as out:
        out.write(b"half")
        raise OSError(28, "No space left on device")


def test_a_file_that_fails_leaves_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"whole")
    with pytest.raises(StoreError, match="No space left on device"):
        _write_half(path)
    assert path.read_bytes() == b"whole"
    assert list(tmp_path.iterdir()) == [path]
