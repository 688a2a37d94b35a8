"""The archive port: figures as files of columns, by month, for analysis beside the store."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from attrs import frozen

from kimcore.monitoring import Sum
from kimcore.ports.stored import ObservationRow
from kimcore.values import Period

__all__ = ["ArchivedMeasures", "MeasuringArchive", "ObservationArchive"]


@frozen(kw_only=True)
class ArchivedMeasures:
    """What the figures of an archive come to over a period, of an office, a KIM, a platform, or (all None) together.

    `totals` has every measure by its key, None where nothing is known: `growth_followers`, `growth_visitors` and
    `growth_attendance` over accounts; `power` and `influence` on the last day; and each response to contents (`like`
    …) by that day. `latest` is the day of the latest figure in them. `platform` is a code, or a name in small letters.
    """

    office: str | None = None
    kim: str | None = None
    platform: str | None = None
    totals: Mapping[str, Sum]
    latest: date | None = None


class ObservationArchive(Protocol):
    """A folder of files of columns, one folder per month in which the figures were observed."""

    def write(self, rows: Iterable[ObservationRow]) -> tuple[Path, ...]:
        """Write every record of every key, corrections and withdrawals too, and return the files.

        A month that is written takes the place of what the archive had of it; other months stay. A file appears whole
        or not at all. Raise `Unwritable` where the system refuses.
        """
        ...


class MeasuringArchive(ObservationArchive, Protocol):
    """An archive that also measures what it holds, as `kimcore.monitoring` does from the records themselves."""

    def measures(self, period: Period, *, by: Collection[str] = ("kim",)) -> Iterator[ArchivedMeasures]:
        """Yield the measures of a period, a row per group of `by`: any of `office`, `kim` and `platform`.

        Without any, there is one row of all. Raise `NotFound` where nothing is archived, `InvalidValue` for another
        name, `Unreadable` where a file is not what an archive holds.
        """
        ...
