"""Material plans: the stages of a material made by office and KIM, and of one that is passed on (IV.B, IV.D)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from kimcore.clauses import cite
from kimcore.collaboration.stages import Plan, Requirement, Responsible, Stage, has, in_sequence
from kimcore.media import MediaKind
from kimcore.terms import Term, Text

__all__ = ["MATERIAL_PLANS", "MEDIA_CLAUSES", "DisseminationAction", "Origin"]


class Origin(Term):
    """Where a material comes from."""

    JOINT = "joint", "dirancang Dinas bersama KIM", "designed by office and KIM"
    NARRATIVE = "narrative", "narasi tunggal Kementerian", "single narrative of the ministry"


class DisseminationAction(Term):
    """The four actions of Tabel 4.3, and literacy as an action of its own (IV.B.literacy)."""

    SHARE_LINK = "share_link", "berbagi tautan di grup WhatsApp", "link shared in WhatsApp groups"
    POST = "post", "posting di akun media sosial KIM", "post on the KIM's social-media accounts"
    PUBLISH = "publish", "pemuatan di blog atau situs web", "published on a blog or website"
    EXPLAIN = "explain", "penjelasan tatap muka", "explained face to face"
    LITERACY = "literacy", "literasi informasi khalayak", "information literacy of the audience"

    @property
    def medium(self) -> MediaKind | None:
        """The medium that the action uses, None for literacy, which may use any."""
        return MEDIUM_OF[self]

    @property
    def clause(self) -> str:
        """The id of the clause of the action."""
        return CLAUSE_OF[self].id


CLAUSE_OF: Final = {
    DisseminationAction.SHARE_LINK: cite("IV.B.action.1"),
    DisseminationAction.POST: cite("IV.B.action.2"),
    DisseminationAction.PUBLISH: cite("IV.B.action.3"),
    DisseminationAction.EXPLAIN: cite("IV.B.action.4"),
    DisseminationAction.LITERACY: cite("IV.B.literacy"),
}

MEDIUM_OF: Final = {
    DisseminationAction.SHARE_LINK: MediaKind.MESSAGING,
    DisseminationAction.POST: MediaKind.SOCIAL,
    DisseminationAction.PUBLISH: MediaKind.ONLINE,
    DisseminationAction.EXPLAIN: MediaKind.FACE_TO_FACE,
    DisseminationAction.LITERACY: None,
}

MEDIA_CLAUSES: Final = {
    MediaKind.PRINT: cite("IV.D.media.1"),
    MediaKind.BROADCAST: cite("IV.D.media.2"),
    MediaKind.SOCIAL: cite("IV.D.media.3"),
    MediaKind.MESSAGING: cite("IV.D.media.4"),
    MediaKind.ONLINE: cite("IV.D.media.5"),
    MediaKind.OUTDOOR: cite("IV.D.media.6"),
    MediaKind.FACE_TO_FACE: cite("IV.D.media.7"),
}
"""The clause of each of the seven media of Tabel 4.6 (R8)."""


def contributed_by_both(material: Any, on: date) -> bool:
    """Office and KIM both contributed by the day."""
    return {"office", "kim"} <= {c.by.code for c in material.contributions if c.on <= on}


def disseminated(material: Any, on: date) -> bool:
    """A dissemination other than literacy is recorded by the day."""
    return any(d.action is not DisseminationAction.LITERACY and d.on <= on for d in material.disseminations)


def taught(material: Any, on: date) -> bool:
    """An action of literacy is recorded by the day."""
    return any(d.action is DisseminationAction.LITERACY and d.on <= on for d in material.disseminations)


MESSAGE: Final = has("message", Text("pesan", "a message"))
DISSEMINATION: Final = Stage(
    id="dissemination",
    clauses=(cite("IV.B.A.action"),),
    label=Text("Aksi diseminasi", "Dissemination"),
    by=Responsible.KIM,
    needs=(Requirement(Text("satu diseminasi atau lebih", "a dissemination or more"), disseminated),),
)
LITERACY: Final = Stage(
    id="literacy",
    clauses=(cite("IV.B.literacy"),),
    label=Text("Literasi informasi", "Information literacy"),
    by=Responsible.BOTH,
    needs=(Requirement(Text("satu aksi literasi atau lebih", "an action of literacy or more"), taught),),
)

JOINT: Final = Plan(
    id="material_joint",
    title=Text("Bahan informasi bersama", "Material made together"),
    stages=in_sequence(
        Stage(
            id="design",
            clauses=(cite("IV.B.A.design"),),
            label=Text("Perumusan pesan, tema, angle, dan format", "Message, theme, angle and format set"),
            by=Responsible.BOTH,
            needs=(
                MESSAGE,
                has("theme", Text("tema", "a theme")),
                has("angle", Text("angle", "an angle")),
                has("format", Text("format penyajian", "a format")),
                Requirement(Text("andil Dinas dan KIM", "a contribution of office and KIM"), contributed_by_both),
            ),
        ),
        Stage(
            id="approval",
            clauses=(cite("IV.B.A.design"),),
            label=Text("Persetujuan bahan informasi", "Material approved"),
        ),
        DISSEMINATION,
        LITERACY,
    ),
)
"""Office and KIM choose message, theme, angle and format together; the office approves, the KIM passes it on."""

NARRATIVE: Final = Plan(
    id="material_narrative",
    title=Text("Narasi tunggal yang diteruskan", "Single narrative passed on"),
    stages=in_sequence(
        Stage(
            id="approval",
            clauses=(cite("IV.B.A.coord"),),
            label=Text("Penerimaan narasi tunggal", "Single narrative received"),
            needs=(MESSAGE, has("source", Text("sumber narasi", "its source"))),
        ),
        DISSEMINATION,
        LITERACY,
    ),
)
"""What the ministry made is received and passed on as it is."""

MATERIAL_PLANS: Final[Mapping[Origin, Plan]] = {Origin.JOINT: JOINT, Origin.NARRATIVE: NARRATIVE}
