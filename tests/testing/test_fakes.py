"""The fakes: a clock that stands, a host of known plug-ins, a workspace in memory."""

from datetime import date, timedelta

import pytest

from kimcore.errors import Conflict, PluginError
from kimcore.geography import RegionCode
from kimcore.plugins import PluginState
from kimcore.rules import Status
from kimcore.testing import TODAY, FakeClock, a_host, a_kim, a_workspace
from kimcore_plugins import descriptors
from kimcore_plugins.storage.memory import MemoryStorage


def test_the_clock_stands_until_it_is_moved() -> None:
    """It is one date at every office, and moves by what it is told alone."""
    clock = FakeClock()
    assert clock() == clock()
    assert clock().date() == TODAY
    assert clock.move(timedelta(days=1)) == clock()
    with a_workspace(office=RegionCode("99.71"), on=date(2025, 2, 28)) as workspace:
        assert workspace.today() == date(2025, 2, 28)


def test_the_host_has_the_plugins_of_kimcore_and_those_given() -> None:
    """Every plug-in that is not blocked is kimcore's own or was given."""
    active = [s for s in a_host().status() if s.state is PluginState.ACTIVE]
    assert {"memory", "sqlite", "xlsx", "html"} <= {s.name for s in active}
    assert {s.distribution for s in active} == {"kimcore"}
    assert isinstance(a_host().open_storage("memory:"), MemoryStorage)


def test_a_plugin_at_fault_is_raised() -> None:
    """The host is strict: a plug-in that offers what another does is refused at once."""
    with pytest.raises(PluginError, match="memory"):
        a_host(mine=descriptors.Memory)


def test_the_workspace_holds_the_kims() -> None:
    """They are judged on the date of its clock."""
    with a_workspace(a_kim(), a_kim(id="kim-2", identity__name="KIM Kedua")) as workspace:
        assert [found.judgement.status for found in workspace.assess()] == [Status.ELIGIBLE] * 2
        assert workspace.assess().on == TODAY


def test_two_kims_need_two_ids() -> None:
    """The store refuses the second of one id."""
    with pytest.raises(Conflict, match="kim-1"):
        a_workspace(a_kim(), a_kim())
