"""Encodings are proven or declared; a guess is marked as one."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bearwitness.documents.encoding import UndecodableError, declared_charset, decode

FRENCH = (
    "Sept personnes ont été tuées près de la frontière, a déclaré le maire à la télévision. " * 4
)


def test_plain_utf8_needs_no_guess() -> None:
    found = decode(FRENCH.encode())
    assert (found.text, found.encoding, found.basis) == (FRENCH, "utf-8", "utf-8")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_decides(encoding: str) -> None:
    found = decode(FRENCH.encode(encoding))
    assert (found.text, found.basis) == (FRENCH, "mark")


def test_a_declared_charset_is_followed() -> None:
    found = decode(FRENCH.encode("cp1252"), "ISO-8859-1")
    assert (found.text, found.encoding, found.basis) == (FRENCH, "cp1252", "declared")


def test_a_declaration_that_the_bytes_contradict_is_noted() -> None:
    found = decode(FRENCH.encode(), "latin-1")
    assert found.text == FRENCH
    assert found.note is not None


def test_an_undeclared_old_encoding_is_marked_as_a_guess() -> None:
    found = decode(FRENCH.encode("cp1252"))
    assert found.basis == "guess"
    assert "tuées" in found.text


def test_binary_is_refused() -> None:
    with pytest.raises(UndecodableError):
        decode(bytes(range(256)) * 4)


def test_charsets_are_read_from_the_head() -> None:
    assert declared_charset(b'<meta charset="windows-1256">') == "windows-1256"
    assert declared_charset(b'<?xml version="1.0" encoding="koi8-r"?>') == "koi8-r"
    assert declared_charset(b"<p>none</p>") is None


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused(raw: bytes) -> None:
    with suppress(UndecodableError):
        assert "\x00" not in decode(raw).text
