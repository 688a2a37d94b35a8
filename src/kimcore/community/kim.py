"""Kim: the record of one community, all that a rule may read (Tabel 3.1 and II.B)."""

from datetime import date

from attrs import field, frozen

from kimcore.community.answers import Answers
from kimcore.community.board import Board
from kimcore.community.cases import Case
from kimcore.community.documents import Documents
from kimcore.community.identity import Former, Identity
from kimcore.community.periods import Activity, PartnershipTerm
from kimcore.community.profile import Profile
from kimcore.geography import RegionCode
from kimcore.privacy import public, specific

__all__ = ["Kim"]


@frozen(kw_only=True)
class Kim:
    """A community, as one office records it (I.A.3).

    `profile_term` is the Periode Kemitraan of the profile, `terms` those of the sheet Kemitraan. Whether the KIM
    may be a partner is judged by rules, so that an ineligible one can be recorded too. `former` are records of the
    same KIM that were merged into this one.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    identity: Identity = field(metadata=public("III.A"))
    profile: Profile = field(default=Profile(), metadata=public("III.A"))
    board: Board = field(default=Board(), metadata=public("II.B.3.d"))
    documents: Documents = field(default=Documents(), metadata=public("II.B.4.legal.1"))
    answers: Answers = field(default=Answers(), metadata=public("II.B.4.statement"))
    cases: tuple[Case, ...] = field(default=(), repr=False, metadata=specific("II.B.6.review"))
    profile_term: PartnershipTerm | None = field(default=None, metadata=public("III.A.r"))
    terms: tuple[PartnershipTerm, ...] = field(default=(), metadata=public("III.A.r"))
    log: tuple[Activity, ...] = field(default=(), metadata=public("V.B.log.activity"))
    former: tuple[Former, ...] = field(default=(), metadata=public())

    @property
    def name(self) -> str:
        """The name of the group."""
        return self.identity.name

    @property
    def village(self) -> str:
        """The name of its village or ward, or an empty text."""
        village = self.identity.village
        return village if isinstance(village, str) else ""

    @property
    def all_terms(self) -> tuple[PartnershipTerm, ...]:
        """Every term of partnership, the profile's first."""
        return ((self.profile_term,) if self.profile_term else ()) + self.terms

    def present_term(self, on: date) -> PartnershipTerm | None:
        """Return the term that began last on or before a date, whether or not it has ended; None if none began."""
        begun = [t for t in self.all_terms if t.period.start <= on]
        return max(begun, key=lambda t: (t.period.start, t.period.end), default=None)
