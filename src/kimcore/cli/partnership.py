"""`kimcore partnership`."""

from datetime import date

import click

from kimcore.cli.commands import Argument, Day, Option, command
from kimcore.cli.completion import complete_kim
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show
from kimcore.cli.settings import Settings
from kimcore.community import Finding
from kimcore.errors import InvalidValue
from kimcore.partnership import Decision, DecisionKind
from kimcore.terms import Text
from kimcore.values import OPEN_ENDED, Period

__all__ = ["verb"]

TEXT = Text(
    "Keadaan dan riwayat kemitraan satu KIM, atau catat keputusan Dinas.\n\n"
    "\b\nhistory   riwayat (bawaan)\n"
    "admit     terima sebagai mitra: --from, --to\n"
    "renew     perpanjang: --from, --to\n"
    "indicate  catat indikasi: --ground 1–7\n"
    "conclude  simpulkan peninjauan: --ground, --finding\n"
    "move      pindah ke kabupaten/kota lain (terbukti)\n"
    "dissolve  membubarkan diri (terbukti)\n\n"
    "Setiap keputusan memerlukan --officer, --reason, --evidence; tanggalnya --on (bawaan: hari ini).",
    "State and history of one KIM's partnership, or record a decision of the office.\n\n"
    "\b\nhistory   history (default)\n"
    "admit     admit as partner: --from, --to\n"
    "renew     renew: --from, --to\n"
    "indicate  record an indication: --ground 1 to 7\n"
    "conclude  conclude the review: --ground, --finding\n"
    "move      moved to another district (proven)\n"
    "dissolve  dissolved itself (proven)\n\n"
    "Every decision needs --officer, --reason, --evidence; its date is --on (default: today).",
)
ACTIONS = ("history", *(kind.code for kind in DecisionKind))
ACTION = Argument(["action"], type=click.Choice(ACTIONS), default="history", required=False)
PARAMS = (
    Option(["--officer"], default="", text=Text("pejabat yang memutuskan", "the officer who decides")),
    Option(["--reason"], default="", text=Text("alasan", "the reason")),
    Option(["--evidence"], default="", text=Text("bukti", "the evidence")),
    Option(
        ["--from", "since"], type=Day(), metavar="DATE", text=Text("hari pertama masa kemitraan", "first day of term")
    ),
    Option(["--to", "until"], type=Day(), metavar="DATE", text=Text("hari terakhir [terbuka]", "last day [open]")),
    Option(["--programme"], default="", text=Text("program atau kebijakan", "programme or policy")),
    Option(["--ground"], type=click.IntRange(1, 7), text=Text("dasar II.B.6", "ground of II.B.6")),
    Option(["--finding"], type=click.Choice([f.code for f in Finding]), text=Text("temuan", "the finding")),
    Option(
        ["--override", "overrides"], default="", text=Text("alasan mengesampingkan syarat", "reason for an override")
    ),
)
STATE = Text("{name}: {state}. {step}", "{name}: {state}. {step}")


@command("partnership", TEXT, Argument(["kim"], shell_complete=complete_kim), ACTION, *PARAMS)
def verb(settings: Settings, kim: str, action: str, since: date | None, until: date | None, **given: object) -> None:
    """Print the history, after recording a decision where one was named."""
    with opened(settings) as workspace:
        if action == "history":
            found = workspace.partnership(kim, settings.on)
        else:
            refuse_gaps(action, given | {"from": since})
            on = settings.on or workspace.today()
            name = workspace.partnership(kim, on).assessment.kim.id
            found = workspace.decide(decision(name, action, on, period(since, until), given))
    show(settings, found)
    if settings.is_for_people:
        held = found.assessment
        note(settings, STATE, name=held.kim.name, state=held.partnership, step=held.next_step)


NEEDED = {"admit": ("from",), "renew": ("from",), "indicate": ("ground",), "conclude": ("ground", "finding")}
"""What an action needs beside officer, reason and evidence, as its options are called."""


def refuse_gaps(action: str, given: dict[str, object]) -> None:
    """Refuse a decision that lacks an option, and name every one that it lacks."""
    wanted = ("officer", "reason", "evidence", *NEEDED.get(action, ()))
    lacking = ", ".join(f"--{name}" for name in wanted if not str(given[name] or "").strip())
    if lacking:
        raise InvalidValue("decision_incomplete", f"{action} needs: {lacking}", f"{action} memerlukan: {lacking}")


def period(since: date | None, until: date | None) -> Period | None:
    """Return the term that was named, or None."""
    return None if since is None else Period(since, until or OPEN_ENDED)


def decision(kim: str, action: str, on: date, term: Period | None, given: dict[str, object]) -> Decision:
    """Return the decision that the options describe."""
    finding = given.pop("finding")
    return Decision(
        kim=kim,
        kind=DecisionKind.of(action),
        on=on,
        period=term,
        finding=Finding.of(str(finding)) if finding else None,
        **given,  # type: ignore[arg-type]
    )
