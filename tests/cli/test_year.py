"""A year of one office by command: killed and resumed, and its reports agree with a count from the input files."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import pytest
from openpyxl import load_workbook

from kimcore.workspace import Workspace
from tests.cli.conftest import Run
from tests.cli.year import KIMS, ON, YEAR, kim, write_year
from tests.storage.databases import database
from tests.workspace.registers import OFFICE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")

RANDOM = Random(20261124)
KEPT = 93
"""How many records the year has."""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def store(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    """Give an empty store."""
    if request.param == "sqlite":
        yield f"sqlite:///{folder / 'year.db'}"
    else:
        with database(request.param) as url:
            yield url


def start(store: str, folder: Path, env: dict[str, str]) -> "subprocess.Popen[str]":
    """Start the script of the year."""
    command = [sys.executable, "-m", "tests.cli.year_script", store, str(folder)]
    pipes: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, **pipes, cwd=Path(__file__).parents[2], env=env)


def killed_after(units: int, store: str, folder: Path, env: dict[str, str]) -> None:
    """Kill the script in the unit that follows so many, at whatever point of it."""
    process = start(store, folder, env)
    assert process.stderr is not None
    said = [process.stderr.readline() for _ in range(units)]
    assert said[-1].startswith("unit "), "".join(said)[-3000:]
    try:
        process.wait(timeout=RANDOM.uniform(0, 0.05))
    except subprocess.TimeoutExpired:
        process.kill()
    process.communicate()
    assert process.returncode != 0


def test_a_year_killed_twice_is_whole_in_the_end(
    kimcore: Run, store: str, folder: Path, unmeasured: dict[str, str]
) -> None:
    """Each unit is there as a whole or not at all; the script goes on from what is stored, and nothing is doubled."""
    register, works, stages = write_year(folder)
    assert register.exists()
    killed_after(RANDOM.randint(20, KEPT), store, folder, unmeasured)
    killed_after(RANDOM.randint(KEPT + 10, KEPT + 80), store, folder, unmeasured)
    process = start(store, folder, unmeasured)
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said[-3000:]
    with Workspace.open(store, OFFICE) as workspace:
        assert workspace.storage.verify().is_sound
        assert len(workspace.kims()) == KIMS
        ids = [w.id for w in workspace.works()]
        assert len(ids) == len(set(ids)) == 33
        assert len(workspace.needs()) == KIMS
    given = Given(json.loads(works.read_text("utf-8")), json.loads(stages.read_text("utf-8")))
    ran = ("--store", store, "--office", OFFICE, "--on", ON)
    assert kimcore("report", "--out", folder / "out", "--as", "xlsx", *ran).code == 0
    (file,) = (folder / "out").iterdir()
    agree_with_the_workbook(given, load_workbook(file))
    agree_with_the_documents(given, lambda *words: kimcore(*words, *ran, "--format", "json").json)


class Given:
    """What the files of the year say, as plain data; what a record does not say is left out there."""

    def __init__(self, works: list[dict[str, Any]], steps: list[list[str]]) -> None:
        self.works, self.steps = works, steps

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Return the records of a kind."""
        return [item["record"] for item in self.works if item["kind"] == kind]

    def stages(self, group: str) -> Counter[str]:
        """Return how many stages of each work of a group were recorded."""
        return Counter(work for step_group, work, *_ in self.steps if step_group == group)

    def disseminations(self) -> list[dict[str, Any]]:
        """Return the disseminations of the year."""
        every = [d for m in self.of("Material") for d in m.get("disseminations", ())]
        return [d for d in every if str(YEAR.start) <= d["on"] <= str(YEAR.end)]


MEDIA = {"share_link": "messaging", "post": "social", "publish": "online", "explain": "face_to_face"}
"""The medium of each action, as Tabel 4.3 has it."""


def agree_with_the_workbook(given: Given, book: Any) -> None:
    """The numbers of the workbook are those of the files."""
    came = Counter(p.get("attended", "unknown") for e in given.of("CapacityEvent") for p in e["participants"])
    rows = sheet(book, "4 Kehadiran")
    assert len(rows) == 6
    sums = {heading: sum(r[heading] for r in rows) for heading in ("Hadir", "Tidak Hadir", "Belum Tercatat")}
    assert list(sums.values()) == [came["yes"], came["no"], came["unknown"]]
    made = given.disseminations()
    assert len(sheet(book, "4 Diseminasi")) == len(made) > 0
    used = [r["Diseminasi"] for r in sheet(book, "4 Aksi dan media")]
    actions = Counter(d.get("action") for d in made)
    wanted = ("share_link", "post", "publish", "explain", "literacy", None)
    assert used[:6] == [actions[a] for a in wanted]
    media = Counter(d.get("medium") or MEDIA[d["action"]] for d in made)
    assert used[6:13] == [media[m] for m in MEDIUM_ORDER]
    assert sum(used[13:]) == len(made)
    places = [(r["Karya"], r["Peringkat"], r["Nilai (0–100)"]) for r in sheet(book, "4 Peringkat")]
    assert places == [row for c in given.of("Competition") for row in ranked(c)]
    names = [(a["title"], r["kim"]) for a in given.of("Award") for r in a.get("recipients", ())]
    assert sorted((r["Penghargaan"], r["Nama KIM"]) for r in sheet(book, "4 Penerima")) == sorted(names)


MEDIUM_ORDER = ("print", "broadcast", "social", "messaging", "online", "outdoor", "face_to_face")


def sheet(book: Any, name: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet by heading: those below the first row of several cells, up to a blank one."""
    rows = [list(row) for row in book[name].iter_rows(values_only=True)]
    top = next(n for n, row in enumerate(rows) if sum(cell is not None for cell in row) > 2)
    found = []
    for row in rows[top + 1 :]:
        if row[0] is None or sum(cell is not None for cell in row) < 2:
            break
        found.append({head: cell for head, cell in zip(rows[top], row, strict=True) if head})
    return found


def ranked(competition: dict[str, Any]) -> Iterator[tuple[str, int, float]]:
    """Yield title, place and total of the works of each category, counted without kimcore."""
    for category in competition.get("categories", ()):
        entries = [e for e in competition["entries"] if e.get("category") == category["id"]]
        totals = totals_of(category["rubric"], [e["id"] for e in entries], competition["scores"])
        rows = [(1 + sum(t > totals[e["id"]] for t in totals.values()), e["id"], e["title"]) for e in entries]
        yield from ((title, place, round(float(totals[id]), 2)) for place, id, title in sorted(rows))


def totals_of(rubric: list[dict[str, Any]], works: list[str], scores: list[dict[str, Any]]) -> dict[str, Fraction]:
    """Return the totals of works, over the jurors that scored each work on each criterion."""
    given = {(s["juror"], s["work"], s["criterion"]): s["value"] for s in scores}
    jurors = {j for j, *_ in given if all((j, w, c["id"]) in given for w in works for c in rubric)}
    weights, zero = sum(c.get("weight", 1) for c in rubric), Fraction(0)
    parts = {
        (w, c["id"]): sum((Fraction(given[j, w, c["id"]]) for j in jurors), zero) * 100 / c.get("maximum", 100)
        for w in works
        for c in rubric
    }
    return {
        w: sum((parts[w, c["id"]] * c.get("weight", 1) for c in rubric), zero) / (weights * len(jurors)) for w in works
    }


def agree_with_the_documents(given: Given, document: Any) -> None:
    """The numbers of the JSON documents are those of the files."""
    for group, number in (("events", 6), ("models", 2), ("materials", 20), ("competitions", 2), ("awards", 3)):
        works = document(group)["works"]
        assert len(works) == number
        recorded = sum(len(w["done"]) + len(w["skipped"]) for w in works)
        assert recorded == sum(given.stages(group).values())
    events = Counter(w["status"] for w in document("events")["works"])
    done = given.stages("events").values()
    assert events["finished"] == sum(n == 8 for n in done)
    assert events["planned"] == 6 - len(done)
    shared = {s["element"]: [len(s[k]) for k in ("kims", "without", "unknown")] for s in document("needs")["shared"]}
    for element in ("media", "skills", "production"):
        found = Counter(n.get(element, "unknown") for n in given.of("CapacityNeeds"))
        assert shared[element] == [found["yes"], found["no"], found["unknown"]]
    due = {(r["title"], r["on"], r["overdue"]) for r in document("plan")["due"] if r["kind"] == "stage"}
    assert due == {
        ("Workshop/Lokakarya: Tema rekaan 5", "2026-12-01", False),
        ("Lomba provinsi rekaan", "2026-10-01", True),
    }
    award = document("awards", "show", "Penghargaan rekaan 0")
    assert award["tables"]["recipients"][0]["name"] in {kim(n) for n in range(4)}
    assert award["status"] == "finished"
