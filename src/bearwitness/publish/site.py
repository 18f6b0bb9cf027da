"""A static site of the register: opens from a disk, asks nothing of anywhere.

Pages carry their style and script within themselves, under a content security policy that allows
just these, by their digests.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

import orjson
from jinja2 import Environment, PackageLoader, StrictUndefined

from bearwitness.errors import UsageError
from bearwitness.publish.changes import Told, compare, in_words, state_of
from bearwitness.publish.edition import Edition
from bearwitness.publish.formats import FORMATS, export_to
from bearwitness.publish.lookup import Lookup
from bearwitness.publish.site_index import pages
from bearwitness.publish.site_pages import IncidentPages, codebook
from bearwitness.publish.writing import whole_file

MANIFEST, HISTORY = "manifest.json", "history.json"
_NO_DAY = "1970-01-01"  # Atom asks for a moment: a report without a day has none to give


def publish_site(
    edition: Edition, folder: Path, title: str = "Register of incidents"
) -> list[Path]:
    """Write the site; an earlier one there is taken down first, file by file.

    Args:
        edition: what may be seen, from `profiles.for_readers`.
        folder: an empty or new folder, or one that holds an earlier site.
        title: of the site.

    Returns:
        All files.

    Raises:
        UsageError: the folder holds other things.
        StoreError: a file cannot be written.
    """
    history = _take_down(folder, edition)
    lookup = Lookup(edition)
    told = in_words(history["publications"], edition, lookup)
    site = _Site(folder, title)
    for name, template, shown in pages(edition, lookup):
        site.page(name, template, "../" if "/" in name else "", **shown)
    teller = IncidentPages(edition, lookup, told)
    for entry in edition.entries():
        name = f"incidents/{entry.incident_id}.html"
        site.page(name, "incident.html", "../", **teller.page(entry))
    site.page("codebook.html", "codebook.html", body=codebook())
    site.page("changes.html", "changes.html", changes=told)
    site.write("feed.xml", _feed(told, title))
    downloads = _downloads(edition, folder, site)
    site.page("downloads.html", "downloads.html", downloads=downloads)
    site.write(HISTORY, orjson.dumps(history, option=orjson.OPT_SORT_KEYS))
    site.manifest()
    return sorted(site.files)


class _Site:
    """The files as they are written."""

    def __init__(self, folder: Path, title: str) -> None:
        self.folder = folder
        self.files: list[Path] = []
        self._title = title
        self._pages = _environment()
        self._style, self._script = _static("site.css"), _static("site.js")
        self._policy = (
            f"default-src 'none'; style-src '{_digest(self._style)}'; "
            f"script-src '{_digest(self._script)}'; base-uri 'none'; form-action 'none'"
        )

    def page(self, name: str, template: str, root: str = "", **told: Any) -> None:
        """A page from its template."""
        text = self._pages.get_template(template).render(
            site=self._title,
            root=root,
            page=name,
            policy=self._policy,
            style=self._style,
            script=self._script,
            **told,
        )
        self.write(name, text.encode())

    def write(self, name: str, raw: bytes) -> None:
        """A file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # The manifest, written last, tells whether a site is whole: no page waits for the disk.
        with whole_file(path, wait=name == MANIFEST) as out:
            out.write(raw)
        self.files.append(path)

    def manifest(self) -> None:
        """Every file's size and SHA-256, for people and for `sha256sum --check`."""
        listed = [
            {"path": p.relative_to(self.folder).as_posix(), "bytes": len(raw), "sha256": _hex(raw)}
            for p in sorted(self.files)
            for raw in (p.read_bytes(),)
        ]
        lines = "".join(f"{file['sha256']}  {file['path']}\n" for file in listed)
        self.write("SHA256SUMS", lines.encode())
        made = {"made_by": "bearwitness", "files": listed}
        self.write(MANIFEST, orjson.dumps(made, option=orjson.OPT_INDENT_2) + b"\n")


@cache
def _static(name: str) -> str:
    return (resources.files("bearwitness.publish") / "static" / name).read_text("utf-8")


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("bearwitness.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _digest(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _hex(raw: bytes) -> str:
    return sha256(raw).hexdigest()


def _downloads(edition: Edition, folder: Path, site: _Site) -> list[dict[str, Any]]:
    found = []
    for name, meaning in FORMATS.items():
        place = folder / "downloads" / name
        place.mkdir(parents=True, exist_ok=True)
        files = export_to(name, edition, place)
        site.files += files
        told = [
            {"path": p.relative_to(folder).as_posix(), "name": p.name, "bytes": len(raw),
             "sha256": _hex(raw)}
            for p in files
            for raw in (p.read_bytes(),)
        ]  # fmt: skip
        found.append({"format": name, "meaning": meaning, "files": told})
    return found


def _take_down(folder: Path, edition: Edition) -> dict[str, Any]:
    """Remove an earlier site and give its history, with what changes now."""
    now = state_of(edition)
    publications: list[Any] = []
    if folder.is_dir() and any(folder.iterdir()):
        earlier = _read(folder / MANIFEST)
        if earlier.get("made_by") != "bearwitness":
            raise UsageError(f"{folder} holds other things than a site; name a new folder")
        before = _read(folder / HISTORY)
        publications = list(before.get("publications", ()))
        changes = compare(before.get("state", {}), now)
        if changes:
            publications.append(changes)
        for name in _listed(earlier):
            (folder / name).unlink(missing_ok=True)
        (folder / MANIFEST).unlink(missing_ok=True)
    shown = [[c for c in changes if c["incident"] in now] for changes in publications]
    return {"state": now, "publications": shown}


def _read(path: Path) -> Mapping[str, Any]:
    try:
        found = orjson.loads(path.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _listed(manifest: Mapping[str, Any]) -> Iterator[str]:
    """Files of an earlier site; a path that leads out of the folder is not believed."""
    for file in manifest.get("files", ()):
        name = str(file.get("path", ""))
        if name and not Path(name).is_absolute() and ".." not in Path(name).parts:
            yield name
    yield "SHA256SUMS"


def _feed(told: list[Told], title: str) -> bytes:
    newest = max((t.day for t in told if t.day), default=_NO_DAY)
    entries = []
    for change in told:
        words = f"{change.title}: {change.what}"
        why = f", because {change.why}" if change.why else ""
        key = sha256(f"{change.publication} {change.incident_id} {change.what}".encode())
        entries.append(
            {
                "id": f"urn:bearwitness:change:{key.hexdigest()[:16]}",
                "title": words,
                "summary": words + why,
                "link": f"incidents/{change.incident_id}.html",
                "updated": f"{change.day or _NO_DAY}T00:00:00Z",
            }
        )
    template = _environment().get_template("feed.xml")
    return template.render(site=title, updated=f"{newest}T00:00:00Z", entries=entries).encode()
