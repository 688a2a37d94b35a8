"""Tabel 3.1: letters a to t, and what chapter II adds."""

from datetime import date
from pathlib import Path

import pytest

from kimcore.media import Frequency, Span
from kimcore.reports import profiles
from kimcore.reports.profiles import said as frequency
from kimcore.terms import Text
from kimcore.testing import a_kim
from tests.builders import assessed
from tests.reports.reading import column, table, taken, words

LETTERS = (
    "Nama Kelompok;Tipe KIM;Nomor Induk KIM;Ketua KIM/Narahubung;Alamat;Kelurahan/Desa;Kecamatan;Kabupaten/Kota;"
    "Nomor Telepon;Alamat E-mail;Khalayak Sasaran;Jenis Media;Bidang Kegiatan/Ketertarikan;Isu-isu Publik;"
    "Jenis Media (rincian);Frekuensi;Jenis Konten;Periode Kemitraan;Kekuatan;Pengaruh"
).split(";")
"""The headings of letters a to t of Tabel 3.1."""

MADE_UP = (
    "KIM Satu",
    "A",
    "001/K",
    "Orang Rekaan",
    "Jalan Rekaan 1",
    "Desa A",
    "Kecamatan A",
    "Kabupaten A",
    "0000-0000-1",
    "rekaan@example.org",
    "petani",
    "Instagram; Radio Komunitas; Pertemuan Warga",
    "Kesehatan",
    "stunting",
    "3 kali seminggu",
    "video; foto",
    "1 Januari 2026 s/d 31 Desember 2026",
    1200,
    300,
)


@pytest.mark.clause(
    "III.A",
    "III.A.a",
    "III.A.b",
    "III.A.c",
    "III.A.d",
    "III.A.e",
    "III.A.f",
    "III.A.g",
    "III.A.h",
    "III.A.i",
    "III.A.j",
    "III.A.k",
    "III.A.l",
    "III.A.m",
    "III.A.n",
    "III.A.o",
    "III.A.p",
    "III.A.q",
    "III.A.r",
    "III.A.s",
    "III.A.t",
    "II.B.3.map.b",
)
def test_the_profile_has_letters_a_to_t_as_the_register_says_them(tmp_path: Path) -> None:
    """Every letter of Tabel 3.1 has its column, and holds what was typed there."""
    typed = [heading for heading in LETTERS if heading != "Jenis Media (rincian)"]
    found = table(taken(tmp_path, {"Profil KIM": [typed, MADE_UP]}), "profiles")
    assert set(LETTERS) <= {c.heading.id for c in found.columns}
    ((*cells,),) = found.rows
    said = {c.heading.id: cell for c, cell in zip(found.columns, cells, strict=True)}
    plain = [h for h in typed if h not in {"Tipe KIM", "Jenis Media", "Isu-isu Publik", "Jenis Konten", "Frekuensi"}]
    given = dict(zip(typed, MADE_UP, strict=True))
    for heading in [*plain[:10], "Kekuatan", "Pengaruh"]:
        assert said[heading] == given[heading]
    assert words(said["Tipe KIM"]) == ["Tipe A"]
    assert words(said["Jenis Media"]) == ["Instagram", "Radio Komunitas", "Pertemuan Warga"]
    assert words(said["Jenis Media (rincian)"]) == ["media digital", "media konvensional", "komunikasi tatap muka"]
    assert words(said["Bidang Kegiatan/Ketertarikan"]) == ["Kesehatan"]
    assert words(said["Isu-isu Publik"]) == ["stunting"]
    assert words(said["Frekuensi"]) == ["3 kali seminggu"]
    assert sorted(words(said["Jenis Konten"])) == ["foto", "video"]
    assert words(said["Periode Kemitraan"]) == ["1 Januari 2026 s/d 31 Desember 2026"]


@pytest.mark.clause("II.A.other-partners", "II.A.def", "II.B.1.a", "II.B.2.1", "II.B.2.3T", "II.B.3.map.d")
def test_the_profile_has_what_chapter_two_adds(tmp_path: Path) -> None:
    """Former category, functions, 3T area, other partners, founding day and the score of interest."""
    headings = (
        "Nama Kelompok",
        "Kategori Lama",
        "Wilayah 3T",
        "Fungsi KIM",
        "Mitra Lain (OPD/K/L)",
        "Tanggal Berdiri",
        "Skor Ketertarikan",
    )
    row = (
        "KIM Satu",
        "Kelompok Informasi Masyarakat",
        "ya",
        "literasi digital; wahana informasi",
        "Dinas Rekaan",
        "1 Mei 2015",
        70,
    )
    found = table(taken(tmp_path, {"Profil KIM": [headings, row]}), "profiles")
    said = {c.heading.id: cell for c, cell in zip(found.columns, found.rows[0], strict=True)}
    assert words(said["Kategori Lama"]) == ["Kelompok Informasi Masyarakat"]
    assert words(said["Wilayah 3T"]) == ["ya"]
    assert sorted(words(said["Fungsi KIM"])) == ["literasi digital", "wahana informasi"]
    assert words(said["Mitra Lain (OPD/K/L)"]) == ["Dinas Rekaan"]
    assert said["Tanggal Berdiri"] == date(2015, 5, 1)
    assert said["Skor Ketertarikan"] == 70


def test_what_is_not_recorded_is_empty_and_what_is_denied_is_said(tmp_path: Path) -> None:
    """A blank cell and a typed no are two things (R25)."""
    headings = ("Nama Kelompok", "Nomor Induk KIM", "Alamat", "Jenis Media", "Periode Kemitraan")
    rows = (
        ("KIM Satu", "tidak ada", None, "tidak ada", "1 Mei 2026 - seterusnya"),
        ("KIM Dua", None, "belum", None, None),
    )
    found = table(taken(tmp_path, {"Profil KIM": [headings, *rows]}), "profiles")
    none = Text("tidak ada", "none")
    assert column(found, "community_number") == [none, None]
    assert column(found, "address") == [None, none]
    assert column(found, "channels") == [none, None]
    assert column(found, "groups") == [None, None]
    begun, none_begun = column(found, "period")
    assert words(begun) == ["1 Mei 2026 s/d seterusnya"]
    assert none_begun is None
    empty = {"no", "name", "address", "in_3t_area"}
    assert all(column(found, c.key)[1] is None for c in found.columns if c.key not in empty)


def test_a_frequency_is_said_as_typed_else_as_counted() -> None:
    """Typed words stand; a count and span without words is put into them in both languages."""
    assert frequency(None) is None
    assert frequency(Frequency(count=None, span=None, text="kadang-kadang")) == "kadang-kadang"
    assert frequency(Frequency(count=3, span=Span.WEEK)) == Text("3 kali per minggu", "3 times per week")
    assert frequency(Frequency(count=3, span=None)) is None


@pytest.mark.clause("III.A.s", "III.A.t")
def test_without_a_map_the_figures_of_the_profile_stand() -> None:
    """A KIM that was judged by itself has the figures that its profile holds; unknown stays unknown."""
    kims = a_kim(profile__power=1200, profile__influence=None, profile__interest=62.0), a_kim(id="kim-2")
    found = profiles(map(assessed, kims))
    assert [column(found, key) for key in ("power", "influence", "interest")] == [
        [1200, None],
        [None, None],
        [62, None],
    ]
