"""A made-up year of an office with two KIMs, as sheets of chapter IV."""

from typing import Final

from tests.workspace.registers import Sheets, profile

__all__ = ["KIMS", "YEAR"]

KIMS: Final[Sheets] = profile(("KIM Satu", "Desa A", None, "A"), ("KIM Dua", "Desa B", None, "B"))

YEAR: Final[Sheets] = {
    **KIMS,
    "Isu": [("No", "Isu Strategis", "Nama KIM"), (1, "Gizi balita", "KIM Satu")],
    "Kebutuhan": [
        ("Nama KIM", "Tanggal", "Petugas", "Perlu: Media", "Jenis Media", "Perlu: Keahlian", "Keahlian Dicari"),
        ("KIM Satu", "1 Mei 2026", "Petugas Contoh", "ya", "media sosial; radio", "ya", "menulis; menyelam"),
        ("KIM Dua", "2 Mei 2026", "Petugas Contoh", "tidak", None, None, None),
    ],
    "Kegiatan": [
        ("Tema", "Bentuk Kegiatan", "KIM Diundang", "Isu", "Jenis Tempat", "Tempat", "Simpulan Evaluasi", "BerMiTRA"),
        ("Menulis berita", "workshop", "KIM Satu; KIM Dua", "1", "hotel", "Aula Contoh", None, "ya"),
    ],
    "Sesi": [
        ("Kegiatan", "Sesi", "Tanggal", "Mulai", "Selesai"),
        ("Menulis berita", "Dasar", "2 Juni 2026", "08.00", "10.00"),
        ("Menulis berita", "Lanjut", "3 Juni 2026", "pukul 08.30", "10:00"),
    ],
    "Pemateri": [
        ("Kegiatan", "Nama Pemateri", "Kompetensi", "Sesi", "Konfirmasi", "Hadir"),
        ("Menulis berita", "Cici Contoh", "menulis", "Dasar; Lanjut", "ya", "ya"),
    ],
    "Peserta": [
        ("Kegiatan", "Nama Peserta", "Nama KIM", "Konfirmasi", "Hadir"),
        ("Menulis berita", "Budi Contoh", "KIM Satu", "ya", "ya"),
        ("Workshop/Lokakarya: Menulis berita", "Ani Contoh", "KIM Dua", "ya", "tidak"),
    ],
    "Publikasi": [
        ("Kegiatan", "Oleh", "Nama KIM", "Tanggal", "Media", "Tautan"),
        ("Menulis berita", "Dinas", None, "4 Juni 2026", "media daring", "https://example.invalid/a"),
        ("Menulis berita", "KIM", "KIM Satu", "5 Juni 2026", "instagram", None),
    ],
    "Uji Coba": [
        ("Nama KIM", "Tipe KIM", "Isu", "Media", "Komitmen", "Mulai", "Tanggal Umpan Balik", "Siap"),
        ("KIM Dua", None, "Gizi balita", "media sosial", "dua konten", "1 Juni 2026", "20 Mei 2026", "ya"),
    ],
    "Jadwal Produksi": [
        ("Nama KIM", "Tanggal", "Konten", "Format"),
        ("KIM Dua", "10 Juni 2026", "konten 1", "video"),
        ("KIM Dua", "20 Juni 2026", "konten 2", "komik"),
    ],
    "Kolaborasi": [
        ("Judul", "Tipe KIM", "Nama KIM", "Tanggal Pemetaan", "Mulai", "Selesai", "Bahan"),
        ("Gizi bersama", "A", "KIM Satu", "1 April 2026", "1 Mei 2026", "31 Desember 2026", "Cegah gizi buruk"),
    ],
    "Koordinasi": [
        ("Kolaborasi", "Jenis", "Tanggal", "Nama KIM", "Media", "Isi", "Isu"),
        ("Gizi bersama", "umpan balik", "6 Mei 2026", "KIM Satu", "tatap muka", "setuju", None),
    ],
    "Bahan": [
        ("Judul", "Asal", "Prakarsa", "Isu", "Nama KIM", "Pesan", "Tema", "Sudut Pandang", "Format"),
        ("Cegah gizi buruk", "bersama", "responsif", "1", "KIM Satu", "Timbang balita", "gizi", "ibu", "video"),
    ],
    "Masukan Bahan": [
        ("Judul Bahan", "Dari", "Nama KIM", "Tanggal", "Masukan"),
        ("Cegah gizi buruk", "Dinas", None, "1 Juni 2026", "rancangan"),
        ("Cegah gizi buruk", "KIM", "KIM Satu", "2 Juni 2026", "bahasa daerah"),
    ],
    "Diseminasi Bahan": [
        ("Judul Bahan", "Nama KIM", "Tanggal", "Aksi", "Media", "Jumlah", "Bukti/Link"),
        ("Cegah gizi buruk", "KIM Satu", "10 Juni 2026", "posting", None, 3, "https://example.invalid/b"),
    ],
    "Tahapan": [
        ("Kegiatan", "Tahap", "Hasil", "Tanggal", "Petugas", "Bukti", "Alasan", "Tenggat"),
        ("Menulis berita", "Penetapan tema dan sesi", "selesai", "4 Mei 2026", "Dewi Contoh", "nota 1", None, None),
        ("Menulis berita", "speakers", None, None, None, None, None, "1 Juli 2026"),
    ],
}
