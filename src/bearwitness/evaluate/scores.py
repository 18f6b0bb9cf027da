"""What a measurement yields: counts by figure and part, and every error as a row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Row = Mapping[str, Any]
"""One object of a gold file or of an exported file."""

Part = Literal["dev", "held"]
Better = Literal["higher", "lower"]


def part_of(key: str) -> Part:
    """The part of a gold set that an id falls in: a quarter is held out, fixed by hash."""
    return "held" if int(hashlib.sha1(key.encode()).hexdigest(), 16) % 4 == 0 else "dev"


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing that is measured on a set.

    Attributes:
        name: unique within the set.
        goal: what is to be reached, None where nothing is set.
        plain: what a plain "number next to killed" rule reaches, where that is known.
        better: the good direction.
        unit: "share" is printed with two decimals as a proportion, "number" as it is.
    """

    name: str
    goal: float | None = None
    plain: float | None = None
    better: Better = "higher"
    unit: Literal["share", "number"] = "share"


@dataclass(frozen=True, slots=True)
class Fault:
    """One error, as a row a person can read.

    Attributes:
        set, figure, part: what was measured, on which part.
        id: key of the gold record.
        text: the text, or a window of it.
        gold, ours: the coded value and the one read.
        quote: the words our value rests on.
        around: the claims of the document, in short form.
        guess: guessed class of the error.
    """

    set: str
    figure: str
    part: Part
    id: str
    text: str
    gold: object
    ours: object
    quote: str | None = None
    around: tuple[str, ...] = ()
    guess: str = ""

    def row(self) -> dict[str, object]:
        """As one JSON object."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Score:
    """A figure's value on a set, over all of it and over each part; None where nothing counted."""

    set: str
    figure: str
    value: float | None
    n: int
    dev: float | None
    dev_n: int
    held: float | None
    held_n: int
    goal: float | None
    plain: float | None
    better: Better
    unit: str

    @property
    def reached(self) -> bool | None:
        """Whether the goal is met; None without a goal or a value."""
        if self.goal is None or self.value is None:
            return None
        return self.value >= self.goal if self.better == "higher" else self.value <= self.goal


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one set, with its errors."""

    set: str
    scores: tuple[Score, ...]
    faults: tuple[Fault, ...] = ()

    def value(self, figure: str) -> float | None:
        """The value of a figure over the whole set.

        Raises:
            KeyError: the set has no such figure.
        """
        for score in self.scores:
            if score.figure == figure:
                return score.value
        raise KeyError(figure)


@dataclass(slots=True)
class _Cell:
    total: float = 0.0
    n: int = 0

    @property
    def mean(self) -> float | None:
        return self.total / self.n if self.n else None


Measured = tuple[float | None, int]
"""A value and the number of things it was counted on."""


@dataclass(slots=True)
class Tally:
    """Collects a set's counts; `scores` turns them into means by part.

    Args:
        name: of the set.
        figures: what is measured; counting any other figure is an error.
    """

    name: str
    figures: Sequence[Figure]
    faults: list[Fault] = field(default_factory=list)
    _cells: dict[tuple[str, Part], _Cell] = field(default_factory=dict)
    _given: dict[str, tuple[Measured, Measured, Measured]] = field(default_factory=dict)

    def count(self, figure: str, key: str, value: bool | float) -> None:
        """Add one observation (True is 1) under the part that `key` falls in."""
        self._known(figure)
        cell = self._cells.setdefault((figure, part_of(key)), _Cell())
        cell.total += float(value)
        cell.n += 1

    def put(self, figure: str, whole: Measured, dev: Measured, held: Measured) -> None:
        """Give a figure that is no mean of observations (F1, B³)."""
        self._known(figure)
        self._given[figure] = (whole, dev, held)

    def fault(
        self,
        figure: str,
        key: str,
        *,
        gold: object,
        ours: object,
        text: str,
        quote: str | None = None,
        around: Sequence[str] = (),
        guess: str = "",
    ) -> None:
        """Keep an error."""
        self.faults.append(
            Fault(
                self.name, figure, part_of(key), key, text, gold, ours, quote, tuple(around), guess
            )
        )

    def scores(self) -> Scores:
        """The figures in the order they were declared."""
        return Scores(self.name, tuple(self._score(f) for f in self.figures), tuple(self.faults))

    def _known(self, figure: str) -> None:
        if all(f.name != figure for f in self.figures):
            raise KeyError(f"{self.name} declares no figure {figure!r}")

    def _score(self, figure: Figure) -> Score:
        if figure.name in self._given:
            whole, dev, held = self._given[figure.name]
        else:
            d = self._cells.get((figure.name, "dev"), _Cell())
            h = self._cells.get((figure.name, "held"), _Cell())
            both = _Cell(d.total + h.total, d.n + h.n)
            whole, dev, held = (both.mean, both.n), (d.mean, d.n), (h.mean, h.n)
        return Score(
            self.name,
            figure.name,
            whole[0],
            whole[1],
            dev[0],
            dev[1],
            held[0],
            held[1],
            figure.goal,
            figure.plain,
            figure.better,
            figure.unit,
        )
