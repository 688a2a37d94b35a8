"""The metric port: how a platform is asked and how its replies are read, as pure functions of plain values.

A provider is sans-IO: it plans calls and reads replies. Whoever runs it owns transport, retries, budgets, paging and
secrets.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Protocol, cast

from attrs import field, frozen

from kimcore.errors import KimError
from kimcore.media import ContentKind, Platform
from kimcore.monitoring import Indicator
from kimcore.ports.asking import Access, Cursor, MetricRequest, Pair
from kimcore.ports.http import HttpCall, HttpReply
from kimcore.terms import Term, Text

__all__ = [
    "AuthExpired",
    "MetricOutcome",
    "MetricPage",
    "MetricProvider",
    "PairState",
    "Permanent",
    "PlatformFault",
    "QuotaExhausted",
    "RateLimited",
    "Transient",
]


class PairState(Term):
    """What became of one pair that was asked for; only the first has a value (R11)."""

    OBSERVED = "observed", "tercatat", "observed"
    UNSUPPORTED = "unsupported", "tidak disediakan platform", "not offered by the platform"
    HIDDEN = "hidden", "disembunyikan", "hidden"
    NOT_PERMITTED = "not_permitted", "tidak diizinkan", "not permitted"
    NOT_FOUND = "not_found", "tidak ditemukan atau tidak terbuka", "not found or private"
    FAILED = "failed", "gagal", "failed"
    SKIPPED = "skipped", "tidak ditanyakan", "not asked"


NEW: Final = object.__new__
OBSERVED: Final = PairState.OBSERVED


@frozen(kw_only=True)
class MetricOutcome:
    """What became of one pair: content (its key; empty: the account), indicator, state, and a value where observed."""

    content: str = field(default="", repr=False)
    indicator: Indicator
    state: PairState
    value: int | None = None
    reason: Text | None = None

    @property
    def pair(self) -> Pair:
        """What it is the outcome of."""
        return self.content, self.indicator

    @classmethod
    def observed(cls, content: str, indicator: Indicator, value: int) -> "MetricOutcome":
        """Return the outcome of a pair whose figure the platform gave."""
        made: Any = NEW(Draft)
        made.content, made.indicator, made.state = content, indicator, OBSERVED
        made.value, made.reason = value, None
        made.__class__ = cls
        return cast(MetricOutcome, made)

    @classmethod
    def unknown(
        cls, content: str, indicator: Indicator, state: PairState, reason: Text | None = None
    ) -> "MetricOutcome":
        """Return the outcome of a pair without a figure; the reason says why, and what would help."""
        return cls(content=content, indicator=indicator, state=state, reason=reason)


class Draft(MetricOutcome):
    """An outcome whose slots are being set: the constructor of a frozen class takes three times as long."""

    __slots__ = ()
    __setattr__ = object.__setattr__
    __delattr__ = object.__delattr__


@frozen(kw_only=True)
class MetricPage:
    """What one reply says: outcomes of pairs, and where the request goes on, if it does.

    A pair that no page of a request tells of was not found.
    """

    outcomes: tuple[MetricOutcome, ...] = ()
    next: tuple[Cursor, ...] = ()


class PlatformFault(KimError, RuntimeError):
    """Why a reply holds no page: `parse` raises one of its kinds.

    `code_of` is the platform's own word for it; `retry_at` the first instant at which another call makes sense.
    """

    kind = "metric_fault"

    def __init__(self, en: str, id: str = "", *, code_of: str = "", retry_at: datetime | None = None) -> None:
        super().__init__(self.kind, en, id)
        self.code_of, self.retry_at = code_of, retry_at


class AuthExpired(PlatformFault):
    """The token is dead: expired, revoked, of another app. Nothing more is asked with it."""

    kind = "metric_auth_expired"


class RateLimited(PlatformFault):
    """Too many calls for now; nothing more is asked with this token before `retry_at`."""

    kind = "metric_rate_limited"


class QuotaExhausted(PlatformFault):
    """The quota of a day or month is spent; waiting a little does not help."""

    kind = "metric_quota_exhausted"


class Transient(PlatformFault):
    """Something that may be gone at the next try: an error of the server, a reply cut short."""

    kind = "metric_transient"


class Permanent(PlatformFault):
    """Something that another try does not mend: a wrong request, a reply of another form than documented."""

    kind = "metric_permanent"


class MetricProvider(Protocol):
    """Knows one platform by one kind of access: what it gives, how it is asked, how its replies are read.

    It keeps nothing between calls: the same arguments give the same plan and the same page.
    """

    @property
    def name(self) -> str:
        """Its own name, under which its figures are stored."""
        ...

    @property
    def platform(self) -> Platform:
        """The platform that it knows."""
        ...

    @property
    def access(self) -> Access:
        """Whose token it is asked with."""
        ...

    @property
    def needs(self) -> Text:
        """What must be granted, by whom, for its token to work."""
        ...

    @property
    def hosts(self) -> frozenset[str]:
        """The only hosts that it is asked at; the host of a request's `base` comes on top."""
        ...

    @property
    def supports(self) -> Mapping[ContentKind | None, frozenset[Indicator]]:
        """The indicators of each kind of content; None stands for the account itself. Nothing else is ever asked."""
        ...

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return the calls that a request needs from a cursor on, None for its beginning; each pair in one call."""
        ...

    def parse(self, call: HttpCall, reply: HttpReply) -> MetricPage:
        """Return what a reply says, or raise a `PlatformFault`.

        A figure that the platform does not give is an outcome with its state, never 0 (R11).
        """
        ...
