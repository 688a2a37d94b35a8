"""Checking: the contract of a store or provider that is named on the command line, told law by law."""

import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import Any, Final

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from kimcore.errors import InvalidValue, KimError
from kimcore.plugins import PluginHost
from kimcore.ports import StorageBackend
from kimcore.testing.contracts import Contract, MetricProviderContract, StorageContract
from kimcore.testing.scenes import Scene

__all__ = ["check", "named", "opened"]

STORE: Final = """from kimcore.testing import StorageContract
from kimcore.testing.checking import opened


class TestStore(StorageContract):
    def open(self, folder):
        return opened({target!r}, folder)
"""
PROVIDER: Final = """from kimcore.testing import MetricProviderContract
from kimcore.testing.checking import named


class TestProvider(MetricProviderContract):
    provider = named({target!r})
    scene = named({scene!r})
"""
SHOWN: Final = 8
MEANT: Final[dict[type[Contract], str]] = {
    StorageContract: "kimcore.ports (StorageBackend, UnitOfWork)",
    MetricProviderContract: "kimcore.ports (MetricProvider, HttpCall, MetricPage)",
}


def opened(target: str, folder: Path) -> StorageBackend:
    """Return the store of a folder: by a function `package.module:name` that takes it, or by a URL with `{folder}`."""
    if "{folder}" in target or target.endswith(":"):
        return PluginHost().open_storage(target.replace("{folder}", folder.as_posix()))
    found: StorageBackend = named(target)(folder)
    return found


def named(target: str) -> Any:
    """Return what `package.module:name` stands for."""
    module, _, name = target.partition(":")
    if not name.isidentifier():
        how = "write package.module:function, or a store URL such as 'sqlite:///{folder}/store.db'"
        en, id = f"{target!r} names nothing to check; {how}", f"{target!r} tidak menunjuk apa pun; {how}"
        raise InvalidValue("check_target", en, id)
    return getattr(import_module(module), name)


def check(target: str, *, scene: str = "", only: str = "", seed: int | None = None) -> int:
    """Run the laws on a store or provider and print those that are broken.

    Returns 0 (all hold), 1 (some broken) or 2 (there is nothing to check). A provider is checked in a `scene`, named as
    the target is. `only` is a part of the names of the tests that are run, `seed` draws the same examples again.
    """
    with TemporaryDirectory(prefix="kimcore-") as home:
        folder = Path(home)
        fault = why_not(target, scene, folder)
        if fault:
            sys.stderr.write(f"error: {fault}\n")
            return 2
        (folder / "pytest.ini").touch()
        (folder / "test_it.py").write_text((PROVIDER if scene else STORE).format(target=target, scene=scene), "utf-8")
        set_hypothesis_home_dir(folder)
        teller = Teller(MetricProviderContract if scene else StorageContract)
        settings.register_profile("kimcore-check", deadline=None, database=None)
        settings.load_profile("kimcore-check")
        plain = ["-p", "no:terminal", "-p", "no:cacheprovider", "-p", "no:logging", "-c", str(folder / "pytest.ini")]
        more = ["-k", only] if only else []
        more += [] if seed is None else [f"--hypothesis-seed={seed}"]
        pytest.main([str(folder / "test_it.py"), "--noconftest", *plain, *more], plugins=[teller])
    return teller.conclude()


def why_not(target: str, scene: str, folder: Path) -> str:
    """Return why there is nothing to check (nothing: empty); whatever the author's code raises is told, not thrown."""
    try:
        if scene:
            return provider_fault(target, scene)
        if "{folder}" not in target and hasattr(named(target), "parse"):
            return f"{target} is a metric provider: name its scene with --scene package.module:scene"
        return opening_fault(target, folder)
    except KimError as error:
        return f"{error.en} [{error.code}]"
    except Exception as error:
        return f"{target} cannot be loaded: {type(error).__name__}: {error}"


def provider_fault(target: str, scene: str) -> str:
    """Return why a provider cannot be tried in a scene (nothing: empty)."""
    found = named(scene)
    stage = found if isinstance(found, Scene) else found()
    if not isinstance(stage, Scene):
        return f"{scene} is no kimcore.testing.Scene and returns none"
    provider = named(target)()
    lacking = [name for name in ("plan", "parse", "supports", "hosts") if not hasattr(provider, name)]
    return f"{target} returns no metric provider: it lacks {', '.join(lacking)}" if lacking else ""


def opening_fault(target: str, folder: Path) -> str:
    """Return why a store cannot even be opened (nothing: empty)."""
    tried = folder / "first"
    tried.mkdir()
    try:
        with closing(opened(target, tried)) as store:
            store.migrate()
            assert isinstance(store.capabilities, frozenset)
    except KimError as error:
        return f"{error.en} [{error.code}]"
    except Exception as error:  # whatever the author's code raises is told, not thrown
        return f"{target} cannot be opened and migrated: {type(error).__name__}: {error}"
    return ""


class Teller:
    """A plug-in of pytest that prints each broken law: its sentence, and what was seen instead."""

    def __init__(self, contract: type[Contract]) -> None:
        self.contract = contract
        self.held, self.broken = 0, 0

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a law that holds, and tell one that is broken."""
        if report.failed:
            self.broken += 1
            self.tell(report)
        elif report.when == "call":
            self.held += 1

    def tell(self, report: pytest.TestReport) -> None:
        """Print the name of a test, the sentence of its law, and the first lines of its failure."""
        name = report.nodeid.rpartition("::")[2]
        law = getattr(self.contract, name, None)
        crash = getattr(report.longrepr, "reprcrash", None)
        seen = (crash.message if crash else str(report.longrepr)).splitlines()[:SHOWN]
        sys.stdout.write(f"broken: {name}\n  law:  {getattr(law, '__doc__', '')}\n")
        sys.stdout.write(indent("\n".join(seen), "        ").replace("        ", "  seen: ", 1) + "\n\n")

    def conclude(self) -> int:
        """Print the sum, and return the exit code."""
        if not self.held + self.broken:
            sys.stderr.write("error: no law could be run\n")
            return 2
        sys.stdout.write(f"{self.held} laws hold, {self.broken} broken.\n")
        if self.broken:
            sys.stdout.write(f"What each law asks stands in {MEANT[self.contract]}.\n")
        return int(self.broken > 0)
