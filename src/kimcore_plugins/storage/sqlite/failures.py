"""Failures of SQLite told apart by their name, as typed errors in both languages."""

import sqlite3
from pathlib import Path

from kimcore.errors import StorageError
from kimcore_plugins.storage.rows import unstorable

__all__ = ["FAILURES", "damaged", "refusal", "store_error"]

FAILURES = (sqlite3.Error, OverflowError, UnicodeEncodeError, UnicodeDecodeError)
"""What a call of sqlite3 raises where the store or a value is at fault; the last where its own message is damaged."""

# how SQLite's name of the error begins | code | English | Indonesian
NAMES = """
NOTADB|store_not_database|is not a database|bukan basis data
BUSY|store_locked|is being written by another program; try again|sedang ditulis program lain; coba lagi
LOCKED|store_locked|is being written by another program; try again|sedang ditulis program lain; coba lagi
READONLY|store_read_only|or its folder cannot be written|atau mapnya tidak dapat ditulis
CANTOPEN|store_unopenable|cannot be opened|tidak dapat dibuka
PERM|store_unopenable|cannot be opened|tidak dapat dibuka
FULL|store_full|cannot grow: the disk is full|tidak dapat bertambah: diska penuh
IOERR|store_io|cannot be read or written: the disk reports an error|tidak dapat dibaca atau ditulis: galat diska
CORRUPT|store_damaged|is damaged; restore a backup|rusak; pulihkan cadangannya
"""

REFUSALS = {
    "store_locked": ("is in use by another program; try again", "sedang dipakai program lain; coba lagi"),
    "store_missing": ("does not exist yet", "belum ada"),
    "store_not_ready": ("has no tables yet; it must be migrated first", "belum bertabel; harus dimigrasikan dahulu"),
    "store_older": ("has an older schema; it must be migrated first", "berskema lama; harus dimigrasikan dahulu"),
    "store_newer": ("was written by a newer kimcore; update kimcore", "ditulis kimcore yang lebih baru; perbarui"),
    "store_foreign": ("is the database of another application", "adalah basis data aplikasi lain"),
    "store_unmerged": (
        "lies in a read-only folder with changes not merged yet (-wal); copy both files to a writable folder",
        "berada di map hanya-baca dengan perubahan yang belum digabung (-wal); salin keduanya ke map lain",
    ),
    "store_closed": ("is closed", "sudah ditutup"),
}


def store_error(error: BaseException, path: Path) -> StorageError:
    """Return the typed error for a failure of sqlite3; it shows the file and no value."""
    if isinstance(error, OverflowError | UnicodeEncodeError):
        return unstorable(
            "a number too wide or a text that is not Unicode", "bilangan terlalu lebar atau bukan Unicode"
        )
    if isinstance(error, UnicodeDecodeError):
        return damaged(path, "the schema")
    name = getattr(error, "sqlite_errorname", "") or ""
    for line in NAMES.strip().splitlines():
        begin, code, en, id = line.split("|")
        if name.startswith(f"SQLITE_{begin}"):
            return told(path, code, en, id, name)
    if isinstance(error, sqlite3.OperationalError) and "UTF-8" in str(error):
        return damaged(path, "text")
    return told(path, "store_failed", f"failed ({name or error})", f"gagal ({name or error})", name)


def refusal(code: str, path: Path) -> StorageError:
    """Return the error of a code of `REFUSALS`."""
    return told(path, code, *REFUSALS[code])


def damaged(path: Path, where: str) -> StorageError:
    """Return the error for a row whose digest is not that of its values."""
    en, id = f"is damaged at {where}; restore a backup", f"rusak pada {where}; pulihkan cadangannya"
    return told(path, "store_damaged", en, id)


def told(path: Path, code: str, en: str, id: str, name: str = "") -> StorageError:
    """Return an error whose sentence begins with the store."""
    return StorageError(code, f"the store {path} {en}", f"penyimpanan {path} {id}", path=str(path), sqlite=name)
