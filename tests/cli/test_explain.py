"""`kimcore explain`: a list to read, and the notice to the KIM."""

import re
from pathlib import Path

import pytest

from kimcore.cli import findings
from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("district")
DATED = ("--on", "2026-11-24")


@pytest.mark.clause("II.A.p4")
def test_the_list_has_every_rule_once_with_its_mark(kimcore: Run) -> None:
    """Each line of a rule has a mark, the clause and its term; a reason stands below."""
    ran = kimcore(*DATED, "explain", "KIM Senja Digital")
    document = kimcore(*DATED, "explain", "KIM Senja Digital", "--format", "json").json
    marked = re.findall(r"^  ([✓✗?!–]) (\S+)  ", ran.out, re.MULTILINE)
    assert [rule for _, rule in marked] == [f["rule"] for f in document["findings"]]
    marks = {rule: mark for mark, rule in marked}
    assert (marks["II.B.4.legal.1"], marks["II.B.4.legal.2"]) == ("✗", "✓")
    assert (marks["II.B.6.1"], marks["II.B.6.2"]) == ("!", "–")
    assert all(f["reason"] in ran.out for f in document["findings"])


def test_what_is_missing_is_told_below_the_reason(kimcore: Run) -> None:
    """With the headings under which it is recorded."""
    ran = kimcore(*DATED, "explain", "KIM Juru Pantai", "--lang", "en")
    assert "  ? II.B.3.a  " in ran.out
    assert "\n    Complete: Dibentuk Masyarakat\n" in ran.out


@pytest.mark.parametrize(("language", "heading"), [("id", "Syarat legalitas: "), ("en", "Legality: ")])
def test_groups_have_headings_with_their_outcome(kimcore: Run, language: str, heading: str) -> None:
    """The four groups tell their outcome, the grounds follow."""
    out = kimcore(*DATED, "explain", "KIM Anyelir", "--lang", language).out
    assert heading in out
    assert ("Dasar peninjauan\n" if language == "id" else "Grounds for review\n") in out


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_a_terminal_gets_lines_that_fit(kimcore: Run, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No line is wider than the terminal, and none is broken inside a word."""
    monkeypatch.setattr(findings, "width_of_terminal", lambda: columns)
    out = kimcore(*DATED, "explain", "KIM Juru Pantai").out
    assert max(map(len, out.splitlines())) <= columns
    whole = kimcore(*DATED, "explain", "KIM Juru Pantai", "--format", "json").json
    assert all(f["reason"] in " ".join(out.split()) for f in whole["findings"])


@pytest.mark.parametrize(("language", "title"), [("id", "Pemberitahuan kepada"), ("en", "Notice to")])
def test_the_notice_goes_to_stdout_or_into_a_file(kimcore: Run, folder: Path, language: str, title: str) -> None:
    """The same page either way; with a file, stdout names it."""
    arguments = (*DATED, "--lang", language, "explain", "KIM Anyelir", "--as", "html")
    printed, written = kimcore(*arguments), kimcore(*arguments, "--out", "notice.html")
    assert (printed.code, printed.err) == (0, "")
    assert f"{title} KIM Anyelir" in printed.out
    assert (folder / "notice.html").read_text("utf-8") == printed.out
    assert written.out == "notice.html\n"


def test_a_notice_in_a_file_is_named_in_json(kimcore: Run) -> None:
    """The document of a report, with one file."""
    ran = kimcore(*DATED, "explain", "KIM Anyelir", "--as", "html", "--out", "n.html", "--format", "json")
    assert ran.json == {
        "format": "kimcore.report.v1",
        "office": "99.01",
        "on": "2026-11-24",
        "rulebook": "juknis-2022",
        "files": ["n.html"],
    }


def test_a_file_without_a_form_is_refused(kimcore: Run) -> None:
    """The findings are printed; a file is for the notice."""
    ran = kimcore("explain", "KIM Anyelir", "--out", "x.html")
    assert (ran.code, ran.out) == (2, "")
    assert "[out_alone]" in ran.err


def test_a_notice_that_cannot_be_written_is_one_message(kimcore: Run, folder: Path) -> None:
    """Nothing is left behind."""
    before = sorted(folder.iterdir())
    ran = kimcore("explain", "KIM Anyelir", "--as", "html", "--out", "no/n.html")
    assert ran.code == 2
    assert "[report_not_written]" in ran.err
    assert sorted(folder.iterdir()) == before
