"""Each kind of adapter: how it is chosen, opened, and checked against its port."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import define

from kimcore.errors import InvalidValue, MissingExtra, NotFound, PluginError, Unreadable
from kimcore.factsheet import facts
from kimcore.plugins import (
    CompilerDescriptor,
    Descriptor,
    MetricProviderDescriptor,
    ObserverDescriptor,
    PluginHost,
    PluginState,
    RegionDirectoryDescriptor,
    ReportWriterDescriptor,
    RulebookDescriptor,
    ScorerDescriptor,
    StorageDescriptor,
)
from kimcore.rulebooks import JUKNIS_2022, rulebook
from kimcore.testing import a_kim
from tests.plugins.odd import Offering, a_host_with, descriptor_of

OPENERS: dict[type[Descriptor], Callable[[PluginHost], object]] = {
    StorageDescriptor: lambda host: host.open_storage("odd:x"),
    ReportWriterDescriptor: lambda host: host.report_writer("odd"),
    MetricProviderDescriptor: lambda host: host.metric_provider("odd"),
    RegionDirectoryDescriptor: lambda host: host.region_directory("odd"),
    ScorerDescriptor: lambda host: host.scorer("odd"),
    RulebookDescriptor: lambda host: host.rulebook("odd"),
    CompilerDescriptor: lambda host: host.compiler("odd"),
}
LACKING = {
    StorageDescriptor: "capabilities, close, migrate, plan_migration, unit_of_work, verify",
    ReportWriterDescriptor: "write",
    MetricProviderDescriptor: "access, hosts, name, needs, parse, plan, platform, supports",
    RegionDirectoryDescriptor: "below, edition, name_of",
    ScorerDescriptor: "score",
    RulebookDescriptor: "as_of, base, ",
    CompilerDescriptor: "compile",
}
EACH = pytest.mark.parametrize("kind", OPENERS)


def raising(error: Exception) -> Callable[..., Any]:
    """Return a factory that fails."""

    def factory(*arguments: object) -> object:
        raise error

    return factory


def taking_anything(*arguments: object) -> object:
    """Return an adapter that has nothing."""
    return object()


@EACH
def test_what_lacks_part_of_its_port_is_refused(kind: type[Descriptor]) -> None:
    """An adapter of any kind is checked when it is opened; every member that it lacks is named."""
    host = a_host_with(descriptor_of(kind, taking_anything))
    with pytest.raises(PluginError, match=LACKING[kind]) as caught:
        OPENERS[kind](host)
    assert caught.value.code == "adapter_incomplete"


@EACH
def test_a_factory_that_fails_is_a_typed_error(kind: type[Descriptor]) -> None:
    """Its error is told with the name of the adapter and the remedy; no other kind of error comes out."""
    host = a_host_with(descriptor_of(kind, raising(ZeroDivisionError("by none"))))
    with pytest.raises(PluginError, match="odd does not open: ZeroDivisionError: by none; update or block") as caught:
        OPENERS[kind](host)
    assert caught.value.code == "adapter_failed"
    assert "blokir" in caught.value.say("id")


@EACH
def test_an_error_of_kimcore_passes(kind: type[Descriptor]) -> None:
    """A factory that refuses what it is given, in kimcore's own words, is heard as it is."""
    refusal = Unreadable("regions_unreadable", "no such file")
    with pytest.raises(Unreadable, match="no such file"):
        OPENERS[kind](a_host_with(descriptor_of(kind, raising(refusal))))


@EACH
def test_a_library_that_is_missing_names_the_extra(kind: type[Descriptor]) -> None:
    """A factory that finds its library missing says what to install, if the descriptor names an extra."""
    missing = raising(ModuleNotFoundError("No module named 'x'", name="x"))
    with pytest.raises(MissingExtra, match=r"pip install 'kimcore\[regions\]'"):
        OPENERS[kind](a_host_with(descriptor_of(kind, missing, extra="regions")))
    with pytest.raises(PluginError, match="does not open"):
        OPENERS[kind](a_host_with(descriptor_of(kind, missing)))


@EACH
def test_an_unknown_name_lists_those_known(kind: type[Descriptor]) -> None:
    """Where no plug-in of the kind has the name, those that there are stand in the error, and who is out of use."""
    schemes = {"schemes": ("even",)} if kind is StorageDescriptor else {}
    host = a_host_with(descriptor_of(kind, object, name="even", **schemes))
    with pytest.raises(NotFound, match="even"):
        OPENERS[kind](host)


def test_a_method_that_is_none_is_lacking() -> None:
    """A member of the right name that cannot be called does not fill the port."""

    class Scorer:
        score = 5

    with pytest.raises(PluginError, match="no Scorer: it lacks score"):
        a_host_with(descriptor_of(ScorerDescriptor, Scorer)).scorer("odd")


class Thorny:
    """A plug-in whose version cannot be read."""

    @property
    def hook_api(self) -> tuple[int, int]:
        """Raise."""
        raise RuntimeError("do not look")


@define
class Equal:
    """A plug-in that equals others of its kind, and so has no hash."""

    name: str = "x"


@pytest.mark.parametrize(("plugin", "error"), [(Thorny(), "do not look"), (Equal(), "unhashable")])
def test_what_cannot_be_kept_apart_is_out(plugin: object, error: str) -> None:
    """An object that cannot be asked for its version or told from others fails alone, and leaves nothing behind."""
    host = PluginHost(entry_points=False)
    row = host.register(plugin, "odd")
    assert (row.state, error in row.error) == (PluginState.FAILED, True)
    host.register(Offering(descriptor_of(RulebookDescriptor, lambda: JUKNIS_2022.derive("odd"))), "fine")
    assert host.rulebook("odd").base == "juknis-2022"


def test_the_plug_ins_out_of_use_are_named_beside() -> None:
    """Whoever asks for the adapter of a plug-in that failed is told of the failure."""
    host = PluginHost(allow={"kimcore", "unfit"})
    host.register(type("Unfit", (), {"hook_api": (9, 0)})(), "unfit")
    for opened in (host.scorer, host.rulebook):
        with pytest.raises(NotFound, match="out of use: unfit: incompatible"):
            opened("odd")


def test_a_writer_of_reports_need_not_write_forms() -> None:
    """A writer that is asked for what it does not do says so."""
    with pytest.raises(PluginError, match="html is no FormWriter: it lacks write_form"):
        PluginHost(allow={"kimcore"}).form_writer("html")


def test_the_compiler_to_python_judges_as_the_rulebook_does(today: date) -> None:
    """The first compiler gives the outcomes of the rulebook itself, by rule, and its source."""
    rules, kim = rulebook().as_of(today), facts(a_kim(), on=today)
    made = PluginHost(allow={"kimcore"}).compiler("python").compile(rules)
    (row,) = made.judge([kim])
    judgement = rules.judge(kim)
    assert list(row) == [rule.id for rule in rules.rules]
    assert row == {f.rule.id: f.outcome.code for f in judgement.explain()}
    assert made.source.startswith("def run(facts):")


def test_a_rulebook_of_a_plug_in() -> None:
    """A plug-in's rulebook is found by name beside kimcore's own, which no plug-in replaces."""
    book = JUKNIS_2022.derive("odd")
    host = a_host_with(descriptor_of(RulebookDescriptor, lambda: book))
    assert host.rulebook("odd") is book
    assert host.rulebook("juknis-2022") is JUKNIS_2022
    assert host.rulebooks() == (JUKNIS_2022, book)
    with pytest.raises(NotFound, match="known: juknis-2022, odd"):
        host.rulebook("even")


def test_a_rulebook_bears_the_name_it_was_asked_by() -> None:
    """A result carries the name of its rulebook: one that bears another is refused, and left out of the list."""
    host = a_host_with(descriptor_of(RulebookDescriptor, lambda: JUKNIS_2022.derive("even")))
    with pytest.raises(PluginError, match="'even'"):
        host.rulebook("odd")
    assert host.rulebooks() == (JUKNIS_2022,)
    (row,) = host.raised()
    assert (row.name, row.state) == ("offering", PluginState.FAILED)
    assert "'even'" in row.error


def test_a_rulebook_of_the_built_in_name_conflicts() -> None:
    """A plug-in that offers a rulebook under kimcore's own name is out, with all that it offers."""
    host = a_host_with(descriptor_of(RulebookDescriptor, object, name="juknis-2022"))
    (row,) = (s for s in host.status() if s.name == "offering")
    assert (row.state, row.error) == (PluginState.CONFLICTING, "kimcore itself has juknis-2022")


def test_observers_are_opened_once() -> None:
    """All observers are opened, each once for a host; one that does not open is noted, and the others are there."""
    made: list[object] = []

    class Observer:
        def __init__(self) -> None:
            made.append(self)

        def decided(self, decision: object) -> None:
            """Take note."""

    one, two = (descriptor_of(ObserverDescriptor, f, name=n) for n, f in {"one": Observer, "two": object}.items())
    host = a_host_with(one, two)
    assert [adapter for _, adapter in host.observers()] == made == [a for _, a in host.observers()]
    assert [row.name for row in host.raised()] == ["offering"]
    with pytest.raises(PluginError, match="offering"):
        a_host_with(two, strict=True).observers()


def test_a_host_as_the_environment_asks() -> None:
    """The lists hold names parted by commas; strict is 0 or 1; without them everything is let in."""
    host = PluginHost.from_env({"KIMCORE_PLUGINS_BLOCK": "xlsx, html,", "KIMCORE_PLUGINS_STRICT": "1"})
    assert {s.name for s in host.status() if s.state is PluginState.BLOCKED} == {"xlsx", "html"}
    assert host.strict
    assert not PluginHost.from_env({"KIMCORE_PLUGINS_STRICT": "1"}, strict=False).strict
    host = PluginHost.from_env({"KIMCORE_PLUGINS_ALLOW": "memory"})
    assert {s.name for s in host.status() if s.state is PluginState.ACTIVE} == {"memory"}
    assert {s.state for s in PluginHost.from_env({"KIMCORE_PLUGINS_ALLOW": ""}).status()} == {PluginState.BLOCKED}
    assert (PluginHost.from_env({}).allow, PluginHost.from_env({}).strict) == (None, False)
    with pytest.raises(InvalidValue, match="KIMCORE_PLUGINS_STRICT is 1 or 0, not 'maybe'"):
        PluginHost.from_env({"KIMCORE_PLUGINS_STRICT": "maybe"})


def test_a_host_reads_no_environment_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only `from_env` looks at the environment."""
    monkeypatch.setenv("KIMCORE_PLUGINS_BLOCK", "kimcore")
    assert any(s.state is PluginState.ACTIVE for s in PluginHost().status())
    assert not any(s.state is PluginState.ACTIVE for s in PluginHost.from_env().status())
