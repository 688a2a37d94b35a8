"""Mutation: changes the code of a part in many small ways, and tells which changes no test of that part notices.

    python -m scripts.mutation [--work FOLDER] [PART ...]

Functions are changed by mutmut in a copy of the tree; the rules, which are data, by `rulebook_mutants.py`. A survivor
is either killed by a new test or listed with its reason in `tests/mutation_survivors.toml`. The exit code is 1 where
a part has fewer than 90 % killed or a survivor that is not listed.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from scripts.rulebook_mutants import mutants

ROOT = Path(__file__).parents[1]
SURVIVORS = ROOT / "tests" / "mutation_survivors.toml"
COPIED = ("src", "tests", "pyproject.toml", "conftest.py")
LEAST = 0.9
SURVIVED, SKIPPED = {0, 5, 33}, {34, 37}  # exit codes as mutmut keeps them: no test failed or ran; left out
# Wording is shown by snapshots, and the codes of errors by the documentation's tests, not by changing their capitals.
WORDING = (
    r"^\s*f?\"",
    r"Text\(",
    r"\ben(, ind?)? =|\bid =",
    r"^\s*(raise|return) \w*(Error|Unset|Truth|Found|Value|Allowed)\(",
)
# What a function remembers from another test would hide that it was changed.
FORGETTING = """

def pytest_runtest_setup(item):
    import functools, gc
    for found in gc.get_objects():
        if isinstance(found, functools._lru_cache_wrapper) and str(found.__module__).startswith("kimcore"):
            found.cache_clear()
"""


class Part(NamedTuple):
    """What is changed, and the tests that are to notice."""

    source: str
    tests: str


LAWS = "tests/properties"
CELLS = " ".join(f"tests/intake/test_{name}.py" for name in "cells dates counts lists edges form register".split())
PARTS = {
    "factsheet": Part("factsheet/*", f"tests/factsheet tests/partnership tests/rules {LAWS}"),
    "rules": Part("rules/*", f"tests/rules {LAWS} tests/test_assessment.py"),
    "rulebooks": Part("rulebooks/juknis_2022.py", "tests/rules tests/demo/test_outcomes.py"),
    "mapping": Part("mapping/*", "tests/mapping tests/test_assessment.py"),
    "partnership": Part("partnership/*", "tests/partnership"),
    "collaboration": Part("collaboration/*", "tests/collaboration"),
    "cells": Part("intake/cells.py intake/dates.py intake/counts.py intake/lists.py intake/choices.py", CELLS),
}


def configured(part: Part) -> str:
    """Return the settings of mutmut for a part."""
    only = "".join(f"\n    src/kimcore/{pattern}" for pattern in part.source.split())
    tests = "".join(f"\n    {test}" for test in part.tests.split())
    wording = "".join(f"\n    {pattern}" for pattern in WORDING)
    return (
        f"[mutmut]\nsource_paths = src\nalso_copy = conftest.py\nonly_mutate ={only}\n"
        f"do_not_mutate_patterns ={wording}\npytest_add_cli_args_test_selection ={tests}\n"
        "pytest_add_cli_args =\n    -p\n    no:cacheprovider\n"
    )


def copied(folder: Path) -> None:
    """Copy what mutmut needs into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)


def run_mutmut(part: Part, folder: Path) -> dict[str, int]:
    """Return the exit code of every mutant of a part."""
    copied(folder)
    (folder / "setup.cfg").write_text(configured(part), "utf-8")
    with (folder / "conftest.py").open("a", encoding="utf-8") as conftest:
        conftest.write(FORGETTING)
    with (folder / "log.txt").open("w", encoding="utf-8") as log:
        command = [sys.executable, "-m", "mutmut", "run", "--max-children", "2"]
        subprocess.run(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, check=False)
    return dict(results(folder / "mutants"))


def results(folder: Path) -> Iterator[tuple[str, int]]:
    """Yield the mutants with their exit codes; one that was not checked is an error."""
    for file in sorted(folder.rglob("*.meta")):
        for name, code in json.loads(file.read_text("utf-8"))["exit_code_by_key"].items():
            if code is None:
                raise SystemExit(f"{name} was not checked; see {folder.parent / 'log.txt'}")
            if code not in SKIPPED:
                yield name, code


def run_rulebook(part: Part, folder: Path) -> dict[str, int]:
    """Return the exit code of pytest for every mutant of a rulebook, which is data; two are checked at a time."""
    folders = [folder / "one", folder / "two"]
    for copy in folders:
        copied(copy)
    work = list(mutants((ROOT / "src" / "kimcore" / part.source).read_text("utf-8")))
    with ThreadPoolExecutor(len(folders)) as pool:
        shares = pool.map(check_all, folders, (work[::2], work[1::2]), [part] * 2)
        return {name: code for share in shares for name, code in share.items()}


def check_all(folder: Path, work: list[tuple[str, str]], part: Part) -> dict[str, int]:
    """Return the exit code of pytest for each mutant, written into a copy of the tree."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *part.tests.split()]
    more = {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    found = {}
    for name, source in work:
        (folder / "src" / "kimcore" / part.source).write_text(source, "utf-8")
        done = subprocess.run(command, cwd=folder, env=os.environ | more, stdout=subprocess.DEVNULL, check=False)
        found[name] = done.returncode
    return found


def listed() -> list[dict[str, str]]:
    """Return the survivors that are listed: the function, the reason, and the change where it is one of several."""
    found: list[dict[str, str]] = tomllib.loads(SURVIVORS.read_text("utf-8")).get("survivor", [])
    return found


def function_of(mutant: str) -> str:
    """Return the function that a mutant of mutmut changes: `kimcore.a.x_b__mutmut_1` is `kimcore.a.b`."""
    return mutant.partition("__mutmut_")[0].replace(".x_", ".").replace("xǁ", "").replace("ǁ", ".")


def change_of(mutant: str, folder: Path) -> str:
    """Return the line that a mutant has in place of another, without blanks before it; a rulebook's is in its name."""
    if "__mutmut_" not in mutant:
        return mutant
    command = [sys.executable, "-m", "mutmut", "show", mutant]
    shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
    lines = [line for line in shown.splitlines() if line[:1] in {"+", "-"} and line[:3] not in {"+++", "---"}]
    return next((line[1:].strip() for line in lines if line[0] == "+"), f"without {lines[0][1:].strip()}")


def reason_of(function: str, change: str, known: list[dict[str, str]]) -> str:
    """Return why a mutant may survive, or nothing."""
    fitting = (k for k in known if k["name"] == function and k.get("change", change) == change)
    return next((k["reason"] for k in fitting), "")


def run_part(name: str, work: Path) -> bool:
    """Change a part, print what was killed and what not, and tell whether that is enough."""
    run = run_rulebook if name == "rulebooks" else run_mutmut
    found, known = run(PARTS[name], work / name), listed()
    survivors = [(function_of(m), change_of(m, work / name)) for m, code in found.items() if code in SURVIVED]
    reasons = [reason_of(*survivor, known) for survivor in survivors]
    rate = 1 - len(survivors) / len(found) if found else 0.0
    print(f"{name}: {len(found) - len(survivors)} of {len(found)} killed, {rate:.1%}")
    for (function, change), reason in zip(survivors, reasons, strict=True):
        print(f"  {function}: {change}\n    {reason or 'NOT LISTED'}")
    return rate >= LEAST and all(reasons)


def main() -> int:
    """Run the parts that are named, all where none is."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--work", type=Path, default=ROOT / ".nox" / "mutants")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    given = parser.parse_args()
    enough = [run_part(name, given.work) for name in given.parts or PARTS]
    return 0 if all(enough) else 1


if __name__ == "__main__":
    sys.exit(main())
