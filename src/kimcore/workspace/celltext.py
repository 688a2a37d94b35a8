"""Cell text: values as an officer would type them into the register, masked where personal."""

from datetime import date
from typing import Any

from kimcore.community import PartnershipTerm
from kimcore.intake.columns import Column
from kimcore.media import Channel, Frequency
from kimcore.terms import Term
from kimcore.values import DENIED, OPEN_ENDED, Answer, Period

__all__ = ["known", "shown", "typed"]


def known(value: Any) -> bool:
    """Tell whether a value is recorded; a denial is."""
    return value is not None and value not in ("", ()) and value is not Answer.UNKNOWN


def shown(column: Column, value: Any) -> str | None:
    """Return a value as a list of changes may show it: letters and digits of personal data are masked."""
    text = typed(value)
    return "".join("*" if c.isalnum() else c for c in text) if text and column.is_personal else text


def typed(value: Any) -> str | None:
    """Return a value as an officer would type it into the register; None for an empty cell."""
    match value:
        case bool():
            return "Pengurus" if value else "Anggota"
        case Term():
            return None if value is Answer.UNKNOWN else value.say("id")
        case date():
            return "seterusnya" if value == OPEN_ENDED else value.isoformat()
        case tuple():
            return "; ".join(filter(None, map(typed, value))) or None
        case Channel() | Frequency() | Period() | PartnershipTerm():
            return typed_record(value)
    return "tidak ada" if value is DENIED else str(value) if known(value) else None


def typed_record(value: Channel | Frequency | Period | PartnershipTerm) -> str | None:
    """Return a value of several parts as one cell."""
    match value:
        case Channel():
            return value.name
        case Frequency():
            return value.text or " ".join(filter(None, (typed(value.count), typed(value.span))))
        case PartnershipTerm():
            return typed(value.period)
    return f"{typed(value.start)} - {typed(value.end)}"
