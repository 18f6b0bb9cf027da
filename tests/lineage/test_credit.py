"""Outlets that a report names as its source."""

from __future__ import annotations

import pytest
from tests.lineage.conftest import MakeDocument

from bearwitness.lineage.credit import is_outlet, outlets_named, same_outlet


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A nurse told the Harbour Gazette that nobody came.", ("Harbour Gazette",)),
        ("Three boats sank, the Island Tribune reported.", ("Island Tribune",)),
        ("The pier is closed, local station KXQZ reported Sunday.", ("KXQZ",)),
        ("He sold the Island Tribune at the station for years.", ()),
        ("A guard told The Associated Press that he ran.", ()),
    ],
)
def test_outlet_counts_only_where_it_is_given_as_a_source(text: str, names: tuple[str]) -> None:
    assert outlets_named(text) == names


def test_outlet_is_known_by_its_address_or_publisher(make: MakeDocument) -> None:
    archived = "http://archive.example/web/2016/http://www.hgazette.example/a"
    assert is_outlet("Harbour Gazette", make("a", "x", url=archived))
    assert is_outlet("the Harbour Gazette", make("a", "x", publisher="The Harbour Gazette"))
    assert not is_outlet("Island Tribune", make("a", "x", url=archived))


def test_same_outlet_goes_by_host_before_publisher(make: MakeDocument) -> None:
    a = make("a", "x", url="https://www.gazette.example/1", publisher="Gazette")
    b = make("b", "x", url="http://gazette.example/2", publisher="The Gazette")
    assert same_outlet(a, b)
    assert not same_outlet(make("a", "x"), make("b", "x"))
