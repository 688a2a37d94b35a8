"""Questions: what is put to a provider with a token, and what came of it."""

from datetime import datetime
from decimal import Decimal

from attrs import field, frozen

from kimcore.metrics.secrets import Credential
from kimcore.ports import MetricOutcome, MetricProvider, MetricRequest, PlatformFault

__all__ = ["Collected", "Question"]


@frozen(kw_only=True)
class Question:
    """A request to a provider; without a credential nothing is asked, and each pair is skipped with what is needed."""

    provider: MetricProvider
    request: MetricRequest
    credential: Credential | None


@frozen(kw_only=True)
class Collected:
    """What came of a question: one outcome for each pair of its request, in its order.

    `provider` is the name of the provider. `fault` is why the platform stopped at this account, None where it did not;
    `calls` were made, retries among them, and cost at most `cost` US dollars; `at` is the instant of the last reply.
    """

    request: MetricRequest
    provider: str
    outcomes: tuple[MetricOutcome, ...] = field(repr=False)
    fault: PlatformFault | None = None
    calls: int = 0
    cost: Decimal = Decimal(0)
    at: datetime | None = None
