"""`kimcore websites`."""

from datetime import date

import click

from kimcore.approvals import ApprovalKind, WebsiteApproval
from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import show
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.terms import Text
from kimcore.workspace import Workspace

__all__ = ["verb"]

TEXT = Text(
    "Permintaan Dinas kepada Kementerian untuk mengelola situs web KIM, dan keputusannya (I.A.1).\n\n"
    "\b\nlist     daftar (bawaan), dengan keadaannya pada --on\n"
    "ask      catat permintaan: SITUS, --officer\n"
    "decide   catat keputusan: ID, --kind, --officer, --evidence; --reason bila ada\n\n"
    "--on adalah tanggal permintaan atau keputusan itu [hari ini]. Permintaan yang disetujui dapat dicabut (revoke); "
    "yang belum diputus dapat ditarik kembali (withdraw).",
    "Requests of the office to the ministry to administer a KIM website, and what it decided (I.A.1).\n\n"
    "\b\nlist     the requests (default), each with its state on --on\n"
    "ask      record a request: SITE, --officer\n"
    "decide   record a decision: ID, --kind, --officer, --evidence; --reason where there is one\n\n"
    "--on is the date of the request or decision [today]. What was approved may be revoked; what is not decided yet "
    "may be withdrawn.",
)
ACTION = Argument(["action"], type=click.Choice(["list", "ask", "decide"]), default="list", required=False)
PARAMS = (
    Argument(["subject"], required=False, metavar="[SITE|ID]"),
    Option(
        ["--kind"],
        type=click.Choice([k.code for k in ApprovalKind]),
        text=Text("apa keputusannya", "what was decided"),
    ),
    Option(
        ["--officer"], default="", metavar="NAME", text=Text("pejabat yang meminta atau memutus", "who asks or decides")
    ),
    Option(["--reason"], default="", text=Text("alasannya", "why")),
    Option(["--evidence"], default="", text=Text("suratnya, misalnya nomor surat", "the paper: a letter's number")),
)
NEEDED = {"list": (), "ask": ("subject", "officer"), "decide": ("subject", "kind", "officer", "evidence")}
NAMES = {("ask", "subject"): Text("SITUS", "SITE"), ("decide", "subject"): Text("ID", "ID")}
SHOWN = ("id", "site", "state", "on", "decisions", "by", "evidence", "reasons")


@command("websites", TEXT, ACTION, *PARAMS)
def verb(settings: Settings, action: str, **given: str | None) -> None:
    """Print the requests, after recording one or a decision where that was asked."""
    values = {name: (value or "").strip() for name, value in given.items()}
    require(action, values)
    with opened(settings) as workspace:
        act(workspace, action, values, settings.on)
        found = workspace.websites(on=settings.on)
    show(settings, found, SHOWN)


def require(action: str, given: dict[str, str]) -> None:
    """Refuse an action that lacks what it needs, all of it at once."""
    lacking = [NAMES.get((action, n), Text(f"--{n}", f"--{n}")) for n in NEEDED[action] if not given[n]]
    if lacking:
        en, id = ", ".join(t.en for t in lacking), ", ".join(t.id for t in lacking)
        raise InvalidValue("request_incomplete", f"{action} needs: {en}", f"{action} memerlukan: {id}")


def act(workspace: Workspace, action: str, given: dict[str, str], on: date | None) -> None:
    """Record a request or a decision."""
    if action == "ask":
        workspace.ask_for_website(given["subject"], given["officer"], on=on)
    elif action == "decide":
        decision = WebsiteApproval(
            kind=ApprovalKind.of(given["kind"]),
            on=on or workspace.today(),
            by=given["officer"],
            reason=given["reason"],
            evidence=given["evidence"],
        )
        workspace.decide_website(given["subject"], decision)
