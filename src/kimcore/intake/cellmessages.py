"""Cell messages: what is said of a cell that cannot be read or kept, in both languages."""

from typing import Final

__all__ = ["WARNINGS"]

WARNINGS: Final = """
date_unreadable
"{value}" pada kolom "{column}" bukan tanggal yang dapat dibaca; dianggap belum diketahui.
"{value}" in the column "{column}" is no date that can be read; it counts as unknown.
Tulis misalnya 31 Januari 2024 atau 31/01/2024; kosongkan bila belum diketahui.
Write for example 31 Januari 2024 or 31/01/2024; leave it empty if it is not known.

date_weekday
Nama hari pada "{value}" tidak cocok dengan tanggalnya; tanggalnya yang dipakai.
The weekday in "{value}" does not fit the date; the date was used.
Periksa tanggalnya, lalu betulkan atau hapus nama harinya.
Check the date, then correct or delete the weekday.

date_missing
Tanggal pada kolom "{column}" belum diisi, sehingga baris ini belum dapat diperhitungkan.
The date in the column "{column}" is not filled in, so this row cannot count yet.
Isi tanggalnya.
Fill in the date.

number_ambiguous
"{value}" pada kolom "{column}" dapat dibaca lebih dari satu cara; dianggap belum diketahui.
"{value}" in the column "{column}" can be read in more than one way; it counts as unknown.
Tulis angka tanpa tanda, misalnya 12500, atau 12.500; "m" dieja lengkap dengan angka.
Write the digits alone, for example 12500, or 12.500; write "m" out in digits.

number_unreadable
"{value}" pada kolom "{column}" bukan jumlah yang dapat dibaca; dianggap belum diketahui.
"{value}" in the column "{column}" is no number that can be read; it counts as unknown.
Tulis angka saja, mulai dari 0 (skor: 0 sampai 100).
Write a number alone, from 0 (a score: 0 to 100).

number_masked
Kolom "{column}" memuat deretan 16 angka yang mungkin NIK seseorang; angkanya disamarkan.
The column "{column}" holds 16 digits that may be a person's citizen number; they were masked.
Hapus nomor itu dari berkas: nomor kependudukan tidak boleh dicatat di sini.
Delete the number from the file: citizen numbers must not be recorded here.

character_replaced
Teks pada kolom "{column}" memuat tanda yang tidak dapat disimpan; tanda itu diganti.
The text in the column "{column}" holds characters that cannot be kept; they were replaced.
Ketik ulang teksnya.
Type the text again.

formula_unread
Rumus "{value}" pada kolom "{column}" belum dihitung, sehingga nilainya tidak ada; dianggap belum diketahui.
The formula "{value}" in the column "{column}" has not been calculated, so it has no value; it counts as unknown.
Buka berkas di aplikasi lembar kerja, hitung ulang (Ctrl+Shift+F9), simpan, lalu impor lagi.
Open the file in a spreadsheet, calculate it (Ctrl+Shift+F9), save it and import it again.

cell_error
Sel pada kolom "{column}" menampilkan galat {value}; dianggap belum diketahui.
The cell in the column "{column}" shows the error {value}; it counts as unknown.
Betulkan rumusnya, atau ketik isinya.
Correct the formula, or type the content.

text_unreadable
"{value}" pada kolom "{column}" tidak memuat huruf atau angka; dianggap belum diketahui.
"{value}" in the column "{column}" holds no letter and no digit; it counts as unknown.
Tulis isinya; kosongkan bila belum diketahui, atau tulis "tidak ada".
Write what it is; leave it empty if it is not known, or write "tidak ada".

answer_unreadable
"{value}" pada kolom "{column}" bukan jawaban ya atau tidak.
"{value}" in the column "{column}" is no answer yes or no.
Isi "ya" atau "tidak"; kosongkan bila belum diketahui.
Write "ya" or "tidak"; leave it empty if it is not known.

choice_unreadable
"{value}" bukan salah satu pilihan kolom "{column}".
"{value}" is none of the choices of the column "{column}".
Pilih salah satu pilihan yang tertera pada templat.
Choose one of the choices in the template.

count_exceeded
{value} pada kolom "{column}" lebih besar daripada {other} pada kolom "{name}", padahal bagian darinya.
{value} in the column "{column}" is more than {other} in the column "{name}", of which it is a part.
Periksa kedua angka, lalu betulkan yang salah.
Check both figures, then correct the one that is wrong.
"""
