"""Build a frozen dataclass from what a YAML file says, and refuse whatever does not fit."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")

# Names that Python keeps for itself, and how the files write them.
_SPELLED = {"from_": "from"}


class ContentError(ValueError):
    """A content file says something that it may not say. The text names the file, the item and the fault."""


@cache
def _hints(cls: Any) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def build(cls: type[T], data: object, where: str) -> T:
    """Return `cls(**data)` with every field of the type that the class says.

    Raises ContentError on an unknown key, a missing key or a value of another type; `where` opens the
    sentence.
    """
    if not isinstance(data, Mapping):
        raise ContentError(f"{where}: expected a mapping, found {data!r}")
    hints = _hints(typing.cast(Any, cls))
    fields = {_SPELLED.get(f.name, f.name): f for f in dataclasses.fields(cls)}  # type: ignore[arg-type]
    unknown = [key for key in data if key not in fields]
    if unknown:
        raise ContentError(f"{where}: unknown key {unknown[0]!r}")
    values = {}
    for key, fld in fields.items():
        if key in data:
            values[fld.name] = _value(hints[fld.name], data[key], f"{where}.{key}")
        elif fld.default is dataclasses.MISSING and fld.default_factory is dataclasses.MISSING:
            raise ContentError(f"{where}: key {key!r} is missing")
    return cls(**values)


def _value(kind: Any, raw: object, where: str) -> Any:
    """`raw` as a value of the annotated type `kind`."""
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        return _union(args, raw, where)
    if origin is typing.Literal:
        if raw not in args:
            raise ContentError(f"{where}: {raw!r} is not one of {', '.join(map(str, args))}")
        return raw
    if origin is tuple:
        return _tuple(args, raw, where)
    if origin is not None and issubclass(origin, Mapping):
        if not isinstance(raw, Mapping):
            raise ContentError(f"{where}: expected a mapping, found {raw!r}")
        return types.MappingProxyType({str(k): _value(args[1], v, f"{where}.{k}") for k, v in raw.items()})
    if dataclasses.is_dataclass(kind):
        return build(kind, raw, where)  # type: ignore[arg-type]
    return _plain(kind, raw, where)


def _union(args: tuple[Any, ...], raw: object, where: str) -> Any:
    if raw is None and type(None) in args:
        return None
    faults = []
    for arg in args:
        if arg is type(None):
            continue
        try:
            return _value(arg, raw, where)
        except ContentError as fault:
            faults.append(str(fault))
    raise ContentError(faults[0])


def _tuple(args: tuple[Any, ...], raw: object, where: str) -> tuple[Any, ...]:
    if not isinstance(raw, list | tuple):
        raise ContentError(f"{where}: expected a list, found {raw!r}")
    if len(args) == 2 and args[1] is Ellipsis:
        return tuple(_value(args[0], item, f"{where}[{n}]") for n, item in enumerate(raw))
    if len(raw) != len(args):
        raise ContentError(f"{where}: expected {len(args)} values, found {len(raw)}")
    pairs = enumerate(zip(args, raw, strict=True))
    return tuple(_value(arg, item, f"{where}[{n}]") for n, (arg, item) in pairs)


def _plain(kind: Any, raw: object, where: str) -> Any:
    if kind in (object, Any):
        return raw
    if kind is float and isinstance(raw, int) and not isinstance(raw, bool):
        return float(raw)
    if isinstance(raw, bool) and kind is not bool:
        raise ContentError(f"{where}: expected {kind.__name__}, found {raw!r} (write it in quotes?)")
    if not isinstance(raw, kind):
        raise ContentError(f"{where}: expected {kind.__name__}, found {raw!r}")
    return raw
