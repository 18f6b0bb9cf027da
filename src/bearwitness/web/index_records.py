"""What is recorded besides casualties, laid out in the desk's index."""

from __future__ import annotations

import sqlite3

from bearwitness.publish.edition import Edition
from bearwitness.publish.wording import record_in_words
from bearwitness.register.records import Record, records


def fill_records(connection: sqlite3.Connection, edition: Edition) -> None:
    """One row a record, with its claims; dated ones by their first day.

    Args:
        connection: to an index that holds no records yet.
        edition: the register; what it withholds is laid out too, but not among the words that are
            searched.
    """
    against = {
        s.claim_id for one in edition.register.contradictions for s in one.sides if s.claim_id
    }
    by_kind = records(edition.claims(), edition.lineages)
    found = [(kind, record) for kind, of_kind in by_kind.items() for record in of_kind]
    for number, (kind, record) in enumerate(found, start=1):
        day = next((c.when.start for c in record.claims if c.when.start is not None), None)
        place = next((c.where.name for c in record.claims if c.where is not None), "")
        opposed = any(c.claim_id in against for c in record.claims)
        connection.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?)",
            (
                number,
                kind,
                day.isoformat() if day else None,
                place,
                " → ".join(record.course),
                int(opposed),
            ),
        )
        connection.execute(
            "INSERT INTO record_words (rowid, body) VALUES (?, ?)",
            (number, _searched(record, edition)),
        )
        connection.executemany(
            "INSERT INTO record_claims VALUES (?, ?, ?, ?)",
            [(number, at, c.claim_id, c.document_id) for at, c in enumerate(record.claims)],
        )
    connection.execute(
        "INSERT INTO record_counts SELECT kind, place, count(*) FROM records GROUP BY kind, place"
    )


def _searched(record: Record, edition: Edition) -> str:
    shown = [c for c in record.claims if not edition.withholds(c)]
    told = dict.fromkeys(words for c in shown for words in (record_in_words(c), c.sentence.quote))
    return "\n".join(told)
