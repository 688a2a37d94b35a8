"""Materials: what office and KIM tell the public, made together or passed on, and its disseminations (IV.B, IV.D)."""

from datetime import date

from attrs import evolve, field, frozen

from kimcore.clauses import Clause, cite
from kimcore.collaboration.events import Publisher
from kimcore.collaboration.materialplans import MATERIAL_PLANS, MEDIA_CLAUSES, DisseminationAction, Origin
from kimcore.collaboration.progress import Progress, check_order, lacking
from kimcore.collaboration.stages import Plan
from kimcore.collaboration.wording import listed
from kimcore.errors import InvalidValue, NotAllowed
from kimcore.geography import RegionCode
from kimcore.media import ContentKind, MediaKind
from kimcore.privacy import general, public
from kimcore.terms import Term, Text
from kimcore.values import Answer

__all__ = ["Contribution", "Dissemination", "Initiative", "Material", "disseminate"]


class Initiative(Term):
    """Why a dissemination is started (IV.D)."""

    PROACTIVE = "proactive", "proaktif", "proactive"
    RESPONSIVE = "responsive", "responsif", "responsive"

    @property
    def clause(self) -> Clause:
        """The clause of the initiative."""
        return cite("IV.D.proactive") if self is Initiative.PROACTIVE else cite("IV.D.responsive")


@frozen(kw_only=True)
class Contribution:
    """What office or KIM (id) gave to a material: by whom, when, and what."""

    by: Publisher = field(metadata=public("IV.B.A.design"))
    kim: str = field(default="", metadata=public("IV.B.A.design"))
    on: date = field(metadata=public("IV.B.A.design"))
    what: str = field(default="", repr=False, metadata=general("IV.B.A.design"))


@frozen(kw_only=True)
class Dissemination:
    """A row of Tabel 5.2 to be: which KIM (id) passed a material on, when, by what action and medium, how often.

    `action` is None for a medium that Tabel 4.3 has no action for: print, broadcast, outdoor. `medium` may be left out
    where the action has one. `count` None is not recorded.
    """

    kim: str = field(metadata=public("IV.B.A.action"))
    on: date = field(metadata=public("V.B.log.date"))
    action: DisseminationAction | None = field(default=None, metadata=public("IV.B.A.action"))
    medium: MediaKind | None = field(default=None, metadata=public("IV.D.media.1"))
    count: int | None = field(default=None, metadata=public("V.B.log.count", minimum=0))
    proof: str = field(default="", repr=False, metadata=general("V.B.log.link"))

    def __attrs_post_init__(self) -> None:
        """Refuse a medium that is not that of the action, and a row with neither."""
        own = self.action.medium if self.action else None
        if (self.medium is None and own is None) or (self.medium and own and self.medium is not own):
            said = self.action.text if self.action else Text("tanpa aksi", "no action")
            raise InvalidValue(
                "dissemination_medium",
                f"the medium does not fit the action, or neither is given: {said.en}",
                f"media tidak sesuai dengan aksi, atau keduanya kosong: {said.id}",
                field="medium",
                clause=self.action.clause if self.action else cite("IV.B.A.action").id,
            )

    @property
    def used(self) -> MediaKind:
        """The medium: as recorded, else that of the action."""
        return self.medium or self.action.medium  # type: ignore[union-attr,return-value]

    @property
    def clause(self) -> Clause:
        """The clause of its medium (Tabel 4.6)."""
        return MEDIA_CLAUSES[self.used]


@frozen(kw_only=True)
class Material:
    """A material of office and KIMs (ids): message, theme, angle, format, who gave what, and its disseminations.

    A responsive one names the `issue` (id) that it answers; one passed on names its `source`.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    title: str = field(metadata=public("IV.B.A.design"))
    origin: Origin = field(default=Origin.JOINT, metadata=public("IV.B.model"))
    source: str = field(default="", metadata=public("IV.B.model"))
    initiative: Initiative = field(default=Initiative.PROACTIVE, metadata=public("IV.D.proactive"))
    issue: str = field(default="", metadata=public("IV.D.responsive"))
    kims: tuple[str, ...] = field(default=(), metadata=public("IV.B.A.design"))
    message: str = field(default="", repr=False, metadata=public("IV.B.model"))
    theme: str = field(default="", metadata=public("IV.B.A.design"))
    angle: str = field(default="", repr=False, metadata=public("IV.B.A.design"))
    format: ContentKind | str | None = field(default=None, metadata=public("IV.B.A.design"))
    contributions: tuple[Contribution, ...] = field(default=(), repr=False, metadata=public("IV.B.A.design"))
    disseminations: tuple[Dissemination, ...] = field(default=(), repr=False, metadata=public("IV.B.A.action"))
    branding: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.F"))
    progress: Progress = field(default=Progress(), metadata=public("IV.B.model"))

    def __attrs_post_init__(self) -> None:
        """Refuse a responsive material without an issue, and stages that are out of order."""
        if self.initiative is Initiative.RESPONSIVE and lacking(self, "issue"):
            en, id = "a responsive material names the issue it answers", "bahan responsif menyebut isu yang ditanggapi"
            raise InvalidValue("material_issue", en, id, field="issue", clause=cite("IV.D.responsive").id)
        check_order(self.plan, self.progress)

    @property
    def plan(self) -> Plan:
        """The stages of a material of its origin."""
        return MATERIAL_PLANS[self.origin]

    def approved_on(self, on: date) -> bool:
        """Tell whether it was approved (or received) on or before a day, and not called off."""
        return self.progress.is_done("approval", on) and not self.progress.is_cancelled(on)


def disseminate(material: Material, made: Dissemination) -> Material:
    """Return a material with one more dissemination; raise `NotAllowed` with everything that forbids it.

    It was approved on or before that day, and the KIM is one of those it was made with.
    """
    found = []
    if not material.approved_on(made.on):
        found.append(NOT_APPROVED.format(on=made.on))
    if made.kim not in material.kims:
        found.append(OTHER_KIM.format(kim=made.kim))
    if found:
        what = listed(found)
        en, id = f"cannot be disseminated: {what.en}", f"tidak dapat didiseminasikan: {what.id}"
        raise NotAllowed("dissemination_not_allowed", en, id, clause=cite("IV.B.A.action").id)
    return evolve(material, disseminations=(*material.disseminations, made))


NOT_APPROVED = Text("belum disetujui pada {on}", "not approved by {on}")
OTHER_KIM = Text("KIM {kim} tidak terlibat dalam bahan ini", "KIM {kim} has no part in the material")
