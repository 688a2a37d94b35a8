"""Layout: the sheets and columns of the register workbook (interface, The register workbook), as data."""

from typing import Final

from kimcore.intake.columns import NAME, NUMBER, VILLAGE, Column, Kind, SheetSpec

__all__ = ["PROFILE", "SHEETS", "sheet", "sheet_spec"]

# key | heading | kind, with * where it holds data of persons | aliases, parted by ;
PROFILE_COLUMNS = f"""
no|No|ORDINAL|Nomor;No Urut
{NAME}|Nama Kelompok|NAME|Nama KIM;Nama
identity.type|Tipe KIM|TYPE|Tipe
{NUMBER}|Nomor Induk KIM|COMMUNITY_NUMBER|NIK (Nomor Induk Komunitas);Nomor Induk Komunitas;No Induk KIM;Kode KIM;NIK
profile.contact_person|Ketua KIM/Narahubung|STATED*|Ketua KIM;Ketua;Narahubung;Ketua/Narahubung
profile.address|Alamat|STATED*|Alamat Sekretariat;Alamat KIM
{VILLAGE}|Kelurahan/Desa|STATED|Desa/Kel.;Desa/Kelurahan;Desa;Kelurahan;Kalurahan;Kampung
identity.subdistrict|Kecamatan|TEXT|Kapanewon;Distrik
identity.district_name|Kabupaten/Kota|TEXT|Kabupaten;Kota;Kab/Kota
identity.region|Kode Wilayah|REGION|Kode Desa;Kode Kelurahan;Kode Desa/Kelurahan
profile.phone|Nomor Telepon|STATED*|No_Telephon;No Telepon;Telepon;No Telp;HP;No HP;Nomor HP
profile.whatsapp|Nomor WhatsApp|STATED*|No WhatsApp;WhatsApp;Nomor WA;No WA
profile.email|Alamat E-mail|STATED*|e-mail;Email
profile.audience|Khalayak Sasaran|TEXT|Khalayak
profile.channels|Jenis Media|CHANNELS|Media
profile.fields|Bidang Kegiatan/Ketertarikan|AFFAIRS|Bidang;Bidang Kegiatan;Bidang Ketertarikan
profile.issues|Isu-isu Publik|TEXTS|Isu Publik
profile.frequency|Frekuensi|FREQUENCY|
profile.content_kinds|Jenis Konten|CONTENT_KINDS|
profile_term|Periode Kemitraan|PERIOD|
profile.power|Kekuatan|COUNT|
profile.influence|Pengaruh|COUNT|
profile.interest|Skor Ketertarikan|SCORE|
identity.former_category|Kategori Lama|CATEGORY|
identity.in_3t_area|Wilayah 3T|ANSWER|
identity.functions|Fungsi KIM|FUNCTIONS|
identity.other_partners|Mitra Lain (OPD/K/L)|TEXTS|Mitra Lain
profile.founded|Tanggal Berdiri|DATE|Tanggal Terbentuk
"""

INSTITUTION_COLUMNS = f"""
{NAME}|Nama Kelompok|NAME|Nama KIM;Nama
{VILLAGE}|Kelurahan/Desa|STATED|Desa/Kel.;Desa/Kelurahan;Desa;Kelurahan;Kalurahan;Kampung
decree.number|Nomor SK|STATED|SK;No SK;Surat Keputusan;Surat Keputasan;Nomor Surat Keputusan
decree.issued|Tanggal SK|DATE|Tgl. SK
decree.until|SK Berlaku Sampai|LAST_DAY|Masa berlaku SK s/d;Masa Berlaku SK
decree.revoked|Tanggal Pencabutan SK|DATE|Tgl. Pencabutan SK
answers.formed_by_community|Dibentuk Masyarakat|ANSWER|
board.stated|Memiliki Susunan Pengurus|ANSWER|Susunan Pengurus
board.acknowledged|Pengurus Diketahui Kades/Lurah|ANSWER|Pengurus Diketahui
documents.statement_signed|Tanggal Surat Pernyataan|DATE|Tgl. Surat Pernyataan
answers.criminal_case|Terlibat Pidana|ANSWER*|
answers.party_affiliation|Afiliasi Partai Politik|ANSWER*|Afiliasi Partai
answers.ngo_affiliation|Afiliasi LSM|ANSWER*|
answers.recognised|Pengakuan Masyarakat|ANSWER|Pengakuan
answers.active|Aktivitas Berkala|ANSWER|
answers.good_record|Rekam Jejak Baik|ANSWER|Rekam Jejak
answers.villages_reached|Jangkauan Desa (jumlah)|COUNT_OR_NONE|Jangkauan Desa
answers.first_hand|Pemahaman Langsung|ANSWER|
answers.other_means|Sarana Lain|ANSWER|
answers.resources|Sumber Daya|ANSWER|
answers.information_function|Fungsi Informasi|ANSWER|
"""

BOARD_COLUMNS = f"""
{NAME}|Nama Kelompok|NAME|Nama KIM
name|Nama|NAME*|Nama Pengurus;Nama Pengurus/Anggota
role|Jabatan|TEXT|
is_officer|Pengurus/Anggota|MEMBERSHIP|
civil_servant|ASN|CIVIL_SERVANT*|
civil_servant_since|Menjadi ASN Sejak|DATE*|ASN Sejak
"""

TERM_COLUMNS = f"""
{NAME}|Nama Kelompok|NAME|Nama KIM;Nama
start|Mulai|DATE|Tanggal Mulai
end|Selesai|END_OF_TERM|Tanggal Selesai
programme|Program/Kebijakan|TEXT|Program;Kebijakan
"""

ISSUE_COLUMNS = f"""
number|No|ISSUE_NUMBER|Nomor
title|Isu Strategis|NAME|Isu
affair|Bidang|AFFAIR|
sources|Sumber Informasi|SOURCES|Sumber
{NAME}|Nama KIM|NAME|Nama Kelompok;KIM
priority|Prioritas|ANSWER|
crisis|Terindikasi Krisis|ANSWER|Indikasi Krisis
background|Latar Belakang|TEXT|
involved|Pihak Terlibat|TEXT*|
scope|Ruang Lingkup|TEXT|
administration|Administrasi|TEXT*|
duration|Durasi|TEXT|
understanding|Jenjang Pemahaman|TEXT|
"""

LOG_COLUMNS = f"""
{NAME}|Nama Kelompok|NAME|Nama KIM;Nama
activity|Aktivitas Diseminasi Informasi|TEXT|Aktivitas Diseminasi;Aktivitas
format|Format Kegiatan|TEXT|Format
count|Jumlah Kegiatan|COUNT_OR_NONE|Jumlah
on|Keterangan Waktu|DATE|Waktu;Tanggal
proof|Bukti Tayang/Link Konten|LINK|Bukti Tayang;Link Konten;Link
"""

CONTENT_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;Nama
title|Judul Konten|NAME|Judul
format|Format|TEXT|
platform|Platform|PLATFORM|Media Sosial
account|Akun|LINK|Nama Akun
shown|Tanggal Tayang|DATE|Tgl. Tayang
link|Link|LINK|Link Konten;Tautan
observed|Tanggal Catat|DATE|Tgl. Catat
like|Like|COUNT|Likes
share|Share|COUNT|Shares
comment|Comment|COUNT|Comments;Komentar
view|View|COUNT|Views
retweet|Retweet|COUNT|Retweets
"""

AUDIENCE_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;Nama
platform|Media|PLATFORM|Platform;Jenis Media
account|Akun|LINK|Nama Akun
observed|Tanggal Catat|DATE|Tgl. Catat
audience|Pengikut/Peserta/Pengunjung|COUNT|Pengikut;Followers;Peserta;Pengunjung
"""

CASE_COLUMNS = f"""
{NAME}|Nama Kelompok|NAME|Nama KIM;Nama
ground|Dasar (1–7)|GROUND|Dasar
indicated|Tanggal Indikasi|DATE|Tgl. Indikasi
source|Sumber Indikasi|TEXT*|
finding|Temuan (terbukti/tidak terbukti)|FINDING|Temuan
concluded|Tanggal Temuan|DATE|Tgl. Temuan
officer|Pejabat|TEXT|
evidence|Bukti|TEXT*|
"""

SURVEY_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;Nama
topic|Topik/Isu|NAME|Topik
aspect|Aspek|ASPECT|
phase|Tahap|PHASE|
surveyed|Tanggal|DATE|Tanggal Survei;Tgl. Survei
asked|Jumlah Ditanya|COUNT|Ditanya
answered|Jumlah Responden|COUNT|Responden
favourable|Jumlah Positif|COUNT|Jawaban Positif
"""

GATHERING_COLUMNS = f"""
{NAME}|Nama KIM|NAME|Nama Kelompok;Nama
title|Kegiatan|NAME|Nama Kegiatan
form|Bentuk|TEXT|Bentuk Kegiatan
held|Tanggal|DATE|Tanggal Kegiatan;Tgl. Kegiatan
attended|Peserta Hadir|COUNT|Jumlah Hadir
took_part|Peserta Aktif|COUNT|Jumlah Aktif
"""


def columns(lines: str) -> tuple[Column, ...]:
    """Return the columns of a table of this module."""
    rows = (line.split("|") for line in lines.strip().splitlines())
    return tuple(
        Column(
            key=key,
            heading=heading,
            kind=Kind[kind.rstrip("*")],
            aliases=tuple(filter(None, aliases.split(";"))),
            is_personal=kind.endswith("*"),
        )
        for key, heading, kind, aliases in rows
    )


FINDERS: Final = columns(f"""
{VILLAGE}|Kelurahan/Desa|STATED|Desa/Kel.;Desa/Kelurahan;Desa;Kelurahan;Kalurahan;Kampung
{NUMBER}|Nomor Induk KIM|COMMUNITY_NUMBER|NIK (Nomor Induk Komunitas);Nomor Induk Komunitas;No Induk KIM;Kode KIM
""")
"""Columns by which any sheet may find a KIM; a heading NIK alone is the community number on Profil KIM only."""


SUPPLEMENTARY: Final = frozenset({"surveys", "gatherings"})


def sheet(key: str, name: str, clause: str, lines: str, *, anchor: str = NAME) -> SheetSpec:
    """Return a sheet, with the columns that find a KIM where it does not offer them itself."""
    own = columns(lines)
    hidden = tuple(c for c in FINDERS if c.key not in {o.key for o in own})
    extra = key in SUPPLEMENTARY
    return SheetSpec(key=key, name=name, clause=clause, columns=own, hidden=hidden, supplementary=extra, anchor=anchor)


PROFILE: Final = sheet("profile", "Profil KIM", "Tabel 3.1", PROFILE_COLUMNS)

SHEETS: Final = (
    PROFILE,
    sheet("institution", "Kelembagaan", "II.B.3-5", INSTITUTION_COLUMNS),
    sheet("board", "Pengurus", "II.B.3.d", BOARD_COLUMNS),
    sheet("terms", "Kemitraan", "III.A.r", TERM_COLUMNS),
    sheet("issues", "Isu", "Tabel 3.2", ISSUE_COLUMNS, anchor="title"),
    sheet("log", "Diseminasi", "Tabel 5.2", LOG_COLUMNS),
    sheet("contents", "Media Sosial", "Tabel 5.3", CONTENT_COLUMNS),
    sheet("audience", "Audiens", "Tabel 5.1", AUDIENCE_COLUMNS),
    sheet("cases", "Peninjauan", "II.B.6", CASE_COLUMNS),
    sheet("surveys", "Survei", "Tabel 5.1", SURVEY_COLUMNS, anchor="topic"),
    sheet("gatherings", "Diskusi", "Tabel 5.1", GATHERING_COLUMNS),
)
"""Every sheet of the register, in its order; all but the first are optional."""


def sheet_spec(key: str) -> SheetSpec:
    """Return the sheet of a key."""
    return next(spec for spec in SHEETS if spec.key == key)
