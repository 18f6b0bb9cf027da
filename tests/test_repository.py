"""The repository holds what it promises: pins, sizes, no addresses, and help for every command."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from bearwitness import __version__

MAX_LINES = 600
BINARY = {".gz", ".warc", ".png", ".npz", ".parquet", ".woff2", ".pbf"}
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>[^\s\\;]+)")
# Spelt in pieces, so that this file does not hold what it looks for.
PACKAGE_HOSTS = re.compile(
    "|".join(
        re.escape(host)
        for host in (
            "pypi" + ".org",
            "python" + "hosted.org",
            "registry." + "npmjs",
            "registry." + "yarnpkg",
            "deb." + "debian.org",
            "--index" + "-url",
            "--extra-index" + "-url",
            "--find" + "-links",
            "--trusted" + "-host",
        )
    ),
    re.IGNORECASE,
)
MACHINE_PATHS = re.compile(r"(?<![\w.:/~{}<-])/(?:" + "work|root|home|Users|opt" + r")/\w")


def tracked(root: Path) -> list[Path]:
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("needs a git checkout")
    paths = (root / name for name in listed.decode().split("\0") if name)
    return [path for path in paths if path.is_file()]


def tracked_lines(root: Path) -> list[tuple[str, int, str]]:
    return [
        (str(path.relative_to(root)), number, line)
        for path in tracked(root)
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
    ]


def pins(path: Path) -> dict[str, list[str]]:
    """Each requirement of a pinned file with the options that follow it."""
    found: dict[str, list[str]] = {}
    for logical in path.read_text("utf-8").replace("\\\n", " ").splitlines():
        line = logical.strip()
        if not line or line.startswith("#"):
            continue
        match = PIN.match(line)
        assert match, f"{path.name}: not pinned to one version: {line[:80]}"
        found[match["name"]] = re.findall(r"--hash=sha256:[0-9a-f]{64}\b", line)
    return found


def test_no_tracked_file_names_a_package_host(repository: Path) -> None:
    hits = [
        f"{name}:{number}"
        for name, number, line in tracked_lines(repository)
        if PACKAGE_HOSTS.search(line)
    ]
    assert not hits


def test_no_tracked_file_names_a_path_of_one_machine(repository: Path) -> None:
    hits = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, number, line in tracked_lines(repository)
        if MACHINE_PATHS.search(line)
    ]
    assert not hits


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_with_hashes(repository: Path, name: str) -> None:
    bare = [package for package, hashes in pins(repository / name).items() if not hashes]
    assert not bare


def test_development_pins_agree_with_runtime_pins(repository: Path) -> None:
    runtime, dev = (
        pins(repository / name) for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert {name: runtime[name] for name in runtime} == {name: dev.get(name) for name in runtime}


def test_training_libraries_are_never_installed_with_the_package(repository: Path) -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        assert not {"torch", "transformers"} & pins(repository / name).keys()


def test_lock_files_record_no_download_addresses(repository: Path) -> None:
    for path in tracked(repository):
        if path.name == "package-lock.json":
            assert '"resolved"' not in path.read_text("utf-8")


def test_python_files_stay_short(repository: Path) -> None:
    long = {
        str(path.relative_to(repository)): count
        for path in tracked(repository)
        if path.suffix == ".py" and (count := len(path.read_text("utf-8").splitlines())) > MAX_LINES
    }
    assert not long


def test_the_version_is_told_once(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]
    assert "version" in project["dynamic"]
    assert f'version: "{__version__}"' in (repository / "CITATION.cff").read_text("utf-8")


def test_shipped_and_adapted_data_is_credited(repository: Path) -> None:
    notice = (repository / "NOTICE").read_text("utf-8")
    for owner in ("GeoNames", "Natural Earth", "Gleditsch", "ACLED"):
        assert owner in notice


def test_example_records_are_well_formed(examples: Path) -> None:
    for line in (examples / "14-records.jsonl").read_text("utf-8").splitlines():
        assert {"id", "text"} <= json.loads(line).keys()


def test_every_example_file_is_described(repository: Path, examples: Path) -> None:
    told = (repository / "examples" / "README.md").read_text("utf-8")
    assert [path.name for path in sorted(examples.iterdir()) if path.name not in told] == []


def test_every_decision_is_numbered_and_linked(repository: Path) -> None:
    folder = repository / "docs" / "decisions"
    names = sorted(path.name for path in folder.glob("*.md") if path.name != "README.md")
    numbers = [name[:4] for name in names]
    linked = (folder / "README.md").read_text("utf-8")
    assert all(re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", name) for name in names)
    assert len(numbers) == len(set(numbers))
    assert [name for name in names if f"]({name})" not in linked] == []


@pytest.mark.parametrize("pattern", ["README.md", "docs/**/*.md", "examples/*.md"])
def test_links_between_documents_resolve(repository: Path, pattern: str) -> None:
    broken = []
    for path in sorted(repository.glob(pattern)):
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8")):
            if not (path.parent / target).exists():
                broken.append(f"{path.relative_to(repository)} -> {target}")
    assert not broken


def commands() -> dict[str, Any]:
    if find_spec("bearwitness.cli") is None:
        return {}
    from typer.main import get_command

    root = get_command(import_module("bearwitness.cli.app").app)
    found: dict[str, Any] = {"": root}
    for name, command in getattr(root, "commands", {}).items():
        found[name] = command
        for inner in getattr(command, "commands", {}):
            found[f"{name} {inner}"] = command.commands[inner]
    return found


@pytest.mark.parametrize("name", list(commands()))
def test_every_command_tells_what_it_does(name: str) -> None:
    from typer.testing import CliRunner

    result = CliRunner().invoke(import_module("bearwitness.cli.app").app, [*name.split(), "--help"])
    assert result.exit_code == 0, result.output
    assert "Usage:" in result.output


@pytest.mark.parametrize("name", [name for name in commands() if name])
def test_every_command_is_in_the_documentation(repository: Path, name: str) -> None:
    texts = [repository / "README.md", *sorted((repository / "docs").glob("**/*.md"))]
    assert any(f"bearwitness {name}" in text.read_text("utf-8") for text in texts)
