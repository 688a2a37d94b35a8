"""Capacity: what KIMs need, the forms that this suggests, and who came to the events (IV.A, IV.C)."""

from collections.abc import Iterable, Mapping
from datetime import date

from kimcore.clauses import cite
from kimcore.collaboration import (
    Attendance,
    CapacityEvent,
    CapacityNeeds,
    FormSuggestion,
    NeedElement,
    SharedNeed,
    attendance,
    speaker_remarks,
    state_on,
)
from kimcore.reports.columns import columns, lines
from kimcore.reports.stages import NONE
from kimcore.tables import Cell, Table
from kimcore.terms import Term, Text

__all__ = ["attendances", "form_suggestions", "needs_found", "needs_shared"]

CLAUSES = (cite("IV.A.basis"), cite("IV.C.basis"))

NEEDS = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("on", "Per Tanggal", "As Of", 14),
    *((e.code, e.text.id.capitalize(), e.text.en.capitalize(), 16) for e in NeedElement),
    ("members_involved", "Anggota Terlibat", "Members Involved", 10),
    ("details", "Yang perlu dikuatkan", "What to Strengthen", 36),
)


def needs_found(found: Iterable[CapacityNeeds], names: Mapping[str, str]) -> Table:
    """Return the needs of each KIM in the five elements of Tabel 4.1; a blank answer is not known."""
    return Table(
        key="needs",
        name=Text("4.1 Kebutuhan", "4.1 Needs"),
        title=Text("Identifikasi kebutuhan KIM (Tabel 4.1)", "Needs of the KIMs (Tabel 4.1)"),
        columns=NEEDS,
        rows=tuple(need_cells(n, names) for n in found),
    )


def need_cells(found: CapacityNeeds, names: Mapping[str, str]) -> tuple[Cell, ...]:
    """Return the row of one KIM."""
    named: list[str | Term] = [*found.media_kinds, *found.content_kinds, *found.skills_lacking]
    answers = (found.needs(e) for e in NeedElement)
    return names.get(found.kim, found.kim), found.on, *answers, found.members_involved, lines(*named)


SHARED = columns(
    ("element", "Unsur", "Element", 30),
    ("number", "KIM yang memerlukan", "KIMs in Need", 14),
    ("without", "Tidak memerlukan", "Not in Need", 14),
    ("unknown", "Belum diketahui", "Not Known", 14),
    ("kims", "Nama KIM", "KIMs", 44),
    ("clause", "Ketentuan", "Clause", 14),
)


def needs_shared(found: Iterable[SharedNeed], names: Mapping[str, str]) -> Table:
    """Return who shares each need; a KIM that nobody looked at is not known."""
    rows = tuple(
        (
            *(s.element, len(s.kims), len(s.without), len(s.unknown)),
            lines(*(names.get(k, k) for k in s.kims)),
            s.element.clause.id,
        )
        for s in found
    )
    title = Text("Kebutuhan yang sama pada beberapa KIM (Tabel 4.1)", "Needs that KIMs share (Tabel 4.1)")
    name = Text("4.1 Bersama", "4.1 Shared")
    return Table(key="needs_shared", name=name, title=title, columns=SHARED, rows=rows)


FORMS = columns(
    ("form", "Bentuk", "Form", 22),
    ("number", "Jumlah KIM", "KIMs", 10),
    ("kims", "Nama KIM", "Names", 44),
    ("reason", "Alasan", "Reason", 70),
)


def form_suggestions(found: Iterable[FormSuggestion], names: Mapping[str, str]) -> Table:
    """Return the forms of events that needs and issues suggest; none is a decision of the office."""
    rows = tuple((s.form, len(s.kims), lines(*(names.get(k, k) for k in s.kims)), s.reason) for s in found)
    title = Text("Saran bentuk kegiatan (Tabel 4.4)", "Suggested forms of events (Tabel 4.4)")
    note = Text("Saran dari kebutuhan dan isu; Dinas yang menetapkan.", "From needs and issues; the office decides.")
    name = Text("4.4 Saran", "4.4 Suggestions")
    return Table(key="form_suggestions", name=name, title=title, columns=FORMS, rows=rows, notes=(note,))


ATTENDANCE = columns(
    ("event", "Kegiatan", "Event", 36),
    ("first", "Hari Pertama", "First Day", 14),
    ("status", "Keadaan", "State", 18),
    ("kims", "KIM", "KIMs", 8),
    ("participants", "Peserta", "Participants", 10),
    ("confirmed", "Menyatakan Hadir", "Confirmed", 12),
    ("attended", "Hadir", "Attended", 10),
    ("absent", "Tidak Hadir", "Absent", 10),
    ("unknown", "Belum Tercatat", "Not Recorded", 12),
    ("remarks", "Catatan pemateri", "Remarks on Speakers", 34),
)


def attendances(events: Iterable[CapacityEvent], on: date) -> Table:
    """Return who came to each event: participants by what is recorded of them; what is not recorded is not absence."""
    return Table(
        key="attendance",
        name=Text("4 Kehadiran", "4 Attendance"),
        title=Text("Kehadiran pada kegiatan (Gambar 4.3)", "Attendance of events (Gambar 4.3)"),
        columns=ATTENDANCE,
        rows=tuple(attendance_cells(e, attendance(e), on) for e in events),
    )


def attendance_cells(event: CapacityEvent, found: Attendance, on: date) -> tuple[Cell, ...]:
    """Return the row of one event."""
    head = (event.title, min(event.days, default=None), state_on(event, on).status, len(event.kims))
    came = found.attended
    numbers = (len(event.participants), found.confirmed.yes, came.yes, came.no, came.unknown)
    return (*head, *numbers, lines(*speaker_remarks(event)) or NONE)
