"""`kimcore assess`."""

import click
from attrs import evolve

from kimcore.cli.commands import Argument, Option, command
from kimcore.cli.completion import complete_kim
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show, show_table, stamped
from kimcore.cli.settings import Settings
from kimcore.partnership import PartnershipState
from kimcore.results import Assessments
from kimcore.rules import Status
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Nilai syarat pembentukan, legalitas, administratif, dan kualifikasi tiap KIM, serta keadaan kemitraannya.\n\n"
    "KIM dapat disebut dengan id, nomor induk, nama, atau \"nama, desa\".\n\n"
    "Dengan --ahead: apa yang tidak lagi berlaku dalam sekian hari, mulai kapan, dan menurut butir mana.",
    "Judge formation, legality, administrative conditions and qualification of each KIM, and its partnership.\n\n"
    'Name a KIM by id, community number, name, or "name, village".\n\n'
    "With --ahead: what stops holding within so many days, from when on, and by which clause.",
)  # fmt: skip
AHEAD = Option(
    ["--ahead"],
    type=click.IntRange(1, 36_500),
    metavar="DAYS",
    text=Text("apa yang berubah dalam sekian hari", "what stops holding within so many days"),
)
FAIL_ON = Option(
    ["--fail-on"],
    type=click.Choice([Status.INELIGIBLE.code, Status.UNDETERMINED.code, "review"]),
    multiple=True,
    text=Text("keluar dengan 1 bila ada KIM demikian", "exit 1 where a KIM shown is so; may be repeated"),
)
SHOWN = ("name", "status", "partnership", "not_met", "unknown", "grounds", "village")
SHOWN_AHEAD = ("on", "name", "rule", "after", "reason", "before", "village", "term")


@command("assess", TEXT, Argument(["kim"], shell_complete=complete_kim, required=False), AHEAD, FAIL_ON)
def verb(settings: Settings, kim: str | None, ahead: int | None, fail_on: tuple[str, ...]) -> int:
    """Print judgements; exit 1 where a KIM that is shown has a state named by `--fail-on`."""
    with opened(settings) as workspace:
        found = workspace.assess(settings.on)
        found = evolve(found, rows=(found[kim],)) if kim else found
        found = workspace.look_ahead(found, ahead) if ahead else found
    if ahead and settings.format != "json":
        if settings.format == "csv":
            note(settings, found.stamp)
        show_table(settings, stamped(found.outlook(), found.stamp), SHOWN_AHEAD)
    else:
        show(settings, found, SHOWN)
    return int(not states(found).isdisjoint(fail_on))


def states(found: Assessments) -> set[str]:
    """Return the states that `--fail-on` can name and that a KIM has."""
    under_review = {"review" for a in found if a.partnership is PartnershipState.UNDER_REVIEW}
    return {a.judgement.status.code for a in found} | under_review
