"""Layout of the sheets of chapter IV: their columns, as data; a work is named by its title on every sheet."""

from collections.abc import Mapping
from typing import Final

from kimcore.intake.columns import NAME, SheetSpec
from kimcore.intake.layout import sheet
from kimcore.intake.works.contests import CONTEST_SHEETS

__all__ = ["STAGES", "WORK_SHEETS", "work_sheet_spec"]

# key | heading | kind, with * where it holds data of persons | aliases, parted by ;
NEEDS_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;Nama
on|Tanggal|DATE|Tanggal Pendataan;Tgl. Pendataan
by|Petugas|TEXT*|Pendata
media|Perlu: Media|ANSWER|
media_kinds|Jenis Media|MEDIA|
content|Perlu: Konten|ANSWER|
content_kinds|Jenis Konten|CONTENT_KINDS|
members|Perlu: Anggota|ANSWER|
members_involved|Jumlah Anggota Terlibat|COUNT|Anggota Terlibat
skills|Perlu: Keahlian|ANSWER|
skills_lacking|Keahlian Dicari|SKILLS|
production|Perlu: Pengelolaan Produksi|ANSWER|
note|Catatan|TEXT*|
"""

EVENT_COLUMNS = f"""
theme|Tema|NAME|Tema Kegiatan
form|Bentuk Kegiatan|EVENT_FORM|Bentuk
{NAME}|KIM Diundang|NAME|Nama KIM;KIM
issues|Isu|TEXTS|Isu Strategis
venue.kind|Jenis Tempat|VENUE|
venue.place|Tempat|TEXT|
venue.link|Tautan Ruang Virtual|LINK*|Tautan
evaluation|Simpulan Evaluasi|TEXT*|Evaluasi
branding|BerMiTRA|ANSWER|
"""

SESSION_COLUMNS = """
work|Kegiatan|NAME|Tema
title|Sesi|NAME|Judul Sesi
on|Tanggal|DATE|
begins|Mulai|CLOCK|Pukul
ends|Selesai|CLOCK|
"""

SPEAKER_COLUMNS = """
work|Kegiatan|NAME|Tema
name|Nama Pemateri|NAME*|Pemateri;Nama
competence|Kompetensi|TEXT*|
sessions|Sesi|TEXTS|
confirmed|Konfirmasi|ANSWER|
attended|Hadir|ANSWER|
"""

PARTICIPANT_COLUMNS = f"""
work|Kegiatan|NAME|Tema
name|Nama Peserta|NAME*|Peserta
{NAME}|Nama KIM|NAME|Nama Kelompok;KIM
confirmed|Konfirmasi|ANSWER|
attended|Hadir|ANSWER|
"""

PUBLICATION_COLUMNS = f"""
work|Kegiatan|NAME|Tema;Kompetisi
by|Oleh|PUBLISHER|
{NAME}|Nama KIM|NAME|Nama Kelompok;KIM
on|Tanggal|DATE|
medium|Media|MEDIUM|
link|Tautan|LINK*|Link
"""

TRIAL_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;KIM
type|Tipe KIM|TYPE|Tipe
issues|Isu|TEXTS|
media|Media|MEDIA|
commitment|Komitmen|TEXT|
start|Mulai|DATE|
end|Selesai|DATE|
answered|Tanggal Umpan Balik|DATE|
ready|Siap|ANSWER|
feedback|Umpan Balik|TEXT*|
outcome|Keputusan|APPOINTMENT|
decided|Tanggal Keputusan|DATE|
officer|Pejabat|TEXT*|
reason|Alasan|TEXT*|
evidence|Bukti|TEXT*|
since|Ditetapkan Mulai|DATE|
until|Ditetapkan Sampai|DATE|
branding|BerMiTRA|ANSWER|
"""

SCHEDULE_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;KIM
on|Tanggal|DATE|Tenggat
what|Konten|TEXT|
format|Format|CONTENT_KIND|
"""

COLLABORATION_COLUMNS = f"""
title|Judul|NAME|Kolaborasi
type|Tipe KIM|TYPE|Tipe
{NAME}|Nama KIM|NAME|KIM
mapped|Tanggal Pemetaan|DATE|
start|Mulai|DATE|
end|Selesai|DATE|
materials|Bahan|TEXTS|
branding|BerMiTRA|ANSWER|
"""

COORDINATION_COLUMNS = f"""
work|Kolaborasi|NAME|Judul
kind|Jenis|COORDINATION|
on|Tanggal|DATE|
{NAME}|Nama KIM|NAME|KIM
medium|Media|MEDIUM|
text|Isi|TEXT*|
issue|Isu|NAME|
"""

MATERIAL_COLUMNS = f"""
title|Judul|NAME|Judul Bahan
origin|Asal|ORIGIN|
source|Sumber|TEXT|
initiative|Prakarsa|INITIATIVE|
issue|Isu|NAME|
{NAME}|Nama KIM|NAME|KIM
message|Pesan|TEXT|
theme|Tema|TEXT|
angle|Sudut Pandang|TEXT|
format|Format|CONTENT_KIND|
branding|BerMiTRA|ANSWER|
"""

CONTRIBUTION_COLUMNS = f"""
work|Judul Bahan|NAME|Judul;Bahan
by|Dari|PUBLISHER|Oleh
{NAME}|Nama KIM|NAME|KIM
on|Tanggal|DATE|
what|Masukan|TEXT*|
"""

DISSEMINATION_COLUMNS = f"""
work|Judul Bahan|NAME|Judul;Bahan
{NAME}|Nama KIM|NAME|KIM
on|Tanggal|DATE|
action|Aksi|ACTION|
medium|Media|MEDIUM|
count|Jumlah|COUNT_OR_NONE|
proof|Bukti/Link|LINK*|Bukti;Link
"""

STAGE_COLUMNS = """
work|Kegiatan|NAME|Judul;Tema;Kompetisi;Penghargaan
stage|Tahap|STAGE|
outcome|Hasil|STAGE_OUTCOME|
on|Tanggal|DATE|
by|Petugas|TEXT*|
evidence|Bukti|TEXT*|
reason|Alasan|TEXT*|
deadline|Tenggat|DATE|
"""

STAGES: Final = sheet("stages", "Tahapan", "IV", STAGE_COLUMNS, anchor="work")

WORK_SHEETS: Final = (
    sheet("needs", "Kebutuhan", "Tabel 4.1", NEEDS_COLUMNS),
    sheet("events", "Kegiatan", "Gambar 4.3", EVENT_COLUMNS, anchor="theme"),
    sheet("sessions", "Sesi", "Tabel 4.5", SESSION_COLUMNS, anchor="work"),
    sheet("speakers", "Pemateri", "Tabel 4.5", SPEAKER_COLUMNS, anchor="work"),
    sheet("participants", "Peserta", "Tabel 4.5", PARTICIPANT_COLUMNS, anchor="work"),
    sheet("publications", "Publikasi", "Tabel 4.5", PUBLICATION_COLUMNS, anchor="work"),
    sheet("trials", "Uji Coba", "IV.B", TRIAL_COLUMNS),
    sheet("schedule", "Jadwal Produksi", "IV.B", SCHEDULE_COLUMNS),
    sheet("collaborations", "Kolaborasi", "Gambar 4.1", COLLABORATION_COLUMNS, anchor="title"),
    sheet("coordination", "Koordinasi", "Tabel 4.2", COORDINATION_COLUMNS, anchor="work"),
    sheet("materials", "Bahan", "Tabel 4.2", MATERIAL_COLUMNS, anchor="title"),
    sheet("contributions", "Masukan Bahan", "Tabel 4.2", CONTRIBUTION_COLUMNS, anchor="work"),
    sheet("disseminations", "Diseminasi Bahan", "Tabel 4.3", DISSEMINATION_COLUMNS, anchor="work"),
    *CONTEST_SHEETS,
    STAGES,
)
"""The sheets of chapter IV, in its order; all of them are optional."""

SPECS: Final[Mapping[str, SheetSpec]] = {spec.key: spec for spec in WORK_SHEETS}


def work_sheet_spec(key: str) -> SheetSpec:
    """Return the sheet of a key."""
    return SPECS[key]
