"""The repository as the tests walk it: modules with their syntax trees, layers, functions and public names."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
Function = ast.FunctionDef | ast.AsyncFunctionDef


class Module(NamedTuple):
    """A module of src: its dotted name, file, text and syntax tree."""

    name: str
    file: Path
    text: str
    tree: ast.Module

    @property
    def door(self) -> str:
        """The name directly under the package: `community` for `kimcore.community.board`."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def exported(self) -> list[str] | None:
        """The names in `__all__`, or None where the module has none."""
        for node in self.tree.body:
            if "__all__" in targets(node):
                value = getattr(node, "value", None)
                return [str(name) for name in ast.literal_eval(value)] if value else None
        return None


def targets(node: ast.stmt) -> list[str]:
    """Return the names that a statement assigns."""
    found = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return [part.id for t in found if t for part in ast.walk(t) if isinstance(part, ast.Name)]


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of both packages."""
    return tuple(read(file) for file in sorted(SRC.rglob("*.py")))


def read(file: Path) -> Module:
    """Return the module of a file."""
    parts = file.relative_to(SRC).with_suffix("").parts
    text = file.read_text("utf-8")
    return Module(".".join(p for p in parts if p != "__init__"), file, text, ast.parse(text))


def functions(module: Module) -> Iterator[Function]:
    """Yield every function and method of a module."""
    yield from (n for n in ast.walk(module.tree) if isinstance(n, Function))


def length(function: Function) -> int:
    """Return the number of lines of a function, its docstring included, its decorators not."""
    return (function.end_lineno or 0) - function.lineno + 1


@cache
def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def contract(start: str) -> dict[str, Any]:
    """Return the import-linter contract whose name begins so."""
    contracts: list[dict[str, Any]] = project()["tool"]["importlinter"]["contracts"]
    (found,) = (c for c in contracts if c["name"].startswith(start))
    return found


def domain() -> set[str]:
    """Return the names under kimcore of every layer from `assessment` down, whether or not they exist yet."""
    layers = contract("Layers")["layers"]
    names = [[name.strip(" ()") for name in layer.split("|")] for layer in layers]
    first = next(i for i, layer in enumerate(names) if "assessment" in layer)
    return {name for layer in names[first:] for name in layer}


def domain_modules() -> list[Module]:
    """Return the modules of the domain."""
    below = domain()
    return [m for m in modules() if m.name.startswith("kimcore.") and m.door in below]
