"""Candidates: the KIMs watched, asked and appointed for a competition or an award, and what both must mind (IV.E)."""

from datetime import date
from typing import Any, Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.collaboration.progress import lacking
from kimcore.collaboration.stages import Requirement, Stage
from kimcore.errors import InvalidValue
from kimcore.privacy import general, public
from kimcore.terms import Text
from kimcore.values import Answer

__all__ = [
    "APPOINT",
    "CLEARED",
    "FEEDBACK",
    "MINDED",
    "SELECTION",
    "WATCH",
    "Candidate",
    "PrivateSupport",
    "ProcurementCheck",
]

UNKNOWN = Answer.UNKNOWN


@frozen(kw_only=True)
class Candidate:
    """A KIM (id) watched for a competition or award: what was seen, its feedback, whether it is ready and appointed."""

    kim: str = field(metadata=public("IV.E.sim.1"))
    seen: str = field(default="", repr=False, metadata=general("IV.E.sim.1"))
    ready: Answer = field(default=UNKNOWN, metadata=public("IV.E.sim.2"))
    feedback: str = field(default="", repr=False, metadata=general("IV.E.sim.2"))
    appointed: Answer = field(default=UNKNOWN, metadata=public("IV.E.sim.3"))
    reason: str = field(default="", repr=False, metadata=general("IV.E.sim.3"))


@frozen(kw_only=True)
class ProcurementCheck:
    """Whether procurement rules are kept, as looked at on a day: by whom, and the document (IV.E.procurement)."""

    on: date = field(metadata=public("IV.E.procurement"))
    kept: Answer = field(default=UNKNOWN, metadata=public("IV.E.procurement"))
    by: str = field(repr=False, metadata=general("IV.E.procurement", names="other"))
    reference: str = field(default="", repr=False, metadata=general("IV.E.procurement"))

    def __attrs_post_init__(self) -> None:
        """Refuse a check without person."""
        if lacking(self, "by"):
            en, id = "a check of procurement names who made it", "pemeriksaan pengadaan menyebut pemeriksanya"
            raise InvalidValue("procurement_by", en, id, field="by", clause=cite("IV.E.procurement").id)


@frozen(kw_only=True)
class PrivateSupport:
    """Support by a private party: who, what, since when, and whether it was found to conflict with policy or rules.

    It is clear once a check found no conflict, with its day and officer (IV.E.sponsor).
    """

    party: str = field(repr=False, metadata=general("IV.E.sponsor", names="other"))
    what: str = field(default="", metadata=public("IV.E.sponsor"))
    on: date | None = field(default=None, metadata=public("IV.E.sponsor"))
    conflict: Answer = field(default=UNKNOWN, metadata=public("IV.E.sponsor"))
    checked: date | None = field(default=None, metadata=public("IV.E.sponsor"))
    officer: str = field(default="", repr=False, metadata=general("IV.E.sponsor", names="other"))

    def is_clear(self, on: date) -> bool:
        """Tell whether a check found by a day that the support does not conflict."""
        checked = self.checked is not None and self.checked <= on and bool(self.officer.strip())
        return checked and self.conflict is Answer.NO


def procurement_minded(work: Any, on: date) -> bool:
    """A check by the day found that procurement rules are kept."""
    check = work.procurement
    return check is not None and check.kept is Answer.YES and check.on <= on


def support_clear(work: Any, on: date) -> bool:
    """Every private support is clear by the day; none is clear too."""
    return all(s.is_clear(on) for s in work.supports)


def all_answered(work: Any, on: date) -> bool:  # noqa: ARG001 (what a stage requires is told of a work and a day)
    """Of every candidate it is known whether it is ready."""
    return all(c.ready is not UNKNOWN for c in work.candidates)


def ready_appointed(work: Any, on: date) -> bool:  # noqa: ARG001
    """A candidate is appointed, and none that is not ready."""
    appointed = [c for c in work.candidates if c.appointed is Answer.YES]
    return bool(appointed) and all(c.ready is Answer.YES for c in appointed)


CANDIDATES: Final = Requirement(
    Text("satu KIM atau lebih yang dipantau", "a KIM or more that is watched"),
    lambda work, on: bool(work.candidates),  # noqa: ARG005
)
ANSWERED: Final = Requirement(Text("kesiapan setiap calon", "of every candidate whether it is ready"), all_answered)
APPOINTED: Final = Requirement(
    Text("penetapan KIM yang siap saja", "the appointment of KIMs that are ready, and of no other"), ready_appointed
)
MINDED: Final = Requirement(
    Text("pemeriksaan pengadaan barang/jasa (IV.E.procurement)", "a check of procurement (IV.E.procurement)"),
    procurement_minded,
)
CLEARED: Final = Requirement(
    Text("pemeriksaan setiap dukungan swasta (IV.E.sponsor)", "a check of every private support (IV.E.sponsor)"),
    support_clear,
)


WATCH: Final = Stage(
    id="watch",
    clauses=(cite("IV.E.sim.1"),),
    label=Text("Pemantauan KIM yang akan diikutsertakan", "KIMs to take part are watched"),
    needs=(CANDIDATES,),
)
FEEDBACK: Final = Stage(
    id="feedback",
    clauses=(cite("IV.E.sim.2"),),
    label=Text("Pengolahan umpan balik KIM", "Feedback of the KIMs processed"),
    after=("watch",),
    needs=(ANSWERED,),
)
APPOINT: Final = Stage(
    id="appoint",
    clauses=(cite("IV.E.sim.3"),),
    label=Text("Penetapan KIM yang siap", "KIMs that are ready appointed"),
    after=("feedback",),
    needs=(APPOINTED,),
)
SELECTION: Final = (WATCH, FEEDBACK, APPOINT)
"""The three stages by which KIMs are chosen for a competition or an award."""
