"""Every error code has its page: what happened, why, and the remedy."""

import importlib.util
from types import ModuleType

import pytest

from kimcore.intake.refusals import REFUSALS
from kimcore_plugins.storage.sql import failures as sql_failures
from kimcore_plugins.storage.sqlite import failures
from tests.repository.tree import ROOT, modules


@pytest.fixture(scope="module")
def codes() -> ModuleType:
    """Return the module of the documentation that reads the codes."""
    spec = importlib.util.spec_from_file_location("kimcore_error_codes", ROOT / "docs" / "extensions" / "codes.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_code_that_is_raised_has_an_entry(codes: ModuleType) -> None:
    """Add what is listed here to docs/reference/errors.toml."""
    names = failures.NAMES.strip().splitlines() + sql_failures.NAMES.strip().splitlines()
    tables = {line.split("|")[1] for line in names} | set(failures.REFUSALS) | set(sql_failures.REFUSALS)
    raised = {code for code, *_ in codes.raised()} | set(REFUSALS) | tables
    assert raised - set(codes.catalogue()) == set()


def test_every_entry_is_of_a_code_in_the_sources(codes: ModuleType) -> None:
    """An entry of a code that is no more is to be removed; those of plug-ins end in the state of the plug-in."""
    text = "\n".join(m.text for m in modules())
    states = {"plugin_failed", "plugin_incompatible"}
    assert [code for code in codes.catalogue() if code not in text and code not in states] == []


def test_every_entry_says_what_happened_why_and_the_remedy(codes: ModuleType) -> None:
    """Each a sentence or more."""
    for entry in codes.catalogue().values():
        assert list(entry) == ["what", "why", "remedy"]
        assert all(text.endswith(".") for text in entry.values())
