"""What could not be done: exit code 2, one message on stderr in the language asked for, nothing on stdout."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workspace.registers import DEMO, profile, write_register

WRONG = [
    (("nope",), "tidak ada perintah 'nope'", "there is no command 'nope'"),
    (("assess", "--bad"), "tidak ada pilihan --bad", "there is no option --bad"),
    (("assess", "--offices", "1"), "mungkin maksudnya: --office", "do you mean: --office"),
    (("assess", "--on"), "--on: nilainya belum disebut", "--on: lacks its value"),
    (("assess", "--on", "31/02/2026"), "--on: '31/02/2026' tidak sesuai", "--on: '31/02/2026' does not fit"),
    (("assess", "KIM", "Anyelir"), "isian berlebih: Anyelir", "too many arguments: Anyelir"),
    (("assess", "Tidak Ada"), "tidak ada KIM bernama", "no KIM is called"),
    (("assess", "--on", "2022-08-29"), "berlaku sejak 2022-08-30", "in force from 2022-08-30"),
    (("assess", "--rulebook", "x"), "tidak ada himpunan aturan 'x'", "no rulebook 'x'"),
    (("assess", "--office", "99.02"), "tidak memuat data kantor 99.02", "holds nothing of office 99.02"),
    (("assess", "--office", "x"), "bukan kode wilayah", "is not a region code"),
    (("assess", "--office", "99.01.01"), "bukan kode kabupaten/kota", "is no code of a district"),
    (("assess", "--format", "xml"), "yang diharapkan: text, json, csv", "expected: text, json, csv"),
    (("assess", "--store", "memory:", "--office", "99.01"), "tidak menyimpan apa pun", "forgets everything"),
    (("assess", "--store", "nope://x"), "'nope' tidak dikenal", "no adapter for 'nope'"),
    (("assess", "--store", "sqlite:///no/x.db", "--office", "99.01"), "tidak memuat data", "holds nothing"),
    (("assess", "--config", "no.toml"), "no.toml: tidak ada", "no.toml: there is no such file"),
    (("explain",), "KIM belum disebut", "KIM is missing"),
    (("map", "--policy", "x"), "yang diharapkan: strict, either, influence", "expected: strict, either, influence"),
    (("map", "--cutoff", "size=3"), "--cutoff: 'size=3' tidak sesuai", "--cutoff: 'size=3' does not fit"),
    (("map", "--cutoff", "power=x"), "--cutoff: 'power=x' tidak sesuai", "--cutoff: 'power=x' does not fit"),
    (("map", "--cutoff", "power=nan"), "bukan angka: nan", "is not a number: nan"),
    (("map", "--quantile", "1.01"), "--quantile: '1.01' tidak sesuai", "--quantile: '1.01' does not fit"),
    (("map", "--quantile", "nan"), "kuantil", "quantile"),
    (("monitor", "--villages", "no.csv"), "--villages: 'no.csv' tidak sesuai", "--villages: 'no.csv' does not fit"),
    (("monitor", "--since", "2027-01-01", "--on", "2026-11-24"), "masa berakhir", "a period ends"),
    (("report", "--out", "x", "--as", "pdfs"), "'pdfs' tidak dikenal", "no adapter for 'pdfs'"),
    (("report", "--out", "x", "--as", ","), "sebutkan bentuk laporan", "name a form of the report"),
    (("report", "--out", "kimcore.db"), "sebuah folder, bukan berkas", "a folder, not a file"),
    (("report",), "--out belum disebut", "--out is missing"),
    (("import",), "FILES belum disebut", "FILES is missing"),
    (("import", "no.xlsx"), "no.xlsx: berkas tidak ditemukan", "no.xlsx: there is no such file"),
    (("import", "kimcore.db"), "bukan berkas xlsx", "is no xlsx"),
    (("import", "--dry-run=1", "x.xlsx"), "--dry-run: nilainya", "--dry-run: lacks its value"),
    (("partnership", "KIM Anyelir", "dance"), "ACTION: 'dance' tidak sesuai", "ACTION: 'dance' does not fit"),
    (("partnership", "KIM Anyelir", "indicate", "--ground", "8"), "yang diharapkan: 1–7", "expected: 1–7"),
    (("template", "."), "nama berkas, bukan folder", "the name of a file, not of a folder"),
    (("template", "x.csv"), "harus berakhir .xlsx", "its name ends in .xlsx"),
    (("template", "no/x.xlsx"), "tidak dapat ditulis", "could not be written"),
]


@pytest.mark.usefixtures("district")
@pytest.mark.parametrize(("command", "id", "en"), WRONG, ids=lambda v: " ".join(v) if isinstance(v, tuple) else "")
def test_a_mistake_is_one_message(kimcore: Run, command: tuple[str, ...], id: str, en: str) -> None:
    """Exit 2, an empty stdout, and one line that names what is wrong."""
    for language, word, message in (("id", "galat: ", id), ("en", "error: ", en)):
        ran = kimcore("--lang", language, *command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith(word)
        assert message in ran.err
        assert ran.err.count("\n") == 1


@pytest.mark.usefixtures("district")
def test_json_on_stdout_is_not_broken_by_an_error(kimcore: Run) -> None:
    """An error is no document: stdout stays empty."""
    assert kimcore("assess", "Tidak Ada", "--format", "json").out == ""


def test_a_store_without_offices_asks_for_one(kimcore: Run, folder: Path) -> None:
    """Reading and importing without an office need its code; no store is made for that."""
    for command in (("assess",), ("import", DEMO), ("map", "--office", "99.01")):
        ran = kimcore(*command)
        assert ran.code == 2
    assert list(folder.iterdir()) == []


def test_several_offices_are_listed(kimcore: Run) -> None:
    """Where the store holds several, the office is to be named; the message lists them."""
    for office in ("99.01", "99.02"):
        assert kimcore("import", DEMO, "--office", office).code == 1
    ran = kimcore("assess", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "99.01, 99.02" in ran.err
    assert kimcore("assess", "--office", "99.02").code == 0


@pytest.mark.usefixtures("district")
def test_no_command_shows_help(kimcore: Run) -> None:
    """Without a command the help is shown, on stderr, and nothing was done."""
    ran = kimcore()
    assert (ran.code, ran.out) == (2, "")
    assert "Mulai dari sini" in ran.err


@pytest.mark.parametrize("command", [(), *((name,) for name in ("import", "assess", "partnership", "map", "report"))])
def test_help_is_in_the_language_asked_for(kimcore: Run, command: tuple[str, ...]) -> None:
    """No heading of the help is in the other language; the place of --lang does not matter."""
    id, en = kimcore(*command, "--help"), kimcore(*command, "--help", "--lang=en")
    assert (id.code, id.err, en.code, en.err) == (0, "", 0, "")
    assert id.out.startswith("Pemakaian: kimcore")
    assert "Pilihan:" in id.out
    assert [w for w in ("Usage", "Options", "Show", "OPTIONS", "Commands") if w in id.out] == []
    assert en.out.startswith("Usage: kimcore")
    assert "Options:" in en.out
    assert [w for w in ("Pemakaian", "Pilihan", "tampilkan", "Perintah") if w in en.out] == []


def test_a_damaged_store_is_named(kimcore: Run, folder: Path) -> None:
    """A file that is no store is refused, and stays as it is."""
    (folder / "kimcore.db").write_text("no store at all, but long enough to be one " * 40, encoding="utf-8")
    before = (folder / "kimcore.db").read_bytes()
    ran = kimcore("assess", "--office", "99.01")
    assert (ran.code, ran.out) == (2, "")
    assert "kimcore.db" in ran.err
    assert (folder / "kimcore.db").read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="needs a user whom permissions bind")
@pytest.mark.usefixtures("district")
def test_a_folder_that_cannot_be_written_can_be_read(kimcore: Run, folder: Path) -> None:
    """Judging needs no right to write; importing there is refused in one line."""
    folder.chmod(0o555)
    try:
        assert kimcore("assess", "--on", "2026-11-24").code == 0
        assert kimcore("import", DEMO).code == 2
    finally:
        folder.chmod(0o755)


@pytest.mark.usefixtures("district")
def test_a_name_that_several_kims_bear_lists_them(kimcore: Run, folder: Path) -> None:
    """Exit 2 and the list; name and village, or the id, tell them apart."""
    file = write_register(folder / "r.xlsx", profile(("KIM Sama", "Desa A"), ("KIM Sama", "Desa B")))
    assert kimcore("import", file).code == 0
    for command in (("assess",), ("explain",), ("partnership",)):
        ran = kimcore(*command, "kim sama", "--lang", "en")
        assert (ran.code, ran.out) == (2, "")
        assert "KIM Sama, Desa A" in ran.err
        assert "KIM Sama, Desa B" in ran.err
    assert kimcore("assess", "KIM Sama, Desa B").code == 0
