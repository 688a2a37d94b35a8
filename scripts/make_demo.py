"""Make the made-up demo district: a register workbook and a directory of villages.

    python scripts/make_demo.py            write src/kimcore/data/demo/register.xlsx and villages.csv

Everything comes from the files in `scripts/demo` (its README says which holds what) and from the names in them: no
clock, no chance, so that two runs make the same cells.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import xlsxwriter

from kimcore.intake import SHEETS
from kimcore.terms import say

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path(__file__).resolve().parent / "demo"
TARGET = ROOT / "src" / "kimcore" / "data" / "demo"

DISTRICT = "99.01"
TITLE = "DATA CONTOH (BUATAN) — {sheet} — Kabupaten Contoh ({district})"
REMARK = (
    "Semua nama, orang, nomor, dan tautan di lembar ini rekaan. · Made-up sample data: every name, person, number and "
    "link on this sheet is invented."
)
LAST = date(2026, 11, 20)
COUNTED = (*(date(2026, month, 25) for month in (6, 7, 8, 9, 10)), LAST)
HIGH_POWER, LOW_POWER = (1600, 9000), (40, 420)
HIGH_INFLUENCE, LOW_INFLUENCE = (700, 3800), (12, 190)

Row = dict[str, Any]

VILLAGE = "Kelurahan/Desa"
MARKS = {"No", "Dasar (1–7)"}
NARROW = 16
LINE = 15


class Kim(NamedTuple):
    """A line of kims.csv."""

    number: int
    name: str
    village: str
    type: str
    theme: dict[str, list[str] | str]
    levels: str
    media: tuple[str, ...]
    term: dict[str, str]
    deviations: tuple[dict[str, Any], ...]

    @property
    def slug(self) -> str:
        """The name as it stands in addresses and accounts; the number keeps two of one name apart."""
        return self.name.removeprefix("KIM ").lower().replace(" ", "_") + f"_{self.number:02}"

    def changes(self, sheet: str) -> Row:
        """Return what the deviations type into a sheet."""
        return {k: v for d in self.deviations for k, v in d.get(sheet, {}).items()}

    def lacks(self, sheet: str) -> bool:
        """Tell whether a deviation drops a sheet."""
        return any(sheet in d.get("drop", ()) for d in self.deviations)

    def mode(self, key: str) -> str:
        """Return how a deviation bends the log or the audience: none, old, stale, or an empty text."""
        return next((d[key] for d in self.deviations if key in d), "")

    def of(self, media: str) -> list[str]:
        """Return the codes of its media that belong to a group: platform, or all where audiences are counted."""
        groups = {"platform"} if media == "platform" else {"platform", "audience"}
        return [code for code in self.media if medium(code)["group"] in groups]


# ------------------------------------------------------------------------------------------------------- headings


@cache
def columns(sheet: str) -> tuple[str, ...]:
    """Return the canonical headings of a sheet, and the village beside the name where it is not among them."""
    headings = [column.heading for spec in SHEETS if spec.name == sheet for column in spec.columns]
    if VILLAGE not in headings and sheet != "Isu":
        headings.insert(1, VILLAGE)
    return tuple(headings)


def width(heading: str) -> int:
    """Return how wide a column is, in characters."""
    found: int = read("words.toml")["width"].get(heading, NARROW)
    return found


# ------------------------------------------------------------------------------------------------------- choosing


def dice(*key: object) -> int:
    """Return a number that depends on the key alone."""
    return crc32("|".join(map(str, key)).encode())


def pick(options: list[Any] | tuple[Any, ...], *key: object) -> Any:
    """Return one of the options, always the same for a key."""
    return options[dice(*key) % len(options)]


def between(bounds: tuple[int, int], *key: object) -> int:
    """Return a whole number within bounds, always the same for a key."""
    low, high = bounds
    return low + dice(*key) % (high - low + 1)


def typed(day: date, *key: object) -> date | str:
    """Return a date as some hand types it."""
    number, month, year = say(day).split()
    words = (say(day), f"{number} {month[:3]}. {year}")
    figures = (f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", f"{day:%d-%m-%Y}")
    forms: tuple[date | str, ...] = (day, day, day, *words, *figures)
    return forms[dice("form", *key) % len(forms)]


# -------------------------------------------------------------------------------------------------------- sources


@cache
def read(name: str) -> Any:
    """Return a source file: rows of a CSV file, or the table of a TOML file."""
    file = SOURCE / name
    if file.suffix == ".toml":
        return tomllib.loads(file.read_text("utf-8"))
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def word(kind: str, *key: object) -> Any:
    """Return one of the words of a kind."""
    return pick(read("words.toml")[kind], kind, *key)


@cache
def medium(code: str) -> dict[str, str]:
    """Return a medium by its short name."""
    return next(row for row in read("media.csv") if row["code"] == code)


@cache
def villages() -> tuple[tuple[str, str, str], ...]:
    """Return code, village and subdistrict of every village: kelurahan from 1001, desa from 2001."""
    found: list[tuple[str, str, str]] = []
    seats = list(dict.fromkeys(row["subdistrict"] for row in read("villages.csv")))
    for row in read("villages.csv"):
        first = 1001 if row["kind"] == "kelurahan" else 2001
        head = f"{DISTRICT}.{seats.index(row['subdistrict']) + 1:02}"
        number = first + sum(code.startswith(f"{head}.{first // 1000}") for code, _, _ in found)
        found.append((f"{head}.{number}", row["name"], row["subdistrict"]))
    return tuple(found)


def seat(text: str) -> tuple[str, str, str]:
    """Return code, village and subdistrict of `Village` or `Village@Subdistrict`."""
    name, _, subdistrict = text.partition("@")
    fits = [v for v in villages() if v[1] == name and subdistrict in {"", v[2]}]
    return fits[0] if fits else ("", "", "Kotalentera")


@cache
def kims() -> tuple[Kim, ...]:
    """Return every KIM in the order of the register."""
    themes, deviations = read("themes.toml"), read("deviations.toml")
    terms = {row["code"]: row for row in read("terms.csv")}
    return tuple(
        Kim(
            number=number,
            name=row["name"],
            village=row["village"],
            type=row["type"],
            theme=themes[row["theme"]],
            levels=row["levels"],
            media=tuple(row["media"].split()),
            term=terms[row["term"]],
            deviations=tuple(deviations[d] for d in row["deviations"].split()),
        )
        for number, row in enumerate(read("kims.csv"), 1)
    )


# --------------------------------------------------------------------------------------------------------- sheets


def person(kim: Kim, place: int) -> str:
    """Return the name of the person at a place of a board; no two of one KIM are the same."""
    words = read("words.toml")
    given, surname = words["given"], words["surname"]
    return f"{given[(kim.number * 7 + place * 5) % len(given)]} {surname[(kim.number * 3 + place) % len(surname)]}"


def founded(kim: Kim) -> date:
    """Return the day on which a KIM was founded."""
    return date(between((2015, 2022), kim.slug, "year"), between((1, 12), kim.slug, "month"), 5 + kim.number % 20)


def level(kim: Kim, axis: int, high: tuple[int, int], low: tuple[int, int]) -> int | None:
    """Return a number for the level of an axis (0 interest, 1 power, 2 influence), None for an unknown one."""
    letter = kim.levels[axis]
    return None if letter == "-" else between(high if letter == "H" else low, kim.slug, axis)


def named(kim: Kim, heading: str = "Nama Kelompok") -> Row:
    """Return the cells by which a row finds its KIM."""
    village = profile(kim)[VILLAGE]
    return {heading: kim.name, VILLAGE: "" if village == "tidak ada" else village}


def profile(kim: Kim) -> Row:
    """Return the row of Profil KIM."""
    return (
        {"No": kim.number, "Nama Kelompok": kim.name} | place(kim) | doings(kim) | standing(kim) | kim.changes("Profil")
    )


def place(kim: Kim) -> Row:
    """Return the cells that say who a KIM is and where it is found."""
    code, village, subdistrict = seat(kim.village)
    street, house = word("street", kim.slug), between((1, 60), kim.slug, "house")
    mail = f"{kim.slug}@example.or.id" if dice(kim.slug, "mail") % 3 else ""
    return {
        "Tipe KIM": pick((kim.type, f"Tipe {kim.type}"), kim.slug, "type") if kim.type else "",
        "Nomor Induk KIM": f"{kim.number:03}/KIM/{DISTRICT}/{founded(kim).year + 1}",
        "Ketua KIM/Narahubung": person(kim, 0),
        "Alamat": f"{street} No. {house}, RT {1 + kim.number % 6:02}/RW {1 + kim.number % 4:02}",
        VILLAGE: village,
        "Kecamatan": subdistrict,
        "Kode Wilayah": code.replace(".", "") if kim.number % 9 == 4 else code,
        "Nomor Telepon": f"0000-0000-{1000 + kim.number}",
        "Nomor WhatsApp": f"0000-1111-{1000 + kim.number}" if kim.number % 3 else "",
        "Alamat E-mail": mail,
        "Wilayah 3T": "Ya" if subdistrict == "Nusaembun" else pick(("Tidak", ""), kim.slug, "3T"),
    }


def doings(kim: Kim) -> Row:
    """Return the cells that say what a KIM does, for whom, with which media."""
    separator = pick(("; ", "\n"), kim.slug, "list")
    kinds = ["video" if {"yt", "tt"} & {*kim.media} else "foto", "tulisan"] + (
        ["infografis"] if "ig" in kim.media else []
    )
    return {
        "Khalayak Sasaran": kim.theme["audience"],
        "Jenis Media": separator.join(medium(code)["medium"] for code in kim.media),
        "Bidang Kegiatan/Ketertarikan": separator.join(kim.theme["fields"]),
        "Isu-isu Publik": separator.join(kim.theme["issues"]),
        "Frekuensi": word("frequency", kim.slug),
        "Jenis Konten": ", ".join(kinds),
        "Fungsi KIM": word("functions", kim.slug),
        "Mitra Lain (OPD/K/L)": word("partners", kim.slug),
        "Kategori Lama": word("category", kim.slug),
        "Tanggal Berdiri": typed(founded(kim), kim.slug, "founded"),
    }


def standing(kim: Kim) -> Row:
    """Return the term of partnership and the three figures; those that other sheets count stay blank."""
    power, influence = level(kim, 1, HIGH_POWER, LOW_POWER), level(kim, 2, HIGH_INFLUENCE, LOW_INFLUENCE)
    return {
        "Periode Kemitraan": kim.term["profile"],
        "Kekuatan": "" if power is None or counts_audience(kim) else in_figures(power, kim.slug),
        "Pengaruh": "" if influence is None or kim.of("platform") else in_figures(influence, kim.slug),
        "Skor Ketertarikan": level(kim, 0, (62, 95), (15, 48)),
    }


def in_figures(number: int, *key: object) -> int | str:
    """Return a number as some hand types it."""
    found: int | str = pick((number, number, f"{number:,}".replace(",", ".")), "figures", *key)
    return found


def counts_audience(kim: Kim) -> bool:
    """Tell whether the sheet Audiens holds figures of a KIM; small groups without accounts have the profile's."""
    small = kim.levels[1] == "L" and not kim.of("platform") and kim.number % 3 == 0
    return kim.levels[1] != "-" and bool(kim.of("audience")) and not small


def institution(kim: Kim) -> Iterator[Row]:
    """Yield the row of Kelembagaan."""
    if kim.lacks("Kelembagaan"):
        return
    issued = date(
        between((2024, 2025), kim.slug, "decree"), between((1, 9), kim.slug, "decree month"), 2 + kim.number % 25
    )
    answers = {heading: word("yes", kim.slug, heading) for heading in columns("Kelembagaan")[6:]}
    denied = {
        heading: word("no", kim.slug, heading) for heading in answers if "Terlibat" in heading or "Afiliasi" in heading
    }
    yield {
        **named(kim),
        "Nomor SK": f"141/{10 + kim.number}/Kep.Contoh/{issued.year}",
        "Tanggal SK": typed(issued, kim.slug, "issued"),
        "SK Berlaku Sampai": typed(issued.replace(year=issued.year + 4) - timedelta(days=1), kim.slug, "until"),
        **answers,
        **denied,
        "Tanggal Surat Pernyataan": typed(issued + timedelta(days=20), kim.slug, "statement"),
        "Jangkauan Desa (jumlah)": between((1, 4), kim.slug, "reach"),
        "Sarana Lain": pick(("Ya", "Tidak", ""), kim.slug, "means"),
        **kim.changes("Kelembagaan"),
    }


def board(kim: Kim) -> Iterator[Row]:
    """Yield the rows of Pengurus: three to six officers, one or two members."""
    if kim.lacks("Pengurus"):
        return
    offices = read("words.toml")["offices"][: between((3, 6), kim.slug, "officers")]
    people = [*offices, *["Anggota"] * (1 + kim.number % 2)]
    special = kim.changes("Pengurus")
    for number, office in enumerate(people):
        role = "Anggota" if office == "Anggota" else "Pengurus"
        cells = {"Nama": person(kim, number), "Jabatan": office, "Pengurus/Anggota": role}
        cells |= {"ASN": word("no", kim.slug, "asn", number)} | special.pop(office, {})
        yield named(kim) | cells


def terms(kim: Kim) -> Iterator[Row]:
    """Yield the rows of Kemitraan: the terms beyond the one of the profile."""
    if kim.term["begins"]:
        cells = {"Mulai": kim.term["begins"], "Selesai": kim.term["ends"], "Program/Kebijakan": kim.term["programme"]}
        yield named(kim) | cells


def log(kim: Kim) -> Iterator[Row]:
    """Yield the rows of Diseminasi over eighteen months, more for those with a high interest."""
    if kim.mode("log") == "none":
        return
    number = between((4, 6) if kim.levels[0] == "H" else (2, 3), kim.slug, "log")
    last = date(2025, 11, 10) if kim.mode("log") == "old" else LAST
    for place in reversed(range(number)):
        key = (kim.slug, "log", place)
        day = last - timedelta(days=place * 95 + between((0, 60), *key))
        proof = word("proofs", *key)
        yield named(kim) | {
            "Aktivitas Diseminasi Informasi": kim.theme["activities"][place % 3],
            "Format Kegiatan": word("formats", *key),
            "Jumlah Kegiatan": pick((1, 1, 2, 3, 4, ""), *key),
            "Keterangan Waktu": typed(day, *key),
            "Bukti Tayang/Link Konten": f"https://example.org/kim/{kim.slug}/{place + 1}" if proof == "link" else proof,
        }


def contents(kim: Kim) -> Iterator[Row]:
    """Yield the rows of Media Sosial: two or three contents per platform, counted once or twice."""
    platforms, total = kim.of("platform"), level(kim, 2, HIGH_INFLUENCE, LOW_INFLUENCE)
    if not platforms or total is None:
        return
    posts = [(code, n) for code in platforms for n in range(between((2, 3), kim.slug, code))]
    liking = [between((50, 150), kim.slug, place, "liking") for place in range(len(posts))]
    for place, (code, number) in enumerate(posts):
        shown = LAST - timedelta(days=20 + place * 31 + dice(kim.slug, place) % 20)
        cells = named(kim, "Nama KIM") | {
            "Judul Konten": kim.theme["contents"][place % 4],
            "Format": {"yt": "Video", "tt": "Video"}.get(code)
            or pick(("Foto", "Infografis", "Video"), kim.slug, place),
            "Platform": medium(code)["medium"],
            "Akun": f"@{kim.slug}_contoh",
            "Tanggal Tayang": typed(shown, kim.slug, place),
            "Link": f"https://example.org/{code}/{kim.slug}/{number + 1}",
        }
        for counted, part in ((shown + timedelta(days=7), 55), (LAST, 100))[dice(kim.slug, place, "times") % 2 :]:
            figures = responses(code, total * liking[place] * part // (100 * sum(liking)), kim.slug, place)
            yield cells | {"Tanggal Catat": counted} | figures


def responses(code: str, total: int, *key: object) -> Row:
    """Return the figures of a content, each platform's own; what it does not disclose is blank."""
    shares: dict[str, int] = read("words.toml")["indicators"][code]
    found: Row = {name: max(total * share // 100, 0) for name, share in shares.items()}
    hidden = [name for name in ("Share", "View") if name in found and dice("hidden", name, *key) % 4 == 0]
    return found | dict.fromkeys(hidden, "")


def audience(kim: Kim) -> Iterator[Row]:
    """Yield the rows of Audiens: each medium at four to six dates; an old group's figures end in August."""
    total = level(kim, 1, HIGH_POWER, LOW_POWER)
    if total is None or not counts_audience(kim):
        return
    weight: dict[str, int] = read("words.toml")["weight"]
    every = sum(weight[code] for code in kim.of("audience"))
    for code in kim.of("audience"):
        days = COUNTED[:3] if kim.mode("audience") == "stale" else COUNTED[between((0, 2), kim.slug, code) :]
        pace = between((-2, 9), kim.slug, code, "pace")
        for place, day in enumerate(days):
            back = len(days) - 1 - place
            figure = total * weight[code] * (100 - pace * back) // (100 * every)
            cells = {
                "Media": medium(code)["medium"],
                "Akun": account(kim, code),
                "Tanggal Catat": typed(day, kim.slug, code),
            }
            yield named(kim, "Nama KIM") | cells | {"Pengikut/Peserta/Pengunjung": in_figures(figure, kim.slug, place)}


def account(kim: Kim, code: str) -> str:
    """Return the account or place at which an audience is counted."""
    names = {"wag": f"Grup {kim.name}", "radio": f"Radio {kim.name}", "temu": f"Balai {named(kim)['Kelurahan/Desa']}"}
    names["web"] = f"https://example.org/{kim.slug}"
    return names.get(code, f"@{kim.slug}_contoh")


def cases() -> Iterator[Row]:
    """Yield the rows of Peninjauan."""
    by_name = {kim.name: kim for kim in kims()}
    headings = columns("Peninjauan")[2:]
    for row in read("cases.csv"):
        yield named(by_name[row["name"]]) | dict(
            zip(headings, [int(row["ground"]), *list(row.values())[2:]], strict=True)
        )


def counted(file: str, sheet: str) -> Iterator[Row]:
    """Yield the rows of Survei or Diskusi; a survey without a name is of the whole office."""
    by_name = {kim.name: kim for kim in kims()}
    headings = columns(sheet)[2:]
    for row in read(file):
        cells = [int(value) if value.isdigit() else value for value in list(row.values())[1:]]
        of_kim = named(by_name[row["name"]], "Nama KIM") if row["name"] else {}
        yield of_kim | dict(zip(headings, cells, strict=True))


def issues() -> Iterator[Row]:
    """Yield the rows of Isu."""
    for number, row in enumerate(read("issues.csv"), 1):
        cells = (number, *(value.replace("|", "\n") for value in row.values()))
        yield dict(zip(columns("Isu"), cells, strict=True))


# ------------------------------------------------------------------------------------------------------- register


def register() -> dict[str, list[Row]]:
    """Return the rows of every sheet, slips included."""
    sheets: dict[str, Iterable[Row]] = {
        "Profil KIM": map(profile, kims()),
        "Kelembagaan": each(institution),
        "Pengurus": each(board),
        "Kemitraan": each(terms),
        "Isu": issues(),
        "Diseminasi": each(log),
        "Media Sosial": each(contents),
        "Audiens": each(audience),
        "Peninjauan": cases(),
        "Survei": counted("surveys.csv", "Survei"),
        "Diskusi": counted("gatherings.csv", "Diskusi"),
    }
    found = {name: list(rows) for name, rows in sheets.items()}
    slip(found)
    return found


def each(rows: Any) -> list[Row]:
    """Return the rows that a function yields for every KIM."""
    return [row for kim in kims() for row in rows(kim)]


def slip(sheets: dict[str, list[Row]]) -> None:
    """Fill in the cells and rows of slips.toml; `total` is the sum of the column."""
    slips = read("slips.toml")
    for cell in slips["cell"]:
        rows = sheets[cell["sheet"]]
        row = next(r for r in reversed(rows) if cell["name"] in {r.get("Nama Kelompok"), r.get("Nama KIM")})
        row[cell["column"]] = cell["value"]
    for extra in slips["row"]:
        rows = sheets[extra["sheet"]]
        sums = {
            k: sum(r[k] for r in rows if isinstance(r.get(k), int)) for k, v in extra["cells"].items() if v == "total"
        }
        rows.append(extra["cells"] | sums)


def write_register(target: Path) -> None:
    """Write the workbook: a title that says it is made up, a remark, an empty row, headings, rows."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        made = datetime.combine(LAST, time())
        book.set_properties({"title": "DATA CONTOH (BUATAN)", "comments": REMARK, "created": made})
        looks = formats(book)
        for name, rows in register().items():
            write_sheet(book.add_worksheet(name), looks, name, rows)


def formats(book: Any) -> dict[str, Any]:
    """Return the few formats of the workbook."""
    edge = {"valign": "top", "border": 1, "border_color": "#C9D1D9"}
    return {
        "title": book.add_format({"bold": True, "font_size": 14, "font_color": "#8A3B00"}),
        "remark": book.add_format({"italic": True, "font_color": "#5C2B00"}),
        "head": book.add_format({**edge, "bold": True, "bg_color": "#DCE9F5", "text_wrap": True}),
        "cell": book.add_format({**edge, "text_wrap": True}),
        "mark": book.add_format({**edge, "align": "center"}),
        "date": book.add_format({**edge, "num_format": "dd/mm/yyyy", "align": "left"}),
    }


def write_sheet(sheet: Any, looks: dict[str, Any], name: str, rows: list[Row]) -> None:
    """Write one sheet, ready to print on wide A4."""
    headings = columns(name)
    sheet.write_string(0, 0, TITLE.format(sheet=name.upper(), district=DISTRICT), looks["title"])
    sheet.write_string(1, 0, REMARK, looks["remark"])
    for column, heading in enumerate(headings):
        sheet.set_column(column, column, width(heading))
        sheet.write_string(3, column, heading, looks["head"])
    sheet.set_row(3, LINE * max(lines(heading, heading + " " * 4) for heading in headings))
    for number, row in enumerate(rows, 4):
        sheet.set_row(number, LINE * max(lines(heading, row.get(heading)) for heading in headings))
        for column, heading in enumerate(headings):
            value = row.get(heading)
            if heading in MARKS and isinstance(value, int):
                sheet.write_number(number, column, value, looks["mark"])
            else:
                write_cell(sheet, (number, column), value, looks)
    paper(sheet, headings)


def lines(heading: str, value: object) -> int:
    """Return how many lines a value takes in its column."""
    room = width(heading) - 1
    return sum(max(1, -(-len(part) // room)) for part in str(value or "").split("\n"))


def paper(sheet: Any, headings: tuple[str, ...]) -> None:
    """Keep title, headings and names in sight on the screen and on every printed page."""
    kept = headings.index("Nama Kelompok") if "Nama Kelompok" in headings[:2] else int("Isu Strategis" in headings)
    sheet.freeze_panes(4, kept + 1)
    sheet.repeat_rows(0, 3)
    sheet.repeat_columns(0, kept)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(max(1, round(sum(map(width, headings)) / 200)), 0)
    sheet.set_footer("&L&A&RDATA CONTOH (BUATAN) · &P / &N")


def write_cell(sheet: Any, at: tuple[int, int], value: object, looks: dict[str, Any]) -> None:
    """Write a date, a number, a text, or an empty cell with its border."""
    if isinstance(value, date):
        sheet.write_datetime(*at, value, looks["date"])
    elif isinstance(value, int):
        sheet.write_number(*at, value, looks["cell"])
    elif value:
        sheet.write_string(*at, str(value), looks["cell"])
    else:
        sheet.write_blank(*at, None, looks["cell"])


def directory() -> str:
    """Return the directory of villages as CSV: code and name, the subdistricts before their villages."""
    rows = ["code,name"]
    for code, name, subdistrict in villages():
        head = f"{code.rpartition('.')[0]},{subdistrict}"
        rows += [row for row in (head, f"{code},{name}") if row not in rows]
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write both files."""
    TARGET.mkdir(parents=True, exist_ok=True)
    write_register(TARGET / "register.xlsx")
    (TARGET / "villages.csv").write_text(directory(), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {', '.join(f'{name} {len(rows)}' for name, rows in register().items())}")


if __name__ == "__main__":
    main()
