"""Reviews: all that the monitoring of a period tells of an office beside Tabel 5.1 to 5.3 (V.A, V.B)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from kimcore.monitoring.consistency import Consistency
from kimcore.monitoring.dossiers import by_kim
from kimcore.monitoring.engagement import Engagement, joined_engagement, platform_name
from kimcore.monitoring.evaluation import Evaluation, evaluate, yields_of
from kimcore.monitoring.gatherings import Gathering
from kimcore.monitoring.material import DEFAULT, Limits, Material
from kimcore.monitoring.proofs import Proofs
from kimcore.monitoring.surveys import SurveyChange
from kimcore.values import Period

__all__ = ["Review", "review"]


@frozen(kw_only=True)
class Review:
    """What the monitoring of a period tells: of each KIM in the order of the materials, and of all together.

    `engagement` has all KIMs together, then each platform of all, then each KIM with its platforms; `changes` are
    those of the whole office first.
    """

    engagement: tuple[Engagement, ...] = field(default=(), repr=False)
    changes: tuple[SurveyChange, ...] = field(default=(), repr=False)
    gatherings: tuple[Gathering, ...] = field(default=(), repr=False)
    consistency: tuple[Consistency, ...] = field(default=(), repr=False)
    proofs: Proofs = field(default=Proofs(), repr=False)
    evaluations: tuple[Evaluation, ...] = field(default=(), repr=False)


def review(
    materials: Sequence[Material], office: Material, proofs: Proofs, period: Period, limits: Limits = DEFAULT
) -> Review:
    """Return what materials tell, one per KIM; `office` is what is recorded of the whole office alone."""
    yields, of_kim = yields_of(materials), by_kim(proofs.every)
    return Review(
        engagement=tuple(engagements(materials)),
        changes=tuple(c for m in (office, *materials) for c in m.changes),
        gatherings=tuple(g for m in materials for g in m.gatherings),
        consistency=tuple(m.consistency for m in materials if m.consistency),
        proofs=proofs,
        evaluations=tuple(evaluate(m, of_kim.get(m.kim or "", ()), yields, period, limits) for m in materials),
    )


def engagements(materials: Iterable[Material]) -> Iterator[Engagement]:
    """Yield the engagement of all KIMs, of each platform, and of each KIM with its platforms."""
    every = [m.engagement for m in materials if m.engagement]
    yield joined_engagement(e for own in every for e in own)
    by_platform: defaultdict[str, list[Engagement]] = defaultdict(list)
    for own in every:
        for found in own:
            by_platform[platform_name(found.platform or "")].append(found)
    for name in sorted(by_platform):
        yield joined_engagement(by_platform[name], platform=by_platform[name][0].platform)
    for own in every:
        yield joined_engagement(own, kim=own[0].kim)
        yield from own
