"""What stops holding within so many days, as one table over the KIMs."""

from collections.abc import Iterable

from kimcore.community import Kim
from kimcore.partnership import Change
from kimcore.reports.columns import columns
from kimcore.reports.judgements import GROUND_WORDS
from kimcore.tables import Cell, Table
from kimcore.terms import Term, Text
from kimcore.values import Outcome

__all__ = ["outlooks"]

COLUMNS = columns(
    ("on", "Mulai", "From", 16),
    ("name", "Nama KIM", "KIM", 26),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("rule", "Butir", "Clause", 15),
    ("term", "Syarat, dasar, atau masa", "Condition, ground or term", 28),
    ("before", "Sebelumnya", "Before", 18),
    ("after", "Menjadi", "Becomes", 18),
    ("reason", "Alasan", "Reason", 60),
)
TITLE = Text("Yang tidak lagi berlaku dalam {days} hari", "What stops holding within {days} days")
EMPTY = Text("Tidak ada yang berubah dalam waktu itu.", "Nothing changes within that time.")


def outlooks(found: Iterable[tuple[Kim, tuple[Change, ...]]], days: int) -> Table:
    """Return one row per change, the earliest first."""
    listed = sorted(((c, kim) for kim, changes in found for c in changes), key=lambda pair: pair[0].on)
    rows = tuple(row(change, kim) for change, kim in listed)
    title = TITLE.format(days=str(days))
    name = Text("Ke depan", "Ahead")
    return Table(key="ahead", name=name, title=title, columns=COLUMNS, rows=rows, notes=() if rows else (EMPTY,))


def row(change: Change, kim: Kim) -> tuple[Cell, ...]:
    """Return the row of one change."""
    return (
        change.on,
        kim.name,
        kim.village or None,
        change.rule,
        change.clause.term,
        said(change, change.before),
        said(change, change.after),
        change.reason,
    )


def said(change: Change, found: Term) -> Term | Text:
    """Return an outcome or a state; that of a ground in its own words."""
    is_ground = change.rule.startswith("II.B.6.") and isinstance(found, Outcome)
    return GROUND_WORDS[Outcome.of(found.code)] if is_ground else found
