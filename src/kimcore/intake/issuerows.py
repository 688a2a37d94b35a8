"""Issue rows: rows of the sheet Isu as issues tied to KIMs (Tabel 3.2, III.B)."""

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import evolve

from kimcore.geography import RegionCode
from kimcore.intake.cells import squeeze, text_of
from kimcore.intake.columns import NAME, VILLAGE
from kimcore.intake.identity import Names, Roster, words
from kimcore.intake.lists import pieces
from kimcore.intake.log import Log
from kimcore.intake.records import Record
from kimcore.issues import Issue
from kimcore.terms import Text

__all__ = ["issues_of"]


def issues_of(
    rows: Iterable[Record], office: RegionCode, roster: Roster[str], known: Sequence[Issue], log: Log
) -> tuple[Issue, ...]:
    """Return the issues of a sheet; one known before keeps what the file has no column for.

    An issue is found by office and number, or by its title where it has no number. Two titles under one number are
    two issues, and are reported.
    """
    before = {issue.id: issue for issue in known}
    found: dict[str, tuple[Issue, int]] = {}
    for record in rows:
        record.tell(log)
        title = record.values.get("title", "")
        if not title:
            record.report(log, "name_missing", "title")
            continue
        key = issue_id(office, record.values.get("number"), title)
        if key in found and words(found[key][0].title) != words(title):
            record.report(log, "issue_repeated", "number", name=title)
            key = issue_id(office, None, title)
        issue = read_issue(record, before.get(key) or Issue(id=key, office=office, title=title), roster, log)
        if key in found:
            repeated(found[key], issue, record, log)
        found[key] = issue, record.row
    return tuple(issue for issue, _ in found.values())


def issue_id(office: RegionCode, number: Any, title: str) -> str:
    """Return the id of an issue: its office, and its number or else its title."""
    return f"{office}/{squeeze(title if number is None else text_of(number))}"


def repeated(earlier: tuple[Issue, int], issue: Issue, record: Record, log: Log) -> None:
    """Report an issue that stands a second time, alike or not; the later row is used."""
    if earlier[0] == issue:
        record.report(log, "repeated_row", name=Text(f"baris {earlier[1]}", f"row {earlier[1]}"))
    else:
        record.report(log, "issue_repeated", "title", name=issue.title)


def read_issue(record: Record, before: Issue, roster: Roster[str], log: Log) -> Issue:
    """Return an issue as its row says."""
    fields = {k: v for k, v in record.values.items() if not k.startswith("identity.")}
    fields["kims"] = kims_named(record, roster, log)
    return evolve(before, **fields)


def kims_named(record: Record, roster: Roster[str], log: Log) -> tuple[str, ...]:
    """Return the ids of the KIMs that a row names; a name that fits none or several is reported."""
    cell = str(record.values.get(NAME) or "")
    named = list(names_in(cell, roster))
    village = words(record.values.get(VILLAGE)) if len(named) == 1 else ""
    found: dict[str, None] = {}
    for name in named:
        ids = roster.find(Names(squeeze(name), village))
        if len(ids) == 1:
            found[ids[0]] = None
        else:
            record.report(log, "kim_ambiguous" if ids else "kim_unknown", NAME, value=name)
    return tuple(found)


def names_in(cell: str, roster: Roster[str]) -> Iterable[str]:
    """Give the names in a cell; commas part names where a KIM of the register bears one of the pieces."""

    def is_known(name: str) -> bool:
        return squeeze(name) in roster.by_name

    for line in (cell,) if is_known(cell) else pieces(cell):
        parts = (line,) if is_known(line) else pieces(line, is_known)
        separate = [part.strip() for part in line.split(",") if part.strip()]
        yield from separate if len(parts) == 1 and any(map(is_known, separate)) and not is_known(line) else parts
