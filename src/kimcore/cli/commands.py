"""Commands: click's classes with help in two languages, and options that stand before and after a command."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from importlib import import_module
from typing import Any

import click

from kimcore.cli.settings import language_in, settle
from kimcore.terms import Language, Text

__all__ = ["Argument", "Command", "Day", "Option", "Verbs", "command", "spoken"]


def spoken(ctx: click.Context) -> Language:
    """Return the language of help, read from the arguments before they were parsed."""
    return "en" if ctx.find_root().obj == "en" else "id"


class Option(click.Option):
    """An option whose help is said in the language asked for."""

    def __init__(self, *names: Any, text: Text, **more: Any) -> None:
        super().__init__(*names, help=text.en, **more)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the record in the language asked for."""
        self.help = self.text.say(spoken(ctx))
        return super().get_help_record(ctx)


class Argument(click.Argument):
    """An argument; what it is stands in the help text of its command."""


class Day(click.ParamType):
    """A date, as an officer writes one: 2026-11-24, 24/11/2026, 24 November 2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or fail with what is expected."""
        if isinstance(value, date):
            return value
        from kimcore.intake.dates import day

        found, code = day(str(value))
        if found is None or code:
            self.fail(f"{value!r}: 2026-11-24, 24/11/2026, 24 November 2026", param, ctx)
        return found


def common() -> list[click.Parameter]:
    """Return the options that every command takes, before and after it."""
    return [
        Option(["--store"], metavar="URL", text=Text("tempat data [sqlite:///kimcore.db]", "where the data are [sqlite:///kimcore.db]")),
        Option(["--office"], metavar="CODE", text=Text("kode kantor, misalnya 99.01", "code of the office, such as 99.01")),
        Option(["--rulebook"], metavar="NAME", text=Text("himpunan aturan [juknis-2022]", "rulebook [juknis-2022]")),
        Option(["--on"], type=Day(), metavar="DATE", text=Text("tanggal penilaian [hari ini]", "date of the rule [today]")),
        Option(["--lang"], type=click.Choice(["id", "en"]), text=Text("bahasa keluaran [id]", "language [id]")),
        Option(["--format"], type=click.Choice(["text", "json", "csv"]), text=Text("bentuk keluaran [text]", "form of output [text]")),
        Option(["--config"], metavar="FILE", text=Text("berkas pengaturan [kimcore.toml]", "settings file [kimcore.toml]")),
    ]  # fmt: skip


COMMON = {"store", "office", "rulebook", "on", "lang", "format", "config"}


class Command(click.Command):
    """A command whose help is said in the language asked for; it takes the common options too."""

    def __init__(self, *args: Any, text: Text, **more: Any) -> None:
        super().__init__(*args, **more)
        self.text = text
        self.params += common()

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text in the language asked for."""
        self.help = self.text.say(spoken(ctx))
        super().format_help_text(ctx, formatter)


class Verbs(click.Group):
    """The group of all commands; the module of a command is imported when it is called, not to list it."""

    def __init__(self, *args: Any, verbs: dict[str, tuple[str, Text]], text: Text, **more: Any) -> None:
        super().__init__(*args, **more)
        self.verbs, self.text = verbs, text
        self.params += common()

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run; the language is read first, since help needs it before the options are parsed."""
        given = list(sys.argv[1:] if args is None else args)
        return super().main(given, *more, **{"obj": language_in(given)} | extra)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of the work."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, importing its module."""
        if cmd_name not in self.verbs:
            return None
        found: click.Command = import_module(f"kimcore.cli.{self.verbs[cmd_name][0]}").verb
        return found

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text in the language asked for."""
        self.help = self.text.say(spoken(ctx))
        super().format_help_text(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing their modules."""
        rows = [(name, text.say(spoken(ctx))) for name, (_, text) in self.verbs.items()]
        with formatter.section(Text("Perintah", "Commands").say(spoken(ctx))):
            formatter.write_dl(rows)


def command(name: str, text: Text, *params: click.Parameter) -> Callable[[Callable[..., int | None]], Command]:
    """Make a command of a function: its settings come first, its own parameters by name; it returns an exit code."""

    def decorate(function: Callable[..., int | None]) -> Command:
        @wraps(function)
        def callback(**given: Any) -> None:
            ctx = click.get_current_context()
            before = ctx.parent.params if ctx.parent else {}
            after = {key: given.pop(key) for key in COMMON}
            ctx.exit(function(settle(before, after), **given) or 0)

        return Command(name, callback=callback, params=list(params), text=text)

    return decorate
