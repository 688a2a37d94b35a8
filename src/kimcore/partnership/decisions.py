"""Decisions: what an office decided about a partnership, and the record that it makes of a KIM (II.B.6)."""

from collections.abc import Iterable
from datetime import date

from attrs import evolve, field, frozen

from kimcore.clauses import cite
from kimcore.community import Case, Finding, Kim, PartnershipTerm
from kimcore.errors import InvalidValue
from kimcore.privacy import general, public, specific
from kimcore.terms import Term
from kimcore.values import Period

__all__ = ["Decision", "DecisionKind", "decided", "decided_on"]

MOVED, DISSOLVED = 5, 7


class DecisionKind(Term):
    """What an office can decide."""

    ADMIT = "admit", "diterima sebagai mitra", "admitted as partner"
    RENEW = "renew", "diperpanjang", "renewed"
    INDICATE = "indicate", "terindikasi", "indicated"
    CONCLUDE = "conclude", "disimpulkan", "concluded"
    MOVE = "move", "pindah ke kabupaten/kota lain", "moved to another district"
    DISSOLVE = "dissolve", "membubarkan diri", "dissolved"


@frozen(kw_only=True)
class Decision:
    """A decision of an office: when, by which officer, why, on what evidence (R12).

    `period` and `programme` belong to an admission or renewal, `ground` to an indication or conclusion, `finding` to
    a conclusion. `overrides` is the recorded reason for admitting a KIM that is not eligible.
    """

    kim: str = field(metadata=public("II.B.6.who"))
    kind: DecisionKind = field(metadata=public("II.B.6.who"))
    on: date = field(metadata=public("II.B.6.who"))
    officer: str = field(repr=False, metadata=general("II.B.6.who", names="other"))
    reason: str = field(repr=False, metadata=specific("II.B.6.review"))
    evidence: str = field(repr=False, metadata=specific("II.B.6.terminate"))
    period: Period | None = field(default=None, metadata=public("III.A.r"))
    programme: str = field(default="", metadata=public("III.A.r"))
    ground: int | None = field(
        default=None, repr=False, metadata=specific("II.B.6.review", minimum=1, maximum=7, kept=True)
    )
    finding: Finding | None = field(default=None, repr=False, metadata=specific("II.B.6.terminate", kept=True))
    overrides: str = field(default="", repr=False, metadata=specific("II.B.4.statement"))

    def __attrs_post_init__(self) -> None:
        """Refuse a decision without officer, reason, evidence or what its kind needs, and a ground that is none."""
        if self.ground is not None:
            Case(ground=self.ground)
        blank = [name for name in ("officer", "reason", "evidence") if not getattr(self, name).strip()]
        blank += [name for name in NEEDS[self.kind] if getattr(self, name) is None]
        if blank:
            wanted = ", ".join(blank)
            raise InvalidValue(
                "decision_incomplete",
                f"a decision to {self.kind.code} needs: {wanted}",
                f"keputusan “{self.kind.say('id')}” memerlukan: {wanted}",
                field=blank[0],
                clause=cite("II.B.6.terminate").id,
            )


NEEDS: dict[DecisionKind, tuple[str, ...]] = {
    DecisionKind.ADMIT: ("period",),
    DecisionKind.RENEW: ("period",),
    DecisionKind.INDICATE: ("ground",),
    DecisionKind.CONCLUDE: ("ground", "finding"),
    DecisionKind.MOVE: (),
    DecisionKind.DISSOLVE: (),
}


TERMS = (DecisionKind.ADMIT, DecisionKind.RENEW)


def decided(kim: Kim, decisions: Iterable[Decision]) -> Kim:
    """Return the KIM as it stands with the office's decisions, in the order given; the register itself is unchanged."""
    for decision in decisions:
        kim = carry_out(kim, decision)
    return kim


def carry_out(kim: Kim, decision: Decision) -> Kim:
    """Return the KIM with one decision: a new term, or a new or concluded case."""
    if decision.kind in TERMS and decision.period is not None:
        return with_term(kim, PartnershipTerm(period=decision.period, programme=decision.programme))
    if decision.kind is DecisionKind.CONCLUDE:
        return evolve(kim, cases=concluded(kim.cases, decision))
    return evolve(kim, cases=(*kim.cases, case_of(decision)))


def with_term(kim: Kim, term: PartnershipTerm) -> Kim:
    """Return the KIM with a term that was decided; a register's term that starts on the same day gives way to it."""
    start = term.period.start
    others = tuple(t for t in kim.terms if t.period.start != start)
    of_profile = kim.profile_term if kim.profile_term and kim.profile_term.period.start != start else None
    return evolve(kim, terms=(*others, term), profile_term=of_profile)


def case_of(decision: Decision) -> Case:
    """Return the case that an indication opens, or that a move or dissolution proves (R14, R27)."""
    if decision.kind is DecisionKind.INDICATE:
        return Case(ground=decision.ground or 0, indicated=decision.on, source=decision.reason)
    ground = MOVED if decision.kind is DecisionKind.MOVE else DISSOLVED
    return conclude(Case(ground=ground, indicated=decision.on, source=decision.reason), decision, Finding.PROVEN)


def conclude(case: Case, decision: Decision, finding: Finding) -> Case:
    """Return a case with its conclusion; the day by which it was dated stays the day of its indication."""
    return evolve(
        case,
        indicated=case.dated,
        finding=finding,
        concluded=decision.on,
        officer=decision.officer,
        evidence=decision.evidence,
    )


def concluded(cases: tuple[Case, ...], decision: Decision) -> tuple[Case, ...]:
    """Return cases with the conclusion written on every open one of the ground."""
    finding = decision.finding or Finding.CLEARED
    return tuple(conclude(c, decision, finding) if is_open(c, decision.ground, decision.on) else c for c in cases)


def decided_on(cases: Iterable[Case], decisions: Iterable[Decision]) -> tuple[Case, ...]:
    """Return the cases of a register that were open when a conclusion by command was made: it rests on them."""
    made = [d for d in decisions if d.kind is DecisionKind.CONCLUDE]
    return tuple(case for case in cases if any(is_open(case, d.ground, d.on) for d in made))


def is_open(case: Case, ground: int | None, on: date) -> bool:
    """Tell whether a case of a ground is dated on or before a day and has no complete conclusion."""
    return case.ground == ground and case.dated is not None and case.dated <= on and not case.is_complete
