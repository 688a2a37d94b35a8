"""Issue: a strategic public issue with its six elements, its sources and its marks (III.B)."""

from attrs import field, frozen

from kimcore.affairs import Affair
from kimcore.geography import RegionCode
from kimcore.privacy import general, public
from kimcore.terms import Term
from kimcore.values import Answer

__all__ = ["Issue", "Source"]


class Source(Term):
    """Where an issue was seen (III.B.sources)."""

    MASS_MEDIA = "mass_media", "Pemberitaan media massa", "Mass-media coverage"
    SOCIAL_MEDIA = "social_media", "Percakapan media sosial", "Social-media talk"
    POLL = "poll", "Hasil jajak pendapat", "Poll"
    COMPLAINT = "complaint", "Aduan masyarakat", "Public complaints"
    OPINION_LEADER = "opinion_leader", "Pemuka pendapat", "Opinion leaders"


@frozen(kw_only=True)
class Issue:
    """A row of Tabel 3.2 with the six elements of III.B.

    `number` is the office's own (a number where the cell holds one); `kims` are ids. `affair` stays text where it is
    none of the 32 affairs.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    number: int | str | None = field(default=None, metadata=public("III.B.matrix"))
    title: str = field(metadata=public("III.B.matrix"))
    affair: Affair | str | None = field(default=None, metadata=public("III.B.matrix"))
    sources: tuple[Source | str, ...] = field(default=(), metadata=public("III.B.sources"))
    kims: tuple[str, ...] = field(default=(), metadata=public("III.B.matrix"))
    priority: Answer = field(default=Answer.UNKNOWN, metadata=public("III.B.kinds"))
    crisis: Answer = field(default=Answer.UNKNOWN, metadata=public("III.B.kinds"))
    background: str = field(default="", repr=False, metadata=public("III.B.1"))
    involved: str = field(default="", repr=False, metadata=general("III.B.2"))
    scope: str = field(default="", repr=False, metadata=public("III.B.3"))
    administration: str = field(default="", repr=False, metadata=general("III.B.4"))
    duration: str = field(default="", repr=False, metadata=public("III.B.5"))
    understanding: str = field(default="", repr=False, metadata=public("III.B.6"))
