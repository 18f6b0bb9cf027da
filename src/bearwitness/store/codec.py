"""The model's frozen dataclasses to plain JSON values and back, by their type hints alone.

A field is left out where it is empty and empty is its default, so that rows stay small. Spans
are written as ``[start, end, quote]`` and rebuilt against the document's text: a stored span
that no longer quotes raises `MisquoteError`. A union of dataclasses is told apart by the key
``"is"``. A key that the model does not know was written by a newer version and is refused.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, cast

import orjson

from bearwitness.errors import StoreError, StoreVersionError
from bearwitness.model.span import Span

T = TypeVar("T")
SpanText = Callable[[str], str]
"""Given the name of the field that holds a span, the text it quotes."""

_Encode = Callable[[Any], Any]
_Decode = Callable[[Any, SpanText, str], Any]
_PLAIN = (str, int, float, bool, types.NoneType, object)


def to_plain(value: object) -> Any:
    """One dataclass as dicts, lists, strings and numbers."""
    return _encoder(cast(Any, type(value)))(value)


def to_json(value: object) -> str:
    """One dataclass as JSON text."""
    return orjson.dumps(to_plain(value)).decode()


def from_plain(kind: type[T], plain: Any, span_text: SpanText | str = "") -> T:
    """The dataclass that `to_plain` made.

    Args:
        kind: the dataclass.
        plain: what `to_plain` returned.
        span_text: the text that spans quote, or a function from field name to text.

    Raises:
        MisquoteError: a stored span does not quote the text.
        StoreError: the values do not fit the dataclass.
    """
    look_up = _always(span_text) if isinstance(span_text, str) else span_text
    try:
        return cast(T, _decoder(cast(Any, kind))(plain, look_up, ""))
    except (TypeError, KeyError, AttributeError, IndexError) as error:
        raise StoreError(f"a stored {kind.__name__} is damaged: {error}") from error


def from_json(kind: type[T], raw: str, span_text: SpanText | str = "") -> T:
    """The dataclass that `to_json` wrote; see `from_plain`."""
    try:
        plain = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise StoreError(f"a stored {kind.__name__} is no JSON: {error}") from error
    return from_plain(kind, plain, span_text)


def _always(text: str) -> SpanText:
    return lambda _field: text


@cache
def _encoder(kind: Any) -> _Encode:
    if kind is Span:
        return lambda v: (v.start, v.end, v.quote)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_encoder(kind)
    if kind in (date, datetime):
        return lambda v: v.isoformat()
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if kind in _PLAIN or origin is Literal:
        return lambda v: v
    if origin is tuple:
        return _tuple_encoder(args)
    if origin in (Mapping, dict):
        item = _encoder(args[1])
        return lambda v: {k: item(v[k]) for k in sorted(v)}
    if origin in (typing.Union, types.UnionType):
        return _union_encoder(args)
    raise TypeError(f"the codec knows no way to write {kind!r}")


def _dataclass_encoder(kind: type) -> _Encode:
    hints = typing.get_type_hints(kind)
    fields: list[tuple[str, _Encode | None, Any]] = []
    for field in dataclasses.fields(kind):
        hint = hints[field.name]
        plain = hint in _PLAIN or typing.get_origin(hint) is Literal
        fields.append((field.name, None if plain else _encoder(hint), _empty_default(field)))

    def encode(value: Any) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for name, inner, empty in fields:
            got = getattr(value, name)
            # Zero equals False, so the kind is compared too.
            if got is empty or (got == empty and type(got) is type(empty)):
                continue
            out[name] = got if inner is None else inner(got)
        return out

    return encode


def _empty_default(field: dataclasses.Field[Any]) -> Any:
    """The default that need not be written, or a value that equals no other."""
    default = field.default
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    empty = default is None or default is False or default in ((), {})
    return default if empty else object()


def _tuple_encoder(args: tuple[Any, ...]) -> _Encode:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _encoder(args[0])
        return lambda v: [item(x) for x in v]
    items = [_encoder(a) for a in args]
    return lambda v: [enc(x) for enc, x in zip(items, v, strict=True)]


def _union_encoder(args: tuple[Any, ...]) -> _Encode:
    members = [a for a in args if a is not types.NoneType]
    if len(members) == 1:
        only = _encoder(members[0])
        return lambda v: None if v is None else only(v)
    if not all(dataclasses.is_dataclass(m) for m in members):
        return lambda v: v
    table = {m: (m.__name__, _encoder(m)) for m in members}

    def encode(value: Any) -> Any:
        if value is None:
            return None
        name, inner = table[type(value)]
        return {"is": name, **inner(value)}

    return encode


@cache
def _decoder(kind: Any) -> _Decode:
    if kind is Span:
        return lambda v, text, field: Span(v[0], v[1], v[2], text(field))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_decoder(kind)
    if kind in (date, datetime):
        return lambda v, _text, _field: kind.fromisoformat(v)
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if kind in _PLAIN or origin is Literal:
        return lambda v, _text, _field: v
    if origin is tuple:
        return _tuple_decoder(args)
    if origin in (Mapping, dict):
        item = _decoder(args[1])
        return lambda v, text, field: {k: item(x, text, field) for k, x in v.items()}
    if origin in (typing.Union, types.UnionType):
        return _union_decoder(args)
    raise TypeError(f"the codec knows no way to read {kind!r}")


def _dataclass_decoder(kind: type) -> _Decode:
    hints = typing.get_type_hints(kind)
    readers = {
        f.name: None
        if hints[f.name] in _PLAIN or typing.get_origin(hints[f.name]) is Literal
        else _decoder(hints[f.name])
        for f in dataclasses.fields(kind)
    }

    def decode(value: Any, text: SpanText, _field: str) -> Any:
        arguments: dict[str, Any] = {}
        for name, got in value.items():
            if name == "is":
                continue
            if name not in readers:
                raise StoreVersionError(
                    f"a stored {kind.__name__} has the field {name!r}, which this version of "
                    "bearwitness does not know: use the version that wrote it, or a newer one"
                )
            reader = readers[name]
            arguments[name] = got if reader is None else reader(got, text, name)
        return kind(**arguments)

    return decode


def _tuple_decoder(args: tuple[Any, ...]) -> _Decode:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _decoder(args[0])
        return lambda v, text, field: tuple(item(x, text, field) for x in v)
    items = [_decoder(a) for a in args]
    return lambda v, text, field: tuple(
        dec(x, text, field) for dec, x in zip(items, v, strict=True)
    )


def _union_decoder(args: tuple[Any, ...]) -> _Decode:
    members = [a for a in args if a is not types.NoneType]
    if len(members) == 1:
        only = _decoder(members[0])
        return lambda v, text, field: None if v is None else only(v, text, field)
    if not all(dataclasses.is_dataclass(m) for m in members):
        return lambda v, _text, _field: v
    table = {m.__name__: _decoder(m) for m in members}
    return lambda v, text, field: None if v is None else table[v["is"]](v, text, field)
