"""Faults: what platforms and what stands before them do instead of answering, each with what must become of it."""

import json
from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Final

from attrs import evolve, frozen

from kimcore.ports import AuthExpired, HttpReply, PairState, PlatformFault, QuotaExhausted, RateLimited
from kimcore.testing.contracts.faults_server import PATIENCE, Act
from kimcore.testing.contracts.faults_wire import Turn

__all__ = ["FAULTS", "Fate", "Fault", "of_scene"]

JSON: Final = ("Content-Type", "application/json")
HTML: Final = ("Content-Type", "text/html; charset=utf-8")
PAGE: Final = b"<!doctype html><title>Bad Gateway</title>"
DEEP: Final = b'{"data":' + b"[" * 50_000 + b"]" * 50_000 + b"}"
CLOSED: Final = frozenset({PairState.NOT_FOUND, PairState.NOT_PERMITTED})
ERROR: Final = json.dumps({"error": {"code": 500, "message": "made up", "type": "MadeUp"}}).encode()


class Fate(Enum):
    """What must become of a request."""

    MENDED = auto()
    """It is tried again, and everything comes out as if nothing had been."""
    STOPS = auto()
    """Nothing more is asked with that token."""
    LASTS = auto()
    """Whatever cannot be had has a state without a figure; the rest comes out right."""


@frozen(kw_only=True)
class Fault:
    """A way to answer, how often, and what must become of the request; `kind` is the fault that is told.

    One that repeats an earlier page is tried only where that page is about the contents that are asked for. `may_mean`
    are states of a content that it can be taken for, `patience` the seconds that a call may take meanwhile.
    """

    name: str
    act: Act
    fate: Fate
    times: int | None = None
    kind: type[PlatformFault] | None = None
    repeats: bool = False
    may_mean: frozenset[PairState] = frozenset()
    patience: float = PATIENCE


def says(status: int, *headers: tuple[str, str], body: bytes = b"{}") -> Act:
    """Return an act that sends a status with headers and a body."""
    kinds = () if any(name == "Content-Type" for name, _ in headers) else (JSON,)
    return lambda turn: turn.wire.send(evolve(turn.right, status=status, headers=(*kinds, *headers), body=body))


def alters(change: Callable[[bytes], bytes]) -> Act:
    """Return an act that sends the right reply with another body."""
    return lambda turn: turn.wire.send(evolve(turn.right, body=change(turn.right.body)))


def cuts(turn: Turn) -> None:
    """Send half of a page, and nothing that tells so; a refusal says enough by its status, and is sent whole."""
    if turn.right.status == 200:
        turn.wire.cut(turn.right)
    else:
        turn.wire.send(turn.right)


def tells(turn: Turn) -> None:
    """Send an error that repeats the token, as some platforms do."""
    error = {"error": {"code": 400, "message": f"made up: {turn.token} is malformed", "type": turn.token}}
    turn.wire.send(evolve(turn.right, status=400, headers=(JSON,), body=json.dumps(error).encode()))


def sends(reply: HttpReply) -> Act:
    """Return an act that sends a reply, whatever was asked."""
    return lambda turn: turn.wire.send(reply)


def onward(target: str) -> Act:
    """Return an act that redirects."""
    return says(302, ("Location", target), body=b"")


def mended(name: str, act: Act, times: int = 1) -> Fault:
    """Return a fault that is gone at another try."""
    return Fault(name=name, act=act, times=times, fate=Fate.MENDED)


def slow(name: str, act: Act) -> Fault:
    """Return a fault that takes longer than a caller has, and is gone at another try."""
    return Fault(name=name, act=act, times=1, fate=Fate.MENDED, patience=0.25)


def stops(name: str, act: Act, kind: type[PlatformFault]) -> Fault:
    """Return a fault after which nothing more is asked."""
    return Fault(name=name, act=act, fate=Fate.STOPS, kind=kind)


def lasts(name: str, act: Act, times: int | None = None) -> Fault:
    """Return a fault that stays."""
    return Fault(name=name, act=act, times=times, fate=Fate.LASTS)


def bad_name(body: bytes) -> bytes:
    """Return a document in which every name stands twice at the top, the second time with nothing."""
    found: Any = json.loads(body)
    if not isinstance(found, dict):
        return body
    return body.rstrip()[:-1] + b"".join(b", %s: 7" % json.dumps(name).encode() for name in found) + b"}"


def not_a_number(body: bytes) -> bytes:
    """Return a document in which NaN stands."""
    return body.rstrip()[:-1] + b', "made_up": NaN}' if body.rstrip().endswith(b"}") else b"NaN"


RETRY: Final = "Retry-After"
FAULTS: Final[tuple[Fault, ...]] = (
    stops("401", says(401), AuthExpired),
    stops("429 in seconds", says(429, (RETRY, "60")), RateLimited),
    stops("429 with a date", says(429, (RETRY, "Wed, 25 Nov 2026 00:00:00 GMT")), RateLimited),
    stops("429 without a time", says(429), RateLimited),
    stops("429 with an absurd time", says(429, (RETRY, "9" * 400)), RateLimited),
    mended("500 in a burst", says(500), times=2),
    mended("502 with a page", says(502, HTML, body=PAGE)),
    mended("503 with a time", says(503, (RETRY, "1"))),
    slow("no answer", lambda turn: turn.wire.hang()),
    slow("a slow drip", lambda turn: turn.wire.drip(turn.right)),
    mended("a reset", lambda turn: turn.wire.reset()),
    mended("a body cut short", lambda turn: turn.wire.cut(turn.right, len(turn.right.body))),
    mended("a body cut short without a length", cuts),
    mended("a chunk cut short", lambda turn: turn.wire.cut_chunk(turn.right)),
    mended("a page of a proxy", says(200, HTML, body=PAGE)),
    Fault(name="403", act=says(403), fate=Fate.LASTS, may_mean=CLOSED),
    Fault(name="404", act=says(404), fate=Fate.LASTS, may_mean=CLOSED),
    lasts("500 for good", says(500)),
    lasts("200 that reports an error", says(200, body=ERROR)),
    lasts("an error that repeats the token", tells),
    lasts("a redirect to another host", onward("https://elsewhere.example/")),
    lasts("a redirect to a private address", onward("https://169.254.169.254/latest/")),
    lasts("a redirect to itself", onward("/loop")),
    lasts("a redirect without encryption", onward("http://127.0.0.1/")),
    lasts("a body that does not end", lambda turn: turn.wire.flood()),
    lasts("a gzip bomb", lambda turn: turn.wire.explode()),
    lasts("NaN", alters(not_a_number)),
    lasts("names that stand twice", alters(bad_name)),
    lasts("a deep document", says(200, body=DEEP)),
    Fault(name="the page before", act=lambda turn: turn.wire.send(turn.before), times=1, fate=Fate.LASTS, repeats=True),
    Fault(name="a page without end", act=lambda turn: turn.wire.send(turn.first), fate=Fate.LASTS, repeats=True),
)
"""Every fault but those that a scene has of its own."""


def of_scene(faults: tuple[tuple[HttpReply, type[PlatformFault]], ...]) -> tuple[Fault, ...]:
    """Return the faults that a platform reports in its own way."""
    stopping = {AuthExpired, QuotaExhausted, RateLimited}
    return tuple(
        Fault(
            name=f"{kind.__name__} of the platform's own",
            act=sends(reply),
            fate=Fate.STOPS if kind in stopping else Fate.LASTS,
            kind=kind,
        )
        for reply, kind in faults
    )
