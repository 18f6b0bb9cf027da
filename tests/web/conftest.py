"""A desk over a small register, and people who use it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient

from bearwitness.pipeline import run
from bearwitness.web import Settings, accounts, create_app

PASSWORD = "a long enough password"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b onclick=x>"
_TOKEN = re.compile(r'name="csrf" value="([0-9a-f]{64})"')


@pytest.fixture(scope="session")
def made_register(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    folder = tmp_path_factory.mktemp("register")
    hostile = folder / "hostile.jsonl"
    record = {
        "id": "hostile",
        "title": f"Strike {HOSTILE}",
        "publisher": f"Outlet {HOSTILE}",
        "published_at": "2014-12-02",
        "text": "ALEPPO - An air strike on a market in Aleppo on Monday killed 11 civilians, "
        f"the {HOSTILE} news site said. The wounded were taken to a clinic.",
    }
    hostile.write_text(json.dumps(record), encoding="utf-8")
    run([examples, hostile], folder, jobs=1)
    hostile.unlink()
    return folder


@pytest.fixture(autouse=True)
def _quick_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are hashed at a fraction of the cost; the kind of hash is the same."""
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(accounts, "_hasher", lambda: quick)


@pytest.fixture
def folder(made_register: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_register, tmp_path / "register"))


class Visitor(TestClient):
    """A browser with cookies and no script."""

    def token(self, path: str = "/tell") -> str:
        found = _TOKEN.search(self.get(path).text)
        assert found is not None
        return found[1]

    def fill(self, path: str, **values: object):  # type: ignore[no-untyped-def]
        values.setdefault("csrf", self.token())
        return self.post(path, data=values, follow_redirects=False)


@pytest.fixture
def desk_app(folder: Path) -> Iterator[object]:
    app = create_app(Settings(folder, anonymous=True, tells_an_hour=3, upload=200_000))
    for role in ("viewer", "recorder", "lead", "admin"):
        app.state.desk.accounts.add(role, role, PASSWORD)
    app.state.desk.accounts.add("other", "recorder", PASSWORD)
    yield app
    app.state.desk.close()


@pytest.fixture
def visit(desk_app: object) -> Callable[..., Visitor]:
    """Makes a visitor, signed in under a name or not."""

    def make(name: str | None = None) -> Visitor:
        visitor = Visitor(desk_app)  # type: ignore[arg-type]
        if name:
            answer = visitor.fill("/sign-in", name=name, password=PASSWORD)
            assert answer.status_code == 303, answer.text
        return visitor

    return make


@pytest.fixture
def big(visit: Callable[..., Visitor]) -> dict:  # type: ignore[type-arg]
    """The incident with the most documents."""
    items = visit().get("/api/incidents").json()["items"]
    return max(items, key=lambda i: len(i["documents"]))
