"""Accounts, sessions and readers' messages: what the desk keeps for itself.

Passwords are kept as argon2id hashes, session tokens as SHA-256. Messages from readers wait here,
apart from the store, until a person takes them in.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import sha256
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bearwitness.errors import UsageError
from bearwitness.web.database import Database, Rows, connect

FILE_NAME = "desk.sqlite"
ROLES = ("viewer", "recorder", "lead", "admin")
MIN_PASSWORD = 12
MAX_PASSWORD = 200
_VERDICT = (
    "(SELECT d.verdict FROM decisions AS d WHERE d.message = m.number "
    "ORDER BY d.number DESC LIMIT 1)"
)
_SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS people (
  name TEXT PRIMARY KEY COLLATE NOCASE, role TEXT NOT NULL, password TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1, made_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS sessions (
  digest TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES people (name), until TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS attempts (kind TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS attempts_who ON attempts (kind, who, at);
CREATE TABLE IF NOT EXISTS messages (
  number INTEGER PRIMARY KEY, sent_at TEXT NOT NULL, incident_id TEXT, kind TEXT NOT NULL,
  body TEXT NOT NULL, contact TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS decisions (
  number INTEGER PRIMARY KEY, message INTEGER NOT NULL REFERENCES messages (number),
  verdict TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS seen (
  number INTEGER PRIMARY KEY, incident_id TEXT NOT NULL, claims_digest TEXT NOT NULL,
  at TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in."""

    name: str
    role: str

    def may(self, role: str) -> bool:
        """Whether this person's role is that one or a higher."""
        return ROLES.index(self.role) >= ROLES.index(role)


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()


@cache
def _decoy() -> str:
    return _hasher().hash(secrets.token_hex(16))


class Accounts:
    """The desk's own database."""

    def __init__(self, folder: Path) -> None:
        path = folder / FILE_NAME
        made = connect(path)
        path.chmod(0o600)
        made.executescript(_SCHEMA)
        made.execute(
            "INSERT OR IGNORE INTO secrets VALUES ('forms', ?)", (secrets.token_bytes(32),)
        )
        made.close()
        self.database = Database(path)
        row = self.database.one("SELECT value FROM secrets WHERE name = 'forms'")
        self.secret: bytes = bytes(row["value"]) if row else b""

    # -- people

    def add(self, name: str, role: str, password: str) -> None:
        """Make an account, or give an existing one a new role and password.

        Raises:
            UsageError: the role is unknown, or the name or password will not do.
        """
        name = name.strip()
        if role not in ROLES:
            raise UsageError(f"no role {role!r}; there are {', '.join(ROLES)}")
        if not 1 <= len(name) <= 60 or not name.isprintable():
            raise UsageError("a name has 1 to 60 printable characters")
        if not MIN_PASSWORD <= len(password) <= MAX_PASSWORD:
            raise UsageError(f"a password has {MIN_PASSWORD} to {MAX_PASSWORD} characters")
        hashed = _hasher().hash(password)
        with self.database.lock:
            self.database.connection().execute(
                "INSERT INTO people VALUES (?, ?, ?, 1, ?) ON CONFLICT (name) DO UPDATE SET "
                "role = excluded.role, password = excluded.password, active = 1",
                (name, role, hashed, _now()),
            )
            self.end_sessions(name)

    def set_active(self, name: str, active: bool) -> None:
        """Let an account in, or keep it out and end its sessions."""
        query = "UPDATE people SET active = ? WHERE name = ?"
        self.database.connection().execute(query, (int(active), name))
        if not active:
            self.end_sessions(name)

    def people(self) -> Rows:
        """All accounts."""
        return self.database.all("SELECT name, role, active, made_at FROM people ORDER BY name")

    def has_admin(self) -> bool:
        """Whether anybody can administer the desk."""
        query = "SELECT 1 FROM people WHERE role = 'admin' AND active = 1"
        return self.database.one(query) is not None

    # -- sessions

    def sign_in(self, name: str, password: str, hours: int) -> str | None:
        """A new session's token, or None where name or password is wrong."""
        query = "SELECT name, password FROM people WHERE name = ? AND active = 1"
        row = self.database.one(query, (name.strip(),))
        # An unknown name takes as long as a wrong password, so that names cannot be found out.
        try:
            _hasher().verify(row["password"] if row else _decoy(), password[:MAX_PASSWORD])
        except (VerificationError, InvalidHashError):
            return None
        if row is None:
            return None
        token = secrets.token_urlsafe(32)
        until = (datetime.now(UTC) + timedelta(hours=hours)).isoformat()
        connection = self.database.connection()
        connection.execute("DELETE FROM sessions WHERE until < ?", (_now(),))
        connection.execute("INSERT INTO sessions VALUES (?, ?, ?)", (_digest(token), row[0], until))
        return token

    def person(self, token: str) -> Person | None:
        """Who a token signs in."""
        row = self.database.one(
            "SELECT p.name, p.role FROM sessions AS s JOIN people AS p ON p.name = s.name "
            "WHERE s.digest = ? AND s.until > ? AND p.active = 1",
            (_digest(token), _now()),
        )
        return Person(row["name"], row["role"]) if row else None

    def sign_out(self, token: str) -> None:
        """End one session."""
        query = "DELETE FROM sessions WHERE digest = ?"
        self.database.connection().execute(query, (_digest(token),))

    def end_sessions(self, name: str) -> None:
        """End all sessions of a person."""
        self.database.connection().execute("DELETE FROM sessions WHERE name = ?", (name,))

    # -- limits

    def allow(self, kind: str, who: str, an_hour: int) -> bool:
        """Count an attempt, and say whether it is within what an hour allows."""
        since = (datetime.now(UTC) - timedelta(hours=1)).isoformat()
        key = sha256(self.secret + who.encode()).hexdigest()  # addresses are not kept readable
        with self.database.lock:
            connection = self.database.connection()
            connection.execute("DELETE FROM attempts WHERE at < ?", (since,))
            row = self.database.one(
                "SELECT count(*) AS n FROM attempts WHERE kind = ? AND who = ?", (kind, key)
            )
            if row is not None and row["n"] >= an_hour:
                return False
            connection.execute("INSERT INTO attempts VALUES (?, ?, ?)", (kind, key, _now()))
        return True

    # -- readers' messages

    def tell(self, incident_id: str | None, kind: str, body: str, contact: str) -> int:
        """Keep a reader's message until a person decides on it."""
        made = self.database.connection().execute(
            "INSERT INTO messages (sent_at, incident_id, kind, body, contact) VALUES (?,?,?,?,?)",
            (_now(), incident_id, kind, body, contact),
        )
        return int(made.lastrowid or 0)

    def waiting(self) -> Rows:
        """Messages on which nobody decided, or whose decision was taken back; oldest first."""
        return self.database.all(
            f"SELECT m.* FROM messages AS m WHERE coalesce({_VERDICT}, 'reopened') = 'reopened' "
            "ORDER BY m.number LIMIT 200"
        )

    def decided(self) -> Rows:
        """Messages decided on, with the last verdict, who gave it, when and why; newest first."""
        return self.database.all(
            "SELECT m.number, m.incident_id, m.kind, m.body, d.verdict, d.by, d.at, d.why "
            "FROM messages AS m JOIN decisions AS d ON d.number = "
            "(SELECT max(number) FROM decisions WHERE message = m.number) "
            "WHERE d.verdict <> 'reopened' ORDER BY d.number DESC LIMIT 100"
        )

    def message(self, number: int) -> dict[str, str] | None:
        """One message that still waits."""
        return next((dict(m) for m in self.waiting() if m["number"] == number), None)

    def decide(self, number: int, verdict: str, by: str, why: str) -> bool:
        """Record a decision on a waiting message; False where somebody was quicker."""
        return self._add_decision(number, verdict, by, why, "= 'reopened'")

    def reopen(self, number: int, by: str, why: str) -> bool:
        """Let a message wait again; False where it waits already."""
        return self._add_decision(number, "reopened", by, why, "<> 'reopened'")

    def _add_decision(self, number: int, verdict: str, by: str, why: str, when: str) -> bool:
        made = self.database.connection().execute(
            "INSERT INTO decisions (message, verdict, by, at, why) SELECT m.number, ?, ?, ?, ? "
            f"FROM messages AS m WHERE m.number = ? AND coalesce({_VERDICT}, 'reopened') {when}",
            (verdict, by, _now(), why, number),
        )
        return made.rowcount == 1

    # -- what a person had before them when they acted

    def saw(self, incident_id: str, claims_digest: str) -> None:
        """Remember which claims an incident had when a person acted on it."""
        self.database.connection().execute(
            "INSERT INTO seen (incident_id, claims_digest, at) VALUES (?, ?, ?)",
            (incident_id, claims_digest, _now()),
        )

    def seen(self) -> dict[str, str]:
        """Incident id to the digest of its claims when a person last acted."""
        rows = self.database.all("SELECT incident_id, claims_digest FROM seen ORDER BY number")
        return {row["incident_id"]: row["claims_digest"] for row in rows}


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat()
