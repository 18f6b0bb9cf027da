"""Reports added by hand: bounded, kept apart until read, and run one at a time."""

from __future__ import annotations

import gzip
import io
import lzma
import secrets
import shutil
import tempfile
import threading
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from bearwitness.errors import BearwitnessError, UsageError
from bearwitness.model.ids import digest
from bearwitness.pipeline import run
from bearwitness.web.desk import Desk

SUFFIXES = (
    ".jsonl.gz", ".warc.gz", ".txt", ".html", ".htm", ".jsonl", ".warc", ".xml", ".rss", ".atom",
)  # fmt: skip
MOST_FILES = 50
_CHUNK = 1 << 20


@dataclass(slots=True)
class Job:
    """One upload on its way into the register.

    Attributes:
        stage, done, total: how far it is.
        state: "waiting", "running", "done" or "failed".
        told: what to say at the end, line by line.
        changed: incidents that are new or not what they were: (id, title, "new" or "changed").
    """

    number: str
    by: str
    folder: Path
    stage: str = "waiting"
    done: int = 0
    total: int | None = None
    state: str = "waiting"
    told: list[str] = field(default_factory=list)
    changed: list[tuple[str, str, str]] = field(default_factory=list)


class Jobs:
    """The uploads of one desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._jobs: dict[str, Job] = {}
        self._one = threading.Lock()

    def get(self, number: str) -> Job | None:
        """A job by its number."""
        return self._jobs.get(number)

    def start(self, files: Sequence[tuple[str, bytes]], by: str) -> Job:
        """Take files in.

        Args:
            files: (name as the browser gave it, bytes).
            by: who sends them.

        Raises:
            UsageError: there are none or too many, or one is of no kind that is read, or unpacks
                to more than is allowed.
        """
        if not files:
            raise UsageError("choose at least one file, or paste a text")
        if len(files) > MOST_FILES:
            raise UsageError(f"at most {MOST_FILES} files at once")
        if sum(j.state in ("waiting", "running") for j in self._jobs.values()) >= 4:
            raise UsageError("four uploads are waiting already: try again in a while")
        for name, raw in files:
            _check(name, raw, self._desk.settings.unpacked)
        folder = Path(tempfile.mkdtemp(prefix="bearwitness-upload-"))
        for at, (name, raw) in enumerate(files):
            own = folder / f"{at:03}"
            own.mkdir()
            (own / safe_name(name)).write_bytes(raw)
        job = Job(secrets.token_urlsafe(12), by, folder)
        self._jobs[job.number] = job
        while len(self._jobs) > 200:
            self._jobs.pop(next(iter(self._jobs)))
        threading.Thread(target=self._work, args=(job,), daemon=True).start()
        return job

    def _work(self, job: Job) -> None:
        with self._one:
            job.state = "running"
            try:
                self._run(job)
                job.state = "done"
            except BearwitnessError as error:
                job.told.append(str(error).replace(str(job.folder), ""))
                job.state = "failed"
            except Exception:
                job.told.append("something went wrong; what was recorded before is unharmed")
                job.state = "failed"
                raise
            finally:
                shutil.rmtree(job.folder, ignore_errors=True)

    def _run(self, job: Job) -> None:
        desk = self._desk

        def progress(stage: str, done: int, total: int | None) -> None:
            job.stage, job.done, job.total = stage, done, total

        with desk.writing:
            before = self._digests()
            settings = desk.settings
            report = run(
                [job.folder], settings.folder, jobs=1, store=settings.store, progress=progress
            )
            progress("pages", 0, None)
            desk.rebuild()
            after = self._digests()
        job.told.append(f"{report.read} documents read, {report.new} new")
        job.told += [
            f"not read: {Path(e.source).name}{f', line {e.line}' if e.line else ''}: {e.reason}"
            for e in report.errors[:20]
        ]
        for key, (title, payload) in after.items():
            if key not in before:
                job.changed.append((key, title, "new"))
            elif before[key][1] != payload:
                job.changed.append((key, title, "changed"))

    def _digests(self) -> dict[str, tuple[str, str]]:
        rows = self._desk.index.all(
            "SELECT incident_id, title, payload FROM incidents JOIN wholes USING (number) "
            "WHERE superseded_by IS NULL"
        )
        return {r["incident_id"]: (r["title"], r["payload"]) for r in rows}


def suffix_of(name: str) -> str:
    """The kind of a file by its name.

    Raises:
        UsageError: none that is read.
    """
    low = name.lower()
    for suffix in SUFFIXES:
        if low.endswith(suffix):
            return suffix
    raise UsageError(f"a file of this kind is not read; these are: {' '.join(SUFFIXES)}")


def safe_name(name: str) -> str:
    """A name for the disk: letters, digits and few signs, no folder, the kind kept."""
    suffix = suffix_of(name)
    stem = name.replace("\\", "/").rsplit("/", 1)[-1][: -len(suffix)]
    clean = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "_" for c in stem)[:80]
    return (clean.strip("_") or "report") + suffix


def _check(name: str, raw: bytes, most: int) -> None:
    if not suffix_of(name).endswith(".gz"):
        return
    try:
        unpacked_size(raw, most)
    except (OSError, EOFError, zlib.error, lzma.LZMAError) as error:
        raise UsageError("a compressed file is damaged") from error


def unpacked_size(raw: bytes, most: int) -> int:
    """Bytes that gzip data unpacks to, found without keeping them.

    Raises:
        UsageError: more than is allowed.
    """
    size = 0
    with gzip.GzipFile(fileobj=io.BytesIO(raw)) as unpacked:
        while chunk := unpacked.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise UsageError("a compressed file unpacks to more than is allowed")
    return size


def pasted(text: str, about: dict[str, str]) -> tuple[str, bytes]:
    """A pasted text with what is known of it, as a file of one record.

    Raises:
        UsageError: there is no text.
    """
    text = text.replace("\r\n", "\n").replace("\0", "")
    if not text.strip():
        raise UsageError("the text is empty")
    record = {k: v.strip()[:500] for k, v in about.items() if v.strip()}
    record["text"] = text
    key = "pasted-" + digest(orjson.dumps(record, option=orjson.OPT_SORT_KEYS).decode())
    record["id"] = key
    return f"{key}.jsonl", orjson.dumps(record) + b"\n"
