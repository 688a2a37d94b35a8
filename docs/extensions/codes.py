"""The error codes that the sources raise, with their messages, and what the catalogue says about each."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import kimcore.rules  # noqa: F401  (it defines errors of its own)
from kimcore.errors import KimError

__all__ = ["catalogue", "raised"]

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "docs" / "reference" / "errors.toml"


def catalogue() -> dict[str, dict[str, str]]:
    """Return what happened, why, and the remedy, by code."""
    return tomllib.loads(CATALOGUE.read_text("utf-8"))


def kinds_of(base: type) -> set[type]:
    """Return a class and all that derive from it."""
    return {base}.union(*(kinds_of(kind) for kind in base.__subclasses__()))


def raised() -> Iterator[tuple[str, str, str, str]]:
    """Yield code, class, English and Indonesian message of every error whose code is written out in the sources."""
    known = {kind.__name__ for kind in kinds_of(KimError)}
    for file in sorted((ROOT / "src").glob("kimcore*/**/*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in known:
                said = [message(a) for a in call.args[:3]]
                if said and re.fullmatch(r"[a-z0-9_]+", said[0]):
                    yield said[0], call.func.id, *[*said[1:], "", ""][:2]


def message(node: ast.expr) -> str:
    """Return a string as it is written, with `…` for what is filled in."""
    if isinstance(node, ast.Constant):
        return re.sub(r"\{\w+\}", "…", str(node.value))
    if isinstance(node, ast.JoinedStr):
        return "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in node.values)
    return "…"
