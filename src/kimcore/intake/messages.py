"""Messages: every code of a problem with its severity, what it says and how to mend it, in both languages."""

from typing import Final

from attrs import frozen

from kimcore.intake import cellmessages
from kimcore.intake.works import messages as works
from kimcore.problems import Severity
from kimcore.terms import Text

__all__ = ["MESSAGES", "Message"]


@frozen
class Message:
    """What a code says: `text` and `remedy` may name {value}, {column}, {sheet}, {name} and {other}."""

    severity: Severity
    text: Text
    remedy: Text


ERRORS = """
sheet_missing
Lembar "{sheet}" tidak ditemukan, sehingga tidak ada data yang dimasukkan.
The sheet "{sheet}" was not found, so nothing was taken in.
Beri nama "{sheet}" pada lembar profil, atau pakai judul kolom dari templat (kimcore template).
Name the profile sheet "{sheet}", or use the headings of the template (kimcore template).

kim_duplicate
"{name}" sudah tercantum pada baris {other}; baris ini tidak dimasukkan.
"{name}" already stands in row {other}; this row was not taken in.
Hapus salah satu baris. Bila keduanya KIM yang berbeda, isi Kelurahan/Desa masing-masing.
Delete one of the rows. If they are two KIMs, fill in the village of each.

kim_unknown
"{value}" tidak ada dalam register; baris atau nama ini tidak dimasukkan.
"{value}" is not in the register; this row or name was not taken in.
Samakan nama dengan lembar Profil KIM, atau tambahkan KIM itu di sana.
Write the name as on the sheet Profil KIM, or add the KIM there.

kim_ambiguous
"{value}" cocok dengan lebih dari satu KIM; baris atau nama ini tidak dimasukkan.
"{value}" fits more than one KIM; this row or name was not taken in.
Tambahkan Kelurahan/Desa atau Nomor Induk KIM pada baris ini.
Add the village or the community number to this row.
"""

WARNINGS = """
name_missing
Baris ini berisi data tetapi tanpa nama.
This row holds data but no name.
Isi namanya, atau hapus barisnya.
Fill in the name, or delete the row.

heading_missing
Lembar "{sheet}" tidak memiliki kolom "{name}", sehingga tidak dimasukkan.
The sheet "{sheet}" has no column "{name}", so it was not taken in.
Tambahkan judul kolom "{name}" pada baris judul.
Add the heading "{name}" to the row of headings.

heading_repeated
Kolom "{column}" tidak dibaca karena kolom "{other}" berisi hal yang sama.
The column "{column}" was not read because the column "{other}" holds the same thing.
Gabungkan kedua kolom menjadi satu.
Join the two columns into one.

role_missing
Kolom Pengurus/Anggota belum jelas; orang ini dibaca sebagai {name} menurut jabatannya.
The column Pengurus/Anggota is not clear; this person was read as {name} by the office held.
Isi "Pengurus" atau "Anggota".
Write "Pengurus" or "Anggota".

community_number_suspect
Nomor induk "{value}" meragukan: mungkin NIK seseorang, atau dipakai oleh nama yang berbeda.
The community number "{value}" is doubtful: it may be a citizen number, or stands beside different names.
Isi nomor yang diberikan Dinas, satu nomor untuk satu KIM; jangan isi NIK penduduk.
Write the number that the office gave, one for each KIM; never a citizen number.

contradiction
Isi baris ini bertentangan: {name}.
What this row says is contradictory: {name}.
Periksa dokumennya, lalu betulkan salah satunya.
Check the document, then correct one of them.

decision_kept
Dasar {value} sudah diputuskan lewat perintah ({name}); isi lembar ini tidak mengubahnya.
Ground {value} was decided by command ({name}); what this sheet says does not change that.
Samakan baris Peninjauan dengan keputusan itu.
Write the row of Peninjauan as it was decided.

conclusion_incomplete
Temuan ini belum lengkap, sehingga baris ini tetap berupa indikasi.
This conclusion is incomplete, so the row stays an indication.
Lengkapi tanggal temuan dan pejabat; untuk "terbukti" juga bukti.
Add the date of the conclusion and the officer; for "terbukti" also the evidence.

region_unreadable
"{value}" bukan kode wilayah yang dapat dibaca; dianggap belum diketahui.
"{value}" is no region code that can be read; it counts as unknown.
Tulis seperti 99.01.07.2007, atau sepuluh angka tanpa titik.
Write it as 99.01.07.2007, or as ten digits.

region_unknown
Kode wilayah "{value}" tidak ada dalam daftar wilayah yang dipakai ({other}).
The region code "{value}" is not in the directory of regions in use ({other}).
Periksa kodenya menurut daftar Kementerian Dalam Negeri.
Check the code against the list of the Home Ministry.

region_mismatch
Kelurahan/Desa dijawab tidak ada, tetapi kode wilayah menunjuk sebuah desa; kode yang dipakai.
The village is said not to exist, but the region code names one; the code was used.
Isi nama kelurahan/desa, atau periksa kodenya.
Fill in the village, or check the code.

affair_unknown
"{value}" memuat bidang yang bukan salah satu dari 32 urusan pemerintahan; disimpan sebagai teks.
"{value}" holds a field that is none of the 32 government affairs; it was kept as text.
Pakai nama urusan menurut UU 23/2014; pisahkan beberapa bidang dengan titik koma.
Use the name of an affair of Law 23/2014; part several fields by semicolons.

account_unknown
Baris ini tanpa nama akun; angkanya dicatat untuk akun tanpa nama.
This row names no account; its figures are kept for an account without a name.
Isi kolom Akun, misalnya @kim_contoh.
Fill in the account, for example @kim_contoh.

platform_missing
Platform atau media pada kolom "{column}" belum diisi.
The platform or medium in the column "{column}" is not filled in.
Isi nama platform, misalnya Instagram.
Fill in the platform, for example Instagram.

category_unusual
"{value}" tidak lazim untuk KIM ini; hasil penilaian tidak berubah.
"{value}" is unusual for this KIM; the outcome stands.
Periksa tipe, kategori lama dan fungsi informasinya.
Check its type, former category and information function.

figure_conflict
Dua angka berbeda untuk hal dan hari yang sama: {other} dan {value}; yang terakhir dipakai.
Two different figures for one thing on one day: {other} and {value}; the later row was used.
Hapus baris yang salah.
Delete the row that is wrong.

content_conflict
Keterangan konten yang sama berbeda dari baris sebelumnya: {other} dan {value}; yang terakhir dipakai.
The same content is described otherwise in an earlier row: {other} and {value}; the later row was used.
Samakan keterangannya.
Make the descriptions agree.

issue_repeated
Isu "{name}" tercantum lebih dari sekali dengan isi berbeda.
The issue "{name}" stands more than once with different contents.
Beri nomor sendiri bagi setiap isu, atau hapus baris yang salah.
Give each issue its own number, or delete the row that is wrong.
"""

INFOS = """
repeated_row
Baris ini mengulang baris lain: {name}.
This row repeats another: {name}.
Tidak perlu tindakan; hapus ulangannya bila tidak disengaja.
Nothing needs to be done; delete the repetition if it was not meant.

sheet_missing
Lembar "{sheet}" tidak ada; data yang sudah tersimpan tidak berubah.
There is no sheet "{sheet}"; what is stored already stays as it is.
Tambahkan lembar itu bila datanya tersedia.
Add the sheet if you have its data.

macros_ignored
Berkas ini memuat makro; makro tidak dibuka, hanya isi sel yang dibaca.
The file holds macros; they were not opened, only the cells were read.
Tidak perlu tindakan; simpan sebagai xlsx bila makro tidak diperlukan.
Nothing needs to be done; save it as xlsx if the macros are not needed.

name_missing
Baris kosong atau baris jumlah dilewati.
A blank row or a row of totals was passed over.
Tidak perlu tindakan.
Nothing needs to be done.
"""


def entries(blocks: str, severity: Severity) -> dict[tuple[str, Severity], Message]:
    """Return the messages of one severity; each block is a code, then text and remedy, in Indonesian and English."""
    rows = (block.splitlines() for block in blocks.strip().split("\n\n"))
    return {(code, severity): Message(severity, Text(a, b), Text(c, d)) for code, a, b, c, d in rows}


MESSAGES: Final = {
    **entries(ERRORS, Severity.ERROR),
    **entries(WARNINGS, Severity.WARNING),
    **entries(cellmessages.WARNINGS, Severity.WARNING),
    **entries(works.WARNINGS, Severity.WARNING),
    **entries(INFOS, Severity.INFO),
}
"""Every message by code and severity: two codes are milder where nothing is lost (interface, Codes of problems)."""
