"""The metric contract: every law of the metric port, for the author of a provider."""

from kimcore.testing.contracts.metrics_pages import PageLaws
from kimcore.testing.contracts.metrics_plans import PlanLaws
from kimcore.testing.contracts.metrics_replies import ReplyLaws
from kimcore.testing.contracts.metrics_sockets import SocketLaws

__all__ = ["MetricProviderContract"]


class MetricProviderContract(SocketLaws, ReplyLaws, PageLaws, PlanLaws):
    """The tests of a metric provider: inherit from it and set `provider` and `scene`.

    >>> class TestMine(MetricProviderContract):
    ...     provider = Mine
    ...     scene = made_scene

    The scene is a made-up account with the platform's answers. Every law is tried on what the provider plans and reads
    there, in memory and then over sockets of the loopback interface. A test that is known to fail is named with its
    reason in `known_failures`, and must fail.
    """
