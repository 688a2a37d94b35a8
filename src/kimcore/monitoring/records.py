"""Records: which observations of a KIM stand, and the latest of each series on a date (R21, interface: Figures)."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TypeVar

from kimcore.media import Platform
from kimcore.monitoring.observations import Observation

__all__ = ["Records", "account_of", "latest", "standing"]

Records = tuple[Observation, ...]
"""Observations of one KIM that stand, by day observed; on one day in the order in which they were recorded."""

Series = TypeVar("Series", bound=Hashable)


def standing(observations: Iterable[Observation]) -> dict[str, Records]:
    """Return, per KIM id, what stands of observations given in the order in which they were recorded.

    The last record of a key stands; where its value is None, the figure is withdrawn and nothing stands.
    """
    by_kim: defaultdict[str, list[Observation]] = defaultdict(list)
    for observation in observations:
        by_kim[observation.kim].append(observation)
    return {kim: last_of_each_key(found) for kim, found in by_kim.items()}


def last_of_each_key(observations: Iterable[Observation]) -> Records:
    """Return the last record of each key that is not a withdrawal; a correction counts as recorded when it was made."""
    last: dict[tuple[str, ...], Observation] = {}
    for observation in observations:
        key = observation.key
        last.pop(key, None)
        last[key] = observation
    return tuple(sorted((o for o in last.values() if o.value is not None), key=lambda o: o.observed))


def latest(records: Records, on: date, series: Callable[[Observation], Series]) -> dict[Series, Observation]:
    """Return the latest observation of each series on or before a date; `series` names the one a record belongs to."""
    found: dict[Series, Observation] = {}
    for record in records:
        if record.observed > on:
            break
        found[series(record)] = record
    return found


def account_of(observation: Observation) -> tuple[str, str]:
    """Return the platform and account of an observation, without case."""
    platform = observation.platform
    name = platform.code if isinstance(platform, Platform) else platform.casefold()
    return name, observation.account.casefold()
