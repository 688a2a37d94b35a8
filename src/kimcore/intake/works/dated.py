"""Dated parts: what a row says of a check of procurement or a disqualification, which stands by its day."""

from typing import Any

from attrs import fields_dict

from kimcore.errors import KimError
from kimcore.intake.works.drafts import said_by
from kimcore.intake.works.items import report_lacking
from kimcore.intake.works.rows import Row, settable
from kimcore.values import Answer

__all__ = ["dated"]


def dated(row: Row, name: str, kind: type, known: Any) -> dict[str, Any]:
    """Return a part that a row states in dotted columns; nothing where it has none, or is refused, which is reported.

    A row that is blank in all of them takes the part away.
    """
    cells = {key: row.get(f"{name}.{key}") for key in fields_dict(kind) if row.has(f"{name}.{key}")}
    values = {key: value for key, value in cells.items() if settable(kind, key, value)}
    before = {key: getattr(known, key) for key in fields_dict(kind)} if known is not None else {}
    if not cells:
        return {}
    if (cells["on"] if "on" in cells else before.get("on")) is None:
        if any(value not in (None, "", Answer.UNKNOWN) for value in values.values()):
            report_lacking(row, (f"{name}.on",))
            return {}
        return {} if row.record.is_flawed(f"{name}.on") else {name: None}
    try:
        return {name: kind(**{key: "" for key in ("by", "reason") if key in fields_dict(kind)} | before | values)}
    except KimError as error:
        row.report("part_refused", f"{name}.on", name=said_by(error))
        return {}
