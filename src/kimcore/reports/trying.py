"""Trying: how KIMs kept to the schedule of a trial, and what events changed in the content of KIMs (IV.B, IV.C)."""

from collections.abc import Iterable, Mapping

from kimcore.clauses import cite
from kimcore.collaboration import EventEvaluation, Keeping, KeepingState, Trial
from kimcore.reports.columns import columns
from kimcore.tables import Table
from kimcore.terms import Text

__all__ = ["event_changes", "schedules", "trial_ends"]

CLAUSES = (cite("IV.B.B.trial.3"), cite("IV.C.stage.8"))

SCHEDULE = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("on", "Jatuh tempo", "Due", 14),
    ("what", "Konten", "Content", 40),
    ("state", "Keadaan", "State", 18),
    ("done", "Terlaksana", "Done", 14),
)


def schedules(found: Iterable[tuple[Trial, Keeping]], names: Mapping[str, str]) -> Table:
    """Return what became of each content of the production schedules, as the logs of the KIMs show it."""
    rows = tuple(
        (names.get(t.kim, t.kim), r.production.on, r.production.what or None, r.state, r.done)
        for t, keeping in found
        for r in keeping.rows
    )
    title = Text("Jadwal produksi konten dalam uji coba", "Production schedules of trials")
    name = Text("4 Jadwal produksi", "4 Production")
    return Table(key="schedules", name=name, title=title, columns=SCHEDULE, rows=rows)


ENDS = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("type", "Tipe", "Type", 20),
    ("start", "Mulai", "From", 14),
    ("end", "Sampai", "To", 14),
    ("kept", "Konten sesuai jadwal", "Contents on Schedule", 14),
    ("due", "Konten jatuh tempo", "Contents Due", 14),
    ("outcome", "Keputusan", "Decision", 20),
    ("appointed_from", "Ditetapkan mulai", "Appointed From", 14),
    ("appointed_to", "Ditetapkan sampai", "Appointed To", 14),
)


def trial_ends(found: Iterable[tuple[Trial, Keeping]], names: Mapping[str, str]) -> Table:
    """Return the term of each trial, how its schedule was kept, and what was decided."""
    rows = []
    for trial, kept in found:
        term, made = trial.term, trial.appointment
        period = made.period if made else None
        numbers = (kept.number(KeepingState.KEPT), len(kept.rows) - kept.number(KeepingState.AHEAD))
        known = numbers if kept.rows and not kept.number(KeepingState.UNKNOWN) else (None, None)
        head = (names.get(trial.kim, trial.kim), trial.type, term.start if term else None, term.end if term else None)
        end = period.end if period and not period.is_open else None
        rows.append((*head, *known, made.outcome if made else None, period.start if period else None, end))
    title = Text("Uji coba model dan keputusannya (IV.B)", "Trials of the model and what was decided (IV.B)")
    name = Text("4 Uji coba", "4 Trials")
    return Table(key="trials", name=name, title=title, columns=ENDS, rows=tuple(rows))


CHANGES = columns(
    ("event", "Kegiatan", "Event", 40),
    ("name", "Nama KIM", "KIM", 26),
    ("before", "Konten sebelum", "Contents Before", 12),
    ("after", "Konten sesudah", "Contents After", 12),
    ("change", "Perubahan", "Change", 12),
    ("undated", "Tanpa tanggal", "Undated", 12),
    ("window", "Jendela sesudah berakhir", "Window After Ends", 16),
)


def event_changes(found: Iterable[EventEvaluation], titles: Mapping[str, str], names: Mapping[str, str]) -> Table:
    """Return the contents of each KIM in a window before and after each event; blank is unknown, not 0."""
    rows = tuple(
        (titles.get(e.event, e.event), names.get(c.kim, c.kim), c.before, c.after, c.change, c.undated, e.after.end)
        for e in found
        for c in e.changes
    )
    title = Text("Konten KIM sebelum dan sesudah kegiatan", "Content of KIMs before and after events")
    name = Text("4 Evaluasi kegiatan", "4 Events evaluated")
    return Table(key="event_changes", name=name, title=title, columns=CHANGES, rows=rows)
