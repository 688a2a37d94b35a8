"""`kimcore new-plugin`: the package that it makes can be installed, passes its tests, and is found by kimcore."""

import os
import sys
import venv
from pathlib import Path

import pytest

from kimcore.cli import run
from tests.testing.packages import path_of, python
from tests.workspace.registers import DEMO


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a package that the command made."""
    folder = tmp_path_factory.mktemp("plugins")
    assert run(["new-plugin", "storage", "kimcore-lines", "--out", str(folder)]) == 0
    return folder / "kimcore-lines"


@pytest.fixture(scope="module")
def installed(made: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the path on which the package is found."""
    return path_of(made, tmp_path_factory.mktemp("site"))


def test_its_tests_pass(made: Path, installed: str) -> None:
    """The whole contract holds for the store as it was made."""
    done = python(made, "-m", "pytest", "-q", "-p", "no:cacheprovider", path=installed)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout
    assert "skipped" not in done.stdout


def test_kimcore_finds_it_and_uses_it(made: Path, installed: str) -> None:
    """It is an active plug-in, and its scheme is that of a store that keeps a register from one command to the next."""
    listed = python(made, "-m", "kimcore", "plugins", "--format", "csv", path=installed)
    assert "kimcore-lines,0.1.0,active" in listed.stdout.replace("aktif", "active")
    store = ("--store", "lines:office.jsonl", "--on", "2026-11-24")
    taken = python(made, "-m", "kimcore", "import", str(DEMO), "--office", "99.01", *store, path=installed)
    assert taken.returncode == 1, taken.stderr  # the made-up register has faults to be told
    judged = python(made, "-m", "kimcore", "assess", "KIM Anyelir", *store, path=installed)
    assert judged.returncode == 0, judged.stderr
    assert "KIM Anyelir" in judged.stdout


def test_pip_installs_it(made: Path, tmp_path: Path) -> None:
    """`pip install -e .` in an environment of its own, without a network; there its tests pass and kimcore finds it."""
    venv.create(tmp_path / "env", system_site_packages=True, with_pip=False)
    own = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (site,) = (tmp_path / "env").rglob("site-packages")
    (site / "outer.pth").write_text("\n".join(filter(os.path.isdir, sys.path)), "utf-8")
    offline = ("--no-index", "--no-deps", "--no-build-isolation", "--quiet", "--disable-pip-version-check")
    done = python(made, "-m", "pip", "install", *offline, "-e", ".", by=own)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [path.name for path in site.glob("kimcore_lines-*")] == ["kimcore_lines-0.1.0.dist-info"]
    checked = python(made, "-m", "pytest", "-q", "-p", "no:cacheprovider", by=own)
    assert checked.returncode == 0, checked.stdout
    assert " passed" in checked.stdout
    listed = python(tmp_path, "-m", "kimcore", "plugins", "--format", "csv", "--lang", "en", by=own)
    assert "kimcore-lines,0.1.0,active" in listed.stdout


def test_a_folder_that_is_there_is_left_alone(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second package of the name is refused, and the first is as it was."""
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    assert run(["new-plugin", "storage", "kimcore-lines", "--out", str(made.parent), "--lang", "en"]) == 2
    assert "is there already" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["", "Lines", "kimcore_lines", "-lines", "lines-", "a--b", "../x", "lines/x", "1a"])
def test_a_name_that_is_none_of_a_package_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says which names are, and makes nothing."""
    assert run(["new-plugin", "storage", "--out", str(tmp_path), "--lang", "en", "--", name]) == 2
    assert "no name of a package" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in the place of a folder is one clear error."""
    (tmp_path / "file").touch()
    assert run(["new-plugin", "storage", "lines", "--out", str(tmp_path / "file" / "x"), "--lang", "en"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_an_unknown_kind_names_the_kinds(capsys: pytest.CaptureFixture[str]) -> None:
    """The kinds are the folders of templates."""
    assert run(["new-plugin", "nothing", "lines", "--lang", "en"]) == 2
    assert "storage" in capsys.readouterr().err
