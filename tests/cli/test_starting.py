"""The command line as a program: start, encoding, pipes, what is not installed, faults of plug-ins."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kimcore import __main__
from tests.cli.conftest import Run

DATED = ("--on", "2026-11-24")


def program(*arguments: str, **changes: str) -> "subprocess.CompletedProcess[bytes]":
    """Run kimcore as a program."""
    command = [sys.executable, "-m", "kimcore", *arguments]
    return subprocess.run(command, capture_output=True, env=os.environ | changes, timeout=120, check=False)


def python(source: str, env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run a line of Python as a program."""
    command = [sys.executable, "-c", source]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False, env=env)


@pytest.mark.usefixtures("district")
def test_output_is_utf8_whatever_the_locale_says() -> None:
    """A terminal that claims ASCII gets the dash of an unknown all the same."""
    ran = program(*DATED, "assess", PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert ran.returncode == 0
    assert "–" in ran.stdout.decode("utf-8")


@pytest.mark.usefixtures("district")
@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
@pytest.mark.parametrize("more", [("monitor",), ("assess", "--format", "json"), ("map", "--format", "csv")])
def test_a_reader_that_has_gone_is_no_failure(more: tuple[str, ...]) -> None:
    """`kimcore monitor | head`: exit 0, no traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "kimcore", *DATED, *more]
    ran = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    os.close(writer)
    assert ran.returncode == 0
    assert "Traceback" not in ran.stderr
    assert "Broken" not in ran.stderr


@pytest.mark.usefixtures("district")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk_is_said_in_one_line() -> None:
    """What cannot be written is exit 2, not a traceback."""
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "kimcore", *DATED, "assess"]
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
    assert ran.returncode == 2
    assert ran.stderr.startswith("galat: tidak dapat membaca atau menulis")
    assert "Traceback" not in ran.stderr


def test_help_imports_neither_rich_nor_the_workspace(unmeasured: dict[str, str]) -> None:
    """Help is fast: modules of commands, libraries that print or store are left alone."""
    source = (
        "import sys, io\nfrom kimcore.cli import run\nrun(['--help'])\n"
        "print(*[m for m in sys.modules if m.split('.')[0] in {'rich', 'cattrs', 'pluggy', 'sqlite3'} "
        "or m.startswith(('kimcore.workspace', 'kimcore.cli.assess', 'kimcore.intake'))], file=sys.stderr)"
    )
    ran = python(source, unmeasured)
    assert ran.returncode == 0
    assert ran.stderr.strip() == ""


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_a_missing_library_is_named_in_one_line(district: Path, missing: str) -> None:
    """A base install says which extra to add, with exit 2 and without a traceback."""
    source = (
        f"import sys\nsys.modules[{missing!r}] = None\nsys.modules['{missing}.console'] = None\n"
        "from kimcore.__main__ import main\nsys.argv = ['kimcore', 'assess', '--on', '2026-11-24']\nsys.exit(main())"
    )
    ran = python(source)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "pip install 'kimcore[cli]'" in ran.stderr
    assert ran.stderr.count("\n") == 1


@pytest.mark.usefixtures("district")
def test_json_and_csv_need_no_rich(kimcore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only a table for people asks for it; the message is in the language asked for."""
    for name in ("rich", "rich.console"):
        monkeypatch.setitem(sys.modules, name, None)
    assert kimcore(*DATED, "assess", "--format", "json").code == 0
    assert kimcore(*DATED, "assess", "--format", "csv").code == 0
    ran = kimcore(*DATED, "assess", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "error: a table needs an extra: pip install 'kimcore[cli]' [missing_extra]\n"


@pytest.mark.usefixtures("district")
def test_a_pipe_that_breaks_ends_a_command(kimcore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is said about it, and nothing more is written."""

    def broken(*_: object, **__: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("kimcore.cli.output.click.echo", broken)
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    assert kimcore(*DATED, "assess", "--format", "json") == (0, "", "")


def test_another_missing_module_is_not_taken_for_click(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of an installation is not explained away."""
    monkeypatch.delitem(sys.modules, "kimcore.cli", raising=False)
    monkeypatch.setitem(sys.modules, "kimcore.cli", None)
    with pytest.raises(ModuleNotFoundError):
        __main__.main()


def test_main_returns_the_exit_code(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The console script hands the code of the command on."""
    monkeypatch.setattr(sys, "argv", ["kimcore", "rules", "--format", "json"])
    assert __main__.main() == 0
    assert json.loads(capsys.readouterr().out)["format"] == "kimcore.rules.v1"


def test_an_interruption_ends_with_2(kimcore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C leaves one line."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kimcore.cli.rules.books", interrupted)
    ran = kimcore("rules", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip() == "error: interrupted"


FAULTY = "raise RuntimeError('made up\\x1b[31m')"


def test_a_plugin_that_fails_is_listed_and_ends_with_1(
    kimcore: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its error stands in its row, without characters that steer a terminal; other commands work."""
    info = folder / "faulty-1.0.dist-info"
    info.mkdir()
    (folder / "kimcore_faulty.py").write_text(FAULTY, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: faulty\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[kimcore.plugins]\nfaulty = kimcore_faulty\n", encoding="utf-8")
    monkeypatch.syspath_prepend(folder)
    text, document = kimcore("plugins"), kimcore("plugins", "--format", "json")
    assert (text.code, document.code) == (1, 1)
    assert "\x1b" not in text.out + document.out
    states = {p["name"]: p["state"] for p in document.json["plugins"]}
    assert states["faulty"] == "failed"
    assert states["sqlite"] == "active"
    assert kimcore("rules").code == 0


def test_work_is_shown_on_a_terminal_only(kimcore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Progress goes to stderr, and only where somebody looks."""
    quiet = kimcore("demo", "--out", "a")
    assert "Menjalankan" not in quiet.err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    loud = kimcore("demo", "--out", "b")
    assert "Menjalankan" not in loud.out
    assert loud.code == 0
