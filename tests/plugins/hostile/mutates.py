"""Changes what it is passed, by force where it is frozen."""

from datetime import date

from kimcore.community import Answers, Documents, Kim, Profile
from kimcore.plugins import ScorerDescriptor, hookimpl


class Mutating:
    """Makes every KIM another one."""

    def score(self, kim: Kim, on: date) -> float | None:  # noqa: ARG002
        """Try the polite way, then the other."""
        try:
            kim.id = "0"  # type: ignore[misc]
        except AttributeError:
            object.__setattr__(kim.profile, "power", 10**9)
            object.__setattr__(kim.identity, "name", "x")
            for name, value in {"profile": Profile(), "answers": Answers(), "documents": Documents()}.items():
                object.__setattr__(kim, name, value)
        return None


@hookimpl
def kimcore_scorers() -> list[ScorerDescriptor]:
    """Offer the scorer."""
    return [ScorerDescriptor(name="mutates", factory="mutates:Mutating")]
