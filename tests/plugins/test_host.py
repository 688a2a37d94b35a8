"""The host: which plug-ins it lets in, how it keeps them apart, and what it opens."""

import subprocess
import sys
from pathlib import Path

import pytest

from kimcore.errors import MissingExtra, NotFound, PluginError
from kimcore.plugins import (
    HOOK_API,
    PluginHost,
    PluginState,
    PluginStatus,
    ReportWriterDescriptor,
    StorageDescriptor,
    hookimpl,
)
from tests.plugins.conftest import Install

OFFER = """
from kimcore.plugins import StorageDescriptor, hookimpl
@hookimpl
def kimcore_storage_backends():
    factory = "kimcore_plugins.storage.memory:open_memory"
    return [StorageDescriptor(name="{scheme}", schemes=("{scheme}",), factory=factory)]
"""


def status_of(host: PluginHost, name: str) -> PluginStatus:
    """Return the one row of a plug-in."""
    (row,) = (s for s in host.status() if s.name == name)
    return row


class Storage:
    """A plug-in made in a test: a store by a scheme."""

    def __init__(
        self, scheme: str, factory: str = "kimcore_plugins.storage.memory:open_memory", extra: str = ""
    ) -> None:
        self.offer = StorageDescriptor(name=scheme, schemes=(scheme,), factory=factory, extra=extra)

    @hookimpl
    def kimcore_storage_backends(self) -> list[StorageDescriptor]:
        """Offer the store."""
        return [self.offer]


def test_built_in_adapters_come_by_entry_point(tmp_path: Path) -> None:
    """Without entry points the host has no adapter, with them kimcore's own, each with its distribution."""
    host = PluginHost()
    assert all(s.distribution == "kimcore" for s in host.status() if s.name in {"sqlite", "memory", "xlsx", "html"})
    assert host.open_storage("memory:").plan_migration().steps == ()
    assert host.open_storage(f"sqlite:///{tmp_path}/x.db").plan_migration().current == 0
    with pytest.raises(NotFound):
        PluginHost(entry_points=False).open_storage("memory:")


def test_opening_is_light(unmeasured: dict[str, str]) -> None:
    """Opening the host imports no adapter and no library of one; opening a store imports its own alone."""
    script = (
        "import sys; from kimcore.plugins import PluginHost; host = PluginHost()\n"
        "heavy = ('sqlite3', 'xlsxwriter', 'jinja2', 'cattrs', 'kimcore_plugins.storage', 'kimcore_plugins.reports')\n"
        "print([m for m in heavy if m in sys.modules])\n"
        "host.open_storage('memory:'); print([m for m in heavy if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=unmeasured)
    assert run.stdout.splitlines() == ["[]", "['kimcore_plugins.storage']"]


def test_an_unknown_scheme_names_those_known() -> None:
    """An address without an adapter is refused with the schemes that there are."""
    with pytest.raises(NotFound, match="memory, sqlite") as caught:
        PluginHost(allow=("memory", "sqlite")).open_storage("oracle:x")
    assert "oracle" in caught.value.say("id")


def test_a_plug_in_of_another_distribution(install: Install) -> None:
    """An installed plug-in is found, with distribution, version, hooks and the time its import took."""
    install("kim_other", OFFER.format(scheme="other"))
    row = status_of(PluginHost(), "kim_other")
    assert (row.distribution, row.version, row.state) == ("kim_other", "1.2", PluginState.ACTIVE)
    assert row.hooks == ("kimcore_storage_backends",)
    assert row.import_ms > 0


@pytest.mark.parametrize("listed", [{"block": ["kim_bad"]}, {"block": ["bad-dist"]}, {"allow": ["sqlite"]}])
def test_blocked_before_import(install: Install, listed: dict[str, list[str]]) -> None:
    """A plug-in that is blocked or not allowed, by its name or distribution, is not imported."""
    install("kim_bad", "raise SystemExit(3)", distribution="bad-dist")
    assert status_of(PluginHost(**listed), "kim_bad").state is PluginState.BLOCKED  # type: ignore[arg-type]
    assert "kim_bad" not in sys.modules


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("import no_such_library", "no_such_library"),
        ("from kimcore.plugins import hookimpl\n@hookimpl\ndef kimcore_storage_backend(): return []", "unknown hook"),
        ("from kimcore.plugins import hookimpl\n@hookimpl\ndef kimcore_storage_backends(url): return []", "url"),
        ("from kimcore.plugins import hookimpl\n@hookimpl\ndef kimcore_storage_backends(): 1 / 0", "ZeroDivisionError"),
        (
            "from kimcore.plugins import hookimpl\n@hookimpl\ndef kimcore_storage_backends(): return ['x']",
            "StorageDesc",
        ),
        ("from kimcore.plugins import hookimpl\n@hookimpl\ndef kimcore_storage_backends(): return 5", "TypeError"),
    ],
)
def test_one_fault_leaves_the_others_alone(install: Install, source: str, error: str) -> None:
    """A plug-in that fails to import, to register or in its hook is reported; the others work. Strict raises."""
    install("kim_bad", source)
    host = PluginHost()
    row = status_of(host, "kim_bad")
    assert row.state is PluginState.FAILED
    assert error in row.error
    assert "\n" not in row.error
    host.open_storage("memory:")
    assert host.register(Storage("later")).state is PluginState.ACTIVE
    with pytest.raises(PluginError, match="kim_bad"):
        PluginHost(strict=True)


def test_exit_passes(install: Install) -> None:
    """A plug-in that exits the interpreter is not held back."""
    install("kim_exit", "raise SystemExit(3)")
    with pytest.raises(SystemExit):
        PluginHost()


@pytest.mark.parametrize(
    ("needs", "state"),
    [
        (HOOK_API, PluginState.ACTIVE),
        ((HOOK_API[0], HOOK_API[1] + 1), PluginState.INCOMPATIBLE),
        ((HOOK_API[0] + 1, 0), PluginState.INCOMPATIBLE),
        ((HOOK_API[0] - 1, 9), PluginState.INCOMPATIBLE),
        ("2", PluginState.INCOMPATIBLE),
        (1, PluginState.INCOMPATIBLE),
    ],
)
def test_versions(needs: object, state: PluginState) -> None:
    """A plug-in that needs another hook API is left out as incompatible."""
    plugin = Storage("x")
    plugin.hook_api = needs  # type: ignore[attr-defined]
    host = PluginHost(entry_points=False)
    assert host.register(plugin).state is state
    assert len(host.descriptors(StorageDescriptor)) == (state is PluginState.ACTIVE)


def test_two_entry_points_of_one_name(install: Install) -> None:
    """Of two plug-ins with one name neither is imported, and both are conflicting."""
    install("kim_one", "raise SystemExit(3)", name="same")
    install("kim_two", "raise SystemExit(3)", name="same")
    rows = [s for s in PluginHost().status() if s.name == "same"]
    assert [(r.distribution, r.state) for r in rows] == [
        ("kim_one", PluginState.CONFLICTING),
        ("kim_two", PluginState.CONFLICTING),
    ]


def test_two_registered_under_one_name() -> None:
    """Two objects registered under one name are both left out."""
    host = PluginHost(entry_points=False)
    host.register(Storage("a"), "same")
    host.register(Storage("b"), "same")
    assert {s.state for s in host.status()} == {PluginState.CONFLICTING}
    assert host.descriptors(StorageDescriptor) == ()


@pytest.mark.parametrize("order", [("one", "two", "three"), ("three", "two", "one"), ("two", "one", "three")])
def test_one_scheme_claimed_by_several(order: tuple[str, ...]) -> None:
    """Where several claim a scheme none is picked and all are named, whatever the order."""
    host = PluginHost(entry_points=False)
    for name in order:
        host.register(Storage("same"), name)
    host.register(Storage("other"), "four")
    assert [s.name for s in host.status() if s.state is PluginState.CONFLICTING] == ["one", "three", "two"]
    with pytest.raises(PluginError, match="one, three, two"):
        host.open_storage("same:x")
    host.choose(StorageDescriptor, "other")


def test_one_plug_in_claims_a_scheme_twice() -> None:
    """A plug-in that offers one scheme twice conflicts with itself."""

    class Twice:
        @hookimpl
        def kimcore_storage_backends(self) -> list[StorageDescriptor]:
            return [StorageDescriptor(name=n, schemes=("x",), factory="a:b") for n in "ab"]

    assert PluginHost(entry_points=False).register(Twice()).state is PluginState.CONFLICTING


def test_a_missing_extra_names_its_install() -> None:
    """A library that is not installed surfaces as the command that installs it."""

    class Writer:
        @hookimpl
        def kimcore_report_writers(self) -> list[ReportWriterDescriptor]:
            factory = "tests.plugins.needs_library:Writer"
            return [ReportWriterDescriptor(name="odd", extension=".odd", factory=factory, extra="xlsx")]

    host = PluginHost(entry_points=False)
    host.register(Writer())
    with pytest.raises(MissingExtra, match=r"pip install 'kimcore\[xlsx\]'"):
        host.report_writer("odd")


@pytest.mark.parametrize("factory", ["no_such_module:x", "kimcore_plugins.storage.memory:none", "nonsense"])
def test_a_factory_that_is_not_there(factory: str) -> None:
    """A descriptor whose factory does not exist raises a typed error when it is chosen."""
    host = PluginHost(entry_points=False)
    host.register(Storage("x", factory, extra="sql"))
    with pytest.raises(PluginError, match="does not load"):
        host.open_storage("x:")


def test_hosts_do_not_know_each_other() -> None:
    """What one host registers, another does not have."""
    one, two = PluginHost(entry_points=False), PluginHost(entry_points=False)
    one.register(Storage("x"))
    assert (len(one.status()), len(two.status())) == (1, 0)
