"""Row sheets: rows of Pengurus, Kemitraan, Diseminasi and Peninjauan as records of a KIM."""

from collections.abc import Mapping
from typing import Any, Final

from kimcore.community import Activity, Case, Finding, PartnershipTerm, Person
from kimcore.intake.cells import fold
from kimcore.intake.drafts import RowSheet
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.terms import Text
from kimcore.values import OPEN_ENDED, Answer, Period

__all__ = ["ROW_SHEETS"]

Values = Mapping[str, Any]

NO_BESIDE_DATE = Text(
    "kolom ASN dijawab tidak, tetapi Menjadi ASN Sejak terisi; tanggalnya yang dipakai",
    "the column ASN says no, but Menjadi ASN Sejak holds a date; the date was used",
)
OFFICER = Text("pengurus", "an officer")
MEMBER = Text("anggota", "a member")


def person(values: Values, record: Record, log: Log) -> Person | None:
    """Return an officer or member; a row without a person is none (II.B.3.d, R34)."""
    name, role = values.get("name", ""), values.get("role", "")
    if not name:
        record.report(log, "name_missing", "name")
    if not (name or role or values.get("is_officer")):
        return None
    servant, since = values.get("civil_servant", Answer.UNKNOWN), values.get("civil_servant_since")
    if since is not None and servant is Answer.NO:
        record.report(log, "contradiction", "civil_servant_since", name=NO_BESIDE_DATE)
    return Person(
        name=name,
        role=role,
        is_officer=is_officer(values, record, log),
        civil_servant=servant,
        civil_servant_since=since,
    )


def is_officer(values: Values, record: Record, log: Log) -> bool:
    """Tell whether a person holds an office: as marked, else by the office named, which is reported (R34)."""
    marked: bool | None = values.get("is_officer")
    if marked is not None:
        return marked
    holds_office = fold(values.get("role", "")) != "anggota"
    record.report(log, "role_missing", "is_officer", name=OFFICER if holds_office else MEMBER)
    return holds_office


def term(values: Values, record: Record, log: Log) -> PartnershipTerm | None:
    """Return a term of partnership; one without a readable start, or reversed, is none (III.A.r)."""
    start, end = values.get("start"), None if record.is_noted("end") else values.get("end", OPEN_ENDED)
    if start is None and not record.is_flawed("start"):
        record.report(log, "date_missing", "start")
    if start is None or end is None:
        return None
    if end < start:
        record.report(log, "contradiction", "end")
        return None
    return PartnershipTerm(period=Period(start, end), programme=values.get("programme", ""))


def term_values(known: PartnershipTerm) -> dict[str, Any]:
    """Return a term known before as the values of a row."""
    return {"start": known.period.start, "end": known.period.end, "programme": known.programme}


def activity(values: Values, record: Record, log: Log) -> Activity:
    """Return a row of the dissemination log (Tabel 5.2)."""
    if values.get("on") is None and not record.is_flawed("on"):
        record.report(log, "date_missing", "on")
    fields = ("on", "activity", "format", "count", "proof")
    return Activity(**{key: values[key] for key in fields if key in values})


def case(values: Values, record: Record, log: Log) -> Case | None:
    """Return a case; one without a ground of the seven is none (II.B.6, R12)."""
    if values.get("ground") is None:
        if not record.is_flawed("ground"):
            record.report(log, "choice_unreadable", "ground")
        return None
    fields = ("ground", "indicated", "source", "finding", "concluded", "officer", "evidence")
    found = Case(**{key: values[key] for key in fields if key in values})
    if isinstance(found.finding, Finding) and not found.is_complete:
        record.report(log, "conclusion_incomplete", "finding", value=found.finding.say("id"))
    if found.dated is None:
        record.report(log, "date_missing", "indicated")
    return found


ROW_SHEETS: Final[dict[str, RowSheet]] = {
    "board": RowSheet("board.people", person, ("name",)),
    "terms": RowSheet("terms", term, ("start", "end"), term_values),
    "log": RowSheet("log", activity, ("on", "activity")),
    "cases": RowSheet("cases", case, ("ground", "indicated")),
}
"""The sheets whose rows replace a list of the KIM, by the key of the sheet."""
