"""What the files of the repository may not say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.repository.tree import ROOT

FOLDERS = ("src", "tests", "docs", "scripts", "examples", "benchmarks", ".ci")
KINDS = {".py", ".md", ".toml", ".csv", ".json", ".txt", ".html", ".css", ".j2", ".yaml", ".yml", ""}
SPECIMENS = "tests/repository/test_texts.py"
FOREIGN = ROOT / "tests" / "data" / "naughty_strings.json"
ABOVE = "../" + "shared"
ONE_MACHINE = re.compile(r"(?<![\w.])/(?:work|tmp|root|home)/\w")
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X)\b")


def texts() -> Iterator[Path]:
    """Yield the text files of the repository but the strings of others, which say what they like."""
    top = [p for p in ROOT.iterdir() if p.is_file() and not p.name.startswith(".coverage")]
    below = [p for folder in FOLDERS for p in (ROOT / folder).rglob("*") if p.is_file()]
    made = {"_build", "__pycache__"}
    found = (p for p in top + below if p.suffix in KINDS and made.isdisjoint(p.relative_to(ROOT).parts))
    yield from sorted(p for p in found if p != FOREIGN)


def said(pattern: re.Pattern[str]) -> list[str]:
    """Return the places where a pattern stands."""
    return [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in texts()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_place_of_one_machine() -> None:
    """A path of one machine says nothing to anyone else."""
    assert said(ONE_MACHINE) == []


def test_only_the_checks_look_above_the_clone() -> None:
    """The folder beside a clone is named in `.ci/run` alone."""
    assert {place.rpartition(":")[0] for place in said(re.compile(re.escape(ABOVE)))} <= {".ci/run"}


def test_nothing_is_left_unfinished() -> None:
    """What is not done stands in an issue, not in the source."""
    assert said(UNFINISHED) == []


@pytest.mark.parametrize("path", ["README.md", "CHANGELOG.md", "LICENSE", "CONTRIBUTING.md", "src/kimcore/py.typed"])
def test_the_repository_has_what_others_look_for(path: str) -> None:
    """Readme, changelog, licence, a word to contributors, and the mark of a typed package."""
    assert (ROOT / path).is_file()


def test_the_readme_has_the_two_lines_and_the_checks_run_the_second() -> None:
    """The two commands of a fresh machine stand in the readme as they are promised."""
    first = "python3 -m venv .venv && .venv/bin/pip install '.[all]' && .venv/bin/kimcore demo --out out"
    second = "python3 -m venv .venv && .venv/bin/pip install nox uv && .venv/bin/nox"
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert {first, second} <= set(readme)
    assert second in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
