"""Columns of texts and bytes that come back as they were given, and are compared by code points, on both servers."""

import re

from sqlalchemy import Dialect, LargeBinary, Text
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.types import TypeDecorator, TypeEngine

__all__ = ["NAME", "Faithful", "binary", "escaped", "unescaped"]

NAME = 255
"""How many characters a text of an index may have: of a kind and of an office."""

MARKED = re.compile("\1([\1\2])")
MARIADB = {"charset": "utf8mb4", "collation": "utf8mb4_nopad_bin"}  # blanks at the end count


class Faithful(TypeDecorator[str]):
    """A text of any length, or of `width` characters where it stands in an index."""

    impl = Text
    cache_ok = True

    def __init__(self, width: int = 0) -> None:
        super().__init__()
        self.width = width

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        """Return the type of a server."""
        if dialect.name == "postgresql":
            return dialect.type_descriptor(postgresql.TEXT(collation="C"))
        narrow = mysql.VARCHAR(self.width, **MARIADB) if self.width else mysql.LONGTEXT(**MARIADB)
        return dialect.type_descriptor(narrow)

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return a text as it is stored."""
        return value if value is None or dialect.name != "postgresql" else escaped(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        """Return a stored text as it was given."""
        return value if value is None or dialect.name != "postgresql" else unescaped(value)


def binary(width: int) -> TypeEngine[bytes]:
    """Return the type of at most so many bytes, compared one by one."""
    return LargeBinary().with_variant(mysql.VARBINARY(width), "mysql")


def escaped(text: str) -> str:
    """Return a text without U+0000, which PostgreSQL cannot hold: it becomes U+0001 U+0001, and U+0001 U+0001 U+0002.

    Two texts never become one, and their order stays.
    """
    if "\0" in text or "\1" in text:
        return text.replace("\1", "\1\2").replace("\0", "\1\1")
    return text


def unescaped(text: str) -> str:
    """Return the text of which `escaped` made this one."""
    return MARKED.sub(lambda found: "\0" if found[1] == "\1" else "\1", text) if "\1" in text else text
