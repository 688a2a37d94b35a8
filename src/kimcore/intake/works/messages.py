"""Messages of the sheets of chapter IV: each code with what it says and how to mend it, in both languages."""

from typing import Final

__all__ = ["WARNINGS"]

WARNINGS: Final = """
work_unknown
"{value}" tidak ada di antara {name} kantor ini; baris ini tidak dimasukkan.
"{value}" is not among the office's {name}; this row was not taken in.
Samakan dengan judul pada lembarnya, atau tulis id-nya.
Write the title as on its own sheet, or the id.

work_ambiguous
"{value}" cocok dengan lebih dari satu {name}: {other}; baris ini tidak dimasukkan.
"{value}" fits more than one of the {name}: {other}; this row was not taken in.
Tulis id-nya sebagai ganti judul.
Write the id instead of the title.

work_repeated
"{value}" sudah tercantum pada baris {other}; baris ini tidak dimasukkan.
"{value}" already stands in row {other}; this row was not taken in.
Hapus salah satu baris, atau bedakan judulnya.
Delete one of the rows, or give it another title.

part_unknown
"{value}" tidak ada di antara {name} pada kegiatan itu; baris ini tidak dimasukkan.
"{value}" is not among the {name} of that work; this row was not taken in.
Tulis seperti pada lembar {other}, atau tambahkan di sana.
Write it as on the sheet {other}, or add it there.

part_ambiguous
"{value}" cocok dengan lebih dari satu {name} pada kegiatan itu: {other}; baris ini tidak dimasukkan.
"{value}" fits more than one of the {name} of that work: {other}; this row was not taken in.
Tulis kodenya sebagai ganti judul atau uraian.
Write the code instead of a title or label.

part_repeated
"{value}" sudah tercantum pada baris {other} dengan isi lain; baris ini tidak dimasukkan.
"{value}" already stands in row {other}, with other contents; this row was not taken in.
Hapus salah satu baris, atau bedakan kodenya.
Delete one of the rows, or give it another code.

part_refused
Isi kolom "{column}" tidak dicatat: {name}.
What the column "{column}" says was not recorded: {name}.
Lengkapi kolom yang terkait, lalu impor lagi.
Fill in the columns that belong to it, then import again.

list_refused
Lembar "{sheet}" tidak mengubah kegiatan yang disebut pada baris ini: {name}.
The sheet "{sheet}" does not change the work that this row names: {name}.
Tambahkan kembali baris yang masih dirujuk lembar lain, atau sertakan pula lembar itu.
Put back the rows that other sheets refer to, or add those sheets too.

cell_missing
Kolom "{column}" belum diisi, sehingga baris ini tidak dimasukkan.
The column "{column}" is not filled in, so this row was not taken in.
Isi kolom itu, atau hapus barisnya.
Fill in the column, or delete the row.

juror_named
Kode juri berupa nama orang; baris ini tidak dimasukkan.
The code of the juror is the name of a person; this row was not taken in.
Pakai kode seperti J1, J2, dan pakai kode itu juga pada lembar Nilai.
Use codes such as J1, J2, on the sheet Nilai too.

issue_unknown
Isu "{value}" tidak ada pada lembar Isu atau data yang tersimpan; tidak dikaitkan.
The issue "{value}" is neither on the sheet Isu nor stored; it was not tied.
Tulis nomor atau judul isu seperti pada lembar Isu.
Write number or title of the issue as on the sheet Isu.

time_unreadable
"{value}" pada kolom "{column}" bukan waktu yang dapat dibaca; dianggap belum diketahui.
"{value}" in the column "{column}" is no time that can be read; it counts as unknown.
Tulis misalnya 08.30.
Write for example 08.30.

record_refused
Baris ini tidak dimasukkan: {name}.
This row was not taken in: {name}.
Betulkan isinya, lalu impor lagi.
Correct what it says, then import again.

stage_refused
Tahap "{value}" tidak dicatat: {name}.
The stage "{value}" was not recorded: {name}.
Catat tahap sebelumnya dan lengkapi syaratnya, lalu impor lagi.
Record the stages before it and what it needs, then import again.

stage_kept
"{value}" sudah tercatat dengan isi lain; isi lembar ini tidak mengubahnya.
"{value}" is recorded otherwise already; what this sheet says does not change that.
Samakan barisnya dengan yang tercatat.
Write the row as it was recorded.
"""
