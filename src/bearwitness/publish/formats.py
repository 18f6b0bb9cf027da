"""Which formats there are: one module each, named as the format, with a `publish`."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

import orjson

from bearwitness.errors import UsageError
from bearwitness.publish.edition import Edition
from bearwitness.publish.losses import report
from bearwitness.publish.writing import whole_file

FORMATS = {
    "jsonl": "JSON Lines: everything, as the contract says",
    "csv": "flat tables of incidents, counting claims and documents, with a data package",
    "parquet": "the same tables, typed",
    "geojson": "incidents as points on a map",
    "ged": "UCDP GED: 49 columns",
    "aec": "UCDP-AEC: the text-to-event benchmark's JSON Lines",
    "acled": "ACLED: 31 columns",
    "airwars": "Airwars: ranges, grading and source rows",
    "ibc": "Iraq Body Count: minimum and maximum",
    "hxl": "HXL: a CSV with a row of hashtags",
    "claimreview": "schema.org ClaimReview of the claims that graded counts rest on",
    "prov": "W3C PROV-JSON: figures, claims, documents",
}


class Format(Protocol):
    """What a format's module offers; `left_out(edition)` too, where it cannot hold everything."""

    HOLDS: frozenset[str]

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


def export_to(name: str, edition: Edition, folder: Path) -> list[Path]:
    """Write an edition in a format, and beside it what the format could not hold.

    Raises:
        UsageError: there is no such format.
        StoreError: a file cannot be written.
    """
    chosen = format_named(name)
    paths = chosen.publish(edition, folder)
    left_out = getattr(chosen, "left_out", _nothing)
    told = report(name, edition, chosen.HOLDS, left_out(edition))
    path = folder / f"{name}.loss.json"
    with whole_file(path) as out:
        out.write(orjson.dumps(told, option=orjson.OPT_INDENT_2) + b"\n")
    return [*paths, path]


def _nothing(_edition: Edition) -> Iterable[tuple[str, str]]:
    return ()
