"""What reports also record: statements, meetings, control, arms transfers, displacement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from rich.console import Console
from rich.text import Text

from bearwitness.cli.console import plural
from bearwitness.model.claim import Claim, Kind
from bearwitness.model.document import Document
from bearwitness.model.register import Contradiction
from bearwitness.publish.edition import Edition
from bearwitness.publish.wording import record_in_words
from bearwitness.register.records import Record, fullest, records

RecordKind = Literal["statements", "meetings", "control", "transfers", "displacement"]
_KINDS: dict[RecordKind, Kind] = {
    "statements": "statement",
    "meetings": "meeting",
    "control": "control",
    "transfers": "transfer",
    "displacement": "displacement",
}
_TITLES: dict[Kind, str] = {
    "statement": "statements",
    "meeting": "meetings and talks",
    "control": "control of places",
    "transfer": "arms transfers",
    "displacement": "displaced, detained, abducted",
}
_NOUNS: dict[Kind, str] = {
    "statement": "statement",
    "meeting": "meeting",
    "control": "control claim",
    "transfer": "arms transfer",
    "displacement": "displacement count",
}


def print_recorded(console: Console, edition: Edition, documents: Mapping[str, Document]) -> None:
    """One line a record of these documents, by kind; nothing where nothing is recorded."""
    told = records(_shown(edition, documents), edition.lineages)
    if not any(told.values()):
        return
    console.print("\nAlso recorded", style="bold")
    for kind, title in _TITLES.items():
        lines = dict.fromkeys(_line(record) for record in sorted(told[kind], key=_by_time))
        if lines:
            console.print(Text(f"  {title}", style="dim"))
        for line in lines:
            console.print(Text(f"    {line}"), soft_wrap=not console.is_terminal)


def print_records(
    console: Console, edition: Edition, kind: RecordKind, documents: Mapping[str, Document]
) -> None:
    """Every record of one kind, dated ones first, with who tells it, where and what opposes it."""
    found = records(_shown(edition), edition.lineages)[_KINDS[kind]]
    against = _contradicted(edition.register.contradictions)
    console.print(Text(f"{_TITLES[_KINDS[kind]].capitalize()}: {plural(len(found), 'record')}"))
    for record in sorted(found, key=_by_time):
        opposed = "  !" if any(c.claim_id in against for c in record.claims) else ""
        console.print(Text(f"  {_line(record)}{opposed}"), soft_wrap=not console.is_terminal)
        outlets = dict.fromkeys(_outlet(c, documents) for c in record.claims)
        words = f"    {', '.join(outlets)}  · {record.claims[0].claim_id}"
        console.print(Text(words, style="dim"), soft_wrap=not console.is_terminal)


def print_what_is_recorded(console: Console, edition: Edition) -> None:
    """One line on how much is recorded besides casualties, and how to print it."""
    found = records(_shown(edition), edition.lineages)
    told = [plural(len(found[kind]), noun) for kind, noun in _NOUNS.items() if found[kind]]
    if told:
        console.print(
            f"Also recorded: {', '.join(told)}. To print them: --kind meetings, and so on.",
            style="dim",
            markup=False,
        )


def _shown(edition: Edition, documents: Mapping[str, Document] | None = None) -> list[Claim]:
    return [
        c for c in edition.claims()
        if (documents is None or c.document_id in documents) and not edition.withholds(c)
    ]  # fmt: skip


def _contradicted(found: Iterable[Contradiction]) -> frozenset[str]:
    return frozenset(s.claim_id for one in found for s in one.sides if s.claim_id)


def _line(record: Record) -> str:
    line = record_in_words(fullest(record.claims), " → ".join(record.course) or None)
    versions = len(record.claims) if record.claims[0].kind == "statement" else 1
    return line + (f"  ({versions} versions)" if versions > 1 else "")


def _by_time(record: Record) -> tuple[bool, str]:
    """Statements in the order of the text; of the rest, what is dated by its first day."""
    first = record.claims[0]
    if first.kind == "statement":
        return (False, "")
    return (first.when.start is None, str(first.when.start))


def _outlet(claim: Claim, documents: Mapping[str, Document]) -> str:
    document = documents.get(claim.document_id)
    return (document.publisher or document.source_id) if document else claim.document_id
