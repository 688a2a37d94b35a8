"""Lifecycle: which decision is allowed in which state, and why not (II.B.4 to II.B.6, R27, R29)."""

from collections.abc import Callable

from kimcore.community import Finding, Kim
from kimcore.errors import NotAllowed
from kimcore.factsheet import facts
from kimcore.partnership.decisions import Decision, DecisionKind, is_open
from kimcore.partnership.states import PartnershipState, state_of
from kimcore.rules import Judgement, Rulebook, Status
from kimcore.terms import Text
from kimcore.values import OPEN_ENDED, Outcome

__all__ = ["allow", "objection"]

Check = Callable[[Kim, Judgement, Decision], Text | None]
DECREE = "II.B.4.legal.1"


def without_partnership(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """An admission needs that no partnership stands."""
    state = state_of(judgement)
    if state in (PartnershipState.PARTNER, PartnershipState.UNDER_REVIEW):
        return Text("kemitraan masih berjalan: {state}", "a partnership stands: {state}").format(state=state)
    return None


def eligible(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """An admission needs an eligible judgement on its date, or a recorded override (R29)."""
    if judgement.status is Status.ELIGIBLE or decision.overrides.strip():
        return None
    open_rules = ", ".join(judgement.not_met + judgement.unknown)
    return Text("KIM {status}; yang belum terpenuhi: {rules}", "the KIM is {status}; what is not met: {rules}").format(
        status=judgement.status, rules=open_rules
    )


def decree_in_force(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """A renewal needs a decree in force (II.B.4.legal.1)."""
    if judgement[DECREE] is Outcome.MET:
        return None
    return Text("SK tidak terbukti berlaku ({rule})", "no decree is known to be in force ({rule})").format(rule=DECREE)


def partner(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """A renewal needs a partnership that stands without a ground, or that ran out."""
    state = state_of(judgement)
    if state in (PartnershipState.PARTNER, PartnershipState.ENDED):
        return None
    grounds = ", ".join(judgement.grounds) or "-"
    return Text(
        "keadaan kemitraan: {state}; dasar peninjauan: {grounds}", "the partnership is {state}; grounds: {grounds}"
    ).format(state=state, grounds=grounds)


def case_is_open(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """A conclusion needs a case of its ground that was indicated and not concluded (II.B.6.review)."""
    if any(is_open(case, decision.ground, decision.on) for case in kim.cases):
        return None
    return Text(
        "tidak ada indikasi terbuka untuk dasar {ground}: catat indikasinya dahulu",
        "no open case of ground {ground}: record the indication first",
    ).format(ground=str(decision.ground))


def not_terminated(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """What was terminated is not terminated again."""
    state = state_of(judgement)
    if state is PartnershipState.TERMINATED:
        return Text("kemitraan sudah {state}", "the partnership is already {state}").format(state=state)
    return None


def term_begins_now(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """A term begins on the day it is decided or later, on a day on which no other term begins."""
    starts = [t.period.start for t in kim.all_terms]
    if decision.period is None or (decision.period.start >= decision.on and decision.period.start not in starts):
        return None
    return Text(
        "masa kemitraan baru harus mulai pada atau sesudah {on}, dan belum ada masa yang mulai pada hari itu",
        "a new term starts on or after {on}, on a day on which no other term starts",
    ).format(on=decision.on)


def begins_after_proof(kim: Kim, judgement: Judgement, decision: Decision) -> Text | None:
    """A term begins after the last day on which a ground was proven, which else would end it at once (R26, R27)."""
    start = decision.period.start if decision.period else decision.on
    late = [c for c in kim.cases if c.concluded_on(OPEN_ENDED) is Finding.PROVEN and start <= (c.concluded or start)]
    if not late:
        return None
    return Text(
        "{rule} terbukti {on}: masa kemitraan baru harus mulai sesudahnya",
        "{rule} was proven on {on}: a new term starts after that day",
    ).format(rule=late[-1].rule, on=late[-1].concluded)


CHECKS: dict[DecisionKind, tuple[Check, ...]] = {
    DecisionKind.ADMIT: (without_partnership, eligible, term_begins_now, begins_after_proof),
    DecisionKind.RENEW: (partner, decree_in_force, term_begins_now, begins_after_proof),
    DecisionKind.INDICATE: (not_terminated,),
    DecisionKind.CONCLUDE: (case_is_open,),
    DecisionKind.MOVE: (not_terminated,),
    DecisionKind.DISSOLVE: (not_terminated,),
}


def objection(kim: Kim, rulebook: Rulebook, decision: Decision) -> Text | None:
    """Return the condition that forbids a decision, or None; `kim` carries the decisions made before it."""
    judgement = rulebook.as_of(decision.on).judge(facts(kim, decision.on))
    found = (check(kim, judgement, decision) for check in CHECKS[decision.kind])
    return next((text for text in found if text is not None), None)


def allow(kim: Kim, rulebook: Rulebook, decision: Decision) -> Decision:
    """Return the decision if it is allowed; raise `NotAllowed` with the condition that forbids it."""
    why = objection(kim, rulebook, decision)
    if why is not None:
        kind = decision.kind
        raise NotAllowed(
            "decision_not_allowed", f"cannot {kind.code}: {why.en}", f"tidak dapat “{kind.say('id')}”: {why.id}"
        )
    return decision
