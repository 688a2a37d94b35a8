"""Digests: the SHA-256 of a stored row, the same on every backend, and of a batch of them."""

from collections.abc import Iterable
from hashlib import sha256

from kimcore.errors import StorageError
from kimcore.ports.stored import Document, ObservationRow

__all__ = [
    "batch_digest",
    "digest",
    "document_digest",
    "document_values",
    "key_digest",
    "observation_digest",
    "observation_values",
]

Value = str | int | None


def digest(values: Iterable[Value]) -> bytes:
    """Return the SHA-256 of the values of a row, each with its type and length so that no two rows write alike."""
    framed = [f"{len(v)}:{v}" if isinstance(v, str) else "n;" if v is None else f"i{v};" for v in values]
    return framed_digest("".join(framed))


def batch_digest(digests: Iterable[bytes]) -> str:
    """Return the digest of a batch of rows from the digests of its rows, in hex; their order does not matter."""
    found = sorted(digests)
    return sha256(b"".join(found)).hexdigest() if found else ""


def document_digest(document: Document) -> bytes:
    """Return the digest of `document_values`, framed by hand: it is taken for every document that is written."""
    d = document
    names = f"{len(d.kind)}:{d.kind}{len(d.id)}:{d.id}{len(d.office)}:{d.office}i{d.schema};i{d.revision};"
    return framed_digest(f"{names}{len(d.payload)}:{d.payload}{len(d.key)}:{d.key}")


def observation_digest(row: ObservationRow, sequence: int, entry: int) -> bytes:
    """Return the digest of a row's `observation_values` with its sequence number and entry, framed by hand."""
    r, day = row, row.observed.isoformat()
    who = f"{len(r.office)}:{r.office}{len(r.kim)}:{r.kim}{len(r.provider)}:{r.provider}{len(r.platform)}:{r.platform}"
    what = f"{len(r.account)}:{r.account}{len(r.content)}:{r.content}{len(r.indicator)}:{r.indicator}"
    value = "n;" if r.value is None else f"i{r.value};"
    return framed_digest(f"{who}{what}{len(day)}:{day}{value}i{sequence};i{entry};")


def key_digest(row: ObservationRow) -> bytes:
    """Return the digest of `ObservationRow.key`, framed by hand: it is taken for every figure that is told."""
    kim, provider, content, indicator = row.kim, row.provider, row.content, row.indicator
    platform, account, day = row.platform.casefold(), row.account.casefold(), row.observed.isoformat()
    where = f"{len(kim)}:{kim}{len(provider)}:{provider}{len(platform)}:{platform}{len(account)}:{account}"
    return framed_digest(f"{where}{len(content)}:{content}{len(indicator)}:{indicator}{len(day)}:{day}")


def framed_digest(text: str) -> bytes:
    """Return the SHA-256 of values that were framed."""
    try:
        return sha256(text.encode(errors="surrogateescape")).digest()
    except UnicodeEncodeError:
        en, id = "a text that is not valid Unicode cannot be stored", "teks yang bukan Unicode tidak dapat disimpan"
        raise StorageError("value_unstorable", en, id) from None


def document_values(document: Document) -> tuple[str | int, ...]:
    """Return a document's columns in the order of its fields."""
    d = document
    return d.kind, d.id, d.office, d.schema, d.revision, d.payload, d.key


def observation_values(row: ObservationRow) -> tuple[Value, ...]:
    """Return an observation's columns in the order of its fields, the day as text."""
    where = (row.office, row.kim, row.provider, row.platform, row.account, row.content, row.indicator)
    return *where, row.observed.isoformat(), row.value, row.sequence, row.entry
