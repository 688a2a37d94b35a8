"""Every metric provider that kimcore brings keeps the contract: none is left out of it."""

from importlib import import_module
from pathlib import Path

from kimcore.plugins import MetricProviderDescriptor, PluginHost
from kimcore.testing import MetricProviderContract

BY_HAND = {"manual"}
"""Providers that plan no call, so that there is nothing to try."""


def test_every_provider_is_tried_in_a_scene() -> None:
    """Each provider by its name is the `provider` of a class of tests in this folder that inherits the contract."""
    offered = {d.name for d in PluginHost(allow={"kimcore"}).descriptors(MetricProviderDescriptor)}
    tried = {laws.made().name for laws in classes_of_tests()}
    assert offered - BY_HAND - tried == set()


def classes_of_tests() -> set[type[MetricProviderContract]]:
    """Return the classes in the test modules of this folder that inherit the contract."""
    modules = [import_module(f"tests.metrics.{file.stem}") for file in sorted(Path(__file__).parent.glob("test_*.py"))]
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    return {kind for kind in found if issubclass(kind, MetricProviderContract) and hasattr(kind, "provider")}
