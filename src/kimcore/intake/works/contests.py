"""Contests: the sheets of competitions and awards (IV.E), their columns as data."""

from typing import Final

from kimcore.intake.columns import NAME
from kimcore.intake.layout import sheet

__all__ = ["CONTEST_SHEETS"]

WORK: Final = "work|Kegiatan|NAME|Judul;Kompetisi;Penghargaan"
KIM: Final = f"{NAME}|Nama KIM|NAME|Nama Kelompok;KIM"
PROCUREMENT: Final = """
procurement.on|Pengadaan Diperiksa|DATE|
procurement.kept|Pengadaan Sesuai|ANSWER|
procurement.by|Pemeriksa Pengadaan|TEXT*|
procurement.reference|Rujukan Pengadaan|TEXT*|
""".strip()

# key | heading | kind, with * where it holds data of persons | aliases, parted by ;
COMPETITION_COLUMNS = f"""
title|Judul|NAME|Judul Kompetisi
kind|Jenis|COMPETITION|Jenis Kompetisi
level|Tingkat|LEVEL|
recurrence|Berkala|RECURRENCE|
type_b|Terbuka Tipe B|ANSWER|
works_owned|Karya Milik Pemda|ANSWER|
opens|Dibuka|DATE|
closes|Ditutup|DATE|
budget|Anggaran|COUNT_OR_NONE|
mechanism|Mekanisme|TEXT|
{PROCUREMENT}
documentation|Dokumentasi|TEXT*|
evaluation|Evaluasi|TEXT*|
branding|BerMiTRA|ANSWER|
"""

AWARD_COLUMNS = f"""
title|Judul|NAME|Judul Penghargaan
start|Mulai|DATE|
end|Selesai|DATE|
rule|Aturan Nilai Seri|TIE_RULE|
{PROCUREMENT}
branding|BerMiTRA|ANSWER|
"""

CATEGORY_COLUMNS = f"""
{WORK}
id|Kategori|NAME|Kode Kategori
kind|Jenis Kategori|CATEGORY_KIND|
made|Jenis Karya|WORK_KIND|
rule|Aturan Nilai Seri|TIE_RULE|
"""

RUBRIC_COLUMNS = f"""
{WORK}
category|Kategori|NAME|Kode Kategori
id|Kriteria|NAME|Kode Kriteria
label|Uraian|TEXT|
weight|Bobot|COUNT|
maximum|Nilai Tertinggi|COUNT|
"""

PRIZE_COLUMNS = f"""
{WORK}
category|Kategori|NAME|Kode Kategori
place|Peringkat|COUNT|
what|Hadiah|TEXT|
entry|Karya|NAME|Kode Karya
given|Diberikan|DATE|
"""

JUROR_COLUMNS = f"""
{WORK}
id|Kode Juri|NAME|
name|Nama Juri|NAME*|
expertise|Keahlian|TEXT*|
"""

CANDIDATE_COLUMNS = f"""
{WORK}
{KIM}
seen|Hasil Pantauan|TEXT*|
ready|Siap|ANSWER|
feedback|Umpan Balik|TEXT*|
appointed|Ditetapkan|ANSWER|
reason|Alasan|TEXT*|
"""

ENTRY_COLUMNS = f"""
{WORK}
id|Kode Karya|NAME|
category|Kategori|NAME|Kode Kategori
{KIM}
title|Judul Karya|NAME|
makers|Pembuat|TEXT*|
link|Tautan|LINK*|Link
registered|Didaftarkan|DATE|
ownership|Kepemilikan Diterima|ANSWER|
disqualified.on|Diskualifikasi|DATE|
disqualified.by|Diputuskan Oleh|TEXT*|
disqualified.reason|Alasan Diskualifikasi|TEXT*|
"""

SCORE_COLUMNS = f"""
{WORK}
juror|Kode Juri|NAME|
entry|Karya|NAME|Kode Karya;Nama KIM
criterion|Kriteria|NAME|Kode Kriteria
value|Nilai|POINTS|
"""

TIE_COLUMNS = f"""
{WORK}
works|Urutan|TEXTS|
on|Tanggal|DATE|
by|Oleh|TEXT*|
reason|Alasan|TEXT*|
"""

PROTEST_COLUMNS = f"""
{WORK}
entry|Karya|NAME|Kode Karya
{KIM}
on|Tanggal|DATE|
text|Keberatan|TEXT*|
outcome|Putusan|PROTEST|
decided|Tanggal Putusan|DATE|
officer|Pejabat|TEXT*|
reason|Alasan|TEXT*|
"""

ACCOMPANIMENT_COLUMNS = f"""
{WORK}
on|Tanggal|DATE|
by|Petugas|TEXT*|
what|Uraian|TEXT*|
"""

SUPPORT_COLUMNS = f"""
{WORK}
party|Pihak|NAME*|
what|Dukungan|TEXT|
on|Tanggal|DATE|
conflict|Bertentangan|ANSWER|
checked|Diperiksa|DATE|
officer|Pejabat|TEXT*|
"""

RECIPIENT_COLUMNS = f"""
{WORK}
{KIM}
form|Bentuk|AWARD_FORM|
on|Tanggal|DATE|
reason|Alasan|TEXT*|
"""

CONTEST_SHEETS: Final = (
    sheet("competitions", "Kompetisi", "Tabel 4.7", COMPETITION_COLUMNS, anchor="title"),
    sheet("awards", "Penghargaan", "Gambar 4.6", AWARD_COLUMNS, anchor="title"),
    sheet("categories", "Kategori", "Tabel 4.7", CATEGORY_COLUMNS, anchor="work"),
    sheet("rubric", "Rubrik", "Gambar 4.4", RUBRIC_COLUMNS, anchor="work"),
    sheet("prizes", "Hadiah", "Tabel 4.7", PRIZE_COLUMNS, anchor="work"),
    sheet("jurors", "Juri", "Gambar 4.4", JUROR_COLUMNS, anchor="work"),
    sheet("candidates", "Calon", "Tabel 4.7", CANDIDATE_COLUMNS, anchor="work"),
    sheet("entries", "Karya", "Gambar 4.4", ENTRY_COLUMNS, anchor="work"),
    sheet("scores", "Nilai", "Gambar 4.4", SCORE_COLUMNS, anchor="work"),
    sheet("ties", "Keputusan Seri", "Gambar 4.4", TIE_COLUMNS, anchor="work"),
    sheet("protests", "Keberatan", "Gambar 4.4", PROTEST_COLUMNS, anchor="work"),
    sheet("accompaniments", "Pendampingan", "Gambar 4.5", ACCOMPANIMENT_COLUMNS, anchor="work"),
    sheet("supports", "Dukungan Swasta", "IV.E", SUPPORT_COLUMNS, anchor="work"),
    sheet("recipients", "Penerima", "Gambar 4.6", RECIPIENT_COLUMNS, anchor="work"),
)
"""The sheets of competitions and awards, in their order."""
