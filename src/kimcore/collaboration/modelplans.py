"""Model plans: the stages of collaboration by participation, for type A and for type B (Gambar 4.1, 4.2, Tabel 4.2)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from kimcore.clauses import cite
from kimcore.collaboration.stages import Plan, Requirement, Responsible, Stage, has, in_sequence
from kimcore.community import KimType
from kimcore.terms import Text

__all__ = ["MODEL_PLANS"]


def gave_feedback(work: Any, on: date) -> bool:
    """A KIM gave feedback on a plan of dissemination by the day."""
    return any(c.kind.code == "feedback" and c.on <= on for c in work.coordination)


KIMS: Final = has("kims", Text("satu KIM atau lebih", "a KIM or more"))
MAPPED: Final = has("mapped", Text("hari pemetaan yang mendasarinya", "the day of the mapping it rests on"))
PERIOD: Final = has("period", Text("periode pelibatan", "the period"))
MATERIALS: Final = has("materials", Text("bahan informasi", "a material or more"))

MODEL_A: Final = Plan(
    id="model_a",
    title=Text("Partisipasi-kolaborasi, Tipe A", "Participation and collaboration, type A"),
    stages=in_sequence(
        Stage(
            id="participation",
            clauses=(cite("IV.B.model"),),
            label=Text("Memastikan partisipasi berdasarkan pemetaan", "Participation secured from the mapping"),
            needs=(KIMS, MAPPED, PERIOD),
        ),
        Stage(
            id="coordination",
            clauses=(cite("IV.B.A.coord"),),
            label=Text("Koordinasi aktif dan umpan balik KIM", "Active coordination, with feedback of the KIM"),
            by=Responsible.BOTH,
            needs=(Requirement(Text("umpan balik KIM", "feedback of a KIM"), gave_feedback),),
        ),
        Stage(
            id="design",
            clauses=(cite("IV.B.A.design"), cite("IV.B.model")),
            label=Text("Merancang bahan informasi bersama", "Material designed together"),
            by=Responsible.BOTH,
            needs=(MATERIALS,),
        ),
        Stage(
            id="dissemination",
            clauses=(cite("IV.B.A.action"),),
            label=Text("Aksi diseminasi", "Dissemination"),
            by=Responsible.KIM,
        ),
        Stage(
            id="literacy",
            clauses=(cite("IV.B.literacy"),),
            label=Text("Literasi informasi khalayak", "Information literacy of the audience"),
            by=Responsible.BOTH,
        ),
    ),
)
"""The model for KIMs that manage and disseminate information."""

MODEL_B: Final = Plan(
    id="model_b",
    title=Text("Partisipasi-kolaborasi, Tipe B", "Participation and collaboration, type B"),
    stages=in_sequence(
        Stage(
            id="invitation",
            clauses=(cite("IV.B.B.model"),),
            label=Text("Mengajak komunitas yang terpantau dalam pemetaan", "Communities of the mapping invited"),
            needs=(KIMS, MAPPED),
        ),
        Stage(
            id="participation",
            clauses=(cite("IV.B.B.model"),),
            label=Text("Memastikan keterlibatan untuk periode tertentu", "Involvement secured for a period"),
            needs=(PERIOD,),
        ),
        Stage(
            id="design",
            clauses=(cite("IV.B.B.model"),),
            label=Text("Merancang bahan informasi bersama", "Material designed together"),
            by=Responsible.BOTH,
            needs=(MATERIALS,),
        ),
        Stage(
            id="dissemination",
            clauses=(cite("IV.B.B.model"),),
            label=Text("Diseminasi di media atau jejaring komunitas", "Dissemination in its media or networks"),
            by=Responsible.KIM,
        ),
    ),
)
"""The model for communities of empowerment with the information function."""

MODEL_PLANS: Final[Mapping[KimType, Plan]] = {KimType.A: MODEL_A, KimType.B: MODEL_B}
