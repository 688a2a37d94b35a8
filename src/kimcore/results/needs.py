"""What `needs` returns: what KIMs need, who shares a need, and the forms of events that this suggests (IV.A, IV.C)."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from kimcore.collaboration import CapacityNeeds, EventForm, FormSuggestion, NeedElement, SharedNeed
from kimcore.reports.capacity import form_suggestions, needs_found, needs_shared
from kimcore.results.rows import Result, document
from kimcore.results.shapes import Shape
from kimcore.serialization import to_plain
from kimcore.tables import Table
from kimcore.terms import Language
from kimcore.values import Answer

__all__ = ["SHAPE", "Needs"]

SHAPE: dict[str, Shape] = {
    "needs": [
        {"id": "text", "kim": "text", "name": "text", "on": "day"}
        | {"elements": {element.code: Answer for element in NeedElement}, "record": "any"}
    ],
    "shared": [{"element": NeedElement, **{key: ["text"] for key in ("kims", "without", "unknown")}, "clause": "text"}],
    "suggestions": [
        {"form": EventForm, "element": (NeedElement, None), "reason": "text"}
        | {key: ["text"] for key in ("kims", "develop", "issues")}
    ],
}
"""The shape of `kimcore.needs.v1`, beside what every document carries; `record` is what is stored."""


@frozen(kw_only=True)
class Needs(Result[CapacityNeeds]):
    """The needs of each KIM that stand on the date; `names` are those of KIMs by id."""

    shared: tuple[SharedNeed, ...] = field(default=(), repr=False)
    suggestions: tuple[FormSuggestion, ...] = field(default=(), repr=False)
    names: Mapping[str, str] = field(factory=dict, repr=False)

    def to_document(self, language: Language = "id") -> dict[str, Any]:
        """Return `kimcore.needs.v1`."""
        return document(
            "needs",
            self,
            needs=[self.entry(n) for n in self.rows],
            shared=[shared(s) for s in self.shared],
            suggestions=[suggestion(s, language) for s in self.suggestions],
        )

    def entry(self, found: CapacityNeeds) -> dict[str, Any]:
        """Return the needs of one KIM as plain data."""
        head = {"id": found.id, "kim": found.kim, "name": self.names.get(found.kim, found.kim)}
        elements = {e.code: found.needs(e).code for e in NeedElement}
        return head | {"on": found.on.isoformat(), "elements": elements, "record": to_plain(found)}

    def table(self) -> Table:
        """Return the needs of each KIM."""
        return needs_found(self.rows, self.names)

    def tables(self) -> tuple[Table, ...]:
        """Return the needs, who shares them, and the forms that they suggest."""
        return self.table(), needs_shared(self.shared, self.names), form_suggestions(self.suggestions, self.names)


def shared(found: SharedNeed) -> dict[str, Any]:
    """Return a need with its KIMs (ids) as plain data."""
    lists = {name: list(getattr(found, name)) for name in ("kims", "without", "unknown")}
    return {"element": found.element.code, **lists, "clause": found.element.clause.id}


def suggestion(found: FormSuggestion, language: Language) -> dict[str, Any]:
    """Return a suggested form as plain data."""
    lists = {name: list(getattr(found, name)) for name in ("kims", "develop", "issues")}
    element = found.element.code if found.element else None
    return {"form": found.form.code, "element": element, "reason": found.reason.say(language), **lists}
