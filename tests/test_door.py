"""The front door: public names, what importing it loads, and what it lists."""

import os
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest

import kimcore

HEAVY = ("cattrs", "pluggy", "sqlite3", "asyncio", "importlib.metadata", "click", "rich", "python_calamine")
FRESH = "import sys, kimcore\n{use}\nprint(*(name for name in {heavy!r} if name in sys.modules))"


def fresh(code: str) -> list[str]:
    """Return the words that a fresh process prints, without the measuring of coverage, which loads modules itself."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True, env=env)
    return done.stdout.split()


def loaded_by(use: str) -> list[str]:
    """Return which of the heavy modules a fresh process has loaded after importing the door and using it."""
    return fresh(FRESH.format(use=use, heavy=HEAVY))


@pytest.mark.parametrize(
    "use", ["", "kimcore.Kim", "kimcore.rulebook()", "kimcore.assess, kimcore.facts, kimcore.place"]
)
def test_the_domain_is_had_without_what_it_does_not_need(use: Any) -> None:
    """Importing the door and using the domain loads no converter, plug-in host, database or command line."""
    assert loaded_by(use) == []


def test_importing_the_door_imports_no_other_module_of_the_package() -> None:
    """The door is lazy: a name is imported when it is first used."""
    code = "import sys, kimcore; print(*sorted(m for m in sys.modules if m.startswith('kimcore')))"
    assert fresh(code) == ["kimcore"]


@pytest.mark.parametrize("name", kimcore.__all__)
def test_a_public_name_is_that_of_its_module(name: Any) -> None:
    """Each name of the door is the object of the package that defines it, and is public there."""
    home = import_module(kimcore.HOMES[name])
    assert getattr(kimcore, name) is getattr(home, name)
    assert name in home.__all__


def test_the_names_and_their_homes_are_the_same_set() -> None:
    """No name is promised without a home, none has a home and is not promised."""
    assert set(kimcore.HOMES) == set(kimcore.__all__)


def test_the_door_lists_its_names() -> None:
    """`dir()` is for people: the public names, sorted."""
    assert dir(kimcore) == sorted(kimcore.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """A misspelt name fails as on any module."""
    with pytest.raises(AttributeError, match="Kimm"):
        _ = kimcore.Kimm
    assert not hasattr(kimcore, "nothing")
