"""What a workspace says to the logger `kimcore`: one line each, and nothing personal."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from kimcore.testing import a_candidate, a_decision, a_workspace
from kimcore.workspace.logs import one_line
from tests.workspace.registers import profile, write_register


def test_an_import_says_what_it_did(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    """Files and counts at info; at debug where each problem is, without its value."""
    file = write_register(tmp_path / "register.xlsx", profile(("KIM Anyelir", "Satu", None, "rahasia")))
    with caplog.at_level(logging.DEBUG, "kimcore"), a_workspace() as workspace:
        workspace.take_in(file, dry_run=True)
        workspace.take_in(file)
    info = [r.getMessage() for r in caplog.records if r.levelno == logging.INFO]
    assert [line.partition(" for 99.01: register.xlsx; new 1, ")[0] for line in info] == [
        "read, nothing stored",
        "imported",
    ]
    assert "problem choice_unreadable: register.xlsx / Profil KIM / 2 / Tipe KIM" in caplog.messages
    assert "rahasia" not in caplog.text
    assert "Anyelir" not in caplog.text


def test_decisions_and_files_are_said(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    """A decision by its kind, day and the id of the KIM; a report by its files."""
    with caplog.at_level(logging.INFO, "kimcore"), a_workspace(a_candidate()) as workspace:
        workspace.decide(a_decision("admit"))
        workspace.report(tmp_path, ["html"])
    assert caplog.messages[0] == "decision admit on 2026-11-24 for kim-1"
    assert caplog.messages[1].startswith("wrote ")
    assert len(caplog.messages) == 2


@pytest.mark.parametrize(
    ("text", "shown"), [("a\nb", "a\\nb"), ("\x1b[31m", "\\x1b[31m"), ("\u2028", "\\u2028"), ("Désa É", "Désa É")]
)
def test_one_line(text: str, shown: str) -> None:
    """What is not printable is escaped, letters of any script stay."""
    assert one_line(text) == shown


def test_nothing_is_printed_unless_logging_is_set_up(unmeasured: dict[str, str]) -> None:
    """The logger has a handler that does nothing, so an application that does not log sees no line."""
    program = (
        "from kimcore.testing import a_workspace as w; from kimcore.workspace.logs import LOGGER as l; l.error('x')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=unmeasured)
    assert done.stdout + done.stderr == ""
