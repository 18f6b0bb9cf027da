"""Bodies that somebody moved, took in or identified: at least so many died, and perhaps more."""

from __future__ import annotations

import re

from bearwitness.register.evidence import Testimony

_BODIES = re.compile(
    r"\s+(?:\w+\s+)?(?:bodies|corpses)\b|[^.;]{0,40}\b(?:were|was|had\s+been|have\s+been)\s+(?:admitted"
    r"|treated|taken\s+to|brought\s+to|rushed\s+to|hospitali[sz]ed|picked\s+up|recovered|buried|identified)\b",
    re.I,
)
_RECEIVED = re.compile(
    r"\b(?:received|admitted|treated|treating|carried|moved|buried|pulled(?:\s+out)?|the\s+bodies\s+of)\s+"
    r"(?:at\s+least\s+|about\s+|around\s+|some\s+)?$",
    re.I,
)


def are_bodies(t: Testimony) -> bool:
    """Whether a count is of those whom somebody received, recovered, identified or buried."""
    at = max(0, t.claim.span.start - t.claim.sentence.start)
    quote = t.claim.sentence.quote
    after = quote[at + len(t.claim.span.quote) :]
    return bool(_BODIES.match(after) or _RECEIVED.search(quote[:at]))
