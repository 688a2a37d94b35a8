"""Text from data cannot steer a terminal, forge a line, become a formula or be read as markup."""

import csv
import io
import json
from pathlib import Path

import pytest

from kimcore.cli.wording import printable
from tests.cli.conftest import Run
from tests.workspace.registers import PROFILE, write_csv

ESCAPE, CSI, OVERRIDE = "\x1b", "\x9b", "\u202e"
NAMES = [
    "=1+1",
    "+62 800",
    "-",
    "@sum",
    f"KIM {ESCAPE}[31mMerah{ESCAPE}[0m",
    f"KIM {CSI}2JHapus",
    f"KIM {OVERRIDE}kilab",
    "KIM Dua\ngalat: baris palsu",
    "[red]KIM[/red] {name} %s </td>",
    "KIM\u00a0Sela",
]


@pytest.fixture
def hostile(kimcore: Run, folder: Path) -> Run:
    """Import a register of hostile names, each in its own village."""
    rows = [(name, f"Desa {number}", f"{number}/K") for number, name in enumerate(NAMES)]
    file = write_csv(folder / "Profil KIM.csv", [PROFILE[:3], *rows])
    assert kimcore("import", file, "--office", "99.01").code in (0, 1)
    return kimcore


def unsafe(text: str) -> set[str]:
    """Return the characters by which a text could steer a terminal."""
    return {c for c in text if c in {ESCAPE, CSI, OVERRIDE} or (c < " " and c != "\n")}


@pytest.mark.parametrize("command", ["assess", "map", "monitor", "issues"])
def test_text_holds_no_control_characters(hostile: Run, command: str) -> None:
    """Neither stdout nor stderr holds an escape, a C1 control or a mark that turns text around."""
    ran = hostile(command, "--on", "2026-11-24")
    assert ran.code == 0
    assert unsafe(ran.out + ran.err) == set()


def test_a_name_forges_no_line(hostile: Run) -> None:
    """A line break in a name is a blank where people read, on stdout and in messages."""
    ran = hostile("partnership", "7/K", "--on", "2026-11-24")
    assert [line for line in (ran.out + ran.err).splitlines() if line.startswith("galat")] == []
    assert "KIM Dua galat: baris palsu" in ran.err


def test_markup_and_braces_are_text(hostile: Run) -> None:
    """A name is shown as it is, whatever a formatter would make of it."""
    for ran in (hostile("assess", "8/K"), hostile("partnership", "8/K"), hostile("explain", "8/K")):
        assert ran.code == 0
        assert "[red]KIM[/red] {name} %s </td>" in ran.out


def test_an_inner_blank_that_does_not_break_stays(hostile: Run) -> None:
    """A non-breaking space is no control character."""
    assert "KIM\u00a0Sela" in hostile("assess", "9/K").out


def test_csv_guards_formulas(hostile: Run) -> None:
    """A text that a spreadsheet would run begins with an apostrophe; numbers and dates do not."""
    rows = list(csv.reader(io.StringIO(hostile("assess", "--format", "csv").out)))
    assert [row[0] for row in rows[1:5]] == ["'=1+1", "'+62 800", "'-", "'@sum"]
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))] == []


def test_json_gives_names_back_as_they_are_stored(hostile: Run) -> None:
    """What is not printable stands as an escape; what XML cannot hold was replaced at intake."""
    ran = hostile("assess", "--format", "json")
    assert unsafe(ran.out) == set()
    names = {kim["community_number"]: kim["name"] for kim in json.loads(ran.out)["kims"]}
    assert names["6/K"] == NAMES[6]
    assert names["7/K"] == NAMES[7]
    assert names["9/K"] == NAMES[9]
    assert ESCAPE not in names["4/K"]


def test_an_argument_is_repeated_safely(hostile: Run) -> None:
    """An unknown name that holds an escape or a line break comes back harmless, in one line."""
    for command in ("assess", "explain", "partnership"):
        ran = hostile(command, f"tak ada{ESCAPE}[31m\ngalat: palsu{CSI}")
        assert ran.code == 2
        assert unsafe(ran.err) == set()
        assert ran.err.count("\n") == 1


def test_csv_on_a_terminal_is_cleaned(hostile: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file keeps what a workbook can hold; a terminal gets none of it."""
    assert unsafe(hostile("assess", "--format", "csv").out) == {CSI, OVERRIDE}
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert unsafe(hostile("assess", "--format", "csv").out) == set()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("KIM Anyelir", "KIM Anyelir"),
        ("a\tb\r\nc\u2028d", "a b  c d"),
        ("\x1b[0m", "�[0m"),
        ("\ud800", "�"),
        ("👩‍🌾 é ﷽", "👩‍🌾 é ﷽"),
        ("\u2066x\u2069", "�x�"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    """Breaks become blanks, controls a mark; letters, joined signs and blanks stay."""
    assert printable(text) == shown
