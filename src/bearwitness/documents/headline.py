"""A report's headline: where it stands in the text, and one given apart from the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bearwitness.documents.head import dates_or_places
from bearwitness.documents.lines import Line
from bearwitness.model.span import Span

_HEAD_LINES = 12
_TITLE_WORDS = 30
_LEAD_BULLET = re.compile(r"^[\s\u200b\ufeff]*[•*·▪●‣◦»>]+[\s\u200b]*")
_SHORTEST = 3
_OPENING = 2_000
_SAME = 0.7
_SITE_BREAK = re.compile(r"\s+(?:[-–—|•»>]+|::)\s+")
_ADDRESS = re.compile(r"[\w-]+\.(?:com|net|org|info|tv|co\.\w\w)\b", re.I)
_NO_OUTLET = frozenset(("www", "com", "net", "org", "info", "news", "the", "web", "archive"))
_OUTLET_LETTERS = 4
_AFTER_TITLE = re.compile(r"(?P<closing>[!?'\"”’»)\]]*)[^\w\s]*\s+[\W_]*(?P<next>\w)")
GAP = "\n\n"


def find_title(text: str, lines: Sequence[Line], given: str | None) -> Span | None:
    """The headline in the text: the line the given title names, else a first line like one.

    Lead-in bullets stay outside. A first line that ends in a stop, or is no longer than a label,
    is no headline; nor is the only line of a text.
    """
    if given:
        wanted = _folded(given)
        for line in lines[:_HEAD_LINES]:
            folded = _folded(line.text)
            if line.words >= _SHORTEST and len(folded) >= 12 and wanted.startswith(folded):
                return _title_span(text, line)
        for line in lines[: len(lines) * 2 // 3]:
            if len(wanted) >= 20 and _folded(line.text) == wanted:
                return _title_span(text, line)
        if wanted and lines and _folded(lines[0].text).startswith(wanted):
            return _opening_title(text, lines[0], wanted)
        return None
    if len(lines) < 2:
        return None
    first = lines[0]
    like_a_headline = _SHORTEST <= first.words <= _TITLE_WORDS and not _ends_in_stop(first.text)
    if like_a_headline and "\n" not in first.text and not dates_or_places(first):
        return _title_span(text, first)
    return None


def to_put_before(text: str, lines: Sequence[Line], given: str | None) -> str | None:
    """The given title, where the text does not bring it in the same or nearly the same words.

    Args:
        text: the report's text, in which `find_title` found no headline of that wording.
        lines: of it.
        given: the tidied title of the record or page.
    """
    if given is None or len(given.split()) < _SHORTEST:
        return None
    wanted = _folded(given)
    if wanted in _folded(text[:_OPENING]):
        return None
    words = set(wanted.split())
    for line in lines[:_HEAD_LINES]:
        own = set(_folded(line.text).split())
        like = line.words <= _TITLE_WORDS and not line.stopped
        if like and len(words & own) >= _SAME * max(len(words), len(own)):
            return None
    return given


def _ends_in_stop(text: str) -> bool:
    return bool(re.search(r"[.;:]['\"”’)]*$", text.rstrip())) and not text.endswith("...")


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def _title_span(text: str, line: Line) -> Span:
    lead = _LEAD_BULLET.match(line.text)
    start = line.start + (lead.end() if lead else 0)
    return Span.cut(text, start if start < line.end else line.start, line.end)


def _opening_title(text: str, line: Line, wanted: str) -> Span | None:
    """The title of a report that goes on in the same line, which may be all of its text.

    "Shelling in the east" is no headline where the line reads on: "… killed seven people".
    """
    if line.words <= _TITLE_WORDS:
        return _title_span(text, line)
    span = _title_span(text, line)
    letters = sum(not c.isspace() for c in wanted)
    end, seen = span.start, 0
    while seen < letters:
        seen += len(re.sub(r"[\W_]+", "", text[end].lower()))
        end += 1
    rest = _AFTER_TITLE.match(text, end, line.end)
    if rest is None or rest["next"].islower():
        return None
    return Span.cut(text, span.start, rest.end("closing"))


def tidy_title(
    given: str | None, publisher: str | None = None, url: str | None = None
) -> str | None:
    """A given title on one line, once: pages repeat theirs with and without the site's name.

    Args:
        given: the title as the record or page gives it.
        publisher: of the page; a closing part of the title that names the outlet is dropped.
        url: of the page, whose host may be what names the outlet.
    """
    words = (given or "").split()
    for size in range(3, len(words) // 2 + 1):
        if words[:size] == words[size : 2 * size]:
            words = words[:size]
            break
    else:
        # "Headline - Site Headline": the bare headline closes the string.
        for size in range(len(words) // 2, 3, -1):
            if words[:size] == words[-size:] and len(words) > size:
                words = words[:size]
                break
    return _without_site(" ".join(words), publisher or "", _host(url or "")) or None


def _host(url: str) -> str:
    """The outlet's own address, without the archive's around it."""
    inner = list(re.finditer(r"https?:/{1,2}", url))
    return urlsplit("http://" + url[inner[-1].end() :] if inner else url).hostname or ""


def _without_site(title: str, publisher: str, host: str) -> str:
    for found in _SITE_BREAK.finditer(title):
        ending = _SITE_BREAK.split(title[found.end() :])[0]
        if found.start() and _names_outlet(ending, publisher, host):
            return title[: found.start()]
    return title


def _names_outlet(ending: str, publisher: str, host: str) -> bool:
    """Whether a title's last part names the outlet: "Valley Herald", "KXYZ 5 News, Weather"."""
    squeezed = _squeezed(ending).removeprefix("the")
    known = _squeezed(publisher + host)
    if len(squeezed) < 3:
        return False
    if squeezed in known or _ADDRESS.match(ending):
        return True
    labels = [_squeezed(label) for label in host.split(".") if label not in _NO_OUTLET]
    if any(len(label) >= _OUTLET_LETTERS and label in squeezed for label in labels):
        return True
    first = ending.split()[0]
    call_sign = first.isupper() and len(first) >= 3
    return call_sign and any(label.startswith(_squeezed(first)) for label in labels)


def _squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
