"""Keeping: what a register may not change: what a decision by command rests on, and what only its order says."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve

from kimcore.community import Case, Finding, Kim
from kimcore.intake import MESSAGES, Register, StatedKim, sheet_spec
from kimcore.partnership import Decision, DecisionKind, decided_on
from kimcore.problems import Problem, Severity
from kimcore.workspace.journal import Holdings

__all__ = ["keeping"]

T = TypeVar("T")
CASES = sheet_spec("cases")
CODE = "decision_kept"


def keeping(register: Register, before: Holdings, file: str) -> Register:
    """Return a register whose known KIMs keep their decided cases, and lists that say the same in another order.

    A file that says otherwise about a decided case is told so (`decision_kept`).
    """
    kims, problems = [], list(register.problems)
    for stated in register.kims:
        stored = before.kims.get(stated.kim.id)
        if stored is None or stated.kim == stored.entity:
            kims.append(stated)
            continue
        made = before.decisions.get(stated.kim.id, [])
        problems += objections(stored.entity, stated.kim, made, file)
        kims.append(settled(stored.entity, stated, made))
    return evolve(register, kims=tuple(kims), problems=tuple(problems))


def settled(known: Kim, stated: StatedKim, made: Sequence[Decision]) -> StatedKim:
    """Return a KIM as stated, with what is kept of it as known."""
    kim = stated.kim
    cases = with_decided(known.cases, kim.cases, made)
    return evolve(
        stated,
        kim=evolve(
            kim,
            board=evolve(kim.board, people=ordered(known.board.people, kim.board.people)),
            cases=ordered(known.cases, cases),
            terms=ordered(known.terms, kim.terms),
            log=ordered(known.log, kim.log),
        ),
    )


def with_decided(known: tuple[Case, ...], stated: tuple[Case, ...], made: Iterable[Decision]) -> tuple[Case, ...]:
    """Return the cases of a file, those that were decided by command as they were."""
    held = decided_on(known, made)
    names = {name(case) for case in held}
    return (*held, *(case for case in stated if name(case) not in names))


def name(case: Case) -> tuple[object, ...]:
    """Return what tells a case from others: its ground and its day."""
    return case.ground, case.dated


def ordered(known: tuple[T, ...], stated: tuple[T, ...]) -> tuple[T, ...]:
    """Return a list as it was known where the file only writes it in another order."""
    same = len(known) == len(stated) and all(known.count(item) == stated.count(item) for item in known)
    return known if same else stated


def objections(known: Kim, stated: Kim, made: Sequence[Decision], file: str) -> Iterator[Problem]:
    """Yield a problem for each decided case that the file leaves out or concludes otherwise."""
    found = {name(case): case for case in stated.cases}
    for case in decided_on(known.cases, made):
        said = found.get(name(case))
        if said is None or said.finding not in (None, conclusion(case, made)):
            yield objection(case, known, file)


def conclusion(case: Case, made: Sequence[Decision]) -> Finding | None:
    """Return what was decided about a case."""
    return next(d.finding for d in made if d.kind is DecisionKind.CONCLUDE and decided_on([case], [d]))


def objection(case: Case, kim: Kim, file: str) -> Problem:
    """Return the problem of a file that says otherwise about a decided case."""
    message = MESSAGES[CODE, Severity.WARNING]
    words = {"value": str(case.ground), "name": kim.name}
    return Problem(
        file=file,
        sheet=CASES.name,
        column=CASES.column("ground").heading,
        value=str(case.ground),
        code=CODE,
        severity=Severity.WARNING,
        message=message.text.format(**words),
        remedy=message.remedy.format(**words),
    )
