"""Pictures of every screen of the desk, taken in a real browser over a register served here.

Without arguments it reads the example reports into a register of its own and puts the pictures of
the documentation under docs/screens; with --register it serves a copy of that one, and with --all
it takes each screen in light, dark and on a phone, whole pages long, for somebody to look at.

    python scripts/picture_desk.py [--register DIR] [--out docs/screens] [--all]
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import sync_playwright

from bearwitness.pipeline import run
from bearwitness.web import Settings, create_app

ROOT = Path(__file__).resolve().parents[1]
CONTROL = ROOT / "tests" / "web" / "control_reports.jsonl"  # places that change hands
ARGUMENTS = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
DESKTOP, PHONE = {"width": 1100, "height": 900}, {"width": 390, "height": 844}
PASSWORD = "made for the pictures alone"
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"viewport": DESKTOP},
    "dark": {"viewport": DESKTOP, "color_scheme": "dark"},
    "phone": {"viewport": PHONE},
}


@dataclass(frozen=True, slots=True)
class Screen:
    """One picture: its name, the address, where on the page to look, and when.

    Those that are `fresh` are taken before anybody has acted.
    """

    name: str
    address: str
    at: str = ""
    fresh: bool = False


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The desk over a register, with a lead and a recorder's account; gives its address."""
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
    app.state.desk.close()


def sign_in(page: Any) -> None:
    """Sign in as the lead."""
    page.goto("/sign-in")
    page.get_by_label("Name").fill("A. Lead")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/")


def act(page: Any, incident: str) -> None:
    """A morning's acts, so that history, notes and messages are there to be seen."""
    page.goto(f"/incidents/{incident}")
    page.locator("#act-field").select_option("killed.total")
    page.locator("#act-value").fill("95 96 99")
    page.locator("#act-why").fill("The hospital's list has one name more")
    page.locator("#act-form button[value=correct]").click()
    page.wait_for_selector(".badge.corrected")
    page.goto(f"/tell?incident={incident}")
    page.get_by_label("What should we know").fill("The second strike hit after people had come.")
    page.get_by_role("button", name="Send").click()


def screens(page: Any) -> list[Screen]:
    """All screens, over the incident that most documents tell of."""
    items = page.request.get("/api/incidents?per_page=200").json()["items"]
    big = max(items, key=lambda i: len(i["documents"]))
    other = next(i for i in items if i["incident_id"] != big["incident_id"])
    incident = f"/incidents/{big['incident_id']}"
    edited = _edited(page, big["dispatches"])
    return [
        Screen("register", "/", fresh=True),
        Screen("incident", incident, fresh=True),
        Screen("incident-development", incident, "#dev-h"),
        Screen("incident-sources", incident, "#src-h"),
        Screen("incident-decide", incident, "#work-h"),
        Screen("merge", f"{incident}/merge?other={other['incident_id']}"),
        Screen("before", f"{incident}/before"),
        Screen("document", f"/documents/{edited['from']}"),
        Screen("versions", f"/versions?earlier={edited['from']}&later={edited['to']}"),
        Screen("inbox", "/inbox"),
        Screen("tolls", "/tolls"),
        Screen("control", "/control"),
        Screen("recorded", "/recorded?kind=statement"),
        Screen("people", "/people"),
        Screen("add", "/add"),
        Screen("tell", "/tell"),
        Screen("sign-in", "/sign-in"),
    ]


def _edited(page: Any, dispatches: list[str]) -> dict[str, Any]:
    """Two versions of one dispatch, if there are any with an edited sentence."""
    relations: list[dict[str, Any]] = []
    for key in dispatches:
        relations += page.request.get(f"/api/dispatches/{key}").json()["relations"]
    edited = (r for r in relations if any(s["change"] == "edited" for s in r["sentences"]))
    return next(edited, relations[0])


def take(page: Any, screen: Screen, path: Path, whole: bool) -> None:
    """One picture."""
    page.goto(screen.address)
    if page.locator("#map").count():
        page.wait_for_selector("#map[data-ready]", timeout=60_000)
    if screen.at and page.locator(screen.at).count():
        page.evaluate("at => document.querySelector(at).scrollIntoView()", screen.at)
    page.screenshot(path=str(path), full_page=whole)


def main() -> None:
    """Serve, look, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--register", type=Path)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screens")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name) / "register"
        if options.register:
            shutil.copytree(options.register, folder)
        else:
            run([ROOT / "examples" / "raqqa-2014", CONTROL], folder, jobs=1)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with served(folder) as address:
            wanted: list[Screen] = []
            for look, how in LOOKS.items():
                context = browser.new_context(base_url=address, **how)
                page = context.new_page()
                sign_in(page)
                if not wanted:
                    wanted = screens(page)
                    for screen in wanted:
                        if screen.fresh and not options.all:
                            take(page, screen, options.out / f"{screen.name}.png", False)
                    incident = next(s for s in wanted if s.name == "incident")
                    act(page, incident.address.rsplit("/", 1)[-1])
                for screen in wanted:
                    if options.all and not screen.at:
                        take(page, screen, options.out / f"{look}-{screen.name}.png", True)
                    elif look == "light" and not (options.all or screen.fresh):
                        take(page, screen, options.out / f"{screen.name}.png", False)
                context.close()
            if not options.all:
                context = browser.new_context(base_url=address, viewport=PHONE, color_scheme="dark")
                take(context.new_page(), Screen("phone", "/"), options.out / "phone.png", False)
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
