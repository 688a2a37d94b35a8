"""Entries: what a competition consists of: categories, jurors, works, disqualifications, protests, prizes (IV.E)."""

from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import Clause, cite
from kimcore.collaboration.progress import lacking
from kimcore.collaboration.ranking import Criterion, TieRule
from kimcore.errors import InvalidValue
from kimcore.privacy import general, public
from kimcore.terms import Term
from kimcore.values import Answer

__all__ = [
    "Category",
    "CategoryKind",
    "Disqualification",
    "Entry",
    "Juror",
    "Prize",
    "Protest",
    "ProtestOutcome",
    "WorkKind",
]


class WorkKind(Term):
    """The four kinds of works (IV.E.1)."""

    AUDIO_VISUAL = "audio_visual", "audio visual", "audiovisual"
    VISUAL = "visual", "visual", "visual"
    AUDIO = "audio", "audio", "audio"
    TEXT_VISUAL = "text_visual", "teks dan visual", "text and visual"

    @property
    def clause(self) -> Clause:
        """The clause of the kind."""
        return NAMED_BY[self]


NAMED_BY: Final = {
    WorkKind.AUDIO_VISUAL: cite("IV.E.work.1"),
    WorkKind.VISUAL: cite("IV.E.work.2"),
    WorkKind.AUDIO: cite("IV.E.work.3"),
    WorkKind.TEXT_VISUAL: cite("IV.E.work.4"),
}


class CategoryKind(Term):
    """The categories that Tabel 4.8 names as examples; another is recorded as text."""

    VIDEO = "video", "pembuatan konten video", "video"
    NEWS = "news", "penulisan berita", "news writing"
    BLOG = "blog", "pengelolaan konten blog", "blog"
    PHOTOGRAPHY = "photography", "fotografi", "photography"


@frozen(kw_only=True)
class Prize:
    """A prize of a category: for which place, what, and to which work (id) it was given when."""

    place: int = field(metadata=public("IV.E.competition", minimum=1))
    what: str = field(default="", metadata=public("IV.E.competition"))
    entry: str = field(default="", metadata=public("IV.E.competition"))
    given: date | None = field(default=None, metadata=public("IV.E.competition"))


@frozen(kw_only=True)
class Category:
    """A category of an edition: what is made, of which kind, under which rubric and tie rule, for which prizes."""

    id: str = field(metadata=public("IV.E.competition"))
    kind: CategoryKind | str = field(metadata=public("IV.E.competition"))
    work: WorkKind = field(metadata=public("IV.E.work.1"))
    rubric: tuple[Criterion, ...] = field(default=(), metadata=public("IV.E.own.plan"))
    rule: TieRule = field(default=TieRule.SHARED, metadata=public("IV.E.own.plan"))
    prizes: tuple[Prize, ...] = field(default=(), metadata=public("IV.E.competition"))


@frozen(kw_only=True)
class Juror:
    """A juror: the id that scores name, the person, and what the person is expert in."""

    id: str = field(metadata=public("IV.E.own.plan"))
    name: str = field(repr=False, metadata=general("IV.E.own.plan", names="self"))
    expertise: str = field(default="", repr=False, metadata=general("IV.E.own.plan"))


@frozen(kw_only=True)
class Disqualification:
    """Why a work is out of the competition: when, by whom, for what reason."""

    on: date = field(metadata=public("IV.E.own.run"))
    by: str = field(repr=False, metadata=general("IV.E.own.run", names="other"))
    reason: str = field(repr=False, metadata=general("IV.E.own.run"))

    def __attrs_post_init__(self) -> None:
        """Refuse one without person or reason."""
        if blank := lacking(self, "by", "reason"):
            wanted = ", ".join(blank)
            en, id = f"a disqualification needs: {wanted}", f"diskualifikasi memerlukan: {wanted}"
            raise InvalidValue("disqualification_incomplete", en, id, field=blank[0], clause=cite("IV.E.own.run").id)


@frozen(kw_only=True)
class Entry:
    """A work of a KIM (id) in a category (id): who made it, where it is, when it was registered.

    `ownership` answers whether the KIM accepted that the work becomes the local government's (IV.E.ownership).
    """

    id: str = field(metadata=public("IV.E.own.run"))
    category: str = field(metadata=public("IV.E.competition"))
    kim: str = field(metadata=public("IV.E.own.run"))
    title: str = field(default="", metadata=public("IV.E.own.report"))
    makers: str = field(default="", repr=False, metadata=general("IV.E.own.report", names="other"))
    link: str = field(default="", repr=False, metadata=general("IV.E.own.report"))
    registered: date = field(metadata=public("IV.E.own.run"))
    ownership: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.E.ownership"))
    disqualified: Disqualification | None = field(default=None, metadata=public("IV.E.own.run"))

    def takes_part(self, on: date) -> bool:
        """Tell whether the work was registered and not disqualified by a day."""
        out = self.disqualified is not None and self.disqualified.on <= on
        return self.registered <= on and not out


class ProtestOutcome(Term):
    """What became of a protest."""

    UPHELD = "upheld", "keberatan diterima", "upheld"
    REJECTED = "rejected", "keberatan ditolak", "rejected"


@frozen(kw_only=True)
class Protest:
    """A protest of a KIM (id) about a work (id): when and why, and how, when, by whom and why it was decided."""

    entry: str = field(metadata=public("IV.E.own.run"))
    kim: str = field(metadata=public("IV.E.own.run"))
    on: date = field(metadata=public("IV.E.own.run"))
    text: str = field(repr=False, metadata=general("IV.E.own.run"))
    outcome: ProtestOutcome | None = field(default=None, metadata=public("IV.E.own.run"))
    decided: date | None = field(default=None, metadata=public("IV.E.own.run"))
    officer: str = field(default="", repr=False, metadata=general("IV.E.own.run", names="other"))
    reason: str = field(default="", repr=False, metadata=general("IV.E.own.run"))

    def __attrs_post_init__(self) -> None:
        """Refuse a protest without text, and an outcome without day (of the protest or later), officer or reason."""
        blank = lacking(self, "text")
        if self.outcome is not None:
            blank += ["decided"] * (self.decided is None or self.decided < self.on)
            blank += lacking(self, "officer", "reason")
        if blank:
            wanted = ", ".join(blank)
            en, id = f"a protest, or its decision, needs: {wanted}", f"keberatan atau putusannya memerlukan: {wanted}"
            raise InvalidValue("protest_incomplete", en, id, field=blank[0], clause=cite("IV.E.own.run").id)

    def is_open(self, on: date) -> bool:
        """Tell whether the protest was made and not decided by a day."""
        done = self.outcome is not None and self.decided is not None and self.decided <= on
        return self.on <= on and not done
