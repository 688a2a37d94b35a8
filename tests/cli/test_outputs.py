"""Every command in every format and language: exit code, what is on stdout, what is on stderr."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("district")

DATED = ("--on", "2026-11-24")
COMMANDS = [
    ("assess",),
    ("assess", "KIM Anyelir"),
    ("explain", "KIM Anyelir"),
    ("map",),
    ("issues",),
    ("monitor",),
    ("partnership", "KIM Anyelir"),
    ("rules",),
    ("rules", "show"),
    ("clauses",),
    ("plugins",),
]
EACH = pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
BOTH = pytest.mark.parametrize("language", ["id", "en"])
ESCAPE = "\x1b"
ENGLISH = re.compile(r"\b(the|of|village|reason|outcome|status of|known|priority|clause|unit|kind|date|source|error)\b")
INDONESIAN = re.compile(r"\b(dan|atau|alasan|butir|hasil|belum|kuadran|nilai|satuan|kode|keadaan|bacaan)\b", re.I)


@EACH
@BOTH
def test_text_is_a_table_without_colour_or_markup(kimcore: Run, command: tuple[str, ...], language: str) -> None:
    """Where stdout is no terminal, text is a plain table."""
    ran = kimcore(*DATED, "--lang", language, *command)
    assert ran.code == 0
    assert "──" in ran.out or "✓" in ran.out
    assert ESCAPE not in ran.out + ran.err
    assert "Traceback" not in ran.err


@EACH
@BOTH
def test_json_is_exactly_one_document(kimcore: Run, command: tuple[str, ...], language: str) -> None:
    """Stdout holds one JSON document, stderr nothing."""
    ran = kimcore(*DATED, "--lang", language, "--format", "json", *command)
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["format"].startswith("kimcore.")
    assert {"format", "office", "on", "rulebook"} <= set(ran.json)


@EACH
@BOTH
def test_csv_is_one_table_with_headings(kimcore: Run, command: tuple[str, ...], language: str) -> None:
    """Every row of the CSV has a cell per heading."""
    ran = kimcore(*DATED, "--lang", language, "--format", "csv", *command)
    headings, *rows = csv.reader(io.StringIO(ran.out))
    assert ran.code == 0
    assert rows
    assert {len(row) for row in rows} == {len(headings)}


@EACH
def test_headings_are_in_the_language_asked_for(kimcore: Run, command: tuple[str, ...]) -> None:
    """No heading is English in Indonesian output, nor Indonesian in English output."""
    heads = [kimcore("--lang", lang, "--format", "csv", *command).out.splitlines()[0] for lang in ("id", "en")]
    assert not ENGLISH.search(heads[0].casefold())
    assert not INDONESIAN.search(heads[1])


@EACH
def test_options_stand_before_or_after_the_command(kimcore: Run, command: tuple[str, ...]) -> None:
    """The place of the common options does not matter; the later one wins."""
    before = kimcore("--format", "json", "--lang", "en", *DATED, *command)
    after = kimcore("--format", "csv", *command, "--format", "json", "--lang", "en", *DATED)
    left, right = before.json, after.json
    for plugin in (*left.get("plugins", []), *right.get("plugins", [])):
        plugin.pop("import_ms")
    assert left == right


@pytest.mark.parametrize("command", ["assess", "map", "issues", "monitor"])
def test_office_date_and_rulebook_are_always_shown(kimcore: Run, command: str) -> None:
    """Text shows them in its title, CSV on stderr, since stdout holds data alone."""
    text, table = kimcore(*DATED, command), kimcore(*DATED, "--format", "csv", command)
    for place in (text.out, table.err):
        assert "99.01" in place
        assert "24 November 2026" in place
        assert "juknis-2022" in place
    assert "juknis-2022" not in table.out


@pytest.mark.parametrize("command", ["clauses", "plugins", "rules"])
def test_what_belongs_to_no_office_has_nulls(kimcore: Run, command: str) -> None:
    """Clauses, plug-ins and rulebooks have neither office, nor date, nor rulebook."""
    found = kimcore("--format", "json", *DATED, command).json
    assert [found["office"], found["on"], found["rulebook"]] == [None, None, None]


def test_the_map_lists_every_kim_in_every_format(kimcore: Run) -> None:
    """CSV and text leave out no KIM that the document has, in whatever quadrant or none."""
    document = kimcore(*DATED, "map", "--format", "json").json["placements"]
    rows = list(csv.reader(io.StringIO(kimcore(*DATED, "map", "--format", "csv").out)))
    assert [row[0] for row in rows[1:]] == [str(p["priority"]) for p in document]
    text = kimcore(*DATED, "map").out
    assert all(p["name"] in text for p in document)


def test_an_empty_list_is_an_empty_cell_of_csv(kimcore: Run) -> None:
    """CSV has no dash for nothing: a program reads an empty cell."""
    (row,) = csv.DictReader(io.StringIO(kimcore(*DATED, "assess", "KIM Anyelir", "--format", "csv").out))
    assert row["Tidak terpenuhi"] == ""
    assert "–" not in row.values()


def test_english_csv_holds_english_labels(kimcore: Run) -> None:
    """The sources and fields of issues are said in the language asked for."""
    rows = list(csv.DictReader(io.StringIO(kimcore("--lang", "en", "--format", "csv", "issues").out)))
    said = {source for row in rows for source in row["Sources"].split("; ")}
    assert {"Social-media talk", "Public complaints"} <= said
    assert not INDONESIAN.search(" ".join(said))


def test_monitor_shows_three_tables_and_the_coverage(kimcore: Run, folder: Path) -> None:
    """Text prints Tabel 5.1 to 5.3; a directory of villages adds the coverage."""
    villages = "kode;nama\n99.01.01.1001;Muaralaras\n99.01.99.2999;Desa Tanpa\n"
    (folder / "villages.csv").write_text(villages, encoding="utf-8")
    ran = kimcore(*DATED, "monitor", "--villages", "villages.csv")
    assert [t for t in ("Tabel 5.1", "Tabel 5.2", "Tabel 5.3", "Desa Tanpa") if t not in ran.out] == []


def test_text_says_the_next_step_on_stderr(kimcore: Run) -> None:
    """What is advice for the person at the terminal is no data."""
    ran = kimcore(*DATED, "explain", "KIM Anyelir", "--lang", "en")
    assert ran.err.startswith("Next step: ")
    assert "Next step: " not in ran.out


def test_json_keeps_letters_as_they_are_and_escapes_what_is_not_printable(kimcore: Run) -> None:
    """The document is readable UTF-8."""
    out = kimcore(*DATED, "explain", "KIM Anyelir", "--format", "json").out
    assert json.loads(out)
    assert all(c.isprintable() or c == "\n" for c in out)
