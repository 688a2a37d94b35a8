"""The scoring port: an interest score of a plug-in beside the office's (III.C, R17)."""

from datetime import date
from typing import Protocol

from kimcore.community import Kim

__all__ = ["Scorer"]


class Scorer(Protocol):
    """Scores how much a KIM's interest fits; the office's own score, where there is one, goes before it."""

    def score(self, kim: Kim, on: date) -> float | None:
        """Return the interest of a KIM on a date, 0 to 100, or None where it cannot be told.

        What is personal in the KIM is not recorded in it, unless the descriptor says `wants_personal_data`.
        """
        ...
