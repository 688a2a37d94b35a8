"""Parts of pages that are made from the code: commands, sheets, codes of problems, rules, facts, laws of storage."""

from functools import partial
from typing import Any

import click
from attrs import fields
from generated import directive, first_line, table
from sphinx.application import Sphinx

from kimcore.cli import kimcore as group
from kimcore.cli.commands import Option
from kimcore.factsheet import Facts, column_of
from kimcore.intake import MESSAGES, SHEETS, WORK_SHEETS
from kimcore.intake.form import note
from kimcore.monitoring import YARDSTICKS
from kimcore.rulebooks import rulebook
from kimcore.rules import facts_read
from kimcore.testing import MetricProviderContract, StorageContract


def commands() -> str:
    """Return each command with its usage, what it does, and its own options."""
    ctx = click.Context(group, info_name="kimcore", obj="en")
    parts = ["## Options of every command", options(group.params)]
    for name in group.list_commands(ctx):
        verb = group.get_command(ctx, name)
        if verb is None:
            continue
        inner = click.Context(verb, info_name=f"kimcore {name}", parent=ctx)
        usage = " ".join(verb.collect_usage_pieces(inner)[1:])
        own = [p for p in verb.params if p.name not in {c.name for c in group.params}]
        text = verb.text.say("en").replace("\b\n", "")  # type: ignore[attr-defined]
        parts += [f"## kimcore {name}", f"```\nkimcore {name} [OPTIONS] {usage}\n```", text.replace("\n", "  \n")]
        parts += [options(own)] if any(isinstance(p, Option) for p in own) else []
    return "\n\n".join(parts)


def options(params: list[click.Parameter]) -> str:
    """Return a table of options with their help."""
    rows = [
        ["`" + ", ".join(p.opts) + (f" {p.metavar}" if p.metavar else "") + "`", choices(p), p.text.say("en")]
        for p in params
        if isinstance(p, Option)
    ]
    return table(["option", "values", "what it does"], rows)


def choices(param: click.Parameter) -> str:
    """Return the values that an option takes, where they are few."""
    return ", ".join(map(str, param.type.choices)) if isinstance(param.type, click.Choice) else ""


def sheets() -> str:
    """Return each sheet of the register with its columns, other headings that are read, and a note."""
    parts = []
    for sheet in (*SHEETS, *WORK_SHEETS):
        rows = [[c.heading, ", ".join(c.aliases), note(sheet, c).en.replace("\n", " ")] for c in sheet.columns]
        head = ["heading", "also read", "what belongs there"]
        parts += [f"## {sheet.name}", f"From {sheet.clause}.", table(head, rows)]
    return "\n\n".join(parts)


def problem_codes() -> str:
    """Return each code of a problem with its severity, message and remedy."""
    parts: list[str] = []
    for (code, severity), found in sorted(MESSAGES.items(), key=lambda item: (item[0][0], item[0][1].code)):
        heading = f"## {code}"
        parts += [] if heading in parts else [heading]
        parts.append(f"*{severity.say('en')}*: {found.text.say('en')} {found.remedy.say('en')}")
    return "\n\n".join(parts)


def rules() -> str:
    """Return the rules of the rulebook with their clause, readings and columns."""
    book = rulebook()
    rows = [
        [f"`{r.id}`", r.group.say("en"), r.clause.term, ", ".join(r.readings), ", ".join(columns(facts_read(r.when)))]
        for r in book
    ]
    return table(["clause", "group", "condition or ground", "readings", "columns read"], rows)


def parameters() -> str:
    """Return the parameters of the rulebook, each value with its first day and source."""
    settings = rulebook().settings
    rows = [[s.name, f"{v.value} {s.unit.en}", v.since.isoformat(), v.source] for s in settings for v in s.values]
    return table(["parameter", "value", "since", "source"], rows)


def measures() -> str:
    """Return each measure of Tabel 5.1 with its kind, unit and definition."""
    rows = [[f"`{y.key}`", y.kind.say("en"), y.label.en, y.unit.en, y.definition.en] for y in YARDSTICKS]
    return table(["measure", "kind", "label", "unit", "how it is counted"], rows)


def columns(names: tuple[str, ...]) -> list[str]:
    """Return the headings of facts, each once."""
    return list(dict.fromkeys(column_of(name) for name in names))


def facts() -> str:
    """Return each fact with its type, its column, its clause and its class of personal data."""
    rows = [
        [f"`{f.name}`", kind(f.type), f.metadata["column"], f.metadata["clause"], f.metadata["privacy"].value]
        for f in fields(Facts)
    ]
    return table(["fact", "type", "column", "clause", "personal data"], rows)


def kind(found: object) -> str:
    """Return a type in short words."""
    text = getattr(found, "__name__", str(found)) if isinstance(found, type) else str(found)
    return text.replace("datetime.", "").replace("tuple[date, ...]", "dates")


def laws(*parts_of: type) -> str:
    """Return each test of the parts of a contract with its law, by what it is about."""
    parts = []
    for part in parts_of:
        rows = [[f"`{name}`", law.__doc__ or ""] for name, law in vars(part).items() if name.startswith("test_")]
        parts += [f"## {first_line(part.__doc__)}", table(["test", "law"], rows)] if rows else []
    return "\n\n".join(parts)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the directives."""
    named = {
        "commands": commands,
        "register-sheets": sheets,
        "problem-codes": problem_codes,
        "measures": measures,
        "rules-of-the-rulebook": rules,
        "storage-laws": partial(laws, *StorageContract.__bases__),
        "metric-laws": partial(laws, *MetricProviderContract.__bases__[::-1]),
    }
    for name, make in {**named, "facts": facts, "rule-parameters": parameters}.items():
        app.add_directive(name, directive(make))
    return {"version": "1", "parallel_read_safe": False}
