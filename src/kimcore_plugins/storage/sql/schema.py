"""The tables of the SQL store, as its statements know them; the migrations make them."""

from typing import Any

from sqlalchemy import BigInteger, Column, Date, Index, MetaData, Table
from sqlalchemy.types import TypeEngine

from kimcore_plugins.storage.sql.places import WIDTH
from kimcore_plugins.storage.sql.texts import NAME, Faithful, binary

__all__ = ["CLAIMS", "DOCUMENTS", "ENTRIES", "METADATA", "OBSERVATIONS", "PREFIX", "VERSION_TABLE"]

PREFIX = "kimcore_"
VERSION_TABLE = "kimcore_version"
METADATA = MetaData()


def column(name: str, kind: TypeEngine[Any]) -> Column[Any]:
    """Return a column that is never null."""
    return Column(name, kind, nullable=False)


def key(name: str, kind: TypeEngine[Any]) -> Column[Any]:
    """Return a column of the primary key, which the server does not fill."""
    return Column(name, kind, primary_key=True, autoincrement=False)


DOCUMENTS = Table(
    "kimcore_documents",
    METADATA,
    key("mark", binary(32)),  # the digest of kind and id
    column("kind", Faithful(NAME)),
    column("id", Faithful()),
    column("office", Faithful(NAME)),
    column("schema", BigInteger()),
    column("revision", BigInteger()),
    column("payload", Faithful()),
    column("key", Faithful()),
    column("place", binary(WIDTH)),
    column("digest", binary(32)),
    Index("kimcore_documents_kind", "kind", "place"),
    Index("kimcore_documents_office", "kind", "office", "place"),
)

OBSERVATIONS = Table(
    "kimcore_observations",
    METADATA,
    key("mark", binary(32)),  # the digest of the key
    key("sequence", BigInteger()),
    column("office", Faithful(NAME)),
    *(column(name, Faithful()) for name in ("kim", "provider", "platform", "account", "content", "indicator")),
    column("observed", Date()),
    Column("value", BigInteger()),
    column("entry", BigInteger()),
    column("place", binary(WIDTH)),
    column("line", BigInteger()),
    column("digest", binary(32)),
    Index("kimcore_observations_office", "office", "place"),
    Index("kimcore_observations_line", "line"),
)

ENTRIES = Table(
    "kimcore_entries",
    METADATA,
    key("position", BigInteger()),
    column("body", Faithful()),
    column("hash", Faithful()),
    column("digest", binary(32)),
)

CLAIMS = Table("kimcore_claims", METADATA, key("mark", binary(32)), column("key", Faithful()))
