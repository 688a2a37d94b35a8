"""Measures: Tabel 5.1, as far as the register can fill it in, per KIM and for all (V.A)."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve, frozen

from kimcore.clauses import Clause, cite
from kimcore.community import Kim
from kimcore.monitoring.observations import Content
from kimcore.monitoring.records import Records
from kimcore.monitoring.sums import Sum
from kimcore.monitoring.yardsticks import YARDSTICKS, Material, Yardstick
from kimcore.values import Period

__all__ = ["FOCUS", "Measure", "Measures", "measure"]

FOCUS: Final[Clause] = cite("V.A.focus")
PRINCIPLES: Final = (cite("II.A.p2"), cite("II.A.p5"))
"""What measuring serves: how far information is carried on, and results in quantity (output) and quality (outtakes)."""


@frozen(kw_only=True)
class Measure:
    """One yardstick over a period: of one KIM (its id), or of all KIMs together (None).

    `total.value` is None where nothing is known, never 0; `undated` contents or activities could not be assigned
    to a period and are not in it.
    """

    yardstick: Yardstick
    period: Period
    kim: str | None = None
    total: Sum
    undated: int = 0


@frozen(kw_only=True)
class Measures:
    """Tabel 5.1 of a period: one row per yardstick over all KIMs, and one per yardstick and KIM."""

    period: Period
    together: tuple[Measure, ...]
    each: tuple[Measure, ...]


def measure(
    kims: Iterable[Kim], records: Mapping[str, Records], contents: Iterable[Content], period: Period
) -> Measures:
    """Measure every KIM and all together; `records` as `standing` gives them."""
    shown: dict[str, list[Content]] = {}
    for content in contents:
        shown.setdefault(content.kim, []).append(content)
    each = tuple(
        taken
        for kim in kims
        for taken in measures_of(kim, records.get(kim.id, ()), tuple(shown.get(kim.id, ())), period)
    )
    return Measures(period=period, together=together(each, period), each=each)


def measures_of(kim: Kim, records: Records, contents: tuple[Content, ...], period: Period) -> tuple[Measure, ...]:
    """Return every measure of one KIM."""
    material = Material.of(kim, records, contents, period)
    return tuple(
        Measure(yardstick=y, period=period, kim=kim.id, total=y.take(material), undated=y.undated(material))
        for y in YARDSTICKS
    )


def together(each: tuple[Measure, ...], period: Period) -> tuple[Measure, ...]:
    """Return the measures of all KIMs: sums of what is known, with how much that is."""
    found: dict[str, list[Measure]] = {y.key: [] for y in YARDSTICKS}
    for taken in each:
        found[taken.yardstick.key].append(taken)
    blank = (Measure(yardstick=y, period=period, total=Sum(None, 0, 0)) for y in YARDSTICKS)
    return tuple(
        evolve(b, total=Sum.merge(m.total for m in of_one), undated=sum(m.undated for m in of_one))
        for b, of_one in zip(blank, found.values(), strict=True)
    )
