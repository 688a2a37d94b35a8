"""The commands that protect personal data."""

import json
import shutil
from pathlib import Path

import pytest

from kimcore_plugins.storage.sqlite import SqliteStorage
from tests.cli.conftest import Run, folder, kimcore
from tests.privacy.people import KIM, NAME, TRACES

__all__ = ["folder", "kimcore"]


@pytest.fixture
def office(folder: Path, stored: Path) -> Path:
    """Put an office into the working folder whose records name a person everywhere."""
    shutil.copyfile(stored, folder / "kimcore.db")
    return folder


@pytest.mark.usefixtures("office")
def test_export_prints_one_document(kimcore: Run) -> None:
    """On stdout, without personal data; only the full one warns."""
    ran = kimcore("export")
    assert ran.code == 0
    assert ran.json["format"] == "kimcore.export.v1"
    assert ran.err == ""
    full = kimcore("export", "--full", "--lang", "en")
    assert NAME in full.out
    assert "personal data" in full.err


def test_export_writes_a_file(kimcore: Run, office: Path) -> None:
    """With `--out`, and nothing on stdout; `-` is stdout."""
    ran = kimcore("export", "--out", "all.json")
    assert (ran.code, ran.out) == (0, "")
    found = json.loads((office / "all.json").read_text("utf-8"))
    assert found["kims"] == kimcore("export", "--out", "-").json["kims"]
    assert kimcore("export", "--out", "none/all.json").code == 2


@pytest.mark.usefixtures("office")
def test_person_shows_what_is_held(kimcore: Run) -> None:
    """Places with their values, also by pseudonym; nothing about nobody."""
    ran = kimcore("person", NAME, "--format", "json")
    assert ran.code == 0
    assert {"phone", "email"} <= {place["field"].rpartition(".")[2] for place in ran.json["places"]}
    assert kimcore("person", ran.json["pseudonym"], "--kim", KIM).code == 0
    nobody = kimcore("person", "Tak Seorang Pun")
    assert nobody.code == 2
    assert "Tak Seorang Pun" not in nobody.err


def test_erase_reaches_backups_of_the_command_line(kimcore: Run, office: Path) -> None:
    """A backup made by a command is noted, cleaned, and named in what erase prints."""
    kimcore("backup", "copy.db")
    assert kimcore("erase", NAME, "--dry-run").code == 0
    ran = kimcore("erase", NAME, "--lang", "en")
    assert ran.code == 0, ran.err
    assert str(office / "copy.db") in ran.out.replace("\n", "")
    left = [p.name for p in office.glob("*.db*") for t in TRACES if t.encode() in p.read_bytes()]
    assert left == []
    assert kimcore("verify").code == 0
    assert kimcore("verify", "--store", "sqlite:///copy.db").code == 0


def test_erase_exits_1_where_something_is_left(kimcore: Run, office: Path) -> None:
    """A backup that was moved is for a person to look for."""
    kimcore("backup", "copy.db")
    (office / "copy.db").rename(office / "moved.db")
    assert kimcore("erase", NAME).code == 1


@pytest.mark.usefixtures("office")
def test_requests_are_added_listed_and_closed(kimcore: Run) -> None:
    """One after the other; what is missing is named."""
    assert kimcore("requests", "add", "--kind", "access").code == 2
    ran = kimcore("requests", "add", "--kind", "access", "--person", "Orang Kedua", "--format", "json")
    assert [r["person"] for r in ran.json["requests"]] == [NAME, "Orang Kedua"]
    assert "--outcome" in kimcore("requests", "close", "2").err
    assert kimcore("requests", "close", "2", "--outcome", "done").code == 0
    assert "overdue" in kimcore("requests", "--lang", "en").out


@pytest.mark.usefixtures("office")
def test_retention_lists_what_falls_due(kimcore: Run) -> None:
    """Nothing does on the day of an import; a date to come is looked at, not carried out."""
    assert kimcore("retention", "--format", "json").json["due"] == []
    ahead = kimcore("retention", "--dry-run", "--on", "2040-01-01", "--format", "json")
    assert {due["kind"] for due in ahead.json["due"]} == {"undo", "problems"}
    assert kimcore("retention", "--on", "2040-01-01").code == 2


def test_a_report_for_an_audience_has_its_own_name(kimcore: Run, office: Path) -> None:
    """So that it cannot be taken for the office's."""
    for audience in ("province", "kl", "public"):
        ran = kimcore("report", "--out", "r", "--as", "html", "--audience", audience, "--on", "2026-11-24")
        (name,) = ran.out.splitlines()
        text = (office / name).read_text("utf-8")
        assert audience in name
        assert [trace for trace in TRACES if trace in text] == []
        assert (KIM in text) is (audience == "kl")
    assert kimcore("report", "--out", "r", "--audience", "press").code == 2


@pytest.mark.usefixtures("office")
def test_a_province_opens_over_its_districts(kimcore: Run) -> None:
    """Its own code is enough where a district of it is in the store; another province has nothing there."""
    assert kimcore("report", "--out", "r", "--as", "html", "--audience", "province", "--office", "99").code == 0
    assert kimcore("report", "--out", "r", "--audience", "province", "--office", "98").code == 2


@pytest.mark.usefixtures("office")
def test_a_backup_that_cannot_be_noted_is_made_and_told(kimcore: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds the right to write: the copy is there, and its place is to be remembered by hand."""
    monkeypatch.setattr(SqliteStorage.__init__, "__kwdefaults__", {"timeout": 0.05, "journal": "wal"})
    with SqliteStorage(Path("kimcore.db")).unit_of_work() as writer:
        writer.lock()
        ran = kimcore("backup", "copy.db", "--lang", "en")
    assert (ran.code, ran.out) == (0, "copy.db\n")
    assert "erase will not reach it" in ran.err


@pytest.mark.clause("I.A.2", "I.A.5")
@pytest.mark.usefixtures("office")
def test_overview_shows_what_an_audience_may_see(kimcore: Run) -> None:
    """Counts to a province, and to ministries the KIMs too; CSV holds one table; the office has its own report."""
    assert "Daftar KIM" not in kimcore("overview").out
    shown = kimcore("overview", "--audience", "kl", "--lang", "en")
    assert (shown.code, shown.err) == (0, "")
    assert KIM in shown.out
    assert NAME not in shown.out
    table = kimcore("overview", "--audience", "kl", "--format", "csv").out.splitlines()
    assert table[0] == "Bidang,Nama KIM,Tipe,Jenis media,Desa/kelurahan,Kecamatan,Kabupaten/kota"
    assert len(table) == 3
    document = kimcore("overview", "--audience", "public", "--format", "json").json
    assert (document["audience"], document["listed"]) == ("public", [])
    assert kimcore("overview", "--audience", "office").code == 2


@pytest.mark.clause("I.A.1")
@pytest.mark.usefixtures("office")
def test_websites_are_asked_for_and_decided(kimcore: Run) -> None:
    """Recorded with date, officer and paper; the state is that of the day asked for."""
    letter = ("--officer", "made-up official", "--evidence", "letter 1", "--reason", "made-up reason")
    asked = kimcore("websites", "ask", "kim.example.invalid", "--officer", "made-up officer", "--on", "2026-03-01")
    assert (asked.code, asked.err) == (0, "")
    assert kimcore("websites", "decide", "2", "--kind", "approve", *letter, "--on", "2026-04-01").code == 0
    days = ("2026-02-28", "2026-03-31", "2026-04-01")
    documents = [kimcore("websites", "--on", day, "--format", "json").json for day in days]
    states = [[w["state"] for w in d["websites"] if w["site"] == "kim.example.invalid"] for d in documents]
    assert states == [[None], ["requested"], ["approved"]]
    (found,) = (w for w in documents[-1]["websites"] if w["site"] == "kim.example.invalid")
    assert found["decisions"] == [
        {"kind": "approve", "on": "2026-04-01", "by": "made-up official", "reason": "made-up reason",
         "evidence": "letter 1"}
    ]  # fmt: skip
    assert kimcore("websites", "decide", "2", "--kind", "refuse", *letter, "--on", "2026-04-02").code == 2


@pytest.mark.clause("I.A.1")
@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("given", "lacking"),
    [
        (("ask",), "SITE, --officer"),
        (("ask", "kim.example.invalid", "--officer", " "), "--officer"),
        (("decide",), "ID, --kind, --officer, --evidence"),
        (("decide", "1", "--kind", "approve", "--officer", "made-up official"), "--evidence"),
    ],
)
def test_what_a_website_request_lacks_is_named_at_once(kimcore: Run, given: tuple[str, ...], lacking: str) -> None:
    """Nothing is stored."""
    before = kimcore("websites", "--format", "json").json
    ran = kimcore("websites", *given, "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert f"needs: {lacking} [request_incomplete]" in ran.err
    assert kimcore("websites", "--format", "json").json == before
