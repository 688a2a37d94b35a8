"""Measures: Tabel 5.1, as far as the register can fill it in, per KIM and for all (V.A)."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import evolve, frozen

from kimcore.clauses import Clause, cite
from kimcore.community import Kim
from kimcore.monitoring.dossiers import Kept, dossiers
from kimcore.monitoring.material import Material
from kimcore.monitoring.observations import Content
from kimcore.monitoring.rates import Rate
from kimcore.monitoring.records import Records
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.yardsticks import YARDSTICKS, Yardstick
from kimcore.values import Period

__all__ = ["FOCUS", "Measure", "Measures", "measure", "measured", "measures_of"]

FOCUS: Final[Clause] = cite("V.A.focus")
PRINCIPLES: Final = (cite("II.A.p2"), cite("II.A.p5"))
"""What measuring serves: how far information is carried on, and results in quantity (output) and quality (outtakes)."""


NOTHING: Final = Kept()


@frozen(kw_only=True)
class Measure:
    """One yardstick over a period: of one KIM (its id), or of all KIMs together (None).

    `total.value` is None where nothing is known, never 0; `undated` contents or activities could not be assigned
    to a period and are not in it.
    """

    yardstick: Yardstick
    period: Period
    kim: str | None = None
    total: Sum | Rate
    undated: int = 0

    @property
    def value(self) -> int | float | None:
        """The value in the unit of the yardstick, a rate to two decimals; None where nothing is known."""
        found = self.total.value
        return round(found, 2) if isinstance(found, float) else found


@frozen(kw_only=True)
class Measures:
    """Tabel 5.1 of a period: one row per yardstick over all KIMs, and one per yardstick and KIM."""

    period: Period
    together: tuple[Measure, ...]
    each: tuple[Measure, ...]


def measure(
    kims: Iterable[Kim],
    records: Mapping[str, Records],
    contents: Iterable[Content],
    period: Period,
    kept: Kept = NOTHING,
) -> Measures:
    """Measure every KIM and all together; `records` as `standing` gives them, `kept` has gatherings and surveys."""
    found = dossiers(kims, lambda id: records.get(id, ()), evolve(kept, contents=tuple(contents)))
    materials = (Material.of(dossier, period) for dossier in found)
    return measured(materials, Material.of_office(kept.office_surveys, period), period)


def measured(materials: Iterable[Material], office: Material, period: Period) -> Measures:
    """Return the measures of materials, one per KIM; `office` is what is recorded of the whole office alone."""
    each = tuple(taken for material in materials for taken in measures_of(material, period))
    return Measures(period=period, together=together(measures_of(office, period), each), each=each)


def measures_of(material: Material, period: Period) -> tuple[Measure, ...]:
    """Return every measure of one material."""
    return tuple(
        Measure(yardstick=y, period=period, kim=material.kim, total=y.take(material), undated=y.undated(material))
        for y in YARDSTICKS
    )


def together(office: tuple[Measure, ...], each: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return the measures of all KIMs and the office: sums of what is known, with how much that is."""
    found: dict[str, list[Measure]] = {own.yardstick.key: [own] for own in office}
    for taken in each:
        found[taken.yardstick.key].append(taken)
    return tuple(joined(of_one) for of_one in found.values())


def joined(taken: list[Measure]) -> Measure:
    """Return the measures of one yardstick as one."""
    totals: list[Any] = [m.total for m in taken]
    return evolve(taken[0], total=type(totals[0]).merge(totals), undated=sum(m.undated for m in taken))
