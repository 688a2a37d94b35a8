"""`kimcore explain`."""

from kimcore.cli.commands import Argument, command
from kimcore.cli.opening import opened
from kimcore.cli.output import note, show
from kimcore.cli.settings import Settings
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Jelaskan satu KIM: tiap syarat dan dasar peninjauan, hasilnya, alasannya, butir pedomannya, dan apa yang perlu "
    "dilengkapi.",
    "Explain one KIM: every condition and ground, its outcome, reason and clause, and what is missing.",
)
SHOWN = ("group", "rule", "term", "outcome", "reason", "missing")
NEXT = Text("Langkah berikut: {step}", "Next step: {step}")


@command("explain", TEXT, Argument(["kim"]))
def verb(settings: Settings, kim: str) -> None:
    """Print every finding of a KIM."""
    with opened(settings) as workspace:
        found = workspace.explain(kim, settings.on)
    show(settings, found, SHOWN)
    if settings.is_for_people:
        note(settings, NEXT, step=found.assessment.next_step)
