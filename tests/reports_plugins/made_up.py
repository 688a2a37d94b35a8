"""Made-up reports for the tests of the writers: a usual one, an empty one, a big one and a hostile one."""

import random
from datetime import date, timedelta
from decimal import Decimal

from kimcore.tables import Cell, Chart, Column, Mark, Report, Table
from kimcore.terms import Term, Text

WARNING = Text("DATA REKAAN: bukan data sungguhan", "MADE-UP DATA: not real")
FORMULA = "=1+1"
HOSTILE: tuple[str, ...] = (
    FORMULA,
    "+1",
    "-1",
    "@SUM(A1)",
    "{=1+1}",
    '=HYPERLINK("http://example.invalid","x")',
    "http://example.invalid/a?b=1&c=2",
    "mailto:a@example.invalid",
    "internal:Sheet1!A1",
    "<script>alert(1)</script>",
    "</style><script>alert(2)</script>",
    "</title></svg><img src=x onerror=alert(3)>",
    "\"><b onmouseover='x'>",
    '<r></t></is></c><c r="A1"><f>1+1</f></c><c><is><t></r>',
    "{{ 7*7 }}{% raw %}",
    "&amp;&lt;",
    "\x00\x01\x1b\x7f\x85",
    "_x0041_",
    "\ud800 alone",
    "\ufffe\uffff",
    "\u202e\u2066terbalik\u200f",
    "baris satu\nbaris dua\r\nbaris tiga\r",
    "👩‍👩‍👧‍👦 🎉 नमस्ते",
    "  di tepi  ",
    "",
    "0123",
    "1e5",
    "31/12/2024",
    "]]>",
    "x" * 40_000,
    "🎉" * 20_000,
)


class Approach(Term):
    """Groups of marks."""

    PARTNER = "partner", "mitra", "partner"
    PERSUADE = "persuade", "persuasi", "persuade"
    DEVELOP = "develop", "pembinaan", "develop"
    MONITOR = "monitor", "pendataan dan pemantauan", "monitor"


CORNERS = (
    Text("Persuasi", "Persuade"),
    Text("Mitra", "Partner"),
    Text("Pemantauan", "Monitor"),
    Text("Pembinaan", "Develop"),
)
NAMES = ("Cahaya", "Melati", "Suara", "Mitra", "Lentera", "Warta", "Bina", "Sinar", "Tunas", "Kabar")
PLACES = ("Sukamaju", "Karanganyar", "Mekarsari", "Tanjung Baru", "Sidomulyo", "Wonorejo", "Batu Putih")


def columns(*widths: int) -> tuple[Column, ...]:
    """Return columns of these widths."""
    return tuple(
        Column(key="name" if n == 1 else f"c{n}", heading=Text(f"Judul {n}", f"Heading {n}"), width=width)
        for n, width in enumerate(widths)
    )


def profile_row(number: int) -> tuple[Cell, ...]:
    """Return a row as wide as the profile of Tabel 3.1."""
    chance = random.Random(number)
    name = f"KIM {chance.choice(NAMES)} {chance.choice(PLACES)}"
    address = f"Jl. Rekaan No. {number}, RT 03/RW 02, Dusun {chance.choice(PLACES)}"
    known = chance.random() > 0.25
    return (
        number,
        name,
        Approach.PARTNER if known else None,
        f"KIM-{number:05}" if known else None,
        address,
        chance.choice(PLACES),
        chance.choice(PLACES),
        "Kabupaten Rekaan",
        ("petani", "ibu rumah tangga", "pemuda"),
        ("Instagram: @kim.rekaan", "Grup WhatsApp", "Radio komunitas"),
        "Pertanian; kelautan dan perikanan; kesehatan",
        "harian",
        date(2022, 1, 1) + timedelta(days=number) if known else None,
        date(2027, 1, 1) + timedelta(days=number),
        chance.randint(0, 25_000) if known else None,
        Decimal(chance.randint(0, 9999)) / 100 if known else None,
        0,
    )


def chart(count: int, seed: int = 1, spread: float = 22) -> Chart:
    """Return a map with so many marks."""
    chance = random.Random(seed)
    groups = list(Approach)
    marks = []
    for number in range(1, count + 1):
        x = min(max(chance.gauss(52, spread), 0), 100)
        y = chance.lognormvariate(6, 1.6)
        group = groups[0 if x >= 50 and y >= 400 else 1 if y >= 400 else 2 if x >= 50 else 3]
        name = f"KIM {chance.choice(NAMES)} {chance.choice(PLACES)}"
        marks.append(Mark(number=number, name=name, x=round(x, 1), y=round(y), group=group))
    return Chart(
        key="map",
        title=Text("Peta kuadran ketertarikan dan pengaruh", "Quadrant map of interest and influence"),
        x_label=Text("Ketertarikan (0–100)", "Interest (0–100)"),
        y_label=Text("Pengaruh (respons positif)", "Influence (positive response)"),
        x_cut=50.0,
        y_cut=400.0,
        marks=tuple(marks),
        corners=CORNERS,
    )


def report(rows: int = 12, marks: int = 14, warning: Text | None = WARNING) -> Report:
    """Return a report of a wide table, a narrow one, one without rows, and a chart."""
    wide = Table(
        key="profile",
        name=Text("Tabel 3.1", "Table 3.1"),
        title=Text("Tabel 3.1 Profil KIM", "Table 3.1 Profiles of the KIMs"),
        columns=columns(5, 30, 12, 14, 34, 18, 18, 20, 20, 26, 34, 10, 12, 12, 12, 10, 8),
        rows=tuple(profile_row(number) for number in range(1, rows + 1)),
        notes=(
            Text("Kekuatan menjumlah stok dan alur; khalayak dapat beririsan.", "Power sums stock and flow."),
            Text("Kolom yang tidak tercatat tidak dihitung. " * 6, "What is not recorded does not count. " * 6),
        ),
    )
    narrow = Table(
        key="rules",
        name=Text("Penilaian: syarat/alasan [semua]", "Judgements"),
        title=Text("Penilaian tiap syarat dengan alasannya", "Each condition with its reason"),
        columns=columns(6, 24, 60),
        rows=tuple((n, f"KIM {n}", "SK berlaku sampai 31 Desember 2026. " * (n % 4 + 1)) for n in range(1, 8)),
    )
    empty = Table(
        key="none",
        name=Text("Kosong", "Empty"),
        title=Text("Tabel tanpa baris", "A table without rows"),
        columns=columns(10, 20),
    )
    return Report(
        title=Text("Laporan kemitraan KIM Kabupaten Rekaan", "Report on partnership, Rekaan District"),
        particulars=(
            (Text("Tanggal", "Date"), date(2026, 11, 24)),
            (Text("Aturan", "Rulebook"), "juknis-2022"),
            (Text("Jumlah KIM", "Number of KIMs"), rows),
            (Text("Sumber", "Source"), ("profil.xlsx", "pemantauan.xlsx")),
            (Text("Batas kekuatan", "Cut-off of power"), None),
        ),
        tables=(wide, narrow, empty),
        charts=(chart(marks),),
        warning=warning,
    )


def hostile() -> Report:
    """Return a report whose every text is hostile."""
    evil = [Text(text, text) for text in HOSTILE]
    marks = tuple(Mark(number=n, name=text, x=float(n), y=float(n * n)) for n, text in enumerate(HOSTILE, 1))
    tables = tuple(
        Table(
            key=text.id,
            name=text,
            title=text,
            columns=(Column(key=text.id, heading=text), Column(key="name", heading=text, width=999)),
            rows=tuple((value, (value, value)) for value in HOSTILE),
            notes=(text,),
        )
        for text in evil
    )
    corners = (evil[9], evil[11], evil[0], evil[16])
    drawn = Chart(
        key='"><script>',
        title=evil[9],
        x_label=evil[10],
        y_label=evil[11],
        x_cut=float("1e-9"),
        y_cut=None,
        marks=marks,
        corners=corners,
        notes=tuple(evil),
    )
    return Report(
        title=evil[10],
        particulars=tuple((text, text.id) for text in evil),
        tables=tables,
        charts=(drawn,),
        warning=Text(f"{WARNING.id} <b>{FORMULA}</b>", WARNING.en),
    )
