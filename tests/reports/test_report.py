"""The office's report: every table of the guideline, and the figures that the commands say."""

from collections import Counter
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from kimcore.tables import Report
from kimcore.terms import LANGUAGES, Term, Text
from kimcore.workspace import Workspace
from tests.reports.reading import column, table, words
from tests.workspace.registers import OFFICE, ON, profile, write_register

TABLES = (
    "profiles;judgements;reasons;issues;suggestions;approaches;mapping;measures;growth;engagement;consistency;gatherings;"
    "surveys;activities;proofs;social_media;evaluation;coverage;problems;parameters"
).split(";")


def test_every_table_is_there_once(report: Report) -> None:
    """In the order of the guideline: 3.1, judgements, 3.2, 3.3, 5.1 to 5.3, then problems and parameters."""
    assert [t.key for t in report.tables] == TABLES
    assert [t.name.id[:3] for t in report.tables if t.name.id[0].isdigit()] == sorted(
        t.name.id[:3] for t in report.tables if t.name.id[0].isdigit()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_has_a_short_name_of_its_own(report: Report, language: str) -> None:
    """At most 31 characters, none of those that a workbook forbids."""
    names = [t.name.say("en" if language == "en" else "id") for t in report.tables]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_rows_fit_their_columns(report: Report) -> None:
    """Each row has a cell per column; keys are not repeated; headings exist in both languages."""
    for found in report.tables:
        keys = [c.key for c in found.columns]
        assert len(set(keys)) == len(keys)
        assert all(len(row) == len(keys) for row in found.rows)
        assert all(c.heading.id and c.heading.en for c in found.columns)


def test_unknown_is_empty_never_nought_or_a_word(report: Report) -> None:
    """An unknown is None: no blank text, no dash, and no empty list but in lists of clauses."""
    for found in report.tables:
        for row in found.rows:
            assert [cell for cell in row if cell in ("", "-", "–", "None", "nan")] == []
            assert [cell for cell in row if cell == ()] == [] or found.key == "judgements"


def test_labels_are_terms_or_texts_so_that_they_are_said_in_the_language(report: Report) -> None:
    """A column of labels holds no sentence of one language."""
    for key, columns in {"judgements": ("status", "next_step"), "mapping": ("kind", "approach", "reason")}.items():
        for name in columns:
            assert all(isinstance(cell, Term | Text | None) for cell in column(table(report, key), name))


@pytest.mark.clause("II.A.p4")
def test_judgements_and_reasons_are_those_of_assess(workspace: Workspace, report: Report) -> None:
    """One row per KIM, and one reason for every clause in its lists."""
    kims = workspace.assess(ON).to_document()["kims"]
    found, reasons = table(report, "judgements"), table(report, "reasons")
    assert [words(cell)[0] for cell in column(found, "name")] == [k["name"] for k in kims]
    assert [cell.code for cell in column(found, "status") if isinstance(cell, Term)] == [k["status"] for k in kims]
    for key in ("not_met", "unknown", "grounds", "grounds_unknown"):
        assert [list(cell) for cell in column(found, key) if isinstance(cell, tuple)] == [k[key] for k in kims]
    told = Counter(zip(column(reasons, "name"), column(reasons, "rule"), strict=True))
    wanted = Counter(
        (k["name"], rule)
        for k in kims
        for key in ("not_met", "unknown", "grounds", "grounds_unknown")
        for rule in k[key]
    )
    assert told == wanted


@pytest.mark.clause("III.B.matrix", "III.B.1", "III.B.2", "III.B.3", "III.B.4", "III.B.5", "III.B.6", "III.B.sources")
def test_the_issue_matrix_has_its_columns_and_the_six_elements(workspace: Workspace, report: Report) -> None:
    """Tabel 3.2 as the register has it, with what III.B asks to record of an issue."""
    found = table(report, "issues")
    headings = [c.heading.id for c in found.columns]
    assert headings[:5] == ["No", "Isu Strategis", "Bidang", "Sumber Informasi", "Nama KIM"]
    assert headings[5:] == [
        "Prioritas",
        "Terindikasi Krisis",
        "Latar Belakang",
        "Pihak Terlibat",
        "Ruang Lingkup",
        "Administrasi",
        "Durasi",
        "Jenjang Pemahaman",
    ]
    rows = workspace.issues(ON).to_document()["rows"]
    assert column(found, "no") == [r["no"] for r in rows]
    assert column(found, "issue") == [r["issue"] for r in rows]
    assert [words(cell) for cell in column(found, "sources") if cell] == [r["sources"] for r in rows if r["sources"]]
    assert all(any(column(found, key)) for key in ("background", "scope", "duration", "understanding"))


def test_suggestions_are_marked_and_kept_apart(report: Report) -> None:
    """What the system suggests is no tie of the office, and the table says so."""
    found = table(report, "suggestions")
    assert "bukan penetapan Dinas" in found.title.id
    assert found.notes
    assert all(column(found, "reason"))


def test_problems_and_parameters_let_a_reader_check(workspace: Workspace, report: Report) -> None:
    """Every problem of the last import with its remedy; every parameter with its first day and source."""
    last = workspace.last_import()
    assert last is not None
    assert column(table(report, "problems"), "code") == [p.code for p in last.problems]
    assert all(column(table(report, "problems"), "remedy"))
    parameters = table(report, "parameters")
    assert {"activity_window_months", "activity_count", "villages_reached"} <= set(column(parameters, "parameter"))
    assert all(isinstance(day, date) for day in column(parameters, "since"))


def test_the_report_says_what_it_rests_on(report: Report) -> None:
    """Office, date, rulebook, period and source stand in it; made-up data say so."""
    said = {label.id: cell for label, cell in report.particulars}
    assert (said["Dinas Kominfo"], said["Per tanggal"], said["Himpunan aturan"]) == (OFFICE, ON, "juknis-2022")
    assert said["Sumber data"] == ("register.xlsx",)
    assert report.warning is not None
    with Workspace.open("memory:", "31.71") as real:
        composed = real.compose(ON)
    assert composed.warning is None
    assert {label.id: cell for label, cell in composed.particulars}["Sumber data"] is None


def test_the_time_of_an_import_is_that_of_the_office(tmp_path: Path) -> None:
    """The clock at the office, whatever zone the machine keeps."""
    noon = datetime(2026, 11, 24, 12, tzinfo=timezone(timedelta(hours=-5)))
    with Workspace.open("memory:", "94.71", clock=lambda: noon) as found:
        found.take_in(write_register(tmp_path / "r.xlsx", profile(("KIM Satu", "Desa A"))))
        said = {label.id: cell for label, cell in found.compose(ON).particulars}["Diimpor pada"]
    assert isinstance(said, Text)
    assert said.id.startswith("25 November 2026, pukul 02.00")
