"""The places that a register knows beside the gazetteer's: kept with it, for every later run."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from bearwitness.errors import DataError

FOLDER = "gazetteer"


def kept_places(register: Path, added: Sequence[Path]) -> tuple[Path, ...]:
    """Copy files of places into the register's folder; returns all that lie there, sorted.

    A file of the same name is replaced. Of another register, the incidents are kept, under its
    folder's name.

    Args:
        register: folder of the register.
        added: files and folders as `gazetteer_extra.place_files` takes them.

    Raises:
        DataError: one cannot be read as places, or cannot be copied.
    """
    from bearwitness.adapters.gazetteer_extra import place_files

    own = register / FOLDER
    for path in added:
        for file in place_files(path):
            is_register = file.name == "incidents.jsonl" and path.is_dir()
            name = f"{path.resolve().name}-{file.name}" if is_register else file.name
            try:
                own.mkdir(exist_ok=True)
                if not (own / name).exists() or not file.samefile(own / name):
                    shutil.copyfile(file, own / name)
            except OSError as error:
                raise DataError(f"{file} cannot be kept in {own}: {error.strerror}") from error
    if not own.is_dir() or not any(own.iterdir()):
        return ()
    return tuple(place_files(own))
