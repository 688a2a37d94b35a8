"""Converters: one that is fast, and one that finds every fault; both read and write the same."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, get_args

from attrs import has as is_record
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn

from kimcore.geography import RegionCode
from kimcore.serialization.faults import unfit
from kimcore.serialization.plain import SAID_DENIED, exact, member_reader, read_date, read_text
from kimcore.serialization.unions import is_tuple, is_union, read_union, write_union
from kimcore.values import Denied

__all__ = ["careful", "converter"]


@cache
def converter() -> Converter:
    """Return the converter, built at its first use."""
    return built(Converter(omit_if_default=True, forbid_extra_keys=True, detailed_validation=False))


@cache
def careful() -> Converter:
    """Return the converter that finds every fault, used where the other found one."""
    made = built(Converter(forbid_extra_keys=True, detailed_validation=True))
    made.register_structure_hook_factory(
        lambda kind: is_record(kind) and kind is not RegionCode, lambda kind: read_object(made, kind)
    )
    return made


def read_object(made: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return the reader of a record, which says once where there is no object."""
    read = make_dict_structure_fn(kind, made)

    def read_fields(value: Any, _: Any) -> Any:
        if value.__class__ is dict:
            return read(value, kind)
        raise unfit(value, dict)

    return read_fields


def built(made: Converter) -> Converter:
    """Return a converter with the hooks of this module."""
    for kind in (str, int, float, bool):
        made.register_structure_hook(kind, exact(kind))
    made.register_structure_hook(date, lambda value, _: read_date(value))
    made.register_structure_hook(RegionCode, lambda value, _: RegionCode(read_text(value)))
    made.register_structure_hook_factory(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), member_reader)
    made.register_structure_hook_factory(is_union, lambda kind: read_union(made, kind))
    made.register_structure_hook_factory(is_tuple, lambda kind: read_tuple(made, kind))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(RegionCode, attrgetter("text"))
    made.register_unstructure_hook(Enum, attrgetter("_value_"))  # `value` is a slower way to the same
    made.register_unstructure_hook(Denied, lambda _: SAID_DENIED)
    made.register_unstructure_hook_factory(is_union, lambda kind: write_union(made, kind))
    made.register_unstructure_hook_factory(is_tuple, lambda kind: write_tuple(made, kind))
    return made


def read_tuple(made: Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return the reader of a tuple, which takes a list; cattrs' own would take a text apart."""
    item = get_args(kind)[0]
    many = list.__class_getitem__(item)
    read, read_list = made.get_structure_hook(item), made.get_structure_hook(many)

    def read_all(value: Any, _: Any) -> Any:
        if value.__class__ not in (list, tuple):
            raise unfit(value, list)
        return tuple(read_list(value, many) if made.detailed_validation else [read(v, item) for v in value])

    return read_all


def write_tuple(made: Converter, kind: Any) -> Callable[[Any], Any]:
    """Return the writer of a tuple, which gives a list."""
    item = get_args(kind)[0]
    write = made.get_unstructure_hook(item)
    return list if item is str else lambda value: [write(v) for v in value]
