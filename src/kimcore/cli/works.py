"""Works: one command for every group of works that are done in stages (IV)."""

from collections.abc import Mapping
from datetime import date

import click

from kimcore.cli.commands import Argument, Command, Day, Option, command
from kimcore.cli.completion import complete_work
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show, show_table, stamped
from kimcore.cli.settings import Settings
from kimcore.collaboration import Cancellation, StageOutcome, StageRecord, state_on
from kimcore.errors import InvalidValue
from kimcore.results import WorkDetail, WorkGroup
from kimcore.terms import Text
from kimcore.workspace import Workspace

__all__ = ["works_command"]

HELP = Text(
    "{about}\n\n"
    "\b\n"
    "list             daftar dengan keadaannya pada --on (bawaan)\n"
    "show NAMA        tahap demi tahap, dan isinya\n"
    "stage NAMA TAHAP catat satu tahap: --done TANGGAL, --officer, --evidence;\n"
    "                 atau --skip ALASAN, --officer (tanggalnya --on)\n"
    "cancel NAMA      batalkan: --reason, --officer (tanggalnya --on)\n\n"
    "NAMA adalah id, judul, atau bagian id sesudah kode kantor. Nama tahap ada pada show. Tahap yang belum boleh "
    "dicatat ditolak, dengan semua yang kurang.",
    "{about}\n\n"
    "\b\n"
    "list             the list, each with its state on --on (default)\n"
    "show NAME        stage by stage, and what it holds\n"
    "stage NAME STAGE record one stage: --done DATE, --officer, --evidence;\n"
    "                 or --skip REASON, --officer (its date is --on)\n"
    "cancel NAME      call it off: --reason, --officer (its date is --on)\n\n"
    "NAME is an id, a title, or the id behind the code of the office. The names of stages stand in `show`. A stage "
    "that cannot be recorded yet is refused, with everything that is missing.",
)
ACTION = Argument(["action"], type=click.Choice(["list", "show", "stage", "cancel"]), default="list", required=False)
PARAMS = (
    Argument(["name"], required=False, shell_complete=complete_work),
    Argument(["stage"], required=False),
    Option(["--done"], type=Day(), metavar="DATE", text=Text("tanggal tahap selesai", "the day it was done")),
    Option(["--skip"], default="", metavar="REASON", text=Text("dilewati, dan alasannya", "skipped, and why")),
    Option(["--officer"], default="", metavar="NAME", text=Text("pejabat yang mencatat", "the officer who records it")),
    Option(["--evidence"], default="", text=Text("bukti, misalnya nomor berita acara", "the evidence: its minutes")),
    Option(["--reason"], default="", text=Text("alasan pembatalan", "why it is called off")),
)
NEEDED = {
    "list": (),
    "show": ("name",),
    "stage": ("name", "stage", "done", "officer", "evidence"),
    "skip": ("name", "stage", "skip", "officer"),
    "cancel": ("name", "officer", "reason"),
}
"""What an action needs, a skipped stage apart."""

NAMES = {
    "name": Text("NAMA", "NAME"),
    "stage": Text("TAHAP", "STAGE"),
    "done": Text("--done atau --skip", "--done or --skip"),
}
SHOWN = ("title", "status", "stages", "next", "id", "late", "kims", "branding", "gaps")
NOW = Text("{title}: {status}. Tahap berikutnya: {next}.", "{title}: {status}. Next: {next}.")


def works_command(group: WorkGroup, about: Text) -> Command:
    """Return the command of a group of works."""

    @command(group.code, HELP.format(about=about), ACTION, *PARAMS)
    def verb(settings: Settings, action: str, **given: str | date | None) -> None:
        """Print the list or one work, after recording a stage or a cancellation where that was asked."""
        require(action, given)
        with opened(settings) as workspace:
            if action == "list":
                show(settings, workspace.works_on(group, settings.on), SHOWN)
                return
            found = workspace.work_on(str(given["name"]), settings.on, group=group)
            found = acted(workspace, group, found, action, given)
        show_work(settings, found)

    return verb


def require(action: str, given: Mapping[str, str | date | None]) -> None:
    """Refuse an action that lacks what it needs, all of it at once, and a stage both done and skipped."""
    if given["done"] and given["skip"]:
        en, id = "a stage is --done or skipped (--skip)", "suatu tahap selesai (--done) atau dilewati (--skip)"
        raise InvalidValue("stage_both", en, id, field="done")
    way = "skip" if action == "stage" and given["skip"] else action
    lacking = [NAMES.get(n, Text(f"--{n}", f"--{n}")) for n in NEEDED[way] if not str(given[n] or "").strip()]
    if lacking:
        en, id = ", ".join(t.en for t in lacking), ", ".join(t.id for t in lacking)
        raise InvalidValue("action_incomplete", f"{action} needs: {en}", f"{action} memerlukan: {id}")


def acted(
    workspace: Workspace, group: WorkGroup, found: WorkDetail, action: str, given: Mapping[str, str | date | None]
) -> WorkDetail:
    """Record a stage or a cancellation, and return the work as it then is, on the day of the record or later."""
    if action == "show":
        return found
    id, said = found.work.id, {name: str(value or "") for name, value in given.items()}
    done = given["done"]
    on = done if isinstance(done, date) else found.on
    if action == "stage":
        outcome = StageOutcome.SKIPPED if said["skip"] else StageOutcome.DONE
        record = StageRecord(
            stage=said["stage"],
            outcome=outcome,
            on=on,
            by=said["officer"],
            evidence=said["evidence"],
            reason=said["skip"],
        )
        workspace.record_stage(id, record)
    else:
        workspace.call_off(id, Cancellation(on=on, by=said["officer"], reason=said["reason"]))
    return workspace.work_on(id, max(on, found.on), group=group)


def show_work(settings: Settings, found: WorkDetail) -> None:
    """Print a work: as one document, its stages as CSV, or all its tables for people."""
    if not settings.is_for_people:
        show(settings, found)
        return
    for table in found.tables():
        show_table(settings, stamped(table, found.stamp))
    state = state_on(found.work, found.on)
    labels = [found.work.plan[id].label for id in state.open]
    following = Text(", ".join(t.id for t in labels) or "–", ", ".join(t.en for t in labels) or "–")
    note(settings, NOW, title=found.work.title, status=state.status, next=following)
