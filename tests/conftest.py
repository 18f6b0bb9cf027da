"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine must not fail a test: none asserts a duration.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def examples(repository: Path) -> Path:
    """The example reports written for this project."""
    return repository / "examples" / "raqqa-2014"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The texts with known answers: third-party, so kept beside the checkout and never in it."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        pytest.skip("needs ../shared (annotated third-party texts, not part of the repository)")
    return path
