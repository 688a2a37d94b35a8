"""The first tables: documents, observations, the audit log, idempotency keys.

MariaDB cannot undo the making of a table: what an earlier try has made is left as it is.
"""

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Date
from sqlalchemy.types import TypeEngine

from kimcore_plugins.storage.sql.texts import Faithful, binary

__all__ = ["down_revision", "revision", "upgrade"]

revision, down_revision = "1", None

TEXT, NAME, NUMBER, SEAL, PLACE = Faithful(), Faithful(255), BigInteger(), binary(32), binary(96)
OPTIONS = {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4"}
Kinds = dict[str, TypeEngine[Any]]


def upgrade() -> None:
    """Make the tables and their indexes."""
    documents: Kinds = {"kind": NAME, "id": TEXT, "office": NAME, "schema": NUMBER, "revision": NUMBER, "payload": TEXT}
    make("documents", {"mark": SEAL}, documents | {"key": TEXT, "place": PLACE, "digest": SEAL})
    index("documents", "kind", ["kind", "place"])
    index("documents", "office", ["kind", "office", "place"])
    where: Kinds = dict.fromkeys(["kim", "provider", "platform", "account", "content", "indicator"], TEXT)
    figure: Kinds = {
        "observed": Date(),
        "value": NUMBER,
        "entry": NUMBER,
        "place": PLACE,
        "line": NUMBER,
        "digest": SEAL,
    }
    make("observations", {"mark": SEAL, "sequence": NUMBER}, {"office": NAME} | where | figure)
    index("observations", "office", ["office", "place"])
    index("observations", "line", ["line"])
    make("entries", {"position": NUMBER}, {"body": TEXT, "hash": TEXT, "digest": SEAL})
    make("claims", {"mark": SEAL}, {"key": TEXT})


def make(name: str, key: Kinds, others: Kinds) -> None:
    """Make a table; a figure that was withdrawn has no value, everything else is there."""
    keys = [Column(n, kind, primary_key=True, autoincrement=False) for n, kind in key.items()]
    columns = [Column(n, kind, nullable=n == "value") for n, kind in others.items()]
    op.create_table(f"kimcore_{name}", *keys, *columns, if_not_exists=True, **OPTIONS)


def index(table: str, name: str, columns: list[str]) -> None:
    """Make an index."""
    op.create_index(f"kimcore_{table}_{name}", f"kimcore_{table}", columns, if_not_exists=True)
