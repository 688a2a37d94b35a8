"""Parts of pages that are made from the code: glossary, clauses, and the reference of the packages."""

import csv
import importlib
import json
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import stringify_annotation

import kimcore
from kimcore.clauses import catalogue
from kimcore.terms import Term

SRC = Path(kimcore.__file__).parents[1]
STATUS = {"done": "done", "partly": "partly", "planned": "planned", "host": "embedding application"}


def modules() -> Iterator[str]:
    """Yield the name of every module of kimcore that can be imported without a test library."""
    for found in pkgutil.walk_packages(kimcore.__path__, "kimcore."):
        if not found.name.startswith(("kimcore.testing", "kimcore.__main__", "kimcore.cli")):
            yield found.name


def terms() -> dict[type[Term], str]:
    """Return every Term that has members, with the module that defines it."""
    found = {}
    for name in modules():
        for value in vars(importlib.import_module(name)).values():
            if isinstance(value, type) and issubclass(value, Term) and value.__module__ == name and len(value):
                found[value] = name
    return found


def table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a Markdown table."""
    lines = [list(headings), *map(list, rows)]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def first_line(text: str | None) -> str:
    """Return the first paragraph of a docstring on one line."""
    return " ".join((text or "").strip().split("\n\n")[0].split())


def glossary() -> str:
    """Return each Indonesian term with its identifier and its English label, by class."""
    parts = []
    for term, module in sorted(terms().items(), key=lambda item: item[0].__name__):
        rows = [[m.say("id"), m.say("en"), f"`{term.__name__}.{m.name}`", f"`{m.code}`"] for m in term]
        parts += [f"## {term.__name__}", f"{first_line(term.__doc__)} (`{module}`)"]
        parts += [table(["Indonesian", "English", "identifier", "code"], rows)]
    return "\n\n".join(parts)


def clauses() -> str:
    """Return the catalogue with what each clause asks and how far it is carried out."""
    data = files("kimcore") / "data"
    asked = csv.DictReader((data / "clauses.csv").read_text("utf-8").splitlines())
    needs = {row["id"]: row["requirement"] for row in asked}
    trace = json.loads((data / "trace.json").read_text("utf-8"))["clauses"]
    parts = []
    for chapter in dict.fromkeys(id.partition(".")[0] for id in catalogue()):
        inside = [c for c in catalogue().values() if c.id.partition(".")[0] == chapter]
        rows = [[f"`{c.id}`", c.where, c.term, needs[c.id], status(trace[c.id])] for c in inside]
        parts += [f"## Chapter {chapter}", table(["id", "where", "term", "what it asks", "status"], rows)]
    return "\n\n".join(parts)


def status(entry: dict[str, Any]) -> str:
    """Return the status of a clause with the numbers of its places and the reason where there is one."""
    counts = f" ({len(entry['code'])} in code, {len(entry['tests'])} tests)" if entry["code"] or entry["tests"] else ""
    reason = f": {entry['reason']['en']}" if entry["reason"] else ""
    return STATUS[entry["status"]] + counts + reason


def packages() -> str:
    """Return the reference of every module and package directly under kimcore, from their docstrings."""
    names = [m.name for m in pkgutil.iter_modules(kimcore.__path__) if m.name not in {"__main__", "cli", "testing"}]
    parts = []
    for name in names:
        is_package = hasattr(importlib.import_module(f"kimcore.{name}"), "__path__")
        options = "   :imported-members:\n" * is_package + "   :show-inheritance:\n" * (name == "errors")
        parts.append(f"## kimcore.{name}\n\n```{{eval-rst}}\n.. automodule:: kimcore.{name}\n{options}\n```")
    return "\n\n".join(parts)


def literal(app: Sphinx, what: str, name: str, obj: object, options: object, lines: list[str]) -> None:
    """Make docstrings, which are plain text with code in single backticks, safe as reStructuredText."""
    for number, line in enumerate(lines):
        parts = line.split("`")
        if len(parts) % 2:
            plain = [re.sub(r"([*|\\]|_\b)", r"\\\1", p) for p in parts[::2]]
            code = [f"``{p}``" if p else "" for p in parts[1::2]]
            lines[number] = "".join(p + c for p, c in zip(plain, [*code, ""], strict=True))
    if isinstance(obj, type):
        lines += [*members(obj), ""]


def members(kind: type) -> list[str]:
    """Return a list of the fields of an attrs class, with types and clauses, or of the members of a Term."""
    if issubclass(kind, Term):
        return [f"* ``{m.name}``: {m.say('id')} ({m.say('en')})" for m in kind]
    if not attrs.has(kind):
        return []
    return [
        f"* ``{f.name}``: ``{stringify_annotation(f.type, 'smart').replace('~', '')}``"
        + (f", {f.metadata['clause']}" if f.metadata.get("clause") else "")
        for f in attrs.fields(kind)
    ]


def directive(make: Callable[[], str]) -> type[SphinxDirective]:
    """Return a directive that stands for the Markdown that a function makes."""

    class Generated(SphinxDirective):
        """A part of a page made from the code."""

        def run(self) -> list[nodes.Node]:
            """Return the nodes of the text."""
            return self.parse_text_to_nodes(make(), allow_section_headings=True)

    return Generated


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    named = {"glossary-of-terms": glossary, "clauses": clauses, "packages": packages}
    for name, make in named.items():
        app.add_directive(name, directive(make))
    app.connect("autodoc-process-docstring", literal)
    return {"version": "1", "parallel_read_safe": False}
