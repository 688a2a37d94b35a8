"""Made-up issues for the tests."""

from typing import Any

from kimcore.issues import Issue
from tests.monitoring.builders import OFFICE


def an_issue(**changes: Any) -> Issue:
    """Return an issue with changes."""
    plain: dict[str, Any] = {"id": "i1", "office": OFFICE, "title": "Stunting"}
    return Issue(**plain | changes)
