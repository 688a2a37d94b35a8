"""The statements of the SQLite store. A page begins at a text; that of the next is the last one read plus U+0000."""

from typing import Final

__all__ = [
    "ALL_DOCUMENTS",
    "ALL_OBSERVATIONS",
    "APPEND",
    "BATCH",
    "DOCUMENTS",
    "FIGURES",
    "FIGURES_OF_ONE",
    "GET",
    "INSERT",
    "KNOWN",
    "OFFICE_DOCUMENTS",
    "REMOVE",
    "REVISION",
    "UPDATE",
]

GET: Final = """
    SELECT kind, id, office, schema, revision, payload, digest FROM documents WHERE kind = ? AND id = ?"""

REVISION: Final = "SELECT revision FROM documents WHERE kind = ? AND id = ?"

DOCUMENTS: Final = """
    SELECT kind, id, office, schema, revision, payload, digest FROM documents
    WHERE kind = :kind AND id >= :since ORDER BY id LIMIT :size"""

OFFICE_DOCUMENTS: Final = """
    SELECT kind, id, office, schema, revision, payload, digest FROM documents
    WHERE kind = :kind AND office = :office AND id >= :since ORDER BY id LIMIT :size"""

INSERT: Final = """
    INSERT INTO documents (kind, id, office, schema, revision, payload, digest) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING"""

UPDATE: Final = """
    UPDATE documents SET kind = ?, id = ?, office = ?, schema = ?, revision = ?, payload = ?, digest = ?
    WHERE kind = ? AND id = ? AND revision = ?"""

REMOVE: Final = "DELETE FROM documents WHERE kind = ? AND id = ? AND revision = ?"

BATCH: Final = 500
"""How many keys `KNOWN` asks for; a shorter list is filled up with None."""

# beside a lone max(), SQLite gives the other columns of the row that has it
KNOWN: Final = "SELECT key, max(sequence), value FROM observations WHERE key IN (keys) GROUP BY key".replace(
    "keys", ", ".join("?" * BATCH)
)

APPEND: Final = """
    INSERT INTO observations (key, office, kim, provider, platform, account, content, indicator, observed, value,
    sequence, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

FIGURES: Final = """
    SELECT office, kim, provider, platform, account, content, indicator, observed, value, sequence, digest
    FROM observations
    WHERE office = :office AND observed <= :until
    AND (kim, observed, provider, platform, account, content, indicator)
        >= (:kim, :day, :provider, :platform, :account, :content, :indicator)
    AND sequence = (SELECT max(sequence) FROM observations AS other WHERE other.key = observations.key)
    ORDER BY kim, observed, provider, platform, account, content, indicator LIMIT :size"""

FIGURES_OF_ONE: Final = FIGURES.replace("WHERE office", "WHERE kim = :only AND office")

ALL_DOCUMENTS: Final = "SELECT kind, id, office, schema, revision, payload, digest FROM documents"

ALL_OBSERVATIONS: Final = """
    SELECT office, kim, provider, platform, account, content, indicator, observed, value, sequence, digest
    FROM observations"""
