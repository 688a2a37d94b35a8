"""Loads as it should and raises in every call, with what it was passed."""

from datetime import date

from kimcore.community import Kim
from kimcore.plugins import ScorerDescriptor, hookimpl


class Raising:
    """Scores the first KIMs and gives up."""

    calls = 0

    def score(self, kim: Kim, on: date) -> float | None:  # noqa: ARG002
        """Return a score, three times."""
        self.calls += 1
        if self.calls > 3:
            raise ValueError(f"cannot score {kim.profile.contact_person}")
        return 50.0


@hookimpl
def kimcore_scorers() -> list[ScorerDescriptor]:
    """Offer the scorer."""
    return [ScorerDescriptor(name="raises_in_call", factory="raises_in_call:Raising")]
