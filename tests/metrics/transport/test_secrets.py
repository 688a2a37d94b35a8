"""A token reaches the platform and nothing else: no log at any level, no error, no traceback, no repr."""

import asyncio
import logging
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator

import httpcore2
import pytest
from attrs import evolve

from kimcore.metrics import (
    AsyncHttpTransport,
    AsyncRunner,
    Collected,
    Credential,
    HttpTransport,
    Limits,
    Question,
    Runner,
    Secret,
)
from kimcore.metrics.sending import outgoing
from kimcore.ports import AuthExpired, HttpCall, Permanent, PlatformFault, TokenPlace
from tests.metrics.running.scripted import Batches, made_request
from tests.metrics.transport.server import HOST, Connection, Server, trusting
from tests.metrics.transport.test_https import PERMANENT, TOKEN, TRANSIENT, send_async, send_plain

CANARY = "canary-token-31337-secret"
CALL = HttpCall(url=f"https://{HOST}/v1", query=(("account", "canary-account"),))
MEETS: dict[str, Callable[[Connection, bytes], object]] = {
    "all well": lambda c, _: c.reply(b'{"figures": []}', "Set-Cookie: canary-cookie"),
    "an echo": lambda c, request: c.reply(request, "X-Echo: " + CANARY, status=400),
    **TRANSIENT,
    **PERMANENT,
}


class Everything(logging.Handler):
    """Keeps every record as text, with its arguments and errors."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.kept: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.kept.append(f"{record.name} {self.format(record)} {record.args!r}")


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """Give what is logged by any logger at any level."""
    root, keeper = logging.getLogger(), Everything()
    level = root.level
    root.addHandler(keeper)
    root.setLevel(logging.DEBUG)
    yield keeper.kept
    root.removeHandler(keeper)
    root.setLevel(level)


@pytest.mark.parametrize("name", MEETS)
@pytest.mark.parametrize("is_async", [False, True])
def test_no_log_and_no_result_shows_a_token(logged: list[str], name: str, is_async: bool) -> None:
    """Whatever a platform does, also where it echoes what it got, the token, the account and cookies are not told."""
    with Server(MEETS[name]) as server:
        found = run(server, is_async)
    assert any(CANARY.encode() in request for request in server.requests)
    shown = [
        *logged,
        repr(found),
        repr(found.outcomes),
        *(o.reason.en + o.reason.id for o in found.outcomes if o.reason),
    ]
    assert [text for text in shown if "canary" in text] == []


def run(server: Server, is_async: bool) -> Collected:
    """Ask one question over sockets, without waiting."""
    settings = {
        "resolve": server.resolve,
        "private_hosts": {HOST},
        "ssl_context": trusting(),
        "limits": Limits(seconds=0.2),
    }
    credential = Credential(token=Secret(CANARY), identity="canary-identity", base="")
    asked = Question(provider=Batches(), request=made_request(1, "canary-account"), credential=credential)

    async def at_once() -> Collected:
        async def slept(_: float) -> None:
            """Wait no time."""

        async with AsyncHttpTransport(**settings) as transport:
            (found,) = [f async for f in AsyncRunner(transport=transport, sleep=slept).run([asked])]
        return found

    if is_async:
        return asyncio.run(at_once())
    with HttpTransport(**settings) as transport:
        (found,) = Runner(transport=transport, sleep=lambda _: None).run([asked])
    return found


@pytest.mark.parametrize("name", ["a reset", "no HTTP", "half of a body", "a redirect to another host", "a bomb"])
@pytest.mark.parametrize("send", [send_plain, send_async], ids=["sync", "async"])
def test_a_traceback_shows_no_token(send: Callable[..., object], name: str) -> None:
    """The whole chain of a fault, with its errors before, repeats nothing of the call."""
    with Server(MEETS[name]) as server, pytest.raises(PlatformFault) as caught:
        send(server, CALL, limits=Limits(seconds=0.3))
    told = "".join(traceback.format_exception(caught.value))
    assert TOKEN not in told
    assert "canary" not in told


@pytest.mark.parametrize("place", [TokenPlace(), TokenPlace(header="X-Key", prefix=""), TokenPlace(form_field="k")])
@pytest.mark.parametrize(
    "token", [f"{CANARY}\n", f"{CANARY}\r\nX: y", f" {CANARY}", f"{CANARY}é", f"{CANARY}\x00", f"{CANARY}\ud800"]
)
def test_a_token_that_cannot_be_sent_is_not_repeated(place: TokenPlace, token: str) -> None:
    """A line break at the end of a copied token is told as such, without the token."""
    with pytest.raises(AuthExpired) as caught:
        outgoing(evolve(CALL, token=place), Credential(token=Secret(token)), frozenset({HOST}))
    assert "canary" not in "".join(traceback.format_exception(caught.value))


@pytest.mark.parametrize("where", ["query", "path", "encoded"])
def test_a_token_in_an_address_is_not_sent(where: str) -> None:
    """A provider that puts the token into an address by mistake is stopped."""
    calls = {
        "query": evolve(CALL, query=(("access_token", CANARY),)),
        "path": evolve(CALL, url=f"https://{HOST}/{CANARY}"),
        "encoded": evolve(CALL, query=(("k", "a token/with=signs"),)),
    }
    token = "a token/with=signs" if where == "encoded" else CANARY
    with pytest.raises(Permanent) as caught:
        outgoing(calls[where], Credential(token=Secret(token)), frozenset({HOST}))
    assert token not in str(caught.value)


def test_what_goes_out_shows_nothing() -> None:
    """The repr of a call that is ready to go has neither token nor address."""
    shown = repr(outgoing(CALL, Credential(token=Secret(CANARY)), frozenset({HOST})))
    assert "canary" not in shown
    assert HOST in shown


def test_calls_of_others_are_logged_as_before(logged: list[str]) -> None:
    """An application that uses the same library for itself still sees its log."""
    with Server(lambda c, _: c.reply()) as server:
        send_plain(server)
        assert [text for text in logged if "httpcore2" in text] == []
        with httpcore2.ConnectionPool(ssl_context=trusting()) as pool, pytest.raises(httpcore2.ConnectError):
            pool.request("GET", f"https://127.0.0.1:{server.place[1]}/")
    assert any("connect_tcp" in text for text in logged)


def test_the_library_is_loaded_when_it_is_needed() -> None:
    """Importing the package loads neither sockets of the library nor an event loop."""
    code = "import sys, kimcore.metrics; print({'httpcore2', 'asyncio', 'ssl', 'anyio'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"
