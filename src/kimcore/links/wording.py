"""Wording: why a link is what it is, in both languages."""

from typing import Final

from kimcore.terms import Text

__all__ = [
    "ADDRESS_BAD",
    "BARE",
    "CUT",
    "EMPTY",
    "FORM_UNKNOWN",
    "HOST_BAD",
    "HOST_PRIVATE",
    "LEADS_ASTRAY",
    "LEADS_NOWHERE",
    "LONG",
    "NOT_ONE",
    "NOT_WEB",
    "RECOGNISED",
    "SHORT",
    "USER",
    "WORDS",
]

RECOGNISED: Final = Text("{kind} di {where}", "{kind} on {where}")
SHORT: Final = Text(
    "tautan pendek {where}: isinya baru diketahui setelah dibuka atas permintaan",
    "a short link of {where}: what it leads to is known only after it is opened on request",
)
FORM_UNKNOWN: Final = Text(
    "alamat di {where} yang tidak menunjuk satu konten atau akun",
    "an address on {where} that names no content and no account",
)
BARE: Final = Text(
    "tidak jelas apakah ini alamat; tulis lengkap dengan https://",
    "it is not clear that this is an address; write it in full, with https://",
)
CUT: Final = Text("alamat terpotong; salin seluruhnya", "the address is cut off; copy the whole of it")

EMPTY: Final = Text("kosong", "empty")
WORDS: Final = Text(
    "tulisan tanpa alamat web yang dimulai dengan https://", "words without a web address that begins with https://"
)
NOT_ONE: Final = Text("lebih dari satu alamat; tulis satu saja", "more than one address; write one alone")
LONG: Final = Text("terlalu panjang untuk sebuah alamat", "too long for an address")
NOT_WEB: Final = Text("bukan alamat web (http atau https)", "no web address (http or https)")
ADDRESS_BAD: Final = Text("memuat tanda yang tidak boleh ada dalam alamat", "holds signs that no address may hold")
USER: Final = Text(
    "memuat nama pengguna di depan @, yang menyamarkan situs tujuan",
    "holds a user name before an @, which hides where it leads",
)
HOST_BAD: Final = Text("nama situsnya tidak sah", "the name of its site is not valid")
HOST_PRIVATE: Final = Text(
    "alamat di dalam jaringan sendiri, yang tidak dapat dibuka orang lain",
    "an address inside a network of one's own, which nobody else can open",
)

LEADS_ASTRAY: Final = Text(
    "tautan pendek ini menuju situs yang tidak ada dalam daftar: {where}",
    "this short link leads to a site that is not on the list: {where}",
)
LEADS_NOWHERE: Final = Text(
    "tautan pendek ini tidak menuju konten yang dikenal: {why}",
    "this short link leads to no content that is known: {why}",
)
