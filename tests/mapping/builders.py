"""Made-up subjects for the tests of mapping."""

from kimcore.community import Kim, Profile
from kimcore.mapping import Interest, Scores, Subject
from kimcore.monitoring import Figure
from kimcore.values import Outcome
from tests.monitoring.builders import a_kim


def profiled(interest: float | None = None, power: int | None = None, influence: int | None = None) -> Kim:
    """Return a KIM with figures in its profile."""
    return a_kim(profile=Profile(interest=interest, power=power, influence=influence))


def subject(
    interest: float | None = None,
    power: int | None = None,
    influence: int | None = None,
    *,
    id: str = "k1",
    name: str = "KIM Anyelir",
    village: str = "",
    status: str = "undetermined",
    formation: Outcome = Outcome.MET,
) -> Subject:
    """Return a KIM to be mapped, by its three scores."""
    scores = Scores(interest=Interest(office=interest), power=Figure(value=power), influence=Figure(value=influence))
    return Subject(id=id, name=name, village=village, status=status, formation=formation, scores=scores)
