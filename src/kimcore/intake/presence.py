"""Presence: which sheets of a file can be taken in, and which of the register it does not hold."""

from collections.abc import Iterable, Sequence

from kimcore.intake.columns import NAME
from kimcore.intake.headings import Located, extra_headings
from kimcore.intake.layout import PROFILE, SHEETS
from kimcore.intake.log import Log
from kimcore.intake.works.layout import WORK_SHEETS
from kimcore.intake.works.parts import PARTS
from kimcore.problems import Severity

__all__ = ["report_missing", "usable"]


def usable(located: Iterable[Located], log: Log) -> list[Located]:
    """Return the sheets that have the columns they need; a sheet without is reported and not taken in."""
    kept = []
    for one in located:
        lacking = [key for key in needed(one) if one.placed(key) is None]
        for key in lacking:
            log.report("heading_missing", one, name=one.spec.column(key).heading)
        if lacking:
            continue
        kept.append(one)
        for heading, instead in extra_headings(one):
            log.report("heading_repeated", one, column=heading, other=instead.heading)
    return kept


def needed(located: Located) -> tuple[str, ...]:
    """Return the columns without which a sheet cannot be taken in: the name of a KIM, or those of a part of a work."""
    spec = located.spec
    if spec in WORK_SHEETS:
        part = PARTS.get(spec.key)
        return tuple(dict.fromkeys((spec.anchor, *(part.needed if part else ()))))
    return (NAME,)


def report_missing(located: Sequence[Located], log: Log) -> None:
    """Report the sheets that the file does not hold: an error for Profil KIM, else for information."""
    present = {one.spec.key for one in located}
    for spec in SHEETS:
        if spec.key not in present and not spec.supplementary:
            log.missing(spec.name, Severity.ERROR if spec is PROFILE else Severity.INFO)
