"""What the sheets of a register say of a KIM, its issues and its figures."""

from datetime import date

import pytest
from attrs import asdict

from kimcore.affairs import Affair
from kimcore.community import Case, Decree, Finding, PartnershipTerm
from kimcore.intake import Register, Sheet, sheet_spec
from kimcore.issues import Source
from kimcore.media import Platform
from kimcore.values import DENIED, OPEN_ENDED, Answer, Period
from tests.intake.builders import codes, only_kim, profile, read, sheet

KIM = profile(["KIM Anyelir", "Satu"])
TWO = profile(["KIM Anyelir", "Satu"], ["KIM Bakung", "Dua"])
DECREE = ["Nama Kelompok", "Nomor SK", "Tanggal SK", "SK Berlaku Sampai", "Aktivitas Berkala"]
BOARD = ["Nama Kelompok", "Nama", "Jabatan", "Pengurus/Anggota", "ASN", "Menjadi ASN Sejak"]
CASES = ["Nama Kelompok", "Dasar (1–7)", "Tanggal Indikasi", "Temuan", "Tanggal Temuan", "Pejabat", "Bukti"]
SOCIAL = ["Nama KIM", "Judul Konten", "Platform", "Akun", "Tanggal Tayang", "Link", "Tanggal Catat", "Like", "Share"]


def institution(*rows: list[object]) -> Register:
    """Read a register of one KIM with a sheet Kelembagaan."""
    return read(KIM, sheet("Kelembagaan", DECREE, *rows))


@pytest.mark.clause("II.B.3.c", "II.B.4.legal.1")
def test_a_decree() -> None:
    """A row of Kelembagaan gives the decree and the answers."""
    found = institution(["KIM Anyelir", "1/SK/2024", "1/2/2024", "seterusnya", "ya"])
    kim = only_kim(found)
    assert kim.documents.decrees == (Decree(number="1/SK/2024", issued=date(2024, 2, 1), until=OPEN_ENDED),)
    assert (kim.answers.active, codes(found)) == (Answer.YES, [])


@pytest.mark.clause("II.B.3.c")
def test_a_denied_decree_beside_a_date_is_a_contradiction() -> None:
    """Nomor SK tidak ada beside a Tanggal SK is a contradiction; both are kept."""
    found = institution(["KIM Anyelir", "tidak ada", "1/2/2024", "", ""])
    assert codes(found) == [("Kelembagaan", 2, "contradiction")]
    assert only_kim(found).documents.decrees[0].number is DENIED


def test_two_rows_of_an_institution() -> None:
    """Of two rows both decrees stand in order, other answers come from the later row, differences are reported."""
    found = institution(["KIM Anyelir", "1", "1/2/2020", "", "ya"], ["KIM Anyelir", "2", "1/2/2024", "", "tidak"])
    kim = only_kim(found)
    assert [d.number for d in kim.documents.decrees] == ["1", "2"]
    assert (kim.answers.active, codes(found)) == (Answer.NO, [("Kelembagaan", 3, "contradiction")])


def test_a_renewed_decree_is_no_contradiction() -> None:
    """A second row that differs in the decree alone is no contradiction; the same row twice is for information."""
    renewed = institution(["KIM Anyelir", "1", "1/2/2020", "", "ya"], ["KIM Anyelir", "2", "1/2/2024", "", "ya"])
    assert codes(renewed) == []
    same = institution(["KIM Anyelir", "1", "1/2/2020", "", "ya"], ["KIM Anyelir", "1", "1/2/2020", "", "ya"])
    assert (codes(same), len(only_kim(same).documents.decrees)) == ([("Kelembagaan", 3, "repeated_row")], 1)


@pytest.mark.clause("II.B.3.d", "II.B.6.3")
def test_officers_and_members() -> None:
    """Officers are the rows so marked; a blank mark is read by the office held and reported (R34)."""
    rows = [
        ["KIM Anyelir", "Ani", "Ketua", "Pengurus", "tidak", ""],
        ["KIM Anyelir", "Budi", "Anggota", "Anggota", "PNS", "1/1/2025"],
        ["KIM Anyelir", "Citra", "Anggota", "", "", ""],
        ["KIM Anyelir", "Dewi", "Bendahara", "", "x", ""],
        ["KIM Anyelir", "Eka", "Humas", "Pengurus", "tidak", "1/1/2025"],
        ["KIM Anyelir", "Ani", "Ketua", "Pengurus", "tdk", ""],
        ["KIM Anyelir", "", "", "", "", ""],
    ]
    found = read(KIM, sheet("Pengurus", BOARD, *rows))
    board = only_kim(found).board
    assert [p.name for p in board.officers] == ["Ani", "Dewi", "Eka"]
    assert [p.name for p in board.members] == ["Budi", "Citra"]
    assert codes(found) == [
        ("Pengurus", 4, "role_missing"),
        ("Pengurus", 5, "answer_unreadable"),
        ("Pengurus", 5, "role_missing"),
        ("Pengurus", 6, "contradiction"),
        ("Pengurus", 7, "repeated_row"),
        ("Pengurus", 8, "name_missing"),
    ]


@pytest.mark.clause("III.A.r")
def test_terms() -> None:
    """The profile gives one term, the sheet Kemitraan more; a term that cannot be read is none."""
    terms = sheet(
        "Kemitraan",
        ["Nama Kelompok", "Mulai", "Selesai", "Program/Kebijakan"],
        ["KIM Anyelir", "1/1/2022", "31/12/2023", "Literasi"],
        ["KIM Anyelir", "1/1/2024", "", ""],
        ["KIM Anyelir", "2/1/2024", "1/1/2024", ""],
        ["KIM Anyelir", "1/1/2024", "31/2/2025", ""],
        ["KIM Anyelir", "", "31/12/2025", ""],
    )
    headings = ["Nama Kelompok", "Periode Kemitraan"]
    found = read(profile(["KIM Anyelir", "1/1/2025 - 31/12/2027"], headings=headings), terms)
    kim = only_kim(found)
    assert kim.profile_term == PartnershipTerm(period=Period(date(2025, 1, 1), date(2027, 12, 31)))
    assert kim.terms == (
        PartnershipTerm(period=Period(date(2022, 1, 1), date(2023, 12, 31)), programme="Literasi"),
        PartnershipTerm(period=Period(date(2024, 1, 1))),
    )
    assert codes(found) == [
        ("Kemitraan", 4, "contradiction"),
        ("Kemitraan", 5, "date_unreadable"),
        ("Kemitraan", 6, "date_missing"),
    ]


@pytest.mark.clause("II.B.6.review", "II.B.6.terminate")
def test_cases() -> None:
    """A conclusion that lacks what R12 asks is reported, and so is a case without a date or a ground."""
    rows = [
        ["KIM Anyelir", 6.0, "1/2/2026", "terbukti", "1/3/2026", "Kabid", "BA-1"],
        ["KIM Anyelir", 2.0, "1/2/2026", "terbukti", "1/3/2026", "Kabid", ""],
        ["KIM Anyelir", 3.0, "1/2/2026", "tidak terbukti", "1/3/2026", "Kabid", ""],
        ["KIM Anyelir", 4.0, "", "", "", "Kabid", "BA-1"],
        ["KIM Anyelir", 8.0, "1/2/2026", "", "", "", ""],
    ]
    found = read(KIM, sheet("Peninjauan", CASES, *rows))
    cases = only_kim(found).cases
    assert [case.ground for case in cases] == [6, 2, 3, 4]
    assert cases[0] == Case(
        ground=6,
        indicated=date(2026, 2, 1),
        finding=Finding.PROVEN,
        concluded=date(2026, 3, 1),
        officer="Kabid",
        evidence="BA-1",
    )
    assert codes(found) == [
        ("Peninjauan", 3, "conclusion_incomplete"),
        ("Peninjauan", 5, "date_missing"),
        ("Peninjauan", 6, "choice_unreadable"),
    ]


@pytest.mark.clause("V.B.log.activity", "V.B.log.count")
def test_the_log() -> None:
    """A blank count stays unknown, nihil is none, and the same row twice is taken once."""
    headings = ["Nama Kelompok", "Aktivitas", "Jumlah Kegiatan", "Keterangan Waktu"]
    row: list[object] = ["KIM Anyelir", "Siaran", "", "1/2/2026"]
    rows: list[list[object]] = [
        row,
        ["KIM Anyelir", "Rapat", "nihil", "Februari 2026"],
        ["KIM Anyelir", "Rapat", 2.0, ""],
        row,
    ]
    found = read(KIM, sheet("Diseminasi", headings, *rows))
    assert [a.count for a in only_kim(found).log] == [None, 0, 2]
    assert codes(found) == [
        ("Diseminasi", 3, "date_unreadable"),
        ("Diseminasi", 4, "date_missing"),
        ("Diseminasi", 5, "repeated_row"),
    ]


def issues(*rows: list[object], profiles: Sheet = TWO) -> Register:
    """Read a register with a sheet Isu."""
    return read(profiles, sheet("Isu", ["No", "Isu Strategis", "Bidang", "Sumber Informasi", "Nama KIM"], *rows))


@pytest.mark.clause("III.B.matrix", "III.B.sources")
def test_issues() -> None:
    """An issue has its number, affair, sources and KIMs; names are parted by commas, lines and semicolons."""
    found = issues(
        [1.0, "Banjir", "Sosial", "• Aduan masyarakat", "KIM Bakung, kim anyelir"], ["2", "Sampah", "", "", ""]
    )
    first, second = found.issues
    assert (first.id, first.number, first.affair, first.sources) == ("99.01/1", 1, Affair.SOCIAL, (Source.COMPLAINT,))
    assert first.kims == ("kim-2", "kim-1")
    assert (second.number, second.kims, codes(found)) == ("2", (), [])


def test_names_that_no_kim_has() -> None:
    """Each name that fits no KIM, or several, is reported; the others stand."""
    found = issues([1.0, "Banjir", "", "", "KIM Bakung, KIM Cempaka"], [2.0, "Sampah", "", "", "KIM Dahlia"])
    assert [i.kims for i in found.issues] == [("kim-2",), ()]
    assert codes(found) == [("Isu", 2, "kim_unknown"), ("Isu", 3, "kim_unknown")]
    two = profile(["KIM A", "Satu"], ["KIM A", "Dua"])
    assert codes(issues([1.0, "Banjir", "", "", "KIM A"], profiles=two)) == [("Isu", 2, "kim_ambiguous")]


def test_a_name_with_a_comma() -> None:
    """A KIM whose name holds a comma is one KIM."""
    kims = profile(["KIM Aman, Damai", "Satu"], ["KIM B", "Satu"])
    found = issues([1.0, "Banjir", "", "", "KIM B, KIM Aman, Damai"], profiles=kims)
    assert found.issues[0].kims == ("kim-2", "kim-1")


def test_repeated_issues() -> None:
    """The same issue twice is for information; two titles under one number are two issues, and reported."""
    row = [1.0, "Banjir", "Sosial", "", ""]
    found = issues(
        row, row, [1.0, "Sampah", "", "", ""], [1.0, "Banjir", "Pangan", "", ""], [3.0, "", "Pangan", "", ""]
    )
    assert [(i.title, i.affair) for i in found.issues] == [("Banjir", Affair.FOOD), ("Sampah", None)]
    assert codes(found) == [
        ("Isu", 3, "repeated_row"),
        ("Isu", 4, "issue_repeated"),
        ("Isu", 5, "issue_repeated"),
        ("Isu", 6, "name_missing"),
    ]


@pytest.mark.clause("V.B.social.instagram", "V.A.outtake")
def test_contents_and_figures() -> None:
    """A row of Media Sosial gives a content and a figure for each cell that holds one; blank is never 0 (R11)."""
    row = ["KIM Anyelir", "Panen", "IG", "@a", "1/1/2026", "https://example.org/1", "2/1/2026", 10.0, ""]
    found = read(KIM, sheet("Media Sosial", SOCIAL, row))
    (content,), (figure,) = found.contents, found.observations
    assert (content.platform, content.title, content.shown) == (Platform.INSTAGRAM, "Panen", date(2026, 1, 1))
    assert (figure.value, figure.indicator.code, figure.observed) == (10, "like", date(2026, 1, 2))
    assert figure.content == content.key == "https://example.org/1"


def test_figures_that_conflict() -> None:
    """Of two figures for one thing on one day the later row stands; alike they are one; a link may serve two KIMs."""
    rows = [
        ["KIM Anyelir", "Panen", "IG", "@a", "1/1/2026", "https://example.org/1", "2/1/2026", 10.0, ""],
        ["KIM Anyelir", "Panen", "IG", "@A", "1/1/2026", "https://example.org/1", "2/1/2026", 11.0, ""],
        ["KIM Anyelir", "Panen", "IG", "@A", "1/1/2026", "https://example.org/1", "2/1/2026", 11.0, ""],
        ["KIM Bakung", "Panen", "IG", "", "1/1/2026", "https://example.org/1", "2/1/2026", 11.0, ""],
        ["KIM Bakung", "Pasar", "IG", "@b", "1/1/2026", "", "", 5.0, ""],
    ]
    found = read(TWO, sheet("Media Sosial", SOCIAL, *rows))
    assert [(o.kim, o.value) for o in found.observations] == [("kim-1", 11), ("kim-2", 11)]
    assert [(c.kim, c.title) for c in found.contents] == [("kim-1", "Panen"), ("kim-2", "Panen"), ("kim-2", "Pasar")]
    assert codes(found, "content_conflict") == [
        ("Media Sosial", 3, "figure_conflict"),
        ("Media Sosial", 4, "repeated_row"),
        ("Media Sosial", 5, "account_unknown"),
        ("Media Sosial", 5, "repeated_row"),
        ("Media Sosial", 6, "date_missing"),
    ]


@pytest.mark.clause("III.A.s", "V.A.output")
def test_audiences() -> None:
    """A row of Audiens gives the audience of an account on a day."""
    headings = ["Nama KIM", "Media", "Akun", "Tanggal Catat", "Pengikut/Peserta/Pengunjung"]
    found = read(KIM, sheet("Audiens", headings, ["KIM Anyelir", "Facebook", "@a", "1/1/2026", "1,2 rb"]))
    (figure,) = found.observations
    assert (figure.value, figure.content, figure.indicator.code, figure.platform) == (
        1200,
        "",
        "audience",
        Platform.FACEBOOK,
    )


@pytest.mark.clause("II.B.3.b")
def test_a_denied_village_beside_a_code() -> None:
    """A code of a village wins over a denied village, and is reported; a code of a subdistrict does not."""
    headings = ["Nama Kelompok", "Kelurahan/Desa", "Kode Wilayah"]
    rows = [["A", "tidak ada", "99.02.01.2001"], ["B", "tidak ada", "99.01.01"], ["C", "Contoh", "99.02.01.2001"]]
    assert codes(read(profile(*rows, headings=headings))) == [("Profil KIM", 2, "region_mismatch")]


@pytest.mark.clause("II.A.kinds", "II.B.1.b")
def test_what_is_unusual_is_kept_and_reported() -> None:
    """Type A with the information function denied is reported (R20); so is another former category."""
    kims = profile(["KIM A", "A", "Kelompok Strategis"], ["KIM B", "B", ""], headings=["Nama", "Tipe", "Kategori Lama"])
    function = sheet("Kelembagaan", ["Nama KIM", "Fungsi Informasi"], ["KIM A", "tidak"], ["KIM B", "tidak"])
    assert codes(read(kims, function)) == [
        ("Profil KIM", 2, "category_unusual"),
        ("Kelembagaan", 2, "category_unusual"),
    ]


def test_personal_values_are_masked_in_problems() -> None:
    """A problem in a column of personal data shows the form of the value, not its letters and digits."""
    headings = ["Nama Kelompok", "Terlibat Pidana", "Aktivitas Berkala"]
    found = read(KIM, sheet("Kelembagaan", headings, ["KIM Anyelir", "sidang-2", "sering"]))
    assert [p.value for p in found.problems if p.code == "answer_unreadable"] == ["******-*", "sering"]
    assert all("sidang" not in p.message.say("id") for p in found.problems)


def test_sixteen_digits_are_stored_nowhere() -> None:
    """A number of a person is in no value and no problem, whatever column it stands in."""
    citizen = "9901012304850001"
    headings = [column.heading for column in sheet_spec("profile").columns]
    row = ["KIM Anyelir" if heading == "Nama Kelompok" else citizen for heading in headings]
    found = read(profile(row, headings=headings))
    assert citizen not in str(asdict(only_kim(found)))
    assert all(citizen not in p.value + p.message.id + p.message.en for p in found.problems)
