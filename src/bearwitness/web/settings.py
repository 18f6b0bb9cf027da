"""What the person who starts the desk decides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_MEBI = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one desk.

    Attributes:
        folder: of the register, as made by a run.
        store: database address, where the store is not SQLite in the folder.
        anonymous: who is not signed in may read the register.
        secure: cookies are sent over HTTPS only.
        upload: bytes one upload may have, all its files together.
        unpacked: bytes one compressed upload may unpack to.
        form: bytes any other form may have.
        session_hours: how long a sign-in lasts.
        tells_an_hour: messages one address may send an hour.
        tries_an_hour: wrong passwords one address may give an hour.
    """

    folder: Path
    store: str | None = None
    anonymous: bool = False
    secure: bool = False
    upload: int = 32 * _MEBI
    unpacked: int = 128 * _MEBI
    form: int = 256 * 1024
    session_hours: int = 12
    tells_an_hour: int = 5
    tries_an_hour: int = 20
