"""Scores: the interest, power and influence of a KIM, by which it is mapped (III.C, II.B.3.map, R17)."""

from datetime import date
from typing import Final

from attrs import field, frozen

from kimcore.clauses import cite
from kimcore.community import Kim
from kimcore.errors import InvalidValue
from kimcore.monitoring import STALE_AFTER_DAYS, Figure, Records, influence, power
from kimcore.terms import Term
from kimcore.values import Outcome

__all__ = ["Axis", "Interest", "InterestSource", "Score", "Scores", "Subject", "scores_of"]

Score = int | float | None
"""A level on an axis; None is unknown, never 0."""

TOP: Final = 100


class Axis(Term):
    """The three variables of the mapping (III.C)."""

    INTEREST = "interest", "ketertarikan", "interest"
    POWER = "power", "kekuatan", "power"
    INFLUENCE = "influence", "pengaruh", "influence"


class InterestSource(Term):
    """Who scored the interest of a KIM."""

    OFFICE = "office", "nilai dari Dinas", "score by the office"
    PLUGIN = "plugin", "nilai dari pengaya", "score by a plug-in"


@frozen(kw_only=True)
class Interest:
    """The interest of a KIM, 0 to 100, as the office and a plug-in score it; the office's score wins (R17).

    A score out of range is an `InvalidValue`.
    """

    office: Score = None
    plugin: Score = None

    def __attrs_post_init__(self) -> None:
        """Refuse a score below 0 or above 100."""
        for score in (self.office, self.plugin):
            if score is not None and not 0 <= score <= TOP:
                raise InvalidValue(
                    "interest_range",
                    f"an interest score lies between 0 and {TOP}, not {score}",
                    f"skor ketertarikan bernilai 0 sampai {TOP}, bukan {score}",
                    field="interest",
                    clause=cite("II.B.3.map.d").id,
                    score=score,
                )

    @property
    def value(self) -> Score:
        """The score that counts: the office's, else the plug-in's, else unknown."""
        return self.plugin if self.office is None else self.office

    @property
    def source(self) -> InterestSource | None:
        """Whose score counts, or None where there is none."""
        if self.office is not None:
            return InterestSource.OFFICE
        return None if self.plugin is None else InterestSource.PLUGIN


@frozen(kw_only=True)
class Scores:
    """The three scores of a KIM on a date, each with where it comes from."""

    interest: Interest = field(factory=Interest)
    power: Figure = field(factory=Figure)
    influence: Figure = field(factory=Figure)

    def value(self, axis: Axis) -> Score:
        """Return the level on an axis, None where it is unknown."""
        if axis is Axis.INTEREST:
            return self.interest.value
        return self.power.value if axis is Axis.POWER else self.influence.value


@frozen(kw_only=True)
class Subject:
    """A KIM to be mapped: who it is, its overall status (code), its formation outcome, and its scores.

    `status` is `eligible`, `undetermined` or `ineligible`; it orders KIMs of one quadrant (R30).
    """

    id: str = ""
    name: str = ""
    village: str = ""
    status: str = "undetermined"
    formation: Outcome = Outcome.UNKNOWN
    scores: Scores = field(factory=Scores)


def scores_of(
    kim: Kim, records: Records, on: date, plugin: Score = None, stale_after: int = STALE_AFTER_DAYS
) -> Scores:
    """Return the scores of a KIM on a date from its profile, its standing records and a plug-in's interest score."""
    profile = kim.profile
    return Scores(
        interest=Interest(office=profile.interest, plugin=plugin),
        power=power(records, on, profile.power, stale_after),
        influence=influence(records, on, profile.influence, stale_after),
    )
