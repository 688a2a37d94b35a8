"""Refusals: why a file is not read, in words that say what to do."""

from typing import Any, Final

from kimcore.errors import Unreadable

__all__ = ["REFUSALS", "refusal"]

PATTERNS: Final = (
    Unreadable("file_missing", "{file}: there is no such file", "{file}: berkas tidak ditemukan"),
    Unreadable("file_folder", "{file}: is a folder, not a file", "{file}: adalah folder, bukan berkas"),
    Unreadable("file_empty", "{file}: the file is empty", "{file}: berkas kosong"),
    Unreadable(
        "file_kind",
        "{file}: is no xlsx, xls, ods or CSV file; open it in a spreadsheet and save it as xlsx",
        "{file}: bukan berkas xlsx, xls, ods atau CSV; buka di aplikasi lembar kerja lalu simpan sebagai xlsx",
    ),
    Unreadable(
        "file_binary",
        "{file}: is a binary workbook (xlsb); save it as xlsx",
        "{file}: buku kerja biner (xlsb); simpan sebagai xlsx",
    ),
    Unreadable(
        "file_web_page",
        "{file}: is a web page, not a workbook; open it in a spreadsheet and save it as xlsx",
        "{file}: halaman web, bukan buku kerja; buka di aplikasi lembar kerja lalu simpan sebagai xlsx",
    ),
    Unreadable(
        "file_misnamed",
        "{file}: is text under the name of a workbook; if it is CSV, give it a name that ends in .csv",
        "{file}: berisi teks biasa dengan nama buku kerja; bila itu CSV, beri nama berakhiran .csv",
    ),
    Unreadable(
        "file_protected",
        "{file}: is protected by a password; save it without one",
        "{file}: dilindungi kata sandi; simpan tanpa kata sandi",
    ),
    Unreadable(
        "file_unreadable",
        "{file}: is damaged, or is no workbook; open it in a spreadsheet and save it again",
        "{file}: rusak atau bukan buku kerja; buka di aplikasi lembar kerja lalu simpan ulang",
    ),
    Unreadable(
        "file_unsafe",
        "{file}: holds what a spreadsheet does not write (such as a document type); open it in one and save it again",
        "{file}: memuat hal yang tidak ditulis aplikasi lembar kerja (misalnya DOCTYPE); buka lalu simpan ulang",
    ),
    Unreadable(
        "file_changing",
        "{file}: changed while it was read; close it in other programs and import it again",
        "{file}: berubah saat dibaca; tutup di aplikasi lain lalu impor lagi",
    ),
    Unreadable(
        "file_denied",
        "{file}: cannot be read ({reason})",
        "{file}: tidak dapat dibaca ({reason})",
    ),
    Unreadable("file_too_slow", "{file}: reading takes too long", "{file}: terlalu lama dibaca"),
    Unreadable(
        "file_memory",
        "{file}: needs more memory than a register may, or is damaged; divide it, or save it again in a spreadsheet",
        "{file}: memerlukan memori lebih besar daripada register, atau rusak; bagi berkasnya, atau simpan ulang",
    ),
    Unreadable(
        "file_too_large",
        "{file}: the file is larger than {limit} MB",
        "{file}: berkas lebih besar dari {limit} MB",
    ),
    Unreadable(
        "file_expands",
        "{file}: its parts expand beyond measure; open it in a spreadsheet and save it again",
        "{file}: isinya mengembang melampaui batas; buka di aplikasi lembar kerja lalu simpan ulang",
    ),
    Unreadable(
        "file_far_cell",
        "{file}: the cell {cell} stands far from the others, or outside of the sheet; delete it and save again",
        "{file}: sel {cell} berada jauh dari yang lain, atau di luar lembar; hapus sel itu lalu simpan ulang",
    ),
    Unreadable(
        "file_many_rows",
        "{file}: a sheet has more than {limit} rows, so nothing was read; divide the register",
        "{file}: satu lembar berisi lebih dari {limit} baris, sehingga tidak ada yang dibaca; bagi registernya",
    ),
    Unreadable(
        "file_many_cells",
        "{file}: has more than {limit} cells, so nothing was read; delete empty formatted rows, or divide the register",
        "{file}: memiliki lebih dari {limit} sel, sehingga tidak ada yang dibaca; hapus baris kosong berformat, atau "
        "bagi registernya",
    ),
    Unreadable(
        "file_much_text",
        "{file}: its cells hold more than {limit} million characters, so nothing was read; divide the register",
        "{file}: selnya memuat lebih dari {limit} juta huruf, sehingga tidak ada yang dibaca; bagi registernya",
    ),
    Unreadable(
        "file_uncalculated",
        "{file}: more than {limit} cells of a sheet show an error or no value; calculate it anew in a spreadsheet",
        "{file}: lebih dari {limit} sel satu lembar galat atau tanpa nilai; hitung ulang di aplikasi lembar kerja",
    ),
    Unreadable(
        "file_not_csv",
        "{file}: is no CSV: {reason}, line {line}; open it in a spreadsheet and save it again",
        "{file}: bukan CSV: {reason}, baris {line}; buka di aplikasi lembar kerja lalu simpan ulang",
    ),
    Unreadable("file_not_text", "{file}: is no text", "{file}: bukan berkas teks"),
)

REFUSALS: Final = {pattern.code: pattern for pattern in PATTERNS}
"""The words of every refusal by its code; `{file}` and the values of the message are filled in."""


def refusal(code: str, file: str, **params: Any) -> Unreadable:
    """Return the error of a file that is not read."""
    pattern = REFUSALS[code]
    said = {"file": file, "cell": "", **params}
    return Unreadable(code, pattern.en.format(**said), pattern.id.format(**said), file=file, **params)
