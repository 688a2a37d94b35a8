"""Trial plans: the steps by which a model is tried, for type A and for type B (IV.B)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from kimcore.clauses import cite
from kimcore.collaboration.stages import Plan, Requirement, Responsible, Stage, has, in_sequence
from kimcore.community import KimType
from kimcore.terms import Text
from kimcore.values import Answer

__all__ = ["TRIAL_PLANS"]


def answered(trial: Any, on: date) -> bool:
    """The KIM said by the day whether it is ready."""
    return any(f.on <= on and f.ready is not Answer.UNKNOWN for f in trial.feedback)


def term_over(trial: Any, on: date) -> bool:
    """The day is the last one of the trial's term, or later."""
    return trial.term is not None and trial.term.end <= on


def decided_by(trial: Any, on: date) -> bool:
    """A decision was made by the day."""
    return trial.appointment is not None and trial.appointment.on <= on


FEEDBACK: Final = Requirement(Text("umpan balik kesiapan KIM", "feedback of the KIM on its readiness"), answered)
DECISION: Final = Requirement(
    Text("keputusan penetapan dengan alasan", "the decision on appointment, with its reason"), decided_by
)

TRIAL_A: Final = Plan(
    id="trial_a",
    title=Text("Uji coba model, Tipe A", "Trial of the model, type A"),
    stages=in_sequence(
        Stage(
            id="watch",
            clauses=(cite("IV.B.A.trial.1"),),
            label=Text("Pemantauan KIM yang akan dilibatkan", "KIM to be involved is watched"),
            needs=(
                has("issues", Text("isu yang dikaitkan", "the issues concerned")),
                has("media", Text("media yang digunakan", "the media used")),
            ),
        ),
        Stage(
            id="feedback",
            clauses=(cite("IV.B.A.trial.2"),),
            label=Text("Pengolahan umpan balik KIM", "Feedback of the KIM processed"),
            needs=(FEEDBACK,),
        ),
        Stage(
            id="appoint",
            clauses=(cite("IV.B.A.trial.3"),),
            label=Text("Penetapan KIM", "Decision on the appointment"),
            needs=(DECISION,),
        ),
    ),
)
"""The three steps for a KIM that manages and disseminates information."""

TRIAL_B: Final = Plan(
    id="trial_b",
    title=Text("Simulasi model, Tipe B", "Trial of the model, type B"),
    stages=in_sequence(
        Stage(
            id="watch",
            clauses=(cite("IV.B.B.trial.1"),),
            label=Text("Pemantauan komunitas yang berkomitmen", "Committed community is watched"),
            needs=(has("commitment", Text("komitmen pembuatan konten", "its commitment to make content")),),
        ),
        Stage(
            id="feedback",
            clauses=(cite("IV.B.B.trial.2"),),
            label=Text("Pengolahan umpan balik komunitas", "Feedback of the community processed"),
            needs=(FEEDBACK,),
        ),
        Stage(
            id="production",
            clauses=(cite("IV.B.B.trial.3"),),
            label=Text("Pemantauan produksi konten sesuai jadwal", "Keeping to the production schedule is watched"),
            by=Responsible.BOTH,
            needs=(
                has("schedule", Text("jadwal produksi", "a production schedule")),
                Requirement(Text("masa uji coba yang telah berakhir", "a trial term that is over"), term_over),
            ),
        ),
        Stage(
            id="appoint",
            clauses=(cite("IV.B.B.trial.4"),),
            label=Text("Penetapan komunitas", "Decision on the appointment"),
            needs=(DECISION,),
        ),
    ),
)
"""The four steps for a community of empowerment with the information function."""

TRIAL_PLANS: Final[Mapping[KimType, Plan]] = {KimType.A: TRIAL_A, KimType.B: TRIAL_B}
