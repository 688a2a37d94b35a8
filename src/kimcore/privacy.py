"""Privacy: every field of a record is classed as none, general or specific personal data (Law 27/2022)."""

from enum import Enum
from types import MappingProxyType
from typing import Any

from attrs import Attribute

from kimcore.clauses import cite

__all__ = ["Privacy", "general", "privacy_of", "public", "specific"]


class Privacy(Enum):
    """Classes of personal data; `export` leaves out general and specific data unless asked."""

    NONE = "none"
    GENERAL = "general"
    SPECIFIC = "specific"


def public(clause: str = "", **more: Any) -> MappingProxyType[str, Any]:
    """Return field metadata for data that is not personal, with the clause that asks for the field."""
    return metadata(Privacy.NONE, clause, more)


def general(clause: str = "", **more: Any) -> MappingProxyType[str, Any]:
    """Return field metadata for general personal data: names, addresses, phones, e-mails, affiliations."""
    return metadata(Privacy.GENERAL, clause, more)


def specific(clause: str = "", **more: Any) -> MappingProxyType[str, Any]:
    """Return field metadata for specific personal data: criminal cases and the evidence of cases."""
    return metadata(Privacy.SPECIFIC, clause, more)


def metadata(privacy: Privacy, clause: str, more: dict[str, Any]) -> MappingProxyType[str, Any]:
    """Return metadata whose clause exists in the catalogue."""
    return MappingProxyType({"privacy": privacy, "clause": cite(clause).id if clause else "", **more})


def privacy_of(field: "Attribute[Any]") -> Privacy:
    """Return the class of an attrs field; a field without one is a mistake that raises KeyError."""
    found: Privacy = field.metadata["privacy"]
    return found
