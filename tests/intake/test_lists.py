"""Cells with several values, and cells with one word of a vocabulary."""

import pytest

from kimcore.affairs import Affair
from kimcore.community import Finding, FormerCategory, Function, KimType
from kimcore.geography import RegionCode
from kimcore.intake import choices, lists
from kimcore.intake.cells import CellValue
from kimcore.issues import Source
from kimcore.media import Channel, ContentKind, Frequency, MediaKind, Platform, Span
from kimcore.values import DENIED

COOPERATIVES = "Koperasi, Usaha Kecil, dan Menengah"


@pytest.mark.parametrize(
    "typed", ["a; b", "a\nb", "• a\n• b", "• a • b", "- a\n- b", "1. a\n2. b", "a;;b;", " a ;\r\n b"]
)
def test_ways_to_part(typed: str) -> None:
    """Line breaks, bullets and semicolons part values."""
    assert lists.texts(typed) == (("a", "b"), None)


def test_commas_part_no_unknown_words() -> None:
    """Commas part nothing where the pieces are not known, and a value stands once."""
    assert lists.texts("banjir, rob; banjir, rob; sampah") == (("banjir, rob", "sampah"), None)


@pytest.mark.clause("III.A.m")
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (COOPERATIVES, (Affair.COOPERATIVES,)),
        (f"Pendidikan, {COOPERATIVES}, Sosial", (Affair.EDUCATION, Affair.COOPERATIVES, Affair.SOCIAL)),
        ("Kesehatan, Pangan, dan Sosial", (Affair.HEALTH, Affair.FOOD, Affair.SOCIAL)),
        ("pendidikan; PENDIDIKAN", (Affair.EDUCATION,)),
        ("", ()),
        ("tidak ada", ()),
    ],
)
def test_affairs(typed: str, found: object) -> None:
    """Affairs are parted by commas only where each piece is one."""
    assert lists.affairs(typed) == (found, None)


@pytest.mark.clause("III.A.m")
def test_another_field_stays_text() -> None:
    """A field that is none of the 32 affairs stays text and is reported."""
    assert lists.affairs("Kesehatan; Kuliner") == ((Affair.HEALTH, "Kuliner"), "affair_unknown")
    assert lists.affairs("Kesehatan, Kuliner") == (("Kesehatan, Kuliner",), "affair_unknown")
    assert lists.affair("Kuliner") == ("Kuliner", "affair_unknown")
    assert lists.affair("Kesehatan; Sosial") == ("Kesehatan; Sosial", "affair_unknown")
    assert [lists.affair(v)[0] for v in (f"• {COOPERATIVES}", "-", "belum")] == [Affair.COOPERATIVES, None, None]


@pytest.mark.clause("III.A.l", "II.B.5.f")
def test_channels() -> None:
    """Media are named, their kinds known, and may be denied."""
    assert lists.channels("Facebook, WhatsApp Group") == (
        (Channel("Facebook", MediaKind.SOCIAL), Channel("WhatsApp Group", MediaKind.MESSAGING)),
        None,
    )
    assert lists.channels("Radio Suara Kita, Wayang") == ((Channel("Radio Suara Kita, Wayang"),), None)
    assert [lists.channels(v)[0] for v in ("tidak ada", "", "-")] == [DENIED, (), ()]


def test_vocabularies() -> None:
    """Known words become terms, others stay text."""
    assert lists.content_kinds("tulisan, foto; komik") == ((ContentKind.TEXT, ContentKind.PHOTO, "komik"), None)
    assert lists.functions("Literasi Digital") == ((Function.LITERACY,), None)
    assert lists.sources("• Aduan masyarakat\n• Rapat") == ((Source.COMPLAINT, "Rapat"), None)


def test_long_lists_of_commas_are_read_at_once() -> None:
    """A cell of thousands of commas takes no time."""
    assert lists.content_kinds("foto," * 6000 + "foto") == ((ContentKind.PHOTO,), None)
    assert len(lists.affairs("x," * 6000)[0]) == 1


@pytest.mark.clause("III.A.b")
@pytest.mark.parametrize(
    ("typed", "found"),
    [("A", KimType.A), ("a", KimType.A), ("Tipe A", KimType.A), ("TIPE-B.", KimType.B), ("b", KimType.B), ("", None)],
)
def test_types(typed: str, found: object) -> None:
    """Types are read with and without the word."""
    assert choices.kim_type(typed) == (found, None)


@pytest.mark.clause("II.B.1.a")
def test_former_categories() -> None:
    """A former category other than Kelompok Informasi Masyarakat is kept and reported (R20)."""
    assert choices.former_category("Kelompok Informasi Masyarakat") == (FormerCategory.INFORMATION_GROUP, None)
    assert choices.former_category("Kelompok Strategis") == (FormerCategory.STRATEGIC_GROUP, "category_unusual")
    assert choices.former_category("Karang Taruna") == ("Karang Taruna", "category_unusual")
    assert choices.former_category("-") == (None, None)


@pytest.mark.clause("III.A.p")
@pytest.mark.parametrize(
    ("typed", "count", "span"),
    [
        ("2 kali per minggu", 2, Span.WEEK), ("3x/bulan", 3, Span.MONTH), ("seminggu sekali", 1, Span.WEEK),
        ("dua kali sebulan", 2, Span.MONTH), ("setiap hari", 1, Span.DAY), ("mingguan", None, Span.WEEK),
        ("Sering", None, None), ("2 minggu", None, None), ("2 mingguan", None, None), ("tiap 2 minggu", None, None),
        ("sekali setahun", 1, Span.YEAR), ("sebulan 3 kali", 3, Span.MONTH), ("4 per tahun", 4, Span.YEAR),
        ("minggu 2", None, None), ("3 seminggu", 3, Span.WEEK),
    ],
)  # fmt: skip
def test_frequencies(typed: str, count: int | None, span: Span | None) -> None:
    """A frequency is read where it is clear, and keeps what was typed."""
    assert choices.frequency(typed) == (Frequency(count, span, typed), None)


def test_conclusions_grounds_and_membership() -> None:
    """Small vocabularies are read exactly; what is none of their words is reported."""
    assert choices.finding("Terbukti.") == (Finding.PROVEN, None)
    assert choices.finding("tidak terbukti") == (Finding.CLEARED, None)
    assert [choices.finding(v) for v in ("", "belum", "ya")] == [
        (None, None),
        (None, None),
        (None, "choice_unreadable"),
    ]
    assert [choices.ground(v)[0] for v in (1.0, 7, "3", "II.B.6.5", "ke-2", 0, 8, "", -3.0, "-3")] == [
        1,
        7,
        3,
        5,
        2,
        None,
        None,
        None,
        None,
        None,
    ]
    assert [choices.membership(v)[0] for v in ("Pengurus", "anggota", "", "Ketua")] == [True, False, None, None]
    assert [choices.kim_type(v)[1] for v in ("C", "AB")] == ["choice_unreadable"] * 2


@pytest.mark.clause("II.B.3.b")
@pytest.mark.parametrize("typed", ["99.01.07.2007", "9901072007", 9901072007.0, " 99 01 07 2007 "])
def test_region_codes(typed: CellValue) -> None:
    """Ten digits, with or without points, are a code of a village."""
    assert choices.region(typed) == (RegionCode("99.01.07.2007"), None)


@pytest.mark.parametrize("typed", ["99.01.7.2007", "990107200", "desa", "９９.01.07.2007"])
def test_unreadable_region_codes(typed: str) -> None:
    """What is no code is unknown and reported; a denial is no code."""
    assert choices.region(typed) == (None, "region_unreadable")
    assert choices.region("tidak ada") == (None, None)


@pytest.mark.clause("V.B.social.twitter")
def test_platforms() -> None:
    """Twitter and X are one (R10); another medium stays text, and a blank one is reported."""
    assert choices.platform("X") == choices.platform("twitter") == (Platform.TWITTER, None)
    assert choices.platform("Radio") == ("Radio", None)
    assert choices.platform("") == ("", "platform_missing")


def test_numbers_of_issues() -> None:
    """An issue's number is a number where the cell is one, else its text."""
    assert [choices.issue_number(v)[0] for v in (1.0, 2, "3", "A-1", "", "-", 1.5)] == [
        1,
        2,
        "3",
        "A-1",
        None,
        None,
        "1.5",
    ]
