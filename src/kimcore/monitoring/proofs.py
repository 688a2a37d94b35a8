"""Proofs: what the proofs of the dissemination log are, and which of them lead to one content (V.B.log.link)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.links import ContentLink, LinkState, content_link
from kimcore.monitoring.activities import ActivityLog, LogRow
from kimcore.monitoring.dossiers import by_kim
from kimcore.monitoring.observations import Content
from kimcore.terms import Term, Text

__all__ = ["Proof", "ProofState", "Proofs", "SharedProof", "proofs_of", "read_proof"]

CLAUSE: Final = cite("V.B.log.link")


class ProofState(Term):
    """What stands in the column Bukti Tayang/Link Konten."""

    ADDRESS = "address", "alamat yang dapat dibuka", "address that can be opened"
    SHORT = "short", "tautan pendek", "short link"
    UNCLEAR = "unclear", "alamat yang belum jelas", "unclear address"
    WORDS = "words", "keterangan tanpa alamat", "words without an address"
    MISSING = "missing", "tanpa bukti", "without a proof"


STATES: Final = {
    LinkState.RECOGNISED: ProofState.ADDRESS,
    LinkState.NEEDS_RESOLVING: ProofState.SHORT,
    LinkState.UNKNOWN_FORM: ProofState.UNCLEAR,
    LinkState.NO_LINK: ProofState.WORDS,
}
NO_PROOF: Final = Text("kolom buktinya kosong", "the column of proofs is blank")


@frozen(kw_only=True)
class Proof:
    """A row of the log and what its proof is; nothing was opened. `link` is None where there is no proof."""

    row: LogRow = field(repr=False)
    state: ProofState
    reason: Text
    link: ContentLink | None = field(default=None, repr=False)

    @property
    def kim(self) -> str:
        """The id of the KIM."""
        return self.row.kim

    @property
    def content(self) -> ContentLink | None:
        """The link, where it names one content or is a short link; one that names only an account proves no one row."""
        return self.link if self.link and (self.link.is_content or self.link.needs_resolving) else None


@frozen(kw_only=True)
class SharedProof:
    """Rows of the log, two or more, whose proofs lead to the same content; every one of them counts."""

    link: ContentLink
    rows: tuple[LogRow, ...]

    @property
    def kims(self) -> tuple[str, ...]:
        """The ids of the KIMs, each once, in the order of the rows."""
        return tuple(dict.fromkeys(r.kim for r in self.rows))


@frozen(kw_only=True)
class Proofs:
    """The proofs of a log: one for each of its rows, dated first.

    `repeated` are contents that prove several rows of one KIM, `shared` those that prove rows of several KIMs;
    `linked` are the rows whose content also stands in Tabel 5.3 for the same KIM.
    """

    every: tuple[Proof, ...] = ()
    repeated: tuple[SharedProof, ...] = ()
    shared: tuple[SharedProof, ...] = ()
    linked: tuple[LogRow, ...] = ()

    def count(self, state: ProofState) -> int:
        """Return how many rows have a proof of a kind."""
        return sum(p.state is state for p in self.every)


def proofs_of(log: ActivityLog, contents: Iterable[Content] = ()) -> Proofs:
    """Return the proofs of a log; `contents` are those of Tabel 5.3."""
    read = cache(content_link)
    every = tuple(read_proof(row, read) for row in (*log.rows, *log.undated))
    shown = {(c.kim, read(c.link)) for c in contents if c.link}
    groups = together(every)
    return Proofs(
        every=every,
        repeated=tuple(found for one in groups for found in within_a_kim(one)),
        shared=tuple(one for one in groups if len(one.kims) > 1),
        linked=tuple(p.row for p in every if p.content and (p.row.kim, p.content) in shown),
    )


def read_proof(row: LogRow, read: Callable[[str], ContentLink] = content_link) -> Proof:
    """Return what the proof of a row is, by its address alone; `read` is what reads a link."""
    if not row.activity.proof.strip():
        return Proof(row=row, state=ProofState.MISSING, reason=NO_PROOF)
    link = read(row.activity.proof)
    return Proof(row=row, state=STATES[link.state], reason=link.reason, link=link)


def together(every: Iterable[Proof]) -> list[SharedProof]:
    """Return the contents that prove two rows or more, in the order in which they first stand."""
    found: defaultdict[ContentLink, list[LogRow]] = defaultdict(list)
    for proof in every:
        if proof.content:
            found[proof.content].append(proof.row)
    return [SharedProof(link=link, rows=tuple(rows)) for link, rows in found.items() if len(rows) > 1]


def within_a_kim(shared: SharedProof) -> Iterator[SharedProof]:
    """Yield the rows of each KIM that has two or more among those of one content."""
    for rows in by_kim(shared.rows).values():
        if len(rows) > 1:
            yield SharedProof(link=shared.link, rows=rows)
