"""The statements of the SQLite store. A page begins at a text; that of the next is the last one read plus U+0000."""

from typing import Final

__all__ = [
    "ALL_CLAIMS",
    "ALL_DOCUMENTS",
    "ALL_ENTRIES",
    "ALL_OBSERVATIONS",
    "APPEND",
    "BATCH",
    "CLAIM",
    "DOCUMENTS",
    "ENTRIES",
    "ENTRY",
    "FIGURES",
    "FIGURES_OF_ONE",
    "GET",
    "HISTORY",
    "INSERT",
    "KNOWN",
    "LAST_ENTRY",
    "NAMED",
    "NAMES",
    "OFFICE_DOCUMENTS",
    "OF_ENTRY",
    "REMOVE",
    "RENAME",
    "REVISION",
    "UPDATE",
]

ALL_DOCUMENTS: Final = "SELECT kind, id, office, schema, revision, payload, key, digest FROM documents"

GET: Final = f"{ALL_DOCUMENTS} WHERE kind = ? AND id = ?"

REVISION: Final = "SELECT revision FROM documents WHERE kind = ? AND id = ?"

DOCUMENTS: Final = f"{ALL_DOCUMENTS} WHERE kind = :kind AND id >= :since ORDER BY id LIMIT :size"

OFFICE_DOCUMENTS: Final = f"""
    {ALL_DOCUMENTS} WHERE kind = :kind AND office = :office AND id >= :since ORDER BY id LIMIT :size"""

INSERT: Final = """
    INSERT INTO documents (kind, id, office, schema, revision, payload, key, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING"""

UPDATE: Final = """
    UPDATE documents SET kind = ?, id = ?, office = ?, schema = ?, revision = ?, payload = ?, key = ?, digest = ?
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
    sequence, entry, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""

ALL_OBSERVATIONS: Final = """
    SELECT office, kim, provider, platform, account, content, indicator, observed, value, sequence, entry, digest
    FROM observations"""

FIGURES: Final = """
    SELECT office, kim, provider, platform, account, content, indicator, observed, value, sequence, entry, digest
    FROM observations
    WHERE office = :office AND observed <= :until
    AND (kim, observed, provider, platform, account, content, indicator)
        >= (:kim, :day, :provider, :platform, :account, :content, :indicator)
    AND sequence = (SELECT max(sequence) FROM observations AS other WHERE other.key = observations.key)
    ORDER BY kim, observed, provider, platform, account, content, indicator LIMIT :size"""

FIGURES_OF_ONE: Final = FIGURES.replace("WHERE office", "WHERE kim = :only AND office")

HISTORY: Final = f"""
    {ALL_OBSERVATIONS.replace("digest", "digest, number")}
    WHERE (entry, number) > (:entry, :number) AND (:office IS NULL OR office = :office)
    ORDER BY entry, number LIMIT :size"""

NAMES: Final = 100
"""How many texts `NAMED` asks for; a shorter list is filled up with None."""

NAMED: Final = f"""
    {ALL_OBSERVATIONS.replace("digest", "digest, number")}
    WHERE office = ? AND (account IN (names) OR content IN (names))""".replace("names", ", ".join("?" * NAMES))

RENAME: Final = "UPDATE observations SET key = ?, account = ?, content = ?, digest = ? WHERE number = ?"

OF_ENTRY: Final = "SELECT digest FROM observations WHERE entry = ?"

CLAIM: Final = "INSERT INTO claims (key, digest) VALUES (?, ?) ON CONFLICT DO NOTHING"

ALL_CLAIMS: Final = "SELECT key, digest FROM claims"

ENTRY: Final = "INSERT INTO entries (position, body, hash) VALUES (?, ?, ?)"

ALL_ENTRIES: Final = "SELECT position, body, hash FROM entries"

ENTRIES: Final = f"{ALL_ENTRIES} WHERE position > :after ORDER BY position LIMIT :size"

LAST_ENTRY: Final = f"{ALL_ENTRIES} ORDER BY position DESC LIMIT 1"
