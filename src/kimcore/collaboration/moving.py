"""Moving: what was recorded of a KIM goes over to the record that it was merged into."""

from typing import Any, Final, TypeVar

from attrs import AttrsInstance, evolve, fields

from kimcore.collaboration.awards import Award
from kimcore.protection import is_record

__all__ = ["move_kim"]

R = TypeVar("R", bound=AttrsInstance)

LISTS: Final = ("kims", "invited")
"""Fields that list KIMs; a field that names one is called `kim`."""


def move_kim(record: R, former: str, kim: str) -> R:
    """Return a record of chapter IV in which a KIM (id) stands for a former one; the same object where it has none.

    A list names the KIM once. In an award that has both, what was recorded of the KIM stands, and the candidacy, scores
    and decisions on ties of the former one go.
    """
    found: Any = moved_award(record, former, kim) if isinstance(record, Award) else record
    old = {field.name: getattr(found, field.name) for field in fields(type(found))}
    new = {name: moved(name, value, former, kim) for name, value in old.items()}
    changes = {name: value for name, value in new.items() if value != old[name]}
    made: R = evolve(found, **changes) if changes else found
    return made


def moved(name: str, value: Any, former: str, kim: str) -> Any:
    """Return the value of a field with the KIM in the place of the former one; KIMs stand in lists of records only."""
    if name == "kim":
        return kim if value == former else value
    if name in LISTS:
        return tuple(dict.fromkeys(kim if one == former else one for one in value))
    if isinstance(value, tuple):
        return tuple(move_kim(one, former, kim) if is_record(one) else one for one in value)
    return value


def moved_award(award: Award, former: str, kim: str) -> Award:
    """Return an award whose scores and decisions name the KIM, without those of the former one where it has both."""
    if former in award.kims and kim in award.kims:
        return evolve(
            award,
            candidates=tuple(c for c in award.candidates if c.kim != former),
            scores=tuple(s for s in award.scores if s.work != former),
            tie_decisions=tuple(d for d in award.tie_decisions if former not in d.works),
        )
    return evolve(
        award,
        scores=tuple(evolve(s, work=kim) if s.work == former else s for s in award.scores),
        tie_decisions=tuple(
            evolve(d, works=tuple(kim if w == former else w for w in d.works)) for d in award.tie_decisions
        ),
    )
