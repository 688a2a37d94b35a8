"""`kimcore monitor --table`: one table of monitoring alone, for people and for a spreadsheet."""

import csv
import io

import pytest

from kimcore.cli.monitor import TABLES
from kimcore.workspace import Workspace
from tests.cli.conftest import Run
from tests.workspace.registers import DEMO, OFFICE, ON

DATED = ("--on", "2026-11-24", "monitor")
pytestmark = pytest.mark.usefixtures("district")
VILLAGES = ("--villages", str(DEMO.with_name("villages.csv")))


def test_the_option_names_every_table() -> None:
    """The choices are the keys of the tables, in their order."""
    with Workspace.open("memory:", OFFICE) as office:
        found = office.monitor(until=ON, villages=[("99.01.01.1001", "Muaralaras")])
        assert [t.key for t in found.every_table()] == list(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_one_table_alone_is_printed(kimcore: Run, table: str) -> None:
    """CSV has its rows and nothing else; text has its title once, and no other table's."""
    data = kimcore(*DATED, *VILLAGES, "--table", table, "--format", "csv")
    text = kimcore(*DATED, *VILLAGES, "--table", table)
    rows = list(csv.reader(io.StringIO(data.out)))
    assert len(rows) > 1
    assert len({len(row) for row in rows}) == 1
    assert text.out.count("kantor 99.01") == 1
    assert "juknis-2022" in data.err


def test_a_document_holds_every_table_whatever_is_named(kimcore: Run) -> None:
    """JSON is one document with one shape."""
    every, one = (kimcore(*DATED, *more, "--format", "json").json for more in ((), ("--table", "proofs")))
    assert one == every


def test_the_coverage_needs_a_directory(kimcore: Run) -> None:
    """The error says so, and the exit code is 2."""
    ran = kimcore(*DATED, "--table", "coverage", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "needs a directory of villages" in ran.err


@pytest.mark.clause("V.B.continue")
def test_the_evaluation_is_in_the_document_by_side(kimcore: Run) -> None:
    """Each reason has a side, words, a day, a clause and where it is recorded; no key decides."""
    found = kimcore(*DATED, "--format", "json", "--lang", "en").json["evaluation"]
    keys = {"subject", "side", "reason", "on", "clause", "recorded_in"}
    assert all(set(c) == keys for kim in found for c in kim["considerations"])
    assert {c["side"] for kim in found for c in kim["considerations"]} == {"for", "against", "untold"}
    assert all(set(kim) == {"kim", "considerations"} for kim in found)
