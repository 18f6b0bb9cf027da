"""The desk over a generated register of 100,000 incidents, against an empty page in the same run.

Prints, for each kind of request, the median time by the clock and by the processor, and the ratio
of the latter to that of a page that holds nothing. Every request asks for something else, so that
nothing is answered from memory but what the desk itself keeps between requests.

    python benchmarks/bench_web.py [--incidents 100000] [--rounds 30]
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from fastapi.testclient import TestClient

from bearwitness.model.claim import Actor, Where
from bearwitness.model.lineage import Lineages
from bearwitness.model.register import Entry, Figure, Register
from bearwitness.publish.edition import Edition
from bearwitness.store import Store
from bearwitness.web import Settings, create_app
from bearwitness.web.desk import INDEX_NAME
from bearwitness.web.index import build

KINDS = (
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Battles", "Armed clash"),
    ("Violence against civilians", "Attack"),
)
SIDES = [f"Side {n}" for n in range(60)]
GRADES = ("corroborated", "single_source", "single_source", "contested", "unknown")
SYLLABLES = "ka la ma na ra sa ta ba da fa ga ha ja".split()


def made_entries(count: int) -> tuple[Entry, ...]:
    """Incidents over ten years and 3,000 places; the same for the same count."""
    dice = random.Random(7)
    places = [
        Where(
            "".join(dice.choices(SYLLABLES, k=4)).capitalize(), n, dice.uniform(-30, 45),
            dice.uniform(-15, 60), dice.choice(("SY", "IQ", "SD", "ML")), f"Division {n % 90}",
        )
        for n in range(3_000)
    ]  # fmt: skip
    return tuple(entry(n, dice, dice.choice(places)) for n in range(count))


def entry(number: int, dice: random.Random, place: Where) -> Entry:
    """One incident."""
    event, sub = dice.choice(KINDS)
    day = date(2012, 1, 1) + timedelta(days=dice.randrange(3650))
    low = int(dice.paretovariate(1.1))
    figure = Figure(low, low + dice.randrange(3), low + 5, "range_of_sources", ())
    one, other = dice.sample(SIDES, 2)
    return Entry(
        f"inc-{number:016x}", f"{sub} in {place.name}, {day:%d %b %Y}", day, day, 1, place, event,
        sub, 1, Actor(one, None, one), Actor(other, None, other), {"total": figure}, {},
        dice.choice(GRADES), dice.randrange(1, 5), (), (), (), (),
    )  # type: ignore[arg-type]  # fmt: skip


def medians(call: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """Median milliseconds of a call by the clock and by the processor; the first is not counted."""
    call(-1)
    clock, processor = [], []
    for number in range(rounds):
        start, worked = time.perf_counter(), time.process_time()
        call(number)
        clock.append((time.perf_counter() - start) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return statistics.median(clock), statistics.median(processor)


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        Store.open(folder).close()
        start = time.perf_counter()
        entries = made_entries(options.incidents)
        edition = Edition(lambda: (), lambda: (), Lineages(), Register(entries))
        made = time.perf_counter()
        build(folder / INDEX_NAME, edition, ())
        print(f"index of {options.incidents:,} incidents: {time.perf_counter() - made:.1f} s")
        print(f"(generated in {made - start:.1f} s)\n")
        app = create_app(Settings(folder, anonymous=True))

        @app.get("/empty")
        def empty() -> str:
            return ""

        ask(TestClient(app), entries, options.rounds)


def ask(client: TestClient, entries: tuple[Entry, ...], rounds: int) -> None:
    """Time each kind of request."""

    def get(path: str) -> None:
        answer = client.get(path)
        assert answer.status_code == 200, (path, answer.status_code)

    def word(n: int) -> str:
        place = entries[(n * 7919) % len(entries)].place
        return place.name if place else ""

    def day(n: int) -> str:
        return (date(2012, 1, 1) + timedelta(days=37 * (n + 2))).isoformat()

    asked: dict[str, Callable[[int], None]] = {
        "empty page": lambda n: get("/empty"),
        "register, opened": lambda n: get("/"),
        "page by page": lambda n: get(f"/?page={n + 2}"),
        "last pages": lambda n: get(f"/?page={len(entries) // 50 - n - 1}"),
        "search, a place's name": lambda n: get(f"/?q={word(n)}"),
        "search, two common words": lambda n: get(f"/?q=strike+division+{n % 90}"),
        "filter by days": lambda n: get(f"/?since={day(n)}&until={day(n + 10)}"),
        "filter by side and grade": lambda n: get(f"/?actor=Side+{n % 60}&grade=contested"),
        "filter by kind and toll": lambda n: get(f"/?type=Armed+clash&killed={n + 3}"),
        "map, everything": lambda n: get(
            f"/map.json?zoom={2 + n % 3}&until={day(3650)}&since={day(n)}"
        ),
        "map, near, filtered": lambda n: get(f"/map.json?killed={n + 2}&zoom=7&frame=10,30,20,40"),
        "map, far, filtered": lambda n: get(f"/map.json?killed={n + 2}&zoom=3"),
        "interface, 50 incidents": lambda n: get(f"/api/incidents?killed={n + 2}"),
    }
    base = 0.0
    print(f"{'request':28} {'clock ms':>9} {'cpu ms':>8} {'x empty':>8}")
    for name, call in asked.items():
        clock, worked = medians(call, rounds)
        base = base or worked
        print(f"{name:28} {clock:9.1f} {worked:8.1f} {worked / base:8.1f}")


if __name__ == "__main__":
    main()
