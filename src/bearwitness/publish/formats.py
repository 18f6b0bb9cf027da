"""Which formats there are: one module each, named as the format, with a `publish`."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from bearwitness.errors import UsageError
from bearwitness.publish.edition import Edition

FORMATS = {
    "jsonl": "JSON Lines: everything, as the contract says",
    "csv": "flat tables of incidents and counting claims",
    "geojson": "incidents as points on a map",
}


class Format(Protocol):
    """What a format's module offers."""

    def publish(self, edition: Edition, folder: Path) -> list[Path]:
        """Write the edition's files into the folder and tell which."""


def format_named(name: str) -> Format:
    """The module of a format.

    Raises:
        UsageError: there is no such format.
    """
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return cast(Format, import_module(f"bearwitness.publish.{name}"))
