"""`kimcore link`."""

import sys
from collections.abc import Iterable, Iterator

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.output import show_document, show_table
from kimcore.cli.settings import Settings
from kimcore.links import ContentLink, content_link
from kimcore.metrics import HttpTransport, resolved
from kimcore.reports.columns import columns
from kimcore.tables import Cell, Table
from kimcore.terms import Language, Term, Text

__all__ = ["verb"]

TEXT = Text(
    "Kenali tautan konten tanpa membukanya: platform, jenis, akun, kode konten, dan bentuk bakunya. "
    "URL - membaca dari masukan baku, satu tautan per baris. Dengan --resolve, tautan pendek ditanyakan.",
    "Tell what a content link is without opening it: platform, kind, account, content id, canonical form. "
    "The URL - reads standard input, one link a line. With --resolve, short links are asked for.",
)
COLUMNS = columns(
    ("text", "Tautan", "Link", 40),
    ("state", "Keadaan", "State", 16),
    ("platform", "Platform", "Platform", 12),
    ("kind", "Jenis", "Kind", 16),
    ("account", "Akun", "Account", 20),
    ("content_id", "Kode konten", "Content id", 24),
    ("canonical", "Bentuk baku", "Canonical form", 40),
    ("reason", "Alasan", "Reason", 40),
)
TITLE = Text("Tautan konten", "Content links")
STDIN = "-"


RESOLVE = Option(
    ["--resolve"],
    is_flag=True,
    text=Text(
        "tanyakan tujuan tautan pendek, pada layanan yang dikenal", "ask where short links lead, at known services"
    ),
)


@command("link", TEXT, Argument(["urls"], nargs=-1, required=True, metavar="URL..."), RESOLVE)
def verb(settings: Settings, urls: tuple[str, ...], resolve: bool) -> None:
    """Print what each link is; nothing is opened, and only short links are asked for where that is wanted."""
    found = [(text, content_link(text)) for text in texts(urls)]
    if resolve and any(link.needs_resolving for _, link in found):
        with HttpTransport() as transport:
            found = [(text, resolved(link, transport)) for text, link in found]
    if settings.format == "json":
        head = {"format": "kimcore.link.v1", "office": None, "on": None, "rulebook": None}
        show_document(head | {"links": [as_dict(text, link, settings.lang) for text, link in found]})
        return
    rows = tuple(row(text, link) for text, link in found)
    keys = ("text", "state", "platform", "kind", "content_id", "account", "reason")
    show_table(settings, Table(key="links", name=TITLE, title=TITLE, columns=COLUMNS, rows=rows), keys)


def texts(urls: Iterable[str]) -> Iterator[str]:
    """Yield the texts to read; `-` stands for the lines of standard input that are not blank."""
    for url in urls:
        if url == STDIN:
            lines = (line.decode("utf-8", "replace").strip() for line in sys.stdin.buffer)
            yield from filter(None, lines)
        else:
            yield url


def row(text: str, link: ContentLink) -> tuple[Cell, ...]:
    """Return a link as cells."""
    said = (link.account, link.content_id, link.canonical)
    return (text, link.state, link.platform, link.kind, *said, link.reason)


def as_dict(text: str, link: ContentLink, language: Language) -> dict[str, object]:
    """Return a link as plain data, with the text that was given."""
    return {
        "text": text,
        "state": link.state.code,
        "platform": link.platform.code if isinstance(link.platform, Term) else link.platform,
        "kind": link.kind.code if link.kind else None,
        "account": link.account,
        "content_id": link.content_id,
        "canonical": link.canonical,
        "needs_resolving": link.needs_resolving,
        "reason": link.reason.say(language),
    }
