"""Identity: what a KIM is called, its type, its seat, and the functions it has (II.A, II.B.1, II.B.2)."""

from typing import Final

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.geography import RegionCode
from kimcore.privacy import public
from kimcore.terms import Term
from kimcore.values import Answer, Stated

__all__ = ["Former", "FormerCategory", "Function", "Identity", "KimType"]


class KimType(Term):
    """The two kinds of community (II.A.kinds)."""

    A = "A", "Tipe A", "Type A"
    B = "B", "Tipe B", "Type B"


class FormerCategory(Term):
    """The stakeholder categories that became one (II.B.1.a to d)."""

    INFORMATION_GROUP = "information_group", "Kelompok Informasi Masyarakat", "community information group"
    TRADITIONAL_MEDIA = "traditional_media", "Kelompok Media Tradisional", "traditional media group"
    POSITIVE_CONTENT = "positive_content", "Komunitas Pembuat Konten Positif", "positive content community"
    STRATEGIC_GROUP = "strategic_group", "Kelompok Strategis", "strategic group"
    OTHER_GROUP = "other_group", "Kelompok Masyarakat Lainnya", "other community group"

    @property
    def clause(self) -> Clause:
        """The clause by which such a group continues as a KIM or may become one."""
        return BECOMES[self]


BECOMES: Final = {
    FormerCategory.INFORMATION_GROUP: cite("II.B.1.b"),
    FormerCategory.TRADITIONAL_MEDIA: cite("II.B.1.c"),
    FormerCategory.POSITIVE_CONTENT: cite("II.B.1.c"),
    FormerCategory.STRATEGIC_GROUP: cite("II.B.1.c"),
    FormerCategory.OTHER_GROUP: cite("II.B.1.d"),
}


class Function(Term):
    """The functions of a KIM (II.B.2.1 to 4)."""

    INFORMATION_CHANNEL = "information_channel", "wahana informasi", "information channel"
    DISCUSSION_PARTNER = "discussion_partner", "mitra diskusi pemerintah", "discussion partner of government"
    LITERACY = "literacy", "literasi digital", "digital literacy"
    ECONOMIC_VALUE = "economic_value", "nilai ekonomi", "economic value"

    @property
    def clause(self) -> Clause:
        """The clause that names the function."""
        return SERVES[self]


SERVES: Final = {
    Function.INFORMATION_CHANNEL: cite("II.B.2.1"),
    Function.DISCUSSION_PARTNER: cite("II.B.2.2"),
    Function.LITERACY: cite("II.B.2.3"),
    Function.ECONOMIC_VALUE: cite("II.B.2.4"),
}


@frozen(kw_only=True)
class Identity:
    """Who a KIM is and where it is seated.

    `village` is the name of the village or ward, `DENIED` where the office typed that there is none.
    """

    name: str = field(metadata=public("III.A.a"))
    type: KimType | None = field(default=None, metadata=public("III.A.b"))
    community_number: Stated = field(default=None, metadata=public("III.A.c"))
    village: Stated = field(default=None, metadata=public("III.A.f"))
    subdistrict: str = field(default="", metadata=public("III.A.g"))
    district_name: str = field(default="", metadata=public("III.A.h"))
    region: RegionCode | None = field(default=None, metadata=public("II.B.3.b"))
    former_category: FormerCategory | str | None = field(default=None, metadata=public("II.B.1.a"))
    in_3t_area: Answer = field(default=Answer.UNKNOWN, metadata=public("II.B.2.3T"))
    functions: tuple[Function | str, ...] = field(default=(), metadata=public("II.B.2.1"))
    other_partners: tuple[str, ...] = field(default=(), metadata=public("II.A.other-partners"))


@frozen(kw_only=True)
class Former:
    """Another record of the same KIM that was merged into it: its id is never used again and still names the KIM."""

    id: str = field(metadata=public())
    name: str = field(metadata=public("III.A.a"))
    village: Stated = field(default=None, metadata=public("III.A.f"))
    community_number: Stated = field(default=None, metadata=public("III.A.c"))
