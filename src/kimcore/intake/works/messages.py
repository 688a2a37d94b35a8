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
