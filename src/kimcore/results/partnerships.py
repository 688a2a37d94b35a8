"""What `partnership` returns."""

from typing import Any

from attrs import frozen

from kimcore.assessment import Assessment
from kimcore.partnership import Event
from kimcore.reports.columns import columns
from kimcore.results.assessments import summary
from kimcore.results.rows import Result, document
from kimcore.tables import Table
from kimcore.terms import Language, Text

__all__ = ["PartnershipHistory"]

COLUMNS = columns(
    ("on", "Tanggal", "Date", 18), ("what", "Peristiwa", "Event", 50), ("source", "Tercatat dalam", "Recorded in", 20)
)


@frozen(kw_only=True)
class PartnershipHistory(Result[Event]):
    """The state of one KIM's partnership on a date, and what led to it, oldest first."""

    assessment: Assessment

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.partnership.v1`."""
        events = [
            {"on": e.on.isoformat(), "what": e.what.say(language), "source": e.source.say(language)} for e in self.rows
        ]
        step = self.assessment.next_step.say(language)
        return document("partnership", self, **summary(self.assessment), events=events, next_step=step)

    def table(self) -> Table:
        """Return the events under a title that names the state."""
        state, kim = self.assessment.partnership, self.assessment.kim
        title = Text("{name}: {state}", "{name}: {state}").format(name=kim.name, state=state)
        rows = tuple((e.on, e.what, e.source) for e in self.rows)
        return Table(key="partnership", name=Text("Kemitraan", "Partnership"), title=title, columns=COLUMNS, rows=rows)
