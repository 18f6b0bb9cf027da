"""A desk served on this machine, and a real browser to work with."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from bearwitness.pipeline import run
from bearwitness.web import Settings, create_app

PASSWORD = "a long enough password"
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not found:
        pytest.skip("needs chromium (Debian's package of that name)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield made
        made.close()


@pytest.fixture(scope="session")
def address(
    browser: Any, tmp_path_factory: pytest.TempPathFactory, examples: Path
) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("desk")
    control = Path(__file__).parents[1] / "web" / "control_reports.jsonl"
    run([examples, control], folder, jobs=1)
    app = create_app(Settings(folder, anonymous=True))
    for name, role in (("A. Recorder", "recorder"), ("A. Lead", "admin")):
        app.state.desk.accounts.add(name, role, PASSWORD)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """A page that fails the test where a script fails, or anything outside is asked for."""
    context = browser.new_context(base_url=address, viewport={"width": 1200, "height": 800})
    made = context.new_page()
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda m: wrong.append(m.text) if "Content Security" in m.text else None)
    made.on(
        "request",
        lambda r: None if r.url.startswith((address, "blob:", "data:")) else wrong.append(r.url),
    )
    yield made
    context.close()
    assert wrong == []


def sign_in(page: Any, name: str = "A. Recorder") -> None:
    page.goto("/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")
