"""Places for records as they come in: what `bearwitness places FILE.jsonl` writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from bearwitness.claims.places import Gazetteer, PlaceMention, find_places
from bearwitness.claims.places_home import Lexicon

# Two-letter domains that are sold the world over and tell nothing of a country.
_BORROWED = frozenset(
    (
        "AI",
        "CC",
        "CO",
        "EU",
        "FM",
        "GG",
        "IO",
        "LA",
        "LY",
        "ME",
        "SH",
        "SU",
        "TO",
        "TV",
        "WS",
    )
)
Homes = dict[str, tuple[float, float]]


def publisher_of(record: Mapping[str, object]) -> str | None:
    """The publisher a record names, or the domain of its address."""
    name = record.get("publisher")
    if isinstance(name, str) and name.strip():
        return name.strip()
    url = record.get("url")
    host = urlsplit(url).hostname if isinstance(url, str) else None
    return host.removeprefix("www.") if host else None


def country_of(record: Mapping[str, object]) -> str | None:
    """The country of the record's address by its top-level domain ("….co.uk" -> "GB")."""
    url = record.get("url")
    host = urlsplit(url).hostname if isinstance(url, str) else None
    last = (host or "").rsplit(".", 1)[-1].upper()
    if len(last) != 2 or last in _BORROWED:
        return None
    return "GB" if last == "UK" else last


def learn_homes(records: Iterable[Mapping[str, object]], gazetteer: Gazetteer) -> Homes:
    """Where each publisher is at home, from all its records; the order of records is of no matter.

    A first reading of the records; `resolve_record` then takes the result.
    """
    lexicons: dict[str, Lexicon] = {}
    for record in records:
        publisher = publisher_of(record)
        if publisher:
            mentions = _mentions(record, gazetteer, None)
            lexicons.setdefault(publisher, Lexicon()).add(mentions, gazetteer)
    found = ((name, lexicons[name].home()) for name in sorted(lexicons))
    return {name: home for name, home in found if home is not None}


def resolve_record(
    record: Mapping[str, object], gazetteer: Gazetteer, homes: Homes | None = None
) -> list[dict[str, object]]:
    """One row `{id, start, end, name, place_id, lat, lon, country, adm1}` for each place name.

    Args:
        record: `text`, and optionally `id`, `publisher` or `url`, `country` (ISO alpha-2, to
            expect), and `toponyms` (a list of `{start, end}`) to resolve just those.
        gazetteer: where names are looked up.
        homes: from `learn_homes`.
    """
    publisher = publisher_of(record)
    home = homes.get(publisher) if homes and publisher else None
    return [
        {
            "id": record.get("id"),
            "start": m.start,
            "end": m.end,
            "name": m.where.name,
            "place_id": m.where.place_id,
            "lat": m.where.lat,
            "lon": m.where.lon,
            "country": m.where.country,
            "adm1": m.where.adm1,
        }
        for m in _mentions(record, gazetteer, home)
    ]


def _mentions(
    record: Mapping[str, object], gazetteer: Gazetteer, home: tuple[float, float] | None
) -> list[PlaceMention]:
    text = record.get("text")
    if not isinstance(text, str):
        return []
    spans = _toponyms(record, len(text))
    expected = record.get("country")
    focus = expected if isinstance(expected, str) and len(expected) == 2 else None
    return find_places(
        text, gazetteer, toponyms=spans, home=home, focus_country=focus, domestic=country_of(record)
    )


def _toponyms(record: Mapping[str, object], length: int) -> list[tuple[int, int]] | None:
    """The spans that a record brings, less those that lie outside its text."""
    given = record.get("toponyms")
    if not isinstance(given, list):
        return None
    spans = []
    for item in given:
        start, end = (item.get("start"), item.get("end")) if isinstance(item, dict) else (0, 0)
        if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= length:
            spans.append((start, end))
    return spans
