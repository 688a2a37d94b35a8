"""Every field of a stored record has its class of personal data from the day it is written (Law 27/2022)."""

import importlib
from collections.abc import Iterator

import attrs
import pytest

from kimcore.privacy import Privacy, privacy_of
from tests.repository.tree import modules

STORED = ("community", "collaboration", "issues.issue", "monitoring.observations", "partnership.decisions")


def classes() -> Iterator[type]:
    """Yield every attrs class of kimcore."""
    for module in modules():
        if module.name.startswith("kimcore.") and module.door not in {"__main__", "testing"}:
            members = vars(importlib.import_module(module.name)).values()
            yield from (c for c in members if isinstance(c, type) and c.__module__ == module.name and attrs.has(c))


def is_stored(record: type) -> bool:
    """Tell whether a class is a stored record: by its module, or because one of its fields is classed."""
    where = record.__module__.removeprefix("kimcore.")
    in_records = any(where == name or where.startswith(f"{name}.") for name in STORED)
    return in_records or any("privacy" in f.metadata for f in attrs.fields(record))


def records() -> list[type]:
    """Return the stored records."""
    return [c for c in classes() if is_stored(c)]


EACH = pytest.mark.parametrize("record", records(), ids=lambda c: c.__qualname__)


@EACH
def test_every_field_has_a_privacy_class(record: type) -> None:
    """A field without a class is a mistake."""
    assert [f.name for f in attrs.fields(record) if not isinstance(f.metadata.get("privacy"), Privacy)] == []


@EACH
def test_personal_fields_are_not_in_the_repr(record: type) -> None:
    """What is general or specific personal data does not reach a log through `repr()`."""
    personal = [f for f in attrs.fields(record) if privacy_of(f) is not Privacy.NONE]
    assert [f.name for f in personal if f.repr] == []


def test_the_walk_finds_the_records() -> None:
    """The walk is not empty: the record of a KIM and of an issue are in it."""
    assert {"Kim", "Issue", "Observation"} <= {c.__name__ for c in records()}
