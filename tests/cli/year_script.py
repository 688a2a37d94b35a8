"""The script of a year: it looks what the store holds, and does what is left, one record or command after another.

As a program it can be killed at any moment and started again: `python -m tests.cli.year_script STORE FOLDER`.
"""

import json
import sys
from pathlib import Path

from kimcore.cli import run
from kimcore.serialization import from_plain
from kimcore.workspace import Workspace
from kimcore.workspace.works import KINDS
from tests.cli.year import Step
from tests.workspace.registers import OFFICE

BY_NAME = {kind.__name__: kind for kind in KINDS.values()}


def main(store: str, folder: Path) -> None:
    """Do what is left of the year, and say of each unit that it is done."""
    if not held(store):
        do("import", str(folder / "register.xlsx"), "--office", OFFICE, "--store", store)
    with Workspace.open(store, OFFICE, by="script") as workspace:
        for number, item in enumerate(json.loads((folder / "works.json").read_text("utf-8"))):
            workspace.keep(from_plain(item["record"], BY_NAME[item["kind"]]), key=f"year-{number}")
            tell(f"keep {number}")
    for step in left(store, json.loads((folder / "stages.json").read_text("utf-8"))):
        record(store, step)


def held(store: str) -> bool:
    """Tell whether the register is in the store."""
    with Workspace.open(store, OFFICE) as workspace:
        return bool(workspace.kims())


def left(store: str, steps: list[Step]) -> list[Step]:
    """Return the stages that the store does not hold yet."""
    with Workspace.open(store, OFFICE) as workspace:
        done = {work: {r.stage for r in workspace.work(work).progress.records} for _, work, *_ in steps}
    return [step for step in steps if step[2] not in done[step[1]]]


def record(store: str, step: Step) -> None:
    """Record a stage by command."""
    group, work, stage, on, way = step
    how = {
        "done": ("--done", on, "--evidence", "berita acara rekaan"),
        "skip": ("--skip", "alasan rekaan", "--on", on),
    }
    do(group, "stage", work, stage, *how[way], "--officer", "Pejabat Rekaan", "--store", store, "--format", "json")


def do(*arguments: str) -> None:
    """Run a command; one that fails ends the script."""
    if run([*arguments]) == 2:
        raise SystemExit(f"failed: {' '.join(arguments)}")
    tell(" ".join(arguments[:4]))


def tell(what: str) -> None:
    """Say on stderr that a unit is done; what commands print goes to stdout."""
    sys.stderr.write(f"unit {what}\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
