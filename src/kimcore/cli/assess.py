"""`kimcore assess`."""

from attrs import evolve

from kimcore.cli.commands import Argument, command
from kimcore.cli.opening import opened
from kimcore.cli.output import show
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Nilai syarat pembentukan, legalitas, administratif, dan kualifikasi tiap KIM, serta keadaan kemitraannya.\n\n"
    "KIM dapat disebut dengan id, nomor induk, nama, atau \"nama, desa\".",
    "Judge formation, legality, administrative conditions and qualification of each KIM, and its partnership.\n\n"
    'Name a KIM by id, community number, name, or "name, village".',
)  # fmt: skip
SHOWN = ("name", "village", "status", "not_met", "unknown", "grounds", "partnership")


@command("assess", TEXT, Argument(["kim"], required=False))
def verb(settings: Settings, kim: str | None) -> None:
    """Print judgements."""
    with opened(settings) as workspace:
        found = workspace.assess(settings.on)
    show(settings, evolve(found, rows=(found[kim],)) if kim else found, SHOWN)
