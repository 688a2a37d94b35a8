"""Stated: what an intake read of a register, and what it is told of works that were known before."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from kimcore.community import Kim
from kimcore.intake.works.reading import StatedWorks
from kimcore.issues import Issue
from kimcore.monitoring import Content, Gathering, Kept, Observation, Survey
from kimcore.problems import Problem

__all__ = ["NOTHING", "KnownWorks", "Register", "StatedKim"]

NOTHING = Kept()
NO_WORKS = StatedWorks()


@frozen(kw_only=True)
class StatedKim:
    """A KIM as the file states it, merged onto what was known; `row` of Profil KIM, 0 where only others name it."""

    kim: Kim
    is_new: bool
    row: int


@frozen(kw_only=True)
class Register:
    """What an intake read.

    `rejected` counts rows of Profil KIM that were not taken in; `absent` are the known KIMs that the file does not
    name; `named` tells, by the key of each sheet present, which KIMs it speaks for: it is their full statement, so
    that contents and figures of theirs that it leaves out are withdrawn. `stated` gives, by sheet and KIM, the keys of
    the columns that every sheet naming the KIM has: what has no column was not stated. An empty id in `named` is the
    whole office, for which Survei may speak.
    """

    kims: tuple[StatedKim, ...] = ()
    issues: tuple[Issue, ...] = ()
    contents: tuple[Content, ...] = ()
    observations: tuple[Observation, ...] = ()
    surveys: tuple[Survey, ...] = ()
    gatherings: tuple[Gathering, ...] = ()
    works: StatedWorks = NO_WORKS
    problems: tuple[Problem, ...] = ()
    rejected: int = 0
    absent: tuple[str, ...] = ()
    named: Mapping[str, frozenset[str]] = field(factory=dict)
    stated: Mapping[str, Mapping[str, frozenset[str]]] = field(factory=dict)


@frozen
class KnownWorks:
    """The records of chapter IV known before, by kind and id, and what gives the id of a new one of a kind."""

    records: Mapping[str, Mapping[str, Any]] = field(repr=False)
    new_id: Callable[[str], str] = field(repr=False)
