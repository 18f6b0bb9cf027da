"""The readers of what reports record besides casualties, in their order."""

from __future__ import annotations

import re
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

# A report of a conflict names its arms and sides several times; other news does so in passing.
_CONFLICT = re.compile(
    r"\b(?:war|wars|wartime|rebels?|rebellion|militants?|militias?|insurgen\w+|troops|fighters|"
    r"guerrillas?|ceasefires?|cease-fires?|truces?|peace (?:talks|process|deal|plan)|"
    r"air ?strikes?|air ?raids?|shelling|regime|armed|army|military|siege|besieged|jihadi\w*|"
    r"opposition|bomb\w*|missiles?|frontlines?|"
    r"offensive|conflict|invasion|occupied|hostages?|massacres?|weapons?|arms)\b",
    re.I,
)
_CONFLICT_WORDS = 3


def _tells_of_conflict(text: str) -> bool:
    """Whether a text names conflict with at least three different words."""
    seen: set[str] = set()
    for m in _CONFLICT.finditer(text):
        seen.add(m.group().lower())
        if len(seen) >= _CONFLICT_WORDS:
            return True
    return False


def read_further(page: Page) -> list[Claim]:
    """All further claims of a document; none where it does not tell of a conflict."""
    if not _tells_of_conflict(page.document.text):
        return []
    return [claim for reader in READERS for claim in reader(page)]
