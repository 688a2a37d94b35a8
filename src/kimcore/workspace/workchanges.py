"""Work changes: what a command changed in records of chapter IV, told cell by cell as their sheets have it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kimcore.collaboration import Award, CapacityEvent, CapacityNeeds, Collaboration, Competition, Trial
from kimcore.intake.columns import NAME
from kimcore.intake.works.layout import STAGES, work_sheet_spec
from kimcore.intake.works.mains import MAINS
from kimcore.intake.works.parts import PARTS
from kimcore.results import CellChange
from kimcore.workspace.journal import Write
from kimcore.workspace.sections import Section, Values, change, listed, told

__all__ = ["work_changes"]

Names = Mapping[str, str]
SHEET_OF: Final = {sheet.kind: key for key, sheet in MAINS.items()}
"""The sheet with a row per record, by kind."""

TERMS: Final = {"start": "start", "end": "end"}
APPOINTMENT: Final = {
    "outcome": "outcome",
    "decided": "on",
    "officer": "officer",
    "reason": "reason",
    "evidence": "evidence",
}

KIMS: Final = (NAME, "entry")
"""The columns of part sheets that may name a KIM."""


def work_changes(write: Write, names: Names) -> Iterator[CellChange]:
    """Yield the changes of a record; one new or gone is told by its title, one without a sheet not at all."""
    key = SHEET_OF.get(write.kind)
    if key is None:
        return
    spec, old, new = work_sheet_spec(key), write.before, write.after
    where = {"kim": getattr(new or old, "kim", ""), "name": names.get(getattr(new or old, "kim", ""), "")}
    if old is None or new is None:
        title = MAINS[key].title
        values = [main_values(record, names).get(title) if record else None for record in (old, new)]
        yield change(spec, spec.column(title), *values, item=titled(new or old), **where)
        return
    for section in sections(key, old, new, names):
        ties = {c.heading for c in section.spec.columns if c.key == "work"}
        yield from (c for c in told(section, **where) if c.column not in ties)


def titled(record: Any) -> str:
    """Return what a record is called."""
    return record.on.isoformat() if isinstance(record, CapacityNeeds) else str(record.title)


def sections(key: str, old: Any, new: Any, names: Names) -> Iterator[Section]:
    """Yield the rows of a record on every sheet, each before and after."""
    yield Section(work_sheet_spec(key), main_values(old, names), main_values(new, names), (MAINS[key].title,))
    tie = {"work": titled(new), NAME: getattr(new, "kim", "")}
    for sheet, part in PARTS.items():
        if MAINS[key].kind in part.kinds:
            spec = work_sheet_spec(sheet)
            rows = [part_values(sheet, record, tie, names) for record in (old, new)]
            keys = {c.key for c in spec.columns}
            same = part.unique or ("kim", *part.same)
            named = ("work", *(key for key in map(part.key_of, same) if key in keys))
            by = tuple(dict.fromkeys(named))
            yield from listed(spec, aligned(rows[0], rows[1], by), rows[1], by)
    if not isinstance(new, CapacityNeeds):
        yield from listed(STAGES, stage_values(old, tie), stage_values(new, tie), ("work", "stage"))


def aligned(old: list[dict[str, Any]], new: list[dict[str, Any]], named: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return rows in the order of the new ones that bear the same names, so that many of them are paired at once."""
    place = {tuple(values.get(n) for n in named): number for number, values in reversed(list(enumerate(new)))}
    return sorted(old, key=lambda values: place.get(tuple(values.get(n) for n in named), len(new)))


def part_values(sheet: str, record: Any, tie: Values, names: Names) -> list[dict[str, Any]]:
    """Return the items of a work by the columns of their sheet, KIMs by their names; `tie` is what names the work."""
    part, rows = PARTS[sheet], []
    for item in part.items_of(record):
        found = {part.key_of(name): value for name, value in part.values_of(item).items()}
        dotted = {c.key: at(found, c.key) for c in work_sheet_spec(sheet).columns if "." in c.key and c.key != NAME}
        rows.append({key: kim_named(key, value, names) for key, value in (dict(tie) | found | dotted).items()})
    return rows


def at(found: Values, key: str) -> Any:
    """Return the field that a dotted key names of a part of an item."""
    part, name = key.split(".")
    return getattr(found[part], name, None)


def kim_named(key: str, value: Any, names: Names) -> Any:
    """Return the value of a column with KIMs by their names; in an award they stand for the works, too."""
    if key == "works":
        return tuple(names.get(one, one) for one in value)
    return names.get(value, value) if key in KIMS else value


def stage_values(record: Any, tie: Values) -> list[dict[str, Any]]:
    """Return the stages of a work that are recorded or have a deadline, by the columns of Tahapan."""
    deadlines = {d.stage: d.on for d in record.progress.deadlines}
    records = {r.stage: r for r in record.progress.records}
    rows = []
    for stage in record.plan.stages:
        made = records.get(stage.id)
        if made or stage.id in deadlines:
            cells = {name: getattr(made, name, None) for name in ("outcome", "on", "by", "evidence", "reason")}
            label = {"stage": stage.label.id, "deadline": deadlines.get(stage.id)}
            rows.append(dict(tie) | label | cells)
    return rows


def main_values(record: Any, names: Names) -> dict[str, Any]:
    """Return a record by the columns of its sheet, KIMs by their names."""
    kims = (record.kim,) if isinstance(record, CapacityNeeds) else record.kims
    named = {NAME: tuple(names.get(kim, kim) for kim in kims)}
    match record:
        case CapacityEvent():
            invited = {NAME: tuple(names.get(kim, kim) for kim in record.invited)}
            return invited | plain(record) | parts(record.venue, "venue.", ("kind", "place", "link"))
        case Trial():
            return named | plain(record) | trial_values(record)
        case Collaboration():
            return named | plain(record) | term_of(record)
        case Competition():
            return plain(record) | checked(record)
        case Award():
            return plain(record) | term_of(record) | checked(record)
    return named | plain(record)


def term_of(record: Collaboration | Award) -> dict[str, Any]:
    """Return the period of a collaboration or an award by its two columns."""
    return {name: getattr(record.period, name, None) for name in TERMS}


def checked(record: Competition | Award) -> dict[str, Any]:
    """Return the check of procurement by its columns."""
    return parts(record.procurement, "procurement.", ("on", "kept", "by", "reference"))


def trial_values(trial: Trial) -> dict[str, Any]:
    """Return term, last feedback and decision of a trial."""
    last, made = (trial.feedback or (None,))[-1], trial.appointment
    period = made.period if made else None
    return {
        **{name: getattr(trial.term, name, None) for name in TERMS},
        "answered": getattr(last, "on", None),
        "ready": getattr(last, "ready", None),
        "feedback": getattr(last, "text", None),
        **{key: getattr(made, name, None) for key, name in APPOINTMENT.items()},
        "since": getattr(period, "start", None),
        "until": getattr(period, "end", None),
    }


def parts(record: Any, prefix: str, fields: tuple[str, ...]) -> dict[str, Any]:
    """Return the fields of a part under dotted keys."""
    return {f"{prefix}{name}": getattr(record, name, None) for name in fields}


def plain(record: Any) -> dict[str, Any]:
    """Return the fields of a record that its sheet has a column for."""
    keys = (c.key for spec in map(work_sheet_spec, SHEET_OF.values()) for c in spec.columns)
    return {key: getattr(record, key) for key in keys if key not in (NAME, "feedback") and hasattr(record, key)}
