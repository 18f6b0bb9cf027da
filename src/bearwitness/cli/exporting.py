"""`export`: a register in a format that other tools read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bearwitness.cli.console import moment
from bearwitness.errors import StoreError, UsageError

_LIKE_JSONL = "jsonl"  # the contract: everything, for whoever holds the register
INTERACTIONS = ("text", "number")


def export(
    form: str,
    folder: Path,
    out: Path | None,
    as_of: str | None,
    store: str | None,
    *,
    filters: Sequence[str] = (),
    profile: str | None = None,
    blur: bool = False,
    interaction: str = "text",
) -> None:
    """Write a register in a format, with its loss report.

    Raises:
        UsageError: an option has a value that it cannot have.
        StoreError: the register cannot be read, or a file not be written.
    """
    from bearwitness.pipeline import rebuild
    from bearwitness.publish.filters import filtered
    from bearwitness.publish.formats import export_to, format_named
    from bearwitness.publish.profiles import for_readers
    from bearwitness.store import Store

    format_named(form)
    if interaction not in INTERACTIONS:
        raise UsageError(f"no interaction {interaction!r}; there are {', '.join(INTERACTIONS)}")
    then = moment(as_of)
    readers = profile or ("internal" if form == _LIKE_JSONL else "public")
    target = made(out or folder)
    with Store.open(store or folder, create=False) as opened:
        edition = for_readers(rebuild(opened, then), readers, blur=blur)
        edition = filtered(edition, filters)
        if interaction == "number":
            edition = replace(edition, switches=frozenset(("interaction-number",)))
        for path in export_to(form, edition, target):
            print(path)


def made(folder: Path) -> Path:
    """The folder, made where it was not.

    Raises:
        StoreError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"the folder {folder} cannot be made: {error.strerror}") from error
    return folder
