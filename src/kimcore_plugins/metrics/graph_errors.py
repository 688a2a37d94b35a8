"""Graph's errors: which are faults, and which say something of what was asked for; codes are read, messages never."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from kimcore.metrics import check_status
from kimcore.monitoring import Indicator
from kimcore.ports import (
    AuthExpired,
    HttpCall,
    HttpReply,
    MetricPage,
    PairState,
    Permanent,
    PlatformFault,
    RateLimited,
    Transient,
)
from kimcore.terms import Text
from kimcore_plugins.metrics.figures import page_of, refused

__all__ = ["codes", "of_error"]

MOST_MINUTES: Final = 366 * 24 * 60

TOKEN: Final = frozenset({102, 190})
LIMITS: Final = frozenset({4, 17, 32, 341, 613, 80001, 80002})
BRIEF: Final = frozenset({1, 2})
LASTING: Final = frozenset({3, 100, 368})
NO_ALIAS: Final = 803
PERMISSIONS: Final = frozenset({10, *range(200, 300)})

GONE = Text(
    "dihapus, tidak terbuka, atau token tidak boleh membacanya; Graph tidak membedakannya",
    "deleted, private, or the token may not read it; Graph does not tell which",
)
NO_ACCOUNT = Text(
    "akun tidak ada, bukan akun profesional, atau dibatasi", "no such account, no professional account, or restricted"
)
FORBIDDEN = Text(
    "izin belum diberikan kepada token; lihat apa yang harus diberikan oleh siapa",
    "the token has not been given the permission; see what must be granted by whom",
)
BEFORE = Text(
    "ditayangkan sebelum akun menjadi akun profesional", "shown before the account became a professional account"
)
REFUSED = Text(
    "platform menolak permintaan: objek atau kolom keliru, atau izin maupun fitur belum diberikan",
    "the platform refuses the call: a wrong object or field, or a permission or feature that was not given",
)
BLOCKED = Text(
    "platform memblokir aplikasi atau akun karena kebijakannya; lihat pemberitahuan di dasbor aplikasi",
    "the platform blocks the app or account for its policies; see the notice in the app's dashboard",
)
STATES: Final[Mapping[tuple[int, int], tuple[PairState, Text]]] = MappingProxyType(
    {
        (100, 33): (PairState.NOT_FOUND, GONE),
        (NO_ALIAS, 0): (PairState.NOT_FOUND, GONE),
        (110, 2207013): (PairState.NOT_FOUND, NO_ACCOUNT),
        (100, 2108006): (PairState.NOT_PERMITTED, BEFORE),
    }
)
"""Errors, by code and subcode, that are a state of what was asked for and no fault."""


def codes(error: object) -> tuple[int, int]:
    """Return code and subcode of an error object, 0 where it has none."""
    held = error if isinstance(error, dict) else {}
    found = (held.get("code"), held.get("error_subcode"))
    code, subcode = (v if type(v) is int and 0 <= v < 10**9 else 0 for v in found)
    return code, subcode


def of_error(call: HttpCall, error: object, reply: HttpReply, offers: Collection[Indicator]) -> MetricPage:
    """Return the page in which every pair of a call has the state that an error says, or raise the fault that it is.

    Where the call asks for several contents by their ids it is always a fault: one of them fails all.
    """
    code, subcode = codes(error)
    word = f"{code}/{subcode}" if subcode else f"{code or 'an error'}"
    if kind := kind_of(code, error):
        fault = refused(kind, word, reply)
        fault.retry_at = regained(reply) or reply.retry_at if kind is RateLimited else reply.retry_at
        raise fault
    state = state_of(code, subcode)
    if state and not call.is_batch:
        return page_of(call, offers, *state)
    if code not in LASTING and (reply.status in {401, 408, 429} or reply.status >= 500):
        check_status(reply)
    why = BLOCKED if code == 368 else REFUSED
    raise Permanent(f"{why.en} ({word})", f"{why.id} ({word})", code_of=word)


def kind_of(code: int, error: object) -> type[PlatformFault] | None:
    """Return the fault that a code is whatever was asked for, or None."""
    if code in TOKEN:
        return AuthExpired
    if code in LIMITS:
        return RateLimited
    is_brief = isinstance(error, dict) and error.get("is_transient") is True
    return Transient if code in BRIEF or is_brief else None


def state_of(code: int, subcode: int) -> tuple[PairState, Text] | None:
    """Return the state of what was asked for that an error says, with its reason, or None where it is a fault."""
    if code in PERMISSIONS:
        return PairState.NOT_PERMITTED, FORBIDDEN
    return STATES.get((code, 0 if code == NO_ALIAS else subcode))


def regained(reply: HttpReply) -> datetime | None:
    """Return when access comes back by `X-Business-Use-Case-Usage`, which tells minutes for each use; or None."""
    try:
        told = json.loads(reply.header("x-business-use-case-usage") or "{}")
    except (ValueError, RecursionError):
        return None
    lists = [listed for listed in told.values() if isinstance(listed, list)] if isinstance(told, dict) else []
    uses = [use for listed in lists for use in listed]
    found = [use.get("estimated_time_to_regain_access") for use in uses if isinstance(use, dict)]
    minutes = [n for n in found if type(n) is int and n > 0]
    return reply.at + timedelta(minutes=min(max(minutes), MOST_MINUTES)) if minutes else None
