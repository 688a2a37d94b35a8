"""Makers: functions written for one class of records, which set the slots of an object one after the other.

The constructor of a frozen class takes five times as long for the same. An object is made of a class that is not
frozen and is then given its own; a class whose constructor does more (converters, validators) has no maker.
"""

from collections.abc import Callable
from types import MemberDescriptorType
from typing import Any

from attrs import field, fields, frozen

__all__ = ["Source", "made_by"]


@frozen
class Source:
    """Source that is being written: its lines, and the values that they use, by name."""

    lines: list[str] = field(factory=list)
    names: dict[str, Any] = field(factory=dict)

    def name(self, value: object) -> str:
        """Return a new name for a value."""
        name = f"n{len(self.names)}"
        self.names[name] = value
        return name


def made_by(source: Source, kind: Any) -> Callable[[Any], Any]:
    """Return the function that makes a record `o` of what was `read` by the lines of a source.

    Raise TypeError for a class that has no maker.
    """
    if not is_bare(kind):
        raise TypeError(kind)
    end = ["o.__class__ = kind", *["o.__attrs_post_init__()"] * hasattr(kind, "__attrs_post_init__"), "return o"]
    scope = {"kind": kind, "free": freed(kind), "new": object.__new__, **source.names}
    exec("\n    ".join(["def make(read):", "o = new(free)", *source.lines, *end]), scope)
    made: Callable[[Any], Any] = scope["make"]
    return made


def freed(kind: Any) -> type:
    """Return a class of the same slots that is not frozen."""
    free = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    return type(kind.__name__, (kind,), free)


def is_bare(kind: Any) -> bool:
    """Tell whether the constructor of a record sets its slots and does nothing else, `__attrs_post_init__` apart."""
    slots = all(isinstance(getattr(kind, a.name, None), MemberDescriptorType) for a in fields(kind))
    return slots and not any(a.converter or a.validator or not a.init for a in fields(kind))
