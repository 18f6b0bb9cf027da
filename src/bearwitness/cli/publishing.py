"""`publish`: a static site of a register."""

from __future__ import annotations

from pathlib import Path

from bearwitness.cli.console import moment, plural, say
from bearwitness.cli.exporting import made


def publish(
    folder: Path,
    site: Path,
    as_of: str | None,
    store: str | None,
    *,
    profile: str = "public",
    blur: bool = False,
    title: str = "Register of incidents",
) -> None:
    """Write the site and say where.

    Raises:
        UsageError: there is no such profile, or the folder holds other things than a site.
        StoreError: the register cannot be read, or a file not be written.
    """
    from bearwitness.pipeline import rebuild
    from bearwitness.publish.profiles import for_readers
    from bearwitness.publish.site import publish_site
    from bearwitness.store import Store

    then = moment(as_of)
    with Store.open(store or folder, create=False) as opened:
        edition = for_readers(rebuild(opened, then), profile, blur=blur)
        files = publish_site(edition, made(site), title)
    print(site / "index.html")
    say(f"{plural(len(files), 'file')} in {site}; open index.html, no server is needed")
