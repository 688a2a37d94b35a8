"""Proving the data by command: `verify` with and without an anchor, and the audit log."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workspace.registers import DEMO, OFFICE


@pytest.fixture
def store(kimcore: Run, folder: Path) -> Path:
    """Return a store that holds the made-up district."""
    kimcore("import", DEMO, "--office", OFFICE, "--by", "officer 17")
    return folder / "kimcore.db"


def test_a_sound_store_is_said_to_be_sound(kimcore: Run, store: Path) -> None:
    """Exit code 0, and how much was checked."""
    ran = kimcore("verify", "--lang", "en")
    assert (ran.code, ran.out.startswith("Sound: ")) == (0, True)


def test_a_changed_row_is_named(kimcore: Run, store: Path) -> None:
    """Exit code 1, and where the fault is, in each format."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE documents SET payload = replace(payload, 'Anyelir', 'Melati') WHERE kind = 'kim'")
        connection.commit()
    ran = kimcore("verify", "--format", "json")
    assert (ran.code, ran.json["sound"]) == (1, False)
    assert any(fault["where"].endswith("99.01-0001") for fault in ran.json["faults"])
    for form in ("text", "csv"):
        ran = kimcore("verify", "--format", form)
        assert (ran.code, "99.01-0001" in ran.out) == (1, True)


def test_the_anchor_is_made_and_then_moved(kimcore: Run, store: Path) -> None:
    """The person is told which of the two happened."""
    first, second = (kimcore("verify", "--anchor", "anchor.json", "--lang", "en") for _ in range(2))
    assert ("was made" in first.err, "was moved" in second.err) == (True, True)


def test_the_log_names_user_and_command(kimcore: Run, store: Path) -> None:
    """`--by` is the user in every row; a KIM narrows the rows to its own."""
    entries = kimcore("audit", "99.01-0001", "--format", "json").json["entries"]
    assert {(e["by"], e["why"]) for e in entries} == {("officer 17", "import")}
    assert all(e["id"].startswith("99.01-0001") for e in entries)
