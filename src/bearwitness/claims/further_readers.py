"""The readers of what reports record besides casualties, in their order.

They read only where a text tells of a conflict: statements on a traffic accident or a theft are
no monitor's business, and most texts of a stream are passed over at once.
"""

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
_CONFLICT = re.compile(
    r"\b(?:rebels?|insurgen\w+|militants?|militias?|guerrillas?|fighters|troops|ceasefires?|"
    r"cease-fires?|truces?|warplanes?|war|jets|"
    r"air ?strikes?|air ?raids?|shell(?:s|ed|ing)|regime|armed|army|military|siege|besieged|"
    r"jihadi\w*|islamic state|taliban|government forces|drones?|barrel bombs?|bomb\w*|missiles?|"
    r"rockets?|artillery|clashes|bombard\w*|frontlines?|offensive|conflict|invasion|occupied|"
    r"hostages?|massacres?|weapons?|arms|fighting|opposition|protesters|raids?|"
    r"(?:government|security|federal|loyalist|ethnic) forces|paramilitar\w+|separatists?|"
    r"(?:re)?captured?|retakes?|retaken|retook|seized|liberat\w+|reclaimed|occupation|battlefield|sanctions|embargo|hostilities|"
    r"annex\w+|peace|talks|negotiat\w+|summit|diplomat\w*|envoys?|mediat\w+|foreign ministers?|"
    r"prisoners of war|prisoner (?:swap|exchange)|reconciliation|nuclear|"
    r"defen[cs]e systems?|fighter jets?)\b",
    re.I,
)
# What alone tells of it: deals in arms, talks on a truce.
_PLAINLY = re.compile(
    r"\b(?:(?:arms|weapons?) (?:sales?|exports?|deliver|shipments?|suppl|embargo|transfers?)|"
    r"peace talks|(?:ceasefire|truce|peace) (?:talks|negotiations|deal|agreement)|"
    r"combat drones|battle tanks|(?:cruise|ballistic|anti-tank) missiles|"
    r"military (?:equipment|vehicles|hardware))",
    re.I,
)
# Men of state who meet: meetings alone are read of them.
_STATESMEN = re.compile(
    r"\b(?:Prime Minister|Foreign Minister|Defen[cs]e Minister|President [A-Z]\w+|Special Envoy|"
    r"UN envoy|Secretary of State|army chief|foreign ministers|delegation|rebel leader|"
    r"military commanders)\b",
    re.I,
)
_GATHER = re.compile(r"\b(?:talks|met|meeting|meetings|received|summit)\b", re.I)
_CONFLICT_WORDS = 2
_SHORT = 600  # characters


def tells_of_conflict(text: str, *, violent: bool = True) -> bool:
    """Whether a text names conflict with two different words.

    A short note need name it with one, or with none where it is known to tell of violence.
    """
    if _PLAINLY.search(text) is not None:
        return True
    short = len(text) < _SHORT
    if short and violent:
        return True
    least = 1 if short else _CONFLICT_WORDS
    seen: set[str] = set()
    for m in _CONFLICT.finditer(text):
        seen.add(m.group().lower())
        if len(seen) >= least:
            return True
    return False


def tells_of_talks(text: str) -> bool:
    """Whether a text tells that men of state of two kinds, or names, meet."""
    if _GATHER.search(text) is None:
        return False
    return len({m.group().lower() for m in _STATESMEN.finditer(text)}) > 1


def read_further(page: Page) -> list[Claim]:
    """All further claims of a document; none where it does not tell of a conflict."""
    text = page.document.text
    if tells_of_conflict(text):
        return [claim for reader in READERS for claim in reader(page)]
    if tells_of_talks(text):
        return list(read_meetings(page))
    return []
