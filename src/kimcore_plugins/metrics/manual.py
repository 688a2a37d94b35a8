"""Manual: what nobody can ask for by a call, and an office notes itself (V.B.online)."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NoReturn

from kimcore.clauses import cite
from kimcore.media import ContentKind, Platform
from kimcore.monitoring import MANUAL, Indicator
from kimcore.ports import (
    Access,
    Cursor,
    HttpCall,
    HttpReply,
    MetricOutcome,
    MetricPage,
    MetricRequest,
    PairState,
    Permanent,
)
from kimcore.terms import Text

__all__ = ["BY_HAND", "Manual", "noted_by_hand"]

CLAUSE: Final = cite("V.B.online")
BY_HAND: Final = Text(
    "tidak ada layanan resmi untuk bertanya; catat sendiri pada lembar Media Sosial atau Audiens, lalu impor",
    "there is no official service to ask; note it on the sheet Media Sosial or Audiens, then import it",
)


class Manual:
    """Stands for blogs, Telegram, WhatsApp, Line and all that has no service to ask: it plans no call."""

    name = MANUAL
    platform = Platform.WEBSITE
    access = Access.OWN
    needs = Text(
        "tidak perlu izin; petugas mencatat angka pada lembar Media Sosial dan Audiens",
        "nothing needs to be granted; an officer notes the figures on the sheets Media Sosial and Audiens",
    )
    hosts: frozenset[str] = frozenset()
    supports: Mapping[ContentKind | None, frozenset[Indicator]] = MappingProxyType({})

    def plan(self, request: MetricRequest, cursor: Cursor | None) -> tuple[HttpCall, ...]:
        """Return no call."""
        del request, cursor
        return ()

    def parse(self, call: HttpCall, reply: HttpReply) -> NoReturn:
        """Refuse a reply: no call was planned."""
        del call, reply
        raise Permanent(BY_HAND.en, BY_HAND.id)


def noted_by_hand(request: MetricRequest) -> MetricPage:
    """Return that every pair of a request is skipped, with how to note it (V.B.online)."""
    skipped = (MetricOutcome.unknown(key, i, PairState.SKIPPED, BY_HAND) for key, i in request.pairs)
    return MetricPage(outcomes=tuple(skipped))
