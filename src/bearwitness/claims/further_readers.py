"""The readers of what reports record besides casualties, in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bearwitness.claims.control import read_control
from bearwitness.claims.further import Page
from bearwitness.claims.meetings import read_meetings
from bearwitness.claims.statements import read_statements
from bearwitness.claims.transfers import read_transfers
from bearwitness.model.claim import Claim

READERS: tuple[Callable[[Page], Iterator[Claim]], ...] = (
    read_statements,
    read_meetings,
    read_control,
    read_transfers,
)


def read_further(page: Page) -> list[Claim]:
    """All further claims of a document."""
    return [claim for reader in READERS for claim in reader(page)]
