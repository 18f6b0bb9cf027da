"""RSS and Atom feeds: every entry is a report."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import IO, Any

import feedparser

from bearwitness.documents.html import plain_text
from bearwitness.documents.limits import Limits
from bearwitness.documents.readers import OnError, read_bounded
from bearwitness.documents.record import SourceRecord
from bearwitness.errors import InputError, UnsupportedInputError


def read_feed(
    name: str, stream: IO[bytes], limits: Limits, on_error: OnError
) -> Iterator[SourceRecord]:
    """The entries of a feed; XML that is no feed is refused.

    An entry has no bytes of its own: its raw form is its fields as canonical JSON.
    """
    raw = read_bounded(name, stream, limits.feed)
    # Bytes in a stream: a bare argument could be taken for an address to fetch.
    feed = feedparser.parse(io.BytesIO(raw), resolve_relative_uris=False)
    if not feed.get("version") and not feed.entries:
        fault = feed.get("bozo_exception")
        reason = f" ({fault})" if fault else ""
        raise UnsupportedInputError(name, f"XML, but no RSS or Atom feed{reason}")
    if feed.bozo and not feed.entries:
        raise InputError(name, f"damaged feed: {feed.bozo_exception}")
    if feed.bozo:
        on_error(InputError(name, f"damaged feed, read as far as it goes: {feed.bozo_exception}"))
    for number, entry in enumerate(feed.entries, start=1):
        record = _entry(name, number, entry, feed.feed)
        if record is None:
            on_error(InputError(name, f"entry {number} holds no text"))
        else:
            yield record


def _entry(name: str, number: int, entry: Any, feed: Any) -> SourceRecord | None:
    bodies = [part.get("value") or "" for part in entry.get("content", [])]
    markup = max([*bodies, entry.get("summary") or ""], key=len)
    title = plain_text(entry.get("title") or "").strip()
    body = plain_text(markup).strip()
    text = body if not title or body.startswith(title) else f"{title}\n\n{body}".strip()
    if not text:
        return None
    link = entry.get("link")
    fields = {
        "id": entry.get("id"),
        "link": link,
        "title": entry.get("title"),
        "published": entry.get("published") or entry.get("updated"),
        "author": entry.get("author"),
        "content": markup,
    }
    raw = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")
    return SourceRecord(
        f"{name}:{entry.get('id') or link or number}",
        raw,
        text,
        title=title or None,
        url=link,
        publisher=feed.get("title"),
        byline=entry.get("author"),
        published_at=fields["published"],
        language=feed.get("language"),
    )
