"""Made-up works of the made-up district, kept in a workspace: one of each kind, some of them done, some to come."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from kimcore.collaboration import CapacityNeeds, Deadline, Progress, Skill, move_kim
from kimcore.values import Answer
from kimcore.workspace import Workspace
from tests.collaboration import made_up

__all__ = ["ON", "keep_works"]

ON: Final = date(2026, 11, 24)


def keep_works(workspace: Workspace) -> dict[str, str]:
    """Keep works for the first two KIMs of an office, and return their ids by a short name."""
    first, second = (kim.id for kim in workspace.kims()[:2])
    for kim, media in ((first, Answer.YES), (second, Answer.NO)):
        needs = {"media": media, "skills": Answer.YES, "skills_lacking": (Skill.VIDEO,), "members_involved": 5}
        workspace.keep(CapacityNeeds(id="", office=workspace.office, kim=kim, on=date(2026, 2, 1), **needs))  # type: ignore[arg-type]
    due = Progress(
        deadlines=(Deadline(stage="theme", on=date(2026, 12, 10)), Deadline(stage="venue", on=date(2026, 11, 10)))
    )
    works: dict[str, Any] = {
        "running": made_up.through(made_up.an_event(), "venue"),
        "finished": made_up.through(made_up.an_event(theme="Menulis Berita", branding=Answer.NO)),
        "planned": made_up.an_event(theme="Foto", branding=Answer.UNKNOWN, progress=due),
        "trial": made_up.a_trial("B", issues=(), appointment=None),
        "material": made_up.through(made_up.a_material()),
        "collaboration": made_up.a_collaboration(materials=(), coordination=()),
        "own": made_up.through(made_up.a_competition(), "announced"),
        "outside": made_up.an_outside_competition(),
        "award": made_up.through(made_up.an_award()),
    }
    return {name: kept(workspace, work, first, second) for name, work in works.items()}


def kept(workspace: Workspace, work: Any, first: str, second: str) -> str:
    """Keep one work for two KIMs, and return its id."""
    moved = move_kim(move_kim(work, "kim-1", first), "kim-2", second)
    found: str = workspace.keep(evolve(moved, id="")).id
    return found
