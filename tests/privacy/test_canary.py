"""Canaries: made-up personal data and the secret key go through every command and fault, and come out nowhere.

Nowhere is: logs at DEBUG of every logger, texts of errors, reprs, the default export, the problems of an import, the
audit log. Commands whose purpose is to show a person's data (`person`, `requests`, reports of the office) do so on
stdout alone.
"""

import logging
import shutil
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kimcore.errors import Conflict, KimError
from kimcore.partnership import Decision
from kimcore.plugins import ObserverDescriptor, ScorerDescriptor
from kimcore.ports import RecordedDecision
from kimcore.testing import a_kim
from kimcore.workspace import Workspace
from kimcore.workspace.persons import every
from kimcore.workspace.pseudonyming import pseudonyms_of
from kimcore.workspace.records import Records
from tests.cli.conftest import Ran, Run, folder, kimcore
from tests.plugins.odd import a_host_with, descriptor_of
from tests.privacy.people import COMPLAINT, KIM, NAME, PHONE, TRACES, a_decision_about, filled, sheets
from tests.workspace.registers import OFFICE, Sheets, write_register

__all__ = ["folder", "kimcore"]

CANARIES = (*TRACES, COMPLAINT, "0811-7777-8888", "Orang Kedua", "Orang Lain", "risalah")
DECISION = ("--officer", NAME, "--reason", f"menurut {NAME}", "--evidence", f"surat {PHONE}")
SILENT = [
    ("assess",),
    ("map",),
    ("partnership", KIM),
    ("partnership", KIM, "indicate", "--ground", "6", *DECISION),
    ("report", "--out", "r", "--as", "html", "--audience", "public"),
    ("report", "--out", "r", "--as", "html", "--audience", "kl"),
    ("report", "--out", "r", "--as", "html", "--audience", "province"),
    ("overview", "--audience", "public"),
    ("overview", "--audience", "kl"),
    ("overview", "--audience", "province"),
    ("backup", "copy.db"),
    ("verify",),
    ("audit",),
    ("export",),
    ("retention", "--dry-run"),
    ("rules",),
    ("plugins",),
    ("erase", NAME, "--dry-run"),
]
"""What shows no personal data, on stdout or stderr."""
TELLING = [
    ("person", NAME),
    ("requests",),
    ("requests", "add", "--kind", "access", "--person", NAME),
    ("websites",),
    ("websites", "ask", "kim.example.invalid", "--officer", NAME),
    ("explain", KIM),
    ("issues",),
    ("monitor",),
    ("report", "--out", "r"),
    ("export", "--full", "--out", "f.json"),
]
"""What shows personal data on stdout or in files, because that is what it is for; stderr is silent."""
FAULTY = [
    ("import", "bad.xlsx"),
    ("import", "missing.xlsx"),
    ("person", "p-ffffffffffffffff"),
    ("erase", f"{NAME} Lain"),
    ("requests", "close", "77", "--outcome", "refused", "--answer", NAME),
    ("requests", "add", "--kind", "access", "--person", NAME, "--received", "kemarin"),
    ("websites", "decide", "77", "--kind", "approve", "--officer", NAME, "--evidence", NAME),
    ("websites", "decide", "1", "--kind", "revoke", "--officer", NAME, "--evidence", NAME),
    ("partnership", KIM, "conclude", "--ground", "5", "--finding", "proven", *DECISION),
    ("partnership", KIM, "renew", "--from", "2020-01-01", *DECISION),
    ("export", "--out", "none/f.json"),
    ("backup", "kimcore.db"),
    ("retention", "--on", "2090-01-01"),
]
"""What cannot be done, for one reason or another."""


@pytest.fixture
def key(folder: Path, stored: Path) -> str:
    """Put the store into the working folder, and return its secret key."""
    shutil.copyfile(stored, folder / "kimcore.db")
    with Workspace.open(f"sqlite:///{folder / 'kimcore.db'}") as workspace:
        return pseudonyms_of(workspace.ledger).key


@pytest.fixture(autouse=True)
def loud(caplog: pytest.LogCaptureFixture) -> None:
    """Let every logger say everything."""
    caplog.set_level(logging.DEBUG)


def hits(text: str, *more: str) -> list[str]:
    """Return the canaries that stand in a text."""
    return [canary for canary in (*CANARIES, *more) if canary in text]


@pytest.mark.parametrize("command", SILENT, ids=" ".join)
def test_a_command_shows_no_canary(kimcore: Run, key: str, caplog: pytest.LogCaptureFixture, command: Any) -> None:
    """Neither where people read nor where programs do, nor in the log."""
    for form in ("text", "json", "csv"):
        if form != "text" and command[0] in ("backup", "partnership"):
            continue
        ran = kimcore(*command, "--on", "2026-11-24", "--format", form)
        assert ran.code in (0, 1), ran.err
        assert hits(ran.out + ran.err, key) == []
    assert hits(caplog.text, key) == []


@pytest.mark.parametrize("command", TELLING, ids=" ".join)
def test_a_command_that_shows_data_shows_them_on_stdout_alone(
    kimcore: Run, key: str, caplog: pytest.LogCaptureFixture, command: Any
) -> None:
    """What goes to stderr or a log is silent; the key is shown nowhere."""
    ran = kimcore(*command)
    assert ran.code == 0, ran.err
    assert hits(ran.err + caplog.text, key) == []
    assert key not in ran.out


@pytest.mark.parametrize("command", FAULTY, ids=" ".join)
def test_a_refusal_repeats_no_canary(
    kimcore: Run, key: str, folder: Path, caplog: pytest.LogCaptureFixture, command: Any
) -> None:
    """The message of an error names files, columns and codes, not what stood there."""
    (folder / "bad.xlsx").write_bytes(b"PK\x03\x04" + NAME.encode() * 50)
    ran: Ran = kimcore(*command)
    assert ran.code == 2
    assert hits(ran.out + ran.err + caplog.text, key) == []


def test_filling_a_store_logs_no_canary(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Imports with problems, a decision, a request: one line each, without what they hold."""
    filled(folder).close()
    assert "imported for 99.01" in caplog.text
    assert hits(caplog.text) == []


def odd_cells() -> Sheets:
    """Return the register with canaries in the wrong cells of personal columns."""
    found = sheets()
    found["Pengurus"] += [(KIM, "Orang Ketiga", "Seksi", "Anggota", f"ASN {NAME} {PHONE}")]
    found["Profil KIM"][2] = ("KIM Lain", "Desa B", NAME, PHONE, NAME, NAME, f"{NAME} di rumah", None, "A")
    found["Kelembagaan"][1] = (KIM, "SK/1", "2024-01-01", "seterusnya", f"kasus {NAME}", f"partai {NAME}", None, "ya")
    found["Diseminasi"] = []
    return found


def test_problems_mask_personal_cells(kimcore: Run, folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A cell of a personal column that cannot be read is told by its place; its letters are masked."""
    file = write_register(folder / "odd.xlsx", {name: rows for name, rows in odd_cells().items() if rows})
    ran = kimcore("import", file, "--office", OFFICE, "--format", "json")
    codes = [p["code"] for p in ran.json["problems"] if p["sheet"] in ("Pengurus", "Kelembagaan")]
    assert codes.count("answer_unreadable") == 4
    assert hits(ran.out + ran.err + caplog.text) == []


def test_no_repr_shows_a_canary(folder: Path, key: str) -> None:
    """Every stored record, what it was before, every result, the workspace itself."""
    with Workspace.open(f"sqlite:///{folder / 'kimcore.db'}") as workspace:
        with workspace.storage.unit_of_work() as unit:
            records = Records(unit, workspace.office)
            shown = [repr(held.record) + repr(held) for held in every(records)]
            kinds = ("kim", "secret", "undo", "import")
            shown += [repr(document) for kind in kinds for document in unit.documents(kind)]
        results = (
            *(workspace.person(NAME), workspace.erase(NAME, dry_run=True), workspace.requests(), workspace.assess()),
            *(workspace.overview("kl"), workspace.websites(), workspace.last_import(), workspace.audit()),
            *(pseudonyms_of(workspace.ledger), workspace, workspace.ledger),
        )
        shown += [*map(repr, results), *(repr(row) for row in workspace.person(NAME))]
    assert hits("\n".join(shown), key) == []


def test_the_audit_log_holds_no_canary(kimcore: Run, folder: Path, key: str) -> None:
    """After every command, as it stands in the file."""
    for command in (*SILENT, *TELLING, *FAULTY, ("erase", NAME)):
        kimcore(*command)
    with sqlite3.connect(folder / "kimcore.db") as connection:
        (table,) = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                    if "audit" in name or "entr" in name]  # fmt: skip
        rows = connection.execute(f'SELECT * FROM "{table}"').fetchall()
    connection.close()
    assert len(rows) > 20
    assert hits(repr(rows), key) == []


def test_a_conflict_names_no_canary(folder: Path, key: str, caplog: pytest.LogCaptureFixture) -> None:
    """Two writers of one record: the error names kind, id and revisions."""
    with Workspace.open(f"sqlite:///{folder / 'kimcore.db'}") as workspace, workspace.ledger.unit("canary") as unit:
        records = Records(unit, workspace.office)
        with pytest.raises(Conflict) as caught:
            records.put("kim", workspace.kims()[0].id, workspace.kims()[0], 77)
    assert hits(f"{caught.value} {caught.value.id} {caught.value!r} {caught.value.params} {caplog.text}", key) == []


class Tattler:
    """A plug-in that fails and repeats all it was passed."""

    def decided(self, decision: RecordedDecision) -> None:
        """Raise."""
        raise ValueError(f"{decision.officer} {decision.reason} {decision.evidence}")

    def score(self, kim: Any, on: Any) -> float:  # noqa: ARG002
        """Raise."""
        raise ValueError(f"{kim.board.people} {[p.name for p in kim.board.people]} {kim.profile.phone}")


@pytest.mark.parametrize("strict", [False, True])
def test_a_failing_plug_in_tells_no_canary(caplog: pytest.LogCaptureFixture, strict: bool) -> None:
    """What it raised is not repeated, whatever it was passed; neither in status nor log, nor by a strict host."""
    host = a_host_with(
        descriptor_of(ObserverDescriptor, Tattler, name="o", wants_personal_data=True),
        descriptor_of(ScorerDescriptor, Tattler, wants_personal_data=True),
        strict=strict,
    )
    said = []
    with Workspace.open("memory:", OFFICE, host=host, scorer="odd") as workspace:
        with workspace.ledger.unit("made up") as unit:
            kim = a_kim(profile__contact_person=NAME, profile__phone=PHONE)
            Records(unit, workspace.office).put("kim", kim.id, kim, 0)
            unit.commit()
        decision: Decision = a_decision_about("kim-1")
        for call in (workspace.map, lambda: workspace.decide(decision)):
            with suppress(KimError):
                call()
                continue
            said.append("refused")
        said.append(f"{host.status()} {[row for _, row in workspace.audit()]}")
    assert hits(caplog.text + "".join(said)) == []
