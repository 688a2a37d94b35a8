"""Dissemination: what materials add to the log of a KIM, one row of Tabel 5.2 each (IV.B, IV.D, V.B.log)."""

from collections.abc import Iterable, Iterator

from attrs import evolve, field, frozen

from kimcore.collaboration.materialplans import DisseminationAction
from kimcore.collaboration.materials import Dissemination, Initiative, Material
from kimcore.community import Activity, Kim
from kimcore.media import MediaKind
from kimcore.monitoring import LogRow, Sum
from kimcore.privacy import public
from kimcore.values import Period

__all__ = ["DisseminationSummary", "activity_of", "log_rows", "summary", "with_disseminations"]


def activity_of(material: Material, made: Dissemination) -> Activity:
    """Return a dissemination as a row of the log: action and title, medium, number, day, proof.

    Labels are Indonesian, as the log is.
    """
    action = (made.action or made.used).say()
    return Activity(
        on=made.on,
        activity=f"{action}: {material.title}",
        format=made.used.say(),
        count=made.count,
        proof=made.proof,
    )


def activities(materials: Iterable[Material], kim: str) -> Iterator[Activity]:
    """Yield the disseminations of a KIM as rows of its log."""
    for material in materials:
        yield from (activity_of(material, made) for made in material.disseminations if made.kim == kim)


def log_rows(materials: Iterable[Material], kims: Iterable[Kim]) -> tuple[LogRow, ...]:
    """Return the disseminations of materials as rows of Tabel 5.2, by KIM as given, then by material as given."""
    every = tuple(materials)
    return tuple(
        LogRow(kim=kim.id, name=kim.name, village=kim.village, activity=activity)
        for kim in kims
        for activity in activities(every, kim.id)
    )


def with_disseminations(kim: Kim, materials: Iterable[Material]) -> Kim:
    """Return a KIM whose log holds its disseminations too; a row that the log has already is not added again."""
    new = dict.fromkeys(activities(materials, kim.id))
    added = tuple(a for a in new if a not in kim.log)
    return evolve(kim, log=(*kim.log, *added)) if added else kim


@frozen(kw_only=True)
class DisseminationSummary:
    """Disseminations of a period by action, medium and initiative; `counted` adds their numbers, blank ones unknown."""

    period: Period = field(metadata=public("IV.B.A.action"))
    by_action: dict[DisseminationAction | None, int] = field(metadata=public("IV.B.A.action"))
    by_medium: dict[MediaKind, int] = field(metadata=public("IV.D.media.1"))
    by_initiative: dict[Initiative, int] = field(metadata=public("IV.D.proactive"))
    counted: Sum = field(metadata=public("V.B.log.count"))


def summary(materials: Iterable[Material], period: Period) -> DisseminationSummary:
    """Count the disseminations of a period; every action, medium and initiative stands in it, without any as 0."""
    found = [(m, d) for m in materials for d in m.disseminations if d.on in period]
    actions = [d.action for _, d in found]
    media = [d.used for _, d in found]
    initiatives = [m.initiative for m, _ in found]
    return DisseminationSummary(
        period=period,
        by_action={a: actions.count(a) for a in (*DisseminationAction, None)},
        by_medium={m: media.count(m) for m in MediaKind},
        by_initiative={i: initiatives.count(i) for i in Initiative},
        counted=Sum.of(d.count for _, d in found),
    )
