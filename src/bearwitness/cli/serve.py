"""`serve` and `serve-admin`: the desk in a browser, and its first account."""

from __future__ import annotations

import sys
from getpass import getpass
from pathlib import Path

from bearwitness.errors import UsageError


def serve(
    folder: Path, *, host: str, port: int, anonymous: bool, https: bool, store: str | None
) -> None:
    """Serve the desk until interrupted.

    Raises:
        StoreError: the folder holds no register.
    """
    import uvicorn

    from bearwitness.web import Settings, create_app

    app = create_app(Settings(folder, store, anonymous=anonymous, secure=https))
    print(f"The desk is at http://{host}:{port}/  (stop it with Ctrl-C)", file=sys.stderr)
    if not app.state.desk.accounts.has_admin():
        print(
            "Nobody can sign in yet; the first account is made with: "
            f"bearwitness serve-admin {folder} NAME",
            file=sys.stderr,
        )
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


def make_admin(folder: Path, name: str, password: str | None) -> None:
    """Make an account with the role of admin.

    Args:
        folder: of the register.
        name: the person's.
        password: None to ask for it (or read a line, where nobody sits at the terminal).

    Raises:
        UsageError: name or password will not do.
    """
    from bearwitness.web.accounts import Accounts

    if not folder.is_dir():
        raise UsageError(f"there is no folder {folder}")
    if password is None:
        password = (
            getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        )
    Accounts(folder).add(name, "admin", password)
    print(f"{name} can sign in and administer the desk over {folder}")
