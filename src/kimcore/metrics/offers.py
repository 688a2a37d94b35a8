"""Offers: which pairs of a request a provider can tell of at all."""

from kimcore.monitoring import Indicator
from kimcore.ports import MetricProvider, MetricRequest, Pair

__all__ = ["offered"]


def offered(provider: MetricProvider, request: MetricRequest) -> frozenset[Pair]:
    """Return the pairs of a request that a provider offers; a content of unknown kind may be of any."""
    supports = provider.supports
    anything = frozenset[Indicator]().union(*(found for kind, found in supports.items() if kind))
    offers = {w.key: supports.get(w.kind, frozenset()) if w.kind else anything for w in request.contents}
    offers[""] = supports.get(None, frozenset())
    return frozenset((key, indicator) for key, indicator in request.pairs if indicator in offers[key])
