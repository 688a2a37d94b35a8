"""Observing: a decision as it is recorded, and those who are told of it afterwards; none of them can change it."""

from attrs import evolve

from kimcore.community import named
from kimcore.partnership import Decision, allow, decided
from kimcore.plugins import PluginHost
from kimcore.ports import RecordedDecision
from kimcore.rules import Rulebook
from kimcore.workspace.logs import log_decision
from kimcore.workspace.records import Records, kims_of

__all__ = ["announce", "record_decision"]


def record_decision(records: Records, rulebook: Rulebook, decision: Decision) -> RecordedDecision:
    """Write a decision if the lifecycle allows it; raise `NotAllowed` with the condition that forbids it."""
    kim = named(kims_of(records), decision.kim)
    before = records.decisions().get(kim.id, [])
    made = evolve(decision, kim=kim.id)
    allow(decided(kim, before), rulebook, made)
    id = f"{kim.id}/{len(before) + 1:04d}"
    records.put("decision", id, made, 0)
    return recorded(made, id, records.office.text)


def recorded(decision: Decision, id: str, office: str) -> RecordedDecision:
    """Return a decision as plain data, under the id by which it is stored."""
    period = decision.period
    return RecordedDecision(
        id=id,
        office=office,
        kim=decision.kim,
        kind=decision.kind.code,
        on=decision.on,
        ground=decision.ground,
        finding=decision.finding.code if decision.finding else "",
        since=period.start if period else None,
        until=period.end if period and not period.is_open else None,
        officer=decision.officer,
        reason=decision.reason,
        evidence=decision.evidence,
        overrides=decision.overrides,
    )


def announce(host: PluginHost, decision: RecordedDecision) -> None:
    """Log a decision and tell every observer, each a record of its own, without personal data unless it wants them."""
    log_decision(decision)
    for descriptor, observer in host.observers():
        told = evolve(decision) if descriptor.wants_personal_data else decision.without_personal_data()
        with host.isolated(observer):
            observer.decided(told)
