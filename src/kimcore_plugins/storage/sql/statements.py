"""The statements of the SQL store; a page begins `at` a place and holds at most `size` rows."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, or_, select, update

from kimcore_plugins.storage.sql.schema import CLAIMS, DOCUMENTS, ENTRIES, OBSERVATIONS

__all__ = [
    "ALL_CLAIMS",
    "ALL_DOCUMENTS",
    "ALL_ENTRIES",
    "ALL_OBSERVATIONS",
    "ENTRIES_BEHIND",
    "FIGURES",
    "FIGURES_OF_ONE",
    "GET",
    "HISTORY",
    "HISTORY_OF_OFFICE",
    "KNOWN",
    "LAST_ENTRY",
    "LISTED",
    "LISTED_OF_OFFICE",
    "NAMED",
    "OF_ENTRY",
    "REMOVE",
    "RENAME",
    "REVISION",
    "UPDATE",
    "Rows",
]

Rows = Select[*tuple[Any, ...]]
D, O, E = DOCUMENTS.c, OBSERVATIONS.c, ENTRIES.c  # noqa: E741

DOCUMENT = (D.kind, D.id, D.office, D.schema, D.revision, D.payload, D.key, D.digest)
NAMES = "office kim provider platform account content indicator observed value sequence entry digest"
OBSERVATION = tuple(O[name] for name in NAMES.split())


def paged(rows: Rows, place: ColumnElement[Any]) -> Rows:
    """Return a page of rows, sorted by a place."""
    return rows.where(place >= bindparam("at")).order_by(place).limit(bindparam("size"))


def where(rows: Rows, *columns: ColumnElement[Any]) -> Rows:
    """Return the rows in which columns are as asked under their names."""
    return rows.where(*(column == bindparam(column.key) for column in columns))


IS_ASKED = D.mark == bindparam("asked")
HAS_REVISION = D.revision == bindparam("expected")

GET = select(*DOCUMENT).where(IS_ASKED)
REVISION = select(D.revision).where(IS_ASKED)
UPDATE = update(DOCUMENTS).where(IS_ASKED, HAS_REVISION)
REMOVE = delete(DOCUMENTS).where(IS_ASKED, HAS_REVISION)
LISTED = where(paged(select(D.place, *DOCUMENT), D.place), D.kind)
LISTED_OF_OFFICE = where(LISTED, D.office)

LATER = OBSERVATIONS.alias("later")
NEWEST = select(func.max(LATER.c.sequence)).where(LATER.c.mark == O.mark).scalar_subquery()

KNOWN = select(O.mark, O.sequence, O.value)
IS_LAST = O.sequence == NEWEST
IN_TIME = O.observed <= bindparam("until")
FIGURES = where(paged(select(O.place, *OBSERVATION), O.place), O.office).where(IN_TIME, IS_LAST)
FIGURES_OF_ONE = where(FIGURES, O.kim).where(O.place <= bindparam("end"))
HISTORY = paged(select(O.line, *OBSERVATION), O.line)
HISTORY_OF_OFFICE = where(HISTORY, O.office)

NAMED = where(select(O.mark, *OBSERVATION), O.office).where(
    or_(*(column.in_(bindparam("names", expanding=True)) for column in (O.account, O.content)))
)
IS_RECORD = (O.mark == bindparam("was"), O.sequence == bindparam("record"))
RENAME = update(OBSERVATIONS).where(*IS_RECORD)
OF_ENTRY = select(O.digest).where(O.line.between(bindparam("first"), bindparam("last")))

ENTRY = (E.position, E.body, E.hash, E.digest)
ENTRIES_BEHIND = select(*ENTRY).where(E.position > bindparam("after")).order_by(E.position).limit(bindparam("size"))
LAST_ENTRY = select(*ENTRY).order_by(E.position.desc()).limit(1)

ALL_DOCUMENTS = paged(select(D.mark, D.place, *DOCUMENT), D.mark)
ALL_OBSERVATIONS = paged(select(O.line, O.mark, O.place, *OBSERVATION), O.line)
ALL_ENTRIES = paged(select(*ENTRY), E.position)
ALL_CLAIMS = paged(select(CLAIMS.c.mark, CLAIMS.c.key), CLAIMS.c.mark)
