"""Changes: what a command wrote, told cell by cell as an officer would type it."""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve

from kimcore.community import Kim
from kimcore.intake import sheet_spec
from kimcore.intake.columns import NAME
from kimcore.intake.rowsheets import ROW_SHEETS
from kimcore.issues import Issue
from kimcore.monitoring import Content, Gathering, Indicator, Observation, Survey
from kimcore.results import CellChange, ChangeKind
from kimcore.workspace.celltext import known, typed
from kimcore.workspace.journal import Figure, Journal, Write
from kimcore.workspace.sections import Section, change, fields, listed, told
from kimcore.workspace.workchanges import work_changes
from kimcore.workspace.works import KINDS as WORKS

__all__ = ["change", "changes_of", "conflicts_of", "content_conflicts", "figure_change", "outcome_conflicts"]

DECREES = "decree."
NUMBERS = ("no", "number")
SURVEY_ROW = "surveys", ("topic", "aspect", "phase", "surveyed")
GATHERING_ROW = "gatherings", ("title", "held")


def changes_of(journal: Journal) -> tuple[CellChange, ...]:
    """Return every cell that a command changed; a KIM or issue that is new or gone is one change."""
    names = {id: stored.entity.name for id, stored in journal.holdings.kims.items()}
    names |= {w.id: w.after.name for w in journal.writes if w.kind == "kim" and w.after is not None}
    whole = {w.id for w in journal.writes if w.kind == "kim" and (w.before is None or w.after is None)}
    titles = {(c.kim, c.key): c for c in contents_of(journal)}
    return (
        *(change for write in journal.writes for change in written(write, names, whole)),
        *(figure_change(f, names, titles) for f in journal.figures if f.left.kim not in whole),
    )


def contents_of(journal: Journal) -> Iterator[Content]:
    """Yield every content that a figure of the journal may be of."""
    yield from (stored.entity for stored in journal.holdings.contents.values())
    yield from (w.after for w in journal.writes if w.kind == "content" and w.after is not None)


def written(write: Write, names: Mapping[str, str], whole: set[str]) -> Iterator[CellChange]:
    """Yield the changes of one entity."""
    given = write.after if write.after is not None else write.before
    match given:
        case Kim() if write.id in whole:
            column = sheet_spec("profile").column(NAME)
            yield change(sheet_spec("profile"), column, name_of(write.before), name_of(write.after), kim=write.id)
        case Kim():
            for section in sections(write.before, given):
                yield from told(section, kim=write.id, name=given.name)
        case Issue():
            yield from issue_changes(write, names)
        case Content() if given.kim not in whole:
            section = Section(sheet_spec("contents"), fields(write.before), fields(write.after), ("title", "link"))
            yield from told(section, kim=given.kim, name=names.get(given.kim, ""))
        case Survey() | Gathering() if given.kim not in whole:
            section = outcome_section(write.before, write.after)
            yield from told(section, kim=given.kim, name=names.get(given.kim, ""))
        case _ if write.kind in WORKS:
            yield from work_changes(write, names)


def outcome_section(before: Survey | Gathering | None, after: Survey | Gathering | None) -> Section:
    """Return the row of a survey or gathering, before and after."""
    key, names = SURVEY_ROW if isinstance(after or before, Survey) else GATHERING_ROW
    return Section(sheet_spec(key), fields(before), fields(after), names)


def name_of(kim: Kim | None) -> str | None:
    """Return the name of a KIM that is there."""
    return kim.name if kim else None


def issue_changes(write: Write, names: Mapping[str, str]) -> Iterator[CellChange]:
    """Yield the changes of an issue; one that is new or gone is told by its title."""
    old, new = (issue_values(issue, names) for issue in (write.before, write.after))
    if old and new:
        yield from told(Section(sheet_spec("issues"), old, new, ("title",)))
    else:
        spec = sheet_spec("issues")
        yield change(spec, spec.column("title"), old.get("title"), new.get("title"), item=(old or new)["title"])


def issue_values(issue: Issue | None, names: Mapping[str, str]) -> dict[str, Any]:
    """Return an issue by the columns of its sheet, KIMs by their names."""
    values = fields(issue)
    return values | {NAME: tuple(names.get(id, id) for id in issue.kims)} if issue else {}


def figure_change(figure: Figure, names: Mapping[str, str], titles: Mapping[tuple[str, str], Content]) -> CellChange:
    """Return the change of one figure."""
    seen = figure.left
    spec = sheet_spec("audience" if seen.indicator is Indicator.AUDIENCE else "contents")
    item = ", ".join(filter(None, (figure_of(seen, titles), seen.observed.isoformat())))
    where = {"kim": seen.kim, "name": names.get(seen.kim, ""), "item": item}
    return change(spec, spec.column(seen.indicator.code), figure.old, seen.value, **where)


def figure_of(seen: Observation, titles: Mapping[tuple[str, str], Content]) -> str:
    """Return what a figure is of: the title or link of a content, else platform and account."""
    content = titles.get((seen.kim, seen.content)) if seen.content else None
    if content:
        return content.title or content.link
    return seen.content or " ".join(filter(None, (typed(seen.platform), seen.account)))


def conflicts_of(kept: Kim, other: Kim, **where: str) -> Iterator[CellChange]:
    """Yield the cells in which two records of one KIM both say something, and not the same."""
    for section in sections(kept, other):
        if all(section.old.get(name) == section.new.get(name) for name in section.names):
            yield from conflicts(section, **where)


def content_conflicts(kept: Content, other: Content, **where: str) -> Iterator[CellChange]:
    """Yield the cells in which two records of one content both say something, and not the same."""
    spec = sheet_spec("contents")
    yield from conflicts(Section(spec, fields(kept), fields(other), ("title", "link")), kim=kept.kim, **where)


def outcome_conflicts(kept: Survey | Gathering, other: Survey | Gathering, **where: str) -> Iterator[CellChange]:
    """Yield the cells in which two records of one survey or gathering both say something, and not the same."""
    yield from conflicts(outcome_section(kept, other), kim=kept.kim, **where)


def conflicts(section: Section, **where: str) -> Iterator[CellChange]:
    """Yield the cells of a row that contradict each other; what may hold several values does not."""
    for column, old, new in section.cells():
        if known(old) and known(new) and not (isinstance(old, tuple) and isinstance(new, tuple)):
            told = change(section.spec, column, old, new, item=section.item, **where)
            yield evolve(told, kind=ChangeKind.CONFLICT)


def sections(old: Kim, new: Kim) -> Iterator[Section]:
    """Yield the rows of a KIM on every sheet, each before and after."""
    profile, institution = sheet_spec("profile"), sheet_spec("institution")
    for spec in (profile, institution):
        keys = [c.key for c in spec.columns if is_single(c.key, spec is profile)]
        before, after = ({key: at(kim, key) for key in keys} for kim in (old, new))
        yield Section(spec, before, after)
    yield from listed(institution, decrees(old), decrees(new), ("decree.number", "decree.issued"))
    for key, sheet in ROW_SHEETS.items():
        lists = [[sheet.values_of(record) for record in at(kim, sheet.key)] for kim in (old, new)]
        yield from listed(sheet_spec(key), lists[0], lists[1], sheet.same)


def is_single(key: str, in_profile: bool) -> bool:
    """Tell whether a column holds one value of a KIM, and is not told on another sheet."""
    return key not in NUMBERS and not key.startswith(DECREES) and (in_profile or not key.startswith("identity."))


def at(kim: Kim, key: str) -> Any:
    """Return the field that a dotted key names."""
    part, _, name = key.rpartition(".")
    return getattr(getattr(kim, part) if part else kim, name)


def decrees(kim: Kim) -> list[dict[str, Any]]:
    """Return the decrees by the columns of their sheet."""
    return [{f"{DECREES}{key}": value for key, value in fields(d).items()} for d in kim.documents.decrees]
