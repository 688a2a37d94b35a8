"""`kimcore new-plugin metrics`: the package that it makes can be installed, passes its tests, and is found."""

import os
from pathlib import Path

import pytest

from kimcore.cli import run
from tests.testing.packages import path_of, python


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a package that the command made."""
    folder = tmp_path_factory.mktemp("plugins")
    assert run(["new-plugin", "metrics", "kimcore-notice-board", "--out", str(folder)]) == 0
    return folder / "kimcore-notice-board"


@pytest.fixture(scope="module")
def installed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the path on which the package is found."""
    return path_of(made, tmp_path_factory.mktemp("site"))


def test_its_tests_pass(made: Path, installed: str) -> None:
    """The whole contract holds for the provider as it was made."""
    done = python(made, "-m", "pytest", "-q", "-p", "no:cacheprovider", path=installed)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout


def test_kimcore_finds_it(made: Path, installed: str) -> None:
    """It is an active plug-in, and opens under its name."""
    listed = python(made, "-m", "kimcore", "plugins", "--format", "csv", path=installed)
    assert "kimcore-notice-board,0.1.0,active" in listed.stdout.replace("aktif", "active")
    opening = "from kimcore.plugins import PluginHost; print(PluginHost().metric_provider('noticeboard').hosts)"
    opened = python(made, "-c", opening, path=installed)
    assert opened.stdout == "frozenset({'api.board.example'})\n", opened.stderr


def test_it_is_checked_without_a_test_file(made: Path, installed: str) -> None:
    """The command line runs the contract with the scene of the package."""
    target, scene = "kimcore_notice_board.provider:NoticeBoardProvider", "board:scene"
    path = os.pathsep.join((installed, str(made / "tests")))
    command = ("-m", "kimcore.testing", "check", target, "--scene", scene, "--only", "plan")
    done = python(made, *command, path=path)
    assert done.returncode == 0, done.stderr
    assert ", 0 broken." in done.stdout
