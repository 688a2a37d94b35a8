"""The case files of tests/cases that change a KIM: their words as values of the record."""

import tomllib
from pathlib import Path
from typing import Any

from kimcore.community import Activity, Case, Decree, Finding, KimType, Person
from kimcore.geography import RegionCode
from kimcore.media import Channel
from kimcore.testing import a_term
from kimcore.values import DENIED, Answer

__all__ = ["read", "read_cases", "read_changes"]

WORDS = {"blank": None, "denied": DENIED} | {a.code: a for a in Answer}
KINDS: dict[str, Any] = {"type": KimType.of, "region": RegionCode, "office": RegionCode, "finding": Finding.of}
RECORDS: dict[str, Any] = {"decrees": Decree, "people": Person, "cases": Case, "log": Activity, "terms": a_term}
RECORDS["profile_term"] = a_term


def read(name: str, value: Any) -> Any:
    """Return a value of the case file as the record holds it."""
    field = name.rpartition(".")[2]
    if isinstance(value, dict):
        return RECORDS[field](**{key: read(key, inner) for key, inner in value.items()})
    if isinstance(value, list):
        return tuple(Channel.named(v) if field == "channels" else read(field, v) for v in value)
    if isinstance(value, str) and value in WORDS:
        return WORDS[value]
    return KINDS[field](value) if field in KINDS else value


def read_cases(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    found: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases" / name).read_text("utf-8"))["case"]
    return found


def read_changes(case: dict[str, Any]) -> dict[str, Any]:
    """Return what a case changes of the KIM, as the builders take it."""
    return {path.replace(".", "__"): read(path, value) for path, value in case.get("kim", {}).items()}
