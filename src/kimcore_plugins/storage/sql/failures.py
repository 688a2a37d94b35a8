"""Failures of PostgreSQL and MariaDB told apart by SQLSTATE or number, as typed errors in both languages.

The message of the server is never repeated, nor is its error chained: it may hold values of a row.
"""

import psycopg
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from kimcore.errors import StorageError
from kimcore_plugins.storage.rows import unstorable

__all__ = ["FAILURES", "NAMES", "REFUSALS", "damaged", "refusal", "store_error"]

FAILURES = (SQLAlchemyError, psycopg.Error, UnicodeError, OverflowError)
"""What a call of SQLAlchemy or of a driver raises where the server, the connection or a value is at fault."""

# how SQLSTATE begins on PostgreSQL, or the number on MariaDB | code | English | Indonesian
NAMES = """
55P03 40001 40P01 1020 1205 1213 1969|store_locked|is being written by another program; try again|sedang ditulis program lain; coba lagi
3D000 1049|store_missing|does not exist yet|belum ada
28 42501 1044 1045 1142 1143 1227 1698|store_denied|refuses the user, the password or the right|menolak pengguna, kata sandi atau haknya
57P01 57P02 57P05 08003 08006 08007 0 1053 1927 2006 2013 2014 2055|store_disconnected|broke the connection; repeat|memutus sambungan; ulangi
08 57P03 53300 1040 1130 1203 2002 2003 2005|store_unreachable|cannot be reached, or does not let this user in|tidak dapat dijangkau, atau menolak pengguna ini
53100 53200 1021 1037 1041 1114|store_full|has no space left|kehabisan ruang
58 1026 1030|store_io|cannot be read or written: the disk reports an error|tidak dapat dibaca atau ditulis: galat diska
XX 1034 1194 1195 1712|store_damaged|is damaged; restore a backup|rusak; pulihkan cadangannya
25006 1290 1792 1836|store_read_only|cannot be written|tidak dapat ditulis
42P01 1146|store_not_ready|has no tables yet; it must be migrated first|belum bertabel; harus dimigrasikan dahulu
42703 1054|store_foreign|holds tables of another application under the names of kimcore|memuat tabel aplikasi lain bernama kimcore
"""  # noqa: E501

REFUSALS = {
    "store_locked": ("is being migrated by another program; try again", "sedang dimigrasikan program lain; coba lagi"),
    "store_not_ready": ("has no tables yet; it must be migrated first", "belum bertabel; harus dimigrasikan dahulu"),
    "store_older": ("has an older schema; it must be migrated first", "berskema lama; harus dimigrasikan dahulu"),
    "store_newer": ("was written by a newer kimcore; update kimcore", "ditulis kimcore yang lebih baru; perbarui"),
    "store_foreign": (
        "holds tables of another application under the names of kimcore",
        "memuat tabel aplikasi lain bernama kimcore",
    ),
    "store_unfit": ("is no PostgreSQL in UTF8 and no MariaDB", "bukan PostgreSQL dengan UTF8 dan bukan MariaDB"),
    "store_closed": ("is closed", "sudah ditutup"),
}


def store_error(error: BaseException, store: str, *, unnamed: str = "08006") -> StorageError:
    """Return the typed error for a failure; it shows the host and the database, and no value.

    `unnamed` is the SQLSTATE of an error of psycopg that has none, as those of the connection.
    """
    if isinstance(error, UnicodeError | OverflowError):
        return unstorable("a text that is not Unicode", "teks yang bukan Unicode")
    cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
    name = name_of(cause, unnamed)
    for line in NAMES.strip().splitlines():
        begins, code, en, id = line.split("|")
        if name in begins.split() or (len(name) == 5 and name[:2] in begins.split()):
            return told(store, code, en, id, name)
    return told(store, "store_failed", f"failed ({name})", f"gagal ({name})", name)


def name_of(error: BaseException, unnamed: str) -> str:
    """Return the SQLSTATE or the number of a driver's error, or the name of its class."""
    if isinstance(error, psycopg.Error):
        return error.sqlstate or unnamed
    if error.args and isinstance(error.args[0], int):
        return str(error.args[0])
    return type(error).__name__


def refusal(code: str, store: str) -> StorageError:
    """Return the error of a code of `REFUSALS`."""
    return told(store, code, *REFUSALS[code])


def damaged(store: str, where: str) -> StorageError:
    """Return the error for a row whose digest is not that of its values."""
    en, id = f"is damaged at {where}; restore a backup", f"rusak pada {where}; pulihkan cadangannya"
    return told(store, "store_damaged", en, id)


def told(store: str, code: str, en: str, id: str, name: str = "") -> StorageError:
    """Return an error whose sentence begins with the store."""
    return StorageError(code, f"the store {store} {en}", f"penyimpanan {store} {id}", store=store, sql=name)
