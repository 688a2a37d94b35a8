"""`kimcore competitions`."""

from kimcore.cli.works import works_command
from kimcore.results import WorkGroup
from kimcore.terms import Text

__all__ = ["verb"]

TEXT = Text(
    "Kompetisi mandiri dan ikut serta, dengan peringkat karya (IV.E).",
    "Own competitions and those that KIMs join, with rankings (IV.E).",
)
verb = works_command(WorkGroup.COMPETITIONS, TEXT)
