"""Web pages: the report's body, and what the page's own metadata state.

The body comes from trafilatura. Pages that could hang or crash a parser (deep nesting, huge
attributes) are bounded before parsing, and read by plain tag removal where a bound is passed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import Any

import trafilatura

from bearwitness.documents.limits import Limits

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b[^<>]{0,65536}>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "tr",
        "th",
        "dt",
        "dd",
        "option",
    ]
)
_UNSHOWN = ("script", "style", "noscript", "template", "svg")
_BREAK = re.compile(
    r"(?i)<(?:/?(?:p|div|h[1-6]|li|ul|ol|tr|table|section|article|blockquote)|br)\b"
)
_SPACES = re.compile(r"[^\S\n]+")
_BLANKS = re.compile(r"\n\s*\n+")
_HTML_LANG = re.compile(
    r"<html\b[^<>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3}[A-Za-z\-]{0,12})", re.I
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's body and stated metadata; `reader` is "full" or "plain" (tags removed only)."""

    text: str
    title: str | None = None
    site: str | None = None
    author: str | None = None
    published_at: str | None = None
    url: str | None = None
    language: str | None = None
    reader: str = "full"


def read_page(markup: str, limits: Limits, url: str | None = None) -> Page:
    """The report in a page's markup; an empty text where the page holds none.

    The title stands first in the text, unless the body brings it.
    """
    shortened = _drop_long_attributes(markup, limits.attribute)
    language = _HTML_LANG.search(shortened[:20_000])
    stated = language.group(1) if language else None
    if len(shortened) > limits.html or _too_deep(shortened, limits.depth):
        return Page(plain_text(shortened), language=stated, reader="plain")
    found = _extract(shortened, url)
    if found is None or not (found.text or "").strip():
        return Page(plain_text(shortened), language=stated, reader="plain")
    title = _clean(found.title)
    body = "\n\n".join(line.strip() for line in found.text.split("\n") if line.strip())
    return Page(
        text=_with_title(title, body),
        title=title,
        site=_clean(found.sitename),
        author=_clean(found.author),
        published_at=_stated_date(shortened),
        url=found.url,
        language=stated,
    )


def _extract(markup: str, url: str | None) -> Any:
    try:
        return trafilatura.bare_extraction(
            markup, url=url, with_metadata=True, include_comments=False, favor_recall=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        return None  # a page that the full reader cannot take is read plainly


def _clean(value: object) -> str | None:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words or None


def _with_title(title: str | None, body: str) -> str:
    if not title:
        return body
    head = " ".join(body[: len(title) + 40].split()).lower()
    return body if head.startswith(title.lower()) else f"{title}\n\n{body}"


_META = re.compile(r"<meta\b[^<>]{0,2000}>", re.I)
_META_NAME = re.compile(r"\b(?:property|name|itemprop)\s*=\s*[\"']([^\"']{1,60})[\"']", re.I)
_META_CONTENT = re.compile(r"\bcontent\s*=\s*[\"']([^\"']{1,80})[\"']", re.I)
_LD_DATE = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]{4,40})\"")
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "publication_date",
    "date",
)


def _stated_date(markup: str) -> str | None:
    """The publication date that the page's metadata state, as written; nothing is inferred."""
    stated: dict[str, str] = {}
    for tag in _META.findall(markup):
        name, content = _META_NAME.search(tag), _META_CONTENT.search(tag)
        if name and content:
            stated.setdefault(name.group(1).lower(), unescape(content.group(1)).strip())
    for wanted in _DATE_NAMES:
        if stated.get(wanted):
            return stated[wanted]
    in_data = _LD_DATE.search(markup)
    return in_data.group(1) if in_data else None


def _drop_long_attributes(markup: str, longest: int) -> str:
    """Markup without attribute values over the bound; linear in its length."""
    out: list[str] = []
    at = 0
    while True:
        equals = markup.find("=", at)
        if equals < 0 or equals + 1 >= len(markup):
            break
        quote = markup[equals + 1]
        if quote not in "\"'":
            out.append(markup[at : equals + 1])
            at = equals + 1
            continue
        close = markup.find(quote, equals + 2)
        if close < 0:
            break
        inside_tag = "<" not in markup[equals + 2 : min(close, equals + 2 + 200)]
        if close - equals > longest and inside_tag:
            out.append(markup[at : equals + 1] + '""')
            at = close + 1
        else:
            out.append(markup[at : equals + 2])
            at = equals + 2
    out.append(markup[at:])
    return "".join(out)


def _too_deep(markup: str, most: int) -> bool:
    depth = 0
    for found in _TAG.finditer(markup):
        if found.group(2).lower() in _VOID:
            continue
        depth = max(0, depth - 1) if found.group(1) else depth + 1
        if depth > most:
            return True
    return False


def plain_text(markup: str) -> str:
    """Text of markup by removing tags alone: one pass, no tree."""
    out: list[str] = []
    at = 0
    while at < len(markup):
        opened = markup.find("<", at)
        if opened < 0:
            out.append(markup[at:])
            break
        out.append(markup[at:opened])
        closed = markup.find(">", opened)
        if closed < 0:
            break
        tag = markup[opened : closed + 1]
        at = closed + 1
        name = re.match(r"<([a-zA-Z]+)", tag)
        if tag.startswith("<!--"):
            end = markup.find("-->", opened)
            at = end + 3 if end >= 0 else len(markup)
        elif name and name.group(1).lower() in _UNSHOWN and not tag.endswith("/>"):
            end = _closing(markup, name.group(1), at)
            at = len(markup) if end < 0 else end
        elif _BREAK.match(tag):
            out.append("\n")
    text = _SPACES.sub(" ", unescape("".join(out)))
    lines = [line.strip() for line in text.split("\n")]
    return _BLANKS.sub("\n\n", "\n".join(line for line in lines if line)).replace("\n", "\n\n")


def _closing(markup: str, name: str, at: int) -> int:
    found = re.compile(f"</{name}\\s*>", re.I).search(markup, at)
    return found.end() if found else -1
