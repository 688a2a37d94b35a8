"""Pseudonyming: the secret key of a store, under which persons have their pseudonyms; it is never exported."""

from secrets import token_hex

from attrs import field, frozen

from kimcore.ledger import Ledger, schema_of, upgraded
from kimcore.ports import Document
from kimcore.privacy import specific
from kimcore.protection import Pseudonyms
from kimcore.serialization import from_json, to_json

__all__ = ["SecretRecord", "pseudonyms_of"]

KIND, ID = "secret", "pseudonyms"


@frozen(kw_only=True)
class SecretRecord:
    """A secret of the store."""

    key: str = field(repr=False, metadata=specific())


def pseudonyms_of(ledger: Ledger) -> Pseudonyms:
    """Return the pseudonyms of a store; its key is made when it is first needed."""
    with ledger.storage.unit_of_work() as unit:
        found = unit.get(KIND, ID)
    if found is None:
        found = made(ledger)
    return Pseudonyms(from_json(upgraded(found), SecretRecord).key)


def made(ledger: Ledger) -> Document:
    """Make the key, unless another program just did; it belongs to no office."""
    with ledger.unit("pseudonyms") as unit:
        unit.lock()
        found = unit.get(KIND, ID)
        if found is None:
            payload = to_json(SecretRecord(key=token_hex(32)))
            found = unit.put(Document(kind=KIND, id=ID, office="", schema=schema_of(KIND), payload=payload), expected=0)
            unit.commit()
    return found
