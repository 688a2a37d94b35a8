"""Dossiers: everything that is recorded about one KIM, KIM by KIM, so that no two need be held at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import Protocol, TypeVar

from attrs import field, frozen

from kimcore.community import Kim
from kimcore.monitoring.gatherings import Gathering
from kimcore.monitoring.observations import Content, Observation
from kimcore.monitoring.records import Records
from kimcore.monitoring.surveys import Survey

__all__ = ["Dossier", "Forward", "Kept", "by_kim", "dossiers", "each_standing"]


class OfKim(Protocol):
    """What carries the id of its KIM."""

    @property
    def kim(self) -> str:
        """The id of the KIM."""
        ...


T = TypeVar("T", bound=OfKim)


@frozen(kw_only=True)
class Dossier:
    """What is recorded about one KIM; `records` as `standing` gives them."""

    kim: Kim
    records: Records = field(default=(), repr=False)
    contents: tuple[Content, ...] = field(default=(), repr=False)
    gatherings: tuple[Gathering, ...] = field(default=(), repr=False)
    surveys: tuple[Survey, ...] = field(default=(), repr=False)


@frozen(kw_only=True)
class Kept:
    """What an office keeps beside its KIMs and their figures, in any order."""

    contents: tuple[Content, ...] = field(default=(), repr=False)
    gatherings: tuple[Gathering, ...] = field(default=(), repr=False)
    surveys: tuple[Survey, ...] = field(default=(), repr=False)

    @property
    def office_surveys(self) -> tuple[Survey, ...]:
        """The surveys of the whole office."""
        return tuple(s for s in self.surveys if not s.kim)


def each_standing(observations: Iterable[Observation]) -> Iterator[tuple[str, Records]]:
    """Yield each KIM's id with what stands, one KIM at a time.

    `observations` are the last of each key, withdrawals too, sorted by KIM and day, as the storage port yields them;
    for those, it gives what `standing` gives.
    """
    for kim, group in groupby(observations, key=attrgetter("kim")):
        yield kim, tuple(o for o in group if o.value is not None)


class Forward:
    """Finds the records of KIMs in a stream sorted by the id of the KIM; ids must be asked for in that order."""

    def __init__(self, stream: Iterable[tuple[str, Records]]) -> None:
        """Stand before the first KIM."""
        self.stream = iter(stream)
        self.id, self.records = next(self.stream, ("", ()))

    def __call__(self, id: str) -> Records:
        """Return the records of a KIM; those of KIMs before it are passed over."""
        while self.id and self.id < id:
            self.id, self.records = next(self.stream, ("", ()))
        return self.records if self.id == id else ()


def dossiers(kims: Iterable[Kim], records_of: Callable[[str], Records], kept: Kept) -> Iterator[Dossier]:
    """Yield the dossier of each KIM in their order; `records_of` finds the records of an id, as `Forward` does."""
    contents, gatherings, surveys = by_kim(kept.contents), by_kim(kept.gatherings), by_kim(kept.surveys)
    for kim in kims:
        yield Dossier(
            kim=kim,
            records=records_of(kim.id),
            contents=contents.get(kim.id, ()),
            gatherings=gatherings.get(kim.id, ()),
            surveys=surveys.get(kim.id, ()),
        )


def by_kim(things: Iterable[T]) -> Mapping[str, tuple[T, ...]]:
    """Return things by the id of their KIM, in their order."""
    found: defaultdict[str, list[T]] = defaultdict(list)
    for thing in things:
        found[thing.kim].append(thing)
    return {kim: tuple(own) for kim, own in found.items()}
