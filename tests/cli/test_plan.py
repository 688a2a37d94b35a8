"""What is due by command, and as a calendar that calendars open (IV)."""

import sys
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from icalendar import Calendar

from kimcore.cli import run
from kimcore.collaboration import Deadline, DueKind, DueRow, Progress
from kimcore.errors import MissingExtra
from kimcore.geography import RegionCode
from kimcore.results import Planning
from kimcore.terms import Text
from kimcore.workspace import Workspace
from tests.cli.conftest import Run
from tests.cli.test_works import AT
from tests.workspace.registers import OFFICE

STORE = "sqlite:///kimcore.db"


def events(calendar: bytes) -> dict[str, dict[str, object]]:
    """Return the events of a calendar by UID."""
    found = Calendar.from_ical(calendar.decode()).walk("VEVENT")
    return {
        str(e["uid"]): {"on": e.decoded("dtstart"), "until": e.decoded("dtend"), "said": str(e["summary"])}
        for e in found
    }


def test_what_is_due_is_listed_earliest_first(kimcore: Run, ids: dict[str, str]) -> None:
    """What is overdue is always in, and counted on stderr."""
    assert ids
    ran = kimcore("plan", *AT)
    assert "overdue" in ran.out
    assert ran.err.endswith("overdue.\n")
    found = kimcore("plan", *AT, "--format", "json").json
    assert [r["on"] for r in found["due"]] == sorted(r["on"] for r in found["due"])


@pytest.mark.parametrize(("ahead", "is_there"), [(15, False), (16, True), (17, True)])
def test_a_deadline_is_due_within_the_days_asked_for(
    kimcore: Run, ids: dict[str, str], ahead: int, is_there: bool
) -> None:
    """The last day counts."""
    due = kimcore("plan", *AT, "--ahead", ahead, "--format", "json").json["due"]
    days = {r["on"] for r in due if r["work"] == ids["planned"]}
    assert ("2026-12-10" in days) is is_there
    assert "2026-11-10" in days


def test_what_is_due_of_one_kim(kimcore: Run, ids: dict[str, str]) -> None:
    """Every row names it."""
    assert ids
    every = kimcore("plan", *AT, "--format", "json").json["due"]
    kim = next(r for r in every if r["work"] == ids["planned"])["kims"][0]
    mine = kimcore("plan", *AT, "--kim", kim["name"], "--format", "json").json["due"]
    assert mine == [r for r in every if kim in r["kims"]]
    assert 0 < len(mine) < len(every)


def test_the_calendar_holds_an_event_of_a_whole_day_for_each_thing_due(
    kimcore: Run, ids: dict[str, str], folder: Path
) -> None:
    """The same day gives the same bytes, in a file or on stdout."""
    assert ids
    ran = kimcore("plan", *AT, "--as", "ics", "--out", "plan.ics")
    assert (ran.code, ran.out) == (0, "plan.ics\n")
    written = (folder / "plan.ics").read_bytes()
    due = kimcore("plan", *AT, "--format", "json").json["due"]
    found = events(written)
    assert sorted(str(e["on"]) for e in found.values()) == [r["on"] for r in due]
    assert {type(e["on"]) for e in found.values()} == {date}
    assert kimcore("plan", *AT, "--as", "ics", "--out", "again.ics").code == 0
    assert (folder / "again.ics").read_bytes() == written
    assert kimcore("plan", *AT, "--as", "ics").out.encode() == written


def test_an_event_keeps_its_uid_when_its_day_moves(ids: dict[str, str]) -> None:
    """A calendar that is imported again replaces it."""
    with Workspace.open(STORE, OFFICE) as workspace:
        before = events(workspace.plan(date(2026, 11, 24)).to_ical())
        work = workspace.work(ids["planned"])
        moved = (Deadline(stage="theme", on=date(2026, 12, 12)), *work.progress.deadlines[1:])
        workspace.keep(evolve(work, theme="Judul lain", progress=Progress(deadlines=moved)))
        after = events(workspace.plan(date(2026, 11, 24)).to_ical())
    assert set(before) == set(after)
    changed = [uid for uid in before if before[uid]["on"] != after[uid]["on"]]
    assert [after[uid]["on"] for uid in changed] == [date(2026, 12, 12)]


def a_row(**changes: object) -> DueRow:
    """Return something due on 1 December 2026."""
    given = {"on": date(2026, 12, 1), "kind": DueKind.STAGE, "office": RegionCode(OFFICE), "work": "w", "key": "theme"}
    more = {"what": Text("x", "x"), "clause": "IV.C.stage.1", "overdue": False}
    return DueRow(**given | more | changes)  # type: ignore[arg-type]


def planning(*rows: DueRow) -> Planning:
    """Return a plan of rows."""
    stamp = {"office": OFFICE, "on": date(2026, 11, 24), "rulebook": "juknis-2022"}
    return Planning(**stamp, rows=rows, days_ahead=60, names={}, titles={})  # type: ignore[arg-type]


@pytest.mark.parametrize("changes", [{"work": "v"}, {"key": "venue"}, {"kind": DueKind.EDITION}])
def test_different_things_have_different_uids(changes: dict[str, object]) -> None:
    """By work, kind and key."""
    assert len(events(planning(a_row(), a_row(**changes)).to_ical())) == 2


def test_what_belongs_to_no_work_is_told_apart_by_its_kims() -> None:
    """A work keeps its UIDs when KIMs join it."""
    first, second = (planning(a_row(work=work, kims=(kim,))) for work, kim in (("", "k1"), ("", "k2")))
    assert set(events(first.to_ical())).isdisjoint(events(second.to_ical()))
    assert set(events(planning(a_row(kims=("k1",))).to_ical())) == set(events(planning(a_row(kims=("k2",))).to_ical()))


def test_things_that_only_their_day_tells_apart_are_numbered() -> None:
    """No event hides another."""
    assert len(events(planning(a_row(), a_row(on=date(2026, 12, 2)), a_row(on=date(2026, 12, 3))).to_ical())) == 3


def test_text_cannot_break_out_of_an_event() -> None:
    """Line breaks, commas and semicolons of data stay text."""
    evil = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:b, c; d"
    found = events(planning(a_row(what=Text(evil, evil))).to_ical())
    assert len(found) == 1


def test_a_calendar_without_its_library_names_the_extra(
    ids: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By its name."""
    assert ids
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra, match="kimcore\\[calendar\\]"):
        planning().to_ical()
    assert run(["plan", "--as", "ics"]) == 2
    assert "kimcore[calendar]" in capsys.readouterr().err


def test_out_belongs_to_the_calendar(kimcore: Run, ids: dict[str, str]) -> None:
    """A table goes to stdout."""
    assert ids
    assert "[out_alone]" in kimcore("plan", "--out", "plan.ics").err


def test_a_calendar_that_cannot_be_written_says_why(kimcore: Run, ids: dict[str, str], folder: Path) -> None:
    """Nothing is left beside it."""
    assert ids
    ran = kimcore("plan", "--as", "ics", "--out", folder / "nowhere" / "plan.ics")
    assert ran.code == 2
    assert "[file_not_written]" in ran.err
    assert [path.name for path in folder.iterdir()] == ["kimcore.db"]


def test_nothing_due_is_said(kimcore: Run, district: Path) -> None:
    """An empty plan is no error."""
    assert district.exists()
    ran = kimcore("plan", "--on", "2026-06-01", "--ahead", "0", "--lang", "en")
    assert ran.code == 0
    assert "Nothing is to be done until 1 June 2026." in ran.out
