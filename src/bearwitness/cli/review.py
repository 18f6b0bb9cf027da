"""`review`: a person's decision, kept beside what the machine read."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args, get_type_hints

import orjson

from bearwitness.errors import StoreError, UsageError
from bearwitness.model.review import Review
from bearwitness.store import Store, View

ACTS: tuple[str, ...] = get_args(get_type_hints(Review)["act"])
_NEEDS_VALUE = {"correct": "the new value", "regrade": "the grade", "undo": "a review's number"}


def review(
    folder: Path,
    target: str,
    act: str,
    *,
    by: str,
    why: str,
    field: str | None,
    value: str | None,
    store: str | None,
) -> None:
    """Record a review and print its number.

    Raises:
        UsageError: the act is unknown, or lacks what it needs.
        StoreError: the target is not in the store.
    """
    if act not in ACTS:
        raise UsageError(f"no act {act!r}; there are {', '.join(ACTS)}")
    if act in _NEEDS_VALUE and value is None:
        raise UsageError(f"{act} needs --value: {_NEEDS_VALUE[act]}")
    if act == "correct" and field is None:
        raise UsageError("correct needs --field: the name of what is corrected")
    with Store.open(store or folder, create=False) as opened:
        view = opened.view()
        _require(view, target, act, value)
        made = Review(None, target, cast("object", act), by, None, why, field, _json(value, act))  # type: ignore[arg-type]
        with opened.writing("review") as writer:
            kept = writer.add_review(made)
    print(f"review {kept.review_id}: {kept.act} {kept.target}")


def _require(view: View, target: str, act: str, value: str | None) -> None:
    if act == "undo" and str(value) not in {str(r.review_id) for r in view.reviews()}:
        raise StoreError(f"there is no review {value}")
    if not view.knows(target):
        raise StoreError(f"the store has no claim, incident or document {target!r}")


def _json(value: str | None, act: str) -> str | None:
    """The value as JSON text: what is no JSON by itself is taken as words."""
    if value is None or act == "undo":
        return value
    try:
        orjson.loads(value)
    except orjson.JSONDecodeError:
        return orjson.dumps(value).decode()
    return value
