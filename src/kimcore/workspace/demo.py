"""Demo: the whole main job on the made-up district that comes with the package."""

import shutil
from datetime import date
from filecmp import cmp
from importlib.resources import as_file, files
from pathlib import Path

from attrs import frozen

from kimcore.errors import NotAllowed
from kimcore.geography import RegionCode
from kimcore.plugins import PluginHost
from kimcore.results import Assessments, IntakeReport, Placements
from kimcore.rules import Status
from kimcore.tables import Cell
from kimcore.terms import Language, Text
from kimcore.workspace.opening import held
from kimcore.workspace.workspace import Workspace

__all__ = ["DEMO_DATE", "DEMO_OFFICE", "Demo", "run_demo"]

DEMO_OFFICE = RegionCode("99.01")
DEMO_DATE = date(2026, 11, 24)
"""The date for which the made-up data were written."""


@frozen(kw_only=True)
class Demo:
    """What a run of the demo did: its date and rulebook, a line per step, and the files it made."""

    office: str
    on: date
    rulebook: str
    steps: tuple[tuple[Cell, ...], ...]
    files: tuple[Path, ...]


def run_demo(out: Path, *, on: date | None = None, language: Language = "id", host: PluginHost | None = None) -> Demo:
    """Do the whole job on the made-up district and write register, reports and store into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    day, store = on or DEMO_DATE, out / "kimcore.db"
    found = host or PluginHost()
    remove_store(store, found)
    register, villages = (copied(name, out) for name in ("register.xlsx", "villages.csv"))
    with Workspace.open(f"sqlite:///{store}", DEMO_OFFICE, host=found) as workspace:
        taken = workspace.take_in(register)
        placements = workspace.map(day)
        assessments = workspace.assessments(placements)
        reports = workspace.report(out, on=day, language=language, villages=villages)
    steps = (intake_step(taken), *judgement_steps(assessments), map_step(placements))
    made = (register, *reports, villages, store)
    return Demo(office=DEMO_OFFICE.text, on=day, rulebook=placements.rulebook, steps=steps, files=made)


def remove_store(store: Path, host: PluginHost) -> None:
    """Remove the store of an earlier demo; refuse a store that holds another office (`NotAllowed`)."""
    if not store.exists():
        return
    with Workspace.open(f"sqlite:///{store}", DEMO_OFFICE, host=host) as workspace:
        others = [office for office in held(workspace.storage) if office != DEMO_OFFICE]
    if others:
        raise occupied(store)
    for path in store.parent.glob(f"{store.name}*"):
        path.unlink()


def copied(name: str, out: Path) -> Path:
    """Copy a file of the made-up district into a folder; refuse to overwrite another file of its name."""
    target = out / name
    with as_file(files("kimcore") / "data" / "demo" / name) as source:
        if target.exists() and not cmp(source, target, shallow=False):
            raise occupied(target)
        return Path(shutil.copyfile(source, target))


def occupied(path: Path) -> NotAllowed:
    """Return the error for a file of the user that the demo would overwrite."""
    return NotAllowed(
        "file_exists",
        f"{path} is there already and is not the demo's; name another folder",
        f"{path} sudah ada dan bukan milik contoh ini; sebutkan folder lain",
    )


def intake_step(taken: IntakeReport) -> tuple[Cell, ...]:
    """Return what the import did."""
    said = Text("{kims} KIM masuk, {problems} masalah dilaporkan", "{kims} KIMs taken in, {problems} problems reported")
    return Text("Impor", "Import"), said.format(kims=str(taken.accepted), problems=str(len(taken)))


def judgement_steps(found: Assessments) -> tuple[tuple[Cell, ...], ...]:
    """Return how many KIMs have each status."""
    counted = {status: sum(a.judgement.status is status for a in found) for status in Status}
    return tuple((status.text, f"{number} KIM") for status, number in counted.items())


def map_step(found: Placements) -> tuple[Cell, ...]:
    """Return how many KIMs lie in each quadrant."""
    counts = ", ".join(f"{q}: {sum(p.quadrant == q for p in found)}" for q in (1, 2, 3, 4))
    rest = sum(p.quadrant is None for p in found)
    said = Text("kuadran {counts}; tanpa kuadran {rest}", "quadrant {counts}; in none {rest}")
    return Text("Peta", "Map"), said.format(counts=counts, rest=str(rest))
