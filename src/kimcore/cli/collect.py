"""`kimcore collect`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from textwrap import wrap
from typing import Any

import click

from kimcore.cli.commands import Day, Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import show
from kimcore.cli.settings import Settings
from kimcore.cli.wording import printable, width
from kimcore.media import Platform
from kimcore.metrics import Budget, read_tokens
from kimcore.results import Collection, Stop
from kimcore.terms import Text
from kimcore.workspace import Progress

__all__ = ["verb"]

TEXT = Text(
    "Ambil angka konten dan pengikut dari platform ke tempat data (Tabel 5.1, 5.3). Yang sudah tercatat hari ini tidak "
    "ditanyakan lagi; yang tidak diberikan platform tetap belum diketahui, tidak pernah 0.\n\n"
    "\b\nToken dalam berkas TOML yang hanya dapat dibaca pemiliknya:\n"
    '  [youtube]\n  token = "…"\n'
    '  [instagram.accounts."kim_anyelir"]\n  token = "…"\n\n'
    "atau KIMCORE_TOKEN_YOUTUBE dan seterusnya. Panggilan berbayar (X) hanya dengan --dollars.",
    "Take figures of contents and audiences from the platforms into the store (Tabel 5.1, 5.3). What is recorded of "
    "today is not asked again; what a platform does not give stays unknown, never 0.\n\n"
    "\b\nTokens stand in a TOML file that only its owner reads:\n"
    '  [youtube]\n  token = "…"\n'
    '  [instagram.accounts."kim_anyelir"]\n  token = "…"\n\n'
    "or in KIMCORE_TOKEN_YOUTUBE and so on. Calls that cost money (X) are made with --dollars alone.",
)


class Dollars(click.ParamType):  # type: ignore[type-arg]
    """An amount of US dollars, not negative."""

    name = "amount"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Return the amount, or fail."""
        try:
            found = Decimal(str(value))
        except InvalidOperation:
            found = Decimal(-1)
        if not found.is_finite() or found < 0:
            self.fail(str(value), param, ctx)
        return found


PARAMS = (
    Option(
        ["--platform", "platforms"],
        multiple=True,
        type=click.Choice([p.code for p in Platform]),
        text=Text("hanya platform ini; boleh beberapa", "this platform alone; may stand several times"),
    ),
    Option(
        ["--since"],
        type=Day(),
        metavar="DATE",
        text=Text("konten yang tayang sejak", "contents shown from this day on"),
    ),
    Option(
        ["--until"], type=Day(), metavar="DATE", text=Text("konten yang tayang sampai", "contents shown up to this day")
    ),
    Option(
        ["--again"],
        is_flag=True,
        text=Text("tanyakan juga yang sudah diketahui hari ini", "ask also what is known of today already"),
    ),
    Option(
        ["--tokens"],
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE.toml",
        envvar="KIMCORE_TOKENS",
        text=Text("berkas token [KIMCORE_TOKENS]", "file of tokens [KIMCORE_TOKENS]"),
    ),
    Option(
        ["--requests"],
        type=click.IntRange(min=0),
        metavar="N",
        text=Text("paling banyak N panggilan", "at most N calls"),
    ),
    Option(
        ["--seconds"],
        type=click.FloatRange(min=0),
        metavar="N",
        text=Text("berhenti setelah N detik; lanjutkan nanti", "stop after N seconds; run again to go on"),
    ),
    Option(
        ["--dollars"],
        type=Dollars(),
        default="0",
        metavar="AMOUNT",
        text=Text("biaya tertinggi dalam US$ [0]", "at most this cost in US$ [0]"),
    ),
)
SHOWN = ("platform", "accounts", "requested", "observed", "hidden", "not_found", "failed", "skipped")
STOPPED = Text(
    "{platform} berhenti pada {account}: {reason}{again}", "{platform} stopped at {account}: {reason}{again}"
)
AGAIN = Text("; lagi mulai {when}", "; again from {when}")
DOING = Text("Mengumpulkan angka", "Collecting figures")


@command("collect", TEXT, *PARAMS)
def verb(
    settings: Settings,
    platforms: tuple[str, ...],
    since: date | None,
    until: date | None,
    **given: Any,
) -> int:
    """Collect, print what became of the figures, and return 1 where any failed."""
    tokens = read_tokens(given["tokens"], os.environ)
    budget = Budget(requests=given["requests"], money=given["dollars"], seconds=given["seconds"])
    with opened(settings) as workspace, told(settings) as progress:
        found = workspace.collect(
            tokens,
            platforms=platforms,
            since=since,
            until=until,
            again=given["again"],
            budget=budget,
            progress=progress,
        )
    show(settings, found, SHOWN)
    if settings.is_for_people:
        explain(settings, found)
    return int(found.has_failed)


def explain(settings: Settings, found: Collection) -> None:
    """Say why figures stay unknown, and at which accounts a platform stopped."""
    stops = [reason_of(stop) for stop in found.stops]
    for text in (*found.reasons(), *stops):
        for line in wrap(printable(text.say(settings.lang)), min(width(), 100), subsequent_indent="  "):
            click.echo(line)


def reason_of(stop: Stop) -> Text:
    """Return where and why a platform stopped, and when it may be asked again."""
    again = AGAIN.format(when=f"{stop.retry_at:%Y-%m-%d %H:%M %Z}") if stop.retry_at else Text("", "")
    return STOPPED.format(platform=stop.platform, account=stop.account or "–", reason=stop.reason, again=again)


@contextmanager
def told(settings: Settings) -> Iterator[Progress | None]:
    """Show on stderr how far a collection has come, on a terminal alone."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(DOING.say(settings.lang), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
