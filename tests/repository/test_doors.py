"""The doors of the packages: public names, layers, entry points, and the version."""

import importlib
import re
import subprocess
import sys

import kimcore
from tests.repository.tree import ROOT, contract, modules, project

EVERY_NAME = """
import importlib, pkgutil, kimcore
for m in pkgutil.walk_packages(kimcore.__path__, "kimcore."):
    if not m.name.startswith(("kimcore.testing", "kimcore.__main__")):
        importlib.import_module(m.name)
modules = [n for n in kimcore.__all__ if type(getattr(kimcore, n)).__name__ == "module"]
assert modules == [], modules
"""


def test_no_public_name_is_the_name_of_a_module() -> None:
    """A submodule, once imported, would hide the door's name."""
    assert len(kimcore.__all__) == len(set(kimcore.__all__))
    assert set(kimcore.__all__) & {m.door for m in modules() if m.name.startswith("kimcore.")} == set()


def test_every_public_name_is_there_after_importing_every_module() -> None:
    """In a fresh process, each name of the door is had, and is no module, whatever was imported before."""
    done = subprocess.run([sys.executable, "-c", EVERY_NAME], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_door_is_lazy() -> None:
    """`import kimcore` alone loads no module of kimcore but the door itself."""
    loaded = "import sys, kimcore; print([m for m in sys.modules if m.startswith('kimcore.')])"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_adapters_are_the_entry_points() -> None:
    """The contract that keeps adapters apart lists exactly the modules that the entry points offer."""
    points = project()["project"]["entry-points"]["kimcore.plugins"]
    light = {target.partition(":")[0] for target in points.values()}
    offered = {f for m in modules() if m.name in light for f in re.findall(r'"(kimcore_plugins[\w.]+):\w+"', m.text)}
    assert sorted(contract("Adapters")["modules"]) == sorted(offered)
    assert len(points) == len(offered)


def test_an_entry_point_can_be_imported() -> None:
    """Every entry point of the distribution names something that exists."""
    for group in project()["project"].get("entry-points", {}).values():
        for target in group.values():
            module, _, name = target.partition(":")
            assert not name or hasattr(importlib.import_module(module), name)


def test_the_version_is_that_of_the_changelog() -> None:
    """The latest version in CHANGELOG.md is the one in pyproject.toml."""
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert next(h for h in headings if h != "Unreleased") == project()["project"]["version"]


def test_all_is_the_union_of_its_extras() -> None:
    """The extra `all` names only extras that exist, and the base has four dependencies."""
    extras = project()["project"]["optional-dependencies"]
    (line,) = extras["all"]
    assert set(line.removeprefix("kimcore[").removesuffix("]").split(",")) <= set(extras)
    names = [re.split(r"[<>=]", d)[0] for d in project()["project"]["dependencies"]]
    assert names == ["attrs", "cattrs", "pluggy", "python-dateutil"]
