"""Withdrawing: what a sheet that is present leaves out of what was stored for the KIMs it names."""

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve

from kimcore.intake import Register, StatedWorks
from kimcore.issues import Issue
from kimcore.monitoring import MANUAL, Gathering, Indicator, Observation, Survey
from kimcore.workspace.journal import Holdings
from kimcore.workspace.records import Stored, content_id

__all__ = ["contents_left_out", "figures_left_out", "issues_left_out", "needs_left_out", "outcomes_left_out"]

SHEETS = {True: "audience", False: "contents"}


def contents_left_out(register: Register, before: Holdings) -> list[str]:
    """Return the documents of contents that the sheet Media Sosial no longer holds for a KIM it names."""
    named = register.named.get("contents", frozenset())
    stated = {content_id(c) for c in register.contents}
    return [id for id, stored in before.contents.items() if stored.entity.kim in named and id not in stated]


def outcomes_left_out(
    named: Container[str], stated: Container[str], known: Mapping[str, Stored[Survey] | Stored[Gathering]]
) -> list[str]:
    """Return the documents of surveys or gatherings that their sheet no longer holds for a KIM (or office) it names."""
    return [id for id, stored in known.items() if stored.entity.kim in named and id not in stated]


def figures_left_out(register: Register, before: Holdings, gone: Sequence[str]) -> Iterator[Observation]:
    """Yield the typed figures that stand and that the sheets no longer hold; `gone` are documents of contents.

    A figure is withdrawn where its sheet names its KIM and has the columns of the figure and of its day, or where its
    content is gone. Figures from a platform are never withdrawn by a file.
    """
    stated = {o.key for o in register.observations}
    lost = {(c.kim, c.key) for c in (before.contents[id].entity for id in gone)}
    for key, seen in before.figures.items():
        if seen.provider == MANUAL and key not in stated:
            sheet = register.stated.get(SHEETS[seen.indicator is Indicator.AUDIENCE], {})
            if {seen.indicator.code, "observed"} <= sheet.get(seen.kim, frozenset()) or (
                seen.kim,
                seen.content,
            ) in lost:
                yield seen


def issues_left_out(register: Register, before: Holdings) -> Iterator[tuple[str, Issue | None]]:
    """Yield the issues that the sheet Isu no longer holds: without their ties to the KIMs it names, or None.

    The sheet speaks for the KIMs it names: an issue none of whose ties is left is gone; one that was tied to none
    stays.
    """
    named = register.named.get("issues", frozenset())
    stated = {issue.id for issue in register.issues}
    for id, stored in before.issues.items():
        kims = stored.entity.kims
        if id not in stated and named.intersection(kims):
            left = tuple(kim for kim in kims if kim not in named)
            yield id, evolve(stored.entity, kims=left) if left else None


def needs_left_out(stated: StatedWorks, before: Mapping[str, Mapping[str, Stored[Any]]]) -> list[str]:
    """Return the needs that the sheet Kebutuhan no longer holds for a KIM it names; those an event rests on stay."""
    used = {need for stored in before["event"].values() for need in stored.entity.needs}
    kept = stated.needs | used
    return [id for id, stored in before["needs"].items() if stored.entity.kim in stated.needs_of and id not in kept]
