"""The interface for programs keeps its promises under any request its description allows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from bearwitness.web import Settings, create_app


@pytest.fixture(scope="module")
def described(made_register: Path, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("interface") / "register"
    shutil.copytree(made_register, folder)
    app = create_app(Settings(folder, anonymous=True))
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app)
    app.state.desk.close()


def test_no_request_breaks_the_interface(described):
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()

        @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case):
            assert case.call().status_code < 500, case

        ask()
        asked += 1
    assert asked >= 9
