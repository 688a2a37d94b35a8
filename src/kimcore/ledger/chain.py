"""The chain: each entry of the audit log holds the hash of the one before, so that none can be changed unseen.

Whoever can write the whole store can also write a whole new chain. An anchor, kept outside the store, shows that too.
"""

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

from attrs import frozen

from kimcore.errors import InvalidValue
from kimcore.ports import Entry, Fault
from kimcore.terms import Text

__all__ = ["ROOT", "Anchor", "chain_faults", "link"]

ROOT: Final = "0" * 64
"""What stands for the hash before the first entry."""


def link(last: Entry | None, body: str) -> Entry:
    """Return the entry that follows another, or the first one."""
    position, before = (last.position + 1, last.hash) if last else (1, ROOT)
    return Entry(position=position, body=body, hash=hash_of(before, position, body))


def hash_of(before: str, position: int, body: str) -> str:
    """Return the hash of an entry (hex)."""
    return sha256(f"{before}\n{position}\n{body}".encode(errors="surrogateescape")).hexdigest()


@frozen(kw_only=True)
class Anchor:
    """The end of a chain as it once was; kept where the store's writer cannot change it."""

    position: int
    hash: str
    at: str

    def to_text(self) -> str:
        """Return the text of an anchor file."""
        return json.dumps({"position": self.position, "hash": self.hash, "at": self.at}) + "\n"

    @classmethod
    def parse(cls, text: str) -> "Anchor":
        """Return the anchor that a text holds; raise `InvalidValue` for any other text."""
        try:
            found = json.loads(text)
            return cls(position=int(found["position"]), hash=str(found["hash"]), at=str(found["at"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise no_anchor() from None


def no_anchor() -> InvalidValue:
    """Return the error for a text that is no anchor."""
    en, id = "is no anchor of an audit log", "bukan jangkar catatan audit"
    return InvalidValue("anchor_invalid", f"the file {en}", f"berkas itu {id}", field="anchor")


def chain_faults(entries: Iterable[Entry], anchor: Anchor | None = None) -> Iterator[Fault]:
    """Yield what is wrong with a chain: an entry changed, missing, moved or put in, and a tail cut off or remade."""
    last = position = 0
    before = ROOT
    for entry in entries:
        last = entry.position
        where = f"audit/{last}"
        if last != position + 1:
            yield Fault(where, GAP.format(before=position))
        elif entry.hash != hash_of(before, last, entry.body):
            yield Fault(where, CHANGED)
        if anchor and last == anchor.position and entry.hash != anchor.hash:
            yield Fault(where, REMADE.format(at=anchor.at))
        position, before = last, entry.hash
    if anchor and last < anchor.position:
        yield Fault(f"audit/{anchor.position}", CUT.format(last=last, at=anchor.at))


GAP = Text(
    "menyusul nomor {before}: ada catatan yang hilang atau disisipkan",
    "follows {before}: an entry is missing or was put in",
)
CHANGED = Text(
    "tidak cocok dengan catatan sebelumnya: salah satunya diubah",
    "does not fit the entry before it: one of them was changed",
)
REMADE = Text(
    "bukan catatan yang dijangkarkan pada {at}: catatan audit dibuat ulang",
    "is not the entry of the anchor of {at}: the log was made anew",
)
CUT = Text(
    "hilang: catatan audit berakhir pada {last}, padahal jangkar tanggal {at} lebih jauh",
    "is gone: the log ends at {last}, the anchor of {at} is later",
)
