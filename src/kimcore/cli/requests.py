"""`kimcore requests`."""

import click

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.protection import RequestKind, RequestOutcome
from kimcore.terms import Text
from kimcore.workspace import Workspace

__all__ = ["verb"]

TEXT = Text(
    "Permintaan orang tentang datanya, masing-masing dengan tenggat 3 × 24 jam sejak diterima (UU 27/2022).\n\n"
    "\b\nlist    daftar (bawaan); yang lewat tenggat ditandai\n"
    "add     catat: --kind, --person; --text, --received bila perlu\n"
    "close   tutup: ID, --outcome; --answer, wajib bila ditolak\n\n"
    "Permintaan hanya dicatat di sini; datanya dibuka dengan person, dihapus dengan erase.",
    "Requests of persons about their data, each due 3 × 24 hours after it was received (Law 27/2022).\n\n"
    "\b\nlist    the queue (default); what is overdue is marked\n"
    "add     record one: --kind, --person; --text, --received where needed\n"
    "close   close one: ID, --outcome; --answer, needed for a refusal\n\n"
    "A request is only kept here; `person` gives the data, `erase` erases them.",
)
ACTION = Argument(["action"], type=click.Choice(["list", "add", "close"]), default="list", required=False)
PARAMS = (
    Argument(["id"], required=False),
    Option(
        ["--kind"], type=click.Choice([k.code for k in RequestKind]), text=Text("apa yang diminta", "what is asked")
    ),
    Option(["--person"], default="", metavar="NAME", text=Text("nama orangnya", "the name of the person")),
    Option(["--text"], default="", text=Text("isi permintaan", "what the person says")),
    Option(
        ["--received"],
        default="",
        metavar="INSTANT",
        text=Text("saat diterima: 2026-11-24T09:00+07:00 [sekarang]", "when it came: 2026-11-24T09:00+07:00 [now]"),
    ),
    Option(["--outcome"], type=click.Choice([o.code for o in RequestOutcome]), text=Text("hasilnya", "how it ended")),
    Option(["--answer"], default="", text=Text("jawaban kepada orangnya", "what the person was told")),
)
NEEDED = {"list": (), "add": ("kind", "person"), "close": ("id", "outcome")}
SHOWN = ("id", "kind", "person", "due", "state", "text", "received")
LATE = Text("{number} permintaan lewat tenggat.", "{number} requests are overdue.")


@command("requests", TEXT, ACTION, *PARAMS)
def verb(settings: Settings, action: str, **given: str | None) -> None:
    """Print the queue, after recording or closing a request where that was asked."""
    lacking = ", ".join("ID" if name == "id" else f"--{name}" for name in NEEDED[action] if not given[name])
    if lacking:
        raise InvalidValue("request_incomplete", f"{action} needs: {lacking}", f"{action} memerlukan: {lacking}")
    with opened(settings) as workspace:
        act(workspace, action, {name: value or "" for name, value in given.items()})
        found = workspace.requests(on=settings.on)
    show(settings, found, SHOWN)
    if settings.is_for_people and found.overdue:
        note(settings, LATE, number=len(found.overdue))


def act(workspace: Workspace, action: str, given: dict[str, str]) -> None:
    """Record or close a request."""
    if action == "add":
        workspace.add_request(given["kind"], given["person"], text=given["text"], received=given["received"])
    elif action == "close":
        workspace.close_request(given["id"], given["outcome"], answer=given["answer"])
