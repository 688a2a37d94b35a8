"""The hook API as text: its version, hooks, descriptors, and the methods and records of the ports.

python -m tests.plugins.hook_api    write tests/golden/hook_api.txt anew
"""

import ast
from collections.abc import Iterator

from kimcore import ports
from kimcore.plugins import HOOK_API, descriptors, specs
from tests.repository.tree import ROOT, SRC, Module, read

GOLDEN = ROOT / "tests" / "golden" / "hook_api.txt"
PUBLIC = {*specs.__all__, *descriptors.__all__, *ports.__all__}
FILES = ("plugins/specs.py", "plugins/descriptors.py", "ports/[!_]*.py")


def listing() -> str:
    """Return the hook API as the text of the golden file; docstrings and bodies are no part of it."""
    parts = [read(file) for pattern in FILES for file in sorted((SRC / "kimcore").glob(pattern))]
    version = ".".join(map(str, HOOK_API))
    return "".join(f"{line}\n" for line in (f"hook API {version}", *(x for m in parts for x in lines_of(m))))


def lines_of(module: Module) -> Iterator[str]:
    """Yield the public functions and classes of a module, each with what its signature says."""
    public = [n for n in module.tree.body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name in PUBLIC]
    yield from [f"\n{module.name}"] if public else ()
    for node in public:
        if isinstance(node, ast.FunctionDef):
            yield f"  {signature(node)}"
        else:
            yield f"  class {node.name}({', '.join(map(ast.unparse, node.bases))})"
            yield from (f"    {line}" for member in node.body for line in member_of(member))


def member_of(node: ast.stmt) -> Iterator[str]:
    """Yield a public field, method or member of a class."""
    match node:
        case ast.FunctionDef(name=name) if not name.startswith("_"):
            kind = "property " if "property" in map(ast.unparse, node.decorator_list) else ""
            yield kind + signature(node)
        case ast.AnnAssign():
            optional = node.value is not None and has_default(node.value)
            yield f"{ast.unparse(node.target)}: {ast.unparse(node.annotation)}{' = …' if optional else ''}"
        case ast.Assign():
            yield ast.unparse(node)


def has_default(value: ast.expr) -> bool:
    """Tell whether a field may be left out: it has a value, or `field(...)` has a default or a factory."""
    if isinstance(value, ast.Call) and ast.unparse(value.func) == "field":
        return any(k.arg in {"default", "factory"} for k in value.keywords)
    return True


def signature(node: ast.FunctionDef) -> str:
    """Return a function as `name(parameters) -> what`."""
    returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
    return f"{node.name}({ast.unparse(node.args)}){returns}"


if __name__ == "__main__":
    GOLDEN.write_text(listing(), "utf-8", newline="\n")
