"""Sizes, names and docstrings of what stands in src."""

import ast
from statistics import median

import pytest

from tests.repository.tree import Module, functions, length, modules, targets

VAGUE = {"utils", "helpers", "common", "core", "util", "helper", "misc"}
EACH = pytest.mark.parametrize("module", modules(), ids=lambda m: m.name)


@EACH
def test_a_module_has_at_most_300_lines(module: Module) -> None:
    """A module longer than 300 lines is to be split by noun."""
    assert len(module.text.splitlines()) <= 300


@EACH
def test_a_function_has_at_most_40_lines(module: Module) -> None:
    """A function longer than 40 lines does more than one thing."""
    assert [f"{f.name}: {length(f)}" for f in functions(module) if length(f) > 40] == []


def test_the_median_function_is_shorter_than_ten_lines() -> None:
    """Half of the functions have fewer than ten lines, docstrings included."""
    assert median(length(f) for m in modules() for f in functions(m)) < 10


@EACH
def test_a_module_is_named_by_what_it_holds(module: Module) -> None:
    """No module or package is called utils, helpers, common or core."""
    assert VAGUE.isdisjoint(module.name.split("."))


@EACH
def test_a_module_has_a_docstring_and_a_sorted_all(module: Module) -> None:
    """Every module says what it is and which names are public; a package without code needs no list."""
    assert ast.get_docstring(module.tree)
    if len(module.tree.body) > 1:
        assert module.exported is not None
        assert len(module.exported) == len(set(module.exported))


@EACH
def test_an_exported_name_is_bound(module: Module) -> None:
    """Every name in `__all__` is defined, imported, assigned, or served by a module `__getattr__`."""
    defined = set(bound(module))
    assert "__getattr__" in defined or set(module.exported or ()) <= defined


@EACH
def test_a_public_name_has_a_docstring(module: Module) -> None:
    """Public functions and classes and their public methods are documented where they stand."""
    assert undocumented(module) == []


@EACH
def test_a_domain_name_has_no_leading_underscore(module: Module) -> None:
    """The module name is the vocabulary: module-level names do not begin with an underscore."""
    names = [n for n in bound(module) if n.startswith("_") and not n.startswith("__")]
    assert names == []


def bound(module: Module) -> list[str]:
    """Return the names that a module binds at its top level, also under a condition."""
    body = module.tree.body
    kept = body + [s for node in body if isinstance(node, ast.If | ast.Try) for s in node.body]
    definitions = [s.name for s in kept if isinstance(s, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)]
    imports = [a.asname or a.name for s in kept if isinstance(s, ast.Import | ast.ImportFrom) for a in s.names]
    return definitions + imports + [name for s in kept for name in targets(s)]


def undocumented(module: Module) -> list[str]:
    """Return the public functions, classes and methods of a module that lack a docstring."""
    public = set(module.exported or ())
    kinds = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    bare = [n.name for n in module.tree.body if isinstance(n, kinds) and n.name in public and not ast.get_docstring(n)]
    return bare + methods_without(module, public)


def methods_without(module: Module, public: set[str]) -> list[str]:
    """Return the public methods of public classes that lack a docstring; overloads need none."""
    classes = [c for c in module.tree.body if isinstance(c, ast.ClassDef) and c.name in public]
    return [
        f"{c.name}.{m.name}"
        for c in classes
        for m in c.body
        if isinstance(m, ast.FunctionDef | ast.AsyncFunctionDef)
        and not m.name.startswith("_")
        and not ast.get_docstring(m)
        and "overload" not in [ast.unparse(d) for d in m.decorator_list]
    ]
