"""A year of one office by command: killed and resumed, and its reports agree with a count from its workbooks."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from tests.cli.year.books import COMMANDS, write_year
from tests.cli.year.contests import AWARDS, OWN
from tests.cli.year.counting import Given
from tests.cli.year.giving import DOCUMENTS, MIDYEAR, ON
from tests.cli.year.models import TRIED
from tests.cli.year.running import Script, held, is_sound
from tests.storage.databases import database

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")

KILLS = max(2, int(os.environ.get("KIMCORE_KILLS", "2")))
"""How many commands are killed, an import and a stage at least; the session `reliability` kills 50."""

RANDOM = Random(20261124)

Report = dict[str, list[tuple[Any, ...]]]
"""The rows of a workbook by the names of its sheets."""


class State(NamedTuple):
    """What the store held before and after a command, and how many seconds the command took."""

    before: dict[str, Any]
    after: dict[str, Any]
    seconds: float


class Year(NamedTuple):
    """A year that nobody killed: its folder, the commands that are killed in others, and the states about them."""

    folder: Path
    states: dict[int, State]


def victims(lines: list[str]) -> list[int]:
    """Return the numbers of the commands that are killed: imports and stages."""
    imports = [n for n, line in enumerate(lines) if line.startswith("import")]
    stages = [n for n, line in enumerate(lines) if line.split()[1] == "stage"]
    chosen = {RANDOM.choice(imports), RANDOM.choice(stages)}
    rest = [n for n in (*imports, *stages) if n not in chosen]
    return sorted((*chosen, *RANDOM.sample(rest, min(KILLS - 2, len(rest)))))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """Give the year that nobody killed."""
    folder = tmp_path_factory.mktemp("whole")
    write_year(folder)
    store, states = f"sqlite:///{folder / 'year.db'}", {}
    chosen = victims((folder / COMMANDS).read_text("utf-8").splitlines())
    script = Script(store, folder, chosen)
    for number in chosen:
        script.reach(f"begin {number}")
        before, seconds = held(store), script.take(number)
        states[number] = State(before, held(store), seconds)
        script.go_on()
    script.end()
    return Year(folder, states)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def store(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Give an empty store."""
    if request.param == "sqlite":
        yield f"sqlite:///{folder / 'year.db'}"
    else:
        with database(request.param) as url:
            yield url


def test_a_year_killed_in_its_commands_is_whole_in_the_end(whole: Year, store: str, folder: Path) -> None:
    """A killed command is done or not, never by half; the year goes on, ends as if none was killed, and adds up."""
    write_year(folder)
    chosen = sorted(whole.states)
    for place, number in enumerate(chosen):
        state = whole.states[number]
        script = Script(store, folder, chosen[place:])
        script.reach(f"begin {number}")
        assert held(store) == state.before
        script.kill_within(RANDOM.uniform(state.seconds / 3, state.seconds))  # before, Python itself starts
        assert is_sound(store)
        assert held(store) in (state.before, state.after)
    Script(store, folder, ()).end()
    assert held(store) == held(f"sqlite:///{whole.folder / 'year.db'}")
    assert told(folder) == told(whole.folder)
    assert cells(folder) == cells(whole.folder)
    agree_with_the_problems(folder)
    agree_with_the_workbook(Given(folder), cells(folder))
    agree_with_the_documents(Given(folder), told(folder))
    planned = next(n for n, line in enumerate(commands(folder)) if line.startswith("plan"))
    agree_on_what_is_due(Given(folder, planned), document(folder, planned), MIDYEAR)


def commands(folder: Path) -> list[str]:
    """Return the commands of a year."""
    return (folder / COMMANDS).read_text("utf-8").splitlines()


def document(folder: Path, number: int) -> dict[str, Any]:
    """Return the document that a command printed."""
    found: dict[str, Any] = json.loads((folder / f"{number}.json").read_text("utf-8"))
    return found


def told(folder: Path) -> dict[str, dict[str, Any]]:
    """Return what the last commands told, by the name of the command."""
    last = {line.split()[0]: number for number, line in enumerate(commands(folder)) if line.endswith(f"--on {ON}")}
    return {name: document(folder, last[name]) for name in DOCUMENTS}


def cells(folder: Path) -> Report:
    """Return every row of the report, but the one that tells at what instant the last workbook was taken in."""
    (file,) = (folder / "laporan").iterdir()
    every = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in load_workbook(file).worksheets}
    return {name: [row for row in rows if row[0] != "Diimpor pada"] for name, rows in every.items()}


def rows(report: Report, name: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet by heading: those below the first row of several cells, up to one that is blank."""
    every = report[name]
    top = next(n for n, row in enumerate(every) if sum(cell is not None for cell in row) > 2)
    found = []
    for row in every[top + 1 :]:
        if row[0] is None or sum(cell is not None for cell in row) < 2:
            break
        found.append({head: cell for head, cell in zip(every[top], row, strict=True) if head})
    return found


def agree_with_the_problems(folder: Path) -> None:
    """What was mistyped in spring was told, and nothing else; in the summer it was mended."""
    wrong = []
    for number, line in enumerate(commands(folder)):
        if line.startswith("import"):
            problems = document(folder, number)["problems"]
            wrong += [(line, p["sheet"], p["code"]) for p in problems if p["code"] != "sheet_missing"]
    found = [("Peserta", "kim_unknown"), ("Tahapan", "stage_refused")]
    assert wrong == [("import 03.xlsx", *each) for each in found]


def agree_with_the_workbook(given: Given, report: Report) -> None:
    """The numbers of the report are those of the workbooks."""
    columns = ("Peserta", "Menyatakan Hadir", "Hadir", "Tidak Hadir", "Belum Tercatat")
    came = {r["Kegiatan"].partition(": ")[2]: [r[c] for c in columns] for r in rows(report, "4 Kehadiran")}
    assert came == given.attendance()
    agree_on_disseminations(given, report)
    places = {(r["Karya"], r["Peringkat"], r["Nilai (0–100)"]) for r in rows(report, "4 Peringkat")}
    assert places == given.places(OWN)
    assert len(places) == 12
    judged = [r for r in rows(report, "4 Penilaian KIM") if isinstance(r["Peringkat"], int)]
    quality = {(r["Penghargaan"], r["Nama KIM"], r["Peringkat"], r["Nilai (0–100)"]) for r in judged}
    assert quality == {(award, *row) for award in AWARDS for row in given.quality(award)}
    assert len(quality) == 8
    given_to = {(r["Kegiatan"], r["Nama KIM"]) for r in given.every("Penerima")}
    assert {(r["Penghargaan"], r["Nama KIM"]) for r in rows(report, "4 Penerima")} == given_to


USED = ("berbagi tautan", "posting", "pemuatan", "tatap muka", "literasi", None)
"""The actions in the order of the report."""


def agree_on_disseminations(given: Given, report: Report) -> None:
    """Each dissemination of the year stands in the report, and adds to its action, its medium and the numbers."""
    made = given.disseminations(ON)
    found = Counter((r["Bahan"], r["Nama KIM"], r["Tanggal"].date()) for r in rows(report, "4 Diseminasi"))
    assert found == Counter((r["Judul Bahan"], r["Nama KIM"], r["Tanggal"]) for r in made)
    summed = rows(report, "4 Aksi dan media")
    actions = Counter(row["Aksi"] for row in made)
    assert [r["Diseminasi"] for r in summed[:6]] == [actions[action] for action in USED]
    media = {r["Aksi, media, atau sifat"]: r["Diseminasi"] for r in summed[6:13]}
    assert {medium: number for medium, number in media.items() if number} == given.media(ON)
    counted = [row["Jumlah"] for row in made if row["Jumlah"] is not None]
    said = f"Jumlah yang tercatat: {sum(counted)}, dari {len(counted)} dari {len(made)} diseminasi."
    assert any(said in str(cell) for row in report["4 Aksi dan media"] for cell in row)


NUMBERS = {"events": 6, "models": 2, "materials": 20, "competitions": 2, "awards": 3}
"""How many works of each group the year has."""


def agree_with_the_documents(given: Given, found: dict[str, dict[str, Any]]) -> None:
    """The numbers of the documents are those of the workbooks and commands."""
    for element, heading in (
        ("media", "Perlu: Media"),
        ("skills", "Perlu: Keahlian"),
        ("production", "Perlu: Pengelolaan Produksi"),
    ):
        shared = next(s for s in found["needs"]["shared"] if s["element"] == element)
        assert [len(shared[key]) for key in ("kims", "without", "unknown")] == given.needs(heading)
    recorded, works = given.recorded(ON), [w for group in NUMBERS for w in found[group]["works"]]
    assert {group: len(found[group]["works"]) for group in NUMBERS} == NUMBERS
    stages = {(called(w), outcome): len(w[outcome]) for w in works for outcome in ("done", "skipped")}
    assert {key: number for key, number in stages.items() if number} == recorded
    finished = {called(w) for w in found["events"]["works"] if w["status"] == "finished"}
    assert finished == {theme for theme in given.themes if recorded[theme, "done"] == 8}
    agree_on_what_is_due(given, found["plan"], ON)
    assert len(found["assess"]["kims"]) == len(given.titles("Profil KIM", "Nama Kelompok")) == 60


def called(work: dict[str, Any]) -> str:
    """Return what the workbooks call a work: an event its theme, a trial its KIM."""
    return TRIED if work["kind"] == "trial" else str(work["title"]).rpartition(": ")[2]


def agree_on_what_is_due(given: Given, plan: dict[str, Any], on: date) -> None:
    """Stages with a day stand in the plan, and KIMs of which it will not be known any more that they are active."""
    rows = [(row, date.fromisoformat(row["on"])) for row in plan["due"]]
    stages = {(r["title"].rpartition(": ")[2], day, r["overdue"]) for r, day in rows if r["kind"] == "stage"}
    assert stages == given.due(on)
    silent = {(k["name"], day) for r, day in rows if r["kind"] == "partnership" for k in r["kims"]}
    assert silent == given.silent(on)
    assert len(rows) == len(stages) + len(silent) > 0
