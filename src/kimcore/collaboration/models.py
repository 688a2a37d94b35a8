"""Models: collaboration by participation with a KIM of type A or B, from taking part to literacy (Gambar 4.1, 4.2)."""

from datetime import date

from attrs import field, frozen

from kimcore.collaboration.modelplans import MODEL_PLANS
from kimcore.collaboration.progress import Progress, check_order
from kimcore.collaboration.stages import Plan
from kimcore.community import KimType
from kimcore.geography import RegionCode
from kimcore.media import MediaKind
from kimcore.privacy import general, public
from kimcore.terms import Term
from kimcore.values import Answer, Period

__all__ = ["Collaboration", "Coordination", "CoordinationKind"]


class CoordinationKind(Term):
    """What passes between office and KIM in active coordination (Tabel 4.2)."""

    PREPARATION = "preparation", "persiapan informasi oleh Dinas", "information prepared by the office"
    FEEDBACK = "feedback", "umpan balik KIM atas rencana diseminasi", "the KIM's feedback on a plan of dissemination"
    AREA_INPUT = "area_input", "masukan KIM tentang wilayahnya", "what the KIM reports of its area"


@frozen(kw_only=True)
class Coordination:
    """A contact of office and KIM (id): what it was, when, by what medium, what was said, what issue (id) it brought.

    What a KIM reports of its area may become an issue of the office (IV.B.A.input).
    """

    kind: CoordinationKind = field(metadata=public("IV.B.A.coord"))
    on: date = field(metadata=public("IV.B.A.coord"))
    kim: str = field(metadata=public("IV.B.A.coord"))
    medium: MediaKind | str | None = field(default=None, metadata=public("IV.B.A.coord"))
    text: str = field(default="", repr=False, metadata=general("IV.B.A.input"))
    issue: str = field(default="", metadata=public("IV.B.A.input"))


@frozen(kw_only=True)
class Collaboration:
    """A collaboration of office and KIMs (ids) of one type over a period: contacts, and the materials (ids) of both.

    `mapped` is the day of the mapping by which the KIMs were chosen.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    title: str = field(metadata=public("IV.B.model"))
    type: KimType = field(metadata=public("II.A.kinds"))
    kims: tuple[str, ...] = field(default=(), metadata=public("IV.B.model"))
    mapped: date | None = field(default=None, metadata=public("IV.B.model"))
    period: Period | None = field(default=None, metadata=public("IV.B.B.model"))
    coordination: tuple[Coordination, ...] = field(default=(), repr=False, metadata=public("IV.B.A.coord"))
    materials: tuple[str, ...] = field(default=(), metadata=public("IV.B.A.design"))
    branding: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.F"))
    progress: Progress = field(default=Progress(), metadata=public("IV.B.model"))

    def __attrs_post_init__(self) -> None:
        """Refuse stages that are out of order."""
        check_order(self.plan, self.progress)

    @property
    def plan(self) -> Plan:
        """The stages of the model of its type."""
        return MODEL_PLANS[self.type]

    @property
    def area_inputs(self) -> tuple[Coordination, ...]:
        """What KIMs reported of their areas, in the order of their days (IV.B.A.input)."""
        found = (c for c in self.coordination if c.kind is CoordinationKind.AREA_INPUT)
        return tuple(sorted(found, key=lambda c: c.on))
