"""Other outlets that a report names as where its account comes from."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bearwitness.model.document import Document

# Words that end an outlet's name, after up to four capitalised words; or a station's call letters.
_LAST_WORD = (
    "Times|Post|News|Herald|Tribune|Journal|Sentinel|Gazette|Chronicle|Telegraph|Guardian|Register"
    "|Dispatch|Observer|Mail|Press|Courier|Bee|Globe|Inquirer|Examiner|Record|Reporter|Review"
    "|Television|TV|Radio|Monitor|Independent|Ledger|Enterprise"
)
_OUTLET = re.compile(
    rf"\b(?:[A-Z][\w.’'-]* ){{0,4}}(?:{_LAST_WORD})(?:-[A-Z]\w+)?\b|\b[WK][A-Z]{{3}}(?:-TV)?\b"
)
_SPOKEN_BEFORE = re.compile(
    r"\b(?:told|tells|(?:said|spoke|speaking|talking|statement|according) to"
    r"|reported (?:by|in)|reports? (?:by|in|from)|interview (?:with|to|by|in))"
    r" (?:the |local (?:newspaper|paper|station|broadcaster|TV) )?(?:[A-Z][\w.’'-]* )?$"
)
_SPOKEN_AFTER = re.compile(
    r"^,? (?:(?:also|first|has|had|later) )?(?:reported|reports|said|says)\b"
)
_AGENCY = re.compile(r"Associated Press|Agence France|News Agency")
_PLAIN = re.compile(r"[^a-z0-9]+")


def outlets_named(text: str) -> tuple[str, ...]:
    """Names of outlets that the text gives as a source, each once, in order; agencies left out."""
    found: dict[str, None] = {}
    for m in _OUTLET.finditer(text):
        name = m[0].removeprefix("The ")
        before, after = text[max(0, m.start() - 45) : m.start()], text[m.end() : m.end() + 20]
        spoken = _SPOKEN_BEFORE.search(before) or _SPOKEN_AFTER.match(after)
        if spoken and not _AGENCY.search(m[0]):
            found.setdefault(name)
    return tuple(found)


def is_outlet(name: str, document: Document) -> bool:
    """Whether a name as written may be that of the document's outlet.

    It is where publisher or host holds the name in one word ("militarytimes"), its initials and
    last word ("nypost"), or its call letters.
    """
    own = _plain(document.publisher or "") + " " + _host(document.url or "")
    words = [_plain(w) for w in name.removesuffix("-TV").split() if _plain(w) not in ("", "the")]
    if not words:
        return False
    forms = {"".join(words)}
    if len(words) > 1:
        forms.add("".join(w[0] for w in words[:-1]) + words[-1])
    return any(len(form) >= 4 and form in own for form in forms)


def same_outlet(a: Document, b: Document) -> bool:
    """Whether both come from one host, or where a host is not known, from one publisher."""
    left, right = _host(a.url or ""), _host(b.url or "")
    if left and right:
        return left == right
    return bool(a.publisher) and a.publisher == b.publisher


def _host(url: str) -> str:
    """The host without dots; of an archived address, the host that was archived."""
    at = max(url.rfind("http://"), url.rfind("https://"), 0)
    try:
        return _plain((urlsplit(url[at:]).hostname or "").removeprefix("www."))
    except ValueError:
        return ""


def _plain(text: str) -> str:
    return _PLAIN.sub("", text.lower())
