"""The domain is a function of its arguments: it reads no clock, file, environment or network."""

import ast

import pytest

from tests.repository.tree import Module, contract, domain, domain_modules

WORLD = {
    "asyncio", "glob", "http", "importlib", "io", "locale", "logging", "multiprocessing", "os", "pathlib", "platform",
    "random", "secrets", "select", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile",
    "threading", "time", "urllib", "uuid", "zoneinfo",
}  # fmt: skip
LIBRARIES = set(contract("The domain")["forbidden_modules"])
CLOCK = {"today", "now", "utcnow", "fromtimestamp", "localtime", "gmtime"}
BUILTINS = {"open", "input", "print", "breakpoint", "__import__"}
EACH = pytest.mark.parametrize("module", domain_modules(), ids=lambda m: m.name)


@EACH
def test_the_domain_imports_nothing_of_the_world(module: Module) -> None:
    """No module that reaches files, clocks, processes or the network, and no library of an extra, is imported."""
    assert set(imported(module)) & (WORLD | LIBRARIES) == set()


@EACH
def test_the_domain_calls_nothing_of_the_world(module: Module) -> None:
    """No call reads a clock or a file, or writes to the screen."""
    calls = [n.func for n in ast.walk(module.tree) if isinstance(n, ast.Call)]
    reads = [f.attr for f in calls if isinstance(f, ast.Attribute) and f.attr in CLOCK]
    assert reads + [f.id for f in calls if isinstance(f, ast.Name) and f.id in BUILTINS] == []


def test_the_contract_lists_every_module_of_the_domain() -> None:
    """The import-linter contract on the domain names each module or package from `assessment` down that exists."""
    listed = set(contract("The domain")["source_modules"])
    assert listed == {f"kimcore.{m.door}" for m in domain_modules()}
    assert listed <= {f"kimcore.{name}" for name in domain()}


def imported(module: Module) -> list[str]:
    """Return the top-level packages that a module imports, anywhere in it."""
    nodes = list(ast.walk(module.tree))
    plain = [a.name for n in nodes if isinstance(n, ast.Import) for a in n.names]
    return [n.partition(".")[0] for n in plain + [n.module or "" for n in nodes if isinstance(n, ast.ImportFrom)]]
