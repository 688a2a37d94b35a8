"""Awards: KIMs are watched, assessed by quantity and quality over a period, and given an award (Gambar 4.6, R15)."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from attrs import evolve, field, frozen

from kimcore.clauses import cite
from kimcore.collaboration.candidates import (
    APPOINT,
    CLEARED,
    FEEDBACK,
    MINDED,
    WATCH,
    Candidate,
    PrivateSupport,
    ProcurementCheck,
)
from kimcore.collaboration.entries import Juror
from kimcore.collaboration.progress import Progress, check_order
from kimcore.collaboration.ranking import Criterion, Ranking, Score, TieDecision, TieRule, rank, score_cards
from kimcore.collaboration.stages import Plan, Requirement, Stage
from kimcore.community import Kim
from kimcore.errors import InvalidValue
from kimcore.geography import RegionCode
from kimcore.monitoring import Content, Sum
from kimcore.privacy import general, public
from kimcore.terms import Term, Text
from kimcore.values import Answer, Period

__all__ = ["Award", "AwardForm", "Quantity", "Recipient", "quantities"]


class AwardForm(Term):
    """The forms of award that the guideline names (IV.E.award.forms); another, by local policy, is recorded as text."""

    PLAQUE = "plaque", "plakat", "plaque"
    NETWORK = "network", "jejaring kerja sama", "partner network"
    TRAINING = "training", "pelatihan peningkatan kompetensi", "competence training"


@frozen(kw_only=True)
class Recipient:
    """A KIM (id) that is given an award: in which form, when, and why."""

    kim: str = field(metadata=public("IV.E.award.award"))
    form: AwardForm | str = field(metadata=public("IV.E.award.forms"))
    on: date | None = field(default=None, metadata=public("IV.E.award.award"))
    reason: str = field(default="", repr=False, metadata=general("IV.E.award.award"))


def assessed(award: Any, on: date) -> bool:
    """The period is over, and every appointed KIM has a place for quality, no tie open."""
    return award.period.end <= on and award.ranking(on).is_final and bool(award.ranking(on).works)


def given_to_assessed(award: Any, on: date) -> bool:
    """There is a recipient, and each was assessed and given its award by the day."""
    known = {w.work for w in award.ranking(on).works}
    given = [r.kim in known and r.on is not None and r.on <= on for r in award.recipients]
    return bool(given) and all(given)


AWARD_PLAN: Final = Plan(
    id="award",
    title=Text("Penghargaan (apresiasi)", "Award"),
    stages=(
        evolve(WATCH, clauses=(cite("IV.E.award.watch"), cite("IV.E.appreciation"), *WATCH.clauses)),
        FEEDBACK,
        APPOINT,
        Stage(
            id="assessed",
            clauses=(cite("IV.E.award.assess"), cite("IV.E.appreciation")),
            label=Text("Penilaian kuantitas dan kualitas", "Quantity and quality assessed"),
            after=("appoint",),
            needs=(
                Requirement(
                    Text("periode yang berakhir dan peringkat kualitas", "a period that is over, quality ranked"),
                    assessed,
                ),
            ),
        ),
        Stage(
            id="given",
            clauses=(cite("IV.E.award.award"), cite("IV.E.appreciation")),
            label=Text("Pemberian penghargaan", "Award given"),
            after=("assessed",),
            needs=(
                Requirement(Text("penerima yang telah dinilai", "recipients that were assessed"), given_to_assessed),
                MINDED,
                CLEARED,
            ),
        ),
    ),
)
"""The three steps of Gambar 4.6, with the selection of KIMs in the first."""


@frozen(kw_only=True)
class Award:
    """An award of an office over a period, for KIMs of both types: candidates, their quality, and who received what.

    Scores name KIMs (ids) as works; quality is ranked among the candidates that were appointed.
    """

    id: str = field(metadata=public())
    office: RegionCode = field(metadata=public("I.A.3"))
    title: str = field(metadata=public("IV.E.appreciation"))
    period: Period = field(metadata=public("IV.E.award.assess"))
    candidates: tuple[Candidate, ...] = field(default=(), repr=False, metadata=public("IV.E.award.watch"))
    rubric: tuple[Criterion, ...] = field(default=(), metadata=public("IV.E.award.assess"))
    rule: TieRule = field(default=TieRule.SHARED, metadata=public("IV.E.award.assess"))
    jurors: tuple[Juror, ...] = field(default=(), repr=False, metadata=public("IV.E.award.assess"))
    scores: tuple[Score, ...] = field(default=(), repr=False, metadata=public("IV.E.award.assess"))
    tie_decisions: tuple[TieDecision, ...] = field(default=(), repr=False, metadata=public("IV.E.award.assess"))
    recipients: tuple[Recipient, ...] = field(default=(), metadata=public("IV.E.award.award"))
    procurement: ProcurementCheck | None = field(default=None, repr=False, metadata=public("IV.E.procurement"))
    supports: tuple[PrivateSupport, ...] = field(default=(), repr=False, metadata=public("IV.E.sponsor"))
    branding: Answer = field(default=Answer.UNKNOWN, metadata=public("IV.F"))
    progress: Progress = field(default=Progress(), metadata=public("IV.E.appreciation"))

    def __attrs_post_init__(self) -> None:
        """Refuse scores that are wrong or of nobody in the jury, and stages that are out of order."""
        strangers = sorted({s.juror for s in self.scores} - {j.id for j in self.jurors})
        if strangers:
            names = ", ".join(strangers)
            en, id = f"no juror of this award: {names}", f"bukan juri penghargaan ini: {names}"
            raise InvalidValue("award_juror", en, id, field="scores", clause=cite("IV.E.award.assess").id)
        score_cards(self.scores, self.rubric)
        check_order(self.plan, self.progress)

    @property
    def plan(self) -> Plan:
        """Its stages."""
        return AWARD_PLAN

    @property
    def kims(self) -> tuple[str, ...]:
        """The KIMs of its candidates and recipients, each once."""
        return tuple(dict.fromkeys((*(c.kim for c in self.candidates), *(r.kim for r in self.recipients))))

    def ranking(self, on: date) -> Ranking:
        """Rank the appointed candidates by quality, with the decisions on ties made by a day."""
        appointed = {c.kim for c in self.candidates if c.appointed is Answer.YES}
        made = [d for d in self.tie_decisions if d.on <= on]
        return rank(appointed, self.rubric, self.scores, self.rule, made)


@frozen(kw_only=True)
class Quantity:
    """What a KIM showed and did in the period of an award.

    `contents` is None where none of its contents has a day, `activities` adds the numbers of its log (blank ones are
    unknown); `undated` contents and activities belong to no period and are in neither.
    """

    kim: str = field(metadata=public("IV.E.award.assess"))
    contents: int | None = field(metadata=public("IV.E.award.assess"))
    activities: Sum = field(metadata=public("IV.E.award.assess"))
    undated: int = field(metadata=public("IV.E.award.assess"))


def quantities(award: Award, kims: Iterable[Kim], contents: Iterable[Content]) -> tuple[Quantity, ...]:
    """Return the quantity of each KIM of an award that is given, in the order of the award."""
    known, shown = {kim.id: kim for kim in kims}, tuple(contents)
    return tuple(
        quantity(known[kim], [c for c in shown if c.kim == kim], award.period) for kim in award.kims if kim in known
    )


def quantity(kim: Kim, contents: list[Content], period: Period) -> Quantity:
    """Return the quantity of one KIM over a period."""
    dated = [c for c in contents if c.shown is not None]
    undated = len(contents) - len(dated) + sum(a.on is None for a in kim.log)
    return Quantity(
        kim=kim.id,
        contents=sum(c.shown in period for c in dated) if dated else None,
        activities=Sum.of(a.count for a in kim.log if a.on in period),
        undated=undated,
    )
