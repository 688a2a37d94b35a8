"""Contest mains: rows of Kompetisi and Penghargaan as fields of a competition or an award each (IV.E)."""

from typing import Any, Final

from kimcore.collaboration import Award, Competition, ProcurementCheck
from kimcore.intake.works.dated import dated
from kimcore.intake.works.drafts import Draft, Drafts
from kimcore.intake.works.items import report_lacking
from kimcore.intake.works.rows import Row
from kimcore.values import Period

__all__ = ["award_fields", "competition_fields"]

Fields = dict[str, Any]
COMPETITION: Final = (
    *("title", "kind", "level", "recurrence", "type_b", "works_owned", "opens", "closes", "budget", "mechanism"),
    *("documentation", "evaluation", "branding"),
)


def competition_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:  # noqa: ARG001 (one signature)
    """Return what a row of Kompetisi says (Gambar 4.4, 4.5)."""
    return row.plain(Competition, COMPETITION) | checked(row, draft)


def award_fields(row: Row, draft: Draft, drafts: Drafts) -> Fields:  # noqa: ARG001 (one signature)
    """Return what a row of Penghargaan says (Gambar 4.6)."""
    return row.plain(Award, ("title", "rule", "branding")) | assessed(row, draft.get("period")) | checked(row, draft)


def checked(row: Row, draft: Draft) -> Fields:
    """Return the check of procurement that a row states (IV.E.procurement)."""
    return dated(row, "procurement", ProcurementCheck, draft.get("procurement"))


def assessed(row: Row, known: Period | None) -> Fields:
    """Return the period of an award; one that ends before it starts is reported and not taken (IV.E.award.assess)."""
    start, end = (row.get(name) or getattr(known, name, None) for name in ("start", "end"))
    if start is None or end is None:
        report_lacking(row, (name for name in ("start", "end") if row.get(name) is None))
        return {}
    if end < start:
        row.report("contradiction", "end")
        return {}
    return {"period": Period(start, end)}
