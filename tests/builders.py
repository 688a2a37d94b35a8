"""Builders: the made-up records of kimcore.testing, judged."""

from datetime import date

from kimcore.assessment import Assessment, assess
from kimcore.community import Kim
from kimcore.rulebooks import rulebook
from kimcore.testing import (
    TODAY,
    a_candidate,
    a_case,
    a_decision,
    a_kim,
    a_person,
    a_term,
    changed,
    proven,
)

__all__ = [
    "TODAY",
    "a_candidate",
    "a_case",
    "a_decision",
    "a_kim",
    "a_person",
    "a_term",
    "assessed",
    "changed",
    "proven",
]


def assessed(kim: Kim, on: date = TODAY) -> Assessment:
    """Return a KIM assessed by the guideline's rulebook on a date."""
    return assess(kim, rulebook().as_of(on))
