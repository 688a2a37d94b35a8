"""Proving: that a store holds what kimcore wrote, and who wrote it; an anchor outside the store shows a lost tail."""

from pathlib import Path

from kimcore.errors import InvalidValue, Unreadable
from kimcore.ledger import Anchor, verify
from kimcore.ports import StorageBackend
from kimcore.results import Verification
from kimcore.workspace.textfiles import replace_text
from kimcore.workspace.works import KINDS as WORKS

__all__ = ["KINDS", "prove", "read_anchor"]

KINDS = (
    *("office", "kim", "issue", "content", "survey", "gathering", "collected", "decision", "import", "undo", "merge"),
    *("request", "website", "secret", "copy"),
    *WORKS,
)
"""The kinds of documents that a workspace keeps."""


def prove(storage: StorageBackend, at: str, anchor: Path | None = None) -> Verification:
    """Verify a store and its audit log; where they are sound, move the anchor file to the present end of the log.

    `at` is the present instant in ISO form. A file that is not there yet is made. Raises `Unreadable` for a file that
    is no anchor, and `StorageError` where the store cannot be read.
    """
    known = read_anchor(anchor) if anchor else None
    with storage.unit_of_work() as unit:
        last = unit.last_entry()
    end = Anchor(position=last.position, hash=last.hash, at=at) if last else None
    found = Verification(report=verify(storage, known, kinds=KINDS), end=end, anchor=known)
    if anchor and end and found.is_sound:
        replace_text(anchor, end.to_text())
    return found


def read_anchor(path: Path) -> Anchor | None:
    """Return the anchor in a file, None where there is no file."""
    try:
        return Anchor.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, InvalidValue) as error:
        en, id = f"{path} is no anchor of an audit log", f"{path} bukan jangkar catatan audit"
        raise Unreadable("anchor_unreadable", en, id) from error
