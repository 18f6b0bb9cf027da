"""What one document says, for one source, on one figure."""

from __future__ import annotations

from dataclasses import dataclass

from bearwitness.register.evidence import Testimony


@dataclass(frozen=True, slots=True)
class Chosen:
    """What one document says for one source, on one figure.

    Attributes:
        low, high: bounds.
        rule: how the number was reached within the document.
        testimonies: the claims that say it.
    """

    low: int | None
    high: int | None
    rule: str
    testimonies: tuple[Testimony, ...]

    @property
    def lead(self) -> Testimony:
        """The first of its claims."""
        return self.testimonies[0]
