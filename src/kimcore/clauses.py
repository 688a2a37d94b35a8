"""Clauses: the catalogue of the guideline's clauses, with the ids by which code, results and docs cite them.

The ids are ours; `where` and `term` are those of the guideline of 30 August 2022. What each clause asks, in our
words, stands in `data/clauses.csv`.
"""

from functools import cache

from attrs import frozen

from kimcore.errors import NotFound

__all__ = ["Clause", "catalogue", "cite"]

# id | where it stands | the guideline's term
ENTRIES = """
I.A.1|Ch. I.A, Gambar 1.1 no. 1|Kementerian Kominfo
I.A.2|Ch. I.A, Gambar 1.1 no. 2|Dinas Kominfo provinsi
I.A.3|Ch. I.A, Gambar 1.1 no. 3|Dinas Kominfo kabupaten/kota
I.A.4|Ch. I.A, Gambar 1.1 no. 4|Peningkatan kapasitas
I.A.5|Ch. I.A, Gambar 1.1 no. 5|Kementerian/Lembaga (K/L)
II.A.kinds|Ch. II.A|Tipe A / Tipe B
II.A.p1|Ch. II.A principle 1|Kesamaan visi
II.A.p2|Ch. II.A principle 2|Amplifikasi
II.A.p3|Ch. II.A principle 3|Sinergitas
II.A.p4|Ch. II.A principle 4|Kesetaraan dan transparansi
II.A.p5|Ch. II.A principle 5|Terukur
II.A.other-partners|Ch. II.A|OPD, K/L
II.B.1.a|Ch. II.B.1.a|Penyederhanaan kategori
II.B.1.b|Ch. II.B.1.b|Kelompok Informasi Masyarakat
II.B.1.c|Ch. II.B.1.c|Kelompok media tradisional, pembuat konten positif, kelompok strategis
II.B.1.d|Ch. II.B.1.d|Kelompok masyarakat lainnya
II.B.2.1|Ch. II.B.2 no. 1 a-c|Wahana informasi
II.B.2.2|Ch. II.B.2 no. 2|Mitra diskusi pemerintah
II.B.2.3|Ch. II.B.2 no. 3 a-c|Literasi digital
II.B.2.4|Ch. II.B.2 no. 4|Nilai ekonomi
II.B.2.3T|Ch. II.B.2|Wilayah 3T
II.B.3.map.a|Ch. II.B.3 rule a|Pemetaan oleh kabupaten/kota
II.B.3.map.b|Ch. II.B.3 rule b|Kategorisasi
II.B.3.map.c|Ch. II.B.3 rule c|Isu publik
II.B.3.map.d|Ch. II.B.3 rule d|Ketertarikan, kekuatan, pengaruh
II.B.3.map.e|Ch. II.B.3 rule e|Prioritas
II.B.3.a|Ch. II.B.3 condition a|Dibentuk oleh, dari, dan untuk masyarakat
II.B.3.b|Ch. II.B.3 condition b|Berkedudukan di desa/kelurahan
II.B.3.c|Ch. II.B.3 condition c|SK Kepala Desa/Lurah
II.B.3.d|Ch. II.B.3 condition d|Susunan pengurus
II.B.4.legal.1|Ch. II.B.4 legality 1|SK Kepala Desa/Lurah
II.B.4.legal.2|Ch. II.B.4 legality 2|NIK (Nomor Induk Komunitas)
II.B.4.legal.3|Ch. II.B.4 legality 3|Susunan pengurus diketahui Kepala Desa/Lurah
II.B.4.admin.1|Ch. II.B.4 administrative 1|Bukan ASN
II.B.4.admin.2|Ch. II.B.4 administrative 2|Tidak terlibat pidana
II.B.4.admin.3|Ch. II.B.4 administrative 3|Tidak berafiliasi partai politik
II.B.4.admin.4|Ch. II.B.4 administrative 4|Tidak berafiliasi LSM
II.B.4.statement|Ch. II.B.4 closing line|Surat pernyataan
II.B.5.a|Ch. II.B.5 a|Eksistensi jelas
II.B.5.b|Ch. II.B.5 b|Memiliki aktivitas
II.B.5.c|Ch. II.B.5 c|Rekam jejak dan reputasi
II.B.5.d|Ch. II.B.5 d|Jangkauan minimal satu desa/kelurahan
II.B.5.e|Ch. II.B.5 e|Pemahaman langsung
II.B.5.f|Ch. II.B.5 f|Memiliki media
II.B.5.g|Ch. II.B.5 g|Memiliki sumber daya
II.B.5.order|Ch. II.B.5 first line|Urutan
II.B.6.1|Ch. II.B.6 ground 1|Habis masa berlaku / pencabutan SK
II.B.6.2|Ch. II.B.6 ground 2|Berafiliasi partai politik/LSM
II.B.6.3|Ch. II.B.6 ground 3|Pengurus dan/atau anggota menjadi ASN
II.B.6.4|Ch. II.B.6 ground 4|Melanggar hukum
II.B.6.5|Ch. II.B.6 ground 5|Berpindah ke kabupaten/kota lain
II.B.6.6|Ch. II.B.6 ground 6|Penurunan reputasi
II.B.6.7|Ch. II.B.6 ground 7|Membubarkan diri
II.B.6.review|Ch. II.B.6 last paragraph|Peninjauan (terindikasi)
II.B.6.terminate|Ch. II.B.6 last paragraph|Penghentian (terbukti)
III.A.a|Tabel 3.1 a|Nama kelompok
III.A.b|Tabel 3.1 b|Tipe KIM
III.A.c|Tabel 3.1 c|Nomor Induk KIM
III.A.d|Tabel 3.1 d|Ketua KIM/Narahubung
III.A.e|Tabel 3.1 e|Alamat
III.A.f|Tabel 3.1 f|Kelurahan
III.A.g|Tabel 3.1 g|Kecamatan
III.A.h|Tabel 3.1 h|Kabupaten/Kota
III.A.i|Tabel 3.1 i|Nomor telepon
III.A.j|Tabel 3.1 j|Alamat e-mail
III.A.k|Tabel 3.1 k|Khalayak sasaran
III.A.l|Tabel 3.1 l|Jenis media
III.A.m|Tabel 3.1 m|Bidang kegiatan/Ketertarikan
III.A.n|Tabel 3.1 n|Isu-isu publik
III.A.o|Tabel 3.1 o|Jenis media (rincian)
III.A.p|Tabel 3.1 p|Frekuensi
III.A.q|Tabel 3.1 q|Jenis konten
III.A.r|Tabel 3.1 r|Periode kemitraan
III.A.s|Tabel 3.1 s|Kekuatan
III.A.t|Tabel 3.1 t|Pengaruh
III.A|Ch. III.A|Profiling
III.B.1|Ch. III.B element 1|Latar belakang isu
III.B.2|Ch. III.B element 2|Siapa saja yang terlibat
III.B.3|Ch. III.B element 3|Ruang lingkup
III.B.4|Ch. III.B element 4|Administrasi
III.B.5|Ch. III.B element 5|Durasi
III.B.6|Ch. III.B element 6|Jenjang pemahaman
III.B.sources|Ch. III.B, Tabel 3.2|Sumber informasi
III.B.kinds|Ch. III.B|Isu prioritas, isu terindikasi krisis
III.B.matrix|Tabel 3.2|Matriks identifikasi isu
III.C.1|Tabel 3.3 no. 1|Mitra
III.C.2|Tabel 3.3 no. 2|Persuasi
III.C.3|Tabel 3.3 no. 3|Pembinaan
III.C.4|Tabel 3.3 no. 4|Pendataan dan pemantauan
III.D|Ch. III.D|Prioritas dan pelibatan
III.E|Ch. III.E|Laporan hasil pemetaan
IV.A.1|Tabel 4.1 no. 1|Media yang dikelola
IV.A.2|Tabel 4.1 no. 2|Konten yang pernah diproduksi
IV.A.3|Tabel 4.1 no. 3|Jumlah anggota yang terlibat
IV.A.4|Tabel 4.1 no. 4|Keahlian anggota
IV.A.5|Tabel 4.1 no. 5|Pengelolaan produksi
IV.A.basis|Ch. IV.A last paragraph|Dasar pemberian solusi
IV.B.model|Gambar 4.1|Model partisipasi-kolaborasi
IV.B.A.coord|Tabel 4.2 column 1|Koordinasi aktif
IV.B.A.design|Tabel 4.2 column 2|Merancang bahan informasi
IV.B.A.action|Tabel 4.2 column 3|Aksi diseminasi
IV.B.action.1|Tabel 4.3 row 1|Tautan di grup WhatsApp
IV.B.action.2|Tabel 4.3 row 2|Posting media sosial
IV.B.action.3|Tabel 4.3 row 3|Blog/situs web (kim.id)
IV.B.action.4|Tabel 4.3 row 4|Tatap muka
IV.B.A.trial.1|Ch. IV.B trial steps 1|Uji coba dan validasi
IV.B.A.trial.2|Ch. IV.B trial steps 2|Uji coba dan validasi
IV.B.A.trial.3|Ch. IV.B trial steps 3|Uji coba dan validasi
IV.B.B.model|Gambar 4.2|Model komunitas pemberdayaan
IV.B.B.trial.1|Ch. IV.B simulation steps 1|Simulasi model
IV.B.B.trial.2|Ch. IV.B simulation steps 2|Simulasi model
IV.B.B.trial.3|Ch. IV.B simulation steps 3|Simulasi model
IV.B.B.trial.4|Ch. IV.B simulation steps 4|Simulasi model
IV.C.form.1|Tabel 4.4 no. 1|Bimbingan Teknis
IV.C.form.2|Tabel 4.4 no. 2|Workshop/Lokakarya
IV.C.form.3|Tabel 4.4 no. 3|Sarasehan
IV.C.form.4|Tabel 4.4 no. 4|Forum Diskusi
IV.C.stage.1|Gambar 4.3 / Tabel 4.5 stage 1|Penetapan tema & sesi
IV.C.stage.2|Gambar 4.3 / Tabel 4.5 stage 2|Penetapan instruktur/pemateri/trainer
IV.C.stage.3|Gambar 4.3 / Tabel 4.5 stage 3|Koordinasi tempat/ruang virtual
IV.C.stage.4|Gambar 4.3 / Tabel 4.5 stage 4|Penetapan peserta
IV.C.stage.5|Gambar 4.3 / Tabel 4.5 stage 5|Penyusunan jadwal
IV.C.stage.6|Gambar 4.3 / Tabel 4.5 stage 6|Pelaksanaan
IV.C.stage.7|Gambar 4.3 / Tabel 4.5 stage 7|Publikasi
IV.C.stage.8|Gambar 4.3 / Tabel 4.5 stage 8|Evaluasi
IV.D.proactive|Ch. IV.D no. 1|Proaktif
IV.D.responsive|Ch. IV.D no. 2|Responsif
IV.D.media.1|Tabel 4.6 no. 1|Media cetak
IV.D.media.2|Tabel 4.6 no. 2|Media penyiaran
IV.D.media.3|Tabel 4.6 no. 3|Media sosial
IV.D.media.4|Tabel 4.6 no. 4|Media pengiriman pesan instan
IV.D.media.5|Tabel 4.6 no. 5|Media daring
IV.D.media.6|Tabel 4.6 no. 6|Media luar ruang
IV.D.media.7|Tabel 4.6 no. 7|Komunikasi tatap muka
IV.E.competition|Tabel 4.7 / 4.8|Kompetisi
IV.E.appreciation|Tabel 4.7 / 4.8|Penghargaan (apresiasi)
IV.E.sim.1|Ch. IV.E simulation steps 1|Simulasi kompetisi dan apresiasi
IV.E.sim.2|Ch. IV.E simulation steps 2|Simulasi kompetisi dan apresiasi
IV.E.sim.3|Ch. IV.E simulation steps 3|Simulasi kompetisi dan apresiasi
IV.E.own.plan|Gambar 4.4|Perencanaan
IV.E.own.run|Gambar 4.4|Pelaksanaan
IV.E.own.report|Gambar 4.4|Pelaporan
IV.E.work.1|Ch. IV.E.1 outputs 1|Audio visual
IV.E.work.2|Ch. IV.E.1 outputs 2|Visual
IV.E.work.3|Ch. IV.E.1 outputs 3|Audio
IV.E.work.4|Ch. IV.E.1 outputs 4|Teks dan visual
IV.E.join.prepare|Gambar 4.5|Persiapan
IV.E.join.run|Gambar 4.5|Pelaksanaan
IV.E.join.report|Gambar 4.5|Pelaporan
IV.E.award.watch|Gambar 4.6|Pemantauan
IV.E.award.assess|Gambar 4.6|Penilaian
IV.E.award.award|Gambar 4.6|Penghargaan
IV.E.award.forms|Ch. IV.E|Bentuk penghargaan
IV.E.ownership|Ch. IV.E|Sayembara
IV.E.sponsor|Ch. IV.E.2|Pihak swasta
IV.F|Ch. IV.F, Gambar 4.7|BerMiTRA
V.A.output|Tabel 5.1|Output
V.A.outtake|Tabel 5.1|Outtakes
V.A.outcome|Tabel 5.1|Outcome
V.B.log.name|Tabel 5.2|Nama kelompok
V.B.log.activity|Tabel 5.2|Aktivitas diseminasi informasi
V.B.log.format|Tabel 5.2|Format kegiatan diseminasi
V.B.log.count|Tabel 5.2|Jumlah kegiatan
V.B.log.date|Tabel 5.2|Keterangan waktu
V.B.log.link|Tabel 5.2|Bukti tayang/Link konten
V.B.social|Tabel 5.3|Media sosial yang dikelola KIM
V.B.social.instagram|Tabel 5.3|Instagram
V.B.social.facebook|Tabel 5.3|Facebook
V.B.social.twitter|Tabel 5.3|Twitter
V.B.social.youtube|Tabel 5.3|YouTube
V.B.social.tiktok|Tabel 5.3|TikTok
V.B.continue|Ch. V.B first paragraph|Kelanjutan kolaborasi
V.B.online|Ch. V.B last line|Pengisian daring
I.A.coach|Ch. I.A|Pembinaan teknis
I.B|Ch. I.B|Maksud dan tujuan
II.A.def|Ch. II.A, II.B.1|Definisi KIM
II.A.g21|Gambar 2.1, Ch. VI no. 5|Saling memerlukan, menguntungkan, memperkuat
II.B.2.role|Ch. II.B.2|Peran KIM
II.B.3.basis|Ch. II.B.3|Hasil pemetaan
II.B.6.who|Ch. II.B.6 first paragraph|Dinas kabupaten/kota
IV.B.A.input|Ch. IV.B|Masukan KIM
IV.B.literacy|Gambar 4.1, Tabel 4.2, Ch. IV.D|Literasi informasi
IV.C.basis|Ch. IV.C first paragraph|Dasar solusi
IV.E.scope|Ch. IV.E, Tabel 4.7, IV.E.2|Cakupan
IV.E.procurement|Ch. IV.E|Pengadaan barang dan jasa
IV.E.own.calendar|Ch. IV.E.1|Event terjadwal
IV.E.join.level|Ch. IV.E.1|Tingkat provinsi/nasional
V.A.focus|Ch. V.A|Fokus
VI.3|Ch. VI (printed V) no. 3|Penutup
VI.4|Ch. VI no. 4|Penutup
VI.5|Ch. VI no. 5|Penutup
VI.6|Ch. VI no. 6|Penutup
"""


@frozen
class Clause:
    """A clause: its id, where it stands in the guideline, and the guideline's term for it."""

    id: str
    where: str
    term: str


@cache
def catalogue() -> dict[str, Clause]:
    """Return every clause by id, in the order of the catalogue."""
    return {c.id: c for c in (Clause(*line.split("|")) for line in ENTRIES.strip().splitlines())}


def cite(id: str) -> Clause:
    """Return a clause; raise `NotFound` for an id that is not in the catalogue."""
    try:
        return catalogue()[id]
    except KeyError:
        en, ind = f"no clause {id!r} in the catalogue", f"tidak ada butir {id!r} dalam daftar"
        raise NotFound("clause_unknown", en, ind, clause=id) from None
