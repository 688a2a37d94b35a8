"""Findings: the explanation of one KIM as a list to read: a mark, the clause, the reason, and what to complete."""

from collections.abc import Iterator
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from kimcore.cli.grid import import_rich, print_lines, width_of_terminal
from kimcore.cli.output import stamped
from kimcore.cli.wording import printable
from kimcore.results import Explanation
from kimcore.rules import FindingOfRule, Group
from kimcore.terms import Language, Text
from kimcore.values import Outcome

if TYPE_CHECKING:
    from rich.text import Text as Plain

__all__ = ["print_findings"]

MARKS = {Outcome.MET: ("✓", "green"), Outcome.NOT_MET: ("✗", "red"), Outcome.UNKNOWN: ("?", "yellow")}
GROUND_MARKS = {Outcome.MET: ("!", "red"), Outcome.NOT_MET: ("–", "dim"), Outcome.UNKNOWN: ("?", "yellow")}
GROUNDS = Text("Dasar peninjauan", "Grounds for review")
COMPLETE = Text("Lengkapi: {columns}", "Complete: {columns}")
LEGEND = Text(
    "✓ terpenuhi   ✗ tidak terpenuhi   ? belum pasti   ! ada dasar   – tidak ada dasar",
    "✓ met   ✗ not met   ? cannot be told yet   ! there is a ground   – no ground",
)
INDENT = 4
READABLE = 100
"""The width beyond which a paragraph on a terminal is hard to read."""


def print_findings(found: Explanation, language: Language) -> None:
    """Print every finding by group, wrapped to the terminal; in one line each where stdout is none."""
    import_rich()
    width = width_of_terminal()
    readable = min(width, READABLE) if width < 1000 else width
    print_lines(list(lines(found, language, readable)), width)


def lines(found: Explanation, language: Language, width: int) -> "Iterator[Plain]":
    """Yield the title, the state, and the groups with their findings."""
    from rich.text import Text as Plain

    assessment = found.assessment
    title = stamped(found.table(), found.stamp).title.say(language)
    yield from paragraph(title, width, 0, "bold")
    state = f"{assessment.judgement.status.say(language)}; {assessment.partnership.say(language)}"
    yield from paragraph(state, width, 0, "")
    for group, findings in groupby(found.rows, key=lambda f: f.rule.group):
        yield Plain("")
        yield from paragraph(heading(found, group, language), width, 0, "bold")
        for finding in findings:
            yield from block(finding, language, width)
    yield Plain("")
    yield from paragraph(LEGEND.say(language), width, 0, "dim")


def heading(found: Explanation, group: Group, language: Language) -> str:
    """Return the heading of a group: its name, and the outcome of the conditions."""
    if group is Group.GROUND:
        return GROUNDS.say(language)
    name = group.say(language)
    return f"{name[0].upper()}{name[1:]}: {found.assessment.judgement.group(group).say(language)}"


def block(finding: FindingOfRule, language: Language, width: int) -> "Iterator[Plain]":
    """Yield the lines of one finding."""
    from rich.text import Text as Plain

    marks = GROUND_MARKS if finding.rule.group is Group.GROUND else MARKS
    mark, style = marks[finding.outcome]
    yield Plain.assemble((f"  {mark} ", style), (finding.rule.id, "bold"), f"  {finding.rule.clause.term}")
    yield from paragraph(finding.reason.say(language), width, INDENT, "")
    if finding.columns:
        said = COMPLETE.format(columns=", ".join(finding.columns)).say(language)
        yield from paragraph(said, width, INDENT, "yellow")


def paragraph(text: str, width: int, indent: int, style: str) -> "Iterator[Plain]":
    """Yield a text wrapped to a width."""
    from rich.text import Text as Plain

    blank = " " * indent
    for line in wrap(printable(text), width, initial_indent=blank, subsequent_indent=blank):
        yield Plain(line, style=style)
