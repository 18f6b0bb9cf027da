"""Where "of" follows a noun of violence, at once or after a place or a day.

"The murder of two men", "the murder in the capital on 3 May of two men".
"""

from __future__ import annotations

from collections.abc import Sequence

_OPENERS = frozenset("in on at near during last this yesterday today early late within".split())
# After these "of" goes on with the place or the time.
_PLACES = frozenset(
    """city town village hamlet province department district capital area region neighborhood
    neighbourhood outskirts suburb suburbs north south east west center centre middle port state
    municipality canton township end beginning start evening morning night afternoon early late
    month week day course vicinity streets part parts zone sector camp countryside""".split()
)
_DEEDS = frozenset(
    """murder murders assassination assassinations killing killings death deaths slaying execution
    kidnapping abduction massacre wounding arrest beheading lynching""".split()
)
_BARS = frozenset(
    """, . ; : ( ) " who which that when where was were is are has have had said by and to while
    after before but because""".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_DETERMINERS = frozenset("the a an his her their its".split())
_TIMES = frozenset(
    """past last evening morning night afternoon early late beginning end start month week day same
    capital""".split()
)
_REACH = 10


def of_at(words: Sequence[str], at: int) -> int | None:
    """Index of the "of" that tells whom a noun of violence befell, None where there is none.

    Args:
        words: of the sentence, in lower case.
        at: the word after the noun.
    """
    if at >= len(words):
        return None
    if words[at] == "of":
        return at
    if words[at] not in _OPENERS or words[at - 1] not in _DEEDS:
        return None
    for i in range(at + 1, min(len(words) - 1, at + _REACH)):
        if words[i] in _BARS:
            return None
        if words[i] in _DETERMINERS and words[i + 1] not in _TIMES:
            return None  # "the murder in the shooting of"
        after = words[i + 1]
        dated = after[0].isdigit() and words[min(len(words) - 1, i + 2)] in _MONTHS
        if words[i] == "of" and words[i - 1] not in _PLACES and not dated and after not in _MONTHS:
            return i
    return None
