"""Fakes: a clock that stands still, a host of known plug-ins, and a workspace on a store in memory."""

from datetime import UTC, date, datetime, time, timedelta

from kimcore.community import Kim
from kimcore.geography import RegionCode
from kimcore.plugins import PluginHost
from kimcore.testing.builders import OFFICE, TODAY
from kimcore.workspace import Workspace
from kimcore.workspace.records import Records

__all__ = ["FakeClock", "a_host", "a_workspace"]


class FakeClock:
    """A clock that moves only when it is told to; call it for the instant, as a workspace does.

    It starts at noon, UTC, of a date: the same date at every office in Indonesia.
    """

    def __init__(self, on: date = TODAY) -> None:
        self.instant = datetime.combine(on, time(12), UTC)

    def __call__(self) -> datetime:
        """Return the instant at which the clock stands."""
        return self.instant

    def move(self, by: timedelta) -> datetime:
        """Move the clock, and return the new instant."""
        self.instant += by
        return self.instant


def a_host(**plugins: object) -> PluginHost:
    """Return a host with the plug-ins of kimcore itself and those given by name, whatever else is installed.

    A plug-in at fault raises `PluginError`.
    """
    host = PluginHost(allow={"kimcore", *plugins}, strict=True)
    for name, plugin in plugins.items():
        host.register(plugin, name)
    return host


def a_workspace(*kims: Kim, office: RegionCode = OFFICE, on: date = TODAY, host: PluginHost | None = None) -> Workspace:
    """Return a workspace in memory that holds KIMs, each under the office, with a clock that stands at a date.

    `host` is `a_host()` unless given. Two KIMs need two ids: raises `Conflict` else.
    """
    found = Workspace.open("memory:", office, host=host or a_host(), clock=FakeClock(on))
    with found.ledger.unit("made up") as unit:
        records = Records(unit, office)
        for kim in kims:
            records.put("kim", kim.id, kim, 0)
        unit.commit()
    return found
