"""Wording: the fixed sentences that every writer adds to a report, in both languages."""

from kimcore.terms import Text

__all__ = [
    "AT_ONE_PLACE",
    "BACK",
    "BARS",
    "BARS_LEFT_OUT",
    "BELOW",
    "CONTENTS",
    "CORNERS",
    "COUNTED",
    "COVER",
    "CROWDED",
    "CUT",
    "CUT_OFF",
    "DASH",
    "DESCRIPTION",
    "EMPTY",
    "FIRST",
    "FORMATTING",
    "GROUP",
    "LAST",
    "LEADERS",
    "LEGEND",
    "LEGEND_UNKNOWN",
    "MISSING",
    "MOMENT",
    "MOMENTS",
    "NAME",
    "NO",
    "NOTES",
    "NO_CUT_OFF",
    "NO_MARKS",
    "NUMBER",
    "PAGE",
    "PARTICULARS",
    "ROWS",
    "SHORTENED",
    "STATE",
    "STRETCHED",
    "TABLE",
    "TO_TABLE",
    "UNKNOWN",
    "YES",
]

DASH = "–"
"""What stands in a cell whose value is unknown."""

YES = Text("ya", "yes")
NO = Text("tidak", "no")
UNKNOWN = Text("tidak diketahui", "unknown")

COVER = Text("Sampul", "Cover")
BACK = Text("Kembali ke sampul", "Back to the cover")
PARTICULARS = Text("Keterangan laporan", "About this report")
CONTENTS = Text("Daftar isi", "Contents")
TABLE = Text("Tabel", "Table")
TO_TABLE = Text("Ke lembar ini", "Go to this sheet")
ROWS = Text("Baris", "Rows")
BELOW = Text("Catatan di bawah tabel", "Notes below the table")
NOTES = Text("Catatan", "Notes")
EMPTY = Text("Tidak ada baris.", "No rows.")
PAGE = Text("halaman", "page")

LEGEND = Text("Cara membaca", "How to read this")
LEGEND_UNKNOWN = Text(
    "tidak diketahui atau belum tercatat: bukan nol, dan bukan “tidak”",
    "unknown or not yet recorded: not zero, and not “no”",
)
FORMATTING = Text(
    "Tanggal ditulis hari/bulan/tahun. Isi data ditulis apa adanya sebagai teks; rumus dan tautan di dalamnya tidak "
    "dijalankan. Huruf yang tidak dapat disimpan diganti dengan \N{REPLACEMENT CHARACTER}.",
    "Dates are day/month/year. Data stand as plain text; formulas and links in them do not run. A character that "
    "cannot be stored is replaced by \N{REPLACEMENT CHARACTER}.",
)
SHORTENED = Text(" … [dipotong dari {count} huruf]", " … [cut from {count} characters]")

NUMBER = Text("No.", "No.")
NAME = Text("Nama", "Name")
GROUP = Text("Kelompok", "Group")
FIRST = Text("Dari", "From")
LAST = Text("Sampai", "To")
STATE = Text("Keadaan", "State")
MOMENTS = Text("Yang tercatat", "What Is Recorded")
MOMENT = Text("{on}: {what} ({kind})", "{on}: {what} ({kind})")
BARS_LEFT_OUT = Text(
    "{number} yang berakhir lebih awal tidak digambar; semuanya ada pada daftar.",
    "{number} that end earlier are not drawn; the list holds all.",
)
BARS = Text(
    "Linimasa, {count} batang menurut bulan; garis putus-putus menunjukkan {on}. Daftar di bawahnya memuat setiap "
    "batang dengan tanggal dan catatannya.",
    "A timeline of {count} bars over months; the dashed line marks {on}. The list below holds each bar with its days "
    "and what is recorded.",
)
CUT = Text("batas {value}", "cut-off {value}")
CUT_OFF = Text("Batas {axis}: {value}", "Cut-off of {axis}: {value}")
NO_CUT_OFF = Text("Batas {axis} tidak diketahui.", "The cut-off of {axis} is unknown.")
NO_MARKS = Text("Tidak ada yang dapat digambarkan.", "There is nothing to draw.")
CORNERS = Text("Sudut peta: {corners}", "Corners of the map: {corners}")
LEADERS = Text(
    "Garis pendek menunjuk letak sebenarnya bila sebuah titik digeser agar tidak bertumpuk.",
    "A short line leads to the true place where a dot was moved aside so as not to overlap.",
)
STRETCHED = Text(
    "Skala {axis} diregangkan sehingga batas berada di tengah; baca nilainya pada daftar.",
    "The scale of {axis} is stretched so that the cut-off stands in the middle; read the values in the list.",
)
CROWDED = Text("Titik bertumpuk yang digambar sebagai satu huruf", "Overlapping dots drawn as one letter")
COUNTED = Text(
    "Kotak dengan ×n mewakili n titik di tempat itu; nomor, nama dan nilainya ada pada daftar.",
    "A box with ×n stands for n dots at that place; their numbers, names and values are in the list.",
)
AT_ONE_PLACE = Text("{letter}: no. {numbers}", "{letter}: no. {numbers}")
DESCRIPTION = Text(
    "Peta titik bernomor, {count} titik, sumbu mendatar {x}, sumbu tegak {y}. Daftar di bawah atau di samping peta "
    "memuat nama dan nilai setiap nomor.",
    "A map of numbered dots, {count} dots, horizontal axis {x}, vertical axis {y}. The list below or beside the map "
    "holds the name and the values of each number.",
)
MISSING = Text(
    "pustaka {library} tidak terpasang; jalankan: pip install 'kimcore[{extra}]'",
    "the library {library} is not installed; run: pip install 'kimcore[{extra}]'",
)
