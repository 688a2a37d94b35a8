"""Needs: what a KIM needs to work as a partner, in the five elements of Tabel 4.1, and who shares a need (IV.A)."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.geography import RegionCode
from kimcore.media import ContentKind, MediaKind
from kimcore.privacy import general, public
from kimcore.terms import Term
from kimcore.values import Answer

__all__ = ["CapacityNeeds", "NeedElement", "SharedNeed", "Skill", "needs_on", "shared_needs"]


class NeedElement(Term):
    """The five elements in which the needs of a KIM are identified (Tabel 4.1)."""

    MEDIA = "media", "media yang dikelola", "media that are run"
    CONTENT = "content", "konten yang pernah diproduksi", "content that was made"
    MEMBERS = "members", "jumlah anggota yang terlibat", "members who take part"
    SKILLS = "skills", "keahlian anggota", "skills of members"
    PRODUCTION = "production", "pengelolaan produksi", "management of production"

    @property
    def clause(self) -> Clause:
        """The clause of the element."""
        return ASKED_BY[self]


ASKED_BY: Final = {
    NeedElement.MEDIA: cite("IV.A.1"),
    NeedElement.CONTENT: cite("IV.A.2"),
    NeedElement.MEMBERS: cite("IV.A.3"),
    NeedElement.SKILLS: cite("IV.A.4"),
    NeedElement.PRODUCTION: cite("IV.A.5"),
}


class Skill(Term):
    """Skills of members that the guideline names (IV.A.4); another is recorded as text."""

    WRITING = "writing", "menulis", "writing"
    PHOTOGRAPHY = "photography", "memotret", "photography"
    VIDEO = "video", "mengambil dan menyunting video", "shooting and editing video"
    GRAPHIC_DESIGN = "graphic_design", "desain grafis", "graphic design"
    PUBLIC_SPEAKING = "public_speaking", "berbicara di depan umum", "public speaking"


@frozen(kw_only=True)
class CapacityNeeds:
    """What an office found that a KIM needs on a day: yes, no or not yet known for each element.

    `media_kinds` and `content_kinds` are those that need strengthening, `skills_lacking` the skills sought;
    `members_involved` is a number of people.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    kim: str = field(metadata=public("IV.A.basis"))
    on: date = field(metadata=public("IV.A.basis"))
    by: str = field(default="", repr=False, metadata=general("IV.A.basis", names="other"))
    media: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.A.1"))
    media_kinds: tuple[MediaKind | str, ...] = field(default=(), metadata=public("IV.A.1"))
    content: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.A.2"))
    content_kinds: tuple[ContentKind | str, ...] = field(default=(), metadata=public("IV.A.2"))
    members: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.A.3"))
    members_involved: int | None = field(default=None, metadata=public("IV.A.3", minimum=0))
    skills: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.A.4"))
    skills_lacking: tuple[Skill | str, ...] = field(default=(), metadata=public("IV.A.4"))
    production: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.A.5"))
    note: str = field(default="", repr=False, metadata=general("IV.A.basis"))

    def needs(self, element: NeedElement) -> Answer:
        """Answer whether the KIM needs strengthening in an element."""
        found: Answer = getattr(self, element.code)
        return found

    @property
    def elements(self) -> tuple[NeedElement, ...]:
        """The elements in which there is a need, in the order of Tabel 4.1."""
        return tuple(e for e in NeedElement if self.needs(e) is Answer.YES)


def needs_on(found: Iterable[CapacityNeeds], on: date) -> dict[str, CapacityNeeds]:
    """Return the needs of each KIM that were found last on or before a day, by the id of the KIM.

    Of two of one day, the one given later stands.
    """
    made = sorted((n for n in found if n.on <= on), key=lambda n: n.on)
    return {n.kim: n for n in made}


@frozen(kw_only=True)
class SharedNeed:
    """An element with the KIMs (ids, sorted) that need it, that do not, and of which it is not known."""

    element: NeedElement = field(metadata=public("IV.A.basis"))
    kims: tuple[str, ...] = field(metadata=public("IV.A.basis"))
    without: tuple[str, ...] = field(metadata=public("IV.A.basis"))
    unknown: tuple[str, ...] = field(metadata=public("IV.A.basis"))

    @property
    def is_shared(self) -> bool:
        """True if two KIMs or more have the need, so that one event can serve them."""
        return len(self.kims) > 1


def shared_needs(found: Iterable[CapacityNeeds], kims: Iterable[str], on: date) -> tuple[SharedNeed, ...]:
    """Return who shares each need on a day, in the order of Tabel 4.1; a KIM that was not looked at is unknown."""
    standing = needs_on(found, on)
    every = sorted({*kims, *standing})
    answers = {e: {kim: answer_of(standing.get(kim), e) for kim in every} for e in NeedElement}
    return tuple(
        SharedNeed(
            element=element,
            kims=tuple(k for k, a in of_one.items() if a is Answer.YES),
            without=tuple(k for k, a in of_one.items() if a is Answer.NO),
            unknown=tuple(k for k, a in of_one.items() if a is Answer.UNKNOWN),
        )
        for element, of_one in answers.items()
    )


def answer_of(needs: CapacityNeeds | None, element: NeedElement) -> Answer:
    """Return the answer of an element, unknown where nothing is recorded."""
    return Answer.UNKNOWN if needs is None else needs.needs(element)
