"""The judgements with their reasons: one table of KIMs, one of what is not met, open, or a ground."""

from collections.abc import Iterable, Iterator

from kimcore.assessment import Assessment
from kimcore.clauses import cite
from kimcore.reports.columns import columns
from kimcore.rules import CONDITION_GROUPS, FindingOfRule, Group
from kimcore.tables import Cell, Table
from kimcore.terms import Text
from kimcore.values import Outcome

__all__ = ["findings", "judgements", "reasons"]

PRINCIPLE = cite("II.A.p4")

GROUP_COLUMNS = tuple((g.code, g.say("id").capitalize(), g.say("en").capitalize(), 16) for g in CONDITION_GROUPS)

COLUMNS = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("status", "Status", "Status", 20),
    *GROUP_COLUMNS,
    ("not_met", "Tidak terpenuhi", "Not met", 22),
    ("unknown", "Belum dapat dipastikan", "Cannot be told yet", 22),
    ("grounds", "Dasar peninjauan", "Grounds", 16),
    ("grounds_unknown", "Dasar belum dapat dipastikan", "Grounds unknown", 18),
    ("partnership", "Kemitraan", "Partnership", 18),
    ("next_step", "Langkah berikut", "Next step", 48),
)

REASON_COLUMNS = columns(
    ("name", "Nama KIM", "KIM", 26),
    ("village", "Kelurahan/Desa", "Village or ward", 18),
    ("group", "Kelompok syarat", "Group", 18),
    ("rule", "Butir", "Clause", 15),
    ("term", "Syarat atau dasar", "Condition or ground", 28),
    ("outcome", "Hasil", "Outcome", 20),
    ("reason", "Alasan", "Reason", 70),
    ("missing", "Yang perlu dilengkapi", "What is missing", 30),
)


def judgements(assessments: Iterable[Assessment]) -> Table:
    """Return one row per KIM: status, groups, lists of clauses, partnership, next step."""
    return Table(
        key="judgements",
        name=Text("Penilaian", "Judgements"),
        title=Text("Penilaian syarat dan keadaan kemitraan (II.A–II.B)", "Conditions and partnership (II.A–II.B)"),
        columns=COLUMNS,
        rows=tuple(row(a) for a in assessments),
    )


def row(assessment: Assessment) -> tuple[Cell, ...]:
    """Return the row of one KIM."""
    judgement = assessment.judgement
    return (
        assessment.kim.name,
        assessment.kim.village or None,
        judgement.status,
        *judgement.groups.values(),
        judgement.not_met,
        judgement.unknown,
        judgement.grounds,
        judgement.grounds_unknown,
        assessment.partnership,
        assessment.next_step,
    )


def findings(assessment: Assessment, found: Iterable[FindingOfRule]) -> Table:
    """Return one row per rule of one KIM, whatever its outcome."""
    name = Text(assessment.kim.name, assessment.kim.name)
    return Table(
        key="findings",
        name=Text("Penjelasan", "Explanation"),
        title=Text("Penjelasan: {name}", "Explanation: {name}").format(name=name),
        columns=REASON_COLUMNS,
        rows=tuple(reason_row(assessment, f) for f in found),
    )


def reasons(assessments: Iterable[Assessment]) -> Table:
    """Return the reason of every condition that is not met or open, and of every ground that is there or open."""
    return Table(
        key="reasons",
        name=Text("Alasan", "Reasons"),
        title=Text("Alasan, butir demi butir", "Reasons, clause by clause"),
        columns=REASON_COLUMNS,
        rows=tuple(reason_row(a, f) for a in assessments for f in telling(a)),
        notes=(Text("Syarat yang terpenuhi tidak dimuat.", "Conditions that are met are left out."),),
    )


def telling(assessment: Assessment) -> Iterator[FindingOfRule]:
    """Yield the findings that say something: conditions not met or open, grounds there or open."""
    for finding in assessment.judgement.explain():
        quiet = Outcome.NOT_MET if finding.rule.group is Group.GROUND else Outcome.MET
        if finding.outcome is not quiet:
            yield finding


GROUND_WORDS = {
    Outcome.MET: Text("ada dasar", "there is a ground"),
    Outcome.NOT_MET: Text("tidak ada dasar", "no ground"),
    Outcome.UNKNOWN: Text("belum dapat dipastikan", "cannot be told yet"),
}


def reason_row(assessment: Assessment, finding: FindingOfRule) -> tuple[Cell, ...]:
    """Return the row of one finding."""
    is_ground = finding.rule.group is Group.GROUND
    return (
        assessment.kim.name,
        assessment.kim.village or None,
        finding.rule.group,
        finding.rule.id,
        finding.rule.clause.term,
        GROUND_WORDS[finding.outcome] if is_ground else finding.outcome,
        finding.reason,
        finding.columns or None,
    )
