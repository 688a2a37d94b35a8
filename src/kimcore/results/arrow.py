"""Arrow: dicts of one shape as an Arrow stream, through nanoarrow (extra `frame`)."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from kimcore.errors import MissingExtra
from kimcore.terms import say

__all__ = ["stream"]

EPOCH = date(1970, 1, 1)


def stream(columns: Sequence[str], rows: Sequence[dict[str, Any]], requested: object = None) -> object:
    """Return the PyCapsule of an Arrow stream with one struct of rows.

    A column of one kind keeps it (bool, int64, float64, date32, list of utf8); one of mixed kinds becomes utf8. An
    unknown is null. Raises `MissingExtra`.
    """
    try:
        import nanoarrow as na
    except ModuleNotFoundError:
        en, id = "a frame needs an extra: pip install", "bingkai data memerlukan paket tambahan: pip install"
        raise MissingExtra("missing_extra", f"{en} 'kimcore[frame]'", f"{id} 'kimcore[frame]'", extra="frame") from None
    arrays = [array(na, [row[name] for row in rows]) for name in columns]
    kind = na.struct({name: made.schema for name, made in zip(columns, arrays, strict=True)})
    table = na.c_array_from_buffers(kind, len(rows), buffers=[None], null_count=0, children=arrays)
    return na.c_array_stream(table).__arrow_c_stream__(requested)


def array(na: Any, values: Sequence[Any]) -> Any:
    """Return one column."""
    kinds = {type(value) for value in values if value is not None}
    if kinds == {list}:
        return lists(na, values)
    if kinds == {date}:
        return na.c_array([None if v is None else (v - EPOCH).days for v in values], na.date32())
    for known, schema in ({bool}, na.bool_()), ({int}, na.int64()), ({int, float}, na.float64()):
        if kinds and kinds <= known:
            return na.c_array(values, schema)
    return na.c_array([None if v is None else said(v) for v in values], na.string())


def lists(na: Any, values: Sequence[list[str] | None]) -> Any:
    """Return a column of lists of texts."""
    offsets = [0, *accumulate(len(v or ()) for v in values)]
    child = na.c_array([line for v in values for line in v or ()], na.string())
    known = na.c_array([v is not None for v in values], na.bool_())
    buffers = [known.view().buffer(1), na.c_buffer(offsets, na.int32())]
    return na.c_array_from_buffers(na.list_(na.string()), len(values), buffers=buffers, children=[child])


def said(value: Any) -> str:
    """Return a value of a mixed column as text."""
    return "; ".join(value) if isinstance(value, list) else say(value)
