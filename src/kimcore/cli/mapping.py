"""`kimcore map`."""

import click

from kimcore.cli.commands import Option, command
from kimcore.cli.opening import opened
from kimcore.cli.output import show
from kimcore.cli.settings import Settings
from kimcore.errors import InvalidValue
from kimcore.mapping import MEDIAN, Axis
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Petakan KIM menurut ketertarikan, kekuatan, dan pengaruh (Tabel 3.3), dalam urutan prioritas.",
    "Map KIMs by interest, power and influence (Tabel 3.3), in order of priority.",
)
SHOWN = ("priority", "name", "quadrant", "approach", "interest", "power", "influence", "kind", "village")
POLICY = Option(
    ["--policy"],
    type=click.Choice(["strict", "either", "influence"]),
    default="strict",
    text=Text("bila kekuatan dan pengaruh berbeda [strict]", "where power and influence differ [strict]"),
)
CUTOFF = Option(
    ["--cutoff", "cutoffs"],
    multiple=True,
    metavar="AXIS=N",
    text=Text("batas suatu sumbu, misalnya power=1000", "cut-off of an axis, such as power=1000"),
)
QUANTILE = Option(
    ["--quantile"],
    type=click.FloatRange(0, 1),
    default=MEDIAN,
    metavar="Q",
    text=Text("kuantil untuk batas lainnya [0.5]", "quantile for the other cut-offs [0.5]"),
)


@command("map", TEXT, POLICY, CUTOFF, QUANTILE)
def verb(settings: Settings, policy: str, cutoffs: tuple[str, ...], quantile: float) -> None:
    """Print the placements."""
    numbers = dict(map(cutoff, cutoffs))
    with opened(settings) as workspace:
        found = workspace.map(settings.on, policy=policy, cutoffs=numbers, quantile=quantile)
    show(settings, found, SHOWN)


def cutoff(given: str) -> tuple[Axis, float]:
    """Return the axis and the number of `AXIS=N`."""
    name, _, number = given.partition("=")
    try:
        return Axis.of(name.strip()), float(number)
    except ValueError:
        axes = ", ".join(axis.code for axis in Axis)
        raise InvalidValue(
            "option_value",
            f"--cutoff: {given!r} does not fit; expected: AXIS=N, with an axis of {axes}",
            f"--cutoff: {given!r} tidak sesuai; yang diharapkan: AXIS=N, dengan sumbu {axes}",
            field="cutoffs",
        ) from None
